"""A station over fakes alone: no disk, no network, no thread."""

from packdesk.domain.ids import OrderId
from packdesk.domain.order import Catalogue, Order
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.ledger import Held, Ledger, Worker
from packdesk.station.reports import Answer, Report
from packdesk.station.station import Lanes, Station
from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal
from tests.fakes.lane import ManualLane, drain
from tests.fakes.market import FakeMarket
from tests.fakes.printer import MemoryLabels, MemoryPrinter
from tests.stories import spell


class FakeWorkplace:
    """Everything a test may look at or break."""

    def __init__(
        self,
        *orders: Order,
        catalogue: Catalogue | None = None,
        journal: MemoryJournal | None = None,
        clock: FakeClock | None = None,
    ) -> None:
        self.market = FakeMarket(*orders, offers=(catalogue or Catalogue()).offers)
        self.journal = journal or MemoryJournal()
        self.clock = clock or FakeClock()
        self.printer = MemoryPrinter()
        self.labels = MemoryLabels()
        self.bugs: list[Exception] = []
        self.reports: list[Report] = []
        self.lanes = Lanes(ManualLane(), ManualLane(), ManualLane(), ManualLane())
        ledger = Ledger(lambda: self.journal, self.clock.now, Worker("Anna", "table 1"))
        self.desk = Desk(ledger, DeskPolicy())
        self.station = Station(
            self.desk,
            lambda: self.market,
            self.labels,
            self.printer,
            self.lanes,
            self.clock,
            self.bugs.append,
        )
        self.station.listen(self.reports.append)

    def start(self) -> "FakeWorkplace":
        self.station.start()
        self.station.go_online()
        self.drain()
        return self

    def drain(self) -> None:
        lanes = (self.lanes.journal, self.lanes.market, self.lanes.feed, self.lanes.printing)
        drain(*(lane for lane in lanes if isinstance(lane, ManualLane)))

    def wait(self, seconds: float) -> None:
        self.drain()
        self.clock.move(seconds, between=self.drain)
        self.drain()

    def open(self, order: int) -> Answer:
        self.station.open_order(OrderId(order))
        self.drain()
        return self.answer()

    def scan(self, text: str) -> Answer:
        self.station.scan(spell(text))
        self.drain()
        return self.answer()

    def answer(self) -> Answer:
        return next(one for one in reversed(self.reports) if isinstance(one, Answer))

    def told(self, kind: type[Report]) -> list[Report]:
        return [one for one in self.reports if isinstance(one, kind)]

    def held(self, order: int) -> Held:
        return self.desk.ledger.held(OrderId(order))
