"""What every failure does to every step and errand: the table of the outbox, row by row."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from packdesk.domain.errands import (
    Cancel,
    CancelReason,
    Errand,
    ErrandRefused,
    ErrandUndone,
    FindOutErrand,
    GiveExternalId,
    MoveOn,
    SetTrack,
)
from packdesk.domain.events import (
    AnswerUnreadable,
    Event,
    LabelsLost,
    LayoutConfirmed,
    PrintDenied,
    StepRefused,
    StepUndone,
)
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import fingerprint
from packdesk.domain.next_steps import (
    AwaitCodeChecks,
    FetchLabels,
    FindOut,
    MarkReady,
    PrintLabels,
    SendLayout,
    SetExternalId,
    Step,
    kind_of,
)
from packdesk.domain.order import OrderStatus, Track
from packdesk.domain.steps import StepKind
from packdesk.station.aftermath import (
    Aftermath,
    AnotherKey,
    Bug,
    Nothing,
    OnlyThisOrder,
    WholeMarket,
    aftermath,
)
from packdesk.station.carry_out import Work
from packdesk.station.errors import (
    ApiError,
    LabelUnreadable,
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
    OrderUnknown,
    PrinterUnavailable,
    PrintOutcomeUnknown,
)
from packdesk.station.run_errand import ErrandWork
from tests.builders import item, order
from tests.fakes.outbox_bench import layout_of

ORDER = order(item())
LAYOUT = layout_of(ORDER)
NAME = fingerprint(LAYOUT)
AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PAGE = LabelFormat.A7
CHANGING: tuple[Step, ...] = (SendLayout(LAYOUT), SetExternalId("A-1"), MarkReady())
READING: tuple[Step, ...] = (FetchLabels(PAGE), AwaitCodeChecks(AT))
PRINTING = PrintLabels(PAGE, "a.pdf")
ERRANDS: tuple[Errand, ...] = (
    SetTrack(Track("RB1", DeliveryServiceId(139))),
    GiveExternalId("A-1"),
    Cancel(CancelReason.SHOP_FAILED),
    MoveOn(OrderStatus.DELIVERY),
)
SECONDS_15, MINUTE = timedelta(seconds=15), timedelta(minutes=1)
WORDS = (ApiError("BAD", "Violations: x"),)
UNREACHABLE, UNKNOWN = MarketUnreachable("op"), MarketOutcomeUnknown("op")
BUSY, PARALLEL = MarketBusy("op", retry_at=AT), MarketBusy("op")
BROKEN, UNREADABLE = MarketBroken("op", status=503), MarketAnswerUnreadable("op", body="<html>")
REFUSED = MarketRefused("op", status=400, errors=WORDS)
MIGRATION = MarketRefused("op", status=423, errors=WORDS)
NO_KEY = MarketKeyRejected("op", status=401)
API_OFF = MarketKeyRejected("op", status=403, errors=(ApiError("", "API for business disabled"),))
GONE = OrderUnknown(OrderId(1))
NO_PRINTER, MAYBE_PRINTED = PrinterUnavailable("Xprinter"), PrintOutcomeUnknown("Xprinter")
NO_LABEL = LabelUnreadable("a.pdf")


def work(step: Step | FindOut) -> Work:
    return Work(ORDER, step, LayoutConfirmed(LAYOUT, NAME, PAGE), AT)


def errand_work(errand: Errand | FindOutErrand) -> ErrandWork:
    return ErrandWork(ORDER, errand)


EACH: tuple[Work | ErrandWork, ...] = (
    *map(work, (*CHANGING, *READING)),
    *map(errand_work, ERRANDS),
)
WAITS: list[tuple[MarketError, object]] = [
    (UNREACHABLE, WholeMarket(UNREACHABLE)),
    (BUSY, WholeMarket(BUSY, AT)),
    (PARALLEL, WholeMarket(PARALLEL, None, timedelta(seconds=1))),
    (MIGRATION, WholeMarket(MIGRATION, None, MINUTE)),
    (NO_KEY, AnotherKey(NO_KEY)),
    (API_OFF, AnotherKey(API_OFF)),
]


@pytest.mark.parametrize(("error", "waits"), WAITS, ids=lambda one: type(one).__name__)
def test_what_did_not_happen_is_taken_off_and_the_market_is_left_alone(error, waits):
    for step in (*CHANGING, *READING, PRINTING):
        kept = {type(event) for event in aftermath(work(step), error).events}
        assert kept == (set() if step in READING else {StepUndone})
        assert aftermath(work(step), error).waits == waits
    for errand in ERRANDS:
        after = aftermath(errand_work(errand), error)
        assert after == Aftermath((ErrandUndone(errand),), waits)


@pytest.mark.parametrize("error", [UNKNOWN, BROKEN], ids=lambda one: type(one).__name__)
def test_what_may_have_happened_stays_begun_and_the_market_is_left_alone(error):
    for one in EACH:
        assert aftermath(one, error) == Aftermath((), WholeMarket(error))


def test_what_cannot_be_read_stays_begun_and_is_counted_for_its_order_alone():
    for step in (*CHANGING, *READING):
        counted = AnswerUnreadable(kind_of(step), NAME)
        assert aftermath(work(step), UNREADABLE) == Aftermath((counted,), OnlyThisOrder(SECONDS_15))
        found_out = aftermath(work(FindOut(step)), UNREADABLE)
        assert found_out == Aftermath((counted,), OnlyThisOrder(SECONDS_15))
    for errand in ERRANDS:
        after = aftermath(errand_work(errand), UNREADABLE)
        assert after == Aftermath((), OnlyThisOrder(SECONDS_15))


@pytest.mark.parametrize(
    ("error", "status", "words"), [(REFUSED, 400, ("Violations: x",)), (GONE, 404, ())]
)
def test_what_is_refused_waits_for_a_person_with_the_markets_words(error, status, words):
    for step in (*CHANGING, *READING):
        refused = StepRefused(kind_of(step), NAME, status, words)
        assert aftermath(work(step), error) == Aftermath((refused,), Nothing())
    for errand in ERRANDS:
        refused_errand = ErrandRefused(errand, status, words)
        assert aftermath(errand_work(errand), error) == Aftermath((refused_errand,), Nothing())


@pytest.mark.parametrize(
    "error",
    [UNREACHABLE, BUSY, PARALLEL, MIGRATION, NO_KEY, API_OFF, UNKNOWN, BROKEN, REFUSED, GONE],
    ids=str,
)
def test_a_look_that_fails_says_nothing_about_what_was_looked_for(error):
    looks: list[Work | ErrandWork] = [work(FindOut(step)) for step in CHANGING]
    looks += [errand_work(FindOutErrand(errand)) for errand in ERRANDS]
    for one in looks:
        after = aftermath(one, error)
        assert after.events == ()
        assert not isinstance(after.waits, Nothing | Bug)


PAPER: list[tuple[Step, Exception, Callable[[], tuple[Event, ...]], object]] = [
    (PRINTING, NO_PRINTER, lambda: (PrintDenied(NAME),), OnlyThisOrder(SECONDS_15)),
    (PRINTING, NO_LABEL, lambda: (LabelsLost(NAME),), OnlyThisOrder(SECONDS_15)),
    (PRINTING, MAYBE_PRINTED, tuple, Nothing()),
    (FetchLabels(PAGE), NO_PRINTER, tuple, OnlyThisOrder(SECONDS_15)),
    (
        FetchLabels(PAGE),
        NO_LABEL,
        lambda: (AnswerUnreadable(StepKind.FETCH_LABELS, NAME),),
        OnlyThisOrder(SECONDS_15),
    ),
]


@pytest.mark.parametrize(("step", "error", "events", "waits"), PAPER)
def test_trouble_with_paper_puts_off_its_order_alone(step, error, events, waits):
    assert aftermath(work(step), error) == Aftermath(events(), waits)


@pytest.mark.parametrize("error", [RuntimeError("a bug"), None])
def test_a_bug_leaves_everything_begun(error):
    for one in (*EACH, work(PRINTING)):
        assert aftermath(one, error) == Aftermath((), Bug())
