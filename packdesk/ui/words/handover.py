"""The words of the hand-over's frame and of its desk for track numbers."""

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.errands import Cancel, GiveExternalId, MoveOn, OtherTracksFound, SetTrack
from packdesk.domain.ids import OrderId
from packdesk.station.handover_reports import (
    Due,
    HandedOver,
    HandoverAsked,
    HandoverFailed,
    HandoverOutcome,
    HandoverRefused,
    HandoverState,
    HandoverTold,
    HeldTrack,
    LetGo,
    ParcelNotTaken,
    SeekingParcel,
    TookBack,
    TookErrand,
    TookParcel,
    TookTrack,
    TrackAlreadyThere,
)
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.words.errands import errand_name, stop_text
from packdesk.ui.words.errors import cause_text, error_notice
from packdesk.ui.words.handover_questions import question_text
from packdesk.ui.words.handover_refusals import handover_refusal_notice
from packdesk.ui.words.notice import Notice, Tone


def page_name() -> str:
    """The screen's name for screen readers."""
    return QCoreApplication.translate("Handover", "Hand-over")


def section_label(section: SectionName) -> str:
    """The words on the toggle of a section."""
    match section:
        case SectionName.TRACKS:
            return QCoreApplication.translate("Handover", "Track numbers")
        case SectionName.TABLE:
            return QCoreApplication.translate("Handover", "Table")
        case SectionName.SHIPMENTS:
            return QCoreApplication.translate("Handover", "Shipments")
        case SectionName.COURIER:
            return QCoreApplication.translate("Handover", "Courier's code")
        case SectionName.STATUS:
            return QCoreApplication.translate("Handover", "Order status")
        case _:
            assert_never(section)


def section_hint(section: SectionName) -> str:
    """For whom a section is, in its tooltip."""
    match section:
        case SectionName.TRACKS | SectionName.STATUS:
            return QCoreApplication.translate("Handover", "DBS orders")
        case SectionName.TABLE:
            return QCoreApplication.translate(
                "Handover", "Track numbers or external numbers by file"
            )
        case SectionName.SHIPMENTS:
            return QCoreApplication.translate("Handover", "FBS orders")
        case SectionName.COURIER:
            return QCoreApplication.translate("Handover", "Express orders")
        case _:
            assert_never(section)


def due_guide(state: HandoverState) -> Notice:
    """What to do now at the desk for track numbers."""
    if state.question is not None:
        return Notice(question_text(state.question), Tone.ATTENTION)
    if state.sought:
        return Notice(_sought(state.sought), Tone.CALM)
    match state.due:
        case Due.PARCEL | Due.ANSWER:
            text = QCoreApplication.translate("Handover", "Scan the parcel")
        case Due.TRACK:
            text = QCoreApplication.translate("Handover", "Scan the track number")
        case Due.PARCEL_OF_TRACK:
            text = QCoreApplication.translate("Handover", "Now scan its parcel")
        case _:
            assert_never(state.due)
    return Notice(text, Tone.CALM)


def _sought(text: str) -> str:
    return QCoreApplication.translate("Handover", "Asking the Market for {code}…").format(code=text)


def told_notice(told: HandoverTold) -> Notice:
    """The answer to one scan or one command."""
    match told:
        case TookParcel(order):
            text = QCoreApplication.translate("Handover", "Parcel {order}: scan its track number")
            return Notice(text.format(order=order), Tone.ACCEPTED)
        case HeldTrack(track):
            text = QCoreApplication.translate("Handover", "Track number {code}: scan its parcel")
            return Notice(text.format(code=track.text), Tone.ACCEPTED)
        case TookTrack(order, track):
            text = QCoreApplication.translate("Handover", "{code} goes to order {order}")
            return Notice(text.format(code=track.text, order=order), Tone.COMPLETE)
        case TrackAlreadyThere(order):
            text = QCoreApplication.translate(
                "Handover", "Order {order} has this very number already. Take the next parcel"
            )
            return Notice(text.format(order=order), Tone.ATTENTION)
        case TookErrand(order, errand):
            text = QCoreApplication.translate("Handover", "Order {order}: {errand}. It is sent now")
            told_of = text.format(order=order, errand=errand_name(errand))
            return Notice(told_of, Tone.COMPLETE)
        case TookBack(order):
            text = QCoreApplication.translate("Handover", "Taken back: order {order}. Nothing sent")
            # It may be another one than was thought of: said aloud, not only lit green.
            return Notice(text.format(order=order), Tone.ATTENTION)
        case LetGo():
            return Notice(QCoreApplication.translate("Handover", "Put down"), Tone.CALM)
        case HandoverRefused(refusal):
            return handover_refusal_notice(refusal)
        case HandoverAsked(question):
            return Notice(question_text(question), Tone.ATTENTION)
        case SeekingParcel(text):
            return Notice(_sought(text), Tone.CALM)
        case ParcelNotTaken(text, error):
            told_of = QCoreApplication.translate(
                "Handover", "Parcel {code} is not taken. {error}. Put it aside"
            )
            return Notice(told_of.format(code=text, error=cause_text(error)), Tone.REFUSED)
        case HandoverFailed(error):
            return error_notice(error)
        case _:
            assert_never(told)


def parcel_caption() -> str:
    """Over the field for the parcel."""
    return QCoreApplication.translate("Handover", "Parcel")


def track_caption() -> str:
    """Over the field for the track number."""
    return QCoreApplication.translate("Handover", "Track number")


def due_now() -> str:
    """The word on the field that is due."""
    return QCoreApplication.translate("Handover", "now")


def in_hand() -> str:
    """The word on the field that is filled."""
    return QCoreApplication.translate("Handover", "taken")


def parcel_hint() -> str:
    """In the empty field for the parcel."""
    return QCoreApplication.translate("Handover", "Scan it")


def track_hint() -> str:
    """In the empty field for the track number, while it is due."""
    return QCoreApplication.translate("Handover", "Scan it")


def own_number(number: str) -> str:
    """The shop's own number beside the order's."""
    return QCoreApplication.translate("Handover", "external number {number}").format(number=number)


def carried_by(service: str) -> str:
    """Who carries the parcel."""
    return QCoreApplication.translate("Handover", "carried by {service}").format(service=service)


def track_there(codes: str) -> str:
    """The order has track numbers already."""
    return QCoreApplication.translate("Handover", "has {codes}").format(codes=codes)


def today_caption() -> str:
    """Under the counter."""
    return QCoreApplication.translate("Handover", "sent today")


def still_waiting(count: int) -> str:
    """How many of the list wait to be sent."""
    return QCoreApplication.translate("Handover", "waiting: {count}").format(count=count)


def need_you(count: int) -> str:
    """How many of the list were refused."""
    return QCoreApplication.translate("Handover", "refused: {count}").format(count=count)


def list_caption() -> str:
    """Over the running list."""
    return QCoreApplication.translate("Handover", "Handed over")


def list_empty() -> str:
    """In the running list before the first parcel."""
    return QCoreApplication.translate(
        "Handover", "Nothing yet. Scan the parcel, then the carrier's label: that is all"
    )


def rows_hidden(count: int) -> str:
    """Under the running list where it is cut."""
    return QCoreApplication.translate("Handover", "{count} more are in “Sent”").format(count=count)


def undo_label() -> str:
    """The button that takes the last one back."""
    return QCoreApplication.translate("Handover", "Undo the last one")


def drop_label() -> str:
    """The button that puts down what is in hand."""
    return QCoreApplication.translate("Handover", "Put it down")


def retry_label() -> str:
    """The button that tries again what was refused."""
    return QCoreApplication.translate("Handover", "Try again")


def give_up_label() -> str:
    """The button that gives up what was refused."""
    return QCoreApplication.translate("Handover", "Give it up")


def outcome_notice(row: HandedOver) -> Notice:
    """How far one of the list is."""
    match row.outcome:
        case HandoverOutcome.WAITING:
            return Notice(QCoreApplication.translate("Handover", "waits to be sent"), Tone.CALM)
        case HandoverOutcome.SENDING:
            return Notice(QCoreApplication.translate("Handover", "is being sent"), Tone.CALM)
        case HandoverOutcome.DONE:
            return Notice(
                QCoreApplication.translate("Handover", "the Market has it"), Tone.ACCEPTED
            )
        case HandoverOutcome.STOPPED if row.stop is not None:
            tone = Tone.ATTENTION if isinstance(row.stop, OtherTracksFound) else Tone.REFUSED
            return Notice(stop_text(row.stop), tone)
        case HandoverOutcome.STOPPED:
            return Notice(
                QCoreApplication.translate("Handover", "An earlier request was refused"),
                Tone.ATTENTION,
            )
        case _:
            assert_never(row.outcome)


def errand_value(row: HandedOver) -> str:
    """What was asked for the order: a number, or a status."""
    match row.errand:
        case SetTrack(track):
            return track.code
        case GiveExternalId() | Cancel() | MoveOn():
            return errand_name(row.errand)
        case _:
            assert_never(row.errand)


def order_line(order: OrderId, external_id: str | None) -> str:
    """An order in the list, by its numbers."""
    return f"{order} · {external_id}" if external_id else str(order)


def moment(at: datetime, now: datetime) -> str:
    """The time of today, the day and the time of another day."""
    here, today = at.astimezone(), now.astimezone().date()
    return here.strftime("%H:%M" if here.date() == today else "%d.%m %H:%M")


def services_trouble() -> str:
    """There is no list of delivery services to choose from."""
    return QCoreApplication.translate(
        "Handover", "The list of delivery services cannot be read now. The numbers can wait"
    )


def escape_key() -> str:
    """The key that puts down what is in hand."""
    return QCoreApplication.translate("Handover", "Esc")


def undo_key() -> str:
    """The key that takes the last one back."""
    return QCoreApplication.translate("Handover", "Ctrl+Z")
