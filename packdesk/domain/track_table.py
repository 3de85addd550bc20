"""A table of track numbers, or of the shop's own numbers: a verdict for each row, before sending."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from packdesk.domain.errands import Errand, SetTrack
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import Track
from packdesk.domain.track_headers import Columns, TableKind
from packdesk.domain.tracks import TrackNumber, TrackWarning


class RowWarning(Enum):
    """What a person should see before a row is sent."""

    OTHER_TRACK_THERE = "the order has another track number"
    TWO_TRACKS = "the table has two numbers for this order"
    SERVICE_DIFFERS = "the table names another service than the order has"
    BUYER_CANCELS = "the buyer asks for a cancellation"
    LABEL_FALLS_BACK = "not ASCII: the label's barcode will show the Market's number"


class RowFault(Enum):
    """Why a row cannot be sent."""

    NO_ORDER = "no order number"
    NO_VALUE = "no track number, or no number of the shop"
    UNKNOWN_ORDER = "no such order"
    NOT_DBS = "not a DBS order"
    WRONG_STATUS = "in no status that takes it"
    EXPONENT = "in the form 1.23E+13: the last digits are gone"
    ROUNDED = "more than 15 digits, rounded by the spreadsheet"
    LOST_ZEROS = "leading zeros are gone"
    FRACTION = "a number with a fraction"
    NO_RESULT = "a formula without a result"
    ERROR_VALUE = "a formula that ended in an error"
    DATE = "the spreadsheet took it for a date"
    REPEATED_ROW = "the same as another row"
    VALUE_TWICE = "the same number for two orders of the table"
    ORDER_TWICE = "two numbers of the shop for one order"
    USED_ELSEWHERE = "another order has this number"
    UNKNOWN_SERVICE = "no such delivery service"
    NUMBER_THERE = "the order has another number of the shop"
    NUMBER_TOO_EARLY = "the order takes no number of the shop yet"
    NUMBER_TOO_LATE = "the order takes no number of the shop any more"
    NUMBER_BAD = "no number that could be given"
    WAITS_ALREADY = "something of the kind waits to be sent"
    NOT_ASKED = "not known here, and the Market could not be asked"


@dataclass(frozen=True, slots=True)
class Ready:
    """It can be sent."""

    order: OrderId
    errand: Errand


@dataclass(frozen=True, slots=True)
class Warned:
    """It can be sent, and a person should look at it first."""

    order: OrderId
    errand: Errand
    warnings: tuple[TrackWarning | RowWarning, ...]


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """The order has this very number, at the Market or waiting to be sent."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class NeedsService:
    """Neither the order, the table nor the number's form tells who carries it.

    ``likely`` are services of those who may have given the number; ``beside`` and ``warnings`` are
    kept for the time when the service is known.
    """

    order: OrderId
    track: TrackNumber
    likely: tuple[DeliveryServiceId, ...] = ()
    beside: tuple[Track, ...] = ()
    warnings: tuple[TrackWarning | RowWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """It cannot be sent; ``detail`` is the text, order or line that the reason is about."""

    fault: RowFault
    detail: str = ""


RowVerdict: TypeAlias = Ready | Warned | AlreadyThere | NeedsService | RefusedRow


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One row: its line in the source, 1 and up, what stands there, and what it amounts to.

    ``own_service`` is what the order's own delivery service is called, empty where nobody tells.
    """

    line: int
    order: str
    value: str
    service: str
    verdict: RowVerdict
    own_service: str = ""


@dataclass(frozen=True, slots=True)
class TrackTable:
    """Every row of a table with its verdict; ``others`` are sheets that were left out."""

    kind: TableKind
    rows: tuple[TrackRow, ...]
    columns: Columns
    sheet: str = ""
    others: tuple[str, ...] = ()

    def count(self, verdict: type[RowVerdict]) -> int:
        """How many rows have a verdict of this class."""
        return sum(isinstance(row.verdict, verdict) for row in self.rows)

    def lines(self, *verdicts: type[RowVerdict]) -> frozenset[int]:
        """The lines whose verdict is of one of these classes."""
        return frozenset(row.line for row in self.rows if isinstance(row.verdict, verdicts))

    def with_service(self, service: DeliveryServiceId, lines: frozenset[int]) -> "TrackTable":
        """The table with this service in those of the lines that need one."""
        return replace(self, rows=tuple(_served(row, service, lines) for row in self.rows))


def _served(row: TrackRow, service: DeliveryServiceId, lines: frozenset[int]) -> TrackRow:
    verdict = row.verdict
    if row.line not in lines or not isinstance(verdict, NeedsService):
        return row
    return replace(row, verdict=track_verdict(verdict, service))


def track_verdict(need: NeedsService, service: DeliveryServiceId) -> Ready | Warned:
    """The verdict on a track number once its service is known."""
    errand = SetTrack(Track(need.track.text, service), need.beside)
    if need.warnings:
        return Warned(need.order, errand, need.warnings)
    return Ready(need.order, errand)
