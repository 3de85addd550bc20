"""The head of the bench: whose order it is, until when, and what must not be forgotten."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from packdesk.ui.bench.props import HeadProps
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.theme import Theme, put
from packdesk.ui.tokens import Space


class HeadView(QFrame):
    """One line, then the chips, then the buyer's note in its whole length."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: HeadProps | None = None
        self.setObjectName("benchHead")
        self._title = self._label("orderTitle", "title")
        self._model = self._label("orderModel", "chip")
        self._ship_by = self._label("orderShipBy", "chip")
        self._external = self._label("orderExternalId", "quiet")
        self._note = self._label("orderNote", "note")
        self._note.setProperty("tone", "attention")
        self._note.setWordWrap(True)
        self._note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._chips: list[QLabel] = []
        self._give = self._button("giveExternalId")
        self._give.clicked.connect(viewmodel.ask_external_id)
        self._aside = self._button("actionSetAside")
        self._aside.clicked.connect(viewmodel.set_aside)
        self._reminders = QHBoxLayout()
        self._lay_out()

    def render_props(self, props: HeadProps) -> None:
        if props == self._shown:
            return
        self._shown = props
        self._title.setText(props.title)
        self._model.setText(props.model)
        self._ship_by.setVisible(props.ship_by is not None)
        if props.ship_by is not None:
            put(self._ship_by, "tone", props.ship_by.tone.value)
            self._ship_by.setText(props.ship_by.text)
        self._external.setText(props.external)
        self._external.setVisible(bool(props.external))
        self._give.setText(props.give_external)
        self._give.setVisible(bool(props.give_external))
        self._aside.setText(props.set_aside)
        while len(self._chips) < len(props.chips):
            self._chips.append(self._make_chip())
        for place, label in enumerate(self._chips):
            label.setVisible(place < len(props.chips))
            if place < len(props.chips):
                put(label, "tone", props.chips[place].tone.value)
                label.setText(props.chips[place].text)
        self._note.setText(props.note)
        self._note.setVisible(bool(props.note))

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _make_chip(self) -> QLabel:
        chip = self._label(f"orderChip_{len(self._chips)}", "chip")
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._reminders.insertWidget(len(self._chips), chip, 0, Qt.AlignmentFlag.AlignTop)
        return chip

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Space.SNUG)
        for label in (self._title, self._model, self._ship_by, self._external):
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        line.addWidget(self._give)
        line.addWidget(self._aside)
        self._reminders.setSpacing(Space.TIGHT)
        self._reminders.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addLayout(line)
        column.addLayout(self._reminders)
        column.addWidget(self._note)
