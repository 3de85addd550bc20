"""Keeps the list of countries near to what the Market serves: asked for once a day at most."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeAlias

from packdesk.station.daily_feed import DailyFeed, MemoryList
from packdesk.station.ports import Clock, CountryStore, KnownCountries, Lane, Market

AFTER_TROUBLE = timedelta(hours=1)
"""The list is a comfort: nobody waits for it, so a failure is not told and not hurried after."""


MemoryCountries: TypeAlias = MemoryList[KnownCountries]


class CountryFeed(DailyFeed[KnownCountries]):
    """Asks for the countries. GUI thread.

    Args:
        on_known: Told the codes, in the GUI thread, whenever they were read or asked anew.
    """

    def __init__(
        self,
        market: Callable[[], Market],
        store: CountryStore,
        feed_lane: Lane,
        clock: Clock,
        on_known: Callable[[frozenset[str]], None],
        on_bug: Callable[[Exception], None],
    ) -> None:
        def ask(now: datetime) -> KnownCountries:
            return KnownCountries(market().countries(), now)

        super().__init__(
            ask,
            store,
            feed_lane,
            clock,
            lambda known: on_known(frozenset(known.codes)),
            lambda _: None,
            on_bug,
            after_trouble=AFTER_TROUBLE,
        )
