"""What a station may rely on, of whatever Market it has."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pypdfium2
import pytest

from packdesk.domain.checks import CodeVerdict
from packdesk.domain.codes import Cis, CodeKind
from packdesk.domain.ids import BoxNumber, ItemId, MarketBoxId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, ItemPart, LayoutBox, WholeUnits
from packdesk.domain.order import (
    CodeRequirement,
    ItemTag,
    MarketBox,
    OrderStatus,
    OrderSubstatus,
    ProgramType,
    StoredItem,
)
from packdesk.station.errors import (
    MarketRefused,
    OrderUnknown,
)
from packdesk.station.ports import READY, OrderQuery
from tests.contract.market_benches import (
    CANCELLED,
    DBS,
    ELSEWHERE,
    FBS,
    GIFT,
    NOBODYS,
    OLD,
    OTHER_SHOP,
    REFUSED_CODE,
    SHOP,
    TEST_ORDER,
    a_bench,
)
from tests.unit.sandbox.days import cis

MARKED, PLAIN = ItemId(11), ItemId(12)
GTIN = "04610000000011"


def code(serial: str) -> Cis:
    full = cis(serial)
    return Cis(full, GTIN, full[18:31])


ONE, TWO = code("AAA"), code("BBB")


def boxes(*contents):
    return tuple(LayoutBox(BoxNumber(n), content) for n, content in enumerate(contents, start=1))


WHOLE = BoxLayout(boxes((WholeUnits(MARKED, 2, ((ONE,), (TWO,))), WholeUnits(PLAIN, 1))))
IN_PARTS = BoxLayout(
    boxes(
        ItemPart(MARKED, 1, 2, (ONE,)),
        ItemPart(MARKED, 2, 2, (ONE,)),
        (WholeUnits(MARKED, 1, ((TWO,),)), WholeUnits(PLAIN, 1)),
    )
)
DBS_LAYOUT = BoxLayout(boxes((WholeUnits(ItemId(21), 1),)))


@pytest.fixture(params=["fake", "sandbox"])
def bench(request):
    with a_bench(request.param) as running:
        yield running


@pytest.fixture
def market(bench):
    return bench.market


def refused(work, status=400):
    with pytest.raises(MarketRefused) as caught:
        work()
    assert type(caught.value) is MarketRefused
    assert caught.value.status == status
    assert caught.value.messages
    assert all(caught.value.messages)
    return caught.value


def test_the_shops_are_told_with_their_cabinet(market):
    campaigns = market.campaigns()
    assert [campaign.id for campaign in campaigns] == [SHOP, OTHER_SHOP]
    assert len({campaign.business_id for campaign in campaigns}) == 1
    assert all(campaign.name for campaign in campaigns)


def test_the_key_tells_its_scopes(market):
    assert "INVENTORY_AND_ORDER_PROCESSING" in market.key_info().scopes


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (OrderQuery(campaigns=(SHOP,)), {FBS, DBS, CANCELLED}),
        (OrderQuery(campaigns=(SHOP, OTHER_SHOP), statuses=(OrderStatus.PROCESSING,)),
         {FBS, DBS, ELSEWHERE}),
        (OrderQuery(statuses=(OrderStatus.CANCELLED,)), {CANCELLED}),
        (OrderQuery(programs=(ProgramType.DBS,)), {DBS}),
        (OrderQuery(substatuses=(OrderSubstatus.READY_TO_SHIP,)), set()),
        (OrderQuery(fake=True), {TEST_ORDER}),
        (OrderQuery(orders=(FBS.order, ELSEWHERE.order, NOBODYS.order)), {FBS, ELSEWHERE}),
        (OrderQuery(external_ids=("B-6", "C-7")), {ELSEWHERE}),
        (OrderQuery(external_ids=("C-7",)), set()),
    ],
)  # fmt: skip
def test_orders_are_found_by_what_the_query_names(market, query, expected):
    found = {order.ref for order in market.orders(query)}
    assert found - {OLD} == expected


def test_an_order_is_told_in_full(market):
    order = market.order(FBS)
    assert order.ref == FBS
    assert order.program is ProgramType.FBS
    assert (order.status, order.substatus) == (OrderStatus.PROCESSING, OrderSubstatus.STARTED)
    assert [(item.id, item.count, item.price) for item in order.items] == [
        (MARKED, 2, Decimal(200)),
        (PLAIN, 1, Decimal(900)),
    ]
    assert order.items[0].requires == (CodeRequirement(CodeKind.CIS),)
    assert order.items[0].tags == (ItemTag.SAFE_TAG,)
    assert order.notes == "Позвонить"
    assert order.shipment_date == date(2026, 11, 20)
    assert order.stored_boxes == ()


def test_model_buyer_and_time_are_told(market):
    assert market.order(DBS).is_business
    express = market.order(ELSEWHERE)
    assert express.program is ProgramType.EXPRESS
    assert express.shipment_time == time(14, 30)
    assert express.external_id == "B-6"
    assert not express.is_business


@pytest.mark.parametrize("ref", [TEST_ORDER, OLD, CANCELLED, ELSEWHERE])
def test_an_order_is_found_however_old_or_fake_it_is(market, ref):
    assert market.order(ref).ref == ref


@pytest.mark.parametrize("ref", [NOBODYS, replace(FBS, campaign=OTHER_SHOP)])
def test_an_order_that_the_shop_does_not_have_is_unknown(market, ref):
    with pytest.raises(OrderUnknown) as unknown:
        market.order(ref)
    assert unknown.value.order == ref.order


def test_goods_that_a_promotion_added_are_told(market):
    assert market.promoted_items(ELSEWHERE) == (GIFT,)
    assert market.promoted_items(FBS) == ()
    assert market.promoted_items(NOBODYS) == ()


def test_a_layout_can_be_read_back(market):
    answered = market.set_layout(FBS, WHOLE)
    (box,) = market.order(FBS).stored_boxes
    assert answered == (MarketBox(BoxNumber(1), box.box_id),)
    assert box.barcode
    assert box.items == (
        StoredItem(MARKED, 2, None, None, ((ONE,), (TWO,))),
        StoredItem(PLAIN, 1, None, None),
    )


def test_parts_and_their_codes_can_be_read_back(market):
    answered = market.set_layout(FBS, IN_PARTS)
    stored = market.order(FBS).stored_boxes
    assert [box.number for box in answered] == [1, 2, 3]
    assert [box.box_id for box in answered] == [box.box_id for box in stored]
    assert stored[1].items == (StoredItem(MARKED, None, 2, 2, ((ONE,),)),)


def test_a_new_layout_replaces_the_old_one_with_new_boxes(market):
    before = {box.box_id for box in market.set_layout(FBS, IN_PARTS)}
    after = {box.box_id for box in market.set_layout(FBS, WHOLE)}
    assert before.isdisjoint(after)
    assert len(market.order(FBS).stored_boxes) == 1


@pytest.mark.parametrize(
    "layout",
    [
        BoxLayout(boxes((WholeUnits(MARKED, 3), WholeUnits(PLAIN, 1)))),
        BoxLayout(boxes((WholeUnits(MARKED, 1), WholeUnits(PLAIN, 1)))),
        BoxLayout(boxes((WholeUnits(MARKED, 2),))),
        BoxLayout(boxes((WholeUnits(MARKED, 2), WholeUnits(PLAIN, 1), WholeUnits(ItemId(9), 1)))),
        BoxLayout(boxes((WholeUnits(MARKED, 1), WholeUnits(PLAIN, 1), WholeUnits(MARKED, 1)))),
    ],
)
def test_a_layout_that_does_not_fit_the_order_is_refused_and_nothing_kept(market, layout):
    error = refused(lambda: market.set_layout(FBS, layout))
    assert (error.operation, error.order) == ("setOrderBoxLayout", FBS.order)
    assert market.order(FBS).stored_boxes == ()


def test_missing_units_leave_the_order_where_that_is_allowed(market):
    layout = BoxLayout(boxes((WholeUnits(MARKED, 1, ((ONE,),)), WholeUnits(PLAIN, 1))), True)
    market.set_layout(FBS, layout)
    assert [(item.id, item.count, item.price) for item in market.order(FBS).items] == [
        (MARKED, 1, Decimal(100)),
        (PLAIN, 1, Decimal(900)),
    ]


def test_a_missing_position_leaves_the_order_where_that_is_allowed(market):
    market.set_layout(FBS, BoxLayout(boxes((WholeUnits(PLAIN, 1),)), allow_remove=True))
    assert [item.id for item in market.order(FBS).items] == [PLAIN]


@pytest.mark.parametrize(("ref", "status"), [(CANCELLED, 400), (NOBODYS, 404)])
def test_a_layout_for_a_closed_or_unknown_order_is_refused(market, ref, status):
    refused(lambda: market.set_layout(ref, WHOLE), status)


def test_an_external_id_is_set_once(market):
    market.set_external_id(FBS, "A-1")
    assert market.order(FBS).external_id == "A-1"
    error = refused(lambda: market.set_external_id(FBS, "A-2"))
    assert "external ID already set" in error.messages[0]
    assert market.order(FBS).external_id == "A-1"
    refused(lambda: market.set_external_id(CANCELLED, "A-3"))
    refused(lambda: market.set_external_id(NOBODYS, "A-3"), 404)


def test_codes_pass_their_check_with_time(bench, market):
    market.set_layout(FBS, IN_PARTS)
    bench.time_passes()
    checks = market.code_checks(FBS)
    assert [(check.item, check.kind, check.value) for check in checks] == [
        (MARKED, CodeKind.CIS, ONE.full),
        (MARKED, CodeKind.CIS, TWO.full),
    ]
    assert {check.verdict for check in checks} == {CodeVerdict.PASSED}


def test_a_refused_code_is_told_with_its_reason(bench, market):
    bad = Cis(REFUSED_CODE, GTIN, REFUSED_CODE[18:31])
    units = ((ONE,), (bad,))
    market.set_layout(FBS, BoxLayout(boxes((WholeUnits(MARKED, 2, units), WholeUnits(PLAIN, 1)))))
    bench.time_passes()
    good, refusal = market.code_checks(FBS)
    assert good.verdict is CodeVerdict.PASSED
    assert (refusal.verdict, refusal.substatus) == (CodeVerdict.REFUSED, "ITEM_SOLD")
    refused(lambda: market.change_status(FBS, READY))
    assert not market.order(FBS).is_ready


def test_an_order_without_codes_has_no_checks(market):
    assert market.code_checks(FBS) == ()
    refused(lambda: market.code_checks(DBS))
    refused(lambda: market.code_checks(NOBODYS), 404)


def test_ready_to_ship_closes_the_order(bench, market):
    market.set_layout(FBS, WHOLE)
    bench.time_passes()
    market.change_status(FBS, READY)
    assert market.order(FBS).is_ready
    refused(lambda: market.change_status(FBS, READY))
    refused(lambda: market.set_layout(FBS, WHOLE))
    refused(lambda: market.set_external_id(FBS, "A-1"))
    assert market.labels(FBS, LabelFormat.A7).startswith(b"%PDF")


def test_ready_to_ship_needs_boxes_and_required_codes(market):
    refused(lambda: market.change_status(FBS, READY))
    market.set_layout(FBS, BoxLayout(boxes((WholeUnits(MARKED, 2), WholeUnits(PLAIN, 1)))))
    refused(lambda: market.change_status(FBS, READY))
    refused(lambda: market.change_status(CANCELLED, READY))
    refused(lambda: market.change_status(NOBODYS, READY), 404)


def test_an_order_of_own_delivery_goes_the_same_way_without_checks(market):
    market.set_layout(DBS, DBS_LAYOUT)
    market.change_status(DBS, READY)
    assert market.order(DBS).is_ready


def test_labels_need_boxes(market):
    refused(lambda: market.labels(FBS, LabelFormat.A7), 404)
    refused(lambda: market.labels_data(FBS), 404)
    refused(lambda: market.label(FBS, MarketBoxId(1), LabelFormat.A7), 404)
    refused(lambda: market.labels(NOBODYS, LabelFormat.A7), 404)


@pytest.mark.parametrize("page", LabelFormat)
def test_each_box_has_its_label(market, page):
    answered = market.set_layout(FBS, IN_PARTS)
    # How many labels a sheet of A4 holds is set in the cabinet.
    expected = {1, 2, 3} if page is LabelFormat.A4 else {3}
    assert pages(market.labels(FBS, page)) in expected
    for box in answered:
        assert box.box_id is not None
        assert pages(market.label(FBS, box.box_id, page)) == 1
    refused(lambda: market.label(FBS, MarketBoxId(1), page), 404)


def pages(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def test_the_texts_of_labels_name_box_place_and_number(market):
    answered = market.set_layout(FBS, IN_PARTS)
    texts = market.labels_data(FBS)
    assert [text.box_id for text in texts] == [box.box_id for box in answered]
    assert [text.place for text in texts] == ["1/3", "2/3", "3/3"]
    assert {text.order_number for text in texts} == {str(FBS.order)}
    market.set_external_id(FBS, "A-1")
    assert {text.order_number for text in market.labels_data(FBS)} == {"A-1"}


def test_the_countries_are_told_by_their_codes(market):
    codes = market.countries()
    assert {"RU", "CN"} <= set(codes)
    assert list(codes) == sorted(set(codes))
    assert {len(code) for code in codes} == {2}


def test_the_catalogue_tells_what_it_knows(market):
    (offer,) = market.offers(("SKU-11", "SKU-404", "SKU-11"))
    assert (offer.offer_id, offer.barcodes, offer.box_count) == (
        "SKU-11", ("4600000000017",), 2,
    )  # fmt: skip
    assert market.offers(()) == ()
