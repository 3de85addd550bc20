"""The field in which a code is typed: separators can be seen, and digits may choose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from packdesk.ui.band.typed import GS_SIGN, shown_text


class HandField(QLineEdit):
    """A line of text.

    Signals:
        typed: The text after the packer has changed it.
        chosen: The number of a proposal, whose digit was pressed.
    """

    typed = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposals = 0
        self.textEdited.connect(self._edited)

    def propose(self, count: int) -> None:
        """From now on the digits 1 to ``count`` choose instead of being typed."""
        self._proposals = count

    def type_separator(self) -> None:
        """Put a separator where the cursor is."""
        self.insert(GS_SIGN)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.emit(self.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - int(Qt.Key.Key_0)
        if 1 <= number <= self._proposals and event.text() == str(number):
            self.chosen.emit(number)
            return
        super().keyPressEvent(event)

    def _edited(self, text: str) -> None:
        shown = shown_text(text)
        if shown != text:
            cursor = len(shown_text(text[: self.cursorPosition()]))
            self.setText(shown)
            self.setCursorPosition(cursor)
        self.typed.emit(shown)
