"""What a re-read of an order at the Market says of a layout that is sent, or about to be."""

from collections.abc import Iterator

from packdesk.domain.box_contents import holds, paired
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
from packdesk.domain.layout import BoxLayout
from packdesk.domain.order import MarketBox, Order, OrderStatus, OrderSubstatus


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
    return fresh.is_ready and not fresh.cancel_requested and holds(fresh.stored_boxes, layout)


def stored_as(layout: BoxLayout, fresh: Order) -> tuple[MarketBox, ...] | None:
    """The Market's ids of the boxes of exactly this layout; None where it keeps another one.

    Exactly means the same goods in the same boxes with the same codes, and nothing in the order
    beside them.
    """
    if {i.id: i.count for i in fresh.items if i.count} != layout.units:
        return None
    return paired(layout, fresh.stored_boxes)


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
    if fresh.stored_boxes and not holds(fresh.stored_boxes, layout):
        yield BoxesChanged(fresh.stored_boxes)
