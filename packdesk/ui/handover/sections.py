"""The sections of the hand-over, with the key that opens each."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QWidget


class SectionName(Enum):
    """A section; the value is the objectName of its toggle."""

    TRACKS = "sectionTracks"
    TABLE = "sectionTable"
    SHIPMENTS = "sectionShipments"
    COURIER = "sectionCourier"
    STATUS = "sectionStatus"

    @property
    def key(self) -> str:
        """Ctrl with a digit: with Alt some scanners type their separators."""
        return f"Ctrl+{tuple(SectionName).index(self) + 1}"


@dataclass(frozen=True, slots=True)
class Section:
    """A section and the widget that fills the page while it is open."""

    name: SectionName
    widget: QWidget
