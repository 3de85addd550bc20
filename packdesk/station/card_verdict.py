"""What the scanner test card shows of a scanner."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias


class SeparatorForm(Enum):
    """How a scanner sends GS."""

    CONTROL_KEY = auto()
    F8 = auto()
    F12 = auto()
    CURSOR_DOWN = auto()
    ALT_CODE = auto()
    CHARACTER = auto()


class EndingForm(Enum):
    """What a scanner sends after a scan."""

    ENTER = auto()
    TAB = auto()
    NOTHING = auto()


class Typed(Enum):
    """The keyboard layout that the system had while the scanner typed."""

    LATIN = auto()
    RUSSIAN = auto()


class CardFlaw(Enum):
    """Why codes from this scanner cannot be trusted as it is set up now."""

    SEPARATORS_LOST = auto()
    SEPARATORS_REPLACED = auto()
    CASE_INVERTED_BY_CAPS = auto()
    CASE_INVERTED = auto()
    CASE_LOST = auto()
    SIGNS_CHANGED = auto()
    CUT_SHORT = auto()


@dataclass(frozen=True, slots=True)
class ScannerHabits:
    """How the scanner sends its texts; None where it cannot be told.

    Attributes:
        prefix: What stands before the text of the symbol; may be empty.
        tail: What stands after it; may be empty.
        separator: The form of GS, where keys were seen.
        ending: What ended the scan, where keys were seen.
        typed: The system's layout, where keys were seen.
        longest_gap_ms: Between two of its keys.
        caps_lock: Caps Lock was on.
    """

    prefix: str = ""
    tail: str = ""
    separator: SeparatorForm | None = None
    ending: EndingForm | None = None
    typed: Typed | None = None
    longest_gap_ms: int | None = None
    caps_lock: bool = False


@dataclass(frozen=True, slots=True)
class CardPassed:
    """Every character came over, or comes over once the habits are in the profile."""

    habits: ScannerHabits


@dataclass(frozen=True, slots=True)
class CardFailed:
    """The card came over changed. ``flaws`` is never empty.

    Attributes:
        flaws: What happened to it.
        habits: What can be told nevertheless.
        replaced_by: What stands in the place of the separators; empty where they are there or lost.
    """

    flaws: tuple[CardFlaw, ...]
    habits: ScannerHabits
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class NotTheCard:
    """Something else was scanned."""


CardVerdict: TypeAlias = CardPassed | CardFailed | NotTheCard
