"""What the outbox does next: the oldest order with a step that is due. Journal lane only."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from packdesk.domain.comparison import compare
from packdesk.domain.events import CodesChecked, Event, LabelsPrinted, StepStarted
from packdesk.domain.ids import OrderId
from packdesk.domain.submission import (
    AwaitCodeChecks,
    CodesRefused,
    DidItPrint,
    FetchLabels,
    FindOut,
    Finished,
    MarketSaidNo,
    NotConfirmed,
    PrintLabels,
    Step,
    Submission,
    kind_of,
    next_step,
)
from packdesk.station.carry_out import Work
from packdesk.station.ledger import Ledger
from packdesk.station.ports import OutboxChange

log = logging.getLogger("packdesk.codes")


class Hands(Enum):
    """Which lane carries a step out."""

    MARKET = "market"
    PRINTER = "printer"


@dataclass(frozen=True, slots=True)
class Later:
    """Nothing is due before ``when``."""

    when: datetime


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing is left, or only what needs a person."""


def take_work(
    ledger: Ledger, hands: Hands, now: datetime, not_before: Mapping[OrderId, datetime]
) -> Work | Later | Idle:
    """The next step for these hands; its start is in the journal when this returns."""
    soonest: datetime | None = None
    for order_id in ledger.journal.outbox():
        submission = ledger.held(order_id).submission
        due = _due(submission, hands)
        if due is None:
            continue
        step, when = due
        when = max(filter(None, (when, not_before.get(order_id))), default=now)
        if when <= now:
            return _start(ledger, order_id, step, submission)
        soonest = when if soonest is None else min(soonest, when)
    return Idle() if soonest is None else Later(soonest)


def settle(ledger: Ledger, work: Work, events: tuple[Event, ...]) -> Submission:
    """Keep the result of a step.

    A layout that was changed while the step was under way makes the result void, except for
    labels: those on paper are then known to be stale.
    """
    submission = ledger.held(work.ref.order).submission
    if submission.confirmed_at != work.confirmed_at or submission.confirmed is None:
        events = tuple(event for event in events if isinstance(event, LabelsPrinted))
    for event in events:
        if isinstance(event, CodesChecked):
            _tell_doubts(ledger, work.ref.order, event)
    return keep(ledger, work.ref.order, events) if events else submission


def _tell_doubts(ledger: Ledger, order_id: OrderId, checked: CodesChecked) -> None:
    """For support: whether what was doubted passes at the Market."""
    groups = (group.events for group in ledger.journal.read(order_id))
    for one in compare(groups, checked.checks):
        log.info(
            "%s gtin=%s serial_length=%s issues=%s status=%s substatus=%s",
            one.kind.value,
            one.gtin or "-",
            one.serial_length or "-",
            ",".join(issue.value for issue in one.issues),
            one.status,
            one.substatus or "-",
        )


def keep(ledger: Ledger, order_id: OrderId, events: tuple[Event, ...]) -> Submission:
    """Keep events; an order with nothing left to send leaves the outbox."""
    after = ledger.held(order_id).submission.after(events, ledger.now())
    is_over = isinstance(next_step(after), Finished | NotConfirmed)
    change = OutboxChange.SETTLE if is_over else OutboxChange.NONE
    return ledger.record(order_id, events, change).submission


def _start(ledger: Ledger, order_id: OrderId, step: Step | FindOut, submission: Submission) -> Work:
    confirmed, at = submission.confirmed, submission.confirmed_at
    assert confirmed is not None  # noqa: S101 - there is no step without
    assert at is not None  # noqa: S101 - kept together with the layout
    # What only reads may be asked twice; everything else must be known to have been begun.
    if not isinstance(step, FindOut | FetchLabels | AwaitCodeChecks):
        ledger.record(order_id, (StepStarted(kind_of(step), confirmed.fingerprint),))
    return Work(ledger.held(order_id).packing.order.ref, step, confirmed.fingerprint, at)


def _due(submission: Submission, hands: Hands) -> tuple[Step | FindOut, datetime | None] | None:
    match next_step(submission):
        case Finished() | NotConfirmed() | CodesRefused() | DidItPrint() | MarketSaidNo():
            return None
        case PrintLabels() as step:
            return (step, None) if hands is Hands.PRINTER else None
        case AwaitCodeChecks(due) as step:
            return (step, due) if hands is Hands.MARKET else None
        case step:
            return (step, None) if hands is Hands.MARKET else None
