"""A box has the number that its label will carry, whatever became of the others."""

import pytest

from packdesk.domain.commands import (
    ChooseBox,
    Command,
    Finish,
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
    TakeProduct,
    Undo,
)
from packdesk.domain.deciding import Decided, Refused, decide
from packdesk.domain.events import (
    AsideReason,
    BoxesNumbered,
    BoxOpened,
    Event,
    LayoutConfirmed,
    LayoutSent,
    PartPacked,
    UnitPacked,
    UnitSplit,
)
from packdesk.domain.ids import ItemId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout_rules import derive_layout
from packdesk.domain.numbering import by_last_numbers
from packdesk.domain.packing import BoxContent, Packing, PartInBox, UnitsInBox
from packdesk.domain.refusals import AllInBoxes, BoxHoldsPart, StillEmpty
from tests.builders import box, item, order, unit

TEA, JAM, MUG = ItemId(1), ItemId(2), ItemId(3)
FINISH = Finish(LabelFormat.A7)


def after(packing: Packing, *commands: Command) -> Packing:
    for command in commands:
        outcome = decide(packing, command)
        assert isinstance(outcome, Decided), (command, outcome)
        packing = packing.after(outcome.events)
    return packing


def packed(*commands: Command) -> Packing:
    """Two tea, one jam, one mug and what was done with them."""
    return after(Packing.of(order(item(1, 2), item(2), item(3))), *commands)


def finished() -> Packing:
    """Tea in box 1, jam and mug in box 2, sent."""
    now = packed(*[TakeProduct(TEA)] * 2, OpenBox(), TakeProduct(JAM), TakeProduct(MUG), FINISH)
    return sent(now)


def sent(now: Packing) -> Packing:
    assert now.confirmed is not None
    return now.after((LayoutSent(now.confirmed.fingerprint, ()),))


def told(packing: Packing) -> list[str]:
    """Each box in a word, the current one with a star."""
    stars = {packing.current: "*"}
    return [f"{box}:{_word(packing.content(box))}{stars.get(box, '')}" for box in packing.boxes]


def _word(content: BoxContent) -> str:
    match content:
        case PartInBox(_, part, total):
            return f"{part}/{total}"
        case UnitsInBox(units):
            return "+".join(str(one.ref.item) for one in units) or "-"


def into_new(what: ItemId) -> MoveUnits:
    return MoveUnits(what, 1, OnTable(), IntoNewBox())


def test_a_new_box_is_not_opened_while_the_current_one_is_empty():
    now = packed(TakeProduct(TEA), OpenBox())

    assert decide(now, OpenBox()) == Refused(StillEmpty(box(2)))
    assert told(after(now, TakeProduct(TEA))) == ["1:1", "2:1*"]


def test_what_is_to_go_into_a_new_box_takes_the_empty_one():
    now = packed(TakeProduct(TEA), OpenBox(), into_new(JAM))

    assert told(now) == ["1:1", "2:2*"]


def test_choosing_another_box_takes_the_empty_one_away():
    now = packed(TakeProduct(TEA), OpenBox(), ChooseBox(box(1)))

    assert told(now) == ["1:1*"]


def test_a_box_that_has_lost_its_last_goods_is_gone_and_those_behind_move_up():
    now = packed(TakeProduct(TEA), into_new(JAM), into_new(MUG))
    moved = after(now, MoveUnits(JAM, 1, IntoBox(box(2)), IntoBox(box(3))))

    assert told(moved) == ["1:1", "2:2+3*"]
    assert [one.number for one in derive_layout(moved).boxes] == list(moved.boxes)


def test_the_current_box_when_emptied_stands_behind_those_with_goods():
    now = packed(TakeProduct(TEA), into_new(JAM), ChooseBox(box(1)))
    emptied = after(now, MoveUnits(TEA, 1, IntoBox(box(1)), OnTable()))

    assert told(emptied) == ["1:2", "2:-*"]


def test_joining_parts_leaves_no_empty_boxes_and_here_stays():
    now = packed(TakeProduct(JAM), SplitUnit(MUG, 3))
    assert told(now) == ["1:2*", "2:1/3", "3:2/3", "4:3/3"]

    assert told(after(now, MakeWhole(unit(3)))) == ["1:2*"]
    assert told(after(now, TakeProduct(TEA))) == ["1:1+2*", "2:1/3", "3:2/3", "4:3/3"]


def test_a_split_takes_the_box_that_the_good_leaves():
    now = packed(TakeProduct(JAM), into_new(MUG), ChooseBox(box(1)), SplitUnit(MUG, 2))

    assert told(now) == ["1:2*", "2:1/2", "3:2/2"]


def test_a_part_that_goes_elsewhere_leaves_here_where_it_was():
    now = packed(TakeProduct(JAM), SplitUnit(MUG, 2), MovePart(unit(3), 1, OnTable()))
    assert told(now) == ["1:2*", "2:2/2"]

    assert told(after(now, MovePart(unit(3), 1, IntoNewBox()))) == ["1:2*", "2:2/2", "3:1/2"]


def test_a_box_with_a_part_is_never_the_current_one():
    now = packed(SplitUnit(MUG, 2))

    assert decide(now, ChooseBox(box(2))) == Refused(BoxHoldsPart(box(2)))
    assert decide(now, MovePart(unit(3), 2, IntoBox(box(2)))) == Refused(BoxHoldsPart(box(2)))


@pytest.mark.parametrize(
    "command",
    [
        OpenBox(),
        MoveUnits(JAM, 1, IntoBox(box(2)), IntoBox(box(1))),
        MakeWhole(unit(3)),
        SplitUnit(TEA, 2),
        MoveUnits(TEA, 1, IntoBox(box(1)), OnTable()),
    ],
)
def test_an_undo_gives_back_just_what_stood_there(command):
    before = packed(TakeProduct(TEA), into_new(JAM), SplitUnit(MUG, 2), ChooseBox(box(1)))
    back = after(before, command, Undo())

    assert (back.units, back.boxes, back.current) == (before.units, before.boxes, before.current)


def test_what_was_done_is_told_under_the_numbers_that_count_now():
    events: tuple[Event, ...] = (
        UnitPacked(unit(1, 1), box(3)),
        BoxesNumbered((box(1), box(3))),
        UnitPacked(unit(1, 2), box(2)),
    )

    assert by_last_numbers(events) == (
        UnitPacked(unit(1, 1), box(2)),
        UnitPacked(unit(1, 2), box(2)),
    )


def test_an_empty_box_leaves_a_confirmed_layout_as_it_is():
    done = finished()
    assert decide(done, OpenBox()) == Refused(AllInBoxes())
    # Older programs opened one there all the same.
    now = done.after((BoxOpened(box(3)),))

    assert (now.confirmed, now.is_sent) == (done.confirmed, True)
    for back in (after(now, ChooseBox(box(1))), after(now, Undo())):
        assert (back.confirmed, back.is_sent, back.boxes) == (done.confirmed, True, done.boxes)


def test_goods_that_lie_elsewhere_in_the_same_way_leave_it_too():
    done = sent(packed(*[TakeProduct(TEA)] * 2, TakeProduct(JAM), into_new(MUG), FINISH))
    now = after(done, MoveUnits(MUG, 1, IntoBox(box(2)), IntoNewBox()))

    assert told(now) == ["1:1+1+2", "2:3*"]
    assert now.confirmed == done.confirmed


def test_goods_that_move_take_the_confirmation_back_until_the_boxes_are_the_same_again():
    done = finished()
    now = after(done, MoveUnits(TEA, 1, IntoBox(box(1)), OnTable()))

    assert now.confirmed is None
    for back in (after(now, Undo()), after(now, MoveUnits(TEA, 1, OnTable(), IntoBox(box(1))))):
        assert (back.confirmed, back.is_sent) == (done.confirmed, True)


def test_an_undo_of_the_confirmation_takes_it_back():
    now = packed(*[TakeProduct(TEA)] * 2, TakeProduct(JAM), TakeProduct(MUG), FINISH, Undo())

    assert now.confirmed is None


def test_an_order_put_aside_is_not_confirmed_any_more():
    now = after(finished(), PutOrderAside(AsideReason.OTHER))

    assert now.confirmed is None
    assert after(now, TakeOrderUp()).confirmed is None


@pytest.fixture
def old() -> Packing:
    """What an older program kept: empty boxes 2 and 3 between goods, and a part where scans go."""
    groups: tuple[tuple[Event, ...], ...] = (
        (BoxOpened(box(1)), UnitPacked(unit(1, 1), box(1))),
        (BoxOpened(box(2)),),
        (BoxOpened(box(3)),),
        (BoxOpened(box(4)), UnitPacked(unit(1, 2), box(4)), UnitPacked(unit(2), box(4))),
        (
            UnitSplit(unit(3), 2),
            BoxOpened(box(5)),
            PartPacked(unit(3), 1, box(5)),
            BoxOpened(box(6)),
            PartPacked(unit(3), 2, box(6)),
        ),
    )
    now = Packing.of(order(item(1, 2), item(2), item(3)))
    for group in groups:
        now = now.after(group)
    return now


def test_a_journal_of_an_older_program_is_put_in_order_by_the_next_deed(old):
    assert told(old) == ["1:1", "2:-", "3:-", "4:1+2", "5:1/2", "6:2/2"]
    assert told(after(old, ChooseBox(box(4)))) == ["1:1", "2:1+2*", "3:1/2", "4:2/2"]
    assert told(after(old, OpenBox())) == ["1:1", "2:1+2", "3:1/2", "4:2/2", "5:-*"]


def test_finishing_it_numbers_the_boxes_as_the_labels_do(old):
    now = after(old, FINISH)

    assert now.confirmed is not None
    assert [one.number for one in now.confirmed.layout.boxes] == [1, 2, 3, 4]
    assert list(now.boxes) == [1, 2, 3, 4]
    outcome = decide(old, FINISH)
    assert isinstance(outcome, Decided)
    assert isinstance(outcome.events[0], LayoutConfirmed)


@pytest.mark.parametrize("first", [[TakeProduct(JAM)], []], ids=["beside jam", "alone"])
def test_a_new_box_that_goes_to_a_part_is_replaced_by_another_one(first):
    now = packed(*first, OpenBox(), SplitUnit(MUG, 2))

    assert now.current is not None
    assert now.content(now.current) == UnitsInBox(())
    assert told(after(now, TakeProduct(TEA)))[-1].endswith("*")


def test_the_last_unit_that_is_split_leaves_no_empty_box():
    now = packed(*[TakeProduct(TEA)] * 2, TakeProduct(JAM), OpenBox(), SplitUnit(MUG, 2))

    assert now.boxes == (box(1), box(2), box(3))


def test_an_empty_box_goes_when_the_layout_is_confirmed():
    done = packed(*[TakeProduct(TEA)] * 2, TakeProduct(JAM), TakeProduct(MUG), OpenBox(), FINISH)

    assert done.boxes == (box(1),)
    assert done.confirmed is not None
