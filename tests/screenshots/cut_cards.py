"""Finds text that the painter of the queue's cards cuts, by letting it paint and listening."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from packdesk.ui.queue.card_list import CardList
from packdesk.ui.queue.card_model import CARD_ROLE
from packdesk.ui.queue.card_painter import ICON, CardPainter
from packdesk.ui.queue.props import CardProps
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import Space, TypeSize
from packdesk.ui.words.notice import Tone


class ListeningPainter(CardPainter):
    """Paints as the real one does, and keeps what does not fit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.cut: list[str] = []
        self._fonts = theme

    @override
    def _line(
        self,
        painter: QPainter,
        room: QRect,
        line: float,
        text: str,
        size: TypeSize,
        colour: str,
        *,
        bold: bool = False,
    ) -> None:
        super()._line(painter, room, line, text, size, colour, bold=bold)
        self._hear(text, size, room.width(), bold=bold)

    @override
    def _state(self, painter: QPainter, room: QRect, card: CardProps) -> None:
        super()._state(painter, room, card)
        icon = 0 if card.state_tone is Tone.CALM else ICON + Space.HAIR
        self._hear(card.state, TypeSize.BODY, room.width() - 2 * Space.SNUG - icon, bold=True)

    def _hear(self, text: str, size: TypeSize, room: int, *, bold: bool) -> None:
        metrics = QFontMetrics(self._fonts.font(size, bold=bold))
        if metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) != text:
            self.cut.append(text)


def cut_texts(cards: CardList, theme: Theme) -> tuple[str, ...]:
    """What is cut; the line of goods may be, since the tooltip and screen readers tell it whole."""
    listening = ListeningPainter(theme)
    canvas = QPixmap(cards.viewport().size())
    painter = QPainter(canvas)
    model = cards.model()
    told: set[str] = set()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        option = QStyleOptionViewItem()
        option.rect = QRect(QPoint(0, 0), cards.visualRect(index).size())
        listening.paint(painter, option, index)
        card: CardProps = index.data(CARD_ROLE)
        tooltip = str(index.data(Qt.ItemDataRole.ToolTipRole))
        if tooltip == card.goods and card.goods in str(index.data(Qt.ItemDataRole.DisplayRole)):
            told.add(card.goods)
    painter.end()
    return tuple(text for text in listening.cut if text not in told)
