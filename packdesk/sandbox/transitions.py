"""Which status a shop may give an order, by model and present state."""

from dataclasses import dataclass
from datetime import date, datetime

from typing_extensions import override

from packdesk.sandbox.errors import BadRequestError
from packdesk.sandbox.moments import MOSCOW

SHOP_STATUSES = frozenset({"PROCESSING", "CANCELLED", "DELIVERY", "PICKUP", "DELIVERED"})

# With these alone a day may be named on which it really happened.
DATED_STATUSES = ("PICKUP", "DELIVERED")


@dataclass(frozen=True, slots=True)
class State:
    """Status and substatus of an order."""

    status: str
    substatus: str

    @override
    def __str__(self) -> str:
        return f"{self.status}/{self.substatus}"


STARTED = State("PROCESSING", "STARTED")
READY = State("PROCESSING", "READY_TO_SHIP")
SHIPPED = State("PROCESSING", "SHIPPED")
ON_THE_WAY = State("DELIVERY", "DELIVERY_SERVICE_RECEIVED")
WAITING_FOR_BUYER = State("PICKUP", "PICKUP_SERVICE_RECEIVED")
DELIVERED = State("DELIVERED", "DELIVERY_SERVICE_DELIVERED")
SHOP_FAILED = State("CANCELLED", "SHOP_FAILED")

MARKET_DELIVERS = {
    STARTED: frozenset({READY, SHOP_FAILED}),
    READY: frozenset({SHOP_FAILED}),
}
DBS_REASONS = {
    "PROCESSING": (
        "SHOP_FAILED",
        "USER_CHANGED_MIND",
        "USER_UNREACHABLE",
        "INCORRECT_PERSONAL_DATA",
    ),
    "DELIVERY": ("SHOP_FAILED", "USER_CHANGED_MIND", "USER_UNREACHABLE"),
    "PICKUP": ("SHOP_FAILED", "USER_CHANGED_MIND", "USER_UNREACHABLE", "PICKUP_EXPIRED"),
}
# The status method lists READY_TO_SHIP for DBS too, the DBS chart does not show it.
SHOP_DELIVERS = {
    STARTED: frozenset({READY, ON_THE_WAY}),
    READY: frozenset({ON_THE_WAY}),
    ON_THE_WAY: frozenset({WAITING_FOR_BUYER, DELIVERED}),
    WAITING_FOR_BUYER: frozenset({DELIVERED}),
}
USUAL_SUBSTATUS = {
    state.status: state.substatus
    for state in (READY, ON_THE_WAY, WAITING_FOR_BUYER, DELIVERED, SHOP_FAILED)
}


def wanted_state(status: str, substatus: str | None) -> State:
    """The state a request asks for; a substatus that is left out is the usual one.

    Raises:
        BadRequestError: If a shop may never send this status.
    """
    if status not in SHOP_STATUSES:
        raise BadRequestError(f"Status not allowed: {status}")
    return State(status, substatus or USUAL_SUBSTATUS[status])


def check_transition(program: str, fake: bool, now: State, wanted: State) -> None:
    """Refuse a move that the model does not know.

    Args:
        program: ``programType`` of the order.
        fake: A test order, which the shop itself may also send off.
        now: Its state.
        wanted: The state asked for.

    Raises:
        BadRequestError: Naming both states.
    """
    if wanted.status == "CANCELLED":
        _check_cancellation(program, now, wanted)
        return
    moves = SHOP_DELIVERS if program == "DBS" else MARKET_DELIVERS
    test_move = fake and (now, wanted) == (READY, SHIPPED)
    if wanted not in moves.get(now, frozenset()) and not test_move:
        raise BadRequestError(f"No transition found: {now} -> {wanted}")


def check_real_date(day: str, wanted: State, created: datetime, now: datetime) -> None:
    """Refuse an impossible ``realDeliveryDate``.

    Args:
        day: The ISO date given.
        wanted: The state asked for.
        created: When the order was made.
        now: The Market's time.

    Raises:
        BadRequestError: If it is no date, lies outside the order's life, or does not belong to
            the state.
    """
    try:
        delivered = date.fromisoformat(day)
    except ValueError as error:
        raise BadRequestError(f"Type mismatch: '{day}' is not a valid date") from error
    if wanted.status not in DATED_STATUSES:
        raise BadRequestError(
            "Real delivery date should be given with "
            f"{' or '.join(DATED_STATUSES)} only, not with {wanted.status}"
        )
    if delivered > now.astimezone(MOSCOW).date():
        raise BadRequestError("Delivery date can't be in the future")
    if delivered < created.astimezone(MOSCOW).date():
        raise BadRequestError(
            "Real delivery date should be from order creation date to current date inclusively"
        )


def _check_cancellation(program: str, now: State, wanted: State) -> None:
    if program == "DBS":
        reasons = DBS_REASONS.get(now.status, ())
    else:
        reasons = ("SHOP_FAILED",) if SHOP_FAILED in MARKET_DELIVERS.get(now, ()) else ()
    if not reasons:
        raise BadRequestError(f"No transition found: {now} -> {wanted}")
    if wanted.substatus not in reasons:
        raise BadRequestError(
            f"Cancellation request substatus {wanted.substatus} is not available for status {now}"
        )
