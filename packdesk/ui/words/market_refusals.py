"""Every refusal of the Market as one sentence that says what to do, and the word on its button."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from packdesk.domain.market_refusals import MarketReason, WayOut


def market_reason_text(reason: MarketReason, messages: tuple[str, ...] = ()) -> str:
    """The sentence; what is not listed is told in the Market's own words."""
    if reason is not MarketReason.UNLISTED:
        return _SENTENCES[reason]()
    if not messages:
        return QCoreApplication.translate("MarketRefusals", "The Market refused, without a reason")
    return QCoreApplication.translate("MarketRefusals", "The Market refused: {reason}").format(
        reason="; ".join(messages)
    )


def way_out_label(way: WayOut) -> str:
    """The words on the button."""
    return _WAYS[way]()


_SENTENCES: Final[Mapping[MarketReason, Callable[[], str]]] = {
    MarketReason.OTHER_STATE: lambda: QCoreApplication.translate(
        "MarketRefusals", "The order is in another state at the Market. Look at it anew"
    ),
    MarketReason.CLOSED: lambda: QCoreApplication.translate(
        "MarketRefusals",
        "The order is closed: it is ready to ship already. Change it on the Market's own pages",
    ),
    MarketReason.LAYOUT_INVALID: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market does not take these boxes. Open the order and mend them"
    ),
    MarketReason.CODE_INVALID: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market does not take a code. Open the order and scan it again"
    ),
    MarketReason.COUNTRY_INVALID: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market does not know this country. Choose it from the list"
    ),
    MarketReason.EXTERNAL_ID_SET: lambda: QCoreApplication.translate(
        "MarketRefusals", "The order already has an external number. Look at it anew"
    ),
    MarketReason.EXTERNAL_ID_TOO_LATE: lambda: QCoreApplication.translate(
        "MarketRefusals", "It is too late to give the order an external number"
    ),
    MarketReason.CODES_NOT_CHECKED: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market still waits for the codes. See how they fare"
    ),
    MarketReason.STATUS_FORBIDDEN: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market does not allow this status now. Look at the order anew"
    ),
    MarketReason.CANCEL_REASON_FORBIDDEN: lambda: QCoreApplication.translate(
        "MarketRefusals", "The order cannot be cancelled for this reason. Choose another"
    ),
    MarketReason.DATE_INVALID: lambda: QCoreApplication.translate(
        "MarketRefusals", "The day of the delivery is wrong. Enter the right one"
    ),
    MarketReason.OTHER_MODEL: lambda: QCoreApplication.translate(
        "MarketRefusals", "This shop's model cannot do that here. Use the Market's own pages"
    ),
    MarketReason.BUYER_HIDDEN: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market does not show the buyer in this state"
    ),
    MarketReason.NO_SHIPMENT: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market has no shipment to confirm. Look on its own pages"
    ),
    MarketReason.SHIPMENT_EMPTY: lambda: QCoreApplication.translate(
        "MarketRefusals", "No order of the shipment is ready yet. Pack them first"
    ),
    MarketReason.SHIPMENT_NOT_READY: lambda: QCoreApplication.translate(
        "MarketRefusals", "Some orders of the shipment are not ready. Finish them first"
    ),
    MarketReason.SHIPMENT_BEING_CHANGED: lambda: QCoreApplication.translate(
        "MarketRefusals", "Orders are being taken out of the shipment. Wait up to 30 minutes"
    ),
    MarketReason.SHIPMENT_CONFIRMED: lambda: QCoreApplication.translate(
        "MarketRefusals", "The shipment is confirmed already. Its act is on the Market's own pages"
    ),
    MarketReason.SIGNATORY: lambda: QCoreApplication.translate(
        "MarketRefusals", "This person cannot sign the act. Choose another"
    ),
    MarketReason.KEY_INVALID: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market does not accept the key. Enter a valid one in the settings"
    ),
    MarketReason.SCOPE_MISSING: lambda: QCoreApplication.translate(
        "MarketRefusals", "The key may not do this. Make a key with access to orders"
    ),
    MarketReason.API_DISABLED: lambda: QCoreApplication.translate(
        "MarketRefusals", "The shop's API is switched off. Switch it on on the Market's own pages"
    ),
    MarketReason.CALL_SWITCHED_OFF: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market is switching this call off. Keep the details for a report"
    ),
    MarketReason.NO_BOXES: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market has no boxes of this order. Send them first"
    ),
    MarketReason.BOX_GONE: lambda: QCoreApplication.translate(
        "MarketRefusals", "The boxes are others by now. Print all labels anew"
    ),
    MarketReason.ORDER_GONE: lambda: QCoreApplication.translate(
        "MarketRefusals", "This shop has no such order. Check the shop and the number"
    ),
    MarketReason.REPORT_GONE: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market no longer has the file. Have it made anew"
    ),
    MarketReason.MIGRATION: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market is moving the shop. It goes on by itself"
    ),
    MarketReason.PROGRAM_FAULT: lambda: QCoreApplication.translate(
        "MarketRefusals", "The Market did not understand the request. Keep the details for a report"
    ),
}

_WAYS: Final[Mapping[WayOut, Callable[[], str]]] = {
    WayOut.LOOK_AGAIN: lambda: QCoreApplication.translate("MarketRefusals", "Look anew"),
    WayOut.OPEN_ORDER: lambda: QCoreApplication.translate("MarketRefusals", "Open the order"),
    WayOut.SCAN_AGAIN: lambda: QCoreApplication.translate("MarketRefusals", "Scan the code again"),
    WayOut.CHOOSE_COUNTRY: lambda: QCoreApplication.translate(
        "MarketRefusals", "Choose the country"
    ),
    WayOut.LOOK_AT_CODES: lambda: QCoreApplication.translate("MarketRefusals", "Look at the codes"),
    WayOut.SEND_BOXES: lambda: QCoreApplication.translate("MarketRefusals", "Send the boxes"),
    WayOut.PRINT_ALL: lambda: QCoreApplication.translate("MarketRefusals", "Print all labels"),
    WayOut.OTHER_REASON: lambda: QCoreApplication.translate(
        "MarketRefusals", "Choose another reason"
    ),
    WayOut.OTHER_DATE: lambda: QCoreApplication.translate("MarketRefusals", "Enter the date"),
    WayOut.OTHER_SIGNATORY: lambda: QCoreApplication.translate(
        "MarketRefusals", "Choose who signs"
    ),
    WayOut.PACK_THE_REST: lambda: QCoreApplication.translate("MarketRefusals", "Show these orders"),
    WayOut.SETTINGS: lambda: QCoreApplication.translate("MarketRefusals", "Settings"),
    WayOut.CABINET: lambda: QCoreApplication.translate("MarketRefusals", "How to do it"),
    WayOut.WAIT: lambda: QCoreApplication.translate("MarketRefusals", "Wait"),
    WayOut.TRY_AGAIN: lambda: QCoreApplication.translate("MarketRefusals", "Try again"),
    WayOut.REPORT: lambda: QCoreApplication.translate("MarketRefusals", "Save the details"),
}
