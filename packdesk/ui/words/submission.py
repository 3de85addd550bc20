"""How far a finished order is on its way, and what a person has to decide."""

from enum import Enum
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.market_refusals import reason_of
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import (
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
    Submission,
    WaitsForBatch,
    next_step,
)
from packdesk.station.reports import SendState
from packdesk.ui.words.checks import check_text
from packdesk.ui.words.goods import box_name
from packdesk.ui.words.market_refusals import market_reason_text
from packdesk.ui.words.notice import Notice, Tone


class PersonAnswer(Enum):
    """What a person can say to a submission that waits for one."""

    PRINTED = "it printed"
    NOT_PRINTED = "it did not print"
    RETRY = "try again"


def submission_notice(submission: Submission) -> Notice:
    """The sentence about a submission, and its tone."""
    step = next_step(submission)
    if submission.labels_are_stale and isinstance(step, FetchLabels | PrintLabels):
        return Notice(
            QCoreApplication.translate("Submission", "The layout changed: stick the new labels"),
            Tone.ATTENTION,
        )
    match step:
        case DidItPrint() | CodesRefused() | LabelsToScan() | OrderIsChanged():
            tone = Tone.ATTENTION
        case MarketSaidNo() | AnswersUnreadable():
            tone = Tone.REFUSED
        case Finished():
            tone = Tone.COMPLETE
        case _:
            tone = Tone.CALM
    return Notice(step_text(step), tone)


def step_text(step: Next) -> str:
    """One sentence for everything that can come next."""
    match step:
        case NotConfirmed():
            return QCoreApplication.translate("Submission", "Not finished yet")
        case SendLayout():
            return QCoreApplication.translate("Submission", "Saved. Sending the boxes")
        case SetExternalId():
            return QCoreApplication.translate("Submission", "Saved. Sending the external number")
        case FetchLabels():
            return QCoreApplication.translate("Submission", "Getting the labels")
        case PrintLabels():
            return QCoreApplication.translate("Submission", "Printing the labels")
        case AwaitCodeChecks():
            return QCoreApplication.translate(
                "Submission", "Stick the labels. The codes are being checked"
            )
        case MarkReady():
            return QCoreApplication.translate("Submission", "Stick the labels. Almost ready")
        case WaitsForBatch():
            return QCoreApplication.translate(
                "Submission", "Stick the labels. It is set ready with its shipment"
            )
        case FindOut():
            return QCoreApplication.translate(
                "Submission", "The connection broke. Asking the Market what it has"
            )
        case Finished():
            return QCoreApplication.translate("Submission", "Done. Scan the next order")
        case _:
            return person_text(step)


def person_text(step: NeedsPerson) -> str:
    """The sentence about what waits for a person."""
    match step:
        case DidItPrint():
            return QCoreApplication.translate("Submission", "Did the labels print?")
        case CodesRefused(checks):
            return check_text(checks[0])
        case MarketSaidNo(refused):
            reason = reason_of(refused.status, refused.messages)
            return market_reason_text(reason, refused.messages)
        case OrderIsChanged():
            return QCoreApplication.translate(
                "Submission", "The order changed at the Market. Nothing is sent before you look"
            )
        case LabelsToScan(boxes):
            return QCoreApplication.translate(
                "Submission", "Scan the label where it sticks: {box}"
            ).format(box=box_name(boxes[0]))
        case AnswersUnreadable():
            return QCoreApplication.translate(
                "Submission", "The Market's answer cannot be read. Try again, or ask for help"
            )
        case _:
            assert_never(step)


def person_answers(step: Next) -> tuple[PersonAnswer, ...]:
    """What a person may answer now; empty where nobody is asked."""
    match step:
        case DidItPrint():
            return (PersonAnswer.PRINTED, PersonAnswer.NOT_PRINTED)
        case MarketSaidNo() | AnswersUnreadable():
            return (PersonAnswer.RETRY,)
        case _:
            return ()


def person_answer_label(answer: PersonAnswer) -> str:
    """The words on the button."""
    match answer:
        case PersonAnswer.PRINTED:
            return QCoreApplication.translate("Submission", "Yes, all of them")
        case PersonAnswer.NOT_PRINTED:
            return QCoreApplication.translate("Submission", "No, print again")
        case PersonAnswer.RETRY:
            return QCoreApplication.translate("Submission", "Try again")
        case _:
            assert_never(answer)


def step_name(kind: StepKind) -> str:
    """What goes out, in a few words."""
    match kind:
        case StepKind.SEND_LAYOUT:
            return QCoreApplication.translate("Submission", "Boxes sent")
        case StepKind.SET_EXTERNAL_ID:
            return QCoreApplication.translate("Submission", "External number sent")
        case StepKind.FETCH_LABELS:
            return QCoreApplication.translate("Submission", "Labels fetched")
        case StepKind.PRINT_LABELS:
            return QCoreApplication.translate("Submission", "Labels printed")
        case StepKind.CHECK_CODES:
            return QCoreApplication.translate("Submission", "Codes checked")
        case StepKind.MARK_READY:
            return QCoreApplication.translate("Submission", "Ready to ship")
        case _:
            assert_never(kind)


def send_state_word(state: SendState) -> str:
    """The state in a word or two, for the queue; empty while nothing is confirmed."""
    match state:
        case SendState.NONE:
            return ""
        case SendState.SENDING:
            return QCoreApplication.translate("Submission", "Sending")
        case SendState.CHECKING:
            return QCoreApplication.translate("Submission", "Checking codes")
        case SendState.WITH_SHIPMENT:
            return QCoreApplication.translate("Submission", "With its shipment")
        case SendState.NEEDS_PERSON:
            return QCoreApplication.translate("Submission", "Needs you")
        case SendState.DONE:
            return QCoreApplication.translate("Submission", "Done")
        case _:
            assert_never(state)
