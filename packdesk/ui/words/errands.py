"""Single requests about an order: what they are, and what became of them."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.errands import (
    Cancel,
    Errand,
    ErrandAsked,
    ErrandDone,
    ErrandDropped,
    ErrandEvent,
    ErrandRefused,
    ErrandRetryAsked,
    ErrandStarted,
    ErrandUndone,
    GiveExternalId,
    MoveOn,
    OtherTracksFound,
    SetTrack,
    Stop,
)
from packdesk.domain.market_refusals import reason_of
from packdesk.domain.order import OrderStatus
from packdesk.ui.words.market_refusals import market_reason_text


def errand_name(errand: Errand) -> str:
    """What is asked of the Market, in a few words."""
    match errand:
        case SetTrack(track):
            return QCoreApplication.translate("Errands", "Track number {code}").format(
                code=track.code
            )
        case GiveExternalId(external_id):
            return QCoreApplication.translate("Errands", "External number {number}").format(
                number=external_id
            )
        case Cancel():
            return QCoreApplication.translate("Errands", "Cancel the order")
        case MoveOn(OrderStatus.DELIVERY):
            return QCoreApplication.translate("Errands", "Handed over for delivery")
        case MoveOn(OrderStatus.PICKUP):
            return QCoreApplication.translate("Errands", "Waiting at the pick-up point")
        case MoveOn(OrderStatus.DELIVERED):
            return QCoreApplication.translate("Errands", "Delivered to the buyer")
        case MoveOn(status):
            return QCoreApplication.translate("Errands", "Status {status}").format(
                status=status.value
            )
        case _:
            assert_never(errand)


def errand_event_text(event: ErrandEvent) -> str:
    """A few words for everything that can happen to an errand."""
    match event:
        case ErrandAsked(errand):
            return QCoreApplication.translate("Errands", "{errand}: to be sent").format(
                errand=errand_name(errand)
            )
        case ErrandStarted(errand):
            return QCoreApplication.translate("Errands", "{errand}: being sent").format(
                errand=errand_name(errand)
            )
        case ErrandDone(errand):
            return QCoreApplication.translate("Errands", "{errand}: the Market has it").format(
                errand=errand_name(errand)
            )
        case ErrandUndone(errand):
            return QCoreApplication.translate("Errands", "{errand}: not sent yet").format(
                errand=errand_name(errand)
            )
        case ErrandRefused() | OtherTracksFound():
            return f"{errand_name(event.errand)}: {stop_text(event)}"
        case ErrandRetryAsked():
            return QCoreApplication.translate("Errands", "Trying again")
        case ErrandDropped():
            return QCoreApplication.translate("Errands", "Given up")
        case _:
            assert_never(event)


def stop_text(stop: Stop) -> str:
    """Why an errand waits for a person."""
    match stop:
        case ErrandRefused(_, status, messages):
            return market_reason_text(reason_of(status, messages), messages)
        case OtherTracksFound(_, tracks):
            return QCoreApplication.translate(
                "Errands", "The Market already has the track number {codes}. Decide which one holds"
            ).format(codes=", ".join(track.code for track in tracks))
        case _:
            assert_never(stop)
