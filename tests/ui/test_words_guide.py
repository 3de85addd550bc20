"""What to do now, for every state an order on the bench can be in."""

from dataclasses import replace

import pytest

from packdesk.domain.access import Access
from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.events import (
    BoxOpened,
    CodesChecked,
    LabelsFetched,
    LabelsPrinted,
    LayoutConfirmed,
    LayoutSent,
    PartTakenOut,
    PrintDenied,
    ShortReason,
    StepStarted,
    Undone,
    UnitMarkedShort,
    UnitPacked,
    UnitSplit,
)
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout
from packdesk.domain.order import Catalogue
from packdesk.domain.packing import Packing
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import Submission
from packdesk.station.reports import Bench
from packdesk.ui.words.guide import progress_text, what_to_do
from packdesk.ui.words.notice import Notice, Tone
from tests.builders import box, catalogue, cis, item, order, unit
from tests.stories import Story
from tests.ui.saying import AT, CHECK, PRINT, SAID_NO

pytestmark = pytest.mark.usefixtures("english")

CONFIRMED = LayoutConfirmed(BoxLayout(()), PRINT, LabelFormat.A7)


def bench(*events, of=None, access=Access.PACK, sent=()):
    one = of or order(item(1, 2))
    packing = Packing.of(one)
    for event in events:
        packing = packing.after((event,))
    submission = Submission(one.program).after(sent, AT)
    return Bench(one, packing, submission, Catalogue(), access)


def marked(kind):
    return order(item(1, marking=(kind,)))


PRINTED = (
    CONFIRMED,
    LayoutSent(PRINT, ()),
    LabelsFetched(PRINT, "x.pdf"),
    StepStarted(StepKind.PRINT_LABELS, PRINT),
    LabelsPrinted(PRINT),
)
IN_BOX = UnitPacked(unit(1), box(1))

STATES = [
    (None, "Scan an order or pick one from the queue"),
    (bench(), "Scan the next item"),
    (bench(IN_BOX), "Scan the next item"),
    (bench(IN_BOX, of=order()), "All packed. Finish?"),
    (bench(IN_BOX, of=marked(CodeKind.CIS)), "Scan the Honest Sign code on the item"),
    (bench(IN_BOX, of=marked(CodeKind.UIN)), "Scan the UIN on the tag of the item"),
    (bench(IN_BOX, of=marked(CodeKind.RNPT)), "Scan or type the RNPT"),
    (bench(IN_BOX, of=marked(CodeKind.GTD)), "Scan or type the GTD number"),
    (bench(IN_BOX, of=marked(CodeKind.COUNTRY)), "Scan or type the country of origin"),
    (bench(UnitSplit(unit(1), 2), of=order()), "Put each part into a box of its own"),
    (bench(access=Access.CANCELLED), "The order is cancelled. Do not pack it"),
    (bench(access=Access.UNKNOWN_STATE), "This order is only to look at: its state is unknown"),
    (bench(sent=(CONFIRMED,)), "Saved. Sending the boxes"),
    (bench(sent=PRINTED[:2]), "Getting the labels"),
    (bench(sent=PRINTED[:3]), "Printing the labels"),
    (bench(sent=PRINTED), "Stick the labels. Almost ready"),
    (bench(sent=(CONFIRMED, SAID_NO)), "The Market refused: bad boxes"),
    (
        bench(sent=(*PRINTED[:3], StepStarted(StepKind.PRINT_LABELS, PRINT))),
        "Did the labels print?",
    ),
    (
        bench(sent=(*PRINTED[:3], StepStarted(StepKind.PRINT_LABELS, PRINT), PrintDenied(PRINT))),
        "Printing the labels",
    ),
    (
        bench(IN_BOX, of=order(), sent=(*PRINTED, Undone())),
        "All packed. Finish and stick the new labels",
    ),
    (
        bench(sent=(*PRINTED, Undone(), CONFIRMED, LayoutSent(PRINT, ()))),
        "The layout changed: stick the new labels",
    ),
]


@pytest.mark.parametrize(("state", "sentence"), STATES)
def test_the_band_always_says_the_next_thing(state, sentence):
    assert what_to_do(state).text == sentence


def test_when_everything_is_missing_the_way_out_is_told():
    state = bench(UnitMarkedShort(unit(1), ShortReason.NOT_FOUND), of=order())
    assert what_to_do(state).text == "Everything is missing: put the order aside or cancel it (F7)"


def test_a_refused_code_tells_the_reason():
    waiting = bench(sent=PRINTED)
    refused = replace(
        waiting.submission,
        checks=(CHECK,),
        confirmed=replace(CONFIRMED, layout=layout_with_a_code()),
        checked_at=AT,
    )
    told = what_to_do(replace(waiting, submission=refused))
    assert (told.text, told.tone) == (
        "Code refused: already sold. Take another piece",
        Tone.ATTENTION,
    )


def layout_with_a_code():
    story = Story(marked(CodeKind.CIS), catalogue=catalogue(1))
    story.act("open 51234567011")
    answer = story.act("scan <cis 1 1>")
    assert answer is not None
    assert answer.bench is not None
    confirmed = answer.bench.submission.confirmed
    assert confirmed is not None
    return confirmed.layout


def test_an_order_that_is_through_is_done():
    done = bench(sent=PRINTED)
    told = what_to_do(replace(done, submission=replace(done.submission, is_ready=True)))
    assert (told.text, told.tone) == ("Done. Scan the next order", Tone.COMPLETE)


def test_progress_counts_what_is_left_of_what_is_there():
    three = order(item(1, 3))
    missing = UnitMarkedShort(unit(1, 3), ShortReason.DAMAGED)
    first, second = (UnitPacked(unit(1, nth), box(1)) for nth in (1, 2))
    assert progress_text(bench(of=three).packing) == "3 of 3 left"
    assert progress_text(bench(missing, of=three).packing) == "2 of 2 left"
    assert progress_text(bench(missing, first, of=three).packing) == "1 of 2 left"
    assert progress_text(bench(missing, first, second, of=three).packing) == ""


def test_a_part_on_the_table_is_still_left():
    split = (UnitSplit(unit(1), 2), PartTakenOut(unit(1), 1))
    assert progress_text(bench(*split, of=order()).packing) == "1 of 1 left"


def test_a_refused_piece_is_asked_for_by_its_last_signs_until_it_is_replaced():
    story = Story(order(item(1, 2, name="Tea", marking=(CodeKind.CIS,)), number=1))
    story.play("""
        open 1          -> opened
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1
        scan <cis 1 2>  -> 1#2 in 1, cis on 1#2, confirmed
    """)
    ledger = story.desk.ledger
    confirmed = ledger.held(OrderId(1)).packing.confirmed
    assert confirmed is not None
    sold = CodeCheck(ItemId(1), CodeKind.CIS, cis(1, 2).full, "INVALID", "ITEM_SOLD")
    ledger.record(OrderId(1), (LayoutSent(confirmed.fingerprint, ()),))
    ledger.record(OrderId(1), (CodesChecked(confirmed.fingerprint, (sold,)),))
    opened = story.desk.open_at(OrderId(1), unit(1, 2)).bench
    assert what_to_do(opened) == Notice(
        f"Scan another piece for …{cis(1, 2).identity.serial[-4:]}: Tea", Tone.ATTENTION
    )
    story.play("scan <cis 1 3>  -> cis off 1#2, 1#2 rejected, cis on 1#2, confirmed")
    assert what_to_do(story.desk.bench()).text == "Saved. Sending the boxes"


def test_what_is_missing_is_told_before_the_end():
    two = order(item(1, 3))
    short = UnitMarkedShort(unit(1, 2), ShortReason.NOT_FOUND)
    packed = (BoxOpened(box(1)), UnitPacked(unit(1, 1), box(1)))
    one = bench(*packed, UnitPacked(unit(1, 3), box(1)), short, of=two)
    assert what_to_do(one).text == "Packed without 1 unit. Finish?"
    other = UnitMarkedShort(unit(1, 3), ShortReason.DAMAGED)
    assert what_to_do(bench(*packed, short, other, of=two)).text == (
        "Packed without 2 units. Finish?"
    )
