"""A day's DBS parcels are handed over by scans alone, on a good day and on a bad one."""

from pathlib import Path

import pytest

from packdesk.domain.codes.track import s10_check_digit
from packdesk.domain.errands import MoveOn, SetTrack
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.transitions import State
from packdesk.sandbox.troubles import Trouble, TroubleKind
from packdesk.station.handover_policy import HandoverPolicy
from packdesk.station.handover_reports import (
    HandoverOutcome,
    HandoverRefused,
    TookBack,
    TookParcel,
    TookTrack,
    TrackAlreadyThere,
)
from tests.e2e.handover_place import FIRST, HandoverPlace, dbs_day, handover_place
from tests.fakes.clock import FakeClock

PARCELS = 50
ORDERS = range(FIRST, FIRST + PARCELS)


def track_of(number: int) -> str:
    digits = f"{number % 10**8:08d}"
    return f"RA{digits}{s10_check_digit(digits)}RU"


TROUBLES = (
    None,
    Trouble(TroubleKind.DROP_AFTER, every=5),
    Trouble(TroubleKind.DROP_BEFORE, every=5),
    Trouble(TroubleKind.BUSY, every=7, seconds=10),
)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda one: one.kind.value if one else "fine")
def test_fifty_parcels_are_handed_over_by_a_hundred_scans(tmp_path: Path, trouble):
    with handover_place(tmp_path, dbs_day(tmp_path, PARCELS)) as place:
        place.sandbox.trouble = trouble
        for number in ORDERS:
            assert place.hand(str(number)).told == TookParcel(OrderId(number))
            assert isinstance(place.hand(track_of(number)).told, TookTrack)
        place.wait(1200)
        assert trouble is None or any(one.status in {0, 420} for one in place.sandbox.log)
        for number in ORDERS:
            assert place.tracks(number) == [track_of(number)]
        sent = [
            one.request["trackCode"]
            for one in place.sandbox.log
            if one.operation == "setOrderDeliveryTrackCode" and one.status in {0, 200}
        ]
        assert set(sent) == {track_of(number) for number in ORDERS}
        if trouble is None or trouble.kind is TroubleKind.DROP_AFTER:
            assert len(sent) == PARCELS, "none went out twice"
        assert [row.outcome for row in place.state.rows] == [HandoverOutcome.DONE] * PARCELS


def test_tracks_may_come_before_their_parcels(tmp_path: Path):
    with handover_place(tmp_path, dbs_day(tmp_path, 2)) as place:
        for number in (FIRST, FIRST + 1):
            place.hand(track_of(number), f"{number}-1")
        place.wait(10)
        assert place.tracks(FIRST) == [track_of(FIRST)]
        assert place.tracks(FIRST + 1) == [track_of(FIRST + 1)]


def test_the_status_follows_the_track_where_the_shop_wants_it(tmp_path: Path):
    policy = HandoverPolicy(delivery_after_track=True)
    with handover_place(tmp_path, dbs_day(tmp_path, 1), policy) as place:
        place.hand(str(FIRST), track_of(FIRST))
        place.wait(60)
        order = place.sandbox.world.snapshot(FIRST)
        assert order.state.status == "DELIVERY"
        assert [type(row.errand) for row in place.state.rows] == [MoveOn, SetTrack]


def test_the_status_goes_on_along_the_chart_with_its_real_day(tmp_path: Path):
    with handover_place(tmp_path, dbs_day(tmp_path, 1)) as place:
        place.handover.move_on(OrderId(FIRST), MoveOn(OrderStatus.DELIVERY))
        today = place.clock.now().date()
        place.handover.move_on(OrderId(FIRST), MoveOn(OrderStatus.DELIVERED, today))
        place.drain()
        place.wait(60)
        assert place.sandbox.world.snapshot(FIRST).state.status == "DELIVERED"


def test_an_order_that_the_cache_does_not_have_is_asked_for(tmp_path: Path):
    with handover_place(tmp_path, dbs_day(tmp_path, 2)) as place:
        place.lose(FIRST)
        assert place.hand(str(FIRST)).told == TookParcel(OrderId(FIRST))
        place.lose(FIRST + 1)
        # Once for the parcel in hand, once more to say that its label is out of the way.
        place.hand("PD-CANCEL", "PD-CANCEL")
        place.hand(track_of(FIRST), f"{FIRST + 1}-1")
        place.wait(10)
        assert place.tracks(FIRST + 1) == [track_of(FIRST)]


def test_a_number_that_is_no_order_is_held_as_a_track_number(tmp_path: Path):
    with handover_place(tmp_path, dbs_day(tmp_path, 1)) as place:
        place.hand("10234567890")
        assert isinstance(place.hand(str(FIRST)).told, TookTrack)


def test_what_was_scanned_without_a_line_is_taken_back_or_sent_after_a_restart(tmp_path: Path):
    clock = FakeClock()
    with Sandbox(dbs_day(tmp_path, 2), clock=clock.now) as sandbox:
        first = HandoverPlace(tmp_path, sandbox, clock)
        first.start()
        sandbox.trouble = Trouble(TroubleKind.DROP_BEFORE)
        first.hand("PD-CANCEL", str(FIRST), track_of(FIRST))
        clock.move(1)
        first.hand(str(FIRST + 1), track_of(FIRST + 1))
        assert isinstance(first.hand("PD-UNDO").told, TookBack)
        first.stop()
        sandbox.trouble = None
        second = HandoverPlace(tmp_path, sandbox, clock)
        second.start()
        assert [row.order for row in second.state.rows] == [FIRST]
        second.wait(1200)
        assert second.tracks(FIRST) == [track_of(FIRST)]
        assert second.tracks(FIRST + 1) == []
        assert second.requests("getDeliveryServices") == [None], "kept on the disk for a day"
        told = second.hand(str(FIRST), track_of(FIRST)).told
        assert isinstance(told, TrackAlreadyThere)
        told = second.hand(str(FIRST + 1), track_of(FIRST)).told
        assert isinstance(told, HandoverRefused)
        second.stop()
        assert first.bugs == second.bugs == []


def test_what_the_market_refuses_waits_for_a_person_who_may_give_it_up(tmp_path: Path):
    with handover_place(tmp_path, dbs_day(tmp_path, 1)) as place:
        place.hand(str(FIRST))
        place.sandbox.trouble = Trouble(TroubleKind.DROP_BEFORE, times=1)
        place.hand(track_of(FIRST))
        delivered = State("DELIVERED", "DELIVERY_SERVICE_DELIVERED")
        place.sandbox.world.market_moves(FIRST, delivered)
        place.wait(300)
        (row,) = place.state.rows
        assert row.outcome is HandoverOutcome.STOPPED
        assert row.stop is not None
        place.handover.give_up(OrderId(FIRST))
        place.drain()
        place.wait(5)
        assert place.state.rows == ()
