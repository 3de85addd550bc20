"""The way to the Market, built in the lane that first needs it: httpx is no part of the start."""

from collections.abc import Callable
from datetime import datetime
from threading import Lock

from packdesk.station.ports import Market


class MarketDoor:
    """Opens once for a key; another key opens it anew. Any thread."""

    def __init__(self, address: str, api_key: str, now: Callable[[], datetime]) -> None:
        self._address = address
        self._api_key = api_key
        self._now = now
        self._lock = Lock()
        self._open: tuple[Market, Callable[[], None]] | None = None

    def __call__(self) -> Market:
        """The Market; blocks for the imports on first use."""
        with self._lock:
            if self._open is None:
                from packdesk.market.client import MarketClient  # noqa: PLC0415
                from packdesk.market.transport import Transport  # noqa: PLC0415

                transport = Transport(self._address, self._api_key, self._now)
                self._open = (MarketClient(transport), transport.close)
            return self._open[0]

    def use_key(self, api_key: str) -> None:
        """Go on with another key."""
        self.close()
        with self._lock:
            self._api_key = api_key

    def close(self) -> None:
        """Let the connections go."""
        with self._lock:
            opened, self._open = self._open, None
        if opened is not None:
            opened[1]()
