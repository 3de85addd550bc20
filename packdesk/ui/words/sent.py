"""The words of the list of what was sent."""

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.checks import CheckAction
from packdesk.domain.ids import OrderId
from packdesk.domain.order import Order
from packdesk.station.sent import SentLane
from packdesk.ui.sent.props import SentAct
from packdesk.ui.words.goods import model_name


def page_name() -> str:
    """The screen's name for screen readers."""
    return QCoreApplication.translate("Sent", "What was sent")


def search_hint() -> str:
    """In the empty search field."""
    return QCoreApplication.translate("Sent", "Order, external number or parcel")


def choose_label() -> str:
    """How another row is chosen."""
    return QCoreApplication.translate("Sent", "Another order  ↑ ↓")


def nothing_found(text: str) -> str:
    """A search without a result."""
    return QCoreApplication.translate("Sent", "“{text}” is not known at this table").format(
        text=text
    )


def lane_title(lane: SentLane, count: int) -> str:
    """The head of a column with its count."""
    match lane:
        case SentLane.NEEDS_YOU:
            name = QCoreApplication.translate("Sent", "Needs you")
        case SentLane.WAITING:
            name = QCoreApplication.translate("Sent", "On its way")
        case SentLane.DONE:
            name = QCoreApplication.translate("Sent", "Done")
        case _:
            assert_never(lane)
    return f"{name} · {count}" if count else name


def lane_empty(lane: SentLane) -> str:
    """What an empty column says."""
    match lane:
        case SentLane.NEEDS_YOU:
            return QCoreApplication.translate("Sent", "Nobody is waited for")
        case SentLane.WAITING:
            return QCoreApplication.translate("Sent", "Nothing waits to be sent")
        case SentLane.DONE:
            return QCoreApplication.translate("Sent", "Nothing is done yet")
        case _:
            assert_never(lane)


def more_rows(count: int) -> str:
    """Under a column that is too long to be shown whole."""
    return QCoreApplication.translate("Sent", "{count} more: find them by number").format(
        count=count
    )


def order_title(order: Order) -> str:
    """The number and the model of an order."""
    return f"{order.id} · {model_name(order.program)}"


def moment(at: datetime, now: datetime) -> str:
    """The time of today, the day and the time of another day."""
    here, today = at.astimezone(), now.astimezone().date()
    return here.strftime("%H:%M" if here.date() == today else "%d.%m %H:%M")


def waits_until(sentence: str, until: datetime | None) -> str:
    """What waits, and until when it does."""
    if until is None:
        return sentence
    return QCoreApplication.translate("Sent", "{what}. Going on at {time}").format(
        what=sentence, time=until.astimezone().strftime("%H:%M")
    )


def reprinted(sentence: str, times: int) -> str:
    """The sentence of a finished order whose labels were printed again."""
    return QCoreApplication.translate("Sent", "{what} Reprinted: {times}").format(
        what=sentence, times=times
    )


def done_text() -> str:
    """An order with nothing left to do."""
    return QCoreApplication.translate("Sent", "The Market has all of it.")


def printing_again(order: OrderId) -> str:
    """The labels are on their way to the printer once more."""
    return QCoreApplication.translate("Sent", "Printing again: order {order}").format(order=order)


def labels_only_text() -> str:
    """A DBS order: its layout is stored and its labels are printed."""
    return QCoreApplication.translate("Sent", "Boxes are stored, labels are printed.")


def act_label(act: SentAct) -> str:
    """The words on a button."""
    match act:
        case SentAct.DETAILS:
            return QCoreApplication.translate("Sent", "History")
        case SentAct.ANOTHER_PIECE:
            return QCoreApplication.translate("Sent", "Another piece")
        case SentAct.OPEN:
            return QCoreApplication.translate("Sent", "Open the order")
        case SentAct.SEE_CHANGES:
            return QCoreApplication.translate("Sent", "Understood")
        case SentAct.RETRY | SentAct.RETRY_ERRAND:
            return QCoreApplication.translate("Sent", "Try again")
        case SentAct.DROP_ERRAND:
            return QCoreApplication.translate("Sent", "Do not send it")
        case SentAct.ADD_TRACK:
            return QCoreApplication.translate("Sent", "Send it all the same")
        case SentAct.PRINTED:
            return QCoreApplication.translate("Sent", "Yes, they printed")
        case SentAct.NOT_PRINTED:
            return QCoreApplication.translate("Sent", "No, print again")
        case SentAct.REPRINT:
            return QCoreApplication.translate("Sent", "Print again")
        case SentAct.SETTINGS:
            return QCoreApplication.translate("Sent", "Settings")
        case SentAct.BACK:
            return QCoreApplication.translate("Sent", "Back")
        case _:
            assert_never(act)


def decide_label() -> str:
    """The button that leads to a question with more than one answer."""
    return QCoreApplication.translate("Sent", "Answer")


def check_act_label(action: CheckAction) -> str:
    """The button for what is to be done about a refused code."""
    match action:
        case CheckAction.SCAN_AGAIN:
            return QCoreApplication.translate("Sent", "Scan it again")
        case CheckAction.CALL_MANAGER:
            return QCoreApplication.translate("Sent", "Open the order")
        case CheckAction.ANOTHER_PIECE | CheckAction.NOTHING | CheckAction.WAIT:
            return QCoreApplication.translate("Sent", "Another piece")
        case _:
            assert_never(action)
