"""Refusals about changed orders, cancellations, stuck labels and the external number."""

from typing import TypeAlias, assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.refusals import (
    BeingCancelled,
    CannotCancel,
    ExternalIdBad,
    ExternalIdKnown,
    ExternalIdTooLate,
    LabelAlreadyStuck,
    LabelOfOther,
    LabelWithoutBox,
    LookFirst,
    NothingChanged,
    NothingToApprove,
)
from packdesk.ui.words.changes import change_text
from packdesk.ui.words.external_id import external_id_fault
from packdesk.ui.words.goods import into_box

StopRefusal: TypeAlias = (
    LookFirst
    | NothingChanged
    | BeingCancelled
    | CannotCancel
    | NothingToApprove
    | LabelOfOther
    | LabelAlreadyStuck
    | LabelWithoutBox
    | ExternalIdKnown
    | ExternalIdBad
    | ExternalIdTooLate
)


def stop_text(refusal: StopRefusal) -> str:
    """One sentence for each of them."""
    match refusal:
        case LookFirst(()):
            return QCoreApplication.translate("Stops", "The order changed. Look at it first")
        case LookFirst(changes):
            return change_text(changes[0])
        case NothingChanged():
            return QCoreApplication.translate("Stops", "Nothing has changed")
        case BeingCancelled():
            return QCoreApplication.translate("Stops", "This order is being cancelled")
        case CannotCancel():
            return QCoreApplication.translate(
                "Stops", "This order cannot be cancelled here. Ask the manager"
            )
        case NothingToApprove():
            return QCoreApplication.translate("Stops", "Nothing waits for the supervisor")
        case LabelOfOther(order):
            return QCoreApplication.translate(
                "Stops", "That is the label of order {order}. Swap the labels"
            ).format(order=order)
        case LabelAlreadyStuck(box):
            return QCoreApplication.translate(
                "Stops", "The label of {box} was scanned already. Scan another box"
            ).format(box=into_box(box))
        case LabelWithoutBox():
            return QCoreApplication.translate(
                "Stops", "This label names no box. Scan the barcode with the box's number"
            )
        case ExternalIdKnown(external_id):
            return QCoreApplication.translate(
                "Stops", "The external number is {number} and stays so"
            ).format(number=external_id)
        case ExternalIdBad(fault):
            return external_id_fault(fault)
        case ExternalIdTooLate():
            return QCoreApplication.translate(
                "Stops", "Too late to give the order an external number"
            )
        case _:
            assert_never(refusal)
