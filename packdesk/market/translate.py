"""Between the API's words and the domain's. What cannot be read as a time is no time."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import (
    Cis,
    CodeIdentity,
    CodeKind,
    Country,
    Gtd,
    MarkingCode,
    Rnpt,
    Slot,
    Uin,
    judge,
)
from packdesk.domain.ids import (
    BusinessId,
    CampaignId,
    DeliveryServiceId,
    ItemId,
    MarketBoxId,
    OrderId,
    ShipmentId,
)
from packdesk.domain.order import (
    CodeRequirement,
    Delivery,
    EacType,
    ItemTag,
    Offer,
    Order,
    OrderItem,
    OrderStatus,
    OrderSubstatus,
    ProgramType,
    StoredBox,
    StoredItem,
    Track,
)
from packdesk.market.wire import (
    BriefOrderItemInstanceDTO,
    BusinessOrderBoxLayoutDTO,
    BusinessOrderDeliveryDTO,
    BusinessOrderDTO,
    BusinessOrderItemDTO,
    BusinessOrderShipmentDTO,
    CampaignDTO,
    GetOfferDTO,
    ItemPriceDTO,
    OrderBoxLayoutItemDTO,
    OrderDTO,
    OrderItemInstanceDTO,
    OrderItemValidationStatusDTO,
    ParcelBoxLabelDTO,
)
from packdesk.station.ports import ApiAvailability, Campaign, ParcelLabel

_COUNTRY_CODE = re.compile("[A-Z]{2}")
MOSCOW = timezone(timedelta(hours=3))
_BUSINESS_PAYMENTS = frozenset({"B2B_ACCOUNT_PREPAYMENT", "B2B_ACCOUNT_POSTPAYMENT"})
_PROMOTIONS_THAT_ADD_GOODS = frozenset({"GENERIC_BUNDLE", "BLUE_SET", "CHEAPEST_AS_GIFT"})
# The Market takes a customs declaration only together with the country of origin.
_REQUIREMENTS = {
    "CIS": (CodeRequirement(CodeKind.CIS),),
    "CIS_OPTIONAL": (CodeRequirement(CodeKind.CIS, optional=True),),
    "UIN": (CodeRequirement(CodeKind.UIN),),
    "RNPT": (CodeRequirement(CodeKind.RNPT),),
    "GTD": (CodeRequirement(CodeKind.GTD), CodeRequirement(CodeKind.COUNTRY)),
}


def country_codes(told: Iterable[str]) -> tuple[str, ...]:
    """Each code once, sorted; what is no code of ISO 3166-1 alpha-2 is left out."""
    return tuple(sorted({code for code in told if _COUNTRY_CODE.fullmatch(code)}))


def campaign(told: CampaignDTO) -> Campaign | None:
    """A shop, or None where it has no id to call it by."""
    if told.id is None or told.business is None or told.business.id is None:
        return None
    return Campaign(
        id=CampaignId(told.id),
        business_id=BusinessId(told.business.id),
        name=told.domain or "",
        business_name=told.business.name or "",
        placement=told.placement_type or "",
        availability=ApiAvailability(told.api_availability or ApiAvailability.AVAILABLE),
    )


def order(told: BusinessOrderDTO) -> Order:
    """An order. A model that is not told stays an unknown one."""
    travel = told.delivery or BusinessOrderDeliveryDTO()
    shipment = travel.shipment or BusinessOrderShipmentDTO()
    boxes = travel.boxes_layout or ()
    whole_codes = {item.id: item.instances or () for item in told.items}
    return Order(
        id=OrderId(told.order_id),
        campaign_id=CampaignId(told.campaign_id),
        program=ProgramType(told.program_type or ""),
        status=OrderStatus(told.status),
        substatus=OrderSubstatus(told.substatus or ""),
        items=tuple(_item(item) for item in told.items),
        external_id=told.external_order_id or None,
        notes=told.notes or "",
        cancel_requested=bool(told.cancel_requested),
        is_business=told.buyer_type == "BUSINESS" or told.payment_method in _BUSINESS_PAYMENTS,
        fake=bool(told.fake),
        shipment_date=_date(shipment.shipment_date),
        shipment_time=_time(shipment.shipment_time),
        created_at=moment(told.creation_date),
        updated_at=moment(told.update_date),
        stored_boxes=tuple(_stored_box(box, whole_codes) for box in boxes),
        delivery=_delivery(travel),
    )


def promoted(told: OrderDTO) -> tuple[int, ...]:
    """Items that a promotion put into the order (a gift, a part of a set), not mere discounts."""
    return tuple(
        item.id
        for item in told.items
        if any(promo.type in _PROMOTIONS_THAT_ADD_GOODS for promo in item.promos or ())
    )


def checks(told: OrderItemValidationStatusDTO) -> tuple[CodeCheck, ...]:
    """The checks of one item's codes."""
    item = ItemId(told.id)
    of_cis = [(CodeKind.CIS, one) for one in told.cis or ()]
    of_uin = [(CodeKind.UIN, one) for one in told.uin or ()]
    return tuple(
        CodeCheck(item, kind, one.value, one.status, one.substatus) for kind, one in of_cis + of_uin
    )


def parcel_label(told: ParcelBoxLabelDTO) -> ParcelLabel:
    """The texts of one label."""
    return ParcelLabel(
        box_id=None if told.box_id is None else MarketBoxId(told.box_id),
        fulfilment_id=told.fulfilment_id,
        place=told.place,
        order_number=told.order_num,
        supplier=told.supplier_name or "",
        delivery_service=told.delivery_service_name or "",
        recipient=told.recipient_name or "",
        shipment_date=told.shipment_date or "",
    )


def offer(told: GetOfferDTO) -> Offer:
    """A good of the catalogue."""
    return Offer(
        offer_id=told.offer_id,
        name=told.name or "",
        barcodes=told.barcodes or (),
        box_count=told.box_count or 1,
        pictures=told.pictures or (),
    )


def _delivery(told: BusinessOrderDeliveryDTO) -> Delivery:
    shipment = None if told.shipment is None else told.shipment.id
    eac = None if told.transfer is None else told.transfer.eac
    return Delivery(
        service=_service(told.delivery_service_id),
        service_name=told.service_name or "",
        tracks=tuple(
            Track(track.track_code, DeliveryServiceId(track.delivery_service_id))
            for track in told.tracks or ()
            if track.track_code
        ),
        shipment=None if shipment is None else ShipmentId(shipment),
        eac_type=None if eac is None else EacType(eac.eac_type),
        eac_code="" if eac is None else eac.eac_code or "",
    )


def _service(number: int | None) -> DeliveryServiceId | None:
    return None if number is None else DeliveryServiceId(number)


def _item(told: BusinessOrderItemDTO) -> OrderItem:
    names = told.required_instance_types or ()
    return OrderItem(
        id=ItemId(told.id),
        offer_id=told.offer_id,
        name=told.offer_name,
        count=told.count,
        requires=_requirements(names),
        unknown_requirements=tuple(name for name in names if name not in _REQUIREMENTS),
        tags=tuple(ItemTag(tag) for tag in told.tags or ()),
        price=_price(told.prices),
    )


def _requirements(names: Iterable[str]) -> tuple[CodeRequirement, ...]:
    """Each kind once; one that is demanded is not optional, whatever else is said."""
    kinds: dict[CodeKind, CodeRequirement] = {}
    for name in names:
        for wanted in _REQUIREMENTS.get(name, ()):
            known = kinds.get(wanted.kind, wanted)
            kinds[wanted.kind] = replace(wanted, optional=wanted.optional and known.optional)
    return tuple(kinds.values())


def _price(told: ItemPriceDTO | None) -> Decimal | None:
    if told is None or told.payment is None:
        return None
    return told.payment.value + (told.cashback.value if told.cashback else Decimal())


def _stored_box(
    told: BusinessOrderBoxLayoutDTO, whole_codes: dict[int, tuple[OrderItemInstanceDTO, ...]]
) -> StoredBox:
    return StoredBox(
        box_id=MarketBoxId(told.box_id),
        barcode=told.barcode or "",
        items=tuple(_stored_item(line, whole_codes.get(line.id, ())) for line in told.items),
    )


def _stored_item(
    told: OrderBoxLayoutItemDTO, whole_codes: tuple[OrderItemInstanceDTO, ...]
) -> StoredItem:
    part = told.partial_count
    full_of = {
        _cis(one.cis or one.cis_full).identity: one.cis_full for one in whole_codes if one.cis_full
    }
    units = (_codes(unit, full_of) for unit in told.instances or ())
    return StoredItem(
        item=ItemId(told.id),
        whole=told.full_count,
        current=part.current if part else None,
        total=part.total if part else None,
        codes=tuple(codes for codes in units if codes),
    )


def _codes(
    told: BriefOrderItemInstanceDTO, full_of: dict[CodeIdentity, str]
) -> tuple[MarkingCode, ...]:
    codes: list[MarkingCode] = []
    if told.cis:
        short = _cis(told.cis)
        codes.append(_cis(full_of.get(short.identity, told.cis)))
    if told.uin:
        codes.append(Uin(told.uin))
    if told.rnpt:
        codes.append(Rnpt(told.rnpt))
    if told.gtd:
        codes.append(Gtd(told.gtd))
    if told.country_code:
        codes.append(Country(told.country_code))
    return tuple(codes)


def _cis(text: str) -> Cis:
    """A code of the Market, kept letter by letter; GTIN and serial only where it can be read."""
    match judge(text, Slot.CIS).code:
        case Cis(_, gtin, serial):
            return Cis(text, gtin, serial)
        case _:
            return Cis(text, None, None)


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _time(text: str | None) -> time | None:
    try:
        return time.fromisoformat(text or "").replace(tzinfo=None)
    except ValueError:
        return None


def moment(text: str | None) -> datetime | None:
    """An aware time, None where it cannot be read; one without an offset is Moscow time, as everywhere else in the API."""
    try:
        told = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return told if told.tzinfo is not None else told.replace(tzinfo=MOSCOW)
