"""An order as the Market tells it, in the words of ``BusinessOrderDTO`` (getBusinessOrders)."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from packdesk.domain.codes import CodeKind, MarkingCode
from packdesk.domain.ids import (
    BoxNumber,
    CampaignId,
    DeliveryServiceId,
    ItemId,
    MarketBoxId,
    OrderId,
    OrderRef,
    ShipmentId,
)
from packdesk.domain.open_enum import OpenEnum


class ProgramType(OpenEnum):
    """By which model the order is sold (``SellingProgramType``)."""

    FBS = "FBS"
    FBY = "FBY"
    DBS = "DBS"
    EXPRESS = "EXPRESS"
    LAAS = "LAAS"


class OrderStatus(OpenEnum):
    """``OrderStatusType``: only those that the table acts upon are listed."""

    PROCESSING = "PROCESSING"
    DELIVERY = "DELIVERY"
    PICKUP = "PICKUP"
    DELIVERED = "DELIVERED"
    CANCELLED = "CANCELLED"
    PENDING = "PENDING"
    UNPAID = "UNPAID"
    RESERVED = "RESERVED"
    RETURNED = "RETURNED"
    PARTIALLY_RETURNED = "PARTIALLY_RETURNED"


class OrderSubstatus(OpenEnum):
    """``OrderSubstatusType``: only those that the table acts upon are listed."""

    STARTED = "STARTED"
    READY_TO_SHIP = "READY_TO_SHIP"
    SHIPPED = "SHIPPED"
    SHOP_FAILED = "SHOP_FAILED"
    DELIVERY_SERVICE_RECEIVED = "DELIVERY_SERVICE_RECEIVED"


class ItemTag(OpenEnum):
    """``OrderItemTagType``: what the packer is reminded of."""

    SAFE_TAG = "SAFE_TAG"
    ULTIMA = "ULTIMA"


@dataclass(frozen=True, slots=True)
class CodeRequirement:
    """A kind of code that every unit of an item wants; ``optional`` is the Market's CIS_OPTIONAL."""

    kind: CodeKind
    optional: bool = False


@dataclass(frozen=True, slots=True)
class OrderItem:
    """A position of an order.

    ``price`` is what the buyer pays for all units with cashback (roubles), the base of the 99 %
    rule; ``requires`` holds each kind once; ``unknown_requirements`` are names of required codes
    that this program does not know; ``promoted`` is what an older call tells of a promotion that
    added the good, None where it was not asked or did not tell.
    """

    id: ItemId
    offer_id: str
    name: str
    count: int
    requires: tuple[CodeRequirement, ...] = ()
    unknown_requirements: tuple[str, ...] = ()
    tags: tuple[ItemTag, ...] = ()
    price: Decimal | None = None
    promoted: bool | None = None


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One line of a stored box: ``whole`` units, or the part ``current`` of ``total`` of one unit."""

    item: ItemId
    whole: int | None
    current: int | None
    total: int | None
    codes: tuple[tuple[MarkingCode, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class StoredBox:
    """A box as the Market keeps it (``boxesLayout``); ``barcode`` is printed on its label."""

    box_id: MarketBoxId
    barcode: str
    items: tuple[StoredItem, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """A track number with the service that gave it (``delivery.tracks``)."""

    code: str
    service: DeliveryServiceId


class EacType(OpenEnum):
    """``OrderDeliveryEacType``: who shows the confirmation code to whom at the hand-over."""

    MERCHANT_TO_COURIER = "MERCHANT_TO_COURIER"
    COURIER_TO_MERCHANT = "COURIER_TO_MERCHANT"


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the order travels (``delivery``): its service, tracks, and the courier's code.

    ``eac_code`` is what this shop must show to the courier (MERCHANT_TO_COURIER only).
    """

    service: DeliveryServiceId | None = None
    service_name: str = ""
    tracks: tuple[Track, ...] = ()
    shipment: ShipmentId | None = None
    eac_type: EacType | None = None
    eac_code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Order:
    """One order. Times are aware; the shipment's date and time are the warehouse's local ones."""

    id: OrderId
    campaign_id: CampaignId
    program: ProgramType
    status: OrderStatus
    substatus: OrderSubstatus
    items: tuple[OrderItem, ...]
    external_id: str | None = None
    notes: str = field(default="", repr=False)
    cancel_requested: bool = False
    is_business: bool = False
    fake: bool = False
    shipment_date: date | None = None
    shipment_time: time | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    stored_boxes: tuple[StoredBox, ...] = ()
    delivery: Delivery = Delivery()

    @property
    def ref(self) -> OrderRef:
        """The name under which calls about this order are made."""
        return OrderRef(self.campaign_id, self.id)

    @property
    def is_ready(self) -> bool:
        """Whether the Market holds it ready to ship: its layout is closed then."""
        return (
            self.status is OrderStatus.PROCESSING and self.substatus is OrderSubstatus.READY_TO_SHIP
        )

    @property
    def units(self) -> int:
        """How many units the whole order has."""
        return sum(item.count for item in self.items)

    def item(self, item_id: ItemId) -> OrderItem:
        """The position with this id.

        Raises:
            KeyError: the order has no such position.
        """
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)


@dataclass(frozen=True, slots=True)
class Offer:
    """What the catalogue knows of a good (getOfferMappings): comfort, never needed.

    ``box_count`` is the number of places one unit takes; ``barcodes`` are as the shop gave them.
    """

    offer_id: str
    name: str = ""
    barcodes: tuple[str, ...] = ()
    box_count: int = 1
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarketBox:
    """What setOrderBoxLayout answers for one box of the layout."""

    number: BoxNumber
    box_id: MarketBoxId | None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The offers known at the table, by ``offer_id``."""

    offers: tuple[Offer, ...] = ()
    learned: tuple[tuple[str, str], ...] = field(default=())
    """Pairs (barcode or GTIN-14, offer id) that a packer has taught."""

    def offer(self, offer_id: str) -> Offer | None:
        """The offer, or None where the catalogue is silent."""
        return next((one for one in self.offers if one.offer_id == offer_id), None)
