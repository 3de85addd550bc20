"""Rows of the list of what was sent, each in a state of its own."""

from datetime import timedelta

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.errands import (
    ErrandAsked,
    ErrandRefused,
    Errands,
    OtherTracksFound,
    SetTrack,
)
from packdesk.domain.events import (
    CodesChecked,
    Event,
    LabelsFetched,
    LabelsPrinted,
    LayoutConfirmed,
    LayoutSent,
    MarkedReady,
    ReprintAsked,
    StepRefused,
    StepStarted,
)
from packdesk.domain.ids import DeliveryServiceId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, Fingerprint, LayoutBox, WholeUnits
from packdesk.domain.order import ProgramType, Track
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import Submission
from packdesk.station.sent import HistoryLine, HistoryRead, SentLane, SentRow
from tests.builders import box, cis, item, order, unit
from tests.market_messages import DOCUMENTED
from tests.ui.queue_entries import NOW

PRINT = Fingerprint("f" * 16)
CHECK = CodeCheck(item().id, CodeKind.CIS, "x", "INVALID", "ITEM_SOLD")
CONFIRMED = LayoutConfirmed(
    BoxLayout((LayoutBox(box(1), (WholeUnits(item().id, 1, ((cis(),),)),)),)), PRINT, LabelFormat.A7
)
SENT = (CONFIRMED, LayoutSent(PRINT, ()))
LABELS = (LabelsFetched(PRINT, "labels.pdf"), StepStarted(StepKind.PRINT_LABELS, PRINT))
PRINTED = (*SENT, *LABELS, LabelsPrinted(PRINT))
READY = (*PRINTED, CodesChecked(PRINT, (CodeCheck(item().id, CodeKind.CIS, "x", "OK"),)))
DONE = (*READY, StepStarted(StepKind.MARK_READY, PRINT), MarkedReady(PRINT))
TRACK = SetTrack(Track("RA123456785RU", DeliveryServiceId(51)))


def row(
    number: int,
    lane: SentLane,
    *events: Event,
    errands: Errands | None = None,
    refused: bool = False,
    program: ProgramType = ProgramType.FBS,
    minutes: int = 0,
) -> SentRow:
    """An order that these things have happened to."""
    return SentRow(
        order(item(marking=(CodeKind.CIS,), name="Sneakers, 42"), number=number, program=program),
        lane,
        Submission(program).after(events, NOW),
        errands or Errands(),
        NOW - timedelta(minutes=minutes),
        unit(1) if refused else None,
    )


def stopped(*stop: ErrandRefused | OtherTracksFound) -> Errands:
    """A track number that waits, and why it does."""
    errands = Errands().after(ErrandAsked(TRACK))
    for one in stop:
        errands = errands.after(one)
    return errands


def sent_rows() -> tuple[SentRow, ...]:
    """One order in every state that the list tells apart."""
    needs, waits, done = SentLane.NEEDS_YOU, SentLane.WAITING, SentLane.DONE
    refused = StepRefused(
        StepKind.SEND_LAYOUT, PRINT, 400, ("Invalid order boxes layout request. Violations: …",)
    )
    other = (Track("80512345678901", DeliveryServiceId(51)),)
    return (
        row(51234567001, needs, *PRINTED, CodesChecked(PRINT, (CHECK,)), refused=True),
        row(51234567002, needs, CONFIRMED, refused, minutes=3),
        row(51234567003, needs, *SENT, *LABELS, minutes=5),
        row(
            51234567004,
            needs,
            errands=stopped(OtherTracksFound(TRACK, other)),
            program=ProgramType.DBS,
            minutes=9,
        ),
        row(
            51234567005,
            needs,
            errands=stopped(ErrandRefused(TRACK, 404, ("Order not found: 51234567005",))),
            program=ProgramType.DBS,
            minutes=12,
        ),
        row(51234567011, waits, CONFIRMED, minutes=1),
        row(51234567012, waits, *PRINTED, minutes=2),
        row(51234567013, waits, errands=stopped(), program=ProgramType.DBS, minutes=4),
        row(51234567021, done, *DONE, minutes=14),
        row(51234567022, done, *DONE, ReprintAsked(PRINT), *LABELS[1:], LabelsPrinted(PRINT)),
    )


def refused_rows() -> tuple[SentRow, ...]:
    """An order for every reason that the Market's error list names, and for one that it does not."""
    messages = {reason: (status, message) for status, message, reason in reversed(DOCUMENTED)}
    unlisted = (400, "Quota of requests for this partner is being recalculated: try later")
    return tuple(
        row(
            51234567100 + place,
            SentLane.NEEDS_YOU,
            errands=stopped(ErrandRefused(TRACK, status, (message,))),
            program=ProgramType.DBS,
            minutes=place,
        )
        for place, (status, message) in enumerate((*messages.values(), unlisted), start=1)
    )


def history_of(one: SentRow, *events: Event) -> HistoryRead:
    """The order's history, a minute between two events."""
    lines = tuple(
        HistoryLine(event, NOW - timedelta(minutes=len(events) - place), "Анна", "стол 1")
        for place, event in enumerate(events)
    )
    return HistoryRead(one.order, one, lines)
