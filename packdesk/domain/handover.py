"""Handing DBS orders over: who may take a track number, and the chart of their statuses.

Source: concepts/dbs-order-status-model, setOrderDeliveryTrackCode, updateOrderStatus.
"""

from dataclasses import replace
from datetime import date, datetime

from packdesk.domain.access import cancel_reasons
from packdesk.domain.errands import Cancel, CancelReason, Errands, MoveOn, SetTrack
from packdesk.domain.external_ids import fault_of
from packdesk.domain.handover_refusals import (
    BadDate,
    BadMove,
    BadReason,
    HandoverRefusal,
    NotDbs,
    NumberBad,
    NumberThere,
    NumberTooLate,
    WrongStatus,
)
from packdesk.domain.order import Order, OrderStatus, OrderSubstatus, ProgramType, Track
from packdesk.domain.tracks import track_key

TRACK_STATUSES = (OrderStatus.PROCESSING, OrderStatus.DELIVERY, OrderStatus.PICKUP)

_WAY = (OrderStatus.PROCESSING, OrderStatus.DELIVERY, OrderStatus.PICKUP, OrderStatus.DELIVERED)
_MOVES = {
    OrderStatus.PROCESSING: (OrderStatus.DELIVERY,),
    OrderStatus.DELIVERY: (OrderStatus.PICKUP, OrderStatus.DELIVERED),
    OrderStatus.PICKUP: (OrderStatus.DELIVERED,),
}
_DATED = frozenset({OrderStatus.PICKUP, OrderStatus.DELIVERED})


def moves_from(status: OrderStatus) -> tuple[OrderStatus, ...]:
    """The statuses that a shop may set a DBS order to; empty where none is left."""
    return _MOVES.get(status, ())


def takes_real_date(status: OrderStatus) -> bool:
    """Whether the real day belongs to the move, where that was an earlier day."""
    return status in _DATED


def may_take_track(order: Order) -> HandoverRefusal | None:
    """Why the Market would not take a track number for this order; None where it would."""
    if order.program is not ProgramType.DBS:
        return NotDbs(order.id, order.program)
    if order.status not in TRACK_STATUSES:
        return WrongStatus(order.id, order.status, order.substatus)
    return None


def may_move(order: Order, move: MoveOn, today: date) -> HandoverRefusal | None:
    """Why this order cannot go on to this status; None where it can.

    ``today`` is the shop's day. A real date is allowed for PICKUP and DELIVERED alone, not after
    today and not before the order was made.
    """
    if order.program is not ProgramType.DBS:
        return NotDbs(order.id, order.program)
    if move.status not in moves_from(order.status):
        return BadMove(order.id, order.status, move.status)
    day = move.real_date
    if day is not None and (
        not takes_real_date(move.status) or day > today or _is_before(day, order.created_at)
    ):
        return BadDate(order.id, day)
    return None


def _is_before(day: date, made: datetime | None) -> bool:
    return made is not None and day < made.date()


def may_cancel(order: Order, reason: CancelReason) -> HandoverRefusal | None:
    """Why the shop cannot cancel this DBS order for this reason; None where it can."""
    if order.program is not ProgramType.DBS:
        return NotDbs(order.id, order.program)
    if reason not in cancel_reasons(order):
        return BadReason(order.id, reason, order.status)
    return None


def has_track(order: Order, code: str) -> bool:
    """Whether the Market already has this number for the order, however it was written."""
    return any(track_key(track.code) == track_key(code) for track in order.delivery.tracks)


def other_tracks(order: Order, code: str) -> tuple[Track, ...]:
    """The numbers that the order has beside this one."""
    wanted = track_key(code)
    return tuple(track for track in order.delivery.tracks if track_key(track.code) != wanted)


def expected(order: Order, errands: Errands) -> Order:
    """The order as it will be when all that was asked has been done."""
    status = order.status
    tracks = list(order.delivery.tracks)
    for errand in (*errands.done, *errands.waiting):
        match errand:
            case MoveOn(wanted) if status in _WAY and wanted in _WAY:
                status = max(status, wanted, key=_WAY.index)
            case Cancel():
                status = OrderStatus.CANCELLED
            case SetTrack(track) if all(
                track_key(one.code) != track_key(track.code) for one in tracks
            ):
                tracks.append(track)
            case _:
                pass
    return replace(order, status=status, delivery=replace(order.delivery, tracks=tuple(tracks)))


def may_take_number(order: Order, text: str) -> HandoverRefusal | None:
    """Why the order cannot get this number of the shop; None where it can."""
    if order.external_id:
        return NumberThere(order.id, order.external_id)
    if order.status is not OrderStatus.PROCESSING or order.substatus is not OrderSubstatus.STARTED:
        return NumberTooLate(order.id)
    fault = fault_of(text)
    return None if fault is None else NumberBad(order.id, fault)
