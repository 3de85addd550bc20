"""Bytes of a serial scanner become whole scans, whatever ends them and wherever chunks are cut."""

import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.scanners.scan_text import GS, NoiseReason, ScanNoise, ScanSource, ScanText
from packdesk.scanners.serial_frames import Encoding, SerialFrame, SerialFrames

CODE = b"\x5dd2010460703456789421aBc/-\x1d91EE06\x1d92T3l="
CHARSET_82 = string.ascii_letters + string.digits + "!\"%&'()*+,-./:;<=>?_"


def scan(text: str | bytes) -> ScanText:
    text = text if isinstance(text, str) else text.decode()
    return ScanText(text, caps_lock=False, source=ScanSource.SERIAL)


def noise(reason: NoiseReason, size: int) -> ScanNoise:
    return ScanNoise(reason, size, ScanSource.SERIAL)


def run(data: bytes, frames: SerialFrames | None = None) -> list[SerialFrame]:
    frames = frames or SerialFrames()
    return [*frames.feed(data), *frames.close()]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"\r"),
        (b"", b"\n"),
        (b"", b"\r\n"),
        (b"\x02", b"\x03"),
        (b"\x02", b"\r"),
        (b"", b"\x03\r\n"),
        (b"", b"\t"),
        (b"", b""),
    ],
)
def test_a_scan_is_what_stands_between_its_frame(before: bytes, after: bytes):
    assert run((before + CODE + after) * 1) == [scan(CODE)]


def test_a_frame_is_over_at_its_ending_and_not_before():
    frames = SerialFrames()
    assert frames.feed(CODE) == ()
    assert frames.feed(b"\r") == (scan(CODE),)
    assert frames.feed(b"\n") == ()
    assert frames.close() == ()


def test_a_start_ends_a_frame_that_lost_its_end():
    assert run(b"\x02abc\x02def\x03") == [scan("abc"), scan("def")]


def test_separators_and_tabs_inside_are_kept():
    assert run(b"\t01\x1da\x1eb\x1fc\td\t\r") == [scan("01\x1da\x1eb\x1fc\td")]


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b"\x02\x03", b"\t\r"])
def test_nothing_between_two_endings_is_no_scan(data: bytes):
    assert run(data) == []


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x80\x80\xf0", b"0104\xe89", b"\xe8\xe801", b"abcd\xe8"]
)
def test_what_cannot_be_decoded_is_noise(data: bytes):
    assert run(data + b"\r") == [noise(NoiseReason.UNDECODABLE, len(data))]


@pytest.mark.parametrize("data", [b"\x00\x00\x00", b"ab\x07cd", b"ab\x7f", b"\xc2\x85"])
def test_control_bytes_are_noise(data: bytes):
    assert run(data + b"\r") == [noise(NoiseReason.CONTROL_CHARACTERS, len(data))]


def test_the_codeword_of_fnc1_in_front_is_left_to_the_codes():
    assert run(b"\xe80104\r") == [scan("\xe80104")]
    assert run(b"]d2\xe80104\r") == [scan("]d2\xe80104")]


def test_text_is_utf_8_unless_the_profile_says_latin_1():
    assert run("Ящик 7\r".encode()) == [scan("Ящик 7")]
    assert run(b"caf\xe9\r", SerialFrames(encoding=Encoding.LATIN_1)) == [scan("café")]
    assert run(b"caf\x85\r", SerialFrames(encoding=Encoding.LATIN_1)) == [
        noise(NoiseReason.CONTROL_CHARACTERS, 4)
    ]


def test_a_frame_that_never_ends_is_refused_as_a_whole():
    frames = SerialFrames(max_bytes=100)
    assert run(b"1" * 100 + b"\r" + b"2" * 250 + b"\r" + b"abc\r", frames) == [
        scan("1" * 100),
        noise(NoiseReason.TOO_LONG, 250),
        scan("abc"),
    ]


def test_half_a_scan_of_a_lost_port_is_no_scan():
    frames = SerialFrames(max_bytes=10)
    assert frames.abandon() == ()
    frames.feed(b"0104")
    assert frames.abandon() == (noise(NoiseReason.CUT_SHORT, 4),)
    frames.feed(b"0" * 12)
    assert frames.abandon() == (noise(NoiseReason.CUT_SHORT, 12),)
    assert run(b"good\r", frames) == [scan("good")]


@given(
    texts=st.lists(st.text(CHARSET_82 + GS, min_size=1, max_size=80), min_size=1, max_size=5),
    ending=st.sampled_from([b"\r", b"\n", b"\r\n", b"\x03"]),
    cuts=st.lists(st.integers(0, 400)),
)
def test_chunks_may_be_cut_anywhere(texts: list[str], ending: bytes, cuts: list[int]):
    data = b"".join(text.encode() + ending for text in texts)
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    frames = SerialFrames()
    told: list[SerialFrame] = []
    for start, end in itertools.pairwise(edges):
        told += frames.feed(data[start:end])
    assert told == [scan(text) for text in texts]


@given(garbage=st.binary(max_size=400), text=st.text(CHARSET_82, min_size=1, max_size=80))
def test_garbage_never_crashes_and_the_next_scan_works(garbage: bytes, text: str):
    frames = SerialFrames(max_bytes=200)
    frames.feed(garbage)
    frames.close()
    assert frames.feed(text.encode() + b"\r") == (scan(text),)
