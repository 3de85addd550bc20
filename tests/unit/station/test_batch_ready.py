"""Orders are set ready in one go: each with its own result, none by guess, none twice."""

import pytest

from packdesk.domain.batch_ready import Readiness
from packdesk.domain.events import MarkedReady, OrderChanged, StepRefused, StepStarted, StepUndone
from packdesk.domain.next_steps import FindOut, MarkReady, WaitsForBatch
from packdesk.domain.order import Order, OrderStatus, OrderSubstatus, ProgramType
from packdesk.domain.submission import next_step
from packdesk.station.day_reports import DayTrouble, SetReady
from packdesk.station.errors import (
    ApiError,
    JournalFault,
    JournalUnavailable,
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
)
from packdesk.station.ports import StatusAnswer
from tests.builders import CAMPAIGN, item, order
from tests.fakes.day_bench import DayBench
from tests.fakes.market import Effect, Op

FIRST = 51234567001
LOST = (
    MarketOutcomeUnknown("op"),
    MarketBroken("op", status=503),
    MarketAnswerUnreadable("op", body="<html>"),
)
NOT_DONE = (
    MarketUnreachable("op"),
    MarketBusy("op"),
    MarketKeyRejected("op", status=401),
    MarketRefused("op", status=423),
)


def orders(count: int) -> tuple[Order, ...]:
    return tuple(order(number=FIRST + place) for place in range(count))


def packed(count: int, *, ready_by_hand: bool = False) -> tuple[DayBench, tuple[Order, ...]]:
    day = orders(count)
    bench = DayBench(*day, ready_by_hand=ready_by_hand)
    for one in day:
        bench.pack(one)
    bench.plan(*day)
    return bench, day


def set_ready(bench: DayBench, *some: Order) -> SetReady:
    bench.day.set_ready(CAMPAIGN, tuple(one.id for one in some))
    bench.drain()
    assert bench.bugs == []
    return bench.last(SetReady)


def test_seventy_orders_go_in_three_requests():
    bench, day = packed(70)
    done = set_ready(bench, *day)
    assert [len(call.given[1]) for call in bench.market.called(Op.MARK_MANY_READY)] == [30, 30, 10]  # type: ignore[arg-type]
    assert done.done == tuple(one.id for one in day)
    assert done.error is None
    assert all(bench.market.stored(one.id).is_ready for one in day)
    assert bench.kept(day[0], MarkedReady)
    assert bench.moved == [one.id for one in day]


def test_the_start_is_in_the_journal_before_anything_goes_out():
    bench, (one,) = packed(1)
    bench.day.set_ready(CAMPAIGN, (one.id,))
    bench.journal_lane.drain()
    assert isinstance(bench.events(one)[-1], StepStarted)
    assert not bench.market.called(Op.MARK_MANY_READY)
    assert isinstance(next_step(bench.ledger.held(one.id).submission), FindOut)


def test_each_order_has_its_own_result():
    bench, (good, bad) = packed(2)
    bench.market.calls.clear()

    def mark(*_: object) -> tuple[StatusAnswer, ...]:
        return StatusAnswer(good.id), StatusAnswer(bad.id, "No permission to set status")

    bench.market.mark_many_ready = mark  # type: ignore[method-assign, assignment]
    done = set_ready(bench, good, bad)
    assert done.done == (good.id,)
    assert [one.order for one in done.refused] == [bad.id]
    assert bench.kept(bad, StepRefused)
    assert not bench.kept(bad, MarkedReady)


@pytest.mark.parametrize("error", LOST, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("effect", Effect)
def test_a_lost_answer_is_looked_up_and_never_repeated(error: MarketError, effect: Effect):
    bench, day = packed(3)
    bench.market.fail(Op.MARK_MANY_READY, error, effect=effect)
    done = set_ready(bench, *day)
    assert len(bench.market.called(Op.MARK_MANY_READY)) == 1
    taken = effect is Effect.TAKEN
    assert len(done.done) == (3 if taken else 0)
    assert [one.readiness for one in done.held_back] == (
        [] if taken else 3 * [Readiness.MAY_BE_SET]
    )
    assert done.error is error
    assert bool(bench.kept(day[0], MarkedReady)) is taken
    assert bool(bench.kept(day[0], StepUndone)) is not taken


def test_after_a_lost_answer_that_is_looked_up_the_batch_goes_on():
    bench, day = packed(40)
    bench.market.fail(Op.MARK_MANY_READY, LOST[0], effect=Effect.TAKEN)
    done = set_ready(bench, *day)
    assert len(done.done) == 40
    assert len(bench.market.called(Op.MARK_MANY_READY)) == 2


def test_what_cannot_be_looked_up_stays_begun_for_the_outbox():
    bench, day = packed(31)
    bench.market.fail(Op.MARK_MANY_READY, LOST[0], effect=Effect.TAKEN)
    real, reads = bench.market.orders, []

    def orders_once(query):
        reads.append(query)
        if len(reads) == 2:
            raise MarketUnreachable("op")
        return real(query)

    bench.market.orders = orders_once  # type: ignore[method-assign]
    done = set_ready(bench, *day)
    assert done.unclear == tuple(one.id for one in day[:30])
    assert [one.order for one in done.held_back] == [day[30].id], "nothing more goes out"
    assert next_step(bench.ledger.held(day[0].id).submission) == FindOut(MarkReady())


@pytest.mark.parametrize("error", NOT_DONE, ids=lambda one: f"{type(one).__name__}")
def test_a_request_that_did_nothing_leaves_all_as_it_was(error: MarketError):
    bench, day = packed(40)
    bench.market.fail(Op.MARK_MANY_READY, error)
    done = set_ready(bench, *day)
    assert len(bench.market.called(Op.MARK_MANY_READY)) == 1
    assert len(done.held_back) == 40
    assert done.error is error
    assert not done.answers
    assert not bench.kept(day[0], StepRefused), "a key or a busy Market is not the order's fault"


def test_a_refused_request_is_each_orders_refusal():
    bench, day = packed(2)
    told = MarketRefused("op", status=400, errors=(ApiError("BAD", "Status not allowed"),))
    bench.market.fail(Op.MARK_MANY_READY, told)
    done = set_ready(bench, *day)
    assert [one.trouble for one in done.refused] == 2 * ["Status not allowed"]


def test_an_order_of_which_nothing_is_told_is_looked_up():
    bench, (told, silent) = packed(2)
    mark = bench.market.mark_many_ready
    bench.market.mark_many_ready = lambda *given: mark(*given)[:1]  # type: ignore[method-assign]
    assert set(set_ready(bench, told, silent).done) == {told.id, silent.id}


@pytest.mark.parametrize(
    ("changes", "readiness"),
    [
        ({"status": OrderStatus.CANCELLED}, Readiness.CANCELLED),
        ({"cancel_requested": True}, Readiness.CANCELLED),
        ({"items": (item(1, 3),)}, Readiness.CHANGED),
    ],
)
@pytest.mark.parametrize("here", [True, False])
def test_what_changed_meanwhile_is_held_back(changes, readiness: Readiness, here: bool):
    one, two = orders(2)
    bench = DayBench(one, two)
    for each in (one, two):
        (bench.pack if here else bench.pack_elsewhere)(each)
    bench.change(one, **changes)
    done = set_ready(bench, one, two)
    assert done.done == (two.id,)
    (held,) = done.held_back
    assert held.order == one.id
    assert held.readiness is readiness
    assert bench.market.called(Op.MARK_MANY_READY)[0].given[1] == (two.id,)
    assert bool(bench.kept(one, OrderChanged)) is here


def test_boxes_that_somebody_else_made_are_held_back():
    one = orders(1)[0]
    bench = DayBench(one)
    fresh = bench.pack(one)
    box = fresh.stored_boxes[0]
    bench.change(one, stored_boxes=(box, box))
    done = set_ready(bench, one)
    assert [(held.order, held.readiness) for held in done.held_back] == [
        (one.id, Readiness.CHANGED)
    ]
    assert not bench.market.called(Op.MARK_MANY_READY)


def test_what_is_ready_already_is_not_asked_for_again():
    bench, (one,) = packed(1)
    bench.change(one, substatus=OrderSubstatus.READY_TO_SHIP)
    assert set_ready(bench, one).done == (one.id,)
    assert not bench.market.called(Op.MARK_MANY_READY)


def test_stale_labels_and_unchecked_codes_are_never_set_ready():
    unprinted, unchecked, loose = (
        order(number=FIRST),
        order(item(marking=()), number=FIRST + 1),
        order(number=FIRST + 2),
    )
    bench = DayBench(unprinted, unchecked, loose)
    bench.pack(unprinted, printed=False)
    done = set_ready(bench, unprinted, loose)
    assert {held.order: held.readiness for held in done.held_back} == {
        unprinted.id: Readiness.LABELS_MISSING,
        loose.id: Readiness.NOT_PACKED,
    }
    assert not bench.market.called(Op.MARK_MANY_READY)


def test_orders_of_another_shop_are_none_of_the_batch():
    bench, (one,) = packed(1)
    bench.day.set_ready(type(CAMPAIGN)(1), (one.id,))
    bench.drain()
    assert bench.last(SetReady).answers == ()


def test_nothing_is_sent_where_the_start_cannot_be_kept():
    bench, (one,) = packed(1)
    bench.journal.fault = JournalFault.FULL
    bench.day.set_ready(CAMPAIGN, (one.id,))
    bench.drain()
    assert isinstance(bench.last(DayTrouble).error, JournalUnavailable)
    assert not bench.market.called(Op.MARK_MANY_READY)


def test_by_setting_an_order_waits_for_the_batch():
    bench, (one,) = packed(1, ready_by_hand=True)
    assert next_step(bench.ledger.held(one.id).submission) == WaitsForBatch()
    assert bench.look().due[0].may_be_set == (one.id,)
    assert set_ready(bench, one).done == (one.id,)
    assert bench.kept(one, MarkedReady)


def test_an_express_order_never_waits_for_the_batch():
    one = order(number=FIRST, program=ProgramType.EXPRESS)
    bench = DayBench(one, ready_by_hand=True)
    bench.pack(one)
    assert next_step(bench.ledger.held(one.id).submission) == MarkReady()
