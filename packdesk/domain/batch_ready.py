"""Which orders may be set ready to ship in one go at the end of the day, and why others may not."""

from enum import Enum
from typing import assert_never

from packdesk.domain.access import Access, access
from packdesk.domain.changes import BoxesChanged, Change, differences, grave
from packdesk.domain.layout import BoxLayout
from packdesk.domain.next_steps import (
    AnswersUnreadable,
    AwaitCodeChecks,
    CodesRefused,
    DidItPrint,
    FetchLabels,
    FindOut,
    Finished,
    LabelsToScan,
    MarketSaidNo,
    MarkReady,
    NotConfirmed,
    OrderIsChanged,
    PrintLabels,
    SendLayout,
    SetExternalId,
    WaitsForBatch,
)
from packdesk.domain.order import Order, ProgramType
from packdesk.domain.rereading import against_ready, is_ready_with
from packdesk.domain.submission import Submission, next_step


class Readiness(Enum):
    """What an order lacks to be set ready to ship."""

    MAY_BE_SET = "nothing"
    READY = "it is ready already, or on its way"
    NOT_PACKED = "it is not packed"
    BEING_SENT = "its boxes are on their way"
    NUMBER_WAITS = "the shop's own number is on its way, and can be given only before"
    LABELS_MISSING = "its labels are not printed, or are of older boxes"
    LABELS_TO_SCAN = "its labels are to be scanned where they stick"
    CODES_WAIT = "its codes are being checked"
    CODES_REFUSED = "the Market has refused its codes"
    CHANGED = "it became another one at the Market, and nobody has seen that"
    NEEDS_PERSON = "a person must look at it first"
    CANCELLED = "it is cancelled, or the buyer asks for that"
    CLOSED = "it is in a state in which nothing can be set"
    OTHER_MODEL = "its model has no such step"

    @property
    def is_open(self) -> bool:
        """Whether something can still be done that the order goes with its shipment."""
        return self not in {
            Readiness.READY,
            Readiness.CANCELLED,
            Readiness.CLOSED,
            Readiness.OTHER_MODEL,
        }

    @property
    def has_labels(self) -> bool:
        """Whether the Market can have labels of it."""
        return self.is_open and self not in {
            Readiness.NOT_PACKED,
            Readiness.BEING_SENT,
            Readiness.NUMBER_WAITS,
        }


def readiness(order: Order, submission: Submission | None) -> Readiness:
    """What keeps an order from being ready; ``submission`` is None where it was never packed here.

    An order that was packed elsewhere may be set ready if the Market keeps its boxes.
    """
    if order.program not in {ProgramType.FBS, ProgramType.EXPRESS}:
        return Readiness.OTHER_MODEL
    match access(order):
        case Access.ALREADY_READY | Access.ON_ITS_WAY:
            return Readiness.READY
        case Access.CANCELLED | Access.CANCEL_REQUESTED:
            return Readiness.CANCELLED
        case Access.PACK:
            return _packed(order, submission)
        case _:
            return Readiness.CLOSED


def changes_before(known: Order, fresh: Order, layout: BoxLayout | None) -> tuple[Change, ...]:
    """Why an order that was chosen must not be set ready as it is now; empty where it may.

    ``layout`` is the one that was confirmed here, None where the order was packed elsewhere.
    """
    if layout is not None:
        return against_ready(known, fresh, layout)
    changes = grave(differences(known, fresh))
    if known.stored_boxes != fresh.stored_boxes:
        return (*changes, BoxesChanged(fresh.stored_boxes))
    return changes


def is_set(fresh: Order, layout: BoxLayout | None) -> bool:
    """Whether the Market holds the order ready to ship, with the layout that was confirmed."""
    return fresh.is_ready if layout is None else is_ready_with(fresh, layout)


def _packed(order: Order, submission: Submission | None) -> Readiness:
    if submission is None:
        return Readiness.MAY_BE_SET if order.stored_boxes else Readiness.NOT_PACKED
    match next_step(submission):
        case MarkReady() | WaitsForBatch() | FindOut(MarkReady()):
            return Readiness.MAY_BE_SET
        case Finished():
            # Here it is known to be ready, and the cached order is only older.
            return Readiness.READY
        case NotConfirmed():
            return Readiness.NOT_PACKED
        case FetchLabels() | PrintLabels() | DidItPrint():
            return Readiness.LABELS_MISSING
        case LabelsToScan():
            return Readiness.LABELS_TO_SCAN
        case AwaitCodeChecks():
            return Readiness.CODES_WAIT
        case CodesRefused():
            return Readiness.CODES_REFUSED
        case OrderIsChanged():
            return Readiness.CHANGED
        case SendLayout() | SetExternalId() | FindOut():
            return Readiness.BEING_SENT
        case MarketSaidNo() | AnswersUnreadable():
            return Readiness.NEEDS_PERSON
        case rest:
            assert_never(rest)
