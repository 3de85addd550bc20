"""A toggle that is as wide as its words are while it is on, when they are bold."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override


class Toggle(QPushButton):
    """A checkable button of the kind ``toggle``; it takes the keyboard by Tab only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toggle")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def sizeHint(self) -> QSize:
        hint, font = super().sizeHint(), self.font()
        plain = QFontMetrics(font).horizontalAdvance(self.text())
        font.setBold(True)
        bold = QFontMetrics(font).horizontalAdvance(self.text())
        return QSize(hint.width() + bold - plain, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
