"""Label sheets: the Market's page formats."""

from enum import Enum


class LabelFormat(Enum):
    """``PageFormatType``; sizes in millimetres (width, height)."""

    A7 = "A7"
    A9 = "A9"
    A9_HORIZONTALLY = "A9_HORIZONTALLY"
    A4 = "A4"

    @property
    def size_mm(self) -> tuple[float, float]:
        """The page of the PDF. An A7 label of 75x120 comes on a page with margins."""
        return {
            LabelFormat.A7: (80.4, 125.6),
            LabelFormat.A9: (40.0, 58.0),
            LabelFormat.A9_HORIZONTALLY: (58.0, 40.0),
            LabelFormat.A4: (210.0, 297.0),
        }[self]
