"""What a loudspeaker gets next: the sounds that are being heard, laid over one another."""

from array import array
from collections import deque
from collections.abc import Generator, Mapping
from itertools import zip_longest
from typing import Final

from packdesk.ui.earcons import SAMPLE_BYTES, Samples, Sound

LOUDEST: Final = 100

_HIGHEST, _LOWEST = 32_767, -32_768


class SoundMixer:
    """Sounds asked for in one thread, frames taken in another; neither waits.

    A sound that is asked for while it is heard begins anew; different ones are heard together.

    Attributes:
        volume: 0 to 100, as the ear takes it; at 0 what is asked for is dropped.
    """

    def __init__(self, samples: Mapping[Sound, Samples]) -> None:
        self.volume = LOUDEST
        self._samples = samples
        # Append and popleft of a deque are safe between threads without a lock.
        self._asked: deque[Sound] = deque()
        self._heard: dict[Sound, int] = {}

    def play(self, sound: Sound) -> None:
        """Hear this sound from the next frames on."""
        self._asked.append(sound)

    def stream(self) -> Generator[bytes, int, None]:
        """A running generator that is sent a number of frames and gives their bytes."""
        stream = self._stream()
        next(stream)
        return stream

    def _stream(self) -> Generator[bytes, int, None]:
        count = yield b""
        while True:
            count = yield self.next_frames(count)

    def next_frames(self, count: int) -> bytes:
        """The next frames, 16-bit mono in the machine's byte order; silence where nothing is."""
        while self._asked:
            self._heard[self._asked.popleft()] = 0
        # Loudness goes with about the square of what a slider shows.
        gain = (self.volume / LOUDEST) ** 2
        if not gain:
            self._heard.clear()
        if not self._heard:
            return bytes(count * SAMPLE_BYTES)
        pieces = [self._samples[sound][at : at + count] for sound, at in self._heard.items()]
        self._heard = {
            sound: at + count
            for sound, at in self._heard.items()
            if at + count < len(self._samples[sound])
        }
        mixed = array(
            "h",
            (
                max(_LOWEST, min(_HIGHEST, round(gain * sum(levels))))
                for levels in zip_longest(*pieces, fillvalue=0)
            ),
        )
        return mixed.tobytes().ljust(count * SAMPLE_BYTES, b"\0")
