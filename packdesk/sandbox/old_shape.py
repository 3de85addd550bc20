"""An order as getOrder and updateOrderStatus tell it: ``OrderDTO``, the older shape."""

from typing import Any

from packdesk.sandbox.moments import old_date, old_moment

KEPT = (
    "externalOrderId",
    "status",
    "substatus",
    "paymentType",
    "paymentMethod",
    "fake",
    "notes",
    "cancelRequested",
)
KEPT_OF_ITEM = (
    "id",
    "offerId",
    "offerName",
    "count",
    "instances",
    "requiredInstanceTypes",
    "tags",
    "promos",
)
KEPT_OF_DELIVERY = (
    "type",
    "serviceName",
    "deliveryPartnerType",
    "deliveryServiceId",
    "dispatchType",
    "tracks",
    "estimated",
)


def old_order(order: dict[str, Any]) -> dict[str, Any]:
    """The order in the older shape.

    Args:
        order: A ``BusinessOrderDTO`` with its boxes; ``items[].promos`` may be added, only this
            shape tells them.
    """
    items = [_item(item) for item in order["items"]]
    prices = order.get("prices", {})
    total = sum(item["price"] * item["count"] for item in items)
    return {
        "id": order["orderId"],
        **{field: order[field] for field in KEPT if field in order},
        "creationDate": old_moment(order["creationDate"]),
        "updatedAt": old_moment(order.get("updateDate", order["creationDate"])),
        "currency": prices.get("payment", {}).get("currencyId", "RUR"),
        "itemsTotal": total,
        "deliveryTotal": prices.get("delivery", {}).get("payment", {}).get("value", 0),
        "buyerItemsTotalBeforeDiscount": total + prices.get("subsidy", {}).get("value", 0),
        "items": items,
        "delivery": _delivery(order["delivery"]),
        "buyer": {"type": order.get("buyerType", "PERSON")},
        "taxSystem": "OSN",
    }


def _item(item: dict[str, Any]) -> dict[str, Any]:
    prices = item.get("prices", {})
    paid, helped = (prices.get(part, {}).get("value", 0) for part in ("payment", "subsidy"))
    price = _each(paid, item["count"])
    answer = {field: item[field] for field in KEPT_OF_ITEM if field in item}
    answer |= {
        "price": price,
        "buyerPrice": price,
        "buyerPriceBeforeDiscount": _each(paid + helped, item["count"]),
    }
    if "vat" in prices:
        answer["vat"] = prices["vat"]
    return answer


def _each(total: float, count: int) -> float:
    price = round(total / count, 2)
    return int(price) if price == int(price) else price


def _delivery(delivery: dict[str, Any]) -> dict[str, Any]:
    answer = {field: delivery[field] for field in KEPT_OF_DELIVERY if field in delivery}
    answer["dates"] = {
        field: old_date(value) if field.endswith("Date") else value
        for field, value in delivery["dates"].items()
    }
    shipment = delivery.get("shipment", {})
    parcel: dict[str, Any] = {
        field: shipment[field] for field in ("id", "shipmentTime") if shipment.get(field)
    }
    if "shipmentDate" in shipment:
        parcel["shipmentDate"] = old_date(shipment["shipmentDate"])
    if delivery.get("boxesLayout"):
        parcel["boxes"] = [
            {"id": box["boxId"], "fulfilmentId": box["barcode"]} for box in delivery["boxesLayout"]
        ]
    if parcel:
        answer["shipments"] = [parcel]
    return answer
