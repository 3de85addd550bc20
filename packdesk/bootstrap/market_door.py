"""The ways to the network, built in the lane that first needs them: httpx is no part of the start."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock

from packdesk.station.pictures import Pictures
from packdesk.station.ports import Market


class MarketDoor:
    """Opens once for a key; another key opens it anew. Any thread.

    Answers that cannot be read are kept for a report in the folder ``answers``.
    """

    def __init__(
        self, address: str, api_key: str, now: Callable[[], datetime], answers: Path
    ) -> None:
        self._answers = answers
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
                from packdesk.market.kept_answers import KeptAnswers  # noqa: PLC0415
                from packdesk.market.transport import Transport  # noqa: PLC0415

                transport = Transport(self._address, self._api_key, self._now)
                keep = KeptAnswers(self._answers, self._now).keep
                self._open = (MarketClient(transport, keep=keep), transport.close)
            return self._open[0]

    @contextmanager
    def trying(self, api_key: str) -> Iterator[Market]:
        """The Market for a key that is only to be checked."""
        from packdesk.market.client import MarketClient  # noqa: PLC0415
        from packdesk.market.transport import Transport  # noqa: PLC0415

        transport = Transport(self._address, api_key, self._now)
        try:
            yield MarketClient(transport, read_attempts=1)
        finally:
            transport.close()

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


class PictureDoor:
    """Opens once, for pictures of goods, which come from other hosts and without a key."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._open: tuple[Pictures, Callable[[], None]] | None = None

    def __call__(self) -> Pictures:
        """The network's side of the pictures."""
        with self._lock:
            if self._open is None:
                from packdesk.market.pictures import WebPictures  # noqa: PLC0415
                from packdesk.market.transport import PictureWire  # noqa: PLC0415

                wire = PictureWire()
                self._open = (WebPictures(wire), wire.close)
            return self._open[0]

    def close(self) -> None:
        """Let the connections go."""
        with self._lock:
            opened, self._open = self._open, None
        if opened is not None:
            opened[1]()
