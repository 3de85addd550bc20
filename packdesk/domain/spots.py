"""What a command comes to, and which box a spot on the table is."""

from dataclasses import dataclass
from typing import TypeAlias

from packdesk.domain.commands import IntoBox, IntoCurrentBox, IntoNewBox
from packdesk.domain.events import BoxChosen, BoxOpened, Event
from packdesk.domain.ids import BoxNumber
from packdesk.domain.in_boxes import EMPTY, PartInBox
from packdesk.domain.packing import Packing
from packdesk.domain.refusals import BoxHoldsPart, NoSuchBox, Refusal


@dataclass(frozen=True, slots=True)
class Decided:
    """The group of events that the command amounts to; never empty."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The command changes nothing."""

    refusal: Refusal


Outcome: TypeAlias = Decided | Refused


def next_box(packing: Packing) -> BoxNumber:
    """The number of a box that would be opened now."""
    return BoxNumber(max(packing.boxes, default=0) + 1)


def empty_boxes(packing: Packing) -> tuple[BoxNumber, ...]:
    """The boxes in which nothing lies; more than one only where an older program left them."""
    return tuple(box for box in packing.boxes if packing.content(box) == EMPTY)


def box_at(packing: Packing, spot: IntoBox | IntoCurrentBox | IntoNewBox) -> Decided | Refused:
    """The events that make the box at this spot the current one, its number in the last of them.

    A box is not opened while an empty one stands there: that one is taken.
    """
    empty = empty_boxes(packing)
    fresh = Decided((BoxChosen(empty[0]) if empty else BoxOpened(next_box(packing)),))
    match spot:
        case IntoNewBox():
            return fresh
        case IntoCurrentBox():
            box = packing.current
            if box is None or isinstance(packing.content(box), PartInBox):
                return fresh
            return Decided((BoxChosen(box),))
        case IntoBox(box):
            if box not in packing.boxes:
                return Refused(NoSuchBox(box))
            return Decided((BoxChosen(box),))


def box_for_whole(
    packing: Packing, spot: IntoBox | IntoCurrentBox | IntoNewBox
) -> tuple[tuple[Event, ...], BoxNumber] | Refused:
    """The box at a spot that takes whole units, and the events that put it there."""
    into = box_at(packing, spot)
    if isinstance(into, Refused):
        return into
    opened = into.events[-1]
    assert isinstance(opened, BoxOpened | BoxChosen)  # noqa: S101 - what box_at gives
    if opened.box in packing.boxes and isinstance(packing.content(opened.box), PartInBox):
        return Refused(BoxHoldsPart(opened.box))
    return (() if opened == BoxChosen(packing.current or BoxNumber(0)) else into.events), opened.box
