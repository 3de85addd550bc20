"""The search field: the list's keys go on to the list while one types."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
PAUSE_MS = 3_000


@dataclass(frozen=True, slots=True)
class TypedKey:
    """What a key types, and when it was pressed on the clock of the key events."""

    text: str
    at_ms: int


def typed_key(event: QKeyEvent) -> TypedKey | None:
    """The key as one that types; None for one that commands."""
    text = event.text()
    is_text = bool(text) and text.isprintable() and not event.modifiers() & _HELD
    return TypedKey(text, event.timestamp()) if is_text else None


class SearchLine(QLineEdit):
    """What is typed filters at once.

    What was left here gives way to what is typed `PAUSE_MS` after the last key or click: a slow
    scanner types here like a person, and its code must not be joined to a forgotten rest. Nothing
    gives way while the cursor stands inside the text or a part of it is marked: a person put it
    there, and goes on editing.

    Signals:
        stepped: Rows to move the current card by.
    """

    stepped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queueSearch")
        self._last_ms = 0

    def begin(self, key: TypedKey) -> None:
        """A key was pressed beside the field: a new search begins with it."""
        self._last_ms = key.at_ms
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        self.insert(key.text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_late = event.timestamp() - self._last_ms >= PAUSE_MS
        self._last_ms = event.timestamp()
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
            return
        is_left = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        if is_late and is_left and typed_key(event) is not None:
            self.selectAll()
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._last_ms = event.timestamp()
        super().mousePressEvent(event)
