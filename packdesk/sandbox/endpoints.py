"""The operations of the API: what each reads from a request and asks of the world."""

from packdesk.sandbox.bodies import (
    ExternalIdBody,
    LayoutBody,
    OffersBody,
    OrdersBody,
    StatusBody,
    TrackBody,
    read_body,
)
from packdesk.sandbox.calls import Call, Content, Operation
from packdesk.sandbox.handover_endpoints import HANDOVER
from packdesk.sandbox.keys import (
    ANY,
    CHANGE_ORDERS,
    READ_CATALOGUE,
    READ_ORDERS,
)
from packdesk.sandbox.labels import labels_pdf
from packdesk.sandbox.paging import read_token, token
from packdesk.sandbox.pictures import with_addresses
from packdesk.sandbox.services import SERVICES

COUNTRIES = (
    (225, "Россия", "RU"),
    (134, "Китай", "CN"),
    (149, "Беларусь", "BY"),
    (159, "Казахстан", "KZ"),
    (983, "Турция", "TR"),
)


def _get_campaigns(call: Call) -> Content:
    after = read_token(call.page_token())
    found = [campaign for campaign in call.world.campaigns() if campaign["id"] > after]
    page = found[: call.limit(100, 100)]
    more = len(found) > len(page)
    return {
        "campaigns": page,
        "paging": {"nextPageToken": token(page[-1]["id"])} if more else {},
    }


def _get_campaign(call: Call) -> Content:
    return {"campaign": call.world.campaign(call.place("campaignId"))}


def _get_token_info(call: Call) -> Content:
    scopes = sorted(call.key.scopes)
    return {"status": "OK", "result": {"apiKey": {"name": call.key.name, "authScopes": scopes}}}


def _get_business_orders(call: Call) -> Content:
    body = read_body(OrdersBody, call.body)
    page, after = call.world.orders(body, call.limit(50, 50, cut=True), call.page_token())
    return {"orders": page, "paging": {} if after is None else {"nextPageToken": after}}


def _get_order(call: Call) -> Content:
    return {"order": call.world.order(*call.order())}


def _set_layout(call: Call) -> Content:
    boxes = call.world.set_layout(*call.order(), read_body(LayoutBody, call.body))
    return {"status": "OK", "result": {"boxes": boxes}}


def _set_external_id(call: Call) -> Content:
    body = read_body(ExternalIdBody, call.body)
    call.world.set_external_id(*call.order(), body.externalOrderId)
    return {"status": "OK"}


def _set_track(call: Call) -> Content:
    body = read_body(TrackBody, call.body)
    call.world.set_track(*call.order(), body.trackCode, body.deliveryServiceId)
    return {"status": "OK"}


def _get_code_checks(call: Call) -> Content:
    return {"status": "OK", "result": {"items": call.world.code_checks(*call.order())}}


def _change_status(call: Call) -> Content:
    body = read_body(StatusBody, call.body)
    return {"order": call.world.change_status(*call.order(), body.order)}


def _get_labels(call: Call) -> Content:
    campaign_id, order_id = call.order()
    page_format = call.page_format()
    pdf = labels_pdf(call.world.label_texts(campaign_id, order_id), page_format)
    call.world.count_labels(order_id)
    return pdf


def _get_label(call: Call) -> Content:
    campaign_id, order_id = call.order()
    call.place("shipmentId")
    page_format = call.page_format()
    text = call.world.label_text(campaign_id, order_id, call.place("boxId"))
    call.world.count_labels(order_id)
    return labels_pdf((text,), page_format)


def _get_labels_data(call: Call) -> Content:
    campaign_id, order_id = call.order()
    texts = call.world.label_texts(campaign_id, order_id)
    url = f"{call.base_url}/v2/campaigns/{campaign_id}/orders/{order_id}/delivery/labels"
    return {
        "status": "OK",
        "result": {
            "orderId": order_id,
            "placesNumber": len(texts),
            "url": url,
            "parcelBoxLabels": [text.data(url) for text in texts],
        },
    }


def _get_offers(call: Call) -> Content:
    body = read_body(OffersBody, call.body or b"{}")
    offers = call.world.offers(body.offerIds)
    start = read_token(call.page_token())
    end = start + (len(offers) if body.offerIds else call.limit(50, 100, cut=True))
    paging = {"nextPageToken": token(end)} if end < len(offers) else {}
    page = [with_addresses(mapping, call.base_url) for mapping in offers[start:end]]
    return {"status": "OK", "result": {"offerMappings": page, "paging": paging}}


def _get_services(_: Call) -> Content:
    services = [{"id": number, "name": name} for number, name in SERVICES]
    return {"result": {"deliveryService": services}}


def _get_countries(_: Call) -> Content:
    return {
        "countries": [
            {"region": {"id": number, "name": name, "type": "COUNTRY"}, "countryCode": code}
            for number, name, code in COUNTRIES
        ]
    }


ORDER = "/v2/campaigns/{campaignId}/orders/{orderId}"
OPERATIONS = (
    Operation("getCampaigns", "GET", "/v2/campaigns", ANY, _get_campaigns),
    Operation("getCampaign", "GET", "/v2/campaigns/{campaignId}", ANY, _get_campaign),
    Operation("getAuthTokenInfo", "POST", "/v2/auth/token", ANY, _get_token_info),
    Operation(
        "getBusinessOrders",
        "POST",
        "/v1/businesses/{businessId}/orders",
        READ_ORDERS,
        _get_business_orders,
    ),
    Operation("getOrder", "GET", ORDER, READ_ORDERS, _get_order),
    Operation("setOrderBoxLayout", "PUT", f"{ORDER}/boxes", CHANGE_ORDERS, _set_layout),
    Operation(
        "updateExternalOrderId", "POST", f"{ORDER}/external-id", CHANGE_ORDERS, _set_external_id
    ),
    Operation(
        "setOrderDeliveryTrackCode", "POST", f"{ORDER}/delivery/track", CHANGE_ORDERS, _set_track
    ),
    Operation(
        "getOrderIdentifiersStatus",
        "POST",
        f"{ORDER}/identifiers/status",
        READ_ORDERS,
        _get_code_checks,
    ),
    Operation("updateOrderStatus", "PUT", f"{ORDER}/status", CHANGE_ORDERS, _change_status),
    Operation("generateOrderLabels", "GET", f"{ORDER}/delivery/labels", CHANGE_ORDERS, _get_labels),
    Operation(
        "generateOrderLabel",
        "GET",
        f"{ORDER}/delivery/shipments/{{shipmentId}}/boxes/{{boxId}}/label",
        CHANGE_ORDERS,
        _get_label,
    ),
    Operation(
        "getOrderLabelsData", "GET", f"{ORDER}/delivery/labels/data", READ_ORDERS, _get_labels_data
    ),
    Operation(
        "getOfferMappings",
        "POST",
        "/v2/businesses/{businessId}/offer-mappings",
        READ_CATALOGUE,
        _get_offers,
    ),
    Operation("getRegionsCodes", "POST", "/v2/regions/countries", ANY, _get_countries),
    Operation("getDeliveryServices", "GET", "/v2/delivery/services", ANY, _get_services),
    *HANDOVER,
)
