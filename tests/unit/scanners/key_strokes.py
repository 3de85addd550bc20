"""Strokes of a scanner and of a person, and what the frames make of them."""

from collections.abc import Iterable
from dataclasses import replace

from packdesk.scanners.frames import Frame, KeyFrames, Stroke, Verdict
from packdesk.scanners.key_layout import Character, Meaning
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.scan_text import ScanSource, ScanText

LATER = 1_000_000
PROFILE = ScannerProfile()


def scan(text: str, *, caps_lock: bool = False) -> ScanText:
    return ScanText(text, caps_lock, ScanSource.KEYBOARD)


def keys(text: str, start_ms: int = 1000, gap_ms: int = 3) -> list[Stroke]:
    return [Stroke(Character(char), start_ms + i * gap_ms) for i, char in enumerate(text)]


def burst(*meanings: Meaning, start_ms: int = 1000, gap_ms: int = 3) -> list[Stroke]:
    return [Stroke(meaning, start_ms + i * gap_ms) for i, meaning in enumerate(meanings)]


def chars(text: str) -> list[Meaning]:
    return [Character(char) for char in text]


def bare(strokes: Iterable[Stroke]) -> list[Stroke]:
    """The same where no text is written."""
    return [replace(stroke, is_bare=True) for stroke in strokes]


def run(
    strokes: Iterable[Stroke], profile: ScannerProfile = PROFILE
) -> tuple[list[Frame], list[Stroke]]:
    """Feeds all strokes, then silence; returns the frames and the strokes that were let through."""
    frames = KeyFrames(profile)
    told: list[Frame | None] = []
    passed = []
    for stroke in strokes:
        fed = frames.feed(stroke)
        told.append(fed.frame)
        if fed.verdict is Verdict.PASS:
            passed.append(stroke)
    told.append(frames.close_idle(LATER))
    return [frame for frame in told if frame is not None], passed
