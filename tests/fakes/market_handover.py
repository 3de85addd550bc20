"""The Market in memory after packing: statuses, tracks, couriers, shipments, reports."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from packdesk.domain.checks import CodeVerdict
from packdesk.domain.ids import CampaignId, DeliveryServiceId, OrderId, OrderRef, ShipmentId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import (
    EacType,
    Order,
    OrderStatus,
    OrderSubstatus,
    ProgramType,
    Track,
)
from packdesk.station.errors import MarketRefused
from packdesk.station.ports import (
    READY,
    DeliveryService,
    EacAnswer,
    EacResult,
    ReportState,
    ReportStatus,
    ReportTicket,
    Shipment,
    ShipmentStatus,
    StatusAnswer,
    StatusChange,
)
from tests.fakes.market_memory import MarketMemory, Op, a_pdf, refused
from tests.fakes.market_rules import is_started, lacks_codes

EAC_ATTEMPTS = 3
LINK = "https://files.example/"

_ON_THE_WAY = {OrderStatus.PROCESSING, OrderStatus.DELIVERY, OrderStatus.PICKUP}
_NEXT = {
    OrderStatus.PROCESSING: {OrderStatus.DELIVERY, OrderStatus.CANCELLED},
    OrderStatus.DELIVERY: {OrderStatus.PICKUP, OrderStatus.DELIVERED, OrderStatus.CANCELLED},
    OrderStatus.PICKUP: {OrderStatus.DELIVERED, OrderStatus.CANCELLED},
}


class FakeHandover(MarketMemory):
    """``services`` and ``planned`` (shipments by shop) are the Market's; ``eac_codes`` the right ones.

    A report is done when it is asked about.
    """

    def __init__(self, *orders: Order) -> None:
        super().__init__(*orders)
        self.services: tuple[DeliveryService, ...] = (
            DeliveryService(DeliveryServiceId(106), "Boxberry"),
            DeliveryService(DeliveryServiceId(51), "СДЭК"),
        )
        self.planned: dict[CampaignId, tuple[Shipment, ...]] = {}
        self.eac_codes: dict[OrderId, str] = {}
        self.confirmed: list[ShipmentId] = []
        self._eac_failed: dict[OrderId, int] = defaultdict(int)
        self._reports: dict[str, tuple[tuple[OrderId, ...], LabelFormat]] = {}

    def change_status(self, ref: OrderRef, change: StatusChange) -> None:
        def store() -> None:
            if change == READY:
                self._set_ready(Op.MARK_READY, ref)
                return
            order = self._known(Op.MARK_READY, ref)
            by_courier = order.program is not ProgramType.DBS
            cancels = change.status is OrderStatus.CANCELLED
            if change.status not in _NEXT.get(order.status, ()) or (by_courier and not cancels):
                raise refused(Op.MARK_READY, ref, 400, "No transition found")
            substatus = change.substatus or OrderSubstatus("")
            self.put(replace(order, status=change.status, substatus=substatus))

        return self._do(Op.MARK_READY, store, ref, change)

    def mark_many_ready(
        self, campaign: CampaignId, orders: tuple[OrderId, ...]
    ) -> tuple[StatusAnswer, ...]:
        def one(order: OrderId) -> StatusAnswer:
            try:
                self._set_ready(Op.MARK_MANY_READY, OrderRef(campaign, order))
            except MarketRefused as error:
                return StatusAnswer(order, error.messages[0])
            return StatusAnswer(order)

        def store() -> tuple[StatusAnswer, ...]:
            if not 1 <= len(orders) <= 30:
                raise refused(Op.MARK_MANY_READY, None, 400, "size must be between 1 and 30")
            return tuple(one(order) for order in dict.fromkeys(orders))

        return self._do(Op.MARK_MANY_READY, store, campaign, orders)

    def set_track(self, ref: OrderRef, track: Track) -> None:
        def store() -> None:
            order = self._known(Op.SET_TRACK, ref)
            if order.program is not ProgramType.DBS:
                raise refused(Op.SET_TRACK, ref, 400, "Campaign type is not allowed")
            if order.status not in _ON_THE_WAY:
                raise refused(Op.SET_TRACK, ref, 400, f"Action is not allowed for order {order.id}")
            if all(service.id != track.service for service in self.services):
                raise refused(Op.SET_TRACK, ref, 404, "Failed to find [delivery service] with id")
            tracks = tuple(dict.fromkeys((*order.delivery.tracks, track)))
            self.put(replace(order, delivery=replace(order.delivery, tracks=tracks)))

        return self._do(Op.SET_TRACK, store, ref, track)

    def delivery_services(self) -> tuple[DeliveryService, ...]:
        return self._do(Op.DELIVERY_SERVICES, lambda: self.services)

    def verify_eac(self, ref: OrderRef, code: str) -> EacAnswer:
        def told() -> EacAnswer:
            order = self._known(Op.VERIFY_EAC, ref)
            if order.program is not ProgramType.EXPRESS:
                raise refused(Op.VERIFY_EAC, ref, 400, "Campaign type is not allowed")
            if order.delivery.eac_type is not EacType.COURIER_TO_MERCHANT or is_started(order):
                raise refused(Op.VERIFY_EAC, ref, 400, "Action is not allowed for order")
            failed = self._eac_failed[ref.order]
            if failed < EAC_ATTEMPTS and code == self.eac_codes.get(ref.order):
                return EacAnswer(EacResult.ACCEPTED)
            self._eac_failed[ref.order] = min(failed + 1, EAC_ATTEMPTS)
            left = EAC_ATTEMPTS - self._eac_failed[ref.order]
            return EacAnswer(EacResult.REJECTED if left else EacResult.NEED_UPDATE, left)

        return self._do(Op.VERIFY_EAC, told, ref, code)

    def renew_code(self, ref: OrderRef, code: str) -> None:
        """Give the courier another code; all attempts are open again."""
        self.eac_codes[ref.order] = code
        self._eac_failed.pop(ref.order, None)

    def shipments(self, campaign: CampaignId, first: date, last: date) -> tuple[Shipment, ...]:
        def told() -> tuple[Shipment, ...]:
            return tuple(
                one
                for one in self.planned.get(campaign, ())
                if one.begins is None or first <= one.begins.date() <= last
            )

        return self._do(Op.SHIPMENTS, told, campaign, first, last)

    def order_labels_report(self, orders: tuple[OrderId, ...], page: LabelFormat) -> ReportTicket:
        def made() -> ReportTicket:
            name = f"labels-{len(self._reports) + 1}"
            self._reports[name] = (tuple(dict.fromkeys(orders)), page)
            return ReportTicket(name, timedelta(seconds=2))

        return self._do(Op.ORDER_LABELS_REPORT, made, orders, page)

    def report(self, report_id: str) -> ReportState:
        def told() -> ReportState:
            if report_id not in self._reports:
                raise refused(Op.REPORT, None, 404, f"Report not found: {report_id}")
            orders, _ = self._reports[report_id]
            printable = [one for one in orders if self._labels_of(one)]
            if not printable:
                return ReportState(ReportStatus.FAILED, "NO_DATA")
            lacks = "" if len(printable) == len(orders) else "RESOURCE_NOT_FOUND"
            return ReportState(ReportStatus.DONE, lacks, LINK + report_id)

        return self._do(Op.REPORT, told, report_id)

    def report_file(self, link: str) -> bytes:
        def made() -> bytes:
            found = self._reports.get(link.removeprefix(LINK))
            if found is None:
                raise refused(Op.REPORT_FILE, None, 404, "Resource not found")
            orders, page = found
            return a_pdf(page, sum(self._labels_of(one) for one in orders))

        return self._do(Op.REPORT_FILE, made, link)

    def reception_act(self, campaign: CampaignId) -> bytes:
        def confirm() -> bytes:
            nearest = next(
                (one for one in self.planned.get(campaign, ()) if one.id not in self.confirmed),
                None,
            )
            if nearest is None:
                text = "Closest shipment for reception transfer act generation not found"
                raise refused(Op.RECEPTION_ACT, None, 400, text)
            if not all(self._orders[one].is_ready for one in nearest.orders):
                text = "Some orders have not been processed yet"
                raise refused(Op.RECEPTION_ACT, None, 400, text)
            self.confirmed.append(nearest.id)
            done = replace(nearest, status=ShipmentStatus.OUTBOUND_CONFIRMED)
            self.planned[campaign] = tuple(
                done if one.id == nearest.id else one for one in self.planned[campaign]
            )
            return a_pdf(LabelFormat.A4, 1)

        return self._do(Op.RECEPTION_ACT, confirm, campaign)

    def _labels_of(self, order: OrderId) -> int:
        return len(self._orders[order].stored_boxes) if order in self._orders else 0

    def _set_ready(self, op: Op, ref: OrderRef) -> None:
        order = self._known(op, ref)
        if not is_started(order):
            raise refused(op, ref, 400, "No transition found")
        checked = order.program is not ProgramType.DBS
        passed = all(check.verdict is CodeVerdict.PASSED for check in self._checks(order))
        if not order.stored_boxes or (checked and (lacks_codes(order) or not passed)):
            raise refused(op, ref, 400, "Transition is not allowed. Reason: codes")
        self.put(replace(order, substatus=OrderSubstatus.READY_TO_SHIP))
