"""A label printer that takes its own language at a TCP port (9100, "raw" or "JetDirect")."""

import socket
from dataclasses import dataclass
from typing import Final, assert_never

from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.printer_language import (
    is_whole_state,
    state_fault,
    state_question,
    tspl_page,
    zpl_page,
)
from packdesk.printing.raster import (
    MM_PER_INCH,
    Dots,
    PageSize,
    cut_out,
    page_dots,
    page_sizes,
    paper_of,
)
from packdesk.settings import LanguageOfPrinter
from packdesk.station.errors import PrinterFault, PrinterUnavailable, PrintOutcomeUnknown
from packdesk.station.ports import LabelPrinter

RAW_PORT: Final = 9100
_LAST_PORT: Final = 65_535
_WIDEST_MM: Final = 170
"""Wider heads than six inches are not made for labels: an A4 sheet goes to another printer."""
_DOTS_PER_MM: Final = {203: 8.0}
"""A head of "203 dpi" has 8 dots a millimetre, which is 203.2."""
_CHUNK: Final = 65_536


@dataclass(frozen=True, slots=True)
class NetworkAddress:
    """Where a printer listens."""

    host: str
    port: int = RAW_PORT

    @override
    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Waits:
    """How long a printer is waited for, in seconds.

    ``state`` is short, since many printers never tell their state; ``taken`` is how long one may
    hold a job up before it counts as lost on the way.
    """

    connect: float = 5.0
    state: float = 0.7
    taken: float = 15.0
    closed: float = 3.0


def network_address(text: str) -> NetworkAddress:
    """The address of ``host``, ``host:port`` or ``[v6]:port``.

    Raises:
        ValueError: it is none of these.
    """
    text = text.strip()
    if text.startswith("["):
        host, found, rest = text[1:].partition("]")
        if not found or rest[:1] not in {"", ":"}:
            raise ValueError(text)
        port = rest[1:]
    else:
        host, _, port = text.partition(":")
    if not host or any(sign.isspace() or sign in "/@" for sign in host):
        raise ValueError(text)
    if not port:
        return NetworkAddress(host)
    if not (port.isascii() and port.isdigit() and 0 < int(port) <= _LAST_PORT):
        raise ValueError(text)
    return NetworkAddress(host, int(port))


class NetworkPrinter(LabelPrinter):
    """One connection a job. Where the printer tells its state, it is asked before and after.

    A job whose first byte went out and whose end was not seen is `PrintOutcomeUnknown`. A printer
    that tells no state and keeps the connection open has taken the job when all was sent.
    """

    def __init__(
        self,
        address: NetworkAddress,
        language: LanguageOfPrinter,
        dpi: int = 203,
        waits: Waits | None = None,
    ) -> None:
        self._address = address
        self._language = language
        self._dots_per_mm = _DOTS_PER_MM.get(dpi, dpi / MM_PER_INCH)
        self._waits = waits or Waits()

    @override
    def print_labels(self, order: OrderId, page: LabelFormat, pdf: bytes) -> None:
        job = self._job(pdf, str(order))
        with self._connected() as line:
            talks = self._is_ready(line)
            self._send(line, job)
            if talks:
                self._check_taken(line)
            else:
                self._wait_for_end(line)

    @property
    def _name(self) -> str:
        return str(self._address)

    def _job(self, pdf: bytes, name: str) -> bytes:
        """All that is sent, made before the printer is asked for anything."""
        sizes = page_sizes(pdf, name)
        if self._language is LanguageOfPrinter.PDF:
            return pdf
        if any(size.width > _WIDEST_MM for size in sizes):
            raise PrinterUnavailable(self._name, fault=PrinterFault.WRONG_PAPER)
        return b"".join(
            self._page(page_dots(pdf, name, number, self._dots_per_mm), size)
            for number, size in enumerate(sizes)
        )

    def _page(self, dots: Dots, size: PageSize) -> bytes:
        paper = paper_of(size)
        if paper is not size:
            per_mm = self._dots_per_mm
            dots = cut_out(dots, round(paper.width * per_mm), round(paper.height * per_mm))
        match self._language:
            case LanguageOfPrinter.ZPL:
                return zpl_page(dots)
            case LanguageOfPrinter.TSPL:
                return tspl_page(dots, self._dots_per_mm)
            case LanguageOfPrinter.PDF:
                raise AssertionError("a PDF goes out as it is")
            case _:
                assert_never(self._language)

    def _connected(self) -> socket.socket:
        try:
            return socket.create_connection(
                (self._address.host, self._address.port), timeout=self._waits.connect
            )
        except (TimeoutError, ConnectionRefusedError) as error:
            raise self._unavailable(error, PrinterFault.NO_ANSWER) from error
        except (OSError, UnicodeError) as error:
            # Names that no network can have make the resolver raise UnicodeError.
            raise self._unavailable(error, PrinterFault.MISSING) from error

    def _is_ready(self, line: socket.socket) -> bool:
        """Whether the printer tells its state; it may tell that it cannot print now."""
        try:
            state = self._ask_state(line, self._waits.state)
        except OSError as error:
            raise self._unavailable(error, PrinterFault.REFUSING) from error
        fault = state_fault(self._language, state)
        if fault is not None:
            raise PrinterUnavailable(self._name, state.hex(), fault)
        return bool(state)

    def _ask_state(self, line: socket.socket, seconds: float) -> bytes:
        """The whole answer; empty where none came in time or the language has no question."""
        question = state_question(self._language)
        if not question:
            return b""
        line.settimeout(seconds)
        answer = b""
        try:
            line.sendall(question)
            while not is_whole_state(self._language, answer):
                more = line.recv(_CHUNK)
                if not more:
                    raise ConnectionResetError("closed by the printer")
                answer += more
        except TimeoutError:
            return b""
        return answer

    def _send(self, line: socket.socket, job: bytes) -> None:
        line.settimeout(self._waits.taken)
        left = memoryview(job)
        while left:
            try:
                sent = line.send(left[:_CHUNK])
            except OSError as error:
                if len(left) == len(job):
                    raise self._unavailable(error, PrinterFault.REFUSING) from error
                raise PrintOutcomeUnknown(self._name, str(error)) from error
            left = left[sent:]

    def _check_taken(self, line: socket.socket) -> None:
        """An answer after the job tells that the job was read; a fault in it, that it may wait."""
        try:
            state = self._ask_state(line, self._waits.taken)
        except OSError as error:
            raise PrintOutcomeUnknown(self._name, str(error)) from error
        fault = state_fault(self._language, state)
        if not state or fault is not None:
            raise PrintOutcomeUnknown(self._name, state.hex())

    def _wait_for_end(self, line: socket.socket) -> None:
        """Many printers close when they have read all; a reset instead tells that they had not."""
        line.settimeout(self._waits.closed)
        try:
            line.shutdown(socket.SHUT_WR)
            while line.recv(_CHUNK):
                pass
        except TimeoutError:
            return
        except OSError as error:
            raise PrintOutcomeUnknown(self._name, str(error)) from error

    def _unavailable(self, error: Exception, fault: PrinterFault) -> PrinterUnavailable:
        return PrinterUnavailable(self._name, str(error), fault)
