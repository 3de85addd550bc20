"""An open question of the hand-over desk with its answers as large buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from packdesk.ui.band.props import OFFER_KEY
from packdesk.ui.handover.keeps_height import TallEnough
from packdesk.ui.handover.service_picker import ServicePicker
from packdesk.ui.handover.tracks_props import AnswerKind, QuestionProps, TrackAnswerProps
from packdesk.ui.offer_button import HOLD_MS, OfferButton
from packdesk.ui.page_keys import on_held_key, on_key
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import MAIN_BUTTON, Space

MOST = 5
"""More services are never likely."""
DIGITS = 9
NARROW, WIDE = 180, 330


class QuestionView(TallEnough):
    """Renders `QuestionProps`; the keyboard is here while it is open.

    Signals:
        replied: The `TrackAnswerProps` that was chosen.
        digit: A digit was pressed.
        picked: The `DeliveryServiceId` that was picked in the list of all.
    """

    replied = Signal(object)
    digit = Signal(object)
    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handoverQuestion")
        self.setProperty("card", "here")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._props: QuestionProps | None = None
        self._details = QLabel(self)
        self._details.setObjectName("handoverQuestionDetails")
        self._details.setProperty("role", "name")
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setWordWrap(True)
        self._buttons = [self._make_button(place, theme) for place in range(MOST)]
        self.picker = ServicePicker("handoverService", self)
        self.picker.picked.connect(self.picked)
        self.picker.answered.connect(self.digit)
        self._keys = [self._make_key(number) for number in range(1, DIGITS + 1)]
        self._hold = on_held_key(self, OFFER_KEY, self._reach)
        answers = QWidget(self)
        # The stylesheet sets the least height of every button: only what holds them can set another.
        answers.setFixedHeight(MAIN_BUTTON)
        row = QHBoxLayout(answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.BASE, Space.TIGHT, Space.BASE, Space.SNUG)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self._details)
        column.addWidget(answers)
        column.addWidget(self.picker, 1)
        self.show_question(None)

    def show_question(self, props: QuestionProps | None) -> None:
        """Show a question, or none."""
        before, self._props = self._props, props
        answers = props.answers if props is not None else ()
        for place, button in enumerate(self._buttons):
            self._show_button(button, answers[place : place + 1])
        for number, key in enumerate(self._keys, start=1):
            key.setEnabled(any(answer.key == str(number) for answer in answers))
        self._hold.setEnabled(any(answer.kind is AnswerKind.HOLD for answer in answers))
        self.setVisible(props is not None)
        picker = props.picker if props is not None else None
        self.picker.setVisible(picker is not None)
        if picker is not None:
            self.picker.show_picker(picker)
        if props is None:
            return
        self._details.setText(props.details)
        # The list of services needs the room, and its field tells what to do.
        self._details.setVisible(picker is None)
        self.setAccessibleName(props.details)
        if before is None or before.details != props.details:
            self.picker.begin()
            (self.picker if picker is not None else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_button(self, place: int, theme: Theme) -> OfferButton:
        button = OfferButton(theme, self)
        button.setObjectName(f"handoverAnswer{place + 1}")
        button.setProperty("kind", "answer")
        button.setMinimumWidth(NARROW)
        button.setMaximumWidth(WIDE)
        button.meant.connect(lambda: self._meant(place))
        return button

    def _make_key(self, number: int) -> QShortcut:
        # Held on, it would answer the question that comes next too.
        return on_key(self, str(number), lambda: self.digit.emit(number))

    def _show_button(self, button: OfferButton, answers: tuple[TrackAnswerProps, ...]) -> None:
        for answer in answers:
            button.must_hold(HOLD_MS if answer.kind is AnswerKind.HOLD else 0)
            button.show_words(answer.key, answer.label)
        button.setVisible(bool(answers))

    def _meant(self, place: int) -> None:
        answers = self._props.answers if self._props is not None else ()
        if place < len(answers):
            self.replied.emit(answers[place])

    def _reach(self) -> None:
        answers = self._props.answers if self._props is not None else ()
        for place, answer in enumerate(answers):
            if answer.kind is AnswerKind.HOLD:
                self._buttons[place].reach()
