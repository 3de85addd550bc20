"""The words of the shipments of the nearest days."""

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from packdesk.domain.batch_ready import Readiness
from packdesk.domain.ids import OrderId
from packdesk.domain.market_refusals import MarketReason, reason_of
from packdesk.station.day_reports import SetReady, ShopUnread
from packdesk.station.errors import MarketBusy, MarketUnreachable, PackdeskError
from packdesk.station.ports import ShipmentStatus
from packdesk.ui.words.errors import error_text
from packdesk.ui.words.market_refusals import market_reason_text
from packdesk.ui.words.notice import Notice, Tone

_REFUSED = 400


def page_name() -> str:
    """The section's name for screen readers."""
    return QCoreApplication.translate("Day", "Shipments of the nearest days")


def refresh_label() -> str:
    """The button that reads all anew."""
    return QCoreApplication.translate("Day", "Look anew") + "  F5"


def choose_label() -> str:
    """How another shipment is chosen."""
    return QCoreApplication.translate("Day", "Another shipment  ↑ ↓")


def read_at(at: datetime) -> str:
    """How old what is shown is."""
    return QCoreApplication.translate("Day", "As at {time}").format(
        time=at.astimezone().strftime("%H:%M")
    )


def being_read() -> str:
    """While nothing is known yet."""
    return QCoreApplication.translate("Day", "Asking the Market about the shipments")


def no_shipments() -> str:
    """There is nothing to ship in the nearest days."""
    return QCoreApplication.translate("Day", "No shipments in the nearest days")


def guide_set() -> str:
    """What to do now: orders can be set ready."""
    return QCoreApplication.translate("Day", "Set the packed orders ready to ship")


def guide_pack() -> str:
    """What to do now: orders of the shipment are not done."""
    return QCoreApplication.translate("Day", "Finish the orders of the shipment")


def guide_pack_another() -> str:
    """What to do now: the orders of this shipment are done, those of another are not."""
    return QCoreApplication.translate("Day", "Finish the orders of another shipment")


def guide_confirm() -> str:
    """What to do now: the shipment can be confirmed."""
    return QCoreApplication.translate("Day", "All is ready. Confirm the shipment")


def guide_nothing() -> str:
    """Nothing is to be done."""
    return QCoreApplication.translate("Day", "Nothing to ship now")


def when(begins: datetime | None, ends: datetime | None, now: datetime) -> str:
    """“today, 10:00–18:00”; times are shown as the table's clock has them."""
    if begins is None:
        return QCoreApplication.translate("Day", "time not told")
    here, today = begins.astimezone(), now.astimezone().date()
    days = (here.date() - today).days
    if days == 0:
        day = QCoreApplication.translate("Day", "today")
    elif days == 1:
        day = QCoreApplication.translate("Day", "tomorrow")
    else:
        day = QLocale().toString(QDate(here.year, here.month, here.day), "ddd, d MMM")
    hours = f"{here:%H:%M}" if ends is None else f"{here:%H:%M}–{ends.astimezone():%H:%M}"
    return f"{day}, {hours}"


def ready_count(count: int, tone: Tone) -> Notice:
    """A chip."""
    text = QCoreApplication.translate("Day", "ready: {count}").format(count=count)
    return Notice(text, tone)


def open_count(count: int) -> Notice:
    """A chip."""
    text = QCoreApplication.translate("Day", "not ready: {count}").format(count=count)
    return Notice(text, Tone.ATTENTION)


def cancelled_count(count: int) -> Notice:
    """A chip."""
    text = QCoreApplication.translate("Day", "cancelled: {count}").format(count=count)
    return Notice(text, Tone.CALM)


def unknown_count(count: int) -> Notice:
    """A chip: orders of the shipment that the Market's own list does not have."""
    text = QCoreApplication.translate("Day", "not found: {count}").format(count=count)
    return Notice(text, Tone.REFUSED)


def order_title(order: OrderId, external_id: str | None) -> str:
    """The order's number, with the shop's own where it has one."""
    return f"{order} · {external_id}" if external_id else str(order)


def open_label() -> str:
    """The button that puts the order on the bench."""
    return QCoreApplication.translate("Day", "Open")


def more_orders(count: int) -> str:
    """Under a list that is too long to be shown whole."""
    return QCoreApplication.translate("Day", "and {count} more").format(count=count)


def nothing_open(ready: int) -> str:
    """In the place of an empty list."""
    if not ready:
        return QCoreApplication.translate("Day", "No orders in this shipment")
    return QCoreApplication.translate("Day", "All orders of the shipment are ready")


def readiness_notice(readiness: Readiness) -> Notice:
    """What an order of a shipment lacks, and what to do."""
    match readiness:
        case Readiness.MAY_BE_SET:
            text = QCoreApplication.translate("Day", "Packed. Can be set ready")
            return Notice(text, Tone.ACCEPTED)
        case Readiness.READY:
            return Notice(QCoreApplication.translate("Day", "Ready to ship"), Tone.ACCEPTED)
        case Readiness.NOT_PACKED:
            return Notice(QCoreApplication.translate("Day", "Not packed yet"), Tone.ATTENTION)
        case Readiness.BEING_SENT:
            text = QCoreApplication.translate("Day", "Boxes are being sent. Wait a little")
            return Notice(text, Tone.CALM)
        case Readiness.NUMBER_WAITS:
            text = QCoreApplication.translate("Day", "Its number is being sent. Wait a little")
            return Notice(text, Tone.CALM)
        case Readiness.LABELS_MISSING:
            text = QCoreApplication.translate("Day", "Labels are not printed, or are old ones")
        case Readiness.LABELS_TO_SCAN:
            text = QCoreApplication.translate("Day", "Scan the labels where they stick")
        case Readiness.CODES_WAIT:
            text = QCoreApplication.translate("Day", "The codes are being checked. Wait a little")
            return Notice(text, Tone.CALM)
        case Readiness.CODES_REFUSED:
            text = QCoreApplication.translate("Day", "A code was refused. Take another piece")
            return Notice(text, Tone.REFUSED)
        case Readiness.CHANGED:
            text = QCoreApplication.translate("Day", "The order has changed. Look at it")
        case Readiness.NEEDS_PERSON:
            text = QCoreApplication.translate("Day", "The Market refused it. Open the order")
            return Notice(text, Tone.REFUSED)
        case Readiness.CANCELLED:
            return Notice(
                QCoreApplication.translate("Day", "Cancelled. Put it aside"), Tone.REFUSED
            )
        case Readiness.CLOSED | Readiness.OTHER_MODEL:
            return Notice(QCoreApplication.translate("Day", "Cannot be set ready"), Tone.REFUSED)
        case _:
            assert_never(readiness)
    return Notice(text, Tone.ATTENTION)


def refused_order(trouble: str) -> Notice:
    """Why the Market did not set an order ready."""
    reason = reason_of(_REFUSED, (trouble,))
    return Notice(market_reason_text(reason, (trouble,)), Tone.REFUSED)


def unclear_order() -> str:
    """The answer about an order was lost and it could not be looked up."""
    return QCoreApplication.translate("Day", "The answer was lost. It is looked up by itself")


def set_label(count: int) -> str:
    """The button of the batch."""
    return QCoreApplication.translate("Day", "Set ready to ship: {count}").format(count=count)


def setting_now() -> str:
    """While a batch is under way."""
    return QCoreApplication.translate("Day", "Setting the orders ready to ship…")


def batch_told(batch: SetReady) -> Notice:
    """The end of a batch in one sentence."""
    parts = []
    if batch.done:
        told = QCoreApplication.translate("Day", "Set ready: {count}")
        parts.append(told.format(count=len(batch.done)))
    if batch.refused:
        told = QCoreApplication.translate("Day", "refused: {count}")
        parts.append(told.format(count=len(batch.refused)))
    if batch.held_back:
        told = QCoreApplication.translate("Day", "held back: {count}")
        parts.append(told.format(count=len(batch.held_back)))
    if batch.unclear:
        told = QCoreApplication.translate("Day", "not known yet: {count}")
        parts.append(told.format(count=len(batch.unclear)))
    text = ", ".join(parts)
    if batch.error is not None:
        error = failure_text(batch.error)
        return Notice(f"{text}. {error}" if text else error, Tone.ATTENTION)
    whole = not batch.refused and not batch.held_back and not batch.unclear
    return Notice(text, Tone.COMPLETE if whole else Tone.ATTENTION)


def failure_text(error: PackdeskError) -> str:
    """Why something was not done that does not go on by itself."""
    match error:
        case MarketBusy(retry_at=datetime() as at):
            return QCoreApplication.translate(
                "Day", "The Market is busy. Try again at {time}"
            ).format(time=at.astimezone().strftime("%H:%M"))
        case MarketBusy():
            return QCoreApplication.translate("Day", "The Market is busy. Try again in a minute")
        case MarketUnreachable():
            return QCoreApplication.translate("Day", "No connection to the Market. Try again later")
        case _:
            return error_text(error)


def labels_label(count: int) -> str:
    """The button that has the labels made."""
    return QCoreApplication.translate("Day", "Labels in one PDF: {count}").format(count=count)


def confirm_label() -> str:
    """The button that leads to the reception act."""
    return QCoreApplication.translate("Day", "Reception act…")


def hold_label() -> str:
    """On the button that is held down."""
    return QCoreApplication.translate("Day", "Hold to confirm")


def not_now_label() -> str:
    """The way back."""
    return QCoreApplication.translate("Day", "Not now")


def consequence() -> str:
    """What the reception act does, told before it is asked for."""
    return QCoreApplication.translate(
        "Day",
        "The act confirms the shipment for good. All its orders must be packed and ready: "
        "none can be added or changed after that. It can be done once.",
    )


def confirming_now() -> str:
    """While the Market makes the act."""
    return QCoreApplication.translate(
        "Day", "The Market confirms the shipment. Wait, do not close the program"
    )


def another_first() -> str:
    """The act always confirms the nearest shipment of the shop."""
    return QCoreApplication.translate("Day", "An earlier shipment of this shop goes first")


def not_all_ready(count: int) -> str:
    """The act needs all orders of the shipment."""
    return QCoreApplication.translate("Day", "For the act, finish {count} more").format(count=count)


def nothing_to_confirm() -> str:
    """Every order of the shipment is cancelled."""
    return QCoreApplication.translate("Day", "Nothing goes with this shipment")


def shipment_status(status: ShipmentStatus) -> str:
    """How a shipment stands that cannot be confirmed here; an unknown state in the Market's word."""
    match status:
        case ShipmentStatus.FINISHED:
            return QCoreApplication.translate("Day", "The shipment is finished")
        case ShipmentStatus.ERROR:
            return QCoreApplication.translate(
                "Day", "The Market has trouble with this shipment. Look on its own pages"
            )
        case ShipmentStatus.OUTBOUND_CONFIRMED:
            return QCoreApplication.translate(
                "Day", "The shipment is confirmed. Its act is on the Market's own pages, too"
            )
        case _ if status.value:
            return QCoreApplication.translate("Day", "State at the Market: {state}").format(
                state=status.value
            )
        case _:
            return QCoreApplication.translate("Day", "The Market tells no state")


def shop_unread(one: ShopUnread) -> Notice:
    """The shipments of one shop could not be read."""
    text = QCoreApplication.translate("Day", "{shop}: {error}").format(
        shop=one.campaign.name or one.campaign.id, error=failure_text(one.error)
    )
    return Notice(text, Tone.REFUSED)


def is_about_orders(reason: MarketReason) -> bool:
    """Whether the Market's own words name the orders that hold a shipment up."""
    return reason in {
        MarketReason.SHIPMENT_NOT_READY,
        MarketReason.SHIPMENT_BEING_CHANGED,
        MarketReason.SHIPMENT_EMPTY,
    }
