"""Two ways to pack: with keys alone, and with the mouse alone. Codes come from the scanner."""

from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from typing_extensions import override

from packdesk.ui.bench.asking_pieces import MOST_BY_KEY
from packdesk.ui.bench.pick_card import PickCard
from tests.e2e.window import Table

SOON_MS = 10_000
LONG_WAY = 60
"""Notches of the wheel: more than the queue is long."""


class Hands(Protocol):
    """What a packer does at the window; each returns when it is to be seen there."""

    def open(self, number: str) -> None:
        """From the queue onto the bench."""

    def pack(self, item: str, *, new_box: bool = False, most: int = 1) -> None:
        """All ``most`` units of an item that lie loose."""

    def pack_one(self, item: str, *, most: int) -> None:
        """One of them."""

    def split(self, item: str, parts: int) -> None:
        """A unit into parts."""

    def answer(self, number: int) -> None:
        """Give an answer to the open question."""

    def country(self, code: str) -> None:
        """Type a country into the band and take it."""

    def copy_codes(self, item: str) -> None:
        """Give the codes of one unit to the others of the item."""

    def finish(self) -> None:
        """Confirm the layout."""


class KeyHands(Hands):
    """Nothing but key events, which take the way of real ones from the window on."""

    def __init__(self, table: Table, qtbot) -> None:
        self._table = table
        self._qtbot = qtbot

    @override
    def open(self, number: str) -> None:
        self._press(Qt.Key.Key_F1)
        queue, search = _widget(self._table, "queuePage"), _line(self._table, "queueSearch")
        self._until(queue.isVisible)
        ending = number[-5:]
        for digit in ending:
            self._press(Qt.Key(ord(digit)), digit)
        self._until(lambda: search.text() == ending and self._table.sight.cards == 1)
        self._press(Qt.Key.Key_Return, "\r")
        self._until(lambda: number in self._table.sight.order)

    @override
    def pack(self, item: str, *, new_box: bool = False, most: int = 1) -> None:
        self._pick(item)
        held = Qt.KeyboardModifier.ShiftModifier if new_box else Qt.KeyboardModifier.NoModifier
        before = self._table.sight.answers
        self._press(Qt.Key.Key_Space, " ", held)
        if most > MOST_BY_KEY:
            self._until(lambda: self._table.sight.entry is not None)
            self._press(Qt.Key.Key_Return, "\r")
        elif most > 1:
            self.answer(most)
        self._until(lambda: self._table.sight.answers > before)

    @override
    def pack_one(self, item: str, *, most: int) -> None:
        self._pick(item)
        before = self._table.sight.answers
        self._press(Qt.Key.Key_Space, " ")
        if most > 1:
            self.answer(1)
        self._until(lambda: self._table.sight.answers > before)

    @override
    def split(self, item: str, parts: int) -> None:
        self._pick(item)
        before = self._table.sight.answers
        self._press(Qt.Key.Key_S, "s")
        self.answer(parts)
        self._until(lambda: self._table.sight.answers > before)

    @override
    def answer(self, number: int) -> None:
        self._until(lambda: len(tuple(self._table.sight.choices())) >= number)
        self._press(Qt.Key(Qt.Key.Key_0 + number), str(number))
        self._until(lambda: not tuple(self._table.sight.choices()))

    @override
    def country(self, code: str) -> None:
        _type_country(self._table, self._qtbot, code)
        before = self._table.sight.answers
        self._press(Qt.Key.Key_Return, "\r")
        self._until(lambda: self._table.sight.answers > before)

    @override
    def copy_codes(self, item: str) -> None:
        self._leave_field()
        self._pick(item)
        before = self._table.sight.answers
        self._press(Qt.Key.Key_D, "d")
        self._until(lambda: self._table.sight.answers > before)

    @override
    def finish(self) -> None:
        self._press(Qt.Key.Key_F9)
        self._until(lambda: bool(self._table.sight.submission))

    def _pick(self, item: str) -> None:
        """By the arrow keys, up or down as it lies."""
        wanted = f"itemRow_{item}"
        for _ in range(20):
            here = _picked(self._table)
            if here == wanted:
                return
            rows = _rows(self._table)
            is_above = here in rows and rows.index(wanted) < rows.index(here)
            self._press(Qt.Key.Key_Up if is_above else Qt.Key.Key_Down)
            self._until(lambda was=here: _picked(self._table) != was)
        raise AssertionError(wanted)

    def _leave_field(self) -> None:
        """Letters go to the band's field while it has the keyboard: Tab on to the goods."""
        for _ in range(30):
            here = self._table.window.focusWidget()
            if isinstance(here, PickCard):
                return
            self._press(Qt.Key.Key_Tab, "\t")
            self._until(lambda was=here: self._table.window.focusWidget() is not was)
        raise AssertionError(self._table.window.focusWidget())

    def _press(
        self,
        key: Qt.Key,
        text: str = "",
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self._table.typist.press(self._table.sight.handle, key, text, held)

    def _until(self, is_so) -> None:
        self._qtbot.waitUntil(is_so, timeout=SOON_MS)


class MouseHands(Hands):
    """Nothing but the mouse, one button of it and its wheel; only a country must be typed."""

    def __init__(self, table: Table, qtbot) -> None:
        self._table = table
        self._qtbot = qtbot

    @override
    def open(self, number: str) -> None:
        self._click("navQueue")
        cards = self._table.window.findChild(QListView, "queueCards")
        assert cards is not None
        self._until(cards.isVisible)
        _turn_wheel(cards, -LONG_WAY)
        for _ in range(LONG_WAY):
            if self._table.sight.card_place(number) is not None:
                break
            _turn_wheel(cards, 1)
        place = self._table.sight.card_place(number)
        assert place is not None, number
        QTest.mouseClick(
            cards.viewport(),
            Qt.MouseButton.LeftButton,
            pos=cards.viewport().mapFrom(self._table.window, place),
        )
        self._until(lambda: number in self._table.sight.order)

    @override
    def pack(self, item: str, *, new_box: bool = False, most: int = 1) -> None:
        self._pack(item, new_box=new_box, answer=most if most > 1 else None)

    @override
    def pack_one(self, item: str, *, most: int) -> None:
        self._pack(item, new_box=False, answer=1 if most > 1 else None)

    def _pack(self, item: str, *, new_box: bool, answer: int | None) -> None:
        before = self._table.sight.answers
        self._pick(item)
        boxes = self._table.window.findChildren(QWidget, "boxCard_1")
        is_first = not any(one.isVisible() for one in boxes)
        self._click("newBoxCard" if new_box or is_first else "boxCard_1")
        if answer is not None and answer > MOST_BY_KEY:
            self._until(lambda: self._table.sight.entry is not None)
            self._click("bandTake")
        elif answer is not None:
            self.answer(answer)
        self._until(lambda: self._table.sight.answers > before)

    @override
    def split(self, item: str, parts: int) -> None:
        before = self._table.sight.answers
        self._pick(item)
        self._click("actionSplit")
        self.answer(parts)
        self._until(lambda: self._table.sight.answers > before)

    @override
    def answer(self, number: int) -> None:
        self._until(lambda: len(tuple(self._table.sight.choices())) >= number)
        self._click(f"bandAnswer{number}")
        self._until(lambda: not tuple(self._table.sight.choices()))

    @override
    def country(self, code: str) -> None:
        _type_country(self._table, self._qtbot, code)
        before = self._table.sight.answers
        self._click("bandAnswer1" if tuple(self._table.sight.choices()) else "bandTake")
        self._until(lambda: self._table.sight.answers > before)

    @override
    def copy_codes(self, item: str) -> None:
        before = self._table.sight.answers
        self._pick(item)
        self._click("actionCopyCodes")
        self._until(lambda: self._table.sight.answers > before)

    @override
    def finish(self) -> None:
        self._click("actionFinish")
        self._until(lambda: bool(self._table.sight.submission))

    def _pick(self, item: str) -> None:
        """By a tap; another one would let it go."""
        if _picked(self._table) != f"itemRow_{item}":
            self._click(f"itemRow_{item}")

    def _click(self, name: str) -> None:
        widget = _widget(self._table, name)
        assert widget.visibleRegion().contains(widget.rect().center()), name
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def _until(self, is_so) -> None:
        self._qtbot.waitUntil(is_so, timeout=SOON_MS)


def _widget(table: Table, name: str) -> QWidget:
    found = [one for one in table.window.findChildren(QWidget, name) if one.isVisible()]
    found = found or table.window.findChildren(QWidget, name)
    assert found, name
    return found[0]


def _line(table: Table, name: str) -> QLineEdit:
    found = table.window.findChild(QLineEdit, name)
    assert found is not None
    return found


def _rows(table: Table) -> list[str]:
    """The names of the rows of goods, from above; what has moved is laid out first."""
    for _ in range(3):
        QApplication.processEvents()
    rows = [
        one
        for one in table.window.findChildren(QWidget)
        if one.objectName().startswith("itemRow_") and one.isVisible()
    ]
    rows.sort(key=lambda one: one.mapTo(table.window, QPoint(0, 0)).y())
    return [one.objectName() for one in rows]


def _picked(table: Table) -> str:
    """The name of the row that the keys act upon; empty where none is picked."""
    cards = (one for one in table.window.findChildren(PickCard) if one.isVisible())
    return next((one.objectName() for one in cards if one._is_picked), "")


def _type_country(table: Table, qtbot, code: str) -> None:
    qtbot.waitUntil(lambda: table.sight.entry is not None, timeout=SOON_MS)
    entry = _line(table, "bandEntry")
    for letter in code:
        table.typist.press(table.sight.handle, Qt.Key(ord(letter)), letter)
    qtbot.waitUntil(lambda: entry.text() == code, timeout=SOON_MS)


def _turn_wheel(cards: QListView, notches: int) -> None:
    viewport = cards.viewport()
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle,
        viewport.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
