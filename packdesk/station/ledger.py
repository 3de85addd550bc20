"""The ledger: what is known of all orders, from the journal. Every call is the journal lane's.

Nothing is told before it is kept: events are appended to the journal first and folded into the
packing only after the commit, so that a failed append changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from packdesk.domain.barcodes import order_of
from packdesk.domain.codes import CodeIdentity, MarkingCode, gtin14
from packdesk.domain.events import Event
from packdesk.domain.ids import OrderId
from packdesk.domain.layout_rules import Elsewhere
from packdesk.domain.order import Catalogue, Offer, Order, OrderStatus
from packdesk.domain.packing import Packing
from packdesk.domain.submission import Submission
from packdesk.station.errors import OrderUnknown
from packdesk.station.ports import Journal, OutboxChange, Stamp


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


class Ledger:
    """Replays orders from the journal once, and keeps them. Journal lane only."""

    def __init__(
        self,
        open_journal: Callable[[], Journal],
        now: Callable[[], datetime],
        worker: Worker,
        *,
        ready_for_dbs: bool = False,
    ) -> None:
        self._open_journal = open_journal
        self._now = now
        self._worker = worker
        self._ready_for_dbs = ready_for_dbs
        self._journal: Journal | None = None
        self._held: dict[OrderId, Held] = {}
        self._orders: dict[OrderId, Order] | None = None
        self._catalogue: Catalogue | None = None

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

    def follow(self, worker: Worker, *, ready_for_dbs: bool) -> None:
        """Another person packs, or the shop has changed its ways with DBS orders."""
        self._worker = worker
        self._ready_for_dbs = ready_for_dbs

    def now(self) -> datetime:
        """The aware time by which all is stamped."""
        return self._now()

    @property
    def orders(self) -> dict[OrderId, Order]:
        """All known orders; read from the journal once, since a scan must not wait for that."""
        if self._orders is None:
            self._orders = {order.id: order for order in self.journal.orders()}
        return self._orders

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
            order = self.orders.get(order_id)
            if order is None:
                raise OrderUnknown(order_id)
            packing = Packing.of(order)
            submission = Submission(order.program, ready_for_dbs=self._ready_for_dbs)
            for group in self.journal.read(order_id):
                packing = packing.after(group.events)
                submission = submission.after(group.events, group.stamp.at)
            held = self._held[order_id] = Held(packing, submission)
        return held

    def forget(self, order_id: OrderId) -> None:
        """Read this order from the journal again when it is next needed."""
        self._held.pop(order_id, None)

    def record(
        self, order_id: OrderId, events: tuple[Event, ...], outbox: OutboxChange = OutboxChange.NONE
    ) -> Held:
        """Keep a group, then fold it."""
        held = self.held(order_id)
        stamp = Stamp(self._now(), self._worker.packer, self._worker.station)
        group = self.journal.append(order_id, held.packing.groups, events, stamp, outbox)
        held = Held(held.packing.after(group.events), held.submission.after(group.events, stamp.at))
        self._held[order_id] = held
        return held

    def take_fresh(self, orders: tuple[Order, ...]) -> None:
        """Orders as the Market has them now: into the cache and under the packings.

        A packing whose positions differ from the fresh ones keeps its own until it is sent: the
        Market then has the last word.
        """
        self.journal.keep_orders(orders, self._now())
        for order in orders:
            self.orders[order.id] = order
            held = self._held.get(order.id)
            if held is None:
                continue
            if not held.packing.groups:
                del self._held[order.id]
                continue
            known = held.packing.order
            same = [(i.id, i.count) for i in known.items] == [(i.id, i.count) for i in order.items]
            fresh = order if same else replace(order, items=known.items)
            self._held[order.id] = replace(held, packing=replace(held.packing, order=fresh))

    def find_order(self, text: str) -> OrderId | None:
        """The cached order that a number, an external id or a parcel number names."""
        return order_of(text, self.orders.values())

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
        order = self.orders.get(order_id)
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
