"""Requests that the sandbox refuses, lawful and unlawful ones, in the documented words."""

import pytest

from tests.contract.sandbox_calls import ORDERS
from tests.contract.sandbox_shops import (
    CLOSED,
    ORDER,
)
from tests.unit.sandbox.days import (
    CAMPAIGN,
    boxes,
    part,
    whole,
)

REFUSALS = {
    "labels before a layout": ("GET", f"{ORDER}/delivery/labels", None, 404, "No boxes found"),
    "label data before a layout": (
        "GET",
        f"{ORDER}/delivery/labels/data",
        None,
        404,
        "No boxes found for order '1'",
    ),
    "an unknown shop": (
        "GET",
        "/v2/campaigns/9/orders/1",
        None,
        404,
        "Campaign not found: 9",
    ),
    "an unknown order": (
        "GET",
        f"/v2/campaigns/{CAMPAIGN}/orders/9",
        None,
        404,
        "Failed to find order with id 9",
    ),
    "an unknown business": ("POST", "/v1/businesses/9/orders", {}, 404, "Failed to find business"),
    "a shop switched off": (
        "GET",
        f"/v2/campaigns/{CLOSED}/orders/2",
        None,
        403,
        "DISABLED_BY_INACTIVITY",
    ),
    "code checks of dbs": (
        "POST",
        f"/v2/campaigns/{CAMPAIGN}/orders/3/identifiers/status",
        None,
        400,
        "Campaign type is not allowed",
    ),
    "not ready": (
        "PUT",
        f"{ORDER}/status",
        {"order": {"status": "PROCESSING", "substatus": "READY_TO_SHIP"}},
        400,
        "Transition PROCESSING/STARTED -> PROCESSING/READY_TO_SHIP is not allowed. Reason: ",
    ),
    "no such move": (
        "PUT",
        f"{ORDER}/status",
        {"order": {"status": "PICKUP"}},
        400,
        "No transition found: PROCESSING/STARTED -> PICKUP/PICKUP_SERVICE_RECEIVED",
    ),
    "a layout against the rules": (
        "PUT",
        f"{ORDER}/boxes",
        boxes([whole(11, 1), whole(11, 1)]),
        400,
        "Invalid order boxes layout request. Violations: [",
    ),
}


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "words"), REFUSALS.values(), ids=REFUSALS.keys()
)
def test_a_lawful_request_is_refused_in_the_documented_words(
    reading, method, path, body, status, words
):
    answer = reading.ask(method, path, body)
    assert answer.status == status
    assert words in answer.message


UNLAWFUL = {
    "no body": ("PUT", f"{ORDER}/boxes", {}, {}, 400, "Unexpected end of content"),
    "no json": ("PUT", f"{ORDER}/boxes", {}, {"content": b"{"}, 400, "JSON: "),
    "not utf-8": ("PUT", f"{ORDER}/boxes", {}, {"content": b'{"boxes":"\xff"}'}, 400, "JSON: "),
    "a list": ("PUT", f"{ORDER}/boxes", {}, {"json": []}, 400, "Illegal input at ''"),
    "no boxes": ("PUT", f"{ORDER}/boxes", {}, {"json": {}}, 400, "'boxes' must not be null"),
    "an empty list of boxes": (
        "PUT",
        f"{ORDER}/boxes",
        {},
        {"json": {"boxes": []}},
        400,
        "'boxes' must not be empty",
    ),
    "an empty list of codes": (
        "PUT",
        f"{ORDER}/boxes",
        {},
        {"json": boxes([{"id": 11, "fullCount": 2, "instances": []}])},
        400,
        "'boxes[0].items[0].instances' must not be empty",
    ),
    "a number in quotes": (
        "PUT",
        f"{ORDER}/boxes",
        {},
        {"json": boxes([{"id": "11", "fullCount": 2}])},
        400,
        "Illegal input at 'boxes[0].items[0].id'",
    ),
    "a fraction of goods": (
        "PUT",
        f"{ORDER}/boxes",
        {},
        {"json": boxes([{"id": 11, "fullCount": 1.5}])},
        400,
        "Illegal input at 'boxes[0].items[0].fullCount'",
    ),
    "a count of none": (
        "PUT",
        f"{ORDER}/boxes",
        {},
        {"json": boxes([whole(11, 0)])},
        400,
        "'boxes[0].items[0].fullCount' must be greater than or equal to 1",
    ),
    "a unit in one part": (
        "PUT",
        f"{ORDER}/boxes",
        {},
        {"json": boxes([part(11, 1, 1)])},
        400,
        "'boxes[0].items[0].partialCount.total' must be greater than or equal to 2",
    ),
    "leave as text": (
        "PUT",
        f"{ORDER}/boxes",
        {},
        {"json": boxes([whole(11, 2)], allowRemove="yes")},
        400,
        "Illegal input at 'allowRemove'",
    ),
    "an empty external id": (
        "POST",
        f"{ORDER}/external-id",
        {},
        {"json": {"externalOrderId": ""}},
        400,
        "'externalOrderId' must not be empty",
    ),
    "too many order ids": (
        "POST",
        ORDERS,
        {},
        {"json": {"orderIds": list(range(1, 52))}},
        400,
        "'orderIds' size must be between 1 and 50",
    ),
    "an order id twice": (
        "POST",
        ORDERS,
        {},
        {"json": {"orderIds": [1, 1]}},
        400,
        "'orderIds' must only contain unique elements",
    ),
    "a date in the old form": (
        "POST",
        ORDERS,
        {},
        {"json": {"dates": {"creationDateFrom": "20-11-2026"}}},
        400,
        "'dates.creationDateFrom' must match",
    ),
    "a limit of none": ("POST", ORDERS, {"limit": "0"}, {"json": {}}, 400, "'limit' must be"),
    "a limit in words": ("POST", ORDERS, {"limit": "ten"}, {"json": {}}, 400, "Type mismatch"),
    "too large a limit": ("GET", "/v2/campaigns", {"limit": "101"}, {}, 400, "limit must be ≤ 100"),
    "a bad page token": ("POST", ORDERS, {"pageToken": "?"}, {"json": {}}, 400, "Bad page token"),
    "an unknown label format": (
        "GET",
        f"{ORDER}/delivery/labels",
        {"format": "A5"},
        {},
        400,
        "Type mismatch: 'format'",
    ),
    "an order id in words": (
        "GET",
        f"/v2/campaigns/{CAMPAIGN}/orders/first",
        {},
        {},
        400,
        "Type mismatch: 'orderId'",
    ),
    "an order id beyond numbers": (
        "GET",
        f"/v2/campaigns/{CAMPAIGN}/orders/{2**63}",
        {},
        {},
        400,
        "'orderId' must be between",
    ),
}


@pytest.mark.parametrize(
    ("method", "path", "query", "content", "status", "words"), UNLAWFUL.values(), ids=UNLAWFUL
)
def test_an_unlawful_request_is_refused_in_the_documented_words(
    reading, method, path, query, content, status, words
):
    headers = {"Content-Type": "application/json"} if "content" in content else {}
    answer = reading.send(method, path, query, headers=headers, **content)
    assert answer.status == status
    assert words in answer.message
