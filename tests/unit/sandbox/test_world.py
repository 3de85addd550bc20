"""The rules of the sandbox's world, by a clock that moves only when told."""

import pytest

from packdesk.sandbox.bodies import (
    OrdersBody,
)
from packdesk.sandbox.errors import ApiError
from packdesk.sandbox.transitions import READY
from tests.unit.sandbox.days import (
    CAMPAIGN,
    boxes,
    cis,
    item,
    order,
    part,
    whole,
)
from tests.unit.sandbox.moves import checks, move, pack

A, B = cis("aaa"), cis("bbb")
MARKED = {"requiredInstanceTypes": ["CIS"]}


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
