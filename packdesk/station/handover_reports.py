"""What the hand-over desk tells the window: frozen values, each whole in itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from packdesk.domain.errands import Errand, Stop
from packdesk.domain.handover_refusals import HandoverQuestion, HandoverRefusal
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import Order
from packdesk.domain.track_headers import Misfit
from packdesk.domain.track_table import TrackTable
from packdesk.domain.tracks import TrackNumber
from packdesk.station.errors import MarketError, PackdeskError
from packdesk.station.ports import DeliveryService
from packdesk.station.reports import JournalStopped
from packdesk.station.tables import TableUnreadable


class Due(Enum):
    """What is to be scanned or told next."""

    PARCEL = "a parcel"
    TRACK = "the track number of the parcel in hand"
    PARCEL_OF_TRACK = "the parcel that the scanned track number belongs to"
    ANSWER = "an answer"


class HandoverOutcome(Enum):
    """How far something that was asked here is."""

    WAITING = "not yet sent"
    SENDING = "on its way, or it is not known whether it arrived"
    DONE = "the Market has it"
    STOPPED = "a person must decide"


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One thing that was asked for an order at this desk.

    ``service`` is the name of a track's service, empty where it is not known or for other errands;
    ``stop`` is why a person must decide.
    """

    order: OrderId
    external_id: str | None
    errand: Errand
    asked_at: datetime
    outcome: HandoverOutcome
    service: str = ""
    stop: Stop | None = None


@dataclass(frozen=True, slots=True)
class HandoverState:
    """The desk as it stands.

    ``parcel`` is in hand and its track is due; ``held`` was scanned before its parcel; ``sought`` is
    the number that the Market is asked about; ``rows`` are today's, and older ones that are not
    done, newest first.
    """

    parcel: Order | None = None
    held: TrackNumber | None = None
    question: HandoverQuestion | None = None
    rows: tuple[HandedOver, ...] = ()
    services: tuple[DeliveryService, ...] = ()
    sought: str = ""

    @property
    def due(self) -> Due:
        """What is to be done next."""
        if self.question is not None:
            return Due.ANSWER
        if self.parcel is not None:
            return Due.TRACK
        return Due.PARCEL if self.held is None else Due.PARCEL_OF_TRACK


@dataclass(frozen=True, slots=True)
class TookParcel:
    """A parcel is in hand; its track number is due."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class HeldTrack:
    """A track number came first; its parcel is due."""

    track: TrackNumber


@dataclass(frozen=True, slots=True)
class TookTrack:
    """It is kept and will be sent; ``errands`` are the track, and the status where it follows."""

    order: OrderId
    track: TrackNumber
    service: DeliveryServiceId
    errands: tuple[Errand, ...]


@dataclass(frozen=True, slots=True)
class TrackAlreadyThere:
    """The order has this very number, at the Market or waiting to be sent."""

    order: OrderId
    track: TrackNumber


@dataclass(frozen=True, slots=True)
class TookErrand:
    """A status, a cancellation or the shop's own number is kept and will be sent."""

    order: OrderId
    errand: Errand


@dataclass(frozen=True, slots=True)
class TookBack:
    """What had not gone out is forgotten."""

    order: OrderId
    errands: tuple[Errand, ...]


@dataclass(frozen=True, slots=True)
class LetGo:
    """The parcel, the track number or the question is put down; nothing was kept."""


@dataclass(frozen=True, slots=True)
class HandoverRefused:
    """It was not done."""

    refusal: HandoverRefusal


@dataclass(frozen=True, slots=True)
class HandoverAsked:
    """An answer is wanted first."""

    question: HandoverQuestion


@dataclass(frozen=True, slots=True)
class SeekingParcel:
    """The number means nothing here: the Market is asked for it; later scans wait."""

    text: str


@dataclass(frozen=True, slots=True)
class ParcelNotTaken:
    """The parcel of this number could not be looked up: it is to be put aside."""

    text: str
    error: PackdeskError


@dataclass(frozen=True, slots=True)
class HandoverFailed:
    """The world did not let it be done; nothing was kept."""

    error: PackdeskError


HandoverTold: TypeAlias = (
    TookParcel
    | HeldTrack
    | TookTrack
    | TrackAlreadyThere
    | TookErrand
    | TookBack
    | LetGo
    | HandoverRefused
    | HandoverAsked
    | SeekingParcel
    | ParcelNotTaken
    | HandoverFailed
)


@dataclass(frozen=True, slots=True)
class HandoverAnswer:
    """The answer to one scan or one command; ``scan`` is None for what came by key or mouse."""

    told: HandoverTold
    at: datetime
    state: HandoverState
    scan: str | None = None


@dataclass(frozen=True, slots=True)
class HandoverMoved:
    """Something changed without the person: an errand took a step, services became known."""

    state: HandoverState


@dataclass(frozen=True, slots=True)
class ServicesTrouble:
    """The list of delivery services cannot be read now, and there is none from before."""

    error: MarketError


class BatchPhase(Enum):
    """What is being done with a table."""

    READING = "reading the file"
    ASKING = "asking the Market for orders that are not known here"
    CHECKING = "checking the rows"
    KEEPING = "keeping what is to be sent"


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """So many of ``total`` are done; ``total`` is 0 where it is not known yet."""

    phase: BatchPhase
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class TableChecked:
    """Every row has its verdict; nothing was kept."""

    table: TrackTable


@dataclass(frozen=True, slots=True)
class TableRefused:
    """The file or the text is no table that can be used."""

    error: TableUnreadable


@dataclass(frozen=True, slots=True)
class TableMisfits:
    """The header names other columns than are wanted, or too many: no row was judged.

    ``name`` is the file's, empty for pasted text.
    """

    name: str
    misfit: Misfit


@dataclass(frozen=True, slots=True)
class BatchKept:
    """These rows (line numbers) are kept and will be sent; their fate is in the state's rows.

    ``table`` has new verdicts for rows that could not be kept after all; ``cancelled`` tells that
    a person stopped it before the end.
    """

    table: TrackTable
    kept: frozenset[int]
    cancelled: bool


@dataclass(frozen=True, slots=True)
class BatchStopped:
    """The check of a table was given up by a person, or failed."""

    error: PackdeskError | None


HandoverReport: TypeAlias = (
    HandoverAnswer
    | HandoverMoved
    | ServicesTrouble
    | BatchProgress
    | TableChecked
    | TableRefused
    | TableMisfits
    | BatchKept
    | BatchStopped
    | JournalStopped
)
