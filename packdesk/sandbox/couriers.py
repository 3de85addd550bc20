"""The codes that couriers of Express orders bring: verifyOrderEac."""

from collections.abc import Mapping
from typing import Any

from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.errors import ModelError, WrongStateError
from packdesk.sandbox.order_book import OrderBook
from packdesk.sandbox.transitions import State

ATTEMPTS = 3
# Nothing states what follows an accepted code; the courier has the parcel then.
TAKEN = State("DELIVERY", "COURIER_RECEIVED")
TOO_EARLY = frozenset({"STARTED"})
ENDED = frozenset({"CANCELLED", "DELIVERED"})


class CourierDesk:
    """Compares the code that a courier says. Any thread.

    Args:
        book: The orders.
        codes: The right code by order id; the last four digits of the id for other orders.
    """

    def __init__(self, book: OrderBook, codes: Mapping[int, str]) -> None:
        self._book = book
        self._codes = dict(codes)
        self._failed: dict[int, int] = {}
        self._accepted: set[int] = set()

    def verify(self, campaign_id: int, order_id: int, code: str) -> dict[str, Any]:
        """``EacVerificationResultDTO``: a right code hands the parcel over.

        Raises:
            ModelError: If the order is not Express.
            WrongStateError: If no code is awaited for it.
            NotFoundError: For an unknown order.
        """
        with self._book.lock:
            order = self._book.find(campaign_id, order_id)
            if order.program != "EXPRESS":
                raise ModelError("EXPRESS")
            if order_id in self._accepted:
                return {"verificationResult": "ACCEPTED"}
            state = order.state
            eac = order.document["delivery"].get("transfer", {}).get("eac", {})
            if (
                eac.get("eacType") != "COURIER_TO_MERCHANT"
                or state.status in ENDED
                or state.substatus in TOO_EARLY
            ):
                raise WrongStateError(order_id, state.status, state.substatus)
            failed = self._failed.get(order_id, 0)
            if failed < ATTEMPTS and code == self.code(order_id):
                self._accepted.add(order_id)
                self._book.move(order, TAKEN)
                self._book.effects.note(EffectKind.COURIER_CODE, order_id)
                return {"verificationResult": "ACCEPTED"}
            self._failed[order_id] = min(failed + 1, ATTEMPTS)
            left = ATTEMPTS - self._failed[order_id]
            return {
                "verificationResult": "REJECTED" if left else "NEED_UPDATE",
                "attemptsLeft": left,
            }

    def code(self, order_id: int) -> str:
        """The right code of an order."""
        return self._codes.get(order_id, str(order_id)[-4:].zfill(4))

    def renew(self, order_id: int, code: str) -> None:
        """Give the courier another code; all attempts are open again."""
        with self._book.lock:
            self._codes[order_id] = code
            self._failed.pop(order_id, None)
