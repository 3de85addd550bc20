"""The scanner card through the real wedge: keys in, verdict and profile out."""

import pytest
from PySide6.QtCore import Qt

from packdesk.printing.card_text import card_text
from packdesk.scanners.card_reader import CardReader
from packdesk.scanners.chosen_profile import chosen_profile
from packdesk.scanners.key_layout import Numbering
from packdesk.scanners.scan_text import GS
from packdesk.scanners.wedge import KeyboardWedge
from packdesk.settings import SeparatorChoice, Settings
from packdesk.station.card_verdict import (
    CardPassed,
    EndingForm,
    NotTheCard,
    ScannerHabits,
    SeparatorForm,
    Typed,
)
from tests.ui.wedge_desk import PRESS, RELEASE, Desk, Keyboard
from tests.ui.x_server import ALT, KEYPAD

CARD = card_text()
SLOW = 90
OTHER_KEYS = {
    SeparatorForm.F8: (74, Qt.Key.Key_F8),
    SeparatorForm.F12: (96, Qt.Key.Key_F12),
    SeparatorForm.CURSOR_DOWN: (116, Qt.Key.Key_Down),
}


class Scanner:
    """A keyboard scanner before a window, its wedge, and the step that reads the card."""

    def __init__(self, qtbot):
        self.desk = Desk()
        qtbot.addWidget(self.desk)
        with qtbot.waitExposed(self.desk):
            self.desk.show()
        self.keyboard = Keyboard(self.desk.windowHandle())
        self.wedge = KeyboardWedge(chosen_profile(Settings()), numbering=Numbering.X11)
        self.wedge.set_active(True)
        self.reader = CardReader(CARD, self.wedge.set_profile)
        self.verdicts = []
        self.scans = []
        self.is_step = True
        self.wedge.scanned.connect(self.take)

    def take(self, scan):
        self.scans.append(scan.text)
        if self.is_step:
            self.verdicts.append(self.reader.read(scan.text, caps_lock=scan.caps_lock))

    def card(self, form=SeparatorForm.CONTROL_KEY, gap_ms=2, *, russian=False, caps=False):
        parts = CARD.split(GS)
        for number, part in enumerate(parts):
            if number:
                self.separator(form, gap_ms)
            self.keyboard.type(part, gap_ms, russian=russian, caps=caps)

    def separator(self, form, gap_ms):
        if form is SeparatorForm.CONTROL_KEY:
            self.keyboard.type(GS, gap_ms)
        elif form is SeparatorForm.ALT_CODE:
            self.alt_code("029", gap_ms)
        else:
            self.keyboard.now_ms += gap_ms
            code, key = OTHER_KEYS[form]
            self.keyboard.stroke(code, "", key)

    def alt_code(self, digits, gap_ms):
        alt = Qt.KeyboardModifier.AltModifier
        self.keyboard.send(PRESS, ALT, "", Qt.Key.Key_Alt)
        for digit in digits:
            self.keyboard.now_ms += gap_ms
            held = alt | Qt.KeyboardModifier.KeypadModifier
            self.keyboard.stroke(KEYPAD[digit], digit, ord(digit), held)
        self.keyboard.send(RELEASE, ALT, "", Qt.Key.Key_Alt, alt)


@pytest.fixture
def scanner(qtbot):
    made = Scanner(qtbot)
    made.reader.begin(Settings())
    yield made
    made.reader.end(Settings())
    made.wedge.set_active(False)


def habits(**values):
    usual = {
        "separator": SeparatorForm.CONTROL_KEY,
        "ending": EndingForm.ENTER,
        "typed": Typed.LATIN,
        "longest_gap_ms": 2,
    }
    return CardPassed(ScannerHabits(**{**usual, **values}))


def test_a_usual_scanner_is_told_by_its_keys(scanner):
    scanner.card()
    scanner.keyboard.enter()
    assert scanner.verdicts == [habits()]


@pytest.mark.parametrize("form", [*OTHER_KEYS, SeparatorForm.ALT_CODE])
def test_the_key_of_the_separator_is_told(scanner, form):
    scanner.card(form)
    scanner.keyboard.enter()
    assert scanner.verdicts == [habits(separator=form)]


def test_a_separator_that_the_profile_names_is_told_as_well(scanner):
    scanner.reader.begin(Settings().changed(scan_separator=SeparatorChoice.F12))
    scanner.card(SeparatorForm.F12)
    scanner.keyboard.enter()
    assert scanner.verdicts == [habits(separator=SeparatorForm.F12)]


def test_the_russian_layout_is_told_and_does_no_harm(scanner):
    scanner.card(russian=True)
    scanner.keyboard.enter()
    assert scanner.verdicts == [habits(typed=Typed.RUSSIAN)]


def test_caps_lock_that_does_no_harm_is_told(scanner):
    scanner.card(caps=True)
    scanner.keyboard.enter()
    assert scanner.verdicts == [habits(caps_lock=True)]


def test_tab_at_the_end_is_told(scanner):
    scanner.card()
    scanner.keyboard.now_ms += 2
    scanner.keyboard.stroke(23, "\t", Qt.Key.Key_Tab)
    assert scanner.verdicts == [habits(ending=EndingForm.TAB)]


def test_a_scan_that_nothing_ends_is_told(scanner, qtbot):
    scanner.card()
    qtbot.waitUntil(lambda: bool(scanner.verdicts))
    assert scanner.verdicts == [habits(ending=EndingForm.NOTHING)]


def test_a_slow_scanner_is_understood_during_the_step_and_only_then(scanner):
    scanner.card(gap_ms=SLOW)
    scanner.keyboard.enter(SLOW)
    assert scanner.verdicts == [habits(longest_gap_ms=SLOW)]
    scanner.reader.end(Settings())
    scanner.is_step = False
    scanner.keyboard.now_ms += 2000
    scanner.card(gap_ms=SLOW)
    scanner.keyboard.enter(SLOW)
    assert scanner.scans == [CARD]


def test_a_slow_scanner_is_understood_afterwards_with_its_own_profile(scanner):
    scanner.reader.end(Settings().changed(scan_gap_ms=120))
    scanner.is_step = False
    scanner.card(gap_ms=SLOW)
    scanner.keyboard.enter(SLOW)
    assert scanner.scans == [CARD]


def test_keys_before_the_scan_do_not_count(scanner):
    scanner.keyboard.stroke(74, "", Qt.Key.Key_F8)
    scanner.keyboard.now_ms += 1000
    scanner.card()
    scanner.keyboard.enter()
    assert scanner.verdicts == [habits()]


def test_another_code_is_not_the_card(scanner):
    scanner.keyboard.type("4600000000017")
    scanner.keyboard.enter()
    assert scanner.verdicts == [NotTheCard()]


def test_a_scan_from_a_serial_port_has_no_keys(scanner):
    assert scanner.reader.read(CARD, caps_lock=False) == CardPassed(ScannerHabits())
