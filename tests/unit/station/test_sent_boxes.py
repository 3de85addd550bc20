"""Boxes that the Market has are not changed by one key: the packer is asked, once."""

import pytest

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    ChooseBox,
    Command,
    IntoBox,
    IntoNewBox,
    MarkShort,
    MoveUnits,
    OnTable,
    OpenBox,
    PutOrderAside,
    SplitUnit,
    Undo,
)
from packdesk.domain.deciding import Decided, decide
from packdesk.domain.events import (
    AsideReason,
    CodesChecked,
    LabelsFetched,
    LabelsPrinted,
    LayoutSent,
    ShortReason,
    StepStarted,
)
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.order import ProgramType
from packdesk.domain.questions import ChangeSent
from packdesk.domain.refusals import AllInBoxes, AnswerFirst
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import MarkReady, next_step
from packdesk.station.reports import Answer, AskedBack, Did, RefusedIt
from packdesk.station.sent import SentBook, SentLane, SentRead, SentReport
from tests.builders import box, catalogue, cis, item, order
from tests.fakes.market import Op
from tests.fakes.workplace import FakeWorkplace
from tests.stories import Story

ONE, ID = ItemId(1), OrderId(1)
OUT = MoveUnits(ONE, 1, IntoBox(box(1)), OnTable())
SPLIT = SplitUnit(ONE, 2)


def printed() -> FakeWorkplace:
    """Two units in box 1; the Market has the box, its label is printed."""
    one = order(item(1, 2), number=1, program=ProgramType.DBS)
    place = FakeWorkplace(one, catalogue=catalogue(1)).start()
    place.open(1)
    place.scan("<ean 1>")
    place.scan("<ean 1>")
    place.wait(60)
    assert place.held(1).submission.is_printed
    return place


def do(place: FakeWorkplace, command: Command) -> Answer:
    place.station.do(command)
    place.drain()
    return place.answer()


def answer(place: FakeWorkplace, number: int) -> Answer:
    place.station.answer(number)
    place.drain()
    return place.answer()


@pytest.mark.parametrize(
    "command", [OUT, SPLIT, MoveUnits(ONE, 1, IntoBox(box(1)), IntoNewBox())], ids=repr
)
def test_the_first_change_is_asked_about_and_then_done(command):
    place = printed()
    before = place.held(1).packing
    asked = do(place, command)
    assert asked.told == AskedBack(ChangeSent(command, is_printed=True))
    assert place.held(1).packing == before
    assert isinstance(answer(place, 1).told, Did)
    assert place.held(1).packing != before
    assert place.held(1).submission.labels_are_stale


def test_it_is_told_whether_labels_are_printed():
    story = Story(order(item(1, 2), number=1), catalogue=catalogue(1))
    story.play("""
        open 1        -> opened
        scan <ean 1>  -> box 1, 1#1 in 1
        scan <ean 1>  -> 1#2 in 1, confirmed
    """)
    sent(story)
    assert story.desk.do(OUT).told == AskedBack(ChangeSent(OUT, is_printed=False))


def test_after_that_all_may_be_changed_until_the_order_is_opened_again():
    place = printed()
    do(place, OUT)
    answer(place, 1)
    place.scan("<ean 1>")
    place.wait(60)
    assert place.held(1).submission.is_printed
    assert isinstance(do(place, OUT).told, Did)
    place.scan("<ean 1>")
    place.wait(60)
    assert place.held(1).submission.is_printed
    place.open(1)
    assert isinstance(do(place, OUT).told, AskedBack)


def test_it_may_be_left_by_key_and_by_scan():
    place = printed()
    before = place.held(1).packing
    do(place, OUT)
    place.station.drop_question()
    place.drain()
    assert place.answer().told == Did(())
    do(place, OUT)
    assert place.scan("PD-CANCEL").told == Did(())
    assert place.held(1).packing == before
    assert isinstance(do(place, OUT).told, AskedBack)


def test_a_scan_answers_it_and_no_good_does():
    place = printed()
    do(place, OUT)
    assert place.scan("<ean 1>").told == RefusedIt(AnswerFirst())
    assert isinstance(place.scan("PD-ANSWER-1").told, Did)
    assert place.held(1).packing.confirmed is None


def test_a_new_box_leaves_no_empty_one_behind():
    place = printed()
    for _ in range(2):
        assert do(place, OpenBox()).told == RefusedIt(AllInBoxes())
    assert place.scan("PD-BOX").told == RefusedIt(AllInBoxes())
    assert place.held(1).packing.boxes == (box(1),)


def test_what_changes_no_box_is_not_asked_about():
    place = printed()
    assert isinstance(do(place, ChooseBox(box(1))).told, Did)
    assert isinstance(do(place, PutOrderAside(AsideReason.OTHER)).told, Did)


def test_boxes_that_wait_on_the_shelf_are_asked_about_too():
    place = printed()
    do(place, PutOrderAside(AsideReason.OTHER))
    place.open(1)
    assert isinstance(do(place, OUT).told, AskedBack)


def sent_page(place: FakeWorkplace) -> list[SentLane]:
    told: list[SentReport] = []
    book = SentBook(place.desk.ledger, place.lanes.journal, place.bugs.append)
    book.listen(told.append)
    book.show()
    place.drain()
    return [row.lane for read in told if isinstance(read, SentRead) for row in read.rows]


@pytest.mark.parametrize(
    "back", [Undo(), MoveUnits(ONE, 1, OnTable(), IntoBox(box(1)))], ids=["undo", "by hand"]
)
def test_boxes_that_are_the_same_again_have_good_labels_and_nothing_goes_out_again(back):
    place = printed()
    before = place.held(1).submission
    do(place, OUT)
    answer(place, 1)
    assert place.held(1).submission.labels_are_stale
    assert sent_page(place) == []
    do(place, back)
    place.wait(600)
    assert place.held(1).submission == before
    assert sent_page(place) == [SentLane.DONE]
    assert len(place.market.called(Op.SET_LAYOUT)) == 1
    assert len(place.printer.jobs) == 1


def test_a_print_that_ends_while_the_boxes_are_others_counts_when_they_are_the_same_again():
    story = Story(order(item(1, 2), number=1), catalogue=catalogue(1))
    story.play("""
        open 1        -> opened
        scan <ean 1>  -> box 1, 1#1 in 1
        scan <ean 1>  -> 1#2 in 1, confirmed
    """)
    sent(story)
    held = story.desk.ledger.held(ID)
    assert held.packing.confirmed is not None
    name = held.packing.confirmed.fingerprint
    for event in (LabelsFetched(name, "a.pdf"), StepStarted(StepKind.PRINT_LABELS, name)):
        story.desk.ledger.record(ID, (event,))
    for command in (OUT, MoveUnits(ONE, 1, OnTable(), IntoBox(box(1)))):
        outcome = decide(story.desk.ledger.held(ID).packing, command)
        assert isinstance(outcome, Decided)
        story.desk.ledger.record(ID, outcome.events)
        if command is OUT:
            story.desk.ledger.record(ID, (LabelsPrinted(name),))
    assert story.desk.ledger.held(ID).submission.is_printed
    assert next_step(story.desk.ledger.held(ID).submission) == MarkReady()


def sent(story: Story, *checks: CodeCheck) -> None:
    confirmed = story.desk.ledger.held(ID).packing.confirmed
    assert confirmed is not None
    name = confirmed.fingerprint
    story.desk.ledger.record(ID, (LayoutSent(name, ()),))
    if checks:
        story.desk.ledger.record(ID, (CodesChecked(name, checks),))


def refused_piece() -> Story:
    """Two marked units in box 1; the Market has refused the code of the first."""
    story = Story(order(item(1, 2, marking=(CodeKind.CIS,)), number=1), catalogue=catalogue(1))
    story.play("""
        open 1          -> opened
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1
        scan <cis 1 2>  -> 1#2 in 1, cis on 1#2, confirmed
    """)
    code = cis(1, 1)
    sent(story, CodeCheck(ONE, CodeKind.CIS, code.full, "INVALID", "ITEM_SOLD"))
    return story


def test_another_piece_for_a_refused_one_is_not_asked_about():
    story = refused_piece()
    answer = story.act("scan <cis 1 3>")
    assert answer is not None
    assert isinstance(answer.told, Did)


def test_nor_that_there_is_no_other_piece():
    story = refused_piece()
    unit = story.desk.ledger.held(ID).packing.units[0].ref
    told = story.desk.do(MarkShort(ONE, ShortReason.CODE_REFUSED, unit)).told
    assert isinstance(told, Did)


def test_but_all_else_is_asked_about_beside_a_refused_piece():
    story = refused_piece()
    other = story.desk.ledger.held(ID).packing.units[1].ref
    told = story.desk.do(MarkShort(ONE, ShortReason.DAMAGED, other)).told
    assert isinstance(told, AskedBack)
    assert isinstance(story.desk.do(OUT).told, AskedBack)
