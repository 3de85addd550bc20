"""Orders files: a day of orders as the API returns them, and what lies on the goods.

``orders`` is a list of ``BusinessOrderDTO``; optional are ``offers`` (offer mappings), ``scans``
and ``spares`` (what is printed on the goods of the orders and on others on the shelf),
``verdicts`` (how the check of a code ends) and ``courierCodes`` (what the courier of an Express
order says). Fields this program does not know are kept.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any

from packdesk.sandbox.moments import MOSCOW, moved
from packdesk.sandbox.verification import (
    CIS_STATUSES,
    SUBSTATUSES,
    UIN_STATUSES,
    USUAL_WAIT_S,
    Verdict,
)

CODE_FIELDS = ("cis", "uin", "rnpt", "gtd", "countryCode")


class OrderFileInvalid(Exception):
    """An orders file cannot be used.

    Attributes:
        place: Where, as a path: ``orders[2].items[0].count``; the file's name for the whole file.
        reason: What is wrong there.
    """

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Goods:
    """What a scanner can read on the pieces of one order item.

    Attributes:
        ean: The product barcode, or None.
        codes: One mapping per piece, from ``cis``, ``uin``, ``rnpt``, ``gtd`` and ``countryCode``
            to what is printed; empty for a piece without codes.
    """

    ean: str | None
    codes: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class OrderFile:
    """A day, already moved to the wanted date.

    Attributes:
        day: The day that the file plays on.
        orders: ``BusinessOrderDTO`` as given; at least one, ids unique.
        offers: Offer mappings by offer id.
        scans: Order id to item id to what lies on its goods.
        spares: The same for other pieces on the shelf.
        verdicts: Code as printed to how its check ends.
        courier_codes: Order id to the code that its courier brings.
    """

    day: date
    orders: tuple[dict[str, Any], ...]
    offers: Mapping[str, dict[str, Any]]
    scans: Mapping[int, Mapping[int, Goods]]
    spares: Mapping[int, Mapping[int, Goods]]
    verdicts: Mapping[str, Verdict]
    courier_codes: Mapping[int, str]


def load_order_file(path: Path, today: date) -> OrderFile:
    """Read an orders file and move its dates so that its day is ``today``.

    Raises:
        OrderFileInvalid: If it cannot be read or is not an orders file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OrderFileInvalid(path.name, f"cannot be read: {error}") from error
    try:
        content = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise OrderFileInvalid(path.name, f"is not JSON: {error}") from error
    if not isinstance(content, dict):
        raise OrderFileInvalid(path.name, "must be an object with a list of orders")
    return order_file(content, today)


def order_file(content: Mapping[str, Any], today: date) -> OrderFile:
    """Check the content of an orders file and move its dates so that its day is ``today``.

    Raises:
        OrderFileInvalid: Naming the place of the first fault.
    """
    orders = tuple(_orders(content))
    items = {order["orderId"]: {item["id"] for item in order["items"]} for order in orders}
    days = (today - file_day(orders)).days
    return OrderFile(
        day=today,
        orders=tuple(moved(order, days) for order in orders),
        offers=dict(_offers(content)),
        scans=dict(_goods_of_orders(content, "scans", items)),
        spares=dict(_goods_of_orders(content, "spares", items)),
        verdicts=dict(_verdicts(content)),
        courier_codes=dict(_courier_codes(content, items)),
    )


def file_day(orders: tuple[dict[str, Any], ...]) -> date:
    """The day that the orders play on.

    It is the shipment date that most orders waiting to be packed share (the earlier one in a
    draw), since that is the packer's "today"; without any, the Moscow day of the newest order.
    """
    shipments = Counter(
        date.fromisoformat(order["delivery"]["shipment"]["shipmentDate"])
        for order in orders
        if order["substatus"] == "STARTED" and "shipment" in order["delivery"]
    )
    if shipments:
        most = max(shipments.values())
        return min(day for day, count in shipments.items() if count == most)
    newest = max(datetime.fromisoformat(order["creationDate"]) for order in orders)
    return newest.astimezone(MOSCOW).date()


def _orders(content: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    listed = content.get("orders")
    if not isinstance(listed, list) or not listed:
        raise OrderFileInvalid("orders", "must be a list with at least one order")
    seen: set[int] = set()
    for number, order in enumerate(listed):
        place = f"orders[{number}]"
        order_id = _take(order, "orderId", int, place)
        if order_id in seen:
            raise OrderFileInvalid(f"{place}.orderId", f"{order_id} is there twice")
        seen.add(order_id)
        _check_order(order, place)
        yield order


def _check_order(order: dict[str, Any], place: str) -> None:
    _take(order, "campaignId", int, place)
    for field in ("status", "substatus", "paymentType", "paymentMethod"):
        _take(order, field, str, place)
    _take(order, "fake", bool, place)
    _moment(order, "creationDate", place)
    if "updateDate" in order:
        _moment(order, "updateDate", place)
    _check_items(order, place)
    delivery = _take(order, "delivery", dict, place)
    for field, kind in (
        ("type", str),
        ("serviceName", str),
        ("deliveryServiceId", int),
        ("deliveryPartnerType", str),
    ):
        _take(delivery, field, kind, f"{place}.delivery")
    _date(
        _take(delivery, "dates", dict, f"{place}.delivery"), "fromDate", f"{place}.delivery.dates"
    )
    if "shipment" in delivery:
        shipment = _take(delivery, "shipment", dict, f"{place}.delivery")
        _date(shipment, "shipmentDate", f"{place}.delivery.shipment")


def _check_items(order: dict[str, Any], place: str) -> None:
    items = _take(order, "items", list, place)
    if not items:
        raise OrderFileInvalid(f"{place}.items", "must hold at least one item")
    seen: set[int] = set()
    for number, item in enumerate(items):
        here = f"{place}.items[{number}]"
        item_id = _take(item, "id", int, here)
        if item_id in seen:
            raise OrderFileInvalid(f"{here}.id", f"{item_id} is there twice")
        seen.add(item_id)
        _take(item, "offerId", str, here)
        _take(item, "offerName", str, here)
        if _take(item, "count", int, here) < 1:
            raise OrderFileInvalid(f"{here}.count", "must be at least 1")
        _check_prices(item, here)
    _check_prices(order, place)


def _check_prices(holder: dict[str, Any], place: str) -> None:
    """Amounts are counted with, so they must be numbers."""
    prices = _mapping(holder.get("prices", {}), f"{place}.prices")
    for part in ("payment", "subsidy", "cashback"):
        here = f"{place}.prices.{part}"
        if part in prices and not _is_number(_mapping(prices[part], here).get("value")):
            raise OrderFileInvalid(f"{here}.value", "must be a number")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _offers(content: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    listed = content.get("offers", [])
    if not isinstance(listed, list):
        raise OrderFileInvalid("offers", "must be a list")
    for number, mapping in enumerate(listed):
        place = f"offers[{number}]"
        offer = _take(mapping, "offer", dict, place)
        offer_id = _take(offer, "offerId", str, f"{place}.offer")
        _check_pictures(offer, f"{place}.offer.pictures")
        # The API never sends an empty list, it leaves the field out.
        yield offer_id, {**mapping, "offer": {k: v for k, v in offer.items() if v != []}}


def _check_pictures(offer: Mapping[str, Any], place: str) -> None:
    """Absolute addresses, or paths below the sandbox's own."""
    pictures = offer.get("pictures") or []
    if not isinstance(pictures, list) or not all(isinstance(one, str) for one in pictures):
        raise OrderFileInvalid(place, "must be a list of texts")


def _goods_of_orders(
    content: Mapping[str, Any], field: str, known: Mapping[int, set[int]]
) -> Iterator[tuple[int, Mapping[int, Goods]]]:
    for order_key, items in _mapping(content.get(field, {}), field).items():
        place = f"{field}.{order_key}"
        order_id = _number(order_key, place)
        if order_id not in known:
            raise OrderFileInvalid(place, "is no order of this file")
        goods: dict[int, Goods] = {}
        for item_key, entry in _mapping(items, place).items():
            here = f"{place}.{item_key}"
            item_id = _number(item_key, here)
            if item_id not in known[order_id]:
                raise OrderFileInvalid(here, "is no item of this order")
            goods[item_id] = _goods(entry, here)
        yield order_id, goods


def _goods(entry: Any, place: str) -> Goods:
    ean = _mapping(entry, place).get("ean")
    if ean is not None and not isinstance(ean, str):
        raise OrderFileInvalid(f"{place}.ean", "must be text")
    pieces = []
    for number, piece in enumerate(_take(entry, "codes", list, place)):
        here = f"{place}.codes[{number}]"
        for kind, code in _mapping(piece, here).items():
            if kind not in CODE_FIELDS or not isinstance(code, str) or not code:
                raise OrderFileInvalid(f"{here}.{kind}", f"must be text, one of {CODE_FIELDS}")
        pieces.append(dict(piece))
    return Goods(ean, tuple(pieces))


def _verdicts(content: Mapping[str, Any]) -> Iterator[tuple[str, Verdict]]:
    for code, entry in _mapping(content.get("verdicts", {}), "verdicts").items():
        place = f"verdicts[{code[:18]!r}...]"
        status = _take(entry, "status", str, place)
        if status not in CIS_STATUSES and status not in UIN_STATUSES:
            raise OrderFileInvalid(f"{place}.status", f"{status} is no status of a check")
        substatus = entry.get("substatus")
        if substatus is not None and substatus not in SUBSTATUSES:
            raise OrderFileInvalid(f"{place}.substatus", f"{substatus} is no reason of a check")
        after_s = entry.get("after_s", USUAL_WAIT_S)
        if not _is_number(after_s) or after_s < 0:
            raise OrderFileInvalid(f"{place}.after_s", "must be seconds, 0 or more")
        yield code, Verdict(status, substatus, float(after_s))


def _courier_codes(
    content: Mapping[str, Any], known: Mapping[int, set[int]]
) -> Iterator[tuple[int, str]]:
    for order_key, code in _mapping(content.get("courierCodes", {}), "courierCodes").items():
        place = f"courierCodes.{order_key}"
        order_id = _number(order_key, place)
        if order_id not in known:
            raise OrderFileInvalid(place, "is no order of this file")
        if not isinstance(code, str) or not code:
            raise OrderFileInvalid(place, "must be text")
        yield order_id, code


def _take(holder: Any, field: str, kind: type, place: str) -> Any:
    value = _mapping(holder, place).get(field)
    if value is None:
        raise OrderFileInvalid(f"{place}.{field}", "is missing")
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
        raise OrderFileInvalid(f"{place}.{field}", f"must be {kind.__name__}, is {value!r}")
    return value


def _mapping(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise OrderFileInvalid(place, "must be an object")
    return value


def _number(key: str, place: str) -> int:
    if not key.isascii() or not key.isdigit():
        raise OrderFileInvalid(place, "must be the number of an order or item")
    return int(key)


def _moment(holder: dict[str, Any], field: str, place: str) -> None:
    text = _take(holder, field, str, place)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise OrderFileInvalid(f"{place}.{field}", f"{text!r} is no date and time") from error
    if moment.tzinfo is None:
        raise OrderFileInvalid(f"{place}.{field}", f"{text!r} has no offset from UTC")


def _date(holder: dict[str, Any], field: str, place: str) -> None:
    text = _take(holder, field, str, place)
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise OrderFileInvalid(f"{place}.{field}", f"{text!r} is no date") from error
