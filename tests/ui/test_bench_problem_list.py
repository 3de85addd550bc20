"""The list of all that is still to be done for an order."""

from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    IntoCurrentBox,
    MovePart,
    MoveUnits,
    OnTable,
    RemoveCode,
    SplitUnit,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.problems import CodeUsedElsewhere
from packdesk.ui.bench.picks import ItemPick, LinePick, PartPick
from packdesk.ui.words.notice import Tone
from tests.builders import box, cis, item, order, uin, unit
from tests.ui.bench_shown import (
    shown,
    table,
)

CIS, UIN = CodeKind.CIS, CodeKind.UIN


def test_all_problems_are_listed_at_once_with_their_places():
    made = table(
        order(item(1, 2, marking=(CIS,)), item(2), item(3, marking=(UIN,))),
        MoveUnits(ItemId(1), 1, OnTable(), IntoCurrentBox()),
        SplitUnit(ItemId(2), 2),
        MovePart(unit(2), 2, OnTable()),
        TakeCode(ItemId(3), uin()),
    )

    problems = shown(made, problems=()).problems

    assert problems is not None
    assert [one.there for one in problems.problems] == [
        ItemPick(ItemId(1)),
        LinePick(box(1), ItemId(1)),
        PartPick(unit(2), 2),
    ]


def test_what_would_be_told_in_the_same_words_is_told_once_and_never_for_what_is_not_packed():
    made = table(
        order(item(1, 5, name="Shoes", marking=(CIS,))),
        MoveUnits(ItemId(1), 3, OnTable(), IntoCurrentBox()),
    )

    problems = shown(made, problems=()).problems

    assert problems is not None
    loose, codes = problems.problems
    assert loose.notice.text == "Shoes: 2 still to pack"
    assert codes.notice.text.endswith(" × 3")
    assert "2" in problems.title


def test_each_problem_shows_its_key():
    made = table(order(*(item(n) for n in range(1, 12))))

    problems = shown(made, problems=()).problems

    assert problems is not None
    keys = [one.go.partition("  ")[2] for one in problems.problems if one.there is not None]
    assert keys[:8] == list("23456789")
    assert set(keys[8:]) == {""}


def test_warnings_stand_below_what_blocks():
    made = table(order(item(1, marking=(CIS,), optional=True), item(2)), TakeProduct(ItemId(2)))

    problems = shown(made, problems=()).problems

    assert problems is not None
    assert [one.notice.tone for one in problems.problems] == [Tone.REFUSED, Tone.ATTENTION]


def test_a_code_used_in_another_order_is_listed_while_the_unit_has_it():
    made = table(order(item(1, 2, marking=(CIS,))), TakeCode(ItemId(1), cis()))
    told = (CodeUsedElsewhere(unit(1), cis().identity, OrderId(5)),)

    with_code = shown(made, problems=told).problems
    made.do(RemoveCode(unit(1), CIS))
    without = shown(made, problems=told).problems

    assert with_code is not None
    assert without is not None
    used = "Good 1: the code was used in order 5. Take another piece"
    assert used in [one.notice.text for one in with_code.problems]
    assert used not in [one.notice.text for one in without.problems]
