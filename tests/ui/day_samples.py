"""Shipments and couriers in every state that the hand-over tells apart."""

from dataclasses import replace
from datetime import date, time, timedelta

from packdesk.domain.batch_ready import Readiness
from packdesk.domain.ids import BusinessId, CampaignId, OrderId, ShipmentId
from packdesk.domain.order import (
    Delivery,
    EacType,
    Order,
    OrderStatus,
    OrderSubstatus,
    ProgramType,
)
from packdesk.station.courier_codes import CouriersRead
from packdesk.station.day_reports import OrderReadiness, ShipmentDue, ShipmentsRead
from packdesk.station.ports import Campaign, Shipment, ShipmentStatus
from packdesk.ui.day.shipments_props import ShipmentKey
from tests.builders import order
from tests.ui.queue_entries import NOW

SHOP = Campaign(CampaignId(48120931), BusinessId(1), "Дом и Сад", "ООО «Дом»", "FBS")
OTHER_SHOP = Campaign(CampaignId(48120940), BusinessId(1), "Спорт на Лесной", "ООО «Дом»", "FBS")
FIRST = 54870320221


def states(*wanted: Readiness, first: int = FIRST) -> tuple[OrderReadiness, ...]:
    return tuple(
        OrderReadiness(
            OrderId(first + 17 * place), one, f"SHOP-{2000 + place}" if place % 3 == 0 else None
        )
        for place, one in enumerate(wanted)
    )


def due(
    *orders: OrderReadiness,
    number: int = 71,
    shop: Campaign = SHOP,
    days: int = 0,
    status: ShipmentStatus = ShipmentStatus.OUTBOUND_CREATED,
    is_nearest: bool = True,
) -> ShipmentDue:
    begins = NOW.replace(hour=7, minute=0) + timedelta(days=days)
    shipment = Shipment(
        ShipmentId(number),
        status,
        begins,
        begins + timedelta(hours=8),
        tuple(one.order for one in orders),
    )
    return ShipmentDue(shop, shipment, orders, is_nearest)


def key(number: int = 71, shop: Campaign = SHOP) -> ShipmentKey:
    return ShipmentKey(shop.id, ShipmentId(number))


MIXED = due(*states(*Readiness, *(7 * [Readiness.READY]), *(4 * [Readiness.MAY_BE_SET])))
ALL_READY = due(*states(*(17 * [Readiness.READY]), Readiness.CANCELLED))
TOMORROW = due(
    *states(*(3 * [Readiness.NOT_PACKED]), first=54870340000), number=72, days=1, is_nearest=False
)
CONFIRMED = due(
    *states(*(5 * [Readiness.READY]), first=54870330000),
    number=73,
    shop=OTHER_SHOP,
    status=ShipmentStatus.OUTBOUND_CONFIRMED,
    is_nearest=False,
)


def read(*shipments: ShipmentDue) -> ShipmentsRead:
    return ShipmentsRead(shipments, NOW)


def express(
    number: int,
    minutes: int = 30,
    kind: EacType | None = EacType.COURIER_TO_MERCHANT,
    substatus: str = "COURIER_ARRIVED_TO_SENDER",
    code: str = "",
) -> Order:
    """An Express order that is due in so many minutes."""
    here = NOW.astimezone() + timedelta(minutes=minutes)
    made = order(
        number=number,
        program=ProgramType.EXPRESS,
        status=OrderStatus.DELIVERY,
        substatus=OrderSubstatus(substatus),
        shipment_date=date(here.year, here.month, here.day),
        shipment_time=time(here.hour, here.minute),
        external_id=f"EX-{number % 1000}",
    )
    return replace(made, delivery=Delivery(eac_type=kind, eac_code=code))


COURIERS = CouriersRead(
    (
        express(54870320357, 9),
        express(54870320374, 41, substatus="COURIER_IN_TRANSIT_TO_SENDER"),
        express(54870320391, 95, substatus="READY_TO_SHIP"),
        express(54870320408, 130, EacType.MERCHANT_TO_COURIER, "COURIER_FOUND", "7788"),
    ),
    NOW,
)
