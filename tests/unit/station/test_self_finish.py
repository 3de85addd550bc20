"""After what a complete order goes out without a key, and after what it only asks to."""

import pytest

from packdesk.domain.commands import (
    IntoBox,
    IntoNewBox,
    MakeWhole,
    MovePart,
    MoveUnits,
    OnTable,
    OpenBox,
    PutOrderAside,
    SplitUnit,
    TakeOrderUp,
)
from packdesk.domain.events import AsideReason
from packdesk.domain.ids import ItemId, OrderId
from packdesk.station.reports import Did
from tests.builders import box, catalogue, item, order, unit
from tests.stories import Story

ONE = ItemId(1)


@pytest.fixture
def story() -> Story:
    """One treadmill, as it came from the shelf."""
    story = Story(order(item(1), number=1), catalogue=catalogue(1))
    story.play("open 1 -> opened")
    return story


def did(story, command):
    answer = story.desk.do(command)
    assert isinstance(answer.told, Did), answer.told
    return answer


def is_complete(story):
    bench = story.desk.bench()
    assert bench is not None
    return bench.packing.is_complete


def went_out(story):
    return story.journal.outbox() == (OrderId(1),)


@pytest.mark.parametrize("parts", [2, 3])
def test_a_split_alone_sends_nothing(story, parts):
    did(story, SplitUnit(ONE, parts))
    assert is_complete(story)
    assert not went_out(story)
    story.play("finish -> confirmed")
    assert went_out(story)


def test_nor_does_what_rearranges_the_parts(story):
    did(story, SplitUnit(ONE, 2))
    did(story, OpenBox())
    did(story, MovePart(unit(1), 2, IntoBox(box(3))))
    assert is_complete(story)
    did(story, MakeWhole(unit(1)))
    did(story, SplitUnit(ONE, 2))
    assert is_complete(story)
    assert not went_out(story)


def test_nor_does_an_order_that_is_taken_up_again(story):
    did(story, SplitUnit(ONE, 2))
    did(story, PutOrderAside(AsideReason.OTHER, "later"))
    story.play("open 1 -> opened")
    did(story, TakeOrderUp())
    assert is_complete(story)
    assert not went_out(story)


@pytest.mark.parametrize("target", [IntoNewBox(), IntoBox(box(1))], ids=["new box", "box 1"])
def test_goods_that_are_put_into_a_box_are_the_last_ones(story, target):
    did(story, OpenBox())
    did(story, MoveUnits(ONE, 1, OnTable(), target))
    assert went_out(story)


def test_a_part_that_is_put_into_its_box_by_hand_is_the_last_one(story):
    did(story, SplitUnit(ONE, 2))
    did(story, MovePart(unit(1), 2, OnTable()))
    assert not is_complete(story)
    did(story, MovePart(unit(1), 2, IntoNewBox()))
    assert went_out(story)


def test_a_good_that_was_scanned_goes_out_when_its_split_is_answered():
    story = Story(order(item(1), number=1), catalogue=catalogue(1, box_counts={1: 2}))
    story.play("""
        open 1        -> opened
        scan <ean 1>  -> asked: SplitProposed
        answer 1      -> 1#1 split 2, box 1, 1#1 part 1 in 1, box 2, 1#1 part 2 in 2, confirmed
    """)


def test_a_question_that_was_left_lets_no_split_go_out():
    story = Story(order(item(1), number=1), catalogue=catalogue(1, box_counts={1: 2}))
    story.play("""
        open 1        -> opened
        scan <ean 1>  -> asked: SplitProposed
    """)
    story.desk.drop_question()
    did(story, SplitUnit(ONE, 2))
    assert is_complete(story)
    assert not went_out(story)


def test_boxes_that_the_market_may_refuse_are_confirmed_by_a_person_alone():
    story = Story(order(item(1, 2), number=1), catalogue=catalogue(1))
    story.play("open 1 -> opened")
    did(story, SplitUnit(ONE, 2))
    story.play("scan <ean 1> -> 1#2 in 3")
    assert is_complete(story)
    assert not went_out(story)
