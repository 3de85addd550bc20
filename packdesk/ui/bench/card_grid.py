"""Cards in columns of equal width, row by row; groups stay in one row when they fit into one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from packdesk.ui.tokens import Space

NARROWEST = 260
GAP = int(Space.SNUG)


@dataclass(frozen=True, slots=True)
class GridCell:
    """Where a card goes."""

    row: int
    column: int


def columns_in(width: int) -> int:
    """How many cards stand side by side in this width."""
    return max(1, (width + GAP) // (NARROWEST + GAP))


def arrange(groups: Sequence[int], columns: int) -> tuple[GridCell, ...]:
    """A cell for each card; ``groups`` has 0 for a card alone, else the number of its group.

    Neighbours of one group begin a new row rather than be torn apart, if one row can hold them.
    """
    cells: list[GridCell] = []
    row = column = 0
    for size in _runs(groups):
        if column and column + size > columns and (size == 1 or size <= columns):
            row, column = row + 1, 0
        for _ in range(size):
            if column == columns:
                row, column = row + 1, 0
            cells.append(GridCell(row, column))
            column += 1
    return tuple(cells)


def _runs(groups: Sequence[int]) -> Iterator[int]:
    for group, members in groupby(groups):
        count = len(list(members))
        if group:
            yield count
        else:
            yield from (1 for _ in range(count))


class CardGrid(QWidget):
    """Lays its cards out; as high as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[QWidget, ...] = ()
        self._groups: tuple[int, ...] = ()

    def show_cards(self, cards: tuple[QWidget, ...], groups: tuple[int, ...]) -> None:
        """Show these cards in this order."""
        self._cards, self._groups = cards, groups
        for card in cards:
            card.show()
        self._lay_out()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay_out()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, 0)

    def _lay_out(self) -> None:
        columns = columns_in(self.width())
        cells = arrange(self._groups, columns)
        width = (self.width() - (columns - 1) * GAP) // columns
        top = 0
        placed = list(zip(cells, self._cards, strict=True))
        for _, members in groupby(placed, key=lambda one: one[0].row):
            cards = list(members)
            height = max(card.sizeHint().height() for _, card in cards)
            for cell, card in cards:
                card.setGeometry(cell.column * (width + GAP), top, width, height)
            top += height + GAP
        self.setMinimumHeight(max(0, top - GAP))
