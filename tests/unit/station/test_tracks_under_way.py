"""Numbers of orders that were never at hand here: known from the Market, so that none is used twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from packdesk.domain.handover_refusals import UsedElsewhere
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus, Track
from packdesk.station.errors import MarketUnreachable
from packdesk.station.handover_reports import HandoverAnswer, HandoverRefused, TookTrack
from tests.fakes.market import Op
from tests.unit.station.handover_bench import HandoverBench
from tests.unit.station.track_desk import OWN, S10, A, B, dbs


def on_its_way(status=OrderStatus.DELIVERY, code=S10):
    return replace(dbs(B, tracks=(Track(code, OWN),)), status=status)


def scan(bench, *texts):
    for text in texts:
        bench.handover.scan(text)
        bench.drain()
    assert bench.bugs == []
    return bench.last(HandoverAnswer).told


@pytest.mark.parametrize("status", [OrderStatus.DELIVERY, OrderStatus.PICKUP])
@pytest.mark.parametrize("code", [S10, S10.lower(), "RA 410342249 RU"])
def test_a_number_of_an_order_on_its_way_is_stopped_though_this_table_never_had_it(status, code):
    bench = HandoverBench(dbs(), on_its_way(status, code))
    bench.handover.go_online()
    bench.drain()
    told = scan(bench, str(A), S10)
    assert told == HandoverRefused(UsedElsewhere(S10, OrderId(B)))
    assert bench.waiting(A) == ()


def test_without_a_line_the_number_is_taken_and_they_are_asked_for_again_later():
    bench = HandoverBench(on_its_way(), cached=(dbs(),))
    bench.market.fail(Op.ORDERS, MarketUnreachable("getBusinessOrders"))
    assert isinstance(scan(bench, str(A), S10), TookTrack)
    bench.clock.move(timedelta(minutes=6).total_seconds())
    bench.handover.undo()
    bench.drain()
    scan(bench, "PD-CANCEL")
    told = scan(bench, str(A), S10)
    assert told == HandoverRefused(UsedElsewhere(S10, OrderId(B)))


def test_they_are_asked_for_once_an_hour():
    bench = HandoverBench(dbs(), on_its_way())

    def asked():
        return len(bench.market.called(Op.ORDERS))

    for _ in range(5):
        scan(bench, "PD-CANCEL")
    assert asked() == 1
    bench.clock.move(timedelta(hours=1).total_seconds())
    scan(bench, "PD-CANCEL")
    assert asked() == 2


def test_what_this_table_knows_better_counts():
    gone = replace(on_its_way(), status=OrderStatus.CANCELLED)
    bench = HandoverBench(on_its_way(), cached=(dbs(), gone))
    bench.market.put(on_its_way())
    bench.handover.go_online()
    bench.drain()
    assert isinstance(scan(bench, str(A), S10), TookTrack)
