"""Every refusal that the Market's error list names is recognised in its documented words."""

import pytest

from packdesk.domain.market_refusals import MarketReason, WayOut, reason_of

R = MarketReason
DOCUMENTED = (
    (400, "Action is not allowed for order 1 with status DELIVERY and substatus X", R.OTHER_STATE),
    (400, "Attempt to change order items or instances after READY_TO_SHIP", R.CLOSED),
    (400, "Invalid order boxes layout request. Violations: item 1 twice", R.LAYOUT_INVALID),
    (400, "Invalid incoming cis for item with id = 7 for reason: too short", R.CODE_INVALID),
    (400, "String (XX1) is not a valid country code", R.COUNTRY_INVALID),
    (400, "'boxes' must not be null", R.PROGRAM_FAULT),
    (400, "'items' must not be empty", R.PROGRAM_FAULT),
    (400, "'code' must match \"^[A-Z]{2}$\"", R.PROGRAM_FAULT),
    (400, "'orders' size must be between 1 and 30", R.PROGRAM_FAULT),
    (400, "'fullCount' must be greater than or equal to 1", R.PROGRAM_FAULT),
    (400, "Illegal input at 'boxes[0]'", R.PROGRAM_FAULT),
    (400, "Type mismatch", R.PROGRAM_FAULT),
    (400, "JSON: unexpected character", R.PROGRAM_FAULT),
    (400, "Unexpected end of content", R.PROGRAM_FAULT),
    (
        400,
        "Cannot do operation, external ID already set for order (id = 1, externalId = A-1)",
        R.EXTERNAL_ID_SET,
    ),
    (400, "Cannot do operation for order with status READY_TO_SHIP", R.EXTERNAL_ID_TOO_LATE),
    (400, "No transition found: DELIVERED -> PROCESSING", R.STATUS_FORBIDDEN),
    (
        400,
        "Transition PROCESSING -> DELIVERED is not allowed. Reason: WRONG_ORDER",
        R.STATUS_FORBIDDEN,
    ),
    (
        400,
        "Transition STARTED -> READY_TO_SHIP is not allowed. Reason: CIS_NOT_VALIDATED",
        R.CODES_NOT_CHECKED,
    ),
    (400, "No permission to set status UNPAID", R.STATUS_FORBIDDEN),
    (400, "Status not allowed", R.STATUS_FORBIDDEN),
    (400, "Status change was forbidden for client role SHOP", R.STATUS_FORBIDDEN),
    (
        400,
        "Cancellation request substatus PICKUP_EXPIRED is not available",
        R.CANCEL_REASON_FORBIDDEN,
    ),
    (400, "Real delivery date should be after creation", R.DATE_INVALID),
    (400, "Delivery date can't be in the future", R.DATE_INVALID),
    (
        400,
        "Campaign type is not allowed. Allowed campaign types: DROPSHIP_BY_SELLER",
        R.OTHER_MODEL,
    ),
    (400, "Invalid filters: interval is more than 30 days", R.PROGRAM_FAULT),
    (
        400,
        "Order creation start date is required to be less than end date",
        R.PROGRAM_FAULT,
    ),
    (400, "Bad page token", R.PROGRAM_FAULT),
    (400, "limit must be <= 30", R.PROGRAM_FAULT),
    (400, "Order is not in shop-processing status", R.BUYER_HIDDEN),
    (
        400,
        "Closest shipment for reception transfer act generation not found",
        R.NO_SHIPMENT,
    ),
    (400, "No orders for closest shipment have been processed yet", R.SHIPMENT_EMPTY),
    (
        400,
        "Some orders have not been processed yet (shipment 5, orderIds 1, 2)",
        R.SHIPMENT_NOT_READY,
    ),
    (
        400,
        "Orders are being excluded from shipment, wait up to 30 minutes",
        R.SHIPMENT_BEING_CHANGED,
    ),
    (400, "Shipment 5 has been confirmed already", R.SHIPMENT_CONFIRMED),
    (401, "Api-Key token is invalid", R.KEY_INVALID),
    (401, "Credentials are not specified", R.KEY_INVALID),
    (403, "Token does not have any of the scopes: inventory-and-order", R.SCOPE_MISSING),
    (403, "API for campaign 1 is disabled manually", R.API_DISABLED),
    (403, "API for business 1 is disabled by inactivity", R.API_DISABLED),
    (403, "The method is deprecated and is occasionally forbidden", R.CALL_SWITCHED_OFF),
    (403, "Contact not found for login petya", R.SIGNATORY),
    (403, "Contacts with available roles for signing not found", R.SIGNATORY),
    (403, "Electronic signature is only available for API token", R.SIGNATORY),
    (404, "No boxes found for order 1", R.NO_BOXES),
    (404, "Box not found. Box: 4", R.BOX_GONE),
    (404, "Failed to find order with id 1", R.ORDER_GONE),
    (404, "Order not found: 1", R.ORDER_GONE),
    (404, "Campaign 1 has no order id 2", R.ORDER_GONE),
    (404, "Campaign not found", R.ORDER_GONE),
    (404, "Report not found", R.REPORT_GONE),
    (404, "Resource not found", R.PROGRAM_FAULT),
    (405, "Method not allowed", R.PROGRAM_FAULT),
    (415, "Unsupported content type", R.PROGRAM_FAULT),
    (423, "Business is in migration", R.MIGRATION),
)


@pytest.mark.parametrize(("status", "message", "reason"), DOCUMENTED, ids=str)
def test_a_documented_refusal_is_recognised(status: int, message: str, reason: MarketReason):
    assert reason_of(status, (message,)) is reason


def test_every_reason_that_is_listed_has_documented_words():
    named = {reason for _, _, reason in DOCUMENTED}
    assert set(MarketReason) - named == {MarketReason.UNLISTED}


def test_the_case_of_the_words_does_not_matter():
    assert reason_of(404, ("NO BOXES FOUND FOR ORDER 1",)) is MarketReason.NO_BOXES


@pytest.mark.parametrize("messages", [(), ("",), ("something quite new",)])
def test_what_is_not_listed_is_said_to_be_so(messages: tuple[str, ...]):
    assert reason_of(400, messages) is MarketReason.UNLISTED


def test_a_rejected_key_is_recognised_without_any_words():
    assert reason_of(401, ()) is MarketReason.KEY_INVALID


def test_a_listed_message_counts_though_an_unknown_one_stands_before_it():
    told = ("something quite new", "Box not found. Box: 4")
    assert reason_of(404, told) is MarketReason.BOX_GONE


def test_every_reason_offers_something():
    assert {reason.way_out for reason in MarketReason} == set(WayOut)
