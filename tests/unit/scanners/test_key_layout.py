"""The table of physical keys: the same US text from any layout, X11 and Windows."""

import pytest

from packdesk.scanners.key_layout import (
    AltDigit,
    Character,
    ComposedCharacter,
    ControlCharacter,
    Ending,
    Held,
    Meaning,
    Numbering,
    Plain,
    alt_code_char,
    read_key,
    set1_code,
)
from packdesk.scanners.profile import SeparatorKey
from packdesk.scanners.scan_text import GS, UNREADABLE

ROWS = {
    0x02: ("1234567890-=", "!@#$%^&*()_+"),
    0x10: ("qwertyuiop[]", "QWERTYUIOP{}"),
    0x1E: ("asdfghjkl;'`", 'ASDFGHJKL:"~'),
    0x2B: ("\\zxcvbnm,./", "|ZXCVBNM<>?"),
}
CHARSET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("text", ["", "ф", "№", "\x1d", "2"])
def test_a_known_key_types_its_us_character_whatever_the_layout_made_of_it(text: str):
    for first, (plain, shifted) in ROWS.items():
        for i, (char, upper) in enumerate(zip(plain, shifted, strict=True)):
            assert read_key(first + i, text, Held.NOTHING) == Character(char)
            assert read_key(first + i, text, Held.SHIFT) == Character(upper)


def test_every_character_a_marking_code_may_hold_has_a_key():
    typed = {char for rows in ROWS.values() for row in rows for char in row}
    assert len(CHARSET_82) == 82
    assert set(CHARSET_82) <= typed


def test_space_has_a_key():
    assert read_key(0x39, " ", Held.SHIFT) == Character(" ")


@pytest.mark.parametrize(
    ("native", "numbering", "code"),
    [
        (10, Numbering.X11, 0x02),
        (61, Numbering.X11, 0x35),
        (74, Numbering.X11, 0x42),
        (90, Numbering.X11, 0x52),
        (104, Numbering.X11, 0x11C),
        (106, Numbering.X11, 0x135),
        (108, Numbering.X11, 0x138),
        (110, Numbering.X11, 0x147),
        (116, Numbering.X11, 0x150),
        (119, Numbering.X11, 0x153),
        (133, Numbering.X11, 0x15B),
        (8, Numbering.X11, 0),
        (0, Numbering.X11, 0),
        (0x02, Numbering.WINDOWS, 0x02),
        (0x150, Numbering.WINDOWS, 0x150),
        (0, Numbering.WINDOWS, 0),
        (38, Numbering.NONE, 0),
    ],
)
def test_native_codes_of_each_system_become_set_1(native: int, numbering: Numbering, code: int):
    assert set1_code(native, numbering) == code


@pytest.mark.parametrize(
    ("code", "text", "held", "meaning"),
    [
        (0x1B, "\x1d", Held.CTRL, Character(GS)),
        (0x1B, "ъ", Held.CTRL, Character(GS)),
        (0, "]", Held.CTRL, Character(GS)),
        (0, "ъ", Held.CTRL, Character(GS)),
        (0, "\x1d", Held.CTRL, Character(GS)),
        (0, "\x1d", Held.NOTHING, ComposedCharacter(GS)),
        (0x42, "", Held.NOTHING, Character(GS)),
        (0x42, "", Held.SHIFT, Character(GS)),
        (0x38, "↔", Held.NOTHING, ComposedCharacter(GS)),
        (0x52, "", Held.ALT, AltDigit("0")),
        (0x49, "9", Held.ALT, AltDigit("9")),
    ],
)
def test_each_form_of_the_separator_is_known(code: int, text: str, held: Held, meaning: Meaning):
    assert read_key(code, text, held) == meaning


@pytest.mark.parametrize(
    ("key", "code"), [(SeparatorKey.F12, 0x58), (SeparatorKey.CURSOR_DOWN, 0x150)]
)
def test_a_profile_makes_one_more_key_the_separator(key: SeparatorKey, code: int):
    assert read_key(code, "", Held.NOTHING) is Plain.OTHER
    assert read_key(code, "", Held.NOTHING, key) == Character(GS)
    assert read_key(0x42, "", Held.NOTHING, key) == Character(GS)


@pytest.mark.parametrize(
    ("code", "char"), [(0x52, "0"), (0x4F, "1"), (0x4C, "5"), (0x49, "9"), (0x135, "/")]
)
@pytest.mark.parametrize("held", [Held.NOTHING, Held.SHIFT])
def test_keypad_keys_are_digits_without_num_lock_too(code: int, char: str, held: Held):
    assert read_key(code, "", held) == Character(char)


@pytest.mark.parametrize(
    ("code", "text", "held", "meaning"),
    [
        (0x1C, "\r", Held.NOTHING, Ending.ENTER),
        (0x1C, "\r", Held.SHIFT, Ending.ENTER),
        (0x11C, "\r", Held.NOTHING, Ending.ENTER),
        (0, "\r", Held.NOTHING, Ending.ENTER),
        (0, "\n", Held.NOTHING, Ending.ENTER),
        (0x0F, "\t", Held.NOTHING, Ending.TAB),
        (0, "\t", Held.NOTHING, Ending.TAB),
        (0x0F, "", Held.SHIFT, Plain.OTHER),
        (0x1C, "\r", Held.CTRL, Plain.OTHER),
    ],
)
def test_enter_and_tab_end_a_scan(code: int, text: str, held: Held, meaning: Meaning):
    assert read_key(code, text, held) == meaning


@pytest.mark.parametrize(
    ("code", "text", "held"),
    [
        (0x43, "", Held.NOTHING),  # F9
        (0x01, "\x1b", Held.NOTHING),
        (0x0E, "\b", Held.NOTHING),
        (0x153, "\x7f", Held.NOTHING),
        (0x14B, "", Held.NOTHING),  # left
        (0x21, "f", Held.ALT),
        (0x21, "f", Held.LEVEL),
        (0x52, "0", Held.ALT | Held.CTRL),
        (0x42, "", Held.ALT),
        (0x02, "1", Held.CTRL),
        (0, "", Held.NOTHING),
    ],
)
def test_what_no_scanner_sends_is_other(code: int, text: str, held: Held):
    assert read_key(code, text, held) is Plain.OTHER


@pytest.mark.parametrize("code", [0x2A, 0x36, 0x1D, 0x11D, 0x38, 0x138, 0x3A, 0x145, 0x15B])
@pytest.mark.parametrize("held", [Held.NOTHING, Held.CTRL, Held.LEVEL])
def test_modifier_keys_mean_nothing_alone(code: int, held: Held):
    assert read_key(code, "", held) is Plain.MODIFIER


@pytest.mark.parametrize(
    ("code", "held", "char"),
    [
        (0x32, Held.CTRL, "\r"),
        (0x24, Held.CTRL, "\n"),
        (0x30, Held.CTRL, "\x02"),
        (0x07, Held.CTRL | Held.SHIFT, "\x1e"),
        (0x1E, Held.CTRL | Held.SHIFT, "\x01"),
    ],
)
def test_ctrl_and_a_letter_is_a_control_character(code: int, held: Held, char: str):
    assert read_key(code, "", held) == ControlCharacter(char)


@pytest.mark.parametrize("text", ["a", "Ж", "ﾊ", "привет"])
def test_text_without_a_known_key_is_taken_as_it_is(text: str):
    assert read_key(0, text, Held.NOTHING) == ComposedCharacter(text)


@pytest.mark.parametrize(
    ("digits", "char"),
    [
        ("029", GS),
        ("29", GS),
        ("0048", "0"),
        ("65", "A"),
        ("013", "\r"),
        ("0233", UNREADABLE),
        ("0", UNREADABLE),
        ("00029", UNREADABLE),
        ("9" * 5000, UNREADABLE),
    ],
)
def test_alt_codes_are_ascii_or_unreadable(digits: str, char: str):
    assert alt_code_char(digits) == char
