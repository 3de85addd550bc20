"""Why the table says no: values, each with what the sentence about it needs."""

from dataclasses import dataclass
from typing import TypeAlias

from packdesk.domain.access import Access
from packdesk.domain.changes import Change
from packdesk.domain.codes import CodeKind, IssueCode, MarkingCode, Verdict
from packdesk.domain.external_ids import ExternalIdFault
from packdesk.domain.ids import BoxNumber, ItemId, OrderId, UnitRef
from packdesk.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """The order's state at the Market does not allow packing."""

    access: Access


@dataclass(frozen=True, slots=True)
class BeingSent:
    """The layout is on its way to the Market; nothing may change until it has answered."""


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """There is no step to take back, or it has gone out already."""


@dataclass(frozen=True, slots=True)
class NotInOrder:
    """What was scanned is a good, or the code of one, that this order does not have."""

    text: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """What came from the scanner was broken on its way; nothing of it was taken."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """What was scanned means nothing here."""

    text: str


@dataclass(frozen=True, slots=True)
class NoSuchOrder:
    """What was typed where an order is sought names none."""

    text: str


@dataclass(frozen=True, slots=True)
class BadCode:
    """A code that cannot be taken: it was read badly, or is of the wrong kind."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Doubt:
    """A code that can be sent but should not be without a deliberate act of the packer.

    ``items`` are the positions it may belong to; ``other`` is the order it was used in, where that
    is the reason.
    """

    code: MarkingCode
    issues: tuple[IssueCode, ...]
    items: tuple[ItemId, ...]
    reason: IssueCode
    other: OrderId | None = None


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Scan it again; or hold to take it all the same."""

    doubt: Doubt


@dataclass(frozen=True, slots=True)
class CodeNotWanted:
    """No unit of this order can take a code of this kind (any more)."""

    kind: CodeKind


@dataclass(frozen=True, slots=True)
class AllPacked:
    """All units of the item are packed already (and have their codes): put the extra one aside."""

    item: ItemId
    count: int


@dataclass(frozen=True, slots=True)
class ScanItsCode:
    """Only its code tells which piece of the item this is: one was taken out, or is missing."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class SameCode:
    """This very code stands on a unit of the order, which lies in ``boxes`` (maybe none)."""

    unit: UnitRef
    boxes: tuple[BoxNumber, ...]


@dataclass(frozen=True, slots=True)
class RefusedPiece:
    """The code of the very unit whose code the Market has refused: this is the one to replace."""

    unit: UnitRef


@dataclass(frozen=True, slots=True)
class NotEnoughThere:
    """Fewer units are at the source than were to be moved."""

    item: ItemId
    there: int


@dataclass(frozen=True, slots=True)
class NoSuchBox:
    """No box of this number stands on the table."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class StillEmpty:
    """The current box is empty: it is the new box that was asked for."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class AllInBoxes:
    """The Market has the boxes, and nothing is left for a new one."""


@dataclass(frozen=True, slots=True)
class BoxHoldsPart:
    """The box holds one part of a good and takes nothing else."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class PartNeedsEmptyBox:
    """A part must lie alone, and this box has something in it."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class BadPartCount:
    """A good is split into 2 to 99 parts."""

    total: int


@dataclass(frozen=True, slots=True)
class NothingToSplit:
    """No unit of the item is there to be split: all are split or missing."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class NothingToCopy:
    """The unit has no declaration, batch number or country that another unit lacks."""

    unit: UnitRef


@dataclass(frozen=True, slots=True)
class NotSplit:
    """The unit is whole."""

    unit: UnitRef


@dataclass(frozen=True, slots=True)
class NotReadyToFinish:
    """Problems that must be solved before the layout can be confirmed, all at once."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RemovalNotConfirmed:
    """So many units would leave the order for good: that needs a confirmation of its own."""

    units: int


@dataclass(frozen=True, slots=True)
class AnswerFirst:
    """A question stands open; this scan is no answer to it."""


@dataclass(frozen=True, slots=True)
class DiskIsSlow:
    """Too many scans wait to be kept; this one was not taken and must be scanned again."""


@dataclass(frozen=True, slots=True)
class FinishOrderFirst:
    """Another order was scanned while this one is half packed."""

    order: OrderId
    other: OrderId


@dataclass(frozen=True, slots=True)
class CannotOpen:
    """The scanned or chosen order must not be packed."""

    order: OrderId
    access: Access


@dataclass(frozen=True, slots=True)
class LookFirst:
    """The order became another one at the Market; the packer must look at that first.

    ``changes`` may be empty where only goods must be taken out of boxes.
    """

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class NothingChanged:
    """There is no change that has not been seen."""


@dataclass(frozen=True, slots=True)
class BeingCancelled:
    """The shop's own cancellation of the order is on its way."""


@dataclass(frozen=True, slots=True)
class CannotCancel:
    """The shop cannot cancel the order in its state, or not for this reason."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class NothingToApprove:
    """The supervisor's barcode was scanned and nothing waits for it."""


@dataclass(frozen=True, slots=True)
class LabelOfOther:
    """The label on the box is that of another order: labels were swapped."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class LabelAlreadyStuck:
    """The label of this box was scanned before."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class LabelWithoutBox:
    """The label is of this order and names none of its boxes: it is an old one, or names no box."""


@dataclass(frozen=True, slots=True)
class ExternalIdKnown:
    """The order has its own number already, or it is on its way; the Market takes one only once."""

    external_id: str


@dataclass(frozen=True, slots=True)
class ExternalIdBad:
    """The text cannot be the order's own number."""

    fault: ExternalIdFault


@dataclass(frozen=True, slots=True)
class ExternalIdTooLate:
    """The order's own number can be given only before it is ready to ship."""


Refusal: TypeAlias = (
    ReadOnly
    | BeingSent
    | NothingToUndo
    | NotInOrder
    | NotRead
    | NotUnderstood
    | NoSuchOrder
    | BadCode
    | Doubtful
    | CodeNotWanted
    | AllPacked
    | ScanItsCode
    | SameCode
    | RefusedPiece
    | NotEnoughThere
    | NoSuchBox
    | StillEmpty
    | AllInBoxes
    | BoxHoldsPart
    | PartNeedsEmptyBox
    | BadPartCount
    | NothingToSplit
    | NothingToCopy
    | NotSplit
    | NotReadyToFinish
    | RemovalNotConfirmed
    | AnswerFirst
    | DiskIsSlow
    | FinishOrderFirst
    | CannotOpen
    | LookFirst
    | NothingChanged
    | BeingCancelled
    | CannotCancel
    | NothingToApprove
    | LabelOfOther
    | LabelAlreadyStuck
    | LabelWithoutBox
    | ExternalIdKnown
    | ExternalIdBad
    | ExternalIdTooLate
)
