"""A whole workplace without a window: the station between a real journal and a real sandbox."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from packdesk.domain.ids import OrderId
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.market.client import MarketClient
from packdesk.market.transport import Transport
from packdesk.printing.folder_printer import FolderPrinter
from packdesk.printing.label_store import LabelFiles
from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.running import Sandbox
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.ports import Journal
from packdesk.station.reports import Answer, Report
from packdesk.station.station import Lanes, Station
from tests.fakes.clock import FakeClock
from tests.fakes.lane import ManualLane, drain


class Workplace:
    """A station whose lanes run when the test lets them."""

    def __init__(
        self,
        folder: Path,
        sandbox: Sandbox,
        clock: FakeClock,
        policy: DeskPolicy | None = None,
        open_journal: Callable[[], Journal] | None = None,
    ) -> None:
        self.sandbox = sandbox
        self.clock = clock
        self.folder = folder
        self.bugs: list[Exception] = []
        self.reports: list[Report] = []
        self.transport = Transport(sandbox.base_url, DEMO_KEY, now=clock.now)
        self.market = MarketClient(self.transport, read_attempts=1)
        self.lanes = Lanes(ManualLane(), ManualLane(), ManualLane(), ManualLane())
        ledger = Ledger(
            open_journal or (lambda: SqliteJournal(folder / "journal.db")),
            clock.now,
            Worker("Anna", "table 1"),
        )
        self.ledger = ledger
        self.desk = Desk(ledger, policy or DeskPolicy())
        self.printed = folder / "printed"
        self.station = Station(
            self.desk,
            lambda: self.market,
            LabelFiles(folder / "labels"),
            FolderPrinter(self.printed),
            self.lanes,
            clock,
            self.bugs.append,
        )
        self.station.listen(self.reports.append)

    def start(self) -> None:
        self.station.start()
        self.station.go_online()
        self.drain()

    def drain(self) -> None:
        lanes = (self.lanes.journal, self.lanes.market, self.lanes.feed, self.lanes.printing)
        drain(*(lane for lane in lanes if isinstance(lane, ManualLane)))

    def wait(self, seconds: float) -> None:
        """Let time pass, each thing that falls due carried out at its time."""
        self.clock.move(seconds, between=self.drain)
        self.drain()

    def scan(self, text: str) -> Answer:
        self.station.scan(text)
        self.drain()
        return self.last_answer()

    def open(self, order: int) -> Answer:
        self.station.open_order(OrderId(order))
        self.drain()
        return self.last_answer()

    def answer(self, number: int) -> Answer:
        self.station.answer(number)
        self.drain()
        return self.last_answer()

    def last_answer(self) -> Answer:
        return next(one for one in reversed(self.reports) if isinstance(one, Answer))

    def stop(self) -> None:
        self.station.stop()
        self.transport.close()


@contextmanager
def workplace(folder: Path, orders: Path | None = None) -> Iterator[Workplace]:
    """A started workplace on a sandbox that shares its clock."""
    clock = FakeClock()
    with Sandbox(orders, clock=clock.now) as sandbox:
        place = Workplace(folder, sandbox, clock)
        place.start()
        yield place
        place.stop()
        assert place.bugs == []


def goods(orders: Path, part: str = "scans") -> dict[int, dict[int, dict[str, Any]]]:
    """What lies on the goods: order -> item -> {ean, codes}."""
    day = json.loads(orders.read_text(encoding="utf-8"))
    return {
        int(order): {int(item): lying for item, lying in items.items()}
        for order, items in day[part].items()
    }
