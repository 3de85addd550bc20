"""A code that the Market refuses calls the packer: one sentence, one button, another piece."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.troubles import NAMED
from packdesk.sandbox.verification import Verdict
from packdesk.settings import Settings
from tests.builders import ean, uin
from tests.e2e.window_goods import Goods, code, item_id, write_goods
from tests.e2e.window_shop import Packer, Shop, shop

CIS_ORDER, UIN_ORDER, OTHER = 61000000031, 61000000032, 61000000033
FINISHED = ["PROCESSING/READY_TO_SHIP"]


@pytest.fixture
def place(tmp_path: Path, qtbot):
    day = {CIS_ORDER: (Goods(1, 2, "CIS"),), UIN_ORDER: (Goods(2, 1, "UIN"),), OTHER: (Goods(3),)}
    with shop(tmp_path, write_goods(tmp_path / "day.json", day), qtbot) as made:
        yield made


def codes(place: Shop, order: int) -> set[str | None]:
    return {
        one.cis or one.uin
        for box in place.sandbox.world.snapshot(order).boxes
        for line in box.items
        for one in line.instances or ()
    }


REFUSED = {
    "CIS_SERIAL_NUMBER_NOT_FOUND": ("the serial number is missing in it", "Scan it again"),
    "ITEM_SOLD": ("already sold", "Another piece"),
    "WRONG_OWNER_INN": ("it belongs to another company", "Open the order"),
    "UIN_NO_DATA": ("UIN refused: unknown or blocked", "Another piece"),
}


def replace_piece(packer: Packer, order: int, button: str) -> None:
    """From the list of what was sent to the unit on the bench."""
    packer.page(Qt.Key.Key_F4, "sentPage")
    act = packer.act_of("sentNeedsYou", order)
    assert act.text().split("  ")[0] == button
    QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    packer.until(lambda: str(order) in packer.sight.order)


@pytest.mark.parametrize("substatus", REFUSED)
def test_a_refused_code_is_replaced_from_the_list_of_what_was_sent(place: Shop, substatus: str):
    is_uin = substatus.startswith("UIN")
    order = UIN_ORDER if is_uin else CIS_ORDER
    pieces = [uin(n).full for n in (1, 2)] if is_uin else [code(1, n) for n in (1, 2, 3)]
    *packed, spare = pieces
    sentence, button = REFUSED[substatus]
    with place.program() as packer:
        place.sandbox.trouble = NAMED[f"code-invalid:{substatus}"]
        packer.open(order)
        packer.scan(*packed)
        packer.until(lambda: sentence in packer.sight.sentence)
        packer.press(Qt.Key.Key_F6)
        packer.open(OTHER)
        replace_piece(packer, order, button)
        assert packer.shown("benchPage")
        assert "Scan another piece" in packer.sight.sentence
        packer.scan(spare)
        packer.until(lambda: place.statuses(order) == FINISHED)
        packer.page(Qt.Key.Key_F4, "sentPage")
        packer.until(lambda: any(str(order) in row for row in packer.lane("sentDone")))
    assert codes(place, order) == {*packed[1:], spare}
    kinds = [EffectKind.LAYOUT, EffectKind.LABELS]
    assert place.effects(order) == [*kinds, *kinds, EffectKind.STATUS]
    assert place.prints(order) == 2


def test_the_question_about_a_refused_piece_outlives_the_program(place: Shop):
    with place.program() as packer:
        place.sandbox.trouble = NAMED["code-invalid:ITEM_SOLD"]
        packer.open(CIS_ORDER)
        packer.scan(code(1, 1), code(1, 2))
        packer.until(lambda: "already sold" in packer.sight.sentence)
        packer.scan(code(1, 3))
        packer.until(lambda: "out, the new one in: box 1" in packer.sight.sentence)
        asked = packer.sight.sentence
        packer.until(lambda: place.statuses(CIS_ORDER) == FINISHED)
    with place.program() as packer:
        packer.until(lambda: packer.sight.sentence == asked)
        assert str(CIS_ORDER) in asked
        packer.table.scan(str(OTHER))
        packer.until(lambda: "Answer the question first" in packer.sight.sentence)
        packer.choose("It is out")
        packer.until(lambda: asked not in packer.sight.sentence)
        packer.open(OTHER)
    with place.program() as packer:
        packer.open(OTHER)
        assert "out, the new one in" not in packer.sight.sentence


def lying(place: Shop, order: int) -> list[set[str | None]]:
    """The codes in each box that the Market holds."""
    boxes = place.sandbox.world.snapshot(order).boxes
    return [{one.cis for line in box.items for one in line.instances or ()} for box in boxes]


@pytest.mark.parametrize("by_key", [True, False], ids=["keys", "mouse"])
def test_the_code_that_goes_to_another_box_is_that_of_the_piece_in_the_hand(
    place: Shop, by_key: bool
):
    first, second = code(1, 1), code(1, 2)
    with place.program(Settings(finish_by_itself=False)) as packer:
        packer.open(CIS_ORDER)
        packer.scan(first, second)
        packer.click(f"boxLine_1_{item_id(CIS_ORDER, 1)}")
        if by_key:
            packer.press(Qt.Key.Key_Space, " ", Qt.KeyboardModifier.ShiftModifier)
            packer.choose("1")
        else:
            packer.click("newBoxCard")
            packer.click("bandAnswer1")
        packer.until(lambda: "Scan this piece" in packer.sight.sentence)
        packer.table.scan(ean(1))
        packer.until(lambda: "Answer the question first" in packer.sight.sentence)
        packer.table.scan(first)
        packer.until(lambda: packer.shown(f"boxLine_2_{item_id(CIS_ORDER, 1)}") is not None)
        packer.press(Qt.Key.Key_F9)
        packer.until(lambda: place.statuses(CIS_ORDER) == FINISHED)
    assert lying(place, CIS_ORDER) == [{second}, {first}]


def test_a_check_that_did_not_work_calls_nobody_and_is_waited_for(place: Shop):
    with place.program() as packer:
        place.sandbox.trouble = NAMED["code-invalid:FAILED"]
        packer.open(CIS_ORDER)
        packer.scan(code(1, 1), code(1, 2))
        packer.page(Qt.Key.Key_F4, "sentPage")
        packer.until(lambda: any(str(CIS_ORDER) in row for row in packer.lane("sentWaiting")))
        asked = "getOrderIdentifiersStatus"
        packer.until(lambda: sum(one.operation == asked for one in place.sandbox.log) > 1)
        packer.settle()
        assert packer.lane("sentNeedsYou") == []
        assert place.statuses(CIS_ORDER) == []
        place.sandbox.world.market_condemns(CIS_ORDER, Verdict("OK"))
        packer.until(lambda: place.statuses(CIS_ORDER) == FINISHED)
    assert codes(place, CIS_ORDER) == {code(1, 1), code(1, 2)}
    assert place.prints(CIS_ORDER) == 1
