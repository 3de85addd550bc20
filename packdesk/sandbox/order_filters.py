"""Which orders getBusinessOrders lists."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from packdesk.sandbox.bodies import DatesFilter, OrdersBody
from packdesk.sandbox.errors import BadRequestError

MAX_INTERVAL = timedelta(days=30)
M = TypeVar("M", date, datetime)


@dataclass(frozen=True, slots=True)
class Interval:
    """Moments from ``start`` up to, but without, ``end``; either may be open."""

    start: date | datetime | None
    end: date | datetime | None


def order_filter(body: OrdersBody, today: date) -> Callable[[dict[str, Any]], bool]:
    """A test for orders in the shape of ``BusinessOrderDTO``.

    Without dates the creation range is the last 30 days; without ``fake`` test orders are hidden.

    Raises:
        ApiError: 400 for impossible dates.
    """
    dates = body.dates or DatesFilter()
    created = _days("creation", dates.creationDateFrom, dates.creationDateTo)
    if created == Interval(None, None):
        created = Interval(today - MAX_INTERVAL, today + timedelta(days=1))
    shipped = _days("shipment", dates.shipmentDateFrom, dates.shipmentDateTo)
    updated = _interval("update", dates.updateDateFrom, dates.updateDateTo)

    def wanted(order: dict[str, Any]) -> bool:
        shipment = order["delivery"].get("shipment", {})
        return (
            _one_of(body.orderIds, order["orderId"])
            and _one_of(body.externalOrderIds, order.get("externalOrderId"))
            and _one_of(body.campaignIds, order["campaignId"])
            and _one_of(body.programTypes, order.get("programType"))
            and _one_of(body.statuses, order["status"])
            and _one_of(body.substatuses, order["substatus"])
            and _one_of(body.sourcePlatforms, order.get("sourcePlatform"))
            and order["fake"] == bool(body.fake)
            and (not body.waitingForCancellationApprove or _waits_for_cancellation(order))
            and _within_days(created, order["creationDate"][:10])
            and _within_days(shipped, shipment.get("shipmentDate"))
            and _within_moments(updated, order.get("updateDate", order["creationDate"]))
        )

    return wanted


def _one_of(allowed: tuple[Any, ...] | None, value: Any) -> bool:
    return allowed is None or value in allowed


def _waits_for_cancellation(order: dict[str, Any]) -> bool:
    return order.get("programType") == "DBS" and order.get("cancelRequested", False) is True


def _within_days(interval: Interval, text: str | None) -> bool:
    return interval == Interval(None, None) or (
        text is not None and _inside(interval, date.fromisoformat(text))
    )


def _within_moments(interval: Interval, text: str) -> bool:
    return interval == Interval(None, None) or _inside(interval, datetime.fromisoformat(text))


def _inside(interval: Interval, moment: Any) -> bool:
    return (interval.start is None or interval.start <= moment) and (
        interval.end is None or moment < interval.end
    )


def _days(name: str, start: str | None, end: str | None) -> Interval:
    return _interval(name, _day(start), _day(end))


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRequestError(f"Type mismatch: '{text}' is not a valid date") from error


def _interval(name: str, start: M | None, end: M | None) -> Interval:
    if start is None or end is None:
        return Interval(
            end - MAX_INTERVAL if end is not None else start,
            start + MAX_INTERVAL if start is not None else end,
        )
    if start > end:
        raise BadRequestError(f"Order {name} start date is required to be less than end date")
    if end - start > MAX_INTERVAL:
        raise BadRequestError(
            f"Invalid filters: interval between {name} dates is more than {MAX_INTERVAL.days} days"
        )
    # A range under one day becomes one day.
    return Interval(start, max(end, start + timedelta(days=1)))
