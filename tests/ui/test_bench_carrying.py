"""Goods that follow the mouse: let go, taken back, and never in the way of keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from packdesk.domain.commands import IntoBox, IntoNewBox, MoveUnits, OnTable, OpenBox, TakeProduct
from packdesk.domain.ids import ItemId
from packdesk.scanners.key_layout import Numbering
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.wedge import KeyboardWedge
from tests.builders import box, item, order
from tests.ui.bench_stage import find, press, settle, show_bench
from tests.ui.bench_table import Table
from tests.ui.wedge_desk import Keyboard

pytestmark = pytest.mark.usefixtures("english")

LEFT = Qt.MouseButton.LeftButton


class Hand:
    """A mouse over the window of a bench with one tea loose and one jam in box 1."""

    def __init__(self, qtbot, theme):
        self.table = Table(order(item(1, name="Tea"), item(2, name="Jam")))
        self.table.prepare(OpenBox(), TakeProduct(ItemId(2)))
        self.view = show_bench(qtbot, self.table.open(), theme)
        self.table.asked.clear()

    def middle(self, name):
        widget = find(self.view, name)
        return widget.mapTo(self.view, widget.rect().center())

    def take(self, name):
        start = self.middle(name)
        QTest.mousePress(self.view.windowHandle(), LEFT, pos=start)
        self.move(start + QPoint(QApplication.startDragDistance() + 1, 1))

    def move(self, place):
        QTest.mouseMove(self.view.windowHandle(), place)
        settle()

    def let_go(self, name):
        self.move(self.middle(name))
        QTest.mouseRelease(self.view.windowHandle(), LEFT, pos=self.middle(name))
        settle()

    @property
    def is_carrying(self):
        return any(one.isVisible() for one in self.view.findChildren(QLabel, "carried"))


@pytest.fixture
def hand(qtbot, theme):
    made = Hand(qtbot, theme)
    yield made
    assert QApplication.overrideCursor() is None


def test_goods_go_where_they_are_let_go(hand):
    hand.take("itemRow_1")
    hand.move(hand.middle("boxCard_1"))
    assert hand.is_carrying
    hand.let_go("boxCard_1")
    assert hand.table.asked == [MoveUnits(ItemId(1), 1, OnTable(), IntoBox(box(1)))]
    assert not hand.is_carrying


def test_a_click_after_a_drag_is_a_click_again(hand):
    hand.take("itemRow_1")
    hand.let_go("newBoxCard")
    hand.table.asked.clear()
    QTest.mouseClick(hand.view.windowHandle(), LEFT, pos=hand.middle("newBoxCard"))
    assert hand.table.asked == [OpenBox()]


def test_escape_takes_the_goods_back(hand):
    hand.take("itemRow_1")
    hand.move(hand.middle("boxCard_1"))
    press(hand.view, Qt.Key.Key_Escape)
    assert not hand.is_carrying
    hand.let_go("boxCard_1")
    assert hand.table.asked == []


def test_goods_let_go_over_nothing_stay(hand):
    hand.take("itemRow_1")
    hand.let_go("benchHead")
    assert hand.table.asked == []
    assert not hand.is_carrying


def test_a_drag_ends_with_the_window_it_was_in(hand):
    hand.take("itemRow_1")
    hand.move(hand.middle("boxCard_1"))
    hand.view.hide()
    assert QApplication.overrideCursor() is None
    assert hand.table.asked == []


def test_a_wedge_scan_is_told_while_goods_are_carried(hand, qtbot):
    wedge = KeyboardWedge(ScannerProfile(), numbering=Numbering.X11)
    wedge.set_active(True)
    told: list[str] = []
    wedge.scanned.connect(lambda scan: told.append(scan.text))
    wedge.scanned.connect(lambda _: hand.table.scanned(TakeProduct(ItemId(1))))
    hand.take("itemRow_1")
    hand.move(hand.middle("boxCard_1"))
    keyboard = Keyboard(hand.view.windowHandle())
    keyboard.type("4600000000017")
    keyboard.enter()
    qtbot.waitUntil(lambda: told == ["4600000000017"])
    wedge.set_active(False)
    # What was in the hand lies in box 1 now: the drop finds nothing loose and changes nothing.
    hand.let_go("newBoxCard")
    assert IntoNewBox() not in [getattr(one, "target", None) for one in hand.table.asked]
    assert not hand.is_carrying
