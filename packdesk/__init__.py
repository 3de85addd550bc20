"""PackDesk: the packing workplace for Yandex Market sellers."""

__version__ = "0.1.0"
