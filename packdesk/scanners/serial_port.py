"""A serial scanner on a thread of its own, which finds its port again after a replug."""

import errno
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

import serial
from serial.tools import list_ports

from packdesk.scanners.port_address import (
    FoundPort,
    PortAddress,
    PortProblem,
    UsbIdentity,
    choose_port,
)
from packdesk.scanners.serial_frames import Encoding, SerialFrame, SerialFrames

_PROBLEMS = {
    errno.ENOENT: PortProblem.ABSENT,
    errno.ENODEV: PortProblem.ABSENT,
    errno.ENXIO: PortProblem.ABSENT,
    errno.EBUSY: PortProblem.BUSY,
    # What pyserial's own lock answers where another program holds the port.
    errno.EAGAIN: PortProblem.BUSY,
    errno.EACCES: PortProblem.DENIED,
    errno.EPERM: PortProblem.DENIED,
}
# On Windows pyserial gives no number, only the text of the system's error.
_WINDOWS_PROBLEMS = {
    "FileNotFoundError": PortProblem.ABSENT,
    "PermissionError": PortProblem.BUSY,
}


class PortState(Enum):
    """Where a port is; CLOSED is the first and the last."""

    CLOSED = auto()
    OPENING = auto()
    READY = auto()
    LOST = auto()


@dataclass(frozen=True, slots=True)
class PortStatus:
    """What is told when a port changes.

    Attributes:
        state: Where it is now.
        name: The port, empty until it is found.
        problem: Set only when LOST; it is tried again until it is there.
    """

    state: PortState
    name: str = ""
    problem: PortProblem | None = None


@dataclass(frozen=True, slots=True)
class SerialProfile:
    """How one serial scanner talks.

    Attributes:
        baud_rate: Bits per second; USB scanners ignore it.
        idle_ms: A scan without suffix ends after this silence.
        max_bytes: A longer frame is refused as a whole.
        encoding: Of what is not ASCII.
        retry_ms: How often a lost port is looked for.
    """

    baud_rate: int = 9600
    idle_ms: int = 100
    max_bytes: int = 4000
    encoding: Encoding = Encoding.UTF_8
    retry_ms: int = 1000


def find_ports() -> tuple[FoundPort, ...]:
    """All serial ports that the system lists; takes up to some 100 ms on Windows."""
    return tuple(
        FoundPort(
            port.device,
            port.description or "",
            None if port.vid is None else UsbIdentity(port.vid, port.pid or 0, port.serial_number),
        )
        for port in list_ports.comports()
    )


class SerialScanner:
    """Reads one scanner until it is stopped.

    Both callbacks run on the scanner's thread and must not wait. A failing callback is a bug: the
    port is closed, the thread ends.
    """

    def __init__(
        self,
        address: PortAddress,
        on_scan: Callable[[SerialFrame], None],
        on_status: Callable[[PortStatus], None],
        profile: SerialProfile | None = None,
        *,
        ports: Callable[[], tuple[FoundPort, ...]] = find_ports,
    ) -> None:
        self._address = address
        self._on_scan = on_scan
        self._on_status = on_status
        self._profile = profile or SerialProfile()
        self._ports = ports
        self._stopped = threading.Event()
        self._status = PortStatus(PortState.CLOSED)
        self._thread = threading.Thread(target=self._run, name="serial scanner", daemon=True)

    def start(self) -> None:
        """Begins, once; the port need not be there yet."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread and waits for it, at most about `idle_ms`; not from a callback."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._tell(PortStatus(PortState.OPENING))
            while not self._stopped.is_set():
                status = self._read_until_lost()
                if not self._stopped.is_set():
                    self._tell(status)
                    self._stopped.wait(self._profile.retry_ms / 1000)
        finally:
            self._tell(PortStatus(PortState.CLOSED, self._status.name))

    def _tell(self, status: PortStatus) -> None:
        """A port that stays away is told once, not at each try."""
        if status != self._status:
            self._status = status
            self._on_status(status)

    def _read_until_lost(self) -> PortStatus:
        name = choose_port(self._address, self._ports())
        if isinstance(name, PortProblem):
            return PortStatus(PortState.LOST, problem=name)
        try:
            port = serial.Serial(
                name,
                self._profile.baud_rate,
                timeout=self._profile.idle_ms / 1000,
                exclusive=True,
            )
        except (OSError, ValueError) as error:
            return PortStatus(PortState.LOST, name, _problem(error))
        with port:
            self._tell(PortStatus(PortState.READY, name))
            self._read(port)
        return PortStatus(PortState.LOST, name, PortProblem.UNPLUGGED)

    def _read(self, port: serial.Serial) -> None:
        frames = SerialFrames(max_bytes=self._profile.max_bytes, encoding=self._profile.encoding)
        while not self._stopped.is_set():
            chunk = b""
            try:
                # The first byte is waited for, the others are there already.
                chunk = port.read(1)
                chunk += port.read(port.in_waiting)
            except OSError:
                # The port may go between the two: the first byte may have ended a scan.
                self._give((*frames.feed(chunk), *frames.abandon()))
                return
            self._give(frames.feed(chunk) if chunk else frames.close())

    def _give(self, frames: tuple[SerialFrame, ...]) -> None:
        for frame in frames:
            self._on_scan(frame)


def _problem(error: OSError | ValueError) -> PortProblem:
    number = error.errno if isinstance(error, OSError) else None
    if number in _PROBLEMS:
        return _PROBLEMS[number]
    texts = (problem for name, problem in _WINDOWS_PROBLEMS.items() if name in str(error))
    return next(texts, PortProblem.BROKEN)
