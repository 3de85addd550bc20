"""One A4 page: the command barcodes of the table and the scanner test card."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QRect, Qt
from PySide6.QtGui import QFont, QPainter

from packdesk.domain.barcodes import DeskCommand
from packdesk.printing.card_text import CARD_CODE128, CARD_EAN13, CARD_ELEMENTS
from packdesk.printing.page_painting import pdf_pages, put_words
from packdesk.printing.symbols import Modules, code128, ean13, gs1_data_matrix, painted
from packdesk.printing.whole_files import write_whole
from packdesk.station.errors import PrinterFault, PrinterUnavailable
from packdesk.station.sheet_texts import SheetTexts

# Multiples of 125, which is a dot of a label printer (8 dots a millimetre).
BAR_MODULE: Final = 375
FINE_BAR_MODULE: Final = 250
MATRIX_MODULE: Final = 625

_A4_MM: Final = (210.0, 297.0)
_MARGIN: Final = 14_000
_COLUMN: Final = 91_000
_TEXT_COLUMN: Final = 87_000
# The margin and what a symbol leaves free of its column are its quiet zones; words stand above
# and below a symbol, never beside it.


def make_sheet(path: Path, texts: SheetTexts) -> None:
    """Write the sheet. Needs a `QGuiApplication`, which knows the fonts; GUI thread.

    Raises:
        PrinterUnavailable: The file cannot be written; what was there before still is.
    """
    pdf = sheet_pdf(texts)
    try:
        write_whole(path, pdf)
    except OSError as error:
        raise PrinterUnavailable(
            str(path), error.strerror or str(error), PrinterFault.NOT_WRITABLE
        ) from error


def sheet_pdf(texts: SheetTexts) -> bytes:
    """The sheet as a PDF of one page. Needs a `QGuiApplication`; GUI thread."""
    held = QBuffer()
    with pdf_pages(*_A4_MM, texts.title, held) as pages:
        _Page(pages.painter).paint(texts)
    return bytes(held.data().data())


class _Page:
    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def paint(self, texts: SheetTexts) -> None:
        full = 2 * _COLUMN
        self._words(texts.title, QRect(_MARGIN, 11_000, full, 11_000), 8_000, QFont.Weight.Bold)
        self._words(
            f"{texts.commands_hint}\n{texts.how_to_print}",
            QRect(_MARGIN, 22_500, full, 12_000),
            4_000,
        )
        self._commands(texts.commands, top=38_000, row_height=25_000)
        self._painter.fillRect(QRect(_MARGIN, 190_500, full, 250), Qt.GlobalColor.black)
        self._words(
            texts.card_title, QRect(_MARGIN, 194_000, full, 9_000), 6_000, QFont.Weight.Bold
        )
        self._words(texts.card_hint, QRect(_MARGIN, 203_000, full, 11_000), 4_000)
        self._card(texts, top=217_000)

    def _commands(
        self, commands: tuple[tuple[DeskCommand, str], ...], top: int, row_height: int
    ) -> None:
        """Commands at the left, answers at the right."""
        doing = [entry for entry in commands if entry[0].answer is None]
        answering = [entry for entry in commands if entry[0].answer is not None]
        for column, entries in enumerate((doing, answering)):
            left = _MARGIN + column * _COLUMN
            for row, (command, name) in enumerate(entries):
                at = QRect(left, top + row * row_height, _TEXT_COLUMN, 6_500)
                self._words(name, at, 4_500, QFont.Weight.Bold)
                self._bars(code128(command.value), left, at.top() + 7_000, BAR_MODULE, 11_000)
                self._words(
                    command.value, QRect(left, at.top() + 18_500, _TEXT_COLUMN, 5_000), 3_000
                )

    def _card(self, texts: SheetTexts, top: int) -> None:
        matrix = gs1_data_matrix(CARD_ELEMENTS)
        right = _MARGIN + _COLUMN
        self._words(texts.data_matrix, QRect(_MARGIN, top, _TEXT_COLUMN, 5_000), 3_500)
        self._painter.fillPath(
            painted(matrix, _MARGIN, top + 7_000, MATRIX_MODULE, MATRIX_MODULE),
            Qt.GlobalColor.black,
        )
        self._words(texts.ean13, QRect(right, top, _COLUMN, 5_000), 3_500)
        self._bars(ean13(CARD_EAN13), right, top + 6_000, BAR_MODULE, 15_000)
        self._words(CARD_EAN13, QRect(right, top + 21_500, _COLUMN, 4_500), 3_000)
        self._words(texts.code128, QRect(right, top + 32_000, _COLUMN, 5_000), 3_500)
        self._bars(code128(CARD_CODE128), right, top + 38_000, FINE_BAR_MODULE, 13_000)
        self._words(CARD_CODE128, QRect(right, top + 51_500, _COLUMN, 4_500), 3_000)

    def _bars(self, modules: Modules, left: int, top: int, module: int, height: int) -> None:
        shape = painted(modules, left, top, module, height)
        self._painter.fillPath(shape, Qt.GlobalColor.black)

    def _words(
        self, text: str, place: QRect, size: int, weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        put_words(self._painter, text, place, size, weight)
