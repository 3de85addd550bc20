"""The order feed over fakes: which orders are known, and that comfort is never needed."""

from datetime import timedelta

from packdesk.domain.access import Access
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus, OrderSubstatus, ProgramType
from packdesk.domain.questions import WhichItem
from packdesk.station.errors import MarketKeyRejected, MarketUnreachable, OrderUnknown
from packdesk.station.order_feed import AFTER_TROUBLE, PERIOD
from packdesk.station.reports import (
    AskedBack,
    BenchMoved,
    Failed,
    MarketFine,
    MarketTrouble,
    OpenedOrder,
    QueueRead,
)
from tests.builders import catalogue, item, order
from tests.fakes.market import Op
from tests.fakes.workplace import FakeWorkplace


def queue(place: FakeWorkplace) -> QueueRead:
    read = place.told(QueueRead)[-1]
    assert isinstance(read, QueueRead)
    return read


def test_the_queue_is_read_at_the_start_and_every_few_minutes():
    place = FakeWorkplace(order(number=1)).start()
    assert [entry.order.id for entry in queue(place).entries] == [1]
    place.market.put(order(number=2))
    place.wait(PERIOD.total_seconds() + 1)
    assert {entry.order.id for entry in queue(place).entries} == {1, 2}


def test_express_comes_first_then_what_is_due_first():
    day = order().shipment_date
    assert day is not None
    late, early = day + timedelta(days=1), day
    place = FakeWorkplace(
        order(number=1, shipment_date=late),
        order(number=2, shipment_date=early),
        order(number=3, program=ProgramType.EXPRESS, shipment_date=late),
        order(number=4, substatus=OrderSubstatus.READY_TO_SHIP, shipment_date=early),
        order(number=5, shipment_date=None),
    ).start()
    assert [entry.order.id for entry in queue(place).entries] == [3, 2, 1, 5, 4]


def test_an_order_that_left_processing_is_asked_for_by_number():
    place = FakeWorkplace(order(number=1), order(number=2)).start()
    place.market.put(order(number=2, status=OrderStatus.CANCELLED))
    place.station.refresh()
    place.drain()
    states = {entry.order.id: entry.access for entry in queue(place).entries}
    assert states == {OrderId(1): Access.PACK, OrderId(2): Access.CANCELLED}


def test_without_the_catalogue_scope_all_works_and_it_is_asked_once():
    place = FakeWorkplace(order(item(1), number=1), catalogue=catalogue(1))
    place.market.fail(Op.OFFERS, MarketKeyRejected("getOfferMappings", status=403))
    place.start()
    assert queue(place).catalogue.offers == ()
    assert not place.told(MarketTrouble)
    place.market.put(order(item(2), number=2))
    place.station.refresh()
    place.drain()
    assert len(place.market.called(Op.OFFERS)) == 1


def test_offers_that_do_not_come_today_come_later():
    place = FakeWorkplace(order(item(1), number=1), catalogue=catalogue(1))
    place.market.fail(Op.OFFERS, MarketUnreachable("getOfferMappings"))
    place.start()
    assert queue(place).catalogue.offers == ()
    place.station.refresh()
    place.drain()
    assert len(queue(place).catalogue.offers) == 1
    place.station.refresh()
    place.drain()
    assert len(place.market.called(Op.OFFERS)) == 2


def test_trouble_is_told_and_tried_again_while_the_cache_is_shown():
    place = FakeWorkplace(order(number=1)).start()
    place.market.fail(Op.ORDERS, MarketUnreachable("getBusinessOrders"))
    place.station.refresh()
    place.drain()
    assert place.told(MarketTrouble)
    before = len(place.told(MarketFine))
    place.wait(AFTER_TROUBLE.total_seconds() + 1)
    assert len(place.told(MarketFine)) > before
    assert len(queue(place).entries) == 1


def test_an_order_that_the_cache_does_not_have_is_fetched_and_opened():
    place = FakeWorkplace(order(number=11111)).start()
    place.market.put(order(number=22222, status=OrderStatus.DELIVERY))
    answer = place.scan("22222")
    assert answer.told == OpenedOrder(OrderId(22222), Access.ON_ITS_WAY)
    assert place.open(22222).told == OpenedOrder(OrderId(22222), Access.ON_ITS_WAY)


def test_an_unknown_number_is_told_and_the_program_goes_on():
    place = FakeWorkplace(order(number=11111)).start()
    answer = place.scan("99999")
    assert isinstance(answer.told, Failed)
    assert isinstance(answer.told.error, OrderUnknown)
    assert place.scan("11111").told == OpenedOrder(OrderId(11111), Access.PACK)


def test_while_an_order_is_half_packed_no_unknown_number_goes_to_the_market():
    place = FakeWorkplace(order(item(1, 2), number=11111), catalogue=catalogue(1)).start()
    place.open(11111)
    place.scan("<ean 1>")
    asked = len(place.market.called(Op.ORDER))
    place.scan("123456")
    assert len(place.market.called(Op.ORDER)) == asked


def test_an_opened_order_is_read_again_behind_the_packer():
    place = FakeWorkplace(order(number=1)).start()
    place.market.put(order(number=1, notes="Ring the bell"))
    place.open(1)
    moved = place.told(BenchMoved)[-1]
    assert isinstance(moved, BenchMoved)
    assert moved.bench.order.notes == "Ring the bell"


def test_a_cancelled_order_cannot_be_packed_on():
    place = FakeWorkplace(order(item(1, 2), number=1), catalogue=catalogue(1)).start()
    place.open(1)
    place.scan("<ean 1>")
    place.market.put(order(item(1, 2), number=1, status=OrderStatus.CANCELLED))
    place.station.refresh()
    place.drain()
    answer = place.scan("<ean 1>")
    assert answer.bench is not None
    assert answer.bench.access is Access.CANCELLED


def test_one_barcode_on_two_positions_is_asked_about():
    goods = order(item(1, offer_id="A-1"), item(2, offer_id="A-1"), number=1)
    place = FakeWorkplace(goods, catalogue=catalogue(1)).start()
    place.open(1)
    answer = place.scan("<ean 1>")
    assert isinstance(answer.told, AskedBack)
    assert isinstance(answer.told.question, WhichItem)
    place.station.answer(7)
    place.station.answer(2)
    place.drain()
    place.station.drop_question()
    place.drain()
    place.scan("<ean 1>")
    assert place.held(1).packing.is_complete
