"""The wedge at its limits: long bursts, nested loops, windows that go, filters that fail."""

from itertools import count

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from pytestqt.qtbot import QtBot

from packdesk.scanners.key_layout import Numbering
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.scan_text import GS, NoiseReason, ScanNoise, ScanSource
from packdesk.scanners.wedge import KeyboardWedge, platform_numbering
from tests.ui.wedge_desk import NONE, PRESS, Desk, Ears, Keyboard
from tests.ui.x_server import F8, TAB


def test_a_burst_that_is_too_long_is_refused_as_a_whole(keyboard: Keyboard, ears: Ears):
    keyboard.type("1" * 2001, gap_ms=1)
    keyboard.enter()
    assert ears.scans == [ScanNoise(NoiseReason.TOO_LONG, 2001, ScanSource.KEYBOARD)]


def test_keys_may_come_in_while_a_replayed_key_runs_an_event_loop(
    desk: Desk, keyboard: Keyboard, ears: Ears, qtbot: QtBot
):
    desk.edit.setFocus()
    numbers = count()

    def scan_from_inside(text: str) -> None:
        if text == "a" and next(numbers) == 0:
            keyboard.now_ms += 1000
            keyboard.type("4600000000017")
            keyboard.enter()

    desk.edit.textChanged.connect(scan_from_inside)
    keyboard.type("abc")
    qtbot.waitUntil(lambda: desk.edit.text() == "abc")
    assert ears.texts() == ["4600000000017"]


def test_stopping_lets_typing_out_and_tells_a_scan(
    desk: Desk, keyboard: Keyboard, wedge: KeyboardWedge, ears: Ears
):
    desk.edit.setFocus()
    keyboard.type("abc")
    wedge.set_active(False)
    wedge.set_active(False)
    assert not wedge.is_active
    assert desk.edit.text() == "abc"
    wedge.set_active(True)
    keyboard.now_ms += 1000
    keyboard.type("abcdef")
    wedge.set_active(False)
    assert ears.texts() == ["abcdef"]
    keyboard.type("xyz", gap_ms=1)
    assert desk.edit.text() == "abcxyz"


def test_another_profile_settles_what_was_kept(
    desk: Desk, keyboard: Keyboard, wedge: KeyboardWedge, ears: Ears
):
    desk.edit.setFocus()
    keyboard.type("abc")
    wedge.set_profile(ScannerProfile(min_keys=3))
    assert desk.edit.text() == "abc"
    keyboard.now_ms += 1000
    keyboard.type("xyz")
    keyboard.enter()
    assert ears.texts() == ["xyz"]


def test_typing_into_a_window_that_is_gone_goes_where_the_keyboard_is(
    desk: Desk, wedge: KeyboardWedge, ears: Ears
):
    desk.edit.setFocus()
    window = QWindow()
    window.create()
    Keyboard(window).type("abc")
    shiboken6.delete(window)
    wedge.set_active(False)
    assert desk.edit.text() == "abc"
    assert ears.scans == []


@pytest.mark.usefixtures("qapp")
def test_typing_is_dropped_when_no_window_is_left():
    wedge = KeyboardWedge(ScannerProfile(), numbering=Numbering.X11)
    wedge.set_active(True)
    window = QWindow()
    window.create()
    Keyboard(window).type("abc")
    shiboken6.delete(window)
    wedge.set_active(False)
    assert not wedge.is_active


def test_a_key_of_a_scan_that_is_held_on_is_no_shortcut(keyboard: Keyboard, ears: Ears):
    keyboard.type("abcde")
    keyboard.send(PRESS, F8, "", Qt.Key.Key_F8)
    keyboard.enter()
    keyboard.now_ms += 600
    assert keyboard.is_taken_from_shortcuts(F8, Qt.Key.Key_F8, NONE, "", again=True)
    assert ears.texts() == [f"abcde{GS}"]


def test_a_filter_that_fails_switches_itself_off(desk: Desk, keyboard: Keyboard):
    def broken(native_modifiers: int) -> bool:
        raise LookupError(native_modifiers)

    wedge = KeyboardWedge(ScannerProfile(), numbering=Numbering.X11, caps_lock=broken)
    wedge.set_active(True)
    desk.edit.setFocus()
    with pytest.raises(LookupError):
        keyboard.type("a")
    assert not wedge.is_active
    keyboard.type("bc")
    assert desk.edit.text().endswith("bc")


@pytest.mark.usefixtures("qapp")
def test_the_offscreen_platform_counts_keys_as_x11_does():
    assert platform_numbering() is Numbering.X11


def test_tab_after_a_scan_moves_no_focus(desk: Desk, keyboard: Keyboard, ears: Ears):
    desk.edit.setFocus()
    keyboard.type("abcdef")
    keyboard.stroke(TAB, "\t", Qt.Key.Key_Tab)
    assert ears.texts() == ["abcdef"]
    assert desk.edit.hasFocus()
    keyboard.now_ms += 500
    keyboard.stroke(TAB, "\t", Qt.Key.Key_Tab)
    assert desk.button.hasFocus()
