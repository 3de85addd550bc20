"""The list of what was sent, with real taps and keys."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from packdesk.domain.errands import OtherTracksFound, SetTrack
from packdesk.station.errors import JournalDamaged, MarketUnreachable
from packdesk.station.reports import MarketFine, MarketTrouble, SubmissionMoved
from packdesk.station.sent import NothingFound, SentLane, SentRead, SentTrouble
from packdesk.ui.elided import ElidedLabel
from packdesk.ui.sent.lane_view import LaneView
from packdesk.ui.sent.row_view import SentRowView
from packdesk.ui.sent.view import SentView
from packdesk.ui.sent.viewmodel import SentViewModel
from packdesk.ui.words.notice import Notice, Tone
from tests.builders import unit
from tests.fakes.intents import RecordedIntents
from tests.fakes.sent import AskedBook
from tests.ui.queue_entries import NOW
from tests.ui.sent_rows import CONFIRMED, DONE, PRINTED, history_of, row, sent_rows

pytestmark = pytest.mark.usefixtures("english", "theme")


class Screen:
    """The screen in a window of its own."""

    def __init__(self, qtbot) -> None:
        self.intents = RecordedIntents()
        self.book = AskedBook()
        self.now = NOW
        self.noticed: list[Notice] = []
        self.model = SentViewModel(self.intents, self.book, lambda: self.now)
        self.model.noticed.connect(self.noticed.append)
        self.view = SentView(self.model)
        self.view.resize(1366, 560)
        qtbot.addWidget(self.view)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.model.take_list(SentRead(sent_rows()))

    def lane(self, name: str) -> LaneView:
        found = self.view.findChild(LaneView, name)
        assert found is not None
        return found

    def rows(self, name: str) -> dict[int, SentRowView]:
        shown = [
            one for one in self.lane(name).findChildren(SentRowView) if one.isVisibleTo(self.view)
        ]
        return {int(one.findChildren(ElidedLabel)[0].whole.split(" ")[0]): one for one in shown}

    def press(self, name: str, number: int, button: str = "sentAct", after: float = 2) -> None:
        self.now += timedelta(seconds=after)
        found = self.rows(name)[number].findChild(QPushButton, button)
        assert found is not None
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def detail(self, name: str) -> None:
        self.now += timedelta(seconds=2)
        found = [b for b in self.view.findChildren(QPushButton, name) if b.isVisible()]
        QTest.mouseClick(found[-1], Qt.MouseButton.LeftButton)

    def text(self, name: str) -> str:
        found = self.view.findChild(QLabel, name)
        assert found is not None
        return found.text() if found.isVisible() else ""


@pytest.fixture
def screen(qtbot) -> Screen:
    return Screen(qtbot)


def test_every_order_stands_in_its_column(screen: Screen):
    assert list(screen.rows("sentNeedsYou")) == [51234567000 + n for n in range(1, 6)]
    assert list(screen.rows("sentWaiting")) == [51234567011, 51234567012, 51234567013]
    assert list(screen.rows("sentDone")) == [51234567021, 51234567022]
    assert screen.text("sentNeedsYouTitle") == "Needs you · 5"


def test_the_list_is_read_when_the_screen_is_shown(screen: Screen):
    assert ("show",) in screen.book.asked


def test_a_refused_code_opens_the_order_at_its_unit(screen: Screen, qtbot):
    with qtbot.waitSignal(screen.model.bench_wanted):
        screen.press("sentNeedsYou", 51234567001)
    assert screen.intents.asked == [("open_at", 51234567001, unit(1))]


def test_refused_boxes_open_the_order(screen: Screen):
    screen.press("sentNeedsYou", 51234567002)
    assert screen.intents.asked == [("open_order", 51234567002)]


def test_a_printed_label_is_printed_again(screen: Screen):
    screen.press("sentDone", 51234567021)
    assert screen.intents.asked == [("reprint", 51234567021)]
    assert "Reprinted: 1" in screen.rows("sentDone")[51234567022].accessibleName()


def test_a_double_click_prints_one_orders_labels_though_the_list_moves(screen: Screen):
    screen.press("sentDone", 51234567022)
    moved = replace(row(51234567022, SentLane.DONE, *DONE), at=NOW + timedelta(minutes=1))
    new = replace(row(51234567023, SentLane.DONE, *DONE), at=NOW + timedelta(minutes=2))
    others = [one for one in sent_rows() if one.order.id != moved.order.id]
    screen.model.take_list(SentRead((new, moved, *others)))
    # A new one comes in above; those that were there stay as they were.
    assert list(screen.rows("sentDone")) == [51234567023, 51234567021, 51234567022]
    screen.press("sentDone", 51234567021, after=0.2)
    assert screen.intents.asked == [("reprint", 51234567022)]
    assert screen.noticed == [Notice("Printing again: order 51234567022", Tone.ACCEPTED)]
    screen.press("sentDone", 51234567021)
    assert screen.intents.asked[1:] == [("reprint", 51234567021)]


def test_when_the_screen_is_shown_again_the_latest_comes_first(screen: Screen):
    moved = replace(row(51234567022, SentLane.DONE, *DONE), at=NOW + timedelta(minutes=1))
    others = [one for one in sent_rows() if one.order.id != moved.order.id]
    screen.model.entered()
    screen.model.take_list(SentRead((moved, *others)))
    assert list(screen.rows("sentDone")) == [51234567022, 51234567021]


@pytest.mark.parametrize(
    ("button", "printed"), [("sentDetailsPrinted", True), ("sentDetailsNotPrinted", False)]
)
def test_did_it_print_is_answered_in_the_details(screen: Screen, button: str, printed: bool):
    screen.press("sentNeedsYou", 51234567003)
    assert screen.book.asked[-1] == ("history", 51234567003)
    screen.model.take_list(history_of(sent_rows()[2], *PRINTED[:-1]))
    screen.detail(button)
    assert screen.intents.asked == [("say_printed", 51234567003, printed)]


def test_a_track_beside_another_is_sent_only_when_a_person_says_so(screen: Screen):
    asked = sent_rows()[3]
    screen.press("sentNeedsYou", 51234567004)
    screen.model.take_list(history_of(asked))
    screen.detail("sentDetailsAddTrack")
    found = asked.errands.stopped
    assert isinstance(found, OtherTracksFound)
    assert screen.intents.asked == [
        ("drop_errand", 51234567004),
        ("ask_errand", 51234567004, SetTrack(found.errand.track, beside=found.tracks)),
    ]


def test_a_request_can_be_given_up(screen: Screen):
    screen.model.take_list(history_of(sent_rows()[4]))
    assert "Order not found: 51234567005" in screen.text("sentDetailsWords")
    screen.detail("sentDetailsDropErrand")
    assert screen.intents.asked == [("drop_errand", 51234567005)]


def test_the_history_tells_what_when_and_who(screen: Screen):
    screen.press("sentDone", 51234567022, "sentHistory")
    assert screen.book.asked[-1] == ("history", 51234567022)
    screen.model.take_list(history_of(sent_rows()[9], *DONE))
    told = [label.text() for label in screen.view.findChildren(QLabel) if label.isVisible()]
    assert "Ready to ship" in told
    assert "Анна · стол 1" in told


def test_escape_goes_back_to_the_columns(screen: Screen):
    screen.model.take_list(history_of(sent_rows()[0]))
    assert not screen.lane("sentDone").isVisible()
    QTest.keyClick(screen.view, Qt.Key.Key_Escape)
    assert screen.lane("sentDone").isVisible()


def test_a_number_is_sought_with_enter(screen: Screen):
    field = screen.view.findChild(QLineEdit, "sentSearch")
    assert field is not None
    QTest.keyClicks(field, "51234567099")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert screen.book.asked[-1] == ("find", "51234567099")
    screen.model.take_list(NothingFound("51234567099"))
    assert screen.text("sentTrouble") == "“51234567099” is not known at this table"
    QTest.keyClick(screen.view, Qt.Key.Key_Escape)
    assert screen.text("sentTrouble") == ""


def test_what_waits_tells_until_when(screen: Screen):
    at = NOW + timedelta(minutes=5)
    screen.model.take(MarketTrouble(MarketUnreachable("op"), at))
    clock = at.astimezone().strftime("%H:%M")
    waiting = screen.rows("sentWaiting")[51234567011]
    assert waiting.accessibleName().endswith(f"Going on at {clock}")
    screen.model.take(MarketFine())
    assert "Going on" not in waiting.accessibleName()


def test_an_order_that_moved_is_read_anew(screen: Screen):
    one = sent_rows()[0]
    screen.model.take_list(history_of(one))
    screen.model.take(SubmissionMoved(one.order.id, one.submission))
    assert screen.book.asked[-2:] == [("moved", one.order.id), ("history", one.order.id)]


def test_a_long_column_says_how_many_it_hides(screen: Screen):
    many = tuple(row(51234500000 + n, SentLane.WAITING, CONFIRMED) for n in range(300))
    screen.model.take_list(SentRead(many))
    assert len(screen.rows("sentWaiting")) == 40
    more = [x.text() for x in screen.lane("sentWaiting").findChildren(QLabel) if x.isVisible()]
    assert any(text.startswith("260 more") for text in more)


def test_a_journal_that_cannot_be_read_is_told(screen: Screen):
    screen.model.take_list(SentTrouble(JournalDamaged("journal.db", "no database")))
    assert "journal is damaged" in screen.text("sentTrouble")


def tap_key(screen: Screen, key: Qt.Key) -> None:
    screen.now += timedelta(seconds=2)
    QTest.keyClick(screen.view.windowHandle(), key)


def test_keys_act_on_the_row_that_is_here_and_arrows_choose_it(screen: Screen, qtbot):
    def here() -> int:
        row = screen.model.props.here
        assert row is not None
        return row.order

    assert here() == 51234567001
    (button,) = screen.rows("sentNeedsYou")[51234567001].findChildren(QPushButton, "sentAct")
    assert button.text().endswith("  F9")
    tap_key(screen, Qt.Key.Key_F9)
    assert screen.intents.asked == [("open_at", 51234567001, unit(1))]
    tap_key(screen, Qt.Key.Key_Down)
    assert here() == 51234567002
    assert "F9" not in button.text()
    tap_key(screen, Qt.Key.Key_F6)
    assert screen.book.asked[-1] == ("history", 51234567002)
    for _ in range(20):
        tap_key(screen, Qt.Key.Key_Down)
    assert here() == 51234567022
    tap_key(screen, Qt.Key.Key_F9)
    assert screen.intents.asked[-1] == ("reprint", 51234567022)


def test_the_row_of_the_keys_is_in_sight_whatever_comes_over_it(screen: Screen, qtbot):
    def is_in_sight() -> bool:
        (view,) = (view for view in screen.rows("sentDone").values() if view.is_here)
        return not view.visibleRegion().isEmpty()

    screen.view.resize(1366, 300)
    first = row(51234567024, SentLane.DONE, *DONE)
    screen.model.take_list(SentRead((first,)))
    qtbot.waitUntil(is_in_sight)
    newer = [
        replace(row(51234567100 + n, SentLane.DONE, *DONE), at=NOW + timedelta(minutes=1 + n))
        for n in range(30)
    ]
    screen.model.step(1)
    screen.model.take_list(SentRead((first, *newer)))
    here = screen.model.props.here
    assert here is not None
    assert here.order == first.order.id
    qtbot.waitUntil(is_in_sight)
    screen.model.entered()
    here = screen.model.props.here
    assert here == screen.model.props.rows[0]


def test_keys_act_on_the_details_while_they_are_open(screen: Screen):
    screen.model.take_list(history_of(sent_rows()[2], *PRINTED[:-1]))
    shown = screen.model.props.details
    assert shown is not None
    assert [one.key for one in shown.buttons] == ["Esc", "F9", "F6"]
    tap_key(screen, Qt.Key.Key_Down)
    tap_key(screen, Qt.Key.Key_F6)
    assert screen.intents.asked == [("say_printed", 51234567003, False)]
    tap_key(screen, Qt.Key.Key_Escape)
    assert screen.model.props.details is None
    assert screen.model.props.here == screen.model.props.rows[0]


def test_typing_a_number_leaves_the_rows_alone(screen: Screen):
    search = screen.view.findChild(QLineEdit, "sentSearch")
    assert search is not None
    search.setFocus()
    QTest.keyClicks(search, "0699")
    assert search.text() == "0699"
    assert screen.intents.asked == []


def test_keys_do_nothing_where_nothing_was_sent(screen: Screen):
    screen.model.take_list(SentRead(()))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F9, Qt.Key.Key_F6):
        tap_key(screen, key)
    assert screen.intents.asked == []
    assert screen.model.props.choose == ""
