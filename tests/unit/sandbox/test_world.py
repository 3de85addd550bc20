"""The rules of the sandbox's world, by a clock that moves only when told."""

import json

import pytest

from packdesk.sandbox.bodies import (
    LayoutBody,
    OrdersBody,
    StatusBody,
    read_body,
)
from packdesk.sandbox.errors import ApiError
from packdesk.sandbox.order_file import OrderFileInvalid
from packdesk.sandbox.transitions import READY, State
from packdesk.sandbox.world import World
from tests.unit.sandbox.days import (
    CAMPAIGN,
    FakeClock,
    boxes,
    cis,
    day,
    delivery,
    item,
    order,
    part,
    whole,
)

A, B = cis("aaa"), cis("bbb")
MARKED = {"requiredInstanceTypes": ["CIS"]}


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def world_of(clock):
    def build(*orders, **parts):
        return World(day(*orders, **parts), clock)

    return build


def pack(world, body, order_id=1):
    return world.set_layout(CAMPAIGN, order_id, read_body(LayoutBody, json.dumps(body).encode()))


def move(world, status, substatus=None, order_id=1, **fields):
    change = {"status": status, **({"substatus": substatus} if substatus else {}), **fields}
    body = read_body(StatusBody, json.dumps({"order": change}).encode())
    return world.change_status(CAMPAIGN, order_id, body.order)


def listed(world, limit=50, token=None, **filters):
    body = read_body(OrdersBody, json.dumps(filters).encode())
    found, after = world.orders(body, limit, token)
    return [order["orderId"] for order in found], after


def checks(world, order_id=1):
    return world.code_checks(CAMPAIGN, order_id)


def test_a_code_is_unseen_then_checked_then_judged(world_of, clock):
    world = world_of(
        order(1, item(11, 2, **MARKED)),
        verdicts={B: {"status": "INVALID", "substatus": "ITEM_SOLD", "after_s": 8}},
    )
    pack(world, boxes([whole(11, 2, A, B)]))
    statuses = []
    for seconds in (0, 1, 1, 5, 1):
        clock.forward(seconds)
        statuses.append([entry["status"] for entry in checks(world)[0]["cis"]])
    assert statuses == [
        ["NOT_ON_VALIDATION", "NOT_ON_VALIDATION"],
        ["IN_PROGRESS", "NOT_ON_VALIDATION"],
        ["OK", "IN_PROGRESS"],
        ["OK", "IN_PROGRESS"],
        ["OK", "INVALID"],
    ]
    assert checks(world)[0]["cis"][1]["substatus"] == "ITEM_SOLD"


def test_a_verdict_may_be_named_by_the_code_without_its_tail(world_of, clock):
    world = world_of(
        order(1, item(11, 1, **MARKED)), verdicts={A.split("\x1d")[0]: {"status": "FAILED"}}
    )
    pack(world, boxes([whole(11, 1, A)]))
    clock.forward(2)
    assert checks(world)[0]["cis"] == [{"value": A, "status": "FAILED"}]


def test_codes_that_stay_in_a_new_layout_are_not_checked_again(world_of, clock):
    world = world_of(order(1, item(11, 2, **MARKED)))
    pack(world, boxes([whole(11, 2, A)]))
    clock.forward(5)
    pack(world, boxes([whole(11, 1, A)], [whole(11, 1, B)]))
    assert [entry["status"] for entry in checks(world)[0]["cis"]] == ["OK", "NOT_ON_VALIDATION"]


def test_no_uin_is_checked_until_all_are_there(world_of, clock):
    uins = {"requiredInstanceTypes": ["UIN"]}
    world = world_of(order(1, item(11, 1, **uins), item(12, 1, **uins)))
    first = {**whole(11, 1), "instances": [{"uin": "1" * 16}]}
    pack(world, boxes([first, whole(12, 1)]))
    clock.forward(60)
    assert checks(world)[0]["uin"][0]["status"] == "NOT_ON_VALIDATION"
    pack(world, boxes([first, {**whole(12, 1), "instances": [{"uin": "2" * 16}]}]))
    clock.forward(1)
    assert checks(world)[0]["uin"][0]["status"] == "IN_PROGRESS"
    clock.forward(1)
    assert [entry["uin"][0]["status"] for entry in checks(world)] == ["OK", "OK"]


def test_codes_of_a_dbs_order_are_not_checked(world_of):
    world = world_of(order(1, programType="DBS"))
    with pytest.raises(ApiError, match="Campaign type is not allowed"):
        checks(world)


def test_ready_to_ship_waits_for_boxes_codes_and_verdicts(world_of, clock):
    world = world_of(order(1, item(11, 2, **MARKED)))
    with pytest.raises(ApiError, match=r"is not allowed\. Reason: order has no boxes"):
        move(world, "PROCESSING", "READY_TO_SHIP")
    pack(world, boxes([whole(11, 2, A)]))
    with pytest.raises(ApiError, match="Reason: item 11 has 1 of 2 CIS"):
        move(world, "PROCESSING", "READY_TO_SHIP")
    pack(world, boxes([whole(11, 2, A, B)]))
    with pytest.raises(ApiError, match="validation status NOT_ON_VALIDATION"):
        move(world, "PROCESSING", "READY_TO_SHIP")
    clock.forward(2)
    told = move(world, "PROCESSING", "READY_TO_SHIP")
    assert (told["status"], told["substatus"]) == ("PROCESSING", "READY_TO_SHIP")
    assert world.snapshot(1).state == READY


def test_ready_to_ship_waits_for_gtd_but_not_for_an_optional_cis(world_of):
    world = world_of(
        order(
            1,
            item(11, 1, requiredInstanceTypes=["GTD"]),
            item(12, 1, requiredInstanceTypes=["CIS_OPTIONAL"]),
        )
    )
    pack(world, boxes([whole(11, 1), whole(12, 1)]))
    with pytest.raises(ApiError, match="item 11 has 0 of 1 GTD"):
        move(world, "PROCESSING", "READY_TO_SHIP")
    gtd = {**whole(11, 1), "instances": [{"gtd": "10702070/240723/3301780"}]}
    pack(world, boxes([gtd, whole(12, 1)]))
    move(world, "PROCESSING", "READY_TO_SHIP")


def test_a_layout_is_closed_after_ready_to_ship(world_of):
    world = world_of()
    pack(world, boxes([whole(11, 1)]))
    move(world, "PROCESSING", "READY_TO_SHIP")
    with pytest.raises(ApiError, match="Attempt to change order items"):
        pack(world, boxes([whole(11, 1)]))


def test_a_layout_in_any_other_state_is_refused_with_that_state(world_of):
    world = world_of(order(1, status="CANCELLED", substatus="USER_CHANGED_MIND"))
    with pytest.raises(
        ApiError,
        match="not allowed for order 1 with status CANCELLED and substatus USER_CHANGED_MIND",
    ):
        pack(world, boxes([whole(11, 1)]))


def test_every_layout_gets_boxes_of_its_own(world_of):
    world = world_of(order(1), order(2))
    first = pack(world, boxes([whole(11, 1)]))
    second = pack(world, boxes([whole(11, 1)]))
    other = pack(world, boxes([whole(11, 1)]), order_id=2)
    ids = {answer[0]["boxId"] for answer in (first, second, other)}
    assert len(ids) == 3
    assert [box.barcode for box in world.snapshot(1).boxes] == ["1-1"]


def test_a_layout_and_its_codes_can_be_read_back(world_of):
    world = world_of(order(1, item(11, 1), item(12, 1)))
    pack(world, boxes([part(11, 1, 2, A)], [part(11, 2, 2, A)], [whole(12, 1)]))
    told = world.orders(OrdersBody(), 50, None)[0][0]
    layout = told["delivery"]["boxesLayout"]
    assert [box["barcode"] for box in layout] == ["1-1", "1-2", "1-3"]
    assert layout[0]["items"] == [part(11, 1, 2, A)]
    assert told["items"][0]["instances"] == [{"cis": A.split("\x1d")[0], "cisFull": A}]
    assert "instances" not in told["items"][1]


def test_removed_goods_are_gone_and_their_price_with_them(world_of):
    promo = {"promos": [{"type": "CASHBACK", "subsidy": 0}]}
    world = world_of(order(1, item(11, 2), item(12, 1, **promo)))
    pack(world, boxes([whole(11, 1)], allowRemove=True))
    told = world.orders(OrdersBody(), 50, None)[0][0]
    assert [(entry["id"], entry["count"]) for entry in told["items"]] == [(11, 1)]
    assert told["items"][0]["prices"]["payment"]["value"] == 100
    assert told["prices"]["payment"]["value"] == 100


def test_only_the_older_shape_tells_promotions(world_of):
    promos = [{"type": "GENERIC_BUNDLE", "subsidy": 0}]
    world = world_of(order(1, item(11, 1, promos=promos), item(12)))
    assert "promos" not in world.orders(OrdersBody(), 50, None)[0][0]["items"][0]
    assert world.order(CAMPAIGN, 1)["items"][0]["promos"] == promos
    with pytest.raises(ApiError, match="added by a promotion"):
        pack(world, boxes([whole(12, 1)], allowRemove=True))


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


def test_a_dbs_order_may_have_been_delivered_earlier_but_not_later(world_of):
    world = world_of(
        order(1, programType="DBS", status="DELIVERY", substatus="DELIVERY_SERVICE_RECEIVED")
    )
    with pytest.raises(ApiError, match="can't be in the future"):
        move(world, "DELIVERED", delivery={"dates": {"realDeliveryDate": "2026-11-21"}})
    told = move(world, "DELIVERED", delivery={"dates": {"realDeliveryDate": "2026-11-19"}})
    assert told["delivery"]["dates"]["realDeliveryDate"] == "19-11-2026"


def test_tracks_are_kept_once_and_only_for_dbs(world_of):
    world = world_of(order(1, programType="DBS"), order(2))
    for code in ("T1", "T2", "T1"):
        world.set_track(CAMPAIGN, 1, code, 99)
    assert world.snapshot(1).tracks == ("T1", "T2")
    with pytest.raises(ApiError, match="Campaign type is not allowed"):
        world.set_track(CAMPAIGN, 2, "T1", 99)


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
