"""The track numbers of DBS orders on their way, most of which this table has never had at hand."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus, ProgramType
from packdesk.domain.tracks import track_key
from packdesk.station.errors import MarketError
from packdesk.station.ports import Clock, Err, Lane, Market, Ok, OrderQuery, Result

PERIOD = timedelta(hours=1)
"""FBS and DBS orders are to be asked for hourly (the Market's advice)."""
AFTER_TROUBLE = timedelta(minutes=5)
ON_THEIR_WAY = OrderQuery(
    programs=(ProgramType.DBS,), statuses=(OrderStatus.DELIVERY, OrderStatus.PICKUP)
)


class TracksUnderWay:
    """Asks for them when they are wanted and an hour old. GUI thread.

    Only comfort: without a line a number that is used twice is found by the Market, or by nobody.
    ``on_known`` is told the order of each number (``track_key``).
    """

    def __init__(
        self,
        market: Callable[[], Market],
        feed_lane: Lane,
        clock: Clock,
        on_known: Callable[[Mapping[str, OrderId]], None],
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._market = market
        self._lane = feed_lane
        self._clock = clock
        self._on_known = on_known
        self._on_bug = on_bug
        self._not_before: datetime | None = None

    def refresh(self) -> None:
        """Ask the Market, unless it was asked of late."""
        now = self._clock.now()
        if self._not_before is None or now >= self._not_before:
            self._not_before = now + PERIOD
            self._lane.run(self._ask, self._asked)

    def _ask(self) -> dict[str, OrderId]:
        """Feed lane."""
        orders = self._market().orders(ON_THEIR_WAY)
        return {
            track_key(track.code): order.id for order in orders for track in order.delivery.tracks
        }

    def _asked(self, result: Result[dict[str, OrderId]]) -> None:
        match result:
            case Ok(tracks):
                self._on_known(tracks)
            case Err(MarketError()):
                self._not_before = self._clock.now() + AFTER_TROUBLE
            case Err(bug):
                self._on_bug(bug)
