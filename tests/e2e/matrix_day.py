"""An orders file with an order of its own for every run: four kinds of a packer's day."""

import json
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from tests.builders import GS, ean

DAY = "2026-11-20"
MARKED, PLAIN = 1, 2
FIRST_ORDER, FIRST_SHOP = 61000000000, 31000000


class Kind(Enum):
    """What the packer does with the order."""

    SINGLE = "one marked unit, FBS"
    NUMBERED = "the same, with the shop's own number"
    SHORT = "three units, one of them missing, FBS"
    PARCEL = "one unit, DBS, handed over with a track number"
    HOPELESS = "one marked unit, cancelled by the shop"


@dataclass(frozen=True, slots=True)
class RunOrder:
    """The order of one run, in a shop of its own unless told otherwise."""

    run: int
    kind: Kind
    in_one_shop: bool = False

    @property
    def id(self) -> int:
        return FIRST_ORDER + self.run

    @property
    def shop(self) -> int:
        return FIRST_SHOP if self.in_one_shop else FIRST_SHOP + self.run

    @property
    def is_marked(self) -> bool:
        return self.kind in {Kind.SINGLE, Kind.NUMBERED, Kind.HOPELESS, Kind.SHORT}

    def code(self, piece: int) -> str:
        """The marking code of a piece; every piece of every run has another serial."""
        serial = f"R{self.run:05d}{piece:02d}xyzab"
        return f"010{ean(MARKED)}21{serial}{GS}91EE10{GS}92{'A' * 43}="

    @property
    def track(self) -> str:
        return f"8051{self.run:010d}"

    @property
    def external_id(self) -> str:
        return f"A-{self.run}"


def write_matrix_day(path: Path, orders: tuple[RunOrder, ...]) -> Path:
    """Write the file in the Market's shape."""
    day = {
        "orders": [_order(one) for one in orders],
        "offers": [_offer(MARKED), _offer(PLAIN)],
    }
    path.write_text(json.dumps(day, ensure_ascii=False), encoding="utf-8")
    return path


def _order(one: RunOrder) -> dict[str, Any]:
    items = [_item(one, MARKED, 1, one.is_marked)]
    if one.kind is Kind.SHORT:
        items.append(_item(one, PLAIN, 2, marked=False))
    if one.kind is Kind.PARCEL:
        items = [_item(one, PLAIN, 1, marked=False)]
    return {
        "orderId": one.id,
        "campaignId": one.shop,
        "programType": "DBS" if one.kind is Kind.PARCEL else "FBS",
        "status": "PROCESSING",
        "substatus": "STARTED",
        "creationDate": f"{DAY}T06:00:00+03:00",
        "updateDate": f"{DAY}T06:00:00+03:00",
        "paymentType": "PREPAID",
        "paymentMethod": "YANDEX",
        "fake": False,
        "items": items,
        "prices": {"payment": {"value": 300, "currencyId": "RUR"}},
        "delivery": {
            "type": "DELIVERY",
            "serviceName": "Delivery",
            "deliveryServiceId": 51,
            "deliveryPartnerType": "SHOP" if one.kind is Kind.PARCEL else "YANDEX_MARKET",
            "dates": {"fromDate": DAY, "toDate": DAY},
            "shipment": {"shipmentDate": DAY},
        },
        "buyerType": "PERSON",
        "cancelRequested": False,
        "sourcePlatform": "MARKET",
    }


def _item(one: RunOrder, good: int, count: int, marked: bool) -> dict[str, Any]:
    required = {"requiredInstanceTypes": ["CIS"]} if marked else {}
    return {
        "id": one.id * 10 + good,
        "offerId": f"A-{good}",
        "offerName": f"Good {good}",
        "count": count,
        "prices": {"payment": {"value": 100 * count, "currencyId": "RUR"}},
        **required,
    }


def _offer(good: int) -> dict[str, Any]:
    return {
        "offer": {
            "offerId": f"A-{good}",
            "name": f"Good {good}",
            "pictures": [],
            "boxCount": 1,
            "barcodes": [ean(good)],
        }
    }
