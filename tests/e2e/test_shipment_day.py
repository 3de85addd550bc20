"""The shipment day against the sandbox, on a good day and on bad ones."""

from datetime import timedelta
from pathlib import Path

import pytest

from packdesk.domain.batch_ready import Readiness
from packdesk.domain.events import Event, OrderChanged
from packdesk.domain.ids import OrderId, OrderRef
from packdesk.domain.labels import LabelFormat
from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.troubles import Trouble, TroubleKind
from packdesk.station.courier_codes import CouriersRead, EacAnswered, EacFailed
from packdesk.station.day_reports import (
    ActCame,
    ActRefused,
    ActUnclear,
    LabelsCame,
    SetReady,
    ShipmentsRead,
)
from packdesk.station.errors import MarketRefused
from packdesk.station.ports import EacAnswer, EacResult, ShipmentStatus
from tests.e2e.day_place import (
    EXPRESS,
    OPEN,
    OURS,
    READY,
    SHOP,
    TOMORROW,
    DayPlace,
    codes,
    day_place,
)

ACT = "downloadShipmentReceptionTransferAct"
BATCH = "updateOrderStatuses"
READY_TO_SHIP = "PROCESSING/READY_TO_SHIP"


def confirm(place: DayPlace) -> None:
    place.look()
    nearest = place.last(ShipmentsRead).due[0]
    place.day.confirm(SHOP, nearest.shipment.id)
    place.drain()
    place.wait(3600)


def times_set(place: DayPlace, number: int) -> int:
    told = place.sandbox.world.effects(EffectKind.STATUS, number)
    return sum(effect.value == READY_TO_SHIP for effect in told)


def test_the_whole_day(tmp_path: Path):
    with day_place(tmp_path) as place:
        place.look()
        today, tomorrow = place.last(ShipmentsRead).due
        assert (today.ready, len(today.open)) == (3, 3)
        assert tuple(one.order for one in tomorrow.orders) == TOMORROW
        assert not today.may_be_confirmed

        place.box_elsewhere(*OPEN)
        place.set_ready(*OPEN)
        assert place.last(SetReady).done == OPEN
        today, _ = place.last(ShipmentsRead).due
        assert today.ready == 6
        assert today.may_be_confirmed

        place.day.make_labels(today.with_labels, LabelFormat.A7)
        place.drain()
        place.wait(60)
        came = place.last(LabelsCame)
        assert Path(came.file).read_bytes().startswith(b"%PDF")

        confirm(place)
        act = place.last(ActCame)
        assert Path(act.file).read_bytes().startswith(b"%PDF")
        assert len(place.requests(ACT)) == 1
        first, _ = place.last(ShipmentsRead).due
        assert first.shipment.status is ShipmentStatus.OUTBOUND_CONFIRMED
        assert place.sandbox.world.repeated_effects() == ()


@pytest.mark.parametrize(
    ("kind", "came"),
    [
        (TroubleKind.DROP_BEFORE, False),
        (TroubleKind.BUSY, False),
        (TroubleKind.BUSY_PARALLEL, False),
        (TroubleKind.BROKEN, False),
        (TroubleKind.UNAVAILABLE, False),
        (TroubleKind.DROP_AFTER, True),
        (TroubleKind.RESET_IN_BODY, True),
        (TroubleKind.BAD_JSON, True),
    ],
    ids=str,
)
def test_a_batch_goes_out_once_whatever_happens(tmp_path: Path, kind: TroubleKind, came: bool):
    with day_place(tmp_path) as place:
        place.box_elsewhere(*OPEN)
        place.sandbox.trouble = Trouble(kind, times=1, operations=frozenset({BATCH}))
        place.set_ready(*OPEN)
        done = place.last(SetReady)
        assert len(place.requests(BATCH)) == 1
        assert done.done == (OPEN if came else ())
        assert [times_set(place, one) for one in OPEN] == [int(came)] * 3
        assert done.error is not None
        place.set_ready(*OPEN)
        assert [times_set(place, one) for one in OPEN] == [1] * 3, "a second press finishes it"


def test_an_order_that_is_cancelled_meanwhile_is_held_back(tmp_path: Path):
    with day_place(tmp_path) as place:
        place.box_elsewhere(*OPEN)
        place.sandbox.trouble = Trouble(
            TroubleKind.ORDER_CANCELLED,
            times=1,
            operations=frozenset({BATCH}),
            orders=frozenset({OPEN[0]}),
        )
        place.set_ready(*OPEN)
        done = place.last(SetReady)
        assert [one.order for one in done.refused] == [OPEN[0]]
        assert set(done.done) == set(OPEN[1:])
        states = {one.order: one.readiness for one in place.last(ShipmentsRead).due[0].orders}
        assert states.get(OrderId(OPEN[0]), Readiness.CANCELLED) is Readiness.CANCELLED


@pytest.mark.parametrize(
    ("kind", "took_effect"),
    [
        (TroubleKind.DROP_BEFORE, False),
        (TroubleKind.BUSY, False),
        (TroubleKind.BUSY_PARALLEL, False),
        (TroubleKind.BROKEN, False),
        (TroubleKind.UNAVAILABLE, False),
        (TroubleKind.DROP_AFTER, True),
        (TroubleKind.RESET_IN_BODY, True),
        (TroubleKind.HTML_INSTEAD_OF_PDF, False),
    ],
    ids=str,
)
def test_the_act_is_asked_for_exactly_once_whatever_happens(
    tmp_path: Path, kind: TroubleKind, took_effect: bool
):
    with day_place(tmp_path) as place:
        place.box_elsewhere(*OPEN)
        place.set_ready(*OPEN)
        place.sandbox.trouble = Trouble(kind, times=1, operations=frozenset({ACT}))
        confirm(place)
        assert len(place.requests(ACT)) == 1
        confirmed = place.sandbox.world.effects(EffectKind.SHIPMENT)
        assert len(confirmed) == int(took_effect)
        told = next(one for one in reversed(place.told) if isinstance(one, ActRefused | ActUnclear))
        if isinstance(told, ActUnclear):
            assert told.is_confirmed is took_effect
        else:
            assert not took_effect


def test_an_act_too_early_is_refused_in_the_markets_words(tmp_path: Path):
    with day_place(tmp_path) as place:
        confirm(place)
        error = place.last(ActRefused).error
        assert isinstance(error, MarketRefused)
        assert str(OPEN[0]) in error.messages[0]
        assert place.sandbox.world.effects(EffectKind.SHIPMENT) == ()


def test_labels_come_through_a_bad_line_and_tell_what_is_left_out(tmp_path: Path):
    with day_place(tmp_path) as place:
        place.look()
        place.sandbox.trouble = Trouble(
            TroubleKind.DROP_AFTER, every=3, operations=frozenset({"getReportInfo", "reportFile"})
        )
        wanted = (*READY, 99)
        place.day.make_labels(tuple(OrderId(one) for one in wanted), LabelFormat.A7)
        place.drain()
        place.wait(300)
        came = place.last(LabelsCame)
        assert came.is_incomplete
        assert len(place.requests("generateMassOrderLabelsReport")) == 1


def test_couriers_codes(tmp_path: Path):
    ref = OrderRef(SHOP, OrderId(EXPRESS))
    with day_place(tmp_path) as place:
        place.couriers.look()
        place.drain()
        waited_for = place.last(CouriersRead).orders
        assert waited_for[0].id == EXPRESS
        ours = next(one for one in waited_for if one.id == OURS)
        assert ours.delivery.eac_code == "7788"
        for code, answer in (
            ("0000", EacAnswer(EacResult.REJECTED, 2)),
            (codes()[EXPRESS], EacAnswer(EacResult.ACCEPTED)),
        ):
            place.couriers.verify(ref, code)
            place.drain()
            assert place.last(EacAnswered).answer == answer
        place.couriers.look()
        place.drain()
        assert EXPRESS not in [one.id for one in place.last(CouriersRead).orders]


@pytest.mark.parametrize("kind", [TroubleKind.DROP_AFTER, TroubleKind.DROP_BEFORE], ids=str)
def test_a_courier_code_costs_one_attempt_on_a_bad_line(tmp_path: Path, kind: TroubleKind):
    ref = OrderRef(SHOP, OrderId(EXPRESS))
    with day_place(tmp_path) as place:
        place.sandbox.trouble = Trouble(kind, times=1, operations=frozenset({"verifyOrderEac"}))
        place.couriers.verify(ref, "0000")
        place.drain()
        assert isinstance(place.told[-1], EacFailed)
        assert len(place.requests("verifyOrderEac")) == 1
        place.couriers.verify(ref, "0000")
        place.drain()
        left = 1 if kind is TroubleKind.DROP_AFTER else 2
        assert place.last(EacAnswered).answer == EacAnswer(EacResult.REJECTED, left)


def test_a_right_code_whose_answer_is_lost_is_seen_in_the_order(tmp_path: Path):
    with day_place(tmp_path) as place:
        place.sandbox.trouble = Trouble(
            TroubleKind.DROP_AFTER, times=1, operations=frozenset({"verifyOrderEac"})
        )
        place.couriers.verify(OrderRef(SHOP, OrderId(EXPRESS)), codes()[EXPRESS])
        place.drain()
        assert place.last(EacAnswered).answer == EacAnswer(EacResult.ACCEPTED)


def states(place: DayPlace) -> list[Readiness]:
    """How far the orders of today's shipment are that another program has packed."""
    place.look()
    told = {one.order: one.readiness for one in place.last(ShipmentsRead).due[0].orders}
    return [told[OrderId(number)] for number in OPEN]


def kept(place: DayPlace, number: int) -> list[Event]:
    groups = place.ledger.journal.read(OrderId(number))
    return [event for group in groups for event in group.events]


def give_numbers(place: DayPlace) -> None:
    for number in OPEN:
        place.station.give_external_id(OrderId(number), f"SHOP-{number}")
    place.drain()
    place.station.refresh()
    place.drain()


def test_numbers_for_orders_that_were_packed_elsewhere_leave_them_in_the_shipment(tmp_path: Path):
    with day_place(tmp_path) as place:
        place.box_elsewhere(*OPEN)
        give_numbers(place)
        for number in OPEN:
            assert place.sandbox.world.snapshot(number).external_id == f"SHOP-{number}"
        assert states(place) == 3 * [Readiness.MAY_BE_SET]
        place.open(OPEN[0])
        place.station.leave_order()
        place.drain()
        assert states(place) == 3 * [Readiness.MAY_BE_SET], "to look at it is not to pack it"
        place.set_ready(*OPEN)
        assert place.last(SetReady).done == OPEN
        assert states(place) == 3 * [Readiness.READY]
        assert not any(isinstance(one, OrderChanged) for n in OPEN for one in kept(place, n))


def test_numbers_that_came_before_another_program_packed_change_nothing_either(tmp_path: Path):
    with day_place(tmp_path) as place:
        give_numbers(place)
        place.box_elsewhere(*OPEN)
        assert states(place) == 3 * [Readiness.MAY_BE_SET]
        assert not any(isinstance(one, OrderChanged) for n in OPEN for one in kept(place, n))


def test_an_order_waits_for_its_number_which_is_taken_only_before(tmp_path: Path):
    with day_place(tmp_path) as place:
        place.box_elsewhere(*OPEN)
        place.sandbox.trouble = Trouble(
            TroubleKind.DROP_BEFORE, operations=frozenset({"updateExternalOrderId"})
        )
        give_numbers(place)
        assert states(place) == 3 * [Readiness.NUMBER_WAITS]
        place.set_ready(*OPEN)
        assert place.last(SetReady).done == ()
        assert not place.requests(BATCH)


def test_what_the_market_has_set_counts_whatever_its_times_say(tmp_path: Path):
    with day_place(tmp_path) as place:
        place.box_elsewhere(*OPEN)
        later = place.clock.now() + timedelta(minutes=40)
        for number in OPEN:
            place.sandbox.world.market_edits(number, {"updateDate": later.isoformat()})
        place.look()
        place.set_ready(*OPEN)
        assert states(place) == 3 * [Readiness.READY]
