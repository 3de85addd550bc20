"""The Market's side of the table: its orders, its clock and its rules. No HTTP.

Every public method may be called from any thread; what it returns is a copy.
"""

import itertools
from collections.abc import Mapping
from copy import deepcopy
from datetime import datetime
from typing import Any

from packdesk.sandbox.bodies import LayoutBody, OrdersBody, OrderState, StatusChange
from packdesk.sandbox.couriers import CourierDesk
from packdesk.sandbox.effects import Effect, EffectKind
from packdesk.sandbox.errors import (
    ApiError,
    BadRequestError,
    ClosedOrderError,
    ModelError,
    NotFoundError,
    TransitionError,
    WrongStateError,
)
from packdesk.sandbox.label_text import LabelText, label_texts
from packdesk.sandbox.layout_rules import judge
from packdesk.sandbox.losses import Loss, left_after
from packdesk.sandbox.moments import Clock
from packdesk.sandbox.old_shape import old_order
from packdesk.sandbox.order_book import OrderBook
from packdesk.sandbox.order_file import OrderFile
from packdesk.sandbox.order_filters import order_filter
from packdesk.sandbox.paging import read_token, token
from packdesk.sandbox.reports import ReportDesk
from packdesk.sandbox.services import SERVICES
from packdesk.sandbox.shipments import ShipmentDesk
from packdesk.sandbox.stored_order import OrderSnapshot, StoredOrder
from packdesk.sandbox.transitions import (
    READY,
    STARTED,
    State,
    check_real_date,
    check_transition,
    wanted_state,
)
from packdesk.sandbox.verification import Verdict, identification

BUSINESS_ID = 1000001
BUSINESS_NAME = "Учебный кабинет"
FIRST_BOX_ID = 700000001
PAGE_LIMIT = 50
CHECKED_PROGRAMS = ("FBS", "EXPRESS", "LAAS")
TRACK_STATUSES = ("PROCESSING", "DELIVERY", "PICKUP")


class World:
    """One cabinet with its shops and orders.

    Args:
        file: The day to play.
        clock: The Market's time; the checks of codes run by it.
        availability: ``apiAvailability`` of shops that are not AVAILABLE, by campaign id.

    Attributes:
        couriers: The codes that Express couriers bring.
        shipments: The FBS shipments.
        reports: The documents made on order.
    """

    def __init__(
        self, file: OrderFile, clock: Clock, availability: Mapping[int, str] | None = None
    ) -> None:
        book = OrderBook(file.orders, clock)
        self._book = book
        self._lock, self._clock, self._orders = book.lock, book.clock, book.orders
        self.couriers = CourierDesk(book, file.courier_codes)
        self.shipments = ShipmentDesk(book)
        self.reports = ReportDesk(book)
        self._condemned: set[tuple[int, Verdict]] = set()
        self._verdicts = {
            **{identification(code): verdict for code, verdict in file.verdicts.items()},
            **file.verdicts,
        }
        self._offers = dict(file.offers)
        self._availability = dict(availability or {})
        used = [box.box_id for order in self._orders.values() for box in order.boxes]
        self._box_ids = itertools.count(max([FIRST_BOX_ID - 1, *used]) + 1)

    def campaigns(self) -> list[dict[str, Any]]:
        """The shops, as ``CampaignDTO``."""
        with self._lock:
            programs: dict[int, set[str]] = {}
            for order in self._orders.values():
                programs.setdefault(order.document["campaignId"], set()).add(order.program)
            return [
                {
                    "domain": f"Учебный магазин {number}",
                    "id": campaign_id,
                    "business": {"id": BUSINESS_ID, "name": BUSINESS_NAME},
                    "placementType": _placement(sold_by),
                    "apiAvailability": self._availability.get(campaign_id, "AVAILABLE"),
                }
                for number, (campaign_id, sold_by) in enumerate(sorted(programs.items()), start=1)
            ]

    def campaign(self, campaign_id: int) -> dict[str, Any]:
        """One shop, switched off or not; ``ApiError`` 404 if it is not of this cabinet."""
        for campaign in self.campaigns():
            if campaign["id"] == campaign_id:
                return campaign
        raise NotFoundError(f"Campaign not found: {campaign_id}")

    def check_business(self, business_id: int) -> None:
        """Refuse a foreign cabinet with ``ApiError`` 404."""
        if business_id != BUSINESS_ID:
            raise NotFoundError(f"Failed to find business with id {business_id}")

    def check_campaign(self, campaign_id: int) -> None:
        """Refuse an unknown shop with ``ApiError`` 404, a switched-off one with 403."""
        availability = self.campaign(campaign_id)["apiAvailability"]
        if availability != "AVAILABLE":
            raise ApiError(403, f"API for campaign {campaign_id} is disabled: {availability}")

    def orders(
        self, body: OrdersBody, limit: int, page_token: str | None
    ) -> tuple[list[dict[str, Any]], str | None]:
        """A page of orders, oldest number first, and the token of the next page.

        Raises:
            BadRequestError: For impossible filters or a bad token.
        """
        after = read_token(page_token)
        with self._lock:
            wanted = order_filter(body, self._clock().date())
            found = [
                order
                for order_id, order in sorted(self._orders.items())
                if order_id > after and wanted(order.document)
            ]
            size = min(limit, PAGE_LIMIT)
            page = [_without_promos(order.told()) for order in found[:size]]
        return page, token(page[-1]["orderId"]) if len(found) > size else None

    def order(self, campaign_id: int, order_id: int) -> dict[str, Any]:
        """One order in the older shape; ``ApiError`` 404 if it is not the shop's."""
        with self._lock:
            return old_order(self._book.find(campaign_id, order_id).told())

    def set_layout(self, campaign_id: int, order_id: int, body: LayoutBody) -> list[dict[str, Any]]:
        """Replace the layout of an order; the boxes with their new ids.

        Raises:
            ClosedOrderError: After READY_TO_SHIP.
            WrongStateError: In any other state than STARTED.
            LayoutError: For a layout against the rules.
            NotFoundError: For an unknown order.
        """
        with self._lock:
            order = self._book.find(campaign_id, order_id)
            if order.state == READY:
                raise ClosedOrderError
            if order.state != STARTED:
                raise WrongStateError(order_id, order.state.status, order.state.substatus)
            before = order.positions()
            counts = judge(before, body)
            order.store(body.boxes, counts, self._box_ids, self._clock())
            self._book.effects.note(EffectKind.LAYOUT, order_id, f"{len(body.boxes)} boxes")
            for item in before:
                if counts[item.id] < item.count:
                    cut = f"item {item.id}: {item.count} -> {counts[item.id]}"
                    self._book.effects.note(EffectKind.REMOVAL, order_id, cut)
            return [
                {"boxId": box.box_id, "items": [item.as_sent() for item in box.items]}
                for box in order.boxes
            ]

    def set_external_id(self, campaign_id: int, order_id: int, external_id: str) -> None:
        """Give an order the shop's own number, once, before READY_TO_SHIP.

        Raises:
            BadRequestError: If it has one or it is too late.
            NotFoundError: For an unknown order.
        """
        with self._lock:
            order = self._book.find(campaign_id, order_id)
            present = order.document.get("externalOrderId")
            if present is not None:
                raise BadRequestError(
                    "Cannot do operation, external ID already set for order "
                    f"(orderId = {order_id}, externalId = {present})"
                )
            if order.state != STARTED:
                raise BadRequestError(f"Cannot do operation for order with status {order.state}")
            order.document["externalOrderId"] = external_id
            order.touch(self._clock())
            self._book.effects.note(EffectKind.EXTERNAL_ID, order_id, external_id)

    def set_track(self, campaign_id: int, order_id: int, code: str, service_id: int) -> None:
        """Add a track number to a DBS order; an equal one is kept once, yet counts as an effect.

        Raises:
            ModelError: For another model.
            WrongStateError: In a status in which nothing is handed over.
            NotFoundError: For an unknown order or delivery service.
        """
        with self._lock:
            order = self._book.find(campaign_id, order_id)
            if order.program != "DBS":
                raise ModelError("DBS")
            if order.state.status not in TRACK_STATUSES:
                raise WrongStateError(order_id, order.state.status, order.state.substatus)
            if service_id not in dict(SERVICES):
                raise NotFoundError(f"Failed to find [DELIVERY_SERVICE] with id {service_id}")
            track = {"trackCode": code, "deliveryServiceId": service_id}
            tracks = order.document["delivery"].setdefault("tracks", [])
            if track not in tracks:
                tracks.append(track)
                order.touch(self._clock())
            self._book.effects.note(EffectKind.TRACK, order_id, f"{code} {service_id}")

    def code_checks(self, campaign_id: int, order_id: int) -> list[dict[str, Any]]:
        """The state of every CIS and UIN of an order, per item.

        Raises:
            ModelError: For DBS, whose codes are not checked.
            NotFoundError: For an unknown order.
        """
        with self._lock:
            order = self._book.find(campaign_id, order_id)
            if order.program not in CHECKED_PROGRAMS:
                raise ModelError("FBS, LAAS")
            checks = order.checks(self._verdict, self._clock())
            return [{"id": item_id, **entries} for item_id, entries in checks.items()]

    def change_status(
        self, campaign_id: int, order_id: int, change: StatusChange
    ) -> dict[str, Any]:
        """Move an order on; the order in the older shape.

        Raises:
            BadRequestError: For a move that is unknown.
            TransitionError: For one that is not ready.
            NotFoundError: For an unknown order.
        """
        with self._lock:
            order = self._book.find(campaign_id, order_id)
            wanted = wanted_state(change.status, change.substatus)
            check_transition(order.program, order.document["fake"], order.state, wanted)
            if wanted == READY:
                reason = self._unready(order)
                if reason is not None:
                    raise TransitionError(str(order.state), str(wanted), reason)
            dates = change.delivery and change.delivery.dates
            if dates and dates.realDeliveryDate:
                check_real_date(
                    dates.realDeliveryDate,
                    wanted,
                    datetime.fromisoformat(order.document["creationDate"]),
                    self._clock(),
                )
                order.document["delivery"]["dates"]["realDeliveryDate"] = dates.realDeliveryDate
            self._book.move(order, wanted)
            self._book.effects.note(EffectKind.STATUS, order_id, str(wanted))
            return old_order(order.told())

    def change_statuses(
        self, campaign_id: int, changes: tuple[OrderState, ...]
    ) -> list[dict[str, Any]]:
        """Move several orders on, each by itself; what became of each, as in the request's order."""
        answers: list[dict[str, Any]] = []
        for wanted in changes:
            answer: dict[str, Any] = {"id": wanted.id, "status": wanted.status}
            if wanted.substatus is not None:
                answer["substatus"] = wanted.substatus
            change = StatusChange(status=wanted.status, substatus=wanted.substatus)
            try:
                self.change_status(campaign_id, wanted.id, change)
                answer["updateStatus"] = "OK"
            except ApiError as error:
                answer |= {"updateStatus": "ERROR", "errorDetails": "; ".join(error.messages)}
            answers.append(answer)
        return answers

    def label_texts(self, campaign_id: int, order_id: int) -> tuple[LabelText, ...]:
        """What to print for each box, in the order of the layout.

        Raises:
            NotFoundError: For an unknown order or one without a layout.
        """
        with self._lock:
            order = self._book.find(campaign_id, order_id)
            if not order.boxes:
                raise NotFoundError(f"No boxes found for order '{order_id}'")
            return label_texts(order)

    def label_text(self, campaign_id: int, order_id: int, box_id: int) -> LabelText:
        """What to print for one box; ``ApiError`` 404 if the present layout has no such box."""
        for text in self.label_texts(campaign_id, order_id):
            if text.box_id == box_id:
                return text
        raise NotFoundError(f"Box not found. Box: {box_id}")

    def count_labels(self, order_id: int) -> None:
        """Note that a label PDF of this order was given out."""
        with self._lock:
            self._orders[order_id].labels_served += 1
            self._book.effects.note(EffectKind.LABELS, order_id)

    def offers(self, offer_ids: tuple[str, ...] | None) -> list[dict[str, Any]]:
        """Offer mappings; only the known ones of those asked for, or all."""
        with self._lock:
            return [
                deepcopy(mapping)
                for offer_id, mapping in self._offers.items()
                if offer_ids is None or offer_id in offer_ids
            ]

    def order_ids(self) -> tuple[int, ...]:
        """All orders, test orders included, ascending."""
        return tuple(sorted(self._orders))

    def snapshot(self, order_id: int) -> OrderSnapshot:
        """What has become of an order; ``KeyError`` if there is none."""
        with self._lock:
            return self._orders[order_id].snapshot()

    def effects(
        self, kind: EffectKind | None = None, subject: int | None = None
    ) -> tuple[Effect, ...]:
        """What accepted requests did, oldest first; of one kind or to one order or shipment."""
        return self._book.effects.told(kind, subject)

    def repeated_effects(self) -> tuple[Effect, ...]:
        """Removals, external ids, tracks, statuses, confirmations that took place more than once."""
        return self._book.effects.repeated()

    def market_moves(self, order_id: int, state: State) -> None:
        """Let the Market itself change an order, as when the buyer cancels it."""
        with self._lock:
            self._book.move(self._orders[order_id], state)

    def market_edits(self, order_id: int, fields: Mapping[str, Any]) -> None:
        """Let the Market itself replace fields of an order: notes, a cancel request, the delivery."""
        with self._lock:
            order = self._orders[order_id]
            order.document.update(deepcopy(dict(fields)))
            order.touch(self._clock())

    def market_removes(self, order_id: int, loss: Loss) -> bool:
        """Let the Market take goods out of an order; its layout is void then.

        Returns:
            Whether anything could be taken: the last unit never goes.
        """
        with self._lock:
            order = self._orders[order_id]
            counts = {position.id: position.count for position in order.positions()}
            left = left_after(counts, loss)
            if left is None:
                return False
            order.lose(left, self._clock())
            return True

    def market_condemns(self, order_id: int, verdict: Verdict) -> None:
        """Let the check of an order's first code that can get this verdict end with it, once."""
        with self._lock:
            code = self._orders[order_id].first_code("uin" if verdict.is_for_uin else "cis")
            if code is not None and (order_id, verdict) not in self._condemned:
                self._condemned.add((order_id, verdict))
                self._verdicts[code] = verdict

    def _verdict(self, code: str) -> Verdict:
        return self._verdicts.get(code) or self._verdicts.get(identification(code), Verdict())

    def _unready(self, order: StoredOrder) -> str | None:
        if not order.boxes:
            return "order has no boxes"
        if order.program not in CHECKED_PROGRAMS:
            return None
        missing = order.missing_code()
        if missing is not None:
            return missing
        for item_id, checks in order.checks(self._verdict, self._clock()).items():
            for kind, entries in checks.items():
                for entry in entries:
                    if entry["status"] != "OK":
                        return f"{kind} of item {item_id} has validation status {entry['status']}"
        return None


def _placement(programs: set[str]) -> str:
    """``placementType``: FBS covers Express too."""
    return "DBS" if programs == {"DBS"} else "FBS"


def _without_promos(order: dict[str, Any]) -> dict[str, Any]:
    """GetBusinessOrders tells nothing about promotions."""
    for item in order["items"]:
        item.pop("promos", None)
    return order
