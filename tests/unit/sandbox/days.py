"""Small orders files: defaults for all but the point of the test."""

from datetime import date, datetime, timedelta
from typing import Any

from packdesk.sandbox.moments import MOSCOW
from packdesk.sandbox.order_file import OrderFile, order_file

DAY = date(2026, 11, 20)
CAMPAIGN = 501
GS = "\x1d"


def cis(serial: str, gtin: str = "04610000000011") -> str:
    return f"01{gtin}21{serial:5<13}{GS}91EE10{GS}92{'a' * 43}="


def item(item_id: int = 11, count: int = 1, **fields: Any) -> dict[str, Any]:
    return {
        "id": item_id,
        "offerId": f"SKU-{item_id}",
        "offerName": f"Товар {item_id}",
        "count": count,
        "prices": {"payment": {"value": 100 * count, "currencyId": "RUR"}, "vat": "VAT_22"},
        **fields,
    }


def order(order_id: int = 1, *items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "orderId": order_id,
        "campaignId": CAMPAIGN,
        "programType": "FBS",
        "status": "PROCESSING",
        "substatus": "STARTED",
        "creationDate": "2026-11-20T09:00:00+03:00",
        "updateDate": "2026-11-20T09:00:00+03:00",
        "paymentType": "PREPAID",
        "paymentMethod": "SBP",
        "fake": False,
        "items": list(items) or [item()],
        "prices": {"payment": {"value": 300, "currencyId": "RUR"}},
        "delivery": delivery(),
        **fields,
    }


def delivery(**fields: Any) -> dict[str, Any]:
    return {
        "type": "DELIVERY",
        "serviceName": "Яндекс Доставка",
        "deliveryServiceId": 1005486,
        "deliveryPartnerType": "YANDEX_MARKET",
        "dates": {"fromDate": "2026-11-22"},
        "shipment": {"shipmentDate": "2026-11-20"},
        **fields,
    }


def day(*orders: dict[str, Any], today: date = DAY, **parts: Any) -> OrderFile:
    return order_file({"orders": list(orders) or [order()], **parts}, today)


class FakeClock:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 12, tzinfo=MOSCOW)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def whole(item_id: int, count: int, *codes: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": item_id, "fullCount": count}
    return {**entry, "instances": [{"cis": code} for code in codes]} if codes else entry


def part(item_id: int, current: int, total: int, *codes: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": item_id, "partialCount": {"current": current, "total": total}}
    return {**entry, "instances": [{"cis": code} for code in codes]} if codes else entry


def boxes(*contents: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    return {"boxes": [{"items": entries} for entries in contents], **fields}
