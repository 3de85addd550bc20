"""Pages drawn in whole micrometres: a PDF to draw on, and text that stays in its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPageSize, QPainter, QPdfWriter

UNITS_PER_INCH: Final = 25_400
"""A unit of the page is one micrometre, and all lengths are whole numbers of them."""
UNITS_PER_MM: Final = 1_000

_SMALLEST: Final = 1_500
WRAPPED: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class PdfPages:
    """The pages of one PDF; the first is there at once."""

    def __init__(self, writer: QPdfWriter) -> None:
        self._writer = writer
        self.painter = QPainter(writer)

    def turn(self) -> None:
        """Go on with an empty page."""
        self._writer.newPage()


@contextmanager
def pdf_pages(width_mm: float, height_mm: float, title: str, held: QBuffer) -> Iterator[PdfPages]:
    """Pages without margins, whole in ``held`` after the context.

    Needs a `QGuiApplication`, which knows the fonts; any thread.

    Yields:
        The pages, to be painted on.
    """
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setPageSize(QPageSize(QSizeF(width_mm, height_mm), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(UNITS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("PackDesk")
    pages = PdfPages(writer)
    try:
        yield pages
    finally:
        pages.painter.end()


def put_words(
    painter: QPainter,
    text: str,
    place: QRect,
    size: int,
    weight: QFont.Weight = QFont.Weight.Normal,
    flags: int | Qt.AlignmentFlag | Qt.TextFlag = WRAPPED,
) -> None:
    """Text in its place, smaller where it would not fit; no smaller than can be read."""
    font = QFont()
    font.setWeight(weight)
    font.setPixelSize(size)
    while not _fits(text, font, place) and font.pixelSize() > _SMALLEST:
        font.setPixelSize(font.pixelSize() * 9 // 10)
    painter.setFont(font)
    painter.drawText(place, int(flags), text)


def _fits(text: str, font: QFont, place: QRect) -> bool:
    taken = QFontMetrics(font).boundingRect(place, int(WRAPPED), text)
    return taken.width() <= place.width() and taken.height() <= place.height()
