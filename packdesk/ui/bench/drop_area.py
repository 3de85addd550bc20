"""A scrolling area that goods can be dropped into; it scrolls by itself near its edges."""

from abc import abstractmethod

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from packdesk.ui.bench.payload import decode
from packdesk.ui.bench.picks import Hover, Place
from packdesk.ui.bench.viewmodel import BenchViewModel

EDGE = 36
STRIDE = 14
TURN_MS = 25


class DropArea(QScrollArea):
    """Asks the view model, for every place that something is held over, whether it may drop."""

    def __init__(self, viewmodel: BenchViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._stride = 0
        self._turn = QTimer(self)
        self._turn.setInterval(TURN_MS)
        self._turn.timeout.connect(self._scroll_on)
        self.setAcceptDrops(True)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @abstractmethod
    def place_at(self, point: QPoint) -> Place | None:
        """What a drop at this point of the viewport would drop onto."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrows walk from thing to thing; the area follows by itself.
        event.ignore()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Qt tells of no move to a widget that did not take the enter; each move answers anew.
        if decode(event.mimeData()) is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._held(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._turn.stop()
        self._viewmodel.hold(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._turn.stop()
        hover = self._hover(event)
        if hover is not None and self._viewmodel.drop(hover):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            self._viewmodel.hold(None)
            event.ignore()

    def _held(self, event: QDragMoveEvent) -> None:
        hover = self._hover(event)
        if decode(event.mimeData()) is not None:
            self._near_edge(event.position().toPoint().y())
        if self._viewmodel.hold(hover):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def _hover(self, event: QDropEvent) -> Hover | None:
        goods = decode(event.mimeData())
        place = self.place_at(event.position().toPoint())
        return None if goods is None or place is None else Hover(goods, place)

    def _near_edge(self, y: int) -> None:
        if y < EDGE:
            self._stride = -STRIDE
        elif y > self.viewport().height() - EDGE:
            self._stride = STRIDE
        else:
            self._turn.stop()
            return
        self._turn.start()

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._stride)
