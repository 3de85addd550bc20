"""Carrying out one errand: the order is read first, and nothing is sent that it already has."""

from dataclasses import dataclass
from typing import Final, assert_never

from packdesk.domain.errands import (
    Cancel,
    Errand,
    ErrandDone,
    ErrandUndone,
    FindOutErrand,
    GiveExternalId,
    MoveOn,
    OtherTracksFound,
    SetTrack,
)
from packdesk.domain.ids import OrderRef
from packdesk.domain.order import Order, OrderStatus, OrderSubstatus
from packdesk.station.carry_out import Outcome, give_external_id
from packdesk.station.ports import Market, StatusChange

_WAY: Final = (OrderStatus.DELIVERY, OrderStatus.PICKUP, OrderStatus.DELIVERED)
_SUBSTATUS: Final = {
    OrderStatus.DELIVERY: OrderSubstatus.DELIVERY_SERVICE_RECEIVED,
    OrderStatus.PICKUP: OrderSubstatus("PICKUP_SERVICE_RECEIVED"),
    OrderStatus.DELIVERED: OrderSubstatus("DELIVERY_SERVICE_DELIVERED"),
}
"""The moves of the DBS chart, each with its only substatus."""


@dataclass(frozen=True, slots=True)
class ErrandWork:
    """One errand of one order, ready to be carried out; its start is in the journal."""

    known: Order
    to_do: Errand | FindOutErrand

    @property
    def ref(self) -> OrderRef:
        """The name under which calls are made."""
        return self.known.ref

    @property
    def errand(self) -> Errand:
        """What it is about, to be done or to be found out."""
        return self.to_do.errand if isinstance(self.to_do, FindOutErrand) else self.to_do

    @property
    def finds_out(self) -> bool:
        """Whether it only looks what became of the errand."""
        return isinstance(self.to_do, FindOutErrand)


def run_errand(work: ErrandWork, market: Market) -> Outcome:
    """Do it unless it is done, or find out whether it is.

    Raises:
        PackdeskError: it was not done, or it is not known whether it was.
    """
    errand, fresh = work.errand, market.order(work.ref)
    if has_effect(errand, fresh):
        return Outcome((ErrandDone(errand),))
    if work.finds_out:
        return Outcome((ErrandUndone(errand),))
    match errand:
        case SetTrack(track, beside):
            if set(fresh.delivery.tracks) - set(beside):
                return Outcome((OtherTracksFound(errand, fresh.delivery.tracks),), fresh)
            market.set_track(work.ref, track)
        case GiveExternalId(external_id):
            give_external_id(market, work.ref, external_id)
        case Cancel(reason):
            change = StatusChange(OrderStatus.CANCELLED, OrderSubstatus(reason.value))
            market.change_status(work.ref, change)
        case MoveOn(status, real_date):
            change = StatusChange(status, _SUBSTATUS.get(status), real_date)
            market.change_status(work.ref, change)
        case _:
            assert_never(errand)
    return Outcome((ErrandDone(errand),))


def has_effect(errand: Errand, order: Order) -> bool:
    """Whether the order is already as the errand wants it."""
    match errand:
        case SetTrack(track):
            return track in order.delivery.tracks
        case GiveExternalId(external_id):
            return order.external_id == external_id
        case Cancel():
            return order.status is OrderStatus.CANCELLED
        case MoveOn(status):
            passed = _WAY[_WAY.index(status) :] if status in _WAY else (status,)
            return order.status in passed
        case _:
            assert_never(errand)
