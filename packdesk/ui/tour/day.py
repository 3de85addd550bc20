"""The orders file as the tour reads it: which orders there are, and what lies on the goods."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Piece:
    """One unit of goods: its barcode, and the codes on it by the Market's field names."""

    item: str
    name: str
    ean: str
    marks: tuple[str, ...]
    scan_first: bool
    country: str | None


@dataclass(frozen=True, slots=True)
class TourOrder:
    """An order of the file; ``spares`` are other pieces on the shelf."""

    number: str
    program: str
    is_packable: bool
    pieces: tuple[Piece, ...]
    spares: tuple[Piece, ...]
    counts: tuple[tuple[str, int], ...]


def read_day(path: Path) -> tuple[TourOrder, ...]:
    """The orders in the order of the file.

    Raises:
        KeyError: an order that is to be packed has nothing lying there.
    """
    day: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    scans, spares = day.get("scans") or {}, day.get("spares") or {}
    return tuple(_order(order, scans, spares) for order in day["orders"])


def _order(order: dict[str, Any], scans: dict[str, Any], spares: dict[str, Any]) -> TourOrder:
    number = str(order["orderId"])
    packable = (
        order["status"] == "PROCESSING"
        and order.get("substatus") == "STARTED"
        and not order.get("cancelRequested")
    )
    names = {str(item["id"]): str(item["offerName"]) for item in order["items"]}
    return TourOrder(
        number,
        str(order.get("programType", "")),
        packable,
        _pieces(scans[number] if packable else {}, names),
        _pieces(spares.get(number, {}), names),
        tuple((str(item["id"]), int(item["count"])) for item in order["items"]),
    )


def _pieces(lying: dict[str, Any], names: dict[str, str]) -> tuple[Piece, ...]:
    pieces = []
    for item, goods in lying.items():
        for codes in goods["codes"]:
            others = tuple(str(codes[kind]) for kind in ("uin", "rnpt", "gtd") if kind in codes)
            marks = (*((str(codes["cis"]),) if "cis" in codes else ()), *others)
            pieces.append(
                Piece(
                    str(item),
                    names[str(item)],
                    str(goods.get("ean") or ""),
                    marks,
                    # A number alone does not tell which good it is of; a CIS does.
                    scan_first=bool(others) or not marks,
                    country=codes.get("countryCode"),
                )
            )
    return tuple(pieces)
