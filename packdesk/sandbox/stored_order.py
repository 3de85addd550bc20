"""One order in the sandbox: what the file said, and what has been done with it since."""

import json
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from packdesk.sandbox.bodies import Instance, LayoutBox, LayoutItem
from packdesk.sandbox.layout_rules import Position
from packdesk.sandbox.moments import iso
from packdesk.sandbox.order_file import OrderFileInvalid
from packdesk.sandbox.transitions import State
from packdesk.sandbox.verification import Verdict, identification, state


@dataclass(frozen=True, slots=True)
class StoredBox:
    """A box of a layout that the sandbox has accepted.

    Attributes:
        box_id: The Market's id; new with every layout.
        barcode: ``<order id>-<n>``, n from 1; ``fulfilmentId`` on labels.
        items: What lies in it.
    """

    box_id: int
    barcode: str
    items: tuple[LayoutItem, ...]


@dataclass(frozen=True, slots=True)
class OrderSnapshot:
    """What has become of an order.

    Attributes:
        state: Status and substatus.
        external_id: The shop's own number, or None.
        boxes: The stored layout; empty while there is none.
        labels_served: How many label PDFs were given out.
        tracks: Track codes, in the order they came.
    """

    state: State
    external_id: str | None
    boxes: tuple[StoredBox, ...]
    labels_served: int
    tracks: tuple[str, ...]


@dataclass(slots=True)
class StoredOrder:
    """An order and its state. Not shared between threads without the world's lock.

    Attributes:
        document: ``BusinessOrderDTO`` without boxes and codes; unknown fields are kept.
        boxes: The stored layout; empty while there is none.
        given: When each code reached the sandbox first, by code as sent.
        labels_served: How many label PDFs were given out.
    """

    document: dict[str, Any]
    boxes: tuple[StoredBox, ...] = ()
    given: dict[str, datetime] = field(default_factory=dict)
    labels_served: int = 0

    @property
    def order_id(self) -> int:
        """The Market's order id."""
        return int(self.document["orderId"])

    @property
    def program(self) -> str:
        """FBS, DBS, EXPRESS, ...; FBS where the file is silent."""
        return str(self.document.get("programType", "FBS"))

    @property
    def state(self) -> State:
        """Status and substatus."""
        return State(self.document["status"], self.document["substatus"])

    def positions(self) -> tuple[Position, ...]:
        """Its items, as the layout rules see them."""
        return tuple(
            Position(
                item["id"],
                item["count"],
                sum(
                    (
                        Decimal(str(item.get("prices", {}).get(part, {}).get("value", 0)))
                        for part in ("payment", "cashback")
                    ),
                    Decimal(),
                ),
                frozenset(promo["type"] for promo in item.get("promos") or ()),
            )
            for item in self.document["items"]
        )

    def units(self, item_id: int) -> Iterator[Instance]:
        """The codes of each unit of an item; a split unit's codes once."""
        for box in self.boxes:
            for entry in box.items:
                first = entry.partialCount is None or entry.partialCount.current == 1
                if entry.id == item_id and first:
                    yield from entry.instances or ()

    def store(
        self, boxes: Sequence[LayoutBox], counts: dict[int, int], ids: Iterator[int], now: datetime
    ) -> None:
        """Replace the layout; items with fewer units are cut, those with none are gone."""
        self.boxes = tuple(
            StoredBox(next(ids), f"{self.order_id}-{number}", box.items)
            for number, box in enumerate(boxes, start=1)
        )
        self._keep(counts)
        self.note_codes(now)
        self.touch(now)

    def lose(self, counts: dict[int, int], now: datetime) -> None:
        """Keep so many units of each item; the layout, which no longer fits, is gone."""
        self.boxes = ()
        self._keep(counts)
        self.note_codes(now)
        self.touch(now)

    def first_code(self, kind: str) -> str | None:
        """The first ``cis`` or ``uin`` that was given, or None."""
        for item in self.document["items"]:
            for unit in self.units(item["id"]):
                code = unit.cis if kind == "cis" else unit.uin
                if code is not None:
                    return code
        return None

    def note_codes(self, now: datetime) -> None:
        """Begin the checks of codes that are new; those that were there go on."""
        before, self.given = self.given, {}
        for item in self.document["items"]:
            for unit in self.units(item["id"]):
                for code in (unit.cis, unit.uin):
                    if code is not None:
                        self.given[code] = before.get(code, now)

    def snapshot(self) -> OrderSnapshot:
        """What has become of it."""
        return OrderSnapshot(
            self.state,
            self.document.get("externalOrderId"),
            self.boxes,
            self.labels_served,
            tuple(track["trackCode"] for track in self.document["delivery"].get("tracks") or ()),
        )

    def touch(self, now: datetime) -> None:
        """Note a change: the update time moves."""
        self.document["updateDate"] = iso(now)

    def checks(
        self, verdict: Callable[[str], Verdict], now: datetime
    ) -> dict[int, dict[str, list[dict[str, Any]]]]:
        """Item id to its ``cis`` and ``uin`` with the state of their checks; absent if none."""
        uins_complete = self._uins_complete()
        answer: dict[int, dict[str, list[dict[str, Any]]]] = {}
        for item in self.document["items"]:
            checks: dict[str, list[dict[str, Any]]] = {}
            for unit in self.units(item["id"]):
                if unit.cis is not None:
                    entry = state(unit.cis, verdict(unit.cis), self.given[unit.cis], now)
                    checks.setdefault("cis", []).append(entry)
                if unit.uin is not None:
                    entry = state(unit.uin, verdict(unit.uin), uins_complete, now)
                    checks.setdefault("uin", []).append(entry)
            answer[item["id"]] = checks
        return answer

    def missing_code(self) -> str | None:
        """The first required code that was not given, in words of the Market's; None if none."""
        for item in self.document["items"]:
            for kind in item.get("requiredInstanceTypes") or ():
                if kind == "CIS_OPTIONAL":
                    continue
                units = list(self.units(item["id"]))
                given = sum(getattr(unit, kind.lower(), None) is not None for unit in units)
                if given < item["count"]:
                    return f"item {item['id']} has {given} of {item['count']} {kind}"
        return None

    def told(self) -> dict[str, Any]:
        """A copy of the order as getBusinessOrders tells it, promotions included."""
        answer = deepcopy(self.document)
        for item in answer["items"]:
            instances = [_told_instance(unit) for unit in self.units(item["id"])]
            if instances:
                item["instances"] = instances
        if self.boxes:
            answer["delivery"]["boxesLayout"] = [
                {
                    "boxId": box.box_id,
                    "barcode": box.barcode,
                    "items": [item.as_sent() for item in box.items],
                }
                for box in self.boxes
            ]
        return answer

    def _keep(self, counts: dict[int, int]) -> None:
        self.document["items"] = [
            _cut({k: v for k, v in item.items() if k != "instances"}, counts[item["id"]])
            for item in self.document["items"]
            if counts[item["id"]] > 0
        ]
        _add_up(self.document)

    def _uins_complete(self) -> datetime | None:
        """When the last UIN of the order came; None while one is missing."""
        moments: list[datetime] = []
        for item in self.document["items"]:
            uins = [unit.uin for unit in self.units(item["id"]) if unit.uin is not None]
            needed = "UIN" in (item.get("requiredInstanceTypes") or ())
            if needed and len(uins) < item["count"]:
                return None
            moments += [self.given[uin] for uin in uins]
        return max(moments, default=None)


def stored_order(document: dict[str, Any]) -> StoredOrder:
    """An order of a file, its layout taken apart from it; its codes were checked long ago.

    Raises:
        OrderFileInvalid: If ``delivery.boxesLayout`` is no layout.
    """
    document = deepcopy(document)
    listed = document["delivery"].pop("boxesLayout", None) or []
    try:
        boxes = tuple(
            StoredBox(
                int(box["boxId"]),
                str(box["barcode"]),
                LayoutBox.model_validate_json(json.dumps({"items": box["items"]})).items,
            )
            for box in listed
        )
    except (KeyError, TypeError, ValueError) as error:
        place = f"order {document['orderId']}: delivery.boxesLayout"
        raise OrderFileInvalid(place, f"is no layout: {error!r}") from error
    order = StoredOrder(document, boxes)
    order.note_codes(datetime.fromisoformat(document["creationDate"]))
    return order


def _told_instance(unit: Instance) -> dict[str, Any]:
    told = unit.as_sent()
    if unit.cis is not None:
        told |= {"cis": identification(unit.cis), "cisFull": unit.cis}
    return told


def _cut(item: dict[str, Any], count: int) -> dict[str, Any]:
    share = Decimal(count) / item["count"]
    if share == 1:
        return item
    prices = {
        part: {**price, "value": _scaled(price["value"], share)}
        if isinstance(price, dict) and "value" in price
        else price
        for part, price in item.get("prices", {}).items()
    }
    return {**item, "count": count, **({"prices": prices} if prices else {})}


def _scaled(value: float, share: Decimal) -> float:
    scaled = round(Decimal(str(value)) * share, 2)
    return int(scaled) if scaled == int(scaled) else float(scaled)


def _add_up(document: dict[str, Any]) -> None:
    prices = document.get("prices", {})
    for part in ("payment", "subsidy", "cashback"):
        values = [item.get("prices", {}).get(part, {}).get("value") for item in document["items"]]
        if part in prices and None not in values:
            total = sum((Decimal(str(value)) for value in values), Decimal())
            prices[part] = {**prices[part], "value": _scaled(float(total), Decimal(1))}
