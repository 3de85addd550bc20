"""The bench with no order on it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.bench.props import FreeProps
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.icons import Sign, icon
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import Space


class BigSign(QWidget):
    """A large quiet icon."""

    SIDE = 96

    def __init__(self, theme: Theme, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = sign
        self.setFixedSize(self.SIDE, self.SIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon(self._sign, self._theme.tokens.quiet).paint(painter, self.rect())
        painter.end()


class FreeView(QWidget):
    """What to do to get an order, and the one button for it."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setObjectName("benchFree")
        self._title.setProperty("role", "title")
        self._text = QLabel(self)
        self._text.setProperty("role", "quiet")
        self._button = QPushButton(self)
        self._button.setObjectName("actionOpenQueue")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(viewmodel.queue_wanted.emit)
        column = QVBoxLayout(self)
        column.setSpacing(Space.SNUG)
        column.addStretch(2)
        column.addWidget(BigSign(theme, Sign.BENCH, self), 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self._title, self._text, self._button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def render_props(self, props: FreeProps) -> None:
        self._title.setText(props.title)
        self._text.setText(props.text)
        self._button.setText(props.button)
