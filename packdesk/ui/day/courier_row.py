"""An order that a courier comes for, as one button of the list."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.day.courier_props import CourierRow
from packdesk.ui.elided import ElidedLabel
from packdesk.ui.theme import restyle
from packdesk.ui.tokens import Space

HEIGHT = 68


class CourierRowButton(QPushButton):
    """Renders `CourierRow`; can be given another order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("courierRow")
        self.setProperty("kind", "toggle")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT)
        self._title, self._state, self._left = ElidedLabel(self), ElidedLabel(self), QLabel(self)
        self._title.setProperty("role", "strong")
        self._state.setProperty("role", "quiet")
        self._left.setProperty("role", "chip")
        for label in (self._title, self._state, self._left):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setTextFormat(Qt.TextFormat.PlainText)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._title)
        told.addWidget(self._state)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.SNUG, Space.HAIR, Space.SNUG, Space.HAIR)
        layout.setSpacing(Space.TIGHT)
        layout.addLayout(told, 1)
        layout.addWidget(self._left, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_row(self, props: CourierRow) -> None:
        """Show this order."""
        self.setAccessibleName(f"{props.title}, {props.left.text}, {props.state}")
        self.setChecked(props.is_chosen)
        self._title.say(props.title)
        self._state.say(props.state)
        self._left.setText(props.left.text)
        self._left.setProperty("tone", props.left.tone.value)
        restyle(self._left)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), HEIGHT)
