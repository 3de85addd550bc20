"""What the bench shows, derived without a widget."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    ChooseBox,
    IntoCurrentBox,
    IntoNewBox,
    MakeWhole,
    MarkShort,
    MovePart,
    MoveUnits,
    OnTable,
    OpenBox,
    SplitUnit,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.errands import CancelReason
from packdesk.domain.events import (
    ShortReason,
)
from packdesk.domain.ids import ItemId, UnitRef
from packdesk.domain.order import ItemTag, ProgramType
from packdesk.domain.questions import ApproveCancel, SplitProposed
from packdesk.ui.bench.derive import derive_bench_props
from packdesk.ui.bench.inputs import BenchInputs
from packdesk.ui.bench.picks import BoxPick, ItemPick, LinePick, PartPick
from packdesk.ui.bench.props import (
    DotState,
    FreeProps,
    LoosePartProps,
    OrderProps,
    RowProps,
)
from packdesk.ui.words.bench import BenchAction
from packdesk.ui.words.notice import Tone
from tests.builders import box, cis, country, gtd, item, order, unit
from tests.ui.bench_shown import (
    enabled,
    finished,
    refuse,
    rows,
    shown,
    table,
)
from tests.ui.bench_table import NOON

CIS, GTD, COUNTRY = CodeKind.CIS, CodeKind.GTD, CodeKind.COUNTRY


def test_without_an_order_the_bench_says_how_to_get_one():
    props = derive_bench_props(BenchInputs())

    assert isinstance(props, FreeProps)
    assert props.button


def test_a_row_tells_name_sku_count_and_what_is_left():
    props = shown(table(order(item(1, 3, name="Shoes", offer_id="A-SHOE"))))

    (row,) = rows(props)
    assert (row.name, row.offer_id, row.count, row.letter) == ("Shoes", "A-SHOE", "0 / 3", "S")
    assert row.note.text == "3 to go"
    assert row.spoken.startswith("Shoes, 0 of 3 packed")


def test_a_row_without_a_name_shows_its_sku():
    nameless = replace(item(1, offer_id="A-SHOE"), name="")

    (row,) = rows(shown(table(order(nameless))))

    assert (row.name, row.letter) == ("A-SHOE", "A")


def test_done_rows_sink_in_their_order():
    made = table(order(item(1), item(2), item(3)), TakeProduct(ItemId(1)), TakeProduct(ItemId(2)))

    assert [row.item for row in rows(shown(made))] == [3, 1, 2]


def test_a_packed_row_without_its_code_is_not_done():
    packed = MoveUnits(ItemId(1), 1, OnTable(), IntoCurrentBox())
    made = table(order(item(1, marking=(CIS,))), packed)

    (row,) = rows(shown(made))

    assert not row.is_done
    assert row.note.tone is Tone.ATTENTION


def test_each_code_of_each_unit_and_kind_has_a_dot():
    made = table(
        order(item(1, 2, marking=(GTD, COUNTRY)), is_business=True),
        TakeCode(ItemId(1), gtd()),
        TakeCode(ItemId(1), country()),
    )

    (row,) = rows(shown(made))

    assert [code.dots for code in row.codes] == [(DotState.GIVEN, DotState.EMPTY)] * 2


def test_an_optional_code_has_a_dot_of_its_own():
    (row,) = rows(shown(table(order(item(1, marking=(CIS,), optional=True)))))

    assert row.codes[0].dots == (DotState.FREE,)


@pytest.mark.parametrize(
    ("count", "kinds", "tallied"),
    [(6, (CIS,), False), (7, (CIS,), True), (3, (GTD, COUNTRY), False), (4, (GTD, COUNTRY), True)],
)
def test_many_dots_become_a_tally(count, kinds, tallied):
    (row,) = rows(shown(table(order(item(1, count, marking=kinds)))))

    assert [code.tally is not None for code in row.codes] == [tallied] * len(kinds)


def test_a_tally_counts_the_codes():
    made = table(
        order(item(1, 60, marking=(CIS,))), *(TakeCode(ItemId(1), cis(1, n)) for n in (1, 2, 3))
    )

    (row,) = rows(shown(made))

    assert row.codes[0].tally is not None
    assert row.codes[0].tally.text == "3/60"
    assert row.count == "3 / 60"


def test_a_refused_code_is_marked_in_row_and_box():
    made = finished(order(item(1, 2, marking=(CIS,))), cis(1, 1), cis(1, 2))
    refuse(made, cis(1, 2).full)

    props = shown(made)

    (row,) = rows(props)
    assert row.codes[0].dots == (DotState.GIVEN, DotState.REFUSED)
    assert row.note.tone is Tone.REFUSED
    assert props.boxes[0].lines[0].mark.tone is Tone.REFUSED


def test_missing_units_are_told_and_want_no_codes():
    made = table(order(item(1, marking=(CIS,)), item(2)), MarkShort(ItemId(1), ShortReason.DAMAGED))

    row = rows(shown(made))[-1]

    assert (row.note.text, row.note.tone, row.codes) == ("1 missing", Tone.ATTENTION, ())


def test_the_touched_row_and_the_chosen_one_are_lit():
    made = table(order(item(1, marking=(CIS,)), item(2), item(3)), TakeProduct(ItemId(1)))

    lit = [row.item for row in rows(shown(made, touched=ItemId(2))) if row.is_lit]

    assert lit == [1, 2]


def test_only_what_is_loose_can_be_dragged_from_the_list():
    made = table(order(item(1), item(2)), TakeProduct(ItemId(1)))

    assert {row.item: row.can_drag for row in rows(shown(made))} == {1: False, 2: True}


def test_exactly_one_box_is_here():
    goods = (item(1), item(2), item(3))
    into_new = [MoveUnits(one.id, 1, OnTable(), IntoNewBox()) for one in goods]
    made = table(order(*goods), *into_new, ChooseBox(box(2)))

    assert [bool(one.here) for one in shown(made).boxes] == [False, True, False]


def test_a_box_lists_its_goods_with_counts():
    made = table(
        order(item(1, 2, name="Tea"), item(2, name="Jam")),
        *[TakeProduct(ItemId(1))] * 2,
        TakeProduct(ItemId(2)),
    )

    (only,) = shown(made).boxes

    assert [(line.name, line.count) for line in only.lines] == [("Tea", "× 2"), ("Jam", "× 1")]
    assert only.spoken == "Box 1, here, Tea × 2, done; Jam × 1, done"


def test_the_parts_of_a_unit_share_a_group_and_lie_side_by_side():
    made = table(
        order(item(1, 2), item(2)),
        SplitUnit(ItemId(1), 2, unit(1, 1)),
        TakeProduct(ItemId(2)),
        SplitUnit(ItemId(1), 2, unit(1, 2)),
        MovePart(unit(1, 1), 2, IntoNewBox()),
    )

    boxes = shown(made).boxes

    assert [(one.box, one.band.group if one.band else 0) for one in boxes] == [
        (1, 1), (5, 1), (2, 0), (3, 2), (4, 2),
    ]  # fmt: skip
    assert [one.band.text for one in boxes if one.band] == ["part 1 of 2", "part 2 of 2"] * 2


def test_the_parts_of_a_unit_keep_their_number_when_another_one_is_split_or_joined():
    made = table(order(item(1, 3), item(2)))

    def numbers(*refs: UnitRef) -> list[set[int]]:
        bands = {one.box: one.band.group for one in shown(made).boxes if one.band}
        return [{bands[lies] for lies in made.packing.unit(ref).boxes} for ref in refs]

    first, second, third = unit(1, 1), unit(1, 2), unit(1, 3)
    for ref in (third, second, first):
        made.do(SplitUnit(ItemId(1), 2, ref))
    assert numbers(third, second, first) == [{1}, {2}, {3}]
    made.do(MakeWhole(third))
    assert numbers(second, first) == [{2}, {3}]
    made.do(SplitUnit(ItemId(2), 2))
    assert numbers(unit(2), second, first) == [{1}, {2}, {3}]
    made.undo()
    made.undo()
    assert numbers(third, second, first) == [{1}, {2}, {3}]


def test_a_loose_part_has_a_row_below_its_item():
    made = table(order(item(1), item(2)), SplitUnit(ItemId(1), 3), MovePart(unit(1), 2, OnTable()))

    first, second, _ = shown(made).listed

    assert isinstance(first, RowProps)
    assert isinstance(second, LoosePartProps)
    assert (second.part, second.text) == (2, "part 2 of 3, on the table")


def test_the_head_tells_everything_that_must_not_be_forgotten():
    what = replace(
        order(
            item(1, tags=(ItemTag.SAFE_TAG,)),
            item(2, tags=(ItemTag.SAFE_TAG, ItemTag.ULTIMA)),
            external_id="A-1007",
            notes=" Call first ",
            is_business=True,
            program=ProgramType.EXPRESS,
            shipment_time=time(23, 59),
        ),
        fake=True,
    )

    head = shown(table(what), now=NOON).head

    assert head.title == "Order 51234567011"
    assert head.model == "Express"
    assert head.external == "external no. A-1007"
    assert head.note == "“Call first”"
    assert [chip.text for chip in head.chips] == [
        "Put on the security tag",
        "Ultima: premium packing",
        "Company: every code is wanted",
        "Test order: do not ship it",
    ]


@pytest.mark.parametrize(
    ("minutes", "tone"),
    [(61, Tone.CALM), (59, Tone.ATTENTION), (14, Tone.REFUSED), (-5, Tone.REFUSED)],
)
def test_the_countdown_gets_louder(minutes, tone):
    now = datetime(2026, 11, 20, 12, 0).astimezone()
    hour, minute = divmod(12 * 60 + minutes, 60)

    head = shown(table(order(shipment_time=time(hour, minute))), now=now).head

    assert head.ship_by is not None
    assert head.ship_by.tone is tone


def test_no_date_and_no_clock_show_no_countdown():
    assert shown(table(replace(order(), shipment_date=None)), now=NOON).head.ship_by is None
    assert shown(table(order())).head.ship_by is None


def test_nothing_picked_leaves_only_what_concerns_the_order():
    made = table(order(item(1), item(2)))

    assert enabled(shown(made)) == {BenchAction.NEW_BOX, BenchAction.PROBLEM, BenchAction.FINISH}


def test_a_picked_row_can_be_packed_split_and_reported():
    made = table(order(item(1), item(2)))

    assert enabled(shown(made, pick=ItemPick(ItemId(1)))) == {
        BenchAction.NEW_BOX,
        BenchAction.PACK,
        BenchAction.PACK_NEW,
        BenchAction.SPLIT,
        BenchAction.PROBLEM,
        BenchAction.FINISH,
    }


def test_a_picked_line_can_be_taken_out_but_not_packed_where_it_lies():
    made = table(order(item(1), item(2)), TakeProduct(ItemId(1)))

    can = enabled(shown(made, pick=LinePick(box(1), ItemId(1))))

    assert BenchAction.TAKE_OUT in can
    assert BenchAction.PACK not in can


def test_a_picked_box_offers_to_use_it():
    made = table(order(item(1), item(2)), TakeProduct(ItemId(1)), OpenBox())

    here, other = (shown(made, pick=BoxPick(box(n))) for n in (2, 1))

    assert BenchAction.CHOOSE_BOX in {one.action for one in here.actions}
    assert BenchAction.CHOOSE_BOX not in enabled(here)
    assert BenchAction.CHOOSE_BOX in enabled(other)


def test_split_becomes_make_whole_on_a_part():
    made = table(order(), SplitUnit(ItemId(1), 2))

    for pick in (PartPick(unit(1), 1), BoxPick(box(2)), ItemPick(ItemId(1)), None):
        assert BenchAction.MAKE_WHOLE in enabled(shown(made, pick=pick)), pick


def test_finish_is_loud_only_when_complete():
    made = table(order())
    before = next(one for one in shown(made).actions if one.action is BenchAction.FINISH)
    made.do(TakeProduct(ItemId(1)))
    after = next(one for one in shown(made).actions if one.action is BenchAction.FINISH)

    assert (before.is_enabled, before.is_primary) == (True, False)
    assert (after.is_enabled, after.is_primary) == (True, True)


def test_finish_is_calm_while_something_else_is_asked():
    made = table(order())
    made.do(TakeProduct(ItemId(1)))
    asking = (
        replace(made.bench, question=SplitProposed(ItemId(1), 2)),
        replace(made.bench, approval=ApproveCancel(CancelReason.SHOP_FAILED)),
    )
    for bench in asking:
        props = derive_bench_props(BenchInputs(bench))
        assert isinstance(props, OrderProps)
        (finish,) = (one for one in props.actions if one.action is BenchAction.FINISH)
        assert (finish.is_enabled, finish.is_primary) == (True, False)
