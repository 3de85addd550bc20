"""A serial scanner on a pseudo terminal: scans, pulled plugs, and plugs that come back."""

import errno
import os
import queue
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import serial

from packdesk.scanners.port_address import (
    FoundPort,
    NamedPort,
    OnlyUsbPort,
    PortAddress,
    PortProblem,
    UsbIdentity,
)
from packdesk.scanners.scan_text import NoiseReason, ScanNoise, ScanSource, ScanText
from packdesk.scanners.serial_frames import SerialFrame
from packdesk.scanners.serial_port import (
    PortState,
    PortStatus,
    SerialProfile,
    SerialScanner,
    _problem,
    find_ports,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals")

QUICK = SerialProfile(idle_ms=30, retry_ms=20)
CODE = "010460703456789421aBc/-\x1d91EE06\x1d92T3l="


class Cable:
    """A scanner's end of a pseudo terminal, plugged in under a name of its own."""

    def __init__(self, name: Path) -> None:
        self.name = name
        self._ends: tuple[int, int] | None = None

    def plug(self) -> None:
        self._ends = os.openpty()
        self.name.symlink_to(os.ttyname(self._ends[1]))

    def pull(self) -> None:
        if self._ends is not None:
            self.name.unlink()
            for end in self._ends:
                os.close(end)
            self._ends = None

    def write(self, data: bytes) -> None:
        assert self._ends is not None
        os.write(self._ends[0], data)


class Told:
    """What a scanner told, in order."""

    def __init__(self) -> None:
        self._told: queue.Queue[SerialFrame | PortStatus] = queue.Queue()
        self.put: Callable[[SerialFrame | PortStatus], None] = self._told.put

    def next(self) -> SerialFrame | PortStatus:
        return self._told.get(timeout=20)

    def left(self) -> list[SerialFrame | PortStatus]:
        left = []
        with suppress(queue.Empty):
            while True:
                left.append(self._told.get_nowait())
        return left


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path / "scanner")
    yield made
    made.pull()


@contextmanager
def running(
    address: PortAddress,
    ports: Callable[[], tuple[FoundPort, ...]] = find_ports,
) -> Iterator[Told]:
    told = Told()
    scanner = SerialScanner(address, told.put, told.put, QUICK, ports=ports)
    scanner.start()
    assert told.next() == PortStatus(PortState.OPENING)
    try:
        yield told
    finally:
        scanner.stop()


def scan(text: str) -> ScanText:
    return ScanText(text, caps_lock=False, source=ScanSource.SERIAL)


def test_scans_come_whole_and_in_order(cable: Cable):
    cable.plug()
    with running(NamedPort(str(cable.name))) as told:
        assert told.next() == PortStatus(PortState.READY, str(cable.name))
        cable.write(f"{CODE}\r\n4600000000017\r\n".encode())
        assert [told.next(), told.next()] == [scan(CODE), scan("4600000000017")]
        cable.write(b"no suffix")
        assert told.next() == scan("no suffix")
        cable.write(b"\xff\xff\x80\r")
        assert told.next() == ScanNoise(NoiseReason.UNDECODABLE, 3, ScanSource.SERIAL)
    assert told.left() == [PortStatus(PortState.CLOSED, str(cable.name))]


def test_a_pulled_plug_is_told_and_the_port_is_found_again(cable: Cable):
    name = str(cable.name)
    cable.plug()
    with running(NamedPort(name)) as told:
        assert told.next() == PortStatus(PortState.READY, name)
        cable.pull()
        assert told.next() == PortStatus(PortState.LOST, name, PortProblem.UNPLUGGED)
        # The tries that follow find nothing, which is told once.
        assert told.next() == PortStatus(PortState.LOST, name, PortProblem.ABSENT)
        cable.plug()
        assert told.next() == PortStatus(PortState.READY, name)
        cable.write(b"4600000000017\r")
        assert told.next() == scan("4600000000017")


def test_a_port_that_is_not_there_yet_is_waited_for(cable: Cable):
    name = str(cable.name)
    with running(NamedPort(name)) as told:
        assert told.next() == PortStatus(PortState.LOST, name, PortProblem.ABSENT)
        cable.plug()
        assert told.next() == PortStatus(PortState.READY, name)


def test_a_port_that_another_program_holds_is_busy(cable: Cable):
    cable.plug()
    name = str(cable.name)
    with serial.Serial(name, exclusive=True) as other, running(NamedPort(name)) as told:
        assert told.next() == PortStatus(PortState.LOST, name, PortProblem.BUSY)
        other.close()
        assert told.next() == PortStatus(PortState.READY, name)


def test_the_only_usb_port_is_found_under_its_new_name(cable: Cable):
    listed: list[FoundPort] = []
    with running(OnlyUsbPort(), lambda: tuple(listed)) as told:
        assert told.next() == PortStatus(PortState.LOST, problem=PortProblem.ABSENT)
        cable.plug()
        listed.append(FoundPort(str(cable.name), "Scanner", UsbIdentity(1, 2, None)))
        assert told.next() == PortStatus(PortState.READY, str(cable.name))


def test_what_is_no_serial_port_is_broken(tmp_path: Path):
    file = tmp_path / "file"
    file.touch()
    with running(NamedPort(str(file))) as told:
        assert told.next() == PortStatus(PortState.LOST, str(file), PortProblem.BROKEN)


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (serial.SerialException(errno.EACCES, "denied"), PortProblem.DENIED),
        (
            serial.SerialException(
                "could not open port 'COM4': PermissionError(13, 'Отказано в доступе.', None, 5)"
            ),
            PortProblem.BUSY,
        ),
        (
            serial.SerialException(
                "could not open port 'COM4': FileNotFoundError(2, 'Не удается найти', None, 2)"
            ),
            PortProblem.ABSENT,
        ),
        (serial.SerialException("Could not configure port: (25, '')"), PortProblem.BROKEN),
        (ValueError("Not a valid baudrate: -1"), PortProblem.BROKEN),
    ],
)
def test_the_system_says_why_a_port_cannot_be_opened(
    error: OSError | ValueError, problem: PortProblem
):
    assert _problem(error) is problem


def test_the_ports_of_this_machine_can_be_listed():
    assert all(port.name for port in find_ports())
