"""The orders, the clock and the lock that all parts of the sandbox's world share."""

from collections.abc import Iterable
from datetime import datetime
from threading import RLock
from typing import Any

from packdesk.sandbox.effects import EffectBook
from packdesk.sandbox.errors import ModelError, NotFoundError
from packdesk.sandbox.moments import Clock, iso
from packdesk.sandbox.stored_order import StoredOrder, stored_order
from packdesk.sandbox.transitions import State


class OrderBook:
    """Orders by id. Who reads or changes one holds ``lock``.

    Args:
        documents: The orders of the day, ``BusinessOrderDTO``. What was made or changed later than
            now by their dates, was so just now.
        clock: The Market's time.

    Attributes:
        lock: May be taken again by the thread that has it.
        clock: The Market's time.
        orders: By order id.
        effects: What shops' requests did.
    """

    def __init__(self, documents: Iterable[dict[str, Any]], clock: Clock) -> None:
        self.lock = RLock()
        self.clock = clock
        now = clock()
        self.orders = {one["orderId"]: stored_order(_not_after(one, now)) for one in documents}
        self.effects = EffectBook()

    def find(self, campaign_id: int, order_id: int) -> StoredOrder:
        """An order of a shop; ``ApiError`` 404 if there is none or it is another's."""
        order = self.orders.get(order_id)
        if order is None:
            raise NotFoundError(f"Failed to find order with id {order_id}")
        if order.document["campaignId"] != campaign_id:
            raise NotFoundError(f"Campaign {campaign_id} has no order id {order_id}")
        return order

    def of_shop(self, campaign_id: int, program: str) -> tuple[StoredOrder, ...]:
        """A shop's orders of one model, by id.

        Raises:
            ModelError: If it has none.
        """
        found = tuple(
            order
            for _, order in sorted(self.orders.items())
            if order.document["campaignId"] == campaign_id and order.program == program
        )
        if not found:
            raise ModelError(program)
        return found

    def move(self, order: StoredOrder, state: State) -> None:
        """Give an order another state."""
        order.document |= {"status": state.status, "substatus": state.substatus}
        order.touch(self.clock())


def _not_after(document: dict[str, Any], now: datetime) -> dict[str, Any]:
    """A day that is moved as a whole has times of day that are still to come."""
    past: dict[str, Any] = {
        field: iso(now)
        for field in ("creationDate", "updateDate")
        if field in document and datetime.fromisoformat(document[field]) > now
    }
    return {**document, **past}
