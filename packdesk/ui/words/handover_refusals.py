"""What the hand-over desk refuses: one sentence each, saying what to do."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.handover_refusals import (
    AnswerQuestionFirst,
    BadDate,
    BadMove,
    BadReason,
    GoneOut,
    HandoverRefusal,
    NotDbs,
    NothingToTakeBack,
    NumberBad,
    NumberThere,
    NumberTooLate,
    OfStrayParcel,
    ParcelDue,
    ScanBroken,
    TooManyScans,
    TrackDue,
    Unclear,
    UsedElsewhere,
    WaitsAlready,
    WhoseTrack,
    WrongStatus,
)
from packdesk.ui.words.external_id import external_id_fault
from packdesk.ui.words.goods import model_name
from packdesk.ui.words.handover_status import status_name
from packdesk.ui.words.notice import Notice, Tone

_MILD = (NothingToTakeBack, GoneOut, WaitsAlready, AnswerQuestionFirst, TooManyScans)
"""Nothing was done wrong: there is only nothing to be done, or something first."""
SHOWN = 40
"""So many signs of a scanned text are told at most."""


def handover_refusal_notice(refusal: HandoverRefusal) -> Notice:
    """The sentence with its tone."""
    tone = Tone.ATTENTION if isinstance(refusal, _MILD) else Tone.REFUSED
    return Notice(handover_refusal_text(refusal), tone)


def handover_refusal_text(refusal: HandoverRefusal) -> str:
    """One sentence for each of them."""
    match refusal:
        case NotDbs(order, program):
            return QCoreApplication.translate(
                "HandoverRefusals",
                "Order {order} is {model}: the Market's carrier takes it without a track number",
            ).format(order=order, model=model_name(program))
        case WrongStatus(order, status):
            return QCoreApplication.translate(
                "HandoverRefusals", "Order {order}: {status}. Put the parcel aside"
            ).format(order=order, status=status_name(status))
        case UsedElsewhere(track, other):
            return QCoreApplication.translate(
                "HandoverRefusals", "{code} is on order {order} already. Scan the right label"
            ).format(code=track, order=other)
        case TrackDue(order, other):
            return QCoreApplication.translate(
                "HandoverRefusals",
                "That is parcel {other}. First the track number of {order}, or Esc",
            ).format(order=order, other=other)
        case WhoseTrack(track, order):
            return QCoreApplication.translate(
                "HandoverRefusals", "Is {code} of parcel {order}? Scan that parcel again, or Esc"
            ).format(code=track, order=order)
        case OfStrayParcel(track, parcel):
            return QCoreApplication.translate(
                "HandoverRefusals", "{code} came after {parcel}, put aside. Scan the next parcel"
            ).format(code=track, parcel=_short(parcel))
        case ParcelDue(track):
            return QCoreApplication.translate(
                "HandoverRefusals", "First the parcel that {code} belongs to, or Esc"
            ).format(code=track)
        case Unclear(text):
            return _unclear(text)
        case AnswerQuestionFirst():
            return QCoreApplication.translate("HandoverRefusals", "Answer the question first")
        case NothingToTakeBack():
            return QCoreApplication.translate("HandoverRefusals", "There is nothing to take back")
        case GoneOut(order):
            return QCoreApplication.translate(
                "HandoverRefusals", "Order {order} has gone out: it cannot be taken back"
            ).format(order=order)
        case WaitsAlready(order):
            return QCoreApplication.translate(
                "HandoverRefusals", "Order {order}: the same waits to be sent already"
            ).format(order=order)
        case _:
            return _more(refusal)


def _more(
    refusal: ScanBroken
    | TooManyScans
    | BadMove
    | BadDate
    | BadReason
    | NumberThere
    | NumberTooLate
    | NumberBad,
) -> str:
    match refusal:
        case ScanBroken():
            return QCoreApplication.translate(
                "HandoverRefusals", "The scan broke on its way. Scan it again"
            )
        case TooManyScans():
            return QCoreApplication.translate(
                "HandoverRefusals", "Too many scans at once. Wait a moment, then scan it again"
            )
        case BadMove(_, status, wanted):
            return QCoreApplication.translate(
                "HandoverRefusals", "From “{status}” there is no way to “{wanted}”"
            ).format(status=status_name(status), wanted=status_name(wanted))
        case BadDate(_, day):
            return QCoreApplication.translate(
                "HandoverRefusals",
                "{day} cannot be the day. Enter a day from the order until today",
            ).format(day=day.strftime("%d.%m.%Y"))
        case BadReason(_, _, status):
            return QCoreApplication.translate(
                "HandoverRefusals", "“{status}”: the order cannot be cancelled for this reason now"
            ).format(status=status_name(status))
        case NumberThere(_, external_id):
            return QCoreApplication.translate(
                "HandoverRefusals", "The external number is {number} and stays so"
            ).format(number=external_id)
        case NumberTooLate():
            return QCoreApplication.translate(
                "HandoverRefusals", "Too late to give the order an external number"
            )
        case NumberBad(_, fault):
            return external_id_fault(fault)
        case _:
            assert_never(refusal)


def _unclear(text: str) -> str:
    shown = _short(text)
    if not shown.strip():
        return QCoreApplication.translate("HandoverRefusals", "Scan the parcel first")
    return QCoreApplication.translate(
        "HandoverRefusals", "“{text}” is no parcel of this shop. Scan the parcel first"
    ).format(text=shown)


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
