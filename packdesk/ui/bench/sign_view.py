"""The sign of a tone, painted anew with every look."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from packdesk.ui.icons import Sign, icon
from packdesk.ui.theme import Theme
from packdesk.ui.tones import TONE_SIGNS, tone_colour
from packdesk.ui.words.notice import Tone


class SignView(QWidget):
    """Beside every sentence with a tone, so that colour never stands alone."""

    def __init__(
        self, theme: Theme, side: int, parent: QWidget | None = None, *, calm: Sign = Sign.CALM
    ) -> None:
        super().__init__(parent)
        self._signs = {**TONE_SIGNS, Tone.CALM: calm}
        self._theme = theme
        self._tone = Tone.CALM
        self.setFixedSize(side, side)

    def show_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = tone_colour(self._tone, self._theme.tokens)
        icon(self._signs[self._tone], colour).paint(painter, self.rect())
        painter.end()
