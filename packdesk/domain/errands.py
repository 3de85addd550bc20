"""Errands: single requests about an order that do not belong to the way of its layout.

A track number, the shop's own number, a cancellation, the next status of a DBS order. They are
carried out one after another, before the next step of the order's submission.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TypeAlias

from packdesk.domain.order import OrderStatus, Track


class CancelReason(Enum):
    """The substatuses with which a shop may cancel (DBS chart; others only SHOP_FAILED)."""

    SHOP_FAILED = "SHOP_FAILED"
    USER_CHANGED_MIND = "USER_CHANGED_MIND"
    USER_UNREACHABLE = "USER_UNREACHABLE"
    INCORRECT_PERSONAL_DATA = "INCORRECT_PERSONAL_DATA"
    PICKUP_EXPIRED = "PICKUP_EXPIRED"


@dataclass(frozen=True, slots=True)
class SetTrack:
    """Tell the Market the track number (setOrderDeliveryTrackCode; DBS)."""

    track: Track


@dataclass(frozen=True, slots=True)
class GiveExternalId:
    """Give the order the shop's own number, once (updateExternalOrderId)."""

    external_id: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Cancel the whole order for good (updateOrderStatus)."""

    reason: CancelReason


@dataclass(frozen=True, slots=True)
class MoveOn:
    """Set a DBS order DELIVERY, PICKUP or DELIVERED (updateOrderStatus).

    ``real_date`` is the day of the delivery where that was an earlier day.
    """

    status: OrderStatus
    real_date: date | None = None


Errand: TypeAlias = SetTrack | GiveExternalId | Cancel | MoveOn


@dataclass(frozen=True, slots=True)
class ErrandAsked:
    """A person wants it done; it is to be sent."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class ErrandStarted:
    """The request is about to go out. If no result follows, its outcome is unknown."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class ErrandDone:
    """The Market has it."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class ErrandUndone:
    """It is known to have had no effect; it may be tried again."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class ErrandRefused:
    """The Market refused for good, in its own words; a person decides."""

    errand: Errand
    status: int
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErrandRetryAsked:
    """A person wants the refused errand to be tried again."""


@dataclass(frozen=True, slots=True)
class ErrandDropped:
    """A person gave the first errand that waits up; it never took effect."""


ErrandEvent: TypeAlias = (
    ErrandAsked
    | ErrandStarted
    | ErrandDone
    | ErrandUndone
    | ErrandRefused
    | ErrandRetryAsked
    | ErrandDropped
)


@dataclass(frozen=True, slots=True)
class FindOutErrand:
    """It went out and no result was kept: learn at the Market whether it took effect."""

    errand: Errand


NextErrand: TypeAlias = Errand | FindOutErrand | ErrandRefused | None


@dataclass(frozen=True, slots=True)
class Errands:
    """The errands of one order: ``waiting`` oldest first, ``done`` with what took effect."""

    waiting: tuple[Errand, ...] = ()
    done: tuple[Errand, ...] = ()
    is_started: bool = False
    refused: ErrandRefused | None = None

    def after(self, event: ErrandEvent) -> "Errands":
        """The state after one more event."""
        match event:
            case ErrandAsked(errand):
                return replace(self, waiting=(*self.waiting, errand))
            case ErrandStarted():
                return replace(self, is_started=True)
            case ErrandDone(errand):
                rest = tuple(one for one in self.waiting if one != errand)
                return Errands(rest, (*self.done, errand))
            case ErrandUndone():
                return replace(self, is_started=False)
            case ErrandRefused():
                return replace(self, is_started=False, refused=event)
            case ErrandRetryAsked():
                return replace(self, refused=None)
            case ErrandDropped():
                return Errands(self.waiting[1:], self.done)

    @property
    def next(self) -> NextErrand:
        """What is to be done first; None where nothing waits."""
        if not self.waiting:
            return None
        if self.refused is not None:
            return self.refused
        first = self.waiting[0]
        return FindOutErrand(first) if self.is_started else first
