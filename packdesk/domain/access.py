"""Whether an order may be packed, only looked at, or must be refused, and why (state gate)."""

from enum import Enum

from packdesk.domain.errands import CancelReason
from packdesk.domain.order import Order, OrderStatus, OrderSubstatus, ProgramType

PACKED_HERE = (ProgramType.FBS, ProgramType.DBS, ProgramType.EXPRESS)

_OFTEN = (
    CancelReason.SHOP_FAILED,
    CancelReason.USER_CHANGED_MIND,
    CancelReason.USER_UNREACHABLE,
)
_DBS_REASONS = {
    OrderStatus.PROCESSING: (*_OFTEN, CancelReason.INCORRECT_PERSONAL_DATA),
    OrderStatus.DELIVERY: _OFTEN,
    OrderStatus.PICKUP: (*_OFTEN, CancelReason.PICKUP_EXPIRED),
}


class Access(Enum):
    """What the table may do with an order. Source: market-api, state gate per model."""

    PACK = "pack"
    CANCEL_REQUESTED = "the buyer wants to cancel"
    CANCELLED = "cancelled"
    ALREADY_READY = "already ready to ship"
    ON_ITS_WAY = "handed over or delivered"
    OTHER_MODEL = "the Market's warehouse packs it"
    NOT_YET = "not yet in processing"
    UNKNOWN_STATE = "a state that this program does not know"

    @property
    def may_open(self) -> bool:
        """Whether the order may stand on the bench, if only to be read."""
        return self not in {Access.CANCEL_REQUESTED, Access.CANCELLED, Access.OTHER_MODEL}


def access(order: Order) -> Access:
    """The most weighty reason first: a cancelled order is cancelled whatever else it is."""
    if order.status is OrderStatus.CANCELLED:
        return Access.CANCELLED
    if order.status in {OrderStatus.DELIVERY, OrderStatus.PICKUP, OrderStatus.DELIVERED}:
        return Access.ON_ITS_WAY
    if order.is_ready or order.substatus is OrderSubstatus.SHIPPED:
        return Access.ALREADY_READY
    if order.cancel_requested:
        return Access.CANCEL_REQUESTED
    if order.program.is_known and order.program not in PACKED_HERE:
        return Access.OTHER_MODEL
    if order.status in {OrderStatus.PENDING, OrderStatus.UNPAID, OrderStatus.RESERVED}:
        return Access.NOT_YET
    if (
        order.program in PACKED_HERE
        and order.status is OrderStatus.PROCESSING
        and order.substatus is OrderSubstatus.STARTED
    ):
        return Access.PACK
    return Access.UNKNOWN_STATE


def cancel_reasons(order: Order) -> tuple[CancelReason, ...]:
    """With which reasons the shop itself may cancel the order now; none: it cannot.

    Source: the status charts; only DBS knows more than SHOP_FAILED.
    """
    if order.program is ProgramType.DBS:
        return _DBS_REASONS.get(order.status, ())
    if order.program not in PACKED_HERE:
        return ()
    may = order.is_ready or access(order) in {Access.PACK, Access.CANCEL_REQUESTED}
    return (CancelReason.SHOP_FAILED,) if may else ()
