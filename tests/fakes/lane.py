"""A lane without a thread: work waits until the test lets it run."""

from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from packdesk.station.ports import Err, Ok

T = TypeVar("T")


class ManualLane:
    """Keeps work in order; ``run_one`` does the oldest, ``drain`` all, results come at once."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[Callable[[], Any], Callable[[Any], None]]] = deque()
        self.stopped = False

    def run(self, work: Callable[[], T], on_done: Callable[[Ok[T] | Err], None]) -> None:
        if not self.stopped:
            self.waiting.append((work, on_done))

    def stop(self, *, wait: bool) -> None:
        if wait:
            self.drain()
        self.waiting.clear()
        self.stopped = True

    def run_one(self) -> bool:
        if not self.waiting:
            return False
        work, on_done = self.waiting.popleft()
        try:
            result: Any = Ok(work())
        except Exception as error:  # noqa: BLE001 - a lane is the one broad catch
            result = Err(error)
        on_done(result)
        return True

    def drain(self) -> None:
        while self.run_one():
            pass


def drain(*lanes: ManualLane) -> None:
    """Let all lanes run until none has work."""
    while any(lane.waiting for lane in lanes):
        for lane in lanes:
            lane.run_one()
