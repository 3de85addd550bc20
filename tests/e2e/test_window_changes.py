"""An order that becomes another one while it is packed stops the packer; nothing wrong is sent."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from packdesk.sandbox.bodies import LayoutBody
from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.losses import Loss
from packdesk.sandbox.strikes import BY_BUYER
from packdesk.sandbox.transitions import READY
from packdesk.sandbox.troubles import Cancellation, Trouble, TroubleKind
from tests.builders import ean
from tests.e2e.window_goods import CAMPAIGN, Goods, good_name, item_id, write_goods
from tests.e2e.window_shop import Packer, Shop, shop

ORDER, OTHER = 61000000021, 61000000022
FINISHED = ["PROCESSING/READY_TO_SHIP"]


@pytest.fixture
def place(tmp_path: Path, qtbot):
    day = {ORDER: (Goods(1, 2), Goods(2)), OTHER: (Goods(3),)}
    with shop(tmp_path, write_goods(tmp_path / "day.json", day), qtbot) as made:
        yield made


def stopped(packer: Packer) -> None:
    """The packer is stopped: told large and by a sound, and a scan packs nothing."""
    packer.wait_for("gravePanel")
    packer.until(lambda: packer.sight.tone in {"refused", "attention"})
    packed = packer.text("bandProgress")
    assert packer.scan(ean(2)) in {"refused", "attention"}
    assert packer.text("bandProgress") == packed
    assert packer.shown("gravePanel")


def pack_first(packer: Packer) -> None:
    packer.open(ORDER)
    packer.scan(ean(1))


def units(place: Shop) -> dict[int, int]:
    counts: dict[int, int] = {}
    for box in place.sandbox.world.snapshot(ORDER).boxes:
        for line in box.items:
            counts[line.id] = counts.get(line.id, 0) + (line.fullCount or 0)
    return counts


@pytest.mark.parametrize("loss", list(Loss))
def test_goods_that_left_the_order_stop_the_packer_until_that_is_seen(place: Shop, loss: Loss):
    with place.program() as packer:
        pack_first(packer)
        packer.scan(ean(1))
        place.sandbox.world.market_removes(ORDER, loss)
        packer.table.program.desks.station.refresh()
        stopped(packer)
        assert place.effects(ORDER) == []
        packer.press(Qt.Key.Key_1, "1")
        packer.until(lambda: not packer.shown("gravePanel"))
        if loss is Loss.UNIT:
            packer.scan(ean(2))
        packer.until(lambda: place.statuses(ORDER) == FINISHED)
    left = {item_id(ORDER, 1): 1, item_id(ORDER, 2): 1}
    assert units(place) == (left if loss is Loss.UNIT else {item_id(ORDER, 1): 2})
    assert place.removals(ORDER) == []


@pytest.mark.parametrize("loss", list(Loss))
def test_goods_that_leave_right_before_the_layout_comes_are_not_sent(place: Shop, loss: Loss):
    with place.program() as packer:
        packer.open(ORDER)
        place.sandbox.trouble = Trouble(
            TroubleKind.ORDER_CHANGED,
            times=1,
            operations=frozenset({"setOrderBoxLayout"}),
            orders=frozenset({ORDER}),
            detail=loss,
        )
        packer.scan(ean(1), ean(1), ean(2))
        packer.wait_for("gravePanel")
        assert EffectKind.STATUS not in place.effects(ORDER)
        packer.press(Qt.Key.Key_1, "1")
        packer.until(lambda: place.statuses(ORDER) == FINISHED)
    left = {item_id(ORDER, 1): 1, item_id(ORDER, 2): 1}
    assert units(place) == (left if loss is Loss.UNIT else {item_id(ORDER, 1): 2})
    assert place.removals(ORDER) == []


@pytest.mark.parametrize("how", list(Cancellation))
def test_an_order_that_is_cancelled_stops_the_packer_and_leaves_the_bench(place: Shop, how):
    with place.program() as packer:
        pack_first(packer)
        if how is Cancellation.BUYER:
            place.sandbox.world.market_moves(ORDER, BY_BUYER)
        else:
            place.sandbox.world.market_edits(ORDER, {"cancelRequested": True})
        packer.table.program.desks.station.refresh()
        stopped(packer)
        assert packer.sight.tone == "refused"
        packer.scan("PD-FINISH")
        packer.press(Qt.Key.Key_F9)
        packer.settle()
        assert place.effects(ORDER) == []
        packer.press(Qt.Key.Key_1, "1")
        packer.until(lambda: not packer.sight.order)
        packer.open(OTHER)
        packer.scan(ean(3))
        packer.until(lambda: place.statuses(OTHER) == FINISHED)
    assert place.effects(ORDER) == []


@pytest.mark.parametrize("how", list(Cancellation))
def test_an_order_that_is_cancelled_after_its_labels_is_not_set_ready(place: Shop, how):
    with place.program() as packer:
        packer.open(ORDER)
        place.sandbox.trouble = Trouble(
            TroubleKind.ORDER_CANCELLED,
            times=1,
            operations=frozenset({"generateOrderLabels"}),
            orders=frozenset({ORDER}),
            detail=how,
        )
        packer.scan(ean(1), ean(1), ean(2))
        packer.wait_for("gravePanel")
        packer.page(Qt.Key.Key_F4, "sentPage")
        packer.until(lambda: any(str(ORDER) in row for row in packer.lane("sentNeedsYou")))
    assert place.statuses(ORDER) == []


def made_elsewhere(place: Shop) -> None:
    """Another program packs the order: a box for each good."""
    boxes = [
        {"items": [{"id": item_id(ORDER, 1), "fullCount": 2}]},
        {"items": [{"id": item_id(ORDER, 2), "fullCount": 1}]},
    ]
    body = LayoutBody.model_validate_json(json.dumps({"boxes": boxes}))
    place.sandbox.world.set_layout(CAMPAIGN, ORDER, body)


@pytest.mark.parametrize("takes", [True, False])
def test_boxes_made_elsewhere_meanwhile_are_taken_or_replaced_as_the_packer_says(
    place: Shop, takes: bool
):
    with place.program() as packer:
        pack_first(packer)
        made_elsewhere(place)
        packer.table.program.desks.station.refresh()
        stopped(packer)
        packer.choose("Take the Market's boxes" if takes else "Keep these boxes")
        packer.until(lambda: not packer.shown("gravePanel"))
        if takes:
            packer.until(lambda: packer.shown("boxCard_2"))
        else:
            packer.scan(ean(1), ean(2))
        if not packer.sight.submission:
            packer.answered(lambda: packer.press(Qt.Key.Key_F9))
        packer.until(lambda: place.statuses(ORDER) == FINISHED)
    assert len(place.sandbox.world.snapshot(ORDER).boxes) == (2 if takes else 1)
    assert place.prints(ORDER) == 1


def test_an_order_that_was_packed_elsewhere_before_is_read_back(place: Shop):
    made_elsewhere(place)
    with place.program() as packer:
        packer.open(ORDER)
        packer.wait_for("boxCard_2")
        packer.until(lambda: packer.shown(f"boxLine_1_{item_id(ORDER, 1)}"))
        assert packer.shown(f"boxLine_2_{item_id(ORDER, 2)}")


def test_an_order_that_is_ready_shows_its_boxes_and_takes_no_scan(place: Shop):
    made_elsewhere(place)
    place.sandbox.world.market_moves(ORDER, READY)
    with place.program() as packer:
        packer.open(ORDER)
        packer.wait_for("boxCard_2")
        assert good_name(1) in packer.text(f"boxLine_1_{item_id(ORDER, 1)}")
        assert packer.scan(ean(1)) == "refused"
        packer.press(Qt.Key.Key_F9)
        packer.settle()
    assert place.effects(ORDER) == [EffectKind.LAYOUT]
