"""The list of problems after a refused "Finish"; it covers nothing and stops nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from packdesk.ui.bench.pool import Pool
from packdesk.ui.bench.props import ProblemListProps, ProblemProps
from packdesk.ui.bench.sign_view import SignView
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import TOUCH, Space

HIGHEST = 64 + 4 * (TOUCH + Space.HAIR)
"""Four whole rows; more are scrolled to."""


class ProblemRow(QWidget):
    """One problem, and the button that leads to it."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._props: ProblemProps | None = None
        self._viewmodel = viewmodel
        self._sign = SignView(theme, 24, self)
        self._text = QLabel(self)
        self._text.setProperty("role", "body")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._go = QPushButton(self)
        self._go.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._go.clicked.connect(self._lead)
        self.setMinimumHeight(TOUCH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._go)

    def render_props(self, place: int, props: ProblemProps) -> None:
        self._props = props
        self.setObjectName(f"problem_{place}")
        self._go.setObjectName(f"problemGo_{place}")
        self._sign.show_tone(props.notice.tone)
        self._text.setText(props.notice.text)
        self.setAccessibleName(props.notice.text)
        self._go.setText(props.go)
        self._go.setAccessibleName(f"{props.go}: {props.notice.text}")
        self._go.setVisible(props.there is not None)

    def _lead(self) -> None:
        if self._props is not None:
            self._viewmodel.mend(self._props)


class ProblemPanel(QFrame):
    """Every problem at once."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("problemList")
        self.setProperty("card", "plain")
        self.setProperty("tone", "attention")
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._close = QPushButton(self)
        self._close.setObjectName("problemClose")
        self._close.setProperty("kind", "quiet")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(viewmodel.close_problems)
        content = QWidget(self)
        self._rows: Pool[int, ProblemRow] = Pool(lambda: ProblemRow(viewmodel, theme, content))
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, Space.TIGHT, 0)
        self._column.setSpacing(Space.HAIR)
        self._column.addStretch()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.SNUG, Space.HAIR, Space.HAIR, Space.TIGHT)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)

    def render_props(self, props: ProblemListProps | None) -> None:
        self.setVisible(props is not None)
        if props is None:
            return
        self._title.setText(props.title)
        self._close.setText(props.close)
        rows = self._rows.deal(range(len(props.problems)))
        for place, (problem, row) in enumerate(zip(props.problems, rows, strict=True)):
            row.render_props(place, problem)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show()
        self.setFixedHeight(min(HIGHEST, 64 + len(rows) * (TOUCH + Space.HAIR)))
