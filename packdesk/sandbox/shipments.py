"""The FBS shipments: which orders leave on which day, and their confirmation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from packdesk.sandbox.bodies import ShipmentsBody
from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.errors import ApiError, BadRequestError
from packdesk.sandbox.moments import MOSCOW, iso
from packdesk.sandbox.order_book import OrderBook
from packdesk.sandbox.paging import read_token, token
from packdesk.sandbox.stored_order import StoredOrder
from packdesk.sandbox.transitions import READY, STARTED

WAREHOUSE_ID = 1
# The login that may sign an act electronically.
SIGNATORY = "packdesk-demo"
OPENS, CLOSES = time(10), time(18)
EXCLUSION = timedelta(minutes=30)
DESCRIPTIONS = {
    "OUTBOUND_CREATED": "Отгрузка сформирована",
    "OUTBOUND_READY_FOR_CONFIRMATION": "Можно подтверждать",
    "OUTBOUND_CONFIRMED": "Отгрузка подтверждена",
    "OUTBOUND_SIGNED": "Акт подписан",
    "FINISHED": "Отгрузка завершена",
}


@dataclass(frozen=True, slots=True)
class Act:
    """A reception act.

    Attributes:
        shipment_id: The shipment that it confirms.
        day: When the parcels leave.
        orders: Order ids and numbers of parcels.
    """

    shipment_id: int
    day: date
    orders: tuple[tuple[int, int], ...]


class ShipmentDesk:
    """The shipments of the shops, one per shop and day. Any thread."""

    def __init__(self, book: OrderBook) -> None:
        self._book = book
        self._confirmed: dict[int, bool] = {}
        self._excluding: dict[int, datetime] = {}

    def search(
        self, campaign_id: int, body: ShipmentsBody, limit: int, page_token: str | None
    ) -> tuple[list[dict[str, Any]], str | None]:
        """A page of shipments, oldest first, as ``ShipmentInfoDTO``, and the next page's token.

        Raises:
            BadRequestError: For impossible dates or a bad token.
            ModelError: If the shop is not FBS.
        """
        first, last = _day(body.dateFrom), _day(body.dateTo)
        if first > last:
            raise BadRequestError("Shipment start date is required to be less than end date")
        after = read_token(page_token)
        with self._book.lock:
            told = [
                self._told(shipment_id, day, orders, cancelled=body.cancelledOrders)
                for shipment_id, day, orders in self._shipments(campaign_id)
                if first <= day <= last
                and shipment_id > after
                and (
                    body.orderIds is None
                    or any(order.order_id in body.orderIds for order in orders)
                )
            ]
        found = [one for one in told if body.statuses is None or one["status"] in body.statuses]
        page = found[:limit]
        return page, token(page[-1]["id"]) if len(found) > limit else None

    def confirm(self, campaign_id: int, warehouse_id: int | None, signatory: str | None) -> Act:
        """Confirm the nearest shipment, once, and give what its act says.

        Raises:
            BadRequestError: If there is none, or its orders are not ready, or it is confirmed.
            ApiError: 403 for an unknown signatory.
            ModelError: If the shop is not FBS.
        """
        with self._book.lock:
            today = self._book.clock().astimezone(MOSCOW).date()
            coming = [shipment for shipment in self._shipments(campaign_id) if shipment[1] >= today]
            if not coming or warehouse_id not in {None, WAREHOUSE_ID}:
                raise BadRequestError(
                    "Closest shipment for reception transfer act generation not found."
                )
            if signatory not in {None, SIGNATORY}:
                raise ApiError(403, f"Contact not found for login {signatory}")
            shipment_id, day, orders = coming[0]
            if shipment_id in self._confirmed:
                raise BadRequestError(f"Shipment with ID {shipment_id} has been confirmed already")
            ready = self._ready(shipment_id, orders)
            self._confirmed[shipment_id] = signatory is not None
            self._book.effects.note(EffectKind.SHIPMENT, shipment_id)
            return Act(
                shipment_id, day, tuple((order.order_id, len(order.boxes)) for order in ready)
            )

    def market_excludes(self, order_id: int) -> None:
        """Let the Market begin to take an order out of its shipment, which lasts 30 minutes."""
        with self._book.lock:
            self._excluding[order_id] = self._book.clock() + EXCLUSION

    def _ready(self, shipment_id: int, orders: tuple[StoredOrder, ...]) -> list[StoredOrder]:
        now = self._book.clock()
        leaving = [
            order.order_id
            for order in orders
            if order.order_id in self._excluding and now < self._excluding[order.order_id]
        ]
        ready = [
            order
            for order in orders
            if order.state == READY and order.order_id not in self._excluding
        ]
        waiting = [order.order_id for order in orders if order.state == STARTED]
        if leaving:
            raise BadRequestError(
                "Some orders are in the process of being excluded from shipment "
                f"(shipmentId: {shipment_id}, orderIds: {leaving}). "
                "Please wait up to 30 minutes and try again."
            )
        if not ready:
            raise BadRequestError(
                "No orders for closest shipment have been processed yet "
                f"(shipmentId: {shipment_id})."
            )
        if waiting:
            raise BadRequestError(
                "Some orders have not been processed yet. Please change the status of orders to "
                f"READY_TO_SHIP and try again. (shipmentId: {shipment_id}, orderIds: {waiting})."
            )
        return ready

    def _shipments(self, campaign_id: int) -> Iterator[tuple[int, date, tuple[StoredOrder, ...]]]:
        """Id, day and orders, by day. The id is made of the shop's and the day's."""
        days: dict[date, list[StoredOrder]] = {}
        for order in self._book.of_shop(campaign_id, "FBS"):
            day = order.document["delivery"].get("shipment", {}).get("shipmentDate")
            if day is not None and not order.document["fake"]:
                days.setdefault(date.fromisoformat(day), []).append(order)
        for day, orders in sorted(days.items()):
            yield campaign_id % 10**9 * 10**8 + int(f"{day:%Y%m%d}"), day, tuple(orders)

    def _told(
        self, shipment_id: int, day: date, orders: tuple[StoredOrder, ...], *, cancelled: bool
    ) -> dict[str, Any]:
        going = [order for order in orders if order.state.status != "CANCELLED"]
        status = self._status(shipment_id, going)
        return {
            "id": shipment_id,
            "planIntervalFrom": iso(datetime.combine(day, OPENS, MOSCOW)),
            "planIntervalTo": iso(datetime.combine(day, CLOSES, MOSCOW)),
            "shipmentType": "IMPORT",
            "warehouse": {"id": WAREHOUSE_ID, "name": "SKLAD-1"},
            "deliveryService": {"id": 1005486, "name": "Яндекс Доставка"},
            "orderIds": [order.order_id for order in (orders if cancelled else going)],
            "draftCount": len(going),
            "plannedCount": sum(order.state != STARTED for order in going),
            "factCount": 0,
            "signature": {"signed": self._confirmed.get(shipment_id, False)},
            "status": status,
            "statusDescription": DESCRIPTIONS[status],
            "statusUpdateTime": max(_updated(orders)),
        }

    def _status(self, shipment_id: int, going: list[StoredOrder]) -> str:
        signed = self._confirmed.get(shipment_id)
        if signed is not None:
            return "OUTBOUND_SIGNED" if signed else "OUTBOUND_CONFIRMED"
        states = {order.state for order in going}
        if STARTED in states:
            return "OUTBOUND_CREATED"
        return "OUTBOUND_READY_FOR_CONFIRMATION" if READY in states else "FINISHED"


def _updated(orders: Iterable[StoredOrder]) -> Iterator[str]:
    for order in orders:
        text = order.document.get("updateDate", order.document["creationDate"])
        yield iso(datetime.fromisoformat(text))


def _day(text: str) -> date:
    try:
        if text[2] == "-":
            text = "-".join(reversed(text.split("-")))
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRequestError(f"Type mismatch: '{text}' is not a valid date") from error
