"""The words of the section that sets the status of DBS orders."""

from datetime import date
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from packdesk.domain.errands import CancelReason
from packdesk.domain.order import OrderStatus


def status_name(status: OrderStatus) -> str:
    """A status in the packer's words; one that is not known in the Market's own."""
    names = {
        OrderStatus.PROCESSING: QCoreApplication.translate("HandoverStatus", "Being packed"),
        OrderStatus.DELIVERY: QCoreApplication.translate("HandoverStatus", "On its way"),
        OrderStatus.PICKUP: QCoreApplication.translate("HandoverStatus", "At the pick-up point"),
        OrderStatus.DELIVERED: QCoreApplication.translate("HandoverStatus", "Delivered"),
        OrderStatus.CANCELLED: QCoreApplication.translate("HandoverStatus", "Cancelled"),
        OrderStatus.PENDING: QCoreApplication.translate("HandoverStatus", "Not confirmed yet"),
        OrderStatus.RESERVED: QCoreApplication.translate("HandoverStatus", "Not placed yet"),
        OrderStatus.UNPAID: QCoreApplication.translate("HandoverStatus", "Not paid yet"),
        OrderStatus.RETURNED: QCoreApplication.translate("HandoverStatus", "Returned"),
        OrderStatus.PARTIALLY_RETURNED: QCoreApplication.translate(
            "HandoverStatus", "Returned in part"
        ),
    }
    return names.get(status, status.value)


def move_label(status: OrderStatus) -> str:
    """The button that sets a status."""
    match status:
        case OrderStatus.DELIVERY:
            return QCoreApplication.translate("HandoverStatus", "Given to the courier")
        case OrderStatus.PICKUP:
            return QCoreApplication.translate("HandoverStatus", "Arrived at the pick-up point")
        case OrderStatus.DELIVERED:
            return QCoreApplication.translate("HandoverStatus", "Handed to the buyer")
        case _:
            return status_name(status)


def reason_label(reason: CancelReason) -> str:
    """Why an order is cancelled."""
    match reason:
        case CancelReason.SHOP_FAILED:
            return QCoreApplication.translate("HandoverStatus", "The shop cannot deliver it")
        case CancelReason.USER_CHANGED_MIND:
            return QCoreApplication.translate("HandoverStatus", "The buyer changed their mind")
        case CancelReason.USER_UNREACHABLE:
            return QCoreApplication.translate("HandoverStatus", "The buyer cannot be reached")
        case CancelReason.INCORRECT_PERSONAL_DATA:
            return QCoreApplication.translate("HandoverStatus", "The buyer's data are wrong")
        case CancelReason.PICKUP_EXPIRED:
            return QCoreApplication.translate("HandoverStatus", "Nobody came to pick it up")
        case _:
            assert_never(reason)


def order_hint() -> str:
    """In the field for the order."""
    return QCoreApplication.translate("HandoverStatus", "Scan or type the order")


def order_wanted() -> str:
    """Below the empty field: whose status is set here."""
    return QCoreApplication.translate(
        "HandoverStatus",
        "DBS orders: the shop itself tells the Market when an order is on its way, has arrived or "
        "was handed to the buyer",
    )


def scan_order() -> str:
    """What to do now while no order is picked."""
    return QCoreApplication.translate("HandoverStatus", "Scan the order whose status changes")


def choose_move() -> str:
    """What to do now while an order is picked."""
    return QCoreApplication.translate("HandoverStatus", "Choose what has become of the order")


def waits_for_the_market() -> str:
    """What was set last has not been answered."""
    return QCoreApplication.translate("HandoverStatus", "Saved. Waiting for the Market's answer")


def nothing_left() -> str:
    """The order has come to its end: nothing can be set."""
    return QCoreApplication.translate("HandoverStatus", "Nothing more can be set for this order")


def no_order_there(text: str) -> str:
    """A track number was scanned where an order is wanted."""
    return QCoreApplication.translate(
        "HandoverStatus", "“{text}” is no order. Scan the parcel's own label"
    ).format(text=text)


def buyer_cancels() -> str:
    """The buyer has asked for a cancellation."""
    return QCoreApplication.translate("HandoverStatus", "The buyer asks to cancel this order")


def day_caption() -> str:
    """Beside the field for the real day."""
    return QCoreApplication.translate("HandoverStatus", "Day it happened")


def day_hint() -> str:
    """In the empty field for the real day."""
    return QCoreApplication.translate("HandoverStatus", "today")


def day_example() -> str:
    """How a day is typed."""
    return QCoreApplication.translate("HandoverStatus", "if it was earlier: day.month")


def day_wrong() -> str:
    """What was typed is no day."""
    return QCoreApplication.translate("HandoverStatus", "This is no day. Type it as 19.11")


def day_refused() -> str:
    """The day lies in the future or before the order."""
    return QCoreApplication.translate("HandoverStatus", "Not after today, not before the order")


def day_name(day: date) -> str:
    """A day in words, so that a mistake is seen."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def cancel_caption(reasons: int) -> str:
    """Over the reasons for a cancellation; the arrows choose the one that has the key."""
    text = QCoreApplication.translate("HandoverStatus", "Cancel for good: hold the reason down")
    return f"{text}  ↑ ↓" if reasons > 1 else text


def find_label() -> str:
    """The button that takes the typed order."""
    return QCoreApplication.translate("HandoverStatus", "Find")


def other_order() -> str:
    """The button that puts the order down."""
    return QCoreApplication.translate("HandoverStatus", "Another order")
