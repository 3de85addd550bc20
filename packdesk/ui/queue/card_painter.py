"""Paints one card of the queue."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from packdesk.ui.icons import Sign, picture
from packdesk.ui.queue.card_model import CARD_ROLE
from packdesk.ui.queue.props import CardProps
from packdesk.ui.theme import CARD_HEIGHT, Theme
from packdesk.ui.tokens import RADIUS_BUTTON, RADIUS_CARD, Space, TypeSize
from packdesk.ui.tones import TONE_SIGNS, tone_colour, tone_ground
from packdesk.ui.words.notice import Tone

LEFT_WIDTH = 156
NUMBER_WIDTH = 178
STATE_WIDTH = 220
ICON = 20
LINE = 26


class CardPainter(QStyledItemDelegate):
    """Countdown, number and model, goods, state: two lines each, the first one larger."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, CARD_HEIGHT + Space.TIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card = index.data(CARD_ROLE)
        frame: QRect = option.rect.adjusted(Space.HAIR, Space.HAIR, -Space.HAIR, -Space.HAIR)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, frame, card, is_current=is_current)
        inner = frame.adjusted(Space.BASE, Space.TIGHT, -Space.BASE, -Space.TIGHT)
        left = QRect(inner.x(), inner.y(), LEFT_WIDTH, inner.height())
        number = QRect(left.right() + Space.BASE, inner.y(), NUMBER_WIDTH, inner.height())
        state = QRect(inner.right() - STATE_WIDTH, inner.y(), STATE_WIDTH, inner.height())
        goods_right = state.x() if card.state else inner.right()
        goods_x = number.right() + Space.BASE
        goods = QRect(goods_x, inner.y(), goods_right - goods_x - Space.BASE, inner.height())
        self._left(painter, left, card)
        self._number(painter, number, card)
        self._two_lines(painter, goods, card.goods, card.details)
        if card.state:
            self._state(painter, state, card)
        painter.restore()

    def _frame(self, painter: QPainter, frame: QRect, card: CardProps, *, is_current: bool) -> None:
        tokens = self._theme.tokens
        width = 3 if is_current else 1
        edge = tokens.refused if card.state_tone is Tone.REFUSED else tokens.line
        painter.setPen(QPen(QColor(tokens.accent if is_current else edge), width))
        painter.setBrush(QColor(tokens.raised if is_current else tokens.surface))
        painter.drawRoundedRect(frame, RADIUS_CARD, RADIUS_CARD)

    def _left(self, painter: QPainter, room: QRect, card: CardProps) -> None:
        tokens = self._theme.tokens
        calm = card.left_tone is Tone.CALM
        colour = tokens.text if calm else tone_colour(card.left_tone, tokens)
        text_room = room
        if not calm:
            self._icon(painter, room.topLeft().x(), room.y() + 2, Sign.CLOCK, colour)
            text_room = room.adjusted(ICON + Space.HAIR, 0, 0, 0)
        if card.until:
            self._line(painter, text_room, 0, card.left, TypeSize.NAME, colour, bold=True)
            is_late = card.left_tone is Tone.REFUSED
            second = colour if is_late else tokens.quiet
            self._line(painter, room, 1, card.until, TypeSize.BODY, second, bold=is_late)
        else:
            self._line(painter, text_room, 0.5, card.left, TypeSize.NAME, colour, bold=True)

    def _number(self, painter: QPainter, room: QRect, card: CardProps) -> None:
        tokens = self._theme.tokens
        self._line(painter, room, 0, card.number, TypeSize.NAME, tokens.text, bold=True)
        second = room
        if card.is_express:
            self._icon(painter, room.x(), room.y() + LINE + 3, Sign.EXPRESS, tokens.attention)
            second = room.adjusted(ICON + Space.HAIR, 0, 0, 0)
        told = f"{card.model} · {card.external}" if card.external else card.model
        colour = tokens.attention if card.is_express else tokens.quiet
        self._line(painter, second, 1, told, TypeSize.BODY, colour, bold=card.is_express)

    def _two_lines(self, painter: QPainter, room: QRect, first: str, second: str) -> None:
        tokens = self._theme.tokens
        self._line(painter, room, 0, first, TypeSize.NAME, tokens.text)
        self._line(painter, room, 1, second, TypeSize.BODY, tokens.quiet)

    def _state(self, painter: QPainter, room: QRect, card: CardProps) -> None:
        tokens = self._theme.tokens
        font = self._theme.font(TypeSize.BODY, bold=True)
        metrics = QFontMetrics(font)
        is_calm = card.state_tone is Tone.CALM
        icon_room = 0 if is_calm else ICON + Space.HAIR
        text = metrics.elidedText(
            card.state,
            Qt.TextElideMode.ElideRight,
            room.width() - 2 * Space.SNUG - icon_room,
        )
        width = metrics.horizontalAdvance(text) + 2 * Space.SNUG + icon_room
        height = metrics.height() + Space.TIGHT
        chip = QRect(room.right() - width, room.center().y() - height // 2, width, height)
        colour = tokens.text if is_calm else tone_colour(card.state_tone, tokens)
        painter.setPen(QPen(QColor(tokens.line if is_calm else colour), 1))
        painter.setBrush(QColor(tone_ground(card.state_tone, tokens)))
        painter.drawRoundedRect(chip, RADIUS_BUTTON, RADIUS_BUTTON)
        words = chip.adjusted(Space.SNUG + icon_room, 0, -Space.SNUG, 0)
        if icon_room:
            sign = TONE_SIGNS[card.state_tone]
            self._icon(painter, chip.x() + Space.SNUG, chip.center().y() - ICON // 2, sign, colour)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _icon(self, painter: QPainter, x: int, y: int, sign: Sign, colour: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(x, y, ICON, ICON, picture(sign, colour, ICON, ratio))

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
        font = self._theme.font(size, bold=bold)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        where = QRect(room.x(), room.y() + round(line * LINE), room.width(), LINE)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
