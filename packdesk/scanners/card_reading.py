"""Reads the test card: what a scan of it tells of the scanner. Pure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from packdesk.domain.codes.layout_text import repaired
from packdesk.domain.codes.severity import IssueCode
from packdesk.scanners.key_trace import KeyTrace
from packdesk.scanners.scan_text import GS, UNREADABLE, ScanText
from packdesk.station.card_verdict import (
    CardFailed,
    CardFlaw,
    CardPassed,
    CardVerdict,
    NotTheCard,
    ScannerHabits,
    SeparatorForm,
    Typed,
)

LONGEST_REPLACEMENT: Final = 10
"""So many characters may stand for one separator; the longest seen is ``(FNC1)`` and its kin."""
LEAST_CUT: Final = 16
"""A shorter piece may come from anything, the product barcode of the card among them."""

_PROFILE_KEYS = frozenset({SeparatorForm.F12, SeparatorForm.CURSOR_DOWN})
_DIGITS = re.compile(r"\d{14}")
_CYRILLIC = re.compile("[\u0400-\u04ff\u2116]")
_LETTER = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Found:
    """The card within a scan: where it begins and ends, and what stands for its separators."""

    start: int
    end: int
    separator: str


def read_card(scan: ScanText, expected: str, trace: KeyTrace | None = None) -> CardVerdict:
    """Compares a scan with the text of the card.

    Args:
        scan: What came.
        expected: What a well set up scanner sends, its separators real GS.
        trace: The keys, where the scanner is a keyboard and was watched.

    Returns:
        What the scanner does, or that this was not the card.
    """
    text, habits = _latin(scan.text, _traced(ScannerHabits(caps_lock=scan.caps_lock), trace))
    for fold, flaw in _foldings(caps_lock=scan.caps_lock):
        wanted = fold(expected) if flaw is CardFlaw.CASE_LOST else expected
        found = _find(fold(text), wanted)
        if found is not None:
            flaws = () if flaw is None else (flaw,)
            return _verdict(text, found, flaws, habits)
    if text in expected and len(text) >= LEAST_CUT:
        return CardFailed((CardFlaw.CUT_SHORT,), habits)
    if _has_its_number(text, expected):
        return CardFailed((_other_change(text, expected),), habits)
    return NotTheCard()


def _latin(text: str, habits: ScannerHabits) -> tuple[str, ScannerHabits]:
    """A text that was typed under the Russian layout is read as marking codes are."""
    if not _CYRILLIC.search(text):
        return text, habits
    latin, told = repaired(text)
    if told is not IssueCode.I_LAYOUT_FIXED:
        return text, habits
    return latin, replace(habits, typed=Typed.RUSSIAN)


def _foldings(*, caps_lock: bool) -> Iterator[tuple[Callable[[str], str], CardFlaw | None]]:
    """Ways to undo what happened to the letters, none first."""
    yield str, None
    by_caps = CardFlaw.CASE_INVERTED_BY_CAPS if caps_lock else CardFlaw.CASE_INVERTED
    yield str.swapcase, by_caps
    yield str.casefold, CardFlaw.CASE_LOST


def _find(text: str, expected: str) -> _Found | None:
    """The card in a text with its separators as they are, lost, or each replaced by the same."""
    parts = [re.escape(part) for part in expected.split(GS)]
    first, *others = parts
    if not others:
        pattern = first
    else:
        rest = "(?P=gs)".join(others)
        pattern = f"{first}(?P<gs>{GS}|.{{0,{LONGEST_REPLACEMENT}}}?){rest}"
    match = re.search(pattern, text, re.DOTALL)
    if match is None:
        return None
    return _Found(match.start(), match.end(), match["gs"] if others else GS)


def _verdict(
    text: str, found: _Found, flaws: tuple[CardFlaw, ...], habits: ScannerHabits
) -> CardVerdict:
    habits = replace(habits, prefix=text[: found.start], tail=text[found.end :])
    # A key of the profile is unreadable only until the profile names it.
    named = habits.separator in _PROFILE_KEYS and set(found.separator) == {UNREADABLE}
    if found.separator == GS or named:
        return CardFailed(flaws, habits) if flaws else CardPassed(habits)
    if not found.separator:
        return CardFailed((*flaws, CardFlaw.SEPARATORS_LOST), habits)
    return CardFailed((*flaws, CardFlaw.SEPARATORS_REPLACED), habits, found.separator)


def _traced(habits: ScannerHabits, trace: KeyTrace | None) -> ScannerHabits:
    if trace is None:
        return habits
    form = next(iter(trace.separators)) if len(trace.separators) == 1 else None
    return replace(
        habits,
        separator=form,
        ending=trace.ending,
        typed=trace.typed,
        longest_gap_ms=trace.longest_gap_ms,
    )


def _has_its_number(text: str, expected: str) -> bool:
    """Digits come over in almost every layout, so its first number tells the card."""
    number = _DIGITS.search(expected)
    return number is not None and number[0] in text


def _other_change(text: str, expected: str) -> CardFlaw:
    if _CYRILLIC.search(text):
        return CardFlaw.SIGNS_CHANGED
    letters, wanted = (len(_LETTER.findall(one)) for one in (text, expected))
    return CardFlaw.CUT_SHORT if letters < wanted else CardFlaw.SIGNS_CHANGED
