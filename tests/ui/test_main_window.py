"""The frame: screens, states, the strip, two densities."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from packdesk.domain.access import Access
from packdesk.domain.barcodes import DeskCommand
from packdesk.domain.events import StepStarted
from packdesk.domain.order import Catalogue
from packdesk.domain.refusals import NotUnderstood
from packdesk.domain.steps import StepKind
from packdesk.station.errors import MarketBusy, PrinterUnavailable, PrintOutcomeUnknown
from packdesk.station.reports import (
    Answer,
    CommandForWindow,
    MarketFine,
    MarketTrouble,
    OpenedOrder,
    QueueEntry,
    QueueRead,
    RefusedIt,
    SendState,
    SubmissionMoved,
)
from packdesk.ui.band.local_question import LocalQuestion
from packdesk.ui.band.view import BandView
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.elided import ElidedLabel
from packdesk.ui.i18n import Language
from packdesk.ui.main_window import BandRoom, MainWindow, Page
from packdesk.ui.pages import Device, DeviceState, PageName
from packdesk.ui.scans.view import ScansView
from packdesk.ui.scans.viewmodel import ScansViewModel
from packdesk.ui.theme import Density
from packdesk.ui.window.navigation import NavigationView
from packdesk.ui.window.viewmodel import WindowViewModel
from tests.fakes.intents import RecordedIntents
from tests.ui.saying import AT, ORDER, OTHER, PRINT
from tests.ui.speech import speaking
from tests.ui.test_words_guide import PRINTED, bench

UNKNOWN_PRINT = StepStarted(StepKind.PRINT_LABELS, PRINT)

pytestmark = pytest.mark.usefixtures("english")


class PlainPage(QWidget):
    """A screen that remembers its density."""

    def __init__(self):
        super().__init__()
        self.density: Density | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_density(self, density: Density) -> None:
        self.density = density


@pytest.fixture
def model(qapp):
    return WindowViewModel(tuple(PageName), "Anna")


@pytest.fixture
def pages():
    return {name: PlainPage() for name in PageName}


@pytest.fixture
def window(qtbot, theme, model, pages):
    window = MainWindow(
        model,
        NavigationView(model, theme),
        BandView(BandViewModel(RecordedIntents()), theme),
        tuple(Page(name, page, page) for name, page in pages.items()),
        ScansView(ScansViewModel(), theme),
    )
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def find(window, kind, name):
    widget = window.findChild(kind, name)
    assert widget is not None, name
    return widget


def current(model):
    return next(nav.page for nav in model.props.pages if nav.is_current)


def answer(told, scan=None):
    return Answer(told, AT, scan=scan, bench=bench())


def state(model, device):
    return next(one for one in model.props.devices if one.device is device)


def test_an_opened_order_shows_the_bench(model):
    model.take(answer(OpenedOrder(ORDER.id, Access.PACK)))
    assert current(model) is PageName.BENCH


def test_the_queue_command_shows_the_queue(model):
    model.show_page(PageName.BENCH)
    model.take(answer(CommandForWindow(DeskCommand.UNDO)))
    assert current(model) is PageName.BENCH
    model.take(answer(CommandForWindow(DeskCommand.QUEUE)))
    assert current(model) is PageName.QUEUE


def test_a_screen_that_is_not_built_is_not_shown(qapp):
    model = WindowViewModel((PageName.QUEUE, PageName.BENCH))
    model.show_page(PageName.SETUP)
    assert current(model) is PageName.QUEUE
    assert [nav.label for nav in model.props.pages] == ["Queue", "Bench"]


def test_the_market_is_told_in_trouble_until_it_answers(model):
    assert state(model, Device.MARKET).state is DeviceState.WAITING
    model.take(MarketTrouble(MarketBusy("op", retry_at=AT), None))
    told = state(model, Device.MARKET)
    assert told.state is DeviceState.TROUBLE
    at = AT.astimezone().strftime("%H:%M")
    assert told.detail == f"Market: The Market is busy, going on at {at}"
    model.take(MarketFine())
    assert state(model, Device.MARKET).detail == "Market: works"


def test_a_scan_shows_that_the_scanner_works(model):
    model.take(answer(RefusedIt(NotUnderstood("x"))))
    assert state(model, Device.SCANNER).state is DeviceState.WAITING
    model.take(answer(RefusedIt(NotUnderstood("x")), scan="x"))
    assert state(model, Device.SCANNER).state is DeviceState.READY


def test_the_printer_is_told_by_what_it_did(model):
    broken = SubmissionMoved(OTHER, bench().submission, PrinterUnavailable("Xprinter", "x"), AT)
    model.take(broken)
    assert state(model, Device.PRINTER).state is DeviceState.TROUBLE
    assert "Xprinter" in state(model, Device.PRINTER).detail
    model.take(SubmissionMoved(OTHER, bench(sent=PRINTED).submission))
    assert state(model, Device.PRINTER).state is DeviceState.READY


def test_a_print_whose_end_nobody_knows_is_the_printers_trouble(model):
    unclear = SubmissionMoved(OTHER, bench().submission, PrintOutcomeUnknown("Xprinter", "x"), AT)
    model.take(unclear)
    assert state(model, Device.PRINTER).state is DeviceState.TROUBLE
    assert "Xprinter" in state(model, Device.PRINTER).detail
    model.take(SubmissionMoved(OTHER, bench(sent=PRINTED).submission))
    assert state(model, Device.PRINTER).state is DeviceState.READY


def test_a_market_that_answers_in_a_moment_is_told_without_a_time_of_day(qapp, english):
    pages = (PageName.QUEUE,)
    model = WindowViewModel(pages, now=lambda: AT - timedelta(seconds=5))
    model.take(MarketTrouble(MarketBusy("op"), AT))
    told = state(model, Device.MARKET).detail
    assert told == "Market: The Market is busy, going on in a few seconds"


def test_what_changes_nothing_is_silent(model):
    seen: list[object] = []
    model.props_changed.connect(seen.append)
    model.show_page(PageName.QUEUE)
    model.set_packer("Anna")
    model.set_device(Device.SCANNER, DeviceState.WAITING)
    assert seen == []
    model.set_packer("Boris")
    assert len(seen) == 1


@pytest.mark.parametrize("page", PageName)
def test_each_screen_has_its_key_and_shows_it(window, model, pages, page, qtbot):
    model.show_page(PageName.BENCH if page is PageName.QUEUE else PageName.QUEUE)
    QTest.keyClick(window.windowHandle(), getattr(Qt.Key, f"Key_{page.key}"))
    assert current(model) is page
    assert pages[page].isVisible()
    qtbot.waitUntil(pages[page].hasFocus)
    button = find(window, QPushButton, f"nav{page.name.capitalize()}")
    assert page.key in button.text()
    assert button.isChecked()


def test_no_key_is_one_that_scanners_send():
    assert {page.key for page in PageName}.isdisjoint({"F8", "F12"})


def test_a_tap_shows_a_screen(window, model):
    QTest.mouseClick(find(window, QPushButton, "navSent"), Qt.MouseButton.LeftButton)
    assert current(model) is PageName.SENT


def test_a_mistake_of_the_program_is_told_in_a_strip_that_can_be_closed(window, model):
    strip = find(window, QWidget, "strip")
    assert not strip.isVisible()
    model.show_crash()
    assert strip.isVisible()
    assert find(window, QLabel, "stripText").text() == (
        "PackDesk made a mistake. Nothing is lost: scan the last thing again"
    )
    QTest.mouseClick(find(window, QPushButton, "stripClose"), Qt.MouseButton.LeftButton)
    assert not strip.isVisible()


def test_low_windows_are_compact_and_high_ones_roomy(window, pages, qtbot):
    window.resize(1366, 728)
    qtbot.waitUntil(lambda: pages[PageName.QUEUE].density is Density.COMPACT)
    assert find(window, NavigationView, "navigation").height() == 48
    assert find(window, BandView, "band").height() == 80
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: pages[PageName.QUEUE].density is Density.ROOMY)
    assert find(window, NavigationView, "navigation").height() == 56
    assert find(window, BandView, "band").height() == 96


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [QSize(1366, 728), QSize(960, 520), QSize(1920, 1080)])
def test_nothing_in_the_navigation_is_cut(window, model, language, size, qtbot):
    with speaking(language):
        model.set_packer("Анна Петрова")
        model.retranslate()
        window.resize(size)
        qtbot.waitUntil(lambda: window.size() == size)
        bar = find(window, NavigationView, "navigation")
        bar.layout().activate()
        parts = [part for part in bar.findChildren(QWidget) if part.isVisible()]
        cut = [
            (part.objectName(), part.width(), part.sizeHint().width())
            for part in parts
            if part.objectName() != "packer" and part.width() < part.sizeHint().width()
        ]
    assert cut == []


def test_a_state_is_told_by_a_mark_and_in_words(window, model):
    model.set_device(Device.PRINTER, DeviceState.TROUBLE)
    view = find(window, QWidget, "statePrinter")
    assert view.accessibleName() == "Printer: does not work"
    assert view.toolTip() == "Printer: does not work"


def test_a_packer_without_a_name_takes_no_room(window, model):
    assert find(window, ElidedLabel, "packer").isVisible()
    model.set_packer("")
    assert not find(window, ElidedLabel, "packer").isVisible()


def test_another_language_is_shown_at_once(window, model, english):
    english.use(Language.RU)
    model.retranslate()
    assert "Очередь" in find(window, QPushButton, "navQueue").text()


def test_the_trouble_of_the_market_names_the_time_of_the_next_try(model):
    model.take(MarketTrouble(MarketBusy("op"), AT + timedelta(minutes=1)))
    at = (AT + timedelta(minutes=1)).astimezone().strftime("%H:%M")
    assert state(model, Device.MARKET).detail.endswith(at)


def waiting(count):
    entry = QueueEntry(ORDER, Access.PACK, send=SendState.SENDING)
    return QueueRead((entry,) * count, Catalogue(), AT)


def test_the_window_closes_only_when_asked_twice_while_orders_wait_to_be_sent():
    frame = WindowViewModel((PageName.QUEUE,))
    assert frame.ask_to_close()
    frame.take(waiting(3))
    assert not frame.ask_to_close()
    strip = frame.props.strip
    assert strip is not None
    assert strip.text.startswith("3 orders not sent yet")
    assert frame.props.strip_close == "Stay"
    frame.close_strip()
    assert frame.props.strip is None
    assert not frame.ask_to_close()
    assert frame.ask_to_close()


def test_the_program_that_stops_asks_nobody():
    frame = WindowViewModel((PageName.QUEUE,))
    frame.take(waiting(1))
    frame.allow_close()
    assert frame.ask_to_close()


def test_a_question_of_many_answers_lies_over_the_work_and_moves_nothing(qtbot, theme, model):
    page, asker = PlainPage(), BandViewModel(RecordedIntents())
    band = BandView(asker, theme)
    window = MainWindow(
        model,
        NavigationView(model, theme),
        band,
        tuple(Page(name, page, page) for name in PageName),
        ScansView(ScansViewModel(), theme),
    )
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    before, low = page.mapTo(window, QPoint()), band.height()

    goods = tuple(f"A long name of a good, number {number}" for number in range(1, 8))
    asker.ask(LocalQuestion("Which good is it?", goods, print))
    QApplication.processEvents()

    assert band.height() > low
    assert page.mapTo(window, QPoint()) == before
    assert band.width() == window.width()


def test_the_band_fills_its_place(window):
    band = window.findChild(BandView)
    room = window.findChild(BandRoom)
    assert band is not None
    assert room is not None
    assert room.height() == band.height() == band.room


def test_orders_that_need_a_person_are_counted_where_they_are_listed(window, model):
    button = window.findChild(QPushButton, "navSent")
    assert button is not None
    calm = button.text()
    entries = (QueueEntry(ORDER, Access.PACK, send=SendState.NEEDS_PERSON),)
    model.take(QueueRead(entries, Catalogue(), None))
    assert button.text() == f"{calm} · 1"
    assert button.property("tone") == "attention"
    assert button.toolTip() == "1 order needs a person"
    model.take(SubmissionMoved(OTHER, bench(sent=(*PRINTED[:3], UNKNOWN_PRINT)).submission))
    assert button.text() == f"{calm} · 2"
    model.take(SubmissionMoved(OTHER, bench(sent=PRINTED).submission))
    assert button.text() == f"{calm} · 1"
    model.take(QueueRead((), Catalogue(), None))
    assert button.text() == calm
    assert button.property("tone") == ""
