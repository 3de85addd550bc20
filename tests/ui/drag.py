"""Drags without a mouse: the very events that Qt sends to whoever takes drops."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

MOVE = Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Drag:
    """Something in the air above a window."""

    def __init__(self, data: QMimeData) -> None:
        self._data = data
        self._over: QWidget | None = None

    def over(self, widget: QWidget, point: QPoint | None = None) -> bool:
        """Holds it over a widget; whether it may be let go there."""
        taker, there = _taker(widget, point)
        if taker is not self._over:
            self.away()
            self._over = taker
            enter = QDragEnterEvent(there, MOVE, self._data, LEFT, NO_KEYS)
            QApplication.sendEvent(taker, enter)
        move = QDragMoveEvent(there, MOVE, self._data, LEFT, NO_KEYS)
        move.ignore()
        QApplication.sendEvent(taker, move)
        return move.isAccepted()

    def drop(self, widget: QWidget, point: QPoint | None = None) -> bool:
        """Lets it go over a widget; whether it was taken."""
        self.over(widget, point)
        taker, there = _taker(widget, point)
        event = QDropEvent(QPointF(there), MOVE, self._data, LEFT, NO_KEYS)
        event.ignore()
        QApplication.sendEvent(taker, event)
        self._over = None
        return event.isAccepted()

    def away(self) -> None:
        """Takes it off what it was held over."""
        if self._over is not None:
            QApplication.sendEvent(self._over, QDragLeaveEvent())
            self._over = None


def _taker(widget: QWidget, point: QPoint | None) -> tuple[QWidget, QPoint]:
    """The nearest widget around that takes drops, as Qt looks for it, and the point in it."""
    there = widget.mapToGlobal(point or widget.rect().center())
    taker: QWidget | None = widget
    while taker is not None and not taker.acceptDrops():
        taker = taker.parentWidget()
    assert taker is not None, f"nothing takes drops around {widget.objectName()}"
    return taker, taker.mapFromGlobal(there)
