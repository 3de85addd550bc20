"""A Market in memory; it passes the contract tests of the real client."""

from dataclasses import replace
from itertools import count

from typing_extensions import override

from packdesk.domain.checks import CodeCheck
from packdesk.domain.ids import CampaignId, MarketBoxId, OrderId, OrderRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout
from packdesk.domain.order import (
    MarketBox,
    Offer,
    Order,
    ProgramType,
    StoredBox,
)
from packdesk.station.errors import OrderUnknown
from packdesk.station.ports import Campaign, KeyInfo, Market, OrderQuery, ParcelLabel
from tests.fakes.market_handover import FakeHandover
from tests.fakes.market_memory import BUSINESS, Called, Effect, Op, a_pdf, refused
from tests.fakes.market_rules import counts, cut, is_started, matches, sound, stored_lines

__all__ = ["BUSINESS", "Called", "Effect", "FakeMarket", "Op", "a_pdf", "order_ref"]


class FakeMarket(FakeHandover, Market):
    """Holds orders and follows the Market's rules, as far as a station can notice.

    Calls are kept in ``calls``. ``fail`` queues an error for the next call of an operation.
    ``verdicts`` maps a code's full text to the status and substatus of its check; others are OK.
    """

    def __init__(self, *orders: Order, offers: tuple[Offer, ...] = ()) -> None:
        super().__init__(*orders)
        self.promoted: dict[OrderId, tuple[int, ...]] = {}
        self.scopes: tuple[str, ...] = ("INVENTORY_AND_ORDER_PROCESSING",)
        self.country_codes: tuple[str, ...] = ("BY", "CN", "RU")
        self._offers = {offer.offer_id: offer for offer in offers}
        self._box_ids = count(700000001)

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
            return tuple(order for order in self._orders.values() if matches(query, order))

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
            placed_units = counts(layout)
            if not layout.boxes or not all(sound(box) for box in layout.boxes):
                raise refused(Op.SET_LAYOUT, ref, 400, "Invalid order boxes layout request")
            if placed_units.keys() - {item.id for item in order.items}:
                raise refused(Op.SET_LAYOUT, ref, 400, "Invalid order boxes layout request")
            for item in order.items:
                placed = placed_units.get(item.id, 0)
                if placed > item.count or (placed < item.count and not layout.allow_remove):
                    raise refused(Op.SET_LAYOUT, ref, 400, "Invalid order boxes layout request")
            boxes = tuple(
                StoredBox(
                    MarketBoxId(next(self._box_ids)),
                    f"{order.id}-{place}",
                    tuple(stored_lines(box)),
                )
                for place, box in enumerate(layout.boxes, start=1)
            )
            left = tuple(
                cut(item, placed_units[item.id]) for item in order.items if item.id in placed_units
            )
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
                raise refused(
                    Op.SET_EXTERNAL_ID,
                    ref,
                    400,
                    "Cannot do operation, external ID already set for order "
                    f"(orderId = {ref.order}, externalId = {order.external_id})",
                )
            if not is_started(order) or not external_id:
                raise refused(Op.SET_EXTERNAL_ID, ref, 400, "Cannot do operation for order")
            self.put(replace(order, external_id=external_id))

        return self._do(Op.SET_EXTERNAL_ID, store, ref, external_id)

    @override
    def code_checks(self, ref: OrderRef) -> tuple[CodeCheck, ...]:
        def told() -> tuple[CodeCheck, ...]:
            order = self._known(Op.CODE_CHECKS, ref)
            if order.program is ProgramType.DBS:
                raise refused(Op.CODE_CHECKS, ref, 400, "Campaign type is not allowed")
            return tuple(self._checks(order))

        return self._do(Op.CODE_CHECKS, told, ref)

    @override
    def labels(self, ref: OrderRef, page: LabelFormat) -> bytes:
        return self._do(Op.LABELS, lambda: a_pdf(page, len(self._boxes(Op.LABELS, ref))), ref, page)

    @override
    def label(self, ref: OrderRef, box: MarketBoxId, page: LabelFormat) -> bytes:
        def made() -> bytes:
            if all(stored.box_id != box for stored in self._boxes(Op.LABEL, ref)):
                raise refused(Op.LABEL, ref, 404, f"Box not found. Box: {box}")
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

    def _open(self, op: Op, ref: OrderRef) -> Order:
        order = self._known(op, ref)
        if order.is_ready:
            text = "Attempt to change order items or instances after READY_TO_SHIP"
            raise refused(op, ref, 400, text)
        if not is_started(order):
            raise refused(op, ref, 400, f"Action is not allowed for order {order.id}")
        return order

    def _boxes(self, op: Op, ref: OrderRef) -> tuple[StoredBox, ...]:
        boxes = self._known(op, ref).stored_boxes
        if not boxes:
            raise refused(op, ref, 404, f"No boxes found for order '{ref.order}'")
        return boxes


def order_ref(campaign: int, order: int) -> OrderRef:
    """The name of an order from plain numbers."""
    return OrderRef(CampaignId(campaign), OrderId(order))
