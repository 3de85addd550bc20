"""The hand-over as the window sees it: reports, the list that moves, orders that are not at hand."""

from packdesk.domain.errands import ErrandDone, ErrandStarted, MoveOn
from packdesk.domain.handover_refusals import OfStrayParcel, ScanBroken, TooManyScans, Unclear
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus
from packdesk.station.errors import JournalFault, MarketUnreachable
from packdesk.station.handover_policy import HandoverPolicy
from packdesk.station.handover_reports import (
    HandoverAnswer,
    HandoverFailed,
    HandoverMoved,
    HandoverOutcome,
    HandoverRefused,
    HeldTrack,
    ParcelNotTaken,
    SeekingParcel,
    TookErrand,
    TookParcel,
    TookTrack,
)
from packdesk.station.reports import JournalStopped
from packdesk.station.station import DEEPEST
from tests.fakes.market import Op
from tests.unit.station.handover_bench import HandoverBench
from tests.unit.station.track_desk import S10, A, B, dbs


def told(bench, *texts):
    for text in texts:
        bench.handover.scan(text)
        bench.drain()
    assert bench.bugs == []
    return bench.last(HandoverAnswer).told


def test_a_parcel_that_is_not_at_hand_is_asked_for():
    bench = HandoverBench(dbs())
    assert told(bench, str(A)) == TookParcel(OrderId(A))
    assert isinstance(told(bench, S10), TookTrack)
    assert bench.woken


def test_a_number_that_the_market_does_not_know_is_held_as_a_track_number():
    bench = HandoverBench(dbs())
    assert isinstance(told(bench, "10234567890"), HeldTrack)
    assert told(bench, "PD-CANCEL", "777777") == HandoverRefused(Unclear("777777"))


def test_without_a_line_an_unknown_number_is_told_as_a_failure():
    bench = HandoverBench(dbs())
    bench.market.fail(Op.ORDER, MarketUnreachable("getBusinessOrders"))
    assert isinstance(told(bench, str(A)), ParcelNotTaken)
    told_before = [one.told for one in bench.told if isinstance(one, HandoverAnswer)]
    assert SeekingParcel(str(A)) in told_before, "a slow line is not silent"
    sought = [one.state.sought for one in bench.told if isinstance(one, HandoverAnswer)]
    assert sought == [str(A), ""]


def test_what_is_scanned_while_a_parcel_is_looked_up_waits_for_it():
    bench = HandoverBench(dbs(), cached=(dbs(B),))
    for text in (str(A), S10, str(B)):
        bench.handover.scan(text)
    bench.drain()
    took = [one.told for one in bench.told if isinstance(one, HandoverAnswer)]
    assert [type(one) for one in took if not isinstance(one, SeekingParcel)] == [
        TookParcel,
        TookTrack,
        TookParcel,
    ]
    assert bench.desk.state().parcel == dbs(B)


def test_a_number_scanned_right_after_a_strangers_parcel_goes_to_no_other():
    bench = HandoverBench(cached=(dbs(B),))
    for text in ("51299999999-1", S10, str(B)):
        bench.handover.scan(text)
    bench.drain()
    refused = [
        one.told.refusal
        for one in bench.told
        if isinstance(one, HandoverAnswer) and isinstance(one.told, HandoverRefused)
    ]
    assert refused == [Unclear("51299999999-1"), OfStrayParcel(S10, "51299999999-1")]
    assert bench.last(HandoverAnswer).told == TookParcel(OrderId(B))


def test_a_picked_parcel_and_a_status_ask_for_their_order_too():
    bench = HandoverBench(dbs(), dbs(B))
    bench.handover.take_parcel(OrderId(A))
    bench.drain()
    assert bench.last(HandoverAnswer).told == TookParcel(OrderId(A))
    bench.handover.move_on(OrderId(B), MoveOn(OrderStatus.DELIVERY))
    bench.drain()
    assert isinstance(bench.last(HandoverAnswer).told, TookErrand)


def test_the_list_moves_as_things_are_sent_but_not_for_each_of_them():
    bench = HandoverBench(cached=(dbs(),))
    bench.handover.start()
    bench.drain()
    told(bench, str(A), S10)
    (errand,) = bench.waiting(A)
    before = len(bench.told)
    for event in (ErrandStarted(errand), ErrandDone(errand)):
        bench.ledger.record(OrderId(A), (event,))
        for _ in range(10):
            bench.handover.moved(OrderId(A))
    bench.clock.move(5, between=bench.drain)
    assert [type(one) for one in bench.told[before:]] == [HandoverMoved]
    assert bench.last(HandoverMoved).state.rows[0].outcome is HandoverOutcome.DONE


def test_noise_and_too_many_scans_are_refused():
    bench = HandoverBench(cached=(dbs(),))
    bench.handover.refuse_noise()
    bench.drain()
    assert bench.last(HandoverAnswer).told == HandoverRefused(ScanBroken())
    for _ in range(DEEPEST + 1):
        bench.handover.scan(str(A))
    bench.drain()
    told_all = [one.told for one in bench.told if isinstance(one, HandoverAnswer)]
    assert told_all.count(HandoverRefused(TooManyScans())) == 1
    assert bench.last(HandoverAnswer).told == TookParcel(OrderId(A))


def test_a_journal_that_cannot_be_written_stops_the_person():
    bench = HandoverBench(cached=(dbs(),))
    told(bench, str(A))
    bench.journal.fault = JournalFault.FULL
    bench.handover.scan(S10)
    bench.drain()
    assert isinstance(bench.told[-1], JournalStopped)
    assert bench.bugs == []


def test_another_program_that_wrote_meanwhile_makes_the_order_be_read_anew():
    bench = HandoverBench(cached=(dbs(),))
    told(bench, str(A))
    other = HandoverBench(journal=bench.journal)
    other.desk.move_on(OrderId(A), MoveOn(OrderStatus.DELIVERY))
    assert isinstance(told(bench, S10), HandoverFailed)
    assert isinstance(told(bench, S10), TookTrack)
    assert len(bench.waiting(A)) == 2


def test_ways_and_stopped_errands_are_passed_on():
    bench = HandoverBench(cached=(dbs(),))
    bench.handover.follow(HandoverPolicy(delivery_after_track=True))
    answer = told(bench, str(A), S10)
    assert isinstance(answer, TookTrack)
    assert len(answer.errands) == 2
    bench.handover.retry(OrderId(A))
    bench.handover.give_up(OrderId(A))
    assert (bench.retried, bench.dropped) == ([A], [A])


def test_nothing_is_told_after_the_end():
    bench = HandoverBench(cached=(dbs(),))
    bench.handover.scan(str(A))
    bench.handover.stop()
    bench.drain()
    assert bench.told == []
