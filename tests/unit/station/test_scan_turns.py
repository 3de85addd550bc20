"""Goods scanned behind an order number that the cache does not have: never before their order."""

from packdesk.domain.refusals import DiskIsSlow
from packdesk.station.errors import MarketUnreachable, OrderUnknown
from packdesk.station.reports import Answer, Did, Failed, OpenedOrder, RefusedIt
from packdesk.station.station import DEEPEST
from tests.builders import catalogue, ean, item, order
from tests.fakes.market import Op
from tests.fakes.workplace import FakeWorkplace

NUMBER = 12345678
GOODS = ean(1)


def cold():
    """The queue has not been read: only what is asked for by number is there."""
    place = FakeWorkplace(order(item(1), number=NUMBER), catalogue=catalogue(1))
    place.station.start()
    place.drain()
    return place


def told(place, *texts):
    for text in texts:
        place.station.scan(text)
    place.drain()
    assert place.bugs == []
    return [one.told for one in place.reports if isinstance(one, Answer)]


def test_goods_scanned_behind_an_unknown_order_number_go_into_that_order():
    opened, did = told(cold(), str(NUMBER), GOODS)
    assert isinstance(opened, OpenedOrder)
    assert isinstance(did, Did)


def test_goods_scanned_behind_a_number_that_cannot_be_asked_are_refused_in_order():
    place = cold()
    place.market.fail(Op.ORDER, MarketUnreachable("getBusinessOrders"))
    assert all(isinstance(one, Failed) for one in told(place, str(NUMBER), GOODS))
    answers = [one for one in place.reports if isinstance(one, Answer)]
    assert [one.scan for one in answers] == [str(NUMBER), GOODS]


def test_the_next_order_number_is_asked_for_though_the_one_before_it_is_nowhere():
    failed, opened, did = told(cold(), "99999999", str(NUMBER), GOODS)
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, OrderUnknown)
    assert isinstance(opened, OpenedOrder)
    assert isinstance(did, Did)


def test_no_more_scans_wait_for_an_order_than_for_the_journal():
    answers = told(cold(), str(NUMBER), *[GOODS] * DEEPEST)
    assert answers.count(RefusedIt(DiskIsSlow())) == 1
    assert isinstance(answers[1], OpenedOrder)
    assert len(answers) == DEEPEST + 1
