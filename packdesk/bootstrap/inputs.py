"""What comes in from scanners, whichever kind, and what is heard: joined to the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from packdesk.scanners.port_address import NamedPort, OnlyUsbPort, PortAddress
from packdesk.scanners.scan_text import ScanNoise, ScanText
from packdesk.scanners.serial_port import PortState, PortStatus, SerialScanner
from packdesk.scanners.wedge import KeyboardWedge
from packdesk.station.station import Station
from packdesk.ui.pages import Device, DeviceState
from packdesk.ui.run import Glass
from packdesk.ui.sounds import Sound, Sounds
from packdesk.ui.words.notice import Notice, Tone

WEDGE, SERIAL = "wedge", "serial"
_SOUNDS = {
    Tone.ACCEPTED: Sound.ACCEPTED,
    Tone.ATTENTION: Sound.ATTENTION,
    Tone.REFUSED: Sound.REFUSED,
    Tone.COMPLETE: Sound.COMPLETE,
}
_STATES = {
    PortState.CLOSED: DeviceState.WAITING,
    PortState.OPENING: DeviceState.WAITING,
    PortState.READY: DeviceState.READY,
    PortState.LOST: DeviceState.TROUBLE,
}


def port_address(scanner: str) -> PortAddress | None:
    """The port of ``serial:PORT`` or ``serial``; None for the keyboard.

    Raises:
        ValueError: it is neither.
    """
    kind, _, name = scanner.partition(":")
    if kind == WEDGE and not name:
        return None
    if kind == SERIAL:
        return NamedPort(name) if name else OnlyUsbPort()
    raise ValueError(scanner)


class Inputs(QObject):
    """All scanners of this table. GUI thread; a serial one has a thread of its own."""

    _frame = Signal(object)
    _status = Signal(object)

    def __init__(
        self, wedge: KeyboardWedge, station: Station, glass: Glass, port: PortAddress | None
    ) -> None:
        super().__init__()
        self._station = station
        self._glass = glass
        self._wedge = wedge
        self._wedge.scanned.connect(self._take)
        self._wedge.refused.connect(self._take)
        self._frame.connect(self._take)
        self._status.connect(self._follow)
        self._serial: SerialScanner | None = None
        if port is not None:
            self._serial = SerialScanner(port, self._frame.emit, self._status.emit)

    def start(self) -> None:
        """Take scans from now on."""
        self._wedge.set_active(True)
        if self._serial is not None:
            self._serial.start()

    def stop(self) -> None:
        """Take none any more; waits for the serial thread."""
        self._wedge.set_active(False)
        if self._serial is not None:
            self._serial.stop()

    def _take(self, frame: ScanText | ScanNoise) -> None:
        if isinstance(frame, ScanText):
            self._glass.scanned(frame.text, caps_lock=frame.caps_lock)
        else:
            self._glass.setup.take_noise()
            self._station.refuse_noise()

    def _follow(self, status: PortStatus) -> None:
        self._glass.frame.set_device(Device.SCANNER, _STATES[status.state])


def sound_of(sounds: Sounds) -> Callable[[Notice], None]:
    """Plays what a notice sounds like."""

    def play(notice: Notice) -> None:
        sound = _SOUNDS.get(notice.tone)
        if sound is not None:
            sounds.play(sound)

    return play
