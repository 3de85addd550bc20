"""Cuts the bytes of a serial scanner into scans; pure, so that each quirk is a test."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from packdesk.scanners.scan_text import NoiseReason, ScanNoise, ScanSource, ScanText

_STX, _ETX = 0x02, 0x03
_ENDINGS = frozenset(b"\r\n") | {_ETX}
# Separators that readers send for FNC1 inside a symbol, and Tab as a suffix or between fields.
_KEPT_CONTROLS = frozenset("\t\x1d\x1e\x1f")
# FNC1 at the start, as some readers send it: the number of its codeword, 232.
_FNC1_CODEWORD = b"\xe8"
_AIM_LENGTH = 3

SerialFrame: TypeAlias = ScanText | ScanNoise


class Encoding(Enum):
    """How a scanner encodes what is not ASCII. Marking codes are ASCII in either."""

    UTF_8 = auto()
    LATIN_1 = auto()


@dataclass(frozen=True, slots=True)
class _Overflow:
    size: int


class SerialFrames:
    """The framing of one port: CR, LF, CRLF or ETX end a scan, STX starts one, silence ends it too.

    Chunks may be cut anywhere. Owned by the port's thread.
    """

    def __init__(self, *, max_bytes: int = 4000, encoding: Encoding = Encoding.UTF_8) -> None:
        self._max_bytes = max_bytes
        self._encoding = encoding
        self._pending: bytearray | _Overflow = bytearray()

    def feed(self, chunk: bytes) -> tuple[SerialFrame, ...]:
        """Takes the next bytes; returns the frames that are over by them, maybe none."""
        frames: list[SerialFrame] = []
        for byte in chunk:
            if byte in _ENDINGS or byte == _STX:
                frames += self.close()
            else:
                self._add(byte)
        return tuple(frames)

    def close(self) -> tuple[SerialFrame, ...]:
        """Ends the open frame after silence; none or one frame."""
        pending, self._pending = self._pending, bytearray()
        if isinstance(pending, _Overflow):
            return (_noise(NoiseReason.TOO_LONG, pending.size),)
        return self._frame(bytes(pending))

    def abandon(self) -> tuple[SerialFrame, ...]:
        """Ends the open frame of a lost port: half a scan is told as noise, never as a scan."""
        pending, self._pending = self._pending, bytearray()
        size = pending.size if isinstance(pending, _Overflow) else len(pending)
        return (_noise(NoiseReason.CUT_SHORT, size),) if size else ()

    def _add(self, byte: int) -> None:
        if isinstance(self._pending, _Overflow):
            self._pending = _Overflow(self._pending.size + 1)
        elif len(self._pending) == self._max_bytes:
            self._pending = _Overflow(self._max_bytes + 1)
        else:
            self._pending.append(byte)

    def _frame(self, data: bytes) -> tuple[SerialFrame, ...]:
        data = data.strip(b"\t")
        if not data:
            return ()
        text = self._decoded(data)
        if text is None:
            return (_noise(NoiseReason.UNDECODABLE, len(data)),)
        if any(_is_control(char) for char in text):
            return (_noise(NoiseReason.CONTROL_CHARACTERS, len(data)),)
        return (ScanText(text, caps_lock=False, source=ScanSource.SERIAL),)

    def _decoded(self, data: bytes) -> str | None:
        if self._encoding is Encoding.LATIN_1:
            return data.decode("latin-1")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            before, _, after = data.partition(_FNC1_CODEWORD)
            is_codeword = len(before) in {0, _AIM_LENGTH} and (before + after).isascii()
            return data.decode("latin-1") if is_codeword else None


def _is_control(char: str) -> bool:
    is_control = char < " " or "\x7f" <= char <= "\x9f"
    return is_control and char not in _KEPT_CONTROLS


def _noise(reason: NoiseReason, size: int) -> ScanNoise:
    return ScanNoise(reason, size, ScanSource.SERIAL)
