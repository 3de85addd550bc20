"""Setup: what a workplace needs to know, as cards; the same cards make up the first run."""
