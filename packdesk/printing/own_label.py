"""Labels that a shop draws itself from what the Market tells of its parcels (getOrderLabelsData).

No words stand on them, only what the Market tells, so they are the same in every language.
"""

from typing import Final

from barcode.errors import BarcodeError
from PySide6.QtCore import QBuffer, QRect, Qt
from PySide6.QtGui import QFont, QPainter

from packdesk.domain.labels import LabelFormat
from packdesk.printing.page_painting import UNITS_PER_MM, WRAPPED, pdf_pages, put_words
from packdesk.printing.symbols import Modules, code128, painted
from packdesk.station.errors import LabelUnreadable
from packdesk.station.ports import ParcelLabel

DOT: Final = 125
"""A dot of a label printer of 203 dpi (8 a millimetre); bars are whole dots."""

_QUIET: Final = 10
"""Modules of white on either side of a Code 128 (ISO/IEC 15417)."""
_WIDEST_BAR: Final = 4 * DOT
_MARGIN: Final = 2_000
_BOLD: Final = QFont.Weight.Bold
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_CENTRED: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_SIZES: Final = {
    LabelFormat.A7: (75, 120),
    LabelFormat.A9: (40, 58),
    LabelFormat.A9_HORIZONTALLY: (58, 40),
    LabelFormat.A4: (75, 120),
}
_A4: Final = (210, 297)
_A4_COLUMNS: Final = 2
_A4_LABELS: Final = 4


def own_labels(labels: tuple[ParcelLabel, ...], page: LabelFormat) -> bytes:
    """A PDF with one label a parcel, in their order; on A4 four labels of 75 x 120 mm a sheet.

    The page is as large as the label, without a margin. Needs a `QGuiApplication`; any lane.

    Raises:
        LabelUnreadable: There is no label, or one has no number that a Code 128 can hold.
    """
    if not labels:
        raise LabelUnreadable("own label")
    bars = [_bars(label) for label in labels]
    width, height = (side * UNITS_PER_MM for side in _SIZES[page])
    sheet = _A4 if page is LabelFormat.A4 else _SIZES[page]
    held = QBuffer()
    with pdf_pages(*sheet, labels[0].order_number, held) as pages:
        for number, (label, symbol) in enumerate(zip(labels, bars, strict=True)):
            at = number % _A4_LABELS if page is LabelFormat.A4 else 0
            if number and at == 0:
                pages.turn()
            row, column = divmod(at, _A4_COLUMNS)
            left, top = column * width, row * height
            if page is LabelFormat.A4:
                left += (sheet[0] * UNITS_PER_MM - _A4_COLUMNS * width) // 2
                top += (sheet[1] * UNITS_PER_MM - _A4_LABELS // _A4_COLUMNS * height) // 2
            _draw(pages.painter, label, symbol, QRect(left, top, width, height))
    return bytes(held.data().data())


def _bars(label: ParcelLabel) -> Modules:
    text = label.fulfilment_id or label.order_number
    if not text:
        raise LabelUnreadable("own label")
    try:
        return code128(text)
    except (BarcodeError, KeyError, ValueError) as error:
        raise LabelUnreadable(text) from error


def _draw(painter: QPainter, label: ParcelLabel, bars: Modules, whole: QRect) -> None:
    """From the top: order and box, the barcode with its text, then who carries it for whom."""
    inner = whole.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    line = inner.height() // 9
    place_width = inner.width() * 3 // 10
    top = inner.top()
    number = QRect(inner.left(), top, inner.width() - place_width, line)
    place = QRect(inner.right() - place_width, top, place_width, line)
    put_words(painter, f"№ {label.order_number}", number, line * 7 // 10, _BOLD)
    put_words(painter, label.place, place, line * 8 // 10, _BOLD, _RIGHT)
    top += line
    module = _module(bars, whole.width())
    bars_height = 3 * line
    left = whole.left() + (whole.width() - bars.columns * module) // 2 // DOT * DOT
    shape = painted(bars, left, top, module, bars_height)
    painter.fillPath(shape, Qt.GlobalColor.black)
    top += bars_height + line // 10
    text = QRect(inner.left(), top, inner.width(), line * 8 // 10)
    put_words(painter, label.fulfilment_id, text, line * 6 // 10, flags=_CENTRED)
    top = text.bottom()
    for words, weight in (
        (label.delivery_service, _BOLD),
        (label.shipment_date, _BOLD),
        (label.recipient, QFont.Weight.Normal),
        (label.supplier, QFont.Weight.Normal),
    ):
        if words:
            at = QRect(inner.left(), top, inner.width(), line)
            put_words(painter, words, at, line * 6 // 10, weight, WRAPPED)
            top += line


def _module(bars: Modules, width: int) -> int:
    """The widest bar of whole dots with which the symbol and its white fit; one dot at least."""
    fitting = width // (bars.columns + 2 * _QUIET) // DOT * DOT
    return max(DOT, min(_WIDEST_BAR, fitting))
