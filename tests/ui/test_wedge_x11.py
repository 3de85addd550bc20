"""Scans through a real X server: every layout, every form of the separator, full speed."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.x_server import (
    BACKSPACE,
    BRACKET,
    CTRL,
    ENTER,
    F8,
    F9,
    LEFT,
    PLACES,
    TAB,
    XServer,
    running_x_server,
)

pytestmark = pytest.mark.xserver

CODE = "010460703456789421aBc/-;'\"<>[]\x1d91EE06\x1d92T3l=+"

# A busy machine stretches the gaps of the X server; the default's limits are tested as data.
GAP_MS, IDLE_MS = 100, 300
HUMAN_MS = 150


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    with running_x_server() as running:
        yield running


class Program:
    """The window of `tests.ui.wedge_window` in its own process."""

    def __init__(self, server: XServer, settings: dict[str, object]) -> None:
        self.is_in_step = True
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.wedge_window", json.dumps(settings)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=server.environment(),
            cwd=Path(__file__).parents[2],
            bufsize=0,
        )
        self._told = b""
        self.next("ready")

    def next(self, kind: str) -> Any:
        """Waits for what comes next, which must be of this kind."""
        self.is_in_step = False
        told = json.loads(self._line())
        assert told["kind"] == kind, told
        self.is_in_step = True
        return told["value"]

    def _line(self) -> bytes:
        assert self._process.stdout is not None
        while b"\n" not in self._told:
            ready, _, _ = select.select([self._process.stdout], [], [], 30)
            assert ready, "the program told nothing for 30 s"
            more = os.read(self._process.stdout.fileno(), 65536)
            assert more, "the program ended"
            self._told += more
        line, _, self._told = self._told.partition(b"\n")
        return line

    def order(self, **order: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")

    def put_focus(self, widget: str) -> None:
        """Empties the field and puts the focus."""
        self.order(focus=widget)
        assert self.next("stands") == {"text": "", "focus": [widget]}

    def stands(self) -> tuple[str, str]:
        """The text of the field and what has the focus, once all that came before is done."""
        self.order()
        value = self.next("stands")
        (focus,) = value["focus"]
        return value["text"], focus

    def next_scan(self) -> tuple[str, bool]:
        value = self.next("ScanText")
        return value["text"], value["caps_lock"]

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()


class Programs:
    """The one program that has the keyboard; a test that failed half-way leaves it to no other."""

    def __init__(self, server: XServer) -> None:
        self._server = server
        self._program: Program | None = None
        self._settings: dict[str, object] = {}

    def get(self, **settings: object) -> Program:
        program = self._program
        if program is None or not program.is_in_step or settings != self._settings:
            self.close()
            program = Program(self._server, settings)
            self._program, self._settings = program, settings
        return program

    def close(self) -> None:
        if self._program is not None:
            self._program.close()
            self._program = None


@pytest.fixture(scope="module")
def programs(server: XServer) -> Iterator[Programs]:
    made = Programs(server)
    yield made
    made.close()


@pytest.fixture
def program(server: XServer, programs: Programs) -> Program:
    server.set_layout("us")
    program = programs.get(gap_ms=GAP_MS, idle_ms=IDLE_MS)
    program.put_focus("button")
    return program


@pytest.mark.parametrize(
    ("layout", "variant"),
    [("us", ""), ("ru", ""), ("ru", "legacy"), ("ru", "typewriter"), ("by", ""), ("kz", ""),
     ("us,ru", "")],
)  # fmt: skip
@pytest.mark.parametrize("caps", [False, True])
def test_a_scan_is_the_same_on_every_layout(
    server: XServer, program: Program, layout: str, variant: str, caps: bool
):
    server.set_layout(layout, variant)
    if caps:
        server.set_caps_lock()
    server.type(CODE, ENTER)
    assert program.next_scan() == (CODE, caps)
    assert program.stands() == ("", "button")


def test_equal_characters_with_no_time_between_them_are_all_there(
    server: XServer, program: Program
):
    # The server tells a release and a press of one millisecond as the repeat of a held key.
    code = "010460000000001521aaBBcc//..\x1d91EE06\x1d92T33=="
    for _ in range(10):
        server.type(code, ENTER, gap_ms=0)
        assert program.next_scan() == (code, False)


@pytest.mark.parametrize("layout", ["us", "ru"])
@pytest.mark.parametrize("form", ["Ctrl+]", "F8", "Alt+029", "Alt+29"])
def test_each_form_of_the_separator_is_one(
    server: XServer, program: Program, layout: str, form: str
):
    server.set_layout(layout)
    server.type("0104607034567894215Qbag!")
    match form:
        case "Ctrl+]":
            server.key(BRACKET, CTRL)
        case "F8":
            server.key(F8)
        case _:
            server.alt_code(form.removeprefix("Alt+"))
    server.type("93Zjqw", ENTER)
    assert program.next_scan() == ("0104607034567894215Qbag!\x1d93Zjqw", False)


@pytest.mark.parametrize("suffix", [(ENTER,), (TAB,), (TAB, ENTER), ()])
@pytest.mark.parametrize("focus", ["button", "edit"])
def test_a_scan_reaches_neither_button_nor_field_whatever_ends_it(
    server: XServer, program: Program, focus: str, suffix: tuple[int, ...]
):
    program.put_focus(focus)
    server.type("ORDER 12345678", *suffix)
    assert program.next_scan() == ("ORDER 12345678", False)
    server.rest(500)
    assert program.stands() == ("", focus)


def test_two_hundred_characters_at_a_millisecond_each_are_one_scan(
    server: XServer, program: Program
):
    text = (CODE * 6)[:200]
    server.type(text, ENTER, gap_ms=1)
    assert program.next_scan() == (text, False)


def test_ten_scans_in_two_seconds_are_ten_scans_in_order(server: XServer, program: Program):
    codes = [f"{number:013d}" for number in range(10)]
    for code in codes:
        server.type(code, ENTER)
        server.rest(150)
    assert [program.next_scan()[0] for _ in codes] == codes


def test_typing_goes_to_the_field_and_its_keys_work(server: XServer, program: Program):
    program.put_focus("edit")
    # With Russian alone Qt finds no Ctrl+Z on this key.
    server.set_layout("ru,us")
    server.type("ghbdtn", gap_ms=HUMAN_MS)
    assert [program.next("text") for _ in range(6)][-1] == "привет"
    server.key(BACKSPACE)
    assert program.next("text") == "приве"
    server.key(LEFT)
    server.type("q", gap_ms=HUMAN_MS)
    assert program.next("text") == "привйе"
    server.key(PLACES["z"][0], CTRL)
    assert program.next("text") != "привйе"
    server.key(ENTER)
    program.next("returned")


def test_a_shortcut_acts_after_the_typing_before_it(server: XServer, program: Program):
    program.put_focus("edit")
    server.type("a", F9)
    assert program.next("text") == "a"
    assert program.next("shortcut") == "F9"


def test_enter_of_a_person_still_presses_the_button(server: XServer, program: Program):
    server.rest(500)
    server.key(ENTER)
    program.next("clicked")
    server.key(65)
    program.next("clicked")


def test_a_single_character_can_be_a_shortcut(server: XServer, program: Program):
    server.type("7", gap_ms=HUMAN_MS)
    assert program.next("shortcut") == "7"


def test_a_slow_scanner_is_understood_with_its_profile(server: XServer, programs: Programs):
    server.set_layout("us")
    slow = programs.get(gap_ms=120, idle_ms=300)
    slow.put_focus("edit")
    server.type("4600000000017", ENTER, gap_ms=50)
    assert slow.next_scan() == ("4600000000017", False)
    assert slow.stands() == ("", "edit")


def test_a_scanner_slower_than_its_profile_is_understood_where_no_text_is_written(
    server: XServer, programs: Programs
):
    server.set_layout("us")
    program = programs.get(gap_ms=5, idle_ms=5)
    program.put_focus("button")
    for suffix in ((ENTER,), ()):
        server.type("4607777777", *suffix, gap_ms=20)
        assert program.next_scan() == ("4607777777", False)
        assert program.stands() == ("", "button")
        server.rest(500)
    program.put_focus("edit")
    server.type("46", gap_ms=20)
    assert [program.next("text") for _ in "46"] == ["4", "46"]


@pytest.mark.parametrize(("separator_key", "key"), [("F12", 96), ("CURSOR_DOWN", 116)])
def test_a_profile_names_one_more_separator_key(
    server: XServer, programs: Programs, separator_key: str, key: int
):
    server.set_layout("ru")
    program = programs.get(gap_ms=GAP_MS, idle_ms=IDLE_MS, separator_key=separator_key)
    program.put_focus("edit")
    server.type("0104607034567894215Qbag!", key)
    server.type("93Zjqw", ENTER)
    assert program.next_scan() == ("0104607034567894215Qbag!\x1d93Zjqw", False)
