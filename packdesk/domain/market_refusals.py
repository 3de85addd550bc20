"""What a refusal of the Market means, and what can be done about it.

The Market's pages list messages and no codes, so the HTTP status and a part of the message decide
(error list of the Partner API, 2026-09-24). What is not listed is shown as it was written.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class WayOut(Enum):
    """The one thing that a person can do now."""

    LOOK_AGAIN = "read the order again"
    OPEN_ORDER = "open the order and mend its boxes"
    SCAN_AGAIN = "scan the code again"
    CHOOSE_COUNTRY = "choose the country from the list"
    LOOK_AT_CODES = "see how the codes fare"
    SEND_BOXES = "send the boxes first"
    PRINT_ALL = "print all labels anew"
    OTHER_REASON = "choose another reason"
    OTHER_DATE = "enter the right date"
    OTHER_SIGNATORY = "choose another person to sign"
    PACK_THE_REST = "finish the orders that are named"
    SETTINGS = "open the settings"
    CABINET = "go to the Market's own pages"
    WAIT = "wait, it goes on by itself"
    TRY_AGAIN = "try again"
    REPORT = "keep the details for a report"


class MarketReason(Enum):
    """One row of the Market's list of errors."""

    OTHER_STATE = "the order is in another state"
    CLOSED = "the layout is closed after ready to ship"
    LAYOUT_INVALID = "the layout breaks a rule"
    CODE_INVALID = "a code is not accepted"
    COUNTRY_INVALID = "a country code is not accepted"
    EXTERNAL_ID_SET = "the order has its own number already"
    EXTERNAL_ID_TOO_LATE = "too late for an own number"
    CODES_NOT_CHECKED = "the codes are not checked yet"
    STATUS_FORBIDDEN = "the status cannot follow on the present one"
    CANCEL_REASON_FORBIDDEN = "the reason of the cancellation does not fit"
    DATE_INVALID = "the day of the delivery is wrong"
    OTHER_MODEL = "the shop's model does not have this call"
    BUYER_HIDDEN = "the buyer is not shown in this state"
    NO_SHIPMENT = "there is no shipment to confirm"
    SHIPMENT_EMPTY = "no order of the shipment is ready"
    SHIPMENT_NOT_READY = "some orders of the shipment are not ready"
    SHIPMENT_BEING_CHANGED = "orders are being taken out of the shipment"
    SHIPMENT_CONFIRMED = "the shipment is confirmed already"
    SIGNATORY = "this person cannot sign"
    KEY_INVALID = "the key is not accepted"
    SCOPE_MISSING = "the key may not do this"
    API_DISABLED = "the shop's API is switched off"
    CALL_SWITCHED_OFF = "the call is being switched off"
    NO_BOXES = "labels were asked for before boxes were sent"
    BOX_GONE = "the layout is another one by now"
    ORDER_GONE = "this shop has no such order"
    REPORT_GONE = "the report is no longer there"
    MIGRATION = "the shop is being moved"
    PROGRAM_FAULT = "the request is not as it should be"
    UNLISTED = "none that is known"

    @property
    def way_out(self) -> WayOut:
        """What to offer first."""
        return _WAYS[self]


@dataclass(frozen=True, slots=True)
class _Row:
    reason: MarketReason
    parts: tuple[str, ...]
    statuses: frozenset[int] = frozenset()


def _row(reason: MarketReason, *parts: str, only: tuple[int, ...] = ()) -> _Row:
    return _Row(reason, tuple(part.lower() for part in parts), frozenset(only))


_R = MarketReason
_ROWS: Final = (
    _row(_R.SCOPE_MISSING, "does not have any of the scopes", only=(403,)),
    _row(_R.API_DISABLED, "api for campaign", "api for business", only=(403,)),
    _row(_R.CALL_SWITCHED_OFF, "method is deprecated", only=(403,)),
    _row(
        _R.SIGNATORY,
        "contact not found for login",
        "contacts with available roles",
        "electronic signature is only available",
        only=(403,),
    ),
    _row(_R.KEY_INVALID, "", only=(401,)),
    _row(_R.MIGRATION, "", only=(423,)),
    _row(_R.PROGRAM_FAULT, "", only=(405, 415)),
    _row(_R.NO_BOXES, "no boxes found for order"),
    _row(_R.BOX_GONE, "box not found"),
    _row(_R.REPORT_GONE, "report not found"),
    _row(
        _R.ORDER_GONE,
        "failed to find order with id",
        "order not found",
        "has no order id",
        "campaign not found",
    ),
    _row(_R.CLOSED, "attempt to change order items or instances"),
    _row(_R.OTHER_STATE, "action is not allowed for order"),
    _row(_R.LAYOUT_INVALID, "invalid order boxes layout request"),
    _row(_R.CODE_INVALID, "invalid incoming cis"),
    _row(_R.COUNTRY_INVALID, "is not a valid country code"),
    _row(_R.EXTERNAL_ID_SET, "external id already set"),
    _row(_R.EXTERNAL_ID_TOO_LATE, "cannot do operation for order with status"),
    _row(_R.CANCEL_REASON_FORBIDDEN, "cancellation request substatus"),
    _row(_R.DATE_INVALID, "real delivery date should be", "delivery date can't be in the future"),
    _row(_R.OTHER_MODEL, "campaign type is not allowed"),
    _row(_R.BUYER_HIDDEN, "order is not in shop-processing status"),
    _row(_R.NO_SHIPMENT, "closest shipment for reception transfer act generation not found"),
    _row(_R.SHIPMENT_EMPTY, "no orders for closest shipment have been processed"),
    _row(_R.SHIPMENT_NOT_READY, "some orders have not been processed"),
    _row(_R.SHIPMENT_BEING_CHANGED, "being excluded from shipment"),
    _row(_R.SHIPMENT_CONFIRMED, "has been confirmed already"),
    _row(
        _R.STATUS_FORBIDDEN,
        "no transition found",
        "no permission to set status",
        "status not allowed",
        "status change was forbidden",
    ),
    _row(
        _R.PROGRAM_FAULT,
        "must not be null",
        "must not be empty",
        "must match",
        "size must be between",
        "must be greater",
        "illegal input at",
        "type mismatch",
        "json:",
        "unexpected end of content",
        "invalid filters",
        "start date is required",
        "bad page token",
        "limit must be",
        "resource not found",
    ),
)

_WAYS: Final = {
    _R.OTHER_STATE: WayOut.LOOK_AGAIN,
    _R.CLOSED: WayOut.CABINET,
    _R.LAYOUT_INVALID: WayOut.OPEN_ORDER,
    _R.CODE_INVALID: WayOut.SCAN_AGAIN,
    _R.COUNTRY_INVALID: WayOut.CHOOSE_COUNTRY,
    _R.EXTERNAL_ID_SET: WayOut.LOOK_AGAIN,
    _R.EXTERNAL_ID_TOO_LATE: WayOut.LOOK_AGAIN,
    _R.CODES_NOT_CHECKED: WayOut.LOOK_AT_CODES,
    _R.STATUS_FORBIDDEN: WayOut.LOOK_AGAIN,
    _R.CANCEL_REASON_FORBIDDEN: WayOut.OTHER_REASON,
    _R.DATE_INVALID: WayOut.OTHER_DATE,
    _R.OTHER_MODEL: WayOut.CABINET,
    _R.BUYER_HIDDEN: WayOut.LOOK_AGAIN,
    _R.NO_SHIPMENT: WayOut.CABINET,
    _R.SHIPMENT_EMPTY: WayOut.PACK_THE_REST,
    _R.SHIPMENT_NOT_READY: WayOut.PACK_THE_REST,
    _R.SHIPMENT_BEING_CHANGED: WayOut.WAIT,
    _R.SHIPMENT_CONFIRMED: WayOut.CABINET,
    _R.SIGNATORY: WayOut.OTHER_SIGNATORY,
    _R.KEY_INVALID: WayOut.SETTINGS,
    _R.SCOPE_MISSING: WayOut.SETTINGS,
    _R.API_DISABLED: WayOut.CABINET,
    _R.CALL_SWITCHED_OFF: WayOut.REPORT,
    _R.NO_BOXES: WayOut.SEND_BOXES,
    _R.BOX_GONE: WayOut.PRINT_ALL,
    _R.ORDER_GONE: WayOut.LOOK_AGAIN,
    _R.REPORT_GONE: WayOut.TRY_AGAIN,
    _R.MIGRATION: WayOut.WAIT,
    _R.PROGRAM_FAULT: WayOut.REPORT,
    _R.UNLISTED: WayOut.TRY_AGAIN,
}

_CODE_WORDS: Final = ("cis", "uin", "instance", "identifier", "marking")


def reason_of(status: int, messages: tuple[str, ...]) -> MarketReason:
    """The row of the first listed message; UNLISTED where none is."""
    texts = [message.lower() for message in messages] or [""]
    for text in texts:
        # The reason of a forbidden transition has no form of its own; codes are its usual one.
        if "transition" in text and "is not allowed" in text:
            about_codes = any(word in text for word in _CODE_WORDS)
            return _R.CODES_NOT_CHECKED if about_codes else _R.STATUS_FORBIDDEN
        for row in _ROWS:
            fits = not row.statuses or status in row.statuses
            if fits and any(part in text for part in row.parts):
                return row.reason
    return MarketReason.UNLISTED
