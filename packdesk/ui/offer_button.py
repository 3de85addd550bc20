"""A button for what the packer may do, but must mean to do: it can ask to be held down."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from packdesk.ui.key_button import KeyButton
from packdesk.ui.key_repeats import key_repeats
from packdesk.ui.theme import Theme

OFFER_KEY = Qt.Key.Key_F11
HOLD_MS = 700
"""Longer than any scanner presses a key, short enough not to annoy."""
GRAVE_HOLD_MS = 1500
"""For what cannot be undone."""
_GRACE_MS = 40
"""X11 may tell a held key as releases that a press follows at once, not always marked as repeats."""
_FRAME_MS = 40
_BAR = 6


class OfferButton(KeyButton):
    """Held with the mouse, a finger, the space bar or its own key; a mere click does nothing then.

    Signals:
        meant: It was clicked, or held long enough if it must be held.
        left: It is not held any more.
    """

    meant = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._must_hold = False
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(HOLD_MS)
        self._held.timeout.connect(self._mean)
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(_GRACE_MS)
        self._grace.timeout.connect(self.let_go)
        self._frame = QTimer(self)
        self._frame.setInterval(_FRAME_MS)
        self._frame.timeout.connect(self.update)
        self.pressed.connect(self._begin)
        self.released.connect(self._stop)
        self.clicked.connect(self._click)

    def must_hold(self, milliseconds: int) -> None:
        """How long it must be held; 0: a click is enough."""
        self._must_hold = milliseconds > 0
        if milliseconds and milliseconds != self._held.interval():
            self._stop()
            self._held.setInterval(milliseconds)

    @property
    def left_ms(self) -> int:
        """How long it must be held yet; -1 while it is not held."""
        return self._held.remainingTime()

    def reach(self) -> None:
        """Its key was pressed: do it, or take the keyboard to see how long the key is held."""
        if self._grace.isActive():
            self._grace.stop()
        elif key_repeats().is_repeat:
            # The key is down since before: what it was pressed for is done, or was elsewhere.
            return
        elif self._must_hold:
            self.setFocus()
            self.setDown(True)
            self._begin()
        else:
            self.meant.emit()

    def let_go(self) -> None:
        """Hold it no more: what was begun does not come."""
        self._stop()
        self.setDown(False)
        self.left.emit()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == OFFER_KEY and not event.isAutoRepeat():
            if self._held.isActive():
                self._grace.start()
            else:
                self.let_go()
        super().keyReleaseEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.let_go()
        super().hideEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._held.isActive():
            return
        part = 1 - self._held.remainingTime() / max(1, self._held.interval())
        room = self.rect().adjusted(_BAR, 0, -_BAR, -_BAR)
        bar = QRect(room.x(), room.bottom() - _BAR, round(room.width() * part), _BAR)
        painter = QPainter(self)
        painter.fillRect(bar, QColor(self._theme.tokens.accent))
        painter.end()

    def _stop(self) -> None:
        self._grace.stop()
        self._held.stop()
        self._frame.stop()
        self.update()

    def _begin(self) -> None:
        if self._must_hold and not self._held.isActive():
            self._held.start()
            self._frame.start()

    def _mean(self) -> None:
        was_released = self._grace.isActive()
        self._stop()
        if was_released:
            self.let_go()
        else:
            self.meant.emit()

    def _click(self) -> None:
        if not self._must_hold:
            self.meant.emit()
