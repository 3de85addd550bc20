"""The way of a layout: which step comes next, from every state."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.events import (
    CodesChecked,
    Event,
    ExternalIdSet,
    ItemChosen,
    LabelsFetched,
    LabelsPrinted,
    LayoutConfirmed,
    LayoutSent,
    MarkedReady,
    PrintDenied,
    RetryAsked,
    StepRefused,
    StepStarted,
    StepUndone,
    Undone,
)
from packdesk.domain.ids import BoxNumber, ItemId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, LayoutBox, WholeUnits, fingerprint
from packdesk.domain.order import ProgramType
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import (
    AwaitCodeChecks,
    CodesRefused,
    DidItPrint,
    FetchLabels,
    FindOut,
    Finished,
    MarketSaidNo,
    MarkReady,
    NotConfirmed,
    PrintLabels,
    SendLayout,
    SetExternalId,
    Submission,
    next_step,
)
from tests.builders import cis, uin

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def layout(*codes, allow_remove=False):
    units = tuple((code,) for code in codes)
    line = WholeUnits(ItemId(1), max(1, len(codes)), units)
    return BoxLayout((LayoutBox(BoxNumber(1), (line,)),), allow_remove)


PLAIN, MARKED = layout(), layout(cis())
PAGE = LabelFormat.A7


def confirmed(of=PLAIN, external_id=None):
    return LayoutConfirmed(of, fingerprint(of), PAGE, external_id)


def after(*events: Event, of=PLAIN, program=ProgramType.FBS, external_id=None, dbs=False):
    now = Submission(program, ready_for_dbs=dbs).after((confirmed(of, external_id),), AT)
    return following(now, *events, of=of)


def following(now, *events, of=PLAIN):
    """The events, each as one of this layout."""
    for event in events:
        if hasattr(event, "fingerprint"):
            event = replace(event, fingerprint=fingerprint(of))  # noqa: PLW2901
        now = now.after((event,), AT)
    return now


F = fingerprint(PLAIN)
SENT = LayoutSent(F, ())
FETCHED = LabelsFetched(F, "a.pdf")
PRINTING = StepStarted(StepKind.PRINT_LABELS, F)
PRINTED = LabelsPrinted(F)
ON_PAPER = (SENT, FETCHED, PRINTING, PRINTED)


def check(status, substatus=None, kind=CodeKind.CIS):
    return CodeCheck(ItemId(1), kind, "x", status, substatus)


def checked(*checks):
    return CodesChecked(F, checks)


@pytest.mark.parametrize(
    ("submission", "step"),
    [
        (Submission(ProgramType.FBS), NotConfirmed()),
        (after(), SendLayout(PLAIN)),
        (after(SENT), FetchLabels(PAGE)),
        (after(SENT, external_id="A-1"), SetExternalId("A-1")),
        (after(SENT, ExternalIdSet(F, "A-1"), external_id="A-1"), FetchLabels(PAGE)),
        (after(SENT, FETCHED), PrintLabels(PAGE, "a.pdf")),
        (after(*ON_PAPER), MarkReady()),
        (after(*ON_PAPER, program=ProgramType.EXPRESS), MarkReady()),
        (after(*ON_PAPER, program=ProgramType.DBS), Finished()),
        (after(*ON_PAPER, program=ProgramType.DBS, dbs=True), MarkReady()),
        (after(*ON_PAPER, of=MARKED, program=ProgramType.DBS), Finished()),
        (after(*ON_PAPER, MarkedReady(F)), Finished()),
        (after(*ON_PAPER, of=MARKED), AwaitCodeChecks(AT + timedelta(seconds=3))),
        (after(*ON_PAPER, checked(check("OK")), of=MARKED), MarkReady()),
    ],
)
def test_the_next_step_follows_from_what_is_known(submission, step):
    assert next_step(submission) == step


def test_codes_are_asked_after_3_6_12_24_and_then_every_60_seconds():
    now = after(*ON_PAPER, of=MARKED)
    waits = []
    for _ in range(6):
        step = next_step(now)
        assert isinstance(step, AwaitCodeChecks)
        assert now.checked_at is not None
        waits.append((step.due - now.checked_at).total_seconds())
        now = now.after((checked(check("IN_PROGRESS")),), step.due)
    assert waits == [3, 6, 12, 24, 60, 60]


@pytest.mark.parametrize(
    ("one", "waits"),
    [
        (check("IN_PROGRESS"), True),
        (check("NOT_ON_VALIDATION"), True),
        (check("SOMETHING_NEW"), True),
        (check("FAILED"), True),
        (check("INVALID", "ITEM_SOLD"), False),
        (check("FAILED", "UIN_NO_DATA", CodeKind.UIN), False),
    ],
)
def test_cis_failed_is_asked_again_and_uin_failed_is_a_refusal(one, waits):
    of = layout(uin()) if one.kind is CodeKind.UIN else MARKED
    step = next_step(after(*ON_PAPER, checked(one), of=of))
    assert isinstance(step, AwaitCodeChecks) if waits else step == CodesRefused((one,))


def test_no_answer_about_any_code_is_not_all_right():
    assert isinstance(next_step(after(*ON_PAPER, checked(), of=MARKED)), AwaitCodeChecks)


def test_what_replaces_with_the_same_is_simply_done_again():
    assert next_step(after(StepStarted(StepKind.SEND_LAYOUT, F))) == SendLayout(PLAIN)


def test_what_cannot_be_taken_back_is_looked_up_before_it_is_repeated():
    removing = layout(allow_remove=True)
    started = after(StepStarted(StepKind.SEND_LAYOUT, F), of=removing)
    assert next_step(started) == FindOut(SendLayout(removing))
    ready = after(*ON_PAPER, StepStarted(StepKind.MARK_READY, F))
    assert next_step(ready) == FindOut(MarkReady())
    number = after(SENT, StepStarted(StepKind.SET_EXTERNAL_ID, F), external_id="A-1")
    assert next_step(number) == FindOut(SetExternalId("A-1"))
    assert next_step(ready.after((StepUndone(StepKind.MARK_READY, F),), AT)) == MarkReady()


def test_after_a_crash_while_printing_the_packer_is_asked():
    now = after(SENT, FETCHED, PRINTING)
    assert next_step(now) == DidItPrint("a.pdf")
    assert next_step(now.after((PrintDenied(F),), AT)) == PrintLabels(PAGE, "a.pdf")
    assert next_step(now.after((PRINTED,), AT)) == MarkReady()


def test_a_refused_step_waits_for_a_person():
    refused = StepRefused(StepKind.SEND_LAYOUT, F, 400, ("Violations: x",))
    now = after(refused)
    assert next_step(now) == MarketSaidNo(refused)
    assert next_step(now.after((RetryAsked(F),), AT)) == SendLayout(PLAIN)


def test_any_later_edit_stops_the_submission_and_makes_labels_stale():
    now = after(*ON_PAPER)
    assert not now.labels_are_stale
    for event in (ItemChosen(ItemId(1)), Undone()):
        edited = now.after((event,), AT)
        assert next_step(edited) == NotConfirmed()
        assert edited.labels_are_stale


def test_labels_printed_before_the_layout_was_sent_again_are_stale():
    now = after(*ON_PAPER).after((confirmed(MARKED),), AT)
    assert now.labels_are_stale
    sent = now.after((SENT,), AT)
    assert sent.labels_are_stale
    printed = following(sent, FETCHED, PRINTING, PRINTED, of=MARKED)
    assert not printed.labels_are_stale


def test_labels_of_an_older_layout_that_come_out_late_do_not_count():
    now = after(SENT, FETCHED, PRINTING).after((ItemChosen(ItemId(1)),), AT)
    now = now.after((confirmed(MARKED),), AT).after((PRINTED,), AT)
    assert now.labels_are_stale
    assert next_step(now) == SendLayout(MARKED)
