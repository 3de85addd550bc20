from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest

from packdesk.domain.codes import Cis, CodeKind, Country, Gtd, Rnpt, Uin
from packdesk.domain.ids import ItemId
from packdesk.domain.order import (
    CodeRequirement,
    ItemTag,
    OrderStatus,
    OrderSubstatus,
    ProgramType,
    StoredItem,
)
from packdesk.station.errors import MarketAnswerUnreadable
from packdesk.station.ports import OrderQuery
from tests.unit.market.wires import REF, a_page, an_item, an_order, answers, market_of

SHORT = "010304109478744321ABCDEFG"
FULL = f"{SHORT}\x1d93Abcd"


def read(**fields):
    with market_of(answers(200, a_page(an_order(**fields)))) as market:
        (order,) = market.orders(OrderQuery())
    return order


def read_item(**fields):
    return read(items=[an_item(**fields)]).items[0]


def delivery(**fields):
    return an_order()["delivery"] | fields


def test_an_order_with_what_is_required_alone():
    order = read()
    assert order.ref == REF
    assert order.program is ProgramType.FBS
    assert (order.status, order.substatus) == (OrderStatus.PROCESSING, OrderSubstatus.STARTED)
    assert order.created_at == datetime(2026, 11, 19, 15, 5, 11, tzinfo=UTC)
    assert order.items[0].name == "Ботинки"
    assert order.external_id is None
    assert order.notes == ""
    assert not order.cancel_requested
    assert not order.fake
    assert (order.shipment_date, order.shipment_time, order.updated_at) == (None, None, None)
    assert order.stored_boxes == ()


def test_an_order_with_everything():
    order = read(
        externalOrderId="A-1",
        notes="Позвонить",
        cancelRequested=True,
        fake=True,
        updateDate="2026-11-19T15:06:02Z",
        delivery=delivery(shipment={"shipmentDate": "2026-11-21", "shipmentTime": "14:30"}),
    )
    assert (order.external_id, order.notes) == ("A-1", "Позвонить")
    assert order.cancel_requested
    assert order.fake
    assert order.updated_at == datetime(2026, 11, 19, 15, 6, 2, tzinfo=UTC)
    assert order.shipment_date == date(2026, 11, 21)
    assert order.shipment_time == time(14, 30)


def test_null_is_as_good_as_missing():
    names = [
        "programType", "externalOrderId", "updateDate", "prices", "buyerType", "notes",
        "cancelRequested", "sourcePlatform", "delivery", "substatus", "creationDate", "fake",
    ]  # fmt: skip
    item_names = ["prices", "instances", "requiredInstanceTypes", "itemStatuses", "tags"]
    order = read(
        **dict.fromkeys(names), items=[an_item(**dict.fromkeys(item_names))], paymentMethod=None
    )
    assert order.items[0].requires == ()
    assert order.items[0].price is None
    assert not order.program.is_known
    assert read(delivery=delivery(shipment=None, boxesLayout=None)).stored_boxes == ()
    assert read(delivery=delivery(shipment={})).shipment_date is None


def test_values_and_fields_of_tomorrow_are_shown_and_do_not_break():
    order = read(
        programType="DRONE",
        status="TELEPORTED",
        substatus="IN_SPACE",
        paymentMethod="GOLD",
        buyerType="ROBOT",
        fieldOfTomorrow=[{"a": 1}],
        items=[an_item(tags=["SAFE_TAG", "FRAGILE"], requiredInstanceTypes=["CIS", "HOLOGRAM"])],
    )
    assert (order.program, order.status, order.substatus) == ("DRONE", "TELEPORTED", "IN_SPACE")
    assert not order.status.is_known
    item = order.items[0]
    assert item.tags == (ItemTag.SAFE_TAG, "FRAGILE")
    assert item.requires == (CodeRequirement(CodeKind.CIS),)
    assert item.unknown_requirements == ("HOLOGRAM",)


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        (["CIS"], [(CodeKind.CIS, False)]),
        (["CIS_OPTIONAL"], [(CodeKind.CIS, True)]),
        (["CIS_OPTIONAL", "CIS"], [(CodeKind.CIS, False)]),
        (["CIS", "CIS_OPTIONAL"], [(CodeKind.CIS, False)]),
        (["UIN"], [(CodeKind.UIN, False)]),
        (["RNPT"], [(CodeKind.RNPT, False)]),
        (["GTD"], [(CodeKind.GTD, False), (CodeKind.COUNTRY, False)]),
        (
            ["RNPT", "GTD"],
            [(CodeKind.RNPT, False), (CodeKind.GTD, False), (CodeKind.COUNTRY, False)],
        ),
        ([], []),
    ],
)
def test_each_required_kind_stands_once(names, kinds):
    item = read_item(requiredInstanceTypes=names)
    assert [(one.kind, one.optional) for one in item.requires] == kinds


@pytest.mark.parametrize(
    ("fields", "business"),
    [
        ({"buyerType": "BUSINESS"}, True),
        ({"buyerType": "PERSON"}, False),
        ({"paymentMethod": "B2B_ACCOUNT_PREPAYMENT"}, True),
        ({"paymentMethod": "B2B_ACCOUNT_POSTPAYMENT", "buyerType": "PERSON"}, True),
        ({"paymentMethod": "SBP"}, False),
    ],
)
def test_a_business_is_known_by_the_buyer_or_by_the_payment(fields, business):
    assert read(**fields).is_business is business


@pytest.mark.parametrize(
    ("prices", "price"),
    [
        ({"payment": {"value": 8970, "currencyId": "RUR"}}, Decimal(8970)),
        (
            {"payment": {"value": 100.10, "currencyId": "RUR"}, "cashback": {"value": 0.2}},
            Decimal("100.3"),
        ),
        ({"payment": {"value": 5}, "cashback": None, "subsidy": {"value": 9}}, Decimal(5)),
        ({"cashback": {"value": 3}}, None),
        ({}, None),
    ],
)
def test_the_price_is_payment_and_cashback_without_rounding_errors(prices, price):
    assert read_item(prices=prices).price == price


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:30", time(14, 30)),
        ("14:30:15", time(14, 30, 15)),
        ("14:30:00+03:00", time(14, 30)),
        ("14:30Z", time(14, 30)),
        ("24:00", None),
        ("", None),
        ("afternoon", None),
    ],
)
def test_a_shipment_time_in_any_dress(text, expected):
    shipment = {"shipmentDate": "2026-11-21", "shipmentTime": text}
    assert read(delivery=delivery(shipment=shipment)).shipment_time == expected


@pytest.mark.parametrize("text", ["21-11-2026", "soon", "", "2026-13-01"])
def test_a_date_that_cannot_be_read_is_no_date(text):
    assert read(delivery=delivery(shipment={"shipmentDate": text})).shipment_date is None


def test_a_time_without_an_offset_is_moscow_time():
    moscow = timezone(timedelta(hours=3))
    order = read(creationDate="2026-11-19T18:05:11", updateDate="yesterday")
    assert order.created_at == datetime(2026, 11, 19, 18, 5, 11, tzinfo=moscow)
    assert order.updated_at is None


def boxes_of(*lines, instances=None):
    box = {"boxId": 9000000001, "barcode": "51234567-1", "items": list(lines)}
    order = read(
        items=[an_item(count=3, instances=instances)], delivery=delivery(boxesLayout=[box])
    )
    (stored,) = order.stored_boxes
    assert (stored.box_id, stored.barcode) == (9000000001, "51234567-1")
    return stored.items


def test_stored_boxes_hold_whole_units_and_parts():
    part = {"id": 123456, "partialCount": {"current": 1, "total": 2}, "instances": None}
    assert boxes_of({"id": 1, "fullCount": 3}, part) == (
        StoredItem(ItemId(1), whole=3, current=None, total=None),
        StoredItem(ItemId(123456), whole=None, current=1, total=2),
    )


def test_codes_are_read_back_letter_by_letter():
    unit = {
        "cis": FULL, "uin": "1234567890123456", "rnpt": "10702030/140517/0001234/001",
        "gtd": "10702030/140517/0001234", "countryCode": "CN", "codeOfTomorrow": "x",
    }  # fmt: skip
    (line,) = boxes_of({"id": 123456, "fullCount": 2, "instances": [unit, {}]})
    assert line.codes == (
        (
            Cis(FULL, "03041094787443", "ABCDEFG"),
            Uin("1234567890123456"),
            Rnpt("10702030/140517/0001234/001"),
            Gtd("10702030/140517/0001234"),
            Country("CN"),
        ),
    )


def test_a_short_code_of_a_box_is_completed_from_the_item():
    (line,) = boxes_of(
        {"id": 123456, "fullCount": 1, "instances": [{"cis": SHORT}]},
        instances=[{"cis": SHORT, "cisFull": FULL}],
    )
    assert [code.full for code in line.codes[0]] == [FULL]


@pytest.mark.parametrize("odd", ['что угодно \\ " \x1d', "a\x01b", " ", "\x1d", "x" * 5000])
def test_a_code_that_cannot_be_read_is_kept_as_it_is(odd):
    (line,) = boxes_of({"id": 123456, "fullCount": 1, "instances": [{"cis": odd}]})
    assert line.codes == ((Cis(odd, None, None),),)


@pytest.mark.parametrize(
    "fields",
    [
        {"orderId": "51234567"},
        {"orderId": 51234567.0},
        {"orderId": True},
        {"orderId": None},
        {"orderId": 2**63},
        {"campaignId": "1"},
        {"status": 5},
        {"status": None},
        {"items": None},
        {"items": {}},
        {"items": [None]},
        {"items": [an_item(id="123456")]},
        {"items": [an_item(count=1.5)]},
        {"items": [an_item(count=-1)]},
        {"items": [an_item(count=None)]},
        {"items": [an_item(offerId=42)]},
        {"items": [an_item(requiredInstanceTypes="CIS")]},
        {"items": [an_item(prices={"payment": {"value": "much"}})]},
        {"delivery": "courier"},
        {"delivery": delivery(boxesLayout=[{"items": []}])},
        {"delivery": delivery(boxesLayout=[{"boxId": 1, "barcode": "", "items": [{}]}])},
    ],
    ids=str,
)
def test_a_wrong_id_count_or_shape_is_unreadable_never_guessed(fields):
    with pytest.raises(MarketAnswerUnreadable):
        read(**fields)


def test_ids_of_63_bits_are_exact():
    big = 2**63 - 1
    assert read(orderId=big, items=[an_item(id=big - 1)]).items[0].id == big - 1
