"""The printer and the labels that the settings name, changed while the program works."""

from pathlib import Path

from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.folder_printer import FolderPrinter
from packdesk.settings import LabelSource, PrinterChoice, Settings
from packdesk.station.errors import PrinterFault, PrinterUnavailable
from packdesk.station.ports import LabelMaker, LabelPrinter


class NoPrinter(LabelPrinter):
    """Stands where a printer was not chosen whole: prints nothing and says why."""

    def __init__(self, name: str, fault: PrinterFault) -> None:
        self._name = name
        self._fault = fault

    @override
    def print_labels(self, order: OrderId, page: LabelFormat, pdf: bytes) -> None:
        raise PrinterUnavailable(self._name, fault=self._fault)


class ChosenPrinter(LabelPrinter):
    """Prints on the printer of the moment. Chosen in the GUI thread, used in the print lane.

    A job that is being printed ends where it began.

    Args:
        folder: Where labels go that go into a folder.
        settings: Name the first printer.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._named_by = settings
        self._printer = printer_of(settings, folder)

    def follow(self, settings: Settings) -> None:
        """Use the printer that these settings name, from the next job on."""
        if _named(settings) != _named(self._named_by):
            self._printer = printer_of(settings, self._folder)
        self._named_by = settings

    def label_maker(self) -> LabelMaker | None:
        """What draws the shop's own labels; None where the Market's are wanted. Any lane."""
        if self._named_by.label_source is LabelSource.MARKET:
            return None
        from packdesk.printing.own_label import own_labels  # noqa: PLC0415 - loads barcode libraries

        return own_labels

    @override
    def print_labels(self, order: OrderId, page: LabelFormat, pdf: bytes) -> None:
        self._printer.print_labels(order, page, pdf)


def printer_of(settings: Settings, folder: Path) -> LabelPrinter:
    """The printer that settings name; nothing is asked of it yet."""
    match settings.printer:
        case PrinterChoice.FOLDER:
            return FolderPrinter(folder)
        case PrinterChoice.SYSTEM:
            return SystemPrinter(settings.printer_name)
        case PrinterChoice.NETWORK:
            return _network_printer(settings)


def system_printer_names() -> tuple[str, ...]:
    """The printers of this system. May wait for the spooler; print lane."""
    from packdesk.printing.qt_printer import printer_names  # noqa: PLC0415 - see SystemPrinter

    return printer_names()


class SystemPrinter(LabelPrinter):
    """A printer of the system; Qt's printing is loaded with the first job, not at the start."""

    def __init__(self, name: str) -> None:
        self._name = name

    @override
    def print_labels(self, order: OrderId, page: LabelFormat, pdf: bytes) -> None:
        from packdesk.printing.qt_printer import QtPrinter  # noqa: PLC0415

        QtPrinter(self._name).print_labels(order, page, pdf)


def _network_printer(settings: Settings) -> LabelPrinter:
    from packdesk.printing.network_printer import (  # noqa: PLC0415 - loads the PDF library
        NetworkPrinter,
        network_address,
    )

    if not settings.printer_address:
        return NoPrinter("", PrinterFault.NOT_CHOSEN)
    try:
        address = network_address(settings.printer_address)
    except ValueError:
        return NoPrinter(settings.printer_address, PrinterFault.MISSING)
    return NetworkPrinter(address, settings.printer_language, settings.printer_dpi)


def _named(settings: Settings) -> tuple[object, ...]:
    return (
        settings.printer,
        settings.printer_name,
        settings.printer_address,
        settings.printer_language,
        settings.printer_dpi,
    )
