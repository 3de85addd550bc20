"""The API's schemas that PackDesk reads and writes, under their own names.

Unknown fields are ignored, optional ones may be missing or null, enumerations are plain text: the
Market may add values any day. Ids and counts must be whole numbers: a wrong one would send a
parcel astray.
"""

from decimal import Decimal
from typing import Annotated, Generic, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

T = TypeVar("T")

Int64: TypeAlias = Annotated[int, Field(strict=True, ge=-(2**63), le=2**63 - 1)]
Count: TypeAlias = Annotated[int, Field(strict=True, ge=0, le=2**31 - 1)]


class WireModel(BaseModel):
    """The common ground of all schemas."""

    # What does not fit may be a code or a buyer's name: it stays out of the error's text.
    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )


class ApiErrorDTO(WireModel):
    """One error of an answer."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    code: str | None = None
    message: str | None = None


class ApiErrorResponse(WireModel):
    """The head of every answer, good or bad."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    status: str | None = None
    errors: tuple[ApiErrorDTO, ...] | None = None


class PackagingForwardScrollingPagerDTO(WireModel):
    """Where the next page is."""

    next_page_token: str | None = None


class Page(WireModel):
    """What all paged answers share."""

    paging: PackagingForwardScrollingPagerDTO | None = None

    @property
    def next_page(self) -> str | None:
        """The token of the next page; None on the last."""
        return self.paging.next_page_token if self.paging else None


class BusinessDTO(WireModel):
    """A cabinet."""

    id: Int64 | None = None
    name: str | None = None


class CampaignDTO(WireModel):
    """A shop; ``domain`` is its name."""

    id: Int64 | None = None
    domain: str | None = None
    business: BusinessDTO | None = None
    placement_type: str | None = None
    api_availability: str | None = None


class GetCampaignsResponse(Page):
    """Answer of getCampaigns."""

    campaigns: tuple[CampaignDTO, ...]


class ApiKeyDTO(WireModel):
    """A key's name and scopes."""

    name: str | None = None
    auth_scopes: tuple[str, ...]


class TokenDTO(WireModel):
    """What getAuthTokenInfo tells."""

    api_key: ApiKeyDTO


class CurrencyValueDTO(WireModel):
    """An amount of money."""

    value: Decimal


class ItemPriceDTO(WireModel):
    """Totals for all units of an item."""

    payment: CurrencyValueDTO | None = None
    cashback: CurrencyValueDTO | None = None


class BriefOrderItemInstanceDTO(WireModel):
    """The codes of one unit, as they are sent."""

    cis: str | None = None
    uin: str | None = None
    rnpt: str | None = None
    gtd: str | None = None
    country_code: str | None = None


class OrderItemInstanceDTO(BriefOrderItemInstanceDTO):
    """The codes of one unit, as they are read: ``cis`` has lost its tail, ``cis_full`` has not."""

    cis_full: str | None = None


class BusinessOrderItemDTO(WireModel):
    """A position of an order."""

    id: Int64
    offer_id: str
    offer_name: str
    count: Count
    prices: ItemPriceDTO | None = None
    instances: tuple[OrderItemInstanceDTO, ...] | None = None
    required_instance_types: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None


class OrderBoxLayoutPartialCountDTO(WireModel):
    """Which part of how many."""

    current: Count
    total: Count


class OrderBoxLayoutItemDTO(WireModel):
    """A line of a box: whole units, or a part of one."""

    id: Int64
    full_count: Count | None = None
    partial_count: OrderBoxLayoutPartialCountDTO | None = None
    instances: tuple[BriefOrderItemInstanceDTO, ...] | None = None


class OrderBoxLayoutDTO(WireModel):
    """A box of a layout."""

    items: tuple[OrderBoxLayoutItemDTO, ...]


class SetOrderBoxLayoutRequest(WireModel):
    """Body of setOrderBoxLayout."""

    boxes: tuple[OrderBoxLayoutDTO, ...]
    allow_remove: bool | None = None


class EnrichedOrderBoxLayoutDTO(OrderBoxLayoutDTO):
    """A box of a layout with the Market's id."""

    box_id: Int64 | None = None


class OrderBoxesLayoutDTO(WireModel):
    """The stored layout."""

    boxes: tuple[EnrichedOrderBoxLayoutDTO, ...]


class BusinessOrderBoxLayoutDTO(OrderBoxLayoutDTO):
    """A box as an order tells it."""

    box_id: Int64
    barcode: str | None = None


class BusinessOrderShipmentDTO(WireModel):
    """When the parcel is to be handed over."""

    id: Int64 | None = None
    shipment_date: str | None = None
    shipment_time: str | None = None


class OrderTrackDTO(WireModel):
    """A track number; the Market also lists services that have given none yet."""

    track_code: str | None = None
    delivery_service_id: Int64


class BusinessOrderEacDTO(WireModel):
    """The code of the hand-over to a courier, and who shows it."""

    eac_type: str
    eac_code: str | None = None


class BusinessOrderTransferDTO(WireModel):
    """The hand-over to a courier, without the courier."""

    eac: BusinessOrderEacDTO | None = None


class BusinessOrderDeliveryDTO(WireModel):
    """The delivery, as far as a packer needs it."""

    service_name: str | None = None
    delivery_service_id: Int64 | None = None
    tracks: tuple[OrderTrackDTO, ...] | None = None
    transfer: BusinessOrderTransferDTO | None = None
    shipment: BusinessOrderShipmentDTO | None = None
    boxes_layout: tuple[BusinessOrderBoxLayoutDTO, ...] | None = None


class BusinessOrderDTO(WireModel):
    """An order."""

    order_id: Int64
    campaign_id: Int64
    program_type: str | None = None
    external_order_id: str | None = None
    status: str
    substatus: str | None = None
    creation_date: str | None = None
    update_date: str | None = None
    payment_method: str | None = None
    fake: bool | None = None
    items: tuple[BusinessOrderItemDTO, ...]
    delivery: BusinessOrderDeliveryDTO | None = None
    buyer_type: str | None = None
    notes: str | None = None
    cancel_requested: bool | None = None


class OrderDatesFilterDTO(WireModel):
    """A window of days (``YYYY-MM-DD``): the first is in it, the last is not."""

    creation_date_from: str
    creation_date_to: str


class GetBusinessOrdersRequest(WireModel):
    """Body of getBusinessOrders; an empty list is refused, so a missing filter is None."""

    order_ids: tuple[int, ...] | None = None
    external_order_ids: tuple[str, ...] | None = None
    program_types: tuple[str, ...] | None = None
    campaign_ids: tuple[int, ...] | None = None
    statuses: tuple[str, ...] | None = None
    substatuses: tuple[str, ...] | None = None
    dates: OrderDatesFilterDTO | None = None
    fake: bool


class GetBusinessOrdersResponse(Page):
    """Answer of getBusinessOrders."""

    orders: tuple[BusinessOrderDTO, ...]


class OrderItemPromoDTO(WireModel):
    """A promotion that an item takes part in."""

    type: str | None = None


class OrderItemDTO(WireModel):
    """A position in the older order form."""

    id: Int64
    promos: tuple[OrderItemPromoDTO, ...] | None = None


class OrderDTO(WireModel):
    """The older order form, of which only the promotions are read."""

    items: tuple[OrderItemDTO, ...]


class GetOrderResponse(WireModel):
    """Answer of getOrder."""

    order: OrderDTO


class CisDTO(WireModel):
    """The check of one CIS."""

    value: str
    status: str
    substatus: str | None = None


class UinDTO(CisDTO):
    """The check of one UIN."""


class OrderItemValidationStatusDTO(WireModel):
    """The checks of an item's codes."""

    id: Int64
    uin: tuple[UinDTO, ...] | None = None
    cis: tuple[CisDTO, ...] | None = None


class GetOrderIdentifiersStatusDTO(WireModel):
    """The checks of an order's codes."""

    items: tuple[OrderItemValidationStatusDTO, ...]


class ParcelBoxLabelDTO(WireModel):
    """The texts of one label."""

    box_id: Int64 | None = None
    fulfilment_id: str
    place: str
    order_num: str
    supplier_name: str | None = None
    delivery_service_name: str | None = None
    recipient_name: str | None = None
    shipment_date: str | None = None


class OrderLabelDTO(WireModel):
    """The texts of all labels of an order."""

    parcel_box_labels: tuple[ParcelBoxLabelDTO, ...]


class GetOfferMappingsRequest(WireModel):
    """Body of getOfferMappings."""

    offer_ids: tuple[str, ...]


class GetOfferDTO(WireModel):
    """A good in the catalogue."""

    offer_id: str
    name: str | None = None
    barcodes: tuple[str, ...] | None = None
    box_count: Count | None = None
    pictures: tuple[str, ...] | None = None


class GetOfferMappingDTO(WireModel):
    """A good and its card; only the good is read."""

    offer: GetOfferDTO | None = None


class GetOfferMappingsResultDTO(WireModel):
    """The found goods."""

    offer_mappings: tuple[GetOfferMappingDTO, ...]


class CountryDTO(WireModel):
    """A country; its region is not read."""

    country_code: str


class GetRegionsCodesResponse(WireModel):
    """Answer of getRegionsCodes."""

    countries: tuple[CountryDTO, ...]


class ResultOf(WireModel, Generic[T]):
    """The envelope ``{"status": "OK", "result": ...}`` of the newer operations."""

    result: T
