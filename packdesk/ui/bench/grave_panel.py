"""What stops the packer or cannot be undone, large above the goods; it covers nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from packdesk.ui.bench.props import GraveProps
from packdesk.ui.bench.sign_view import SignView
from packdesk.ui.theme import Theme, put
from packdesk.ui.tokens import Space

HIGHEST = 216


class GravePanel(QFrame):
    """A title with its sign, a large line for each thing, a quiet word how it is answered."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: GraveProps | None = None
        self.setObjectName("gravePanel")
        self.setProperty("card", "plain")
        self._sign = SignView(theme, 28, self)
        self._title = self._label("graveTitle", "title")
        self._hint = self._label("graveHint", "strong")
        self._lines = self._label("graveLines", "name")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._lines)
        self._lines.setAutoFillBackground(False)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setSpacing(Space.SNUG)
        head.addWidget(self._sign)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SNUG, Space.TIGHT, Space.SNUG, Space.TIGHT)
        column.setSpacing(Space.HAIR)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def render_props(self, props: GraveProps | None) -> None:
        self.setVisible(props is not None)
        if props is None or props == self._shown:
            return
        self._shown = props
        tone = props.title.tone.value
        put(self, "tone", tone)
        put(self._title, "tone", tone)
        self._sign.show_tone(props.title.tone)
        self._title.setText(props.title.text)
        self._lines.setText("\n".join(props.lines))
        self._hint.setText(props.hint)
        self._hint.setVisible(bool(props.hint))
        self.setAccessibleName(" ".join((props.title.text, *props.lines, props.hint)))
        line = self._lines.fontMetrics().lineSpacing()
        self.setFixedHeight(min(HIGHEST, 64 + line * len(props.lines)))

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(role == "name")
        return label
