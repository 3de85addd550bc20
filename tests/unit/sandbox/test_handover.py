"""Couriers' codes, shipments and reports, by a clock that moves only when told."""

import json

import pytest

from packdesk.sandbox.bodies import LabelsReportBody, ShipmentsBody, StatusesBody, read_body
from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.errors import ApiError
from packdesk.sandbox.labels import PageFormat
from packdesk.sandbox.shipments import SIGNATORY
from packdesk.sandbox.world import BUSINESS_ID
from tests.unit.sandbox.days import CAMPAIGN, boxes, delivery, order, whole
from tests.unit.sandbox.moves import move, pack

EAC = {"transfer": {"eac": {"eacType": "COURIER_TO_MERCHANT"}}}
HERE = "http://127.0.0.1"


def express(**fields):
    return order(
        1,
        programType="EXPRESS",
        delivery=delivery(**EAC),
        **{"substatus": "READY_TO_SHIP", **fields},
    )


def statuses(world, *changes):
    body = read_body(StatusesBody, json.dumps({"orders": changes}).encode())
    return world.change_statuses(CAMPAIGN, body.orders)


def shipments(world, limit=30, token=None, **fields):
    days = {"dateFrom": "2026-11-20", "dateTo": "2026-11-22"}
    body = read_body(ShipmentsBody, json.dumps({**days, **fields}).encode())
    return world.shipments.search(CAMPAIGN, body, limit, token)


def report(world, *order_ids, **fields):
    content = {"businessId": BUSINESS_ID, "orderIds": order_ids, **fields}
    body = read_body(LabelsReportBody, json.dumps(content).encode())
    return world.reports.order_labels(body, PageFormat.A7)


def shop(world_of, *substatuses, **fields):
    return world_of(
        *(order(n, substatus=state, **fields) for n, state in enumerate(substatuses, start=1))
    )


def test_many_orders_move_each_by_itself(world_of):
    world = world_of(order(1), order(2), order(3, campaignId=502))
    pack(world, boxes([whole(11, 1)]))
    ready = {"status": "PROCESSING", "substatus": "READY_TO_SHIP"}
    first, second, third, again = statuses(world, *({"id": n, **ready} for n in (1, 2, 3, 1)))
    assert first == {"id": 1, **ready, "updateStatus": "OK"}
    assert second["updateStatus"] == "ERROR"
    assert "Reason: order has no boxes" in second["errorDetails"]
    assert "Campaign 501 has no order id 3" in third["errorDetails"]
    assert "No transition found" in again["errorDetails"]
    assert len(world.effects(EffectKind.STATUS)) == 1


def test_the_right_code_hands_the_parcel_over_once(world_of):
    world = world_of(express(), courierCodes={"1": "4815"})
    assert world.couriers.verify(CAMPAIGN, 1, "4815") == {"verificationResult": "ACCEPTED"}
    assert world.couriers.verify(CAMPAIGN, 1, "4815") == {"verificationResult": "ACCEPTED"}
    assert str(world.snapshot(1).state) == "DELIVERY/COURIER_RECEIVED"
    assert len(world.effects(EffectKind.COURIER_CODE, 1)) == 1


def test_after_three_wrong_codes_the_courier_needs_another(world_of):
    world = world_of(express(), courierCodes={"1": "4815"})
    answers = [world.couriers.verify(CAMPAIGN, 1, "0000") for _ in range(4)]
    assert [(answer["verificationResult"], answer["attemptsLeft"]) for answer in answers] == [
        ("REJECTED", 2),
        ("REJECTED", 1),
        ("NEED_UPDATE", 0),
        ("NEED_UPDATE", 0),
    ]
    assert world.couriers.verify(CAMPAIGN, 1, "4815")["verificationResult"] == "NEED_UPDATE"
    world.couriers.renew(1, "1623")
    assert world.couriers.verify(CAMPAIGN, 1, "4815") == {
        "verificationResult": "REJECTED",
        "attemptsLeft": 2,
    }
    assert world.couriers.verify(CAMPAIGN, 1, "1623")["verificationResult"] == "ACCEPTED"


def test_without_a_code_in_the_file_the_end_of_the_number_is_the_code(world_of):
    assert world_of(express()).couriers.code(1) == "0001"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"programType": "FBS"}, "Campaign type is not allowed"),
        ({"substatus": "STARTED"}, "Action is not allowed"),
        ({"status": "CANCELLED", "substatus": "SHOP_FAILED"}, "Action is not allowed"),
        ({"delivery": delivery()}, "Action is not allowed"),
    ],
)
def test_a_code_that_nobody_awaits_is_refused(world_of, changed, words):
    world = world_of({**express(), **changed})
    with pytest.raises(ApiError, match=words):
        world.couriers.verify(CAMPAIGN, 1, "0001")


def test_a_shipment_takes_the_orders_of_a_day(world_of):
    tomorrow = delivery(shipment={"shipmentDate": "2026-11-21"})
    world = world_of(
        order(1, substatus="READY_TO_SHIP"),
        order(2),
        order(3, status="CANCELLED", substatus="SHOP_FAILED"),
        order(4, delivery=tomorrow, substatus="READY_TO_SHIP"),
        order(5, programType="EXPRESS"),
        order(6, fake=True),
    )
    (today, later), after = shipments(world)
    assert after is None
    assert (today["orderIds"], later["orderIds"]) == ([1, 2, 3], [4])
    assert (today["draftCount"], today["plannedCount"]) == (2, 1)
    assert (today["status"], later["status"]) == (
        "OUTBOUND_CREATED",
        "OUTBOUND_READY_FOR_CONFIRMATION",
    )
    assert today["planIntervalFrom"] == "2026-11-20T10:00:00+03:00"
    assert shipments(world, cancelledOrders=False)[0][0]["orderIds"] == [1, 2]
    assert shipments(world, orderIds=[4, 99])[0] == [later]
    assert shipments(world, statuses=["OUTBOUND_CREATED"])[0] == [today]
    old_dates = {"dateFrom": "21-11-2026", "dateTo": "21-11-2026"}
    assert shipments(world, **old_dates)[0] == [later]
    page, token = shipments(world, limit=1)
    assert page + shipments(world, limit=1, token=token)[0] == [today, later]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"dateFrom": "2026-11-23"}, "start date is required to be less than end date"),
        ({"dateFrom": "2026-02-30"}, "is not a valid date"),
        ({"dateFrom": "31-02-2026"}, "is not a valid date"),
        ({"dateFrom": "20.11.2026"}, "must match"),
    ],
)
def test_impossible_days_of_shipment_are_refused(world_of, fields, words):
    with pytest.raises(ApiError, match=words):
        shipments(world_of(), **fields)


def test_the_act_confirms_the_nearest_shipment_once(world_of):
    world = shop(world_of, "STARTED", "STARTED")
    for order_id in (1, 2):
        pack(world, boxes([whole(11, 1)]), order_id)
        move(world, "PROCESSING", "READY_TO_SHIP", order_id)
    act = world.shipments.confirm(CAMPAIGN, 1, None)
    assert act.orders == ((1, 1), (2, 1))
    told = shipments(world)[0][0]
    assert (told["status"], told["signature"]) == ("OUTBOUND_CONFIRMED", {"signed": False})
    with pytest.raises(ApiError, match=f"{act.shipment_id} has been confirmed already"):
        world.shipments.confirm(CAMPAIGN, None, None)
    assert [effect.subject for effect in world.effects(EffectKind.SHIPMENT)] == [act.shipment_id]


def test_a_known_signatory_signs_the_act(world_of):
    world = shop(world_of, "READY_TO_SHIP")
    with pytest.raises(ApiError, match="Contact not found for login somebody"):
        world.shipments.confirm(CAMPAIGN, None, "somebody")
    world.shipments.confirm(CAMPAIGN, None, SIGNATORY)
    told = shipments(world)[0][0]
    assert (told["status"], told["signature"]) == ("OUTBOUND_SIGNED", {"signed": True})


YESTERDAY = {"delivery": delivery(shipment={"shipmentDate": "2026-11-19"})}
UNREADY = {
    "yesterday": (("READY_TO_SHIP",), YESTERDAY, "Closest shipment .* not found"),
    "nothing ready": (("STARTED",), {}, "No orders for closest shipment have been processed yet"),
    "one not ready": (
        ("READY_TO_SHIP", "STARTED", "STARTED"),
        {},
        r"Some orders have not been processed yet\. .*orderIds: \[2, 3\]",
    ),
    "another model": (("STARTED",), {"programType": "DBS"}, "Campaign type is not allowed"),
}


@pytest.mark.parametrize(("states", "fields", "words"), UNREADY.values(), ids=UNREADY)
def test_an_act_that_cannot_be_is_refused_and_confirms_nothing(world_of, states, fields, words):
    world = shop(world_of, *states, **fields)
    with pytest.raises(ApiError, match=words):
        world.shipments.confirm(CAMPAIGN, None, None)
    assert world.effects(EffectKind.SHIPMENT) == ()


def test_an_order_on_its_way_out_of_the_shipment_holds_the_act_for_half_an_hour(world_of, clock):
    world = shop(world_of, "READY_TO_SHIP", "READY_TO_SHIP")
    world.shipments.market_excludes(2)
    with pytest.raises(ApiError, match=r"being excluded from shipment .*orderIds: \[2\]"):
        world.shipments.confirm(CAMPAIGN, None, None)
    clock.forward(1800)
    assert world.shipments.confirm(CAMPAIGN, None, None).orders == ((1, 0),)


def test_a_report_is_made_while_the_clock_goes(world_of, clock):
    world = world_of()
    pack(world, boxes([whole(11, 1)]))
    ticket = report(world, 1)
    assert ticket["estimatedGenerationTime"] == 2010
    states = []
    for seconds in (0, 1, 2):
        clock.forward(seconds)
        states.append(world.reports.info(ticket["reportId"], HERE)["status"])
    assert states == ["PENDING", "PROCESSING", "DONE"]


def test_the_link_to_a_report_lives_an_hour_and_can_be_asked_for_anew(world_of, clock):
    world = world_of()
    pack(world, boxes([whole(11, 1)]))
    number = report(world, 1)["reportId"]
    clock.forward(3)
    issued = int(clock().timestamp())
    assert world.reports.info(number, HERE)["file"] == f"{HERE}/reports/{number}/{issued}.pdf"
    clock.forward(3599)
    assert world.reports.file(number, issued).startswith(b"%PDF")
    clock.forward(1)
    with pytest.raises(ApiError, match="Resource not found"):
        world.reports.file(number, issued)
    assert world.reports.file(number, int(clock().timestamp())).startswith(b"%PDF")
    assert world.snapshot(1).labels_served == 2


def test_a_report_says_that_orders_are_missing_or_that_there_are_none(world_of, clock):
    world = world_of(order(1), order(2))
    pack(world, boxes([whole(11, 1)]))
    some, none = report(world, 1, 2, 99), report(world, 2)
    clock.forward(3)
    told = world.reports.info(some["reportId"], HERE)
    assert (told["status"], told["subStatus"], "file" in told) == (
        "DONE",
        "RESOURCE_NOT_FOUND",
        True,
    )
    told = world.reports.info(none["reportId"], HERE)
    assert (told["status"], told["subStatus"], "file" in told) == ("FAILED", "NO_DATA", False)
    with pytest.raises(ApiError, match="Resource not found"):
        world.reports.file(none["reportId"], int(clock().timestamp()))
    with pytest.raises(ApiError, match="Report not found"):
        world.reports.info("labels-9999", HERE)


@pytest.mark.parametrize(
    ("sorting", "expected"), [("SORT_BY_GIVEN_ORDER", [2, 1]), ("SORT_BY_ORDER_CREATED_AT", [1, 2])]
)
def test_labels_come_in_the_sequence_asked_for(world_of, sorting, expected):
    world = world_of(order(1), order(2, creationDate="2026-11-20T10:00:00+03:00"))
    for order_id in (1, 2):
        pack(world, boxes([whole(11, 1)]), order_id)
    number = report(world, 2, 1, sortingType=sorting)["reportId"]
    texts = world.reports._find(number).texts
    assert [text.order_id for text in texts] == expected
