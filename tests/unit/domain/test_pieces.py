"""A piece whose code was refused: known until a person says that it is out of its boxes."""

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import RemoveCode, TakeCode
from packdesk.domain.deciding import Decided, decide
from packdesk.domain.events import (
    BoxesNumbered,
    BoxOpened,
    CodeAttached,
    CodeDetached,
    CodesChecked,
    Event,
    LayoutConfirmed,
    LayoutSent,
    Undone,
    UnitPacked,
)
from packdesk.domain.ids import ItemId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import fingerprint
from packdesk.domain.layout_rules import derive_layout
from packdesk.domain.packing import Packing
from packdesk.domain.pieces import PieceGone, PieceRejected
from tests.builders import box, cis, item, order, unit

SHOES = ItemId(1)
BAD = PieceRejected(unit(1, 2), (box(2),), "bc02")


def refused() -> Packing:
    """Two pieces in two boxes; the Market refused the code of the second."""
    events: list[Event] = []
    for number in (1, 2):
        events += [BoxOpened(box(number)), UnitPacked(unit(1, number), box(number))]
        events += [CodeAttached(unit(1, number), cis(1, number))]
    now = Packing.of(order(item(1, 2, marking=(CodeKind.CIS,)))).after(tuple(events))
    layout = derive_layout(now)
    check = CodeCheck(SHOES, CodeKind.CIS, cis(1, 2).full, "INVALID", "ITEM_SOLD")
    now = now.after((LayoutConfirmed(layout, fingerprint(layout), LabelFormat.A7),))
    now = now.after((LayoutSent(fingerprint(layout), ()),))
    return now.after((CodesChecked(fingerprint(layout), (check,)),))


def did(packing: Packing, command: TakeCode | RemoveCode) -> tuple[Event, ...]:
    outcome = decide(packing, command)
    assert isinstance(outcome, Decided)
    return outcome.events


def test_another_piece_in_its_place_rejects_it():
    events = did(refused(), TakeCode(SHOES, cis(1, 3)))
    assert BAD in events
    assert refused().after(events).rejected == (BAD,)


def test_giving_up_its_code_rejects_it_too():
    assert did(refused(), RemoveCode(unit(1, 2), CodeKind.CIS)) == (
        CodeDetached(unit(1, 2), CodeKind.CIS),
        BAD,
    )


def test_a_code_that_was_not_refused_rejects_nothing():
    assert did(refused(), RemoveCode(unit(1, 1), CodeKind.CIS)) == (
        CodeDetached(unit(1, 1), CodeKind.CIS),
    )


def test_an_undo_takes_the_rejection_back():
    now = refused().after(did(refused(), TakeCode(SHOES, cis(1, 3))))
    assert now.after((Undone(),)).rejected == ()


def test_what_a_person_says_is_out_is_not_asked_about_again_and_not_given_back():
    now = refused().after(did(refused(), TakeCode(SHOES, cis(1, 3))))
    gone = now.after((PieceGone(unit(1, 2), "bc02"),))
    assert gone.rejected == ()
    assert gone.units == now.units
    assert gone.previous is None
    assert now.after((PieceGone(unit(1, 2), "bc03"),)).rejected == (BAD,)


def test_it_follows_its_box_when_boxes_are_numbered_anew():
    now = refused().after(did(refused(), TakeCode(SHOES, cis(1, 3))))
    (moved,) = now.after((BoxesNumbered((box(2), box(1))),)).rejected
    assert moved.boxes == (box(1),)
    (lost,) = now.after((BoxesNumbered((box(1),)),)).rejected
    assert lost.boxes == ()
