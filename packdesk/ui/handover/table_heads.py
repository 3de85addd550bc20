"""The heads of a table's columns: two lines, each shortened to the width of its column."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget
from typing_extensions import override

from packdesk.ui.tokens import Space


class TableHeads(QHeaderView):
    """Qt would shorten both lines as if they were one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    @override
    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        super().initStyleOptionForIndex(option, logicalIndex)
        room = self.sectionSize(logicalIndex) - 3 * Space.TIGHT
        option.text = "\n".join(
            self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room)
            for line in option.text.split("\n")
        )
