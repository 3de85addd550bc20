"""The shipments of the day by keys: whose they are, and where the focus stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from packdesk.domain.batch_ready import Readiness
from packdesk.domain.labels import LabelFormat
from packdesk.station.day_reports import (
    ActCame,
    ActNotKept,
    LabelsBeingMade,
    LabelsCame,
)
from packdesk.station.errors import (
    PrinterUnavailable,
)
from packdesk.ui.day.shipment_card import ShipmentCard
from packdesk.ui.day.shipments_props import DayAct
from packdesk.ui.offer_button import GRAVE_HOLD_MS
from tests.ui.day_samples import (
    ALL_READY,
    CONFIRMED,
    MIXED,
    SHOP,
    TOMORROW,
    due,
    key,
    read,
    states,
)
from tests.ui.queue_entries import NOW
from tests.ui.shipments_window import SHIPMENT, Screen

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def screen(qtbot, theme, english) -> Screen:
    return Screen(qtbot, theme, MIXED, TOMORROW, CONFIRMED)


@pytest.fixture
def done(qtbot, theme, english) -> Screen:
    return Screen(qtbot, theme, ALL_READY)


def test_all_can_be_reached_with_the_keyboard(done: Screen):
    done.model.take(read(due(*states(Readiness.MAY_BE_SET)), CONFIRMED))
    done.view.setFocus()
    reached: list[str] = []
    for _ in range(7):
        QTest.keyClick(QApplication.focusWidget() or done.view, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus.objectName())
    wanted = ["dayRefresh", "dayOpenOrder", "daySetReady", "dayMakeLabels", "dayMakeLabels"]
    assert [name for name in reached if name in wanted][:5] == wanted


def tap_key(screen: Screen, shown: str) -> None:
    QTest.keySequence(screen.view.windowHandle(), QKeySequence(shown))


def test_each_key_that_is_shown_acts_on_the_shipment_that_is_here(screen: Screen):
    for name, asked in (
        ("daySetReady", ("set_ready", SHOP.id, MIXED.may_be_set)),
        ("dayMakeLabels", ("make_labels", MIXED.with_labels, LabelFormat.A7)),
    ):
        button = screen.button(name)
        assert button is not None
        tap_key(screen, button.text().split("  ")[1])
        assert screen.day.asked[-1] == asked
    assert [row.key for row in screen.model.props.shipments[0].rows] == list("123456789")
    tap_key(screen, "3")
    assert screen.intents.asked == [("open_order", screen.model.props.shipments[0].rows[2].order)]


def test_only_one_shipment_has_keys_and_arrows_choose_it(screen: Screen):
    def here() -> list[bool]:
        return [one.is_here for one in screen.model.props.shipments]

    assert here() == [True, False, False]
    later = screen.button("dayMakeLabels", place=2)
    assert later is not None
    assert "F6" not in later.text()
    for _ in range(4):
        tap_key(screen, "Down")
    assert here() == [False, False, True]
    assert "F6" in later.text()
    tap_key(screen, "F6")
    assert screen.day.asked[-1] == ("make_labels", CONFIRMED.with_labels, LabelFormat.A7)
    tap_key(screen, "F9")
    assert screen.day.asked[-1][0] == "make_labels", "what has no button has no key"
    tap_key(screen, "Up")
    assert here() == [False, True, False]
    screen.model.take(read(MIXED))
    assert here() == [True]


def test_a_button_that_is_pressed_brings_the_keys_to_its_shipment(screen: Screen):
    screen.press("dayMakeLabels", place=2)
    assert screen.model.props.shipments[2].is_here


def test_papers_are_opened_and_kept_by_key(done: Screen):
    done.model.take(LabelsCame(ALL_READY.with_labels, "labels.pdf"))
    tap_key(done, "Ctrl+O")
    done.model.take(ActNotKept(SHOP.id, SHIPMENT, PrinterUnavailable("documents")))
    tap_key(done, "Ctrl+S")
    assert done.day.asked[-1] == ("keep_act", SHOP.id, SHIPMENT)
    done.model.take(ActCame(SHOP.id, SHIPMENT, "act.pdf"))
    tap_key(done, "Ctrl+P")
    assert done.opened == ["labels.pdf", "act.pdf"]


def test_the_act_needs_its_key_held_down(done: Screen, qtbot):
    tap_key(done, "F11")
    tap_key(done, "F7")
    assert done.hold.accessibleName().startswith("F11")
    tap_key(done, "F11")
    qtbot.waitUntil(lambda: done.hold.left_ms == -1, timeout=GRAVE_HOLD_MS // 2)
    assert done.day.asked == [("look",)]
    QTest.keyPress(done.view.windowHandle(), Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: done.day.asked[-1][0] == "confirm", timeout=6 * GRAVE_HOLD_MS)
    QTest.keyRelease(done.view.windowHandle(), Qt.Key.Key_F11)
    assert [name for name, *_ in done.day.asked] == ["look", "confirm"]


def focus_on(screen: Screen, name: str, place: int = 0) -> QPushButton:
    found = screen.button(name, place)
    assert found is not None
    found.setFocus()
    return found


def press_space(screen: Screen) -> None:
    QTest.keyClick(QApplication.focusWidget() or screen.view, Qt.Key.Key_Space)


def card_of(screen: Screen, place: int = 0) -> ShipmentCard:
    return [one for one in screen.view.findChildren(ShipmentCard) if one.isVisible()][place]


def test_a_second_press_of_the_space_bar_goes_to_no_other_button(qtbot, theme, english):
    screen = Screen(qtbot, theme, ALL_READY, TOMORROW)
    focus_on(screen, "dayMakeLabels")
    press_space(screen)
    screen.model.take(LabelsBeingMade(ALL_READY.with_labels, NOW))
    assert QApplication.focusWidget() is card_of(screen)
    asked = list(screen.day.asked)
    press_space(screen)
    assert screen.day.asked == asked
    assert screen.intents.asked == []


def test_the_question_about_the_act_takes_no_second_press(done: Screen):
    focus_on(done, "dayAskConfirm")
    press_space(done)
    assert QApplication.focusWidget() is card_of(done)
    press_space(done)
    assert done.hold.isVisible()
    done.hold.setFocus()
    done.model.back()
    assert QApplication.focusWidget() is card_of(done)


def test_a_button_that_comes_to_stand_for_another_order_is_left(screen: Screen):
    before = screen.rows()
    focus_on(screen, "dayOpenOrder")
    screen.model.take(read(due(*states(Readiness.NEEDS_PERSON, Readiness.NOT_PACKED, first=5))))
    assert screen.rows() != before
    assert QApplication.focusWidget() is card_of(screen)
    press_space(screen)
    assert screen.intents.asked == []


def test_a_paper_whose_button_changes_is_left(done: Screen):
    error = PrinterUnavailable("documents", "full")
    done.model.take(ActNotKept(SHOP.id, SHIPMENT, error))
    focus_on(done, "dayKeepAct")
    done.model.take(ActCame(SHOP.id, SHIPMENT, "/kept/act.pdf"))
    press_space(done)
    assert done.opened == []


def test_a_shipment_that_goes_away_leaves_the_keyboard_to_the_section(screen: Screen):
    focus_on(screen, "dayMakeLabels", 2)
    screen.model.take(read(MIXED))
    assert QApplication.focusWidget() is screen.view


def test_enter_does_nothing_on_a_button(screen: Screen):
    for name in ("daySetReady", "dayMakeLabels", "dayOpenOrder"):
        QTest.keyClick(focus_on(screen, name), Qt.Key.Key_Return)
        QTest.keyClick(focus_on(screen, name), Qt.Key.Key_Enter)
    assert screen.day.asked == [("look",)], "a scanner may send its Enter late"
    assert screen.intents.asked == []


@pytest.fixture
def with_act(qtbot, theme, english) -> Screen:
    """The act of today's shipment has come, tomorrow's is still to be packed."""
    screen = Screen(qtbot, theme, ALL_READY, TOMORROW)
    screen.model.take(ActCame(SHOP.id, SHIPMENT, "/kept/act.pdf"))
    tomorrow = due(*states(Readiness.NOT_PACKED, first=54870340000), number=72, days=1)
    screen.model.take(read(due(*ALL_READY.orders, is_nearest=False), tomorrow))
    return screen


def guide_of(screen: Screen) -> str:
    return screen.model.props.guide.text


def test_the_act_that_came_is_printed_before_all_else(with_act: Screen):
    assert "Print the act for the driver" in guide_of(with_act)
    with_act.model.act(DayAct.OPEN_ACT, key())
    assert with_act.opened == ["/kept/act.pdf"]
    assert guide_of(with_act) == "Finish the orders of another shipment"


def test_the_guide_speaks_of_the_shipment_that_has_the_keys(with_act: Screen):
    with_act.model.act(DayAct.OPEN_ACT, key())
    with_act.model.step(1)
    assert guide_of(with_act) == "Finish the orders of the shipment"
    with_act.model.step(-1)
    assert guide_of(with_act) == "Finish the orders of another shipment"


def test_what_to_do_with_a_paper_is_over_when_the_section_is_left(with_act: Screen):
    with_act.view.hide()
    assert guide_of(with_act) == "Finish the orders of another shipment"


def test_the_freshest_paper_goes_first(with_act: Screen):
    with_act.model.take(LabelsCame(ALL_READY.with_labels, "/kept/labels-1.pdf"))
    assert guide_of(with_act) == f"Print the labels of {len(ALL_READY.with_labels)} orders"
    with_act.model.act(DayAct.MAKE_LABELS, key())
    assert guide_of(with_act) == "Finish the orders of another shipment"


def test_a_paper_that_has_just_come_is_in_sight(screen: Screen, qtbot):
    screen.view.resize(1024, 300)
    QApplication.processEvents()
    screen.model.take(ActCame(CONFIRMED.campaign.id, CONFIRMED.shipment.id, "/kept/act.pdf"))
    button = screen.button("dayOpenAct", 2)
    assert button is not None
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect().size() == button.size())
