"""What cannot be undone is done at the window by a deliberate act only, and once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from packdesk.supervisor import supervisor_code
from tests.builders import ean
from tests.e2e.window_goods import Goods, good_name, item_id, write_goods
from tests.e2e.window_shop import Packer, Shop, shop

SHORT, ONLY = 61000000011, 61000000012
FINISHED = ["PROCESSING/READY_TO_SHIP"]
CANCELLED = ["CANCELLED/SHOP_FAILED"]


@pytest.fixture
def place(tmp_path: Path, qtbot):
    day = {SHORT: (Goods(1, 2), Goods(2)), ONLY: (Goods(3),)}
    with shop(tmp_path, write_goods(tmp_path / "day.json", day), qtbot) as made:
        yield made


def come_to_the_panel(packer: Packer) -> None:
    """One unit is missing, the others are packed, and the packer wants to finish."""
    packer.open(SHORT)
    packer.scan(ean(1), ean(2))
    packer.press(Qt.Key.Key_F7)
    packer.choose(good_name(1))
    assert packer.answered(lambda: packer.choose("Not found")) != "refused"
    packer.answered(lambda: packer.press(Qt.Key.Key_F9))
    packer.wait_for("gravePanel")


def mere_acts(packer: Packer) -> dict[str, Callable[[], object]]:
    return {
        "Enter": lambda: packer.press(Qt.Key.Key_Return, "\r"),
        "Space": lambda: packer.press(Qt.Key.Key_Space, " "),
        "click": lambda: packer.click("bandOffer"),
        "F9": lambda: packer.answered(lambda: packer.press(Qt.Key.Key_F9)),
        "F11": lambda: packer.press(Qt.Key.Key_F11),
        "PD-FINISH": lambda: packer.scan("PD-FINISH"),
        "1": lambda: packer.press(Qt.Key.Key_1, "1"),
        "PD-ANSWER-1": lambda: packer.scan("PD-ANSWER-1"),
    }


def hold_mouse(packer: Packer) -> None:
    packer.hold("bandOffer", lambda: not packer.shown("gravePanel"))


def hold_key(packer: Packer) -> None:
    packer.wait_for("bandOffer")
    packer.key(QEvent.Type.KeyPress, Qt.Key.Key_F11)
    packer.until(lambda: not packer.shown("gravePanel"))
    packer.key(QEvent.Type.KeyRelease, Qt.Key.Key_F11)


def supervise(packer: Packer, place: Shop) -> None:
    packer.scan(f"PD-OK-{supervisor_code(place.folder)}")
    packer.until(lambda: not packer.shown("gravePanel"))


WAYS: dict[str, Callable[[Packer, Shop], None]] = {
    "mouse": lambda packer, _: hold_mouse(packer),
    "key": lambda packer, _: hold_key(packer),
    "supervisor": supervise,
}


@pytest.mark.parametrize("way", WAYS)
def test_missing_goods_leave_the_order_once_and_by_a_held_button_only(place: Shop, way):
    with place.program() as packer:
        come_to_the_panel(packer)
        for name, act in mere_acts(packer).items():
            if not packer.shown("gravePanel"):
                packer.answered(lambda: packer.press(Qt.Key.Key_F9))
                packer.wait_for("gravePanel")
            act()
            packer.settle()
            assert not packer.sight.submission, name
        packer.answered(lambda: packer.press(Qt.Key.Key_F9))
        packer.wait_for("gravePanel")
        WAYS[way](packer, place)
        packer.until(lambda: place.statuses(SHORT) == FINISHED)
    assert place.removals(SHORT) == [f"item {item_id(SHORT, 1)}: 2 -> 1"]
    assert place.sandbox.world.repeated_effects() == ()
    assert place.prints(SHORT) == 1


def offer_to_cancel(packer: Packer) -> None:
    """The list of problems offers to cancel the order instead."""
    rows = packer.wait_for("problemList").findChildren(QPushButton)
    button = next(row for row in rows if row.accessibleName().startswith("Cancel the order"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    packer.wait_for("gravePanel")


def test_an_order_that_cannot_lose_its_only_good_is_cancelled_once(place: Shop):
    with place.program() as packer:
        packer.open(ONLY)
        packer.press(Qt.Key.Key_F7)
        packer.choose("Damaged")
        packer.settle()
        assert packer.answered(lambda: packer.press(Qt.Key.Key_F9)) == "attention"
        offer_to_cancel(packer)
        for name, act in mere_acts(packer).items():
            if not packer.shown("gravePanel"):
                packer.answered(lambda: packer.press(Qt.Key.Key_F9))
                offer_to_cancel(packer)
            act()
            packer.settle()
            assert place.effects(ONLY) == [], name
        if not packer.shown("gravePanel"):
            packer.answered(lambda: packer.press(Qt.Key.Key_F9))
            offer_to_cancel(packer)
        hold_mouse(packer)
        packer.until(lambda: place.statuses(ONLY) == CANCELLED)
        packer.page(Qt.Key.Key_F4, "sentPage")
        packer.until(lambda: any(str(ONLY) in row for row in packer.lane("sentDone")))
    assert place.removals(ONLY) == []
    assert place.sandbox.world.repeated_effects() == ()


@pytest.mark.parametrize("way", ["button", "scan"])
def test_an_order_is_put_aside_with_a_reason_and_taken_up_again(place: Shop, way: str):
    with place.program() as packer:
        packer.open(SHORT)
        packer.scan(ean(1))
        packer.press(Qt.Key.Key_F7)
        packer.choose("The whole order")
        packer.choose("Ask the manager")
        packer.until(lambda: not packer.sight.order)
    with place.program() as packer:
        packer.open(SHORT)
        packer.until(lambda: "Ask the manager" in packer.text("submissionDetail"))
        if way == "button":
            packer.click("orderTakeUp")
            packer.until(lambda: not packer.shown("orderTakeUp"))
        packer.scan(ean(1), ean(2))
        packer.until(lambda: place.statuses(SHORT) == FINISHED)
    units = sum(
        line.fullCount or 0
        for box in place.sandbox.world.snapshot(SHORT).boxes
        for line in box.items
    )
    assert units == len((1, 1, 2))
    assert place.removals(SHORT) == []
