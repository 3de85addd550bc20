"""A button for what the packer may do, but must mean to do: it can ask to be held down."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from packdesk.ui.key_button import KeyButton
from packdesk.ui.theme import Theme

OFFER_KEY = Qt.Key.Key_F11
HOLD_MS = 700
"""Longer than any scanner presses a key, short enough not to annoy."""


class OfferButton(KeyButton):
    """Held with the mouse, a finger, the space bar or its own key; a mere click does nothing then.

    Signals:
        meant: It was clicked, or held long enough if it must be held.
    """

    meant = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._must_hold = False
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(HOLD_MS)
        self._held.timeout.connect(self.meant)
        self.pressed.connect(self._begin)
        self.released.connect(self._held.stop)
        self.clicked.connect(self._click)

    def must_hold(self, *, must: bool) -> None:
        """Whether a click is not enough."""
        self._must_hold = must

    def reach(self) -> None:
        """Its key was pressed: do it, or take the keyboard to see how long the key is held."""
        if self._must_hold:
            self.setFocus()
            self.setDown(True)
            self._held.start()
        else:
            self.meant.emit()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == OFFER_KEY and not event.isAutoRepeat():
            self._let_go()
        super().keyReleaseEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._let_go()
        super().hideEvent(event)

    def _let_go(self) -> None:
        self._held.stop()
        self.setDown(False)

    def _begin(self) -> None:
        if self._must_hold:
            self._held.start()

    def _click(self) -> None:
        if not self._must_hold:
            self.meant.emit()
