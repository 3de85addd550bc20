"""Whether missing goods came from a promotion: asked once, when it begins to matter. GUI thread."""

from collections.abc import Callable
from functools import partial

from packdesk.domain.ids import OrderId
from packdesk.domain.packing import Packing
from packdesk.domain.units import Short
from packdesk.station.desk import Desk
from packdesk.station.errors import PackdeskError
from packdesk.station.ports import Err, Lane, Market, Ok, Result


class Promotions:
    """Asks the older call about orders that are to lose goods; where it fails, nothing is known."""

    def __init__(
        self,
        desk: Desk,
        market: Callable[[], Market],
        feed_lane: Lane,
        journal_lane: Lane,
        on_known: Callable[[], None],
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._desk = desk
        self._market = market
        self._feed_lane = feed_lane
        self._journal_lane = journal_lane
        self._on_known = on_known
        self._on_bug = on_bug
        self._asked: set[OrderId] = set()

    def ask_if_needed(self, packing: Packing) -> None:
        """Ask about an order with missing units of which it is not known."""
        order = packing.order
        missing = {unit.ref.item for unit in packing.units if isinstance(unit.place, Short)}
        unknown = any(item.id in missing and item.promoted is None for item in order.items)
        if not unknown or order.id in self._asked:
            return
        self._asked.add(order.id)
        self._feed_lane.run(
            lambda: self._market().promoted_items(order.ref), partial(self._told, order.id)
        )

    def _told(self, order_id: OrderId, result: Result[tuple[int, ...]]) -> None:
        match result:
            case Ok(items):
                self._journal_lane.run(
                    partial(self._desk.know_promoted, order_id, items), self._kept
                )
            case Err(PackdeskError()):
                # The next unit that is marked missing asks again.
                self._asked.discard(order_id)
            case Err(bug):
                self._on_bug(bug)

    def _kept(self, result: Result[None]) -> None:
        match result:
            case Err(error) if not isinstance(error, PackdeskError):
                self._on_bug(error)
            case _:
                self._on_known()
