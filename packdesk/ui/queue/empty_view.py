"""What stands in the place of the cards: a picture, a sentence, one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from packdesk.ui.icons import Sign, picture
from packdesk.ui.queue.props import EmptyProps, QueueAction
from packdesk.ui.theme import Theme, restyle
from packdesk.ui.tokens import Space
from packdesk.ui.tones import tone_colour
from packdesk.ui.words.notice import Tone

ICON = 72


class EmptyView(QWidget):
    """Empty, loading, without a key, offline and error.

    Signals:
        acted: The `QueueAction` of the button.
    """

    acted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: EmptyProps | None = None
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setObjectName("queueEmpty")
        self._text.setProperty("role", "title")
        self._text.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.setObjectName("queueAction")
        self._button.setProperty("kind", "primary")
        self._button.setProperty("tall", True)
        self._button.setMinimumWidth(260)
        self._button.clicked.connect(self._act)
        layout = QVBoxLayout(self)
        layout.setSpacing(Space.WIDE)
        layout.addStretch()
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._text)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        theme.changed.connect(self._dress)

    def show_empty(self, props: EmptyProps) -> None:
        """Show why there are no cards."""
        self._shown = props
        self._text.setText(props.text)
        self._text.setProperty("tone", props.tone.value)
        restyle(self._text)
        self._button.setText(f"{props.label}  {_KEYS[props.action]}")
        self._button.setVisible(not props.is_waiting)
        self._dress()

    def _dress(self) -> None:
        if self._shown is None:
            return
        tokens = self._theme.tokens
        calm = self._shown.tone is Tone.CALM
        colour = tokens.quiet if calm else tone_colour(self._shown.tone, tokens)
        self._icon.setPixmap(picture(_sign(self._shown), colour, ICON, self.devicePixelRatioF()))

    def _act(self) -> None:
        if self._shown is not None:
            self.acted.emit(self._shown.action)


_KEYS = {QueueAction.REFRESH: "F5", QueueAction.CLEAR: "Esc", QueueAction.SETTINGS: "F10"}

_CALM_SIGNS = {
    QueueAction.REFRESH: Sign.EMPTY,
    QueueAction.CLEAR: Sign.SEARCH,
    QueueAction.SETTINGS: Sign.KEY,
}


def _sign(props: EmptyProps) -> Sign:
    if props.is_waiting:
        return Sign.LOADING
    if props.tone is Tone.ATTENTION:
        return Sign.OFFLINE
    if props.tone is Tone.REFUSED:
        return Sign.PROBLEM
    return _CALM_SIGNS[props.action]
