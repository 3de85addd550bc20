"""The line over a place that says what a drop would do there, or why it cannot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from packdesk.ui.theme import put
from packdesk.ui.tokens import Space
from packdesk.ui.words.notice import Notice, Tone

LOWEST, HIGHEST_COVERED = 36, 160
_SIGNS = {Tone.ACCEPTED: "↓ ", Tone.REFUSED: "✕ "}


class HintLabel(QLabel):
    """Lies over the lower edge of its parent, so that nothing moves while something is dragged."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_hint(self, hint: Notice | None) -> None:
        self.setVisible(hint is not None)
        if hint is None:
            self.setText("")
            return
        put(self, "tone", hint.tone.value)
        self.setText(f"{_SIGNS.get(hint.tone, '')}{hint.text}")
        self.settle()
        self.raise_()

    def settle(self) -> None:
        """Take the place at the lower edge of the parent."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        width = parent.width() - 2 * Space.TIGHT
        height = max(self.heightForWidth(width), LOWEST)
        # Half a title above it would be worse than none.
        if height > parent.height() / 2 and parent.height() < HIGHEST_COVERED:
            height = parent.height() - 2 * Space.TIGHT
        self.setGeometry(Space.TIGHT, parent.height() - height - Space.TIGHT, width, height)
