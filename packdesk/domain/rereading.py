"""What a re-read of an order at the Market says of a layout that is sent, or about to be."""

from collections.abc import Iterable, Iterator

from packdesk.domain.changes import (
    BoxesChanged,
    CancelAsked,
    Change,
    CodesWantedChanged,
    CountChanged,
    ItemAdded,
    ItemGone,
    StateChanged,
)
from packdesk.domain.codes import MarkingCode
from packdesk.domain.layout import BoxLayout, ItemPart, LayoutBox
from packdesk.domain.order import MarketBox, Order, OrderStatus, OrderSubstatus, StoredBox

Goods = tuple[tuple[int, int, int, int], ...]
"""Lines of a box: item, whole units, part, parts in all; sorted."""


def against_sending(known: Order, fresh: Order, layout: BoxLayout) -> tuple[Change, ...]:
    """Why this layout must not go out; empty where it may.

    ``known`` is the order as the table packed it. The layout itself is what the fresh order is
    compared with: it must hold the goods of the order and the codes that are wanted, and where it
    removes some, nothing may have left the order beside them.
    """
    return (
        *_state(fresh),
        *_composition(known, fresh, layout, removes=layout.allow_remove),
        *_codes(fresh, layout),
    )


def against_ready(known: Order, fresh: Order, layout: BoxLayout) -> tuple[Change, ...]:
    """Why an order that was sent with this layout must not be set ready; empty where it may."""
    others = (*_composition(known, fresh, layout, removes=False), *_boxes(fresh, layout))
    return (*_state(fresh), *others, *_codes(fresh, layout))


def is_ready_with(fresh: Order, layout: BoxLayout) -> bool:
    """Whether the Market holds the order ready to ship already, and with this layout."""
    return fresh.is_ready and not fresh.cancel_requested and is_stored(layout, fresh)


def stored_as(layout: BoxLayout, fresh: Order) -> tuple[MarketBox, ...] | None:
    """The Market's ids of the boxes of exactly this layout; None where it keeps another one.

    Exactly means the same goods in the same boxes with the same codes, and nothing in the order
    beside them.
    """
    if {i.id: i.count for i in fresh.items if i.count} != layout.units:
        return None
    left = list(fresh.stored_boxes)
    found = []
    for box in layout.boxes:
        same = next((one for one in left if _same(box, one)), None)
        if same is None:
            return None
        left.remove(same)
        found.append(MarketBox(box.number, same.box_id))
    return None if left else tuple(found)


def is_stored(layout: BoxLayout, fresh: Order) -> bool:
    """Whether the Market keeps the same goods in the same boxes, whatever the codes."""
    ours = sorted(_goods(box) for box in layout.boxes)
    return ours == sorted(_stored_goods(box) for box in fresh.stored_boxes)


def _state(fresh: Order) -> Iterator[Change]:
    open_for_layouts = (OrderStatus.PROCESSING, OrderSubstatus.STARTED)
    if (fresh.status, fresh.substatus) != open_for_layouts:
        yield StateChanged(fresh.status, fresh.substatus)
    if fresh.cancel_requested:
        yield CancelAsked()


def _composition(
    known: Order, fresh: Order, layout: BoxLayout, *, removes: bool
) -> Iterator[Change]:
    placed, packed = layout.units, {item.id: item for item in known.items}
    there = {item.id for item in fresh.items}
    for item_id, count in placed.items():
        if item_id not in there:
            name = packed[item_id].name if item_id in packed else str(item_id)
            yield ItemGone(item_id, name, count)
    for item in fresh.items:
        count, was = placed.get(item.id, 0), packed.get(item.id)
        most = was.count if was is not None and removes else count
        if count <= item.count <= most:
            continue
        if was is None and not count:
            yield ItemAdded(item.id, item.name, item.count)
        else:
            before = was.count if was is not None and was.count != item.count else count
            yield CountChanged(item.id, item.name, before, item.count)


def _codes(fresh: Order, layout: BoxLayout) -> Iterator[Change]:
    placed = layout.units
    for item in fresh.items:
        for wanted in item.requires:
            lacks = layout.coded(item.id, wanted.kind) < placed.get(item.id, 0)
            if lacks and not wanted.optional:
                yield CodesWantedChanged(item.id, item.name)
                break


def _boxes(fresh: Order, layout: BoxLayout) -> Iterator[Change]:
    # An answer without boxes tells nothing of them.
    if fresh.stored_boxes and not is_stored(layout, fresh):
        yield BoxesChanged(fresh.stored_boxes)


def _same(box: LayoutBox, stored: StoredBox) -> bool:
    kept = [code for line in stored.items for codes in line.codes for code in codes]
    return _goods(box) == _stored_goods(stored) and _names(box.codes) == _names(kept)


def _names(codes: Iterable[MarkingCode]) -> list[tuple[str, str, str]]:
    """What tells the codes apart: the Market may give a CIS back without its tail."""
    identities = [code.identity for code in codes]
    return sorted((one.kind.value, one.gtin, one.serial) for one in identities)


def _goods(box: LayoutBox) -> Goods:
    match box.content:
        case ItemPart(item, current, total):
            return ((item, 0, current, total),)
        case lines:
            return tuple(sorted((line.item, line.count, 0, 0) for line in lines))


def _stored_goods(box: StoredBox) -> Goods:
    return tuple(
        sorted(
            (line.item, line.whole or 0, line.current or 0, line.total or 0) for line in box.items
        )
    )
