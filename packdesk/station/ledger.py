"""The ledger: what is known of all orders, from the journal. Every call is the journal lane's.

Nothing is told before it is kept: events are appended to the journal first and folded into the
packing only after the commit, so that a failed append changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from packdesk.domain.barcodes import ENDS, PARCEL, order_of
from packdesk.domain.codes import CodeIdentity, MarkingCode, gtin14
from packdesk.domain.errands import ErrandAsked, Errands
from packdesk.domain.events import (
    Event,
    LayoutConfirmed,
    OrderChanged,
    PackingEvent,
    ReprintAsked,
)
from packdesk.domain.ids import OrderId
from packdesk.domain.layout_rules import Elsewhere
from packdesk.domain.marked_goods import marked_offers, with_marks
from packdesk.domain.news import news
from packdesk.domain.order import Catalogue, Offer, Order, OrderStatus
from packdesk.domain.packing import Packing
from packdesk.domain.submission import (
    Finished,
    LabelsToScan,
    MarkReady,
    NotConfirmed,
    Submission,
    next_step,
)
from packdesk.station.errors import JournalOutOfStep, OrderUnknown
from packdesk.station.known_order import as_known, as_set_ready
from packdesk.station.ports import Journal, OutboxChange, Stamp

AT_HAND = timedelta(days=3)
"""So long an order that is over stays in memory; what is older is read when it is asked for."""
_NUMBERS = 2**63


@dataclass(frozen=True, slots=True)
class Worker:
    """Who packs, and where."""

    packer: str
    station: str


@dataclass(frozen=True, slots=True)
class Held:
    """An order as the journal tells it."""

    packing: Packing
    submission: Submission

    @property
    def errands(self) -> Errands:
        """The single requests about the order."""
        return self.packing.errands

    @property
    def has_work(self) -> bool:
        """Whether something is still to be sent, printed or decided."""
        if self.errands.waiting:
            return True
        return not isinstance(next_step(self.submission), Finished | NotConfirmed)

    def after(self, events: tuple[Event, ...], at: datetime) -> "Held":
        """The state after one more group of the order's journal, kept at ``at``."""
        packing = self.packing.after(events)
        submission = self.submission.after(packing.of_submission(events), at)
        if packing.confirmed is not None and submission.confirmed is None:
            submission = submission.standing_again()
        return Held(packing, submission)


class Ledger:
    """Replays orders from the journal once, and keeps them. Journal lane only."""

    def __init__(
        self,
        open_journal: Callable[[], Journal],
        now: Callable[[], datetime],
        worker: Worker,
        *,
        ready_for_dbs: bool = False,
        scan_labels: bool = False,
        ready_by_hand: bool = False,
    ) -> None:
        self._open_journal = open_journal
        self._now = now
        self._worker = worker
        self._ready_for_dbs = ready_for_dbs
        self._scan_labels = scan_labels
        self._ready_by_hand = ready_by_hand
        self._journal: Journal | None = None
        self._held: dict[OrderId, Held] = {}
        self._orders: dict[OrderId, Order] = {}
        self._chosen_on: date | None = None
        self._catalogue: Catalogue | None = None
        self._watched: OrderId | None = None
        self._marked: frozenset[str] = frozenset()
        self._marks_read = False

    def close(self) -> None:
        """Release the journal."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    @property
    def journal(self) -> Journal:
        """The record this station writes to, opened on first use, in this lane.

        Raises:
            JournalError: it cannot be opened; the next use tries again.
        """
        if self._journal is None:
            self._journal = self._open_journal()
        return self._journal

    def follow(
        self,
        worker: Worker,
        *,
        ready_for_dbs: bool,
        scan_labels: bool = False,
        ready_by_hand: bool = False,
    ) -> None:
        """Another person packs, or the shop has changed its ways of setting orders ready."""
        self._worker = worker
        ways = (ready_for_dbs, scan_labels, ready_by_hand)
        if (self._ready_for_dbs, self._scan_labels, self._ready_by_hand) != ways:
            self._ready_for_dbs, self._scan_labels, self._ready_by_hand = ways
            self._held = {
                order_id: self._in_our_ways(order_id, held) for order_id, held in self._held.items()
            }

    def _in_our_ways(self, order_id: OrderId, held: Held) -> Held:
        """The order by the ways of now; what was over when they were others stays over."""
        ours = self._ways_of_now(held.submission)
        due = isinstance(next_step(ours), MarkReady | LabelsToScan)
        if due and order_id not in self.journal.outbox():
            ours = replace(ours, ready_for_dbs=False, scan_labels=False)
        return replace(held, submission=ours)

    def _ways_of_now(self, submission: Submission) -> Submission:
        return replace(
            submission,
            ready_for_dbs=self._ready_for_dbs,
            scan_labels=self._scan_labels,
            ready_by_hand=self._ready_by_hand,
        )

    def now(self) -> datetime:
        """The aware time by which all is stamped."""
        return self._now()

    @property
    def orders(self) -> dict[OrderId, Order]:
        """The orders at hand: unfinished, or cached or touched of late. ``order`` knows all.

        Read from the journal once a day, since a scan must not wait for that.
        """
        now = self._now()
        if self._chosen_on != now.date():
            recent = self.journal.orders(now - AT_HAND)
            self._orders = {order.id: order for order in recent}
            self._chosen_on = now.date()
            self._held = {
                order_id: held
                for order_id, held in self._held.items()
                if order_id in self._orders or held.submission.at_work
            }
        return self._orders

    def order(self, order_id: OrderId) -> Order | None:
        """A cached order, however old."""
        return self.orders.get(order_id) or self.journal.order(order_id)

    @property
    def catalogue(self) -> Catalogue:
        """The offers and lessons; read from the journal once."""
        if self._catalogue is None:
            self._catalogue = Catalogue(self.journal.offers(), self.journal.learned())
        return self._catalogue

    def take_offers(self, offers: tuple[Offer, ...]) -> None:
        """Put offers into the cache."""
        self.journal.keep_offers(offers)
        self._catalogue = None

    def learn(self, barcode: str, offer_id: str) -> None:
        """Keep what a packer taught: this barcode is on this good."""
        self.journal.learn(barcode, offer_id)
        self._catalogue = None

    def held(self, order_id: OrderId) -> Held:
        """An order's packing and submission, replayed from the journal on first use.

        Raises:
            OrderUnknown: the cache has no such order.
        """
        held = self._held.get(order_id)
        if held is None:
            order = self.order(order_id)
            if order is None:
                raise OrderUnknown(order_id)
            held = Held(
                Packing.of(order),
                Submission(
                    order.program, self._ready_for_dbs, self._scan_labels, self._ready_by_hand
                ),
            )
            for group in self.journal.read(order_id):
                held = held.after(group.events, group.stamp.at)
            held = replace(held, packing=held.packing.over(self._with_marks(order)))
            held = self._in_our_ways(order_id, held)
            self._held[order_id] = held
        return held

    def unread(self) -> tuple[OrderId, ...]:
        """Orders at hand with work in the journal that has not been replayed yet."""
        return tuple(one for one in self.touched() if not self.has_read(one))

    def touched(self) -> tuple[OrderId, ...]:
        """Orders at hand with work in the journal."""
        return self.journal.touched(self.orders)

    def has_read(self, order_id: OrderId) -> bool:
        """Whether the order need not be replayed to be looked at."""
        return order_id in self._held

    def forget(self, order_id: OrderId) -> None:
        """Read this order from the journal again when it is next needed."""
        self._held.pop(order_id, None)

    def record(self, order_id: OrderId, events: tuple[Event, ...]) -> Held:
        """Keep a group, then fold it; an order stands in the outbox while it has work."""
        held = self.held(order_id)
        if any(
            isinstance(event, PackingEvent | LayoutConfirmed | OrderChanged) for event in events
        ):
            events = (*held.packing.prelude(), *events)
        stamp = Stamp(self._now(), self._worker.packer, self._worker.station)
        before = held
        if any(isinstance(event, LayoutConfirmed) for event in events):
            before = replace(held, submission=self._ways_of_now(held.submission))
        after = before.after(events, stamp.at)
        change = _outbox_change(held, after, events)
        self.journal.append(order_id, held.packing.groups, events, stamp, change)
        self._held[order_id] = after
        return after

    def at_work(self, order_id: OrderId, *, yes: bool) -> None:
        """Whether a step of this order is being carried out by this very program."""
        held = self._held.get(order_id)
        if held is not None:
            submission = replace(held.submission, at_work=yes)
            self._held[order_id] = replace(held, submission=submission)

    def watch(self, order_id: OrderId | None) -> None:
        """This order stands on the bench: its changes matter even where nothing is packed yet."""
        self._watched = order_id

    def take_fresh(self, orders: tuple[Order, ...]) -> tuple[OrderId, ...]:
        """Orders as the Market has them now: into the cache and under the packings.

        What became different about an order that is worked on is kept in its journal before the
        cache takes it, so that a crash cannot swallow the news. Gives the orders that have any.
        """
        touched = {*self.journal.touched(order.id for order in orders), self._watched}
        fresh = tuple(filter(None, map(self._as_known, orders)))
        changed = tuple(
            order.id for order in fresh if order.id in touched and self._take_news(order)
        )
        self.journal.keep_orders(fresh, self._now())
        for order in fresh:
            self.orders[order.id] = order
            self._marked |= marked_offers((order,))
            held = self._held.get(order.id)
            if held is None:
                continue
            packing = held.packing.over(self._with_marks(order))
            self._held[order.id] = replace(held, packing=packing)
            is_told = order.id in changed or held.submission.at_work
            if packing.units != held.packing.units and not is_told:
                # No journal tells of these positions: a restart must come to the same units.
                self.forget(order.id)
        return changed

    def take_set_ready(self, orders: tuple[OrderId, ...]) -> None:
        """The Market has said that these are ready to ship: that counts, whatever was read."""
        known = filter(None, map(self.order, orders))
        self.take_fresh(tuple(as_set_ready(order) for order in known))

    def _as_known(self, fresh: Order) -> Order | None:
        known = self.order(fresh.id)
        return fresh if known is None else as_known(known, fresh, self._now())

    def _take_news(self, fresh: Order) -> bool:
        known = self.order(fresh.id)
        if known is None:
            return False
        held = self.held(fresh.id)
        changes = news(
            held.packing,
            held.submission,
            known,
            fresh,
            is_on_bench=fresh.id == self._watched,
        )
        if not changes:
            return False
        self._held[fresh.id] = replace(held, packing=held.packing.over(self._with_marks(fresh)))
        try:
            self.record(fresh.id, (OrderChanged(changes),))
        except JournalOutOfStep:
            self.forget(fresh.id)
        except BaseException:
            self.forget(fresh.id)
            raise
        return True

    def take_promoted(self, order_id: OrderId, items: tuple[int, ...]) -> None:
        """What an older call told: these positions came from a promotion, the others did not."""
        order = self.order(order_id)
        if order is None:
            return
        told = tuple(replace(item, promoted=item.id in items) for item in order.items)
        self.take_fresh((replace(order, items=told),))

    def _with_marks(self, order: Order) -> Order:
        return with_marks(order, self._marked_offers())

    def _marked_offers(self) -> frozenset[str]:
        if not self._marks_read:
            self._marked |= self.journal.marked_offers()
            self._marks_read = True
        return self._marked

    def find_order(self, text: str) -> OrderId | None:
        """The cached order, however old, that a number, external id or parcel number names."""
        return order_of(text, self.orders.values()) or order_of(text, self._find_old(text))

    def _find_old(self, text: str) -> tuple[Order, ...]:
        plain = text.strip(ENDS)
        parcel = PARCEL.match(plain)
        number = parcel[1] if parcel else plain
        ids = [*self.journal.named((plain,)).get(plain, ())]
        if number.isascii() and number.isdigit() and int(number) < _NUMBERS:
            ids.insert(0, OrderId(int(number)))
        return tuple(order for order in map(self.journal.order, ids) if order is not None)

    def knows_barcode(self, barcode: str) -> bool:
        """Whether the catalogue or a lesson already says what this barcode (or GTIN) is on."""
        gtin = gtin14(barcode)
        known = [one for offer in self.catalogue.offers for one in offer.barcodes]
        known += [taught for taught, _ in self.catalogue.learned]
        return barcode in known or (gtin is not None and gtin in {gtin14(one) for one in known})

    def other_user(self, code: MarkingCode, packing: Packing) -> OrderId | None:
        """Another order whose goods carry this code and were not cancelled or given back."""
        if not code.is_unique:
            return None
        for order_id in self.journal.users_of(code.identity):
            if order_id != packing.order.id and self._still_has(order_id, code.identity):
                return order_id
        return None

    def _still_has(self, order_id: OrderId, identity: CodeIdentity) -> bool:
        order = self.order(order_id)
        if order is None:
            return True
        over = {OrderStatus.CANCELLED, OrderStatus.RETURNED}
        return order.status not in over and bool(self.held(order_id).packing.holder(identity))

    def elsewhere(self, packing: Packing) -> Elsewhere:
        """Codes of this packing that stand on goods of other orders, too."""
        users = {
            code.identity: self.other_user(code, packing)
            for unit in packing.units
            for code in unit.codes
            if code.is_unique and code.identity not in packing.allowed
        }
        return {identity: order for identity, order in users.items() if order is not None}


def _outbox_change(before: Held, after: Held, events: tuple[Event, ...]) -> OutboxChange:
    """What a group does to the order's row: what is asked for queues it, whatever stood there."""
    if not after.has_work:
        return OutboxChange.SETTLE if before.has_work else OutboxChange.NONE
    asked = (LayoutConfirmed, ErrandAsked, ReprintAsked)
    if not before.has_work or any(isinstance(event, asked) for event in events):
        return OutboxChange.QUEUE
    return OutboxChange.NONE
