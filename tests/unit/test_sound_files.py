"""The sound files are what the script makes, and sound as the screens were designed with."""

import cmath
import math
import shutil
import subprocess
import sys
from array import array
from itertools import pairwise

import pytest

from packdesk.resource_files import resource
from packdesk.ui.earcons import SAMPLE_RATE, Sound, SoundFileUnreadable, load_earcons
from packdesk.ui.tone_maker import write_sounds

FOLDER = resource("sounds")
LENGTHS_MS = {
    Sound.ACCEPTED: 80,
    Sound.ATTENTION: 220,
    Sound.REFUSED: 450,
    Sound.COMPLETE: 500,
}
BAND_HZ = (800, 3000)


def samples(sound):
    return load_earcons(FOLDER)[sound]


def transform(values):
    """The Fourier transform of a power of two of values."""
    count = len(values)
    if count == 1:
        return [complex(values[0])]
    even, odd = transform(values[::2]), transform(values[1::2])
    turned = [cmath.exp(-2j * cmath.pi * k / count) * odd[k] for k in range(count // 2)]
    return [e + t for e, t in zip(even, turned, strict=True)] + [
        e - t for e, t in zip(even, turned, strict=True)
    ]


def spectrum(levels):
    """Pairs of frequency and energy, half the sample rate up."""
    size = 1 << math.ceil(math.log2(len(levels)))
    lines = transform([*levels, *[0] * (size - len(levels))])
    return [(k * SAMPLE_RATE / size, abs(lines[k]) ** 2) for k in range(size // 2)]


def pitch(levels):
    """The mean frequency, counted by crossings of zero."""
    crossings = sum((a < 0) is not (b < 0) for a, b in pairwise(levels))
    return crossings * SAMPLE_RATE / len(levels) / 2


def loudness(levels):
    return math.sqrt(sum(level * level for level in levels) / len(levels))


def test_the_committed_files_are_what_the_script_makes(tmp_path):
    write_sounds(tmp_path / "made" / "here")
    made = {file.name: file.read_bytes() for file in (tmp_path / "made" / "here").iterdir()}
    assert made == {file.name: file.read_bytes() for file in FOLDER.iterdir()}


def test_the_script_writes_into_the_folder_it_is_given(tmp_path):
    folder = tmp_path / "звуки"
    subprocess.run([sys.executable, "-m", "packdesk.ui.tone_maker", str(folder)], check=True)
    assert sorted(file.name for file in folder.iterdir()) == sorted(
        sound.file_name for sound in Sound
    )


@pytest.mark.parametrize("sound", Sound)
def test_each_sound_has_its_length(sound):
    assert len(samples(sound)) == LENGTHS_MS[sound] * SAMPLE_RATE // 1000


@pytest.mark.parametrize("sound", Sound)
def test_each_sound_peaks_at_3_db_below_full_scale(sound):
    peak = max(abs(level) for level in samples(sound))
    assert 20 * math.log10(peak / 32767) == pytest.approx(-3, abs=0.01)


@pytest.mark.parametrize("sound", Sound)
def test_the_energy_lies_where_small_loudspeakers_are_loud(sound):
    lines = spectrum(samples(sound))
    inside = sum(energy for hertz, energy in lines if BAND_HZ[0] <= hertz <= BAND_HZ[1])
    assert inside / sum(energy for _, energy in lines) > 0.98


@pytest.mark.parametrize("sound", Sound)
def test_nothing_clicks(sound):
    levels = samples(sound)
    assert max(map(abs, (*levels[:8], *levels[-8:]))) < 400
    # No step is larger than the steepest tone of the band makes at full height.
    steepest = 32767 * math.tau * BAND_HZ[1] / SAMPLE_RATE
    assert max(abs(b - a) for a, b in pairwise(levels)) < steepest


def test_accepted_rises():
    levels = samples(Sound.ACCEPTED)
    half = len(levels) // 2
    assert pitch(levels[half:]) > 1.2 * pitch(levels[:half])


def test_attention_is_the_same_tone_twice():
    levels = samples(Sound.ATTENTION)
    first, gap, second = levels[:4320], levels[4320:6240], levels[6240:]
    assert first == second
    assert not any(gap)
    assert pitch(first) == pytest.approx(1050, abs=30)


def test_refused_falls_and_is_rough():
    lines = spectrum(samples(Sound.REFUSED))
    loudest = max(energy for _, energy in lines)
    strong = [hertz for hertz, energy in lines if energy > loudest / 10]
    assert max(strong) < 1500
    levels = samples(Sound.REFUSED)
    third = len(levels) // 3
    assert pitch(levels[-third:]) < 0.9 * pitch(levels[:third])
    # Rough: the loudness dips some 70 times a second, so between 20 and 45 times in 450 ms.
    heights = [loudness(levels[at : at + 96]) for at in range(0, len(levels), 96)]
    dips = sum(
        1 for a, b, c in zip(heights, heights[1:], heights[2:], strict=False) if b < a and b <= c
    )
    assert 20 <= dips <= 45


@pytest.mark.parametrize("note", [1046.5, 1318.5, 1568.0])
def test_complete_is_a_chord_of_three_notes(note):
    lines = spectrum(samples(Sound.COMPLETE))
    loudest = max(energy for _, energy in lines)
    assert max(energy for hertz, energy in lines if abs(hertz - note) < 8) > loudest / 4


def test_complete_holds_nothing_between_its_notes():
    lines = spectrum(samples(Sound.COMPLETE))
    loudest = max(energy for _, energy in lines)
    between = [e for hertz, e in lines if 1150 < hertz < 1200 or 1420 < hertz < 1460]
    assert max(between) < loudest / 50


def test_the_samples_are_read_as_they_were_written(tmp_path):
    write_sounds(tmp_path)
    for sound, levels in load_earcons(tmp_path).items():
        assert isinstance(levels, array)
        assert levels.itemsize == 2
        data = (tmp_path / sound.file_name).read_bytes()[44:]
        assert list(levels) == [
            int.from_bytes(data[at : at + 2], "little", signed=True)
            for at in range(0, len(data), 2)
        ]


def cut_short(data):
    return data[:20]


def empty(data):
    return b""


def no_wave(data):
    return b"PK" + data


def stereo(data):
    return data[:22] + b"\x02\x00" + data[24:]


def of_another_rate(data):
    return data[:24] + (44100).to_bytes(4, "little") + data[28:]


def without_frames(data):
    return data[:40] + bytes(4)


@pytest.mark.parametrize(
    "damage", [cut_short, empty, no_wave, stereo, of_another_rate, without_frames]
)
def test_a_damaged_sound_file_is_told_by_its_name(tmp_path, damage):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    file = tmp_path / Sound.REFUSED.file_name
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(SoundFileUnreadable, match=r"refused\.wav") as caught:
        load_earcons(tmp_path)
    assert caught.value.name == "refused.wav"


def test_a_missing_sound_file_is_told_by_its_name(tmp_path):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "complete.wav").unlink()
    with pytest.raises(SoundFileUnreadable, match=r"complete\.wav"):
        load_earcons(tmp_path)
