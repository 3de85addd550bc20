"""A label printer at a TCP port: it takes what is sent, answers or not, and can be lost."""

import re
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from packdesk.printing.network_printer import NetworkAddress
from packdesk.printing.raster import Dots

Behaviour = Callable[[socket.socket, "RawPrinter"], None]
ZPL_FINE = b"\x02030,0,0,0959,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,1,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n"
_ZPL = re.compile(rb"\^PW(\d+)\^LL(\d+)\^LH0,0\^FO0,0\^GFA,(\d+),(\d+),(\d+),([0-9A-F]+)\^FS")
_TSPL = re.compile(rb"SIZE ([\d.]+) mm,([\d.]+) mm\r\nCLS\r\nBITMAP 0,0,(\d+),(\d+),0,")


class RawPrinter:
    """What was sent to it, in the order of the connections."""

    def __init__(self, address: NetworkAddress) -> None:
        self.address = address
        self.jobs: list[bytes] = []


def quiet(line: socket.socket, printer: RawPrinter) -> None:
    """Tells no state; reads to the end and closes, as a print server does."""
    printer.jobs.append(_all(line))


def zpl_talking(line: socket.socket, printer: RawPrinter) -> None:
    _talk(line, printer, b"~HS\r\n", ZPL_FINE)


def tspl_talking(line: socket.socket, printer: RawPrinter) -> None:
    _talk(line, printer, b"\x1b!?", b"\x00")


def saying(question: bytes, answer: bytes) -> Behaviour:
    """Answers every question so."""
    return lambda line, printer: _talk(line, printer, question, answer)


def lost_after(count: int, answer: bytes = b"") -> Behaviour:
    """Reads so many bytes, and then the cable is pulled: the connection is reset."""

    def behave(line: socket.socket, printer: RawPrinter) -> None:
        taken = _some(line, count)
        if answer:
            line.sendall(answer)
            taken += _some(line, count)
        printer.jobs.append(taken)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return behave


@contextmanager
def raw_printer(behave: Behaviour, port: int = 0) -> Iterator[RawPrinter]:
    """Takes connections one after another until the end of the context."""
    with socket.create_server(("127.0.0.1", port)) as door:
        printer = RawPrinter(NetworkAddress(*door.getsockname()))

        def serve() -> None:
            while True:
                line, _ = door.accept()
                with line:
                    line.settimeout(20)
                    if line.recv(1, socket.MSG_PEEK) == _END:
                        return
                    behave(line, printer)

        thread = Thread(target=serve)
        thread.start()
        try:
            yield printer
        finally:
            with socket.create_connection((printer.address.host, printer.address.port)) as last:
                last.sendall(_END)
            thread.join(20)


def zpl_pages(job: bytes) -> list[Dots]:
    """The pictures in a job."""
    found = []
    for match in _ZPL.finditer(job):
        width, height, total, used, stride = (int(match[n]) for n in range(1, 6))
        dots = Dots(width, height, bytes.fromhex(match[6].decode()))
        assert (total, used, stride) == (len(dots.rows), len(dots.rows), dots.stride)
        found.append(dots)
    return found


def tspl_pages(job: bytes) -> list[tuple[tuple[float, float], Dots]]:
    """The pictures in a job, each after the size of its paper in millimetres."""
    found = []
    at = 0
    while match := _TSPL.search(job, at):
        stride, height = int(match[3]), int(match[4])
        data = job[match.end() : match.end() + stride * height]
        at = match.end() + len(data)
        assert job[at:].startswith(b"\r\nPRINT 1,1\r\n")
        black = bytes(255 - byte for byte in data)
        found.append(((float(match[1]), float(match[2])), Dots(stride * 8, height, black)))
    return found


_END = b"\x00"


def _some(line: socket.socket, count: int) -> bytes:
    taken = b""
    while len(taken) < count:
        taken += line.recv(count - len(taken))
    return taken


def _all(line: socket.socket) -> bytes:
    taken = b""
    while more := line.recv(65536):
        taken += more
    return taken


def _talk(line: socket.socket, printer: RawPrinter, question: bytes, answer: bytes) -> None:
    taken = b""
    try:
        while more := line.recv(65536):
            taken += more
            if taken.endswith(question):
                line.sendall(answer)
    finally:
        printer.jobs.append(taken.replace(question, b""))
