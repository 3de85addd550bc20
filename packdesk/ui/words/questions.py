"""Questions and their answers."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.order import Order
from packdesk.domain.questions import (
    ChangeSent,
    Question,
    SplitProposed,
    TeachBarcode,
    WhichItem,
    WhichItemHasCode,
)
from packdesk.ui.words.counts import COUNTS
from packdesk.ui.words.goods import item_name


def question_text(question: Question, order: Order | None) -> str:
    """What is asked."""
    match question:
        case WhichItemHasCode():
            return QCoreApplication.translate("Questions", "Which good has this code?")
        case WhichItem():
            return QCoreApplication.translate("Questions", "Which good is it?")
        case SplitProposed(item, total):
            return f"{item_name(order, item)}: {COUNTS.travels_in(total)}"
        case TeachBarcode():
            return QCoreApplication.translate("Questions", "What is this barcode on?")
        case ChangeSent(is_printed=True):
            return QCoreApplication.translate(
                "Questions", "The labels are printed already. Change the boxes?"
            )
        case ChangeSent():
            return QCoreApplication.translate(
                "Questions", "The boxes were sent already. Change them?"
            )
        case _:
            assert_never(question)


def answer_labels(question: Question, order: Order | None) -> tuple[str, ...]:
    """The answers, in the order of ``question.answers``."""
    match question:
        case WhichItemHasCode(_, _, items) | WhichItem(items) | TeachBarcode(_, items):
            return tuple(item_name(order, item) for item in items)
        case SplitProposed(_, total):
            return (
                COUNTS.into_parts(total),
                QCoreApplication.translate("Questions", "Pack whole"),
            )
        case ChangeSent():
            return (QCoreApplication.translate("Questions", "Change"),)
        case _:
            assert_never(question)


def dismiss_label(question: Question | None = None) -> str:
    """The button that leaves a question unanswered, and with it the scan that raised it, if any."""
    match question:
        case None | ChangeSent():
            return QCoreApplication.translate("Questions", "Leave it")
        case WhichItemHasCode() | WhichItem() | SplitProposed() | TeachBarcode():
            return QCoreApplication.translate("Questions", "Forget the scan")
        case _:
            assert_never(question)
