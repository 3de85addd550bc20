"""The words of Setup's card about labels and their printer."""

from typing import Literal, TypeAlias, assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.labels import LabelFormat
from packdesk.settings import LabelSource, LanguageOfPrinter, PrinterChoice, Settings
from packdesk.station.errors import (
    PackdeskError,
    PrinterFault,
    PrinterUnavailable,
    PrintOutcomeUnknown,
)
from packdesk.ui.setup.choices import Setting
from packdesk.ui.words.errors import error_text
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.printer import printer_text

PrinterSetting: TypeAlias = Literal[
    Setting.PRINTER,
    Setting.PRINTER_NAME,
    Setting.PRINTER_ADDRESS,
    Setting.PRINTER_LANGUAGE,
    Setting.PRINTER_DPI,
    Setting.LABEL_FORMAT,
    Setting.LABEL_SOURCE,
    Setting.SCAN_LABELS,
]


def where_labels_go(settings: Settings, folder: str, names: tuple[str, ...] | None) -> Notice:
    """Where labels go; ``names`` are the system's printers, None where nobody has asked."""
    match settings.printer:
        case PrinterChoice.FOLDER:
            place = folder
        case PrinterChoice.SYSTEM:
            place = settings.printer_name
            wanting = _system_wanting(place, names)
            if wanting is not None:
                return Notice(wanting, Tone.ATTENTION)
        case PrinterChoice.NETWORK:
            place = settings.printer_address
            if not place:
                return Notice(
                    QCoreApplication.translate(
                        "SetupPrinter", "Type the printer's address: it is on its test page"
                    ),
                    Tone.ATTENTION,
                )
        case _:
            assert_never(settings.printer)
    if not place:
        return Notice(
            QCoreApplication.translate("SetupPrinter", "No printer for labels is there"),
            Tone.ATTENTION,
        )
    return Notice(
        QCoreApplication.translate("SetupPrinter", "Labels go to: {printer}").format(printer=place),
        Tone.CALM,
    )


def _system_wanting(name: str, names: tuple[str, ...] | None) -> str | None:
    if names == ():
        return QCoreApplication.translate(
            "SetupPrinter", "This computer has no printer. Add one in the system's settings"
        )
    if not name:
        return QCoreApplication.translate("SetupPrinter", "Choose the printer for labels")
    if names is not None and name not in names:
        return printer_text(PrinterUnavailable(name, fault=PrinterFault.MISSING))
    return None


def trial_under_way() -> Notice:
    """The button for a test label was pressed."""
    return Notice(QCoreApplication.translate("SetupPrinter", "Printing a test label…"), Tone.CALM)


def trial_printed(choice: PrinterChoice) -> Notice:
    """The printer has taken the test label."""
    if choice is PrinterChoice.FOLDER:
        text = QCoreApplication.translate("SetupPrinter", "A test label lies in the folder")
    else:
        text = QCoreApplication.translate(
            "SetupPrinter", "The test label was sent. Is it whole, and does the scanner read it?"
        )
    return Notice(text, Tone.ACCEPTED)


def trial_failed(error: PackdeskError) -> Notice:
    """The test label was not printed, or nobody knows."""
    tone = Tone.ATTENTION if isinstance(error, PrintOutcomeUnknown) else Tone.REFUSED
    return Notice(error_text(error), tone)


def trial_words() -> str:
    """Stands on the test label."""
    return QCoreApplication.translate("SetupPrinter", "Test label")


def print_trial() -> str:
    """The button for a test label."""
    return QCoreApplication.translate("SetupPrinter", "Print a test label")


def look_for_printers() -> str:
    """The button below the list of printers."""
    return QCoreApplication.translate("SetupPrinter", "Look for printers again")


def printer_setting(setting: PrinterSetting) -> str:
    """The label before a setting of the card."""
    match setting:
        case Setting.PRINTER:
            return QCoreApplication.translate("SetupPrinter", "Print to")
        case Setting.PRINTER_NAME:
            return QCoreApplication.translate("SetupPrinter", "Printer")
        case Setting.PRINTER_ADDRESS:
            return QCoreApplication.translate("SetupPrinter", "Address")
        case Setting.PRINTER_LANGUAGE:
            return QCoreApplication.translate("SetupPrinter", "The printer understands")
        case Setting.PRINTER_DPI:
            return QCoreApplication.translate("SetupPrinter", "Dots per inch")
        case Setting.LABEL_FORMAT:
            return QCoreApplication.translate("SetupPrinter", "Size")
        case Setting.LABEL_SOURCE:
            return QCoreApplication.translate("SetupPrinter", "Whose labels")
        case Setting.SCAN_LABELS:
            return QCoreApplication.translate("SetupPrinter", "Scan each label when it is stuck on")
        case _:
            assert_never(setting)


def address_hint() -> str:
    """In the empty field."""
    return QCoreApplication.translate("SetupPrinter", "for example {address}").format(
        address="192.168.1.50:9100"
    )


def printer_choice(choice: PrinterChoice) -> str:
    """A kind of printer."""
    match choice:
        case PrinterChoice.FOLDER:
            return QCoreApplication.translate("SetupPrinter", "Folder")
        case PrinterChoice.SYSTEM:
            return QCoreApplication.translate("SetupPrinter", "Printer of this computer")
        case PrinterChoice.NETWORK:
            return QCoreApplication.translate("SetupPrinter", "Network printer")
        case _:
            assert_never(choice)


def language_choice(language: LanguageOfPrinter) -> str:
    """A language by the makes that speak it."""
    match language:
        case LanguageOfPrinter.TSPL:
            return "TSPL (TSC, Xprinter)"
        case LanguageOfPrinter.ZPL:
            return "ZPL (Zebra)"
        case LanguageOfPrinter.PDF:
            return "PDF"
        case _:
            assert_never(language)


def source_choice(source: LabelSource) -> str:
    """Whose labels are printed."""
    match source:
        case LabelSource.MARKET:
            return QCoreApplication.translate("SetupPrinter", "The Market's")
        case LabelSource.OWN:
            return QCoreApplication.translate("SetupPrinter", "Our own")
        case _:
            assert_never(source)


def label_format(page: LabelFormat) -> str:
    """A format with the size that is on its box; sizes of the paper in millimetres."""
    match page:
        case LabelFormat.A7:
            return QCoreApplication.translate("SetupPrinter", "75 × 120 mm")
        case LabelFormat.A9:
            return QCoreApplication.translate("SetupPrinter", "40 × 58 mm")
        case LabelFormat.A9_HORIZONTALLY:
            return QCoreApplication.translate("SetupPrinter", "58 × 40 mm")
        case LabelFormat.A4:
            return QCoreApplication.translate("SetupPrinter", "A4 sheet")
        case _:
            assert_never(page)
