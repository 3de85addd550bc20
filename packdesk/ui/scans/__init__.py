"""The strip of the last ten answers."""
