"""The search of the queue: what was left in it never joins what comes next."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from packdesk.ui.queue.search_line import PAUSE_MS, SearchLine
from packdesk.ui.queue.view import QueueView
from packdesk.ui.queue.viewmodel import QueueViewModel
from tests.builders import item
from tests.fakes.intents import RecordedIntents
from tests.ui.queue_entries import NOW, entry, read

pytestmark = pytest.mark.usefixtures("english")

ORDERS = tuple(entry(item(1, name="Mug"), number=54870310200 + n) for n in range(1, 4))
SLOW_SCANNER_MS = 40


class Hand:
    """Types into the queue's window and keeps the time of its own keys."""

    def __init__(self, view: QueueView):
        self.view = view
        self.at_ms = 10_000

    def press(self, key: Qt.Key, text: str = "", after_ms: int = 250) -> None:
        self.at_ms += after_ms
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self.at_ms)
            QCoreApplication.sendEvent(self.view.windowHandle(), event)

    def type(self, text: str, after_ms: int = 250, gap_ms: int = 250) -> None:
        for place, sign in enumerate(text):
            self.press(Qt.Key.Key_unknown, sign, gap_ms if place else after_ms)

    def click(self, after_ms: int = 250) -> None:
        """At the end of what stands in the search."""
        self.at_ms += after_ms
        field = search(self.view)
        at = QPoint(field.width() - 4, field.height() // 2)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            event = QMouseEvent(
                kind,
                QPointF(at),
                QPointF(field.mapToGlobal(at)),
                Qt.MouseButton.LeftButton,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            event.setTimestamp(self.at_ms)
            QCoreApplication.sendEvent(field, event)


@pytest.fixture
def intents():
    return RecordedIntents()


@pytest.fixture
def model(qapp, intents):
    return QueueViewModel(intents, lambda: NOW)


@pytest.fixture
def view(qtbot, theme, model):
    view = QueueView(model, theme)
    view.resize(1366, 560)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    model.take(read(*ORDERS))
    return view


@pytest.fixture
def hand(view):
    return Hand(view)


def search(view: QueueView) -> SearchLine:
    field = view.findChild(SearchLine, "queueSearch")
    assert field is not None
    return field


def test_a_slow_scan_is_not_joined_to_what_was_left(view, hand, intents):
    hand.type("4")
    assert search(view).hasFocus()
    hand.type("54870310202", after_ms=PAUSE_MS, gap_ms=SLOW_SCANNER_MS)
    assert search(view).text() == "54870310202"
    hand.press(Qt.Key.Key_Return, "\r", SLOW_SCANNER_MS)
    assert intents.asked == [("open_order", 54870310202)]


def test_a_person_who_types_slowly_types_on(view, hand):
    hand.type("mug", gap_ms=PAUSE_MS - 1)
    assert search(view).text() == "mug"


@pytest.mark.parametrize("key", [Qt.Key.Key_End, Qt.Key.Key_Down])
def test_a_person_who_moves_about_in_it_types_on(view, hand, key):
    hand.type("54")
    hand.press(key, after_ms=PAUSE_MS)
    hand.type("8")
    assert search(view).text() == "548"


def test_a_person_who_rubs_out_types_on(view, hand):
    hand.type("549")
    hand.press(Qt.Key.Key_Backspace, after_ms=2 * PAUSE_MS)
    hand.type("8")
    assert search(view).text() == "548"


def test_a_person_who_clicks_into_it_types_on(view, hand):
    hand.type("54")
    hand.click(after_ms=2 * PAUSE_MS)
    hand.type("8")
    assert search(view).text() == "548"


def test_where_a_person_put_the_cursor_nothing_gives_way_however_long_it_takes(view, hand):
    hand.type("58")
    hand.press(Qt.Key.Key_Left)
    hand.type("4", after_ms=2 * PAUSE_MS)
    assert search(view).text() == "548"


def test_a_key_beside_the_field_begins_a_new_search(view, hand, model):
    model.search("4")
    view.setFocus()
    assert not search(view).hasFocus()
    hand.type("548")
    assert search(view).text() == "548"


def test_what_names_no_order_of_the_queue_is_sought_and_gives_way_to_the_next(view, hand, intents):
    hand.type("454870310213", gap_ms=SLOW_SCANNER_MS)
    hand.press(Qt.Key.Key_Return, "\r", SLOW_SCANNER_MS)
    assert intents.asked == [("seek_order", "454870310213")]
    assert search(view).text() == "454870310213"
    hand.type("54870310203", gap_ms=SLOW_SCANNER_MS)
    hand.press(Qt.Key.Key_Return, "\r", SLOW_SCANNER_MS)
    assert intents.asked[1:] == [("open_order", 54870310203)]


def test_another_page_forgets_the_search_and_keeps_the_filters(view, model):
    toggle = view.findChild(QPushButton, "filterFbs")
    assert toggle is not None
    toggle.click()
    model.search("mug")
    view.hide()
    view.show()
    assert search(view).text() == ""
    assert toggle.isChecked()


@pytest.mark.parametrize("name", ["queueSearch", "queueCards", "filterFbs", "queueRefresh"])
def test_escape_clears_the_search_wherever_the_focus_is(view, hand, model, name):
    model.search("mug")
    holder = view.findChild(type(view.findChild(object, name)), name)
    holder.setFocus()
    assert holder.hasFocus()
    hand.press(Qt.Key.Key_Escape)
    assert search(view).text() == ""


def test_while_a_question_takes_the_digits_nothing_is_typed_into_the_search(view, model):
    field, hand = search(view), Hand(view)
    field.setFocus()
    model.yield_digits(are_answers=True)
    assert view.focusWidget() is not field
    hand.type("1")
    assert (field.text(), model.props.search) == ("", "")
    model.yield_digits(are_answers=False)
    hand.type("2")
    assert field.text() == "2"
