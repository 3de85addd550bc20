"""What the world can be asked afterwards, and what the Market itself does to orders."""

import pytest

from packdesk.sandbox.effects import Effect, EffectKind
from packdesk.sandbox.errors import ApiError
from packdesk.sandbox.losses import Loss
from packdesk.sandbox.verification import Verdict
from tests.unit.sandbox.days import CAMPAIGN, boxes, cis, item, order, whole
from tests.unit.sandbox.moves import checks, move, pack

A, B = cis("aaa"), cis("bbb")
REFUSED = Verdict("INVALID", "ITEM_SOLD")


def test_every_effect_is_noted_and_no_refused_request_is(world_of):
    world = world_of(order(1, item(11, 2), item(12)), order(2, programType="DBS"))
    pack(world, boxes([whole(11, 2), whole(12, 1)]))
    pack(world, boxes([whole(11, 1)], allowRemove=True))
    world.set_external_id(CAMPAIGN, 1, "S-1")
    with pytest.raises(ApiError):
        world.set_external_id(CAMPAIGN, 1, "S-1")
    move(world, "PROCESSING", "READY_TO_SHIP")
    with pytest.raises(ApiError):
        move(world, "PROCESSING", "READY_TO_SHIP")
    world.set_track(CAMPAIGN, 2, "T1", 98)
    assert world.effects() == (
        Effect(EffectKind.LAYOUT, 1, "1 boxes"),
        Effect(EffectKind.LAYOUT, 1, "1 boxes"),
        Effect(EffectKind.REMOVAL, 1, "item 11: 2 -> 1"),
        Effect(EffectKind.REMOVAL, 1, "item 12: 1 -> 0"),
        Effect(EffectKind.EXTERNAL_ID, 1, "S-1"),
        Effect(EffectKind.STATUS, 1, "PROCESSING/READY_TO_SHIP"),
        Effect(EffectKind.TRACK, 2, "T1 98"),
    )
    assert [effect.kind for effect in world.effects(subject=2)] == [EffectKind.TRACK]
    assert len(world.effects(EffectKind.REMOVAL, 1)) == 2
    assert world.repeated_effects() == ()


def test_a_track_that_came_twice_is_a_repeated_effect_though_kept_once(world_of):
    world = world_of(order(1, programType="DBS"))
    for code in ("T1", "T2", "T1"):
        world.set_track(CAMPAIGN, 1, code, 98)
    assert world.snapshot(1).tracks == ("T1", "T2")
    assert world.repeated_effects() == (Effect(EffectKind.TRACK, 1, "T1 98"),)


def test_layouts_and_labels_may_come_again(world_of):
    world = world_of()
    for _ in range(2):
        pack(world, boxes([whole(11, 1)]))
        world.count_labels(1)
    assert len(world.effects(EffectKind.LABELS)) == 2
    assert world.repeated_effects() == ()


@pytest.mark.parametrize(
    ("loss", "left"), [(Loss.UNIT, [(11, 1), (12, 1)]), (Loss.POSITION, [(11, 2)])]
)
def test_the_market_takes_goods_out_and_the_layout_is_void(world_of, loss, left):
    world = world_of(order(1, item(11, 2), item(12)))
    pack(world, boxes([whole(11, 2, A, B), whole(12, 1)]))
    assert world.market_removes(1, loss)
    told = world.order(CAMPAIGN, 1)
    assert [(entry["id"], entry["count"]) for entry in told["items"]] == left
    assert "instances" not in told["items"][0]
    assert world.snapshot(1).boxes == ()
    assert world.effects(EffectKind.REMOVAL) == ()
    with pytest.raises(ApiError, match="No boxes found"):
        world.label_texts(CAMPAIGN, 1)


def test_the_market_leaves_the_last_unit(world_of):
    world = world_of()
    pack(world, boxes([whole(11, 1)]))
    assert not world.market_removes(1, Loss.UNIT)
    assert len(world.snapshot(1).boxes) == 1


def test_one_code_of_an_order_is_condemned_and_only_once(world_of, clock):
    world = world_of(order(1, item(11, 2, requiredInstanceTypes=["CIS"])))
    world.market_condemns(1, REFUSED)
    pack(world, boxes([whole(11, 2, A, B)]))
    world.market_condemns(1, REFUSED)
    world.market_condemns(1, Verdict("FAILED", "UIN_NO_DATA"))
    clock.forward(2)
    first, second = checks(world)[0]["cis"]
    assert (first["status"], first["substatus"], second["status"]) == (
        "INVALID",
        "ITEM_SOLD",
        "OK",
    )
    pack(world, boxes([whole(11, 2, cis("ccc"), B)]))
    world.market_condemns(1, REFUSED)
    clock.forward(2)
    assert [entry["status"] for entry in checks(world)[0]["cis"]] == ["OK", "OK"]


def test_a_uin_is_condemned_by_a_verdict_for_uins(world_of, clock):
    world = world_of(order(1, item(11, requiredInstanceTypes=["UIN"])))
    pack(world, boxes([{**whole(11, 1), "instances": [{"uin": "1" * 16}]}]))
    world.market_condemns(1, Verdict("FAILED", "UIN_NO_DATA"))
    clock.forward(2)
    assert checks(world)[0]["uin"][0]["substatus"] == "UIN_NO_DATA"
