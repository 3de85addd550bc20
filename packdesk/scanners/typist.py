"""A scanner without a scanner: types into a window with the keys that a keyboard scanner presses.

It serves the demo's tour and tests; the keys take the way of real ones from the window on.
"""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from packdesk.scanners.key_layout import ENTER, US_KEYS, Numbering
from packdesk.scanners.scan_text import GS
from packdesk.scanners.wedge import platform_numbering

KEY_MS = 1
PAUSE_MS = 250
"""Between two scans, or two keys of a person: far longer than a scanner's gap."""
RIGHT_BRACKET = 0x1B
X11_OFFSET = 8


class Typist:
    """Keeps the time of its own keys, so that no wait is needed between them. GUI thread."""

    def __init__(self, numbering: Numbering | None = None) -> None:
        self._offset = 0 if (numbering or platform_numbering()) is Numbering.WINDOWS else X11_OFFSET
        self._at_ms = 1_000

    def scan(self, window: QWindow, text: str) -> None:
        """Type a whole scan with Enter behind it.

        Raises:
            ValueError: a character has no key on a US keyboard.
        """
        strokes = [self._stroke(char) for char in text]
        self._at_ms += PAUSE_MS
        for code, char, modifiers in strokes:
            self._at_ms += KEY_MS
            self._type(window, Qt.Key.Key_unknown, code, char, modifiers)
        self._at_ms += KEY_MS
        self._type(window, Qt.Key.Key_Return, ENTER, "\r", Qt.KeyboardModifier.NoModifier)

    def press(
        self,
        window: QWindow,
        key: Qt.Key,
        text: str = "",
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press one key as a person does."""
        self._at_ms += PAUSE_MS
        self._type(window, key, 0, text, modifiers)

    def _stroke(self, char: str) -> tuple[int, str, Qt.KeyboardModifier]:
        if char == GS:
            return RIGHT_BRACKET, GS, Qt.KeyboardModifier.ControlModifier
        if char not in US_KEYS:
            raise ValueError(f"{char!r} has no key")
        code, is_shifted = US_KEYS[char]
        shift = Qt.KeyboardModifier.ShiftModifier
        return code, char, shift if is_shifted else Qt.KeyboardModifier.NoModifier

    def _type(
        self, window: QWindow, key: Qt.Key, code: int, text: str, modifiers: Qt.KeyboardModifier
    ) -> None:
        native = code + self._offset if code else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, native, 0, 0, text)
            event.setTimestamp(self._at_ms)
            QCoreApplication.sendEvent(window, event)
