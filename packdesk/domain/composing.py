"""What follows for units and layouts when positions of an order, or their counts, change."""

from collections import Counter
from dataclasses import dataclass

from packdesk.domain.events import ItemCount
from packdesk.domain.ids import BoxNumber, ItemId, UnitRef
from packdesk.domain.layout import BoxLayout
from packdesk.domain.order import Order
from packdesk.domain.units import Loose, Short, Unit


@dataclass(frozen=True, slots=True)
class GoodsLeft:
    """So many units of an item lie in a box and belong to the order no more."""

    item: ItemId
    box: BoxNumber
    count: int


def composition_of(order: Order) -> tuple[ItemCount, ...]:
    """The positions of an order with their counts."""
    return tuple(ItemCount(item.id, item.count) for item in order.items)


def fits(layout: BoxLayout, items: tuple[ItemCount, ...], *, is_sent: bool) -> bool:
    """Whether this is a layout of an order with these positions.

    One that removes goods is, until it is sent, a layout of the order that still has them.
    """
    there = {one.item: one.count for one in items}
    if layout.allow_remove and not is_sent:
        return all(there.get(item, 0) >= count for item, count in layout.units.items())
    return layout.units == there


def recompose(units: tuple[Unit, ...], items: tuple[ItemCount, ...]) -> tuple[Unit, ...]:
    """The units of these positions; those that stay keep their places and codes.

    Where an item has fewer units, those that are missing leave first, then those on the table, then
    those in boxes; the last ones of a kind before others. New units take the lowest free numbers.
    """
    found: list[Unit] = []
    for wanted in items:
        there = [unit for unit in units if unit.ref.item == wanted.item]
        staying = sorted(there, key=_leaves_last)[: wanted.count]
        numbers = {unit.ref.number for unit in staying}
        free = (number for number in range(1, wanted.count + len(numbers) + 1))
        for number in free:
            if len(staying) == wanted.count:
                break
            if number not in numbers:
                staying.append(Unit(UnitRef(wanted.item, number)))
        found += sorted(staying, key=lambda unit: unit.ref.number)
    return tuple(found)


def goods_left(before: tuple[Unit, ...], after: tuple[Unit, ...]) -> tuple[GoodsLeft, ...]:
    """What lies in boxes and is among the units no more; a split unit counts in each of its boxes."""
    there = {unit.ref for unit in after}
    counts = Counter(
        (unit.ref.item, box) for unit in before if unit.ref not in there for box in unit.boxes
    )
    # The order of positions is not kept, so that it must not tell.
    return tuple(GoodsLeft(item, box, count) for (item, box), count in sorted(counts.items()))


def _leaves_last(unit: Unit) -> tuple[int, int]:
    """What sorts last leaves first."""
    if isinstance(unit.place, Short):
        rank = 3
    elif isinstance(unit.place, Loose) and not unit.codes:
        rank = 2
    else:
        rank = 0 if unit.boxes else 1
    return rank, unit.ref.number
