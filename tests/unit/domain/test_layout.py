"""The layout: derived from what lies in the boxes, and checked by every rule."""

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import Cis, CodeKind, IssueCode
from packdesk.domain.events import (
    BoxOpened,
    CodeAttached,
    CodesChecked,
    Event,
    LayoutConfirmed,
    PartPacked,
    ShortReason,
    UnitMarkedShort,
    UnitPacked,
    UnitSplit,
)
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import Fingerprint, ItemPart, WholeUnits, fingerprint
from packdesk.domain.layout_rules import check_layout, derive_layout
from packdesk.domain.packing import Packing
from packdesk.domain.problems import (
    CodeMissing,
    CodeRefused,
    CodeTwice,
    CodeUsedElsewhere,
    MixedTotals,
    MixedWholeAndSplit,
    NothingPacked,
    OptionalCodesMissing,
    OptionalCodesPartial,
    PartLoose,
    RemovalAmongSplit,
    RemovalLowersRating,
    RemovalOfOnlyPosition,
    RemovalOfPromoGood,
    RemovalTooValuable,
    RequirementUnknown,
    UnitsLoose,
)
from tests.builders import box, cis, item, order, unit

CIS = (CodeKind.CIS,)


def packing(*items, events: tuple[Event, ...] = (), **more):
    return Packing.of(order(*items, **more)).after(events)


def split(number, nth, total, first_box):
    """A unit in ``total`` parts, each in a box of its own."""
    events: list[Event] = [UnitSplit(unit(number, nth), total)]
    for part in range(1, total + 1):
        events += [
            BoxOpened(box(first_box + part - 1)),
            PartPacked(unit(number, nth), part, box(first_box + part - 1)),
        ]
    return tuple(events)


def one_box(*units):
    return (BoxOpened(box()), *(UnitPacked(ref, box()) for ref in units))


def test_units_of_one_item_are_one_line_of_their_box():
    now = packing(item(1, 2), item(2), events=one_box(unit(1, 1), unit(2), unit(1, 2)))
    (only,) = derive_layout(now).boxes
    assert only.content == (WholeUnits(ItemId(1), 2), WholeUnits(ItemId(2), 1))


def test_a_box_of_whole_units_carries_only_its_own_codes():
    now = packing(
        item(1, 2, marking=CIS),
        events=(
            BoxOpened(box(1)),
            UnitPacked(unit(1, 1), box(1)),
            CodeAttached(unit(1, 1), cis(1, 1)),
            BoxOpened(box(2)),
            UnitPacked(unit(1, 2), box(2)),
            CodeAttached(unit(1, 2), cis(1, 2)),
        ),
    )
    first, second = derive_layout(now).boxes
    assert first.content == (WholeUnits(ItemId(1), 1, ((cis(1, 1),),)),)
    assert second.content == (WholeUnits(ItemId(1), 1, ((cis(1, 2),),)),)


def test_every_part_repeats_the_code_of_its_own_unit():
    now = packing(
        item(1, 2, marking=CIS),
        events=(
            *split(1, 1, 2, 1),
            *split(1, 2, 2, 3),
            CodeAttached(unit(1, 1), cis(1, 1)),
            CodeAttached(unit(1, 2), cis(1, 2)),
        ),
    )
    parts = [one.content for one in derive_layout(now).boxes]
    assert parts == [
        ItemPart(ItemId(1), 1, 2, (cis(1, 1),)),
        ItemPart(ItemId(1), 2, 2, (cis(1, 1),)),
        ItemPart(ItemId(1), 1, 2, (cis(1, 2),)),
        ItemPart(ItemId(1), 2, 2, (cis(1, 2),)),
    ]
    assert check_layout(now) == ()


def test_empty_boxes_do_not_count():
    now = packing(item(), events=(BoxOpened(box(1)), *one_box(unit())[1:], BoxOpened(box(2))))
    assert [one.number for one in derive_layout(now).boxes] == [1]


def test_the_fingerprint_tells_layouts_apart_and_not_box_numbers():
    a = derive_layout(packing(item(1, 2), events=one_box(unit(1, 1), unit(1, 2))))
    b = derive_layout(packing(item(1, 2), events=one_box(unit(1, 2), unit(1, 1))))
    later = derive_layout(
        packing(
            item(1, 2),
            events=(
                BoxOpened(box(1)),
                BoxOpened(box(2)),
                UnitPacked(unit(1, 1), box(2)),
                UnitPacked(unit(1, 2), box(2)),
            ),
        )
    )
    other = derive_layout(
        packing(
            item(1, 2),
            events=(*one_box(unit(1, 1)), BoxOpened(box(2)), UnitPacked(unit(1, 2), box(2))),
        )
    )
    assert fingerprint(a) == fingerprint(b) == fingerprint(later) != fingerprint(other)


def test_another_code_is_another_layout():
    def layout(nth):
        return derive_layout(
            packing(item(marking=CIS), events=(*one_box(unit()), CodeAttached(unit(), cis(1, nth))))
        )

    assert fingerprint(layout(1)) != fingerprint(layout(2))


def test_all_problems_are_told_at_once():
    now = packing(
        item(1, 3, marking=CIS),
        item(2),
        events=(*one_box(unit(1, 1)), UnitSplit(unit(1, 2), 2)),
    )
    assert set(check_layout(now)) >= {
        UnitsLoose(ItemId(1), 1),
        PartLoose(unit(1, 2), 1, 2),
        PartLoose(unit(1, 2), 2, 2),
        MixedWholeAndSplit(ItemId(1)),
        CodeMissing(unit(1, 1), CodeKind.CIS),
        UnitsLoose(ItemId(2), 1),
    }


def test_nothing_packed_is_a_problem_of_its_own():
    assert NothingPacked() in check_layout(packing(item()))


def test_different_totals_of_one_item_are_warned_of():
    now = packing(item(1, 2), events=(*split(1, 1, 2, 1), *split(1, 2, 3, 3)))
    (problem,) = check_layout(now)
    assert problem == MixedTotals(ItemId(1))
    assert not problem.blocks


def test_one_code_on_two_units_is_refused_though_it_can_be_derived():
    now = packing(
        item(1, 2, marking=CIS),
        events=(
            *one_box(unit(1, 1), unit(1, 2)),
            CodeAttached(unit(1, 1), cis()),
            CodeAttached(unit(1, 2), cis()),
        ),
    )
    assert check_layout(now) == (CodeTwice(unit(1, 1), unit(1, 2)),)


def test_the_same_serial_with_another_tail_is_the_same_code():
    first = cis()
    second = Cis(first.full[:-1] + "Z", first.gtin, first.serial)
    now = packing(
        item(1, 2, marking=CIS),
        events=(
            *one_box(unit(1, 1), unit(1, 2)),
            CodeAttached(unit(1, 1), first),
            CodeAttached(unit(1, 2), second),
        ),
    )
    assert CodeTwice(unit(1, 1), unit(1, 2)) in check_layout(now)


def test_optional_codes_are_all_or_none():
    some = one_box(unit(1, 1), unit(1, 2))
    optional = item(1, 2, marking=CIS, optional=True)
    none = packing(optional, events=some)
    one = packing(optional, events=(*some, CodeAttached(unit(1, 1), cis())))
    assert check_layout(none) == (OptionalCodesMissing(ItemId(1)),)
    assert check_layout(one) == (OptionalCodesPartial(ItemId(1), 1, 2),)


def test_a_business_buyer_needs_even_optional_codes():
    now = packing(item(marking=CIS, optional=True), events=one_box(unit()), is_business=True)
    assert check_layout(now) == (CodeMissing(unit(), CodeKind.CIS),)


def test_an_unknown_kind_of_required_code_is_told():
    now = packing(item(unknown=("NEW_KIND",)), events=one_box(unit()))
    (problem,) = check_layout(now)
    assert problem == RequirementUnknown(ItemId(1), "NEW_KIND")
    assert not problem.blocks


def test_a_code_of_another_order_needs_a_deliberate_yes():
    boxed = packing(item(marking=CIS), events=one_box(unit()))
    elsewhere = {cis().identity: OrderId(7)}
    now = boxed.after((CodeAttached(unit(), cis()),))
    assert check_layout(now, elsewhere) == (CodeUsedElsewhere(unit(), cis().identity, OrderId(7)),)
    allowed = boxed.after((CodeAttached(unit(), cis(), (IssueCode.C_USED_ELSEWHERE,)),))
    assert check_layout(allowed, elsewhere) == ()


def test_a_refused_code_must_be_replaced():
    check = CodeCheck(ItemId(1), CodeKind.CIS, cis().full, "INVALID", "ITEM_SOLD")
    now = packing(item(marking=CIS), events=(*one_box(unit()), CodeAttached(unit(), cis())))
    layout = derive_layout(now)
    now = now.after((LayoutConfirmed(layout, fingerprint(layout), LabelFormat.A7),))
    now = now.after((CodesChecked(Fingerprint("x"), (check,)),))
    assert check_layout(now) == (CodeRefused(unit(), check),)


def test_removal_is_derived_and_its_effect_told():
    now = packing(
        item(1), item(2), events=(*one_box(unit(1)), UnitMarkedShort(unit(2), ShortReason.DAMAGED))
    )
    assert derive_layout(now).allow_remove
    assert check_layout(now) == (RemovalLowersRating(1),)


def test_the_only_position_cannot_be_removed_from():
    now = packing(
        item(1, 2),
        events=(*one_box(unit(1, 1)), UnitMarkedShort(unit(1, 2), ShortReason.NOT_FOUND)),
    )
    assert RemovalOfOnlyPosition(ItemId(1)) in check_layout(now)


def test_what_makes_up_99_percent_of_the_value_cannot_be_removed():
    def problems(price):
        return check_layout(
            packing(
                item(1, price=price),
                item(2, price=100),
                events=(*one_box(unit(2)), UnitMarkedShort(unit(1), ShortReason.NOT_FOUND)),
            )
        )

    assert RemovalTooValuable(99) in problems(9900)
    assert RemovalLowersRating(1) in problems(9899)
    assert not any(isinstance(one, RemovalTooValuable) for one in problems(9899))


def test_a_promoted_good_cannot_be_removed():
    now = packing(
        item(1, promoted=True),
        item(2),
        events=(*one_box(unit(2)), UnitMarkedShort(unit(1), ShortReason.NOT_FOUND)),
    )
    assert RemovalOfPromoGood(ItemId(1)) in check_layout(now)


def test_one_of_several_split_units_cannot_be_removed_here():
    now = packing(
        item(1, 2),
        item(2),
        events=(
            *split(1, 1, 2, 1),
            *one_box(unit(2))[1:],
            UnitMarkedShort(unit(1, 2), ShortReason.NOT_FOUND),
        ),
    )
    assert RemovalAmongSplit(ItemId(1)) in check_layout(now)
