"""The list of goods: a row for each position, and one for each loose part."""

from collections.abc import Iterator, Mapping

from packdesk.domain.codes import CodeKind
from packdesk.domain.ids import UnitRef
from packdesk.domain.order import Catalogue, CodeRequirement, OrderItem
from packdesk.domain.packing import Packing
from packdesk.domain.units import InParts, Loose, Short, Unit
from packdesk.station.reports import Bench
from packdesk.ui.bench.inputs import BenchInputs
from packdesk.ui.bench.picks import ItemPick, PartPick
from packdesk.ui.bench.props import CodesProps, DotState, ListedProps, LoosePartProps, RowProps
from packdesk.ui.bench.standing import by_item, may_change, refused_signs, split_groups
from packdesk.ui.words.bench import (
    all_packed,
    code_ends,
    code_to_go,
    code_was_refused,
    codes_given,
    codes_refused,
    codes_spoken,
    left_to_pack,
    packed_of,
    part_of,
    part_on_table,
    row_spoken,
    units_missing,
)
from packdesk.ui.words.goods import kind_mark
from packdesk.ui.words.notice import Notice, Tone

MOST_DOTS = 6
WANTED = frozenset({DotState.EMPTY, DotState.REFUSED})


def derive_listed(bench: Bench, inputs: BenchInputs) -> tuple[ListedProps, ...]:
    """Rows in the order of the positions, those that are done at the end."""
    groups = split_groups(bench.packing)
    units = by_item(bench.packing)
    rows: list[ListedProps] = []
    done: list[ListedProps] = []
    for item in bench.order.items:
        row = _row(bench, inputs, item, units[item.id])
        (done if row.is_done else rows).append(row)
        rows.extend(_loose_parts(inputs, item, units[item.id], groups))
    return (*rows, *done)


def _row(bench: Bench, inputs: BenchInputs, item: OrderItem, units: tuple[Unit, ...]) -> RowProps:
    present = tuple(unit for unit in units if not isinstance(unit.place, Short))
    loose = sum(unit.is_loose for unit in present)
    dots = {need.kind: _dots(bench.packing, present, need) for need in item.requires}
    every = {dot for row in dots.values() for dot in row}
    note = _note(loose, len(units) - len(present), every)
    codes = _all_codes(dots) if present else ()
    packed = len(present) - loose
    spoken = row_spoken(item.name, packed, item.count, note.text)
    return RowProps(
        item=item.id,
        letter=_letter(item),
        picture=_picture(bench.catalogue, item),
        name=item.name or item.offer_id,
        offer_id=item.offer_id,
        refused=" ".join(code_ends(one) for one in refused_signs(bench.packing, present)),
        codes=codes,
        count=packed_of(packed, item.count),
        note=note,
        is_done=not loose and not every & WANTED,
        is_lit=item.id in {inputs.touched, bench.packing.chosen},
        is_picked=inputs.pick == ItemPick(item.id),
        can_drag=may_change(bench) and any(isinstance(unit.place, Loose) for unit in units),
        spoken="; ".join((spoken, *(one.spoken for one in codes))),
    )


def _note(loose: int, short: int, dots: set[DotState]) -> Notice:
    if DotState.REFUSED in dots:
        return Notice(code_was_refused(), Tone.REFUSED)
    if short:
        return Notice(units_missing(short), Tone.ATTENTION)
    if loose:
        return Notice(left_to_pack(loose), Tone.CALM)
    if DotState.EMPTY in dots:
        return Notice(code_to_go(), Tone.ATTENTION)
    return Notice(all_packed(), Tone.ACCEPTED)


def _letter(item: OrderItem) -> str:
    return next((char.upper() for char in item.name or item.offer_id if char.isalnum()), "")


def _picture(catalogue: Catalogue, item: OrderItem) -> str:
    offer = catalogue.offer(item.offer_id)
    return next(iter(offer.pictures), "") if offer else ""


def _all_codes(dots: Mapping[CodeKind, tuple[DotState, ...]]) -> tuple[CodesProps, ...]:
    """One for each kind; dots only while all of them together are few."""
    tallies = sum(len(row) for row in dots.values()) > MOST_DOTS
    return tuple(_codes(kind, row, tallies=tallies) for kind, row in dots.items())


def _codes(kind: CodeKind, dots: tuple[DotState, ...], *, tallies: bool) -> CodesProps:
    given, refused = dots.count(DotState.GIVEN), dots.count(DotState.REFUSED)
    mark = kind_mark(kind)
    spoken = codes_spoken(mark, given, len(dots), refused)
    if not tallies:
        return CodesProps(mark, dots, None, spoken)
    text = codes_given(given, len(dots))
    if refused:
        tally = Notice(f"{text}, {codes_refused(refused)}", Tone.REFUSED)
    else:
        tally = Notice(text, Tone.ACCEPTED if given == len(dots) else Tone.CALM)
    return CodesProps(mark, (), tally, spoken)


def _dots(packing: Packing, units: tuple[Unit, ...], need: CodeRequirement) -> tuple[DotState, ...]:
    free = need.optional and not packing.order.is_business
    return tuple(_dot(packing, unit, need.kind, free) for unit in units)


def _dot(packing: Packing, unit: Unit, kind: CodeKind, free: bool) -> DotState:
    code = unit.code(kind)
    if code is None:
        return DotState.FREE if free else DotState.EMPTY
    refused = packing.refused_check(unit.ref.item, code) is not None
    return DotState.REFUSED if refused else DotState.GIVEN


def _loose_parts(
    inputs: BenchInputs, item: OrderItem, units: tuple[Unit, ...], groups: Mapping[UnitRef, int]
) -> Iterator[LoosePartProps]:
    for unit in units:
        if not isinstance(unit.place, InParts):
            continue
        for part, box in enumerate(unit.place.boxes, start=1):
            if box is None:
                text = part_of(part, unit.place.total)
                yield LoosePartProps(
                    unit=unit.ref,
                    part=part,
                    group=groups[unit.ref],
                    name=item.name or item.offer_id,
                    text=f"{text}, {part_on_table()}",
                    is_picked=inputs.pick == PartPick(unit.ref, part),
                    spoken=f"{item.name}: {text}, {part_on_table()}",
                )
