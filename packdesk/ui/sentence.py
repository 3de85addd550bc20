"""A label whose sentence is always whole: it shrinks and wraps before anything is cut."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from packdesk.ui.theme import Theme
from packdesk.ui.tokens import TypeSize


class SentenceLabel(QLabel):
    """Takes the largest size of the scale in which its text fits the room it has."""

    def __init__(
        self,
        theme: Theme,
        largest: TypeSize = TypeSize.SENTENCE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes = sorted((size for size in TypeSize if size <= largest), reverse=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def say(self, text: str) -> None:
        """Show a sentence."""
        if text != self.text():
            self.setText(text)
            self._fit()

    def widest(self) -> int:
        """The width of the text in the largest size, on one line."""
        metrics = QFontMetrics(self._theme.font(self._sizes[0], bold=True))
        return metrics.horizontalAdvance(self.text())

    def narrowest(self) -> int:
        """The width in which the text in the smallest size needs few lines and splits no word."""
        metrics = QFontMetrics(self._theme.font(self._sizes[-1], bold=True))
        words = [metrics.horizontalAdvance(word) for word in self.text().split()]
        return max([*words, metrics.horizontalAdvance(self.text()) * 2 // 3])

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def fitting_size(self, room: QSize) -> TypeSize:
        """The largest size in which the text needs no more than this room."""
        for size in self._sizes:
            metrics = QFontMetrics(self._theme.font(size, bold=True))
            needed = metrics.boundingRect(
                QRect(0, 0, room.width(), 10_000), Qt.TextFlag.TextWordWrap, self.text()
            )
            if needed.width() <= room.width() and needed.height() <= room.height():
                return size
        return self._sizes[-1]

    def _fit(self) -> None:
        self.setFont(self._theme.font(self.fitting_size(self.size()), bold=True))
