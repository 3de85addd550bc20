"""Drives the script: each step waits for what is shown, and never for ever."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from packdesk.ui.tour.report import table
from packdesk.ui.tour.script import Script, Until
from packdesk.ui.words import tour as words

LOOK_MS = 4
PATIENCE_MS = 30_000


class Tour(QObject):
    """Runs a script in the event loop.

    Signals:
        finished: Whether the Market confirmed every order, as a bool in an object.
    """

    finished = Signal(object)

    def __init__(
        self, script: Script, tell: Callable[[str], None], patience_ms: int = PATIENCE_MS
    ) -> None:
        super().__init__()
        self._script = script
        self._tell = tell
        self._patience_ms = patience_ms
        self._steps: Iterator[Until] = iter(())
        self._until: Until | None = None
        self._waited = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; the window must be shown."""
        self._steps = self._script.steps()
        self._next()
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        if self._until is not None and not self._until.is_so():
            if self._waited.hasExpired(self._patience_ms):
                self._tell(words.stuck(self._until.what, self._script.sight.sentence))
                self._end(is_confirmed=False)
            return
        self._next()

    def _next(self) -> None:
        try:
            self._until = next(self._steps)
        except StopIteration:
            self._sum_up()
            return
        self._waited.restart()

    def _sum_up(self) -> None:
        lines = tuple(self._script.lines)
        bad = sum(bool(line.trouble) for line in lines)
        self._tell(table(lines, words.heads()))
        self._tell(words.not_confirmed(bad) if bad else words.all_confirmed(len(lines)))
        self._end(is_confirmed=not bad)

    def _end(self, *, is_confirmed: bool) -> None:
        self._timer.stop()
        self._until = None
        self.finished.emit(is_confirmed)
