"""The operations of the end of the day: many statuses, courier codes, shipments, reports."""

from packdesk.sandbox.act_pdf import act_pdf
from packdesk.sandbox.bodies import (
    INT32,
    INT64,
    EacBody,
    LabelsReportBody,
    ShipmentsBody,
    StatusesBody,
    read_body,
)
from packdesk.sandbox.calls import Call, Content, Operation, number
from packdesk.sandbox.errors import BadRequestError
from packdesk.sandbox.keys import ANY, CHANGE_ORDERS, READ_ORDERS

LONGEST_REPORT_ID = 255


def _change_statuses(call: Call) -> Content:
    body = read_body(StatusesBody, call.body)
    changed = call.world.change_statuses(call.place("campaignId"), body.orders)
    return {"status": "OK", "result": {"orders": changed}}


def _orders_told(content: Content) -> int:
    return len(content["result"]["orders"]) if isinstance(content, dict) else 1


def _verify_eac(call: Call) -> Content:
    body = read_body(EacBody, call.body)
    return {"status": "OK", "result": call.world.couriers.verify(*call.order(), body.code)}


def _search_shipments(call: Call) -> Content:
    body = read_body(ShipmentsBody, call.body)
    page, after = call.world.shipments.search(
        call.place("campaignId"), body, call.limit(15, 30), call.page_token()
    )
    paging = {} if after is None else {"nextPageToken": after}
    return {"status": "OK", "result": {"shipments": page, "paging": paging}}


def _get_act(call: Call) -> Content:
    warehouse = call.query.get("warehouse_id")
    warehouse_id = None if warehouse is None else number("warehouse_id", warehouse, 1, INT32)
    signatory = call.query.get("signatory")
    return act_pdf(call.world.shipments.confirm(call.place("campaignId"), warehouse_id, signatory))


def _order_label_report(call: Call) -> Content:
    body = read_body(LabelsReportBody, call.body)
    page_format = call.page_format()
    call.world.check_business(body.businessId)
    return {"status": "OK", "result": call.world.reports.order_labels(body, page_format)}


def _get_report(call: Call) -> Content:
    source = call.query.get("sourceType", "SELLER")
    if source not in {"SELLER", "ADVERTISER"}:
        raise BadRequestError(f"Type mismatch: 'sourceType' cannot be {source}")
    report_id = call.places["reportId"]
    if len(report_id) > LONGEST_REPORT_ID:
        raise BadRequestError(f"'reportId' size must be between 1 and {LONGEST_REPORT_ID}")
    return {"status": "OK", "result": call.world.reports.info(report_id, call.base_url)}


def _get_file(call: Call) -> Content:
    issued = number("issued", call.places["issued"], 0, INT64)
    return call.world.reports.file(call.places["reportId"], issued)


SHOP = "/v2/campaigns/{campaignId}"
HANDOVER = (
    Operation(
        "updateOrderStatuses",
        "POST",
        f"{SHOP}/orders/status-update",
        CHANGE_ORDERS,
        _change_statuses,
        _orders_told,
    ),
    Operation(
        "verifyOrderEac", "PUT", f"{SHOP}/orders/{{orderId}}/verifyEac", CHANGE_ORDERS, _verify_eac
    ),
    Operation(
        "searchShipments", "PUT", f"{SHOP}/first-mile/shipments", READ_ORDERS, _search_shipments
    ),
    Operation(
        "downloadShipmentReceptionTransferAct",
        "GET",
        f"{SHOP}/shipments/reception-transfer-act",
        CHANGE_ORDERS,
        _get_act,
    ),
    Operation(
        "generateMassOrderLabelsReport",
        "POST",
        "/v2/reports/documents/labels/generate",
        READ_ORDERS,
        _order_label_report,
    ),
    Operation("getReportInfo", "GET", "/v2/reports/info/{reportId}", ANY, _get_report),
)
# A link of the sandbox's own, which getReportInfo gives; no operation of the API.
REPORT_FILE = Operation(
    "reportFile", "GET", "/reports/{reportId}/{issued}.pdf", frozenset(), _get_file
)
