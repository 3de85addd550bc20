"""By no path does an order become ready to ship with labels of an older layout."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from packdesk.domain.changes import BoxesChanged, CancelAsked, NotesChanged
from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.errands import Cancel, CancelReason, ErrandDone
from packdesk.domain.events import (
    AnswerUnreadable,
    ChangesSeen,
    CodesChecked,
    CompositionTaken,
    Event,
    ItemChosen,
    ItemCount,
    LabelsFetched,
    LabelsLost,
    LabelsPrinted,
    LabelStuck,
    LayoutConfirmed,
    LayoutSent,
    MarkedReady,
    OrderChanged,
    PrintDenied,
    ReprintAsked,
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
from packdesk.domain.submission import MarkReady, PrintLabels, Submission, next_step
from tests.builders import cis

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LAYOUTS = (
    BoxLayout((LayoutBox(BoxNumber(1), (WholeUnits(ItemId(1), 1),)),)),
    BoxLayout((LayoutBox(BoxNumber(1), (WholeUnits(ItemId(1), 1, ((cis(),),)),)),)),
    BoxLayout(
        (
            LayoutBox(BoxNumber(1), (WholeUnits(ItemId(1), 1),)),
            LayoutBox(BoxNumber(2), (WholeUnits(ItemId(2), 1),)),
        ),
        allow_remove=True,
    ),
)
PRINTS = st.sampled_from(LAYOUTS).map(fingerprint)
CHECK = CodeCheck(ItemId(1), CodeKind.CIS, "x", "OK")
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from(LAYOUTS).map(lambda of: LayoutConfirmed(of, fingerprint(of), LabelFormat.A7)),
    st.builds(StepStarted, st.sampled_from(StepKind), PRINTS),
    st.builds(StepUndone, st.sampled_from(StepKind), PRINTS),
    st.builds(
        StepRefused, st.sampled_from(StepKind), PRINTS, st.sampled_from((400, 404)), st.just(())
    ),
    st.builds(AnswerUnreadable, st.sampled_from(StepKind), PRINTS),
    st.builds(LayoutSent, PRINTS, st.just(())),
    st.builds(LabelsFetched, PRINTS, st.just("a.pdf")),
    st.builds(LabelStuck, PRINTS, st.sampled_from((BoxNumber(1), BoxNumber(2)))),
    st.builds(CodesChecked, PRINTS, st.just((CHECK,))),
    *(
        st.builds(kind, PRINTS)
        for kind in (LabelsLost, LabelsPrinted, PrintDenied, ReprintAsked, RetryAsked, MarkedReady)
    ),
    st.sampled_from(
        (
            OrderChanged((CancelAsked(),)),
            OrderChanged((NotesChanged("x"),)),
            OrderChanged((BoxesChanged(()),)),
            ChangesSeen(),
            ItemChosen(ItemId(1)),
            CompositionTaken((ItemCount(ItemId(1), 1),)),
            Undone(),
            ErrandDone(Cancel(CancelReason.SHOP_FAILED)),
        )
    ),
)
PROGRAMS = st.sampled_from((ProgramType.FBS, ProgramType.EXPRESS, ProgramType.DBS))


def printed_since_sent(events: list[Event]) -> bool:
    """The labels of the layout that was sent last were fetched and printed after that."""
    sent = max((n for n, one in enumerate(events) if isinstance(one, LayoutSent)), default=None)
    if sent is None:
        return False
    confirmed = [one for one in events if isinstance(one, LayoutConfirmed)][-1]
    fetched = began = False
    for one in events[sent:]:
        fetched = fetched or isinstance(one, LabelsFetched)
        if isinstance(one, StepStarted) and one.step is StepKind.PRINT_LABELS:
            began = fetched
        if began and one == LabelsPrinted(confirmed.fingerprint):
            return True
    return False


@settings(max_examples=300, deadline=None)
@given(events=st.lists(EVENTS, max_size=40), program=PROGRAMS, scan=st.booleans())
def test_nothing_told_in_any_order_frees_stale_labels(
    events: list[Event], program: ProgramType, *, scan: bool
) -> None:
    now = Submission(program, ready_for_dbs=True, scan_labels=scan)
    so_far: list[Event] = []
    for event in events:
        now = now.after((event,), AT)
        so_far.append(event)
        check(now, so_far)


@settings(max_examples=300, deadline=None)
@given(data=st.data(), program=PROGRAMS, scan=st.booleans())
def test_no_likely_day_frees_stale_labels(
    data: st.DataObject, program: ProgramType, *, scan: bool
) -> None:
    """Mostly what the next step leads to, so that the end of the way is reached often."""
    now = Submission(program, ready_for_dbs=True, scan_labels=scan)
    so_far: list[Event] = []
    for _ in range(25):
        odd = data.draw(st.integers(0, 3)) == 3
        event = data.draw(EVENTS) if odd else usual(now)
        now = now.after((event,), AT + timedelta(seconds=len(so_far)))
        so_far.append(event)
        check(now, so_far)


def usual(now: Submission) -> Event:
    """What follows where nothing goes wrong."""
    of = now.confirmed.layout if now.confirmed else LAYOUTS[0]
    name = fingerprint(of)
    if now.confirmed is None:
        return LayoutConfirmed(of, name, LabelFormat.A7)
    if not now.is_sent:
        return LayoutSent(name, ())
    if now.file is None:
        return LabelsFetched(name, "a.pdf")
    if not now.is_printed:
        printing = now.started is StepKind.PRINT_LABELS
        return LabelsPrinted(name) if printing else StepStarted(StepKind.PRINT_LABELS, name)
    if now.labels_to_scan:
        return LabelStuck(name, now.labels_to_scan[0])
    return CodesChecked(name, (CHECK,))


def check(now: Submission, so_far: list[Event]) -> None:
    step = next_step(now)
    if isinstance(step, MarkReady):
        assert printed_since_sent(so_far)
        assert not now.labels_are_stale
        assert not now.labels_to_scan
        assert not now.changes
    if isinstance(step, PrintLabels):
        assert now.is_sent
    if now.reprint_asked:
        assert not now.labels_are_stale
