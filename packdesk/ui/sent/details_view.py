"""All that happened to one order, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from packdesk.domain.ids import OrderId
from packdesk.ui.sent.props import ButtonProps, DetailsProps, LineProps, SentAct
from packdesk.ui.theme import restyle
from packdesk.ui.tokens import Space

_MAIN = 1
"""The place of the main act: behind the way back."""


class DetailsView(QFrame):
    """Renders `DetailsProps`.

    Signals:
        acted: The `SentAct` and the `OrderId`.
    """

    acted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentDetails")
        self.setProperty("card", "plain")
        self._props: DetailsProps | None = None
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._notice = QLabel(self)
        self._notice.setObjectName("sentDetailsNotice")
        self._notice.setProperty("role", "name")
        self._words = QLabel(self)
        self._words.setObjectName("sentDetailsWords")
        self._words.setProperty("role", "quiet")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._notice, self._words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.SNUG)
        self._ground = QWidget(self)
        self._lines = QGridLayout(self._ground)
        self._lines.setContentsMargins(0, 0, Space.TIGHT, 0)
        self._lines.setHorizontalSpacing(Space.BASE)
        self._lines.setVerticalSpacing(Space.HAIR)
        self._lines.setColumnStretch(1, 1)
        scroll = QScrollArea(self)
        scroll.setObjectName("sentDetailsLines")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._ground)
        self._ground.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.BASE, Space.SNUG, Space.BASE, Space.SNUG)
        column.setSpacing(Space.SNUG)
        for widget in (self._title, self._notice, self._words):
            column.addWidget(widget)
        column.addLayout(self._buttons)
        column.addWidget(scroll, 1)

    def show_details(self, props: DetailsProps) -> None:
        """Show this order."""
        before = self._props
        self._props = props
        self._title.setText(props.title)
        self._notice.setText(props.notice.text)
        self._notice.setVisible(bool(props.notice.text))
        self._notice.setProperty("tone", props.notice.tone.value)
        restyle(self._notice)
        self._words.setText(props.words)
        self._words.setVisible(bool(props.words))
        if before is None or before.buttons != props.buttons or before.order != props.order:
            self._show_buttons(props.order, props.buttons)
        if before is None or before.lines != props.lines:
            self._show_lines(props.lines)

    def _show_buttons(self, order: OrderId, buttons: tuple[ButtonProps, ...]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for place, props in enumerate(buttons):
            button = QPushButton(props.text, self)
            button.setObjectName(f"sentDetails{props.act.name.title().replace('_', '')}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if place == _MAIN and props.act is not SentAct.OPEN:
                button.setProperty("kind", "primary")
            button.clicked.connect(lambda _=False, act=props.act: self.acted.emit(act, order))
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def _show_lines(self, lines: tuple[LineProps, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for row, line in enumerate(lines):
            for place, (text, role) in enumerate(
                ((line.when, "quiet"), (line.text, "body"), (line.who, "quiet"))
            ):
                label = QLabel(text, self._ground)
                label.setProperty("role", role)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(place == 1)
                self._lines.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
        self._lines.setRowStretch(len(lines), 1)
