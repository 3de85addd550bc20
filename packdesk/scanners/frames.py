"""Cuts key strokes into scans and typing, by speed.

A scanner types its whole text with gaps of a few milliseconds, a person does not. Strokes are kept
while it is open which of the two they are; time comes with the strokes, never from a clock.

Where no text is written a person presses single keys at most, so what begins there may come slower
and still be a scan.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias, assert_never

from packdesk.scanners.burst import Burst
from packdesk.scanners.key_layout import (
    AltDigit,
    Character,
    ComposedCharacter,
    ControlCharacter,
    Ending,
    Meaning,
    Plain,
)
from packdesk.scanners.profile import ScannerProfile, Suffix
from packdesk.scanners.scan_text import NoiseReason, ScanNoise, ScanSource, ScanText

REPEAT_MS = 12
"""No held key repeats this fast: what X11 calls a repeat then is a quick scanner's next press."""
BARE_GAP_MS = 90
"""A burst that begins where no text is written gets this much at least, whatever the profile says:
Bluetooth scanners leave 40 to 80 ms, and each key of theirs would act as a shortcut there."""
BARE_IDLE_MS = 180
"""Such a burst, once it is a scan for certain, ends no sooner: half a code is worse than a late one."""
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
        is_bare: It goes where no text is written: to a button, a list, nothing at all.
    """

    meaning: Meaning
    at_ms: int
    auto_repeat: bool = False
    caps_lock: bool = False
    is_bare: bool = False


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


@dataclass(frozen=True, slots=True)
class _Limits:
    """The silences that end a burst: before it is a scan for certain, and after."""

    gap_ms: int
    idle_ms: int

    def of(self, *, is_scan: bool) -> int:
        return self.idle_ms if is_scan else self.gap_ms


@dataclass(frozen=True, slots=True)
class _Silenced:
    burst: Burst
    is_scan: bool
    limits: _Limits


class KeyFrames:
    """The state machine of one keyboard. Not safe for threads: the GUI thread owns it.

    The first stroke of a burst tells whether it is bare; that holds for the whole burst, wherever
    the focus goes meanwhile.
    """

    def __init__(self, profile: ScannerProfile) -> None:
        self._profile = profile
        self._usual = _Limits(profile.gap_ms, profile.idle_ms)
        self._bare = _Limits(max(profile.gap_ms, BARE_GAP_MS), max(profile.idle_ms, BARE_IDLE_MS))
        self._endings = _ENDINGS[profile.suffix]
        self._last_ms = 0
        self._scan_ended = False
        self._silenced: _Silenced | None = None
        self._reset()

    def _reset(self) -> None:
        self._is_open = False
        self._is_remainder = False
        self._strokes: list[Stroke] = []
        self._burst = Burst(self._profile.max_chars)
        self._limits = self._usual

    @property
    def is_scan(self) -> bool:
        """The open burst is a scan for certain: its strokes will never be typing."""
        return self._is_remainder or self._burst.keys >= self._profile.min_keys

    @property
    def last_ms(self) -> int:
        """When the last stroke that counted was made."""
        return self._last_ms

    @property
    def limit_ms(self) -> int | None:
        """The silence after `last_ms` that ends the open burst; None when none is open."""
        return self._limits.of(is_scan=self.is_scan) if self._is_open else None

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
        """Ends the open burst if it has been silent for its limit.

        The keys of a stalled system may come later still: their times then tell that there was no
        silence, and `feed` goes on with the burst. Typing that is out already stays out.
        """
        if not self._is_over(now_ms):
            return None
        silenced = _Silenced(self._burst, self.is_scan, self._limits)
        frame = self._close()
        self._silenced = silenced
        return frame

    def flush(self) -> Frame | None:
        """Ends the open burst now."""
        return self._close()

    def _is_over(self, now_ms: int) -> bool:
        limit = self.limit_ms
        return limit is not None and abs(_distance(self._last_ms, now_ms)) > limit

    def _fate(self, stroke: Stroke) -> Verdict:
        """Whether a stroke belongs to the open burst, or opens one."""
        if stroke.auto_repeat:
            return Verdict.KEEP if self._is_open else Verdict.PASS
        match stroke.meaning:
            case Character() | ComposedCharacter() | AltDigit():
                keeps = True
            case Ending() as ending if self._is_open and ending not in self._endings:
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
            and not self._is_open
            and abs(_distance(self._last_ms, at_ms)) <= LATE_SUFFIX_MS
        )

    def _take_modifier(self, stroke: Stroke) -> None:
        # A modifier keeps a burst alive: slow scanners send it as a report of its own.
        if self._is_open:
            self._last_ms = stroke.at_ms
            if stroke.meaning is Plain.ALT_RELEASED:
                self._burst.end_alt_code()

    def _keep(self, stroke: Stroke) -> Frame | None:
        ending = _ending_of(stroke.meaning)
        if stroke.auto_repeat and abs(_distance(self._last_ms, stroke.at_ms)) >= REPEAT_MS:
            self._keep_uncounted(stroke)
        elif ending is not None and not self._is_open:
            return None
        elif ending in self._endings:
            self._last_ms = stroke.at_ms
            return self._close()
        elif self._burst.is_echo(stroke.meaning):
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
        if not self._is_open:
            self._is_open = True
            self._limits = self._bare if stroke.is_bare else self._usual
            self._resume(stroke)
        self._last_ms = stroke.at_ms
        self._keep_uncounted(stroke)
        self._burst.add(stroke.meaning, caps_lock=stroke.caps_lock)

    def _resume(self, stroke: Stroke) -> None:
        silenced, self._silenced = self._silenced, None
        if silenced is None:
            return
        limit = silenced.limits.of(is_scan=silenced.is_scan)
        if abs(_distance(self._last_ms, stroke.at_ms)) > limit:
            return
        self._limits = silenced.limits
        if silenced.is_scan:
            # It was told as a scan: what comes now may not be taken for another one.
            self._is_remainder = True
        else:
            self._burst = silenced.burst

    def _close(self) -> Frame | None:
        if not self._is_open:
            return None
        self._burst.end_alt_code()
        frame = self._frame()
        self._scan_ended = self.is_scan
        self._reset()
        return frame

    def _frame(self) -> Frame:
        if self._is_remainder:
            return ScanNoise(NoiseReason.CUT_SHORT, self._burst.size, ScanSource.KEYBOARD)
        return self._burst.scan() if self.is_scan else Typing(tuple(self._strokes))


def _ending_of(meaning: Meaning) -> Ending | None:
    if isinstance(meaning, Ending):
        return meaning
    return _CONTROL_ENDINGS.get(meaning.char) if isinstance(meaning, ControlCharacter) else None


def _distance(earlier_ms: int, later_ms: int) -> int:
    """Milliseconds between two readings of a 32-bit counter (X11 and Windows), with its wrap."""
    return (later_ms - earlier_ms + 2**31) % 2**32 - 2**31
