"""The bench: the order that is being packed, its goods on the left and its boxes on the right."""
