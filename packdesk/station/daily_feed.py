"""Lists of the Market that change rarely: kept between two runs, asked for once a day at most."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from packdesk.station.errors import MarketError
from packdesk.station.ports import Clock, Err, Lane, Ok, Result

PERIOD = timedelta(days=1)


class Dated(Protocol):
    """A list, with the aware time at which the Market told it."""

    @property
    def asked_at(self) -> datetime:
        """When it was told."""


K = TypeVar("K", bound=Dated)


class ListStore(Protocol[K]):
    """Keeps a list between two runs. Feed lane; nothing raises."""

    def load(self) -> K | None:
        """The kept list; None where there is none that can be read."""

    def keep(self, known: K) -> None:
        """Put a list in the place of the older one."""


class MemoryList(Generic[K]):
    """A store that forgets with the program."""

    def __init__(self) -> None:
        self._known: K | None = None

    def load(self) -> K | None:
        """What was kept since the start."""
        return self._known

    def keep(self, known: K) -> None:
        """Put a list in the place of the older one."""
        self._known = known


class DailyFeed(Generic[K]):
    """Asks for one list. GUI thread.

    Args:
        ask: Asks the Market; the time is that of the asking. Feed lane.
        on_known: Told the list, in the GUI thread, whenever it was read or asked anew.
        on_trouble: Told why it could not be asked for.
        after_trouble: So long it is left alone then.
    """

    def __init__(
        self,
        ask: Callable[[datetime], K],
        store: ListStore[K],
        feed_lane: Lane,
        clock: Clock,
        on_known: Callable[[K], None],
        on_trouble: Callable[[MarketError], None],
        on_bug: Callable[[Exception], None],
        *,
        after_trouble: timedelta,
    ) -> None:
        self._ask = ask
        self._store = store
        self._lane = feed_lane
        self._clock = clock
        self._on_known = on_known
        self._on_trouble = on_trouble
        self._on_bug = on_bug
        self._after_trouble = after_trouble
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

    def _fresh(self) -> K:
        """Feed lane."""
        now = self._clock.now()
        known = self._store.load()
        # What comes from the future was kept by a clock that was wrong.
        if known is None or not timedelta() <= now - known.asked_at < PERIOD:
            known = self._ask(now)
            self._store.keep(known)
        return known

    def _shown(self, result: Result[K | None]) -> None:
        match result:
            case Ok(known):
                if known is not None and not self._stopped:
                    self._on_known(known)
            case Err(bug):
                self._on_bug(bug)

    def _fetched(self, result: Result[K]) -> None:
        self._busy = False
        if self._stopped:
            return
        match result:
            case Ok(known):
                self._on_known(known)
                self._again(known.asked_at + PERIOD)
            case Err(MarketError() as error):
                self._on_trouble(error)
                self._again(self._clock.now() + self._after_trouble)
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
