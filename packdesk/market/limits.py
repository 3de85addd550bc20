"""How much may be asked of the Market: two requests at once, and what the quotas leave.

Source: Partner API, "Limits": at most four at once for a campaign or a business (other pages say
two or six), and for each operation a number per hour or minute, told in ``X-RateLimit-Resource-*``.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import IntEnum
from heapq import heapify, heappop, heappush
from typing import TypeAlias

IN_FLIGHT = 2
LONGEST_PERIOD = timedelta(hours=1)
REMAINING = "x-ratelimit-resource-remaining"
UNTIL = "x-ratelimit-resource-until"

QuotaKey: TypeAlias = tuple[str, int | None]
"""An operationId, and the campaign or business whose quota it uses."""


class Need(IntEnum):
    """How urgently a person waits for a request; the smaller goes first."""

    SUBMISSION = 0
    LABEL = 1
    OPEN_ORDER = 2
    CODE_STATUS = 3
    QUEUE = 4


class Gate:
    """Lets at most ``width`` requests of all lanes through together, the most urgent first."""

    def __init__(self, width: int = IN_FLIGHT) -> None:
        self._free = width
        self._waiting: list[tuple[Need, int]] = []
        self._arrived = 0
        self._changed = threading.Condition()

    @property
    def waiting(self) -> int:
        """How many requests stand before the gate."""
        with self._changed:
            return len(self._waiting)

    @contextmanager
    def passing(self, need: Need) -> Iterator[None]:
        """Blocks until it is this request's turn; any thread. Equal needs keep their order."""
        self._enter(need)
        try:
            yield
        finally:
            with self._changed:
                self._free += 1
                self._changed.notify_all()

    def _enter(self, need: Need) -> None:
        with self._changed:
            self._arrived += 1
            ticket = (need, self._arrived)
            heappush(self._waiting, ticket)
            self._changed.notify_all()
            try:
                self._changed.wait_for(lambda: self._free > 0 and self._waiting[0] == ticket)
            except BaseException:
                self._waiting.remove(ticket)
                heapify(self._waiting)
                self._changed.notify_all()
                raise
            heappop(self._waiting)
            self._free -= 1
            self._changed.notify_all()


class Quotas:
    """Remembers until when an operation is used up, so that it is not asked in vain."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._closed: dict[QuotaKey, datetime] = {}
        self._lock = threading.Lock()

    def closed_until(self, key: QuotaKey) -> datetime | None:
        """When this operation may be asked again, or None where it may be asked now."""
        with self._lock:
            until = self._closed.get(key)
            if until is None:
                return None
            # A time beyond the longest period comes of a wrong clock: the Market shall decide.
            if timedelta() < until - self._now() <= LONGEST_PERIOD:
                return until
            del self._closed[key]
            return None

    def learn(self, key: QuotaKey, headers: Mapping[str, str], received_at: datetime) -> None:
        """Take in the headers of an answer (names in lower case)."""
        until = period_end(headers, received_at)
        with self._lock:
            if headers.get(REMAINING, "").strip() == "0" and until is not None:
                self._closed[key] = until
            else:
                self._closed.pop(key, None)


def period_end(headers: Mapping[str, str], received_at: datetime) -> datetime | None:
    """The aware time in ``X-RateLimit-Resource-Until``, None where it is not readable.

    Where the answer also tells the Market's own time, the end is moved to the desk's clock: one
    that is wrong by an hour would else wait an hour too long, or ask again and again.
    """
    until = _moment(headers, UNTIL)
    told_at = _moment(headers, "date")
    if until is None or told_at is None:
        return until
    try:
        return received_at + (until - told_at)
    except OverflowError:
        return until


def _moment(headers: Mapping[str, str], name: str) -> datetime | None:
    """A time in the form of RFC 822; Greenwich where it names no zone."""
    try:
        moment = parsedate_to_datetime(headers[name])
    except (KeyError, ValueError, OverflowError):
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
