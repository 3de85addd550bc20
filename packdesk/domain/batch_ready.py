"""Which orders may be set ready to ship in one go at the end of the day, and why others may not."""

from enum import Enum

from packdesk.domain.access import Access, access
from packdesk.domain.order import Order, ProgramType
from packdesk.domain.submission import (
    AwaitCodeChecks,
    DidItPrint,
    FetchLabels,
    FindOut,
    Finished,
    MarkReady,
    NotConfirmed,
    PrintLabels,
    SendLayout,
    SetExternalId,
    Submission,
    next_step,
)


class Readiness(Enum):
    """What an order lacks to be set ready to ship."""

    MAY_BE_SET = "nothing"
    READY = "it is ready already"
    NOT_PACKED = "it is not packed"
    BEING_SENT = "its boxes are on their way"
    LABELS_MISSING = "its labels are not printed, or are of older boxes"
    CODES_WAIT = "its codes are being checked"
    NEEDS_PERSON = "a person must look at it first"
    CLOSED = "it is cancelled, or no longer in processing"
    OTHER_MODEL = "its model has no such step"


def readiness(order: Order, submission: Submission | None) -> Readiness:
    """What keeps an order from being ready; ``submission`` is None where it was never packed here.

    An order that was packed elsewhere may be set ready if the Market keeps its boxes.
    """
    if order.program not in {ProgramType.FBS, ProgramType.EXPRESS}:
        return Readiness.OTHER_MODEL
    state = access(order)
    if state is Access.ALREADY_READY:
        return Readiness.READY
    if state is not Access.PACK:
        return Readiness.CLOSED
    if submission is None:
        return Readiness.MAY_BE_SET if order.stored_boxes else Readiness.NOT_PACKED
    match next_step(submission):
        case MarkReady() | FindOut(MarkReady()):
            return Readiness.MAY_BE_SET
        case Finished():
            return Readiness.READY
        case NotConfirmed():
            return Readiness.NOT_PACKED
        case FetchLabels() | PrintLabels() | DidItPrint():
            return Readiness.LABELS_MISSING
        case AwaitCodeChecks():
            return Readiness.CODES_WAIT
        case SendLayout() | SetExternalId() | FindOut():
            return Readiness.BEING_SENT
        case _:
            return Readiness.NEEDS_PERSON
