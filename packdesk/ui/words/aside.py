"""A whole order that waits, and acts that a supervisor confirms."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.events import AsideReason
from packdesk.domain.questions import Approval, ApproveCancel, ApproveRemoval
from packdesk.ui.words.counts import COUNTS


def aside_reason(reason: AsideReason) -> str:
    """Why a whole order waits."""
    match reason:
        case AsideReason.GOODS_MISSING:
            return QCoreApplication.translate("Aside", "Goods are missing")
        case AsideReason.GOODS_DAMAGED:
            return QCoreApplication.translate("Aside", "Goods are damaged")
        case AsideReason.CODE_TROUBLE:
            return QCoreApplication.translate("Aside", "Trouble with a code")
        case AsideReason.ASK_MANAGER:
            return QCoreApplication.translate("Aside", "Ask the manager")
        case AsideReason.OTHER:
            return QCoreApplication.translate("Aside", "Another reason")
        case _:
            assert_never(reason)


def approval_text(approval: Approval) -> str:
    """What would be done for good."""
    match approval:
        case ApproveRemoval(units):
            return COUNTS.leave_for_good(len(units))
        case ApproveCancel():
            return QCoreApplication.translate("Aside", "The whole order is cancelled for good")
        case _:
            assert_never(approval)


def approval_hint() -> str:
    """How it is confirmed."""
    return QCoreApplication.translate("Aside", "Hold the button, or scan the supervisor's barcode")


def hold_to_remove() -> str:
    """The button that is held to let the missing units leave the order."""
    return QCoreApplication.translate("Aside", "Hold: remove and finish")


def hold_to_cancel() -> str:
    """The button that is held to cancel the order."""
    return QCoreApplication.translate("Aside", "Hold: cancel the order")


def go_back() -> str:
    """The button that changes nothing."""
    return QCoreApplication.translate("Aside", "Go back")


def removal_title() -> str:
    """The title over the goods that would leave the order."""
    return QCoreApplication.translate("Aside", "Removed from the order for good")


def cancel_title() -> str:
    """The title over the goods of an order that would be cancelled."""
    return QCoreApplication.translate("Aside", "The whole order is cancelled for good")


def leaves_order(name: str, count: int) -> str:
    """One good that the buyer will not get."""
    return f"✕ {name} × {count}"


def buyer_is_told() -> str:
    """What happens at once."""
    return QCoreApplication.translate("Aside", "The buyer is told at once, and it cannot be undone")


def counts_against_shop(count: int) -> str:
    """What it does to the shop's quality index."""
    return COUNTS.against_shop(count)


def cancel_order() -> str:
    """The answer that offers to cancel the whole order."""
    return QCoreApplication.translate("Aside", "Cancel the order")


def whole_order() -> str:
    """The answer that it is the whole order that waits, or is cancelled."""
    return QCoreApplication.translate("Aside", "The whole order")


def what_is_wrong_with_order() -> str:
    """The question after "Problem" where no good is picked."""
    return QCoreApplication.translate("Aside", "What is the problem with?")


def why_aside() -> str:
    """The question before an order is put aside."""
    return QCoreApplication.translate("Aside", "Why does the order wait?")


def aside_note_hint() -> str:
    """What may be typed as a reason."""
    return QCoreApplication.translate("Aside", "a few words")


def is_aside() -> str:
    """The order waits on the shelf."""
    return QCoreApplication.translate("Aside", "Put aside")


def take_up() -> str:
    """The button that goes on with an order which was put aside."""
    return QCoreApplication.translate("Aside", "Work on it again")
