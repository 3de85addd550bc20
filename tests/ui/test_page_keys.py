"""Keys of a page: a press acts once, however the system tells that the key is held."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from packdesk.ui.handover.question_view import QuestionView
from packdesk.ui.handover.tracks_props import QuestionProps, TrackAnswerProps
from packdesk.ui.page_keys import on_held_key, on_key
from tests.ui.wedge_desk import NONE, PRESS, RELEASE, Keyboard
from tests.ui.x_server import PLACES

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


@pytest.mark.parametrize("marked", [True, False])
def test_a_digit_that_is_held_answers_one_question(qtbot, theme, page, keyboard, marked):
    question = QuestionView(theme, page)
    answer = TrackAnswerProps(1, "1", "Yes")
    question.show_question(QuestionProps("Which?", (answer,)))
    digits: list[object] = []
    question.digit.connect(digits.append)
    code, key = PLACES["1"][0], Qt.Key.Key_1
    keyboard.send(PRESS, code, "1", key)
    keyboard.now_ms += DELAY_MS
    keyboard.send(RELEASE, code, "1", key, auto_repeat=marked)
    keyboard.send(PRESS, code, "1", key, auto_repeat=marked)
    assert digits == [1]
