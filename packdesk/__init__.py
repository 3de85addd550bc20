"""PackDesk."""
