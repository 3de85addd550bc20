"""The way of a confirmed layout to the Market: which step is next. Pure; the outbox carries out.

The order of the steps: send the layout, set the external id if asked (once, before labels),
fetch the labels, print them, await the checks of codes (FBS and Express), have the stuck labels
scanned (by setting), set ready to ship (FBS and Express; DBS only by setting; FBS by a person for
a whole shipment, by setting). The label never
waits for the verdict on the codes.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from packdesk.domain.changes import Change, grave
from packdesk.domain.checks import CodeCheck, CodeVerdict
from packdesk.domain.codes import CodeKind
from packdesk.domain.events import Event, LayoutConfirmed, StepRefused
from packdesk.domain.ids import BoxNumber
from packdesk.domain.layout import BoxLayout, Fingerprint
from packdesk.domain.next_steps import (
    AnswersUnreadable,
    AwaitCodeChecks,
    CodesRefused,
    DidItPrint,
    FetchLabels,
    FindOut,
    Finished,
    LabelsToScan,
    MarketSaidNo,
    MarkReady,
    NeedsPerson,
    Next,
    NotConfirmed,
    OrderIsChanged,
    PrintLabels,
    SendLayout,
    SetExternalId,
    Step,
    WaitsForBatch,
    kind_of,
)
from packdesk.domain.order import MarketBox, ProgramType
from packdesk.domain.steps import StepKind
from packdesk.domain.submission_folding import fold, is_own

__all__ = [
    "AnswersUnreadable",
    "AwaitCodeChecks",
    "CodesRefused",
    "DidItPrint",
    "FetchLabels",
    "FindOut",
    "Finished",
    "LabelsToScan",
    "MarkReady",
    "MarketSaidNo",
    "NeedsPerson",
    "Next",
    "NotConfirmed",
    "OrderIsChanged",
    "PrintLabels",
    "SendLayout",
    "SetExternalId",
    "Step",
    "Submission",
    "WaitsForBatch",
    "kind_of",
    "next_step",
]

CHECK_DELAYS = tuple(timedelta(seconds=s) for s in (3, 6, 12, 24))
CHECK_DELAY_LATER = timedelta(seconds=60)
"""When the Market is asked about the codes: 1 000 requests an hour are allowed."""
UNREADABLE_AT_MOST = 3
"""So many answers in a row may be unreadable before a person is asked."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What is known of the confirmed layout's way; ``confirmed`` is None while packing goes on.

    ``printed`` is the layout whose labels are on the boxes; ``is_printed`` says that they were
    printed since the layout was last sent, for only then do they carry the Market's box ids.
    ``boxes`` are those ids, ``stuck`` the boxes whose label was scanned since the last print.
    ``at_work`` says that this very program is carrying the started step out; no journal tells it.
    ``changes`` are those that a person has not seen. ``unreadable`` counts the unreadable answers
    in a row to ``unreadable_step``. ``stood`` is how far the last confirmed layout had come, while
    the boxes on the table are others.
    """

    program: ProgramType
    ready_for_dbs: bool = False
    scan_labels: bool = False
    ready_by_hand: bool = False
    confirmed: LayoutConfirmed | None = None
    confirmed_at: datetime | None = None
    started: StepKind | None = None
    at_work: bool = False
    is_sent: bool = False
    boxes: tuple[MarketBox, ...] = ()
    external_id_set: bool = False
    file: str | None = None
    printed: Fingerprint | None = None
    is_printed: bool = False
    reprint_asked: bool = False
    reprints: int = 0
    stuck: frozenset[BoxNumber] = frozenset()
    checks: tuple[CodeCheck, ...] = ()
    check_rounds: int = 0
    checked_at: datetime | None = None
    is_ready: bool = False
    refused: StepRefused | None = None
    changes: tuple[Change, ...] = ()
    unreadable_step: StepKind | None = None
    unreadable: int = 0
    stood: "Submission | None" = None

    def after(self, events: tuple[Event, ...], at: datetime) -> "Submission":
        """The state after one more group of the order's journal, kept at ``at``."""
        now = self
        for event in events:
            now = fold(now, event, at)
        return now

    def standing_again(self) -> "Submission":
        """The boxes are again those that were confirmed: what was done for them counts again."""
        if self.stood is None:
            return self
        return replace(
            self.stood,
            ready_for_dbs=self.ready_for_dbs,
            scan_labels=self.scan_labels,
            ready_by_hand=self.ready_by_hand,
            at_work=self.at_work,
            external_id_set=self.external_id_set,
            changes=self.changes,
        )

    @property
    def labels_are_stale(self) -> bool:
        """Labels were printed, but not since the layout that counts now was sent."""
        return self.printed is not None and not self.is_printed

    @property
    def may_reprint(self) -> bool:
        """Whether the labels that count may be printed once more."""
        return self.confirmed is not None and self.is_printed and not self.reprint_asked

    @property
    def labels_to_scan(self) -> tuple[BoxNumber, ...]:
        """The boxes whose label is still to be scanned; while the codes are checked, too."""
        if not self.scan_labels or self.confirmed is None or not self.is_printed or self.is_ready:
            return ()
        boxes = self.confirmed.layout.boxes
        return tuple(box.number for box in boxes if box.number not in self.stuck)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return isinstance(next_step(self), Finished)

    def not_ours(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """The grave ones that are not what this submission itself did or is doing."""
        return tuple(change for change in grave(changes) if not is_own(self, change))


def next_step(sub: Submission) -> Next:
    """The one thing to be done next for this order."""
    confirmed = sub.confirmed
    if sub.changes:
        return OrderIsChanged(sub.changes)
    if confirmed is None:
        return NotConfirmed()
    if sub.refused is not None:
        return MarketSaidNo(sub.refused)
    if sub.unreadable_step is not None and sub.unreadable >= UNREADABLE_AT_MOST:
        return AnswersUnreadable(sub.unreadable_step)
    step = _due(sub, confirmed)
    if step is None:
        return Finished()
    if isinstance(step, LabelsToScan | WaitsForBatch):
        return step
    if kind_of(step) is sub.started:
        return step if sub.at_work else _again(step)
    if isinstance(step, AwaitCodeChecks):
        bad = tuple(check for check in sub.checks if check.verdict is CodeVerdict.REFUSED)
        if bad:
            return CodesRefused(bad)
    return step


def _again(step: Step) -> Next:
    """What to do about a step that was begun and has no result."""
    match step:
        case PrintLabels(_, file):
            return DidItPrint(file)
        # What only reads, or replaces with the same, may simply be done again.
        case FetchLabels() | AwaitCodeChecks():
            return step
        case SendLayout(layout) if not layout.allow_remove:
            return step
        case _:
            return FindOut(step)


def _due(sub: Submission, confirmed: LayoutConfirmed) -> Step | LabelsToScan | WaitsForBatch | None:
    if not sub.is_sent:
        return SendLayout(confirmed.layout)
    if confirmed.external_id is not None and not sub.external_id_set:
        return SetExternalId(confirmed.external_id)
    if not sub.is_printed or sub.reprint_asked:
        if sub.file is None:
            return FetchLabels(confirmed.label_format)
        return PrintLabels(confirmed.label_format, sub.file)
    if _checks_codes(sub, confirmed.layout) and not _all_passed(sub):
        delays = CHECK_DELAYS[sub.check_rounds :]
        delay = delays[0] if delays else CHECK_DELAY_LATER
        since = sub.checked_at or sub.confirmed_at
        assert since is not None  # noqa: S101 - a confirmed layout has its time
        return AwaitCodeChecks(since + delay)
    if sub.labels_to_scan:
        return LabelsToScan(sub.labels_to_scan)
    if not sub.is_ready and (sub.program is not ProgramType.DBS or sub.ready_for_dbs):
        begun = sub.started is StepKind.MARK_READY
        waits = sub.ready_by_hand and sub.program is ProgramType.FBS and not begun
        return WaitsForBatch() if waits else MarkReady()
    return None


def _checks_codes(sub: Submission, layout: BoxLayout) -> bool:
    """Whether the Market verifies codes of this order at all (CIS and UIN, not for DBS)."""
    if sub.program is ProgramType.DBS:
        return False
    return any(
        code.kind in {CodeKind.CIS, CodeKind.UIN} for box in layout.boxes for code in box.codes
    )


def _all_passed(sub: Submission) -> bool:
    return bool(sub.checks) and all(c.verdict is CodeVerdict.PASSED for c in sub.checks)
