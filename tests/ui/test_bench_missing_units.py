"""Goods that are missing or damaged: how many, and which of those that are packed."""

import pytest

from packdesk.domain.commands import (
    IntoBox,
    IntoCurrentBox,
    IntoNewBox,
    MarkShort,
    MoveUnits,
    OnTable,
    SplitUnit,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.events import ShortReason
from packdesk.domain.ids import ItemId
from packdesk.domain.packing import UnitsInBox
from packdesk.domain.units import Loose, Short
from packdesk.ui.bench.picks import ItemPick, LinePick
from packdesk.ui.words.bench import BenchAction
from tests.builders import box, cis, item, order, unit
from tests.ui.bench_shown import CIS
from tests.ui.bench_table import Table

pytestmark = pytest.mark.usefixtures("english")

TEA, JAM = ItemId(1), ItemId(2)


def bench(count: int = 3, *, packed: int = 0, marked: bool = False) -> Table:
    goods = item(1, count, name="Tea", marking=(CIS,) if marked else ())
    made = Table(order(goods, item(2, name="Jam")))
    for number in range(1, packed + 1):
        made.prepare(TakeCode(TEA, cis(1, number)) if marked else TakeProduct(TEA))
    return made.open()


def problem(made: Table, pick: ItemPick | LinePick | None = None) -> tuple[str, ...]:
    made.viewmodel.pick(pick or ItemPick(TEA))
    made.viewmodel.press(BenchAction.PROBLEM)
    return asked(made)


def asked(made: Table) -> tuple[str, ...]:
    assert made.question is not None
    return made.question.answers


def short(made: Table) -> int:
    return made.packing.short(made.packing.order.item(TEA))


@pytest.mark.parametrize("answer", [1, 2, 3])
def test_of_several_that_are_missing_it_is_asked_how_many(qapp, answer):
    made = bench()
    assert problem(made) == ("Not found", "Damaged", "The whole order")
    made.pick_answer(1)
    assert asked(made) == ("1", "2", "All 3")
    made.pick_answer(answer)
    assert made.asked == [MarkShort(TEA, ShortReason.NOT_FOUND, count=answer)]
    assert short(made) == answer


def test_of_many_the_number_is_typed(qapp):
    made = bench(12)
    problem(made)
    made.pick_answer(2)
    assert made.question is not None
    assert made.question.entry is not None
    assert made.question.entry.text == "12"
    made.type_answer("7")
    assert short(made) == 7


def test_of_one_it_is_not(qapp):
    made = bench()
    made.viewmodel.pick(ItemPick(JAM))
    made.viewmodel.press(BenchAction.PROBLEM)
    made.pick_answer(1)
    assert made.asked == [MarkShort(JAM, ShortReason.NOT_FOUND)]


def test_packed_goods_are_reported_and_leave_their_box(qapp):
    made = bench(packed=3)
    assert problem(made) == ("Not found", "Damaged", "The whole order")
    made.pick_answer(2)
    assert asked(made) == ("1", "2", "All 3")
    made.pick_answer(2)
    assert short(made) == 2
    assert [one.place == Short(ShortReason.DAMAGED) for one in made.packing.units_of(TEA)] == [
        False,
        True,
        True,
    ]
    assert made.packing.boxes == (box(1),)


def test_an_undo_puts_them_back(qapp):
    made = bench(packed=3)
    before = made.packing.units
    problem(made)
    made.pick_answer(1)
    made.pick_answer(3)
    made.undo()
    assert made.packing.units == before


def test_while_some_are_loose_a_packed_one_must_be_meant(qapp):
    made = bench(packed=2)
    answers = problem(made)
    assert answers == ("Not found", "Damaged", "It lies in a box", "The whole order")
    made.pick_answer(3)
    assert asked(made) == ("Not found", "Damaged", "The whole order")
    made.pick_answer(2)
    made.pick_answer(1)
    assert made.packing.unit(unit(1, 2)).place == Short(ShortReason.DAMAGED)
    assert made.packing.unit(unit(1, 3)).place == Loose()


def test_a_line_that_is_picked_is_the_one(qapp):
    made = bench(packed=2)
    made.do(MoveUnits(TEA, 1, OnTable(), IntoNewBox()))
    problem(made, LinePick(box(2), TEA))
    assert made.question is not None
    assert made.question.text == "What is wrong? Tea, box 2"
    made.pick_answer(2)
    assert made.packing.unit(unit(1, 3)).place == Short(ShortReason.DAMAGED)


def test_of_several_boxes_it_is_asked_which(qapp):
    made = bench(packed=2)
    made.do(MoveUnits(TEA, 1, OnTable(), IntoNewBox()))
    assert problem(made) == ("box 1", "box 2", "The whole order")
    made.pick_answer(2)
    made.pick_answer(2)
    assert made.packing.unit(unit(1, 3)).place == Short(ShortReason.DAMAGED)


def test_a_piece_with_a_code_leaves_with_its_own(qapp):
    made = bench(packed=3, marked=True)
    problem(made)
    made.pick_answer(2)
    signs = [f"…{cis(1, number).identity.serial[-4:]}" for number in (1, 2, 3)]
    assert asked(made) == tuple(signs)
    made.pick_answer(2)
    assert made.asked == [MarkShort(TEA, ShortReason.DAMAGED, unit(1, 2))]
    left = [code for one in made.packing.units_of(TEA) for code in one.codes]
    assert left == [cis(1, 1), cis(1, 3)]


def test_a_unit_in_parts_leaves_whole(qapp):
    made = bench(1)
    made.do(SplitUnit(TEA, 2))
    problem(made)
    made.pick_answer(2)
    assert made.packing.unit(unit(1)).place == Short(ShortReason.DAMAGED)
    assert made.packing.boxes == (box(1),)
    assert made.packing.content(box(1)) == UnitsInBox(())


def test_one_of_several_units_in_parts_cannot_be_removed_here(qapp):
    made = bench(2)
    for _ in range(2):
        made.do(SplitUnit(TEA, 2))
    made.viewmodel.pick(ItemPick(TEA))
    made.viewmodel.press(BenchAction.PROBLEM)
    assert asked(made) == ("Jam", "The whole order")


def test_what_has_a_code_was_found_and_may_be_damaged(qapp):
    for why, place in ((ShortReason.NOT_FOUND, 2), (ShortReason.DAMAGED, 1)):
        made = bench(2, packed=1, marked=True)
        made.do(MoveUnits(TEA, 1, IntoBox(box(1)), OnTable()))
        made.do(MarkShort(TEA, why))
        assert isinstance(made.packing.unit(unit(1, place)).place, Short)


def test_a_good_that_is_damaged_while_it_is_packed_can_still_be_packed_without_it(qapp):
    made = bench(packed=3)
    problem(made)
    made.pick_answer(1)
    made.pick_answer(1)
    made.do(MoveUnits(JAM, 1, OnTable(), IntoCurrentBox()))
    assert made.packing.is_complete


def test_what_was_packed_last_is_not_taken_for_the_good_that_is_missing(qapp):
    made = Table(order(item(1, name="Tea"), item(2, name="Jam"))).open()
    made.do(TakeProduct(TEA))
    made.viewmodel.press(BenchAction.PROBLEM)
    assert asked(made) == ("Jam", "Tea", "The whole order")
    made.pick_answer(1)
    made.pick_answer(1)
    assert made.asked[-1] == MarkShort(JAM, ShortReason.NOT_FOUND)
