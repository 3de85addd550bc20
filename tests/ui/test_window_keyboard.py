"""Who has the keyboard in the whole window, and whose Escape it is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from packdesk.domain.questions import SplitProposed
from packdesk.ui.band.local_question import LocalQuestion
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.pages import PageName
from tests.builders import item
from tests.fakes.intents import RecordedIntents
from tests.screenshots.day_scenes import asking, enter
from tests.screenshots.goods import QUEUE, read
from tests.screenshots.pretend import Pretend, settle, window_of
from tests.ui.setup_table import KEY

KEYS = {page: getattr(Qt.Key, f"Key_{page.key}") for page in PageName}


@pytest.fixture
def new(qapp, theme, english) -> Iterator[Pretend]:
    """The first run: the keyring was asked, and has no key."""
    with window_of(theme, english, QSize(1366, 728)) as pretend:
        settle()
        pretend.setup.start()
        yield pretend


@pytest.fixture
def table(new: Pretend) -> Pretend:
    """There is a key, and there are orders."""
    new.setup.try_key(KEY)
    new.glass.take(read(*QUEUE))
    press(new, Qt.Key.Key_F1)
    return new


def press(table: Pretend, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(table.glass.window.windowHandle(), key)
    settle()


def find(table: Pretend, kind, name):
    widget = table.glass.window.findChild(kind, name)
    assert widget is not None, name
    return widget


def shown(table: Pretend) -> PageName:
    return table.glass.frame.props.page


def asked(table: Pretend):
    intents = table.glass.intents
    assert isinstance(intents, RecordedIntents)
    return intents.asked


def has_keyboard(table: Pretend, page: PageName) -> bool:
    whole, holder = find(table, QWidget, page.value), QApplication.focusWidget()
    return holder is whole or (holder is not None and whole.isAncestorOf(holder))


def take_keyboard_away(table: Pretend) -> None:
    """The keyboard is with something that belongs to no page."""
    table.glass.frame.show_crash()
    find(table, QPushButton, "stripClose").setFocus()
    assert not has_keyboard(table, shown(table))


@pytest.mark.parametrize("page", PageName)
def test_a_page_has_the_keyboard_when_it_is_shown(table: Pretend, page: PageName):
    press(table, KEYS[PageName.SETUP if page is PageName.QUEUE else PageName.QUEUE], KEYS[page])
    assert has_keyboard(table, page)


@pytest.mark.parametrize("page", PageName)
def test_a_click_on_the_navigation_gives_the_page_the_keyboard(table: Pretend, page: PageName):
    button = find(table, QPushButton, f"nav{page.name.capitalize()}")
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert shown(table) is page
        assert button.isChecked()
        assert has_keyboard(table, page)
        # The second click finds the page shown already, and the keyboard elsewhere.
        take_keyboard_away(table)


def test_the_queue_has_the_keyboard_from_the_start_and_without_a_card(new: Pretend):
    assert has_keyboard(new, PageName.SETUP)
    press(new, Qt.Key.Key_F1)
    assert has_keyboard(new, PageName.QUEUE)


def test_tab_passes_the_navigation_by(table: Pretend):
    seen = set()
    for _ in range(40):
        press(table, Qt.Key.Key_Tab)
        holder = QApplication.focusWidget()
        assert holder is not None
        seen.add(holder.objectName())
    assert "queueRefresh" in seen
    assert not {name for name in seen if name.startswith("nav")}


def test_escape_leaves_the_question_first_and_then_clears_the_search(table: Pretend):
    search = find(table, QLineEdit, "queueSearch")
    for holder in (search, find(table, QWidget, "queueCards")):
        table.glass.band.ask(LocalQuestion("How many?", ("1", "2"), lambda _: None))
        table.glass.queue.search("54")
        holder.setFocus()
        press(table, Qt.Key.Key_Escape)
        assert not table.glass.band.props.asks
        assert search.text() == "54"
        press(table, Qt.Key.Key_Escape)
        assert search.text() == ""


def test_escape_leaves_a_question_of_the_bench_and_nothing_else(table: Pretend):
    table.open(table.packing.order)
    question = SplitProposed(item(1).id, 2)
    press(table, Qt.Key.Key_F1)
    table.ask(question)
    press(table, Qt.Key.Key_F1)
    assert table.glass.band.props.asks
    table.glass.queue.search("54")
    press(table, Qt.Key.Key_Escape)
    assert asked(table)[-1] == ("drop_question",)
    assert find(table, QLineEdit, "queueSearch").text() == "54"


def test_escape_clears_the_search_after_the_bench_and_back(table: Pretend):
    press(table, Qt.Key.Key_F2, Qt.Key.Key_F1)
    table.glass.queue.search("54")
    press(table, Qt.Key.Key_Escape)
    assert find(table, QLineEdit, "queueSearch").text() == ""


def test_a_question_that_waits_at_the_bench_leaves_the_escape_of_other_pages_alone(
    table: Pretend,
):
    table.open(table.packing.order)
    table.glass.band.ask(LocalQuestion("How many?", ("1", "2"), lambda _: None))
    press(table, Qt.Key.Key_F4)
    search = find(table, QLineEdit, "sentSearch")
    search.setText("54")
    take_keyboard_away(table)
    press(table, Qt.Key.Key_Escape)
    assert search.text() == ""
    press(table, Qt.Key.Key_F2)
    assert table.glass.band.props.asks
    press(table, Qt.Key.Key_Escape)
    assert not table.glass.band.props.asks


def may_confirm(table: Pretend) -> bool:
    buttons = table.glass.window.findChildren(QPushButton, "dayHold")
    return any(button.isVisible() for button in buttons)


def test_escape_of_the_shipments_is_theirs_wherever_the_focus_is(table: Pretend):
    press(table, Qt.Key.Key_F3)
    table.glass.handover.tracks.show_section(SectionName.SHIPMENTS)
    asking(table.glass.handover.shipments)
    settle()
    assert may_confirm(table)
    take_keyboard_away(table)
    press(table, Qt.Key.Key_Escape)
    assert not may_confirm(table)


def test_escape_of_the_couriers_is_theirs_wherever_the_focus_is(table: Pretend):
    press(table, Qt.Key.Key_F3)
    table.glass.handover.tracks.show_section(SectionName.COURIER)
    enter(table.glass.handover.courier)
    assert table.glass.handover.courier.props.chosen is not None
    take_keyboard_away(table)
    press(table, Qt.Key.Key_Escape)
    assert table.glass.handover.courier.props.chosen is None


def test_a_scan_ends_the_search(table: Pretend):
    press(table, Qt.Key.Key_4)
    table.glass.scanned("4600000000017", caps_lock=False)
    assert find(table, QLineEdit, "queueSearch").text() == ""
