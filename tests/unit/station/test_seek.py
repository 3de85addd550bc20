"""An order that is sought by a typed number: it is never read as a good of the order at hand."""

import pytest

from packdesk.domain.refusals import NoSuchOrder
from packdesk.station.errors import MarketUnreachable
from packdesk.station.reports import Answer, Failed, OpenedOrder, RefusedIt
from tests.builders import catalogue, ean, item, order
from tests.fakes.market import Op
from tests.fakes.workplace import FakeWorkplace

HERE, THERE = 51234567001, 51234567002


@pytest.fixture
def place() -> FakeWorkplace:
    """One order lies on the bench; another one is at the Market only."""
    place = FakeWorkplace(
        order(item(1, 2), number=HERE, external_id="A-7"),
        order(item(2), number=THERE),
        catalogue=catalogue(1, 2),
    )
    place.station.start()
    place.open(HERE)
    return place


def sought(place: FakeWorkplace, text: str) -> Answer:
    place.station.seek_order(text)
    place.drain()
    assert place.bugs == []
    return place.answer()


def on_bench(place: FakeWorkplace) -> int:
    bench = place.desk.bench()
    assert bench is not None
    return bench.order.id


def test_a_number_opens_the_order_from_the_cache_or_from_the_market(place):
    assert isinstance(sought(place, f" {THERE} ").told, OpenedOrder)
    assert on_bench(place) == THERE
    assert isinstance(sought(place, "A-7").told, OpenedOrder)
    assert on_bench(place) == HERE


@pytest.mark.parametrize("text", ["454870310213", ean(1), ean(9), "987", "shoes", "PD-FINISH"])
def test_what_is_no_order_is_said_to_be_none_and_is_no_scan(place, text):
    before = place.scan("what nobody knows").bench
    assert before is not None
    assert before.teachable is not None
    answer = sought(place, text)
    assert answer.told == RefusedIt(NoSuchOrder(text))
    assert answer.scan is None
    assert answer.bench is not None
    assert answer.bench.teachable is None
    assert place.held(HERE).packing.packed(item(1)) == 0


def test_the_market_that_cannot_be_asked_is_told(place):
    place.market.fail(Op.ORDER, MarketUnreachable("getBusinessOrders"))
    answer = sought(place, str(THERE))
    assert isinstance(answer.told, Failed)
    assert answer.scan is None
    assert on_bench(place) == HERE
