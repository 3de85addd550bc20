"""The wire: one call out, one answer back. The only module that knows httpx.

What can go wrong on the way, told apart by one question: may the call have taken effect? Before
it left, no (``MarketUnreachable``); afterwards, perhaps (``MarketOutcomeUnknown``), unless it only
reads. Pictures of goods come over a wire of their own, which has no key and waits at no gate.
"""

import contextlib
import logging
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import cache
from http import HTTPStatus

import httpx
from typing_extensions import override

from packdesk.market.address import checked_address, checked_link, is_loopback
from packdesk.market.calls import Answer, Call, Effect
from packdesk.market.limits import IN_FLIGHT, Gate, Quotas
from packdesk.station.errors import (
    MarketAnswerUnreadable,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketUnreachable,
)
from packdesk.station.pictures import PictureFault, PictureUnavailable

# The Market answers within 10 s and logs a client that leaves earlier as 499.
TIMEOUT = httpx.Timeout(connect=5.0, read=15.0, write=15.0, pool=5.0)
WHOLE_ANSWER_S = 60.0
LARGEST_ANSWER = 64 * 1024 * 1024
PICTURE_WAIT_S = 5.0
WHOLE_PICTURE_S = 20.0

_LOG = logging.getLogger("packdesk.market")
_NOT_LEFT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
)
# What a proxy address that nobody can use makes of the client (bad text, SOCKS without its parts).
_NO_CLIENT = (ValueError, ImportError, httpx.InvalidURL, ssl.SSLError, OSError)


class _AnswerTooLarge(Exception):
    """More than any answer of the Market."""


class _Closed(ValueError):
    """Something is to be sent after the end."""


class _Way(Enum):
    """Where a request goes; each way has a client of its own. Only the first has the key."""

    MARKET = "the Market"
    FILE_HERE = "a file on this machine"
    FILE_AWAY = "a file on another"


class Transport:
    """Sends calls with the key. Any thread; the client is made in the first that sends.

    Args:
        address: ``https://host``, or ``http://`` on this machine.
        api_key: the Api-Key; it is in no text that this object gives of itself.
        now: the aware time, for quotas.
        gate: shared by all transports of the program, where there are several.
        wire: stands in for the network.
    """

    def __init__(
        self,
        address: str,
        api_key: str,
        now: Callable[[], datetime],
        gate: Gate | None = None,
        wire: httpx.BaseTransport | None = None,
    ) -> None:
        self._address = checked_address(address)
        self._api_key = api_key.strip()
        self._gate = gate or Gate()
        self._quotas = Quotas(now)
        self._wire = wire
        self._clients: dict[_Way, httpx.Client] = {}
        self._closed = False
        self._lock = threading.Lock()
        self.now = now

    @override
    def __repr__(self) -> str:
        return f"Transport({self._address!r})"

    def send(self, call: Call) -> Answer:
        """Send one call and take its whole answer, whatever its status. Blocks.

        Raises:
            MarketUnreachable: it did not leave, or it only reads and was not answered.
            MarketOutcomeUnknown: it left, changes something, and was not answered.
            MarketBusy: its quota is used up; it was not sent.
            MarketKeyRejected: such a key cannot even be written into a request.
            MarketAnswerUnreadable: the answer is endless or damaged.
        """
        name, order = call.operation.name, call.order
        if not (self._api_key.isascii() and self._api_key.isprintable() and self._api_key):
            raise MarketKeyRejected(name, order, status=HTTPStatus.UNAUTHORIZED)
        with self._gate.passing(call.operation.need):
            retry_at = self._quotas.closed_until(call.quota)
            if retry_at is not None:
                raise MarketBusy(name, order, retry_at=retry_at)
            answer = self._told(call, _Way.MARKET, self._address + call.path)
            self._quotas.learn(call.quota, answer.headers, answer.received_at)
            return answer

    def fetch(self, call: Call, link: str) -> Answer:
        """Get a file from the link that the Market gave, without the key. Blocks.

        It does not follow where the link may point on to. The link is in no log: it opens the
        file to anybody.

        Raises:
            AddressRefused: the link is neither https nor on this machine.
            MarketUnreachable: there was no whole answer.
            MarketAnswerUnreadable: the answer is endless or damaged.
        """
        address = checked_link(link)
        way = _Way.FILE_HERE if is_loopback(address) else _Way.FILE_AWAY
        with self._gate.passing(call.operation.need):
            return self._told(call, way, address)

    def close(self) -> None:
        """Let the connections go; nothing is sent afterwards."""
        with self._lock:
            self._closed = True
            clients, self._clients = tuple(self._clients.values()), {}
        for client in clients:
            client.close()

    def _told(self, call: Call, way: _Way, address: str) -> Answer:
        """One line in the log for each request, without key, query, body and codes."""
        started = time.monotonic()
        outcome = "failed"
        try:
            answer = self._exchange(call, way, address)
            outcome = str(answer.status)
        except MarketError as error:
            outcome = type(error).__name__
            raise
        finally:
            spent = round((time.monotonic() - started) * 1000)
            _LOG.info("%s %s %s %d ms", call.operation.method, call.path, outcome, spent)
        return answer

    def _exchange(self, call: Call, way: _Way, address: str) -> Answer:
        name, order = call.operation.name, call.order
        try:
            client = self._open_client(way)
            request = client.build_request(
                call.operation.method,
                address,
                params=call.query or None,
                content=call.body,
                headers={"Content-Type": "application/json"} if call.body is not None else None,
            )
        except _NO_CLIENT as error:
            raise MarketUnreachable(name, order) from error
        try:
            return self._whole_answer(client, request)
        except _NOT_LEFT as error:
            raise MarketUnreachable(name, order) from error
        except (httpx.DecodingError, _AnswerTooLarge) as error:
            raise MarketAnswerUnreadable(name, order, body=str(error)) from error
        except RuntimeError as error:
            # httpx says so of a client that another thread has closed meanwhile.
            if not self._closed:
                raise
            raise MarketUnreachable(name, order) from error
        except httpx.TransportError as error:
            if call.operation.effect is Effect.NONE:
                raise MarketUnreachable(name, order) from error
            raise MarketOutcomeUnknown(name, order) from error

    def _whole_answer(self, client: httpx.Client, request: httpx.Request) -> Answer:
        deadline = time.monotonic() + WHOLE_ANSWER_S
        with contextlib.closing(client.send(request, stream=True)) as response:
            content = bytearray()
            for piece in response.iter_bytes():
                content += piece
                if len(content) > LARGEST_ANSWER:
                    raise _AnswerTooLarge(f"more than {LARGEST_ANSWER} bytes")
                if time.monotonic() > deadline:
                    raise httpx.ReadTimeout("the answer does not end", request=request)
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Answer(response.status_code, headers, self.now(), bytes(content))

    def _open_client(self, way: _Way) -> httpx.Client:
        with self._lock:
            if self._closed:
                raise _Closed
            if way not in self._clients:
                self._clients[way] = self._new_client(way)
            return self._clients[way]

    def _new_client(self, way: _Way) -> httpx.Client:
        at_home = way is _Way.FILE_HERE
        unsafe = False
        if way is _Way.MARKET:
            at_home = is_loopback(self._address)
            unsafe = self._address.startswith("http:")
        return httpx.Client(
            headers={
                **({"Api-Key": self._api_key} if way is _Way.MARKET else {}),
                "Accept": "application/json, application/pdf",
                "User-Agent": "PackDesk",
                "Connection": "close",
            },
            timeout=TIMEOUT,
            # The Market keeps no connection alive; a stale one would cost a call its outcome.
            limits=httpx.Limits(max_connections=IN_FLIGHT, max_keepalive_connections=0),
            follow_redirects=False,
            # A proxy is for the way out; it must not see what goes to this machine.
            trust_env=not at_home,
            verify=False if unsafe else _trusted(),
            transport=self._wire,
        )


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """What stands at an address. ``content`` is empty unless the status is 200."""

    status: int
    location: str
    content: bytes = field(repr=False)


class PictureWire:
    """Gets pictures from wherever they lie, without the key. One lane; `close` from any thread.

    Args:
        wait_s: For how long a host may be silent.
        wire: stands in for the network.
    """

    def __init__(
        self, wait_s: float = PICTURE_WAIT_S, wire: httpx.BaseTransport | None = None
    ) -> None:
        self._wait_s = wait_s
        self._wire = wire
        self._clients: dict[bool, httpx.Client] = {}
        self._closed = False
        self._lock = threading.Lock()

    def get(self, address: str, largest: int) -> FoundPicture:
        """Ask one address, without following where it points to. Blocks.

        Raises:
            PictureUnavailable: no answer, or one of more than ``largest`` bytes.
        """
        try:
            client = self._client(at_home=is_loopback(address))
            request = client.build_request("GET", address)
        except _NO_CLIENT as error:
            raise PictureUnavailable(address, PictureFault.UNREACHABLE) from error
        return self._exchange(client, request, largest)

    def _exchange(self, client: httpx.Client, request: httpx.Request, largest: int) -> FoundPicture:
        address = str(request.url)
        try:
            return _found(client, request, largest)
        except httpx.DecodingError as error:
            raise PictureUnavailable(address, PictureFault.NO_PICTURE) from error
        except httpx.TransportError as error:
            raise PictureUnavailable(address, PictureFault.UNREACHABLE) from error
        except RuntimeError as error:
            # httpx says so of a client that another thread has closed meanwhile.
            if not self._closed:
                raise
            raise PictureUnavailable(address, PictureFault.UNREACHABLE) from error

    def close(self) -> None:
        """Let the connections go; nothing is asked afterwards."""
        with self._lock:
            self._closed = True
            clients, self._clients = tuple(self._clients.values()), {}
        for client in clients:
            client.close()

    def _client(self, *, at_home: bool) -> httpx.Client:
        with self._lock:
            if self._closed:
                raise _Closed
            if at_home not in self._clients:
                self._clients[at_home] = self._new_client(at_home=at_home)
            return self._clients[at_home]

    def _new_client(self, *, at_home: bool) -> httpx.Client:
        return httpx.Client(
            headers={
                "Accept": "image/webp, image/png, image/jpeg, image/gif",
                "User-Agent": "PackDesk",
            },
            timeout=self._wait_s,
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
            follow_redirects=False,
            trust_env=not at_home,
            verify=_trusted(),
            transport=self._wire,
        )


def _found(client: httpx.Client, request: httpx.Request, largest: int) -> FoundPicture:
    deadline = time.monotonic() + WHOLE_PICTURE_S
    with contextlib.closing(client.send(request, stream=True)) as response:
        content = bytearray()
        if response.status_code == HTTPStatus.OK:
            for piece in response.iter_bytes():
                content += piece
                if len(content) > largest:
                    raise PictureUnavailable(str(request.url), PictureFault.TOO_LARGE)
                if time.monotonic() > deadline:
                    raise httpx.ReadTimeout("the picture does not end", request=request)
        location = response.headers.get("location", "")
        return FoundPicture(response.status_code, location, bytes(content))


@cache
def _trusted() -> ssl.SSLContext:
    context = httpx.create_ssl_context()
    # Desks behind a company's or a country's own authority have it in the system's store.
    with contextlib.suppress(ssl.SSLError):
        context.load_default_certs()
    return context
