"""What became different about an order at the Market since the table last read it."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeAlias

from packdesk.domain.ids import BoxNumber, ItemId
from packdesk.domain.order import Order, OrderStatus, OrderSubstatus, StoredBox


@dataclass(frozen=True, slots=True)
class ItemGone:
    """A position left the order: its goods go back to the shelf."""

    item: ItemId
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ItemAdded:
    """A position came into the order."""

    item: ItemId
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class CountChanged:
    """A position has another number of units."""

    item: ItemId
    name: str
    was: int
    now: int


@dataclass(frozen=True, slots=True)
class CodesWantedChanged:
    """Other kinds of codes are wanted for a position."""

    item: ItemId
    name: str


@dataclass(frozen=True, slots=True)
class CancelAsked:
    """The buyer asks for a cancellation: nothing more is to be packed."""


@dataclass(frozen=True, slots=True)
class StateChanged:
    """Status and substatus are others, CANCELLED included."""

    status: OrderStatus
    substatus: OrderSubstatus


@dataclass(frozen=True, slots=True)
class ShipmentMoved:
    """The day or the time of the shipment is another one; None where the Market tells none."""

    day: date | None
    time: time | None


@dataclass(frozen=True, slots=True)
class NotesChanged:
    """The buyer's note is another one."""

    notes: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExternalIdChanged:
    """The shop's own number was set elsewhere."""

    external_id: str | None


@dataclass(frozen=True, slots=True)
class BoxesChanged:
    """A layout was made elsewhere: the Market keeps other boxes than this table sent."""

    boxes: tuple[StoredBox, ...]


Change: TypeAlias = (
    ItemGone
    | ItemAdded
    | CountChanged
    | CodesWantedChanged
    | CancelAsked
    | StateChanged
    | ShipmentMoved
    | NotesChanged
    | ExternalIdChanged
    | BoxesChanged
)


@dataclass(frozen=True, slots=True)
class TooMuch:
    """So many units of a good lie in a box of the table and belong to the order no more."""

    item: ItemId
    name: str
    box: BoxNumber
    count: int


def differences(known: Order, fresh: Order) -> tuple[Change, ...]:
    """Everything that a packer must know, gravest first; boxes are not compared here."""
    found: list[Change] = []
    if (known.status, known.substatus) != (fresh.status, fresh.substatus):
        found.append(StateChanged(fresh.status, fresh.substatus))
    if fresh.cancel_requested and not known.cancel_requested:
        found.append(CancelAsked())
    before = {item.id: item for item in known.items}
    after = {item.id: item for item in fresh.items}
    found += [ItemGone(i.id, i.name, i.count) for i in known.items if i.id not in after]
    for item in fresh.items:
        old = before.get(item.id)
        if old is None:
            found.append(ItemAdded(item.id, item.name, item.count))
            continue
        if old.count != item.count:
            found.append(CountChanged(item.id, item.name, old.count, item.count))
        wanted = (item.requires, item.unknown_requirements)
        if (old.requires, old.unknown_requirements) != wanted:
            found.append(CodesWantedChanged(item.id, item.name))
    when = (fresh.shipment_date, fresh.shipment_time)
    if (known.shipment_date, known.shipment_time) != when:
        found.append(ShipmentMoved(*when))
    if known.notes != fresh.notes:
        found.append(NotesChanged(fresh.notes))
    if known.external_id != fresh.external_id:
        found.append(ExternalIdChanged(fresh.external_id))
    return tuple(found)


def grave(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Those with which nothing may go out before a person has seen them."""
    mild = (ShipmentMoved, NotesChanged, ExternalIdChanged)
    return tuple(change for change in changes if not isinstance(change, mild))
