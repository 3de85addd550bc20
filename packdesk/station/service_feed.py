"""Keeps the list of delivery services near to what the Market has: asked for once a day at most."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from packdesk.station.errors import MarketError
from packdesk.station.ports import Clock, DeliveryService, Err, Lane, Market, Ok, Result

PERIOD = timedelta(days=1)
AFTER_TROUBLE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class KnownServices:
    """Delivery services, and when (aware) the Market told them."""

    services: tuple[DeliveryService, ...]
    asked_at: datetime


class ServiceStore(Protocol):
    """Keeps the list of services between two runs. Feed lane; nothing raises."""

    def load(self) -> KnownServices | None:
        """The kept list; None where there is none that can be read."""

    def keep(self, known: KnownServices) -> None:
        """Put a list in the place of the older one."""


class MemoryServices:
    """A store that forgets with the program."""

    def __init__(self) -> None:
        self._known: KnownServices | None = None

    def load(self) -> KnownServices | None:
        """What was kept since the start."""
        return self._known

    def keep(self, known: KnownServices) -> None:
        """Put a list in the place of the older one."""
        self._known = known


class ServiceFeed:
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
        self._market = market
        self._store = store
        self._lane = feed_lane
        self._clock = clock
        self._on_known = on_known
        self._on_trouble = on_trouble
        self._on_bug = on_bug
        self._is_known = False
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

    def _fresh(self) -> KnownServices:
        """Feed lane."""
        now = self._clock.now()
        known = self._store.load()
        # What comes from the future was kept by a clock that was wrong.
        if known is None or not timedelta() <= now - known.asked_at < PERIOD:
            known = KnownServices(self._market().delivery_services(), now)
            self._store.keep(known)
        return known

    def _shown(self, result: Result[KnownServices | None]) -> None:
        match result:
            case Ok(known):
                if known is not None and not self._stopped:
                    self._tell(known)
            case Err(bug):
                self._on_bug(bug)

    def _tell(self, known: KnownServices) -> None:
        self._is_known = True
        self._on_known(known.services)

    def _fetched(self, result: Result[KnownServices]) -> None:
        self._busy = False
        if self._stopped:
            return
        match result:
            case Ok(known):
                self._tell(known)
                self._again(known.asked_at + PERIOD)
            case Err(MarketError() as error):
                if not self._is_known:
                    self._on_trouble(error)
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
