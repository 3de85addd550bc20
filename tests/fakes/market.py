"""A Market in memory; it passes the contract tests of the real client."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from itertools import count
from typing import TypeVar

from typing_extensions import override

from packdesk.domain.checks import CodeCheck, CodeVerdict
from packdesk.domain.codes import CodeKind
from packdesk.domain.ids import BusinessId, CampaignId, ItemId, MarketBoxId, OrderId, OrderRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, ItemPart, LayoutBox, UnitCodes
from packdesk.domain.order import (
    MarketBox,
    Offer,
    Order,
    OrderItem,
    OrderStatus,
    OrderSubstatus,
    ProgramType,
    StoredBox,
    StoredItem,
)
from packdesk.station.errors import ApiError, MarketError, MarketRefused, OrderUnknown
from packdesk.station.ports import Campaign, KeyInfo, Market, OrderQuery, ParcelLabel

T = TypeVar("T")

BUSINESS = BusinessId(1000001)


class Op(Enum):
    """The methods of the port; the values are the API's operation ids."""

    CAMPAIGNS = "getCampaigns"
    KEY_INFO = "getAuthTokenInfo"
    ORDERS = "getBusinessOrders, a list"
    ORDER = "getBusinessOrders"
    PROMOTED_ITEMS = "getOrder"
    SET_LAYOUT = "setOrderBoxLayout"
    SET_EXTERNAL_ID = "updateExternalOrderId"
    CODE_CHECKS = "getOrderIdentifiersStatus"
    MARK_READY = "updateOrderStatus"
    LABELS = "generateOrderLabels"
    LABEL = "generateOrderLabel"
    LABELS_DATA = "getOrderLabelsData"
    OFFERS = "getOfferMappings"
    COUNTRIES = "getRegionsCodes"


class Effect(Enum):
    """What a failed call did nevertheless."""

    NONE = "it did nothing"
    TAKEN = "it took effect, only the answer was lost"


@dataclass(frozen=True, slots=True)
class Called:
    """One call as it came, failed or not."""

    op: Op
    given: tuple[object, ...] = ()


class FakeMarket(Market):
    """Holds orders and follows the Market's rules, as far as a station can notice.

    Calls are kept in ``calls``. ``fail`` queues an error for the next call of an operation.
    ``verdicts`` maps a code's full text to the status and substatus of its check; others are OK.
    """

    def __init__(self, *orders: Order, offers: tuple[Offer, ...] = ()) -> None:
        self.calls: list[Called] = []
        self.verdicts: dict[str, tuple[str, str | None]] = {}
        self.promoted: dict[OrderId, tuple[int, ...]] = {}
        self.scopes: tuple[str, ...] = ("INVENTORY_AND_ORDER_PROCESSING",)
        self.country_codes: tuple[str, ...] = ("BY", "CN", "RU")
        self._orders = {order.id: order for order in orders}
        self._offers = {offer.offer_id: offer for offer in offers}
        self._errors: dict[Op, deque[tuple[MarketError, Effect]]] = defaultdict(deque)
        self._box_ids = count(700000001)

    def fail(self, op: Op, *errors: MarketError, effect: Effect = Effect.NONE) -> None:
        """The next calls of this operation raise these, one each."""
        self._errors[op].extend((error, effect) for error in errors)

    def put(self, order: Order) -> None:
        """The Market itself has, or changes, this order."""
        self._orders[order.id] = order

    def stored(self, order: OrderId) -> Order:
        """An order as it stands, without a call."""
        return self._orders[order]

    def called(self, op: Op) -> list[Called]:
        """The calls of one operation."""
        return [call for call in self.calls if call.op is op]

    @override
    def campaigns(self) -> tuple[Campaign, ...]:
        numbers = sorted({order.campaign_id for order in self._orders.values()})
        return self._do(
            Op.CAMPAIGNS,
            lambda: tuple(
                Campaign(number, BUSINESS, f"Shop {number}", "Business", "FBS")
                for number in numbers
            ),
        )

    @override
    def key_info(self) -> KeyInfo:
        return self._do(Op.KEY_INFO, lambda: KeyInfo("fake", self.scopes))

    @override
    def orders(self, query: OrderQuery) -> tuple[Order, ...]:
        def found() -> tuple[Order, ...]:
            return tuple(order for order in self._orders.values() if _matches(query, order))

        return self._do(Op.ORDERS, found, query)

    @override
    def order(self, ref: OrderRef) -> Order:
        def found() -> Order:
            order = self._orders.get(ref.order)
            if order is None or order.ref != ref:
                raise OrderUnknown(ref.order)
            return order

        return self._do(Op.ORDER, found, ref)

    @override
    def promoted_items(self, ref: OrderRef) -> tuple[int, ...]:
        return self._do(Op.PROMOTED_ITEMS, lambda: self.promoted.get(ref.order, ()), ref)

    @override
    def set_layout(self, ref: OrderRef, layout: BoxLayout) -> tuple[MarketBox, ...]:
        def store() -> tuple[MarketBox, ...]:
            order = self._open(Op.SET_LAYOUT, ref)
            counts = _counts(layout)
            if not layout.boxes or not all(_sound(box) for box in layout.boxes):
                raise _refused(Op.SET_LAYOUT, ref, 400, "Invalid order boxes layout request")
            if counts.keys() - {item.id for item in order.items}:
                raise _refused(Op.SET_LAYOUT, ref, 400, "Invalid order boxes layout request")
            for item in order.items:
                placed = counts.get(item.id, 0)
                if placed > item.count or (placed < item.count and not layout.allow_remove):
                    raise _refused(Op.SET_LAYOUT, ref, 400, "Invalid order boxes layout request")
            boxes = tuple(
                StoredBox(
                    MarketBoxId(next(self._box_ids)),
                    f"{order.id}-{place}",
                    tuple(_stored_lines(box)),
                )
                for place, box in enumerate(layout.boxes, start=1)
            )
            left = tuple(_cut(item, counts[item.id]) for item in order.items if item.id in counts)
            self.put(replace(order, items=left, stored_boxes=boxes))
            return tuple(
                MarketBox(box.number, stored.box_id)
                for box, stored in zip(layout.boxes, boxes, strict=True)
            )

        return self._do(Op.SET_LAYOUT, store, ref, layout)

    @override
    def set_external_id(self, ref: OrderRef, external_id: str) -> None:
        def store() -> None:
            order = self._known(Op.SET_EXTERNAL_ID, ref)
            if order.external_id is not None:
                raise _refused(
                    Op.SET_EXTERNAL_ID,
                    ref,
                    400,
                    "Cannot do operation, external ID already set for order "
                    f"(orderId = {ref.order}, externalId = {order.external_id})",
                )
            if not _is_started(order) or not external_id:
                raise _refused(Op.SET_EXTERNAL_ID, ref, 400, "Cannot do operation for order")
            self.put(replace(order, external_id=external_id))

        return self._do(Op.SET_EXTERNAL_ID, store, ref, external_id)

    @override
    def code_checks(self, ref: OrderRef) -> tuple[CodeCheck, ...]:
        def told() -> tuple[CodeCheck, ...]:
            order = self._known(Op.CODE_CHECKS, ref)
            if order.program is ProgramType.DBS:
                raise _refused(Op.CODE_CHECKS, ref, 400, "Campaign type is not allowed")
            return tuple(self._checks(order))

        return self._do(Op.CODE_CHECKS, told, ref)

    @override
    def mark_ready(self, ref: OrderRef) -> None:
        def store() -> None:
            order = self._known(Op.MARK_READY, ref)
            if not _is_started(order):
                raise _refused(Op.MARK_READY, ref, 400, "No transition found")
            checked = order.program is not ProgramType.DBS
            passed = all(check.verdict is CodeVerdict.PASSED for check in self._checks(order))
            if not order.stored_boxes or (checked and (_lacks_codes(order) or not passed)):
                raise _refused(Op.MARK_READY, ref, 400, "Transition is not allowed. Reason: codes")
            self.put(replace(order, substatus=OrderSubstatus.READY_TO_SHIP))

        return self._do(Op.MARK_READY, store, ref)

    @override
    def labels(self, ref: OrderRef, page: LabelFormat) -> bytes:
        return self._do(Op.LABELS, lambda: a_pdf(page, len(self._boxes(Op.LABELS, ref))), ref, page)

    @override
    def label(self, ref: OrderRef, box: MarketBoxId, page: LabelFormat) -> bytes:
        def made() -> bytes:
            if all(stored.box_id != box for stored in self._boxes(Op.LABEL, ref)):
                raise _refused(Op.LABEL, ref, 404, f"Box not found. Box: {box}")
            return a_pdf(page, 1)

        return self._do(Op.LABEL, made, ref, box, page)

    @override
    def labels_data(self, ref: OrderRef) -> tuple[ParcelLabel, ...]:
        def told() -> tuple[ParcelLabel, ...]:
            boxes = self._boxes(Op.LABELS_DATA, ref)
            number = self.stored(ref.order).external_id or str(ref.order)
            return tuple(
                ParcelLabel(box.box_id, box.barcode, f"{place}/{len(boxes)}", number)
                for place, box in enumerate(boxes, start=1)
            )

        return self._do(Op.LABELS_DATA, told, ref)

    @override
    def offers(self, offer_ids: tuple[str, ...]) -> tuple[Offer, ...]:
        known = [self._offers[one] for one in dict.fromkeys(offer_ids) if one in self._offers]
        return self._do(Op.OFFERS, lambda: tuple(known), offer_ids)

    @override
    def countries(self) -> tuple[str, ...]:
        return self._do(Op.COUNTRIES, lambda: self.country_codes)

    def _do(self, op: Op, work: Callable[[], T], *given: object) -> T:
        self.calls.append(Called(op, given))
        if self._errors[op]:
            error, effect = self._errors[op].popleft()
            if effect is Effect.TAKEN:
                work()
            raise error
        return work()

    def _known(self, op: Op, ref: OrderRef) -> Order:
        order = self._orders.get(ref.order)
        if order is None or order.ref != ref:
            raise _refused(op, ref, 404, f"Failed to find order with id {ref.order}")
        return order

    def _open(self, op: Op, ref: OrderRef) -> Order:
        order = self._known(op, ref)
        if order.is_ready:
            text = "Attempt to change order items or instances after READY_TO_SHIP"
            raise _refused(op, ref, 400, text)
        if not _is_started(order):
            raise _refused(op, ref, 400, f"Action is not allowed for order {order.id}")
        return order

    def _boxes(self, op: Op, ref: OrderRef) -> tuple[StoredBox, ...]:
        boxes = self._known(op, ref).stored_boxes
        if not boxes:
            raise _refused(op, ref, 404, f"No boxes found for order '{ref.order}'")
        return boxes

    def _checks(self, order: Order) -> Iterator[CodeCheck]:
        for item in order.items:
            for codes in _units(order, item.id):
                for code in codes:
                    if code.kind in {CodeKind.CIS, CodeKind.UIN}:
                        verdict = self.verdicts.get(code.full, ("OK", None))
                        yield CodeCheck(item.id, code.kind, code.full, *verdict)


def a_pdf(page: LabelFormat, pages: int) -> bytes:
    """A true PDF with empty pages of the label's size."""
    width, height = (round(side / 25.4 * 72) for side in page.size_mm)
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + pages))
    leaf = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        *[leaf] * pages,
    ]
    text, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    start = len(text)
    text += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    text += f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return text.encode("ascii")


def _refused(op: Op, ref: OrderRef, status: int, text: str) -> MarketRefused:
    return MarketRefused(op.value, ref.order, status=status, errors=(ApiError("FAKE", text),))


def _matches(query: OrderQuery, order: Order) -> bool:
    wanted: tuple[tuple[tuple[object, ...], object], ...] = (
        (query.campaigns, order.campaign_id),
        (query.orders, order.id),
        (query.external_ids, order.external_id),
        (query.statuses, order.status),
        (query.substatuses, order.substatus),
    )
    return order.fake is query.fake and all(not few or one in few for few, one in wanted)


def _is_started(order: Order) -> bool:
    return (order.status, order.substatus) == (OrderStatus.PROCESSING, OrderSubstatus.STARTED)


def _sound(box: LayoutBox) -> bool:
    match box.content:
        case ItemPart(_, current, total):
            return 1 <= current <= total
        case whole:
            items = [line.item for line in whole]
            return bool(items) and len(items) == len(set(items))


def _counts(layout: BoxLayout) -> dict[ItemId, int]:
    """Units of each item; a split unit counts with its first part."""
    counts: dict[ItemId, int] = defaultdict(int)
    for box in layout.boxes:
        match box.content:
            case ItemPart(item, current):
                counts[item] += current == 1
            case whole:
                for line in whole:
                    counts[line.item] += line.count
    return dict(counts)


def _stored_lines(box: LayoutBox) -> Iterator[StoredItem]:
    match box.content:
        case ItemPart(item, current, total, codes):
            yield StoredItem(item, None, current, total, (codes,) if codes else ())
        case whole:
            for line in whole:
                yield StoredItem(line.item, line.count, None, None, line.codes)


def _units(order: Order, item: ItemId) -> Iterator[UnitCodes]:
    for box in order.stored_boxes:
        for line in box.items:
            if line.item == item and line.current in {None, 1}:
                yield from line.codes


def _lacks_codes(order: Order) -> bool:
    for item in order.items:
        units = list(_units(order, item.id))
        for wanted in item.requires:
            given = sum(any(code.kind is wanted.kind for code in codes) for codes in units)
            if not wanted.optional and given < item.count:
                return True
    return False


def _cut(item: OrderItem, units: int) -> OrderItem:
    price = item.price
    if price is not None and units != item.count:
        price = (price * Decimal(units) / item.count).quantize(Decimal("0.01"))
    return replace(item, count=units, price=price)


def order_ref(campaign: int, order: int) -> OrderRef:
    """The name of an order from plain numbers."""
    return OrderRef(CampaignId(campaign), OrderId(order))
