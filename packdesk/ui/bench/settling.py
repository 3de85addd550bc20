"""What stays picked, lit and listed when the order on the bench has changed."""

from dataclasses import replace

from packdesk.domain.events import BoxesNumbered, Event, ItemChosen
from packdesk.domain.ids import ItemId, UnitRef
from packdesk.domain.packing import Packing
from packdesk.domain.refusals import AllPacked, NotReadyToFinish, RefusedPiece, SameCode
from packdesk.domain.units import InBox
from packdesk.station.reports import Answer, Bench, Did, Failed, OpenedOrder, RefusedIt, Told
from packdesk.ui.bench.derive_problems import derive_problems
from packdesk.ui.bench.inputs import BenchInputs
from packdesk.ui.bench.moves import part_lies
from packdesk.ui.bench.picks import BoxPick, ItemPick, LinePick, PartPick, Pick


def answered(inputs: BenchInputs, answer: Answer) -> BenchInputs:
    """After an answer. A scan lets go of what was picked: the hands are elsewhere now."""
    if answer.bench is None and isinstance(answer.told, Failed | RefusedIt):
        # Nothing was done: what lies on the bench lies there still.
        return replace(inputs, now=answer.at)
    if isinstance(answer.told, Did):
        inputs = replace(inputs, pick=_with_its_box(inputs.pick, answer.told.events))
    now = replace(settled(inputs, answer.bench), now=answer.at)
    match answer.told:
        case OpenedOrder() if answer.bench is not None:
            return BenchInputs(bench=answer.bench, now=answer.at)
        case RefusedIt(NotReadyToFinish(problems)):
            now = replace(now, problems=problems)
        case _:
            pass
    touched = _touched(answer.told)
    if touched is not None:
        now = replace(now, touched=touched)
    if answer.scan is not None and isinstance(answer.told, Did):
        now = replace(now, pick=None)
    return now


def settled(inputs: BenchInputs, bench: Bench | None) -> BenchInputs:
    """The same screen with the order as it stands now; another order starts afresh."""
    if bench is None or inputs.bench is None or bench.order.id != inputs.bench.order.id:
        return BenchInputs(bench=bench, now=inputs.now)
    told = inputs.problems
    if told is not None and derive_problems(bench, told) is None:
        told = None
    pick = _still_there(bench.packing, inputs.pick)
    return replace(inputs, bench=bench, pick=pick, problems=told)


def _with_its_box(pick: Pick | None, events: tuple[Event, ...]) -> Pick | None:
    """The same pick where its box has another number now."""
    for event in events:
        if isinstance(event, BoxesNumbered) and isinstance(pick, BoxPick | LinePick):
            number = event.now(pick.box)
            pick = replace(pick, box=number) if number is not None else _out_of(pick)
    return pick


def _out_of(pick: BoxPick | LinePick) -> Pick | None:
    return ItemPick(pick.item) if isinstance(pick, LinePick) else None


def _still_there(packing: Packing, pick: Pick | None) -> Pick | None:
    match pick:
        case BoxPick(box):
            return pick if box in packing.boxes else None
        case LinePick(box, item):
            there = any(unit.place == InBox(box) for unit in packing.units_of(item))
            return pick if there else _item(packing, item)
        case PartPick(unit, part):
            there = part_lies(packing, unit, part) is not None
            return pick if there else _item(packing, unit.item)
        case ItemPick(item):
            return _item(packing, item)
        case None:
            return None


def _item(packing: Packing, item: ItemId) -> Pick | None:
    return ItemPick(item) if packing.units_of(item) else None


def _touched(told: Told) -> ItemId | None:
    """The item that an answer is about."""
    match told:
        case Did(undone=UnitRef() as back):
            return back.item
        case Did(events):
            for event in reversed(events):
                if isinstance(event, ItemChosen):
                    return event.item
                unit = getattr(event, "unit", None)
                if isinstance(unit, UnitRef):
                    return unit.item
            return None
        case RefusedIt(AllPacked(item, _)):
            return item
        case RefusedIt(SameCode(unit, _)) | RefusedIt(RefusedPiece(unit)):
            return unit.item
        case _:
            return None
