"""A workplace with its hand-over desk, and days of DBS orders."""

import copy
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.resource_files import resource
from packdesk.sandbox.running import Sandbox
from packdesk.station.handover import Handover
from packdesk.station.handover_desk import HandoverDesk
from packdesk.station.handover_policy import HandoverPolicy
from packdesk.station.handover_reports import (
    HandoverAnswer,
    HandoverMoved,
    HandoverReport,
    HandoverState,
)
from packdesk.station.reports import Report, SubmissionMoved
from packdesk.station.service_file import ServiceFile
from packdesk.tables import read_file, read_text
from tests.e2e.spine import Workplace
from tests.fakes.clock import FakeClock

DAY = resource("demo/day.json")
FIRST = 51300000001


def dbs_day(folder: Path, count: int, **changed: Any) -> Path:
    """A day of so many DBS orders, made after one of the demo day; ``changed`` is their delivery."""
    day = json.loads(DAY.read_text(encoding="utf-8"))
    model = next(one for one in day["orders"] if one["programType"] == "DBS")
    orders = []
    for number in range(FIRST, FIRST + count):
        order = copy.deepcopy(model)
        order["orderId"] = number
        for place, item in enumerate(order["items"], start=1):
            item["id"] = number * 10 + place
        order["delivery"].update(changed)
        orders.append(order)
    path = folder / "orders.json"
    path.write_text(json.dumps({"orders": orders}, ensure_ascii=False), encoding="utf-8")
    return path


class HandoverPlace(Workplace):
    """A workplace whose scans go to the hand-over."""

    def __init__(
        self,
        folder: Path,
        sandbox: Sandbox,
        clock: FakeClock,
        policy: HandoverPolicy | None = None,
    ) -> None:
        super().__init__(folder, sandbox, clock)
        self.folder = folder
        self.told: list[HandoverReport] = []
        self.handover = Handover(
            HandoverDesk(self.ledger, policy),
            self.station,
            lambda: self.market,
            ServiceFile(folder / "services.json"),
            (read_file, read_text),
            self.lanes,
            clock,
            self.bugs.append,
        )
        self.handover.listen(self.told.append)
        self.station.listen(self._moved)

    def _moved(self, report: Report) -> None:
        if isinstance(report, SubmissionMoved):
            self.handover.moved(report.order)

    @override
    def start(self) -> None:
        super().start()
        self.handover.start()
        self.handover.go_online()
        self.drain()

    def hand(self, *texts: str) -> HandoverAnswer:
        """Scan at the hand-over desk."""
        for text in texts:
            self.handover.scan(text)
            self.drain()
        return next(one for one in reversed(self.told) if isinstance(one, HandoverAnswer))

    @property
    def state(self) -> HandoverState:
        """The last one that was told."""
        return next(
            one.state
            for one in reversed(self.told)
            if isinstance(one, HandoverAnswer | HandoverMoved)
        )

    def tracks(self, number: int) -> list[str]:
        """What the Market has for an order."""
        return list(self.sandbox.world.snapshot(number).tracks)

    def lose(self, number: int) -> None:
        """Let the cache have no such order."""
        self.ledger.orders.pop(OrderId(number))
        with closing(sqlite3.connect(self.folder / "journal.db")) as db, db:
            db.execute("DELETE FROM orders WHERE order_id = ?", (number,))

    def requests(self, operation: str) -> list[Any]:
        """The bodies of an operation's requests."""
        return [one.request for one in self.sandbox.log if one.operation == operation]

    @override
    def stop(self) -> None:
        self.handover.stop()
        super().stop()


@contextmanager
def handover_place(
    folder: Path, orders: Path, policy: HandoverPolicy | None = None
) -> Iterator[HandoverPlace]:
    """A started workplace on a sandbox that shares its clock."""
    clock = FakeClock()
    with Sandbox(orders, clock=clock.now) as sandbox:
        place = HandoverPlace(folder, sandbox, clock, policy)
        place.start()
        yield place
        place.stop()
        assert place.bugs == []
