"""An outbox over fakes alone: no desk, no disk, no network, no thread."""

from packdesk.domain.errands import Errand
from packdesk.domain.events import Event, LayoutConfirmed
from packdesk.domain.ids import BoxNumber
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, LayoutBox, UnitCodes, WholeUnits, fingerprint
from packdesk.domain.next_steps import Next
from packdesk.domain.order import Order
from packdesk.domain.submission import next_step
from packdesk.station.agenda import Hands
from packdesk.station.carry_out import Tools
from packdesk.station.ledger import Held, Ledger, Worker
from packdesk.station.outbox import Outbox
from packdesk.station.ports import LabelMaker
from packdesk.station.reports import Report
from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal
from tests.fakes.lane import ManualLane
from tests.fakes.market import FakeMarket
from tests.fakes.printer import MemoryLabels, MemoryPrinter


class OutboxBench:
    """Everything a test may look at or break; ``restarted`` is a new program over what is kept."""

    def __init__(
        self,
        market: FakeMarket,
        *orders: Order,
        journal: MemoryJournal | None = None,
        printer: MemoryPrinter | None = None,
        labels: MemoryLabels | None = None,
        clock: FakeClock | None = None,
        scan_labels: bool = False,
        own_labels: LabelMaker | None = None,
    ) -> None:
        self.market = market
        self.journal = journal or MemoryJournal()
        self.printer = printer or MemoryPrinter()
        self.labels = labels or MemoryLabels()
        self.clock = clock or FakeClock()
        self.reports: list[Report] = []
        self.bugs: list[Exception] = []
        self._ways = (scan_labels, own_labels)
        self.journal_lane, self.market_lane, self.print_lane = (ManualLane() for _ in range(3))
        self.ledger = Ledger(
            lambda: self.journal, self.clock.now, Worker("Anna", "table 1"), scan_labels=scan_labels
        )
        if orders:
            self.ledger.take_fresh(orders)
        self.outbox = Outbox(
            self.ledger,
            Tools(lambda: self.market, self.labels, self.printer, lambda: own_labels),
            {Hands.MARKET: self.market_lane, Hands.PRINTER: self.print_lane},
            self.journal_lane,
            self.clock,
            self.reports.append,
            self.bugs.append,
        )

    def restarted(self) -> "OutboxBench":
        """What was in the lanes and on the clock is gone, what was kept is there."""
        scan_labels, own_labels = self._ways
        again = OutboxBench(
            self.market,
            journal=self.journal,
            printer=self.printer,
            labels=self.labels,
            clock=FakeClock(self.clock.now()),
            scan_labels=scan_labels,
            own_labels=own_labels,
        )
        again.bugs = self.bugs
        again.outbox.wake()
        return again

    @property
    def busy_lanes(self) -> list[ManualLane]:
        return [
            lane for lane in (self.journal_lane, self.market_lane, self.print_lane) if lane.waiting
        ]

    def drain(self) -> None:
        while self.busy_lanes:
            for lane in self.busy_lanes:
                lane.run_one()

    def wait(self, seconds: float) -> None:
        self.drain()
        self.clock.move(seconds, between=self.drain)
        self.drain()

    def confirm(self, order: Order, of: BoxLayout, external_id: str | None = None) -> None:
        confirmed = LayoutConfirmed(of, fingerprint(of), LabelFormat.A7, external_id)
        self.keep(order, confirmed)

    def keep(self, order: Order, *events: Event) -> None:
        self.ledger.record(order.id, events)
        self.outbox.wake()
        self.drain()

    def ask(self, order: Order, *errands: Errand) -> None:
        self.outbox.ask_errand(order.id, *errands)
        self.drain()

    def held(self, order: Order) -> Held:
        return self.ledger.held(order.id)

    def next(self, order: Order) -> Next:
        return next_step(self.held(order).submission)

    def events(self, order: Order) -> list[Event]:
        return [event for group in self.journal.read(order.id) for event in group.events]

    def kept(self, order: Order, kind: type[Event]) -> list[Event]:
        return [event for event in self.events(order) if isinstance(event, kind)]


def layout_of(order: Order, *codes: UnitCodes, without: int = 0, remove: bool = False) -> BoxLayout:
    """All goods of an order in one box, but for the last ``without`` positions."""
    items = order.items[: len(order.items) - without]
    lines = tuple(
        WholeUnits(item.id, item.count, codes if place == 0 else ())
        for place, item in enumerate(items)
    )
    return BoxLayout((LayoutBox(BoxNumber(1), lines),), remove)
