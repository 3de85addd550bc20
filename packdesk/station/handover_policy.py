"""The shop's ways at the hand-over."""

from dataclasses import dataclass

from packdesk.domain.errands import Errand, MoveOn, SetTrack
from packdesk.domain.handover import other_tracks
from packdesk.domain.order import Order, OrderStatus, Track


@dataclass(frozen=True, slots=True)
class HandoverPolicy:
    """``delivery_after_track``: a track number sets the order DELIVERY, too."""

    delivery_after_track: bool = False

    def errands_for(self, order: Order, track: Track) -> tuple[Errand, ...]:
        """The track number, and the status where the shop wants it to follow."""
        errands: tuple[Errand, ...] = (SetTrack(track, other_tracks(order, track.code)),)
        if self.delivery_after_track and order.status is OrderStatus.PROCESSING:
            errands += (MoveOn(OrderStatus.DELIVERY),)
        return errands
