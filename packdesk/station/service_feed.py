"""Keeps the list of delivery services near to what the Market has: asked for once a day at most."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from packdesk.station.daily_feed import DailyFeed, ListStore, MemoryList
from packdesk.station.errors import MarketError
from packdesk.station.ports import Clock, DeliveryService, Lane, Market

AFTER_TROUBLE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class KnownServices:
    """Delivery services, and when (aware) the Market told them."""

    services: tuple[DeliveryService, ...]
    asked_at: datetime


ServiceStore: TypeAlias = ListStore[KnownServices]
MemoryServices: TypeAlias = MemoryList[KnownServices]


class ServiceFeed(DailyFeed[KnownServices]):
    """Asks for the delivery services. GUI thread.

    Args:
        on_known: Told the services, in the GUI thread, whenever they were read or asked anew.
        on_trouble: Told that they cannot be asked for while none are known.
    """

    def __init__(
        self,
        market: Callable[[], Market],
        store: ServiceStore,
        feed_lane: Lane,
        clock: Clock,
        on_known: Callable[[tuple[DeliveryService, ...]], None],
        on_trouble: Callable[[MarketError], None],
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._is_known = False

        def ask(now: datetime) -> KnownServices:
            return KnownServices(market().delivery_services(), now)

        def tell(known: KnownServices) -> None:
            self._is_known = True
            on_known(known.services)

        def tell_trouble(error: MarketError) -> None:
            if not self._is_known:
                on_trouble(error)

        super().__init__(
            ask,
            store,
            feed_lane,
            clock,
            tell,
            tell_trouble,
            on_bug,
            after_trouble=AFTER_TROUBLE,
        )
