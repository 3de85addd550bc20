"""What carrying something somewhere amounts to: one rule for drops, taps and keys."""

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from packdesk.domain.commands import (
    Command,
    IntoBox,
    IntoCurrentBox,
    MovePart,
    MoveUnits,
    OnTable,
    Spot,
)
from packdesk.domain.deciding import Decided, decide
from packdesk.domain.ids import OrderId, UnitRef
from packdesk.domain.packing import Packing
from packdesk.domain.refusals import NotInOrder, Refusal
from packdesk.domain.units import InBox, InParts, Loose, Unit
from packdesk.ui.bench.picks import Carried, CarriedPart, CarriedUnits


@dataclass(frozen=True, slots=True)
class Goes:
    """It can be done at once with this command."""

    command: Command


@dataclass(frozen=True, slots=True)
class HowMany:
    """It can be done with any of the units, more than one; the packer says how many, and which."""

    carried: CarriedUnits
    spot: Spot
    units: tuple[Unit, ...]

    def command(self, count: int, pieces: tuple[UnitRef, ...] = ()) -> MoveUnits:
        """The move of so many units, or of these very ones."""
        return MoveUnits(self.carried.item, count, self.carried.source, self.spot, pieces)


@dataclass(frozen=True, slots=True)
class Stays:
    """It lies there already."""


@dataclass(frozen=True, slots=True)
class CannotGo:
    """It must not be done; the station refuses ``command`` with the same words."""

    refusal: Refusal
    command: Command | None = None


Move: TypeAlias = Goes | HowMany | Stays | CannotGo


def plan_move(packing: Packing, carried: Carried, spot: Spot) -> Move:
    """What becomes of putting the carried goods at a spot, before anything is changed."""
    if not _belongs(packing, carried):
        return CannotGo(NotInOrder(""))
    if _lies_at(packing, carried, spot):
        return Stays()
    command, units = _command(packing, carried, spot)
    outcome = decide(packing, command)
    if not isinstance(outcome, Decided):
        return CannotGo(outcome.refusal, command)
    if isinstance(carried, CarriedUnits) and len(units) > 1:
        return HowMany(carried, spot, units)
    return Goes(command)


def _command(packing: Packing, carried: Carried, spot: Spot) -> tuple[Command, tuple[Unit, ...]]:
    """The move of all there is, and the units; what is not there is asked for as one."""
    match carried:
        case CarriedUnits(_, item, source):
            units = _there(packing, carried)
            return MoveUnits(item, max(len(units), 1), source, spot), units
        case CarriedPart(_, unit, part):
            return MovePart(unit, part, spot), ()
        case _:
            assert_never(carried)


def is_of(order: OrderId, carried: Carried) -> bool:
    """Whether the carried goods belong to this order at all."""
    return carried.order == order


def _belongs(packing: Packing, carried: Carried) -> bool:
    if carried.order != packing.order.id:
        return False
    match carried:
        case CarriedUnits(_, item, _):
            return bool(packing.units_of(item))
        case CarriedPart(_, unit, _):
            return any(one.ref == unit for one in packing.units)


def part_lies(packing: Packing, unit: UnitRef, part: int) -> OnTable | IntoBox | None:
    """Where a part is; None for what is no part."""
    place = packing.unit(unit).place
    if not isinstance(place, InParts) or not 0 < part <= place.total:
        return None
    box = place.boxes[part - 1]
    return OnTable() if box is None else IntoBox(box)


def comes_from(packing: Packing, carried: Carried) -> OnTable | IntoBox | None:
    """Where carried goods of this order lie now; None for what is not there."""
    match carried:
        case CarriedUnits(_, _, source):
            return source
        case CarriedPart(_, unit, part):
            return part_lies(packing, unit, part)


def _lies_at(packing: Packing, carried: Carried, spot: Spot) -> bool:
    there: Spot = spot
    if isinstance(spot, IntoCurrentBox) and packing.current is not None:
        there = IntoBox(packing.current)
    return comes_from(packing, carried) == there


def _there(packing: Packing, carried: CarriedUnits) -> tuple[Unit, ...]:
    units = packing.units_of(carried.item)
    match carried.source:
        case OnTable():
            return tuple(one for one in units if isinstance(one.place, Loose))
        case IntoBox(box):
            return tuple(one for one in units if one.place == InBox(box))
