"""What a failure means for the work that met it: what is known of it, and what waits. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from packdesk.domain.errands import ErrandRefused, ErrandUndone
from packdesk.domain.events import (
    AnswerUnreadable,
    Event,
    LabelsLost,
    PrintDenied,
    StepRefused,
    StepUndone,
)
from packdesk.domain.next_steps import kind_of
from packdesk.domain.steps import StepKind
from packdesk.station.carry_out import Work
from packdesk.station.errors import (
    LabelUnreadable,
    MarketAnswerUnreadable,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketRefused,
    MarketUnreachable,
    OrderUnknown,
    PrinterUnavailable,
    PrintOutcomeUnknown,
)
from packdesk.station.run_errand import ErrandWork

MIGRATION: Final = 423
NOT_FOUND: Final = 404
PARALLEL_PAUSE: Final = timedelta(seconds=1)
PAPER_PAUSE: Final = timedelta(seconds=15)
LONG_PAUSE: Final = timedelta(seconds=60)

ONLY_READS: Final = frozenset({StepKind.FETCH_LABELS, StepKind.CHECK_CODES})
"""Steps whose start is not kept, since they may be asked again and again."""


@dataclass(frozen=True, slots=True)
class OnlyThisOrder:
    """The order is put off; the others go on."""

    pause: timedelta


@dataclass(frozen=True, slots=True)
class WholeMarket:
    """Nothing goes to the Market: until a time it named, for a while, or longer each time."""

    error: MarketError
    until: datetime | None = None
    pause: timedelta | None = None


@dataclass(frozen=True, slots=True)
class AnotherKey:
    """Nothing goes to the Market before another key is given."""

    error: MarketError


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nobody waits but the order itself, and for a person."""


@dataclass(frozen=True, slots=True)
class Bug:
    """The program is at fault: the order is put off and the bug is told."""

    pause: timedelta = LONG_PAUSE


Waits: TypeAlias = OnlyThisOrder | WholeMarket | AnotherKey | Nothing | Bug


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The events to be kept after a failure, and what waits."""

    events: tuple[Event, ...]
    waits: Waits


def aftermath(work: Work | ErrandWork, error: Exception | None) -> Aftermath:
    """What is known after this failure; the table is told in the outbox."""
    match error:
        case MarketKeyRejected():
            return Aftermath(_undone(work), AnotherKey(error))
        case MarketRefused(status=status) if status == MIGRATION:
            return Aftermath(_undone(work), WholeMarket(error, pause=LONG_PAUSE))
        case MarketRefused():
            return _refused(work, error.status, error.messages)
        case OrderUnknown():
            return _refused(work, NOT_FOUND, ())
        case MarketBusy():
            pause = PARALLEL_PAUSE if error.retry_at is None else None
            return Aftermath(_undone(work), WholeMarket(error, error.retry_at, pause))
        case MarketUnreachable():
            return Aftermath(_undone(work), WholeMarket(error))
        case MarketAnswerUnreadable():
            return Aftermath(_unreadable(work), OnlyThisOrder(PAPER_PAUSE))
        case MarketError():
            return Aftermath((), WholeMarket(error))
        case PrintOutcomeUnknown():
            return Aftermath((), Nothing())
        case PrinterUnavailable() | LabelUnreadable():
            return Aftermath(_not_on_paper(work, error), OnlyThisOrder(PAPER_PAUSE))
        case _:
            return Aftermath((), Bug())


def _undone(work: Work | ErrandWork) -> tuple[Event, ...]:
    """It did not happen; what was only to be found out stays open."""
    if work.finds_out:
        return ()
    if isinstance(work, ErrandWork):
        return (ErrandUndone(work.errand),)
    kind = kind_of(work.target)
    return () if kind in ONLY_READS else (StepUndone(kind, work.fingerprint),)


def _refused(work: Work | ErrandWork, status: int, messages: tuple[str, ...]) -> Aftermath:
    if work.finds_out:
        # The refusal is that of the look, and says nothing about what was looked for.
        return Aftermath((), OnlyThisOrder(LONG_PAUSE))
    if isinstance(work, ErrandWork):
        return Aftermath((ErrandRefused(work.errand, status, messages),), Nothing())
    refused = StepRefused(kind_of(work.target), work.fingerprint, status, messages)
    return Aftermath((refused,), Nothing())


def _unreadable(work: Work | ErrandWork) -> tuple[Event, ...]:
    if isinstance(work, ErrandWork):
        return ()
    return (AnswerUnreadable(kind_of(work.target), work.fingerprint),)


def _not_on_paper(
    work: Work | ErrandWork, error: PrinterUnavailable | LabelUnreadable
) -> tuple[Event, ...]:
    if isinstance(work, ErrandWork):
        return ()
    printing = kind_of(work.target) is StepKind.PRINT_LABELS
    match error:
        case LabelUnreadable() if printing:
            return (LabelsLost(work.fingerprint),)
        case LabelUnreadable():
            return _unreadable(work)
        case PrinterUnavailable():
            return (PrintDenied(work.fingerprint),) if printing else ()
