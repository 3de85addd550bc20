"""A card that can be tapped, reached by Tab, and carried away by a drag."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from typing_extensions import override

from packdesk.ui.bench.carrying import carry
from packdesk.ui.bench.picks import Carried, Pick
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import RADIUS_CARD

BAR = 8
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class PickCard(QFrame):
    """Knows its pick and what it would carry; the view model knows what that means."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self._pick: Pick | None = None
        self._carried: Carried | None = None
        self._is_picked = False
        self._pressed_at: QPoint | None = None
        # A click must not take the focus before it is known what it means.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def stand_for(self, pick: Pick, goods: Carried | None, *, is_picked: bool) -> None:
        """Set what this card is."""
        self._pick = pick
        if (goods is None) != (self._carried is None):
            hand = Qt.CursorShape.ArrowCursor if goods is None else Qt.CursorShape.OpenHandCursor
            self.setCursor(hand)
        self._carried = goods
        if is_picked != self._is_picked:
            self._is_picked = is_picked
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressed = self._pressed_at
        if pressed is None or self._carried is None:
            return
        way = (event.position().toPoint() - pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed_at = None
            carry(self, self._carried, pressed, self._theme)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is not None and self._pick is not None:
            here = self.rect().contains(event.position().toPoint())
            if here and event.button() == Qt.MouseButton.LeftButton:
                self._viewmodel.tap(self._pick)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        if event.reason() in _BY_KEY and self._pick is not None:
            self._viewmodel.pick(self._pick)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_picked and not self.hasFocus():
            return
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(tokens.accent)
        if self._is_picked:
            # A bar besides the outline: the row that the last scan lit has a ground of its own.
            whole = QPainterPath()
            whole.addRoundedRect(QRectF(self.rect()), RADIUS_CARD, RADIUS_CARD)
            painter.setClipPath(whole)
            painter.fillRect(0, 0, BAR, self.height(), accent)
            painter.setClipping(False)
        style = Qt.PenStyle.SolidLine if self._is_picked else Qt.PenStyle.DashLine
        width = 3 if self._is_picked else 2
        painter.setPen(QPen(accent, width, style))
        room = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(room, RADIUS_CARD - 1, RADIUS_CARD - 1)
        painter.end()
