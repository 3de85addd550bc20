import json
from datetime import UTC, datetime

import pytest

from packdesk.domain.layout import BoxLayout
from packdesk.station.errors import (
    ApiError,
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketKeyRejected,
    MarketRefused,
)
from packdesk.station.ports import READY, OrderQuery
from tests.unit.market.wires import REF, answers, market_of

PARALLEL = "Hit rate limit of 4 parallel requests for campaignId 21000001"
QUOTA = "Hit rate limit of 1000 requests per hour for resource orders for campaignId 21000001"
UNTIL = {"X-RateLimit-Resource-Until": "Fri, 20 Nov 2026 09:42:42 GMT"}
HTML = b"<!DOCTYPE html><html><body>Please log in</body></html>"
PDF = {"content-type": "application/pdf"}


def told(*messages: str, code: str = "ANY") -> dict[str, object]:
    return {"status": "ERROR", "errors": [{"code": code, "message": text} for text in messages]}


def error_of(handler):
    with market_of(handler) as market, pytest.raises(Exception) as caught:  # noqa: PT011 - any
        market.change_status(REF, READY)
    return caught.value


@pytest.mark.parametrize("status", [400, 404, 405, 409, 415, 422, 423])
def test_a_refusal_carries_the_status_and_every_text_of_the_market(status):
    error = error_of(answers(status, told("Status not allowed", "Второй текст", code="BAD")))
    assert type(error) is MarketRefused
    assert error.status == status
    assert error.errors == (ApiError("BAD", "Status not allowed"), ApiError("BAD", "Второй текст"))
    assert (error.operation, error.order) == ("updateOrderStatus", REF.order)


@pytest.mark.parametrize("status", [401, 403])
def test_an_unwanted_key_is_told_apart(status):
    error = error_of(answers(status, told("Api-Key token is invalid")))
    assert type(error) is MarketKeyRejected
    assert error.messages == ("Api-Key token is invalid",)


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        (None, ()),
        ([], ()),
        ([{"code": "X"}], (ApiError("X", ""),)),
        ([{"message": "y"}], (ApiError("", "y"),)),
        ([{"code": None, "message": None}], (ApiError("", ""),)),
        ([{"code": 400, "message": "y", "more": []}], (ApiError("400", "y"),)),
    ],
)
def test_errors_may_be_null_and_texts_missing(errors, expected):
    error = error_of(answers(400, {"status": "ERROR", "errors": errors}))
    assert isinstance(error, MarketRefused)
    assert error.errors == expected


def test_a_refusal_without_an_envelope_is_still_a_refusal():
    assert error_of(answers(404, {})).errors == ()
    assert error_of(answers(404, {"timestamp": 1, "status": 404, "error": "x"})).status == 404


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_an_empty_body_is_judged_by_its_status(status):
    error = error_of(answers(status, raw=b""))
    assert isinstance(error, MarketRefused)
    assert error.status == status


@pytest.mark.parametrize("status", [200, 302, 307, 401, 403, 404, 451])
def test_a_page_of_somebody_in_between_says_nothing_about_key_or_order(status):
    error = error_of(
        answers(status, raw=HTML, headers={"content-type": "text/html", "location": "/login"})
    )
    assert type(error) is MarketAnswerUnreadable
    assert f"HTTP {status} text/html" in error.body
    assert "Please log in" in error.body


@pytest.mark.parametrize("status", [499, 408, 500, 502, 503, 504])
@pytest.mark.parametrize("raw", [HTML, b"", json.dumps(told("Internal")).encode()])
def test_a_broken_market_is_broken_whatever_it_says(status, raw):
    error = error_of(answers(status, raw=raw))
    assert type(error) is MarketBroken
    assert error.status == status


def test_a_used_up_quota_tells_when_to_come_back():
    error = error_of(answers(420, told(QUOTA), headers=UNTIL))
    assert type(error) is MarketBusy
    assert error.retry_at == datetime(2026, 11, 20, 9, 42, 42, tzinfo=UTC)


def test_too_many_at_once_tells_no_time_though_the_header_is_there():
    error = error_of(answers(420, told(PARALLEL), headers=UNTIL))
    assert type(error) is MarketBusy
    assert error.retry_at is None


@pytest.mark.parametrize(
    "headers",
    [{}, {"X-RateLimit-Resource-Until": "soon"}, {"X-RateLimit-Resource-Until": ""}],
)
@pytest.mark.parametrize("raw", [b"", HTML, json.dumps(told(QUOTA)).encode()])
def test_busy_without_a_readable_time_is_busy(headers, raw):
    error = error_of(answers(420, raw=raw, headers=headers))
    assert type(error) is MarketBusy
    assert error.retry_at is None


def test_a_time_without_a_zone_is_greenwich():
    headers = {"X-RateLimit-Resource-Until": "Fri, 20 Nov 2026 09:42:42"}
    error = error_of(answers(429, told(QUOTA), headers=headers))
    assert error.retry_at == datetime(2026, 11, 20, 9, 42, 42, tzinfo=UTC)


def test_a_good_status_with_an_error_inside_is_a_refusal():
    error = error_of(answers(200, told("No transition found: A -> B")))
    assert type(error) is MarketRefused
    assert error.status == 200
    assert error.messages == ("No transition found: A -> B",)


UNREADABLE = [
    b"",
    b"   ",
    b"null",
    b"[]",
    b'"text"',
    b"{",
    b'{"orders": [{"orderId": 1, ',
    b'{"orders": null}',
    b'{"paging": {}}',
    b'{"orders": {}}',
    '{"orders": [], "x": "\u0416"}'.encode("cp1251"),
    '{"orders": []}'.encode("utf-16"),
    b"[" * 5000 + b"]" * 5000,
    HTML,
]


@pytest.mark.parametrize("raw", UNREADABLE, ids=range(len(UNREADABLE)))
def test_an_answer_of_another_form_is_unreadable_and_kept(raw):
    with market_of(answers(200, raw=raw)) as market, pytest.raises(MarketAnswerUnreadable) as error:
        market.orders(OrderQuery())
    assert error.value.body.startswith("HTTP 200 application/json\n")
    assert len(error.value.body) < 5000


def test_a_byte_order_mark_is_no_fault():
    raw = b"\xef\xbb\xbf" + b'{"orders": [], "fieldOfTomorrow": 1}'
    with market_of(answers(200, raw=raw)) as market:
        assert market.orders(OrderQuery()) == ()


@pytest.mark.parametrize("result", [{}, {"result": None}, {"result": {}}, {"result": {"boxes": 1}}])
def test_a_layout_answer_without_boxes_is_unreadable(result):
    with (
        market_of(answers(200, {"status": "OK", **result})) as market,
        pytest.raises(MarketAnswerUnreadable) as error,
    ):
        market.set_layout(REF, BoxLayout(boxes=()))
    assert error.value.order == REF.order


def test_what_did_not_fit_is_not_in_the_traceback():
    body = {"status": "OK", "result": {"boxes": [{"boxId": "secret-code", "items": []}]}}
    with market_of(answers(200, body)) as market, pytest.raises(MarketAnswerUnreadable) as error:
        market.set_layout(REF, BoxLayout(boxes=()))
    assert "secret-code" not in repr(error.value) + str(error.value.__cause__)
