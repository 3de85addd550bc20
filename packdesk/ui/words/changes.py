"""What became different about an order, and what the packer must do about it."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from packdesk.domain.changes import (
    BoxesChanged,
    CancelAsked,
    Change,
    CodesWantedChanged,
    CountChanged,
    ExternalIdChanged,
    ItemAdded,
    ItemGone,
    NotesChanged,
    ShipmentMoved,
    StateChanged,
    TooMuch,
)
from packdesk.domain.order import OrderStatus
from packdesk.ui.words.goods import into_box


def ends_packing(change: Change) -> bool:
    """Whether nothing more is to be packed."""
    match change:
        case CancelAsked() | StateChanged(OrderStatus.CANCELLED):
            return True
        case _:
            return False


def change_text(change: Change) -> str:
    """One sentence for every change."""
    match change:
        case ItemGone(_, name, count):
            return QCoreApplication.translate(
                "Changes", "Left the order: {item} × {count}. Put it back on the shelf"
            ).format(item=name, count=count)
        case ItemAdded(_, name, count):
            return QCoreApplication.translate(
                "Changes", "New in the order: {item} × {count}"
            ).format(item=name, count=count)
        case CountChanged(_, name, was, now):
            return QCoreApplication.translate("Changes", "{item}: now {now}, not {was}").format(
                item=name, now=now, was=was
            )
        case CodesWantedChanged(_, name):
            return QCoreApplication.translate(
                "Changes", "{item}: other codes are wanted now"
            ).format(item=name)
        case CancelAsked():
            return QCoreApplication.translate("Changes", "Stop: the buyer is cancelling this order")
        case StateChanged(OrderStatus.CANCELLED):
            return QCoreApplication.translate("Changes", "Stop: the order is cancelled")
        case StateChanged(status, substatus):
            return QCoreApplication.translate(
                "Changes", "The order is in another state now: {state}"
            ).format(state=f"{status.value} {substatus.value}".strip())
        case ShipmentMoved():
            return _shipment(change)
        case NotesChanged(""):
            return QCoreApplication.translate("Changes", "The buyer's note is gone")
        case NotesChanged(notes):
            return QCoreApplication.translate("Changes", "The buyer's note: {notes}").format(
                notes=notes
            )
        case ExternalIdChanged(None):
            return QCoreApplication.translate("Changes", "The order has no external number now")
        case ExternalIdChanged(external_id):
            return QCoreApplication.translate(
                "Changes", "The external number is now {number}"
            ).format(number=external_id)
        case BoxesChanged():
            return QCoreApplication.translate(
                "Changes", "This order was packed elsewhere. Take those boxes, or keep these?"
            )
        case _:
            assert_never(change)


def too_much_text(goods: TooMuch) -> str:
    """“Take out of box 2: Mug × 1”."""
    return QCoreApplication.translate("Changes", "Take out of {box}: {item} × {count}").format(
        box=into_box(goods.box), item=goods.name, count=goods.count
    )


def changed_title() -> str:
    """The title over the differences."""
    return QCoreApplication.translate("Changes", "The order changed at the Market")


def look_at_changes() -> str:
    """What to do about the differences, which stand below."""
    return QCoreApplication.translate("Changes", "Read what changed, then go on")


def see_changes_label() -> str:
    """The button that goes on after a change."""
    return QCoreApplication.translate("Changes", "Seen. Go on")


def keep_boxes_label() -> str:
    """The same where boxes were made elsewhere, too."""
    return QCoreApplication.translate("Changes", "Keep these boxes")


def take_boxes_label() -> str:
    """The button that takes the boxes over which the Market keeps."""
    return QCoreApplication.translate("Changes", "Take the Market's boxes")


def _shipment(change: ShipmentMoved) -> str:
    if change.day is None:
        return QCoreApplication.translate("Changes", "The day of the shipment is open again")
    date = QDate(change.day.year, change.day.month, change.day.day)
    day = QLocale().toString(date, QLocale.FormatType.ShortFormat)
    if change.time is not None:
        day = f"{day} {change.time:%H:%M}"
    return QCoreApplication.translate("Changes", "The shipment is now on {day}").format(day=day)
