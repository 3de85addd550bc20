"""A name in a few lines, then cut with an ellipsis; the whole name stays readable otherwise."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from packdesk.ui.theme import Theme
from packdesk.ui.tokens import TypeSize


class NameLabel(QLabel):
    """``text`` is always the whole name, whatever is painted of it."""

    def __init__(
        self, theme: Theme, size: TypeSize, lines: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._is_quiet = False
        self._laid_out: tuple[tuple[str, int], tuple[str, ...]] = (("", 0), ())
        self.setFont(theme.font(size))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_size(self, size: TypeSize, lines: int) -> None:
        """Show so many lines of this size at most."""
        self._lines = lines
        self.setFont(self._theme.font(size))
        self._laid_out = (("", 0), ())
        self.updateGeometry()
        self._tell_whole()

    def say(self, text: str, *, is_quiet: bool = False) -> None:
        """Show a name; a quiet one is done with."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
        if is_quiet != self._is_quiet:
            self._is_quiet = is_quiet
            self.update()
        self._tell_whole()

    def shown_lines(self) -> tuple[str, ...]:
        """The lines as they are painted in the present width."""
        asked = (self.text(), self.width())
        if self._laid_out[0] != asked:
            self._laid_out = (asked, self._lines_in(self.width()))
        return self._laid_out[1]

    def _lines_in(self, width: int) -> tuple[str, ...]:
        metrics = QFontMetricsF(self.font())
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        shown: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            if len(shown) == self._lines - 1:
                rest = self.text()[line.textStart() :]
                shown.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
                break
            shown.append(self.text()[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        return tuple(part.strip() for part in shown)

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() * self._lines)

    @override
    def heightForWidth(self, width: int) -> int:
        return self.fontMetrics().height() * len(self._lines_in(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.quiet if self._is_quiet else tokens.text))
        lines = self.shown_lines()
        height = QFontMetricsF(self.font()).height()
        top = max(0.0, (self.height() - height * len(lines)) / 2)
        for number, line in enumerate(lines):
            room = QRectF(QPointF(0, top + number * height), self.size().toSizeF())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)
        painter.end()

    def _tell_whole(self) -> None:
        cut = any(line.endswith("…") for line in self.shown_lines())
        self.setToolTip(self.text() if cut else "")
