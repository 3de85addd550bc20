"""A shop for one test: its sandbox outlives the program, which may be started again and again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from typing_extensions import override

from packdesk.bootstrap.market_door import MarketDoor
from packdesk.bootstrap.program import Surroundings, build
from packdesk.logs import start_log
from packdesk.sandbox.effects import Effect, EffectKind
from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.running import Sandbox
from packdesk.settings import Settings
from packdesk.ui.clock import GRAIN, LONGEST_MS, QtClock
from tests.e2e.window import Table

SOON_MS = 15_000
NO_KEYS = Qt.KeyboardModifier.NoModifier


class FastClock(QtClock):
    """A day goes by in an hour: what waits for seconds waits for a moment."""

    def __init__(self, speed: int = 24) -> None:
        super().__init__()
        self._speed = speed
        self._began = super().now()

    @override
    def now(self) -> datetime:
        return self._began + (super().now() - self._began) * self._speed

    @override
    def call_at(self, when: datetime, what: Callable[[], None]) -> None:
        wait = max(0, round((when - self.now()) / GRAIN / self._speed))

        def due() -> None:
            if self.now() + GRAIN < when:
                self.call_at(when, what)
            else:
                what()

        QTimer.singleShot(min(wait, LONGEST_MS), self, due)


class Packer:
    """A person at the window of a running program: scans, keys and clicks, and looks at it."""

    def __init__(self, table: Table, qtbot) -> None:
        self.table = table
        self.sight = table.sight
        self.window = table.window
        self._qtbot = qtbot

    def until(self, is_so: Callable[[], object], timeout: int = SOON_MS) -> None:
        """Let the program run until something is to be seen."""
        self._qtbot.waitUntil(lambda: bool(is_so()), timeout=timeout)

    def scan(self, *texts: str) -> str:
        """Scan, each answered before the next; the tone of the last answer."""
        for text in texts:
            self.answered(partial(self.table.scan, text))
        return self.sight.tone

    def open(self, number: int) -> None:
        """Put an order on the bench by its sheet."""
        self.table.scan(str(number))
        self.until(lambda: str(number) in self.sight.order)

    def press(self, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = NO_KEYS) -> None:
        """One key, as a person presses it."""
        self.table.typist.press(self.sight.handle, key, text, held)

    def answered(self, act: Callable[[], None]) -> str:
        """The tone of the answer to an act."""
        before = self.sight.answers
        act()
        self.until(lambda: self.sight.answers > before)
        return self.sight.tone

    def settle(self) -> None:
        """Whatever the journal still has to do for the last act is done and shown."""
        done: list[object] = []
        self.table.program.desks.station._journal_lane.run(lambda: None, done.append)
        self.until(lambda: done)

    def choose(self, words: str) -> None:
        """Answer the open question by the key of the answer that says so."""
        self.until(lambda: any(words in one for one in self.sight.choices()))
        number = next(n for n, one in enumerate(self.sight.choices(), start=1) if words in one)
        self.press(Qt.Key(Qt.Key.Key_0 + number), str(number))

    def shown(self, name: str) -> QWidget | None:
        """A widget of this name that is to be seen."""
        found = self.window.findChildren(QWidget, name)
        return next((one for one in found if one.isVisible()), None)

    def wait_for(self, name: str) -> QWidget:
        """A widget of this name, as soon as it is to be seen."""
        self.until(lambda: self.shown(name))
        found = self.shown(name)
        assert found is not None
        return found

    def text(self, name: str) -> str:
        """What is to be read there; empty where it is not shown."""
        found = self.shown(name)
        if found is None:
            return ""
        return found.text() if isinstance(found, QLabel) else found.accessibleName()

    def click(self, name: str) -> None:
        """A click in the middle of what is to be seen."""
        QTest.mouseClick(self.wait_for(name), Qt.MouseButton.LeftButton)

    def hold(self, name: str, until: Callable[[], object]) -> None:
        """Hold the mouse on a button until something comes of it."""
        QTest.mousePress(self.wait_for(name), Qt.MouseButton.LeftButton)
        self.until(until)
        QTest.mouseRelease(self.window, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))

    def key(self, kind: QEvent.Type, key: Qt.Key) -> None:
        """One half of a key press."""
        QCoreApplication.sendEvent(self.sight.handle, QKeyEvent(kind, key, NO_KEYS))

    def page(self, key: Qt.Key, name: str) -> None:
        """Show a page by its key."""
        self.press(key)
        self.wait_for(name)

    def lane(self, name: str) -> list[str]:
        """The rows of a column of the list of what was sent, as they are read out."""
        lane = self.shown(name)
        rows = lane.findChildren(QWidget, "sentRow") if lane is not None else []
        return [row.accessibleName() for row in rows if row.isVisible()]

    def act_of(self, lane: str, number: int, button: str = "sentAct") -> QAbstractButton:
        """The button of an order's row in a column, as soon as it is there."""
        self.until(lambda: any(str(number) in row for row in self.lane(lane)))
        rows = self.wait_for(lane).findChildren(QWidget, "sentRow")
        row = next(one for one in rows if one.isVisible() and str(number) in one.accessibleName())
        found = row.findChild(QAbstractButton, button)
        assert found is not None
        return found


class Shop:
    """A sandbox, a data folder, and programs one after another that work there."""

    def __init__(self, folder: Path, sandbox: Sandbox, clock: FastClock, qtbot) -> None:
        self.folder = folder
        self.sandbox = sandbox
        self.clock = clock
        self._qtbot = qtbot

    @contextmanager
    def program(self, settings: Settings | None = None, language: str = "en") -> Iterator[Packer]:
        """The program runs; it has read its queue."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        door = MarketDoor(self.sandbox.base_url, DEMO_KEY, self.clock.now, self.folder / "answers")
        around = Surroundings(
            self.folder, settings or Settings(), language, door, DEMO_KEY, None,
            start_log(self.folder),
        )  # fmt: skip
        program = build(app, self.clock, around)
        program.start()
        try:
            packer = Packer(Table(program, self.sandbox), self._qtbot)
            packer.until(lambda: packer.sight.cards > 0 or packer.shown("benchPage"))
            yield packer
        finally:
            program.stop()
            program.glass.window.deleteLater()

    def effects(self, order: int) -> list[EffectKind]:
        """What became of an order at the Market, in order."""
        return [one.kind for one in self.sandbox.world.effects(subject=order)]

    def statuses(self, order: int) -> list[str]:
        """The statuses that were set."""
        return [one.value for one in self._told(EffectKind.STATUS, order)]

    def removals(self, order: int) -> list[str]:
        """What was taken out of an order."""
        return [one.value for one in self._told(EffectKind.REMOVAL, order)]

    def state(self, order: int) -> str:
        """Where the Market has the order."""
        return str(self.sandbox.world.snapshot(order).state)

    def prints(self, order: int) -> int:
        """How many jobs went to the printer's folder."""
        return len(list((self.folder / "printed").glob(f"{order}-*.pdf")))

    def _told(self, kind: EffectKind, order: int) -> tuple[Effect, ...]:
        return self.sandbox.world.effects(kind, order)


@contextmanager
def shop(folder: Path, orders: Path, qtbot) -> Iterator[Shop]:
    """A shop whose day is this file."""
    clock = FastClock()
    with Sandbox(orders, clock=clock.now) as sandbox:
        yield Shop(folder / "data", sandbox, clock, qtbot)
