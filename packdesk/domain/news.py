"""Which of the differences of a re-read order a packer must be told of."""

from packdesk.domain.access import Access, access
from packdesk.domain.changes import (
    BoxesChanged,
    CancelAsked,
    Change,
    ExternalIdChanged,
    StateChanged,
    differences,
)
from packdesk.domain.errands import Cancel, GiveExternalId, MoveOn
from packdesk.domain.made_elsewhere import is_packed_elsewhere
from packdesk.domain.order import Order, OrderStatus
from packdesk.domain.packing import Packing
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import Submission

OVER = {Access.ALREADY_READY, Access.ON_ITS_WAY}


def news(
    packing: Packing, submission: Submission, known: Order, fresh: Order, *, is_on_bench: bool
) -> tuple[Change, ...]:
    """What a person must see before the order goes on; what this table did itself is none of it.

    Where nobody has packed the order here, and it is not on the bench, nobody is to be stopped: a
    number that was given to it makes it no work of this table.
    """
    if not (packing.is_work_of_here or is_on_bench):
        return ()
    found = differences(known, fresh)
    grave = submission.not_ours(found)
    told = [change for change in found if change in grave or _is_mild_news(change, packing, fresh)]
    told = [change for change in told if not _is_asked_for(change, packing, fresh)]
    if _has_other_boxes(packing, known, fresh):
        told.append(BoxesChanged(fresh.stored_boxes))
    return tuple(change for change in told if change not in packing.changes)


def _is_mild_news(change: Change, packing: Packing, fresh: Order) -> bool:
    """Notes and times matter while the order is being packed, and to nobody after that."""
    is_mild = not isinstance(change, StateChanged | CancelAsked)
    if not is_mild or packing.is_ready or access(fresh) in OVER:
        return False
    if isinstance(change, ExternalIdChanged):
        given = {packing.confirmed.external_id} if packing.confirmed else set()
        errands = (*packing.errands.waiting, *packing.errands.done)
        given |= {one.external_id for one in errands if isinstance(one, GiveExternalId)}
        # An answer from before the number was given still tells of none.
        is_old = change.external_id is None and given != {None}
        return change.external_id not in given and not (given and is_old)
    return packing.confirmed is None


def _is_asked_for(change: Change, packing: Packing, fresh: Order) -> bool:
    """The effect of an errand, or of an order that has simply gone on its way."""
    errands = (*packing.errands.waiting, *packing.errands.done)
    match change:
        case StateChanged(OrderStatus.CANCELLED) | CancelAsked():
            return any(isinstance(one, Cancel) for one in errands)
        case StateChanged(status):
            moved = any(isinstance(one, MoveOn) and one.status is status for one in errands)
            done = packing.is_ready or packing.confirmed is not None or is_packed_elsewhere(packing)
            return moved or (done and access(fresh) in OVER)
        case _:
            # What is on its way has no positions to pack any more.
            return access(fresh) in OVER


def _has_other_boxes(packing: Packing, known: Order, fresh: Order) -> bool:
    """Whether the Market keeps a layout that neither this table sent nor anybody decided about."""
    if not fresh.stored_boxes or access(fresh) is not Access.PACK:
        return False
    if packing.in_flight is StepKind.SEND_LAYOUT:
        return False
    if not packing.is_work_of_here and known.stored_boxes == fresh.stored_boxes:
        # The Market had them before anything was kept of the order here.
        return False
    return not packing.knows_boxes(fresh.stored_boxes)
