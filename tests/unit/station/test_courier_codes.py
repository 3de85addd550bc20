"""Couriers of Express orders: who is waited for, and codes that are asked about once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from packdesk.domain.order import (
    Delivery,
    EacType,
    Order,
    OrderStatus,
    OrderSubstatus,
    ProgramType,
)
from packdesk.station.courier_codes import (
    TAKEN,
    CodesOpenAgain,
    CourierCodes,
    CourierOrder,
    CouriersRead,
    CouriersUnread,
    EacAnswered,
    EacFailed,
    EacNotAsked,
    NoCourierOrder,
    NotAsked,
)
from packdesk.station.errors import (
    MarketBroken,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
)
from packdesk.station.ports import EacAnswer, EacResult
from tests.builders import order
from tests.fakes.day_bench import DayBench
from tests.fakes.market import Effect, FakeMarket, Op

FIRST = 51234567001
CODE = "4711"


def express(
    number: int = FIRST,
    *,
    kind: EacType | None = EacType.COURIER_TO_MERCHANT,
    at: time = time(15, 0),
    substatus: str = "COURIER_ARRIVED_TO_SENDER",
) -> Order:
    made = order(
        number=number,
        program=ProgramType.EXPRESS,
        status=OrderStatus.DELIVERY,
        substatus=OrderSubstatus(substatus),
        shipment_time=at,
    )
    return replace(made, delivery=Delivery(eac_type=kind))


@pytest.fixture
def bench() -> DayBench:
    one = express()
    made = DayBench(one)
    made.market.eac_codes[one.id] = CODE
    return made


def verify(bench: DayBench, code: str) -> EacAnswered | EacFailed | EacNotAsked:
    bench.couriers.verify(express().ref, code)
    bench.drain()
    assert bench.bugs == []
    told = bench.heard[-1]
    assert isinstance(told, EacAnswered | EacFailed | EacNotAsked)
    return told


def asked(bench: DayBench) -> int:
    return len(bench.market.called(Op.VERIFY_EAC))


def test_orders_with_codes_are_told_the_most_urgent_first():
    late, soon = express(FIRST, at=time(18, 0)), express(FIRST + 1, at=time(12, 30))
    bench = DayBench(late, soon, express(FIRST + 2, kind=None), order(number=FIRST + 3))
    bench.couriers.look()
    bench.drain()
    assert [one.id for one in bench.last(CouriersRead).orders] == [soon.id, late.id]


def test_no_connection_is_told(bench: DayBench):
    bench.market.fail(Op.ORDERS, MarketUnreachable("op"))
    bench.couriers.look()
    bench.drain()
    assert isinstance(bench.last(CouriersUnread).error, MarketUnreachable)


def test_a_number_finds_the_order_as_it_is_now(bench: DayBench):
    bench.change(express(), substatus=TAKEN)
    bench.couriers.find(str(FIRST))
    bench.drain()
    assert bench.last(CourierOrder).order.substatus == TAKEN


def test_a_text_that_names_no_order_is_told(bench: DayBench):
    bench.couriers.find("99")
    bench.drain()
    assert bench.last(NoCourierOrder).text == "99"


def test_a_right_code_is_accepted(bench: DayBench):
    assert verify(bench, CODE) == EacAnswered(express().id, EacAnswer(EacResult.ACCEPTED))


def test_wrong_codes_cost_attempts_until_a_new_code_is_needed(bench: DayBench):
    told = [verify(bench, code) for code in ("0000", "0001", "0002")]
    assert [one.answer for one in told if isinstance(one, EacAnswered)] == [
        EacAnswer(EacResult.REJECTED, 2),
        EacAnswer(EacResult.REJECTED, 1),
        EacAnswer(EacResult.NEED_UPDATE, 0),
    ]


@pytest.mark.parametrize(
    "error", [MarketOutcomeUnknown("op"), MarketBroken("op", status=500)], ids=repr
)
def test_a_lost_answer_is_looked_up_and_not_repeated(bench: DayBench, error: MarketError):
    bench.market.fail(Op.VERIFY_EAC, error, effect=Effect.TAKEN)
    told = verify(bench, "0000")
    assert told == EacFailed(express().id, error, may_have_cost=True)
    assert len(bench.market.called(Op.VERIFY_EAC)) == 1


def test_a_lost_answer_of_a_right_code_shows_in_the_order(bench: DayBench):
    bench.market.fail(Op.VERIFY_EAC, MarketOutcomeUnknown("op"))
    bench.change(express(), substatus=TAKEN)
    assert verify(bench, CODE) == EacAnswered(express().id, EacAnswer(EacResult.ACCEPTED))


def test_where_the_order_cannot_be_read_either_that_is_told(bench: DayBench):
    bench.market.fail(Op.VERIFY_EAC, MarketOutcomeUnknown("op"))
    bench.market.fail(Op.ORDER, MarketUnreachable("op"))
    told = verify(bench, CODE)
    assert isinstance(told, EacFailed)
    assert told.may_have_cost


@pytest.mark.parametrize(
    "error", [MarketUnreachable("op"), MarketBusy("op"), MarketRefused("op", status=400)], ids=repr
)
def test_what_was_not_judged_costs_nothing(bench: DayBench, error: MarketError):
    bench.market.fail(Op.VERIFY_EAC, error)
    assert verify(bench, CODE) == EacFailed(express().id, error)
    assert len(bench.market.called(Op.VERIFY_EAC)) == 1


def test_two_presses_are_one_question(bench: DayBench):
    bench.couriers.verify(express().ref, "0000")
    verify(bench, "0000")
    assert len(bench.market.called(Op.VERIFY_EAC)) == 1
    verify(bench, "0001")
    assert len(bench.market.called(Op.VERIFY_EAC)) == 2


@pytest.mark.parametrize("again", ["0000", " 00-00 ", "00 00"])
def test_a_code_that_was_refused_is_never_sent_again(bench: DayBench, again: str):
    verify(bench, "0000")
    assert verify(bench, again) == EacNotAsked(express().id, NotAsked.REFUSED_BEFORE)
    assert asked(bench) == 1
    assert isinstance(verify(bench, CODE), EacAnswered)


def test_a_code_whose_answer_was_lost_may_be_sent_again(bench: DayBench):
    bench.market.fail(Op.VERIFY_EAC, MarketOutcomeUnknown("op"))
    verify(bench, CODE)
    assert verify(bench, CODE) == EacAnswered(express().id, EacAnswer(EacResult.ACCEPTED))


@pytest.mark.parametrize(
    "typed", ["47 11", "47-11", "4 7 1 1", "47\u00a011", "47\u201411", " 4711\t"]
)
def test_blanks_and_dashes_are_no_part_of_a_code(bench: DayBench, typed: str):
    assert verify(bench, typed) == EacAnswered(express().id, EacAnswer(EacResult.ACCEPTED))


@pytest.mark.parametrize(
    "typed", ["", "4", "47/11", "47.11", "АВ12", "4711!", str(FIRST), "４７１１"]
)
def test_what_can_be_no_code_costs_nothing(bench: DayBench, typed: str):
    assert verify(bench, typed) == EacNotAsked(express().id, NotAsked.NO_CODE)
    assert asked(bench) == 0


@pytest.mark.parametrize("read_anew", [CourierCodes.look, lambda one: one.find(str(FIRST))])
def test_after_the_last_attempt_a_code_goes_out_once_the_order_is_read_anew(
    bench: DayBench, read_anew: Callable[[CourierCodes], None]
):
    for code in ("0000", "0001", "0002"):
        verify(bench, code)
    assert verify(bench, "1623") == EacNotAsked(express().id, NotAsked.NO_ATTEMPTS)
    assert asked(bench) == 3
    bench.market.renew_code(express().ref, "0001")
    read_anew(bench.couriers)
    bench.drain()
    assert bench.all(CodesOpenAgain) == [CodesOpenAgain(express().id)]
    assert verify(bench, "0001") == EacAnswered(express().id, EacAnswer(EacResult.ACCEPTED))
    assert asked(bench) == 4


def test_reading_anew_lets_no_refused_code_out_while_attempts_are_left(bench: DayBench):
    verify(bench, "0000")
    bench.couriers.look()
    bench.drain()
    assert verify(bench, "0000") == EacNotAsked(express().id, NotAsked.REFUSED_BEFORE)


def test_a_key_that_is_missing_ends_the_check(bench: DayBench):
    def no_key() -> FakeMarket:
        raise MarketKeyRejected("op", status=401)

    bench.couriers._market = no_key
    assert isinstance(verify(bench, CODE), EacFailed)
