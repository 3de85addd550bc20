"""The cards as a Qt model: one row an order."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from packdesk.ui.queue.props import CardProps

CARD_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CardModel(QAbstractListModel):
    """Changed rows are told as such; another order of rows is a reset."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[CardProps, ...] = ()

    @property
    def cards(self) -> tuple[CardProps, ...]:
        return self._cards

    def show_cards(self, cards: tuple[CardProps, ...]) -> bool:
        """Take these cards; says whether the rows are others than before."""
        before = self._cards
        if [card.order for card in before] == [card.order for card in cards]:
            self._cards = cards
            for row, (old, new) in enumerate(zip(before, cards, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return False
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()
        return True

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return card.aloud
        if role == Qt.ItemDataRole.ToolTipRole:
            return card.goods
        return None
