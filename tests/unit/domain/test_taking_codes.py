"""To which unit a scanned code belongs."""

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import TakeCode
from packdesk.domain.events import (
    BoxOpened,
    CodeAttached,
    CodeDetached,
    CodesChecked,
    Event,
    LayoutConfirmed,
    UnitPacked,
    UnitTakenOut,
)
from packdesk.domain.ids import ItemId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import Fingerprint, fingerprint
from packdesk.domain.layout_rules import derive_layout
from packdesk.domain.packing import Packing
from packdesk.domain.refusals import AllPacked, RefusedPiece, SameCode
from packdesk.domain.spots import Decided, Refused
from packdesk.domain.taking_codes import take_code
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
