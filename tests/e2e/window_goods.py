"""An orders file of a test's own: goods with barcodes, codes on demand, every model of delivery."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.builders import GS, ean

DAY = "2026-11-20"
CAMPAIGN = 21098765


@dataclass(frozen=True, slots=True)
class Goods:
    """A position: ``number`` makes its barcode, name and offer; ``kind`` is the code it wants."""

    number: int
    count: int = 1
    kind: str | None = None


def good_name(number: int) -> str:
    """What a good is called; no name is part of another."""
    return f"Article {number:03d}"


def code(number: int, piece: int = 1) -> str:
    """A whole Honest Sign code of a piece of the good."""
    serial = f"W{number:04d}{piece:03d}xyzab"
    return f"010{ean(number)}21{serial}{GS}91EE10{GS}92{'A' * 43}="


def item_id(order: int, place: int) -> int:
    """The id of the position at this place, from 1."""
    return order * 10 + place


def write_goods(path: Path, orders: Mapping[int, tuple[Goods, ...]], **fields: Any) -> Path:
    """Write the file: FBS orders that are ready to be packed, ``fields`` of each order changed."""
    numbers = sorted({one.number for goods in orders.values() for one in goods})
    day = {
        "orders": [_order(number, goods) | fields for number, goods in orders.items()],
        "offers": [_offer(number) for number in numbers],
    }
    path.write_text(json.dumps(day, ensure_ascii=False), encoding="utf-8")
    return path


def _order(number: int, goods: tuple[Goods, ...]) -> dict[str, Any]:
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
        "items": [_item(number, place, one) for place, one in enumerate(goods, start=1)],
        "prices": {"payment": {"value": 300, "currencyId": "RUR"}},
        "delivery": {
            "type": "DELIVERY",
            "serviceName": "Delivery",
            "deliveryServiceId": 51,
            "deliveryPartnerType": "YANDEX_MARKET",
            "dates": {"fromDate": DAY, "toDate": DAY},
            "shipment": {"shipmentDate": DAY},
        },
        "buyerType": "PERSON",
        "cancelRequested": False,
        "sourcePlatform": "MARKET",
    }


def _item(order: int, place: int, one: Goods) -> dict[str, Any]:
    required = {"requiredInstanceTypes": [one.kind]} if one.kind else {}
    return {
        "id": item_id(order, place),
        "offerId": f"A-{one.number}",
        "offerName": good_name(one.number),
        "count": one.count,
        "prices": {"payment": {"value": 100 * one.count, "currencyId": "RUR"}},
        **required,
    }


def _offer(number: int) -> dict[str, Any]:
    return {
        "offer": {
            "offerId": f"A-{number}",
            "name": good_name(number),
            "pictures": [],
            "boxCount": 1,
            "barcodes": [ean(number)],
        }
    }
