"""The four sounds of the table and the files that they are kept in."""

import wave
from array import array
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Final, TypeAlias

from packdesk.station.errors import PackdeskError

SAMPLE_RATE: Final = 48_000
"""Frames a second, the rate that sound cards mostly run at: nothing has to convert it."""

SAMPLE_BYTES: Final = 2

# Quoted: an array cannot be subscripted in Python 3.11.
Samples: TypeAlias = "array[int]"
"""The frames of one sound, 16 bits each."""


class Sound(Enum):
    """What a packer hears without looking; the value names its file."""

    ACCEPTED = "accepted"
    ATTENTION = "attention"
    REFUSED = "refused"
    COMPLETE = "complete"

    @property
    def file_name(self) -> str:
        return f"{self.value}.wav"


class SoundFileUnreadable(PackdeskError):
    """A sound file is missing, damaged, or not 16-bit mono of our rate."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(f"{name}: {detail}")
        self.name = name


def load_earcons(folder: Path) -> Mapping[Sound, Samples]:
    """The samples of all sounds.

    Raises:
        SoundFileUnreadable: A file of the folder is missing or no such sound.
    """
    return {sound: _samples(folder / sound.file_name) for sound in Sound}


def _samples(path: Path) -> Samples:
    try:
        with wave.open(str(path), "rb") as file:
            form = (file.getnchannels(), file.getsampwidth(), file.getframerate())
            data = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise SoundFileUnreadable(path.name, str(error)) from error
    if form != (1, SAMPLE_BYTES, SAMPLE_RATE) or not data or len(data) % SAMPLE_BYTES:
        raise SoundFileUnreadable(path.name, f"{form}, {len(data)} bytes")
    samples = array("h")
    samples.frombytes(data)
    return samples
