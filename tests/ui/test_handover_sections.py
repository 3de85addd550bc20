"""Every section of the hand-over is reached by keyboard alone, in the whole window."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from packdesk.domain.batch_ready import Readiness
from packdesk.station.courier_codes import EacAnswered
from packdesk.station.ports import EacAnswer, EacResult
from packdesk.ui.pages import PageName
from packdesk.ui.sentence import SentenceLabel
from tests.screenshots.pretend import Pretend, window_of
from tests.ui.day_samples import COURIERS, due, read, states

KEYS = {
    "Ctrl+1": Qt.Key.Key_1,
    "Ctrl+2": Qt.Key.Key_2,
    "Ctrl+3": Qt.Key.Key_3,
    "Ctrl+4": Qt.Key.Key_4,
    "Ctrl+5": Qt.Key.Key_5,
}


@pytest.fixture
def table(theme, english):
    with window_of(theme, english, QSize(1366, 728)) as table:
        QTest.qWaitForWindowExposed(table.glass.window)
        table.glass.window.activateWindow()
        yield table


def reached(table: Pretend, key: Qt.Key, steps: int = 12) -> list[str]:
    """The names that Tab comes to after a section's key."""
    table.glass.frame.show_page(PageName.HANDOVER)
    QTest.keyClick(table.glass.window, key, Qt.KeyboardModifier.ControlModifier)
    names = []
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget() or table.glass.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.objectName())
    return names


@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
def test_a_sections_key_takes_the_keyboard_there(table: Pretend, key: Qt.Key):
    table.glass.frame.show_page(PageName.HANDOVER)
    QTest.keyClick(table.glass.window, key, Qt.KeyboardModifier.ControlModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert table.glass.handover.view.isAncestorOf(focus)


def test_what_is_done_about_a_shipment_is_reached_with_tab(table: Pretend):
    table.glass.handover.shipments.take(read(due(*states(Readiness.MAY_BE_SET, Readiness.READY))))
    names = reached(table, Qt.Key.Key_3)
    assert {"dayRefresh", "daySetReady", "dayMakeLabels"} <= set(names)


def test_the_act_of_a_ready_shipment_is_reached_with_tab(table: Pretend):
    table.glass.handover.shipments.take(read(due(*states(Readiness.READY))))
    assert "dayAskConfirm" in reached(table, Qt.Key.Key_3)


def test_the_band_speaks_of_the_order_that_is_handed_over(table: Pretend):
    table.glass.frame.show_page(PageName.HANDOVER)
    QTest.keyClick(table.glass.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    courier = table.glass.handover.courier
    band = table.glass.window.findChild(QWidget, "bandSentence")
    assert isinstance(band, SentenceLabel)
    first, second = COURIERS.orders[:2]
    courier.take(COURIERS)
    courier.choose(first.id)
    courier.take(EacAnswered(first.id, EacAnswer(EacResult.REJECTED, 1)))
    assert "Attempts left: 1" in band.text()
    courier.find(str(second.id))
    assert band.text() == "Ask the courier for the code and type it"
