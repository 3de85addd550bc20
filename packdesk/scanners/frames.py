"""Cuts key strokes into scans and typing, by speed.

A scanner types its whole text with gaps of a few milliseconds, a person does not. Strokes are kept
while it is open which of the two they are; time comes with the strokes, never from a clock.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias, assert_never

from packdesk.scanners.key_layout import (
    ALT_DIGITS_MAX,
    AltDigit,
    Character,
    ComposedCharacter,
    ControlCharacter,
    Ending,
    Meaning,
    Plain,
    alt_code_char,
)
from packdesk.scanners.profile import ScannerProfile, Suffix
from packdesk.scanners.scan_text import UNREADABLE, NoiseReason, ScanNoise, ScanSource, ScanText

LATE_SUFFIX_MS = 150
"""An Enter or Tab this soon after a scan is the scanner's second or late suffix, not a person's."""

_ENDINGS = {
    Suffix.ENTER_OR_TAB: frozenset({Ending.ENTER, Ending.TAB}),
    Suffix.ENTER: frozenset({Ending.ENTER}),
    Suffix.TAB: frozenset({Ending.TAB}),
    Suffix.NONE: frozenset[Ending](),
}
_MODIFIER_KEYS = frozenset({Plain.MODIFIER, Plain.ALT_RELEASED})
_CONTROL_ENDINGS = {"\r": Ending.ENTER, "\n": Ending.ENTER, "\t": Ending.TAB}


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key press (or the release of Alt).

    Attributes:
        meaning: What the key means on a scanner's layout.
        at_ms: When the system saw it, a 32-bit millisecond counter that may wrap around.
        auto_repeat: The key is being held down.
        caps_lock: Caps Lock was on.
    """

    meaning: Meaning
    at_ms: int
    auto_repeat: bool = False
    caps_lock: bool = False


@dataclass(frozen=True, slots=True)
class Typing:
    """Kept strokes that turned out to be a person's, in order: to be replayed."""

    strokes: tuple[Stroke, ...]


Frame: TypeAlias = ScanText | ScanNoise | Typing


class Verdict(Enum):
    """What to do with the stroke that was fed."""

    KEEP = auto()  # it belongs to the open burst or to a scan: nobody else may see it
    PASS = auto()  # it goes its usual way, after what was kept before it


@dataclass(frozen=True, slots=True)
class Fed:
    """The answer to one stroke: the frame that is over by it, and its own fate."""

    frame: Frame | None
    verdict: Verdict


class KeyFrames:
    """The state machine of one keyboard. Not safe for threads: the GUI thread owns it."""

    def __init__(self, profile: ScannerProfile) -> None:
        self._profile = profile
        self._endings = _ENDINGS[profile.suffix]
        self._last_ms = 0
        self._scan_ended = False
        self._clear()

    def _clear(self) -> None:
        self._strokes: list[Stroke] = []
        self._chars: list[str] = []
        self._alt_digits = ""
        self._alt_resolved = False
        self._keys = 0
        self._size = 0
        self._caps_lock = False

    @property
    def is_scan(self) -> bool:
        """The open burst is a scan for certain: its strokes will never be typing."""
        return self._keys >= self._profile.min_keys

    @property
    def last_ms(self) -> int:
        """When the last stroke that counted was made."""
        return self._last_ms

    @property
    def limit_ms(self) -> int | None:
        """The silence after `last_ms` that ends the open burst; None when none is open."""
        if not self._strokes:
            return None
        return self._profile.idle_ms if self.is_scan else self._profile.gap_ms

    def feed(self, stroke: Stroke) -> Fed:
        """Takes the next stroke."""
        frame = self._close() if self._is_over(stroke.at_ms) else None
        if self._fate(stroke) is Verdict.KEEP:
            ended = self._keep(stroke)
            return Fed(frame or ended, Verdict.KEEP)
        if stroke.meaning in _MODIFIER_KEYS:
            self._take_modifier(stroke)
            return Fed(frame, Verdict.PASS)
        return Fed(frame or self._close(), Verdict.PASS)

    def make_way(self, stroke: Stroke) -> Fed:
        """The answer that `feed` would give, with the stroke itself not taken yet.

        For a shortcut, which acts before its key press arrives: what was kept must be out first.
        """
        if self._is_over(stroke.at_ms):
            return Fed(self._close(), self._fate(stroke))
        verdict = self._fate(stroke)
        if verdict is Verdict.KEEP or stroke.meaning in _MODIFIER_KEYS:
            return Fed(None, verdict)
        return Fed(self._close(), verdict)

    def close_idle(self, now_ms: int) -> Frame | None:
        """Ends the open burst if it has been silent for its limit."""
        return self._close() if self._is_over(now_ms) else None

    def flush(self) -> Frame | None:
        """Ends the open burst now."""
        return self._close()

    def _is_over(self, now_ms: int) -> bool:
        limit = self.limit_ms
        return limit is not None and abs(_distance(self._last_ms, now_ms)) > limit

    def _fate(self, stroke: Stroke) -> Verdict:
        """Whether a stroke belongs to the open burst, or opens one."""
        is_open = bool(self._strokes)
        if stroke.auto_repeat:
            return Verdict.KEEP if is_open else Verdict.PASS
        match stroke.meaning:
            case Character() | ComposedCharacter() | AltDigit():
                keeps = True
            case Ending() as ending if is_open and ending not in self._endings:
                keeps = True
            case Ending():
                keeps = self.is_scan or self._is_late_suffix(stroke.at_ms)
            case ControlCharacter(char):
                keeps = self.is_scan or (
                    char in _CONTROL_ENDINGS and self._is_late_suffix(stroke.at_ms)
                )
            case Plain.OTHER:
                keeps = self.is_scan
            case Plain.MODIFIER | Plain.ALT_RELEASED:
                keeps = False
            case _:
                assert_never(stroke.meaning)
        return Verdict.KEEP if keeps else Verdict.PASS

    def _is_late_suffix(self, at_ms: int) -> bool:
        return (
            self._scan_ended
            and not self._strokes
            and abs(_distance(self._last_ms, at_ms)) <= LATE_SUFFIX_MS
        )

    def _take_modifier(self, stroke: Stroke) -> None:
        # A modifier keeps a burst alive: slow scanners send it as a report of its own.
        if self._strokes:
            self._last_ms = stroke.at_ms
            if stroke.meaning is Plain.ALT_RELEASED:
                self._resolve_alt()

    def _keep(self, stroke: Stroke) -> Frame | None:
        ending = _ending_of(stroke.meaning)
        if stroke.auto_repeat:
            self._keep_uncounted(stroke)
        elif ending is not None and not self._strokes:
            return None
        elif ending in self._endings:
            self._last_ms = stroke.at_ms
            return self._close()
        elif isinstance(stroke.meaning, ComposedCharacter) and self._alt_resolved:
            # Windows sends what it made of an Alt code after the keys that are the code.
            self._alt_resolved = False
            self._last_ms = stroke.at_ms
            self._keep_uncounted(stroke)
        else:
            self._add(stroke)
        return None

    def _keep_uncounted(self, stroke: Stroke) -> None:
        """No character of a scan, but typing if the burst is typing."""
        if not self.is_scan:
            self._strokes.append(stroke)

    def _add(self, stroke: Stroke) -> None:
        self._last_ms = stroke.at_ms
        self._keep_uncounted(stroke)
        self._caps_lock = self._caps_lock or stroke.caps_lock
        meaning = stroke.meaning
        if isinstance(meaning, AltDigit):
            if len(self._alt_digits) == ALT_DIGITS_MAX:
                self._resolve_alt()
            self._alt_digits += meaning.digit
            return
        self._resolve_alt()
        self._alt_resolved = False
        match meaning:
            case Character(char) | ComposedCharacter(char) | ControlCharacter(char):
                self._add_text(char)
            case Ending():
                self._add_text(meaning.value)
            case Plain():
                self._add_text(UNREADABLE)
            case _:
                assert_never(meaning)

    def _resolve_alt(self) -> None:
        if self._alt_digits:
            self._add_text(alt_code_char(self._alt_digits))
            self._alt_digits = ""
            self._alt_resolved = True

    def _add_text(self, text: str) -> None:
        self._keys += 1
        self._size += len(text)
        if self._size <= self._profile.max_chars:
            self._chars.append(text)

    def _close(self) -> Frame | None:
        if not self._strokes:
            return None
        self._resolve_alt()
        frame = self._scan() if self.is_scan else Typing(tuple(self._strokes))
        self._scan_ended = self.is_scan
        self._clear()
        return frame

    def _scan(self) -> ScanText | ScanNoise:
        if self._size > self._profile.max_chars:
            return ScanNoise(NoiseReason.TOO_LONG, self._size, ScanSource.KEYBOARD)
        text = "".join(self._chars).rstrip("\r\n\t")
        if not text:
            return ScanNoise(NoiseReason.CONTROL_CHARACTERS, self._size, ScanSource.KEYBOARD)
        return ScanText(text, self._caps_lock, ScanSource.KEYBOARD)


def _ending_of(meaning: Meaning) -> Ending | None:
    if isinstance(meaning, Ending):
        return meaning
    return _CONTROL_ENDINGS.get(meaning.char) if isinstance(meaning, ControlCharacter) else None


def _distance(earlier_ms: int, later_ms: int) -> int:
    """Milliseconds between two readings of a 32-bit counter (X11 and Windows), with its wrap."""
    return (later_ms - earlier_ms + 2**31) % 2**32 - 2**31
