"""The calls after packing over a true line: what is sent, and what each bad answer means."""

import json
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
import stamina

from packdesk.domain.ids import CampaignId, DeliveryServiceId, OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import OrderStatus, OrderSubstatus, Track
from packdesk.market.client import MarketClient
from packdesk.market.transport import Transport
from packdesk.station.errors import (
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
)
from packdesk.station.ports import (
    DeliveryService,
    EacAnswer,
    EacResult,
    ReportStatus,
    ReportTicket,
    StatusAnswer,
    StatusChange,
)
from tests.contract.openapi import check_request
from tests.contract.stub_server import Reply, stub_server
from tests.fakes.market import BUSINESS, a_pdf, order_ref
from tests.unit.market.wires import KEY, NOW

SHOP = CampaignId(501)
REF = order_ref(SHOP, 7)
DAY = date(2026, 11, 21)
PDF = a_pdf(LabelFormat.A7, 1)
TRACK = Track("RA123456785RU", DeliveryServiceId(51))
CHANGING = {
    "status": lambda market: market.change_status(REF, StatusChange(OrderStatus.DELIVERY)),
    "many": lambda market: market.mark_many_ready(SHOP, (REF.order,)),
    "track": lambda market: market.set_track(REF, TRACK),
    "courier": lambda market: market.verify_eac(REF, "1234"),
    "act": lambda market: market.reception_act(SHOP),
}


@pytest.fixture(autouse=True)
def no_waiting_between_attempts():
    with stamina.set_testing(True, attempts=3, cap=True):
        yield


def says(result, **head):
    return Reply(json.dumps({"status": "OK", "result": result, **head}).encode())


def refuses(text, status=400):
    return Reply(json.dumps({"status": "ERROR", "errors": [{"message": text}]}).encode(), status)


@contextmanager
def line(*replies):
    """A market before a server that gives these replies, the last for ever; and its requests."""
    seen, left = [], list(replies)

    def answer(asked):
        seen.append(asked)
        return left.pop(0) if len(left) > 1 else left[0]

    with stub_server(answer) as address:
        transport = Transport(address, KEY, lambda: NOW)
        try:
            yield MarketClient(transport, BUSINESS), seen, address
        finally:
            transport.close()


def lawful(asked):
    """The body of a request that keeps to the description."""
    url = httpx.URL(asked.path)
    body = json.loads(asked.body) if asked.body else None
    check_request(asked.method, url.path, dict(url.params), body)
    return body


@pytest.mark.parametrize("work", CHANGING.values(), ids=CHANGING)
def test_a_line_that_breaks_in_the_answer_leaves_the_outcome_open_and_asks_once(work):
    with line(Reply(b'{"status": "OK"}', cut=4)) as (market, seen, _):
        with pytest.raises(MarketOutcomeUnknown):
            work(market)
        assert len(seen) == 1


@pytest.mark.parametrize("work", CHANGING.values(), ids=CHANGING)
def test_a_200_that_calls_itself_an_error_is_a_refusal(work):
    with line(refuses("No transition found", 200)) as (market, seen, _):
        with pytest.raises(MarketRefused) as refused:
            work(market)
        assert refused.value.messages == ("No transition found",)
        assert len(seen) == 1


@pytest.mark.parametrize("work", CHANGING.values(), ids=CHANGING)
def test_a_web_page_is_no_answer(work):
    with line(Reply(b"<html>Log in</html>", content_type="text/html")) as (market, seen, _):
        with pytest.raises(MarketAnswerUnreadable):
            work(market)
        assert len(seen) == 1


@pytest.mark.parametrize("work", CHANGING.values(), ids=CHANGING)
def test_what_changes_something_is_not_repeated_when_the_market_is_broken(work):
    with line(Reply(b"{}", status=503)) as (market, seen, _):
        with pytest.raises(MarketBroken):
            work(market)
        assert len(seen) == 1


def test_an_act_is_not_asked_again_even_where_nobody_can_be_reached():
    knocks = []

    def nobody(request):
        knocks.append(request)
        raise httpx.ConnectError("nobody there", request=request)

    transport = Transport("http://127.0.0.1", KEY, lambda: NOW, wire=httpx.MockTransport(nobody))
    try:
        with pytest.raises(MarketUnreachable):
            MarketClient(transport, BUSINESS).reception_act(SHOP)
    finally:
        transport.close()
    assert len(knocks) == 1


def test_a_status_is_told_with_its_day_and_without_what_is_not_meant():
    with line(Reply(b'{"order": {}}')) as (market, seen, _):
        market.change_status(REF, StatusChange(OrderStatus.DELIVERED, real_date=DAY))
        cancel = StatusChange(OrderStatus.CANCELLED, OrderSubstatus.SHOP_FAILED)
        market.change_status(REF, cancel)
    delivery = {"dates": {"realDeliveryDate": "2026-11-21"}}
    assert [lawful(one) for one in seen] == [
        {"order": {"status": "DELIVERED", "delivery": delivery}},
        {"order": {"status": "CANCELLED", "substatus": "SHOP_FAILED"}},
    ]


def test_each_order_of_many_has_its_own_result_and_silence_is_none():
    told = [
        {"id": 1, "updateStatus": "OK"},
        {"id": 2, "updateStatus": "ERROR", "errorDetails": "No transition found"},
        {"id": 3, "updateStatus": "ERROR"},
        {"id": 4},
        {"id": 99, "updateStatus": "OK"},
    ]
    orders = tuple(OrderId(number) for number in range(1, 6))
    with line(says({"orders": told})) as (market, seen, _):
        answers = market.mark_many_ready(SHOP, orders)
    assert answers == (
        StatusAnswer(OrderId(1)),
        StatusAnswer(OrderId(2), "No transition found"),
        StatusAnswer(OrderId(3), "ERROR"),
    )
    assert [one["id"] for one in lawful(seen[0])["orders"]] == [1, 2, 3, 4, 5]


def test_a_track_goes_out_as_it_is():
    with line(Reply(b'{"status": "OK"}')) as (market, seen, _):
        market.set_track(REF, TRACK)
    assert lawful(seen[0]) == {"trackCode": "RA123456785RU", "deliveryServiceId": 51}


def test_services_and_the_courier_s_code_are_read():
    with line(says({"deliveryService": [{"id": 51, "name": "СДЭК"}]})) as (market, seen, _):
        assert market.delivery_services() == (DeliveryService(DeliveryServiceId(51), "СДЭК"),)
    lawful(seen[0])
    with line(says({"verificationResult": "REJECTED", "attemptsLeft": 2})) as (market, seen, _):
        assert market.verify_eac(REF, "0000") == EacAnswer(EacResult.REJECTED, 2)
    assert lawful(seen[0]) == {"code": "0000"}
    with line(says({})) as (market, _, _), pytest.raises(MarketAnswerUnreadable):
        market.verify_eac(REF, "0000")


def a_shipment(number, **fields):
    plan = {"planIntervalFrom": "2026-11-21T10:00:00+03:00", "planIntervalTo": "broken"}
    return {"id": number, "orderIds": [7, 8], "status": "OUTBOUND_CREATED", **plan, **fields}


def test_shipments_of_all_pages_are_read_with_dates_of_either_form():
    with line(
        refuses("Type mismatch: dateFrom"),
        says({"shipments": [a_shipment(1)], "paging": {"nextPageToken": "t"}}),
        says({"shipments": [a_shipment(2, externalId="X")], "paging": {}}),
    ) as (market, seen, _):
        first, second = market.shipments(SHOP, DAY, DAY + timedelta(days=1))
    assert (first.id, second.id, second.external_id) == (1, 2, "X")
    assert first.orders == (OrderId(7), OrderId(8))
    assert first.begins == datetime(2026, 11, 21, 7, tzinfo=UTC)
    assert first.ends is None
    assert lawful(seen[0])["dateFrom"] == "2026-11-21"
    assert [json.loads(one.body)["dateTo"] for one in seen[1:]] == ["22-11-2026"] * 2
    assert [dict(httpx.URL(one.path).params) for one in seen[1:]] == [
        {"limit": "30"},
        {"limit": "30", "pageToken": "t"},
    ]


def test_another_refusal_is_not_taken_for_one_of_the_dates():
    with line(refuses("Campaign not found", 404)) as (market, seen, _):
        with pytest.raises(MarketRefused):
            market.shipments(SHOP, DAY, DAY)
        assert len(seen) == 1


def test_a_report_is_ordered_once_and_asked_about():
    with line(says({"reportId": "a/1", "estimatedGenerationTime": 2500})) as (market, seen, _):
        ticket = market.order_labels_report((OrderId(1), OrderId(1), OrderId(2)), LabelFormat.A7)
    assert ticket == ReportTicket("a/1", timedelta(seconds=2.5))
    assert lawful(seen[0])["orderIds"] == [1, 2]
    done = {"status": "DONE", "subStatus": "RESOURCE_NOT_FOUND", "file": "https://f.example/1"}
    with line(says(done)) as (market, seen, _):
        state = market.report(ticket.id)
    assert (state.status, state.substatus) == (ReportStatus.DONE, "RESOURCE_NOT_FOUND")
    assert state.file == "https://f.example/1"
    assert seen[0].path == "/v2/reports/info/a%2F1"
    with line(Reply(b"{}", status=503)) as (market, seen, _):
        with pytest.raises(MarketBroken):
            market.order_labels_report((OrderId(1),), LabelFormat.A7)
        assert len(seen) == 1


def test_the_file_of_a_report_comes_from_another_host_which_never_sees_the_key():
    with (
        line(Reply(PDF, content_type="application/pdf")) as (_, there, elsewhere),
        line(Reply(b"{}")) as (market, here, _),
    ):
        assert market.report_file(f"{elsewhere}/r/1.pdf?sign=secret") == PDF
    assert here == []
    assert there[0].path == "/r/1.pdf?sign=secret"
    assert "api-key" not in there[0].headers
    assert KEY not in str(there[0])


def test_even_the_market_s_own_host_does_not_see_the_key_for_a_file():
    with line(Reply(PDF, content_type="application/pdf")) as (market, seen, address):
        market.report_file(f"{address}/r/1.pdf")
    assert "api-key" not in seen[0].headers


@pytest.mark.parametrize("link", ["http://files.example/1.pdf", "ftp://x/1", "/1.pdf", "https://["])
def test_a_link_that_must_not_be_followed_is_not(link):
    with line(Reply(PDF)) as (market, seen, _):
        with pytest.raises(MarketAnswerUnreadable):
            market.report_file(link)
        assert seen == []


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_link_that_has_run_out_says_nothing_of_the_key(status):
    with line(Reply(b"<Error/>", status, "application/xml")) as (market, _, address):
        with pytest.raises(MarketRefused) as refused:
            market.report_file(f"{address}/1.pdf")
        assert type(refused.value) is MarketRefused
        assert refused.value.status == 404


def test_a_page_in_the_place_of_a_report_is_told():
    with (
        line(Reply(b"<html>", content_type="application/pdf")) as (market, _, address),
        pytest.raises(MarketAnswerUnreadable),
    ):
        market.report_file(f"{address}/1.pdf")


def test_a_report_that_has_no_end_is_cut_off(monkeypatch):
    monkeypatch.setattr("packdesk.market.transport.LARGEST_ANSWER", 100)
    with (
        line(Reply(PDF, content_type="application/pdf")) as (market, _, address),
        pytest.raises(MarketAnswerUnreadable),
    ):
        market.report_file(f"{address}/1.pdf")


def test_a_used_up_quota_is_waited_for_and_not_tried():
    until = NOW + timedelta(minutes=5)

    def last(request):
        headers = {
            "x-ratelimit-resource-remaining": "0",
            "x-ratelimit-resource-until": format_datetime(until.astimezone(UTC), usegmt=True),
        }
        knocks.append(request)
        return httpx.Response(200, headers=headers, json={"status": "OK"})

    knocks: list[httpx.Request] = []
    transport = Transport("http://127.0.0.1", KEY, lambda: NOW, wire=httpx.MockTransport(last))
    market = MarketClient(transport, BUSINESS)
    try:
        market.set_track(REF, TRACK)
        with pytest.raises(MarketBusy) as busy:
            market.set_track(REF, TRACK)
        assert busy.value.retry_at == until
        market.set_external_id(REF, "A-1")
    finally:
        transport.close()
    assert len(knocks) == 2
