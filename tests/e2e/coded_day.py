"""An orders file of our own: goods with codes that the test has made."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.builders import ean

CAMPAIGN = 21098765
DAY = "2026-11-20"


@dataclass(frozen=True, slots=True)
class CodedGood:
    """A kind of goods: ``number`` makes its barcode and its offer; one code for each piece."""

    number: int
    name: str
    codes: tuple[str, ...]

    @property
    def ean(self) -> str:
        return ean(self.number)


def write_day(path: Path, orders: dict[int, tuple[CodedGood, ...]]) -> Path:
    """Writes the file: every order is FBS and ready to be packed, every good wants a CIS."""
    goods = {good.number: good for lying in orders.values() for good in lying}
    day = {
        "orders": [_order(number, lying) for number, lying in orders.items()],
        "offers": [_offer(good) for good in goods.values()],
        "scans": {
            str(number): {
                str(_item_id(number, place)): {
                    "ean": good.ean,
                    "codes": [{"cis": code} for code in good.codes],
                }
                for place, good in enumerate(lying, start=1)
            }
            for number, lying in orders.items()
        },
    }
    path.write_text(json.dumps(day, ensure_ascii=False), encoding="utf-8")
    return path


def codes_in(boxes: dict[str, Any]) -> Counter[str]:
    """The CIS codes of a layout as the Market got it."""
    return Counter(
        instance["cis"]
        for box in boxes["boxes"]
        for item in box["items"]
        for instance in item.get("instances", ())
    )


def layout_sent(log: Path, order: int) -> dict[str, Any] | None:
    """The last layout of an order that the sandbox took, from its log; None before it came."""
    if not log.exists():
        return None
    sent = None
    for line in log.read_text(encoding="utf-8").splitlines(keepends=True):
        if not line.endswith("\n"):
            break
        record = json.loads(line)
        path = record["path"].split("/")
        if record["method"] == "PUT" and path[-2:] == [str(order), "boxes"]:
            assert record["status"] == 200, record["response"]
            sent = record["request"]
    return sent


def _order(number: int, lying: tuple[CodedGood, ...]) -> dict[str, Any]:
    price = {"payment": {"value": 100, "currencyId": "RUR"}}
    return {
        "orderId": number,
        "campaignId": CAMPAIGN,
        "programType": "FBS",
        "status": "PROCESSING",
        "substatus": "STARTED",
        "creationDate": f"{DAY}T06:00:00+03:00",
        "updateDate": f"{DAY}T06:00:00+03:00",
        "paymentType": "PREPAID",
        "paymentMethod": "YANDEX",
        "fake": False,
        "items": [
            {
                "id": _item_id(number, place),
                "offerId": f"A-{good.number}",
                "offerName": good.name,
                "count": len(good.codes),
                "prices": price,
                "requiredInstanceTypes": ["CIS"],
            }
            for place, good in enumerate(lying, start=1)
        ],
        "prices": price,
        "delivery": {
            "type": "DELIVERY",
            "serviceName": "Delivery",
            "deliveryServiceId": 1005486,
            "deliveryPartnerType": "YANDEX_MARKET",
            "dates": {"fromDate": DAY, "toDate": DAY},
            "shipment": {"shipmentDate": DAY},
        },
        "buyerType": "PERSON",
        "cancelRequested": False,
        "sourcePlatform": "MARKET",
    }


def _offer(good: CodedGood) -> dict[str, Any]:
    return {
        "offer": {
            "offerId": f"A-{good.number}",
            "name": good.name,
            "pictures": [],
            "boxCount": 1,
            "barcodes": [good.ean],
        }
    }


def _item_id(order: int, place: int) -> int:
    return order * 10 + place
