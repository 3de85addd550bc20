"""What a station may rely on after packing, of whatever Market it has."""

from dataclasses import replace

import pypdfium2
import pytest

from packdesk.domain.ids import BoxNumber, DeliveryServiceId, ItemId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, LayoutBox, WholeUnits
from packdesk.domain.order import OrderStatus, OrderSubstatus, Track
from packdesk.station.errors import MarketOutcomeUnknown, MarketRefused
from packdesk.station.ports import ReportStatus, StatusAnswer, StatusChange
from tests.contract.market_benches import DBS, ELSEWHERE, FBS, NOBODYS, SHOP, a_bench
from tests.fakes.market import Op

PACKED = BoxLayout((LayoutBox(BoxNumber(1), (WholeUnits(ItemId(21), 1),)),))


@pytest.fixture(params=["fake", "sandbox"])
def bench(request):
    with a_bench(request.param) as running:
        yield running


@pytest.fixture
def market(bench):
    return bench.market


@pytest.fixture
def track(market):
    return Track("RA123456785RU", market.delivery_services()[0].id)


def test_services_have_numbers_and_names(market):
    services = market.delivery_services()
    assert services
    assert all(one.id > 0 and one.name for one in services)


def test_a_track_is_kept_with_the_order(market, track):
    market.set_track(DBS, track)
    assert track in market.order(DBS).delivery.tracks


def test_a_track_is_for_dbs_orders_and_known_services(market, track):
    with pytest.raises(MarketRefused):
        market.set_track(FBS, track)
    with pytest.raises(MarketRefused):
        market.set_track(DBS, replace(track, service=DeliveryServiceId(999_999_999)))
    with pytest.raises(MarketRefused):
        market.set_track(NOBODYS, track)


def test_a_track_whose_answer_is_lost_is_there_nevertheless(bench, market, track):
    bench.lose_answer(Op.SET_TRACK)
    with pytest.raises(MarketOutcomeUnknown):
        market.set_track(DBS, track)
    assert track in market.order(DBS).delivery.tracks


def test_a_dbs_order_goes_along_its_chart(market):
    handed = OrderSubstatus.DELIVERY_SERVICE_RECEIVED
    market.change_status(DBS, StatusChange(OrderStatus.DELIVERY, handed))
    assert market.order(DBS).status is OrderStatus.DELIVERY
    with pytest.raises(MarketRefused):
        market.change_status(DBS, StatusChange(OrderStatus.PROCESSING, OrderSubstatus.STARTED))


def test_an_order_is_cancelled_by_the_shop(market):
    market.change_status(FBS, StatusChange(OrderStatus.CANCELLED, OrderSubstatus.SHOP_FAILED))
    assert market.order(FBS).status is OrderStatus.CANCELLED


def test_each_of_many_orders_is_set_ready_or_refused_for_itself(market):
    market.set_layout(DBS, PACKED)
    done, refused = market.mark_many_ready(SHOP, (DBS.order, FBS.order))
    assert done == StatusAnswer(DBS.order)
    assert refused.order == FBS.order
    assert refused.trouble
    assert market.order(DBS).is_ready
    assert not market.order(FBS).is_ready


def test_a_code_is_asked_of_express_orders_that_wait_for_one(market):
    for ref in (FBS, ELSEWHERE):
        with pytest.raises(MarketRefused):
            market.verify_eac(ref, "1234")


def test_labels_of_many_orders_come_in_one_file(bench, market):
    market.set_layout(DBS, PACKED)
    ticket = market.order_labels_report((DBS.order, FBS.order), LabelFormat.A7)
    bench.time_passes()
    state = market.report(ticket.id)
    assert (state.status, state.substatus) == (ReportStatus.DONE, "RESOURCE_NOT_FOUND")
    document = pypdfium2.PdfDocument(market.report_file(state.file))
    try:
        assert len(document) == 1
    finally:
        document.close()


def test_a_report_that_nobody_ordered_is_refused(market):
    with pytest.raises(MarketRefused):
        market.report("labels-9999")


def test_no_act_before_the_orders_of_the_shipment_are_ready(market):
    with pytest.raises(MarketRefused):
        market.reception_act(SHOP)
