"""How much time is left until an order must be shipped."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import TypeAlias

from packdesk.domain.order import Order

SOON_MINUTES = 60
NOW_MINUTES = 15


@dataclass(frozen=True, slots=True)
class NoDate:
    """The Market has not said when."""


@dataclass(frozen=True, slots=True)
class OnDay:
    """Some day, without a time; ``days`` from today, below 0 for a missed one."""

    days: int
    day: datetime


@dataclass(frozen=True, slots=True)
class AtTime:
    """A certain time; ``minutes`` from now, below 0 for a missed one."""

    minutes: int
    at: datetime


Countdown: TypeAlias = NoDate | OnDay | AtTime


def countdown(order: Order, now: datetime) -> Countdown:
    """Until the order must be shipped. The Market's date and time are the warehouse's local ones.

    Args:
        order: The order.
        now: Aware; taken as local time, since the table stands in the warehouse.
    """
    if order.shipment_date is None:
        return NoDate()
    here = now.astimezone().replace(tzinfo=None)
    if order.shipment_time is None:
        day = datetime.combine(order.shipment_date, time.min)
        return OnDay((order.shipment_date - here.date()).days, day)
    at = datetime.combine(order.shipment_date, order.shipment_time)
    return AtTime(int((at - here).total_seconds() // 60), at)
