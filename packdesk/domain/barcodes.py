"""What a scanned text means at this table: one resolver for all screens.

The order of meanings: desk command; order, external or parcel number; marking code of a kind that
this order can take; product barcode, from the catalogue or learned; else unknown.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from packdesk.domain.codes import (
    NO_CONTEXT,
    Channel,
    Cis,
    CodeKind,
    IssueCode,
    JudgeContext,
    MarkingCode,
    ScanKind,
    Slot,
    Verdict,
    gtin14,
    gtin_is_comparable,
    judge,
)
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.order import Catalogue, Order, OrderItem
from packdesk.domain.packing import Packing
from packdesk.domain.refusals import Doubt
from packdesk.domain.units import Short


class DeskCommand(Enum):
    """Command barcodes (Code 128) of the command sheet.

    Each is long enough to be told from typing: six keys and more.
    """

    UNDO = "PD-UNDO"
    NEW_BOX = "PD-BOX"
    FINISH = "PD-FINISH"
    CANCEL = "PD-CANCEL"
    QUEUE = "PD-QUEUE"
    TEACH = "PD-TEACH"
    ANSWER_1 = "PD-ANSWER-1"
    ANSWER_2 = "PD-ANSWER-2"
    ANSWER_3 = "PD-ANSWER-3"
    ANSWER_4 = "PD-ANSWER-4"
    ANSWER_5 = "PD-ANSWER-5"

    @property
    def answer(self) -> int | None:
        """Which answer of an open question it picks, 1 and up."""
        tail = self.value.removeprefix("PD-ANSWER-")
        return int(tail) if tail.isdigit() else None


@dataclass(frozen=True, slots=True)
class CommandScan:
    """A command barcode."""

    command: DeskCommand


@dataclass(frozen=True, slots=True)
class OrderScan:
    """The number of an order, its external id or one of its parcels."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class CodeScan:
    """A code that can be taken; ``items`` are the positions it may belong to, never empty.

    ``lesson`` is what the scan proves about its good: GTIN and length of the serials.
    """

    code: MarkingCode
    issues: tuple[IssueCode, ...]
    items: tuple[ItemId, ...]
    lesson: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class DoubtfulScan:
    """A code that a deliberate act could send all the same."""

    doubt: Doubt


@dataclass(frozen=True, slots=True)
class ProductScan:
    """A product barcode; ``items`` are the positions that carry it, never empty."""

    items: tuple[ItemId, ...]


@dataclass(frozen=True, slots=True)
class ForeignGoods:
    """A good that this order does not have; ``text`` is its barcode, or the GTIN of its code."""

    text: str


@dataclass(frozen=True, slots=True)
class UnusableCode:
    """A marking code, or what is left of one, that cannot be taken as it is."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class UnwantedCode:
    """A good code of a kind that no position of this order asks for."""

    kind: CodeKind


@dataclass(frozen=True, slots=True)
class UnknownScan:
    """Nothing that this table knows."""

    text: str


Meaning: TypeAlias = (
    CommandScan
    | OrderScan
    | CodeScan
    | DoubtfulScan
    | ProductScan
    | ForeignGoods
    | UnusableCode
    | UnwantedCode
    | UnknownScan
)

KIND_SLOTS = {
    CodeKind.CIS: Slot.CIS,
    CodeKind.UIN: Slot.UIN,
    CodeKind.RNPT: Slot.RNPT,
    CodeKind.GTD: Slot.GTD,
    CodeKind.COUNTRY: Slot.COUNTRY,
}
MARKING_KINDS = {ScanKind.CIS, ScanKind.UIN, ScanKind.RNPT, ScanKind.GTD, ScanKind.COUNTRY}
PARCEL = re.compile(r"(\d{5,19})-\d{1,4}\Z")
ENDS = " \t\r\n"


def supervisor_barcode(code: str) -> str:
    """The text of the barcode that confirms what cannot be undone."""
    return f"PD-OK-{code}"


def is_supervisor(text: str, code: str) -> bool:
    """Whether it is the supervisor's barcode of this table; without a code there is none."""
    return bool(code) and text.strip(ENDS).upper() == supervisor_barcode(code).upper()


def desk_command(text: str) -> DeskCommand | None:
    """The command of a command barcode."""
    try:
        return DeskCommand(text.strip(ENDS).upper())
    except ValueError:
        return None


def order_of(text: str, orders: Iterable[Order]) -> OrderId | None:
    """The order that this number, external id or parcel number names."""
    plain = text.strip(ENDS)
    parcel = PARCEL.match(plain)
    number = parcel[1] if parcel else plain
    for order in orders:
        if str(order.id) == number or (order.external_id and order.external_id == plain):
            return order.id
        if any(box.barcode == plain for box in order.stored_boxes):
            return order.id
    return None


def read_scan(
    text: str,
    packing: Packing,
    catalogue: Catalogue,
    orders: Iterable[Order] = (),
    channel: Channel = Channel.SCANNER,
    context: JudgeContext = NO_CONTEXT,
) -> Meaning:
    """What a scanned (or typed, or pasted) text means while this order stands on the bench."""
    command = desk_command(text)
    if command is not None:
        return CommandScan(command)
    order = order_of(text, orders)
    if order is not None:
        return OrderScan(order)
    return _goods(text, packing, catalogue, channel, context)


def _goods(
    text: str, packing: Packing, catalogue: Catalogue, channel: Channel, context: JudgeContext
) -> Meaning:
    wanted = wanted_kind(packing)
    if wanted is CodeKind.COUNTRY:
        verdict = judge(text, Slot.COUNTRY, channel, context)
        if verdict.kind is ScanKind.COUNTRY:
            return _take(verdict, packing, catalogue)
    known = _products(text, packing, catalogue)
    if known:
        return ProductScan(known)
    verdict = judge(text, Slot.AUTO, channel, context)
    if verdict.kind not in MARKING_KINDS and wanted is not None:
        asked = judge(text, KIND_SLOTS[wanted], channel, context)
        verdict = asked if asked.kind in MARKING_KINDS else verdict
    if verdict.kind in MARKING_KINDS or verdict.kind in {ScanKind.SSCC, ScanKind.EGAIS}:
        return _take(verdict, packing, catalogue)
    if verdict.kind is ScanKind.BARCODE:
        return ForeignGoods(verdict.normalized or text)
    # A damaged code is told as such only where a code is what the scan looks like.
    if verdict.gtin is not None or len(text) > _LONGEST_BARCODE:
        return UnusableCode(verdict)
    return UnknownScan(text)


_LONGEST_BARCODE = 24


def wanted_kind(packing: Packing) -> CodeKind | None:
    """The kind of code that is asked for right now, which a bare number is then read as."""
    candidates = [unit for unit in packing.units if unit.boxes and packing.wanted_kinds(unit)]
    if packing.chosen is not None:
        candidates += [u for u in packing.units_of(packing.chosen) if packing.wanted_kinds(u)]
    return packing.wanted_kinds(candidates[0])[0] if candidates else None


def _take(verdict: Verdict, packing: Packing, catalogue: Catalogue) -> Meaning:
    code = verdict.code
    if code is None:
        return UnusableCode(verdict)
    takers = [
        item
        for item in packing.order.items
        if any(requirement.kind is code.kind for requirement in item.requires)
    ]
    own = _by_gtin(verdict.gtin, packing, catalogue)
    if own and not any(item in takers for item in own):
        return ProductScan(tuple(item.id for item in own))
    if not own and code.kind is CodeKind.CIS and verdict.gtin and gtin_is_comparable(verdict.gtin):
        # The catalogue knows the GTINs of some goods: this code is none of those.
        may_be = [i for i in takers or packing.order.items if not _gtins(i, catalogue)]
        if not may_be:
            return ForeignGoods(verdict.gtin)
        takers = [item for item in takers if item in may_be]
    if not takers:
        return UnwantedCode(code.kind)
    if own:
        items = tuple(item.id for item in own if item in takers)
    else:
        items = _likely(takers, code, packing)
    issues = tuple(issue.code for issue in verdict.issues)
    if verdict.reason is not None and not verdict.ok:
        return DoubtfulScan(Doubt(code, issues, items, verdict.reason))
    return CodeScan(code, issues, items, verdict.lesson)


def _likely(takers: list[OrderItem], code: MarkingCode, packing: Packing) -> tuple[ItemId, ...]:
    """The positions that still want such a code; the chosen one alone if it is among them."""
    owner = packing.holder(code.identity) if code.is_unique else None
    if owner is not None:
        return (owner.ref.item,)
    wanting = tuple(item.id for item in takers if _wants(item, code.kind, packing))
    if packing.chosen is not None and packing.chosen in wanting:
        return (packing.chosen,)
    boxed = tuple(
        item
        for item in wanting
        if any(u.boxes and code.kind in packing.wanted_kinds(u) for u in packing.units_of(item))
    )
    if code.kind is CodeKind.COUNTRY and boxed:
        return boxed[:1]
    return wanting or tuple(item.id for item in takers)


def _wants(item: OrderItem, kind: CodeKind, packing: Packing) -> bool:
    return any(
        kind in packing.wanted_kinds(unit)
        or (unit.code(kind) is None and not isinstance(unit.place, Short))
        for unit in packing.units_of(item.id)
    )


def _gtins(item: OrderItem, catalogue: Catalogue) -> set[str]:
    offer = catalogue.offer(item.offer_id)
    texts = [*(offer.barcodes if offer else ())]
    texts += [barcode for barcode, offer_id in catalogue.learned if offer_id == item.offer_id]
    return {
        gtin for text in texts if (gtin := gtin14(text)) is not None and gtin_is_comparable(gtin)
    }


def _by_gtin(gtin: str | None, packing: Packing, catalogue: Catalogue) -> tuple[OrderItem, ...]:
    """Positions with this GTIN: by the catalogue, else by codes already given in this order."""
    if gtin is None:
        return ()
    items = packing.order.items
    known = tuple(item for item in items if gtin in _gtins(item, catalogue))
    return known or tuple(
        item
        for item in items
        if any(
            isinstance(code, Cis) and code.gtin == gtin
            for unit in packing.units_of(item.id)
            for code in unit.codes
        )
    )


def _products(text: str, packing: Packing, catalogue: Catalogue) -> tuple[ItemId, ...]:
    plain = text.strip(ENDS)
    gtin = gtin14(plain)
    found = []
    for item in packing.order.items:
        offer = catalogue.offer(item.offer_id)
        texts = [*(offer.barcodes if offer else ()), item.offer_id]
        texts += [barcode for barcode, offer_id in catalogue.learned if offer_id == item.offer_id]
        same = plain in texts or (
            gtin is not None and gtin in {gtin14(barcode) for barcode in texts}
        )
        if same:
            found.append(item.id)
    return tuple(found)
