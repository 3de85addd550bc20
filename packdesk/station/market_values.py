"""What is asked of the Market and what it answers, beside orders: values of the Market port."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from packdesk.domain.ids import (
    BusinessId,
    CampaignId,
    DeliveryServiceId,
    MarketBoxId,
    OrderId,
    ShipmentId,
)
from packdesk.domain.open_enum import OpenEnum
from packdesk.domain.order import OrderStatus, OrderSubstatus, ProgramType


class ApiAvailability(OpenEnum):
    """``ApiAvailabilityStatusType``: whether the API works for a shop, or why not."""

    AVAILABLE = "AVAILABLE"
    DISABLED_BY_INACTIVITY = "DISABLED_BY_INACTIVITY"
    DISABLED_BY_NO_ACTIVE_CONTRACT = "DISABLED_BY_NO_ACTIVE_CONTRACT"
    MANUALLY_DISABLED = "MANUALLY_DISABLED"
    DISABLED_BY_NO_PLACEMENT_TYPE = "DISABLED_BY_NO_PLACEMENT_TYPE"


@dataclass(frozen=True, slots=True)
class Campaign:
    """A shop of the cabinet (getCampaigns)."""

    id: CampaignId
    business_id: BusinessId
    name: str
    business_name: str = ""
    placement: str = ""
    availability: ApiAvailability = ApiAvailability.AVAILABLE


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """What a key may do (getAuthTokenInfo). ``scopes`` are the Market's upper-case words."""

    name: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrderQuery:
    """Which orders are wanted. Empty tuples mean "any"; ``fake`` is always sent."""

    campaigns: tuple[CampaignId, ...] = ()
    orders: tuple[OrderId, ...] = ()
    external_ids: tuple[str, ...] = ()
    programs: tuple[ProgramType, ...] = ()
    statuses: tuple[OrderStatus, ...] = ()
    substatuses: tuple[OrderSubstatus, ...] = ()
    fake: bool = False


@dataclass(frozen=True, slots=True)
class ParcelLabel:
    """The texts of one label (getOrderLabelsData), for shops that draw their own."""

    box_id: MarketBoxId | None
    fulfilment_id: str
    place: str
    order_number: str
    supplier: str = ""
    delivery_service: str = ""
    recipient: str = ""
    shipment_date: str = ""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A status to set (updateOrderStatus); ``real_date`` is the day of a delivery (DBS)."""

    status: OrderStatus
    substatus: OrderSubstatus | None = None
    real_date: date | None = None


READY: Final = StatusChange(OrderStatus.PROCESSING, OrderSubstatus.READY_TO_SHIP)
"""Ready to ship: the layout is closed with it."""


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """What became of one order of a batch (updateOrderStatuses); empty ``trouble`` means done."""

    order: OrderId
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryService:
    """A service that carries parcels (getDeliveryServices)."""

    id: DeliveryServiceId
    name: str


class EacResult(OpenEnum):
    """``EacVerificationStatusType``: how a courier's code fared."""

    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"
    NEED_UPDATE = "NEED_UPDATE"


@dataclass(frozen=True, slots=True)
class EacAnswer:
    """The answer to a courier's code; ``attempts_left`` is None where none is told."""

    result: EacResult
    attempts_left: int | None = None


class ShipmentStatus(OpenEnum):
    """``ShipmentStatusType``: only those that the table acts upon are listed."""

    OUTBOUND_CREATED = "OUTBOUND_CREATED"
    OUTBOUND_READY_FOR_CONFIRMATION = "OUTBOUND_READY_FOR_CONFIRMATION"
    OUTBOUND_CONFIRMED = "OUTBOUND_CONFIRMED"
    FINISHED = "FINISHED"
    ERROR = "ERROR"


@dataclass(frozen=True, slots=True)
class Shipment:
    """One shipment of a shop (searchShipments); times are aware, ``orders`` all that it takes."""

    id: ShipmentId
    status: ShipmentStatus
    begins: datetime | None
    ends: datetime | None
    orders: tuple[OrderId, ...]
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class ReportTicket:
    """A report that is being made, and when it is worth asking first."""

    id: str
    wait: timedelta


class ReportStatus(OpenEnum):
    """``ReportStatusType``."""

    PENDING = "PENDING"
    PROCESSING = "PROCESSING"
    DONE = "DONE"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class ReportState:
    """How a report is (getReportInfo). ``file`` is a link that lives for 60 minutes."""

    status: ReportStatus
    substatus: str = ""
    file: str = ""
