"""Bursts of keys are scans, slower keys are typing, and nothing is lost between the two."""

from dataclasses import replace

import pytest

from packdesk.scanners.frames import Fed, KeyFrames, Stroke, Typing, Verdict
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
from packdesk.scanners.scan_text import GS, UNREADABLE, NoiseReason, ScanNoise, ScanSource
from tests.unit.scanners.key_strokes import PROFILE, burst, chars, keys, run, scan


@pytest.mark.parametrize("ending", [Ending.ENTER, Ending.TAB])
def test_a_burst_with_its_suffix_is_a_scan_without_it(ending: Ending):
    assert run(burst(*chars("ab12cd"), ending)) == ([scan("ab12cd")], [])


def test_a_burst_without_suffix_ends_by_silence():
    frames = KeyFrames(PROFILE)
    for stroke in keys("ab12cd", start_ms=1000, gap_ms=0):
        assert frames.feed(stroke).frame is None
    assert frames.limit_ms == PROFILE.idle_ms
    assert frames.close_idle(1060) is None
    assert frames.close_idle(1061) == scan("ab12cd")
    assert frames.close_idle(2000) is None
    assert frames.limit_ms is None


def test_five_quick_keys_are_typing_and_six_a_scan():
    five = keys("abcde")
    assert run(five) == ([Typing(tuple(five))], [])
    assert run(keys("abcdef")) == ([scan("abcdef")], [])


def test_a_profile_may_ask_for_fewer_keys():
    assert run(keys("abc"), ScannerProfile(min_keys=3))[0] == [scan("abc")]


@pytest.mark.parametrize(("gap", "is_scan"), [(35, True), (36, False)])
def test_the_gap_decides(gap: int, is_scan: bool):
    told, _ = run(keys("abcdefgh", gap_ms=gap))
    assert (told == [scan("abcdefgh")]) is is_scan


def test_a_slow_scanner_is_understood_with_its_profile():
    slow = ScannerProfile(gap_ms=120, idle_ms=150)
    assert run(keys("abcdefgh", gap_ms=120), slow)[0] == [scan("abcdefgh")]


def test_a_short_stall_inside_a_certain_scan_does_not_cut_it():
    strokes = [*keys("abcdef", start_ms=1000), *keys("ghi", start_ms=1015 + 60)]
    assert run(strokes)[0] == [scan("abcdefghi")]


def test_long_hand_typing_stays_typing():
    strokes = keys("10702070/230322/3084955", gap_ms=70)
    told, passed = run([*strokes, Stroke(Ending.ENTER, strokes[-1].at_ms + 80)])
    assert told == [Typing((stroke,)) for stroke in strokes]
    assert [stroke.meaning for stroke in passed] == [Ending.ENTER]


def test_enter_and_tab_alone_pass_at_once():
    strokes = [Stroke(Ending.ENTER, 1000), Stroke(Ending.TAB, 1005), Stroke(Ending.ENTER, 1010)]
    assert run(strokes) == ([], strokes)


def test_enter_after_a_few_quick_keys_lets_them_out_first():
    typed = keys("ab")
    enter = Stroke(Ending.ENTER, 1006)
    assert run([*typed, enter]) == ([Typing(tuple(typed))], [enter])


@pytest.mark.parametrize("meaning", [Plain.OTHER, ControlCharacter("\x1a")])
def test_a_key_no_scanner_sends_lets_typing_out_and_passes(meaning: Meaning):
    typed = keys("abc")
    other = Stroke(meaning, 1009)
    assert run([*typed, other]) == ([Typing(tuple(typed))], [other])
    assert run([other]) == ([], [other])


def test_a_modifier_passes_and_changes_nothing():
    shift = Stroke(Plain.MODIFIER, 1001)
    assert run([*keys("abc"), shift, *keys("def", 1010)]) == ([scan("abcdef")], [shift])
    assert run([shift]) == ([], [shift])


def test_a_modifier_keeps_a_slow_burst_alive():
    strokes: list[Stroke] = []
    for i, char in enumerate("ABCDEF"):
        at = 1000 + 60 * i
        strokes += [Stroke(Plain.MODIFIER, at), Stroke(Character(char), at + 30)]
    assert run(strokes)[0] == [scan("ABCDEF")]


def test_a_key_that_means_nothing_inside_a_scan_spoils_it_visibly():
    assert run(burst(*chars("abcdef"), Plain.OTHER, *chars("gh"), Ending.ENTER)) == (
        [scan(f"abcdef{UNREADABLE}gh")],
        [],
    )


def test_control_characters_inside_a_scan_are_kept_and_its_carriage_return_ends_it():
    strokes = burst(
        *chars("abcdef"), ControlCharacter("\x02"), *chars("g"), ControlCharacter("\r"),
        ControlCharacter("\n"),
    )  # fmt: skip
    assert run(strokes) == ([scan("abcdef\x02g")], [])


@pytest.mark.parametrize("digits", ["029", "29", "0029"])
def test_a_number_on_the_keypad_with_alt_is_a_character(digits: str):
    alt = [AltDigit(digit) for digit in digits]
    strokes = burst(*chars("0104"), *alt, Plain.ALT_RELEASED, *chars("93Zj"), Ending.ENTER)
    assert run(strokes)[0] == [scan(f"0104{GS}93Zj")]


def test_a_scanner_may_send_all_its_characters_as_numbers():
    meanings: list[Meaning] = []
    for char in "a1B2c3":
        meanings += [AltDigit(digit) for digit in f"{ord(char):03d}"]
        meanings.append(Plain.ALT_RELEASED)
    assert run(burst(*meanings, gap_ms=5))[0] == [scan("a1B2c3")]


def test_a_number_whose_alt_was_never_released_is_taken_too():
    alt = [AltDigit("2"), AltDigit("9")]
    assert run(burst(*chars("abcde"), *alt, *chars("f")))[0] == [scan(f"abcde{GS}f")]
    assert run(burst(*chars("abcdef"), *alt))[0] == [scan(f"abcdef{GS}")]


@pytest.mark.parametrize("composed", [GS, "↔"])
def test_what_windows_makes_of_an_alt_code_is_not_taken_twice(composed: str):
    strokes = burst(
        *chars("0104"), AltDigit("2"), AltDigit("9"), Plain.ALT_RELEASED,
        ComposedCharacter(composed), *chars("93Zj"), Ending.ENTER,
    )  # fmt: skip
    assert run(strokes) == ([scan(f"0104{GS}93Zj")], [strokes[6]])


def test_alt_digits_typed_by_hand_are_released():
    typed = burst(AltDigit("1"), AltDigit("2"))
    alt = Stroke(Plain.ALT_RELEASED, 1010)
    assert run([*typed, alt]) == ([Typing(tuple(typed))], [alt])


def test_endless_alt_digits_do_not_pile_up():
    told, _ = run(burst(*[AltDigit("0")] * 200))
    assert told == [scan(UNREADABLE * 50)]


def test_a_held_key_is_no_burst():
    first = Stroke(Character("a"), 1000)
    repeats = [Stroke(Character("a"), 1500 + 30 * i, auto_repeat=True) for i in range(40)]
    assert run([first, *repeats]) == ([Typing((first,))], repeats)


def test_repeats_inside_a_burst_count_for_nothing():
    strokes = keys("abcdef")
    late = replace(strokes[5], at_ms=strokes[5].at_ms + 20, auto_repeat=True)
    assert run([*strokes, late]) == ([scan("abcdef")], [])


def test_a_repeat_faster_than_any_held_key_is_a_press_of_its_own():
    strokes = keys("abcdef")
    again = replace(strokes[5], at_ms=strokes[5].at_ms + 1, auto_repeat=True)
    assert run([*strokes, again]) == ([scan("abcdeff")], [])


def test_repeats_inside_typing_are_typed():
    strokes = keys("ab")
    repeat = replace(strokes[1], at_ms=1007, auto_repeat=True)
    assert run([*strokes, repeat])[0] == [Typing((*strokes, repeat))]


def test_a_second_or_late_suffix_belongs_to_the_scan():
    done = burst(*chars("abcdef"), Ending.TAB, Ending.ENTER)
    assert run(done) == ([scan("abcdef")], [])
    late = Stroke(Ending.ENTER, 1015 + 140)
    assert run([*keys("abcdef"), late]) == ([scan("abcdef")], [])


def test_enter_of_a_person_after_a_scan_passes():
    enter = Stroke(Ending.ENTER, 1018 + 151)
    assert run([*burst(*chars("abcdef"), Ending.ENTER), enter]) == ([scan("abcdef")], [enter])


def test_enter_right_after_typing_passes():
    strokes = [*burst(*chars("abcdef"), Ending.ENTER), *keys("x", 1030)]
    enter = Stroke(Ending.ENTER, 1100)
    assert run([*strokes, enter])[1] == [enter]


@pytest.mark.parametrize(
    ("suffix", "meanings", "text"),
    [
        (Suffix.ENTER, [*chars("abcdef"), Ending.TAB, *chars("gh"), Ending.ENTER], "abcdef\tgh"),
        (Suffix.ENTER, [*chars("abc"), Ending.TAB, *chars("gh"), Ending.ENTER], "abc\tgh"),
        (Suffix.TAB, [*chars("abcdef"), Ending.ENTER, *chars("gh"), Ending.TAB], "abcdef\rgh"),
        (Suffix.NONE, [*chars("abcdef"), Ending.ENTER, *chars("gh"), Ending.TAB], "abcdef\rgh"),
        (Suffix.NONE, [*chars("abcdef"), Ending.ENTER], "abcdef"),
        (Suffix.ENTER, [*chars("abcdef"), Ending.TAB], "abcdef"),
    ],
)
def test_a_profile_says_which_key_ends_a_scan(suffix: Suffix, meanings: list[Meaning], text: str):
    assert run(burst(*meanings), ScannerProfile(suffix=suffix)) == ([scan(text)], [])


def test_two_scans_without_suffix_are_delivered_as_they_came():
    assert run(keys("4600000000017" * 2))[0] == [scan("4600000000017" * 2)]


def test_a_new_burst_after_silence_is_a_new_scan_even_before_the_timer():
    strokes = [*keys("abcdef", 1000), *keys("ghijkl", 1200)]
    assert run(strokes)[0] == [scan("abcdef"), scan("ghijkl")]


def test_a_frame_that_never_ends_is_refused_as_a_whole():
    told, _ = run([*keys("1" * 2001, gap_ms=1), Stroke(Ending.ENTER, 3002)])
    assert told == [ScanNoise(NoiseReason.TOO_LONG, 2001, ScanSource.KEYBOARD)]
    assert run(keys("1" * 2000, gap_ms=1))[0] == [scan("1" * 2000)]


def test_control_characters_alone_are_noise():
    carriage_return: list[Meaning] = [AltDigit("1"), AltDigit("3"), Plain.ALT_RELEASED]
    assert run(burst(*carriage_return * 6))[0] == [
        ScanNoise(NoiseReason.CONTROL_CHARACTERS, 6, ScanSource.KEYBOARD)
    ]


def test_caps_lock_at_any_key_marks_the_scan_and_only_that_one():
    strokes = keys("abcdef")
    strokes[3] = replace(strokes[3], caps_lock=True)
    assert run([*strokes, *keys("ghijkl", 2000)])[0] == [
        scan("abcdef", caps_lock=True),
        scan("ghijkl"),
    ]


def test_a_committed_word_is_one_key_and_no_scan():
    word = Stroke(ComposedCharacter("накладная"), 1000)
    assert run([word])[0] == [Typing((word,))]


def test_the_clock_of_the_keys_may_wrap_around_inside_a_scan():
    strokes = [*keys("abc", 2**32 - 6, gap_ms=3), *keys("def", 2, gap_ms=3)]
    assert run(strokes)[0] == [scan("abcdef")]


def test_a_shortcut_may_ask_for_its_way_before_its_press_comes():
    frames = KeyFrames(PROFILE)
    typed = keys("ab")
    for stroke in typed:
        frames.feed(stroke)
    key = Stroke(Plain.OTHER, 1010)
    asked = frames.make_way(key)
    assert (asked.frame, asked.verdict) == (Typing(tuple(typed)), Verdict.PASS)
    fed = frames.feed(key)
    assert (fed.frame, fed.verdict) == (None, Verdict.PASS)


def test_a_character_may_not_be_a_shortcut_and_is_not_counted_by_asking():
    frames = KeyFrames(PROFILE)
    for stroke in keys("abcdef"):
        asked = frames.make_way(stroke)
        assert (asked.frame, asked.verdict) == (None, Verdict.KEEP)
        frames.feed(stroke)
    assert frames.make_way(Stroke(Plain.MODIFIER, 1016)).frame is None
    over = frames.make_way(Stroke(Plain.OTHER, 2000))
    assert (over.frame, over.verdict) == (scan("abcdef"), Verdict.PASS)


def test_what_is_open_can_be_ended_at_once():
    frames = KeyFrames(PROFILE)
    assert frames.flush() is None
    for stroke in keys("abcdef"):
        frames.feed(stroke)
    assert frames.flush() == scan("abcdef")


def test_keys_that_come_late_show_that_there_was_no_silence_and_the_scan_is_whole():
    frames = KeyFrames(PROFILE)
    first, rest = keys("01046", 1000), keys("0703456", 1015)
    for stroke in first:
        frames.feed(stroke)
    assert frames.close_idle(1048) == Typing(tuple(first))
    for stroke in rest:
        assert frames.feed(stroke).frame is None
        assert frames.is_scan
    assert frames.feed(Stroke(Ending.ENTER, 1040)).frame == scan("010460703456")


def test_typing_that_goes_on_after_it_was_let_out_is_let_out_once():
    frames = KeyFrames(PROFILE)
    first, second, third = keys("abc", gap_ms=30)
    frames.feed(first)
    assert frames.close_idle(1050) == Typing((first,))
    frames.feed(second)
    assert frames.close_idle(1080) == Typing((second,))
    frames.feed(replace(third, at_ms=1080))
    assert frames.flush() == Typing((replace(third, at_ms=1080),))


def test_what_comes_late_after_a_scan_was_told_is_never_another_scan():
    frames = KeyFrames(PROFILE)
    for stroke in keys("0104600000", 1000):
        frames.feed(stroke)
    assert frames.close_idle(1100) == scan("0104600000")
    for stroke in keys("17", 1030):
        assert frames.feed(stroke) == Fed(None, Verdict.KEEP)
    assert frames.feed(Stroke(Ending.ENTER, 1040)).frame == ScanNoise(
        NoiseReason.CUT_SHORT, 2, ScanSource.KEYBOARD
    )
    for stroke in keys("4600000000017", 1300):
        frames.feed(stroke)
    assert frames.flush() == scan("4600000000017")
