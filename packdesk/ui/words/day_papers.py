"""The words about the PDFs of the shipment day: labels and reception acts."""

import re
from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.market_refusals import reason_of
from packdesk.station.day_reports import (
    ActCame,
    ActNotAsked,
    ActNotKept,
    ActRefused,
    ActReport,
    ActUnclear,
    LabelsBeingMade,
    LabelsCame,
    LabelsFailed,
)
from packdesk.station.errors import MarketRefused, PackdeskError
from packdesk.ui.words.day import failure_text, is_about_orders
from packdesk.ui.words.errors import error_text
from packdesk.ui.words.market_refusals import market_reason_text
from packdesk.ui.words.notice import Notice, Tone

_ORDERS: Final = re.compile(r"orderIds:\s*\[([0-9,\s]+)\]")
_MOST = 5
"""So many orders are named; all of them stand in the list of the shipment."""


def open_file_label() -> str:
    """The button that shows a PDF, so that it can be printed."""
    return QCoreApplication.translate("DayPapers", "Open the PDF")


def keep_again_label() -> str:
    """The button that tries again to save an act that came."""
    return QCoreApplication.translate("DayPapers", "Save the act again")


def not_opened(file: str) -> Notice:
    """No program of this computer shows PDFs."""
    text = QCoreApplication.translate(
        "DayPapers", "No program opened the PDF. Print it from its folder: {file}"
    )
    return Notice(text.format(file=file), Tone.ATTENTION)


def labels_notice(labels: LabelsBeingMade | LabelsCame | LabelsFailed) -> Notice:
    """How the labels of a shipment fare."""
    match labels:
        case LabelsBeingMade(orders):
            text = QCoreApplication.translate(
                "DayPapers", "The Market is making the labels of {count} orders…"
            )
            return Notice(text.format(count=len(orders)), Tone.CALM)
        case LabelsCame(orders, _, is_incomplete=True):
            text = QCoreApplication.translate(
                "DayPapers",
                "Saved, but not whole: the Market left out some of {count} orders. "
                "Count the labels before you stick them",
            )
            return Notice(text.format(count=len(orders)), Tone.ATTENTION)
        case LabelsCame(orders):
            text = QCoreApplication.translate("DayPapers", "Saved: the labels of {count} orders")
            return Notice(text.format(count=len(orders)), Tone.COMPLETE)
        case LabelsFailed(error=PackdeskError() as error):
            return Notice(_reason(error), Tone.REFUSED)
        case LabelsFailed(substatus=substatus):
            return Notice(_labels_failed(substatus), Tone.REFUSED)
        case _:
            assert_never(labels)


def guide_paper(paper: LabelsCame | ActCame | ActNotKept) -> str:
    """What to do with a PDF that has just come."""
    match paper:
        case LabelsCame(orders, _, is_incomplete=False):
            text = QCoreApplication.translate("DayPapers", "Print the labels of {count} orders")
            return text.format(count=len(orders))
        case LabelsCame():
            return labels_notice(paper).text
        case _:
            return act_notice(paper).text


def act_notice(act: ActReport) -> Notice:
    """What became of the reception act, and what to do now."""
    match act:
        case ActCame():
            text = QCoreApplication.translate(
                "DayPapers", "The shipment is confirmed. Print the act for the driver"
            )
            return Notice(text, Tone.COMPLETE)
        case ActNotKept(error=error):
            text = QCoreApplication.translate(
                "DayPapers", "The shipment is confirmed, but the act could not be saved. {error}"
            )
            return Notice(text.format(error=error_text(error)), Tone.REFUSED)
        case ActNotAsked():
            text = QCoreApplication.translate(
                "DayPapers",
                "Nothing was confirmed: another shipment is the nearest by now. Look at the list",
            )
            return Notice(text, Tone.ATTENTION)
        case ActRefused(error=error):
            text = QCoreApplication.translate("DayPapers", "Nothing was confirmed. {reason}")
            return Notice(text.format(reason=_reason(error)), Tone.REFUSED)
        case ActUnclear():
            return _unclear(act)
        case _:
            assert_never(act)


def _unclear(act: ActUnclear) -> Notice:
    if act.is_confirmed is None:
        text = QCoreApplication.translate(
            "DayPapers",
            "The answer was lost: nobody knows whether the shipment is confirmed. "
            "Look on the Market's own pages before you try again",
        )
        return Notice(text, Tone.REFUSED)
    if act.is_confirmed:
        text = QCoreApplication.translate(
            "DayPapers",
            "The shipment is confirmed, but the act did not come. "
            "Download it on the Market's own pages",
        )
        return Notice(text, Tone.ATTENTION)
    text = QCoreApplication.translate(
        "DayPapers",
        "The answer was lost. The Market does not hold the shipment confirmed: "
        "look anew in a minute, then try again",
    )
    return Notice(text, Tone.ATTENTION)


def _labels_failed(substatus: str) -> str:
    match substatus:
        case "NO_DATA":
            return QCoreApplication.translate(
                "DayPapers", "The Market has no labels of these orders"
            )
        case "TOO_LARGE":
            return QCoreApplication.translate(
                "DayPapers", "These are too many labels for one PDF. Print them order by order"
            )
        case "":
            return QCoreApplication.translate(
                "DayPapers", "The Market has not made the labels. Have them made again"
            )
        case _:
            return QCoreApplication.translate(
                "DayPapers", "The Market could not make the labels ({reason}). Try again"
            ).format(reason=substatus)


def _reason(error: PackdeskError) -> str:
    if not isinstance(error, MarketRefused):
        return failure_text(error)
    reason = reason_of(error.status, error.messages)
    text = market_reason_text(reason, error.messages)
    named = _named(error.messages) if is_about_orders(reason) else ()
    if not named:
        return text
    orders = ", ".join(named[:_MOST]) + ("…" if len(named) > _MOST else "")
    return f"{text}: {orders}"


def _named(messages: tuple[str, ...]) -> tuple[str, ...]:
    """The orders that the Market names in its refusal."""
    found = (match for text in messages if (match := _ORDERS.search(text)) is not None)
    return tuple(one.strip() for match in found for one in match[1].split(",") if one.strip())
