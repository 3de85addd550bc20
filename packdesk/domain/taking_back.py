"""Reading a layout back that was made elsewhere: which unit lies where, with which codes."""

from packdesk.domain.codes import GS, Cis, MarkingCode
from packdesk.domain.ids import BoxNumber
from packdesk.domain.order import StoredBox, StoredItem
from packdesk.domain.units import InBox, InParts, Loose, Unit


def is_short_form(code: MarkingCode) -> bool:
    """Whether a code of the Market lacks the end that proves it: it must not be sent back.

    Source: `boxesLayout` gives a CIS without its tail; only `cisFull` has it.
    """
    return isinstance(code, Cis) and GS not in code.full.lstrip(GS)


def place_units(units: tuple[Unit, ...], boxes: tuple[StoredBox, ...]) -> tuple[Unit, ...]:
    """The units as these boxes hold them, boxes numbered from 1; goods unknown here are left out."""
    placed = {unit.ref: Unit(unit.ref) for unit in units}
    for number, box in enumerate(boxes, start=1):
        for line in box.items:
            for unit in _lying(tuple(placed.values()), line, BoxNumber(number)):
                placed[unit.ref] = unit
    return tuple(placed.values())


def _lying(units: tuple[Unit, ...], line: StoredItem, box: BoxNumber) -> tuple[Unit, ...]:
    own = [unit for unit in units if unit.ref.item == line.item]
    loose = [unit for unit in own if isinstance(unit.place, Loose)]
    if line.current is None or line.total is None:
        found = loose[: line.whole or 0]
        codes = (*line.codes, *((),) * len(found))
        return tuple(
            _with_codes(unit.at(InBox(box)), of_unit)
            for unit, of_unit in zip(found, codes, strict=False)
        )
    codes_of_unit = line.codes[0] if line.codes else ()
    if not 0 < line.current <= line.total:
        return ()
    begun = [unit for unit in own if _awaits(unit, line.current, line.total)]
    same = [unit for unit in begun if _identities(unit.codes) == _identities(codes_of_unit)]
    unit = next(iter([*same, *(loose if codes_of_unit else [*begun, *loose])]), None)
    if unit is None:
        return ()
    place = unit.place if isinstance(unit.place, InParts) else InParts((None,) * line.total)
    parts = (*place.boxes[: line.current - 1], box, *place.boxes[line.current :])
    return (_with_codes(unit.at(InParts(parts)), codes_of_unit),)


def _awaits(unit: Unit, current: int, total: int) -> bool:
    place = unit.place
    return isinstance(place, InParts) and place.total == total and place.boxes[current - 1] is None


def _identities(codes: tuple[MarkingCode, ...]) -> set[object]:
    return {code.identity for code in codes}


def _with_codes(unit: Unit, codes: tuple[MarkingCode, ...]) -> Unit:
    for code in codes:
        unit = unit.with_code(code)
    return unit
