"""The wedge in the test's own process: events with scan codes and times of their own."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot
from typing_extensions import override

from packdesk.scanners.key_layout import Numbering
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.scan_text import GS, ScanSource, ScanText
from packdesk.scanners.wedge import KeyboardWedge
from tests.ui.wedge_desk import NONE, PRESS, RELEASE, Desk, Ears, Keyboard
from tests.ui.x_server import BACKSPACE, ENTER, F8, F9, LEFT, PLACES, SHIFT


@pytest.mark.parametrize("russian", [False, True])
@pytest.mark.parametrize("focus", ["edit", "button"])
def test_a_scan_is_told_and_reaches_no_widget(
    desk: Desk, keyboard: Keyboard, ears: Ears, qtbot: QtBot, focus: str, russian: bool
):
    getattr(desk, focus).setFocus()
    code = "010460703456789421aBc/-;N \x1d91EE06"
    keyboard.type(code, russian=russian)
    keyboard.enter()
    assert ears.scans == [ScanText(code, caps_lock=False, source=ScanSource.KEYBOARD)]
    assert desk.edit.text() == ""
    assert desk.reached == []
    assert getattr(desk, focus).hasFocus()


def test_caps_lock_is_told_with_the_scan(keyboard: Keyboard, ears: Ears):
    keyboard.type("abcdef", caps=True)
    keyboard.enter()
    assert ears.scans == [ScanText("abcdef", caps_lock=True, source=ScanSource.KEYBOARD)]


def test_a_scan_without_suffix_is_told_after_silence(
    keyboard: Keyboard, ears: Ears, desk: Desk, qtbot: QtBot
):
    keyboard.type("4600000000017")
    assert ears.scans == []
    qtbot.waitUntil(lambda: ears.texts() == ["4600000000017"])
    assert desk.reached == []


def test_typing_reaches_the_field_as_it_was_typed(
    desk: Desk, keyboard: Keyboard, ears: Ears, qtbot: QtBot
):
    desk.edit.setFocus()
    keyboard.type("ghbdtn", gap_ms=80, russian=True)
    qtbot.waitUntil(lambda: desk.edit.text() == "привет")
    keyboard.stroke(BACKSPACE, "\b", Qt.Key.Key_Backspace)
    assert desk.edit.text() == "приве"
    keyboard.now_ms += 80
    keyboard.stroke(LEFT, "", Qt.Key.Key_Left)
    keyboard.type("n", gap_ms=80, russian=True)
    keyboard.enter(gap_ms=80)
    assert desk.edit.text() == "привте"
    assert desk.reached == ["returned"]
    keyboard.now_ms += 80
    keyboard.stroke(PLACES["z"][0], "\x1a", Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.edit.text() != "привте"
    assert ears.scans == []


def test_quick_typing_is_let_out_before_a_key_no_scanner_sends(desk: Desk, keyboard: Keyboard):
    desk.edit.setFocus()
    wedge = KeyboardWedge(ScannerProfile(), numbering=Numbering.X11)
    wedge.set_active(True)
    keyboard.type("abc")
    assert desk.edit.text() == ""
    keyboard.now_ms += 2
    keyboard.stroke(F9, "", Qt.Key.Key_F9)
    assert desk.edit.text() == "abc"
    assert desk.reached == ["F9"]
    wedge.set_active(False)


@pytest.mark.usefixtures("wedge")
def test_a_single_letter_can_still_be_a_shortcut(desk: Desk, keyboard: Keyboard, qtbot: QtBot):
    keyboard.type("n")
    qtbot.waitUntil(lambda: desk.reached == ["N"])


@pytest.mark.usefixtures("wedge")
def test_space_and_enter_of_a_person_press_the_button(desk: Desk, keyboard: Keyboard, qtbot: QtBot):
    keyboard.type(" ")
    qtbot.waitUntil(lambda: desk.reached == ["pressed", "clicked"])
    keyboard.enter(gap_ms=500)
    assert desk.reached == ["pressed", "clicked"] * 2


def test_a_key_that_is_still_down_when_its_scan_is_over_is_not_seen_released(
    desk: Desk, keyboard: Keyboard, ears: Ears
):
    seen = SeenReleases()
    desk.button.installEventFilter(seen)
    for char in "abcdef":
        keyboard.now_ms += 2
        keyboard.send(PRESS, PLACES[char][0], char, ord(char.upper()))
    keyboard.send(PRESS, ENTER, "\r", Qt.Key.Key_Return)
    assert ears.texts() == ["abcdef"]
    keyboard.now_ms += 600
    keyboard.send(RELEASE, ENTER, "\r", Qt.Key.Key_Return, auto_repeat=True)
    keyboard.send(PRESS, ENTER, "\r", Qt.Key.Key_Return, auto_repeat=True)
    keyboard.send(RELEASE, ENTER, "\r", Qt.Key.Key_Return)
    for char in "abcdef":
        keyboard.send(RELEASE, PLACES[char][0], char, ord(char.upper()))
    assert seen.keys == []
    assert desk.reached == []


def test_the_second_of_two_equal_characters_counts_where_the_system_calls_it_a_repeat(
    desk: Desk, keyboard: Keyboard, ears: Ears
):
    # X11 calls it so when a scanner's release and next press come in the same millisecond.
    keyboard.type("0104607")
    equals, _ = PLACES["="]
    keyboard.now_ms += 1
    keyboard.send(PRESS, equals, "=", Qt.Key.Key_Equal)
    keyboard.send(RELEASE, equals, "=", Qt.Key.Key_Equal, auto_repeat=True)
    assert keyboard.is_taken_from_shortcuts(equals, Qt.Key.Key_Equal, NONE, "=", again=True)
    keyboard.send(PRESS, equals, "=", Qt.Key.Key_Equal, auto_repeat=True)
    keyboard.send(RELEASE, equals, "=", Qt.Key.Key_Equal)
    keyboard.enter()
    assert ears.texts() == ["0104607=="]
    assert desk.reached == []


class SeenReleases(QObject):
    """Key events that a widget gets."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            self.keys.append(event.key())
        return False


def test_a_held_key_repeats_in_the_field(desk: Desk, keyboard: Keyboard, ears: Ears, qtbot: QtBot):
    desk.edit.setFocus()
    code = PLACES["a"][0]
    keyboard.send(PRESS, code, "a", Qt.Key.Key_A)
    qtbot.waitUntil(lambda: desk.edit.text() == "a")
    keyboard.now_ms += 500
    for _ in range(9):
        keyboard.now_ms += 30
        keyboard.send(RELEASE, code, "a", Qt.Key.Key_A, auto_repeat=True)
        keyboard.send(PRESS, code, "a", Qt.Key.Key_A, auto_repeat=True)
    keyboard.send(RELEASE, code, "a", Qt.Key.Key_A)
    assert desk.edit.text() == "a" * 10
    assert ears.scans == []


@pytest.mark.parametrize("key", [Qt.Key.Key_F8, Qt.Key.Key_F9])
def test_only_keys_that_no_scanner_sends_may_be_shortcuts_at_once(
    desk: Desk, keyboard: Keyboard, ears: Ears, key: Qt.Key
):
    code = {Qt.Key.Key_F8: F8, Qt.Key.Key_F9: F9}[key]
    assert keyboard.is_taken_from_shortcuts(code, key, NONE, "") is (key == Qt.Key.Key_F8)


def test_a_shortcut_inside_a_scan_does_not_act(desk: Desk, keyboard: Keyboard, ears: Ears):
    keyboard.type("abcnef")
    control = Qt.KeyboardModifier.ControlModifier
    for key, held in ((Qt.Key.Key_F8, NONE), (Qt.Key.Key_BracketRight, control),
                      (Qt.Key.Key_F9, NONE)):  # fmt: skip
        # As synthetic keys come, with no scan code.
        text = "]" if key == Qt.Key.Key_BracketRight else ""
        keyboard.now_ms += 2
        assert keyboard.is_taken_from_shortcuts(0, key, held, text)
        keyboard.stroke(0, text, key, held)
    keyboard.enter()
    assert ears.texts() == [f"abcnef{GS}{GS}\ufffd"]
    assert desk.reached == []


def test_typing_with_no_time_of_its_own_is_taken_as_it_comes(
    desk: Desk, keyboard: Keyboard, ears: Ears, qtbot: QtBot
):
    desk.edit.setFocus()
    QCoreApplication.sendEvent(keyboard.window, QKeyEvent(PRESS, 0, NONE, "Ж"))
    QCoreApplication.sendEvent(keyboard.window, QKeyEvent(RELEASE, 0, NONE, "Ж"))
    qtbot.waitUntil(lambda: desk.edit.text() == "Ж")
    assert ears.scans == []


def test_modifier_keys_are_never_kept(desk: Desk, keyboard: Keyboard, ears: Ears):
    seen = SeenReleases()
    desk.button.installEventFilter(seen)
    keyboard.stroke(SHIFT, "", Qt.Key.Key_Shift)
    # A key press that nobody wants may be offered more than once on its way.
    assert set(seen.keys) == {Qt.Key.Key_Shift}


def test_alt_and_a_number_on_the_keypad_is_one_separator(
    desk: Desk, keyboard: Keyboard, ears: Ears
):
    alt = Qt.KeyboardModifier.AltModifier
    keyboard.type("0104")
    keyboard.send(PRESS, 64, "", Qt.Key.Key_Alt)
    for code in (90, 88, 81):
        keyboard.now_ms += 2
        keyboard.send(PRESS, code, "", Qt.Key.Key_Insert, alt)
        keyboard.send(RELEASE, code, "", Qt.Key.Key_Insert, alt)
    keyboard.send(RELEASE, 64, "", Qt.Key.Key_Alt, alt)
    keyboard.type("93Zj")
    keyboard.enter()
    assert ears.texts() == [f"0104{GS}93Zj"]
