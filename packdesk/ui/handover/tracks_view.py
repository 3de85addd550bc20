"""The section of the desk for track numbers: two large fields, a counter, the running list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.handover.due_field import DueField
from packdesk.ui.handover.handed_row import HandedList
from packdesk.ui.handover.question_view import QuestionView
from packdesk.ui.handover.tracks_props import CommandProps, CounterProps, TracksProps
from packdesk.ui.handover.tracks_viewmodel import TracksViewModel
from packdesk.ui.icons import Sign, icon
from packdesk.ui.page_keys import on_key
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import Space

COUNTER_WIDTH = 190


class TracksView(QWidget):
    """Renders `TracksProps`; the keyboard is always in the field that is due, or at the question."""

    def __init__(
        self, viewmodel: TracksViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self.setObjectName("handoverTracks")
        self._parcel = DueField("parcelField", self)
        self._track = DueField("trackField", self)
        self._counter = _Counter(self)
        self._question = QuestionView(theme, self)
        self._caption = QLabel(self)
        self._caption.setProperty("role", "name")
        self._undo = _command("handoverUndo", self)
        self._drop = _command("handoverDrop", self)
        self._list = HandedList(theme, "handedList", self)
        self._props: TracksProps | None = None
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()
        self._dress()
        self._render(viewmodel.props)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard where the next thing is expected."""
        if self._props is not None and self._props.question is not None:
            holder: QWidget = self._question
            if self._props.question.picker is not None:
                holder = self._question.picker
        else:
            holder = self._track.line if self._track.is_due else self._parcel.line
        holder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(Space.SNUG)
        fields.addWidget(self._parcel, 1)
        fields.addWidget(self._track, 1)
        fields.addWidget(self._counter)
        head = QHBoxLayout()
        head.setSpacing(Space.TIGHT)
        head.addWidget(self._caption)
        head.addStretch(1)
        head.addWidget(self._undo)
        head.addWidget(self._drop)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addLayout(fields)
        column.addWidget(self._question)
        column.addLayout(head)
        column.addWidget(self._list, 1)

    def _connect(self) -> None:
        viewmodel = self._viewmodel
        self._parcel.entered.connect(viewmodel.type)
        self._track.entered.connect(viewmodel.type)
        self._question.replied.connect(viewmodel.reply)
        self._question.digit.connect(viewmodel.press_digit)
        self._question.picked.connect(viewmodel.choose_service)
        self._list.acted.connect(viewmodel.act)
        self._undo.clicked.connect(viewmodel.undo)
        self._drop.clicked.connect(viewmodel.drop)
        for key, act in (("Ctrl+Z", viewmodel.undo), ("Esc", self._escape)):
            on_key(self, key, act)
        viewmodel.props_changed.connect(self._render)
        self._theme.changed.connect(self._dress)

    def _escape(self) -> None:
        """What is being typed goes first, then what is in hand."""
        cleared = [self._parcel.clear(), self._track.clear()]
        if not any(cleared):
            self._viewmodel.drop()

    def _dress(self) -> None:
        self._undo.setIcon(icon(Sign.UNDO, self._theme.tokens.text))

    def _render(self, props: TracksProps) -> None:
        before, self._props = self._props, props
        self._parcel.show_field(props.parcel)
        self._track.show_field(props.track)
        self._counter.show_counter(props.counter)
        self._question.show_question(props.question)
        self._caption.setText(props.caption)
        _show_command(self._undo, props.undo)
        _show_command(self._drop, props.drop)
        self._list.show_rows(props.rows, props.empty, props.more)
        has_picker = props.question is not None and props.question.picker is not None
        for widget in (self._list, self._caption):
            widget.setVisible(not has_picker)
        # Answers take what they need and leave the list its place; the list of services takes all.
        self._column.setStretchFactor(self._question, 1 if has_picker else 0)
        if self.isVisible() and before is not None and _asks_else(before, props):
            self.take_keyboard()


def _asks_else(before: TracksProps, now: TracksProps) -> bool:
    """Whether something else is expected than before."""
    return (before.parcel.state, before.track.state, before.question is None) != (
        now.parcel.state,
        now.track.state,
        now.question is None,
    )


def _command(name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setObjectName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _show_command(button: QPushButton, props: CommandProps) -> None:
    button.setText(f"{props.label}  {props.key}")
    button.setEnabled(props.is_on)


class _Counter(QFrame):
    """How many were sent today, in figures that are read from afar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("handoverCounter")
        self.setProperty("card", "plain")
        self.setFixedWidth(COUNTER_WIDTH)
        self._labels = {
            part: self._label(part, role)
            for part, role in (
                ("Figure", "figure"),
                ("Caption", "quiet"),
                ("Waiting", "body"),
                ("Stopped", "strong"),
            )
        }
        self._labels["Stopped"].setProperty("tone", "refused")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.BASE, Space.HAIR, Space.BASE, Space.HAIR)
        column.setSpacing(0)
        for label in self._labels.values():
            column.addWidget(label)
        column.addStretch(1)

    def _label(self, part: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(f"handoverCounter{part}")
        label.setProperty("role", role)
        return label

    def show_counter(self, props: CounterProps) -> None:
        texts = (props.figure, props.caption, props.waiting, props.stopped)
        for label, text in zip(self._labels.values(), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(" ".join(text for text in texts if text))
