"""Errands go out one by one, before the steps of their order, and never twice with effect."""

from dataclasses import replace
from random import Random

import pytest
from typing_extensions import override

from packdesk.domain.errands import (
    Cancel,
    CancelReason,
    ErrandDone,
    ErrandRefused,
    ErrandStarted,
    ErrandUndone,
    FindOutErrand,
    GiveExternalId,
    MoveOn,
    OtherTracksFound,
    SetTrack,
)
from packdesk.domain.ids import DeliveryServiceId
from packdesk.domain.next_steps import Finished, NotConfirmed
from packdesk.domain.order import OrderStatus, OrderSubstatus, ProgramType, Track
from packdesk.station.errors import (
    ApiError,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketRefused,
)
from packdesk.station.reports import SubmissionMoved
from tests.builders import item, order
from tests.fakes.losing_market import LosingMarket
from tests.fakes.market import Effect, Op
from tests.fakes.outbox_bench import OutboxBench, layout_of

DBS = order(item(), number=33333, program=ProgramType.DBS)
FBS = order(item(), number=11111)
TRACK = Track("RB123456785RU", DeliveryServiceId(139))
OTHER = Track("RB999999999RU", DeliveryServiceId(139))
SHOP_FAILED = Cancel(CancelReason.SHOP_FAILED)


class Market(LosingMarket):
    """Answers always, unless it is told not to."""

    def __init__(self, *orders):
        super().__init__(*orders, source=Random(1), share=0.0)

    def calls_of(self, name):
        return [one for one in self.log if isinstance(one, tuple) and one[0] == name]


@pytest.fixture
def bench() -> OutboxBench:
    return OutboxBench(Market(DBS, FBS), DBS, FBS)


def with_tracks(*tracks):
    return replace(DBS, delivery=replace(DBS.delivery, tracks=tracks))


def test_an_errand_is_begun_in_the_journal_then_sent_then_done(bench):
    bench.ask(DBS, SetTrack(TRACK))
    assert bench.market.stored(DBS.id).delivery.tracks == (TRACK,)
    kinds = [type(event) for event in bench.events(DBS)]
    assert kinds[-2:] == [ErrandStarted, ErrandDone]
    assert bench.journal.outbox() == ()
    moved = [one for one in bench.reports if isinstance(one, SubmissionMoved)]
    assert moved[-1].errands.done == (SetTrack(TRACK),)


def test_an_errand_goes_before_the_steps_of_its_order(bench):
    bench.ledger.record(DBS.id, ())
    bench.outbox.ask_errand(DBS.id, SetTrack(TRACK))
    bench.confirm(DBS, layout_of(DBS))
    changing = [one[0] for one in bench.market.log if isinstance(one, tuple)]
    assert changing.index("set_track") < changing.index(Op.SET_LAYOUT.value)
    assert isinstance(bench.next(DBS), Finished)


def test_what_waits_already_is_not_asked_twice(bench):
    bench.ask(DBS, SetTrack(TRACK), SetTrack(TRACK))
    bench.ask(DBS, SetTrack(TRACK))
    assert bench.market.stored(DBS.id).delivery.tracks == (TRACK,)
    assert len(bench.market.calls_of("set_track")) == 1


def test_a_track_that_is_there_already_is_done_without_being_sent(bench):
    bench.market.put(with_tracks(TRACK))
    bench.ask(DBS, SetTrack(TRACK))
    assert bench.held(DBS).errands.done == (SetTrack(TRACK),)
    assert bench.market.calls_of("set_track") == []


def test_another_track_that_nobody_knew_of_stops_until_a_person_decides(bench):
    bench.market.put(with_tracks(OTHER))
    bench.ask(DBS, SetTrack(TRACK))
    errands = bench.held(DBS).errands
    assert errands.next == OtherTracksFound(SetTrack(TRACK), (OTHER,))
    assert bench.market.calls_of("set_track") == []
    bench.outbox.drop_errand(DBS.id)
    bench.ask(DBS, SetTrack(TRACK, (OTHER,)))
    assert bench.market.stored(DBS.id).delivery.tracks == (OTHER, TRACK)


def test_a_refused_errand_holds_up_its_order_until_a_person_retries_or_drops_it(bench):
    words = (ApiError("BAD", "Cannot do operation for order with status"),)
    refusal = MarketRefused("op", status=400, errors=words)
    bench.market.fail(Op.SET_EXTERNAL_ID, refusal, refusal)
    bench.ask(FBS, GiveExternalId("A-1"))
    bench.confirm(FBS, layout_of(FBS))
    stopped = bench.held(FBS).errands.stopped
    assert stopped == ErrandRefused(GiveExternalId("A-1"), 400, (words[0].message,))
    assert bench.market.called(Op.SET_LAYOUT) == []
    bench.outbox.retry_errand(FBS.id)
    bench.wait(60)
    assert isinstance(bench.held(FBS).errands.stopped, ErrandRefused)
    bench.outbox.drop_errand(FBS.id)
    bench.wait(60)
    assert isinstance(bench.next(FBS), Finished)
    assert bench.market.stored(FBS.id).external_id is None


def test_a_refused_errand_does_not_hold_up_other_orders(bench):
    bench.market.fail(Op.SET_EXTERNAL_ID, MarketRefused("op", status=400))
    bench.ask(FBS, GiveExternalId("A-1"))
    bench.ask(DBS, SetTrack(TRACK))
    assert bench.held(DBS).errands.done


def test_a_number_that_is_set_already_with_this_very_text_is_done(bench):
    class Racing(Market):
        @override
        def set_external_id(self, ref, external_id):
            self.put(replace(self.stored(ref.order), external_id="A-1"))
            super().set_external_id(ref, external_id)

    raced = OutboxBench(Racing(FBS), FBS)
    raced.ask(FBS, GiveExternalId("A-1"))
    assert raced.held(FBS).errands.done == (GiveExternalId("A-1"),)
    raced = OutboxBench(Racing(FBS), FBS)
    raced.ask(FBS, GiveExternalId("A-2"))
    assert isinstance(raced.held(FBS).errands.stopped, ErrandRefused)


def test_an_unclear_end_is_looked_up_before_anything_is_sent_again(bench):
    lost = MarketOutcomeUnknown("op")
    bench.market.fail(Op.SET_EXTERNAL_ID, lost, effect=Effect.TAKEN)
    bench.ask(FBS, GiveExternalId("A-1"))
    assert bench.held(FBS).errands.next == FindOutErrand(GiveExternalId("A-1"))
    bench.wait(60)
    assert bench.held(FBS).errands.done == (GiveExternalId("A-1"),)
    assert len(bench.market.called(Op.SET_EXTERNAL_ID)) == 1


def test_what_had_no_effect_is_sent_again(bench):
    bench.market.fail(Op.SET_EXTERNAL_ID, MarketOutcomeUnknown("op"))
    bench.ask(FBS, GiveExternalId("A-1"))
    bench.wait(60)
    assert bench.kept(FBS, ErrandUndone) == [ErrandUndone(GiveExternalId("A-1"))]
    assert bench.market.stored(FBS.id).external_id == "A-1"


def test_a_look_that_is_refused_leaves_the_errand_to_be_found_out(bench):
    bench.market.fail(Op.SET_EXTERNAL_ID, MarketOutcomeUnknown("op"), effect=Effect.TAKEN)
    bench.ask(FBS, GiveExternalId("A-1"))
    bench.market.fail(Op.ORDER, MarketRefused("op", status=400))
    bench.wait(2)
    assert bench.held(FBS).errands.next == FindOutErrand(GiveExternalId("A-1"))
    bench.outbox.drop_errand(FBS.id)
    bench.wait(120)
    assert bench.held(FBS).errands.done == (GiveExternalId("A-1"),)


def test_a_cancelled_order_is_not_packed_any_more(bench):
    bench.ledger.record(FBS.id, ())
    bench.ledger.record(FBS.id, ())
    bench.market.fail(Op.SET_LAYOUT, MarketRefused("op", status=400))
    bench.confirm(FBS, layout_of(FBS))
    bench.ask(FBS, SHOP_FAILED)
    assert bench.market.stored(FBS.id).status is OrderStatus.CANCELLED
    assert isinstance(bench.next(FBS), NotConfirmed)
    assert bench.journal.outbox() == ()


def test_a_status_that_is_reached_or_passed_is_not_set_again(bench):
    moved = replace(
        DBS, status=OrderStatus.DELIVERED, substatus=OrderSubstatus("DELIVERY_SERVICE_DELIVERED")
    )
    bench.market.put(moved)
    bench.ask(DBS, MoveOn(OrderStatus.DELIVERY), MoveOn(OrderStatus.DELIVERED))
    assert len(bench.held(DBS).errands.done) == 2
    assert bench.market.calls_of(Op.MARK_READY.value) == []


def test_a_rejected_key_leaves_the_errand_to_be_sent_with_another(bench):
    bench.market.fail(Op.ORDER, MarketKeyRejected("op", status=403))
    bench.ask(DBS, SetTrack(TRACK))
    bench.wait(3600)
    assert bench.held(DBS).errands.waiting == (SetTrack(TRACK),)
    assert bench.market.calls_of("set_track") == []
    bench.outbox.key_changed()
    bench.drain()
    assert bench.held(DBS).errands.done == (SetTrack(TRACK),)


def test_after_a_restart_an_errand_that_was_begun_is_found_out(bench):
    bench.outbox.ask_errand(DBS.id, SetTrack(TRACK))
    bench.journal_lane.drain()
    work, _ = bench.market_lane.waiting.popleft()
    work()
    again = bench.restarted()
    again.drain()
    assert again.held(DBS).errands.done == (SetTrack(TRACK),)
    assert again.market.stored(DBS.id).delivery.tracks == (TRACK,)
