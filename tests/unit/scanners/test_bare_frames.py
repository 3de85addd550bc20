"""Where no text is written, a scanner has more time between its keys than in a field."""

from dataclasses import replace

import pytest

from packdesk.scanners.frames import BARE_GAP_MS, BARE_IDLE_MS, KeyFrames, Stroke, Typing, Verdict
from packdesk.scanners.key_layout import Character, Ending
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.scan_text import NoiseReason, ScanNoise, ScanSource
from tests.unit.scanners.key_strokes import LATER, PROFILE, bare, burst, chars, keys, run, scan


@pytest.mark.parametrize("suffix", [[], [Ending.ENTER], [Ending.TAB]])
@pytest.mark.parametrize("gap", [45, 60, 85, 90])
def test_a_slow_scan_where_no_text_is_written_is_one_scan(gap: int, suffix: list[Ending]):
    strokes = bare(burst(*chars("4600000000017"), *suffix, gap_ms=gap))
    assert run(strokes) == ([scan("4600000000017")], [])


@pytest.mark.parametrize("gap", [45, 60, 85, 90])
def test_at_the_same_speed_a_text_field_gets_typing(gap: int):
    strokes = keys("4600000000017", gap_ms=gap)
    assert run(strokes)[0] == [Typing((stroke,)) for stroke in strokes]


def test_slower_still_it_is_typing_everywhere():
    strokes = bare(keys("4600000000017", gap_ms=91))
    assert run(strokes)[0] == [Typing((stroke,)) for stroke in strokes]


def test_a_pause_behind_the_first_key_loses_no_character():
    assert run(bare([*keys("4", 1000), *keys("600000000017", 1060, gap_ms=5)]))[0] == [
        scan("4600000000017")
    ]


def test_a_bare_scan_is_not_cut_by_one_slow_key():
    strokes = bare([*keys("460000", 1000, gap_ms=80), *keys("0000017", 1550, gap_ms=80)])
    assert run(strokes)[0] == [scan("4600000000017")]


def test_a_bare_scan_without_suffix_is_told_after_the_longer_silence():
    frames = KeyFrames(PROFILE)
    for stroke in bare(keys("abcdef", 1000, gap_ms=0)):
        frames.feed(stroke)
        assert frames.limit_ms == (BARE_IDLE_MS if frames.is_scan else BARE_GAP_MS)
    assert frames.close_idle(1180) is None
    assert frames.close_idle(1181) == scan("abcdef")
    assert frames.limit_ms is None


def test_a_profile_more_patient_still_keeps_its_limits():
    frames = KeyFrames(ScannerProfile(gap_ms=100, idle_ms=200, min_keys=2))
    frames.feed(Stroke(Character("a"), 1000, is_bare=True))
    assert frames.limit_ms == 100
    frames.feed(Stroke(Character("b"), 1000, is_bare=True))
    assert frames.limit_ms == 200


def test_where_a_burst_began_decides_for_all_of_it():
    first, *others = keys("abcdefgh", gap_ms=60)
    assert run([*bare([first]), *others])[0] == [scan("abcdefgh")]
    typed = [first, *bare(others)]
    assert run(typed)[0] == [Typing((first,)), scan("bcdefgh")]


def test_the_patience_ends_with_its_burst():
    scanned = bare(keys("abcdef", 1000, gap_ms=60))
    typed = keys("xy", 2000, gap_ms=60)
    assert run([*scanned, *typed])[0] == [
        scan("abcdef"), *(Typing((stroke,)) for stroke in typed),
    ]  # fmt: skip


def test_a_few_quick_bare_keys_are_let_out_in_order():
    typed = bare(keys("s2", gap_ms=80))
    assert run(typed)[0] == [Typing(tuple(typed))]


def test_a_shortcut_waits_for_a_slow_bare_burst_too():
    frames = KeyFrames(PROFILE)
    for stroke in bare(keys("46", gap_ms=80)):
        asked = frames.make_way(stroke)
        assert (asked.frame, asked.verdict) == (None, Verdict.KEEP)
        frames.feed(stroke)
    assert frames.make_way(Stroke(Character("0"), 1160, is_bare=True)).frame is None
    assert frames.make_way(Stroke(Character("0"), 1171, is_bare=True)).frame is not None


def test_a_stalled_bare_burst_goes_on_with_its_patience():
    frames = KeyFrames(PROFILE)
    strokes = bare(keys("abcdefgh", gap_ms=80))
    frames.feed(strokes[0])
    assert frames.close_idle(LATER) == Typing((strokes[0],))
    # Replayed, it moved the focus into a field.
    for stroke in strokes[1:]:
        assert frames.feed(replace(stroke, is_bare=False)).frame is None
    assert frames.flush() == scan("abcdefgh")


def test_the_rest_of_a_bare_scan_that_was_told_is_no_scan_of_its_own():
    frames = KeyFrames(PROFILE)
    strokes = bare(keys("abcdefghijklmn", gap_ms=80))
    for stroke in strokes[:7]:
        frames.feed(stroke)
    assert frames.close_idle(LATER) == scan("abcdefg")
    for stroke in strokes[7:]:
        assert frames.feed(stroke).frame is None
    assert frames.flush() == ScanNoise(NoiseReason.CUT_SHORT, 7, ScanSource.KEYBOARD)
