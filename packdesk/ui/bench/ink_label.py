"""One-line labels painted in a colour that changes with the state, at once and without a sheet."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from packdesk.ui.theme import Theme
from packdesk.ui.tokens import RADIUS_BUTTON, Space, TypeSize


class Ink(Enum):
    """The token that a text is painted with; the values are its names."""

    TEXT = "text"
    QUIET = "quiet"
    ON_ACCENT = "on_accent"


class InkLabel(QLabel):
    """A plain text in an ink."""

    def __init__(
        self, theme: Theme, size: TypeSize, parent: QWidget | None = None, *, bold: bool = True
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ink = Ink.TEXT
        self.setFont(theme.font(size, bold=bold))
        self.setTextFormat(Qt.TextFormat.PlainText)

    def dip(self, ink: Ink) -> None:
        """Use this ink."""
        if ink is not self._ink:
            self._ink = ink
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(getattr(self._theme.tokens, self._ink.value)))
        painter.drawText(self.rect(), self.alignment(), self.text())
        painter.end()


class HereChip(QLabel):
    """The word of the current box on the accent."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFont(theme.font(TypeSize.BODY, bold=True))

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self.text()) + 2 * Space.SNUG,
            metrics.height() + Space.HAIR,
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_BUTTON, RADIUS_BUTTON)
        painter.setPen(QColor(tokens.on_accent))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
