"""To which unit a scanned code belongs, and what taking it amounts to."""

from dataclasses import replace

from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import IntoCurrentBox, TakeCode
from packdesk.domain.events import CodeAttached, CodeDetached, Event, UnitFound, UnitPacked
from packdesk.domain.ids import ItemId, UnitRef
from packdesk.domain.packing import Packing
from packdesk.domain.pieces import PieceRejected, last_signs
from packdesk.domain.refusals import AllPacked, NothingToCopy, RefusedPiece, SameCode
from packdesk.domain.spots import Decided, Outcome, Refused, box_for_whole
from packdesk.domain.units import Loose, Short, Unit


def take_code(packing: Packing, command: TakeCode) -> Outcome:
    """Give a code to a unit: the one that is meant, or the one that the good in hand must be."""
    code = command.code
    owner = packing.holder(code.identity) if code.is_unique else None
    if owner is not None:
        if owner.ref.item == command.item and code.identity in packing.told:
            off = CodeDetached(owner.ref, code.kind)
            return Decided((off, CodeAttached(owner.ref, code, command.issues)))
        if owner.ref.item == command.item and isinstance(owner.place, Loose):
            into = box_for_whole(packing, IntoCurrentBox())
            if isinstance(into, Refused):
                return into
            return Decided((*into[0], UnitPacked(owner.ref, into[1])))
        if packing.refused_check(owner.ref.item, code) is not None:
            return Refused(RefusedPiece(owner.ref))
        return Refused(SameCode(owner.ref, owner.boxes))
    unit = _unit_for_code(packing, command)
    if unit is None:
        return _in_place_of_missing(packing, command)
    attach: tuple[Event, ...] = (CodeAttached(unit.ref, code, command.issues),)
    if unit.code(code.kind) is not None:
        attach = (*detach_code(packing, unit, code.kind), *attach)
    if not isinstance(unit.place, Loose):
        return Decided(attach)
    into = box_for_whole(packing, IntoCurrentBox())
    if isinstance(into, Refused):
        return into
    return Decided((*into[0], UnitPacked(unit.ref, into[1]), *attach))


def _in_place_of_missing(packing: Packing, command: TakeCode) -> Outcome:
    """A piece takes the place of one that was missing or damaged: it need not leave the order."""
    units = packing.units_of(command.item)
    missing = next((unit for unit in units if isinstance(unit.place, Short)), None)
    if missing is None:
        return Refused(AllPacked(command.item, len(units)))
    found: tuple[Event, ...] = (UnitFound(missing.ref),)
    taken = take_code(packing.after(found), replace(command, unit=missing.ref))
    return Decided((*found, *taken.events)) if isinstance(taken, Decided) else taken


def has_own_code(unit: Unit) -> bool:
    """Whether a unit carries a code that no other one may carry."""
    return any(code.is_unique for code in unit.codes)


def has_own_codes(packing: Packing, item: ItemId) -> bool:
    """Whether pieces of an item are told apart by codes of their own."""
    return any(map(has_own_code, packing.units_of(item)))


def detach_code(packing: Packing, unit: Unit, kind: CodeKind) -> tuple[Event, ...]:
    """A unit gives up its code of a kind, and with a refused one the very piece."""
    code = unit.code(kind)
    off = CodeDetached(unit.ref, kind)
    if code is None or packing.refused_check(unit.ref.item, code) is None:
        return (off,)
    return off, PieceRejected(unit.ref, unit.boxes, last_signs(code))


def _unit_for_code(packing: Packing, command: TakeCode) -> Unit | None:
    """The unit that the good in the packer's hand is, as far as can be told.

    The one that was named; then a unit that lies in a box without its code (the current box before
    others), then a loose one, then one whose code the Market refused; then one that was taken out,
    whose place this piece takes.
    """
    item, kind = command.item, command.code.kind
    units = [u for u in packing.units_of(item) if not isinstance(u.place, Short)]
    bare = [unit for unit in units if unit.code(kind) is None]
    boxed = [unit for unit in bare if not isinstance(unit.place, Loose)]
    here = [unit for unit in boxed if packing.current in unit.boxes]
    refused = [
        unit
        for unit in units
        if (code := unit.code(kind)) and packing.refused_check(item, code) is not None
    ]
    meant = [unit for unit in units if unit.ref == command.unit]
    coded = [unit for unit in units if unit not in bare] if command.code.is_unique else []
    out = [unit for unit in coded if isinstance(unit.place, Loose)]
    return next(iter([*meant, *here, *boxed, *bare, *refused, *out]), None)


def copy_codes(packing: Packing, ref: UnitRef) -> Outcome:
    """Give what units may share to those of the same item that lack it."""
    shared = [code for code in packing.unit(ref).codes if not code.is_unique]
    events = tuple(
        CodeAttached(other.ref, code)
        for other in packing.units_of(ref.item)
        if not isinstance(other.place, Short)
        for code in shared
        if other.code(code.kind) is None
    )
    return Decided(events) if events else Refused(NothingToCopy(ref))
