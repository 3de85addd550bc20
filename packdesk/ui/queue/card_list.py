"""The list of cards: arrows move, Enter or a tap opens, letters go to the search."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QScroller, QWidget
from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.ui.queue.card_model import CARD_ROLE, CardModel
from packdesk.ui.queue.card_painter import CardPainter
from packdesk.ui.queue.props import CardProps
from packdesk.ui.queue.search_line import typed_key
from packdesk.ui.theme import Theme

_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CardList(QListView):
    """The current card keeps its order while the rows around it change.

    Signals:
        opened: The `OrderId` of the card that was chosen.
        typed: The `TypedKey` of a key that the list has no use for.
    """

    opened = Signal(object)
    typed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queueCards")
        self._cards = CardModel(self)
        self.setModel(self._cards)
        self.setItemDelegate(CardPainter(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.clicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    def show_cards(self, cards: tuple[CardProps, ...]) -> None:
        """Show these; the order that was current stays so, else the first is."""
        before = self.current_order()
        if not self._cards.show_cards(cards):
            return
        rows = {card.order: row for row, card in enumerate(cards)}
        row = rows.get(before, 0) if before is not None else 0
        self.setCurrentIndex(self._cards.index(row))

    def current_order(self) -> OrderId | None:
        """The order that Enter opens."""
        index = self.currentIndex()
        return index.data(CARD_ROLE).order if index.isValid() else None

    def open_current(self) -> None:
        """Open the current card."""
        self._open(self.currentIndex())

    def step(self, rows: int) -> None:
        """Move the current card up or down."""
        row = self.currentIndex().row() + rows
        if 0 <= row < self._cards.rowCount():
            self.setCurrentIndex(self._cards.index(row))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            self.open_current()
        elif (typed := typed_key(event)) is not None:
            self.typed.emit(typed)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(CARD_ROLE).order)
