"""The calls for what becomes of packed orders: statuses, tracks, couriers, shipments, reports."""

from abc import ABC, abstractmethod
from datetime import date, timedelta
from http import HTTPStatus
from typing import Final

from packdesk.domain.ids import BusinessId, CampaignId, DeliveryServiceId, OrderId, OrderRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import OrderStatus, OrderSubstatus, Track
from packdesk.market import calls, shipment_words
from packdesk.market.caller import Caller, json_text, of_order, paged
from packdesk.market.paging import all_pages
from packdesk.market.report_file import fetch_report
from packdesk.market.wire import ResultOf
from packdesk.market.wire_changes import (
    DeliveryServicesDTO,
    EacVerificationResultDTO,
    GenerateMassOrderLabelsRequest,
    GenerateReportDTO,
    OrderStateDTO,
    OrderStatusChangeDeliveryDatesDTO,
    OrderStatusChangeDeliveryDTO,
    OrderStatusChangeDTO,
    ReportInfoDTO,
    SearchShipmentsRequest,
    SearchShipmentsResponseDTO,
    SetOrderDeliveryTrackCodeRequest,
    UpdateOrderStatusesDTO,
    UpdateOrderStatusesRequest,
    UpdateOrderStatusRequest,
    VerifyOrderEacRequest,
)
from packdesk.station.errors import MarketRefused
from packdesk.station.ports import (
    DeliveryService,
    EacAnswer,
    EacResult,
    ReportState,
    ReportStatus,
    ReportTicket,
    Shipment,
    StatusAnswer,
    StatusChange,
)

SHIPMENTS_A_PAGE: Final = 30
LONGEST_WAIT: Final = timedelta(minutes=60)

# The text of searchShipments says one form of dates, its schema the other.
_ISO: Final = "%Y-%m-%d"
_DAY_FIRST: Final = "%d-%m-%Y"


class HandoverCalls(ABC):
    """A part of the Market port. Every call blocks; any lane."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def change_status(self, ref: OrderRef, change: StatusChange) -> None:
        """Set a status (updateOrderStatus)."""
        delivery = None
        if change.real_date is not None:
            dates = OrderStatusChangeDeliveryDatesDTO(
                real_delivery_date=change.real_date.isoformat()
            )
            delivery = OrderStatusChangeDeliveryDTO(dates=dates)
        wanted = OrderStatusChangeDTO(
            status=change.status.value,
            substatus=None if change.substatus is None else change.substatus.value,
            delivery=delivery,
        )
        body = UpdateOrderStatusRequest(order=wanted)
        self._caller.change(of_order(calls.UPDATE_ORDER_STATUS, ref, body=body))

    def mark_many_ready(
        self, campaign: CampaignId, orders: tuple[OrderId, ...]
    ) -> tuple[StatusAnswer, ...]:
        """Set up to 30 orders ready to ship (updateOrderStatuses).

        Only orders of which the Market says what became of them are in the answer.
        """
        status, substatus = OrderStatus.PROCESSING.value, OrderSubstatus.READY_TO_SHIP.value
        wanted = tuple(
            OrderStateDTO(id=order, status=status, substatus=substatus)
            for order in dict.fromkeys(orders)
        )
        body = json_text(UpdateOrderStatusesRequest(orders=wanted))
        call = calls.UPDATE_ORDER_STATUSES.call(campaign, body=body)
        told = self._caller.read_once(call, ResultOf[UpdateOrderStatusesDTO]).result
        answers = (shipment_words.status_answer(one) for one in told.orders)
        return tuple(one for one in answers if one is not None and one.order in orders)

    def set_track(self, ref: OrderRef, track: Track) -> None:
        """Tell the track number of a DBS order (setOrderDeliveryTrackCode)."""
        body = SetOrderDeliveryTrackCodeRequest(
            track_code=track.code, delivery_service_id=track.service
        )
        self._caller.change(of_order(calls.SET_ORDER_DELIVERY_TRACK_CODE, ref, body=body))

    def delivery_services(self) -> tuple[DeliveryService, ...]:
        """All services that carry parcels (getDeliveryServices)."""
        call = calls.GET_DELIVERY_SERVICES.call()
        told = self._caller.read(call, ResultOf[DeliveryServicesDTO]).result
        return tuple(
            DeliveryService(DeliveryServiceId(one.id), one.name) for one in told.delivery_service
        )

    def verify_eac(self, ref: OrderRef, code: str) -> EacAnswer:
        """Check the code that a courier tells (verifyOrderEac); a wrong one costs an attempt."""
        call = of_order(calls.VERIFY_ORDER_EAC, ref, body=VerifyOrderEacRequest(code=code))
        told = self._caller.read_once(call, ResultOf[EacVerificationResultDTO]).result
        return EacAnswer(EacResult(told.verification_result), told.attempts_left)

    def shipments(self, campaign: CampaignId, first: date, last: date) -> tuple[Shipment, ...]:
        """Shipments of a shop planned between two days (searchShipments, all pages)."""
        try:
            return self._shipments(campaign, first.strftime(_ISO), last.strftime(_ISO))
        except MarketRefused as refused:
            if refused.status != HTTPStatus.BAD_REQUEST:
                raise
        return self._shipments(campaign, first.strftime(_DAY_FIRST), last.strftime(_DAY_FIRST))

    def order_labels_report(self, orders: tuple[OrderId, ...], page: LabelFormat) -> ReportTicket:
        """Have the labels of up to 1 000 orders made in one PDF, in the order given.

        It changes no order, but is not repeated by itself: only so many reports may be in the
        making (generateMassOrderLabelsReport).
        """
        body = GenerateMassOrderLabelsRequest(
            business_id=self._cabinet(),
            order_ids=tuple(dict.fromkeys(orders)),
            sorting_type="SORT_BY_GIVEN_ORDER",
        )
        call = calls.GENERATE_MASS_ORDER_LABELS_REPORT.call(
            query=(("format", page.value),), body=json_text(body)
        )
        told = self._caller.read_once(call, ResultOf[GenerateReportDTO]).result
        longest = LONGEST_WAIT // timedelta(milliseconds=1)
        wait = timedelta(milliseconds=min(max(told.estimated_generation_time, 0), longest))
        return ReportTicket(told.report_id, wait)

    def report(self, report_id: str) -> ReportState:
        """How a report is (getReportInfo)."""
        call = calls.GET_REPORT_INFO.call(report_id)
        told = self._caller.read(call, ResultOf[ReportInfoDTO]).result
        return ReportState(ReportStatus(told.status), told.sub_status or "", told.file or "")

    def report_file(self, link: str) -> bytes:
        """Fetch a finished report's PDF from its link, which never sees the key.

        Raises:
            MarketRefused: the link does not (or no longer) open anything.
        """
        return self._caller.again(lambda: fetch_report(self._caller.transport, link))

    def reception_act(self, campaign: CampaignId) -> bytes:
        """Confirm the nearest shipment for good and give its act as PDF.

        Whatever goes wrong, it is asked once (downloadShipmentReceptionTransferAct).
        """
        return self._caller.pdf_once(calls.RECEPTION_TRANSFER_ACT.call(campaign))

    @abstractmethod
    def _cabinet(self) -> BusinessId:
        """The cabinet of the key."""

    def _shipments(self, campaign: CampaignId, first: str, last: str) -> tuple[Shipment, ...]:
        # Cancelled orders are not taken along.
        body = json_text(
            SearchShipmentsRequest(date_from=first, date_to=last, cancelled_orders=False)
        )

        def page(token: str | None) -> tuple[tuple[Shipment, ...], str | None]:
            query = paged(SHIPMENTS_A_PAGE, token)
            call = calls.SEARCH_SHIPMENTS.call(campaign, query=query, body=body)
            told = self._caller.read(call, ResultOf[SearchShipmentsResponseDTO]).result
            following = told.paging.next_page_token if told.paging else None
            return tuple(shipment_words.shipment(one) for one in told.shipments), following

        return all_pages(calls.SEARCH_SHIPMENTS.name, page)
