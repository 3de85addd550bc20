"""Where one unit of goods is, and which codes it carries."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from packdesk.domain.codes import CodeKind, MarkingCode
from packdesk.domain.events import ShortReason
from packdesk.domain.ids import BoxNumber, UnitRef


@dataclass(frozen=True, slots=True)
class Loose:
    """On the table or not yet fetched."""


@dataclass(frozen=True, slots=True)
class InBox:
    """Whole, in a box."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class InParts:
    """Split: for each part the box it lies in, or None while it is loose."""

    boxes: tuple[BoxNumber | None, ...]

    @property
    def total(self) -> int:
        """Of how many parts the unit is."""
        return len(self.boxes)


@dataclass(frozen=True, slots=True)
class Short:
    """Missing, and to be removed from the order."""

    reason: ShortReason


UnitPlace: TypeAlias = Loose | InBox | InParts | Short


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit; ``codes`` holds at most one code of each kind."""

    ref: UnitRef
    place: UnitPlace = Loose()
    codes: tuple[MarkingCode, ...] = ()

    def code(self, kind: CodeKind) -> MarkingCode | None:
        """The unit's code of this kind."""
        return next((code for code in self.codes if code.kind is kind), None)

    def at(self, place: UnitPlace) -> "Unit":
        """The same unit elsewhere; a missing unit has no codes."""
        return replace(self, place=place, codes=() if isinstance(place, Short) else self.codes)

    def with_boxes(self, named: Callable[[BoxNumber], BoxNumber | None]) -> "Unit":
        """The same unit where boxes have other numbers; what lay in a box that is gone is loose."""
        match self.place:
            case InBox(box):
                number = named(box)
                return replace(self, place=Loose() if number is None else InBox(number))
            case InParts(boxes):
                numbers = (None if box is None else named(box) for box in boxes)
                return replace(self, place=InParts(tuple(numbers)))
            case _:
                return self

    def with_code(self, code: MarkingCode) -> "Unit":
        """The same unit with this code in the place of any other of its kind."""
        return replace(self, codes=(*self.without(code.kind).codes, code))

    def without(self, kind: CodeKind) -> "Unit":
        """The same unit without its code of this kind."""
        return replace(self, codes=tuple(code for code in self.codes if code.kind is not kind))

    @property
    def is_loose(self) -> bool:
        """Whether something of it, whole or a part, is in no box and not missing."""
        match self.place:
            case Loose():
                return True
            case InParts(boxes):
                return None in boxes
            case _:
                return False

    @property
    def boxes(self) -> tuple[BoxNumber, ...]:
        """The boxes in which it, or a part of it, lies."""
        match self.place:
            case InBox(box):
                return (box,)
            case InParts(boxes):
                return tuple(box for box in boxes if box is not None)
            case _:
                return ()
