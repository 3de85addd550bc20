"""What the shipment day tells the window: frozen values, each whole in itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from packdesk.domain.batch_ready import Readiness
from packdesk.domain.ids import CampaignId, OrderId
from packdesk.station.errors import PackdeskError
from packdesk.station.ports import Campaign, EacAnswer, Shipment, ShipmentStatus, StatusAnswer


@dataclass(frozen=True, slots=True)
class OrderReadiness:
    """One order of a shipment and what it lacks; ``external_id`` is the shop's own number."""

    order: OrderId
    readiness: Readiness
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class ShipmentDue:
    """A shipment of a shop with how far its orders are; the cancelled ones do not count."""

    campaign: Campaign
    shipment: Shipment
    orders: tuple[OrderReadiness, ...]

    @property
    def ready(self) -> int:
        """How many orders are ready to ship."""
        return sum(one.readiness is Readiness.READY for one in self.orders)

    @property
    def may_be_set(self) -> tuple[OrderId, ...]:
        """The orders that can be set ready now."""
        return tuple(o.order for o in self.orders if o.readiness is Readiness.MAY_BE_SET)

    @property
    def open(self) -> tuple[OrderReadiness, ...]:
        """The orders that are not ready yet."""
        done = {Readiness.READY, Readiness.CLOSED}
        return tuple(one for one in self.orders if one.readiness not in done)


@dataclass(frozen=True, slots=True)
class ShipmentsRead:
    """The shipments of the nearest days, soonest first."""

    due: tuple[ShipmentDue, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class SetReady:
    """The end of a batch: what became of each order that was asked for."""

    answers: tuple[StatusAnswer, ...]
    held_back: tuple[OrderReadiness, ...] = ()
    error: PackdeskError | None = None

    @property
    def done(self) -> tuple[OrderId, ...]:
        """The orders that the Market now holds ready."""
        return tuple(one.order for one in self.answers if not one.trouble)


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
    """No PDF came; ``substatus`` is the Market's own word, empty where ``error`` tells why."""

    orders: tuple[OrderId, ...]
    substatus: str = ""
    error: PackdeskError | None = None


@dataclass(frozen=True, slots=True)
class ActCame:
    """The shipment is confirmed and its act is kept under ``file``."""

    campaign: CampaignId
    file: str


@dataclass(frozen=True, slots=True)
class ActRefused:
    """The shipment is known not to have been confirmed, or the Market says why it cannot be."""

    campaign: CampaignId
    error: PackdeskError


@dataclass(frozen=True, slots=True)
class ActUnclear:
    """No act came; ``status`` is how the Market holds the shipment now, None if it is not known."""

    campaign: CampaignId
    status: ShipmentStatus | None


@dataclass(frozen=True, slots=True)
class EacAnswered:
    """The Market has judged a courier's code."""

    order: OrderId
    answer: EacAnswer


@dataclass(frozen=True, slots=True)
class EacFailed:
    """The code could not be asked about; it may have cost an attempt where that is not known."""

    order: OrderId
    error: PackdeskError


@dataclass(frozen=True, slots=True)
class DayTrouble:
    """The shipments could not be read."""

    error: PackdeskError


DayReport: TypeAlias = (
    ShipmentsRead
    | SetReady
    | LabelsBeingMade
    | LabelsCame
    | LabelsFailed
    | ActCame
    | ActRefused
    | ActUnclear
    | EacAnswered
    | EacFailed
    | DayTrouble
)
