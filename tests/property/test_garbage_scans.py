"""Whatever a broken scanner sends: no crash, no code of it, and the next good scan works."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.domain.barcodes import CodeScan
from packdesk.domain.codes import Channel, Slot, judge
from packdesk.scanners.scan_text import GS, NoiseReason, ScanNoise, ScanText
from tests.property.garbage_frames import (
    GOOD,
    KINDS,
    LONG,
    KeyboardPath,
    SerialPath,
    fate,
    read,
    run,
)

PATHS = {path.name: path for path in (KeyboardPath, SerialPath)}
COUNT = 1500


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("path", PATHS)
def test_of_garbage_no_code_is_taken_and_the_next_scan_is(path: str, seed: int):
    tally = run(PATHS[path](random.Random(seed)), random.Random(-seed), COUNT)
    assert tally.good == COUNT
    assert {kind for kind, _ in tally.fates} | {"10 kB lines"} == set(KINDS)
    assert (tally.taken, tally.taken_later) == ([], [])
    assert tally.tailless


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("char", ["0", "]", GS])
def test_a_line_of_10_kb_is_refused_as_a_whole(path: str, char: str):
    scanner = PATHS[path](random.Random(1))
    (noise,) = scanner.give(char * LONG, is_wild=False)
    assert isinstance(noise, ScanNoise)
    assert (noise.reason, noise.size) == (NoiseReason.TOO_LONG, LONG)


def test_the_good_code_would_have_been_taken():
    assert isinstance(read(GOOD), CodeScan)
    assert fate(GOOD) == "TAKEN"


@given(text=st.text(st.characters(), max_size=200), slot=st.sampled_from(Slot), data=st.data())
def test_every_text_gets_a_verdict_lone_surrogates_too(text: str, slot: Slot, data: st.DataObject):
    at = data.draw(st.integers(0, len(text)))
    surrogate = chr(data.draw(st.integers(0xD800, 0xDFFF)))
    broken = text[:at] + surrogate + text[at:]
    for channel in Channel:
        verdict = judge(broken, slot, channel)
        assert verdict.slot is slot
    read(broken)


@given(
    text=st.text(st.characters(exclude_categories=()), max_size=120),
    path=st.sampled_from(sorted(PATHS)),
    seed=st.integers(0, 2**32),
)
def test_any_text_goes_through_both_paths_and_the_next_scan_works(text: str, path: str, seed: int):
    scanner = PATHS[path](random.Random(seed))
    for frame in scanner.give(text, is_wild=True):
        if isinstance(frame, ScanText):
            fate(frame.text)
    (good,) = scanner.give(GOOD, is_wild=False)
    assert isinstance(good, ScanText)
    assert good.text == GOOD
