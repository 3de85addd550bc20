"""Keys of a page: a press acts once, however the system tells that the key is held."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from packdesk.ui.page_keys import on_held_key, on_key
from tests.ui.wedge_desk import NONE, PRESS, RELEASE, Keyboard

CODE, KEY = 72, Qt.Key.Key_F6
DELAY_MS, RATE_MS = 660, 40


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def keyboard(page):
    return Keyboard(page.windowHandle())


def press(keyboard, *, marked=False):
    kind = QEvent.Type.ShortcutOverride
    for one in (kind, PRESS):
        keyboard.send(one, CODE, "", KEY, NONE, auto_repeat=marked)


def let_go(keyboard, *, marked=False):
    keyboard.send(RELEASE, CODE, "", KEY, NONE, auto_repeat=marked)


def hold(keyboard, repeats, *, marked):
    press(keyboard)
    keyboard.now_ms += DELAY_MS
    for place in range(repeats):
        let_go(keyboard, marked=marked(place))
        press(keyboard, marked=marked(place))
        keyboard.now_ms += RATE_MS
    let_go(keyboard)


@pytest.mark.parametrize(
    "marked",
    [lambda _: True, lambda _: False, lambda place: place % 3 > 0],
    ids=["marked", "unmarked", "some-marked"],
)
def test_a_held_key_acts_once_until_it_is_let_go(page, keyboard, marked):
    acts = []
    on_key(page, "F6", lambda: acts.append("act"))
    for done in (1, 2):
        hold(keyboard, 60, marked=marked)
        assert len(acts) == done
        keyboard.now_ms += RATE_MS


def test_a_key_that_is_held_acts_on_no_page_that_comes_meanwhile(page, keyboard):
    acts = []
    first = on_key(page, "F6", lambda: acts.append("first"))
    second = on_key(page, "F6", lambda: acts.append("second"))
    second.setEnabled(False)
    press(keyboard)
    first.setEnabled(False)
    second.setEnabled(True)
    keyboard.now_ms += DELAY_MS
    let_go(keyboard)
    press(keyboard)
    assert acts == ["first"]


def test_quick_presses_of_a_person_all_act(page, keyboard):
    acts = []
    on_key(page, "F6", lambda: acts.append("act"))
    for _ in range(3):
        press(keyboard)
        keyboard.now_ms += 30
        let_go(keyboard)
        keyboard.now_ms += 30
    assert len(acts) == 3


def test_a_button_that_is_held_hears_each_unmarked_repeat(page, keyboard):
    acts = []
    on_held_key(page, "F6", lambda: acts.append("reached"))
    hold(keyboard, 2, marked=lambda _: False)
    assert len(acts) == 3
