"""What the hand-over desk asks, the answers, and what speaks against a track number."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.handover_refusals import (
    AnotherTrack,
    BuyerCancels,
    DoubtfulTrack,
    HandoverQuestion,
    WhichService,
)
from packdesk.domain.tracks import TrackNumber, TrackWarning


def question_text(question: HandoverQuestion) -> str:
    """The question itself."""
    match question:
        case WhichService():
            return QCoreApplication.translate("HandoverQuestions", "Who carries this parcel?")
        case AnotherTrack():
            return QCoreApplication.translate(
                "HandoverQuestions", "The order has another track number. Add this one?"
            )
        case DoubtfulTrack():
            return QCoreApplication.translate("HandoverQuestions", "Is this the track number?")
        case BuyerCancels():
            return QCoreApplication.translate(
                "HandoverQuestions", "The buyer asks to cancel. Hand it over?"
            )
        case _:
            assert_never(question)


def question_details(question: HandoverQuestion) -> str:
    """What the person needs to know to answer."""
    match question:
        case WhichService(_, track):
            return QCoreApplication.translate(
                "HandoverQuestions", "{code}: press a digit, or type the name of the service"
            ).format(code=track.text)
        case AnotherTrack(_, track, there):
            return QCoreApplication.translate(
                "HandoverQuestions", "Scanned: {code}. The Market has: {there}"
            ).format(code=track.text, there=", ".join(one.code for one in there))
        case DoubtfulTrack(_, track):
            return doubts(track)
        case BuyerCancels(order):
            return QCoreApplication.translate(
                "HandoverQuestions", "Order {order}: the Market has a request for cancellation"
            ).format(order=order)
        case _:
            assert_never(question)


def doubts(track: TrackNumber) -> str:
    """The number and all that speaks against it."""
    reasons = [warning_text(warning) for warning in track.warnings]
    text = f"{track.text}: {'; '.join(reasons)}"
    if track.is_something_else:
        again = QCoreApplication.translate("HandoverQuestions", "Scan the right one")
    else:
        again = QCoreApplication.translate(
            "HandoverQuestions", "Scan the right one, or the same once more to take it"
        )
    return f"{text}. {again}"


def warning_text(warning: TrackWarning) -> str:
    """Why a text may not be the track number it is taken for."""
    match warning:
        case TrackWarning.CHECK_DIGIT:
            return QCoreApplication.translate("HandoverQuestions", "its check digit is wrong")
        case TrackWarning.NOT_ASCII:
            return QCoreApplication.translate(
                "HandoverQuestions", "it has letters that no carrier uses"
            )
        case TrackWarning.LOOK_ALIKES:
            return QCoreApplication.translate(
                "HandoverQuestions", "it has Russian letters that look like Latin ones"
            )
        case TrackWarning.TOO_LONG:
            return QCoreApplication.translate(
                "HandoverQuestions", "it is longer than any track number"
            )
        case TrackWarning.TOO_SHORT:
            return QCoreApplication.translate(
                "HandoverQuestions", "it is shorter than any track number"
            )
        case TrackWarning.OUR_PARCEL:
            return QCoreApplication.translate(
                "HandoverQuestions", "it looks like the number of an order"
            )
        case TrackWarning.BARCODE:
            return QCoreApplication.translate("HandoverQuestions", "it is the barcode of a product")
        case TrackWarning.MARKING_CODE:
            return QCoreApplication.translate("HandoverQuestions", "it is a Honest Sign code")
        case TrackWarning.LINK:
            return QCoreApplication.translate("HandoverQuestions", "it is a web address")
        case TrackWarning.STRANGE:
            return QCoreApplication.translate("HandoverQuestions", "no carrier gives such numbers")
        case TrackWarning.OTHER_CARRIER:
            return QCoreApplication.translate(
                "HandoverQuestions", "another carrier gives such numbers"
            )
        case _:
            assert_never(warning)


def add_label() -> str:
    """The answer that gives the order one more track number."""
    return QCoreApplication.translate("HandoverQuestions", "Add it")


def leave_label() -> str:
    """The answer that leaves a scanned number out."""
    return QCoreApplication.translate("HandoverQuestions", "Scan another one")


def hold_label() -> str:
    """The answer that takes a doubtful number if it is held down."""
    return QCoreApplication.translate("HandoverQuestions", "Hold: take it all the same")


def latin_label(text: str) -> str:
    """The answer that takes the number in Latin letters."""
    return QCoreApplication.translate("HandoverQuestions", "Take {code}").format(code=text)


def hand_over_label() -> str:
    """The answer that hands the parcel over in spite of the buyer's request."""
    return QCoreApplication.translate("HandoverQuestions", "Hand it over all the same")


def aside_label() -> str:
    """The answer that leaves the parcel of a buyer who cancels."""
    return QCoreApplication.translate("HandoverQuestions", "Put it aside")


def service_hint() -> str:
    """In the field that searches the delivery services."""
    return QCoreApplication.translate("HandoverQuestions", "Name of the delivery service")


def no_service() -> str:
    """The search for a delivery service finds nothing."""
    return QCoreApplication.translate("HandoverQuestions", "No such service in the Market's list")


def services_unknown() -> str:
    """The list of delivery services is not there yet."""
    return QCoreApplication.translate(
        "HandoverQuestions", "The Market's list of services has not come yet"
    )
