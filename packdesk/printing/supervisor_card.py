"""A card with the barcode that confirms what cannot be undone; it is kept away from the table."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QRect, Qt
from PySide6.QtGui import QFont

from packdesk.printing.page_painting import pdf_pages, put_words
from packdesk.printing.sheet import BAR_MODULE
from packdesk.printing.symbols import code128, painted
from packdesk.printing.whole_files import write_whole
from packdesk.station.errors import PrinterFault, PrinterUnavailable
from packdesk.station.sheet_texts import SupervisorTexts

_CARD_MM: Final = (105.0, 74.0)
_LEFT: Final = 8_000
_WIDTH: Final = 89_000


def make_supervisor_card(path: Path, texts: SupervisorTexts, barcode: str) -> None:
    """Write the card (A7, across). Needs a `QGuiApplication`; GUI thread.

    Raises:
        PrinterUnavailable: The file cannot be written; what was there before still is.
    """
    held = QBuffer()
    with pdf_pages(*_CARD_MM, texts.title, held) as pages:
        painter = pages.painter
        put_words(
            painter, texts.title, QRect(_LEFT, 6_000, _WIDTH, 9_000), 6_000, QFont.Weight.Bold
        )
        put_words(painter, texts.hint, QRect(_LEFT, 16_000, _WIDTH, 16_000), 4_000)
        bars = painted(code128(barcode), _LEFT, 36_000, BAR_MODULE, 20_000)
        painter.fillPath(bars, Qt.GlobalColor.black)
        put_words(painter, barcode, QRect(_LEFT, 58_000, _WIDTH, 5_000), 3_500)
    try:
        write_whole(path, bytes(held.data().data()))
    except OSError as error:
        raise PrinterUnavailable(
            str(path), error.strerror or str(error), PrinterFault.NOT_WRITABLE
        ) from error
