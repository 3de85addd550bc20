from datetime import date, timedelta
from itertools import pairwise

import httpx
import pytest

from packdesk.domain.checks import CodeCheck, CodeVerdict
from packdesk.domain.codes import CodeKind
from packdesk.domain.ids import BusinessId, CampaignId, ItemId, MarketBoxId, OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import Offer, OrderStatus, OrderSubstatus
from packdesk.market.paging import MOST_PAGES
from packdesk.station.errors import (
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketRefused,
    MarketUnreachable,
    OrderUnknown,
)
from packdesk.station.ports import (
    READY,
    ApiAvailability,
    Campaign,
    KeyInfo,
    OrderQuery,
    ParcelLabel,
)
from tests.unit.market.wires import (
    REF,
    Recorder,
    a_page,
    an_order,
    answers,
    fails,
    market_of,
)

NOBODY = answers(200, a_page())
PDF = {"content-type": "application/pdf"}


def result(value):
    return answers(200, {"status": "OK", "result": value})


def test_the_queue_is_asked_for_with_an_explicit_fake_filter():
    market = Recorder(answers(200, a_page(an_order())))
    query = OrderQuery(
        campaigns=(CampaignId(1), CampaignId(1), CampaignId(2)),
        statuses=(OrderStatus.PROCESSING,),
        substatuses=(OrderSubstatus.STARTED, OrderSubstatus("SOME_NEW")),
    )
    with market_of(market) as client:
        assert [order.ref for order in client.orders(query)] == [REF]
    assert market.bodies == [
        {
            "campaignIds": [1, 2],
            "statuses": ["PROCESSING"],
            "substatuses": ["STARTED", "SOME_NEW"],
            "fake": False,
        }
    ]
    assert str(market.requests[0].url.query, "ascii") == "limit=50"


def test_an_empty_query_names_nothing_but_the_fake_filter():
    market = Recorder(NOBODY)
    with market_of(market) as client:
        client.orders(OrderQuery(fake=True))
    assert market.bodies == [{"fake": True}]


def test_all_pages_are_read_with_the_same_limit_and_filter():
    pages = [
        answers(200, a_page(an_order(orderId=1), following="t/ 1")),
        answers(200, a_page(an_order(orderId=2), following="t2")),
        answers(200, a_page(an_order(orderId=1, notes="newer"))),
    ]
    market = Recorder(*pages)
    with market_of(market) as client:
        orders = client.orders(OrderQuery())
    assert [(order.id, order.notes) for order in orders] == [(1, "newer"), (2, "")]
    assert [dict(request.url.params) for request in market.requests] == [
        {"limit": "50"},
        {"limit": "50", "pageToken": "t/ 1"},
        {"limit": "50", "pageToken": "t2"},
    ]
    assert market.bodies == [{"fake": False}] * 3


@pytest.mark.parametrize("paging", [None, {}, {"nextPageToken": None}, {"nextPageToken": ""}])
def test_a_page_without_a_following_one_is_the_last(paging):
    market = Recorder(answers(200, {"orders": [an_order()], "paging": paging}))
    with market_of(market) as client:
        assert len(client.orders(OrderQuery())) == 1
    assert len(market.requests) == 1


def test_pages_that_go_in_a_circle_are_not_followed():
    market = Recorder(answers(200, a_page(an_order(), following="again")))
    with market_of(market) as client, pytest.raises(MarketAnswerUnreadable):
        client.orders(OrderQuery())
    assert len(market.requests) == 2


def test_pages_without_an_end_are_not_followed():
    def one_more(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=a_page(following=str(len(market.requests))))

    market = Recorder(one_more)
    with market_of(market) as client, pytest.raises(MarketAnswerUnreadable):
        client.orders(OrderQuery())
    assert len(market.requests) == MOST_PAGES + 1


def test_long_lists_are_cut_into_what_one_request_takes():
    market = Recorder(NOBODY)
    with market_of(market) as client:
        client.orders(OrderQuery(orders=tuple(OrderId(n) for n in range(1, 121))))
        client.orders(OrderQuery(external_ids=tuple(f"A-{n}" for n in range(51))))
    assert [len(body["orderIds"]) for body in market.bodies[:3]] == [50, 50, 20]
    assert [len(body["externalOrderIds"]) for body in market.bodies[3:]] == [50, 1]


def test_an_order_is_asked_for_by_number_and_shop():
    market = Recorder(answers(200, a_page(an_order(orderId=5), an_order())))
    with market_of(market) as client:
        assert client.order(REF).ref == REF
    assert market.bodies == [
        {"orderIds": [REF.order], "campaignIds": [REF.campaign], "fake": False}
    ]


def test_an_order_that_is_not_there_is_sought_among_test_orders_and_older_ones():
    market = Recorder(NOBODY)
    with market_of(market) as client, pytest.raises(OrderUnknown) as unknown:
        client.order(REF)
    assert unknown.value.order == REF.order
    assert [body["fake"] for body in market.bodies] == [False, True] * 4
    assert [body.get("dates") for body in market.bodies[:2]] == [None, None]
    windows = [body["dates"] for body in market.bodies[2::2]]
    assert [body["dates"] for body in market.bodies[3::2]] == windows
    days = [
        (date.fromisoformat(one["creationDateFrom"]), date.fromisoformat(one["creationDateTo"]))
        for one in windows
    ]
    assert all(until - since == timedelta(days=30) for since, until in days)
    assert all(newer[0] == older[1] for newer, older in pairwise(days))
    assert days[0][1] >= date(2026, 11, 20) - timedelta(days=30)


@pytest.mark.parametrize("tries", [1, 2, 5, 7])
def test_the_search_ends_where_the_order_is_found(tries):
    market = Recorder(*[NOBODY] * tries, answers(200, a_page(an_order(fake=True))))
    with market_of(market) as client:
        assert client.order(REF).fake
    assert len(market.requests) == tries + 1


def test_the_order_of_another_shop_is_another_order():
    market = Recorder(answers(200, a_page(an_order(campaignId=21000002))))
    with market_of(market) as client, pytest.raises(OrderUnknown):
        client.order(REF)


def test_campaigns_come_from_all_pages_and_only_with_ids():
    def page(following, *campaigns):
        return answers(200, {"campaigns": campaigns, "paging": {"nextPageToken": following}})

    full = {
        "id": 21, "domain": "Лавка", "business": {"id": 1, "name": "ООО"},
        "placementType": "FBS", "apiAvailability": "DISABLED_BY_INACTIVITY", "clientId": 5,
    }  # fmt: skip
    bare = {"id": 22, "business": {"id": 1}, "apiAvailability": "OFF_ON_MONDAYS"}
    market = Recorder(page("t", full, {"domain": "x"}), page(None, bare, {"id": 23}))
    with market_of(market) as client:
        first, second = client.campaigns()
    assert first == Campaign(
        CampaignId(21), BusinessId(1), "Лавка", "ООО", "FBS", ApiAvailability.DISABLED_BY_INACTIVITY
    )
    assert second.availability == "OFF_ON_MONDAYS"
    assert [dict(r.url.params) for r in market.requests] == [
        {"limit": "100"},
        {"limit": "100", "pageToken": "t"},
    ]


def test_the_key_tells_its_name_and_scopes():
    market = Recorder(result({"apiKey": {"name": "Стол", "authScopes": ["ALL_METHODS", "NEW"]}}))
    with market_of(market) as client:
        assert client.key_info() == KeyInfo("Стол", ("ALL_METHODS", "NEW"))
    assert market.requests[0].method == "POST"
    assert market.requests[0].content == b""


def test_the_external_id_is_sent():
    market = Recorder(answers(200, {"status": "OK"}))
    with market_of(market) as client:
        client.set_external_id(REF, "А-1")
    assert market.bodies == [{"externalOrderId": "А-1"}]


def test_ready_to_ship_takes_any_good_answer_of_the_market():
    market = Recorder(answers(200, {"order": {"id": "old shape", "items": None}}))
    with market_of(market) as client:
        client.change_status(REF, READY)
    assert market.bodies == [{"order": {"status": "PROCESSING", "substatus": "READY_TO_SHIP"}}]


@pytest.mark.parametrize("raw", [b"", b"<html>", b"[]", b"OK"])
def test_ready_to_ship_is_not_believed_without_the_market_saying_so(raw):
    with market_of(answers(200, raw=raw)) as client, pytest.raises(MarketAnswerUnreadable):
        client.change_status(REF, READY)


def test_checks_of_both_kinds_are_told_with_the_words_of_the_market():
    items = [
        {"id": 1, "cis": [{"value": "a", "status": "INVALID", "substatus": "ITEM_SOLD"}]},
        {"id": 2, "uin": [{"value": "b", "status": "FAILED"}], "cis": None},
        {"id": 3, "cis": [{"value": "c", "status": "PONDERING", "crptRequestId": "x"}]},
        {"id": 4},
    ]
    market = Recorder(result({"items": items}))
    with market_of(market) as client:
        checks = client.code_checks(REF)
    assert checks == (
        CodeCheck(ItemId(1), CodeKind.CIS, "a", "INVALID", "ITEM_SOLD"),
        CodeCheck(ItemId(2), CodeKind.UIN, "b", "FAILED"),
        CodeCheck(ItemId(3), CodeKind.CIS, "c", "PONDERING"),
    )
    assert [check.verdict for check in checks] == [
        CodeVerdict.REFUSED, CodeVerdict.REFUSED, CodeVerdict.WAITING,
    ]  # fmt: skip
    assert market.requests[0].content == b""


@pytest.mark.parametrize("page", LabelFormat)
def test_labels_come_in_the_wanted_format(page):
    market = Recorder(answers(200, raw=b"%PDF-1.7 ...", headers=PDF))
    with market_of(market) as client:
        assert client.labels(REF, page) == b"%PDF-1.7 ..."
        client.label(REF, MarketBoxId(900), page)
    assert [
        (r.url.path.rpartition("/delivery/")[2], dict(r.url.params)) for r in market.requests
    ] == [
        ("labels", {"format": page.value}),
        ("shipments/1/boxes/900/label", {"format": page.value}),
    ]


@pytest.mark.parametrize(
    ("raw", "headers"),
    [
        (b"<html>", {"content-type": "text/html"}),
        (b"<html>", PDF),
        (b"", PDF),
        (b"%PDF-1.4", {"content-type": "text/html"}),
        (b'{"status":"OK"}', {}),
        (b"%PDF-1.4", {"content-type": ""}),
    ],
)
def test_what_is_no_pdf_is_no_label(raw, headers):
    handler = answers(200, raw=raw, headers=headers)
    with market_of(handler) as client, pytest.raises(MarketAnswerUnreadable):
        client.labels(REF, LabelFormat.A7)


def test_an_error_in_place_of_a_label_is_that_error():
    body = {"status": "ERROR", "errors": [{"code": "X", "message": "No boxes found for order"}]}
    for status in (200, 404):
        with market_of(answers(status, body)) as client, pytest.raises(MarketRefused) as refused:
            client.labels(REF, LabelFormat.A7)
        assert refused.value.messages == ("No boxes found for order",)


def test_the_texts_of_labels():
    label = {
        "boxId": 900, "fulfilmentId": "51234567-1", "place": "1/1", "orderNum": "A-1",
        "supplierName": "ООО «Тест»", "deliveryServiceName": "Доставка", "recipientName": "Иванов",
        "shipmentDate": "21.11.2026", "weight": "1 кг", "orderId": 51234567,
    }  # fmt: skip
    bare = {"fulfilmentId": "51234567-2", "place": "2/2", "orderNum": "A-1", "supplierName": None}
    with market_of(result({"orderId": 1, "parcelBoxLabels": [label, bare]})) as client:
        assert client.labels_data(REF) == (
            ParcelLabel(
                MarketBoxId(900), "51234567-1", "1/1", "A-1", "ООО «Тест»", "Доставка", "Иванов",
                "21.11.2026",
            ),
            ParcelLabel(None, "51234567-2", "2/2", "A-1"),
        )  # fmt: skip


def test_offers_are_asked_for_a_hundred_at_a_time():
    offer = {
        "offerId": "A", "name": "Кружка", "barcodes": ["4600000000017"], "boxCount": 2,
        "pictures": ["https://pictures.invalid/1.jpg"], "vendor": "x",
    }  # fmt: skip
    bare = {"offerId": "B", "barcodes": None, "pictures": None, "boxCount": None}
    mappings = [{"offer": offer}, {"offer": bare, "mapping": {}}, {"offer": None}, {}]
    market = Recorder(result({"offerMappings": mappings}), result({"offerMappings": []}))
    with market_of(market) as client:
        wanted = [*(f"S{n}" for n in range(150)), "S0"]
        assert client.offers(tuple(wanted)) == (
            Offer("A", "Кружка", ("4600000000017",), 2, ("https://pictures.invalid/1.jpg",)),
            Offer("B"),
        )
    assert [len(body["offerIds"]) for body in market.bodies] == [100, 50]


def test_no_offers_are_asked_for_in_vain():
    market = Recorder(NOBODY)
    with market_of(market) as client:
        assert client.offers(()) == ()
    assert market.requests == []


def test_goods_that_a_promotion_added():
    items = [
        {"id": 1, "promos": [{"type": "MARKET_COUPON"}, {"type": "CHEAPEST_AS_GIFT"}]},
        {"id": 2, "promos": [{"type": "DIRECT_DISCOUNT"}]},
        {"id": 3, "promos": None},
        {"id": 4},
    ]
    with market_of(answers(200, {"order": {"items": items}})) as client:
        assert client.promoted_items(REF) == (1,)


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (403, "The method is deprecated and is occasionally forbidden"),
        (404, "Resource not found"),
        (410, "Gone"),
    ],
)
def test_a_switched_off_call_knows_no_promotions(status, message):
    body = {"status": "ERROR", "errors": [{"code": "X", "message": message}]}
    with market_of(answers(status, body)) as client:
        assert client.promoted_items(REF) == ()


def test_a_rejected_key_is_not_mistaken_for_a_switched_off_call():
    body = {"status": "ERROR", "errors": [{"code": "X", "message": "Token does not have any"}]}
    with market_of(answers(403, body)) as client, pytest.raises(MarketKeyRejected):
        client.promoted_items(REF)


@pytest.mark.parametrize("trouble", [fails(httpx.ConnectError), answers(503, {})])
def test_a_reading_call_is_tried_again(trouble):
    market = Recorder(trouble, trouble, answers(200, a_page(an_order())))
    with market_of(market, attempts=3) as client:
        assert len(client.orders(OrderQuery())) == 1
    assert len(market.requests) == 3


@pytest.mark.parametrize(
    ("trouble", "error"),
    [(fails(httpx.ReadTimeout), MarketUnreachable), (answers(500, {}), MarketBroken)],
)
def test_a_reading_call_is_not_tried_for_ever(trouble, error):
    market = Recorder(trouble)
    with market_of(market, attempts=3) as client, pytest.raises(error):
        client.labels(REF, LabelFormat.A7)
    assert len(market.requests) == 3


@pytest.mark.parametrize("status", [400, 401, 404, 420, 302])
def test_an_answer_that_will_not_change_is_not_asked_for_again(status):
    market = Recorder(answers(status, {}))
    with market_of(market, attempts=3) as client, pytest.raises(MarketError):
        client.code_checks(REF)
    assert len(market.requests) == 1


@pytest.mark.parametrize("trouble", [fails(httpx.ConnectError), answers(503, {}), answers(420, {})])
def test_a_call_with_an_effect_is_never_tried_again_here(trouble):
    market = Recorder(trouble)
    with market_of(market, attempts=3) as client:
        with pytest.raises((MarketUnreachable, MarketBroken, MarketBusy)):
            client.change_status(REF, READY)
        with pytest.raises((MarketUnreachable, MarketBroken, MarketBusy)):
            client.set_external_id(REF, "A-1")
    assert len(market.requests) == 2
