"""What has the focus tells how patient the wedge is with a slow scanner."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.wedge_desk import NONE, Desk, Ears, Keyboard

CODE = "4600000000017"
BLUETOOTH_MS = 60


def password() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def silent_password() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.NoEcho)
    return line


def editable_box() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    return box


def locked_line() -> QLineEdit:
    line = QLineEdit()
    line.setReadOnly(True)
    return line


def locked_text() -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    return text


def put_focus(desk: Desk, widget: QWidget, qtbot: QtBot) -> None:
    widget.setParent(desk)
    widget.show()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


@pytest.mark.parametrize("suffix", [True, False])
@pytest.mark.parametrize(
    "make", [QPushButton, QCheckBox, QListView, QTableWidget, QComboBox, QWidget, locked_line,
             locked_text],
)  # fmt: skip
def test_a_slow_scan_is_one_where_no_text_is_written(
    desk: Desk,
    keyboard: Keyboard,
    ears: Ears,
    qtbot: QtBot,
    make: Callable[[], QWidget],
    suffix: bool,
):
    put_focus(desk, make(), qtbot)
    QShortcut(QKeySequence("6"), desk).activated.connect(lambda: desk.reached.append("6"))
    keyboard.type(CODE, gap_ms=BLUETOOTH_MS)
    if suffix:
        keyboard.enter(gap_ms=BLUETOOTH_MS)
    qtbot.waitUntil(lambda: ears.texts() == [CODE])
    assert desk.reached == []


@pytest.mark.parametrize(
    "make", [QLineEdit, password, silent_password, QSpinBox, QDateEdit, QPlainTextEdit, QTextEdit,
             editable_box],
)  # fmt: skip
def test_the_same_is_typing_where_text_is_written(
    desk: Desk, keyboard: Keyboard, ears: Ears, qtbot: QtBot, make: Callable[[], QWidget]
):
    put_focus(desk, make(), qtbot)
    keyboard.type(CODE, gap_ms=BLUETOOTH_MS)
    keyboard.enter(gap_ms=BLUETOOTH_MS)
    assert ears.scans == []


def test_a_window_where_nothing_has_the_focus_takes_no_text(
    desk: Desk, keyboard: Keyboard, ears: Ears
):
    desk.button.clearFocus()
    keyboard.type(CODE, gap_ms=BLUETOOTH_MS)
    keyboard.enter(gap_ms=BLUETOOTH_MS)
    assert ears.texts() == [CODE]


def test_typing_at_that_speed_is_all_in_the_field(
    desk: Desk, keyboard: Keyboard, ears: Ears, qtbot: QtBot
):
    desk.edit.setFocus()
    keyboard.type(CODE, gap_ms=BLUETOOTH_MS)
    qtbot.waitUntil(lambda: desk.edit.text() == CODE)
    assert ears.scans == []


def test_a_focus_that_moves_meanwhile_cuts_no_scan(desk: Desk, keyboard: Keyboard, ears: Ears):
    keyboard.type(CODE[:3], gap_ms=BLUETOOTH_MS)
    desk.edit.setFocus()
    keyboard.type(CODE[3:], gap_ms=BLUETOOTH_MS)
    keyboard.enter(gap_ms=BLUETOOTH_MS)
    assert ears.texts() == [CODE]
    assert desk.edit.text() == ""
    assert desk.reached == []


def test_two_quick_shortcuts_both_act_in_order(
    desk: Desk, keyboard: Keyboard, ears: Ears, qtbot: QtBot
):
    QShortcut(QKeySequence("2"), desk).activated.connect(lambda: desk.reached.append("2"))
    keyboard.type("n2", gap_ms=80)
    qtbot.waitUntil(lambda: desk.reached == ["N", "2"])
    assert ears.scans == []


def test_a_slow_key_of_a_scan_may_be_no_shortcut(desk: Desk, keyboard: Keyboard, ears: Ears):
    for char in CODE:
        keyboard.now_ms += BLUETOOTH_MS
        assert keyboard.is_taken_from_shortcuts(0, ord(char), NONE, char)
        keyboard.stroke(0, char, ord(char))
    keyboard.enter(gap_ms=BLUETOOTH_MS)
    assert ears.texts() == [CODE]
    assert desk.reached == []
