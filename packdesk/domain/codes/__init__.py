"""domain/codes."""
