"""Pictures of goods from the web: https anywhere, plain http on this machine only, no key."""

from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin, urlsplit

from packdesk.market.address import is_loopback
from packdesk.market.transport import PictureWire
from packdesk.station.pictures import PictureFault, PictureUnavailable

LARGEST_PICTURE: Final = 5 * 1024 * 1024
MOST_REDIRECTIONS: Final = 3

_STARTS: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM")
_ELSEWHERE: Final = frozenset({301, 302, 303, 307, 308})
_LATER: Final = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS})


class WebPictures:
    """The Pictures port over HTTP. Blocks; one lane.

    Args:
        wire: Carries the requests; it stays open when this goes.
    """

    def __init__(self, wire: PictureWire) -> None:
        self._wire = wire

    def fetch(self, url: str) -> bytes:
        """The bytes of a picture file (JPEG, PNG, WebP, GIF or BMP by its first bytes).

        Raises:
            PictureUnavailable: there is none at this address, or it cannot be had now.
        """
        address = checked_picture_address(url)
        for _ in range(1 + MOST_REDIRECTIONS):
            found = self._wire.get(address, LARGEST_PICTURE)
            if found.status not in _ELSEWHERE:
                return _picture(url, found.status, found.content)
            address = _following(address, found.location)
        raise PictureUnavailable(url, PictureFault.NOT_ALLOWED)


def checked_picture_address(url: str) -> str:
    """The address, ``https:`` put before one that begins with two slashes.

    Raises:
        PictureUnavailable: plain http to another machine, or no address with a host.
    """
    text = f"https:{url}" if url.startswith("//") else url
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna")
        sound = parts.port != 0
    except ValueError as error:
        raise PictureUnavailable(url, PictureFault.NOT_ALLOWED) from error
    allowed = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(text))
    named = parts.username or parts.password
    if not host or not sound or named or not allowed or not text.isprintable() or " " in text:
        raise PictureUnavailable(url, PictureFault.NOT_ALLOWED)
    return text


def _following(address: str, location: str) -> str:
    try:
        following = checked_picture_address(urljoin(address, location))
    except ValueError as error:
        raise PictureUnavailable(location, PictureFault.NOT_ALLOWED) from error
    if is_loopback(following) and not is_loopback(address):
        # No page of the web is to choose what is asked of this machine.
        raise PictureUnavailable(following, PictureFault.NOT_ALLOWED)
    return following


def is_picture(content: bytes) -> bool:
    """Whether the bytes begin as a picture file does."""
    webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    return webp or content.startswith(_STARTS)


def _picture(url: str, status: int, content: bytes) -> bytes:
    if status in _LATER or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise PictureUnavailable(url, PictureFault.UNREACHABLE)
    if status != HTTPStatus.OK:
        raise PictureUnavailable(url, PictureFault.GONE)
    if not is_picture(content):
        raise PictureUnavailable(url, PictureFault.NO_PICTURE)
    return content
