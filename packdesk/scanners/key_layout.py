"""What a physical key means on the US layout that every scanner types, whatever layout is active.

Keys are told by PC set-1 make codes: Windows' native scan codes as they are (0x100 marks the
extended keys), X11 keycodes minus 8 with the extended keys renumbered (evdev's own table).
"""

import string
from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import TypeAlias

from packdesk.scanners.profile import SeparatorKey
from packdesk.scanners.scan_text import GS, UNREADABLE


class Numbering(Enum):
    """Whose scan codes an event carries."""

    X11 = auto()
    WINDOWS = auto()
    NONE = auto()


class Held(Flag):
    """Modifier keys that are down with a key. `LEVEL` is AltGr or Meta: never a scanner's."""

    NOTHING = 0
    SHIFT = auto()
    CTRL = auto()
    ALT = auto()
    LEVEL = auto()


@dataclass(frozen=True, slots=True)
class Character:
    """A key that types one character on the US layout, GS included."""

    char: str


@dataclass(frozen=True, slots=True)
class ComposedCharacter:
    """Text that came without a known key: synthetic input, or what Windows made of an Alt code."""

    char: str


@dataclass(frozen=True, slots=True)
class ControlCharacter:
    """Ctrl and a letter: a control character inside a scan, else a person's shortcut."""

    char: str


@dataclass(frozen=True, slots=True)
class AltDigit:
    """A keypad digit while Alt is down: part of a character's decimal number."""

    digit: str


class Ending(Enum):
    """Keys that scanners send as suffix; the value is what they are as text."""

    ENTER = "\r"
    TAB = "\t"


class Plain(Enum):
    """Keys that type nothing."""

    ALT_RELEASED = auto()
    MODIFIER = auto()
    OTHER = auto()


Meaning: TypeAlias = Character | ComposedCharacter | ControlCharacter | AltDigit | Ending | Plain

ENTER, TAB, ALT, F8, F12, CURSOR_DOWN = 0x1C, 0x0F, 0x38, 0x42, 0x58, 0x150
CTRL, SHIFT, META, ALT_GR, CAPS_LOCK, NUM_LOCK = 0x1D, 0x2A, 0x15B, 0x138, 0x3A, 0x145

_ROWS = (
    (0x02, "1234567890-=", "!@#$%^&*()_+"),
    (0x10, "qwertyuiop[]", "QWERTYUIOP{}"),
    (0x1E, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (0x2B, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (0x39, " ", " "),
)
_UNSHIFTED = {first + i: char for first, row, _ in _ROWS for i, char in enumerate(row)}
_SHIFTED = {first + i: char for first, _, row in _ROWS for i, char in enumerate(row)}
US_KEYS = {char: (code, True) for code, char in _SHIFTED.items()} | {
    char: (code, False) for code, char in _UNSHIFTED.items()
}
"""The key of each character, and whether Shift is held: what a scanner presses."""
_KEYPAD_CODES = (
    *(0x52, 0x4F, 0x50, 0x51, 0x4B, 0x4C, 0x4D, 0x47, 0x48, 0x49),
    *(0x4A, 0x4E, 0x37, 0x53, 0x135),
)
_KEYPAD = dict(zip(_KEYPAD_CODES, "0123456789-+*./", strict=True))
_ENTERS = frozenset({ENTER, 0x11C})
_MODIFIERS = frozenset(
    {SHIFT, 0x36, 0x136, CTRL, 0x11D, ALT, ALT_GR, CAPS_LOCK, 0x45, NUM_LOCK, META, 0x15C}
)
# evdev numbers the extended keys in a block of its own (linux/input-event-codes.h).
_EVDEV_EXTENDED = dict(
    zip(
        (96, 97, 98, 100, *range(102, 112), 125, 126),
        (
            *(0x11C, 0x11D, 0x135, 0x138),
            *(0x147, 0x148, 0x149, 0x14B, 0x14D, 0x14F, 0x150, 0x151, 0x152, 0x153),
            *(0x15B, 0x15C),
        ),
        strict=True,
    )
)
_SEPARATORS = {
    SeparatorKey.USUAL: frozenset({F8}),
    SeparatorKey.F12: frozenset({F8, F12}),
    SeparatorKey.CURSOR_DOWN: frozenset({F8, CURSOR_DOWN}),
}
# With Ctrl: the key itself, its text, and its text on a Russian layout (X11 gives that).
_BRACKETS = frozenset({"]", GS, "ъ", "Ъ"})
_CONTROLS = frozenset(string.ascii_letters + "[\\^_")
# Code page 437 shows 0x1D as this arrow, and Windows types it for Alt+29.
_GS_GLYPH = "\u2194"
_LAST_ASCII = 0x7E
ALT_DIGITS_MAX = 4
"""The longest Alt code, zero in front included."""


def set1_code(native: int, numbering: Numbering) -> int:
    """The set-1 make code of a native scan code; 0 when there is none (synthetic events)."""
    match numbering:
        case Numbering.WINDOWS:
            return native
        case Numbering.X11:
            evdev = max(native - 8, 0)
            return _EVDEV_EXTENDED.get(evdev, evdev)
        case Numbering.NONE:
            return 0


def read_key(
    code: int, text: str, held: Held, separator: SeparatorKey = SeparatorKey.USUAL
) -> Meaning:
    """What a pressed key means to a scan.

    Args:
        code: Set-1 make code; 0 or an unknown one falls back to `text`.
        text: What the active layout made of the key, may be empty.
        held: Modifiers that are down. Caps Lock and Num Lock do not matter.
        separator: The scanner's own key for GS.

    Returns:
        One meaning; keys with AltGr or Meta, and keys that type nothing, are `Plain.OTHER`.
    """
    if code in _MODIFIERS and not text:
        return Plain.MODIFIER
    if Held.LEVEL in held:
        return Plain.OTHER
    if code in _SEPARATORS[separator]:
        return Plain.OTHER if held & (Held.CTRL | Held.ALT) else Character(GS)
    if Held.ALT in held:
        return _with_alt(code, held)
    if Held.CTRL in held:
        return _with_ctrl(code, text, held)
    return _alone(code, text, held)


def _with_alt(code: int, held: Held) -> Meaning:
    digit = _KEYPAD.get(code, "")
    return AltDigit(digit) if held == Held.ALT and digit.isdigit() else Plain.OTHER


def _with_ctrl(code: int, text: str, held: Held) -> Meaning:
    """Ctrl with the keys from A to _ types the control characters."""
    char = (_SHIFTED if Held.SHIFT in held else _UNSHIFTED).get(code, text)
    if char in _BRACKETS:
        return Character(GS)
    if char in _CONTROLS:
        return ControlCharacter(chr(ord(char) & 0x1F))
    return Plain.OTHER


def _alone(code: int, text: str, held: Held) -> Meaning:
    if code in _ENTERS:
        return Ending.ENTER
    if code == TAB:
        return Plain.OTHER if Held.SHIFT in held else Ending.TAB
    char = _KEYPAD.get(code) or (_SHIFTED if Held.SHIFT in held else _UNSHIFTED).get(code)
    return Character(char) if char else _from_text(text)


def _from_text(text: str) -> Meaning:
    if text in {GS, _GS_GLYPH}:
        return ComposedCharacter(GS)
    if text in {Ending.ENTER.value, "\n", "\r\n"}:
        return Ending.ENTER
    if text == Ending.TAB.value:
        return Ending.TAB
    if text and text.isprintable():
        return ComposedCharacter(text)
    return Plain.OTHER


def alt_code_char(digits: str) -> str:
    """The character of a decimal number typed on the keypad with Alt down.

    Only ASCII is certain: above it the code page decides, so `UNREADABLE` stands there.
    """
    value = int(digits[:ALT_DIGITS_MAX])
    return chr(value) if 0 < value <= _LAST_ASCII and len(digits) <= ALT_DIGITS_MAX else UNREADABLE
