"""The hand-over over fakes alone: no disk, no network, no thread."""

from packdesk.domain.ids import OrderId
from packdesk.station.handover import Handover
from packdesk.station.handover_desk import HandoverDesk
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.order_feed import OrderFeed
from packdesk.station.service_feed import MemoryServices
from packdesk.station.station import Lanes
from packdesk.tables import read_file, read_text
from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal
from tests.fakes.lane import ManualLane, drain
from tests.fakes.market import FakeMarket


class HandoverBench:
    """A hand-over whose lanes run when the test lets them; it stands in for its station, too."""

    def __init__(self, *at_market, cached=(), journal=None):
        self.market = FakeMarket(*at_market, *cached)
        self.journal = journal or MemoryJournal()
        self.clock = FakeClock()
        if cached:
            self.journal.keep_orders(tuple(cached), self.clock.now())
        self.ledger = Ledger(lambda: self.journal, self.clock.now, Worker("Anna", "table 1"))
        self.desk = HandoverDesk(self.ledger)
        self.journal_lane, self.market_lane, self.feed_lane = (
            ManualLane(),
            ManualLane(),
            ManualLane(),
        )
        self.lanes = Lanes(self.journal_lane, self.market_lane, self.feed_lane, ManualLane())
        self.bugs: list[Exception] = []
        self.told: list[object] = []
        self.woken = 0
        self.retried: list[OrderId] = []
        self.dropped: list[OrderId] = []
        self.feed = OrderFeed(
            self.ledger,
            lambda: self.market,
            self.lanes.feed,
            self.lanes.journal,
            self.clock,
            lambda _: None,
            self.bugs.append,
        )
        self.handover = Handover(
            self.desk,
            self,
            lambda: self.market,
            MemoryServices(),
            (read_file, read_text),
            self.lanes,
            self.clock,
            self.bugs.append,
        )
        self.handover.listen(self.told.append)

    def wake_outbox(self):
        self.woken += 1

    def fetch_order(self, order_id, on_done):
        self.feed.fetch(order_id, on_done)

    def retry_errand(self, order_id):
        self.retried.append(order_id)

    def drop_errand(self, order_id):
        self.dropped.append(order_id)

    def drain(self):
        drain(self.journal_lane, self.market_lane, self.feed_lane)

    def last(self, kind):
        return next(one for one in reversed(self.told) if isinstance(one, kind))

    def waiting(self, number):
        return self.ledger.held(OrderId(number)).errands.waiting
