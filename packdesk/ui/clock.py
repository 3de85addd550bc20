"""The time, and being called at a time, on Qt's event loop."""

from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

LONGEST_MS = 2**31 - 1
"""A timer's interval is 32 bits: later times are reached in several turns."""
GRAIN = timedelta(milliseconds=1)


class QtClock(QObject):
    """The station's clock. Calls end with this object. GUI thread, but `now` in any."""

    def now(self) -> datetime:
        """The aware time."""
        return datetime.now().astimezone()  # noqa: TID251 - this is the Clock

    def call_at(self, when: datetime, what: Callable[[], None]) -> None:
        """Call ``what`` in the GUI thread at ``when``, or in the next turn where that is past.

        Where the system's time is set back meanwhile, it is called as if it had not been: what
        was to wait a second would else wait for hours.
        """
        wait = max(0, ceil((when - self.now()) / GRAIN))
        waited = QElapsedTimer()
        waited.start()

        def due() -> None:
            # Qt's timers may be early by a twentieth of a long wait.
            if self.now() < when and waited.elapsed() <= wait:
                self._start(wait - waited.elapsed(), due)
            else:
                what()

        self._start(wait, due)

    def _start(self, wait: int, due: Callable[[], None]) -> None:
        QTimer.singleShot(min(max(0, wait), LONGEST_MS), self, due)
