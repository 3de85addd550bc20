"""The names by which the Market and the table call things. All Market ids are int64."""

from dataclasses import dataclass
from typing import NewType

OrderId = NewType("OrderId", int)
ItemId = NewType("ItemId", int)
CampaignId = NewType("CampaignId", int)
BusinessId = NewType("BusinessId", int)
MarketBoxId = NewType("MarketBoxId", int)
DeliveryServiceId = NewType("DeliveryServiceId", int)
ShipmentId = NewType("ShipmentId", int)
BoxNumber = NewType("BoxNumber", int)
"""The number written on the box at the table, 1 and up; the Market has its own ``MarketBoxId``."""


@dataclass(frozen=True, slots=True, order=True)
class OrderRef:
    """An order with the shop (campaign) it belongs to: what every call about one order needs."""

    campaign: CampaignId
    order: OrderId


@dataclass(frozen=True, slots=True, order=True)
class UnitRef:
    """One unit of an item: ``number`` is 1..count. The Market has no such name for it."""

    item: ItemId
    number: int
