"""The scanner card tells what a scanner does to a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.domain.codes.layout_text import _RU, _US
from packdesk.printing.card_text import CARD_CODE128, CARD_EAN13, card_text
from packdesk.scanners.card_reading import read_card
from packdesk.scanners.key_trace import KeyTrace
from packdesk.scanners.scan_text import GS, UNREADABLE, ScanSource, ScanText
from packdesk.station.card_verdict import (
    CardFailed,
    CardFlaw,
    CardPassed,
    EndingForm,
    NotTheCard,
    ScannerHabits,
    SeparatorForm,
    Typed,
)

CARD = card_text()
RUSSIAN = CARD.translate(str.maketrans(_US, _RU))


def read(text, *, caps_lock=False, trace=None):
    return read_card(ScanText(text, caps_lock, ScanSource.KEYBOARD), CARD, trace)


def trace(*separators, ending=EndingForm.ENTER, typed=Typed.LATIN, gap=8):
    return KeyTrace(frozenset(separators), ending, typed, gap)


def test_a_scanner_that_changes_nothing_passes():
    assert read(CARD) == CardPassed(ScannerHabits())


@pytest.mark.parametrize("prefix", ["]d2", GS, "]d2" + GS, "\\", "~~"])
def test_a_prefix_is_told_and_does_no_harm(prefix):
    assert read(prefix + CARD) == CardPassed(ScannerHabits(prefix=prefix))


def test_signs_after_the_code_are_told():
    assert read(f"{CARD};;") == CardPassed(ScannerHabits(tail=";;"))


def test_the_keys_tell_separator_ending_layout_and_speed():
    seen = trace(SeparatorForm.F8, ending=EndingForm.TAB, typed=Typed.RUSSIAN, gap=70)
    habits = ScannerHabits(
        separator=SeparatorForm.F8,
        ending=EndingForm.TAB,
        typed=Typed.RUSSIAN,
        longest_gap_ms=70,
    )
    assert read(CARD, trace=seen) == CardPassed(habits)


@pytest.mark.parametrize("form", [SeparatorForm.F12, SeparatorForm.CURSOR_DOWN])
def test_a_key_that_the_profile_can_name_passes(form):
    verdict = read(CARD.replace(GS, UNREADABLE), trace=trace(form))
    assert isinstance(verdict, CardPassed)
    assert verdict.habits.separator is form


def test_an_unknown_key_in_the_place_of_the_separator_does_not_pass():
    verdict = read(CARD.replace(GS, UNREADABLE), trace=trace())
    assert isinstance(verdict, CardFailed)
    assert verdict.flaws == (CardFlaw.SEPARATORS_REPLACED,)


def test_lost_separators_are_told():
    assert read(CARD.replace(GS, "")) == CardFailed((CardFlaw.SEPARATORS_LOST,), ScannerHabits())


@pytest.mark.parametrize("signs", ["{GS}", "<GS>", "|", " ", "^]", "\\u001d", "(FNC1)"])
def test_signs_in_the_place_of_separators_are_told(signs):
    expected = CardFailed((CardFlaw.SEPARATORS_REPLACED,), ScannerHabits(), signs)
    assert read(CARD.replace(GS, signs)) == expected


def test_inverted_letters_are_told_with_their_cause():
    flaws = CardFailed((CardFlaw.CASE_INVERTED,), ScannerHabits())
    assert read(CARD.swapcase()) == flaws
    by_caps = CardFailed((CardFlaw.CASE_INVERTED_BY_CAPS,), ScannerHabits(caps_lock=True))
    assert read(CARD.swapcase(), caps_lock=True) == by_caps


def test_a_scanner_that_ignores_caps_lock_passes_with_it_on():
    assert read(CARD, caps_lock=True) == CardPassed(ScannerHabits(caps_lock=True))


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_letters_of_one_size_are_told(change):
    assert read(change(CARD)) == CardFailed((CardFlaw.CASE_LOST,), ScannerHabits())


def test_two_flaws_are_both_told():
    verdict = read(CARD.swapcase().replace(GS, ""))
    assert isinstance(verdict, CardFailed)
    assert verdict.flaws == (CardFlaw.CASE_INVERTED, CardFlaw.SEPARATORS_LOST)


def test_the_russian_layout_is_read_as_codes_are():
    assert read(RUSSIAN) == CardPassed(ScannerHabits(typed=Typed.RUSSIAN))


def test_another_layout_is_told():
    german = CARD.translate(str.maketrans("yzYZ-_/&", "zyZY?:!^"))
    assert read(german) == CardFailed((CardFlaw.SIGNS_CHANGED,), ScannerHabits())


@pytest.mark.parametrize("text", [CARD[:40], CARD[:-1], CARD[1:], CARD[:60].swapcase()])
def test_a_part_of_the_card_is_told(text):
    assert read(text) == CardFailed((CardFlaw.CUT_SHORT,), ScannerHabits())


@pytest.mark.parametrize(
    "text",
    [CARD_EAN13, CARD_CODE128, "4600000000017", "", "PD:FINISH", "0104601234567893215AbC"],
)
def test_another_code_is_not_the_card(text):
    assert read(text) == NotTheCard()


@given(st.text(max_size=300))
def test_every_text_gets_a_verdict(text):
    assert isinstance(read(text), CardPassed | CardFailed | NotTheCard)


@given(st.integers(0, len(CARD) - 1), st.characters(codec="ascii"))
def test_a_card_with_one_other_sign_never_passes(place, sign):
    changed = CARD[:place] + sign + CARD[place + 1 :]
    verdict = read(changed)
    assert (changed == CARD) == isinstance(verdict, CardPassed)
