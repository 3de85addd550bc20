"""The API's schemas of what becomes of packed orders: statuses, tracks, shipments, reports."""

from packdesk.market.wire import Int64, PackagingForwardScrollingPagerDTO, WireModel


class UpdateExternalOrderIdRequest(WireModel):
    """Body of updateExternalOrderId."""

    external_order_id: str


class OrderStatusChangeDeliveryDatesDTO(WireModel):
    """The day of a delivery, ``YYYY-MM-DD``."""

    real_delivery_date: str


class OrderStatusChangeDeliveryDTO(WireModel):
    """What a change of the status tells of the delivery (DBS)."""

    dates: OrderStatusChangeDeliveryDatesDTO


class OrderStatusChangeDTO(WireModel):
    """A status to set."""

    status: str
    substatus: str | None = None
    delivery: OrderStatusChangeDeliveryDTO | None = None


class UpdateOrderStatusRequest(WireModel):
    """Body of updateOrderStatus."""

    order: OrderStatusChangeDTO


class OrderStateDTO(WireModel):
    """A status to set for one order of many."""

    id: int
    status: str
    substatus: str


class UpdateOrderStatusesRequest(WireModel):
    """Body of updateOrderStatuses."""

    orders: tuple[OrderStateDTO, ...]


class UpdateOrderStatusDTO(WireModel):
    """What became of one order of many."""

    id: Int64
    update_status: str | None = None
    error_details: str | None = None


class UpdateOrderStatusesDTO(WireModel):
    """What became of many orders."""

    orders: tuple[UpdateOrderStatusDTO, ...]


class SetOrderDeliveryTrackCodeRequest(WireModel):
    """Body of setOrderDeliveryTrackCode."""

    track_code: str
    delivery_service_id: int


class DeliveryServiceInfoDTO(WireModel):
    """A service that carries parcels."""

    id: Int64
    name: str


class DeliveryServicesDTO(WireModel):
    """All services."""

    delivery_service: tuple[DeliveryServiceInfoDTO, ...]


class VerifyOrderEacRequest(WireModel):
    """Body of verifyOrderEac."""

    code: str


class EacVerificationResultDTO(WireModel):
    """How a courier's code fared."""

    verification_result: str
    attempts_left: int | None = None


class SearchShipmentsRequest(WireModel):
    """Body of searchShipments."""

    date_from: str
    date_to: str
    cancelled_orders: bool


class ShipmentInfoDTO(WireModel):
    """A shipment."""

    id: Int64
    status: str | None = None
    plan_interval_from: str | None = None
    plan_interval_to: str | None = None
    external_id: str | None = None
    order_ids: tuple[Int64, ...]


class SearchShipmentsResponseDTO(WireModel):
    """A page of shipments."""

    shipments: tuple[ShipmentInfoDTO, ...]
    paging: PackagingForwardScrollingPagerDTO | None = None


class GenerateMassOrderLabelsRequest(WireModel):
    """Body of generateMassOrderLabelsReport."""

    business_id: int
    order_ids: tuple[int, ...]
    sorting_type: str


class GenerateReportDTO(WireModel):
    """A report that has been ordered; the time is in milliseconds."""

    report_id: str
    estimated_generation_time: Int64


class ReportInfoDTO(WireModel):
    """How a report is."""

    status: str
    sub_status: str | None = None
    file: str | None = None
