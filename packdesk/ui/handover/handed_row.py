"""One row of what was handed over, and the list of them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from packdesk.ui.handover.tracks_props import ROW_KEYS, HandedRowProps, RowAct
from packdesk.ui.icons import Sign, picture
from packdesk.ui.page_keys import on_key
from packdesk.ui.theme import Theme, restyle
from packdesk.ui.tokens import Space
from packdesk.ui.tones import TONE_SIGNS, tone_colour
from packdesk.ui.words.notice import Tone, tone_word

ICON = 28
_NAMES = {RowAct.RETRY: "handedRetry", RowAct.GIVE_UP: "handedGiveUp"}


class HandedRowView(QFrame):
    """Renders `HandedRowProps`; can be given another row.

    Signals:
        acted: The `RowAct` and the `OrderId`.
    """

    acted = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._props: HandedRowProps | None = None
        self.setObjectName("handedRow")
        self.setProperty("card", "plain")
        self._icon = QLabel(self)
        self._icon.setFixedSize(ICON, ICON)
        self._title = _label("strong", self)
        self._value = _label("name", self)
        self._when = _label("quiet", self)
        self._sentence = _label("body", self)
        self._sentence.setObjectName("handedSentence")
        self._sentence.setWordWrap(True)
        self._buttons = {act: self._make_button(act) for act in RowAct}
        self._lay_out()
        theme.changed.connect(self._dress)

    def show_row(self, props: HandedRowProps) -> None:
        """Show this row."""
        if props == self._props:
            return
        self._props = props
        word = tone_word(props.notice.tone)
        told = " · ".join(part for part in (props.service, props.notice.text) if part)
        self.setAccessibleName(f"{word} {props.title} {props.value}: {told}".strip())
        self._title.setText(props.title)
        self._value.setText(props.value)
        self._when.setText(props.when)
        self._sentence.setText(told)
        self._sentence.setProperty("tone", props.notice.tone.value)
        restyle(self._sentence)
        labels = dict(props.acts)
        for act, button in self._buttons.items():
            button.setVisible(act in labels)
            button.setText(labels.get(act, ""))
        self._dress()

    def press(self, act: RowAct) -> bool:
        """The key of a button was pressed: it acts, if this row has the keys."""
        props = self._props
        if props is None or not props.has_keys:
            return False
        self._act(act)
        return True

    def _dress(self) -> None:
        if self._props is None:
            return
        tone, tokens = self._props.notice.tone, self._theme.tokens
        colour = tokens.quiet if tone is Tone.CALM else tone_colour(tone, tokens)
        sign = Sign.CLOCK if tone is Tone.CALM else TONE_SIGNS[tone]
        self._icon.setPixmap(picture(sign, colour, ICON, self.devicePixelRatioF()))

    def _make_button(self, act: RowAct) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(_NAMES[act])
        # A scanner may press Enter or Space after its text: only a hand counts.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._act(act))
        return button

    def _act(self, act: RowAct) -> None:
        if self._props is not None:
            self.acted.emit(act, self._props.order)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.BASE)
        head.addWidget(self._title)
        head.addWidget(self._value)
        head.addStretch(1)
        head.addWidget(self._when)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addLayout(head)
        told.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.SNUG, Space.HAIR, Space.SNUG, Space.HAIR)
        row.setSpacing(Space.SNUG)
        row.addWidget(self._icon)
        row.addLayout(told, 1)
        for button in self._buttons.values():
            row.addWidget(button)


def _label(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class HandedList(QScrollArea):
    """Rows one below the other; their widgets are used again.

    Signals:
        acted: The `RowAct` and the `OrderId` of a row.
    """

    acted = Signal(object, object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self._rows: list[HandedRowView] = []
        self._ground = QWidget(self)
        self._ground.setObjectName("page")
        self._empty = _label("quiet", self._ground)
        self._empty.setObjectName(f"{name}Empty")
        self._more = _label("quiet", self._ground)
        for label in (self._empty, self._more):
            label.setWordWrap(True)
        self._stack = QVBoxLayout(self._ground)
        self._stack.setContentsMargins(0, 0, Space.TIGHT, 0)
        self._stack.setSpacing(Space.HAIR)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._more)
        self._stack.addStretch(1)
        self.setWidgetResizable(True)
        self.setMinimumHeight(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._ground)
        for act, shown in ROW_KEYS.items():
            on_key(self, shown, partial(self._press, act))

    def _press(self, act: RowAct) -> None:
        shown = (view for view in self._rows if not view.isHidden())
        # What it does may give the keys to the next row at once: that one is not meant.
        next((view for view in shown if view.press(act)), None)

    def show_rows(self, rows: tuple[HandedRowProps, ...], empty: str, more: str) -> None:
        """Show these, newest first."""
        self._empty.setText(empty)
        self._empty.setVisible(bool(empty))
        self._more.setText(more)
        self._more.setVisible(bool(more))
        while len(self._rows) < len(rows):
            row = HandedRowView(self._theme, self._ground)
            row.acted.connect(self.acted)
            self._stack.insertWidget(1 + len(self._rows), row)
            self._rows.append(row)
        for place, view in enumerate(self._rows):
            view.setVisible(place < len(rows))
            if place < len(rows):
                view.show_row(rows[place])
