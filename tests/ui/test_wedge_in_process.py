"""The wedge in the test's own process: events with scan codes and times of their own."""

from collections.abc import Iterator
from itertools import count

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from packdesk.scanners.key_layout import Numbering
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.scan_text import GS, NoiseReason, ScanNoise, ScanSource, ScanText
from packdesk.scanners.wedge import KeyboardWedge, platform_numbering
from tests.ui.x_server import BACKSPACE, ENTER, F8, F9, LEFT, PLACES, SHIFT, TAB

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
NONE = Qt.KeyboardModifier.NoModifier
RUSSIAN = dict(
    zip(
        "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
        "йцукенгшщзхъфывапролджэячсмитьбю.",
        strict=True,
    )
)


class Desk(QWidget):
    """A field, a button and shortcuts, with a list of what reached them."""

    def __init__(self) -> None:
        super().__init__()
        self.reached: list[str] = []
        self.edit = QLineEdit()
        self.edit.returnPressed.connect(lambda: self.reached.append("returned"))
        self.button = QPushButton("press")
        self.button.setDefault(True)
        self.button.pressed.connect(lambda: self.reached.append("pressed"))
        self.button.clicked.connect(lambda: self.reached.append("clicked"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.edit)
        layout.addWidget(self.button)
        for keys in ("F9", "F8", "F12", "Ctrl+]", "N"):
            QShortcut(QKeySequence(keys), self).activated.connect(
                lambda keys=keys: self.reached.append(keys)
            )


class Keyboard:
    """Sends keys to a window with scan codes as X11 gives them, and with times of its own."""

    def __init__(self, window: QWindow) -> None:
        self.window = window
        self.now_ms = 10_000

    def send(
        self,
        kind: QEvent.Type,
        code: int,
        text: str,
        key: int = 0,
        modifiers: Qt.KeyboardModifier = NONE,
        *,
        native_modifiers: int = 0,
        auto_repeat: bool = False,
    ) -> None:
        event = QKeyEvent(kind, key, modifiers, code, 0, native_modifiers, text, auto_repeat)
        event.setTimestamp(self.now_ms)
        QCoreApplication.sendEvent(self.window, event)

    def stroke(
        self, code: int, text: str, key: int = 0, modifiers: Qt.KeyboardModifier = NONE
    ) -> None:
        self.send(PRESS, code, text, key, modifiers)
        self.send(RELEASE, code, text, key, modifiers)

    def is_taken_from_shortcuts(
        self, code: int, key: int, modifiers: Qt.KeyboardModifier, text: str, *, again: bool = False
    ) -> bool:
        """Asks as the system does before a shortcut may act; a taken key acts as no shortcut."""
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, key, modifiers, code, 0, 0, text, autorep=again
        )
        event.setTimestamp(self.now_ms)
        event.ignore()
        QCoreApplication.sendEvent(self.window, event)
        return event.isAccepted()

    def type(self, text: str, gap_ms: int = 2, *, russian: bool = False, caps: bool = False):
        for char in text:
            self.now_ms += gap_ms
            if char == GS:
                code, held, shown = PLACES["]"][0], Qt.KeyboardModifier.ControlModifier, "ъ"
            else:
                code, shifted = PLACES[char]
                held = Qt.KeyboardModifier.ShiftModifier if shifted else NONE
                shown = RUSSIAN.get(char.lower(), char) if russian else char
            key = ord(shown[0].upper())
            native = 2 if caps else 0
            self.send(PRESS, code, shown, key, held, native_modifiers=native)
            self.send(RELEASE, code, shown, key, held, native_modifiers=native)

    def enter(self, gap_ms: int = 2) -> None:
        self.now_ms += gap_ms
        self.stroke(ENTER, "\r", Qt.Key.Key_Return)


class Ears:
    """What the wedge told."""

    def __init__(self, wedge: KeyboardWedge) -> None:
        self.scans: list[object] = []
        wedge.scanned.connect(self.scans.append)
        wedge.refused.connect(self.scans.append)

    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans if isinstance(scan, ScanText)]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    window = Desk()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.button.setFocus()
    qtbot.waitUntil(window.button.hasFocus)
    return window


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk.windowHandle())


@pytest.fixture
def wedge(desk: Desk) -> Iterator[KeyboardWedge]:
    made = KeyboardWedge(ScannerProfile(), numbering=Numbering.X11)
    made.set_active(True)
    yield made
    made.set_active(False)


@pytest.fixture
def ears(wedge: KeyboardWedge) -> Ears:
    return Ears(wedge)


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
