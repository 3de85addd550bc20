"""The book of what was sent: what waits, what needs a person, what is done, and its history.

GUI thread; the journal is read in its lane, a few orders at a time, so that a scan never waits
behind the whole list.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import partial
from typing import TypeAlias

from packdesk.domain.errands import Errands
from packdesk.domain.events import Event
from packdesk.domain.ids import OrderId, UnitRef
from packdesk.domain.order import Order
from packdesk.domain.packing import Packing
from packdesk.domain.submission import Submission
from packdesk.domain.units import Unit
from packdesk.station.errors import PackdeskError
from packdesk.station.ledger import Ledger
from packdesk.station.ports import Err, Lane, Ok, Result
from packdesk.station.queue_view import send_state
from packdesk.station.reports import SendState

KEPT = 300
"""So many orders are listed, those last touched; an older one is found by its number."""
SLICE = 25


_WAITS = frozenset({SendState.SENDING, SendState.CHECKING, SendState.WITH_SHIPMENT})


class SentLane(Enum):
    """Where an order stands on its way out."""

    WAITING = "waiting"
    NEEDS_YOU = "needs a person"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SentRow:
    """One order that was confirmed or has an errand; ``at`` is when anything last happened.

    ``refused`` is the unit whose code the Market refused: another piece is wanted in its place.
    """

    order: Order
    lane: SentLane
    submission: Submission
    errands: Errands
    at: datetime
    refused: UnitRef | None = None


@dataclass(frozen=True, slots=True)
class SentRead:
    """The list, latest first."""

    rows: tuple[SentRow, ...]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One event of an order: what, who, where and when (aware)."""

    event: Event
    at: datetime
    packer: str
    station: str


@dataclass(frozen=True, slots=True)
class HistoryRead:
    """All that happened to an order, oldest first. ``row`` is None where nothing was sent."""

    order: Order
    row: SentRow | None
    lines: tuple[HistoryLine, ...]


@dataclass(frozen=True, slots=True)
class NothingFound:
    """No order of this number, own number or parcel is known at this table."""

    text: str


@dataclass(frozen=True, slots=True)
class SentTrouble:
    """The journal cannot be read."""

    error: PackdeskError


SentReport: TypeAlias = SentRead | HistoryRead | NothingFound | SentTrouble


class SentBook:
    """Keeps the list near to the journal."""

    def __init__(
        self,
        ledger: Ledger,
        journal_lane: Lane,
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._ledger = ledger
        self._lane = journal_lane
        self._listeners: list[Callable[[SentReport], None]] = []
        self._on_bug = on_bug
        self._rows: dict[OrderId, SentRow] = {}
        self._round = 0

    def listen(self, listener: Callable[[SentReport], None]) -> None:
        """Be told every report; the listener is held."""
        self._listeners.append(listener)

    def show(self) -> None:
        """Read the list anew."""
        self._round += 1
        self._lane.run(self._listed, partial(self._slice, self._round, {}))

    def moved(self, order_id: OrderId) -> None:
        """Something happened to this order: read its row."""
        self._lane.run(lambda: self._look((order_id,)), partial(self._took, order_id))

    def find(self, text: str) -> None:
        """Tell the history of the order that a number, own number or parcel names."""
        self._lane.run(lambda: self._find(text), self._found)

    def history(self, order_id: OrderId) -> None:
        """Tell all that happened to an order."""
        self._lane.run(lambda: self._read(order_id), self._found)

    def _listed(self) -> tuple[tuple[OrderId, datetime], ...]:
        """Journal lane. What waits is listed however old it is."""
        latest = self._ledger.journal.latest(KEPT)
        known = dict(latest)
        waiting = [one for one in self._ledger.journal.outbox() if one not in known]
        return (*latest, *((one, self._last(one)) for one in waiting))

    def _last(self, order_id: OrderId) -> datetime:
        return self._ledger.journal.read(order_id)[-1].stamp.at

    def _slice(
        self,
        number: int,
        rows: dict[OrderId, SentRow],
        result: Result[tuple[tuple[OrderId, datetime], ...]],
    ) -> None:
        match result:
            case Ok(orders):
                self._next(number, rows, orders)
            case Err(error):
                self._trouble(error)

    def _next(
        self,
        number: int,
        rows: dict[OrderId, SentRow],
        orders: tuple[tuple[OrderId, datetime], ...],
    ) -> None:
        if number != self._round:
            return
        if not orders:
            self._rows = rows
            self._tell()
            return
        some, rest = orders[:SLICE], orders[SLICE:]

        def read(result: Result[tuple[SentRow, ...]]) -> None:
            match result:
                case Ok(found):
                    rows.update((row.order.id, row) for row in found)
                    self._next(number, rows, rest)
                case Err(error):
                    self._trouble(error)

        self._lane.run(lambda: self._rows_of(some), read)

    def _rows_of(self, orders: tuple[tuple[OrderId, datetime], ...]) -> tuple[SentRow, ...]:
        """Journal lane. An order that has left the cache cannot be shown."""
        known = self._ledger.order
        rows = (self._row(one, at) for one, at in orders if known(one) is not None)
        return tuple(row for row in rows if row is not None)

    def _row(self, order_id: OrderId, at: datetime) -> SentRow | None:
        held = self._ledger.held(order_id)
        lane = _lane_of(held.submission, held.errands)
        if lane is None:
            return None
        packing = held.packing
        refused = next((u.ref for u in packing.units if _is_refused(packing, u)), None)
        return SentRow(packing.order, lane, held.submission, held.errands, at, refused)

    def _look(self, orders: tuple[OrderId, ...]) -> tuple[SentRow, ...]:
        return self._rows_of(tuple((one, self._last(one)) for one in orders))

    def _took(self, order_id: OrderId, result: Result[tuple[SentRow, ...]]) -> None:
        match result:
            case Ok(rows):
                self._rows.pop(order_id, None)
                self._rows.update((row.order.id, row) for row in rows)
                self._tell()
            case Err(error):
                self._trouble(error)

    def _find(self, text: str) -> HistoryRead | NothingFound:
        order_id = self._ledger.find_order(text.strip())
        return NothingFound(text) if order_id is None else self._read(order_id)

    def _read(self, order_id: OrderId) -> HistoryRead:
        groups = self._ledger.journal.read(order_id)
        row = self._row(order_id, groups[-1].stamp.at) if groups else None
        lines = tuple(
            HistoryLine(event, group.stamp.at, group.stamp.packer, group.stamp.station)
            for group in groups
            for event in group.events
        )
        return HistoryRead(self._ledger.held(order_id).packing.order, row, lines)

    def _found(self, result: Result[HistoryRead | NothingFound] | Result[HistoryRead]) -> None:
        match result:
            case Ok(told):
                self._report(told)
            case Err(error):
                self._trouble(error)

    def _report(self, report: SentReport) -> None:
        for listener in self._listeners:
            listener(report)

    def _tell(self) -> None:
        latest = sorted(self._rows.values(), key=lambda row: row.at, reverse=True)
        self._report(SentRead(tuple(latest)))

    def _trouble(self, error: Exception) -> None:
        if isinstance(error, PackdeskError):
            self._report(SentTrouble(error))
        else:
            self._on_bug(error)


def _is_refused(packing: Packing, unit: Unit) -> bool:
    return any(packing.refused_check(unit.ref.item, code) is not None for code in unit.codes)


def _lane_of(submission: Submission, errands: Errands) -> SentLane | None:
    """None for an order that was neither confirmed nor has an errand."""
    state = send_state(submission)
    if errands.stopped is not None or state is SendState.NEEDS_PERSON:
        return SentLane.NEEDS_YOU
    if errands.waiting or state in _WAITS:
        return SentLane.WAITING
    return SentLane.DONE if state is SendState.DONE or errands.done else None
