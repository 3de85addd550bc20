"""How one scanner behaves: its speed, what ends its scans, and its key for the separator."""

from dataclasses import dataclass
from enum import Enum, auto


class ScannerProfileInvalid(ValueError):
    """A profile holds a value outside its range.

    Attributes:
        field: The name of the field of `ScannerProfile`.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field} {reason}")
        self.field = field


class Suffix(Enum):
    """The key that ends a scan; the other one of Enter and Tab is then text of the scan.

    An idle gap always ends a scan too.
    """

    ENTER_OR_TAB = auto()
    ENTER = auto()
    TAB = auto()
    NONE = auto()


class SeparatorKey(Enum):
    """A key that one scanner model sends for GS, besides the usual forms.

    Ctrl+], F8 and Alt+029 are always understood. The others are keys a person uses, so only a
    profile makes them a separator (function-key maps of IDAutomation, ValueTeam, Worth Data).
    """

    USUAL = auto()
    F12 = auto()
    CURSOR_DOWN = auto()


@dataclass(frozen=True, slots=True)
class ScannerProfile:
    """The settings of one keyboard-wedge scanner.

    Attributes:
        gap_ms: Two keys further apart are typing, 5 to 120 ms. In a text field, slow and
            Bluetooth scanners need more than the default; typing appears there this much later.
            Where no text is written, `frames.BARE_GAP_MS` is allowed at least.
        idle_ms: A scan without suffix ends after this silence, from `gap_ms` to 1000 ms; where no
            text is written, after `frames.BARE_IDLE_MS` at least.
        min_keys: A burst of fewer characters is typing, 2 to 64.
        max_chars: A longer burst is refused as a whole, 100 to 10000.
        suffix: What ends a scan.
        separator_key: What is a GS besides the usual forms.

    Raises:
        ScannerProfileInvalid: A value is outside its range.
    """

    gap_ms: int = 35
    idle_ms: int = 60
    min_keys: int = 6
    max_chars: int = 2000
    suffix: Suffix = Suffix.ENTER_OR_TAB
    separator_key: SeparatorKey = SeparatorKey.USUAL

    def __post_init__(self) -> None:
        for field, value, low, high in (
            ("gap_ms", self.gap_ms, 5, 120),
            ("idle_ms", self.idle_ms, self.gap_ms, 1000),
            ("min_keys", self.min_keys, 2, 64),
            ("max_chars", self.max_chars, 100, 10_000),
        ):
            if not low <= value <= high:
                raise ScannerProfileInvalid(field, f"is {value}, not {low} to {high}")
