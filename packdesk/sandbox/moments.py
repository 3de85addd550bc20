"""Dates as the API writes them, and the Market's zone."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any, TypeAlias

MOSCOW = timezone(timedelta(hours=3))
Clock: TypeAlias = Callable[[], datetime]

ISO_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}.*)?")


def system_clock() -> datetime:
    """The real time, in the Market's zone."""
    return datetime.now(MOSCOW)  # noqa: TID251 - this is the clock that others take


def clock_on(day: date) -> Clock:
    """A clock with the real time of day that began on ``day``."""
    ahead = timedelta(days=(day - system_clock().date()).days)
    return lambda: system_clock() + ahead


def iso(moment: datetime) -> str:
    """The ISO 8601 form of getBusinessOrders, Moscow offset, whole seconds."""
    return moment.astimezone(MOSCOW).isoformat(timespec="seconds")


def old_moment(text: str) -> str:
    """An ISO moment as getOrder writes it: ``DD-MM-YYYY HH:MM:SS``, Moscow time."""
    return f"{datetime.fromisoformat(text).astimezone(MOSCOW):%d-%m-%Y %H:%M:%S}"


def old_date(text: str) -> str:
    """An ISO date as getOrder writes it: ``DD-MM-YYYY``."""
    return f"{date.fromisoformat(text):%d-%m-%Y}"


def moved(value: Any, days: int) -> Any:
    """A JSON value in which every ISO date or moment is moved by whole days.

    Args:
        value: Any JSON value; it is not changed.
        days: May be negative. The time of day and the offset stay.
    """
    match value:
        case dict():
            return {key: moved(inner, days) for key, inner in value.items()}
        case list():
            return [moved(inner, days) for inner in value]
        case str() if ISO_MOMENT.fullmatch(value):
            try:
                day = date.fromisoformat(value[:10]) + timedelta(days=days)
            except (ValueError, OverflowError):
                return value
            return day.isoformat() + value[10:]
        case _:
            return value
