"""One order of the list: number, time, a sentence, and the one act."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from packdesk.ui.elided import ElidedLabel
from packdesk.ui.sent.props import RowProps, SentAct
from packdesk.ui.theme import put, restyle
from packdesk.ui.tokens import Space


class SentRowView(QFrame):
    """Renders `RowProps`; can be given another order.

    Signals:
        acted: The `SentAct` and the `OrderId`.
    """

    acted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentRow")
        self.setProperty("card", "plain")
        self._props: RowProps | None = None
        self._title = ElidedLabel(self)
        self._title.setProperty("role", "strong")
        self._when = QLabel(self)
        self._when.setProperty("role", "quiet")
        self._sentence = QLabel(self)
        self._sentence.setProperty("role", "body")
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(self)
        self._button.setObjectName("sentAct")
        self._history = QPushButton(self)
        self._history.setObjectName("sentHistory")
        self._history.setProperty("kind", "quiet")
        for button in (self._button, self._history):
            # A scanner may press Enter or Space after its text: only a hand counts.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(False)
        self._lay_out()
        self._button.clicked.connect(self._act)
        self._history.clicked.connect(self._look)

    @property
    def is_here(self) -> bool:
        """It is shown, and the keys act on it."""
        return not self.isHidden() and self._props is not None and self._props.is_here

    def show_row(self, props: RowProps) -> None:
        """Show this order."""
        if props == self._props:
            return
        self._props = props
        self.setAccessibleName(f"{props.title}: {props.sentence}")
        self._title.say(props.title)
        self._when.setText(props.when)
        self._sentence.setText(props.sentence)
        self._sentence.setProperty("tone", props.tone.value)
        restyle(self._sentence)
        put(self, "card", "here" if props.is_here else "plain")
        self._button.setText(props.button.text)
        self._history.setVisible(props.history is not None)
        if props.history is not None:
            self._history.setText(props.history.text)
        self.updateGeometry()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.TIGHT)
        head.addWidget(self._title, 1)
        head.addWidget(self._when)
        foot = QHBoxLayout()
        foot.setSpacing(Space.TIGHT)
        foot.addWidget(self._button)
        foot.addStretch(1)
        foot.addWidget(self._history)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SNUG, Space.TIGHT, Space.SNUG, Space.TIGHT)
        column.setSpacing(Space.HAIR)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addLayout(foot)

    def _act(self) -> None:
        if self._props is not None:
            self.acted.emit(self._props.button.act, self._props.order)

    def _look(self) -> None:
        if self._props is not None:
            self.acted.emit(SentAct.DETAILS, self._props.order)
