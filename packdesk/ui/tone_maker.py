"""Makes the sound files: ``python -m packdesk.ui.tone_maker resources/sounds``.

All energy lies between 0.8 and 3 kHz, where small loudspeakers are loudest and a hall is quietest.
The sounds differ in length, in rhythm and in roughness, so they can be told apart by any one of
these.
"""

import io
import math
import struct
import sys
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeAlias, assert_never

from packdesk.ui.earcons import SAMPLE_BYTES, SAMPLE_RATE, Sound

Wave: TypeAlias = Sequence[float]
"""Samples of any height; the loudest one decides how all are scaled."""

PEAK: Final = 10 ** (-3 / 20)
"""-3 dB below full scale."""

_FULL_SCALE: Final = 32_767


def wav_bytes(sound: Sound) -> bytes:
    """The WAV file of a sound, the same bytes each time."""
    samples = _wave_of(sound)
    scale = PEAK * _FULL_SCALE / max(abs(sample) for sample in samples)
    levels = [round(sample * scale) for sample in samples]
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(struct.pack(f"<{len(levels)}h", *levels))
    return held.getvalue()


def write_sounds(folder: Path) -> None:
    """Put all sound files into a folder, which is made where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for sound in Sound:
        (folder / sound.file_name).write_bytes(wav_bytes(sound))


def _wave_of(sound: Sound) -> Wave:
    match sound:
        case Sound.ACCEPTED:
            return _glide(1_300, 2_300, ms=80, attack_ms=6, release_ms=40)
        case Sound.ATTENTION:
            beep = _glide(1_050, 1_050, ms=90, attack_ms=6, release_ms=15)
            return (*beep, *_silence(40), *beep)
        case Sound.REFUSED:
            # Two tones a good semitone apart beat some 70 times a second, which the ear hears as
            # rough; the octave makes it a buzz.
            low = _glide(1_250, 880, ms=450, attack_ms=10, release_ms=60)
            beside = _glide(1_330, 945, ms=450, attack_ms=10, release_ms=60)
            octave = _glide(2_500, 1_760, ms=450, attack_ms=10, release_ms=60)
            return _together(low, beside, [sample / 2 for sample in octave])
        case Sound.COMPLETE:
            # C, E and G, struck one shortly after the other.
            return _together(
                *(
                    (*_silence(late), *_glide(note, note, 500 - late, 8, 320 - late))
                    for note, late in ((1_046.5, 0), (1_318.5, 70), (1_568.0, 140))
                )
            )
        case _:
            assert_never(sound)


def _glide(begin_hz: float, end_hz: float, ms: int, attack_ms: int, release_ms: int) -> Wave:
    """A pure tone that moves evenly from one pitch to another and swells in and out."""
    count = _frames(ms)
    climb = (end_hz - begin_hz) / count / 2
    return [
        _swell(frame, count, attack_ms, release_ms)
        * math.sin(math.tau * (begin_hz + climb * frame) * frame / SAMPLE_RATE)
        for frame in range(count)
    ]


def _swell(frame: int, count: int, attack_ms: int, release_ms: int) -> float:
    """Half a cosine up and half a cosine down: an edge would be heard as a click."""
    nearness = min(1.0, frame / _frames(attack_ms), (count - 1 - frame) / _frames(release_ms))
    return (1 - math.cos(math.pi * nearness)) / 2


def _together(*waves: Wave) -> Wave:
    return [sum(samples) for samples in zip(*waves, strict=True)]


def _silence(ms: int) -> Wave:
    return [0.0] * _frames(ms)


def _frames(ms: int) -> int:
    return SAMPLE_RATE * ms // 1000


if __name__ == "__main__":
    write_sounds(Path(sys.argv[1]))
