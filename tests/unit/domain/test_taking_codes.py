"""To which unit a scanned code belongs."""

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    Command,
    IntoBox,
    MarkShort,
    MoveUnits,
    OnTable,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.deciding import decide
from packdesk.domain.events import (
    BoxOpened,
    CodeAttached,
    CodeDetached,
    CodesChecked,
    Event,
    LayoutConfirmed,
    ShortReason,
    Undone,
    UnitPacked,
    UnitTakenOut,
)
from packdesk.domain.ids import ItemId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import Fingerprint, fingerprint
from packdesk.domain.layout_rules import derive_layout
from packdesk.domain.packing import Packing
from packdesk.domain.refusals import AllPacked, RefusedPiece, SameCode, ScanItsCode
from packdesk.domain.spots import Decided, Refused
from packdesk.domain.taking_codes import take_code
from packdesk.domain.units import InBox, Loose
from tests.builders import box, cis, gtd, item, order, unit


def test_another_piece_takes_the_place_of_one_that_was_taken_out():
    old, new = cis(1, 1), cis(1, 2)
    begun: tuple[Event, ...] = (
        BoxOpened(box()),
        UnitPacked(unit(1, 1), box()),
        CodeAttached(unit(1, 1), old),
        UnitTakenOut(unit(1, 1)),
    )
    now = Packing.of(order(item(1, 1, marking=(CodeKind.CIS,)))).after(begun)
    assert take_code(now, TakeCode(ItemId(1), new)) == Decided(
        (
            UnitPacked(unit(1, 1), box()),
            CodeDetached(unit(1, 1), CodeKind.CIS),
            CodeAttached(unit(1, 1), new),
        )
    )
    assert take_code(now, TakeCode(ItemId(1), old)) == Decided((UnitPacked(unit(1, 1), box()),))


def test_a_shared_code_scanned_again_packs_nothing_that_has_one():
    coded = Packing.of(order(item(1, 1, marking=(CodeKind.GTD,)))).after(
        (CodeAttached(unit(1, 1), gtd()),)
    )
    assert take_code(coded, TakeCode(ItemId(1), gtd(2))) == Refused(AllPacked(ItemId(1), 1))


def test_scanning_equal_pieces_finds_the_one_whose_code_was_refused():
    good, bad = cis(1, 1), cis(1, 2)
    packed: list[Event] = [BoxOpened(box())]
    for number, code in enumerate((good, bad), start=1):
        packed += [UnitPacked(unit(1, number), box()), CodeAttached(unit(1, number), code)]
    now = Packing.of(order(item(1, 2, marking=(CodeKind.CIS,)))).after(tuple(packed))
    layout = derive_layout(now)
    check = CodeCheck(ItemId(1), CodeKind.CIS, bad.full, "INVALID", "ITEM_SOLD")
    now = now.after((LayoutConfirmed(layout, fingerprint(layout), LabelFormat.A7),))
    now = now.after((CodesChecked(Fingerprint("x"), (check,)),))
    assert take_code(now, TakeCode(ItemId(1), good)) == Refused(SameCode(unit(1, 1), (box(),)))
    assert take_code(now, TakeCode(ItemId(1), bad)) == Refused(RefusedPiece(unit(1, 2)))


def taken_out() -> Packing:
    """Two pieces with codes are packed, and one was taken out again."""
    now = Packing.of(order(item(1, 2, marking=(CodeKind.CIS,))))
    for number in (1, 2):
        now = now.after(done(now, TakeCode(ItemId(1), cis(1, number))))
    move = MoveUnits(ItemId(1), 1, IntoBox(box()), OnTable(), (unit(1, 2),))
    return now.after(done(now, move))


def done(now: Packing, command: Command) -> tuple[Event, ...]:
    outcome = decide(now, command)
    assert isinstance(outcome, Decided)
    return outcome.events


def test_a_barcode_never_packs_a_piece_that_only_its_code_tells():
    assert decide(taken_out(), TakeProduct(ItemId(1))) == Refused(ScanItsCode(ItemId(1)))
    now = taken_out()
    again = now.after(done(now, TakeCode(ItemId(1), cis(1, 2))))
    assert again.unit(unit(1, 2)).place == InBox(box())


def test_another_piece_takes_the_place_of_a_damaged_one_by_its_code():
    now = taken_out()
    now = now.after(done(now, MarkShort(ItemId(1), ShortReason.DAMAGED)))
    assert decide(now, TakeProduct(ItemId(1))) == Refused(ScanItsCode(ItemId(1)))
    after = now.after(done(now, TakeCode(ItemId(1), cis(1, 3))))
    assert after.unit(unit(1, 2)).codes == (cis(1, 3),)
    assert after.is_complete
    assert after.after((Undone(),)).units == now.units


def test_a_barcode_packs_a_piece_without_a_code_before_one_that_has_one():
    now = Packing.of(order(item(1, 2, marking=(CodeKind.CIS,), optional=True)))
    now = now.after(done(now, TakeCode(ItemId(1), cis(1, 1))))
    now = now.after(done(now, MoveUnits(ItemId(1), 1, IntoBox(box()), OnTable())))
    now = now.after((UnitPacked(unit(1, 2), box()), UnitTakenOut(unit(1, 2))))
    now = now.after(done(now, MoveUnits(ItemId(1), 1, OnTable(), IntoBox(box()))))
    assert [one.place for one in now.units] == [Loose(), InBox(box())]


def test_a_good_without_codes_that_was_missing_is_found_by_its_barcode():
    now = Packing.of(order(item(1, 2)))
    now = now.after(done(now, MarkShort(ItemId(1), ShortReason.NOT_FOUND)))
    for _ in range(2):
        now = now.after(done(now, TakeProduct(ItemId(1))))
    assert now.is_complete
    assert all(one.place == InBox(box()) for one in now.units)
    assert decide(now, TakeProduct(ItemId(1))) == Refused(AllPacked(ItemId(1), 2))
