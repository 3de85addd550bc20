"""What the Market in memory knows of orders and layouts."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from packdesk.domain.ids import ItemId
from packdesk.domain.layout import BoxLayout, ItemPart, LayoutBox, UnitCodes
from packdesk.domain.order import Order, OrderItem, OrderStatus, OrderSubstatus, StoredItem
from packdesk.station.ports import OrderQuery


def matches(query: OrderQuery, order: Order) -> bool:
    wanted: tuple[tuple[tuple[object, ...], object], ...] = (
        (query.campaigns, order.campaign_id),
        (query.orders, order.id),
        (query.external_ids, order.external_id),
        (query.programs, order.program),
        (query.statuses, order.status),
        (query.substatuses, order.substatus),
    )
    return order.fake is query.fake and all(not few or one in few for few, one in wanted)


def is_started(order: Order) -> bool:
    return (order.status, order.substatus) == (OrderStatus.PROCESSING, OrderSubstatus.STARTED)


def sound(box: LayoutBox) -> bool:
    match box.content:
        case ItemPart(_, current, total):
            return 1 <= current <= total
        case whole:
            items = [line.item for line in whole]
            return bool(items) and len(items) == len(set(items))


def counts(layout: BoxLayout) -> dict[ItemId, int]:
    """Units of each item; a split unit counts with its first part."""
    placed: dict[ItemId, int] = defaultdict(int)
    for box in layout.boxes:
        match box.content:
            case ItemPart(item, current):
                placed[item] += current == 1
            case whole:
                for line in whole:
                    placed[line.item] += line.count
    return dict(placed)


def stored_lines(box: LayoutBox) -> Iterator[StoredItem]:
    match box.content:
        case ItemPart(item, current, total, codes):
            yield StoredItem(item, None, current, total, (codes,) if codes else ())
        case whole:
            for line in whole:
                yield StoredItem(line.item, line.count, None, None, line.codes)


def units(order: Order, item: ItemId) -> Iterator[UnitCodes]:
    for box in order.stored_boxes:
        for line in box.items:
            if line.item == item and line.current in {None, 1}:
                yield from line.codes


def lacks_codes(order: Order) -> bool:
    for item in order.items:
        given_units = list(units(order, item.id))
        for wanted in item.requires:
            given = sum(any(code.kind is wanted.kind for code in codes) for codes in given_units)
            if not wanted.optional and given < item.count:
                return True
    return False


def cut(item: OrderItem, left: int) -> OrderItem:
    price = item.price
    if price is not None and left != item.count:
        price = (price * Decimal(left) / item.count).quantize(Decimal("0.01"))
    return replace(item, count=left, price=price)
