"""Every day, the demo's two and the shared one, is answered within the description."""

import pytest

from packdesk.resource_files import resource
from packdesk.sandbox.running import Sandbox
from tests.contract.openapi import check_response
from tests.contract.sandbox_calls import ORDERS, calls_to
from tests.shared_files import shared


@pytest.fixture(params=["demo/day.json", "demo/handover.json", "shared"])
def sandbox(request):
    name = request.param
    path = shared("orders/day.json") if name == "shared" else resource(name)
    with Sandbox(path) as running:
        yield running


def test_every_order_and_offer_is_told_as_described(sandbox):
    with calls_to(sandbox) as calls:
        told = [
            found
            for fake in (False, True)
            for found in calls.ask("POST", ORDERS, {"fake": fake}).body["orders"]
        ]
        for found in told:
            path = f"/v2/campaigns/{found['campaignId']}/orders/{found['orderId']}"
            answer = calls.ask("GET", path)
            check_response("GET", path, 200, answer.body, undeclared_too=True)
        business = calls.ask("GET", "/v2/campaigns").body["campaigns"][0]["business"]["id"]
        offers = calls.ask("POST", f"/v2/businesses/{business}/offer-mappings", {}).body
    check_response("POST", ORDERS, 200, {"orders": told}, undeclared_too=True)
    assert sorted(found["orderId"] for found in told) == list(sandbox.world.order_ids())
    sold = {entry["offerId"] for found in told for entry in found["items"]}
    assert sold == {entry["offer"]["offerId"] for entry in offers["result"]["offerMappings"]}


def test_every_order_that_waits_can_be_packed_with_what_lies_on_its_goods(sandbox):
    with calls_to(sandbox) as calls:
        waiting = calls.ask("POST", ORDERS, {"substatuses": ["STARTED"]}).body["orders"]
        for found in waiting:
            goods = sandbox.orders.scans[found["orderId"]]
            body = {"boxes": [{"items": [_entry(sold, goods) for sold in found["items"]]}]}
            path = f"/v2/campaigns/{found['campaignId']}/orders/{found['orderId']}"
            assert calls.ask("PUT", f"{path}/boxes", body).status == 200
            assert calls.ask("GET", f"{path}/delivery/labels").status == 200


def _entry(sold, goods):
    entry = {"id": sold["id"], "fullCount": sold["count"]}
    codes = [dict(piece) for piece in goods[sold["id"]].codes if piece]
    return {**entry, "instances": codes} if codes else entry
