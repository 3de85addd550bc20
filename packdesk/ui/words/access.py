"""Why an order is only to be looked at, or not even that."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.access import Access


def access_text(access: Access) -> str:
    """What the packer is to do with an order in this state."""
    match access:
        case Access.PACK:
            return QCoreApplication.translate("Access", "This order can be packed")
        case Access.CANCEL_REQUESTED:
            return QCoreApplication.translate(
                "Access", "The buyer is cancelling this order. Put it aside"
            )
        case Access.CANCELLED:
            return QCoreApplication.translate("Access", "The order is cancelled. Do not pack it")
        case Access.ALREADY_READY:
            return QCoreApplication.translate("Access", "Ready to ship. Scan the next order")
        case Access.ON_ITS_WAY:
            return QCoreApplication.translate("Access", "Already handed over. Scan the next order")
        case Access.OTHER_MODEL:
            return QCoreApplication.translate("Access", "The Market's warehouse packs this order")
        case Access.NOT_YET:
            return QCoreApplication.translate("Access", "Too early: the order is not confirmed yet")
        case Access.UNKNOWN_STATE:
            return QCoreApplication.translate(
                "Access", "This order is only to look at: its state is unknown"
            )
        case _:
            assert_never(access)


def access_word(access: Access) -> str:
    """The state in a word or two, for the queue; empty where nothing stands in the way."""
    match access:
        case Access.PACK:
            return ""
        case Access.CANCEL_REQUESTED:
            return QCoreApplication.translate("Access", "Being cancelled")
        case Access.CANCELLED:
            return QCoreApplication.translate("Access", "Cancelled")
        case Access.ALREADY_READY:
            return QCoreApplication.translate("Access", "Ready to ship")
        case Access.ON_ITS_WAY:
            return QCoreApplication.translate("Access", "Handed over")
        case Access.OTHER_MODEL:
            return QCoreApplication.translate("Access", "Not packed here")
        case Access.NOT_YET:
            return QCoreApplication.translate("Access", "Not yet")
        case Access.UNKNOWN_STATE:
            return QCoreApplication.translate("Access", "Only to look at")
        case _:
            assert_never(access)
