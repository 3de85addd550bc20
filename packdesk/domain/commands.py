"""What a packer can ask for at the table. Imperative; ``deciding.decide`` answers each."""

from dataclasses import dataclass
from typing import TypeAlias

from packdesk.domain.codes import CodeKind, IssueCode, MarkingCode
from packdesk.domain.events import AsideReason, ShortReason
from packdesk.domain.ids import BoxNumber, ItemId, UnitRef
from packdesk.domain.labels import LabelFormat


@dataclass(frozen=True, slots=True)
class OnTable:
    """Outside all boxes."""


@dataclass(frozen=True, slots=True)
class IntoBox:
    """In this very box."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class IntoCurrentBox:
    """In the current box, or in a new one where the current one holds a part or is missing."""


@dataclass(frozen=True, slots=True)
class IntoNewBox:
    """In a box opened for it."""


Spot: TypeAlias = OnTable | IntoBox | IntoCurrentBox | IntoNewBox


@dataclass(frozen=True, slots=True)
class MoveUnits:
    """Move ``count`` whole units of an item from the table or a box to another spot.

    ``pieces`` are the very units that are meant, empty where one is like the other.
    """

    item: ItemId
    count: int
    source: OnTable | IntoBox
    target: Spot
    pieces: tuple[UnitRef, ...] = ()


@dataclass(frozen=True, slots=True)
class MovePart:
    """Move one part of a split unit."""

    unit: UnitRef
    part: int
    target: Spot


@dataclass(frozen=True, slots=True)
class TakeProduct:
    """A product barcode was scanned: pack the next unit, or ask for its code if it wants one."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class TakeCode:
    """A code was scanned that belongs to this item: give it to a unit, packing it if need be.

    ``unit`` is the one that it is for, where the packer works on a certain one.
    """

    item: ItemId
    code: MarkingCode
    issues: tuple[IssueCode, ...] = ()
    unit: UnitRef | None = None


@dataclass(frozen=True, slots=True)
class RemoveCode:
    """Take a code off a unit."""

    unit: UnitRef
    kind: CodeKind


@dataclass(frozen=True, slots=True)
class CopyCodes:
    """Give a unit's declaration, batch number and country to all units of its item without."""

    unit: UnitRef


@dataclass(frozen=True, slots=True)
class OpenBox:
    """Put a new box on the table."""


@dataclass(frozen=True, slots=True)
class ChooseBox:
    """Make another box the current one."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class SplitUnit:
    """Let a unit travel in ``total`` parts, each in a new box of its own.

    Without ``unit`` it is the next loose whole unit of the item, else the last packed one.
    """

    item: ItemId
    total: int
    unit: UnitRef | None = None


@dataclass(frozen=True, slots=True)
class MakeWhole:
    """Join a split unit again; it lies on the table then."""

    unit: UnitRef


@dataclass(frozen=True, slots=True)
class MarkShort:
    """Units of the item are missing: this very one, or ``count`` of those that lie at a spot.

    What lies in a box leaves it first.
    """

    item: ItemId
    reason: ShortReason
    unit: UnitRef | None = None
    count: int = 1
    source: OnTable | IntoBox = OnTable()


@dataclass(frozen=True, slots=True)
class MarkFound:
    """A unit that was marked missing is there."""

    unit: UnitRef


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last group of events."""


@dataclass(frozen=True, slots=True)
class Finish:
    """Confirm the layout: it is to be sent.

    ``removing``: the packer has been told that the missing units leave the order for good, and has
    confirmed just that. Without it a layout that removes is refused.
    """

    label_format: LabelFormat
    external_id: str | None = None
    removing: bool = False


@dataclass(frozen=True, slots=True)
class SeeChanges:
    """The packer has looked at what became different, and goes on with what is here."""


@dataclass(frozen=True, slots=True)
class TakeBoxes:
    """The same, and the boxes that the Market keeps take the place of those on the table."""


@dataclass(frozen=True, slots=True)
class PutOrderAside:
    """The whole order waits on the shelf."""

    reason: AsideReason
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakeOrderUp:
    """The order that was put aside is worked on again."""


Command: TypeAlias = (
    MoveUnits
    | MovePart
    | TakeProduct
    | TakeCode
    | RemoveCode
    | CopyCodes
    | OpenBox
    | ChooseBox
    | SplitUnit
    | MakeWhole
    | MarkShort
    | MarkFound
    | Undo
    | Finish
    | SeeChanges
    | TakeBoxes
    | PutOrderAside
    | TakeOrderUp
)
