"""Whatever is scanned arrives whole, whatever is typed is let out in order, and garbage harms neither."""

import string
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from packdesk.scanners.frames import BARE_GAP_MS, Frame, KeyFrames, Stroke, Typing, Verdict
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
from packdesk.scanners.scan_text import GS, ScanSource, ScanText

CHARSET_82 = string.ascii_letters + string.digits + "!\"%&'()*+,-./:;<=>?_"
codes = st.text(CHARSET_82 + GS, min_size=6, max_size=120)
endings = st.sampled_from([(Ending.ENTER,), (Ending.TAB,), (Ending.TAB, Ending.ENTER), ()])
meanings: st.SearchStrategy[Meaning] = st.one_of(
    st.sampled_from(string.printable).map(Character),
    st.text(max_size=3).filter(bool).map(ComposedCharacter),
    st.sampled_from("\x01\x02\r\n\t\x1e").map(ControlCharacter),
    st.sampled_from(string.digits).map(AltDigit),
    st.sampled_from(Ending),
    st.sampled_from(Plain),
)
profiles = st.builds(
    ScannerProfile,
    gap_ms=st.integers(5, 60),
    idle_ms=st.integers(60, 200),
    min_keys=st.integers(2, 12),
    max_chars=st.integers(100, 150),
    suffix=st.sampled_from(Suffix),
)
# Steps of the clock: a scanner, a person, a wrong clock.
steps = st.one_of(st.integers(0, 30), st.integers(0, 400), st.integers(-500, 2**32))


def separator(form: int) -> list[Meaning]:
    """One GS as Ctrl+] or F8, or as an Alt code with and without Windows' own composition."""
    alt: list[Meaning] = [AltDigit("0"), AltDigit("2"), AltDigit("9"), Plain.ALT_RELEASED]
    forms: list[list[Meaning]] = [[Character(GS)], alt, [*alt, ComposedCharacter(GS)]]
    return forms[form]


def without_modifiers(strokes: list[Stroke]) -> list[Stroke]:
    """Modifier keys go their way at once, so they may overtake."""
    return [
        stroke for stroke in strokes if stroke.meaning not in {Plain.MODIFIER, Plain.ALT_RELEASED}
    ]


def feed_all(frames: KeyFrames, strokes: list[Stroke]) -> tuple[list[Frame], list[Stroke]]:
    """The frames, and the strokes that came out again in the order they came out."""
    told: list[Frame] = []
    out: list[Stroke] = []
    for stroke in strokes:
        fed = frames.feed(stroke)
        if fed.frame is not None:
            told.append(fed.frame)
            out += fed.frame.strokes if isinstance(fed.frame, Typing) else ()
        if fed.verdict is Verdict.PASS:
            out.append(stroke)
    return told, out


@given(
    text=codes,
    suffix=endings,
    form=st.integers(0, 2),
    start=st.integers(0, 2**32 - 1),
    caps_lock=st.booleans(),
    is_bare=st.booleans(),
    data=st.data(),
)
def test_a_scan_arrives_whole(
    text: str,
    suffix: tuple[Ending, ...],
    form: int,
    start: int,
    caps_lock: bool,
    is_bare: bool,
    data: st.DataObject,
):
    keys: list[Meaning] = []
    for char in text:
        keys += separator(form) if char == GS else [Character(char)]
    keys += suffix
    slowest = BARE_GAP_MS if is_bare else 30
    gaps = data.draw(st.lists(st.integers(1, slowest), min_size=len(keys), max_size=len(keys)))
    looks = data.draw(st.sets(st.integers(0, len(keys) - 1)))
    frames = KeyFrames(ScannerProfile())
    told: list[Frame | None] = []
    for i, (meaning, at) in enumerate(zip(keys, accumulate(gaps, initial=start), strict=False)):
        # The focus may move into a field once the first key is down.
        stroke = Stroke(meaning, at % 2**32, caps_lock=caps_lock, is_bare=is_bare and i == 0)
        if i in looks:
            # The timer and the shortcut system may look in between any two keys.
            told += [frames.close_idle(stroke.at_ms), frames.make_way(stroke).frame]
        told.append(frames.feed(stroke).frame)
    told.append(frames.close_idle(start + slowest * len(keys) + 1000))
    assert [frame for frame in told if frame] == [ScanText(text, caps_lock, ScanSource.KEYBOARD)]


@given(
    keys=st.lists(
        st.one_of(
            st.tuples(meanings, st.integers(36, 600), st.just(value=False)),
            st.tuples(meanings, st.integers(BARE_GAP_MS + 1, 600), st.just(value=True)),
        ),
        max_size=60,
    ),
    start=st.integers(0, 2**32 - 1),
)
def test_typing_at_human_speed_is_let_out_exactly(
    keys: list[tuple[Meaning, int, bool]], start: int
):
    at = start
    strokes = []
    was_bare = False
    for meaning, gap, is_bare in keys:
        at = (at + max(gap, BARE_GAP_MS + 1 if was_bare else 0)) % 2**32
        strokes.append(Stroke(meaning, at, is_bare=is_bare))
        was_bare = is_bare
    frames = KeyFrames(ScannerProfile())
    told, out = feed_all(frames, strokes)
    last = frames.flush()
    out += last.strokes if isinstance(last, Typing) else ()
    assert all(isinstance(frame, Typing) for frame in told)
    assert out == strokes


@settings(max_examples=60)
@given(
    keys=st.lists(
        st.tuples(meanings, steps, st.booleans(), st.booleans(), st.booleans()), max_size=120
    ),
    profile=profiles,
    text=st.text(CHARSET_82, min_size=12, max_size=99),
)
def test_garbage_never_crashes_and_the_next_scan_works(
    keys: list[tuple[Meaning, int, bool, bool, bool]], profile: ScannerProfile, text: str
):
    at = 5000
    strokes = []
    for meaning, step, auto_repeat, caps_lock, is_bare in keys:
        at = (at + step) % 2**32
        strokes.append(Stroke(meaning, at, auto_repeat, caps_lock, is_bare))
    frames = KeyFrames(profile)
    _, out = feed_all(frames, strokes)
    # What comes out again keeps its order, and nothing comes out twice.
    rest = iter(strokes)
    assert all(any(stroke is one for one in rest) for stroke in without_modifiers(out))
    frames.close_idle((at + 5000) % 2**32)
    good = [Stroke(Character(char), (at + 9000 + i) % 2**32) for i, char in enumerate(text)]
    told, out = feed_all(frames, good)
    assert (told, out) == ([], [])
    assert frames.flush() == ScanText(text, caps_lock=False, source=ScanSource.KEYBOARD)


@given(
    keys=st.lists(st.tuples(meanings, st.integers(0, 400), st.booleans()), max_size=120),
    profile=profiles,
)
def test_every_key_is_passed_typed_or_part_of_a_scan(
    keys: list[tuple[Meaning, int, bool]], profile: ScannerProfile
):
    at = 1000
    strokes = []
    for meaning, step, is_bare in keys:
        at += step
        strokes.append(Stroke(meaning, at, is_bare=is_bare))
    frames = KeyFrames(profile)
    told, out = feed_all(frames, strokes)
    last = frames.flush()
    if last is not None:
        told.append(last)
        out += last.strokes if isinstance(last, Typing) else ()
    if all(isinstance(frame, Typing) for frame in told):
        assert without_modifiers(out) == without_modifiers(strokes)
    else:
        assert len(out) <= len(strokes) - profile.min_keys
