"""A clock that stands until the test moves it."""

import heapq
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class FakeClock:
    """Calls what is due, in order, as the test moves it on."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start
        self._due: list[tuple[datetime, int, Callable[[], None]]] = []
        self._numbers = count()

    def now(self) -> datetime:
        return self._now

    def call_at(self, when: datetime, what: Callable[[], None]) -> None:
        heapq.heappush(self._due, (max(when, self._now), next(self._numbers), what))

    def move(self, seconds: float, between: Callable[[], None] = lambda: None) -> None:
        """Go on by some seconds; ``between`` runs after each call that falls due."""
        end = self._now + timedelta(seconds=seconds)
        while self._due and self._due[0][0] <= end:
            when, _, what = heapq.heappop(self._due)
            self._now = max(self._now, when)
            what()
            between()
        self._now = end

    def set_back(self, seconds: float) -> None:
        """The system's time is corrected; what is waited for comes after the same while."""
        by = timedelta(seconds=seconds)
        self._now -= by
        self._due = [(when - by, number, what) for when, number, what in self._due]
