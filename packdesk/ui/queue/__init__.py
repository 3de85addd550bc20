"""The queue: which order is packed next."""
