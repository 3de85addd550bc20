"""The way of a confirmed layout to the Market: which step is next. Pure; the outbox carries out.

The order of the steps: send the layout, set the external id if asked (once, before labels),
fetch the labels, print them, await the checks of codes (FBS and Express), set ready to ship
(FBS and Express; DBS only by setting). The label never waits for the verdict on the codes.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from packdesk.domain.checks import CodeCheck, CodeVerdict
from packdesk.domain.codes import CodeKind
from packdesk.domain.errands import ErrandEvent
from packdesk.domain.events import (
    ChangesSeen,
    CodesChecked,
    Event,
    ExternalIdSet,
    LabelsFetched,
    LabelsPrinted,
    LabelStuck,
    LayoutConfirmed,
    LayoutSent,
    MarkedReady,
    OrderChanged,
    PackingEvent,
    PrintDenied,
    ReprintAsked,
    RetryAsked,
    StepRefused,
    StepStarted,
    StepUndone,
    Undone,
)
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, Fingerprint
from packdesk.domain.order import ProgramType
from packdesk.domain.steps import StepKind

CHECK_DELAYS = tuple(timedelta(seconds=s) for s in (3, 6, 12, 24))
CHECK_DELAY_LATER = timedelta(seconds=60)
"""When the Market is asked about the codes: 1 000 requests an hour are allowed."""


@dataclass(frozen=True, slots=True)
class SendLayout:
    """Replace the layout at the Market."""

    layout: BoxLayout


@dataclass(frozen=True, slots=True)
class SetExternalId:
    """Give the order the shop's own number; the Market takes it once."""

    external_id: str


@dataclass(frozen=True, slots=True)
class FetchLabels:
    """Get the label PDF."""

    page: LabelFormat


@dataclass(frozen=True, slots=True)
class PrintLabels:
    """Print the kept PDF of this name."""

    page: LabelFormat
    file: str


@dataclass(frozen=True, slots=True)
class AwaitCodeChecks:
    """Ask for the verdict on the codes, at ``due`` or later."""

    due: datetime


@dataclass(frozen=True, slots=True)
class MarkReady:
    """Set the order ready to ship."""


Step: TypeAlias = (
    SendLayout | SetExternalId | FetchLabels | PrintLabels | AwaitCodeChecks | MarkReady
)


@dataclass(frozen=True, slots=True)
class FindOut:
    """The step went out and no result was kept: learn at the Market whether it took effect."""

    step: Step


@dataclass(frozen=True, slots=True)
class DidItPrint:
    """Printing was begun and its end is not known; only the packer can tell."""

    file: str


@dataclass(frozen=True, slots=True)
class CodesRefused:
    """The Market refused codes: other pieces must be taken, then the layout goes out anew."""

    checks: tuple[CodeCheck, ...]


@dataclass(frozen=True, slots=True)
class MarketSaidNo:
    """A step was refused; a person decides, with the Market's own words."""

    refused: StepRefused


NeedsPerson: TypeAlias = DidItPrint | CodesRefused | MarketSaidNo


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing is left to do."""


@dataclass(frozen=True, slots=True)
class NotConfirmed:
    """There is no confirmed layout: the order is (again) being packed."""


Next: TypeAlias = Step | FindOut | NeedsPerson | Finished | NotConfirmed


@dataclass(frozen=True, slots=True)
class Submission:
    """What is known of the confirmed layout's way; ``confirmed`` is None while packing goes on.

    ``printed`` is the layout whose labels are on the boxes; ``is_printed`` says that they were
    printed since the layout was last sent, for only then do they carry the Market's box ids.
    """

    program: ProgramType
    ready_for_dbs: bool = False
    confirmed: LayoutConfirmed | None = None
    confirmed_at: datetime | None = None
    started: StepKind | None = None
    is_sent: bool = False
    external_id_set: bool = False
    file: str | None = None
    printed: Fingerprint | None = None
    is_printed: bool = False
    checks: tuple[CodeCheck, ...] = ()
    check_rounds: int = 0
    checked_at: datetime | None = None
    is_ready: bool = False
    refused: StepRefused | None = None

    def after(self, events: tuple[Event, ...], at: datetime) -> "Submission":
        """The state after one more group of the order's journal, kept at ``at``."""
        now = self
        for event in events:
            now = _fold(now, event, at)
        return now

    @property
    def labels_are_stale(self) -> bool:
        """Labels were printed, but not since the layout that counts now was sent."""
        return self.printed is not None and not self.is_printed

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return isinstance(next_step(self), Finished)


def next_step(sub: Submission) -> Next:
    """The one thing to be done next for this order."""
    confirmed = sub.confirmed
    if confirmed is None:
        return NotConfirmed()
    if sub.refused is not None:
        return MarketSaidNo(sub.refused)
    step = _due(sub, confirmed)
    if sub.started is not None and step is not None and kind_of(step) is sub.started:
        if isinstance(step, PrintLabels):
            return DidItPrint(step.file)
        # What only reads, or replaces with the same, may simply be done again.
        if isinstance(step, FetchLabels | AwaitCodeChecks):
            return step
        if isinstance(step, SendLayout) and not step.layout.allow_remove:
            return step
        return FindOut(step)
    if isinstance(step, AwaitCodeChecks):
        bad = tuple(check for check in sub.checks if check.verdict is CodeVerdict.REFUSED)
        if bad:
            return CodesRefused(bad)
    return Finished() if step is None else step


def _due(sub: Submission, confirmed: LayoutConfirmed) -> Step | None:
    if not sub.is_sent:
        return SendLayout(confirmed.layout)
    if confirmed.external_id is not None and not sub.external_id_set:
        return SetExternalId(confirmed.external_id)
    if sub.file is None:
        return FetchLabels(confirmed.label_format)
    if not sub.is_printed:
        return PrintLabels(confirmed.label_format, sub.file)
    if _checks_codes(sub, confirmed.layout) and not _all_passed(sub):
        delays = CHECK_DELAYS[sub.check_rounds :]
        delay = delays[0] if delays else CHECK_DELAY_LATER
        since = sub.checked_at or sub.confirmed_at
        assert since is not None  # noqa: S101 - a confirmed layout has its time
        return AwaitCodeChecks(since + delay)
    if not sub.is_ready and (sub.program is not ProgramType.DBS or sub.ready_for_dbs):
        return MarkReady()
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


def kind_of(step: Step) -> StepKind:
    """The kind under which a step stands in the journal."""
    match step:
        case SendLayout():
            return StepKind.SEND_LAYOUT
        case SetExternalId():
            return StepKind.SET_EXTERNAL_ID
        case FetchLabels():
            return StepKind.FETCH_LABELS
        case PrintLabels():
            return StepKind.PRINT_LABELS
        case AwaitCodeChecks():
            return StepKind.CHECK_CODES
        case MarkReady():
            return StepKind.MARK_READY


def _fold(sub: Submission, event: Event, at: datetime) -> Submission:
    match event:
        case LayoutConfirmed():
            return replace(
                Submission(sub.program, sub.ready_for_dbs, printed=sub.printed),
                confirmed=event,
                confirmed_at=at,
                external_id_set=sub.external_id_set,
            )
        case StepStarted(step):
            return replace(sub, started=step)
        case StepUndone():
            return replace(sub, started=None)
        case LayoutSent():
            return replace(sub, started=None, is_sent=True, checked_at=at, is_printed=False)
        case ExternalIdSet():
            return replace(sub, started=None, external_id_set=True)
        case LabelsFetched(_, file):
            return replace(sub, started=None, file=file)
        case LabelsPrinted(fingerprint):
            return replace(
                sub,
                started=None,
                printed=fingerprint,
                is_printed=sub.started is StepKind.PRINT_LABELS,
            )
        case PrintDenied():
            return replace(sub, started=None)
        case CodesChecked(_, checks):
            return replace(
                sub, started=None, checks=checks, check_rounds=sub.check_rounds + 1, checked_at=at
            )
        case MarkedReady():
            return replace(sub, started=None, is_ready=True)
        case StepRefused():
            return replace(sub, started=None, refused=event)
        case RetryAsked():
            return replace(sub, refused=None)
        case OrderChanged() | ChangesSeen() | ReprintAsked() | LabelStuck():
            return sub
        case Undone():
            return replace(sub, confirmed=None, is_printed=False, started=None)
        case _ if isinstance(event, ErrandEvent):
            return sub
        case _:
            assert isinstance(event, PackingEvent)  # noqa: S101 - all others stand above
            return replace(sub, confirmed=None, is_printed=False, started=None)
