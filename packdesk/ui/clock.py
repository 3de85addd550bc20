"""The time, and being called at a time, on Qt's event loop."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer

LONGEST_MS = 2**31 - 1
"""A QTimer's interval is 32 bits: later times are reached in several turns."""


class QtClock(QObject):
    """The station's clock. Calls end with this object. GUI thread, but `now` in any."""

    def now(self) -> datetime:
        """The aware time."""
        return datetime.now().astimezone()  # noqa: TID251 - this is the Clock

    def call_at(self, when: datetime, what: Callable[[], None]) -> None:
        """Call ``what`` in the GUI thread at ``when``, or in the next turn where that is past."""
        wait = max(0, round((when - self.now()).total_seconds() * 1000))
        if wait > LONGEST_MS:
            self._after(LONGEST_MS, lambda: self.call_at(when, what))
        else:
            self._after(wait, what)

    def _after(self, wait_ms: int, what: Callable[[], None]) -> None:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(timer.deleteLater)
        timer.timeout.connect(what)
        timer.start(wait_ms)
