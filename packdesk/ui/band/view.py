"""The band's widget."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from packdesk.ui.band.hand_view import HandView
from packdesk.ui.band.props import OFFER_KEY, AnswerProps, BandProps, Offer, OfferProps
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.icons import Sign, picture
from packdesk.ui.key_button import KeyButton
from packdesk.ui.offer_button import GRAVE_HOLD_MS, HOLD_MS, OfferButton
from packdesk.ui.page_keys import on_held_key, on_key
from packdesk.ui.sentence import AlikeSizes, SentenceLabel
from packdesk.ui.theme import Density, Theme, restyle
from packdesk.ui.tokens import Space
from packdesk.ui.tones import TONE_SIGNS, tone_colour
from packdesk.ui.words.band import aloud, escape_key
from packdesk.ui.words.notice import Tone

ICON, SMALL_ICON = 40, 32
WORD = 88
OVERHANG = 60
"""What a line of answers covers of the screen below: the order's head, not its first row."""
LEAST_SENTENCE = 30
"""Percent of the width that a question keeps beside its answers."""
MOST_ANSWERS = 9
TYPE_KEY = "Ins"
_HOLDS = {
    Offer.TAKE_ANYWAY: HOLD_MS,
    Offer.REMOVE: GRAVE_HOLD_MS,
    Offer.CANCEL: GRAVE_HOLD_MS,
}
"""How long the button of an offer must be held, in milliseconds."""


class BandView(QFrame):
    """One sentence and, if it is a question, its answers; digits and Escape answer.

    Signals:
        room_changed: The height that must be kept free for it; it may lie over more than that.
    """

    room_changed = Signal(int)

    def __init__(
        self, viewmodel: BandViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self.setObjectName("band")
        self.setProperty("card", "bar")
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._word = QLabel(self)
        self._word.setObjectName("bandTone")
        self._word.setProperty("role", "strong")
        self._word.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence = SentenceLabel(theme)
        self._sentence.setObjectName("bandSentence")
        self._progress = QLabel(self)
        self._progress.setObjectName("bandProgress")
        self._progress.setProperty("role", "title")
        self._density = Density.ROOMY
        self._room = 0
        self._has_field = False
        self._column = QVBoxLayout(self)
        self._first = QHBoxLayout()
        self._replies = QWidget(self)
        self._lines = QVBoxLayout(self._replies)
        self._row, self._second = QHBoxLayout(), QHBoxLayout()
        self._lower: list[KeyButton] = []
        self._hand = HandView(theme, self)
        self._type_code = KeyButton(theme, parent=self)
        self._type_code.setObjectName("bandTypeCode")
        self._type_code.clicked.connect(viewmodel.type_code)
        self._type_key = QShortcut(QKeySequence(Qt.Key.Key_Insert), self)
        self._type_key.activated.connect(viewmodel.type_code)
        self._answers = [self._make_answer(number) for number in range(1, MOST_ANSWERS + 1)]
        self._offer = OfferButton(theme, self)
        self._offer.setObjectName("bandOffer")
        self._offer.setProperty("kind", "answer")
        self._offer.meant.connect(viewmodel.take_offer)
        self._offer_key = on_held_key(self, OFFER_KEY, self._offer.reach)
        self._dismiss = KeyButton(theme, parent=self)
        self._dismiss.setObjectName("bandDismiss")
        self._dismiss.clicked.connect(viewmodel.dismiss)
        self._alike = AlikeSizes(*(button.words for button in (*self._answers, self._dismiss)))
        self._lay_out()
        self._keys = [self._make_key(number) for number in range(1, MOST_ANSWERS + 1)]
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(viewmodel.dismiss)
        self._needs_line = False
        self._connect()
        self._render(viewmodel.props)

    def _connect(self) -> None:
        viewmodel = self._viewmodel
        self._hand.submitted.connect(viewmodel.submit)
        self._hand.field.typed.connect(viewmodel.type_text)
        self._hand.field.chosen.connect(viewmodel.answer)
        viewmodel.props_changed.connect(self._render)
        self._theme.changed.connect(self._dress)

    @property
    def room(self) -> int:
        """The height that must be kept free for it."""
        return self._room

    def set_density(self, density: Density) -> None:
        self._density = density
        self._place_answers()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_answers()

    def _place_answers(self) -> None:
        """Beside the question where both have room, else on a line of their own below it."""
        room = self.width() - 2 * Space.WIDE - WORD - 3 * Space.BASE
        least = self.width() * LEAST_SENTENCE // 100
        fits = not self._needs_line and self._replies.sizeHint().width() <= room - least
        beside = self._first.indexOf(self._replies) >= 0
        if fits and not beside:
            self._column.removeWidget(self._replies)
            self._first.addWidget(self._replies)
        elif not fits and beside:
            self._first.removeWidget(self._replies)
            self._column.addWidget(self._replies)
        self._spread(crowded=not fits and self._narrowest() > self.width() - 2 * Space.WIDE)
        height, line = self._density.band, self._density.band - 2 * Space.HAIR
        more = line + Space.HAIR if self._lower else 0
        self._replies.setFixedHeight(line + more)
        whole = height if fits else height + OVERHANG + more
        self.setFixedHeight(whole)
        self._draw_icon(ICON if fits else SMALL_ICON)
        # Answers are soon gone and lie over what is below; a field stays, and has room of its own.
        room = whole if self._has_field else height
        if room != self._room:
            self._room = room
            self.room_changed.emit(room)

    @override
    def minimumSizeHint(self) -> QSize:
        # However narrow the window is, the replies find their lines.
        return QSize(0, super().minimumSizeHint().height())

    def _narrowest(self) -> int:
        """What all shown answers need side by side with every word whole."""
        shown = [one for one in (*self._answers, self._dismiss) if not one.isHidden()]
        return sum(one.narrowest() + Space.BASE for one in shown) - Space.BASE

    def _spread(self, *, crowded: bool) -> None:
        """Too many answers for a narrow window stand on two lines, the way out at the very end."""
        shown = [button for button in self._answers if not button.isHidden()]
        lower = [*shown[(len(shown) + 1) // 2 :], self._dismiss] if crowded else []
        if lower == self._lower:
            return
        self._lower = lower
        self._lines.setStretchFactor(self._second, 1 if lower else 0)
        every = [*self._answers, self._type_code, self._offer, self._dismiss]
        for button in every:
            for line in (self._row, self._second):
                line.removeWidget(button)
        for button in every:
            (self._second if button in lower else self._row).addWidget(button)

    def _dress(self) -> None:
        self._render(self._viewmodel.props)

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addStretch()
        told.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        told.addWidget(self._word)
        told.addStretch()
        self._first.setSpacing(Space.BASE)
        self._first.addLayout(told)
        self._first.addWidget(self._sentence, 1)
        self._first.addWidget(self._progress)
        self._first.addWidget(self._replies)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(Space.HAIR)
        for line in (self._row, self._second):
            line.setSpacing(Space.BASE)
            self._lines.addLayout(line)
        self._lines.setStretchFactor(self._row, 1)
        replies = self._row
        replies.addWidget(self._hand, 1)
        for button in self._answers:
            replies.addWidget(button)
        replies.addWidget(self._type_code)
        replies.addWidget(self._offer)
        replies.addWidget(self._dismiss)
        self._column.setContentsMargins(Space.WIDE, Space.HAIR, Space.WIDE, Space.HAIR)
        self._column.setSpacing(Space.HAIR)
        self._column.addLayout(self._first, 1)

    def _make_answer(self, number: int) -> KeyButton:
        button = KeyButton(self._theme, parent=self)
        button.setObjectName(f"bandAnswer{number}")
        button.setProperty("kind", "answer")
        button.clicked.connect(lambda: self._viewmodel.answer(number))
        return button

    def _make_key(self, number: int) -> QShortcut:
        # Held down, it must not answer the question that follows.
        return on_key(self, str(number), partial(self._viewmodel.answer, number))

    def _render(self, props: BandProps) -> None:
        self._render_tone(props)
        self._progress.setText(props.progress)
        self._progress.setVisible(bool(props.progress))
        answers = props.answers or props.proposals
        for number, button in enumerate(self._answers, start=1):
            self._render_answer(button, answers[number - 1 : number])
            self._keys[number - 1].setEnabled(number <= len(answers))
        self._hand.render_props(props)
        # Proposals stand close to the field, and are large.
        self._row.setStretchFactor(self._hand, 0 if props.proposals else 1)
        self._needs_line = props.is_roomy
        self._has_field = props.entry is not None
        self._type_code.show_words(TYPE_KEY, props.type_code)
        self._type_code.setVisible(bool(props.type_code))
        self._type_key.setEnabled(bool(props.type_code))
        self._dismiss.show_words(escape_key(), props.dismiss)
        self._dismiss.setVisible(bool(props.dismiss))
        # Beside a field it stands on the line of the field, not on that and the one below it.
        on_line = props.is_roomy and props.entry is not None
        top = Qt.AlignmentFlag.AlignTop
        self._row.setAlignment(self._dismiss, top if on_line else Qt.AlignmentFlag(0))
        self._escape.setEnabled(bool(props.dismiss))
        self._render_offer(props.offer)
        wanted = (props.entry is not None, props.asks, bool(props.type_code))
        self._replies.setVisible(props.offer is not None or any(wanted))
        self._place_answers()
        self._sentence.say(props.sentence)
        self._alike.settle()
        self.setAccessibleName(aloud(props.sentence, props.word))

    def _render_tone(self, props: BandProps) -> None:
        self._word.setText(props.word)
        self._word.setVisible(bool(props.word))
        for widget in (self, self._word):
            if widget.property("tone") != props.tone.value:
                widget.setProperty("tone", props.tone.value)
                restyle(widget)

    def _draw_icon(self, side: int) -> None:
        props = self._viewmodel.props
        is_question = props.asks and props.tone is Tone.CALM
        tone = Tone.ATTENTION if is_question else props.tone
        sign = Sign.QUESTION if is_question else TONE_SIGNS[tone]
        colour = tone_colour(tone, self._theme.tokens)
        # As wide as the longest word: the sentence must not jump aside when a word appears.
        self._icon.setFixedSize(WORD, side)
        self._icon.setPixmap(picture(sign, colour, side, self.devicePixelRatioF()))

    def _render_answer(self, button: KeyButton, answers: tuple[AnswerProps, ...]) -> None:
        for answer in answers:
            button.show_words(str(answer.number), answer.label)
        button.setVisible(bool(answers))

    def _render_offer(self, offer: OfferProps | None) -> None:
        if offer is not None:
            self._offer.must_hold(_HOLDS.get(offer.offer, 0))
            self._offer.show_words(offer.key, offer.label)
        self._offer.setVisible(offer is not None)
        self._offer_key.setEnabled(offer is not None)
