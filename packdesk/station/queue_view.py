"""The queue: which orders the table sees, and the most urgent first."""

from datetime import datetime, time

from packdesk.domain.access import Access, access
from packdesk.domain.errands import Errands
from packdesk.domain.ids import OrderId
from packdesk.domain.order import Order, ProgramType
from packdesk.domain.submission import (
    AwaitCodeChecks,
    Finished,
    NeedsPerson,
    NotConfirmed,
    Submission,
    WaitsForBatch,
    next_step,
)
from packdesk.station.ledger import Held, Ledger
from packdesk.station.reports import QueueEntry, QueueRead, SendState


def read_queue(ledger: Ledger, fresh_at: datetime | None) -> QueueRead:
    """The orders at hand with how far each is. Journal lane only."""
    touched = set(ledger.touched())
    entries = [_entry(ledger, order, touched) for order in ledger.orders.values()]
    return QueueRead(tuple(sorted(entries, key=_urgency)), ledger.catalogue, fresh_at)


def send_state(submission: Submission, errands: Errands | None = None) -> SendState:
    """Where a submission is, in one word; errands that wait go before it."""
    if errands is not None and errands.waiting:
        return SendState.SENDING if errands.stopped is None else SendState.NEEDS_PERSON
    match next_step(submission):
        case NotConfirmed():
            return SendState.NONE
        case Finished():
            return SendState.DONE
        case step if isinstance(step, NeedsPerson):
            return SendState.NEEDS_PERSON
        case AwaitCodeChecks():
            return SendState.CHECKING
        case WaitsForBatch():
            return SendState.WITH_SHIPMENT
        case _:
            return SendState.SENDING


def _entry(ledger: Ledger, order: Order, touched: set[OrderId]) -> QueueEntry:
    if order.id not in touched:
        return QueueEntry(order, access(order))
    held: Held = ledger.held(order.id)
    packing = held.packing
    return QueueEntry(
        packing.order,
        access(packing.order),
        packed=sum(packing.packed(item) for item in packing.order.items),
        boxes=len({box for unit in packing.units for box in unit.boxes}),
        send=send_state(held.submission, held.errands),
        labels_printed=held.submission.is_printed,
        is_ready=packing.is_ready,
        aside=packing.aside,
        is_changed=packing.is_stopped,
    )


def _urgency(entry: QueueEntry) -> tuple[object, ...]:
    order = entry.order
    day = order.shipment_date.toordinal() if order.shipment_date else 10**7
    return (
        not entry.is_changed,
        entry.send is not SendState.NEEDS_PERSON,
        entry.access is not Access.PACK or entry.send is not SendState.NONE,
        order.program is not ProgramType.EXPRESS,
        day,
        order.shipment_time or time.max,
        order.created_at.timestamp() if order.created_at else 0.0,
        order.id,
    )
