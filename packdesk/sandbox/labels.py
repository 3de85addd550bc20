"""Label PDFs in the four formats of ``PageFormatType``.

The words are in Latin letters: the standard PDF fonts have no others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from packdesk.sandbox.label_text import LabelText

REGULAR = "Helvetica"
BOLD = "Helvetica-Bold"
# The widest module of a barcode; a long number gets narrower ones.
MODULE_MM = 0.5
LINE_HEIGHT = 1.25


class PageFormat(StrEnum):
    """``PageFormatType``."""

    A7 = "A7"
    A9 = "A9"
    A9_HORIZONTALLY = "A9_HORIZONTALLY"
    A4 = "A4"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and where labels lie on it, millimetres.

    Attributes:
        page: Width and height of the page.
        label: Width and height of one label.
        columns: Labels side by side.
        rows: Labels one above the other.
    """

    page: tuple[float, float]
    label: tuple[float, float]
    columns: int = 1
    rows: int = 1

    def corner(self, number: int) -> tuple[float, float]:
        """Left and bottom of the label with this number on its page, from 0."""
        row, column = divmod(number, self.columns)
        (page_w, page_h), (label_w, label_h) = self.page, self.label
        left = (page_w - self.columns * label_w) / 2 + column * label_w
        bottom = (page_h + self.rows * label_h) / 2 - (row + 1) * label_h
        return left, bottom


SHEETS = {
    PageFormat.A7: Sheet((80.4, 125.6), (75, 120)),
    PageFormat.A9: Sheet((40, 58), (40, 58)),
    PageFormat.A9_HORIZONTALLY: Sheet((58, 40), (58, 40)),
    PageFormat.A4: Sheet((210, 297), (75, 120), columns=2, rows=2),
}


def labels_pdf(texts: Sequence[LabelText], page_format: PageFormat) -> bytes:
    """A PDF with one label per text, in order; the same texts give the same bytes."""
    sheet = SHEETS[page_format]
    per_page = sheet.columns * sheet.rows
    paper = BytesIO()
    size = (sheet.page[0] * mm, sheet.page[1] * mm)
    canvas = Canvas(paper, pagesize=size, invariant=True)
    canvas.setTitle(f"Labels of order {texts[0].order_id}")
    for number, text in enumerate(texts):
        if number and number % per_page == 0:
            canvas.showPage()
        left, bottom = sheet.corner(number % per_page)
        canvas.saveState()
        canvas.translate(left * mm, bottom * mm)
        _draw(canvas, text, *sheet.label)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return paper.getvalue()


def _draw(canvas: Canvas, text: LabelText, width_mm: float, height_mm: float) -> None:
    """One label, drawn from the top down; text sizes follow the label's height."""
    unit = height_mm * mm / 20
    top = height_mm * mm - unit
    canvas.setLineWidth(0.3)
    canvas.rect(0.5 * mm, 0.5 * mm, (width_mm - 1) * mm, (height_mm - 1) * mm)
    shipped = "-" if text.shipment_date is None else f"{text.shipment_date:%d.%m.%Y}"
    lines = (
        (BOLD, 1.5, text.barcode),
        (REGULAR, 0.9, f"Order {text.order_id}   {text.program}"),
        (BOLD, 1.8, f"place {text.place}/{text.places}"),
        (REGULAR, 0.9, text.fulfilment_id),
        (REGULAR, 0.9, f"ship {shipped}   service {text.delivery_service_id}"),
    )
    top = _barcode(canvas, text.barcode, width_mm * mm, top, 6 * unit)
    for font, scale, words in lines:
        size = scale * unit
        widest = width_mm * mm - 3 * mm
        size = min(size, size * widest / canvas.stringWidth(words, font, size))
        top -= size * LINE_HEIGHT
        canvas.setFont(font, size)
        canvas.drawCentredString(width_mm * mm / 2, top, words)
    _barcode(canvas, text.fulfilment_id, width_mm * mm, top - unit / 2, 3 * unit)


def _barcode(canvas: Canvas, words: str, width: float, top: float, height: float) -> float:
    """A Code 128 in the middle, as wide as fits; returns where the next line may begin."""
    modules = Code128(words, barWidth=1, quiet=False).width
    # Ten modules of quiet zone on either side.
    module = min(MODULE_MM * mm, width / (modules + 20))
    bars = Code128(words, barWidth=module, barHeight=height, quiet=False)
    bars.drawOn(canvas, (width - bars.width) / 2, top - height)
    return top - height
