"""The order that is handed to a courier now: the code, and what the Market says of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from packdesk.ui.day.courier_props import ChosenProps, EnterCode, TellCode
from packdesk.ui.focus import leave
from packdesk.ui.sentence import SentenceLabel
from packdesk.ui.theme import Theme, restyle
from packdesk.ui.tokens import MAIN_BUTTON, Space, TypeSize

CODE_WIDTH = 260


class ChosenView(QFrame):
    """Renders `ChosenProps`.

    Signals:
        entered: The code that was typed.
        left: Another order is wanted.
    """

    entered = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("courierChosen")
        self.setProperty("card", "here")
        self._props: ChosenProps | None = None
        self._entered = ""
        self._title, self._state, self._time = QLabel(self), QLabel(self), QLabel(self)
        self._caption, self._code, self._missing = QLabel(self), QLabel(self), QLabel(self)
        for label, role in (
            (self._title, "title"),
            (self._state, "name"),
            (self._time, "chip"),
            (self._caption, "name"),
            (self._code, "figure"),
            (self._missing, "note"),
        ):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._code.setObjectName("courierOurCode")
        self._missing.setWordWrap(True)
        self._field = QLineEdit(self)
        self._field.setObjectName("courierCode")
        self._field.setFixedSize(CODE_WIDTH, MAIN_BUTTON)
        self._check = QPushButton(self)
        self._check.setObjectName("courierCheck")
        self._check.setProperty("kind", "primary")
        self._check.setProperty("tall", True)
        self._check.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._result = QFrame(self)
        self._result.setProperty("card", "plain")
        self._told = SentenceLabel(theme, TypeSize.NUMBER, self._result)
        self._told.setObjectName("courierResult")
        self._leave = QPushButton(self)
        self._leave.setObjectName("courierLeave")
        self._leave.setProperty("kind", "quiet")
        self._leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._field.returnPressed.connect(self._enter)
        self._check.clicked.connect(self._enter)
        self._leave.clicked.connect(self.left)

    @property
    def field(self) -> QWidget:
        """Where the code is typed."""
        return self._field

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key reaches, in order."""
        return self._field, self._check, self._leave

    def show_chosen(self, props: ChosenProps) -> None:
        """Show this order."""
        before, self._props = self._props, props
        self._title.setText(props.title)
        self._state.setText(props.state)
        self._time.setText(props.left.text)
        self._time.setProperty("tone", props.left.tone.value)
        restyle(self._time)
        self._caption.setText(props.caption)
        self._leave.setText(props.leave)
        self._show_code(props.code)
        self._result.setVisible(props.result is not None)
        if props.result is not None:
            self._told.say(props.result.text)
            self._result.setProperty("tone", props.result.tone.value)
            self._result.setAccessibleName(props.result.text)
            restyle(self._result)
        if before is None or before.order != props.order:
            self._field.clear()
        elif _was_refused(before, props) and self._field.text() == self._entered:
            # What was typed meanwhile is the next code.
            self._field.clear()

    def _show_code(self, code: EnterCode | TellCode) -> None:
        enters = isinstance(code, EnterCode)
        for widget in (self._field, self._check):
            if not enters:
                leave(widget, self)
        self._field.setVisible(enters)
        self._check.setVisible(enters)
        self._code.setVisible(isinstance(code, TellCode) and bool(code.code))
        self._missing.setVisible(isinstance(code, TellCode) and bool(code.missing))
        match code:
            case EnterCode(hint, check, is_on):
                self._field.setPlaceholderText(hint)
                self._field.setAccessibleName(hint)
                self._check.setText(check)
                if not is_on:
                    leave(self._check, self._field)
                self._check.setEnabled(is_on)
            case TellCode(text, missing):
                self._code.setText(text)
                self._missing.setText(missing)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.SNUG)
        head.addWidget(self._title, 1)
        head.addWidget(self._time)
        enter = QHBoxLayout()
        enter.setSpacing(Space.SNUG)
        enter.addWidget(self._field)
        enter.addWidget(self._check)
        enter.addWidget(self._code)
        enter.addStretch(1)
        room = QVBoxLayout(self._result)
        room.setContentsMargins(Space.BASE, Space.SNUG, Space.BASE, Space.SNUG)
        room.addWidget(self._told)
        self._result.setFixedHeight(2 * MAIN_BUTTON)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE)
        column.setSpacing(Space.SNUG)
        column.addLayout(head)
        column.addWidget(self._state)
        column.addSpacing(Space.TIGHT)
        column.addWidget(self._caption)
        column.addLayout(enter)
        column.addWidget(self._missing)
        column.addWidget(self._result)
        column.addStretch(1)
        column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)

    def _enter(self) -> None:
        if self._field.text().strip():
            self._entered = self._field.text()
            self.entered.emit(self._entered)
            self._field.selectAll()


def _was_refused(before: ChosenProps, now: ChosenProps) -> bool:
    if not (isinstance(before.code, EnterCode) and isinstance(now.code, EnterCode)):
        return False
    return now.code.refusals > before.code.refusals
