"""The numbers of the boxes: always the places that their labels will carry.

Boxes with goods are box 1, 2, 3 and so on without a gap. An empty box stands behind them, at most
one, and only while it is the current one; every other empty box goes.
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
_MOVES = _NAMES_BOX | UnitTakenOut | UnitSplit | UnitMadeWhole | PartTakenOut | UnitMarkedShort


def with_boxes_in_order(packing: Packing, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The group with what follows for the boxes: which one is current, and how they are numbered."""
    if not any(isinstance(event, _MOVES | LayoutConfirmed) for event in events):
        return events
    after = packing.after(events)
    here = packing.current
    if after.current is None and here is not None and _is_ordinary(after, here):
        # A box that was opened for a part took "here" away from the one that scans go into.
        events = (*events, BoxChosen(here))
        after = replace(after, current=here)
    return (*events, *numbering(after))


def numbering(packing: Packing) -> tuple[BoxesNumbered, ...]:
    """The event that numbers the boxes by their places; none where they are numbered so."""
    filled = {box for unit in packing.units for box in unit.boxes}
    staying = [box for box in packing.boxes if box in filled]
    here = packing.current
    if here is not None and here in packing.boxes and here not in filled:
        staying.append(here)
    is_so = staying == [*range(1, len(packing.boxes) + 1)]
    return () if is_so else (BoxesNumbered(tuple(staying)),)


def boxes_taken(packing: Packing, boxes: tuple[StoredBox, ...]) -> tuple[Event, ...]:
    """The group that puts these boxes on the table; one with goods that nobody knows is left out."""
    taken = (BoxesTaken(boxes),)
    return (*taken, *numbering(packing.after(taken)))


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
