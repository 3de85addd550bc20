"""The hand-over to couriers, with real taps and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from packdesk.domain.ids import OrderId
from packdesk.domain.order import EacType, OrderStatus, OrderSubstatus
from packdesk.station.courier_codes import (
    CodesOpenAgain,
    CourierOrder,
    CouriersRead,
    CouriersUnread,
    CourierTrouble,
    EacAnswered,
    EacFailed,
    EacNotAsked,
    NoCourierOrder,
    NotAsked,
)
from packdesk.station.errors import MarketOutcomeUnknown, MarketUnreachable, OrderUnknown
from packdesk.station.ports import EacAnswer, EacResult
from packdesk.ui.day.courier_row import CourierRowButton
from packdesk.ui.day.courier_view import CourierCodeView
from packdesk.ui.day.courier_viewmodel import CourierViewModel
from packdesk.ui.i18n import Language
from packdesk.ui.words.notice import Notice, Tone
from tests.builders import order
from tests.fakes.day_doors import AskedCouriers
from tests.screenshots.clipped import offences
from tests.ui.day_samples import COURIERS, express
from tests.ui.queue_entries import NOW
from tests.ui.speech import speaking

pytestmark = pytest.mark.usefixtures("theme")
FIRST, OURS = COURIERS.orders[0], COURIERS.orders[3]


class Screen:
    """The section in a window of its own."""

    def __init__(self, qtbot, theme, read: CouriersRead | None = COURIERS) -> None:
        self.couriers = AskedCouriers()
        self.noticed: list[Notice] = []
        self.model = CourierViewModel(self.couriers, lambda: NOW)
        self.model.noticed.connect(self.noticed.append)
        self.view = CourierCodeView(self.model, theme)
        self.view.resize(1366, 560)
        qtbot.addWidget(self.view)
        with qtbot.waitExposed(self.view):
            self.view.show()
        if read is not None:
            self.model.take(read)
            self.couriers.asked.clear()
        QApplication.processEvents()

    def rows(self) -> list[CourierRowButton]:
        return [one for one in self.view.findChildren(CourierRowButton) if one.isVisible()]

    def field(self, name: str) -> QLineEdit:
        found = self.view.findChild(QLineEdit, name)
        assert found is not None
        assert found.isVisible()
        return found

    def type(self, field: str, text: str) -> None:
        found = self.field(field)
        found.clear()
        QTest.keyClicks(found, text)
        QTest.keyClick(found, Qt.Key.Key_Return)

    def shown(self, name: str) -> str:
        found = self.view.findChild(QLabel, name)
        assert found is not None
        return found.text() if found.isVisible() else ""

    def tell(self, result: EacResult, left: int | None = None, of: OrderId = FIRST.id) -> None:
        self.model.take(EacAnswered(of, EacAnswer(result, left)))


@pytest.fixture
def screen(qtbot, theme, english) -> Screen:
    return Screen(qtbot, theme)


def test_the_orders_stand_by_urgency_with_their_countdown(screen: Screen):
    names = [row.accessibleName() for row in screen.rows()]
    assert [name.split(" ")[0] for name in names] == [str(one.id) for one in COURIERS.orders]
    assert "9 min" in names[0]
    assert "The courier is here" in names[0]


def test_arrows_choose_the_order_though_the_keyboard_is_in_a_field(screen: Screen):
    handle = screen.view.windowHandle()
    chosen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(handle, key)
        chosen.append([row.is_chosen for row in screen.model.props.rows].index(True))
    assert chosen == [0, 1, 0, 0]
    screen.type("courierCode", "4711")
    assert screen.couriers.asked == [("verify", FIRST.id, "4711")]


def test_an_order_is_picked_by_hand_and_the_code_typed(screen: Screen):
    QTest.mouseClick(screen.rows()[0], Qt.MouseButton.LeftButton)
    field = screen.view.findChild(QLineEdit, "courierCode")
    assert field is not None
    assert QApplication.focusWidget() is field
    screen.type("courierCode", " 4711 ")
    assert screen.couriers.asked == [("verify", FIRST.id, "4711")]
    assert screen.shown("courierResult") == "Checking the code…"


def test_while_a_code_is_checked_another_is_not(screen: Screen):
    screen.model.choose(FIRST.id)
    screen.type("courierCode", "4711")
    screen.type("courierCode", "4712")
    assert len(screen.couriers.asked) == 1
    button = screen.view.findChild(QPushButton, "courierCheck")
    assert button is not None
    assert not button.isEnabled()


@pytest.mark.parametrize("text", [str(FIRST.id), str(FIRST.external_id)])
def test_a_scan_picks_the_order(screen: Screen, text: str):
    screen.model.find(text)
    assert screen.model.props.chosen is not None
    assert screen.model.props.chosen.order == FIRST.id
    assert screen.couriers.asked == []


@pytest.mark.parametrize("text", ["4607000000017", "46009333", "4711"])
def test_no_scan_costs_an_attempt(screen: Screen, text: str):
    screen.model.choose(FIRST.id)
    screen.model.find(text)
    assert screen.couriers.asked == [("find", text)]


def test_of_an_order_that_is_not_packed_no_code_is_asked(screen: Screen):
    started = replace(FIRST, status=OrderStatus.PROCESSING, substatus=OrderSubstatus("STARTED"))
    screen.model.take(CourierOrder(started))
    assert screen.model.props.chosen is None
    assert "not packed yet" in screen.noticed[-1].text


def test_a_number_that_is_not_in_the_list_is_sought(screen: Screen):
    screen.type("courierFind", "54870320999")
    assert screen.couriers.asked == [("find", "54870320999")]
    screen.model.take(NoCourierOrder("54870320999"))
    assert screen.shown("courierTold") == "“54870320999” is not known at this table"
    screen.model.take(CourierOrder(express(54870320999)))
    assert screen.shown("courierTold") == ""
    assert screen.model.props.chosen is not None


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (order(number=5), "is no Express order"),
        (express(54870320999, kind=None), "is handed over without a code"),
    ],
)
def test_an_order_without_a_code_is_told_so(screen: Screen, found, told: str):
    screen.model.take(CourierOrder(found))
    assert told in screen.shown("courierTold")
    assert screen.model.props.chosen is None


@pytest.mark.parametrize(
    ("result", "left", "told", "tone"),
    [
        (EacResult.ACCEPTED, None, "The code is right. Hand the parcel over", Tone.COMPLETE),
        (EacResult.REJECTED, 2, "Wrong code. Attempts left: 2", Tone.REFUSED),
        (EacResult.REJECTED, 0, "No attempts left. Ask the courier", Tone.REFUSED),
        (EacResult.REJECTED, None, "Do not hand over, ask the courier again", Tone.REFUSED),
        (EacResult.NEED_UPDATE, 0, "Ask the courier for a new code", Tone.REFUSED),
        (EacResult("NEW_ONE"), None, "NEW_ONE", Tone.ATTENTION),
    ],
)
def test_the_answer_is_large_and_says_what_to_do(
    screen: Screen, result: EacResult, left: int | None, told: str, tone: Tone
):
    screen.model.choose(FIRST.id)
    screen.tell(result, left)
    assert told in screen.shown("courierResult")
    assert screen.noticed[-1].tone is tone


def test_after_a_wrong_code_the_field_is_empty_and_the_next_can_be_typed(screen: Screen):
    screen.model.choose(FIRST.id)
    screen.type("courierCode", "0000")
    screen.tell(EacResult.REJECTED, 2)
    assert screen.field("courierCode").text() == ""
    QTest.keyClick(screen.field("courierCode"), Qt.Key.Key_Return)
    assert len(screen.couriers.asked) == 1, "a second Enter sends nothing"
    screen.type("courierCode", "4711")
    assert screen.couriers.asked[-1] == ("verify", FIRST.id, "4711")


def test_what_was_typed_meanwhile_stays(screen: Screen):
    screen.model.choose(FIRST.id)
    screen.type("courierCode", "0000")
    screen.field("courierCode").clear()
    QTest.keyClicks(screen.field("courierCode"), "47")
    screen.tell(EacResult.REJECTED, 2)
    assert screen.field("courierCode").text() == "47"


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (NotAsked.REFUSED_BEFORE, "refused already"),
        (NotAsked.NO_CODE, "3 to 8 digits"),
        (NotAsked.NO_ATTEMPTS, "press F5"),
    ],
)
def test_a_code_that_did_not_go_out_is_told(screen: Screen, why: NotAsked, told: str):
    screen.model.choose(FIRST.id)
    screen.type("courierCode", "0000")
    screen.model.take(EacNotAsked(FIRST.id, why))
    assert told in screen.shown("courierResult")
    assert "Not sent" in screen.noticed[-1].text
    kept = screen.field("courierCode").text()
    assert kept == ("" if why is NotAsked.REFUSED_BEFORE else "0000")


def test_without_attempts_the_button_is_off_until_the_order_is_read_anew(screen: Screen):
    screen.model.choose(FIRST.id)
    screen.tell(EacResult.NEED_UPDATE, 0)
    button = screen.view.findChild(QPushButton, "courierCheck")
    assert button is not None
    assert not button.isEnabled()
    screen.model.take(CodesOpenAgain(FIRST.id))
    assert button.isEnabled()
    assert screen.shown("courierResult") == ""


def test_what_is_told_last_is_over_when_another_order_is_handed_over(screen: Screen):
    over: list[int] = []
    screen.model.moved_on.connect(lambda: over.append(1))
    screen.model.choose(FIRST.id)
    screen.tell(EacResult.REJECTED, 1)
    screen.model.choose(FIRST.id)
    assert len(over) == 1, "it is still the same order"
    screen.model.find(str(COURIERS.orders[1].id))
    assert len(over) == 2
    screen.tell(EacResult.REJECTED, 0)
    assert screen.noticed[-1].text.startswith(f"Order {FIRST.id}: No attempts left")


def test_while_the_list_was_never_read_nothing_is_said_of_it(qtbot, theme, english):
    screen = Screen(qtbot, theme, None)
    assert screen.model.props.caption == "The list is not read yet"
    assert screen.model.props.guide.text == "Asking the Market who is waited for"
    screen.model.find(str(FIRST.id))
    assert screen.couriers.asked == [("look",)], "not sought before the list is there"
    assert str(FIRST.id) in screen.model.props.guide.text
    screen.model.take(COURIERS)
    assert screen.model.props.chosen is not None
    assert screen.model.props.chosen.order == FIRST.id


def test_a_list_that_cannot_be_read_says_why_and_a_scan_asks_anew(qtbot, theme, english):
    screen = Screen(qtbot, theme, None)
    screen.model.take(CouriersUnread(MarketUnreachable("op")))
    told = "No connection to the Market. Try again later (F5)"
    assert screen.model.props.guide == screen.noticed[-1] == Notice(told, Tone.REFUSED)
    assert screen.model.props.empty == ""
    screen.model.find("54870320999")
    assert screen.couriers.asked == [("look",), ("look",)]
    screen.model.take(COURIERS)
    assert screen.couriers.asked[-1] == ("find", "54870320999")


def test_the_last_list_stays_where_a_newer_one_does_not_come(screen: Screen):
    screen.model.refresh()
    screen.model.take(CouriersUnread(MarketUnreachable("op")))
    assert len(screen.rows()) == len(COURIERS.orders)
    assert screen.shown("courierTold").endswith("(F5)")
    screen.model.choose(FIRST.id)
    assert screen.shown("courierTold").endswith("(F5)"), "it is still not of now"
    screen.model.take(COURIERS)
    assert screen.shown("courierTold") == ""


def test_a_scanned_number_with_a_dash_is_no_code(screen: Screen):
    screen.model.choose(FIRST.id)
    screen.model.find("EX-777")
    assert screen.couriers.asked == [("find", "EX-777")]


def test_after_the_right_code_nothing_more_is_asked_of_this_order(screen: Screen):
    screen.model.choose(FIRST.id)
    screen.tell(EacResult.ACCEPTED)
    assert screen.couriers.asked == [("look",)], "the list is read anew"
    screen.model.take(CouriersRead(COURIERS.orders[1:], NOW))
    assert screen.model.props.chosen is not None, "the good news stays in sight"
    screen.model.check("4711")
    assert screen.couriers.asked == [("look",)]


def test_a_lost_answer_says_that_it_may_have_cost_an_attempt(screen: Screen):
    screen.model.choose(FIRST.id)
    screen.model.take(EacFailed(FIRST.id, MarketOutcomeUnknown("op"), may_have_cost=True))
    assert "may cost an attempt" in screen.shown("courierResult")
    screen.model.take(EacFailed(FIRST.id, MarketUnreachable("op")))
    assert "No connection" in screen.shown("courierResult")
    assert screen.couriers.asked == []


def test_our_code_is_shown_large_to_be_told(screen: Screen):
    screen.model.choose(OURS.id)
    assert screen.shown("courierOurCode") == "7788"
    field = screen.view.findChild(QLineEdit, "courierCode")
    assert field is not None
    assert not field.isVisible()
    screen.model.check("7788")
    assert screen.couriers.asked == [], "our own code is never checked"


def test_our_code_that_is_not_there_yet_is_told(screen: Screen):
    screen.model.take(CourierOrder(express(1, kind=EacType.MERCHANT_TO_COURIER)))
    shown = [one.text() for one in screen.view.findChildren(QLabel) if one.isVisible()]
    assert any("has not given the code yet" in text for text in shown)


def test_escape_takes_another_order_and_f5_reads_anew(screen: Screen):
    screen.model.choose(FIRST.id)
    QTest.keyClick(screen.view, Qt.Key.Key_Escape)
    assert screen.model.props.chosen is None
    QTest.keyClick(screen.view, Qt.Key.Key_F5)
    assert screen.couriers.asked == [("look",)]


@pytest.mark.parametrize(
    ("error", "told"),
    [(MarketUnreachable("op"), "No connection"), (OrderUnknown(FIRST.id), "has no order")],
)
def test_a_trouble_is_told(screen: Screen, error, told: str):
    screen.model.take(CourierTrouble(error))
    assert told in screen.shown("courierTold")


def test_all_can_be_reached_with_the_keyboard(screen: Screen):
    screen.model.choose(FIRST.id)
    reached: list[str] = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or screen.view, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        reached.append(focus.objectName())
    assert {"courierFind", "courierRow", "courierCode", "courierCheck", "courierLeave"} <= set(
        reached
    )


@pytest.mark.parametrize("language", Language, ids=lambda one: one.value)
@pytest.mark.parametrize("size", [QSize(1366, 520), QSize(1024, 452)], ids=str)
def test_nothing_is_cut(qtbot, theme, language: Language, size: QSize):
    with speaking(language):
        screen = Screen(qtbot, theme)
        screen.view.resize(size)
        for chosen in (FIRST, OURS):
            screen.model.choose(chosen.id)
            screen.tell(EacResult.NEED_UPDATE, 0, chosen.id)
            for _ in range(4):
                QApplication.processEvents()
            assert not offences(screen.view, theme)


def test_a_check_by_the_space_bar_leaves_the_keyboard_in_the_field(screen: Screen):
    screen.model.choose(FIRST.id)
    QTest.keyClicks(screen.field("courierCode"), "4711")
    button = screen.view.findChild(QPushButton, "courierCheck")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert screen.couriers.asked == [], "a scanner may send its Enter late"
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is screen.field("courierCode")
    assert len(screen.couriers.asked) == 1
    QTest.keyClick(screen.field("courierCode"), Qt.Key.Key_Space)
    assert screen.model.props.chosen is not None


def test_a_row_that_comes_to_stand_for_another_order_is_left(screen: Screen):
    row = screen.rows()[1]
    row.setFocus()
    screen.model.take(CouriersRead(COURIERS.orders[1:], NOW))
    assert QApplication.focusWidget() is screen.field("courierFind")
