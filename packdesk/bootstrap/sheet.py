"""``packdesk sheet``: the command barcodes with the test card, or the supervisor's barcode."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from packdesk import settings as settings_file
from packdesk.bootstrap.running import DONE, NAME, NEEDS_PERSON, say
from packdesk.domain.barcodes import supervisor_barcode
from packdesk.printing.sheet import make_sheet
from packdesk.printing.supervisor_card import make_supervisor_card
from packdesk.station.errors import PrinterUnavailable
from packdesk.supervisor import supervisor_code
from packdesk.ui.i18n import Language, Translations, system_language
from packdesk.ui.words.sheet import sheet_texts, supervisor_texts


def print_sheet(file: Path, language: str | None) -> int:
    """Draw the page; the exit code is 1 where the file cannot be written."""
    return _draw(language, lambda: make_sheet(file, sheet_texts()))


def print_supervisor_card(file: Path, language: str | None, data_dir: Path | None) -> int:
    """Draw the supervisor's barcode of a workplace, whose code is made now if it has none yet."""
    folder = data_dir or settings_file.data_folder(NAME)
    code = supervisor_code(folder)
    if not code:
        return say(
            f"Код старшего не сохранить: {folder}",
            f"The supervisor's code cannot be kept: {folder}",
            NEEDS_PERSON,
        )
    barcode = supervisor_barcode(code)
    return _draw(language, lambda: make_supervisor_card(file, supervisor_texts(), barcode))


def _draw(language: str | None, draw: Callable[[], None]) -> int:
    app = QGuiApplication.instance() or QGuiApplication([])
    translations = Translations(app)
    translations.use(Language(language) if language else system_language())
    try:
        draw()
    except PrinterUnavailable as error:
        return say(f"Файл не записан: {error.detail}", f"Not written: {error.detail}", NEEDS_PERSON)
    finally:
        translations.remove()
    return DONE
