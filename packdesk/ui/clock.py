"""The time, and being called at a time, on Qt's event loop."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer

LONGEST_MS = 2**31 - 1
"""A timer's interval is 32 bits: later times are reached in several turns."""
GRAIN = timedelta(milliseconds=1)


class QtClock(QObject):
    """The station's clock. Calls end with this object. GUI thread, but `now` in any."""

    def now(self) -> datetime:
        """The aware time."""
        return datetime.now().astimezone()  # noqa: TID251 - this is the Clock

    def call_at(self, when: datetime, what: Callable[[], None]) -> None:
        """Call ``what`` in the GUI thread at ``when``, or in the next turn where that is past."""
        wait = max(0, round((when - self.now()) / GRAIN))

        def due() -> None:
            # Qt's timers may be early by a twentieth of a long wait.
            if self.now() + GRAIN < when:
                self.call_at(when, what)
            else:
                what()

        QTimer.singleShot(min(wait, LONGEST_MS), self, due)
