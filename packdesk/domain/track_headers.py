"""Which column of a table holds what: by its header; only where there is none, by what is in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from string import ascii_uppercase
from typing import TypeAlias

from packdesk.domain.column_names import VAGUEST, ColumnRole, meaning
from packdesk.domain.grid import Grid, GridRow
from packdesk.domain.tracks import read_track


class TableKind(Enum):
    """What a table brings."""

    TRACKS = "track numbers"
    EXTERNAL_IDS = "the shop's own numbers"

    @property
    def other(self) -> "TableKind":
        """What a table brings if not this."""
        return TableKind.EXTERNAL_IDS if self is TableKind.TRACKS else TableKind.TRACKS

    @property
    def role(self) -> ColumnRole:
        """What the column of its values holds."""
        return ColumnRole.TRACK if self is TableKind.TRACKS else ColumnRole.EXTERNAL_ID


HEADER_ROWS = 15
"""A header stands this far down at most: above it are titles and merged cells."""
SAMPLE = 200
_NAMING = frozenset({ColumnRole.ORDER, ColumnRole.TRACK, ColumnRole.EXTERNAL_ID})
"""A row without any of these is no header: a service may be named in every row."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, 0 and up; ``heading`` is empty where it was found by what is in it."""

    place: int
    heading: str = ""

    @property
    def letter(self) -> str:
        """What a spreadsheet calls it: A to Z, then AA and so on."""
        high, low = divmod(self.place, len(ascii_uppercase))
        return (ascii_uppercase[high - 1] if high else "") + ascii_uppercase[low]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table; ``first`` is the index of its first row of data."""

    order: Column
    value: Column
    service: Column | None
    first: int


@dataclass(frozen=True, slots=True)
class OtherKind:
    """The header names values of the other kind: ``heading`` stands over them."""

    kind: TableKind
    heading: str


@dataclass(frozen=True, slots=True)
class AlikeColumns:
    """Two columns may as well hold the same thing: which of them does must not be guessed."""

    role: ColumnRole
    first: Column
    second: Column


@dataclass(frozen=True, slots=True)
class NoColumn:
    """The header, whose texts are ``seen``, has no column of this role."""

    role: ColumnRole
    seen: tuple[str, ...]


Misfit: TypeAlias = OtherKind | AlikeColumns | NoColumn


@dataclass(slots=True)
class _Header:
    """The row of headings: its index, its texts, and the columns of each role with their grades."""

    index: int
    seen: tuple[str, ...]
    named: dict[ColumnRole, list[tuple[int, Column]]] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether it names both, the orders and what belongs to them."""
        return len(_NAMING & self.named.keys()) > 1

    def best(self, role: ColumnRole) -> Column | AlikeColumns | None:
        """The column that has the most exact name."""
        columns = sorted(self.named.get(role, ()), key=lambda one: one[0])
        if not columns:
            return None
        same = [column for grade, column in columns if grade == columns[0][0]]
        return AlikeColumns(role, same[0], same[1]) if len(same) > 1 else same[0]

    def is_vague(self, role: ColumnRole) -> bool:
        """Whether no column, or only one with the vaguest of names, has this role."""
        return all(grade == VAGUEST for grade, _ in self.named.get(role, ()))


def find_columns(
    grid: Grid, kind: TableKind, is_order: Callable[[str], bool]
) -> Columns | Misfit | None:
    """Where orders and values stand; None where the table does not tell at all.

    Args:
        grid: The table.
        kind: What its values are.
        is_order: Whether a text is the number of a known order.
    """
    header = _header(grid, is_order)
    if header is None:
        return _by_content(grid.rows, kind, is_order)
    rest = grid.rows[header.index + 1 :]
    found = _by_header(header, rest, kind, is_order)
    if isinstance(found, NoColumn):
        theirs = _by_header(header, rest, kind.other, is_order)
        if isinstance(theirs, Columns):
            return OtherKind(kind.other, theirs.value.heading)
        if isinstance(theirs, AlikeColumns):
            return OtherKind(kind.other, theirs.first.heading)
    return found


def find_sheet(
    sheets: Iterable[Grid], kind: TableKind, is_order: Callable[[str], bool]
) -> tuple[Grid, Columns] | Misfit | None:
    """The first sheet whose columns can be told, and where they stand; else what is amiss."""
    amiss: Misfit | None = None
    for grid in sheets:
        match find_columns(grid, kind, is_order):
            case Columns() as columns:
                return grid, columns
            case AlikeColumns(_, Column(_, heading)) as alike if heading:
                # It is the table: what an older sheet has must not go instead of it.
                return alike
            case OtherKind() as other:
                amiss = amiss if isinstance(amiss, OtherKind) else other
            case AlikeColumns() | NoColumn() as told:
                amiss = amiss or told
            case None:
                pass
    return amiss


def _header(grid: Grid, is_order: Callable[[str], bool]) -> _Header | None:
    found: _Header | None = None
    for index, row in enumerate(grid.rows[:HEADER_ROWS]):
        texts = tuple(cell.text.strip() for cell in row.cells)
        if any(text and is_order(text) for text in texts):
            continue
        header = _Header(index, tuple(filter(None, texts)))
        for place, text in enumerate(texts):
            meant = meaning(text)
            if meant is not None:
                header.named.setdefault(meant[0], []).append((meant[1], Column(place, text)))
        if header.is_whole:
            return header
        if found is None and _NAMING & header.named.keys():
            found = header
    return found


def _by_header(
    header: _Header, rest: tuple[GridRow, ...], kind: TableKind, is_order: Callable[[str], bool]
) -> Columns | AlikeColumns | NoColumn:
    value = header.best(kind.role)
    if value is None:
        return NoColumn(kind.role, header.seen)
    if isinstance(value, AlikeColumns):
        return value
    order = _order_column(header, rest, kind, is_order)
    if order is None:
        return NoColumn(ColumnRole.ORDER, header.seen)
    if isinstance(order, AlikeColumns):
        return order
    service = header.best(ColumnRole.SERVICE) if kind is TableKind.TRACKS else None
    if isinstance(service, AlikeColumns):
        return service
    return Columns(order, value, service, header.index + 1)


def _order_column(
    header: _Header, rest: tuple[GridRow, ...], kind: TableKind, is_order: Callable[[str], bool]
) -> Column | AlikeColumns | None:
    order = header.best(ColumnRole.ORDER)
    if kind is TableKind.TRACKS and header.is_vague(ColumnRole.ORDER):
        # The shop's own number names the order better than what may count the lines.
        order = header.best(ColumnRole.EXTERNAL_ID) or order
    if order is not None:
        return order
    taken = frozenset(one.place for some in header.named.values() for _, one in some)
    return _best(ColumnRole.ORDER, rest, taken, lambda text: int(is_order(text)))


def _by_content(
    rows: tuple[GridRow, ...], kind: TableKind, is_order: Callable[[str], bool]
) -> Columns | AlikeColumns | None:
    order = _best(ColumnRole.ORDER, rows, frozenset(), lambda text: int(is_order(text)))
    if not isinstance(order, Column):
        return order
    value = _best(kind.role, rows, frozenset({order.place}), _likeness(kind, is_order))
    if not isinstance(value, Column):
        return value
    return Columns(order, value, None, 0)


def _likeness(kind: TableKind, is_order: Callable[[str], bool]) -> Callable[[str], int]:
    """How much a text is like a value: a form that a carrier has weighs more than any plain text."""

    def weight(text: str) -> int:
        if is_order(text):
            return 0
        if kind is TableKind.EXTERNAL_IDS:
            return 1
        track = read_track(text)
        if track.warnings or not any(char.isdigit() for char in text):
            return 0
        return SAMPLE if track.forms else 1

    return weight


def _best(
    role: ColumnRole,
    rows: Iterable[GridRow],
    taken: frozenset[int],
    weight: Callable[[str], int],
) -> Column | AlikeColumns | None:
    """The column that weighs most in a sample."""
    weights: dict[int, int] = {}
    for row in tuple(rows)[:SAMPLE]:
        for place, cell in enumerate(row.cells):
            if place not in taken and cell.text:
                weights[place] = weights.get(place, 0) + weight(cell.text)
    most = max(weights.values(), default=0)
    places = sorted(place for place, one in weights.items() if one == most)
    if not most:
        return None
    if len(places) > 1:
        return AlikeColumns(role, Column(places[0]), Column(places[1]))
    return Column(places[0])
