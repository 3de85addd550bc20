"""From a packing to its layout."""

from itertools import groupby
from typing import TYPE_CHECKING

from packdesk.domain.ids import BoxNumber
from packdesk.domain.in_boxes import PartInBox, UnitsInBox
from packdesk.domain.layout import BoxLayout, ItemPart, LayoutBox, UnitCodes, WholeUnits
from packdesk.domain.units import Short, Unit

if TYPE_CHECKING:
    from packdesk.domain.packing import Packing


def derive_layout(packing: "Packing") -> BoxLayout:
    """The layout that the boxes on the table amount to; empty boxes do not count.

    A box has the number of its place, which is what its label carries.
    """
    contents: list[ItemPart | tuple[WholeUnits, ...]] = []
    for number in packing.boxes:
        match packing.content(number):
            case PartInBox(ref, part, total):
                codes = _ordered(packing, packing.unit(ref))
                contents.append(ItemPart(ref.item, part, total, codes))
            case UnitsInBox(units) if units:
                same = groupby(units, lambda unit: unit.ref.item)
                contents.append(tuple(_line(packing, tuple(some)) for _, some in same))
            case UnitsInBox():
                pass
    return BoxLayout(
        tuple(LayoutBox(BoxNumber(place), one) for place, one in enumerate(contents, start=1)),
        allow_remove=any(isinstance(unit.place, Short) for unit in packing.units),
    )


def _line(packing: "Packing", units: tuple[Unit, ...]) -> WholeUnits:
    codes = tuple(codes for unit in units if (codes := _ordered(packing, unit)))
    return WholeUnits(units[0].ref.item, len(units), codes)


def _ordered(packing: "Packing", unit: Unit) -> UnitCodes:
    # A journal of an older program may tell of units whose position the order has no more.
    known = [item for item in packing.order.items if item.id == unit.ref.item]
    kinds = [requirement.kind for item in known for requirement in item.requires]
    return tuple(
        sorted(
            unit.codes,
            key=lambda code: kinds.index(code.kind) if code.kind in kinds else len(kinds),
        )
    )
