"""A scanner on a serial port in the real program: pseudo terminals stand for its cable."""

import os
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import cast

import pytest
import serial
from PySide6.QtWidgets import QApplication

from packdesk.bootstrap.market_door import MarketDoor
from packdesk.bootstrap.program import Surroundings, build
from packdesk.logs import start_log
from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.running import Sandbox
from packdesk.scanners.port_address import NamedPort
from packdesk.scanners.scan_text import NoiseReason, ScanNoise, ScanSource
from packdesk.scanners.serial_frames import SerialFrame
from packdesk.scanners.serial_port import SerialScanner
from packdesk.settings import Settings
from packdesk.ui.clock import QtClock
from tests.builders import cis
from tests.e2e.coded_day import CodedGood, codes_in, layout_sent, write_day
from tests.e2e.window import Table

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals")

ORDER, OTHER = 51234560011, 51234560022
GOOD = CodedGood(1, "Milk", tuple(cis(1, nth).full for nth in (1, 2, 3)))
READY, TROUBLE, BROKEN = (
    "Scanner: works",
    "Scanner: does not work",
    "The scan came broken. Scan it again",
)
LOCAL_FLAGS = 3


class Cable:
    """The scanner's end of a pseudo terminal, plugged in under a name of its own."""

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

    @property
    def is_taken(self) -> bool:
        """A program has set the port up: a terminal echoes, a port does not."""
        assert self._ends is not None
        flags = termios.tcgetattr(self._ends[1])[LOCAL_FLAGS]
        assert isinstance(flags, int)
        return not flags & termios.ECHO


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path / "scanner")
    yield made
    made.pull()


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    return write_day(tmp_path / "orders.json", {ORDER: (GOOD,), OTHER: (GOOD,)})


@contextmanager
def serial_table(folder: Path, orders: Path, cable: Cable) -> Iterator[Table]:
    """A started program with its scanner on the cable."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    clock = QtClock()
    with Sandbox(orders, log_path=folder / "log.jsonl") as sandbox:
        door = MarketDoor(sandbox.base_url, DEMO_KEY, clock.now, folder / "answers")
        port = NamedPort(str(cable.name))
        around = Surroundings(folder, Settings(), "en", door, DEMO_KEY, port, start_log(folder))
        program = build(app, clock, around)
        program.start()
        try:
            yield Table(program, sandbox)
        finally:
            program.stop()
            program.glass.window.deleteLater()


def wait_until_ready(place: Table, qtbot) -> None:
    qtbot.waitUntil(lambda: place.sight.cards > 0, timeout=15_000)
    qtbot.waitUntil(lambda: place.text("stateScanner") == READY, timeout=15_000)


def give(place: Table, qtbot, cable: Cable, data: bytes) -> None:
    """One scan; returns when it is answered."""
    before = place.sight.answers
    cable.write(data)
    qtbot.waitUntil(lambda: place.sight.answers > before, timeout=15_000)


def test_scans_of_a_port_pack_the_order_and_reach_the_market(
    tmp_path: Path, qtbot, cable: Cable, orders: Path
):
    cable.plug()
    with serial_table(tmp_path, orders, cable) as place:
        wait_until_ready(place, qtbot)
        give(place, qtbot, cable, f"{ORDER}\r\n".encode())
        assert str(ORDER) in place.sight.order
        for code in GOOD.codes:
            give(place, qtbot, cable, f"]d2{code}\r\n".encode())
        log = tmp_path / "log.jsonl"
        qtbot.waitUntil(lambda: layout_sent(log, ORDER) is not None, timeout=15_000)
        layout = layout_sent(log, ORDER)
        assert layout is not None
        assert sorted(codes_in(layout).elements()) == sorted(GOOD.codes)


def test_a_pulled_plug_is_shown_and_the_scanner_comes_back_by_itself(
    tmp_path: Path, qtbot, cable: Cable, orders: Path
):
    cable.plug()
    with serial_table(tmp_path, orders, cable) as place:
        wait_until_ready(place, qtbot)
        give(place, qtbot, cable, f"{ORDER}\r".encode())
        for code in GOOD.codes[:2]:
            cable.pull()
            qtbot.waitUntil(lambda: place.text("stateScanner") == TROUBLE, timeout=15_000)
            cable.plug()
            qtbot.waitUntil(lambda: place.text("stateScanner") == READY, timeout=15_000)
            give(place, qtbot, cable, f"{code}\r".encode())
            assert place.sight.tone == "accepted", place.text("bandSentence")


def test_a_scanner_that_is_plugged_in_after_the_start_is_found(
    tmp_path: Path, qtbot, cable: Cable, orders: Path
):
    with serial_table(tmp_path, orders, cable) as place:
        qtbot.waitUntil(lambda: place.text("stateScanner") == TROUBLE, timeout=15_000)
        cable.plug()
        wait_until_ready(place, qtbot)
        give(place, qtbot, cable, f"{ORDER}\r".encode())
        assert str(ORDER) in place.sight.order


def test_each_ending_gives_one_scan_and_one_answer(
    tmp_path: Path, qtbot, cable: Cable, orders: Path
):
    frames = (b"%s\r", b"%s\n", b"%s\r\n", b"\x02%s\x03", b"\x02%s\x03\r\n", b"%s\t\r", b"%s")
    cable.plug()
    with serial_table(tmp_path, orders, cable) as place:
        wait_until_ready(place, qtbot)
        first = place.sight.answers
        for place_in_line, frame in enumerate(frames):
            number = (ORDER, OTHER)[place_in_line % 2]
            give(place, qtbot, cable, frame % str(number).encode())
            assert str(number) in place.sight.order, frame
        # Anything more that a frame gave would have been counted by now.
        give(place, qtbot, cable, f"{ORDER}\r".encode())
        assert place.sight.answers == first + len(frames) + 1


@pytest.mark.parametrize(
    "noise",
    [
        b"\xff\xfe\x80\r",
        b"0104600000000013\x00\x0721\r",
        b"9" * 10_000 + b"\r",
        b"\x02\x1b[A\x03",
        bytes(range(0x80, 0xA0)) + b"\n",
    ],
    ids=["no text", "NUL and bell", "10 kB", "escape", "C1 bytes"],
)
def test_noise_is_refused_with_a_sentence_and_the_next_scan_is_taken(
    tmp_path: Path, qtbot, cable: Cable, orders: Path, noise: bytes
):
    cable.plug()
    with serial_table(tmp_path, orders, cable) as place:
        wait_until_ready(place, qtbot)
        give(place, qtbot, cable, f"{ORDER}\r".encode())
        give(place, qtbot, cable, noise)
        assert (place.sight.tone, place.text("bandSentence")) == ("refused", BROKEN)
        assert str(ORDER) in place.sight.order
        give(place, qtbot, cable, f"{GOOD.codes[0]}\r".encode())
        assert place.sight.tone == "accepted", place.text("bandSentence")


class DyingPort:
    """A port that goes away after its first byte was read."""

    def __init__(self, byte: bytes) -> None:
        self._byte = byte

    def read(self, size: int) -> bytes:
        return self._byte

    @property
    def in_waiting(self) -> int:
        raise OSError(5, "gone")


@pytest.mark.parametrize(
    ("byte", "told"),
    [(b"0", [ScanNoise(NoiseReason.CUT_SHORT, 1, ScanSource.SERIAL)]), (b"\r", [])],
)
def test_the_byte_that_came_just_before_the_plug_was_pulled_is_not_lost(
    byte: bytes, told: list[SerialFrame]
):
    given: list[SerialFrame] = []
    scanner = SerialScanner(NamedPort("none"), given.append, lambda _: None)
    scanner._read(cast("serial.Serial", DyingPort(byte)))
    assert given == told


def wait_for(is_so: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        if is_so():
            return
        assert process.poll() is None, "the program ended"
        Event().wait(0.05)
    pytest.fail("waited in vain for a minute")


def test_the_command_line_names_the_port(tmp_path: Path, cable: Cable, orders: Path):
    cable.plug()
    log = tmp_path / "log.jsonl"
    command = [sys.executable, "-m", "packdesk", "demo", "--scanner", f"serial:{cable.name}"]
    command += ["--orders", str(orders), "--log", str(log), "--data-dir", str(tmp_path / "data")]
    with (tmp_path / "told.txt").open("wb") as told:
        process = subprocess.Popen(
            command,
            stdout=told,
            stderr=told,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            cwd=Path(__file__).parents[2],
        )
    try:
        wait_for(lambda: cable.is_taken, process)
        wait_for(lambda: log.exists() and "getBusinessOrders" in log.read_text("utf-8"), process)
        # What comes while the port is being opened is thrown away with the port's old bytes.
        Event().wait(1)
        for text in (str(ORDER), *GOOD.codes):
            cable.write(f"{text}\r".encode())
        wait_for(lambda: layout_sent(log, ORDER) is not None, process)
        layout = layout_sent(log, ORDER)
        assert layout is not None
        assert sorted(codes_in(layout).elements()) == sorted(GOOD.codes)
    finally:
        process.terminate()
        process.wait(timeout=30)
