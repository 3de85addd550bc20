"""The questions of the bench, and what their answers ask the station for."""

import pytest

from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    CopyCodes,
    IntoCurrentBox,
    IntoNewBox,
    MakeWhole,
    MarkFound,
    MarkShort,
    MovePart,
    MoveUnits,
    OnTable,
    SplitUnit,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.events import ShortReason
from packdesk.domain.ids import ItemId
from packdesk.ui.bench.picks import (
    ItemPick,
    LinePick,
    PartPick,
)
from packdesk.ui.bench.props import OrderProps, RowProps
from packdesk.ui.words.bench import BenchAction
from packdesk.ui.words.notice import Notice
from tests.builders import box, catalogue, country, gtd, item, order, unit
from tests.ui.bench_table import Table

TEA, JAM = ItemId(1), ItemId(2)
ROW, JAM_ROW = ItemPick(TEA), ItemPick(JAM)


@pytest.fixture
def table() -> Table:
    """Three tea and one jam, nothing packed."""
    return Table(order(item(1, 3, name="Tea"), item(2, name="Jam"))).open()


def shown(table: Table) -> OrderProps:
    props = table.viewmodel.props
    assert isinstance(props, OrderProps)
    return props


def lit(table: Table) -> list[int]:
    return [row.item for row in shown(table).listed if isinstance(row, RowProps) and row.is_lit]


def test_space_asks_how_many_and_moves_as_many(table):
    table.viewmodel.pick(ROW)
    table.viewmodel.press(BenchAction.PACK)
    assert table.asked == []
    table.pick_answer(3)

    assert table.asked == [MoveUnits(TEA, 3, OnTable(), IntoCurrentBox())]


def test_after_a_scan_space_asks_for_the_rest_of_a_large_line(table):
    table.scanned(TakeProduct(TEA))
    table.viewmodel.press(BenchAction.PACK)
    assert table.question is not None
    table.pick_answer(2)

    assert table.asked[-1] == MoveUnits(TEA, 2, OnTable(), IntoCurrentBox())


def test_after_a_scan_a_stray_space_packs_nothing(table):
    table.scanned(TakeProduct(TEA))
    table.scanned(TakeProduct(TEA))
    before = list(table.asked)
    table.viewmodel.press(BenchAction.PACK)
    table.viewmodel.press(BenchAction.TAKE_OUT)

    assert table.question is None
    assert table.asked == before


def test_a_good_without_codes_is_never_missing_for_its_code():
    marked = item(2, name="Shoes", marking=(CodeKind.CIS,))
    table = Table(order(item(1, name="Tea"), marked)).open()
    offered = []
    for number in (1, 2):
        table.viewmodel.pick(ItemPick(ItemId(number)))
        table.viewmodel.press(BenchAction.PROBLEM)
        assert table.question is not None
        offered.append(len(table.question.answers))
        table.question = None

    assert offered == [3, 5]


def test_the_first_answer_is_one(table):
    table.viewmodel.pick(ROW)
    table.viewmodel.press(BenchAction.PACK_NEW)
    table.pick_answer(1)

    assert table.asked == [MoveUnits(TEA, 1, OnTable(), IntoNewBox())]


@pytest.mark.parametrize("wrong", ["0", "61", "", "two", "-1", "1.5", "²", "9" * 30])
def test_a_number_above_the_keys_is_typed_all_being_proposed(wrong):
    table = Table(order(item(1, 60, name="Pencil"))).open()
    table.viewmodel.pick(ROW)
    table.viewmodel.press(BenchAction.PACK)
    assert table.question is not None
    assert table.question.entry is not None
    assert table.question.entry.text == "60"
    table.type_answer(wrong)
    assert table.asked == []
    table.type_answer(" 2 ")

    assert table.asked == [MoveUnits(TEA, 2, OnTable(), IntoCurrentBox())]


def test_one_loose_unit_goes_without_a_question(table):
    table.viewmodel.pick(JAM_ROW)
    table.viewmodel.press(BenchAction.PACK)

    assert table.question is None
    assert table.asked == [MoveUnits(JAM, 1, OnTable(), IntoCurrentBox())]


def test_splitting_asks_into_how_many_with_the_number_as_key(table):
    table.viewmodel.pick(JAM_ROW)
    table.viewmodel.press(BenchAction.SPLIT)
    table.pick_answer(3)

    assert table.asked == [SplitUnit(JAM, 3, None)]


def test_the_catalogue_proposes_the_number_of_parts():
    table = Table(order(item(1, name="Sofa")), catalogue(1, box_counts={1: 7})).open()
    table.viewmodel.act(BenchAction.SPLIT)
    assert table.question is not None
    assert "7" in table.question.text
    table.pick_answer(1)
    assert table.question.entry is not None
    assert table.question.entry.text == "7"
    table.type_answer("7")

    assert table.asked == [SplitUnit(TEA, 7, None)]


@pytest.mark.parametrize("wrong", ["1", "100", "0", "x"])
def test_a_good_is_not_split_into_fewer_than_2_or_more_than_99(table, wrong):
    table.viewmodel.pick(JAM_ROW)
    table.viewmodel.act(BenchAction.SPLIT)
    table.pick_answer(1)
    table.type_answer(wrong)

    assert table.asked == []


def test_a_line_splits_a_unit_of_its_own_box(table):
    for _ in range(2):
        table.do(TakeProduct(TEA))
    table.viewmodel.pick(LinePick(box(1), TEA))
    table.viewmodel.act(BenchAction.SPLIT)
    table.pick_answer(2)

    assert table.asked[-1] == SplitUnit(TEA, 2, unit(1, 2))


def test_a_split_unit_is_made_whole_without_a_question(table):
    table.do(SplitUnit(JAM, 2))
    table.viewmodel.pick(PartPick(unit(2), 2))
    table.viewmodel.act(BenchAction.MAKE_WHOLE)

    assert table.asked[-1] == MakeWhole(unit(2))
    assert shown(table).picked == JAM_ROW


def test_a_loose_part_goes_into_the_current_box(table):
    table.do(SplitUnit(JAM, 2))
    table.do(MovePart(unit(2), 1, OnTable()))
    table.viewmodel.pick(PartPick(unit(2), 1))
    table.viewmodel.act(BenchAction.PACK)

    assert table.asked[-1] == MovePart(unit(2), 1, IntoCurrentBox())


def test_a_problem_is_told_with_its_reason_and_can_be_taken_back(table):
    table.viewmodel.pick(JAM_ROW)
    table.viewmodel.act(BenchAction.PROBLEM)
    table.pick_answer(2)
    table.viewmodel.act(BenchAction.PROBLEM)
    table.pick_answer(1)

    assert table.asked == [MarkShort(JAM, ShortReason.DAMAGED), MarkFound(unit(2))]


def test_a_declaration_is_given_to_all_units_of_its_item():
    table = Table(order(item(1, 3, marking=(CodeKind.GTD,)), is_business=True)).open()
    copies = next(a for a in shown(table).actions if a.action is BenchAction.COPY_CODES)
    assert not copies.is_shown
    table.do(TakeCode(TEA, gtd()))
    copies = next(a for a in shown(table).actions if a.action is BenchAction.COPY_CODES)
    assert copies.is_shown

    table.viewmodel.press(BenchAction.COPY_CODES)
    table.viewmodel.press(BenchAction.COPY_CODES)

    assert [one for one in table.asked if isinstance(one, CopyCodes)] == [CopyCodes(unit(1))]


def test_the_codes_to_all_are_there_after_a_restart_though_nothing_was_touched():
    goods = order(item(1, 3, marking=(CodeKind.GTD, CodeKind.COUNTRY)), item(2))
    table = Table(goods).open()
    table.do(TakeCode(TEA, gtd()))
    table.do(TakeCode(TEA, country()))
    again = Table(goods)
    again.packing = table.packing
    again.open()
    copies = next(a for a in shown(again).actions if a.action is BenchAction.COPY_CODES)
    assert copies.is_shown
    again.viewmodel.press(BenchAction.COPY_CODES)
    assert again.asked == [CopyCodes(unit(1))]


def test_finish_with_problems_lists_them_until_they_are_gone(table):
    table.viewmodel.act(BenchAction.FINISH)
    problems = shown(table).problems
    assert problems is not None
    assert [one.notice.text for one in problems.problems] == [
        "Nothing is packed yet",
        "Tea: 3 still to pack",
        "Jam: 1 still to pack",
    ]

    table.do(TakeProduct(JAM))
    problems = shown(table).problems
    assert problems is not None
    assert len(problems.problems) == 1
    table.do(MoveUnits(TEA, 3, OnTable(), IntoCurrentBox()))
    assert shown(table).problems is None


def test_finish_with_missing_goods_removes_nothing_by_itself(table):
    table.do(MarkShort(JAM, ShortReason.NOT_FOUND))
    table.do(MoveUnits(TEA, 3, OnTable(), IntoCurrentBox()))

    table.viewmodel.act(BenchAction.FINISH)

    assert table.calls == ["finish"]
    assert table.question is None
    assert table.packing.confirmed is None


def test_without_a_picked_good_the_problem_is_asked_for_its_good_first(table):
    table.viewmodel.act(BenchAction.PROBLEM)
    assert table.question.answers == ("Tea", "Jam", "The whole order")
    table.pick_answer(2)
    table.pick_answer(1)

    assert table.asked == [MarkShort(JAM, ShortReason.NOT_FOUND)]


@pytest.mark.parametrize(
    ("answer", "called"),
    [
        (1, "put aside: goods missing"),
        (4, "put aside: a question for the manager"),
        (6, "ask cancel: SHOP_FAILED"),
    ],
)
def test_the_whole_order_can_be_put_aside_or_offered_for_cancelling(table, answer, called):
    table.viewmodel.act(BenchAction.PROBLEM)
    table.pick_answer(3)
    table.pick_answer(answer)

    assert table.calls == [called]


def test_another_reason_for_putting_aside_is_typed(table):
    table.viewmodel.act(BenchAction.PROBLEM)
    table.pick_answer(3)
    table.pick_answer(5)
    table.type_answer("")
    table.type_answer("wrong colour")

    assert table.calls == ["put aside: other wrong colour"]


def test_a_key_that_needs_a_picked_good_says_so(table):
    told: list[Notice] = []
    table.viewmodel.noticed.connect(told.append)
    for action in (BenchAction.PACK, BenchAction.TAKE_OUT, BenchAction.SPLIT):
        table.viewmodel.press(action)

    assert {one.text for one in told} == {"Pick a good first: tap it, or use the arrow keys"}
    assert len(told) == 3
    assert table.asked == []


def test_a_confirmed_order_is_not_finished_twice(table):
    table.do(MoveUnits(TEA, 3, OnTable(), IntoCurrentBox()))
    table.do(TakeProduct(JAM))
    table.viewmodel.act(BenchAction.FINISH)
    table.viewmodel.act(BenchAction.FINISH)

    assert table.calls == ["finish"]
