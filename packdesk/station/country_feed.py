"""Keeps the list of countries near to what the Market serves: asked for once a day at most."""

from collections.abc import Callable
from datetime import datetime, timedelta

from packdesk.station.errors import MarketError
from packdesk.station.ports import (
    Clock,
    CountryStore,
    Err,
    KnownCountries,
    Lane,
    Market,
    Ok,
    Result,
)

PERIOD = timedelta(days=1)
AFTER_TROUBLE = timedelta(hours=1)
"""The list is a comfort: nobody waits for it, so a failure is not told and not hurried after."""


class MemoryCountries:
    """A store that forgets with the program."""

    def __init__(self) -> None:
        self._known: KnownCountries | None = None

    def load(self) -> KnownCountries | None:
        """What was kept since the start."""
        return self._known

    def keep(self, known: KnownCountries) -> None:
        """Put a list in the place of the older one."""
        self._known = known


class CountryFeed:
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
        self._market = market
        self._store = store
        self._lane = feed_lane
        self._clock = clock
        self._on_known = on_known
        self._on_bug = on_bug
        self._stopped = False

    def start(self) -> None:
        """Tell what is kept, and ask the Market where that is older than a day."""
        self._lane.run(self._store.load, self._loaded)

    def stop(self) -> None:
        """Ask no more."""
        self._stopped = True

    def _loaded(self, result: Result[KnownCountries | None]) -> None:
        match result:
            case Ok(known):
                if known is None:
                    self._ask()
                else:
                    self._know(known)
            case Err(bug):
                self._on_bug(bug)

    def _know(self, known: KnownCountries) -> None:
        self._on_known(frozenset(known.codes))
        self._next(known.asked_at + PERIOD)

    def _ask(self) -> None:
        if not self._stopped:
            self._lane.run(self._fetch, self._fetched)

    def _fetch(self) -> KnownCountries:
        known = KnownCountries(self._market().countries(), self._clock.now())
        self._store.keep(known)
        return known

    def _fetched(self, result: Result[KnownCountries]) -> None:
        match result:
            case Ok(known):
                self._know(known)
            case Err(MarketError()):
                self._next(self._clock.now() + AFTER_TROUBLE)
            case Err(bug):
                self._on_bug(bug)

    def _next(self, when: datetime) -> None:
        # A clock that was set back must not silence the feed for longer than a day.
        latest = self._clock.now() + PERIOD
        self._clock.call_at(min(when, latest), self._ask)
