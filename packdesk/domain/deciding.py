"""decide: what a command does to a packing, or why it cannot be done. Nothing is changed here."""

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
    PutOrderAside,
    RemoveCode,
    SeeChanges,
    SplitUnit,
    TakeBoxes,
    TakeCode,
    TakeOrderUp,
    TakeProduct,
    Undo,
)
from packdesk.domain.events import (
    BoxChosen,
    BoxOpened,
    ChangesSeen,
    Event,
    ItemChosen,
    LayoutConfirmed,
    PartPacked,
    PartTakenOut,
    PutAside,
    ShortReason,
    TakenUp,
    Undone,
    UnitFound,
    UnitMadeWhole,
    UnitMarkedShort,
    UnitPacked,
    UnitSplit,
    UnitTakenOut,
)
from packdesk.domain.ids import BoxNumber, ItemId, UnitRef
from packdesk.domain.in_boxes import EMPTY, PartInBox, UnitsInBox
from packdesk.domain.layout import fingerprint
from packdesk.domain.layout_rules import NOWHERE, Elsewhere, check_layout, derive_layout
from packdesk.domain.numbering import boxes_taken, numbering, with_boxes_in_order
from packdesk.domain.packing import Packing
from packdesk.domain.refusals import (
    AllInBoxes,
    AllPacked,
    BadPartCount,
    BeingCancelled,
    BeingSent,
    BoxHoldsPart,
    CodeNotWanted,
    LookFirst,
    NoSuchBox,
    NotEnoughThere,
    NothingChanged,
    NothingToSplit,
    NothingToUndo,
    NotReadyToFinish,
    NotSplit,
    PartNeedsEmptyBox,
    ReadOnly,
    RemovalNotConfirmed,
    ScanItsCode,
    StillEmpty,
)
from packdesk.domain.spots import (
    Decided,
    Outcome,
    Refused,
    box_at,
    box_for_whole,
    empty_boxes,
    next_box,
)
from packdesk.domain.taking_codes import (
    copy_codes,
    detach_code,
    has_own_code,
    has_own_codes,
    take_code,
)
from packdesk.domain.units import InBox, InParts, Loose, Short, Unit

__all__ = ["Decided", "Outcome", "Refused", "decide", "needs_country", "units_in"]

FEWEST_PARTS, MOST_PARTS = 2, 99


def decide(packing: Packing, command: Command, elsewhere: Elsewhere = NOWHERE) -> Outcome:
    """Answer a command. Pure: the GUI may ask it what a drop would do."""
    if isinstance(command, SeeChanges | TakeBoxes):
        return _see(packing, command)
    if packing.is_stopped:
        return Refused(LookFirst(packing.changes))
    if (state := access(packing.order)) is not Access.PACK or packing.is_ready:
        closed = ReadOnly(Access.ALREADY_READY if packing.is_ready else state)
        return Refused((_one_too_many(packing, command) if packing.is_ready else None) or closed)
    if packing.is_being_cancelled:
        return Refused(BeingCancelled())
    if isinstance(command, Undo):
        return _undo(packing)
    if packing.is_locked:
        return Refused(_one_too_many(packing, command) or BeingSent())
    match command:
        case PutOrderAside(reason, note):
            return Decided((PutAside(reason, note),))
        case TakeOrderUp():
            up = packing.aside is not None
            return Decided((TakenUp(),)) if up else Refused(NothingToUndo())
        case _:
            outcome = _edit(packing, command, elsewhere)
    if not isinstance(outcome, Decided):
        return outcome
    taken_up = () if packing.aside is None else (TakenUp(),)
    return Decided((*taken_up, *with_boxes_in_order(packing, outcome.events)))


def _one_too_many(packing: Packing, command: Command) -> AllPacked | None:
    """A piece in hand that the order has no room for: it must be put aside, sent or not."""
    if not isinstance(command, TakeProduct | TakeCode):
        return None
    units = packing.units_of(command.item)
    if any(unit.is_loose for unit in units):
        return None
    if isinstance(command, TakeProduct):
        return AllPacked(command.item, len(units))
    outcome = take_code(packing, command)
    told = outcome.refusal if isinstance(outcome, Refused) else None
    return told if isinstance(told, AllPacked) else None


def _see(packing: Packing, command: SeeChanges | TakeBoxes) -> Outcome:
    if not packing.is_stopped:
        return Refused(NothingChanged())
    boxes = packing.boxes_elsewhere
    takes = isinstance(command, TakeBoxes) or not packing.may_keep_boxes
    if takes and boxes and access(packing.order) is Access.PACK:
        return Decided((*boxes_taken(packing, boxes), ChangesSeen()))
    # What has left the order may have left its box empty.
    seen: tuple[Event, ...] = (ChangesSeen(),)
    return Decided((*seen, *numbering(packing.after(seen))))


def _edit(packing: Packing, command: Command, elsewhere: Elsewhere) -> Outcome:
    match command:
        case MoveUnits():
            return _move_units(packing, command)
        case MovePart():
            return _move_part(packing, command)
        case TakeProduct(item):
            return _take_product(packing, item)
        case TakeCode():
            return take_code(packing, command)
        case RemoveCode(unit, kind):
            holder = packing.unit(unit)
            if holder.code(kind) is None:
                return Refused(CodeNotWanted(kind))
            return Decided(detach_code(packing, holder, kind))
        case CopyCodes(ref):
            return copy_codes(packing, ref)
        case OpenBox():
            return _open(packing)
        case ChooseBox(box):
            return _choose(packing, box)
        case SplitUnit():
            return _split(packing, command)
        case MakeWhole(ref):
            whole = not isinstance(packing.unit(ref).place, InParts)
            return Refused(NotSplit(ref)) if whole else Decided((UnitMadeWhole(ref),))
        case MarkShort() | MarkFound():
            return _short(packing, command)
        case Finish():
            return _finish(packing, command, elsewhere)
        case Undo() | SeeChanges() | TakeBoxes() | PutOrderAside() | TakeOrderUp():
            msg = f"{command} is no edit"
            raise ValueError(msg)


def _open(packing: Packing) -> Outcome:
    if packing.confirmed is not None and packing.is_sent:
        # It would stand there empty beside boxes that have gone out as they are.
        return Refused(AllInBoxes())
    into = box_at(packing, IntoNewBox())
    here = packing.current
    if here is not None and isinstance(into, Decided) and into.events == (BoxChosen(here),):
        return Refused(StillEmpty(here))
    return into


def _choose(packing: Packing, box: BoxNumber) -> Outcome:
    if box not in packing.boxes:
        return Refused(NoSuchBox(box))
    # Scans would go elsewhere all the same.
    is_full = isinstance(packing.content(box), PartInBox)
    return Refused(BoxHoldsPart(box)) if is_full else Decided((BoxChosen(box),))


def _short(packing: Packing, command: MarkShort | MarkFound) -> Outcome:
    match command:
        case MarkShort(item, reason, named):
            there = _going_short(packing, command) if named is None else [packing.unit(named)]
            there = [unit for unit in there if not isinstance(unit.place, Short)]
            if not 0 < command.count <= len(there):
                return Refused(NotEnoughThere(item, len(there)))
            events: list[Event] = []
            for unit in there[: command.count]:
                events += [UnitTakenOut(unit.ref)] if unit.boxes else []
                events.append(UnitMarkedShort(unit.ref, reason))
            return Decided(tuple(events))
        case MarkFound(ref):
            if not isinstance(packing.unit(ref).place, Short):
                return Refused(NotEnoughThere(ref.item, 0))
            return Decided((UnitFound(ref),))


def _going_short(packing: Packing, command: MarkShort) -> list[Unit]:
    """The units at the spot, those first that are the likeliest to be meant."""
    units = packing.units_of(command.item)
    if isinstance(command.source, IntoBox):
        return _last_in_first(units, command.source.box)
    # A piece with a code has been in a hand: it may be damaged, and it is not what was never found.
    was_there = command.reason in {ShortReason.DAMAGED, ShortReason.CODE_REFUSED}
    loose = [unit for unit in units if isinstance(unit.place, Loose)]
    return sorted(loose, key=lambda unit: bool(unit.codes) is not was_there)


def _last_in_first(units: tuple[Unit, ...], box: BoxNumber) -> list[Unit]:
    """The last one in comes out first, and before it those that carry no code yet."""
    there = [unit for unit in units if unit.place == InBox(box)]
    return sorted(there, key=lambda unit: (bool(unit.codes), -unit.ref.number))


def _undo(packing: Packing) -> Outcome:
    if packing.previous is None or packing.in_flight is not None:
        return Refused(NothingToUndo())
    return Decided((Undone(),))


def _move_units(packing: Packing, command: MoveUnits) -> Outcome:
    units = packing.units_of(command.item)
    if isinstance(command.source, IntoBox):
        there = _last_in_first(units, command.source.box)
    else:
        # A code stays with its piece: one that has none is as good as any other.
        there = sorted((unit for unit in units if isinstance(unit.place, Loose)), key=has_own_code)
    if command.pieces:
        there = [unit for unit in there if unit.ref in command.pieces]
    if not 0 < command.count <= len(there):
        return Refused(NotEnoughThere(command.item, len(there)))
    moved = there[: command.count]
    if isinstance(command.target, OnTable):
        return Decided(tuple(UnitTakenOut(unit.ref) for unit in moved))
    into = box_for_whole(packing, command.target)
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
        is_empty = current is not None and packing.content(current) == EMPTY
        target = target if is_empty else IntoNewBox()
    elif isinstance(target, IntoBox) and target.box in packing.boxes:
        if place.boxes[command.part - 1] == target.box:
            return Refused(BoxHoldsPart(target.box))
        if packing.content(target.box) != EMPTY:
            return Refused(PartNeedsEmptyBox(target.box))
    into = box_at(packing, target)
    if isinstance(into, Refused):
        return into
    opened = into.events[-1]
    assert isinstance(opened, BoxOpened | BoxChosen)  # noqa: S101 - what box_at gives
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
    loose = [unit for unit in units if isinstance(unit.place, Loose)]
    missing = [unit for unit in units if isinstance(unit.place, Short)]
    if not loose and not missing:
        return Refused(AllPacked(item, len(units)))
    if all(has_own_code(unit) for unit in loose) and has_own_codes(packing, item):
        return Refused(ScanItsCode(item))
    # What was missing is there after all, or another piece takes its place.
    found = () if loose else (UnitFound(missing[0].ref),)
    moved = _move_units(packing.after(found), MoveUnits(item, 1, OnTable(), IntoCurrentBox()))
    return Decided((*found, *moved.events)) if isinstance(moved, Decided) else moved


def _split(packing: Packing, command: SplitUnit) -> Outcome:
    if not FEWEST_PARTS <= command.total <= MOST_PARTS:
        return Refused(BadPartCount(command.total))
    unit = _unit_to_split(packing, command)
    if unit is None:
        return Refused(NothingToSplit(command.item))
    events: list[Event] = [UnitSplit(unit.ref, command.total)]
    # The box that the unit leaves may be one of them.
    empty = [*empty_boxes(packing.after(tuple(events)))]
    number = next_box(packing)
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
    if packing.confirmed is not None and packing.refusal is None:
        # The same layout once more would make the labels on the boxes stale.
        return Refused(BeingSent())
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
