"""What the hand-over desk refuses and asks: values, each with what the sentence about it needs."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from packdesk.domain.errands import CancelReason
from packdesk.domain.external_ids import ExternalIdFault
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import OrderStatus, OrderSubstatus, ProgramType, Track
from packdesk.domain.tracks import TrackNumber


@dataclass(frozen=True, slots=True)
class NotDbs:
    """The shop gives track numbers and statuses to DBS orders alone."""

    order: OrderId
    program: ProgramType


@dataclass(frozen=True, slots=True)
class WrongStatus:
    """The order is in no status in which the Market takes a track number."""

    order: OrderId
    status: OrderStatus
    substatus: OrderSubstatus


@dataclass(frozen=True, slots=True)
class UsedElsewhere:
    """Another order has this very track number."""

    track: str
    other: OrderId


@dataclass(frozen=True, slots=True)
class TrackDue:
    """The label of parcel ``other`` was scanned while the track number of ``order`` is due."""

    order: OrderId
    other: str


@dataclass(frozen=True, slots=True)
class WhoseTrack:
    """``track`` came after another parcel than ``order``'s, whose number is due."""

    track: str
    order: OrderId


@dataclass(frozen=True, slots=True)
class OfStrayParcel:
    """``track`` came after ``parcel``, which was not taken: it is that one's, if anybody's."""

    track: str
    parcel: str


@dataclass(frozen=True, slots=True)
class ParcelDue:
    """A second track number was scanned while the parcel of the first one is due."""

    track: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """Neither a known parcel nor surely a track number: the parcel is to be scanned first."""

    text: str


@dataclass(frozen=True, slots=True)
class AnswerQuestionFirst:
    """A question stands open; this is no answer to it."""


@dataclass(frozen=True, slots=True)
class NothingToTakeBack:
    """Nothing was asked here that has not gone out."""


@dataclass(frozen=True, slots=True)
class GoneOut:
    """The last one is on its way to the Market or there already."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class WaitsAlready:
    """The very same is waiting to be sent."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class ScanBroken:
    """What came from the scanner was broken on its way; nothing of it was taken."""


@dataclass(frozen=True, slots=True)
class TooManyScans:
    """Too many scans wait for the disk; this one was not taken."""


@dataclass(frozen=True, slots=True)
class BadMove:
    """The chart has no way from the order's status to the wanted one."""

    order: OrderId
    status: OrderStatus
    wanted: OrderStatus


@dataclass(frozen=True, slots=True)
class BadDate:
    """The day lies in the future, before the order, or belongs to no such move."""

    order: OrderId
    day: date


@dataclass(frozen=True, slots=True)
class BadReason:
    """In this status the order cannot be cancelled for this reason."""

    order: OrderId
    reason: CancelReason
    status: OrderStatus


@dataclass(frozen=True, slots=True)
class NumberThere:
    """The order has a number of the shop, and takes none a second time."""

    order: OrderId
    external_id: str


@dataclass(frozen=True, slots=True)
class NumberTooLate:
    """The order takes the shop's own number only before it is ready to ship."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class NumberBad:
    """The text is no number that could be given."""

    order: OrderId
    fault: ExternalIdFault


HandoverRefusal: TypeAlias = (
    NotDbs
    | WrongStatus
    | UsedElsewhere
    | TrackDue
    | WhoseTrack
    | OfStrayParcel
    | ParcelDue
    | Unclear
    | AnswerQuestionFirst
    | NothingToTakeBack
    | GoneOut
    | WaitsAlready
    | ScanBroken
    | TooManyScans
    | BadMove
    | BadDate
    | BadReason
    | NumberThere
    | NumberTooLate
    | NumberBad
)


@dataclass(frozen=True, slots=True)
class WhichService:
    """Who carries the parcel? The n-th answer is the n-th of ``likely``; any other by its id."""

    order: OrderId
    track: TrackNumber
    likely: tuple[DeliveryServiceId, ...]

    @property
    def answers(self) -> int:
        """How many answers have a number."""
        return len(self.likely)


@dataclass(frozen=True, slots=True)
class AnotherTrack:
    """The order has other track numbers: 1 adds this one, 2 leaves it."""

    order: OrderId
    track: TrackNumber
    there: tuple[Track, ...]

    @property
    def answers(self) -> int:
        """How many answers have a number."""
        return 2


@dataclass(frozen=True, slots=True)
class DoubtfulTrack:
    """Something speaks against the number: 1, or the same scan later on, takes it; 2 leaves it.

    What is a product barcode for certain is taken by 1 alone.
    """

    order: OrderId
    track: TrackNumber

    @property
    def answers(self) -> int:
        """How many answers have a number."""
        return 2


@dataclass(frozen=True, slots=True)
class BuyerCancels:
    """The buyer asks for a cancellation: 1 hands over all the same, 2 leaves the parcel."""

    order: OrderId

    @property
    def answers(self) -> int:
        """How many answers have a number."""
        return 2


HandoverQuestion: TypeAlias = WhichService | AnotherTrack | DoubtfulTrack | BuyerCancels
