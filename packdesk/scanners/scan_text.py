"""What a scanner gives: one whole text per read, or the reason why there is none."""

from dataclasses import dataclass
from enum import Enum, auto

GS = "\x1d"
"""The group separator of GS1 element strings, one character in a `ScanText`."""

UNREADABLE = "\ufffd"
"""Stands in a `ScanText` for a key that means no character, so that the scan is refused."""


class ScanSource(Enum):
    """The way a scan came in."""

    KEYBOARD = auto()
    SERIAL = auto()


@dataclass(frozen=True, slots=True)
class ScanText:
    """One whole scan, its prefix kept and its suffix cut off.

    Attributes:
        text: What was scanned, never empty; separators are real `GS` characters.
        caps_lock: Caps Lock was on during the scan, so the letter case may be inverted.
        source: The way it came in.
    """

    text: str
    caps_lock: bool
    source: ScanSource


class NoiseReason(Enum):
    """Why a frame is no scan. `CUT_SHORT` is a part of one: the other part was lost or told."""

    TOO_LONG = auto()
    UNDECODABLE = auto()
    CONTROL_CHARACTERS = auto()
    CUT_SHORT = auto()


@dataclass(frozen=True, slots=True)
class ScanNoise:
    """A frame that is refused as a whole: nothing of it may be taken for a code.

    Attributes:
        reason: What is wrong with it.
        size: Its length in characters (keyboard) or bytes (serial).
        source: The way it came in.
    """

    reason: NoiseReason
    size: int
    source: ScanSource
