"""Questions and their answers."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.order import Order
from packdesk.domain.questions import (
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
        case _:
            assert_never(question)


def forget_scan_label() -> str:
    """The button that forgets the scan that a question was asked about."""
    return QCoreApplication.translate("Questions", "Forget the scan")


def dismiss_label() -> str:
    """The button that leaves a question unanswered."""
    return QCoreApplication.translate("Questions", "Leave it")
