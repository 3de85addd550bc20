"""What a drag carries as text: JSON under a type of our own. What cannot be read is no goods."""

import json
from collections.abc import Callable, Mapping
from typing import Any, assert_never

from PySide6.QtCore import QMimeData

from packdesk.domain.commands import IntoBox, OnTable
from packdesk.domain.ids import BoxNumber, ItemId, OrderId, UnitRef
from packdesk.ui.bench.picks import Carried, CarriedPart, CarriedUnits

MIME = "application/x-packdesk-goods+json"
LONGEST = 512
"""Bytes; a payload of ours is far shorter."""
_INT64 = 2**63


def encode(carried: Carried) -> QMimeData:
    """The goods as a drag carries them."""
    data = QMimeData()
    data.setData(MIME, json.dumps(_told(carried)).encode())
    return data


def _told(carried: Carried) -> dict[str, int]:
    match carried:
        case CarriedUnits(order, item, source):
            told: dict[str, int] = {"order": order, "item": item}
            return told if isinstance(source, OnTable) else {**told, "box": source.box}
        case CarriedPart(order, unit, part):
            return {"order": order, "item": unit.item, "unit": unit.number, "part": part}
        case _:
            assert_never(carried)


def decode(data: QMimeData) -> Carried | None:
    """The goods, or None for what another program, or a broken one, drags."""
    if not data.hasFormat(MIME):
        return None
    text = bytes(data.data(MIME).data())
    if len(text) > LONGEST:
        return None
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not all(_is_number(value) for value in told.values()):
        return None
    read = _READERS.get(frozenset(told))
    return read(told) if read else None


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < _INT64


def _from_table(told: Mapping[str, int]) -> Carried:
    return CarriedUnits(OrderId(told["order"]), ItemId(told["item"]), OnTable())


def _from_box(told: Mapping[str, int]) -> Carried:
    source = IntoBox(BoxNumber(told["box"]))
    return CarriedUnits(OrderId(told["order"]), ItemId(told["item"]), source)


def _part(told: Mapping[str, int]) -> Carried:
    unit = UnitRef(ItemId(told["item"]), told["unit"])
    return CarriedPart(OrderId(told["order"]), unit, told["part"])


_READERS: Mapping[frozenset[str], Callable[[Mapping[str, int]], Carried]] = {
    frozenset({"order", "item"}): _from_table,
    frozenset({"order", "item", "box"}): _from_box,
    frozenset({"order", "item", "unit", "part"}): _part,
}
