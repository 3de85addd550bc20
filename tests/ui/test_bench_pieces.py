"""Of pieces that have codes of their own the one that is moved is named: its code goes with it."""

import pytest

from packdesk.domain.commands import (
    IntoBox,
    IntoNewBox,
    MoveUnits,
    OnTable,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.ids import ItemId
from packdesk.domain.units import Loose
from packdesk.ui.bench.picks import ItemPick, LinePick
from packdesk.ui.words.bench import BenchAction
from tests.builders import box, cis, item, order, unit
from tests.ui.bench_shown import CIS
from tests.ui.bench_table import Table

pytestmark = pytest.mark.usefixtures("english", "qapp")

TEA = ItemId(1)


def packed(count: int = 3, *, marked: bool = True) -> Table:
    goods = item(1, count, name="Tea", marking=(CIS,) if marked else ())
    made = Table(order(goods, item(2, name="Jam")))
    for number in range(1, count + 1):
        made.prepare(TakeCode(TEA, cis(1, number)) if marked else TakeProduct(TEA))
    return made.open()


def take_out(made: Table, count: int) -> None:
    made.viewmodel.pick(LinePick(box(1), TEA))
    made.viewmodel.press(BenchAction.TAKE_OUT)
    made.pick_answer(count)


def question(made: Table) -> tuple[str, tuple[str, ...]]:
    assert made.question is not None
    return made.question.text, made.question.answers


def codes_in_boxes(made: Table) -> list[object]:
    return [code for one in made.packing.units_of(TEA) if one.boxes for code in one.codes]


def test_the_piece_that_is_scanned_comes_out():
    made = packed()
    take_out(made, 1)
    assert question(made) == ("Scan this piece: Tea", ("…bc01", "…bc02", "…bc03"))
    assert made.asked == []
    assert made.scan_answer(cis(1, 2).full)
    assert made.asked == [MoveUnits(TEA, 1, IntoBox(box(1)), OnTable(), (unit(1, 2),))]
    assert made.packing.unit(unit(1, 2)).place == Loose()
    assert codes_in_boxes(made) == [cis(1, 1), cis(1, 3)]


def test_the_piece_that_is_picked_comes_out():
    made = packed()
    take_out(made, 1)
    made.pick_answer(3)
    assert codes_in_boxes(made) == [cis(1, 1), cis(1, 2)]


@pytest.mark.parametrize("other", ["4600000000017", "not a code", cis(1, 9).full, cis(2, 1).full])
def test_another_scan_moves_nothing(other):
    made = packed()
    take_out(made, 1)
    assert not made.scan_answer(other)
    assert made.asked == []


def test_several_are_named_one_after_another_and_none_twice():
    made = packed()
    take_out(made, 2)
    assert question(made) == ("Scan piece 1 of 2: Tea", ("…bc01", "…bc02", "…bc03"))
    assert made.scan_answer(cis(1, 3).full)
    assert question(made) == ("Scan piece 2 of 2: Tea", ("…bc01", "…bc02"))
    assert not made.scan_answer(cis(1, 3).full)
    assert made.asked == []
    made.pick_answer(1)
    assert codes_in_boxes(made) == [cis(1, 2)]


def test_where_all_go_none_is_asked_for():
    made = packed()
    take_out(made, 3)
    assert made.question is None
    assert codes_in_boxes(made) == []


def test_goods_without_codes_are_one_like_the_other():
    made = packed(marked=False)
    take_out(made, 2)
    assert made.question is None
    assert sum(one.boxes != () for one in made.packing.units_of(TEA)) == 1


def test_one_that_has_no_code_yet_can_be_meant():
    made = Table(order(item(1, 3, name="Tea", marking=(CIS,))))
    made.prepare(TakeCode(TEA, cis(1, 1)), MoveUnits(TEA, 1, IntoBox(box(1)), OnTable()))
    made.open()
    made.viewmodel.pick(ItemPick(TEA))
    made.viewmodel.press(BenchAction.PACK)
    made.pick_answer(1)
    assert question(made)[1] == ("…bc01", "One without a code")
    made.pick_answer(2)
    assert made.packing.unit(unit(1, 1)).place == Loose()
    assert codes_in_boxes(made) == []


def test_of_many_those_beyond_the_keys_are_found_by_their_scan():
    made = packed(7)
    made.viewmodel.pick(LinePick(box(1), TEA))
    made.viewmodel.press(BenchAction.PACK_NEW)
    made.type_answer("1")
    assert len(question(made)[1]) == 5
    assert made.scan_answer(cis(1, 7).full)
    assert made.asked == [MoveUnits(TEA, 1, IntoBox(box(1)), IntoNewBox(), (unit(1, 7),))]
    assert made.packing.unit(unit(1, 7)).boxes == (box(2),)


def test_leaving_the_question_moves_nothing():
    made = packed()
    take_out(made, 1)
    made.question = None
    assert made.asked == []
    assert len(codes_in_boxes(made)) == 3


def test_a_scan_while_the_number_is_asked_for_means_one_and_this_one():
    made = packed()
    made.viewmodel.pick(LinePick(box(1), TEA))
    made.viewmodel.press(BenchAction.TAKE_OUT)
    assert question(made)[1] == ("1", "2", "All 3")
    assert not made.scan_answer("4600000000017")
    assert made.scan_answer(cis(1, 2).full)
    assert made.asked == [MoveUnits(TEA, 1, IntoBox(box(1)), OnTable(), (unit(1, 2),))]
    assert made.question is None
