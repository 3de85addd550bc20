"""Label PDFs as black and white dots of a printer, at their true size.

A label printer burns whole dots: the page is made of them here, so that no driver has to guess
which grey is a bar.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final

import pypdfium2

from packdesk.printing.whole_files import is_pdf
from packdesk.station.errors import LabelUnreadable

MM_PER_INCH: Final = 25.4
LARGEST_MM: Final = 2000
"""No label is larger; a damaged page may claim to be, and would fill the memory."""
_POINTS_PER_MM: Final = 72 / MM_PER_INCH
_DARK_BELOW: Final = 128
_INK: Final = bytes(ord("1" if level < _DARK_BELOW else "0") for level in range(256))
_PDFIUM: Final = Lock()
"""pdfium may be used by one thread at a time."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page, in millimetres."""

    width: float
    height: float

    def is_like(self, other: "PageSize", within: float = 1.0) -> bool:
        """Whether both sides are the same within so many millimetres."""
        return abs(self.width - other.width) <= within and abs(self.height - other.height) <= within

    @property
    def turned(self) -> "PageSize":
        """The same paper, lying the other way."""
        return PageSize(self.height, self.width)


A7_PAGE: Final = PageSize(80.4, 125.6)
A7_PAPER: Final = PageSize(75.0, 120.0)
"""An A7 label is 75 x 120 mm; its PDF page has an empty margin around it that the roll has not."""


@dataclass(frozen=True, slots=True)
class Dots:
    """A page of dots, each black or white.

    ``rows`` go from the top; each is ``stride`` bytes, the left dot the highest bit, 1 is black;
    what fills a row up to whole bytes is white.
    """

    width: int
    height: int
    rows: bytes

    @property
    def stride(self) -> int:
        """Bytes of a row."""
        return -(-self.width // 8)


def page_sizes(pdf: bytes, name: str) -> tuple[PageSize, ...]:
    """The size of each page; at least one.

    Raises:
        LabelUnreadable: it is no PDF, has no page, or one of no size that a label has; ``name`` is
            told.
    """
    with _opened(pdf, name) as document:
        sizes = tuple(_size(document, number, name) for number in range(len(document)))
    if not sizes:
        raise LabelUnreadable(name)
    return sizes


def _size(document: Any, number: int, name: str) -> PageSize:
    try:
        width, height = document.get_page_size(number)
    except pypdfium2.PdfiumError as error:
        raise LabelUnreadable(name) from error
    if max(width, height) > LARGEST_MM * _POINTS_PER_MM:
        raise LabelUnreadable(name)
    return PageSize(width / _POINTS_PER_MM, height / _POINTS_PER_MM)


def page_dots(pdf: bytes, name: str, number: int, dots_per_mm: float) -> Dots:
    """One page, the first is 0, at the printer's own resolution and without any margin.

    Raises:
        LabelUnreadable: it is no PDF, or has no such page; ``name`` is told.
    """
    with _opened(pdf, name) as document:
        _size(document, number, name)
        try:
            page = document[number]
            bitmap = page.render(
                scale=dots_per_mm / _POINTS_PER_MM, grayscale=True, prefer_bgrx=False
            )
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            levels = bytes(bitmap.buffer)
        except (IndexError, pypdfium2.PdfiumError) as error:
            raise LabelUnreadable(name) from error
    return Dots(width, height, b"".join(_packed(levels, width, height, stride)))


def paper_of(page: PageSize) -> PageSize:
    """The label itself: the page, without the margin that only an A7 page has."""
    return A7_PAPER if page.is_like(A7_PAGE) else page


def cut_out(dots: Dots, width: int, height: int) -> Dots:
    """The middle of a page, no larger than the page is."""
    width, height = min(width, dots.width), min(height, dots.height)
    if (width, height) == (dots.width, dots.height):
        return dots
    left, top = (dots.width - width) // 2, (dots.height - height) // 2
    stride, kept = dots.stride, -(-width // 8)
    # A row as one number: shifting it moves all its dots at once.
    beyond = stride * 8 - left - width
    mask = (1 << width) - 1
    rows = (
        (
            ((int.from_bytes(dots.rows[at : at + stride]) >> beyond) & mask) << (kept * 8 - width)
        ).to_bytes(kept)
        for at in range(top * stride, (top + height) * stride, stride)
    )
    return Dots(width, height, b"".join(rows))


def _packed(levels: bytes, width: int, height: int, stride: int) -> Iterator[bytes]:
    whole = -(-width // 8)
    filling = b"0" * (whole * 8 - width)
    for row in range(height):
        bits = levels[row * stride : row * stride + width].translate(_INK) + filling
        yield int(bits, 2).to_bytes(whole)


@contextmanager
def _opened(pdf: bytes, name: str) -> Iterator[Any]:
    if not is_pdf(pdf):
        raise LabelUnreadable(name)
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise LabelUnreadable(name) from error
        try:
            yield document
        finally:
            document.close()
