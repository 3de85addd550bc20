"""What an answer of the Market about an order is worth beside what is known of it. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from packdesk.domain.access import Access, access
from packdesk.domain.order import Order, OrderSubstatus

ASTRAY: Final = timedelta(hours=1)
"""So far the clocks of the table and of the Market may differ."""


def as_known(known: Order, fresh: Order, now: datetime) -> Order | None:
    """The fresh order with what only other calls tell; None where a newer one is known.

    An answer of the same moment is believed: two changes may share a second. So is any answer
    where the known order has a time that cannot have come yet, which would else be the newest
    for hours.
    """
    when = known.updated_at
    is_astray = when is not None and when > now + ASTRAY
    if when and fresh.updated_at and fresh.updated_at < when and not is_astray:
        return None
    promoted = {item.id: item.promoted for item in known.items}
    items = tuple(
        replace(item, promoted=promoted.get(item.id)) if item.promoted is None else item
        for item in fresh.items
    )
    return replace(fresh, items=items)


def as_set_ready(known: Order) -> Order:
    """The order after the Market has said that it is set ready to ship.

    Of when that was it says nothing, so that whatever is read next is newer.
    """
    if access(known) is not Access.PACK:
        return known
    return replace(known, substatus=OrderSubstatus.READY_TO_SHIP, updated_at=None)
