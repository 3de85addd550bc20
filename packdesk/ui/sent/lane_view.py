"""A column of orders that stand alike on their way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from packdesk.ui.sent.props import LaneProps
from packdesk.ui.sent.row_view import SentRowView
from packdesk.ui.tokens import Space


class LaneView(QWidget):
    """Renders `LaneProps`; row widgets are used again.

    Signals:
        acted: The `SentAct` and the `OrderId` of a row.
    """

    acted = Signal(object, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title = QLabel(self)
        self._title.setObjectName(f"{name}Title")
        self._title.setProperty("role", "name")
        self._empty = QLabel(self)
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        self._more = QLabel(self)
        self._more.setProperty("role", "quiet")
        self._more.setWordWrap(True)
        self._rows: list[SentRowView] = []
        self._ground = QWidget(self)
        self._ground.setObjectName("page")
        self._stack = QVBoxLayout(self._ground)
        self._stack.setContentsMargins(0, 0, Space.TIGHT, 0)
        self._stack.setSpacing(Space.TIGHT)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._more)
        self._stack.addStretch(1)
        self._scroll = scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self._title)
        column.addWidget(scroll, 1)

    def show_lane(self, props: LaneProps) -> None:
        """Show these rows."""
        self._title.setText(props.title)
        self._empty.setText(props.empty)
        self._empty.setVisible(bool(props.empty))
        self._more.setText(props.more)
        self._more.setVisible(bool(props.more))
        while len(self._rows) < len(props.rows):
            row = SentRowView(self._ground)
            row.acted.connect(self.acted)
            self._stack.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for index, view in enumerate(self._rows):
            view.setVisible(index < len(props.rows))
            if index < len(props.rows):
                view.show_row(props.rows[index])

    def show_here(self) -> None:
        """Bring the row that the keys act on into sight, if it is in this column."""
        for view in self._rows:
            if view.is_here:
                self._scroll.ensureWidgetVisible(view, 0, Space.TIGHT)
