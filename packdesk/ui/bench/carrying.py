"""Goods in the air: their picture follows the mouse, with the one shadow there is.

Not Qt's own drag: while that lasts it takes all keys, as Windows does, and a scan that a keyboard
wedge types meanwhile would be lost without a word.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid
from typing_extensions import override

from packdesk.ui.bench.payload import encode
from packdesk.ui.bench.picks import Carried
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import RADIUS_CARD

WIDEST = 360
SHADOW = 10
LIFT = 48
_LEFT = Qt.MouseButton.LeftButton
_MOVE = Qt.DropAction.MoveAction
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_ENDS = (QEvent.Type.WindowDeactivate, QEvent.Type.Hide)


def carry(card: QWidget, goods: Carried, grip: QPoint, theme: Theme) -> None:
    """Let a card's goods follow the mouse until its button is let go. Returns at once."""
    picture = _picture(card, theme)
    # Well above the pointer: what a drop would do stands at the lower edge of the place below it.
    lowest = round(picture.deviceIndependentSize().height()) - SHADOW + LIFT
    hot = QPoint(min(grip.x(), WIDEST // 2) + SHADOW, lowest)
    # The card may be gone when the drag ends, for a scan goes on meanwhile; its window is not.
    _Carrying(card.window(), goods, picture, hot)


class _Carrying(QObject):
    """Sees the mouse before all widgets and tells those that take drops what is held over them."""

    def __init__(self, window: QWidget, goods: Carried, picture: QPixmap, hot: QPoint) -> None:
        super().__init__(window)
        self._window = window
        self._data = encode(goods)
        self._hot = hot
        self._over: QWidget | None = None
        self._shown = QLabel(window)
        self._shown.setObjectName("carried")
        self._shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._shown.setPixmap(picture)
        self._shown.resize(picture.deviceIndependentSize().toSize())
        QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget):
            return False
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() in _KEYS:
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    self._end()
            return True
        if watched is self._window and event.type() in _ENDS:
            self._end()
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        place = event.globalPosition().toPoint()
        if event.type() is QEvent.Type.MouseButtonRelease and event.button() == _LEFT:
            self._let_go(place)
        elif event.type() is QEvent.Type.MouseMove:
            if event.buttons() & _LEFT:
                self._hold(place)
            else:
                # The button was let go where nobody told.
                self._end()
        return True

    def _hold(self, place: QPoint) -> None:
        self._shown.move(self._window.mapFromGlobal(place) - self._hot)
        self._shown.show()
        self._shown.raise_()
        taker = self._taker(place)
        keys = QApplication.keyboardModifiers()
        if taker is not self._over:
            self._leave()
            self._over = taker
            if taker is not None:
                there = taker.mapFromGlobal(place)
                QApplication.sendEvent(
                    taker, QDragEnterEvent(there, _MOVE, self._data, _LEFT, keys)
                )
        if taker is None:
            return
        there = taker.mapFromGlobal(place)
        move = QDragMoveEvent(there, _MOVE, self._data, _LEFT, keys)
        move.ignore()
        QApplication.sendEvent(taker, move)

    def _let_go(self, place: QPoint) -> None:
        self._hold(place)
        taker = self._over
        if taker is not None:
            # Also where it must not lie: whoever takes drops there says why.
            self._over = None
            there = QPointF(taker.mapFromGlobal(place))
            keys = QApplication.keyboardModifiers()
            QApplication.sendEvent(taker, QDropEvent(there, _MOVE, self._data, _LEFT, keys))
        self._end()

    def _leave(self) -> None:
        over, self._over = self._over, None
        if over is not None and isValid(over):
            QApplication.sendEvent(over, QDragLeaveEvent())

    def _taker(self, place: QPoint) -> QWidget | None:
        taker = self._window.childAt(self._window.mapFromGlobal(place))
        while taker is not None and not taker.acceptDrops():
            taker = taker.parentWidget()
        return taker

    def _end(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._leave()
        self._shown.hide()
        self._shown.deleteLater()
        QApplication.restoreOverrideCursor()
        self.deleteLater()


def _picture(card: QWidget, theme: Theme) -> QPixmap:
    shot = card.grab()
    ratio = shot.devicePixelRatio()
    shot = shot.copy(0, 0, min(shot.width(), round(WIDEST * ratio)), shot.height())
    size = shot.deviceIndependentSize()
    picture = QPixmap(
        round((size.width() + 2 * SHADOW) * ratio), round((size.height() + 2 * SHADOW) * ratio)
    )
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shade = min(QColor(theme.tokens.text), QColor(theme.tokens.ground), key=QColor.lightness)
    shade.setAlpha(12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    room = QRectF(SHADOW, SHADOW, size.width(), size.height())
    for spread in range(1, SHADOW):
        painter.drawRoundedRect(
            room.adjusted(-spread, -spread + 3, spread, spread), RADIUS_CARD, RADIUS_CARD
        )
    painter.drawPixmap(SHADOW, SHADOW, shot)
    painter.end()
    return picture
