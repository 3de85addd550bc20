"""What the shipment day tells the window: frozen values, each whole in itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from packdesk.domain.batch_ready import Readiness
from packdesk.domain.ids import CampaignId, OrderId, ShipmentId
from packdesk.station.errors import MarketError, PackdeskError
from packdesk.station.ports import Campaign, Shipment, ShipmentStatus, StatusAnswer

TO_BE_CONFIRMED = frozenset(
    {ShipmentStatus.OUTBOUND_CREATED, ShipmentStatus.OUTBOUND_READY_FOR_CONFIRMATION}
)
"""In these a reception act can still be asked for."""


@dataclass(frozen=True, slots=True)
class OrderReadiness:
    """One order of a shipment and what it lacks; ``external_id`` is the shop's own number."""

    order: OrderId
    readiness: Readiness
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class ShipmentDue:
    """A shipment of a shop with how far its orders are.

    ``is_nearest``: it is the one that the shop's next reception act confirms. ``unknown`` are
    orders of it that the Market's list of orders does not have. ``act`` is the file of its
    reception act, empty where none is kept here.
    """

    campaign: Campaign
    shipment: Shipment
    orders: tuple[OrderReadiness, ...]
    is_nearest: bool = False
    unknown: tuple[OrderId, ...] = ()
    act: str = ""

    @property
    def ready(self) -> int:
        """How many orders are ready to ship."""
        return sum(one.readiness is Readiness.READY for one in self.orders)

    @property
    def cancelled(self) -> int:
        """How many orders do not go, since they are cancelled or about to be."""
        return sum(one.readiness is Readiness.CANCELLED for one in self.orders)

    @property
    def may_be_set(self) -> tuple[OrderId, ...]:
        """The orders that can be set ready now."""
        return tuple(o.order for o in self.orders if o.readiness is Readiness.MAY_BE_SET)

    @property
    def with_labels(self) -> tuple[OrderId, ...]:
        """The orders whose labels the Market can make."""
        can = (*(one for one in Readiness if one.has_labels), Readiness.READY)
        return tuple(one.order for one in self.orders if one.readiness in can)

    @property
    def open(self) -> tuple[OrderReadiness, ...]:
        """The orders that are not ready yet, and can be."""
        return tuple(one for one in self.orders if one.readiness.is_open)

    @property
    def may_be_confirmed(self) -> bool:
        """Whether the reception act can be asked for: nothing of it is open, and something goes."""
        asked = self.is_nearest and self.shipment.status in TO_BE_CONFIRMED
        return asked and self.ready > 0 and not self.open and not self.unknown


@dataclass(frozen=True, slots=True)
class ShopUnread:
    """The shipments of one shop could not be read; those of the others could."""

    campaign: Campaign
    error: MarketError


@dataclass(frozen=True, slots=True)
class ShipmentsRead:
    """The shipments of the nearest days, soonest first."""

    due: tuple[ShipmentDue, ...]
    at: datetime
    unread: tuple[ShopUnread, ...] = ()


@dataclass(frozen=True, slots=True)
class SetReady:
    """The end of a batch: what became of each order that was asked for.

    ``held_back`` were not set and are as told; ``unclear`` may be ready or not, the outbox looks
    them up; ``error`` is what went wrong on the way, even where the batch could go on.
    """

    campaign: CampaignId
    answers: tuple[StatusAnswer, ...]
    held_back: tuple[OrderReadiness, ...] = ()
    unclear: tuple[OrderId, ...] = ()
    error: PackdeskError | None = None

    @property
    def done(self) -> tuple[OrderId, ...]:
        """The orders that the Market now holds ready."""
        return tuple(one.order for one in self.answers if not one.trouble)

    @property
    def refused(self) -> tuple[StatusAnswer, ...]:
        """The orders that the Market refused, each with its words."""
        return tuple(one for one in self.answers if one.trouble)


@dataclass(frozen=True, slots=True)
class LabelsBeingMade:
    """The Market makes one PDF of the labels of these orders; it is asked again at ``due``."""

    orders: tuple[OrderId, ...]
    due: datetime


@dataclass(frozen=True, slots=True)
class LabelsCame:
    """The PDF is kept under ``file``; ``is_incomplete`` where the Market left orders out."""

    orders: tuple[OrderId, ...]
    file: str
    is_incomplete: bool = False


@dataclass(frozen=True, slots=True)
class LabelsFailed:
    """No PDF came; ``substatus`` is the Market's own word, empty where ``error`` tells why.

    Neither is given where the Market has not made it in the time that was waited.
    """

    orders: tuple[OrderId, ...]
    substatus: str = ""
    error: PackdeskError | None = None


@dataclass(frozen=True, slots=True)
class ActCame:
    """The shipment is confirmed and its act is kept under ``file``."""

    campaign: CampaignId
    shipment: ShipmentId
    file: str


@dataclass(frozen=True, slots=True)
class ActNotKept:
    """The shipment is confirmed and its act came, but could not be kept: `keep_act` tries again."""

    campaign: CampaignId
    shipment: ShipmentId
    error: PackdeskError


@dataclass(frozen=True, slots=True)
class ActNotAsked:
    """Nothing was asked: the nearest shipment of the shop is another one than was meant."""

    campaign: CampaignId
    shipment: ShipmentId


@dataclass(frozen=True, slots=True)
class ActRefused:
    """The request did nothing; the error says why."""

    campaign: CampaignId
    shipment: ShipmentId
    error: PackdeskError


@dataclass(frozen=True, slots=True)
class ActUnclear:
    """No act came; ``status`` is how the Market holds the shipment now, None if it is not known."""

    campaign: CampaignId
    shipment: ShipmentId
    status: ShipmentStatus | None

    @property
    def is_confirmed(self) -> bool | None:
        """Whether the shipment is confirmed by now; None where nobody knows."""
        if self.status is None or not self.status.is_known or self.status is ShipmentStatus.ERROR:
            return None
        return self.status not in TO_BE_CONFIRMED


@dataclass(frozen=True, slots=True)
class DayTrouble:
    """The shipments could not be read, or the journal does not take what became of a batch."""

    error: PackdeskError


ActReport: TypeAlias = ActCame | ActNotKept | ActNotAsked | ActRefused | ActUnclear
DayReport: TypeAlias = (
    ShipmentsRead | SetReady | LabelsBeingMade | LabelsCame | LabelsFailed | ActReport | DayTrouble
)
