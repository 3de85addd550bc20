"""Parts of the section of statuses: the way of an order, and the field for the real day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from packdesk.ui.handover.status_props import DayProps, StepProps
from packdesk.ui.theme import restyle
from packdesk.ui.tokens import Space

MOST_STEPS = 4
FIELD_WIDTH = 150
_PAST, _NOW = "✓ ", "● "


class StepsView(QWidget):
    """The steps of an order's way: those behind it ticked, the present one marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusSteps")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        self._chips: list[QLabel] = []
        self._arrows: list[QLabel] = []
        for place in range(MOST_STEPS):
            arrow, chip = QLabel("→", self), QLabel(self)
            arrow.setProperty("role", "quiet")
            chip.setObjectName(f"statusStep{place + 1}")
            chip.setProperty("role", "chip")
            row.addWidget(arrow)
            row.addWidget(chip)
            self._arrows.append(arrow)
            self._chips.append(chip)
        row.addStretch(1)

    def show_steps(self, steps: tuple[StepProps, ...]) -> None:
        """Show this way."""
        for place, chip in enumerate(self._chips):
            is_there = place < len(steps)
            chip.setVisible(is_there)
            self._arrows[place].setVisible(is_there and place > 0)
            if is_there:
                step = steps[place]
                mark = _NOW if step.is_now else _PAST if step.is_past else ""
                chip.setText(f"{mark}{step.label}")
                chip.setProperty("tone", "accepted" if step.is_now else "")
                restyle(chip)


class DayField(QWidget):
    """Where the real day is typed, with what is found in it.

    Signals:
        typed: The text after it was changed.
    """

    typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusDay")
        self._caption = QLabel(self)
        self._caption.setProperty("role", "quiet")
        self._line = QLineEdit(self)
        self._line.setObjectName("statusDayLine")
        self._line.setFixedWidth(FIELD_WIDTH)
        self._line.textEdited.connect(self._type)
        self._notice = QLabel(self)
        self._notice.setObjectName("statusDayNotice")
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG)
        row.addWidget(self._line)
        row.addWidget(self._notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SNUG, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._caption)
        column.addLayout(row)
        column.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def show_day(self, props: DayProps | None) -> None:
        """Show what was typed to amount to; where no day belongs, nothing."""
        self.setVisible(props is not None)
        if props is None:
            return
        if self._line.text() != props.text:
            self._line.setText(props.text)
        self._caption.setText(props.caption)
        self._line.setPlaceholderText(props.hint)
        self._line.setAccessibleName(f"{props.caption}: {props.notice.text}")
        self._line.setProperty("tone", "" if props.is_right else "refused")
        self._notice.setText(props.notice.text)
        self._notice.setProperty("tone", props.notice.tone.value)
        for widget in (self._line, self._notice):
            restyle(widget)

    def _type(self, text: str) -> None:
        self.typed.emit(text)
