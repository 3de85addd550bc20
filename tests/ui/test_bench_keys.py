"""What keys mean on the bench, and where the arrows lead."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from packdesk.domain.commands import (
    IntoBox,
    IntoNewBox,
    MoveUnits,
    OpenBox,
    SplitUnit,
    TakeProduct,
)
from packdesk.domain.events import LayoutSent
from packdesk.domain.ids import ItemId
from packdesk.domain.layout import Fingerprint
from packdesk.ui.bench.keys import ANYWHERE, GiveNumber, GoToProblem, LetGo, key_meaning
from packdesk.ui.bench.picks import BoxPick, ItemPick, LinePick, PartPick
from packdesk.ui.bench.props import OrderProps
from packdesk.ui.bench.walking import Step, walk
from packdesk.ui.words.bench import BenchAction
from tests.builders import box, item, order, unit
from tests.ui.bench_table import Table

NONE, SHIFT, CTRL, ALT, PAD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "modifiers", "meaning"),
    [
        (Key.Key_Space, NONE, BenchAction.PACK),
        (Key.Key_Space, SHIFT, BenchAction.PACK_NEW),
        (Key.Key_Delete, NONE, BenchAction.TAKE_OUT),
        (Key.Key_Plus, PAD, BenchAction.NEW_BOX),
        (Key.Key_Plus, SHIFT, BenchAction.NEW_BOX),
        (Key.Key_S, NONE, BenchAction.SPLIT),
        (ord("Ы"), NONE, BenchAction.SPLIT),
        (Key.Key_D, NONE, BenchAction.COPY_CODES),
        (ord("В"), NONE, BenchAction.COPY_CODES),
        (Key.Key_N, NONE, GiveNumber()),
        (ord("Т"), NONE, GiveNumber()),
        (Key.Key_Backspace, NONE, BenchAction.UNDO),
        (ord("Я"), CTRL, BenchAction.UNDO),
        (Key.Key_Up, PAD, Step.UP),
        (Key.Key_Escape, NONE, LetGo()),
        (Key.Key_1, NONE, GoToProblem(1)),
        (Key.Key_9, PAD, GoToProblem(9)),
    ],
)
def test_a_key_means(key, modifiers, meaning):
    assert key_meaning(key, modifiers) == meaning


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        # Scanners end with these, or send them for a separator.
        (Key.Key_Return, NONE),
        (Key.Key_Enter, PAD),
        (Key.Key_F8, NONE),
        (Key.Key_F12, NONE),
        (Key.Key_BracketRight, CTRL),
        # Answers of the band.
        (Key.Key_1, CTRL),
        (Key.Key_S, CTRL),
        (Key.Key_Space, ALT),
        (Key.Key_Space, CTRL),
        (Key.Key_A, SHIFT),
    ],
)
def test_other_keys_mean_nothing(key, modifiers):
    assert key_meaning(key, modifiers) is None


def test_no_shortcut_is_a_key_of_scanners():
    assert not {"F8", "F12", "Return", "Enter"} & {keys for keys, _ in ANYWHERE}


def props() -> OrderProps:
    """Items 1 and 2 loose; box 1 with item 3, boxes 2 and 3 with parts of item 4, box 4 here."""
    made = Table(order(item(1), item(2), item(3), item(4)))
    for command in (TakeProduct(ItemId(3)), SplitUnit(ItemId(4), 2), OpenBox()):
        made.do(command)
    made.open()
    shown = made.viewmodel.props
    assert isinstance(shown, OrderProps)
    return shown


def picked(pick):
    return replace(props(), picked=pick)


LINE = LinePick(box(1), ItemId(3))


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        (None, Step.DOWN, ItemPick(ItemId(1))),
        (None, Step.LEFT, ItemPick(ItemId(1))),
        (None, Step.RIGHT, BoxPick(box(4))),
        (ItemPick(ItemId(1)), Step.DOWN, ItemPick(ItemId(2))),
        (ItemPick(ItemId(1)), Step.UP, ItemPick(ItemId(1))),
        (ItemPick(ItemId(4)), Step.DOWN, ItemPick(ItemId(4))),
        (ItemPick(ItemId(1)), Step.RIGHT, BoxPick(box(4))),
        (BoxPick(box(1)), Step.DOWN, LINE),
        (LINE, Step.DOWN, BoxPick(box(2))),
        (BoxPick(box(2)), Step.DOWN, PartPick(unit(4), 1)),
        (BoxPick(box(1)), Step.UP, BoxPick(box(1))),
        (LINE, Step.LEFT, ItemPick(ItemId(3))),
        (PartPick(unit(4), 1), Step.LEFT, ItemPick(ItemId(4))),
        (BoxPick(box(1)), Step.LEFT, ItemPick(ItemId(1))),
        (LINE, Step.RIGHT, BoxPick(box(2))),
        (BoxPick(box(4)), Step.RIGHT, BoxPick(box(1))),
    ],
)
def test_arrows_lead(start, step, end):
    assert walk(picked(start), step) == end


def test_every_thing_can_be_reached_by_arrows():
    shown = props()
    reached = set()
    pick = walk(shown, Step.DOWN)
    for step in [Step.DOWN] * 9 + [Step.RIGHT] * 2 + [Step.DOWN] * 9:
        reached.add(pick)
        pick = walk(picked(pick), step)
    reached.add(pick)

    assert len([pick for pick in reached if isinstance(pick, ItemPick)]) == 4
    assert len([pick for pick in reached if isinstance(pick, BoxPick)]) == 4
    assert {LINE, PartPick(unit(4), 1), PartPick(unit(4), 2)} <= reached


def test_plus_takes_what_is_picked_into_the_new_box_of_an_order_that_was_sent():
    jam = Table(order(item(1, name="Jam"), item(2, name="Tea"))).open()
    for good in (1, 2):
        jam.do(TakeProduct(ItemId(good)))
    jam.finish()
    jam.happen(LayoutSent(Fingerprint("f"), ()))
    jam.asked.clear()
    jam.viewmodel.act(BenchAction.NEW_BOX)
    jam.viewmodel.pick(LinePick(box(1), ItemId(1)))
    jam.viewmodel.act(BenchAction.NEW_BOX)
    assert jam.asked == [OpenBox(), MoveUnits(ItemId(1), 1, IntoBox(box(1)), IntoNewBox())]
    assert jam.packing.boxes == (box(1), box(2))
