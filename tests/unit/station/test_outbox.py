"""The outbox over fakes: what each failure does to it, and what the packer decides."""

from datetime import timedelta

import pytest

from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import IntoCurrentBox, MarkShort, MoveUnits, OnTable
from packdesk.domain.events import ShortReason, StepStarted
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.order import ProgramType
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import (
    DidItPrint,
    Finished,
    MarketSaidNo,
    NotConfirmed,
    next_step,
)
from packdesk.station.errors import (
    ApiError,
    JournalFault,
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
)
from packdesk.station.reports import (
    BenchCleared,
    JournalStopped,
    QueueRead,
    SendState,
    SubmissionMoved,
)
from tests.builders import catalogue, cis, item, order
from tests.fakes.clock import START
from tests.fakes.market import Effect, Op
from tests.fakes.workplace import FakeWorkplace

CIS = (CodeKind.CIS,)


def marked(number: int = 11111, program: ProgramType = ProgramType.FBS):
    return order(item(marking=CIS), number=number, program=program)


def packed(place: FakeWorkplace, number: int = 11111, nth: int = 1) -> None:
    place.open(number)
    place.scan(f"<cis 1 {nth}>")


def is_done(place: FakeWorkplace, number: int = 11111) -> bool:
    return isinstance(next_step(place.held(number).submission), Finished)


@pytest.fixture
def place() -> FakeWorkplace:
    return FakeWorkplace(marked(), catalogue=catalogue(1)).start()


def test_a_quiet_day(place: FakeWorkplace):
    packed(place)
    place.wait(60)
    assert is_done(place)
    assert len(place.market.called(Op.SET_LAYOUT)) == 1
    assert len(place.market.called(Op.MARK_READY)) == 1
    assert len(place.printer.jobs) == 1
    assert place.journal.outbox() == ()


FAILURES = [
    MarketUnreachable("op"),
    MarketOutcomeUnknown("op"),
    MarketBroken("op", status=503),
    MarketBusy("op"),
    MarketBusy("op", retry_at=START + timedelta(minutes=5)),
    MarketAnswerUnreadable("op", body="<html>"),
]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("op", [Op.SET_LAYOUT, Op.LABELS, Op.CODE_CHECKS, Op.MARK_READY])
@pytest.mark.parametrize("effect", list(Effect))
def test_no_failure_loses_a_step_or_does_it_twice(
    place: FakeWorkplace, failure, op: Op, effect: Effect
):
    if isinstance(failure, MarketUnreachable | MarketBusy) and effect is Effect.TAKEN:
        effect = Effect.NONE
    place.market.fail(op, failure, failure, effect=effect)
    packed(place)
    place.wait(1200)
    assert is_done(place)
    assert place.market.stored(OrderId(11111)).is_ready
    told = [one for one in place.told(SubmissionMoved) if isinstance(one, SubmissionMoved)]
    assert any(one.error is failure for one in told)
    assert len(place.printer.jobs) == 1
    done_twice = effect is Effect.TAKEN and op is Op.MARK_READY
    assert len(place.market.called(Op.MARK_READY)) <= (1 if done_twice else 3)


def test_busy_waits_until_the_time_that_the_market_names(place: FakeWorkplace):
    until = START + timedelta(minutes=5)
    place.market.fail(Op.SET_LAYOUT, MarketBusy("op", retry_at=until))
    packed(place)
    place.wait(299)
    assert len(place.market.called(Op.SET_LAYOUT)) == 1
    place.wait(2)
    assert len(place.market.called(Op.SET_LAYOUT)) == 2


@pytest.mark.parametrize("back", [1800, 86400])
@pytest.mark.parametrize(
    ("op", "failure"),
    [
        (Op.SET_LAYOUT, MarketBusy("op", retry_at=START + timedelta(minutes=60))),
        (Op.SET_LAYOUT, MarketUnreachable("op")),
        (Op.LABELS, MarketAnswerUnreadable("op", body="<html>")),
        (Op.CODE_CHECKS, MarketUnreachable("op")),
    ],
)
def test_a_clock_that_is_set_back_makes_nothing_wait_longer(
    place: FakeWorkplace, op: Op, failure, back
):
    place.market.fail(op, failure)
    packed(place)
    place.wait(2)
    place.clock.set_back(back)
    place.wait(3700)
    assert is_done(place)


def test_a_time_beyond_the_longest_period_is_not_waited_for(place: FakeWorkplace):
    place.market.fail(Op.SET_LAYOUT, MarketBusy("op", retry_at=START + timedelta(days=9000)))
    packed(place)
    place.wait(60)
    assert is_done(place)


def test_a_refusal_waits_for_a_person_and_goes_on_when_told_to(place: FakeWorkplace):
    words = (ApiError("BAD_REQUEST", "Violations: x"),)
    place.market.fail(Op.SET_LAYOUT, MarketRefused("op", status=400, errors=words))
    packed(place)
    place.wait(600)
    step = next_step(place.held(11111).submission)
    assert isinstance(step, MarketSaidNo)
    assert step.refused.messages == ("Violations: x",)
    assert len(place.market.called(Op.SET_LAYOUT)) == 1
    place.station.retry(OrderId(11111))
    place.drain()
    place.wait(60)
    assert is_done(place)


def test_a_refused_order_does_not_hold_up_the_others():
    place = FakeWorkplace(marked(11111), marked(22222), catalogue=catalogue(1)).start()
    place.market.fail(Op.SET_LAYOUT, MarketRefused("op", status=400))
    packed(place, 11111)
    packed(place, 22222, nth=2)
    place.wait(60)
    assert not is_done(place, 11111)
    assert is_done(place, 22222)
    queue = place.told(QueueRead)[-1]
    assert isinstance(queue, QueueRead)
    assert [entry.send for entry in queue.entries] == [SendState.NEEDS_PERSON, SendState.DONE]


def test_a_rejected_key_stops_everything_until_there_is_another(place: FakeWorkplace):
    place.market.fail(Op.SET_LAYOUT, MarketKeyRejected("op", status=401))
    packed(place)
    place.wait(3600)
    assert len(place.market.called(Op.SET_LAYOUT)) == 1
    place.station.go_online()
    place.wait(60)
    assert is_done(place)


def test_a_printer_that_is_missing_is_tried_again(place: FakeWorkplace):
    place.printer.unplugged = True
    packed(place)
    place.wait(60)
    moved = [one for one in place.told(SubmissionMoved) if isinstance(one, SubmissionMoved)]
    assert any(one.error is not None for one in moved)
    assert not place.held(11111).submission.is_printed
    place.printer.unplugged = False
    place.wait(60)
    assert is_done(place)
    assert len(place.printer.jobs) == 1


@pytest.mark.parametrize("printed", [True, False])
def test_after_a_crash_while_printing_nothing_prints_until_the_packer_has_said(printed: bool):
    first = FakeWorkplace(marked(), catalogue=catalogue(1)).start()
    first.printer.unplugged = True
    packed(first)
    first.wait(1)
    confirmed = first.held(11111).packing.confirmed
    assert confirmed is not None
    first.desk.ledger.record(
        OrderId(11111), (StepStarted(StepKind.PRINT_LABELS, confirmed.fingerprint),)
    )
    again = restarted(first)
    again.wait(600)
    assert isinstance(next_step(again.held(11111).submission), DidItPrint)
    assert not again.printer.jobs
    again.station.say_printed(OrderId(11111), printed=printed)
    again.drain()
    again.wait(600)
    assert is_done(again)
    assert len(again.printer.jobs) == (0 if printed else 1)


def restarted(first: FakeWorkplace) -> FakeWorkplace:
    """A new program over what the old one left."""
    again = FakeWorkplace(catalogue=catalogue(1), journal=first.journal, clock=first.clock)
    again.labels.__dict__.update(first.labels.__dict__)
    again.market.__dict__.update(first.market.__dict__)
    return again.start()


def test_removal_is_looked_up_before_it_is_repeated():
    goods = order(item(1, 1), item(2, 1), number=11111)
    place = FakeWorkplace(goods, catalogue=catalogue(1, 2)).start()
    place.market.fail(Op.SET_LAYOUT, MarketOutcomeUnknown("op"), effect=Effect.TAKEN)
    place.open(11111)
    place.station.do(MarkShort(ItemId(2), ShortReason.NOT_FOUND))
    place.station.do(MoveUnits(ItemId(1), 1, OnTable(), IntoCurrentBox()))
    place.drain()
    assert isinstance(next_step(place.held(11111).submission), NotConfirmed)
    place.station.finish_removing()
    place.drain()
    place.wait(120)
    assert len(place.market.called(Op.SET_LAYOUT)) == 1
    assert is_done(place)


def test_a_journal_that_fails_stops_the_packer_and_nothing_goes_out(place: FakeWorkplace):
    place.open(11111)
    place.journal.fault = JournalFault.FULL
    place.scan("<cis 1 1>")
    assert place.told(JournalStopped)
    place.wait(60)
    assert place.market.called(Op.SET_LAYOUT) == []


def test_a_bug_in_one_order_is_told_and_the_others_go_on():
    place = FakeWorkplace(marked(11111), marked(22222), catalogue=catalogue(1)).start()
    bug = RuntimeError("a bug")
    place.market.fail(Op.SET_LAYOUT, bug)  # type: ignore[arg-type]
    packed(place, 11111)
    packed(place, 22222, nth=2)
    place.wait(30)
    assert place.bugs == [bug]
    assert is_done(place, 22222)


def test_putting_an_order_aside_clears_the_bench(place: FakeWorkplace):
    place.open(11111)
    place.station.leave_order()
    place.drain()
    assert place.told(BenchCleared)
    assert place.desk.bench() is None


def test_the_fate_of_a_doubted_code_is_logged_without_its_serial_or_tail(caplog):
    place = FakeWorkplace(marked(), catalogue=catalogue(1)).start()
    place.open(11111)
    doubtful = cis(1, 1).full.replace("\x1d93AbCd", "")
    place.scan(doubtful)
    with caplog.at_level("INFO", logger="packdesk.codes"):
        place.wait(60)
    assert is_done(place)
    (line,) = [one.getMessage() for one in caplog.records if one.name == "packdesk.codes"]
    assert line == (
        f"cis gtin={cis(1, 1).gtin} serial_length=6 issues=W_NO_CRYPTO status=OK substatus=-"
    )
