"""A label whose sentence is always whole: it shrinks and wraps before anything is cut."""

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from packdesk.ui.theme import Theme
from packdesk.ui.tokens import TypeSize


class SentenceLabel(QLabel):
    """Takes the largest size of the scale in which its text fits the room it has.

    Signals:
        fitted: It has looked for its size anew.
    """

    fitted = Signal()

    def __init__(
        self,
        theme: Theme,
        largest: TypeSize = TypeSize.SENTENCE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole = ""
        self._most = largest
        self._sizes = sorted((size for size in TypeSize if size <= largest), reverse=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def say(self, text: str) -> None:
        """Show a sentence."""
        if text != self._whole:
            self._whole = text
            self.setText(text)
            self.setAccessibleName(text)
            self._fit()

    def limit(self, most: TypeSize) -> None:
        """Take no larger size than this, and one as large as fits otherwise."""
        if most != self._most:
            self._most = most
            self._show_fitted()

    def widest(self) -> int:
        """The width of the text in the largest size, on one line."""
        metrics = QFontMetrics(self._theme.font(self._sizes[0], bold=True))
        return metrics.horizontalAdvance(self._whole)

    def narrowest(self) -> int:
        """The width in which the text in the smallest size needs few lines and splits no word."""
        metrics = QFontMetrics(self._theme.font(self._sizes[-1], bold=True))
        return max(self.longest_word(), metrics.horizontalAdvance(self._whole) * 2 // 3)

    def longest_word(self) -> int:
        """The width of the longest word in the smallest size."""
        metrics = QFontMetrics(self._theme.font(self._sizes[-1], bold=True))
        return max((metrics.horizontalAdvance(word) for word in self._whole.split()), default=0)

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
            if self._holds(room, size, self._whole):
                return size
        return self._sizes[-1]

    def _holds(self, room: QSize, size: TypeSize, text: str) -> bool:
        metrics = QFontMetrics(self._theme.font(size, bold=True))
        needed = metrics.boundingRect(
            QRect(0, 0, room.width(), 10_000), Qt.TextFlag.TextWordWrap, text
        )
        return needed.width() <= room.width() and needed.height() <= room.height()

    def _fit(self) -> None:
        self._show_fitted()
        self.fitted.emit()

    def _show_fitted(self) -> None:
        size = min(self.fitting_size(self.size()), self._most)
        self.setFont(self._theme.font(size, bold=True))


class ShortenedLabel(SentenceLabel):
    """Loses its last words where even the smallest size is too large, as good names may be."""

    @override
    def _show_fitted(self) -> None:
        super()._show_fitted()
        size = min(self.fitting_size(self.size()), self._most)
        shown, words = self._whole, self._whole.split()
        while len(words) > 1 and not self._holds(self.size(), size, shown):
            words.pop()
            shown = f"{' '.join(words).rstrip(',')}…"
        if shown != self.text():
            self.setText(shown)


class AlikeSizes(QObject):
    """Gives labels that stand side by side one size: the smallest that any shown one needs."""

    def __init__(self, *labels: SentenceLabel) -> None:
        super().__init__(labels[0])
        self._labels = labels
        for label in labels:
            label.fitted.connect(self.settle)

    def settle(self) -> None:
        """Look anew; to be called when labels come and go."""
        shown = [one for one in self._labels if one.isVisible()]
        sizes = [one.fitting_size(one.size()) for one in shown]
        for label in shown:
            label.limit(min(sizes))
