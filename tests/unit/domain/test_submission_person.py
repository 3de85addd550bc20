"""What a person has to do with a submission: changes, reprints, stuck labels, odd answers."""

from packdesk.domain.changes import (
    BoxesChanged,
    CancelAsked,
    CountChanged,
    ItemGone,
    NotesChanged,
    StateChanged,
)
from packdesk.domain.errands import Cancel, CancelReason, ErrandAsked, ErrandDone, GiveExternalId
from packdesk.domain.events import (
    AnswerUnreadable,
    ChangesSeen,
    CompositionTaken,
    ItemCount,
    LabelsLost,
    LabelsPrinted,
    LabelStuck,
    MarkedReady,
    OrderChanged,
    PrintDenied,
    ReprintAsked,
    RetryAsked,
    StepRefused,
    StepStarted,
)
from packdesk.domain.ids import BoxNumber, ItemId
from packdesk.domain.layout import BoxLayout, LayoutBox, WholeUnits, fingerprint
from packdesk.domain.order import OrderStatus, OrderSubstatus, ProgramType
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import (
    AnswersUnreadable,
    AwaitCodeChecks,
    DidItPrint,
    FetchLabels,
    FindOut,
    Finished,
    LabelsToScan,
    MarkReady,
    NotConfirmed,
    OrderIsChanged,
    PrintLabels,
    SendLayout,
    Submission,
    next_step,
)
from tests.unit.domain.test_submission import (
    AT,
    FETCHED,
    MARKED,
    ON_PAPER,
    PAGE,
    PLAIN,
    PRINTED,
    PRINTING,
    SENT,
    F,
    after,
    confirmed,
    following,
    layout,
)

BOX = BoxNumber(1)
REMOVING = layout(allow_remove=True)
READY = StateChanged(OrderStatus.PROCESSING, OrderSubstatus.READY_TO_SHIP)


def test_nothing_goes_out_before_a_change_was_seen_and_then_the_layout_is_confirmed_anew():
    changed = after(*ON_PAPER, OrderChanged((CancelAsked(),)))
    assert next_step(changed) == OrderIsChanged((CancelAsked(),))
    seen = following(changed, ChangesSeen())
    assert next_step(seen) == NotConfirmed()
    assert next_step(following(seen, confirmed())) == SendLayout(PLAIN)


def test_what_does_not_matter_stops_nothing():
    now = after(*ON_PAPER, OrderChanged((NotesChanged("call first"),)))
    assert next_step(now) == MarkReady()
    assert next_step(following(now, ChangesSeen())) == MarkReady()


def test_changes_are_gathered_until_they_are_seen():
    now = after(
        SENT, OrderChanged((CancelAsked(),)), OrderChanged((BoxesChanged(()), CancelAsked()))
    )
    assert now.changes == (CancelAsked(), BoxesChanged(()))


def test_a_change_before_the_layout_is_confirmed_stops_the_order_as_well():
    now = following(Submission(ProgramType.FBS), OrderChanged((CancelAsked(),)))
    assert next_step(now) == OrderIsChanged((CancelAsked(),))
    assert next_step(following(now, confirmed())) == OrderIsChanged((CancelAsked(),))


def test_what_the_submission_itself_does_is_no_change():
    removed = (ItemGone(ItemId(2), "Mug", 1), CountChanged(ItemId(1), "Cup", 2, 1))
    assert not after(SENT, OrderChanged(removed), of=REMOVING).changes
    assert after(SENT, OrderChanged(removed)).changes == removed
    assert not after(StepStarted(StepKind.MARK_READY, F), OrderChanged((READY,))).changes
    assert after(SENT, OrderChanged((READY,))).changes == (READY,)


def test_positions_that_fit_the_layout_leave_it_confirmed():
    same, more = CompositionTaken((ItemCount(ItemId(1), 1),)), ItemCount(ItemId(2), 1)
    assert next_step(after(SENT, same)) == FetchLabels(PAGE)
    assert next_step(after(CompositionTaken((*same.items, more)))) == NotConfirmed()
    before_removal = CompositionTaken((*same.items, more))
    assert next_step(after(before_removal, of=REMOVING)) == SendLayout(REMOVING)
    assert next_step(after(SENT, before_removal, of=REMOVING)) == NotConfirmed()


def test_a_cancelled_order_is_not_sent_and_a_number_given_meanwhile_is_not_set_again():
    assert next_step(after(SENT, ErrandDone(Cancel(CancelReason.SHOP_FAILED)))) == NotConfirmed()
    given = after(SENT, ErrandDone(GiveExternalId("B-1")), external_id="A-1")
    assert next_step(given) == FetchLabels(PAGE)
    assert next_step(after(SENT, ErrandAsked(GiveExternalId("B-1")))) == FetchLabels(PAGE)


def test_labels_are_printed_once_more_when_asked_and_counted():
    now = after(*ON_PAPER, ReprintAsked(F))
    assert next_step(now) == PrintLabels(PAGE, "a.pdf")
    again = following(now, PRINTING, PRINTED)
    assert next_step(again) == MarkReady()
    assert again.reprints == 1
    ready = following(again, MarkedReady(F), ReprintAsked(F))
    assert next_step(ready) == PrintLabels(PAGE, "a.pdf")
    assert next_step(following(ready, PRINTING)) == DidItPrint("a.pdf")
    assert next_step(following(ready, PRINTING, PrintDenied(F))) == PrintLabels(PAGE, "a.pdf")
    assert next_step(following(ready, PRINTING, PRINTED)) == Finished()
    assert following(ready, PRINTING, PRINTED, confirmed(MARKED)).reprints == 2


def test_stale_or_unprinted_labels_are_not_printed_once_more():
    for now in (after(SENT, FETCHED), after(*ON_PAPER, SENT), after(*ON_PAPER, confirmed(MARKED))):
        asked = now.after((ReprintAsked(F),), AT)
        assert not now.may_reprint
        assert asked == now


def test_a_lost_label_is_fetched_anew_and_after_three_times_a_person_is_asked():
    now = after(SENT, FETCHED, PRINTING, LabelsLost(F))
    assert next_step(now) == FetchLabels(PAGE)
    assert next_step(following(now, FETCHED)) == PrintLabels(PAGE, "a.pdf")
    lost = following(now, FETCHED, LabelsLost(F), FETCHED, LabelsLost(F))
    assert next_step(lost) == AnswersUnreadable(StepKind.PRINT_LABELS)
    assert next_step(following(lost, RetryAsked(F))) == FetchLabels(PAGE)


def test_three_unreadable_answers_in_a_row_need_a_person():
    odd = AnswerUnreadable(StepKind.FETCH_LABELS, F)
    twice = after(SENT, odd, odd)
    assert next_step(twice) == FetchLabels(PAGE)
    assert next_step(following(twice, odd)) == AnswersUnreadable(StepKind.FETCH_LABELS)
    assert next_step(following(twice, FETCHED, odd)) == PrintLabels(PAGE, "a.pdf")
    assert next_step(following(twice, odd, RetryAsked(F))) == FetchLabels(PAGE)


def test_an_unreadable_answer_to_what_changes_something_leaves_it_begun():
    began = (*ON_PAPER, StepStarted(StepKind.MARK_READY, F))
    odd = AnswerUnreadable(StepKind.MARK_READY, F)
    assert next_step(after(*began, odd)) == FindOut(MarkReady())


def two_boxes():
    lines = ((WholeUnits(ItemId(1), 1),), (WholeUnits(ItemId(2), 1),))
    return BoxLayout(tuple(LayoutBox(BoxNumber(n), line) for n, line in enumerate(lines, start=1)))


def scanning(*events, program=ProgramType.FBS, of=PLAIN):
    return following(Submission(program, scan_labels=True), confirmed(of), *events, of=of)


def test_each_label_is_scanned_where_it_sticks_before_the_order_is_ready():
    of = two_boxes()
    now = scanning(*ON_PAPER, of=of)
    assert next_step(now) == LabelsToScan((BoxNumber(1), BoxNumber(2)))
    one = following(now, LabelStuck(F, BoxNumber(2)), of=of)
    assert next_step(one) == LabelsToScan((BOX,))
    both = following(one, LabelStuck(F, BOX), of=of)
    assert next_step(both) == MarkReady()


def test_a_new_print_wants_new_scans():
    stuck = scanning(*ON_PAPER, LabelStuck(F, BOX))
    again = following(stuck, ReprintAsked(F), PRINTING, PRINTED)
    assert next_step(again) == LabelsToScan((BOX,))
    assert next_step(following(again, LabelStuck(F, BOX), MarkedReady(F))) == Finished()


def test_labels_may_be_scanned_while_the_codes_are_checked_and_not_before_they_are_printed():
    waiting = scanning(*ON_PAPER, of=MARKED)
    assert isinstance(next_step(waiting), AwaitCodeChecks)
    assert waiting.labels_to_scan == (BOX,)
    assert following(waiting, LabelStuck(F, BOX), of=MARKED).labels_to_scan == ()
    early = scanning(SENT, FETCHED, LabelStuck(F, BOX), PRINTING, PRINTED)
    assert early.labels_to_scan == (BOX,)


def test_a_dbs_order_ends_when_its_labels_stick():
    now = scanning(*ON_PAPER, program=ProgramType.DBS)
    assert next_step(now) == LabelsToScan((BOX,))
    assert next_step(following(now, LabelStuck(F, BOX))) == Finished()


def test_a_print_that_ends_while_a_removal_goes_out_leaves_that_begun():
    edited = after(*ON_PAPER[:3]).after((confirmed(REMOVING),), AT)
    began = edited.after((StepStarted(StepKind.SEND_LAYOUT, fingerprint(REMOVING)),), AT)
    printed = began.after((LabelsPrinted(F),), AT)
    assert next_step(printed) == FindOut(SendLayout(REMOVING))
    assert printed.labels_are_stale


def test_labels_that_are_refused_since_there_are_no_boxes_send_the_layout_again():
    gone = StepRefused(StepKind.FETCH_LABELS, F, 404, ("No boxes found for order",))
    assert next_step(after(SENT, gone, RetryAsked(F))) == SendLayout(PLAIN)
    assert next_step(after(SENT, gone, RetryAsked(F), of=REMOVING)) == FetchLabels(PAGE)
    other = StepRefused(StepKind.FETCH_LABELS, F, 400, ())
    assert next_step(after(SENT, other, RetryAsked(F))) == FetchLabels(PAGE)
