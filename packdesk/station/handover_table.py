"""What a table needs of the journal: known orders, verdicts, and keeping rows. Journal lane only."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from typing_extensions import override

from packdesk.domain.codes import Channel
from packdesk.domain.errands import Errand, SetTrack
from packdesk.domain.grid import Grid
from packdesk.domain.handover import expected, has_track, may_take_number, may_take_track
from packdesk.domain.ids import OrderId
from packdesk.domain.order import Order, Track
from packdesk.domain.table_judge import Known, ParcelNames, TableJudge
from packdesk.domain.track_headers import Column, Columns, Misfit, TableKind, find_sheet
from packdesk.domain.track_table import (
    AlreadyThere,
    Ready,
    RefusedRow,
    RowFault,
    RowVerdict,
    TrackRow,
    TrackTable,
    Warned,
)
from packdesk.domain.tracks import read_track, track_key
from packdesk.station.errors import JournalOutOfStep
from packdesk.station.handover_desk import HandoverDesk
from packdesk.station.ledger import Ledger
from packdesk.station.station import ORDER_NUMBER


class ExpectedOrders(Mapping[OrderId, Order]):
    """The known orders as they will be when all that waits is done, each worked out on need."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @override
    def __getitem__(self, order_id: OrderId) -> Order:
        order = self._ledger.order(order_id)
        if order is None:
            raise KeyError(order_id)
        return expected(order, self._ledger.held(order_id).errands)

    @override
    def __iter__(self) -> Iterator[OrderId]:
        return iter(self._ledger.orders)

    @override
    def __len__(self) -> int:
        return len(self._ledger.orders)


@dataclass(frozen=True, slots=True)
class FoundTable:
    """The sheet that is read, where its columns stand, and which of its orders are unknown here."""

    grid: Grid
    columns: Columns
    unknown: tuple[OrderId, ...]


def find_table(
    desk: HandoverDesk, sheets: tuple[Grid, ...], kind: TableKind
) -> FoundTable | Misfit | None:
    """The first sheet that is a table of this kind; else what is amiss, None where nothing tells."""
    names = ParcelNames(desk.ledger.orders.values())
    found = find_sheet(sheets, kind, _is_order(desk, names))
    if not isinstance(found, tuple):
        return found
    grid, columns = found
    names = _with_old(desk, names, grid, columns)
    unknown: dict[OrderId, None] = {}
    for row in grid.rows[columns.first :]:
        cell = row.cell(columns.order.place)
        number = ORDER_NUMBER.match(cell.text) if cell.flaw is None else None
        if number is not None and names.order(cell.text) is None:
            unknown[OrderId(int(number[1]))] = None
    return FoundTable(grid, columns, tuple(unknown))


def _is_order(desk: HandoverDesk, names: ParcelNames) -> Callable[[str], bool]:
    shapes = {(len(n), n[:3]) for n in map(str, desk.ledger.orders)}

    def is_order(text: str) -> bool:
        return names.order(text) is not None or (text.isdigit() and (len(text), text[:3]) in shapes)

    return is_order


def _with_old(desk: HandoverDesk, names: ParcelNames, grid: Grid, columns: Columns) -> ParcelNames:
    """By what the orders of the rows are found: those of long ago are known to the journal."""
    ledger = desk.ledger
    unknown = [one for one in _texts(grid, columns, columns.order) if names.order(one) is None]
    ids = {order_id for some in ledger.journal.named(unknown).values() for order_id in some}
    old = [order for order in map(ledger.order, ids) if order is not None]
    return ParcelNames((*ledger.orders.values(), *old)) if old else names


def _texts(grid: Grid, columns: Columns, column: Column) -> Iterator[str]:
    return (row.cell(column.place).text.strip() for row in grid.rows[columns.first :])


def _key(text: str) -> str:
    # What is not plain is read with care, and may be read as something else.
    is_plain = text.isascii() and text.isalnum()
    return track_key(text) if is_plain else read_track(text, Channel.PASTE).key


def judge_of(
    desk: HandoverDesk, table: FoundTable, kind: TableKind, *, is_asked: bool
) -> TableJudge:
    """Who judges the rows."""
    grid, columns = table.grid, table.columns
    keys = {_key(text) for text in _texts(grid, columns, columns.value)}
    users = desk.book.users(keys) if kind is TableKind.TRACKS else {}
    names = _with_old(desk, ParcelNames(desk.ledger.orders.values()), grid, columns)
    known = Known(ExpectedOrders(desk.ledger), names, users, desk.services, is_asked)
    return TableJudge(grid, columns, kind, known)


class Keeper:
    """Keeps the rows of a table that are to be sent, and remembers what became of them."""

    def __init__(self, desk: HandoverDesk, table: TrackTable, lines: frozenset[int]) -> None:
        self._desk = desk
        self._table = table
        self._wanted = tuple(
            row
            for row in table.rows
            if row.line in lines and isinstance(row.verdict, Ready | Warned)
        )
        self._orders = ExpectedOrders(desk.ledger)
        self._users: dict[str, frozenset[OrderId]] | None = None
        self._verdicts: dict[int, RowVerdict] = {}
        self.done = 0
        self.kept: frozenset[int] = frozenset()

    @property
    def total(self) -> int:
        """How many rows are to be kept."""
        return len(self._wanted)

    def slices(self, size: int) -> Iterator[tuple[TrackRow, ...]]:
        """The rows, so many at a time."""
        for start in range(0, len(self._wanted), size):
            yield self._wanted[start : start + size]

    def keep(self, rows: tuple[TrackRow, ...]) -> None:
        """Keep these rows, each by itself. Much may have changed since they were checked."""
        kept = set()
        for row in rows:
            verdict = row.verdict
            assert isinstance(verdict, Ready | Warned)  # noqa: S101 - only such are wanted
            now = self._kept(verdict.order, verdict.errand)
            if now is None:
                kept.add(row.line)
            else:
                self._verdicts[row.line] = now
            self.done += 1
        self.kept |= kept

    def table(self) -> TrackTable:
        """The table with new verdicts for rows that could not be kept."""
        return replace(
            self._table,
            rows=tuple(
                replace(row, verdict=self._verdicts[row.line])
                if row.line in self._verdicts
                else row
                for row in self._table.rows
            ),
        )

    def _kept(self, order_id: OrderId, errand: Errand) -> RowVerdict | None:
        try:
            return self._keep_one(order_id, errand)
        except JournalOutOfStep:
            self._desk.ledger.forget(order_id)
            return self._keep_one(order_id, errand)

    def _keep_one(self, order_id: OrderId, errand: Errand) -> RowVerdict | None:
        order = self._orders[order_id]
        if isinstance(errand, SetTrack):
            return self._keep_track(order, errand.track)
        waiting = self._desk.ledger.held(order_id).errands.waiting
        if errand in waiting:
            return AlreadyThere(order_id)
        text = getattr(errand, "external_id", "")
        if may_take_number(order, text) is not None or any(
            type(one) is type(errand) for one in waiting
        ):
            return RefusedRow(RowFault.WAITS_ALREADY, text)
        self._desk.keep(order_id, (errand,))
        return None

    def _keep_track(self, order: Order, track: Track) -> RowVerdict | None:
        if self._users is None:
            errands = (
                one.verdict.errand
                for one in self._wanted
                if isinstance(one.verdict, Ready | Warned)
            )
            tracks = (one.track.code for one in errands if isinstance(one, SetTrack))
            self._users = self._desk.book.users(map(track_key, tracks))
        if may_take_track(order) is not None:
            return RefusedRow(RowFault.WRONG_STATUS, order.status)
        if has_track(order, track.code):
            return AlreadyThere(order.id)
        key = track_key(track.code)
        others = self._users.get(key, frozenset()) - {order.id}
        if others:
            return RefusedRow(RowFault.USED_ELSEWHERE, str(min(others)))
        self._desk.keep(order.id, self._desk.errands_for(order, track))
        self._users[key] = frozenset({order.id})
        return None
