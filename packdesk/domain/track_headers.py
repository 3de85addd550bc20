"""Which column of a table holds what: by its header, in Russian or English, else by what is in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from packdesk.domain.grid import Grid, GridRow
from packdesk.domain.tracks import read_track
from packdesk.domain.tracks_forms import folded


class TableKind(Enum):
    """What a table brings."""

    TRACKS = "track numbers"
    EXTERNAL_IDS = "the shop's own numbers"


class ColumnRole(Enum):
    """What a column holds."""

    ORDER = "order"
    TRACK = "track"
    SERVICE = "service"
    EXTERNAL_ID = "external id"


_NAMES = {
    ColumnRole.ORDER: (
        "заказ|заказа|номер заказа|ид заказа|id заказа|код заказа|заказ маркета|номер заказа маркета|"
        "номер заказа на маркете|номер заказа в маркете|заказ яндекс маркета|номер|посылка|"
        "номер посылки|order|order id|orderid|order number|order no|order nr|market order|"
        "market order id|parcel|parcel number"
    ),
    ColumnRole.TRACK: (
        "трек|трек номер|трекномер|трек код|треккод|трэк|трэк номер|номер трека|код отслеживания|"
        "номер отслеживания|номер для отслеживания|отслеживание|шпи|рпо|номер отправления|"
        "номер накладной|накладная|идентификатор отправления|почтовый идентификатор|track|tracks|"
        "track number|tracknumber|track code|trackcode|track no|tracking|tracking number|"
        "tracking code|tracking id|tracking no|waybill|shipment number|consignment"
    ),
    ColumnRole.SERVICE: (
        "служба|служба доставки|доставка|перевозчик|тк|транспортная|транспортная компания|"
        "компания|способ доставки|курьерская служба|carrier|courier|delivery|delivery service|"
        "deliveryservice|service|shipping|shipping company|shipper"
    ),
    ColumnRole.EXTERNAL_ID: (
        "внешний номер|внешний номер заказа|внешний id|внешний ид|внешний код|свой номер|"
        "свой номер заказа|ваш номер|ваш номер заказа|мой номер|номер магазина|"
        "номер заказа магазина|номер заказа в магазине|внутренний номер|external|external id|"
        "external order id|externalorderid|externalid|external number|own number|own id|"
        "shop number|shop order id|your order number|your order id|merchant order id"
    ),
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split("|")}

HEADER_ROWS = 15
"""A header stands this far down at most: above it are titles and merged cells."""
SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, 0 and up; ``first`` is the index of its first row of data."""

    order: int
    value: int
    service: int | None
    first: int


def find_columns(grid: Grid, kind: TableKind, is_order: Callable[[str], bool]) -> Columns | None:
    """Where orders and values stand; None where the table does not tell.

    Args:
        grid: The table.
        kind: What its values are.
        is_order: Whether a text is the number of a known order.
    """
    for index, row in enumerate(grid.rows[:HEADER_ROWS]):
        roles = _roles(row)
        if roles:
            columns = _by_header(grid, kind, is_order, roles, index + 1)
            if columns is not None:
                return columns
    return _by_content(grid.rows, kind, is_order, frozenset(), 0)


def _roles(row: GridRow) -> dict[ColumnRole, int]:
    found: dict[ColumnRole, int] = {}
    for column, cell in enumerate(row.cells):
        role = _ROLES.get(folded(cell.text))
        if role is not None:
            found.setdefault(role, column)
    return found


def _by_header(
    grid: Grid,
    kind: TableKind,
    is_order: Callable[[str], bool],
    roles: dict[ColumnRole, int],
    first: int,
) -> Columns | None:
    order = roles.get(ColumnRole.ORDER)
    service = roles.get(ColumnRole.SERVICE)
    value = roles.get(ColumnRole.EXTERNAL_ID)
    if kind is TableKind.TRACKS:
        order = value if order is None else order
        value = roles.get(ColumnRole.TRACK)
    if order is not None and value is not None:
        return Columns(order, value, service, first)
    if order is None and value is None:
        return None
    rest = grid.rows[first:]
    taken = frozenset(roles.values())
    if order is None and value is not None:
        order = _best(rest, taken, is_order)
        return None if order is None else Columns(order, value, service, first)
    assert order is not None  # noqa: S101 - one of the two is known
    value = _best(rest, taken, _looks_like(kind, is_order))
    return None if value is None else Columns(order, value, service, first)


def _by_content(
    rows: tuple[GridRow, ...],
    kind: TableKind,
    is_order: Callable[[str], bool],
    taken: frozenset[int],
    first: int,
) -> Columns | None:
    order = _best(rows, taken, is_order)
    if order is None:
        return None
    value = _best(rows, taken | {order}, _looks_like(kind, is_order))
    return None if value is None else Columns(order, value, None, first)


def _looks_like(kind: TableKind, is_order: Callable[[str], bool]) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        if not text or is_order(text):
            return False
        if kind is TableKind.EXTERNAL_IDS:
            return True
        return any(char.isdigit() for char in text) and not read_track(text).warnings

    return fits


def _best(
    rows: Iterable[GridRow], taken: frozenset[int], fits: Callable[[str], bool]
) -> int | None:
    """The column where most of a sample fits; the first of equals."""
    votes: dict[int, int] = {}
    for row in tuple(rows)[:SAMPLE]:
        for column, cell in enumerate(row.cells):
            if column not in taken and cell.text and fits(cell.text):
                votes[column] = votes.get(column, 0) + 1
    return max(sorted(votes), key=lambda column: votes[column], default=None)
