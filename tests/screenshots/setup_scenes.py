"""The states of Setup."""

from PySide6.QtWidgets import QApplication, QScrollArea

from packdesk.settings import PrinterChoice
from packdesk.station.errors import PrinterFault, PrinterUnavailable
from packdesk.ui.pages import PageName
from packdesk.ui.setup.card_view import CardView
from packdesk.ui.setup.choices import Act, CardName, Setting
from tests.screenshots.pretend import Pretend
from tests.ui.setup_table import KEY


def first_run(table: Pretend) -> None:
    """No key is known yet."""
    table.setup.start()
    table.glass.frame.show_page(PageName.SETUP)


def wrong_key(table: Pretend) -> None:
    first_run(table)
    table.setup.try_key("ACMA:short")


def system_printer(table: Pretend) -> None:
    """A printer of this computer is chosen, and out of paper."""
    ready(table)
    table.setup.viewmodel.choose(Setting.PRINTER, PrinterChoice.SYSTEM)
    table.setup.viewmodel.choose(Setting.PRINTER_NAME, "Xprinter XP-420B")
    name = "Xprinter XP-420B"
    table.setup.printers.trouble = PrinterUnavailable(name, fault=PrinterFault.NO_PAPER)
    _try_label(table)


def network_printer(table: Pretend) -> None:
    """A printer on the network is chosen, and a test label came out."""
    ready(table)
    table.setup.viewmodel.choose(Setting.PRINTER, PrinterChoice.NETWORK)
    table.setup.viewmodel.choose(Setting.PRINTER_ADDRESS, "192.168.1.50:9100")
    _try_label(table)


def _try_label(table: Pretend) -> None:
    table.setup.viewmodel.act(Act.PRINT_TRIAL)
    table.setup.drain()
    for card in table.glass.window.findChildren(CardView, CardName.LABELS.value):
        for scroll in table.glass.window.findChildren(QScrollArea, "setupScroll"):
            QApplication.processEvents()
            scroll.ensureWidgetVisible(card, 0, 200)


def ready(table: Pretend) -> None:
    first_run(table)
    table.setup.try_key(KEY)
