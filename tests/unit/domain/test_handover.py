"""The chart of DBS orders: who may take a track number, go on, be cancelled."""

from dataclasses import replace
from datetime import date

import pytest

from packdesk.domain.access import cancel_reasons
from packdesk.domain.errands import Cancel, CancelReason, Errands, GiveExternalId, MoveOn, SetTrack
from packdesk.domain.handover import (
    expected,
    has_track,
    may_cancel,
    may_move,
    may_take_number,
    may_take_track,
    moves_from,
    other_tracks,
)
from packdesk.domain.handover_refusals import (
    BadDate,
    BadMove,
    BadReason,
    NotDbs,
    NumberBad,
    NumberThere,
    NumberTooLate,
    WrongStatus,
)
from packdesk.domain.ids import DeliveryServiceId
from packdesk.domain.order import Delivery, OrderStatus, OrderSubstatus, ProgramType, Track
from tests.builders import order

DBS = order(program=ProgramType.DBS)
FBS = order()
TODAY = date(2026, 11, 21)
SERVICE = DeliveryServiceId(98)
TRACK = Track("RA410342249RU", SERVICE)
OFTEN = "SHOP_FAILED USER_CHANGED_MIND USER_UNREACHABLE"
STATUSES = [status for status in OrderStatus if status.is_known]


def at(status):
    return replace(DBS, status=status)


@pytest.mark.parametrize("status", STATUSES)
def test_only_three_statuses_take_a_track_number(status):
    takes = status in {OrderStatus.PROCESSING, OrderStatus.DELIVERY, OrderStatus.PICKUP}
    refusal = may_take_track(at(status))
    assert refusal == (None if takes else WrongStatus(DBS.id, status, DBS.substatus))


def test_only_dbs_orders_take_a_track_number():
    assert may_take_track(FBS) == NotDbs(FBS.id, ProgramType.FBS)


@pytest.mark.parametrize(
    ("status", "moves"),
    [
        (OrderStatus.PROCESSING, (OrderStatus.DELIVERY,)),
        (OrderStatus.DELIVERY, (OrderStatus.PICKUP, OrderStatus.DELIVERED)),
        (OrderStatus.PICKUP, (OrderStatus.DELIVERED,)),
        (OrderStatus.DELIVERED, ()),
        (OrderStatus.CANCELLED, ()),
        (OrderStatus("STATUS_OF_TOMORROW"), ()),
    ],
)
def test_the_chart_tells_where_an_order_may_go(status, moves):
    assert moves_from(status) == moves
    for wanted in STATUSES:
        refusal = may_move(at(status), MoveOn(wanted), TODAY)
        assert refusal == (None if wanted in moves else BadMove(DBS.id, status, wanted))


@pytest.mark.parametrize(
    ("status", "reasons"),
    [
        (OrderStatus.PROCESSING, f"{OFTEN} INCORRECT_PERSONAL_DATA"),
        (OrderStatus.DELIVERY, OFTEN),
        (OrderStatus.PICKUP, f"{OFTEN} PICKUP_EXPIRED"),
        (OrderStatus.DELIVERED, ""),
    ],
)
def test_each_status_has_its_reasons_to_cancel(status, reasons):
    assert [reason.value for reason in cancel_reasons(at(status))] == reasons.split()
    for reason in CancelReason:
        refusal = may_cancel(at(status), reason)
        allowed = reason.value in reasons.split()
        assert refusal == (None if allowed else BadReason(DBS.id, reason, status))


def test_another_model_is_not_moved_or_cancelled_here():
    assert may_move(FBS, MoveOn(OrderStatus.DELIVERY), TODAY) == NotDbs(FBS.id, ProgramType.FBS)
    assert may_cancel(FBS, CancelReason.SHOP_FAILED) == NotDbs(FBS.id, ProgramType.FBS)


@pytest.mark.parametrize(
    ("status", "wanted", "day", "is_good"),
    [
        (OrderStatus.DELIVERY, OrderStatus.DELIVERED, TODAY, True),
        (OrderStatus.DELIVERY, OrderStatus.PICKUP, date(2026, 11, 20), True),
        (OrderStatus.DELIVERY, OrderStatus.DELIVERED, date(2026, 11, 22), False),
        (OrderStatus.DELIVERY, OrderStatus.DELIVERED, date(2026, 11, 19), False),
        (OrderStatus.PROCESSING, OrderStatus.DELIVERY, TODAY, False),
    ],
)
def test_the_real_day_lies_between_the_order_and_today(status, wanted, day, is_good):
    refusal = may_move(at(status), MoveOn(wanted, day), TODAY)
    assert refusal == (None if is_good else BadDate(DBS.id, day))


def test_a_number_is_there_however_it_was_written():
    known = replace(DBS, delivery=Delivery(tracks=(TRACK, Track("ABC-1", SERVICE))))
    assert has_track(known, "ra 410342249 ru")
    assert not has_track(known, "RA410342250RU")
    assert other_tracks(known, "RA410342249RU") == (Track("ABC-1", SERVICE),)


def test_an_order_is_seen_as_it_will_be_when_all_that_waits_is_done():
    errands = Errands(waiting=(SetTrack(TRACK), MoveOn(OrderStatus.DELIVERY)))
    soon = expected(DBS, errands)
    assert soon.status is OrderStatus.DELIVERY
    assert soon.delivery.tracks == (TRACK,)
    assert expected(DBS, Errands((Cancel(CancelReason.SHOP_FAILED),))).status.value == "CANCELLED"


def test_what_was_done_earlier_does_not_turn_a_fresher_order_back():
    delivered = at(OrderStatus.DELIVERED)
    done = Errands(done=(MoveOn(OrderStatus.DELIVERY), SetTrack(TRACK), GiveExternalId("7")))
    assert expected(delivered, done).status is OrderStatus.DELIVERED


def test_the_shops_number_is_given_once_and_before_the_order_is_ready():
    assert may_take_number(DBS, "A-1") is None
    known = replace(DBS, external_id="A-0")
    assert may_take_number(known, "A-1") == NumberThere(DBS.id, "A-0")
    ready = replace(DBS, substatus=OrderSubstatus.READY_TO_SHIP)
    assert may_take_number(ready, "A-1") == NumberTooLate(DBS.id)
    assert isinstance(may_take_number(DBS, " "), NumberBad)
