"""The section of statuses: an order, its way, and what is set by keys, dates and holding."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from packdesk.domain.errands import CancelReason, MoveOn
from packdesk.domain.handover_refusals import BuyerCancels
from packdesk.domain.order import OrderStatus
from packdesk.station.errors import JournalFault, JournalUnavailable, MarketUnreachable
from packdesk.station.handover_reports import (
    HandoverAnswer,
    HandoverAsked,
    HandoverMoved,
    HandoverOutcome,
    HandoverState,
    HeldTrack,
    LetGo,
    ServicesTrouble,
)
from packdesk.station.reports import JournalStopped
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.handover.status_derive import read_day
from packdesk.ui.handover.status_viewmodel import StatusViewModel
from packdesk.ui.offer_button import GRAVE_HOLD_MS, OfferButton
from packdesk.ui.words.notice import Notice, Tone
from tests.fakes.handover_intents import RecordedHandover
from tests.ui.handover_states import FIRST, dbs, handed, number
from tests.ui.queue_entries import NOW
from tests.ui.status_window import buttons, find, pick, press, status_window

pytestmark = pytest.mark.usefixtures("english")
TODAY = date(2026, 11, 20)


@pytest.fixture
def shown(qtbot, theme):
    return status_window(qtbot, theme)


def steps(shown):
    labels = find(shown, QWidget, "statusSteps").findChildren(QLabel)
    return [one.text() for one in labels if one.isVisible() and one.text() != "→"]


def test_a_scanned_order_is_taken_and_the_one_before_put_down(shown):
    shown.handover.take_scan("51234567011")
    pick(shown)
    shown.handover.take_scan("51234567012")
    assert shown.intents.asked == [("scan", "51234567011"), ("drop",), ("scan", "51234567012")]


def test_a_typed_order_is_taken_at_enter(shown):
    for char in "5123":
        press(shown, Qt.Key(ord(char)))
    press(shown, Qt.Key.Key_Return)
    assert shown.intents.asked == [("paste", "5123")]


def test_the_way_of_the_order_is_shown_with_where_it_is(shown):
    pick(shown, OrderStatus.DELIVERY)
    assert steps(shown) == ["✓ Being packed", "● On its way", "At the pick-up point", "Delivered"]
    assert buttons(shown, "statusMove", 2) == [
        "F6: Arrived at the pick-up point",
        "F7: Handed to the buyer",
    ]
    assert len(buttons(shown, "statusReason", 4)) == 3


def test_what_was_asked_counts_as_done(shown):
    waits = handed(int(FIRST), MoveOn(OrderStatus.DELIVERY), HandoverOutcome.WAITING)
    pick(shown, OrderStatus.PROCESSING, rows=(waits,))
    assert "● On its way" in steps(shown)


def test_a_key_sets_the_next_status(shown):
    pick(shown)
    press(shown, Qt.Key.Key_F6)
    assert shown.intents.asked == [("move_on", FIRST, MoveOn(OrderStatus.DELIVERY))]


@pytest.mark.parametrize("outcome", [HandoverOutcome.WAITING, HandoverOutcome.SENDING])
def test_nothing_more_is_set_until_the_market_has_answered(shown, outcome):
    waits = handed(int(FIRST), MoveOn(OrderStatus.DELIVERY), outcome)
    pick(shown, OrderStatus.PROCESSING, rows=(waits,))
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F7):
        press(shown, key)
    assert shown.intents.asked == []
    assert buttons(shown, "statusMove", 2) == []
    assert "Waiting for the Market" in shown.handover.status.props.guide.text
    pick(shown, OrderStatus.DELIVERY, rows=(replace(waits, outcome=HandoverOutcome.DONE),))
    press(shown, Qt.Key.Key_F6)
    assert shown.intents.asked == [("move_on", FIRST, MoveOn(OrderStatus.PICKUP))]


def test_a_key_that_bounces_sets_one_status_however_quick_the_market_is(qapp):
    times = [NOW]
    intents = RecordedHandover()
    model = StatusViewModel(intents, lambda: times[-1])
    asked = []
    for status, after in (("PROCESSING", 0), ("DELIVERY", 0.3), ("DELIVERY", 2)):
        model.show(HandoverState(parcel=dbs(status=OrderStatus(status))))
        times.append(NOW + timedelta(seconds=after))
        model.press_key("F6")
        asked.append(len(intents.asked))
    assert asked == [1, 1, 2]


def test_a_digit_sets_nothing(shown):
    pick(shown)
    press(shown, Qt.Key.Key_1)
    assert shown.intents.asked == []


def test_a_tap_sets_a_status_with_the_day_that_was_typed(shown):
    order = dbs(status=OrderStatus.PICKUP)
    made = replace(order, created_at=datetime(2026, 11, 10, tzinfo=UTC))
    shown.handover.take(HandoverMoved(HandoverState(parcel=made)))
    line = find(shown, QLineEdit, "statusDayLine")
    line.setFocus()
    for char in "18.11":
        press(shown, Qt.Key(ord(char)))
    assert find(shown, QLabel, "statusDayNotice").text() == "Wednesday, 18 November 2026"
    QTest.mouseClick(find(shown, QPushButton, "statusMove1"), Qt.MouseButton.LeftButton)
    assert shown.intents.asked == [
        ("move_on", FIRST, MoveOn(OrderStatus.DELIVERED, date(2026, 11, 18)))
    ]
    assert line.text() == ""


@pytest.mark.parametrize("text", ["31.12", "1.1", "99.99", "yesterday"])
def test_a_wrong_day_stops_the_status_and_is_told(shown, text):
    pick(shown, OrderStatus.PICKUP)
    shown.handover.status.type_day(text)
    press(shown, Qt.Key.Key_F6)
    assert shown.intents.asked == []
    assert find(shown, QLineEdit, "statusDayLine").property("tone") == "refused"


def test_no_day_is_asked_for_where_none_belongs(shown):
    pick(shown, OrderStatus.PROCESSING)
    assert not find(shown, QWidget, "statusDay").isVisible()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("19.11", date(2026, 11, 19)),
        (" 9/11 ", date(2026, 11, 9)),
        ("19.11.2026", date(2026, 11, 19)),
        ("19.11.26", date(2026, 11, 19)),
        ("25.12", date(2026, 12, 25)),
        ("29.02", None),
        ("19", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_type_them(text, day):
    assert read_day(text, TODAY) == day


def test_a_day_of_december_in_january_is_of_the_last_year():
    assert read_day("29.12", date(2027, 1, 3)) == date(2026, 12, 29)


def test_an_order_is_cancelled_by_holding_only(shown, qtbot):
    pick(shown)
    button = find(shown, QPushButton, "statusReason2")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.intents.asked == []
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shown.intents.asked), timeout=5 * GRAVE_HOLD_MS)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert shown.intents.asked == [("cancel", FIRST, CancelReason.USER_CHANGED_MIND)]


def test_the_key_is_held_for_the_reason_that_the_arrows_choose(shown, qtbot):
    pick(shown)
    named = [one.startswith("F11") for one in buttons(shown, "statusReason", 4)]
    assert named == [True, False, False, False]
    press(shown, Qt.Key.Key_Down)
    assert buttons(shown, "statusReason", 4)[1].startswith("F11")
    QTest.keyPress(shown.window.windowHandle(), Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: bool(shown.intents.asked), timeout=5 * GRAVE_HOLD_MS)
    QTest.keyRelease(shown.window.windowHandle(), Qt.Key.Key_F11)
    assert shown.intents.asked == [("cancel", FIRST, CancelReason.USER_CHANGED_MIND)]


def test_the_key_of_a_reason_that_is_let_go_cancels_nothing(shown, qtbot):
    pick(shown)
    button = find(shown, OfferButton, "statusReason1")
    QTest.keyPress(shown.window.windowHandle(), Qt.Key.Key_F11)
    assert button.left_ms > 0
    QTest.keyRelease(shown.window.windowHandle(), Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: button.left_ms == -1, timeout=GRAVE_HOLD_MS // 2)
    assert shown.intents.asked == []


def test_a_buyer_who_cancels_is_told_and_the_order_is_shown_without_a_question(shown):
    question = BuyerCancels(FIRST)
    told = HandoverAsked(question)
    shown.handover.take(HandoverAnswer(told, NOW, HandoverState(question=question), "scan"))
    assert shown.intents.asked == [("answer", 1)]
    pick(shown, cancel_requested=True)
    assert find(shown, QLabel, "statusWarning").isVisible()


def test_a_track_number_is_no_order(shown):
    track = number("RB000000015RU")
    state = HandoverState(held=track)
    shown.handover.take(HandoverAnswer(HeldTrack(track), NOW, state, "scan"))
    assert shown.intents.asked == [("drop",)]
    assert "is no order" in shown.band.props.sentence


def test_an_order_at_its_end_has_nothing_to_set(shown):
    pick(shown, OrderStatus.DELIVERED)
    assert shown.band.props.sentence == "Nothing more can be set for this order"
    assert buttons(shown, "statusMove", 2) == []
    assert buttons(shown, "statusReason", 4) == []


def test_escape_puts_the_order_down_silently(shown):
    pick(shown)
    press(shown, Qt.Key.Key_Escape)
    assert shown.intents.asked == [("drop",)]
    heard: list[object] = []
    shown.band.noticed.connect(heard.append)
    shown.handover.take(HandoverAnswer(LetGo(), NOW, HandoverState()))
    assert heard == []


def test_an_order_that_was_only_looked_at_is_no_parcel_in_hand(shown):
    pick(shown)
    press(shown, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert shown.intents.asked == [("drop",)]
    assert shown.handover.props.current is SectionName.TRACKS


def test_a_parcel_in_hand_stays_so_when_its_status_is_looked_at(shown):
    shown.handover.show_section(SectionName.TRACKS)
    pick(shown)
    shown.handover.show_section(SectionName.STATUS)
    assert shown.intents.asked == []


def test_a_half_read_parcel_is_put_down_for_the_status(shown):
    shown.handover.show_section(SectionName.TRACKS)
    shown.handover.take(HandoverMoved(HandoverState(held=number("RB000000015RU"))))
    shown.handover.show_section(SectionName.STATUS)
    assert shown.intents.asked == [("drop",)]


def test_a_section_that_is_not_there_is_passed_over(shown):
    shown.handover.show_section(SectionName.COURIER)
    assert shown.handover.props.current is SectionName.STATUS


def test_scans_and_words_of_another_screens_section_are_its_own(shown):
    taken = []

    def take(text):
        taken.append(text)
        return True

    shown.handover.give_scans(SectionName.STATUS, take)
    assert shown.handover.take_scan("x")
    assert taken == ["x"]
    assert shown.intents.asked == []
    shown.handover.guide_section(SectionName.COURIER, Notice("Type the code", Tone.CALM))
    assert shown.band.props.sentence != "Type the code"


def test_troubles_of_the_world_are_told(shown):
    shown.handover.take(ServicesTrouble(MarketUnreachable("getDeliveryServices")))
    assert shown.band.props.sentence.startswith("The list of delivery services")
    gone = JournalUnavailable(JournalFault.FULL, "journal.db")
    shown.handover.take(JournalStopped(gone))
    assert shown.band.props.tone is Tone.REFUSED
