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
        self._busy = False
        self._waits = False

    def show(self) -> None:
        """Tell what is kept; the Market is not asked."""
        self._lane.run(self._store.load, self._shown)

    def refresh(self) -> None:
        """Tell what is kept, and ask the Market where that is older than a day."""
        if not self._busy and not self._stopped:
            self._busy = True
            self._lane.run(self._fresh, self._fetched)

    def stop(self) -> None:
        """Ask no more."""
        self._stopped = True

    def _fresh(self) -> KnownCountries:
        """Feed lane."""
        now = self._clock.now()
        known = self._store.load()
        # What comes from the future was kept by a clock that was wrong.
        if known is None or not timedelta() <= now - known.asked_at < PERIOD:
            known = KnownCountries(self._market().countries(), now)
            self._store.keep(known)
        return known

    def _shown(self, result: Result[KnownCountries | None]) -> None:
        match result:
            case Ok(known):
                if known is not None and not self._stopped:
                    self._on_known(frozenset(known.codes))
            case Err(bug):
                self._on_bug(bug)

    def _fetched(self, result: Result[KnownCountries]) -> None:
        self._busy = False
        if self._stopped:
            return
        match result:
            case Ok(known):
                self._on_known(frozenset(known.codes))
                self._again(known.asked_at + PERIOD)
            case Err(MarketError()):
                self._again(self._clock.now() + AFTER_TROUBLE)
            case Err(bug):
                self._on_bug(bug)

    def _again(self, when: datetime) -> None:
        """One alarm is enough, however often the feed is refreshed by hand."""
        if not self._waits:
            self._waits = True
            self._clock.call_at(when, self._wake)

    def _wake(self) -> None:
        self._waits = False
        self.refresh()
