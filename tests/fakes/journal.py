"""A journal in memory; it passes the contract tests of the real one."""

from collections.abc import Iterable
from datetime import datetime

from typing_extensions import override

from packdesk.domain.codes import CodeIdentity
from packdesk.domain.events import CodeAttached, Event
from packdesk.domain.ids import OrderId
from packdesk.domain.marked_goods import marked_offers
from packdesk.domain.order import Offer, Order, OrderStatus
from packdesk.domain.order_names import names_asked, names_of
from packdesk.station.errors import JournalFault, JournalOutOfStep, JournalUnavailable
from packdesk.station.ports import Group, Journal, OutboxChange, Stamp


class MemoryJournal(Journal):
    """While ``fault`` is set, each call that would keep something raises and keeps nothing."""

    def __init__(self) -> None:
        self.fault: JournalFault | None = None
        self._touched: dict[OrderId, None] = {}
        self._groups: dict[OrderId, list[Group]] = {}
        self._outbox: dict[OrderId, None] = {}
        self._users: dict[CodeIdentity, dict[OrderId, None]] = {}
        self._orders: dict[OrderId, Order] = {}
        self._cached_at: dict[OrderId, datetime] = {}
        self._names: dict[str, set[OrderId]] = {}
        self._marked: frozenset[str] = frozenset()
        self._offers: dict[str, Offer] = {}
        self._learned: dict[str, str] = {}

    @override
    def read(self, order: OrderId) -> tuple[Group, ...]:
        return tuple(self._groups.get(order, ()))

    @override
    def append(
        self,
        order: OrderId,
        after: int,
        events: tuple[Event, ...],
        stamp: Stamp,
        outbox: OutboxChange = OutboxChange.NONE,
    ) -> Group:
        if stamp.at.utcoffset() is None:
            raise ValueError("a stamp needs an aware time")
        self._check()
        if len(self._groups.get(order, ())) != after:
            raise JournalOutOfStep(order)
        group = Group(after + 1, events, stamp)
        self._groups.setdefault(order, []).append(group)
        self._touched.pop(order, None)
        self._touched[order] = None
        for event in events:
            if isinstance(event, CodeAttached):
                users = self._users.setdefault(event.code.identity, {})
                users.pop(order, None)
                users[order] = None
        self._keep_names(order, names_asked(events))
        match outbox:
            case OutboxChange.QUEUE:
                self._outbox.setdefault(order)
            case OutboxChange.SETTLE:
                self._outbox.pop(order, None)
            case OutboxChange.NONE:
                pass
        return group

    @override
    def outbox(self) -> tuple[OrderId, ...]:
        return tuple(self._outbox)

    @override
    def users_of(self, identity: CodeIdentity) -> tuple[OrderId, ...]:
        return tuple(reversed(self._users.get(identity, {})))

    @override
    def keep_orders(self, orders: tuple[Order, ...], at: datetime) -> None:
        self._check()
        self._orders.update((order.id, order) for order in orders)
        self._cached_at.update((order.id, at) for order in orders)
        self._marked |= marked_offers(orders)
        for order in orders:
            self._keep_names(order.id, names_of(order))

    def _keep_names(self, order: OrderId, names: frozenset[str]) -> None:
        for name in names:
            self._names.setdefault(name, set()).add(order)

    @override
    def order(self, order: OrderId) -> Order | None:
        return self._orders.get(order)

    @override
    def orders(self, since: datetime | None = None) -> tuple[Order, ...]:
        return tuple(
            order
            for order in self._orders.values()
            if since is None
            or order.status is OrderStatus.PROCESSING
            or order.id in self._outbox
            or self._last_at(order.id) >= since
        )

    def _last_at(self, order: OrderId) -> datetime:
        groups = self._groups.get(order, [])
        return max([self._cached_at[order], *(group.stamp.at for group in groups)])

    @override
    def named(self, names: Iterable[str]) -> dict[str, tuple[OrderId, ...]]:
        return {one: tuple(sorted(self._names[one])) for one in names if one in self._names}

    @override
    def marked_offers(self) -> frozenset[str]:
        return self._marked

    @override
    def touched(self, among: Iterable[OrderId] | None = None) -> tuple[OrderId, ...]:
        if among is None:
            return tuple(self._groups)
        return tuple(order for order in among if order in self._groups)

    @override
    def latest(self, limit: int) -> tuple[tuple[OrderId, datetime], ...]:
        newest = reversed(self._touched)
        return tuple((one, self._groups[one][-1].stamp.at) for one in newest)[:limit]

    @override
    def keep_offers(self, offers: tuple[Offer, ...]) -> None:
        self._check()
        self._offers.update((offer.offer_id, offer) for offer in offers)

    @override
    def offers(self) -> tuple[Offer, ...]:
        return tuple(self._offers.values())

    @override
    def learn(self, barcode: str, offer_id: str) -> None:
        self._check()
        self._learned[barcode] = offer_id

    @override
    def learned(self) -> tuple[tuple[str, str], ...]:
        return tuple(self._learned.items())

    @override
    def close(self) -> None:
        """Nothing is held."""

    def _check(self) -> None:
        if self.fault is not None:
            raise JournalUnavailable(self.fault, "memory")
