"""Orders of the world: external ids, moves, tracks, pages, filters, and what the Market changes."""

from datetime import datetime

import pytest

from packdesk.sandbox.bodies import (
    OrdersBody,
)
from packdesk.sandbox.errors import ApiError
from packdesk.sandbox.order_file import OrderFileInvalid
from packdesk.sandbox.transitions import State
from tests.unit.sandbox.days import (
    CAMPAIGN,
    boxes,
    cis,
    delivery,
    item,
    order,
    whole,
)
from tests.unit.sandbox.moves import checks, listed, move, pack

A, B = cis("aaa"), cis("bbb")
MARKED = {"requiredInstanceTypes": ["CIS"]}


def test_an_external_id_is_given_once_and_before_ready_to_ship(world_of):
    world = world_of(order(1), order(2))
    world.set_external_id(CAMPAIGN, 1, "A-1")
    with pytest.raises(ApiError, match=r"already set for order .*externalId = A-1"):
        world.set_external_id(CAMPAIGN, 1, "A-2")
    pack(world, boxes([whole(11, 1)]), order_id=2)
    move(world, "PROCESSING", "READY_TO_SHIP", order_id=2)
    with pytest.raises(ApiError, match="Cannot do operation for order with status"):
        world.set_external_id(CAMPAIGN, 2, "A-3")
    assert world.snapshot(1).external_id == "A-1"


MOVES = {
    ("FBS", "PROCESSING", "STARTED"): [("CANCELLED", "SHOP_FAILED")],
    ("FBS", "PROCESSING", "READY_TO_SHIP"): [("CANCELLED", "SHOP_FAILED")],
    ("EXPRESS", "PROCESSING", "STARTED"): [("CANCELLED", "SHOP_FAILED")],
    ("DBS", "PROCESSING", "STARTED"): [
        ("DELIVERY", "DELIVERY_SERVICE_RECEIVED"),
        ("CANCELLED", "SHOP_FAILED"),
        ("CANCELLED", "INCORRECT_PERSONAL_DATA"),
    ],
    ("DBS", "DELIVERY", "DELIVERY_SERVICE_RECEIVED"): [
        ("PICKUP", "PICKUP_SERVICE_RECEIVED"),
        ("DELIVERED", "DELIVERY_SERVICE_DELIVERED"),
        ("CANCELLED", "USER_UNREACHABLE"),
    ],
    ("DBS", "PICKUP", "PICKUP_SERVICE_RECEIVED"): [
        ("DELIVERED", "DELIVERY_SERVICE_DELIVERED"),
        ("CANCELLED", "PICKUP_EXPIRED"),
    ],
}


@pytest.mark.parametrize(
    ("program", "state", "target"),
    [
        (program, State(*state), State(*target))
        for (program, *state), targets in MOVES.items()
        for target in targets
    ],
)
def test_the_documented_moves_are_open(world_of, program, state, target):
    world = world_of(order(1, programType=program, status=state.status, substatus=state.substatus))
    move(world, target.status, target.substatus)
    assert world.snapshot(1).state == target


FORBIDDEN = [
    (
        "FBS",
        "PROCESSING",
        "STARTED",
        "DELIVERY",
        "DELIVERY_SERVICE_RECEIVED",
        "No transition found",
    ),
    ("FBS", "PROCESSING", "READY_TO_SHIP", "PROCESSING", "READY_TO_SHIP", "No transition found"),
    ("FBS", "PROCESSING", "READY_TO_SHIP", "PROCESSING", "STARTED", "No transition found"),
    ("FBS", "PROCESSING", "READY_TO_SHIP", "PROCESSING", "SHIPPED", "No transition found"),
    ("FBS", "CANCELLED", "SHOP_FAILED", "PROCESSING", "STARTED", "No transition found"),
    ("FBS", "DELIVERY", "DELIVERY_SERVICE_RECEIVED", "CANCELLED", None, "No transition found"),
    ("FBS", "PROCESSING", "STARTED", "CANCELLED", "USER_UNREACHABLE", "is not available"),
    (
        "DBS",
        "DELIVERY",
        "DELIVERY_SERVICE_RECEIVED",
        "CANCELLED",
        "PICKUP_EXPIRED",
        "not available",
    ),
    ("DBS", "DELIVERED", "DELIVERY_SERVICE_DELIVERED", "PICKUP", None, "No transition found"),
    ("FBS", "PROCESSING", "STARTED", "PLACING", None, "Status not allowed"),
    ("FBS", "PROCESSING", "STARTED", "STATUS_OF_TOMORROW", None, "Status not allowed"),
]


@pytest.mark.parametrize(
    ("program", "status", "substatus", "to_status", "to_substatus", "words"), FORBIDDEN
)
def test_any_other_move_is_refused(
    world_of, program, status, substatus, to_status, to_substatus, words
):
    world = world_of(order(1, programType=program, status=status, substatus=substatus))
    with pytest.raises(ApiError, match=words):
        move(world, to_status, to_substatus)
    assert world.snapshot(1).state == State(status, substatus)


def test_a_test_order_may_be_sent_off_by_the_shop(world_of):
    world = world_of(order(1, fake=True, substatus="READY_TO_SHIP"))
    move(world, "PROCESSING", "SHIPPED")
    assert world.snapshot(1).state.substatus == "SHIPPED"


DATES = {
    "tomorrow": ("DELIVERED", "2026-11-21", "Delivery date can't be in the future"),
    "before the order": ("DELIVERED", "2026-11-17", "should be from order creation date to curr"),
    "with another status": ("DELIVERY", "2026-11-19", "should be given with PICKUP or DELIVERED"),
    "no date": ("DELIVERED", "2026-02-30", "is not a valid date"),
}


@pytest.mark.parametrize(("status", "day", "words"), DATES.values(), ids=DATES)
def test_an_impossible_day_of_delivery_is_refused(world_of, status, day, words):
    substatus = "STARTED" if status == "DELIVERY" else "DELIVERY_SERVICE_RECEIVED"
    now = "PROCESSING" if status == "DELIVERY" else "DELIVERY"
    created = "2026-11-18T09:00:00+03:00"
    world = world_of(
        order(1, programType="DBS", status=now, substatus=substatus, creationDate=created),
        order(2),
    )
    with pytest.raises(ApiError, match=words):
        move(world, status, delivery={"dates": {"realDeliveryDate": day}})
    assert world.snapshot(1).state.status == now


@pytest.mark.parametrize("status", ["PICKUP", "DELIVERED"])
def test_a_dbs_order_may_have_been_delivered_earlier(world_of, status):
    world = world_of(
        order(
            1,
            programType="DBS",
            status="DELIVERY",
            substatus="DELIVERY_SERVICE_RECEIVED",
            creationDate="2026-11-18T09:00:00+03:00",
        ),
        order(2),
    )
    told = move(world, status, delivery={"dates": {"realDeliveryDate": "2026-11-19"}})
    assert told["delivery"]["dates"]["realDeliveryDate"] == "19-11-2026"


def test_tracks_are_kept_once_and_only_for_dbs(world_of):
    world = world_of(order(1, programType="DBS"), order(2))
    for code in ("T1", "T2", "T1"):
        world.set_track(CAMPAIGN, 1, code, 99)
    assert world.snapshot(1).tracks == ("T1", "T2")
    with pytest.raises(ApiError, match="Campaign type is not allowed"):
        world.set_track(CAMPAIGN, 2, "T1", 99)
    with pytest.raises(ApiError, match=r"Failed to find \[DELIVERY_SERVICE\] with id 7"):
        world.set_track(CAMPAIGN, 1, "T1", 7)


STATES = ["PROCESSING", "DELIVERY", "PICKUP", "DELIVERED", "CANCELLED", "PENDING"]


@pytest.mark.parametrize("status", STATES)
def test_a_track_is_taken_until_the_order_has_ended(world_of, status):
    world = world_of(order(1, programType="DBS", status=status, substatus="UNKNOWN"))
    if status in STATES[:3]:
        world.set_track(CAMPAIGN, 1, "T1", 99)
        assert world.snapshot(1).tracks == ("T1",)
    else:
        with pytest.raises(ApiError, match=f"not allowed for order 1 with status {status}"):
            world.set_track(CAMPAIGN, 1, "T1", 99)


def test_an_order_of_another_shop_or_of_nobody_is_not_found(world_of):
    world = world_of(order(1), order(2, campaignId=502))
    with pytest.raises(ApiError, match="Failed to find order with id 3"):
        world.order(CAMPAIGN, 3)
    with pytest.raises(ApiError, match="Campaign 501 has no order id 2"):
        world.order(CAMPAIGN, 2)


def test_pages_hold_every_order_once_however_they_are_cut(world_of):
    world = world_of(*(order(number) for number in range(1, 121)))
    pages, token = [], None
    while True:
        page, token = listed(world, limit=33, token=token)
        pages.append(page)
        if token is None:
            break
    assert [len(page) for page in pages] == [33, 33, 33, 21]
    assert [number for page in pages for number in page] == list(range(1, 121))


def test_a_page_is_cut_to_fifty(world_of):
    world = world_of(*(order(number) for number in range(1, 61)))
    page, token = listed(world, limit=1000)
    assert len(page) == 50
    assert listed(world, token=token) == (list(range(51, 61)), None)


@pytest.mark.parametrize("token", ["", "x", "YWZ0ZXI6", "Zm9vOjE=", "ж"])
def test_a_page_token_of_nowhere_is_refused(world_of, token):
    with pytest.raises(ApiError, match="Bad page token"):
        listed(world_of(), token=token)


FILTERS = {
    "nothing": ({}, [1, 2, 3]),
    "order ids": ({"orderIds": [2, 3, 99]}, [2, 3]),
    "external ids": ({"externalOrderIds": ["E-3"]}, [3]),
    "shops": ({"campaignIds": [502]}, [2]),
    "programs": ({"programTypes": ["EXPRESS", "DBS"]}, [2, 3]),
    "statuses": ({"statuses": ["DELIVERY"]}, [3]),
    "substatuses": ({"statuses": ["PROCESSING"], "substatuses": ["STARTED"]}, [1, 2]),
    "test orders": ({"fake": True}, [4]),
    "no test orders": ({"fake": False}, [1, 2, 3]),
    "waiting for cancellation": ({"waitingForCancellationApprove": True}, [3]),
    "platforms": ({"sourcePlatforms": ["MARKET"]}, []),
    "created": (
        {"dates": {"creationDateFrom": "2026-11-20", "creationDateTo": "2026-11-21"}},
        [1, 2],
    ),
    "created on a range under one day": (
        {"dates": {"creationDateFrom": "2026-11-18", "creationDateTo": "2026-11-18"}},
        [3],
    ),
    "created before": ({"dates": {"creationDateTo": "2026-11-20"}}, [3]),
    "created long ago": (
        {"dates": {"creationDateFrom": "2026-09-01", "creationDateTo": "2026-10-01"}},
        [5],
    ),
    "shipped from": ({"dates": {"shipmentDateFrom": "2026-11-21"}}, [2]),
    "updated": ({"dates": {"updateDateFrom": "2026-11-20T10:00:00+03:00"}}, [3]),
}


@pytest.mark.parametrize(("filters", "expected"), FILTERS.values(), ids=FILTERS.keys())
def test_filters_leave_the_orders_that_fit_all_of_them(world_of, filters, expected):
    tomorrow = delivery(shipment={"shipmentDate": "2026-11-21"})
    undated = delivery()
    del undated["shipment"]
    world = world_of(
        order(1),
        order(2, campaignId=502, programType="EXPRESS", delivery=tomorrow),
        order(
            3,
            programType="DBS",
            status="DELIVERY",
            substatus="DELIVERY_SERVICE_RECEIVED",
            externalOrderId="E-3",
            cancelRequested=True,
            creationDate="2026-11-18T09:00:00+03:00",
            updateDate="2026-11-20T11:00:00+03:00",
            delivery=undated,
        ),
        order(4, fake=True),
        order(5, creationDate="2026-09-20T09:00:00+03:00", updateDate="2026-09-20T09:00:00+03:00"),
        order(6, fake=True, creationDate="2026-09-20T09:00:00+03:00"),
    )
    assert listed(world, **filters) == (expected, None)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (
            {"creationDateFrom": "2026-11-02", "creationDateTo": "2026-11-01"},
            "Order creation start date is required to be less than end date",
        ),
        (
            {"shipmentDateFrom": "2026-10-01", "shipmentDateTo": "2026-11-01"},
            "Invalid filters: interval .* more than 30 days",
        ),
        (
            {
                "updateDateFrom": "2026-10-01T00:00:00+03:00",
                "updateDateTo": "2026-11-20T00:00:00+03:00",
            },
            "Invalid filters: interval .* more than 30 days",
        ),
        ({"creationDateFrom": "2026-02-30"}, "Type mismatch"),
    ],
)
def test_impossible_dates_are_refused(world_of, dates, words):
    with pytest.raises(ApiError, match=words):
        listed(world_of(), dates=dates)


def test_a_layout_of_the_file_is_taken_over_and_its_codes_are_long_checked(world_of, clock):
    stored = [{"boxId": 900000000, "barcode": "1-1", "items": [whole(11, 1, A)]}]
    world = world_of(order(1, item(11, 1), delivery=delivery(boxesLayout=stored)), order(2))
    assert world.snapshot(1).boxes[0].box_id == 900000000
    assert checks(world)[0]["cis"][0]["status"] == "OK"
    assert pack(world, boxes([whole(11, 1)]), order_id=2)[0]["boxId"] > 900000000


@pytest.mark.parametrize("layout", [[{}], ["x"], [{"boxId": 1, "barcode": "1-1", "items": []}]])
def test_a_layout_of_the_file_that_is_none_is_told(world_of, layout):
    with pytest.raises(OrderFileInvalid, match="boxesLayout"):
        world_of(order(1, delivery=delivery(boxesLayout=layout)))


def test_the_market_can_change_an_order_by_itself(world_of):
    world = world_of()
    world.market_edits(1, {"notes": "новое"})
    world.market_moves(1, State("CANCELLED", "USER_CHANGED_MIND"))
    told = world.order(CAMPAIGN, 1)
    assert (told["status"], told["notes"]) == ("CANCELLED", "новое")
    assert told["updatedAt"] == "20-11-2026 12:00:00"


def test_answers_are_copies(world_of):
    world = world_of()
    world.orders(OrdersBody(), 50, None)[0][0]["items"].clear()
    assert world.order(CAMPAIGN, 1)["items"]


def test_no_order_tells_a_time_that_is_still_to_come(world_of, clock):
    later = "2026-11-20T23:59:00+03:00"
    world = world_of(order(1, creationDate=later, updateDate=later), order(2))
    told = {one["orderId"]: one for one in world.orders(OrdersBody(), 50, None)[0]}
    for field in ("creationDate", "updateDate"):
        assert datetime.fromisoformat(told[1][field]) == clock()
        assert told[2][field] == "2026-11-20T09:00:00+03:00"
