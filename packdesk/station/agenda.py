"""What the outbox does next: the oldest order with something due. Journal lane only."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from packdesk.domain.changes import Change, CodesWantedChanged, CountChanged, ItemAdded, ItemGone
from packdesk.domain.comparison import compare
from packdesk.domain.errands import (
    Cancel,
    Errand,
    ErrandDone,
    ErrandRefused,
    ErrandStarted,
    FindOutErrand,
    GiveExternalId,
    MoveOn,
    OtherTracksFound,
    SetTrack,
)
from packdesk.domain.events import (
    CodesChecked,
    Event,
    ExternalIdSet,
    LabelsPrinted,
    OrderChanged,
    StepStarted,
)
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.next_steps import (
    AwaitCodeChecks,
    FetchLabels,
    FindOut,
    Finished,
    MarkReady,
    NotConfirmed,
    PrintLabels,
    SendLayout,
    SetExternalId,
    Step,
    kind_of,
)
from packdesk.domain.submission import CHECK_DELAY_LATER, next_step
from packdesk.station.carry_out import Outcome, Work
from packdesk.station.ledger import Held, Ledger
from packdesk.station.run_errand import ErrandWork
from packdesk.station.slices import SLICE

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
) -> Work | ErrandWork | Later | Idle:
    """The next thing for these hands to do; its start is in the journal when this returns.

    An order's errands come before the next step of its submission; a stopped one holds that up.
    After a start the orders are replayed a few at a time, so that scans come in between.
    """
    soonest: datetime | None = None
    unread = 0
    for order_id in ledger.journal.outbox():
        unread += not ledger.has_read(order_id)
        if unread > SLICE:
            return Later(now)
        due = _due(ledger.held(order_id), hands)
        if due is None:
            continue
        task, when = due
        if when is not None and when - now > CHECK_DELAY_LATER:
            # No step waits so long: the clock was set back.
            when = None
        when = max(filter(None, (when, not_before.get(order_id))), default=now)
        if when <= now:
            return _start(ledger, order_id, task)
        soonest = when if soonest is None else min(soonest, when)
    return Idle() if soonest is None else Later(soonest)


def settle(ledger: Ledger, work: Work | ErrandWork, outcome: Outcome) -> Held:
    """Keep what is known after a step or an errand.

    A layout that was changed while the step was under way makes the result void, except for
    labels: those on paper are then known to be stale.
    """
    order_id = work.ref.order
    ledger.at_work(order_id, yes=False)
    if outcome.fresh is not None:
        ledger.take_fresh((outcome.fresh,))
    held = ledger.held(order_id)
    events = outcome.events
    if isinstance(work, Work):
        submission = held.submission
        if submission.confirmed_at != work.confirmed_at or submission.confirmed is None:
            events = tuple(event for event in events if isinstance(event, LabelsPrinted))
        events = tuple(one for event in events if (one := _news(held, event)) is not None)
    for event in events:
        if isinstance(event, CodesChecked):
            _tell_doubts(ledger, order_id, event)
    if not events:
        return held
    held = ledger.record(order_id, events)
    number = next(filter(None, map(_own_number, events)), None)
    order = ledger.orders.get(order_id)
    if number is None or order is None or order.external_id == number:
        return held
    # The labels carry it from now on: it must be found before the Market is asked again.
    ledger.take_fresh((replace(order, external_id=number),))
    return ledger.held(order_id)


def _own_number(event: Event) -> str | None:
    """The shop's own number that the Market has taken."""
    match event:
        case ExternalIdSet(_, number) | ErrandDone(GiveExternalId(number)):
            return number
        case _:
            return None


def _news(held: Held, event: Event) -> Event | None:
    """The event without what the journal tells already: a fresh order may have told its changes."""
    if not isinstance(event, OrderChanged):
        return event
    told = {_subject(change) for change in held.submission.changes}
    new = tuple(one for one in event.changes if _subject(one) not in told)
    return OrderChanged(new) if new else None


def _subject(change: Change) -> tuple[type[Change], ItemId | None]:
    match change:
        case ItemGone() | ItemAdded() | CountChanged() | CodesWantedChanged():
            return (type(change), change.item)
        case _:
            return (type(change), None)


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


Task: TypeAlias = Step | FindOut | Errand | FindOutErrand


def _start(ledger: Ledger, order_id: OrderId, task: Task) -> Work | ErrandWork:
    held = ledger.held(order_id)
    order = held.packing.order
    match task:
        case FindOutErrand():
            return ErrandWork(order, task)
        case SetTrack() | GiveExternalId() | Cancel() | MoveOn():
            ledger.record(order_id, (ErrandStarted(task),))
            return ErrandWork(order, task)
        case _:
            confirmed, at = held.submission.confirmed, held.submission.confirmed_at
            assert confirmed is not None  # noqa: S101 - there is no step without
            assert at is not None  # noqa: S101 - kept together with the layout
            # What only reads may be asked twice; all else must be known to have been begun.
            if not isinstance(task, FindOut | FetchLabels | AwaitCodeChecks):
                ledger.record(order_id, (StepStarted(kind_of(task), confirmed.fingerprint),))
                ledger.at_work(order_id, yes=True)
            return Work(order, task, confirmed, at)


def _due(held: Held, hands: Hands) -> tuple[Task, datetime | None] | None:
    errand = held.errands.next
    if errand is not None:
        if hands is Hands.PRINTER or isinstance(errand, ErrandRefused | OtherTracksFound):
            return None
        return (errand, None)
    if held.submission.at_work and held.submission.started is not None:
        return None
    match next_step(held.submission):
        case Finished() | NotConfirmed():
            return None
        case PrintLabels() as step:
            return (step, None) if hands is Hands.PRINTER else None
        case AwaitCodeChecks(due) as step:
            return (step, due) if hands is Hands.MARKET else None
        case (SendLayout() | SetExternalId() | FetchLabels() | MarkReady() | FindOut()) as step:
            return (step, None) if hands is Hands.MARKET else None
        case _:
            return None
