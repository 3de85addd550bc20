"""What several parts of the bench ask about an order as it stands."""

from collections.abc import Mapping

from packdesk.domain.access import Access
from packdesk.domain.codes import CodeKind
from packdesk.domain.ids import BoxNumber, ItemId, UnitRef
from packdesk.domain.packing import BoxContent, Packing, PartInBox, UnitsInBox
from packdesk.domain.pieces import last_signs
from packdesk.domain.split_units import split_places
from packdesk.domain.units import InBox, InParts, Unit
from packdesk.station.reports import Bench
from packdesk.ui.words.bench import all_packed, code_to_go
from packdesk.ui.words.checks import check_text
from packdesk.ui.words.notice import Notice, Tone


def may_change(bench: Bench) -> bool:
    """Whether goods may be moved now."""
    packing = bench.packing
    return bench.access is Access.PACK and not packing.is_ready and not packing.is_locked


def may_choose(packing: Packing, box: BoxNumber) -> bool:
    """Whether scans can be made to go into a box: it is not so yet, and no part lies in it."""
    known = box in packing.boxes and box != packing.current
    return known and not isinstance(packing.content(box), PartInBox)


def split_groups(packing: Packing) -> Mapping[UnitRef, int]:
    """The number, from 1, that the parts of each split unit share."""
    places = split_places(packing.split, packing.units)
    return {ref: number for number, ref in enumerate(places, start=1) if ref is not None}


def by_item(packing: Packing) -> Mapping[ItemId, tuple[Unit, ...]]:
    """The units of every position, all in one pass."""
    units: dict[ItemId, list[Unit]] = {item.id: [] for item in packing.order.items}
    for unit in packing.units:
        units[unit.ref.item].append(unit)
    return {item: tuple(some) for item, some in units.items()}


def contents(packing: Packing) -> Mapping[BoxNumber, BoxContent]:
    """What lies in each box, all in one pass: a bench may have a hundred of them."""
    parts: dict[BoxNumber, BoxContent] = {}
    whole: dict[BoxNumber, list[Unit]] = {box: [] for box in packing.boxes}
    for unit in packing.units:
        match unit.place:
            case InBox(box):
                whole[box].append(unit)
            case InParts(boxes):
                for part, box_or_none in enumerate(boxes, start=1):
                    if box_or_none is not None:
                        parts[box_or_none] = PartInBox(unit.ref, part, len(boxes))
            case _:
                pass
    return {box: parts.get(box, UnitsInBox(tuple(units))) for box, units in whole.items()}


def signs_of(packing: Packing, ref: UnitRef, kind: CodeKind) -> str:
    """The last signs of a unit's code, by which equal pieces are told apart."""
    code = packing.unit(ref).code(kind)
    return last_signs(code) if code is not None else ""


def refused_signs(packing: Packing, units: tuple[Unit, ...]) -> tuple[str, ...]:
    """The last signs of the refused codes of these units."""
    return tuple(
        last_signs(code)
        for unit in units
        for code in unit.codes
        if packing.refused_check(unit.ref.item, code) is not None
    )


def codes_mark(packing: Packing, units: tuple[Unit, ...]) -> Notice:
    """Whether units have the codes that they need: the first refused one has the word."""
    wanted: list[tuple[Unit, CodeKind]] = [
        (unit, kind) for unit in units for kind in packing.wanted_kinds(unit)
    ]
    for unit, kind in wanted:
        code = unit.code(kind)
        check = packing.refused_check(unit.ref.item, code) if code else None
        if check is not None:
            return Notice(check_text(check), Tone.REFUSED)
    if wanted:
        return Notice(code_to_go(), Tone.ATTENTION)
    return Notice(all_packed(), Tone.ACCEPTED)
