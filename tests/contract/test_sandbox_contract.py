"""Every answer of the sandbox is what the official OpenAPI description says."""

import json

import pytest

from packdesk.sandbox.bodies import MAX_BODY_BYTES
from packdesk.sandbox.endpoints import OPERATIONS
from packdesk.sandbox.keys import DEMO_KEY, Scope
from packdesk.sandbox.limits import Limits, Quota
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.world import BUSINESS_ID
from tests.contract.openapi import document
from tests.contract.sandbox_calls import ORDERS, calls_to
from tests.contract.sandbox_shops import (
    CATALOGUE_ONLY,
    CLOSED,
    OFFERS,
    ORDER,
    ORDERS_ONLY,
    READER,
    layout,
)
from tests.unit.sandbox.days import (
    CAMPAIGN,
    FakeClock,
    boxes,
    day,
    order,
    whole,
)


def test_the_operations_are_those_of_the_description():
    described = {
        (operation["operationId"], method.upper(), path): operation["x-auth-scopes"]
        for path, methods in document()["paths"].items()
        for method, operation in methods.items()
    }
    for operation in OPERATIONS:
        scopes = described[operation.name, operation.method, operation.path]
        offered = {scope.upper().replace("-", "_").replace(":", "_") for scope in scopes}
        assert set(operation.scopes) == offered & set(Scope)


def test_an_order_goes_all_its_way(calls, sandbox, clock):
    assert calls.ask("GET", "/v2/campaigns").body["campaigns"][0]["id"] == CAMPAIGN
    campaign = calls.ask("GET", f"/v2/campaigns/{CAMPAIGN}").body["campaign"]
    assert campaign["business"]["id"] == BUSINESS_ID
    scopes = calls.ask("POST", "/v2/auth/token").body["result"]["apiKey"]["authScopes"]
    assert "INVENTORY_AND_ORDER_PROCESSING" in scopes

    found = calls.ask("POST", ORDERS, {"campaignIds": [CAMPAIGN], "statuses": ["PROCESSING"]})
    assert [order["orderId"] for order in found.body["orders"]] == [1, 3]
    assert calls.ask("GET", ORDER).body["order"]["items"][0]["price"] == 100

    stored = calls.ask("PUT", f"{ORDER}/boxes", layout())
    box_ids = [box["boxId"] for box in stored.body["result"]["boxes"]]
    calls.ask("POST", f"{ORDER}/external-id", {"externalOrderId": "SHOP-1"})

    labels = calls.ask("GET", f"{ORDER}/delivery/labels", query={"format": "A9"})
    assert labels.body.startswith(b"%PDF")
    one = f"{ORDER}/delivery/shipments/0/boxes/{box_ids[1]}/label"
    assert calls.ask("GET", one).body.startswith(b"%PDF")
    data = calls.ask("GET", f"{ORDER}/delivery/labels/data").body["result"]
    assert [label["boxId"] for label in data["parcelBoxLabels"]] == box_ids
    assert {label["orderNum"] for label in data["parcelBoxLabels"]} == {"SHOP-1"}

    for seconds, expected in ((0, "NOT_ON_VALIDATION"), (1, "IN_PROGRESS"), (1, "OK")):
        clock.forward(seconds)
        checked = calls.ask("POST", f"{ORDER}/identifiers/status").body["result"]["items"]
        assert {entry["status"] for entry in checked[0]["cis"] + checked[1]["uin"]} == {expected}

    ready = {"order": {"status": "PROCESSING", "substatus": "READY_TO_SHIP"}}
    moved = calls.ask("PUT", f"{ORDER}/status", ready).body["order"]
    parcels = [box["fulfilmentId"] for box in moved["delivery"]["shipments"][0]["boxes"]]
    assert parcels == ["1-1", "1-2", "1-3"]
    reread = calls.ask("POST", ORDERS, {"orderIds": [1]}).body["orders"][0]
    assert [box["boxId"] for box in reread["delivery"]["boxesLayout"]] == box_ids

    snapshot = sandbox.world.snapshot(1)
    assert (snapshot.state.substatus, snapshot.labels_served) == ("READY_TO_SHIP", 2)


def test_a_dbs_order_is_handed_over(calls, sandbox):
    dbs = f"/v2/campaigns/{CAMPAIGN}/orders/3"
    service = calls.ask("GET", "/v2/delivery/services").body["result"]["deliveryService"][0]["id"]
    calls.ask("POST", f"{dbs}/delivery/track", {"trackCode": "RA1", "deliveryServiceId": service})
    calls.ask("PUT", f"{dbs}/status", {"order": {"status": "DELIVERY"}})
    tracks = calls.ask("POST", ORDERS, {"orderIds": [3]}).body["orders"][0]["delivery"]["tracks"]
    assert tracks == [{"trackCode": "RA1", "deliveryServiceId": service}]
    assert sandbox.world.snapshot(3).state.status == "DELIVERY"


def test_offers_are_told_by_id(reading):
    found = reading.ask("POST", OFFERS, {"offerIds": ["SKU-11", "SKU-99"]}).body["result"]
    assert [entry["offer"]["offerId"] for entry in found["offerMappings"]] == ["SKU-11"]
    assert len(reading.ask("POST", OFFERS).body["result"]["offerMappings"]) == 1


def test_nothing_is_stored_by_a_refused_layout(calls, sandbox):
    calls.ask("PUT", f"{ORDER}/boxes", boxes([whole(11, 2)]))
    assert sandbox.world.snapshot(1).boxes == ()


def test_a_box_of_an_older_layout_is_not_found(calls):
    first = calls.ask("PUT", f"{ORDER}/boxes", layout()).body["result"]["boxes"][0]["boxId"]
    calls.ask("PUT", f"{ORDER}/boxes", layout())
    answer = calls.ask("GET", f"{ORDER}/delivery/shipments/0/boxes/{first}/label")
    assert (answer.status, answer.message) == (404, f"Box not found. Box: {first}")


def test_other_paths_methods_and_types_are_refused_in_the_same_envelope(reading):
    content = {"content": b"<a/>", "headers": {"Content-Type": "text/xml"}}
    assert reading.send("PUT", f"{ORDER}/boxes", **content).status == 415
    assert reading.send("DELETE", "/v2/campaigns").status == 405


def test_unversioned_paths_are_not_found(untouched):
    with calls_to(untouched) as calls:
        response = calls._client.get(f"/campaigns/{CAMPAIGN}/orders/1")
    assert response.status_code == 404
    assert response.json()["errors"][0]["message"] == "Resource not found"
    assert "X-RateLimit-Resource-Until" in response.headers


@pytest.mark.parametrize(("more", "status"), [(0, 200), (1, 400)])
def test_a_body_may_be_512_kilobytes_long(reading, more, status):
    content = json.dumps({"orderIds": [1]}).encode().ljust(MAX_BODY_BYTES + more)
    answer = reading.send(
        "POST", ORDERS, content=content, headers={"Content-Type": "application/json"}
    )
    assert answer.status == status


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (None, "Api-Key token is not specified"),
        ("ACMA:wrong:0000", "Api-Key token is invalid"),
        (f"Bearer {DEMO_KEY}", "Api-Key token prefix is invalid"),
    ],
)
def test_a_wrong_key_opens_nothing(untouched, key, words):
    with calls_to(untouched, key) as calls:
        for method, path in (("GET", "/v2/campaigns"), ("POST", f"{ORDER}/identifiers/status")):
            answer = calls.ask(method, path)
            assert (answer.status, answer.message) == (401, words)


def test_a_key_opens_only_what_its_scopes_say(sandbox):
    with calls_to(sandbox, CATALOGUE_ONLY.token) as calls:
        assert calls.ask("POST", OFFERS).status == 200
        assert calls.ask("GET", "/v2/campaigns").status == 200
        assert "scopes" in calls.ask("POST", ORDERS, {}).message
    with calls_to(sandbox, ORDERS_ONLY.token) as calls:
        assert calls.ask("POST", ORDERS, {}).status == 200
        assert calls.ask("POST", OFFERS).status == 403
    with calls_to(sandbox, READER.token) as calls:
        assert calls.ask("POST", ORDERS, {}).status == 200
        assert calls.ask("PUT", f"{ORDER}/boxes", layout()).status == 403
        assert calls.ask("GET", f"{ORDER}/delivery/labels").status == 403


def test_a_used_up_quota_is_told_with_its_end():
    limits = Limits(quotas={"getCampaigns": Quota(2)})
    with Sandbox(day(), limits=limits) as sandbox, calls_to(sandbox) as calls:
        left = [
            calls.ask("GET", "/v2/campaigns").headers["X-RateLimit-Resource-Remaining"]
            for _ in range(2)
        ]
        answer = calls.ask("GET", "/v2/campaigns")
    assert left == ["1", "0"]
    assert answer.status == 420
    assert "Hit rate limit of 2 requests per hour for resource getCampaigns" in answer.message
    assert answer.headers["X-RateLimit-Resource-Until"].endswith("GMT")


def test_pages_are_followed_over_http():
    file = day(*(order(number) for number in range(1, 8)))
    with Sandbox(file, clock=FakeClock()) as sandbox, calls_to(sandbox) as calls:
        seen, query = [], {"limit": "3"}
        while True:
            answer = calls.ask("POST", ORDERS, {}, query).body
            seen.append([order["orderId"] for order in answer["orders"]])
            if "nextPageToken" not in answer["paging"]:
                break
            query["pageToken"] = answer["paging"]["nextPageToken"]
    assert seen == [[1, 2, 3], [4, 5, 6], [7]]


def test_shops_are_paged_too(reading):
    first = reading.ask("GET", "/v2/campaigns", query={"limit": "1"}).body
    token = first["paging"]["nextPageToken"]
    second = reading.ask("GET", "/v2/campaigns", query={"limit": "1", "pageToken": token}).body
    assert [page["campaigns"][0]["id"] for page in (first, second)] == [CAMPAIGN, CLOSED]
    assert second["paging"] == {}
