"""The cards of the boxes, and what a drop on each would do."""

from collections.abc import Mapping
from itertools import groupby
from typing import assert_never

from packdesk.domain.commands import IntoBox, IntoNewBox, OnTable
from packdesk.domain.ids import BoxNumber, UnitRef
from packdesk.domain.packing import BoxContent, Packing, PartInBox, UnitsInBox
from packdesk.domain.spots import empty_boxes
from packdesk.domain.submission import Finished, next_step
from packdesk.domain.units import Unit
from packdesk.station.reports import Bench
from packdesk.ui.bench.inputs import BenchInputs
from packdesk.ui.bench.moves import CannotGo, Goes, HowMany, Stays, is_of, plan_move
from packdesk.ui.bench.picks import BoxPick, LinePick, PartPick, Place
from packdesk.ui.bench.props import BoxProps, LineProps, NewBoxProps, PartBand
from packdesk.ui.bench.standing import codes_mark, contents, may_change, split_groups
from packdesk.ui.words.bench import (
    BenchAction,
    action_key,
    box_key,
    box_spoken,
    drop_asks,
    drop_into,
    drop_into_new,
    drop_on_table,
    drop_stays,
    empty_box,
    here,
    new_box_card,
    of_another_order,
    part_of,
    times,
)
from packdesk.ui.words.goods import box_name, item_name
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.refusals import refusal_text


def derive_boxes(bench: Bench, inputs: BenchInputs) -> tuple[BoxProps, ...]:
    """All boxes, the parts of one unit side by side, else by number."""
    groups = split_groups(bench.packing)
    split = [unit for unit in bench.packing.units if unit.ref in groups]
    first = {box: min(unit.boxes) for unit in split for box in unit.boxes}
    order = sorted(bench.packing.boxes, key=lambda box: (first.get(box, box), box))
    inside = contents(bench.packing)
    return tuple(_box(bench, inputs, box, inside[box], groups) for box in order)


def derive_new_box(bench: Bench, inputs: BenchInputs) -> NewBoxProps:
    """The card "new box"."""
    return NewBoxProps(
        new_box_card(),
        action_key(BenchAction.NEW_BOX),
        drop_hint(bench, inputs, IntoNewBox()),
        may_change(bench),
    )


def drop_hint(bench: Bench, inputs: BenchInputs, place: Place) -> Notice | None:
    """What the goods held over this place would do, or why they cannot; None for other places."""
    hover = inputs.hover
    if hover is None or hover.place != place:
        return None
    if not is_of(bench.order.id, hover.carried):
        return Notice(of_another_order(), Tone.REFUSED)
    move = plan_move(bench.packing, hover.carried, place)
    match move:
        case Goes():
            return Notice(_target(bench.packing, place), Tone.ACCEPTED)
        case HowMany():
            return Notice(drop_asks(_target(bench.packing, place)), Tone.ACCEPTED)
        case Stays():
            return Notice(drop_stays(), Tone.CALM)
        case CannotGo(refusal):
            return Notice(refusal_text(refusal, bench.order), Tone.REFUSED)
        case _:
            assert_never(move)


def _target(packing: Packing, place: Place) -> str:
    match place:
        case OnTable():
            return drop_on_table()
        case IntoBox(box):
            return drop_into(box)
        case IntoNewBox():
            empty = empty_boxes(packing)
            return drop_into(empty[0]) if empty else drop_into_new()
        case _:
            assert_never(place)


def _box(
    bench: Bench,
    inputs: BenchInputs,
    box: BoxNumber,
    content: BoxContent,
    groups: Mapping[UnitRef, int],
) -> BoxProps:
    packing = bench.packing
    band = None
    match content:
        case PartInBox(ref, part, total):
            band = PartBand(groups[ref], part_of(part, total))
            lines: tuple[LineProps, ...] = (_part_line(bench, inputs, content, band),)
        case UnitsInBox(units):
            same = (tuple(some) for _, some in groupby(units, lambda unit: unit.ref.item))
            lines = tuple(_line(bench, inputs, box, some) for some in same)
        case _:
            assert_never(content)
    is_done = isinstance(next_step(bench.submission), Finished)
    # A box that an older program made current may hold a part: scans go elsewhere all the same.
    is_here = packing.current == box and band is None and not is_done
    title, word = box_name(box), here() if is_here else ""
    empty = "" if lines else empty_box()
    told = "; ".join(line.spoken for line in lines) or empty
    return BoxProps(
        box=box,
        title=title,
        here=word,
        key=box_key(box),
        band=band,
        lines=lines,
        empty=empty,
        hint=drop_hint(bench, inputs, IntoBox(box)),
        is_picked=inputs.pick == BoxPick(box),
        spoken=box_spoken(title, word, told),
    )


def _line(bench: Bench, inputs: BenchInputs, box: BoxNumber, units: tuple[Unit, ...]) -> LineProps:
    item = units[0].ref.item
    pick = LinePick(box, item)
    name, count = item_name(bench.order, item), times(len(units))
    mark = codes_mark(bench.packing, units)
    return LineProps(
        pick=pick,
        item=item,
        name=name,
        count=count,
        band=None,
        mark=mark,
        is_picked=inputs.pick == pick,
        spoken=f"{name} {count}, {mark.text}",
    )


def _part_line(bench: Bench, inputs: BenchInputs, content: PartInBox, band: PartBand) -> LineProps:
    packing: Packing = bench.packing
    pick = PartPick(content.unit, content.part)
    name = item_name(bench.order, content.unit.item)
    mark = codes_mark(packing, (packing.unit(content.unit),))
    return LineProps(
        pick=pick,
        item=content.unit.item,
        name=name,
        count="",
        band=band,
        mark=mark,
        is_picked=inputs.pick == pick,
        spoken=f"{name}, {band.text}, {mark.text}",
    )
