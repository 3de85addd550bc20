"""What was asked for orders at the hand-over, from the journal. Journal lane only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from packdesk.domain.errands import (
    Errand,
    ErrandAsked,
    ErrandDone,
    ErrandDropped,
    ErrandEvent,
    ErrandRefused,
    ErrandRetryAsked,
    ErrandStarted,
    ErrandUndone,
    OtherTracksFound,
    SetTrack,
    Stop,
)
from packdesk.domain.handover_refusals import GoneOut, NothingToTakeBack
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import OrderStatus, ProgramType
from packdesk.domain.tracks import track_key
from packdesk.station.handover_reports import HandedOver, HandoverOutcome, TookBack
from packdesk.station.ledger import Ledger

_FREED = frozenset({OrderStatus.CANCELLED, OrderStatus.RETURNED})
"""A number given to such an order may travel on another one."""
AT_ONCE = 10
"""So many orders are read before a scan may come between."""


@dataclass(frozen=True, slots=True)
class Line:
    """One errand of one order; ``group`` is the journal's group that it was asked in."""

    errand: Errand
    asked_at: datetime
    group: int
    outcome: HandoverOutcome = HandoverOutcome.WAITING
    stop: Stop | None = None

    def is_same(self, other: "Line") -> bool:
        """Whether it is the same errand, however far it is."""
        return (self.errand, self.group) == (other.errand, other.group)


class HandoverBook:
    """Keeps the errands of all orders at hand, read again only where an order has new groups."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lines: dict[OrderId, tuple[Line, ...]] = {}
        self._groups: dict[OrderId, int] = {}
        self._unread: list[OrderId] | None = None
        self._under_way: Mapping[str, OrderId] = {}

    def lines(self, order_id: OrderId) -> tuple[Line, ...]:
        """The errands of one order, oldest first."""
        self.note(order_id)
        return self._lines.get(order_id, ())

    def note(self, order_id: OrderId) -> None:
        """Something may have happened to this order."""
        if self._ledger.order(order_id) is None:
            return
        groups = self._ledger.held(order_id).packing.groups
        if self._groups.get(order_id) == groups:
            return
        lines: tuple[Line, ...] = ()
        for group in self._ledger.journal.read(order_id):
            for event in group.events:
                if isinstance(event, ErrandEvent):
                    lines = _fold(lines, event, group.stamp.at, group.number)
        self._groups[order_id] = groups
        self._lines[order_id] = lines

    def note_all(self) -> None:
        """Read what was asked before this program started: of DBS orders, and what waits."""
        while self.note_some():
            pass

    def note_some(self) -> bool:
        """Read a part of that; False where nothing of it is left."""
        if self._unread is None:
            known = self._ledger.orders
            waiting = set(self._ledger.journal.outbox())
            self._unread = [
                order_id
                for order_id in self._ledger.touched()
                if known[order_id].program is ProgramType.DBS or order_id in waiting
            ]
        some, self._unread = self._unread[:AT_ONCE], self._unread[AT_ONCE:]
        for order_id in some:
            self.note(order_id)
        return bool(self._unread)

    def rows(self, names: Mapping[DeliveryServiceId, str]) -> tuple[HandedOver, ...]:
        """Today's errands, and older ones that are not done, newest first."""
        self.note_all()
        now = self._ledger.now()
        found = [
            (line, order_id)
            for order_id, lines in self._lines.items()
            for line in lines
            if line.outcome is not HandoverOutcome.DONE
            or line.asked_at.astimezone(now.tzinfo).date() == now.date()
        ]
        found.sort(key=lambda one: one[0].asked_at)
        return tuple(self._row(line, order_id, names) for line, order_id in reversed(found))

    def _row(
        self, line: Line, order_id: OrderId, names: Mapping[DeliveryServiceId, str]
    ) -> HandedOver:
        order = self._ledger.order(order_id)
        service = ""
        if isinstance(line.errand, SetTrack):
            own = order.delivery if order is not None else None
            number = line.errand.track.service
            service = names.get(number, "")
            if not service and own is not None and own.service == number:
                service = own.service_name
        return HandedOver(
            order_id,
            order.external_id if order is not None else None,
            line.errand,
            line.asked_at,
            line.outcome,
            service,
            line.stop,
        )

    def know_under_way(self, tracks: Mapping[str, OrderId]) -> None:
        """The orders on their way at the Market, by their numbers (``track_key``)."""
        self._under_way = tracks

    def take_back(self) -> TookBack | NothingToTakeBack | GoneOut:
        """Forget the last track number, and what was asked with it, if it has not gone out."""
        last = self.last()
        if last is None:
            return NothingToTakeBack()
        order_id, line = last
        line = next(one for one in reversed(self.lines(order_id)) if one.is_same(line))
        if line.outcome not in {HandoverOutcome.WAITING, HandoverOutcome.STOPPED}:
            return GoneOut(order_id)
        together = tuple(one for one in self.lines(order_id) if one.group == line.group)
        errands = self._ledger.held(order_id).errands
        if len(errands.waiting) != len(together) or not errands.may_be_dropped:
            return NothingToTakeBack()
        self._ledger.record(order_id, (ErrandDropped(),) * len(together))
        self.note(order_id)
        return TookBack(order_id, tuple(one.errand for one in together))

    def last(self) -> tuple[OrderId, Line] | None:
        """The track number that was asked last of all."""
        self.note_all()
        tracks = (
            (order_id, line)
            for order_id, lines in self._lines.items()
            for line in lines
            if isinstance(line.errand, SetTrack)
        )
        return max(tracks, key=lambda one: one[1].asked_at, default=None)

    def user_of(self, code: str, order_id: OrderId) -> OrderId | None:
        """Another order that has this track number, asked here or told by the Market."""
        key = track_key(code)
        return min(self.users((key,)).get(key, frozenset()) - {order_id}, default=None)

    def users(self, keys: Iterable[str]) -> dict[str, frozenset[OrderId]]:
        """The orders, however old, of those of these numbers (``track_key``) that are in use."""
        wanted = frozenset(keys)
        named = {key: set(orders) for key, orders in self._ledger.journal.named(wanted).items()}
        for key in wanted & self._under_way.keys():
            named.setdefault(key, set()).add(self._under_way[key])
        return {
            key: frozenset(one for one in orders if self._has(one, key))
            for key, orders in named.items()
        }

    def _has(self, order_id: OrderId, key: str) -> bool:
        order = self._ledger.order(order_id)
        if order is None:
            return self._under_way.get(key) == order_id
        if order.status in _FREED:
            return False
        told = {track_key(track.code) for track in order.delivery.tracks}
        return key in told or key in _keys(self.lines(order_id))


def _keys(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(track_key(o.errand.track.code) for o in lines if isinstance(o.errand, SetTrack))


def _fold(
    lines: tuple[Line, ...], event: ErrandEvent, at: datetime, group: int
) -> tuple[Line, ...]:
    """The lines after one more event; what is dropped leaves them, for it never happened."""
    match event:
        case ErrandAsked(errand):
            return (*lines, Line(errand, at, group))
        case ErrandDone(errand):
            return tuple(
                replace(line, outcome=HandoverOutcome.DONE, stop=None)
                if line.errand == errand
                else line
                for line in lines
            )
        case _:
            pass
    first = next((n for n, o in enumerate(lines) if o.outcome is not HandoverOutcome.DONE), None)
    if first is None:
        return lines
    line = lines[first]
    match event:
        case ErrandDropped():
            return lines[:first] + lines[first + 1 :]
        case ErrandStarted():
            line = replace(line, outcome=HandoverOutcome.SENDING)
        case ErrandUndone() | ErrandRetryAsked():
            line = replace(line, outcome=HandoverOutcome.WAITING, stop=None)
        case ErrandRefused() | OtherTracksFound():
            line = replace(line, outcome=HandoverOutcome.STOPPED, stop=event)
    return (*lines[:first], line, *lines[first + 1 :])
