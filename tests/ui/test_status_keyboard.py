"""The keyboard in the section of statuses: after each act it is in the field for the order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from packdesk.domain.errands import Cancel, CancelReason, MoveOn
from packdesk.domain.order import OrderStatus
from packdesk.station.handover_reports import HandoverOutcome
from packdesk.ui.offer_button import GRAVE_HOLD_MS, OfferButton
from tests.ui.handover_states import FIRST, handed
from tests.ui.status_window import buttons, find, pick, press, status_window
from tests.ui.wedge_desk import PRESS, RELEASE, Keyboard

pytestmark = pytest.mark.usefixtures("english")
F11 = 95


@pytest.fixture
def shown(qtbot, theme):
    return status_window(qtbot, theme)


def focus(shown):
    widget = shown.window.focusWidget()
    return widget.objectName() if widget is not None else ""


def waiting(status):
    return handed(int(FIRST), MoveOn(status), HandoverOutcome.WAITING)


def type_order(shown, text):
    for char in text:
        press(shown, Qt.Key(ord(char)))
    press(shown, Qt.Key.Key_Return)


@pytest.mark.parametrize("from_name", ["statusDayLine", "statusMove1", "statusReason2"])
def test_the_order_that_is_typed_after_a_status_was_set_is_read(shown, from_name):
    pick(shown, OrderStatus.PICKUP)
    find(shown, QWidget, from_name).setFocus()
    press(shown, Qt.Key.Key_F6)
    pick(shown, OrderStatus.PICKUP, rows=(waiting(OrderStatus.DELIVERED),))
    assert focus(shown) == "statusOrder"
    pick(shown, OrderStatus.DELIVERED)
    shown.intents.asked.clear()
    type_order(shown, "5123")
    assert ("paste", "5123") in shown.intents.asked


def test_what_is_typed_stays_where_it_is_typed_when_the_market_answers(shown):
    pick(shown, OrderStatus.DELIVERY)
    find(shown, QLineEdit, "statusDayLine").setFocus()
    pick(shown, OrderStatus.PICKUP)
    assert focus(shown) == "statusDayLine"


def test_the_order_that_is_typed_after_a_short_press_for_a_reason_is_read(shown, qtbot):
    pick(shown)
    press(shown, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: focus(shown) == "statusOrder")
    shown.intents.asked.clear()
    type_order(shown, "5123")
    assert ("paste", "5123") in shown.intents.asked


def test_the_order_that_is_typed_after_a_cancellation_is_read(shown, qtbot):
    pick(shown)
    QTest.keyPress(shown.window.windowHandle(), Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: bool(shown.intents.asked), timeout=5 * GRAVE_HOLD_MS)
    cancelled = handed(int(FIRST), Cancel(CancelReason.SHOP_FAILED), HandoverOutcome.WAITING)
    pick(shown, rows=(cancelled,))
    QTest.keyRelease(shown.window.windowHandle(), Qt.Key.Key_F11)
    assert focus(shown) == "statusOrder"


def test_a_key_that_is_held_on_begins_no_second_cancellation(shown, qtbot):
    pick(shown)
    keyboard = Keyboard(shown.window.windowHandle())
    keyboard.send(PRESS, F11, "", Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: bool(shown.intents.asked), timeout=5 * GRAVE_HOLD_MS)
    keyboard.now_ms += 2000
    keyboard.send(RELEASE, F11, "", Qt.Key.Key_F11)
    keyboard.send(PRESS, F11, "", Qt.Key.Key_F11)
    assert find(shown, OfferButton, "statusReason1").left_ms == -1


def test_another_reason_is_never_chosen_under_the_finger(shown):
    pick(shown)
    QTest.keyPress(shown.window.windowHandle(), Qt.Key.Key_F11)
    press(shown, Qt.Key.Key_Down)
    button = find(shown, OfferButton, "statusReason1")
    assert button.left_ms == -1
    assert not button.isDown()
    assert focus(shown) == "statusOrder"
    assert buttons(shown, "statusReason", 4)[1].startswith("F11")


@pytest.mark.parametrize("from_name", ["statusReason2", "sectionTracks", "statusDayLine"])
@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier),
    ],
    ids=["escape", "ctrl+5"],
)
def test_the_keyboard_comes_back_to_the_number(shown, from_name, key, modifier):
    pick(shown, OrderStatus.PICKUP)
    find(shown, QWidget, from_name).setFocus()
    press(shown, key, modifier)
    assert focus(shown) == "statusOrder"
