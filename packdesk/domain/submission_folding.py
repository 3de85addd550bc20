"""What each event does to a submission."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from packdesk.domain.changes import Change, CountChanged, ItemGone, StateChanged
from packdesk.domain.composing import fits
from packdesk.domain.errands import Cancel, ErrandDone, ErrandEvent, GiveExternalId
from packdesk.domain.events import (
    AnswerUnreadable,
    BoxesTaken,
    ChangesSeen,
    CodesChecked,
    CompositionTaken,
    Event,
    ExternalIdSet,
    ItemCount,
    LabelsFetched,
    LabelsLost,
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
from packdesk.domain.order import OrderSubstatus
from packdesk.domain.pieces import PieceGone
from packdesk.domain.steps import StepKind

if TYPE_CHECKING:
    from packdesk.domain.submission import Submission

StepEvent: TypeAlias = (
    StepStarted
    | StepUndone
    | StepRefused
    | AnswerUnreadable
    | RetryAsked
    | LayoutSent
    | ExternalIdSet
    | LabelsFetched
    | CodesChecked
    | MarkedReady
)
PaperEvent: TypeAlias = LabelsLost | LabelsPrinted | PrintDenied | ReprintAsked | LabelStuck

NOT_FOUND = 404


def is_own(sub: "Submission", change: Change) -> bool:
    """Whether a change is the effect of a step of this very submission."""
    confirmed = sub.confirmed
    if confirmed is None:
        return False
    removes = confirmed.layout.allow_remove and (sub.is_sent or sub.started is StepKind.SEND_LAYOUT)
    match change:
        case StateChanged(_, substatus):
            marks = sub.is_ready or sub.started is StepKind.MARK_READY
            return marks and substatus is OrderSubstatus.READY_TO_SHIP
        case ItemGone(item):
            return removes and item not in confirmed.layout.units
        case CountChanged(item, _, _, now):
            return removes and confirmed.layout.units.get(item) == now
        case _:
            return False


def _fits(sub: "Submission | None", items: tuple[ItemCount, ...]) -> bool:
    """Whether what is confirmed, or was so for other boxes, is of an order with these positions."""
    if sub is None:
        return False
    if sub.confirmed is None:
        return _fits(sub.stood, items)
    return fits(sub.confirmed.layout, items, is_sent=sub.is_sent)


def fold(sub: "Submission", event: Event, at: datetime) -> "Submission":
    """The submission after one more event of the order's journal, kept at ``at``."""
    match event:
        case LayoutConfirmed():
            return replace(
                type(sub)(
                    sub.program,
                    sub.ready_for_dbs,
                    sub.scan_labels,
                    sub.ready_by_hand,
                    printed=sub.printed,
                ),
                confirmed=event,
                confirmed_at=at,
                external_id_set=sub.external_id_set,
                reprints=sub.reprints,
                changes=sub.changes,
                stood=sub.stood,
            )
        case LabelsLost() | LabelsPrinted() | PrintDenied() | ReprintAsked() | LabelStuck():
            stood = sub.stood and _fold_paper(sub.stood, event)
            return replace(_fold_paper(sub, event), stood=stood)
        case OrderChanged(changes):
            new = tuple(one for one in sub.not_ours(changes) if one not in sub.changes)
            return replace(sub, changes=(*sub.changes, *new))
        case ChangesSeen():
            seen = replace(sub, changes=())
            return replace(_void(seen), stood=None) if sub.changes else seen
        case ErrandDone(Cancel()):
            return replace(sub, confirmed=None, started=None, changes=(), stood=None)
        case ErrandDone(GiveExternalId()):
            return replace(sub, external_id_set=True)
        case _ if isinstance(event, ErrandEvent | PieceGone):
            return sub
        case CompositionTaken(items) if _fits(sub, items):
            return sub
        case CompositionTaken() | BoxesTaken():
            return replace(_void(sub), stood=None)
        case _ if isinstance(event, PackingEvent | Undone):
            return _void(sub)
        case _:
            return _fold_step(sub, event, at)


def _fold_step(sub: "Submission", event: StepEvent, at: datetime) -> "Submission":
    match event:
        case StepStarted(step):
            return replace(sub, started=step)
        case StepUndone(step):
            return _ended(sub, step)
        case StepRefused(step):
            return replace(_ended(sub, step), refused=event)
        case AnswerUnreadable(step):
            return _unread(sub, step)
        case RetryAsked():
            return _retried(sub)
        case LayoutSent(_, boxes):
            now = replace(_unprinted(_ended(sub, StepKind.SEND_LAYOUT)), is_sent=True)
            return replace(now, boxes=boxes, checked_at=at, file=None, stood=None)
        case ExternalIdSet():
            return replace(_ended(sub, StepKind.SET_EXTERNAL_ID), external_id_set=True)
        case LabelsFetched(_, file):
            now = _ended(sub, StepKind.FETCH_LABELS)
            # What was begun with an older file tells nothing of this one.
            started = None if now.started is StepKind.PRINT_LABELS else now.started
            return replace(now, file=file, started=started)
        case CodesChecked(_, checks):
            now = _ended(sub, StepKind.CHECK_CODES)
            return replace(now, checks=checks, check_rounds=sub.check_rounds + 1, checked_at=at)
        case MarkedReady():
            return replace(_ended(sub, StepKind.MARK_READY), is_ready=True)


def _fold_paper(sub: "Submission", event: PaperEvent) -> "Submission":
    confirmed = sub.confirmed
    counts = confirmed is not None and confirmed.fingerprint == event.fingerprint
    match event:
        case LabelsLost():
            started = None if sub.started is StepKind.PRINT_LABELS else sub.started
            return replace(_unread(sub, StepKind.PRINT_LABELS), file=None, started=started)
        case LabelsPrinted(fingerprint):
            # What comes out late, of an older layout, was not begun for the one that counts.
            is_new = counts and sub.started is StepKind.PRINT_LABELS
            now = _ended(sub, StepKind.PRINT_LABELS)
            if not is_new:
                return replace(now, printed=fingerprint)
            return replace(
                now,
                printed=fingerprint,
                is_printed=True,
                reprint_asked=False,
                reprints=sub.reprints + sub.reprint_asked,
                stuck=frozenset(),
            )
        case PrintDenied():
            return _ended(sub, StepKind.PRINT_LABELS)
        case ReprintAsked():
            return replace(sub, reprint_asked=True) if counts and sub.may_reprint else sub
        case LabelStuck(_, box):
            return replace(sub, stuck=sub.stuck | {box}) if counts and sub.is_printed else sub


def _ended(sub: "Submission", step: StepKind) -> "Submission":
    """The step has an end; another one that is under way goes on."""
    now = replace(sub, started=None) if sub.started is step else sub
    if sub.unreadable_step is step:
        return replace(now, unreadable_step=None, unreadable=0)
    return now


def _unread(sub: "Submission", step: StepKind) -> "Submission":
    so_far = sub.unreadable if sub.unreadable_step is step else 0
    return replace(sub, unreadable_step=step, unreadable=so_far + 1)


def _retried(sub: "Submission") -> "Submission":
    now = replace(sub, refused=None, unreadable_step=None, unreadable=0)
    refused, confirmed = sub.refused, sub.confirmed
    if refused is None or confirmed is None or sub.is_ready or confirmed.layout.allow_remove:
        return now
    # "No boxes found": the Market has lost the layout, so that it goes out again.
    lost = refused.step is StepKind.FETCH_LABELS and refused.status == NOT_FOUND
    return replace(now, is_sent=False) if lost else now


def _void(sub: "Submission") -> "Submission":
    """The layout counts no more, and with it the labels, unless the boxes become the same again."""
    # A layout that the Market has not seen takes the place of none that it has.
    is_known = sub.confirmed is not None and (sub.is_sent or sub.refused is not None)
    stood = sub if is_known else sub.stood
    return replace(_unprinted(sub), confirmed=None, stood=stood)


def _unprinted(sub: "Submission") -> "Submission":
    """What is on paper, or on its way there, is stale."""
    return replace(sub, is_printed=False, reprint_asked=False, stuck=frozenset(), started=None)
