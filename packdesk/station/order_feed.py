"""The order feed: keeps the cache of orders and offers near to what the Market has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from packdesk.domain.ids import CampaignId, OrderId, OrderRef
from packdesk.domain.order import Offer, Order, OrderStatus
from packdesk.station.errors import MarketError, MarketKeyRejected, OrderUnknown, PackdeskError
from packdesk.station.ledger import Ledger
from packdesk.station.ports import ApiAvailability, Clock, Err, Lane, Market, Ok, OrderQuery, Result
from packdesk.station.queue_view import read_queue
from packdesk.station.reports import JournalStopped, MarketFine, MarketTrouble, QueueRead, Report
from packdesk.station.slices import SLICE, in_slices

PERIOD = timedelta(minutes=5)
"""Express orders are to be asked for every 5 to 10 minutes (the Market's advice)."""
AFTER_TROUBLE = timedelta(seconds=20)
OFFERS_AT_ONCE = 100
ORDERS_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Unread:
    """Orders that the queue needs and that are not replayed from the journal yet."""

    orders: tuple[OrderId, ...]


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer of the Market: orders, and what the catalogue knows of their goods."""

    orders: tuple[Order, ...]
    offers: tuple[Offer, ...]


class OrderFeed:
    """Asks for orders now and then, and for single ones on need. GUI thread."""

    def __init__(
        self,
        ledger: Ledger,
        market: Callable[[], Market],
        feed_lane: Lane,
        journal_lane: Lane,
        clock: Clock,
        report: Callable[[Report], None],
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._ledger = ledger
        self._market = market
        self._chosen: tuple[CampaignId, ...] = ()
        self._campaigns: tuple[CampaignId, ...] = ()
        self._feed_lane = feed_lane
        self._journal_lane = journal_lane
        self._clock = clock
        self._report = report
        self._on_bug = on_bug
        self._fresh_at: datetime | None = None
        self._asked = False
        self._stopped = False
        self._no_catalogue = False

    def stop(self) -> None:
        """Ask no more."""
        self._stopped = True

    def choose_shops(self, campaigns: tuple[CampaignId, ...]) -> None:
        """Ask only for orders of these shops from now on; empty: of all that can be."""

        def take() -> None:
            self._chosen, self._campaigns = campaigns, ()

        self._feed_lane.run(take, self._noted)

    def _noted(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            self._trouble(result.error)

    def show(self) -> None:
        """Tell the queue as the journal has it."""
        self._journal_lane.run(self._ready_queue, self._read_on)

    def refresh(self) -> None:
        """Ask the Market for the orders in processing, and for those that have left it."""
        if self._asked or self._stopped:
            return
        self._asked = True
        self._journal_lane.run(self._known, self._ask)

    def fetch(self, order_id: OrderId, on_done: Callable[[Result[Order]], None]) -> None:
        """Ask for one order, put it into the cache, then tell ``on_done`` (GUI thread)."""

        def ask(result: Result[tuple[tuple[OrderId, ...], frozenset[str]]]) -> None:
            match result:
                case Err():
                    on_done(result)
                case Ok((_, offers)):
                    self._feed_lane.run(
                        partial(self._one, order_id, offers), partial(self._keep_one, on_done)
                    )

        self._journal_lane.run(self._known, ask)

    def _known(self) -> tuple[tuple[OrderId, ...], frozenset[str]]:
        orders = self._ledger.orders.values()
        processing = tuple(o.id for o in orders if o.status is OrderStatus.PROCESSING)
        return processing, frozenset(offer.offer_id for offer in self._ledger.catalogue.offers)

    def _ask(self, result: Result[tuple[tuple[OrderId, ...], frozenset[str]]]) -> None:
        match result:
            case Err(error):
                self._asked = False
                self._trouble(error)
            case Ok((processing, offers)):
                self._feed_lane.run(partial(self._fetch, processing, offers), self._fetched)

    def _fetch(self, processing: tuple[OrderId, ...], known: frozenset[str]) -> Fetched:
        shops = self._shops()
        query = OrderQuery(campaigns=shops, statuses=(OrderStatus.PROCESSING,))
        orders = list(self._market().orders(query))
        there = {order.id for order in orders}
        gone = [order_id for order_id in processing if order_id not in there]
        for start in range(0, len(gone), ORDERS_AT_ONCE):
            ids = tuple(gone[start : start + ORDERS_AT_ONCE])
            orders += self._market().orders(OrderQuery(campaigns=shops, orders=ids))
        return Fetched(tuple(orders), self._offers(orders, known))

    def _shops(self) -> tuple[CampaignId, ...]:
        """The chosen shops, or all that the key sees and the API works for. Feed lane only."""
        if not self._campaigns:
            self._campaigns = self._chosen
        if not self._campaigns:
            shops = self._market().campaigns()
            open_ones = [s for s in shops if s.availability is ApiAvailability.AVAILABLE]
            self._campaigns = tuple(shop.id for shop in open_ones or shops)
        return self._campaigns

    def _offers(self, orders: list[Order], known: frozenset[str]) -> tuple[Offer, ...]:
        """Comfort only: a key without the catalogue scope gives none, and is asked once."""
        wanted = sorted({i.offer_id for order in orders for i in order.items} - known)
        if self._no_catalogue or not wanted:
            return ()
        offers: list[Offer] = []
        try:
            for start in range(0, len(wanted), OFFERS_AT_ONCE):
                offers += self._market().offers(tuple(wanted[start : start + OFFERS_AT_ONCE]))
        except MarketKeyRejected:
            self._no_catalogue = True
        except MarketError:
            return tuple(offers)
        return tuple(offers)

    def _fetched(self, result: Result[Fetched]) -> None:
        self._asked = False
        if self._stopped:
            return
        match result:
            case Err(error):
                self._clock.call_at(self._clock.now() + AFTER_TROUBLE, self.refresh)
                self._trouble(error)
            case Ok(fetched):
                self._fresh_at = self._clock.now()
                self._clock.call_at(self._fresh_at + PERIOD, self.refresh)
                self._report(MarketFine())
                self._keep(fetched, self._shown)

    def _keep(self, fetched: Fetched, on_done: Callable[[Result[QueueRead]], None]) -> None:
        def kept(result: Result[tuple[OrderId, ...]]) -> None:
            match result:
                case Ok(changed):
                    self._journal_lane.run(partial(self._keep_offers, fetched, changed), on_done)
                case Err():
                    on_done(result)

        in_slices(self._journal_lane, fetched.orders, self._take_fresh, kept)

    def _take_fresh(self, orders: Sequence[Order]) -> tuple[OrderId, ...]:
        return self._ledger.take_fresh(tuple(orders))

    def _keep_offers(self, fetched: Fetched, changed: tuple[OrderId, ...]) -> QueueRead:
        if fetched.offers:
            self._ledger.take_offers(fetched.offers)
        return replace(read_queue(self._ledger, self._fresh_at), changed=changed)

    def _ready_queue(self) -> QueueRead | Unread:
        """The queue, or what must be replayed first: more than scans can wait for."""
        unread = self._ledger.unread()
        return Unread(unread) if len(unread) > SLICE else read_queue(self._ledger, self._fresh_at)

    def _read_on(self, result: Result[QueueRead | Unread]) -> None:
        if isinstance(result, Err):
            self._trouble(result.error)
        elif isinstance(result.value, Unread):
            in_slices(self._journal_lane, result.value.orders, self._replay, self._replayed)
        else:
            self._report(result.value)

    def _replay(self, orders: Sequence[OrderId]) -> tuple[OrderId, ...]:
        for order_id in orders:
            self._ledger.held(order_id)
        return ()

    def _replayed(self, result: Result[tuple[OrderId, ...]]) -> None:
        match result:
            case Ok():
                self._journal_lane.run(
                    lambda: read_queue(self._ledger, self._fresh_at), self._shown
                )
            case Err():
                self._shown(result)

    def _shown(self, result: Result[QueueRead]) -> None:
        match result:
            case Err(error):
                self._trouble(error)
            case Ok(queue):
                self._report(queue)

    def _one(self, order_id: OrderId, known: frozenset[str]) -> Fetched:
        """Ask each shop in turn: the number does not tell which one has the order."""
        for campaign in self._shops():
            try:
                order = self._market().order(OrderRef(campaign, order_id))
            except OrderUnknown:
                continue
            return Fetched((order,), self._offers([order], known))
        raise OrderUnknown(order_id)

    def _keep_one(self, on_done: Callable[[Result[Order]], None], result: Result[Fetched]) -> None:
        match result:
            case Err():
                on_done(result)
            case Ok(fetched):
                order = fetched.orders[0]

                def kept(done: Result[QueueRead]) -> None:
                    self._shown(done)
                    on_done(Ok(order) if isinstance(done, Ok) else done)

                self._keep(fetched, kept)

    def _trouble(self, error: Exception) -> None:
        match error:
            case MarketError():
                self._report(MarketTrouble(error, self._clock.now() + AFTER_TROUBLE))
            case PackdeskError():
                self._report(JournalStopped(error))
            case _:
                self._on_bug(error)
