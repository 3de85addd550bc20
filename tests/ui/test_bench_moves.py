"""What carrying something somewhere amounts to: one rule for drops, taps and keys."""

import pytest

from packdesk.domain.commands import (
    IntoBox,
    IntoCurrentBox,
    IntoNewBox,
    MovePart,
    MoveUnits,
    OnTable,
    OpenBox,
    SplitUnit,
    TakeProduct,
)
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.packing import Packing
from packdesk.domain.refusals import BoxHoldsPart, NotEnoughThere, NotInOrder, PartNeedsEmptyBox
from packdesk.ui.bench.card_grid import GridCell, arrange, columns_in
from packdesk.ui.bench.moves import CannotGo, Goes, HowMany, Stays, plan_move
from packdesk.ui.bench.picks import CarriedPart, CarriedUnits
from tests.builders import box, item, order, unit
from tests.ui.bench_table import Table

ORDER = order().id
TEA, JAM = ItemId(1), ItemId(2)


@pytest.fixture
def packing() -> Packing:
    """Box 1 and 2: parts of unit 1 of item 3; box 3: one jam; box 4, current, is empty."""
    made = Table(order(item(1, 3), item(2), item(3)))
    for command in (SplitUnit(ItemId(3), 2), TakeProduct(JAM), OpenBox()):
        made.do(command)
    return made.packing


def units(number: ItemId, source: OnTable | IntoBox | None = None) -> CarriedUnits:
    return CarriedUnits(ORDER, number, source or OnTable())


def part(number: int) -> CarriedPart:
    return CarriedPart(ORDER, unit(3), number)


def test_one_unit_goes_at_once(packing):
    move = MoveUnits(JAM, 1, IntoBox(box(3)), IntoBox(box(4)))

    assert plan_move(packing, units(JAM, IntoBox(box(3))), IntoBox(box(4))) == Goes(move)


@pytest.mark.parametrize("spot", [IntoBox(box(4)), IntoCurrentBox(), IntoNewBox()])
def test_several_units_ask_how_many(packing, spot):
    move = plan_move(packing, units(TEA), spot)

    assert isinstance(move, HowMany)
    assert len(move.units) == 3
    assert move.command(2) == MoveUnits(TEA, 2, OnTable(), spot)


def test_what_lies_there_already_stays(packing):
    assert plan_move(packing, units(TEA), OnTable()) == Stays()
    assert plan_move(packing, units(JAM, IntoBox(box(3))), IntoBox(box(3))) == Stays()
    before = packing.previous
    assert before is not None
    assert plan_move(before, units(JAM, IntoBox(box(3))), IntoCurrentBox()) == Stays()
    assert plan_move(packing, part(1), IntoBox(box(1))) == Stays()


def test_whole_units_do_not_go_to_a_part(packing):
    move = plan_move(packing, units(TEA), IntoBox(box(1)))

    assert isinstance(move, CannotGo)
    assert move.refusal == BoxHoldsPart(box(1))


def test_a_part_goes_only_into_an_empty_box(packing):
    assert plan_move(packing, part(2), IntoBox(box(4))) == Goes(
        MovePart(unit(3), 2, IntoBox(box(4)))
    )
    move = plan_move(packing, part(2), IntoBox(box(3)))
    assert isinstance(move, CannotGo)
    assert move.refusal == PartNeedsEmptyBox(box(3))


def test_a_part_goes_back_to_the_table(packing):
    assert plan_move(packing, part(1), OnTable()) == Goes(MovePart(unit(3), 1, OnTable()))


def test_what_is_not_there_any_more_cannot_go(packing):
    move = plan_move(packing, units(JAM), IntoBox(box(4)))

    assert isinstance(move, CannotGo)
    assert move.refusal == NotEnoughThere(JAM, 0)
    assert move.command == MoveUnits(JAM, 1, OnTable(), IntoBox(box(4)))


@pytest.mark.parametrize(
    "goods",
    [
        CarriedUnits(OrderId(1), TEA, OnTable()),
        CarriedUnits(ORDER, ItemId(99), OnTable()),
        CarriedPart(ORDER, unit(3, 2), 1),
        CarriedPart(OrderId(1), unit(3), 1),
    ],
)
def test_goods_of_another_order_are_not_ours(packing, goods):
    assert plan_move(packing, goods, IntoBox(box(4))) == CannotGo(NotInOrder(""))


def test_no_part_of_a_whole_unit_can_go(packing):
    move = plan_move(packing, CarriedPart(ORDER, unit(1), 1), OnTable())

    assert isinstance(move, CannotGo)


@pytest.mark.parametrize(
    ("width", "columns"), [(100, 1), (260, 1), (531, 1), (532, 2), (803, 2), (804, 3)]
)
def test_cards_are_never_narrower_than_they_may_be(width, columns):
    assert columns_in(width) == columns


@pytest.mark.parametrize(
    ("groups", "columns", "cells"),
    [
        ((), 2, ()),
        ((0, 0, 0), 2, ((0, 0), (0, 1), (1, 0))),
        ((0, 1, 1), 2, ((0, 0), (1, 0), (1, 1))),
        ((1, 1, 0), 3, ((0, 0), (0, 1), (0, 2))),
        ((0, 1, 1, 1), 2, ((0, 0), (0, 1), (1, 0), (1, 1))),
        ((1, 1, 2, 2), 3, ((0, 0), (0, 1), (1, 0), (1, 1))),
        ((0, 1, 1), 1, ((0, 0), (1, 0), (2, 0))),
    ],
)
def test_parts_of_a_unit_stand_in_one_row_if_one_row_can_hold_them(groups, columns, cells):
    assert arrange(groups, columns) == tuple(GridCell(*cell) for cell in cells)
