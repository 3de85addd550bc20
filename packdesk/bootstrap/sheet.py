"""``packdesk sheet``: one page with the command barcodes and the scanner test card."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from packdesk.bootstrap.running import DONE, NEEDS_PERSON, say
from packdesk.printing.sheet import make_sheet
from packdesk.station.errors import PrinterUnavailable
from packdesk.ui.i18n import Language, Translations, system_language
from packdesk.ui.words.sheet import sheet_texts


def print_sheet(file: Path, language: str | None) -> int:
    """Draw the page; the exit code is 1 where the file cannot be written."""
    app = QGuiApplication.instance() or QGuiApplication([])
    translations = Translations(app)
    translations.use(Language(language) if language else system_language())
    try:
        make_sheet(file, sheet_texts())
    except PrinterUnavailable as error:
        return say(f"Файл не записан: {error.detail}", f"Not written: {error.detail}", NEEDS_PERSON)
    finally:
        translations.remove()
    return DONE
