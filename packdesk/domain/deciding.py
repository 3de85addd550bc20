"""decide: what a command does to a packing, or why it cannot be done. Nothing is changed here."""

from dataclasses import dataclass
from typing import TypeAlias

from packdesk.domain.access import Access, access
from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    ChooseBox,
    Command,
    CopyCodes,
    Finish,
    IntoBox,
    IntoCurrentBox,
    IntoNewBox,
    MakeWhole,
    MarkFound,
    MarkShort,
    MovePart,
    MoveUnits,
    OnTable,
    OpenBox,
    RemoveCode,
    SplitUnit,
    TakeCode,
    TakeProduct,
    Undo,
)
from packdesk.domain.events import (
    BoxChosen,
    BoxOpened,
    CodeAttached,
    CodeDetached,
    Event,
    ItemChosen,
    LayoutConfirmed,
    PartPacked,
    PartTakenOut,
    Undone,
    UnitFound,
    UnitMadeWhole,
    UnitMarkedShort,
    UnitPacked,
    UnitSplit,
    UnitTakenOut,
)
from packdesk.domain.ids import BoxNumber, ItemId, UnitRef
from packdesk.domain.layout import fingerprint
from packdesk.domain.layout_rules import NOWHERE, Elsewhere, check_layout, derive_layout
from packdesk.domain.packing import Packing, PartInBox, UnitsInBox
from packdesk.domain.refusals import (
    AllPacked,
    BadPartCount,
    BeingSent,
    BoxHoldsPart,
    CodeNotWanted,
    NoSuchBox,
    NotEnoughThere,
    NothingToCopy,
    NothingToSplit,
    NothingToUndo,
    NotReadyToFinish,
    NotSplit,
    PartNeedsEmptyBox,
    ReadOnly,
    Refusal,
    RemovalNotConfirmed,
    SameCode,
)
from packdesk.domain.units import InBox, InParts, Loose, Short, Unit

FEWEST_PARTS, MOST_PARTS = 2, 99


@dataclass(frozen=True, slots=True)
class Decided:
    """The group of events that the command amounts to; never empty."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The command changes nothing."""

    refusal: Refusal


Outcome: TypeAlias = Decided | Refused


def decide(packing: Packing, command: Command, elsewhere: Elsewhere = NOWHERE) -> Outcome:
    """Answer a command. Pure: the GUI may ask it what a drop would do."""
    if (state := access(packing.order)) is not Access.PACK or packing.is_ready:
        return Refused(ReadOnly(Access.ALREADY_READY if packing.is_ready else state))
    if isinstance(command, Undo):
        return _undo(packing)
    if packing.is_locked:
        return Refused(BeingSent())
    return _edit(packing, command, elsewhere)


def _edit(packing: Packing, command: Command, elsewhere: Elsewhere) -> Outcome:
    match command:
        case MoveUnits():
            return _move_units(packing, command)
        case MovePart():
            return _move_part(packing, command)
        case TakeProduct(item):
            return _take_product(packing, item)
        case TakeCode():
            return _take_code(packing, command)
        case RemoveCode(unit, kind):
            there = packing.unit(unit).code(kind) is not None
            return Decided((CodeDetached(unit, kind),)) if there else Refused(CodeNotWanted(kind))
        case CopyCodes(ref):
            return _copy_codes(packing, ref)
        case OpenBox():
            return Decided((BoxOpened(_next_box(packing)),))
        case ChooseBox(box):
            known = box in packing.boxes
            return Decided((BoxChosen(box),)) if known else Refused(NoSuchBox(box))
        case SplitUnit():
            return _split(packing, command)
        case MakeWhole(ref):
            whole = not isinstance(packing.unit(ref).place, InParts)
            return Refused(NotSplit(ref)) if whole else Decided((UnitMadeWhole(ref),))
        case MarkShort() | MarkFound():
            return _short(packing, command)
        case Finish():
            return _finish(packing, command, elsewhere)
        case Undo():
            return _undo(packing)


def _short(packing: Packing, command: MarkShort | MarkFound) -> Outcome:
    match command:
        case MarkShort(item, reason):
            unit = _first(packing, item, Loose)
            if unit is None:
                return Refused(NotEnoughThere(item, 0))
            return Decided((UnitMarkedShort(unit.ref, reason),))
        case MarkFound(ref):
            if not isinstance(packing.unit(ref).place, Short):
                return Refused(NotEnoughThere(ref.item, 0))
            return Decided((UnitFound(ref),))


def _undo(packing: Packing) -> Outcome:
    if packing.previous is None or packing.in_flight is not None:
        return Refused(NothingToUndo())
    return Decided((Undone(),))


def _next_box(packing: Packing) -> BoxNumber:
    return BoxNumber(max(packing.boxes, default=0) + 1)


def _first(packing: Packing, item: ItemId, place: type[Loose]) -> Unit | None:
    return next((u for u in packing.units_of(item) if isinstance(u.place, place)), None)


def _into(packing: Packing, spot: IntoBox | IntoCurrentBox | IntoNewBox) -> Decided | Refused:
    """The events that make the box at this spot the current one, its number in the last of them."""
    fresh = Decided((BoxOpened(_next_box(packing)),))
    match spot:
        case IntoNewBox():
            return fresh
        case IntoCurrentBox():
            box = packing.current
            if box is None or isinstance(packing.content(box), PartInBox):
                return fresh
            return Decided((BoxChosen(box),))
        case IntoBox(box):
            if box not in packing.boxes:
                return Refused(NoSuchBox(box))
            return Decided((BoxChosen(box),))


def _box_for_whole(
    packing: Packing, spot: IntoBox | IntoCurrentBox | IntoNewBox
) -> tuple[tuple[Event, ...], BoxNumber] | Refused:
    into = _into(packing, spot)
    if isinstance(into, Refused):
        return into
    opened = into.events[-1]
    assert isinstance(opened, BoxOpened | BoxChosen)  # noqa: S101 - what _into gives
    if opened.box in packing.boxes and isinstance(packing.content(opened.box), PartInBox):
        return Refused(BoxHoldsPart(opened.box))
    return (() if opened == BoxChosen(packing.current or BoxNumber(0)) else into.events), opened.box


def _move_units(packing: Packing, command: MoveUnits) -> Outcome:
    units = packing.units_of(command.item)
    if isinstance(command.source, IntoBox):
        # The last one in comes out first, and before it those that carry no code yet.
        there = [unit for unit in units if unit.place == InBox(command.source.box)]
        there.sort(key=lambda unit: (bool(unit.codes), -unit.ref.number))
    else:
        there = [unit for unit in units if isinstance(unit.place, Loose)]
    if not 0 < command.count <= len(there):
        return Refused(NotEnoughThere(command.item, len(there)))
    moved = there[: command.count]
    if isinstance(command.target, OnTable):
        return Decided(tuple(UnitTakenOut(unit.ref) for unit in moved))
    into = _box_for_whole(packing, command.target)
    if isinstance(into, Refused):
        return into
    events, box = into
    return Decided((*events, *(UnitPacked(unit.ref, box) for unit in moved)))


def _move_part(packing: Packing, command: MovePart) -> Outcome:
    place = packing.unit(command.unit).place
    if not isinstance(place, InParts) or not 0 < command.part <= place.total:
        return Refused(NotSplit(command.unit))
    target = command.target
    if isinstance(target, OnTable):
        return Decided((PartTakenOut(command.unit, command.part),))
    if isinstance(target, IntoCurrentBox):
        current = packing.current
        is_empty = current is not None and packing.content(current) == UnitsInBox(())
        target = target if is_empty else IntoNewBox()
    elif isinstance(target, IntoBox) and target.box in packing.boxes:
        if place.boxes[command.part - 1] == target.box:
            return Decided((BoxChosen(target.box),))
        if packing.content(target.box) != UnitsInBox(()):
            return Refused(PartNeedsEmptyBox(target.box))
    into = _into(packing, target)
    if isinstance(into, Refused):
        return into
    opened = into.events[-1]
    assert isinstance(opened, BoxOpened | BoxChosen)  # noqa: S101 - what _into gives
    return Decided((*into.events, PartPacked(command.unit, command.part, opened.box)))


def _take_product(packing: Packing, item: ItemId) -> Outcome:
    units = packing.units_of(item)
    wants_code = any(packing.wanted_kinds(unit) for unit in units)
    if wants_code:
        return Decided((ItemChosen(item),))
    for unit in units:
        if isinstance(unit.place, InParts) and None in unit.place.boxes:
            part = unit.place.boxes.index(None) + 1
            return _move_part(packing, MovePart(unit.ref, part, IntoCurrentBox()))
    if _first(packing, item, Loose) is None:
        return Refused(AllPacked(item, len(units)))
    return _move_units(packing, MoveUnits(item, 1, OnTable(), IntoCurrentBox()))


def _take_code(packing: Packing, command: TakeCode) -> Outcome:
    code = command.code
    owner = packing.holder(code.identity) if code.is_unique else None
    if owner is not None:
        if owner.ref.item == command.item and isinstance(owner.place, Loose):
            into = _box_for_whole(packing, IntoCurrentBox())
            if isinstance(into, Refused):
                return into
            return Decided((*into[0], UnitPacked(owner.ref, into[1])))
        return Refused(SameCode(owner.ref, owner.boxes))
    unit = _unit_for_code(packing, command.item, code.kind)
    if unit is None:
        return Refused(AllPacked(command.item, len(packing.units_of(command.item))))
    attach: tuple[Event, ...] = (CodeAttached(unit.ref, code, command.issues),)
    if unit.code(code.kind) is not None:
        attach = (CodeDetached(unit.ref, code.kind), *attach)
    if not isinstance(unit.place, Loose):
        return Decided(attach)
    into = _box_for_whole(packing, IntoCurrentBox())
    if isinstance(into, Refused):
        return into
    return Decided((*into[0], UnitPacked(unit.ref, into[1]), *attach))


def _unit_for_code(packing: Packing, item: ItemId, kind: CodeKind) -> Unit | None:
    """The unit that the good in the packer's hand is, as far as can be told.

    A unit that lies in a box without its code (the current box before others), then a loose one,
    then one whose code the Market refused.
    """
    units = [u for u in packing.units_of(item) if not isinstance(u.place, Short)]
    bare = [unit for unit in units if unit.code(kind) is None]
    boxed = [unit for unit in bare if not isinstance(unit.place, Loose)]
    here = [unit for unit in boxed if packing.current in unit.boxes]
    refused = [
        unit
        for unit in units
        if (code := unit.code(kind)) and packing.refused_check(item, code) is not None
    ]
    return next(iter([*here, *boxed, *bare, *refused]), None)


def _copy_codes(packing: Packing, ref: UnitRef) -> Outcome:
    shared = [code for code in packing.unit(ref).codes if not code.is_unique]
    events = tuple(
        CodeAttached(other.ref, code)
        for other in packing.units_of(ref.item)
        if not isinstance(other.place, Short)
        for code in shared
        if other.code(code.kind) is None
    )
    return Decided(events) if events else Refused(NothingToCopy(ref))


def _split(packing: Packing, command: SplitUnit) -> Outcome:
    if not FEWEST_PARTS <= command.total <= MOST_PARTS:
        return Refused(BadPartCount(command.total))
    unit = _unit_to_split(packing, command)
    if unit is None:
        return Refused(NothingToSplit(command.item))
    events: list[Event] = [UnitSplit(unit.ref, command.total)]
    empty = [box for box in packing.boxes if packing.content(box) == UnitsInBox(())]
    number = _next_box(packing)
    for part in range(1, command.total + 1):
        if empty:
            box = empty.pop(0)
            events.append(BoxChosen(box))
        else:
            box, number = number, BoxNumber(number + 1)
            events.append(BoxOpened(box))
        events.append(PartPacked(unit.ref, part, box))
    return Decided(tuple(events))


def _unit_to_split(packing: Packing, command: SplitUnit) -> Unit | None:
    if command.unit is not None:
        unit = packing.unit(command.unit)
        return None if isinstance(unit.place, Short) else unit
    units = packing.units_of(command.item)
    loose = [unit for unit in units if isinstance(unit.place, Loose)]
    boxed = [unit for unit in units if isinstance(unit.place, InBox)]
    return next(iter([*loose, *reversed(boxed)]), None)


def _finish(packing: Packing, command: Finish, elsewhere: Elsewhere) -> Outcome:
    problems = check_layout(packing, elsewhere)
    if any(problem.blocks for problem in problems):
        return Refused(NotReadyToFinish(problems))
    layout = derive_layout(packing)
    if layout.allow_remove and not command.removing:
        return Refused(RemovalNotConfirmed(sum(isinstance(u.place, Short) for u in packing.units)))
    return Decided(
        (LayoutConfirmed(layout, fingerprint(layout), command.label_format, command.external_id),)
    )


def units_in(packing: Packing, box: BoxNumber) -> tuple[UnitRef, ...]:
    """The whole units in a box."""
    content = packing.content(box)
    return tuple(unit.ref for unit in content.units) if isinstance(content, UnitsInBox) else ()


def needs_country(packing: Packing) -> Unit | None:
    """The packed unit whose country of manufacture is wanted next, if any."""
    return next(
        (u for u in packing.units if u.boxes and CodeKind.COUNTRY in packing.wanted_kinds(u)),
        None,
    )
