"""Pictures of goods: got one at a time, kept on the disk, never in the way of a scan."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import partial
from typing import Any, Protocol, TypeVar

from packdesk.station.errors import PackdeskError
from packdesk.station.picture_files import PictureFiles
from packdesk.station.ports import Err, Lane, Ok, Result

T = TypeVar("T")

MOST_WAITING = 100
MOST_FAILURES = 1000
AGAIN_AFTER = timedelta(hours=1)
UNREACHABLE_AGAIN_AFTER = timedelta(minutes=1)


class PictureFault(Enum):
    """Why a picture is not there."""

    UNREACHABLE = "the host does not answer"
    GONE = "nothing is there"
    NOT_ALLOWED = "pictures are not taken from there"
    NO_PICTURE = "it is no picture"
    TOO_LARGE = "it is larger than any picture needs to be"


class PictureUnavailable(PackdeskError):
    """A picture cannot be had. Nobody is told: its place keeps what stands there without it."""

    def __init__(self, url: str, fault: PictureFault) -> None:
        super().__init__(f"{fault.value}: {url}")
        self.url = url
        self.fault = fault


class Pictures(Protocol):
    """Where pictures come from."""

    def fetch(self, url: str) -> bytes:
        """The bytes of a picture file. Blocks.

        Raises:
            PictureUnavailable: there is none at this address, or it cannot be had now.
        """


@dataclass(frozen=True, slots=True)
class _Wish:
    """``read`` makes of the bytes what is wanted, or None where they are no picture."""

    url: str
    read: Callable[[bytes], Any]
    on_done: Callable[[Any], None]


class PictureShelf:
    """Pictures from the disk, else from the network, the newest wish first. GUI thread.

    Args:
        files: The pictures on the disk; only the near lane touches them.
        pictures: Gives the network's side, in the far lane.
        near: Reads files and makes pictures of them, so that what is kept never waits for a line.
        far: Asks the network, one picture at a time.
        now: The aware time, for how long a failure is remembered.
        on_bug: Is told what no wish can be blamed for.
    """

    def __init__(
        self,
        files: PictureFiles,
        pictures: Callable[[], Pictures],
        near: Lane,
        far: Lane,
        now: Callable[[], datetime],
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._files = files
        self._pictures = pictures
        self._near = near
        self._far = far
        self._now = now
        self._on_bug = on_bug
        self._waiting: dict[str, list[_Wish]] = {}
        self._coming: dict[str, list[_Wish]] = {}
        self._failed_until: dict[str, datetime] = {}
        self._is_fetching = False
        self._is_stopped = False

    def wish(
        self, url: str, read: Callable[[bytes], T | None], on_done: Callable[[T | None], None]
    ) -> None:
        """Get a picture, ``read`` it in the near lane, then tell ``on_done`` (GUI thread).

        It is told None where the picture cannot be had, at once if that is already known.
        """
        wish = _Wish(url, read, on_done)
        if self._is_stopped or self._is_hopeless(url):
            on_done(None)
        else:
            self._near.run(partial(self._from_disk, wish), partial(self._looked, wish))

    def stop(self) -> None:
        """Get no more; what waits is dropped, what is under way is not waited for."""
        self._is_stopped = True
        self._waiting.clear()
        self._near.stop(wait=False)
        self._far.stop(wait=False)

    def _is_hopeless(self, url: str) -> bool:
        until = self._failed_until.get(url)
        return until is not None and self._now() < until

    def _from_disk(self, wish: _Wish) -> Any:
        """Near lane."""
        kept = self._files.load(wish.url)
        return None if kept is None else self._made(wish, kept)

    def _made(self, wish: _Wish, content: bytes) -> Any:
        """Near lane. A file of which nothing can be made is no use to keep."""
        made = wish.read(content)
        if made is None:
            self._files.drop(wish.url)
        return made

    def _looked(self, wish: _Wish, result: Result[Any]) -> None:
        if self._is_stopped:
            return
        match result:
            case Ok(None):
                self._queue(wish)
            case Ok(made):
                wish.on_done(made)
            case Err(error):
                self._on_bug(error)
                wish.on_done(None)

    def _queue(self, wish: _Wish) -> None:
        if wish.url in self._coming:
            self._coming[wish.url].append(wish)
            return
        if self._is_hopeless(wish.url):
            wish.on_done(None)
            return
        self._waiting[wish.url] = [*self._waiting.pop(wish.url, ()), wish]
        if len(self._waiting) > MOST_WAITING:
            oldest = next(iter(self._waiting))
            self._tell_none(self._waiting.pop(oldest))
        self._fetch_next()

    def _fetch_next(self) -> None:
        if self._is_fetching or not self._waiting:
            return
        self._is_fetching = True
        url, wishes = self._waiting.popitem()
        self._coming[url] = wishes
        self._far.run(lambda: self._pictures().fetch(url), partial(self._fetched, url))

    def _fetched(self, url: str, result: Result[bytes]) -> None:
        if self._is_stopped:
            return
        self._is_fetching = False
        match result:
            case Ok(content):
                keep = partial(self._files.keep, url, content)
                self._near.run(keep, partial(self._kept, url, content))
            case Err(PictureUnavailable(fault=fault)):
                self._fail(url, fault)
                self._tell_none(self._coming.pop(url))
            case Err(error):
                self._on_bug(error)
                self._fail(url, PictureFault.GONE)
                self._tell_none(self._coming.pop(url))
        self._fetch_next()

    def _kept(self, url: str, content: bytes, result: Result[None]) -> None:
        if self._is_stopped:
            return
        if isinstance(result, Err):
            self._on_bug(result.error)
        for wish in self._coming.pop(url):
            self._near.run(partial(self._made, wish, content), partial(self._read, wish))

    def _read(self, wish: _Wish, result: Result[Any]) -> None:
        if self._is_stopped:
            return
        if isinstance(result, Err):
            self._on_bug(result.error)
        made = result.value if isinstance(result, Ok) else None
        if made is None:
            self._fail(wish.url, PictureFault.NO_PICTURE)
        wish.on_done(made)

    def _fail(self, url: str, fault: PictureFault) -> None:
        self._failed_until.pop(url, None)
        unreachable = fault is PictureFault.UNREACHABLE
        pause = UNREACHABLE_AGAIN_AFTER if unreachable else AGAIN_AFTER
        self._failed_until[url] = self._now() + pause
        if len(self._failed_until) > MOST_FAILURES:
            del self._failed_until[next(iter(self._failed_until))]

    @staticmethod
    def _tell_none(wishes: list[_Wish]) -> None:
        for wish in wishes:
            wish.on_done(None)
