"""A fresh X server and a scanner on it: US physical keys through XTEST, whatever the layout."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

ROWS = {
    10: "1!", 11: "2@", 12: "3#", 13: "4$", 14: "5%", 15: "6^", 16: "7&", 17: "8*", 18: "9(",
    19: "0)", 20: "-_", 21: "=+", 24: "qQ", 25: "wW", 26: "eE", 27: "rR", 28: "tT", 29: "yY",
    30: "uU", 31: "iI", 32: "oO", 33: "pP", 34: "[{", 35: "]}", 38: "aA", 39: "sS", 40: "dD",
    41: "fF", 42: "gG", 43: "hH", 44: "jJ", 45: "kK", 46: "lL", 47: ";:", 48: "'\"", 49: "`~",
    51: "\\|", 52: "zZ", 53: "xX", 54: "cC", 55: "vV", 56: "bB", 57: "nN", 58: "mM", 59: ",<",
    60: ".>", 61: "/?", 65: " ",
}  # fmt: skip
"""X keycode to the US characters without and with Shift."""
PLACES = {char: (code, bool(i)) for code, row in ROWS.items() for i, char in enumerate(row)}
KEYPAD = {"0": 90, "1": 87, "2": 88, "3": 89, "4": 83, "5": 84, "6": 85, "7": 79, "8": 80, "9": 81}
SHIFT, CTRL, ALT, CAPS_LOCK = 50, 37, 64, 66
ENTER, TAB, ESCAPE, BACKSPACE, LEFT, F8, F9 = 36, 23, 9, 22, 113, 74, 75
BRACKET = 35


class XServer:
    """One Xvfb; keys come from one XTEST client, which keeps the server alive."""

    def __init__(self, number: str) -> None:
        from Xlib import X, display
        from Xlib.ext import xtest

        self.name = f":{number}"
        self._x = X
        self._fake_input: Any = xtest.fake_input
        self._display = display.Display(self.name)

    def close(self) -> None:
        self._display.close()

    def environment(self) -> dict[str, str]:
        """For a program that shall use this server."""
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def set_layout(self, layout: str, variant: str = "") -> None:
        """Makes one layout the only one; Caps Lock goes off."""
        if self.caps_lock_is_on():
            self.key(CAPS_LOCK)
        command = ["setxkbmap", "-display", self.name, "-option", "", "-layout", layout]
        subprocess.run([*command, "-variant", variant], check=True, timeout=20)

    def caps_lock_is_on(self) -> bool:
        return bool(self._display.screen().root.query_pointer().mask & self._x.LockMask)

    def set_caps_lock(self) -> None:
        self.key(CAPS_LOCK)
        assert self.caps_lock_is_on()

    def key(self, code: int, *modifiers: int) -> None:
        self._send(code, modifiers)
        self._display.sync()

    def _send(self, code: int, modifiers: tuple[int, ...], after_ms: int = 0) -> None:
        """The server itself waits before the key: a busy machine stretches no gap of ours."""
        for modifier in modifiers:
            self._fake_input(self._display, self._x.KeyPress, modifier)
        self._fake_input(self._display, self._x.KeyPress, code, time=after_ms)
        self._fake_input(self._display, self._x.KeyRelease, code)
        for modifier in reversed(modifiers):
            self._fake_input(self._display, self._x.KeyRelease, modifier)

    def rest(self, milliseconds: int) -> None:
        """Lets time go by between two keys, as a scanner or a person does."""
        Event().wait(milliseconds / 1000)

    def type(self, text: str, *keys: int, gap_ms: int = 1) -> None:
        """Types as a scanner does, GS as Ctrl+], and then the keys; returns when it is typed."""
        for char in text:
            if char == "\x1d":
                self._send(BRACKET, (CTRL,), gap_ms)
            else:
                code, shifted = PLACES[char]
                self._send(code, (SHIFT,) if shifted else (), gap_ms)
        for key in keys:
            self._send(key, (), gap_ms)
        self._display.sync()

    def alt_code(self, digits: str) -> None:
        """Types a character by its number, on the keypad with Alt down."""
        self._fake_input(self._display, self._x.KeyPress, ALT)
        for digit in digits:
            self._send(KEYPAD[digit], ())
        self._fake_input(self._display, self._x.KeyRelease, ALT)
        self._display.sync()


@contextlib.contextmanager
def running_x_server() -> Iterator[XServer]:
    """Starts a server; skips the test with the reason where it cannot be had."""
    pytest.importorskip("Xlib", reason="needs python-xlib")
    for program in ("Xvfb", "setxkbmap"):
        if shutil.which(program) is None:
            pytest.skip(f"needs {program}")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1024x768x24"]
    # Without -noreset the layout is forgotten when the last client leaves.
    process = subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        if not number:
            pytest.fail(f"Xvfb ended with {process.wait(timeout=20)} before it was ready")
        with contextlib.closing(XServer(number)) as server:
            yield server
    finally:
        process.terminate()
        process.wait(timeout=20)
