"""The end of the day over HTTP: every request and answer is what the description says."""

from datetime import timedelta

import httpx
import pytest

from packdesk.sandbox.keys import DEMO_KEY, ApiKey, Scope
from packdesk.sandbox.limits import Limits, Quota
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.world import BUSINESS_ID
from tests.contract.sandbox_calls import TLS, calls_to
from tests.unit.sandbox.days import CAMPAIGN, FakeClock, boxes, day, delivery, order, whole

READER = ApiKey("ACMA:reader:0004", "Чтение", frozenset({Scope.ORDERS_READ}))
MAIN = ApiKey(DEMO_KEY, "Всё", frozenset({Scope.ORDERS}))
DBS_SHOP, CLOSED = 502, 777
SHOP = f"/v2/campaigns/{CAMPAIGN}"
UPDATE, ACT = f"{SHOP}/orders/status-update", f"{SHOP}/shipments/reception-transfer-act"
SEARCH, GENERATE = f"{SHOP}/first-mile/shipments", "/v2/reports/documents/labels/generate"
EAC = f"{SHOP}/orders/4/verifyEac"
DAYS = {"dateFrom": "2026-11-20", "dateTo": "2026-11-21"}
READY = {"status": "PROCESSING", "substatus": "READY_TO_SHIP"}


def day_of_every_model():
    courier = {"transfer": {"eac": {"eacType": "COURIER_TO_MERCHANT"}}}
    return day(
        order(1),
        order(2),
        order(3, programType="DBS", campaignId=DBS_SHOP),
        order(4, programType="EXPRESS", substatus="READY_TO_SHIP", delivery=delivery(**courier)),
        order(5, campaignId=CLOSED),
        courierCodes={"4": "4815"},
    )


@pytest.fixture
def sandbox(clock):
    closed = {CLOSED: "DISABLED_BY_INACTIVITY"}
    keys = (MAIN, READER)
    with Sandbox(day_of_every_model(), clock=clock, keys=keys, availability=closed) as running:
        yield running


def layout(calls, *order_ids):
    for order_id in order_ids:
        calls.ask("PUT", f"{SHOP}/orders/{order_id}/boxes", boxes([whole(11, 1)]))


def make_ready(calls, *order_ids):
    changes = [{"id": order_id, **READY} for order_id in order_ids]
    return calls.ask("POST", UPDATE, {"orders": changes}).body["result"]["orders"]


def report(calls, *order_ids, **query):
    body = {"businessId": BUSINESS_ID, "orderIds": list(order_ids)}
    return calls.ask("POST", GENERATE, body, query).body["result"]["reportId"]


def fetch(link):
    return httpx.get(link, verify=TLS, trust_env=False)


def test_many_statuses_are_answered_one_by_one(calls, sandbox):
    layout(calls, 1)
    told = make_ready(calls, 1, 2, 99)
    assert [entry["updateStatus"] for entry in told] == ["OK", "ERROR", "ERROR"]
    assert "Reason: order has no boxes" in told[1]["errorDetails"]
    assert "Failed to find order with id 99" in told[2]["errorDetails"]
    assert sandbox.world.snapshot(1).state.substatus == "READY_TO_SHIP"


def test_many_statuses_cost_as_many_as_they_are():
    limits = Limits(quotas={"updateOrderStatuses": Quota(30)})
    with Sandbox(day(), limits=limits, clock=FakeClock()) as sandbox, calls_to(sandbox) as calls:
        changes = {"orders": [{"id": number, **READY} for number in range(1, 30)]}
        answers = [calls.ask("POST", UPDATE, changes) for _ in range(3)]
    left = [answer.headers["X-RateLimit-Resource-Remaining"] for answer in answers]
    assert [answer.status for answer in answers] == [200, 200, 420]
    assert left == ["1", "0", "0"]


def test_the_couriers_code_is_compared(calls, sandbox):
    wrong = calls.ask("PUT", EAC, {"code": "0000"}).body["result"]
    right = calls.ask("PUT", EAC, {"code": "4815"}).body["result"]
    assert wrong == {"verificationResult": "REJECTED", "attemptsLeft": 2}
    assert right == {"verificationResult": "ACCEPTED"}
    assert sandbox.world.snapshot(4).state.status == "DELIVERY"


def test_a_day_of_shipment_goes_all_its_way(calls):
    layout(calls, 1, 2)
    make_ready(calls, 1)
    waiting = calls.ask("GET", ACT)
    assert (waiting.status, "orderIds: [2]" in waiting.message) == (400, True)
    make_ready(calls, 2)
    found = calls.ask("PUT", SEARCH, DAYS, {"limit": "30"}).body["result"]["shipments"]
    assert [(one["orderIds"], one["status"]) for one in found] == [
        ([1, 2], "OUTBOUND_READY_FOR_CONFIRMATION")
    ]
    assert calls.ask("GET", ACT, query={"warehouse_id": "1"}).body.startswith(b"%PDF")
    again = calls.ask("GET", ACT)
    assert (again.status, "has been confirmed already" in again.message) == (400, True)
    found = calls.ask("PUT", SEARCH, DAYS).body["result"]["shipments"]
    assert found[0]["status"] == "OUTBOUND_CONFIRMED"


def test_shipments_are_found_by_the_dates_of_the_text_too(calls):
    old = {"dateFrom": "20-11-2026", "dateTo": "21-11-2026"}
    answer = calls.send("PUT", SEARCH, json=old)
    assert answer.body["result"] == calls.ask("PUT", SEARCH, DAYS).body["result"]


def test_labels_of_many_orders_are_made_and_fetched(calls, sandbox, clock):
    layout(calls, 1, 2)
    number = report(calls, 1, 2, 99, format="A9")
    info = f"/v2/reports/info/{number}"
    answers = []
    for seconds in (0, 1, 2):
        clock.forward(seconds)
        answers.append(calls.ask("GET", info).body["result"])
    told = answers[-1]
    assert [answer["status"] for answer in answers] == ["PENDING", "PROCESSING", "DONE"]
    assert told["subStatus"] == "RESOURCE_NOT_FOUND"
    file = fetch(told["file"])
    assert (file.status_code, file.headers["content-type"]) == (200, "application/pdf")
    assert file.content.startswith(b"%PDF")
    assert sandbox.world.snapshot(2).labels_served == 1
    clock.now += timedelta(hours=1)
    assert fetch(told["file"]).status_code == 404
    assert fetch(calls.ask("GET", info).body["result"]["file"]).status_code == 200


def test_a_report_without_labels_fails(calls, clock):
    number = report(calls, 1)
    clock.forward(60)
    told = calls.ask("GET", f"/v2/reports/info/{number}").body["result"]
    assert (told["status"], told["subStatus"]) == ("FAILED", "NO_DATA")


@pytest.mark.parametrize("path", ["labels-0001/now.pdf", "labels-0001/1.pdf", "x/1.pdf"])
def test_a_link_that_was_never_given_leads_nowhere(sandbox, path):
    assert fetch(f"{sandbox.base_url}/reports/{path}").status_code in {400, 404}


def test_a_reading_key_finds_but_confirms_nothing(sandbox, clock):
    with calls_to(sandbox, READER.token) as calls:
        assert calls.ask("PUT", SEARCH, DAYS).status == 200
        number = report(calls, 1)
        clock.forward(60)
        assert calls.ask("GET", f"/v2/reports/info/{number}").status == 200
        for method, path, body in (
            ("GET", ACT, None),
            ("PUT", EAC, {"code": "4815"}),
            ("POST", UPDATE, {"orders": [{"id": 1, **READY}]}),
        ):
            answer = calls.ask(method, path, body)
            assert (answer.status, "scopes" in answer.message) == (403, True)


REFUSALS = {
    "no shipment of dbs": (
        "PUT",
        f"/v2/campaigns/{DBS_SHOP}/first-mile/shipments",
        DAYS,
        400,
        "Campaign type is not allowed",
    ),
    "no act of dbs": (
        "GET",
        f"/v2/campaigns/{DBS_SHOP}/shipments/reception-transfer-act",
        None,
        400,
        "Campaign type is not allowed",
    ),
    "nothing ready": ("GET", ACT, None, 400, "No orders for closest shipment"),
    "no such warehouse": ("GET", f"{ACT}?warehouse_id=2", None, 400, "generation not found"),
    "a foreign signatory": ("GET", f"{ACT}?signatory=x", None, 403, "Contact not found for login"),
    "a shop switched off": (
        "GET",
        f"/v2/campaigns/{CLOSED}/shipments/reception-transfer-act",
        None,
        403,
        "DISABLED_BY_INACTIVITY",
    ),
    "statuses of a shop switched off": (
        "POST",
        f"/v2/campaigns/{CLOSED}/orders/status-update",
        {"orders": [{"id": 5, **READY}]},
        403,
        "DISABLED_BY_INACTIVITY",
    ),
    "an unknown shop": ("GET", ACT.replace("501", "9"), None, 404, "Campaign not found"),
    "a code for fbs": (
        "PUT",
        EAC.replace("/4/", "/1/"),
        {"code": "1"},
        400,
        "Campaign type is not allowed",
    ),
    "a code for no order": (
        "PUT",
        EAC.replace("/4/", "/9/"),
        {"code": "1"},
        404,
        "Failed to find order",
    ),
    "an unknown report": ("GET", "/v2/reports/info/x", None, 404, "Report not found"),
    "an unknown service": (
        "POST",
        f"/v2/campaigns/{DBS_SHOP}/orders/3/delivery/track",
        {"trackCode": "RA1", "deliveryServiceId": 7},
        404,
        "Failed to find [DELIVERY_SERVICE] with id 7",
    ),
    "dates the wrong way round": (
        "PUT",
        SEARCH,
        {"dateFrom": "2026-11-21", "dateTo": "2026-11-20"},
        400,
        "start date is required to be less than end date",
    ),
}


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "words"), REFUSALS.values(), ids=REFUSALS
)
def test_a_lawful_request_is_refused_in_the_documented_words(
    calls, sandbox, method, path, body, status, words
):
    path, _, query = path.partition("?")
    answer = calls.ask(method, path, body, dict(httpx.QueryParams(query)))
    assert (answer.status, words in answer.message) == (status, True)
    assert sandbox.world.effects() == ()


THIRTY_ONE = [{"id": number, "status": "PROCESSING"} for number in range(31)]
UNLAWFUL = {
    "no orders": ("POST", UPDATE, {"orders": []}, "'orders' must not be empty"),
    "31 orders": ("POST", UPDATE, {"orders": THIRTY_ONE}, "'orders' size must be between 1 and 30"),
    "no code": ("PUT", EAC, {}, "'code' must not be null"),
    "no dates": ("PUT", SEARCH, {"dateFrom": "2026-11-20"}, "'dateTo' must not be null"),
    "another date": ("PUT", SEARCH, {**DAYS, "dateTo": "21.11.2026"}, "'dateTo' must match"),
    "31 on a page": ("PUT", f"{SEARCH}?limit=31", DAYS, "limit must be ≤ 30"),
    "an order twice": (
        "POST",
        GENERATE,
        {"businessId": BUSINESS_ID, "orderIds": [1, 1]},
        "'orderIds' must only contain unique elements",
    ),
    "1001 labels": (
        "POST",
        GENERATE,
        {"businessId": BUSINESS_ID, "orderIds": list(range(1001))},
        "'orderIds' size must be between 1 and 1000",
    ),
    "another sorting": (
        "POST",
        GENERATE,
        {"businessId": BUSINESS_ID, "orderIds": [1], "sortingType": "BY_COLOUR"},
        "Illegal input at 'sortingType'",
    ),
    "a warehouse in words": ("GET", f"{ACT}?warehouse_id=here", None, "Type mismatch"),
    "another source": ("GET", "/v2/reports/info/x?sourceType=ME", None, "'sourceType' cannot be"),
    "a long report id": ("GET", f"/v2/reports/info/{'x' * 256}", None, "'reportId' size must be"),
}


@pytest.mark.parametrize(("method", "path", "body", "words"), UNLAWFUL.values(), ids=UNLAWFUL)
def test_an_unlawful_request_is_refused_in_the_documented_words(calls, method, path, body, words):
    path, _, query = path.partition("?")
    content = {} if body is None else {"json": body}
    answer = calls.send(method, path, dict(httpx.QueryParams(query)), **content)
    assert (answer.status, words in answer.message) == (400, True)
