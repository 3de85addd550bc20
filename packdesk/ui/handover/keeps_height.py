"""A card that is never lower than its wrapped texts need, however little room there is."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override


class TallEnough(QFrame):
    """A layout squeezes wrapped labels to one line where room is short; this one does not let it."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._keep_height()
        return done

    def _keep_height(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        needed = layout.minimumHeightForWidth(self.width())
        if needed > 0 and needed != self.minimumHeight():
            self.setMinimumHeight(needed)
