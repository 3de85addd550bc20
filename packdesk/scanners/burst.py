"""The text that the keys of one burst add up to."""

from typing import assert_never

from packdesk.scanners.key_layout import (
    ALT_DIGITS_MAX,
    AltDigit,
    Character,
    ComposedCharacter,
    ControlCharacter,
    Ending,
    Meaning,
    Plain,
    alt_code_char,
)
from packdesk.scanners.scan_text import UNREADABLE, NoiseReason, ScanNoise, ScanSource, ScanText


class Burst:
    """Collects characters, those that are typed as a number with Alt among them.

    Attributes:
        keys: How many keys typed a character; an Alt code counts once.
        size: How many characters there are, those beyond `max_chars` too.
    """

    def __init__(self, max_chars: int) -> None:
        self._max_chars = max_chars
        self.keys = 0
        self.size = 0
        self._chars: list[str] = []
        self._caps_lock = False
        self._alt_digits = ""
        self._alt_is_done = False

    def add(self, meaning: Meaning, *, caps_lock: bool) -> None:
        """Takes the next key; one that means nothing leaves `UNREADABLE`."""
        self._caps_lock = self._caps_lock or caps_lock
        if isinstance(meaning, AltDigit):
            if len(self._alt_digits) == ALT_DIGITS_MAX:
                self.end_alt_code()
            self._alt_digits += meaning.digit
            return
        self.end_alt_code()
        self._alt_is_done = False
        match meaning:
            case Character(char) | ComposedCharacter(char) | ControlCharacter(char):
                self._add_text(char)
            case Ending():
                self._add_text(meaning.value)
            case Plain():
                self._add_text(UNREADABLE)
            case _:
                assert_never(meaning)

    def end_alt_code(self) -> None:
        """Alt was released: the digits before are one character."""
        if self._alt_digits:
            self._add_text(alt_code_char(self._alt_digits))
            self._alt_digits = ""
            self._alt_is_done = True

    def is_echo(self, meaning: Meaning) -> bool:
        """Whether Windows sends once more, as text, what an Alt code has just typed; asked once."""
        is_echo = self._alt_is_done and isinstance(meaning, ComposedCharacter)
        self._alt_is_done = self._alt_is_done and not is_echo
        return is_echo

    def scan(self) -> ScanText | ScanNoise:
        """The whole burst as a scan; a line end or Tab at its end is a suffix."""
        if self.size > self._max_chars:
            return ScanNoise(NoiseReason.TOO_LONG, self.size, ScanSource.KEYBOARD)
        text = "".join(self._chars).rstrip("\r\n\t")
        if not text:
            return ScanNoise(NoiseReason.CONTROL_CHARACTERS, self.size, ScanSource.KEYBOARD)
        return ScanText(text, self._caps_lock, ScanSource.KEYBOARD)

    def _add_text(self, text: str) -> None:
        self.keys += 1
        self.size += len(text)
        if self.size <= self._max_chars:
            self._chars.append(text)
