"""Which good a button of the rail is about, with what is picked or was touched last."""

from dataclasses import dataclass
from typing import TypeAlias

from packdesk.domain.commands import CopyCodes, OnTable, Spot
from packdesk.domain.copying import copy_source
from packdesk.domain.deciding import Decided, decide
from packdesk.domain.ids import ItemId, UnitRef
from packdesk.domain.packing import Packing, PartInBox
from packdesk.domain.units import InBox, InParts, Loose, Short, Unit
from packdesk.station.reports import Bench
from packdesk.ui.bench.inputs import BenchInputs
from packdesk.ui.bench.lots import packed_lots
from packdesk.ui.bench.moves import HowMany, plan_move
from packdesk.ui.bench.picks import (
    BoxPick,
    Carried,
    CarriedUnits,
    ItemPick,
    LinePick,
    PartPick,
    carried,
)

DEFAULT_PARTS = 2


@dataclass(frozen=True, slots=True)
class CanSplit:
    """A unit of the item can be split; ``proposed`` is what the catalogue tells."""

    item: ItemId
    unit: UnitRef | None
    proposed: int | None


@dataclass(frozen=True, slots=True)
class CanJoin:
    """The unit is split and can be made whole."""

    unit: UnitRef


SplitTarget: TypeAlias = CanSplit | CanJoin


def item_meant(bench: Bench, inputs: BenchInputs) -> ItemId | None:
    """The picked item, else the one touched last, else the only one of the order."""
    match inputs.pick:
        case ItemPick(item) | LinePick(_, item):
            return item
        case PartPick(unit, _):
            return unit.item
        case BoxPick(box) if isinstance(part := bench.packing.content(box), PartInBox):
            return part.unit.item
        case _:
            pass
    if inputs.touched is not None:
        return inputs.touched
    items = bench.order.items
    return items[0].id if len(items) == 1 else None


def goods_meant(bench: Bench, inputs: BenchInputs, spot: Spot) -> Carried | None:
    """What a key carries to a spot: what is picked, else the rest of a large line.

    A scan touches one piece of a line; the key takes the others only where the packer is asked how
    many, so that a stray key packs nothing.
    """
    if inputs.pick is not None or isinstance(spot, OnTable) or inputs.touched is None:
        return carried(bench.order.id, inputs.pick)
    rest = CarriedUnits(bench.order.id, inputs.touched, OnTable())
    return rest if isinstance(plan_move(bench.packing, rest, spot), HowMany) else None


def split_target(bench: Bench, inputs: BenchInputs) -> SplitTarget | None:
    """What "Split" would do; None where there is nothing to split or join."""
    packing = bench.packing
    match inputs.pick:
        case PartPick(unit, _):
            return CanJoin(unit)
        case BoxPick(box) if isinstance(part := packing.content(box), PartInBox):
            return CanJoin(part.unit)
        case LinePick(box, item):
            there = [one.ref for one in packing.units_of(item) if one.place == InBox(box)]
            return CanSplit(item, there[-1], _proposed(bench, item)) if there else None
        case _:
            pass
    item_id = item_meant(bench, inputs)
    if item_id is None:
        return None
    units = packing.units_of(item_id)
    if any(isinstance(one.place, Loose | InBox) for one in units):
        return CanSplit(item_id, None, _proposed(bench, item_id))
    split = [one.ref for one in units if isinstance(one.place, InParts)]
    return CanJoin(split[-1]) if split else None


def problem_target(bench: Bench, inputs: BenchInputs) -> ItemId | None:
    """The item of which units can be marked missing, or found again.

    A good that was only touched last, and lies in its box, is meant where no other can be.
    """
    packing, item = bench.packing, item_meant(bench, inputs)
    if item is None or not may_be_missing(packing, item):
        return None
    is_certain = inputs.pick is not None or len(bench.order.items) == 1
    return item if is_certain or is_not_packed(packing, item) else None


def copy_target(bench: Bench, inputs: BenchInputs) -> UnitRef | None:
    """The unit whose declaration, batch number or country other units of its item lack."""
    packing, item = bench.packing, item_meant(bench, inputs)
    bearers = [one.ref for one in packing.units_of(item) if one.codes] if item is not None else []
    for ref in bearers:
        if isinstance(decide(packing, CopyCodes(ref)), Decided):
            return ref
    return copy_source(packing)


def missing_units(packing: Packing, item: ItemId) -> tuple[UnitRef, ...]:
    """The units of an item that are marked missing."""
    return tuple(one.ref for one in packing.units_of(item) if isinstance(one.place, Short))


def may_be_missing(packing: Packing, item: ItemId) -> bool:
    """Whether a unit of the item can be marked missing, packed or not, or found again."""
    return is_not_packed(packing, item) or bool(packed_lots(packing, item))


def is_not_packed(packing: Packing, item: ItemId) -> bool:
    """Whether a unit of the item is not in its box, or must leave it."""
    lies = any(isinstance(one.place, Loose | Short) for one in packing.units_of(item))
    return lies or refused_unit(packing, item) is not None


def refused_unit(packing: Packing, item: ItemId) -> Unit | None:
    """The unit whose code the Market refused, while it is to leave the order or to be replaced."""
    for unit in packing.units_of(item):
        codes = () if isinstance(unit.place, Short) else unit.codes
        if any(packing.refused_check(item, code) is not None for code in codes):
            return unit
    return None


def _proposed(bench: Bench, item: ItemId) -> int | None:
    offer = bench.catalogue.offer(bench.order.item(item).offer_id)
    return offer.box_count if offer and offer.box_count >= DEFAULT_PARTS else None
