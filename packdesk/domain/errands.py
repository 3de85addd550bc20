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
    """Tell the Market the track number (setOrderDeliveryTrackCode; DBS).

    ``beside`` are the tracks that the order has already, as the person knew who asked for it;
    where the Market has another one meanwhile, nothing is sent.
    """

    track: Track
    beside: tuple[Track, ...] = ()


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
class OtherTracksFound:
    """The order has tracks that nobody here knew of: nothing was sent, a person decides."""

    errand: SetTrack
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class ErrandRetryAsked:
    """A person wants the stopped errand to be tried again."""


@dataclass(frozen=True, slots=True)
class ErrandDropped:
    """A person gave the first errand that waits up; it never took effect."""


ErrandEvent: TypeAlias = (
    ErrandAsked
    | ErrandStarted
    | ErrandDone
    | ErrandUndone
    | ErrandRefused
    | OtherTracksFound
    | ErrandRetryAsked
    | ErrandDropped
)


@dataclass(frozen=True, slots=True)
class FindOutErrand:
    """It went out and no result was kept: learn at the Market whether it took effect."""

    errand: Errand


Stop: TypeAlias = ErrandRefused | OtherTracksFound
"""Why an errand waits for a person."""

NextErrand: TypeAlias = Errand | FindOutErrand | Stop | None


@dataclass(frozen=True, slots=True)
class Errands:
    """The errands of one order: ``waiting`` oldest first, ``done`` with what took effect.

    While one is ``stopped``, nothing more of the order goes out.
    """

    waiting: tuple[Errand, ...] = ()
    done: tuple[Errand, ...] = ()
    is_started: bool = False
    stopped: Stop | None = None

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
            case ErrandRefused() | OtherTracksFound():
                return replace(self, is_started=False, stopped=event)
            case ErrandRetryAsked():
                return replace(self, stopped=None)
            case ErrandDropped():
                return Errands(self.waiting[1:], self.done)

    @property
    def may_be_dropped(self) -> bool:
        """Whether the first errand that waits is known not to have taken effect."""
        return bool(self.waiting) and not self.is_started

    @property
    def next(self) -> NextErrand:
        """What is to be done first; None where nothing waits."""
        if not self.waiting:
            return None
        if self.stopped is not None:
            return self.stopped
        first = self.waiting[0]
        return FindOutErrand(first) if self.is_started else first
