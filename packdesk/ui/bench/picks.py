"""What the packer has picked out on the bench, and what is carried from one place to another."""

from dataclasses import dataclass
from typing import TypeAlias

from packdesk.domain.commands import IntoBox, IntoNewBox, OnTable
from packdesk.domain.ids import BoxNumber, ItemId, OrderId, UnitRef


@dataclass(frozen=True, slots=True)
class ItemPick:
    """A position in the list of goods."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class BoxPick:
    """A box as a whole."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class LinePick:
    """The whole units of one item in one box."""

    box: BoxNumber
    item: ItemId


@dataclass(frozen=True, slots=True)
class PartPick:
    """One part of a split unit, in a box or loose."""

    unit: UnitRef
    part: int


Pick: TypeAlias = ItemPick | BoxPick | LinePick | PartPick


@dataclass(frozen=True, slots=True)
class CarriedUnits:
    """Whole units of an item on their way from the table or from a box."""

    order: OrderId
    item: ItemId
    source: OnTable | IntoBox


@dataclass(frozen=True, slots=True)
class CarriedPart:
    """One part of a split unit on its way."""

    order: OrderId
    unit: UnitRef
    part: int


Carried: TypeAlias = CarriedUnits | CarriedPart
Place: TypeAlias = OnTable | IntoBox | IntoNewBox
"""Where something can be dropped: the list of goods, a box, or the card "new box"."""


@dataclass(frozen=True, slots=True)
class Hover:
    """Something is held over a place, not yet dropped."""

    carried: Carried
    place: Place


def carried(order: OrderId, pick: Pick | None) -> Carried | None:
    """What would be carried if the picked thing were; a box is not carried."""
    match pick:
        case ItemPick(item):
            return CarriedUnits(order, item, OnTable())
        case LinePick(box, item):
            return CarriedUnits(order, item, IntoBox(box))
        case PartPick(unit, part):
            return CarriedPart(order, unit, part)
        case BoxPick() | None:
            return None
