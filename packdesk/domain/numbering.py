"""The numbers of the boxes: always the places that their labels will carry.

Boxes with goods are box 1, 2, 3 and so on without a gap. An empty box stands behind them, at most
one, and only while it is the current one and the layout is not confirmed; every other empty box
goes. While goods are still to be packed, one box that takes whole goods is the current one, from the
first box that was opened on.
"""

from collections.abc import Iterable
from dataclasses import replace

from packdesk.domain.events import (
    BoxChosen,
    BoxesNumbered,
    BoxesTaken,
    BoxOpened,
    Event,
    LayoutConfirmed,
    PartPacked,
    PartTakenOut,
    UnitFound,
    UnitMadeWhole,
    UnitMarkedShort,
    UnitPacked,
    UnitSplit,
    UnitTakenOut,
)
from packdesk.domain.ids import BoxNumber
from packdesk.domain.in_boxes import UnitsInBox
from packdesk.domain.order import StoredBox
from packdesk.domain.packing import Packing

_NAMES_BOX = BoxOpened | BoxChosen | UnitPacked | PartPacked
_MOVES = (
    _NAMES_BOX
    | UnitTakenOut
    | UnitSplit
    | UnitMadeWhole
    | PartTakenOut
    | UnitMarkedShort
    | UnitFound
)


def with_boxes_in_order(packing: Packing, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The group with what follows for the boxes: which one is current, and how they are numbered."""
    if not any(isinstance(event, _MOVES | LayoutConfirmed) for event in events):
        return events
    return _numbered(packing, events)


def _numbered(packing: Packing, events: tuple[Event, ...]) -> tuple[Event, ...]:
    after = packing.after(events)
    here = _here(packing.current, after)
    if here is not None:
        events = (*events, here)
        after = packing.after(events)
    return (*events, *numbering(after))


def _here(before: BoxNumber | None, after: Packing) -> BoxChosen | BoxOpened | None:
    """What makes a box the current one where a part took that away, or nothing has been it yet."""
    if after.current is not None or not after.boxes:
        return None
    if before is not None and _is_ordinary(after, before):
        return BoxChosen(before)
    if not any(unit.is_loose for unit in after.units):
        return None
    ordinary = [box for box in after.boxes if _is_ordinary(after, box)]
    # One that was opened and went to a part was meant for other goods: they get another one.
    if before is None and ordinary:
        return BoxChosen(ordinary[-1])
    return BoxOpened(BoxNumber(max(after.boxes) + 1))


def numbering(packing: Packing) -> tuple[BoxesNumbered, ...]:
    """The event that numbers the boxes by their places; none where they are numbered so."""
    filled = {box for unit in packing.units for box in unit.boxes}
    staying = [box for box in packing.boxes if box in filled]
    here = packing.current
    is_open = packing.confirmed is None
    if is_open and here is not None and here in packing.boxes and here not in filled:
        staying.append(here)
    is_so = staying == [*range(1, len(packing.boxes) + 1)]
    return () if is_so else (BoxesNumbered(tuple(staying)),)


def boxes_taken(packing: Packing, boxes: tuple[StoredBox, ...]) -> tuple[Event, ...]:
    """The group that puts these boxes on the table; one with goods that nobody knows is left out."""
    return _numbered(replace(packing, current=None), (BoxesTaken(boxes),))


def by_last_numbers(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events as if the boxes had had the numbers from the first that they have in the end."""
    told: list[Event] = []
    for event in events:
        if isinstance(event, BoxesNumbered):
            told = [_renumbered(one, event) for one in told]
        else:
            told.append(event)
    return tuple(told)


def _renumbered(event: Event, numbered: BoxesNumbered) -> Event:
    if not isinstance(event, _NAMES_BOX):
        return event
    return replace(event, box=numbered.now(event.box) or event.box)


def _is_ordinary(packing: Packing, box: BoxNumber) -> bool:
    return box in packing.boxes and isinstance(packing.content(box), UnitsInBox)
