"""Scans in the order in which they were made, though one may be looked up at the Market."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from packdesk.domain.codes import Channel, JudgeContext


@dataclass(frozen=True, slots=True)
class Scan:
    """A text, how it came, and what it is to be judged by."""

    text: str
    channel: Channel
    context: JudgeContext


class ScanTurns:
    """Holds what is scanned behind a number that may be an order's. GUI thread."""

    def __init__(self, read: Callable[[Scan], None]) -> None:
        self._read = read
        self._held: deque[Scan] = deque()
        self._is_looking = False

    def __len__(self) -> int:
        """How many scans are held."""
        return len(self._held)

    def take(self, scan: Scan) -> None:
        """Have the scan read now, or after those before it."""
        if self._is_looking:
            self._held.append(scan)
        else:
            self._read(scan)

    def look(self) -> None:
        """A number is looked up: what follows waits for `go_on`."""
        self._is_looking = True

    def go_on(self) -> None:
        """The number is answered: read what waited, up to the next number that is looked up."""
        self._is_looking = False
        while self._held and not self._is_looking:
            self._read(self._held.popleft())

    def without(self, is_order: Callable[[str], bool]) -> tuple[Scan, ...]:
        """Let go of what waited for an order that did not open, up to the next order's number."""
        gone: list[Scan] = []
        while self._held and not is_order(self._held[0].text):
            gone.append(self._held.popleft())
        return tuple(gone)
