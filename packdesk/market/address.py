"""Where the Market is: https anywhere, plain http on this machine only."""

import ipaddress
from urllib.parse import SplitResult, urlsplit

from packdesk.station.errors import PackdeskError

MARKET_ADDRESS = "https://api.partner.market.yandex.ru"


class AddressRefused(PackdeskError, ValueError):
    """The key must not be sent there: not https, not this machine, or not an address at all."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def is_loopback(address: str) -> bool:
    """Whether this address stays on this machine, going by its text."""
    host = urlsplit(address).hostname or ""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def checked_address(address: str) -> str:
    """The address without a slash at its end.

    Raises:
        AddressRefused: plain http to another machine, or no address with a host.
    """
    parts = _allowed(address)
    if parts.query or parts.fragment:
        raise AddressRefused(address)
    return parts.geturl().rstrip("/")


def checked_link(link: str) -> str:
    """The link to a file, as it may be followed; the error names no more than its host.

    Raises:
        AddressRefused: plain http to another machine, or no address with a host.
    """
    try:
        return _allowed(link).geturl()
    except AddressRefused:
        raise AddressRefused(_host_of(link)) from None


def _allowed(address: str) -> SplitResult:
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna")
        sound = parts.port != 0
    except ValueError as error:
        raise AddressRefused(address) from error
    named = parts.username or parts.password
    allowed = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.geturl()))
    if not host or not sound or named or not allowed or any(c.isspace() for c in parts.netloc):
        raise AddressRefused(address)
    return parts


def _host_of(link: str) -> str:
    # What follows the host lets anybody fetch the file.
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.hostname or ''}"
