"""The strip below the head: how far the order is, or why nothing may change."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from packdesk.ui.bench.props import GoThere, Say, StripButton, StripProps, TakeUp
from packdesk.ui.bench.sign_view import SignView
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.icons import Sign
from packdesk.ui.theme import Theme, put
from packdesk.ui.tokens import TOUCH, Space
from packdesk.ui.words.submission import PersonAnswer

MOST_BUTTONS = 2
_NAMES = {
    PersonAnswer.PRINTED: "submissionPrinted",
    PersonAnswer.NOT_PRINTED: "submissionNotPrinted",
    PersonAnswer.RETRY: "submissionRetry",
}


class StripView(QFrame):
    """A sentence with its sign, and the buttons of a question."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._props: StripProps | None = None
        self.setObjectName("submissionStrip")
        self.setProperty("card", "plain")
        self._sign = SignView(theme, 28, self, calm=Sign.SENT)
        self._text = QLabel(self)
        self._text.setObjectName("submissionState")
        self._text.setProperty("role", "strong")
        self._detail = QLabel(self)
        self._detail.setObjectName("submissionDetail")
        self._detail.setProperty("role", "body")
        self._detail.setWordWrap(True)
        for label in (self._text, self._detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumHeight(TOUCH)
        self._buttons = [self._make_button(place) for place in range(MOST_BUTTONS)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.SNUG, Space.HAIR, Space.HAIR, Space.HAIR)
        layout.setSpacing(Space.SNUG)
        layout.addWidget(self._sign)
        layout.addWidget(self._text)
        layout.addWidget(self._detail, 1)
        for button in self._buttons:
            layout.addWidget(button)

    def render_props(self, props: StripProps | None) -> None:
        self.setVisible(props is not None)
        if props is None or props == self._props:
            return
        self._props = props
        put(self, "tone", props.notice.tone.value)
        put(self._text, "tone", props.notice.tone.value)
        self._sign.show_tone(props.notice.tone)
        self._text.setText(props.notice.text)
        self._detail.setText(props.detail)
        self._detail.setVisible(bool(props.detail))
        self.setAccessibleName(f"{props.notice.text} {props.detail}".strip())
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(props.buttons))
            if place < len(props.buttons):
                shown = props.buttons[place]
                button.setText(shown.text)
                button.setObjectName(_name(shown))

    def _make_button(self, place: int) -> QPushButton:
        button = QPushButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._press(place))
        return button

    def _press(self, place: int) -> None:
        if self._props is None:
            return
        match self._props.buttons[place]:
            case Say(answer):
                self._viewmodel.say(answer)
            case GoThere(there):
                self._viewmodel.pick(there)
            case TakeUp():
                self._viewmodel.take_up()


def _name(shown: StripButton) -> str:
    match shown:
        case Say(answer):
            return _NAMES[answer]
        case GoThere():
            return "submissionOpenUnit"
        case TakeUp():
            return "orderTakeUp"
