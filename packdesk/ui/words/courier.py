"""The words of the hand-over of Express orders to their couriers."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.ids import OrderId
from packdesk.domain.order import EacType, Order, OrderSubstatus, ProgramType
from packdesk.station.courier_codes import (
    EacAnswered,
    EacFailed,
    EacNotAsked,
    EacReport,
    NotAsked,
    has_no_attempts,
)
from packdesk.station.errors import OrderUnknown, PackdeskError
from packdesk.station.ports import EacAnswer, EacResult
from packdesk.ui.words.band import enter_key, escape_key
from packdesk.ui.words.day import failure_text
from packdesk.ui.words.notice import Notice, Tone


def page_name() -> str:
    """The section's name for screen readers."""
    return QCoreApplication.translate("Courier", "The courier's code")


def find_hint() -> str:
    """In the empty field for the order."""
    return QCoreApplication.translate("Courier", "Scan the label or type the number")


def list_caption(count: int | None) -> str:
    """Over the list of orders; None while it was never read."""
    if count is None:
        return QCoreApplication.translate("Courier", "The list is not read yet")
    text = QCoreApplication.translate("Courier", "Couriers come for: {count}").format(count=count)
    return f"{text}  ↑ ↓" if count > 1 else text


def being_read() -> str:
    """While nothing is known yet."""
    return QCoreApplication.translate("Courier", "Asking the Market who is waited for")


def looking_for(text: str) -> str:
    """A scan waits for the list."""
    return QCoreApplication.translate("Courier", "Looking for “{text}”…").format(text=text)


def unread(error: PackdeskError) -> Notice:
    """Why the list could not be read, and the key that reads it anew."""
    return Notice(f"{trouble_text(error)} (F5)", Tone.REFUSED)


def nobody() -> str:
    """No order waits for a courier with a code."""
    return QCoreApplication.translate("Courier", "No order waits for a courier with a code")


def guide_pick() -> str:
    """What to do now."""
    return QCoreApplication.translate("Courier", "Scan the parcel that the courier takes")


def guide_code() -> str:
    """What to do now."""
    return QCoreApplication.translate("Courier", "Ask the courier for the code and type it")


def guide_tell() -> str:
    """What to do now."""
    return QCoreApplication.translate("Courier", "Tell this code to the courier")


def order_title(order: Order) -> str:
    """The order's number, with the shop's own where it has one."""
    return f"{order.id} · {order.external_id}" if order.external_id else str(order.id)


def courier_state(substatus: OrderSubstatus) -> str:
    """Where the courier is; an unknown state in the Market's own word."""
    match str(substatus.value):
        case "STARTED":
            return QCoreApplication.translate("Courier", "Not packed yet")
        case "READY_TO_SHIP":
            return QCoreApplication.translate("Courier", "Ready to ship")
        case "COURIER_SEARCH":
            return QCoreApplication.translate("Courier", "Looking for a courier")
        case "COURIER_FOUND":
            return QCoreApplication.translate("Courier", "A courier is found")
        case "COURIER_IN_TRANSIT_TO_SENDER":
            return QCoreApplication.translate("Courier", "The courier is coming")
        case "COURIER_ARRIVED_TO_SENDER":
            return QCoreApplication.translate("Courier", "The courier is here")
        case "COURIER_RECEIVED":
            return QCoreApplication.translate("Courier", "The courier has the parcel")
        case "DELIVERY_SERVICE_UNDELIVERED":
            return QCoreApplication.translate("Courier", "Brings the parcel back")
        case text:
            return text


def code_caption(kind: EacType) -> str:
    """Over the field, or over our own code."""
    if kind is EacType.MERCHANT_TO_COURIER:
        return QCoreApplication.translate("Courier", "Our code for the courier")
    return QCoreApplication.translate("Courier", "The code that the courier tells")


def code_hint() -> str:
    """In the empty field for the code."""
    return QCoreApplication.translate("Courier", "Code")


def check_label() -> str:
    """The button that has the code checked."""
    return QCoreApplication.translate("Courier", "Check the code") + f"  {enter_key()}"


def other_order_label() -> str:
    """The button that leaves the order."""
    return QCoreApplication.translate("Courier", "Another order") + f"  {escape_key()}"


def no_code_yet() -> str:
    """The Market has not given our code."""
    return QCoreApplication.translate(
        "Courier", "The Market has not given the code yet. Look anew with F5"
    )


def checking() -> str:
    """While the Market judges a code."""
    return QCoreApplication.translate("Courier", "Checking the code…")


def unknown_order(text: str) -> Notice:
    """The text names no order of this table."""
    told = QCoreApplication.translate("Courier", "“{text}” is not known at this table")
    return Notice(told.format(text=text), Tone.ATTENTION)


def not_packed_yet(order: Order) -> Notice:
    """No courier can take the order as it is now."""
    told = QCoreApplication.translate("Courier", "{order} is not packed yet: pack it first (F2)")
    return Notice(told.format(order=order.id), Tone.ATTENTION)


def no_code_wanted(order: Order) -> Notice:
    """The order is handed over without a code."""
    if order.program is not ProgramType.EXPRESS:
        text = QCoreApplication.translate(
            "Courier", "{order} is no Express order: no code is needed"
        )
    else:
        text = QCoreApplication.translate("Courier", "{order} is handed over without a code")
    return Notice(text.format(order=order.id), Tone.ATTENTION)


def answer_notice(answer: EacAnswer) -> Notice:
    """What the Market says of the code, and what to do."""
    if not answer.result.is_known:
        text = QCoreApplication.translate(
            "Courier", "The Market answered: {answer}. Do not hand over yet"
        )
        return Notice(text.format(answer=answer.result.value), Tone.ATTENTION)
    match answer.result:
        case EacResult.ACCEPTED:
            text = QCoreApplication.translate("Courier", "The code is right. Hand the parcel over")
            return Notice(text, Tone.COMPLETE)
        case EacResult.REJECTED | EacResult.NEED_UPDATE:
            return Notice(_refused(answer), Tone.REFUSED)
        case _:
            assert_never(answer.result)


def _refused(answer: EacAnswer) -> str:
    if has_no_attempts(answer):
        return QCoreApplication.translate(
            "Courier", "No attempts left. Ask the courier for a new code, then press F5"
        )
    if answer.attempts_left is None:
        return QCoreApplication.translate(
            "Courier", "Wrong code. Do not hand over, ask the courier again"
        )
    text = QCoreApplication.translate("Courier", "Wrong code. Attempts left: {count}")
    return text.format(count=answer.attempts_left)


def told_notice(told: EacReport) -> Notice:
    """The result of a code."""
    match told:
        case EacAnswered(_, answer):
            return answer_notice(answer)
        case EacNotAsked(_, why):
            return Notice(_not_asked(why), Tone.REFUSED)
        case EacFailed(may_have_cost=True):
            text = QCoreApplication.translate(
                "Courier",
                "The answer was lost. Check the same code once more; it may cost an attempt",
            )
            return Notice(text, Tone.ATTENTION)
        case EacFailed(_, error):
            return Notice(trouble_text(error), Tone.REFUSED)
        case _:
            assert_never(told)


def of_order(order: OrderId, notice: Notice) -> Notice:
    """What is told of an order that is not the chosen one."""
    text = QCoreApplication.translate("Courier", "Order {order}: {told}")
    return Notice(text.format(order=order, told=notice.text), notice.tone)


def _not_asked(why: NotAsked) -> str:
    """Nothing went out; no attempt is lost."""
    match why:
        case NotAsked.NO_CODE:
            return QCoreApplication.translate(
                "Courier", "Not sent: a code has 3 to 8 digits or Latin letters. Type it again"
            )
        case NotAsked.REFUSED_BEFORE:
            return QCoreApplication.translate(
                "Courier", "Not sent: this code was refused already. Ask the courier again"
            )
        case NotAsked.NO_ATTEMPTS:
            return QCoreApplication.translate(
                "Courier",
                "Not sent: no attempts left. When the courier has a new code, press F5",
            )
        case _:
            assert_never(why)


def trouble_text(error: PackdeskError) -> str:
    """Why the Market was not asked, or did not answer."""
    if isinstance(error, OrderUnknown):
        return QCoreApplication.translate("Courier", "The Market has no order {order}").format(
            order=error.order
        )
    return failure_text(error)
