"""The left side of the bench: the goods of the order."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.domain.commands import OnTable
from packdesk.domain.ids import OrderId
from packdesk.ui.bench.drop_area import DropArea
from packdesk.ui.bench.hint_label import HintLabel
from packdesk.ui.bench.part_row_view import PartRowView
from packdesk.ui.bench.pick_card import PickCard
from packdesk.ui.bench.picks import ItemPick, PartPick, Pick, Place
from packdesk.ui.bench.pool import Pool
from packdesk.ui.bench.props import ListedProps, LoosePartProps, RowProps
from packdesk.ui.bench.row_size import row_size
from packdesk.ui.bench.row_view import RowView
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.pictures import PictureBook
from packdesk.ui.theme import Density, Theme
from packdesk.ui.tokens import Space
from packdesk.ui.words.notice import Notice


class GoodsList(DropArea):
    """A row for each position and each loose part; a drop here takes things out of boxes."""

    def __init__(
        self,
        viewmodel: BenchViewModel,
        theme: Theme,
        pictures: PictureBook | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(viewmodel, parent)
        self._theme = theme
        self._pictures = pictures
        self._density = Density.ROOMY
        self._count = 0
        content = QWidget()
        content.setObjectName("page")
        self._rows: Pool[Pick, RowView] = Pool(self._make_row)
        self._parts: Pool[Pick, PartRowView] = Pool(lambda: PartRowView(viewmodel, theme, content))
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, Space.HAIR, 0)
        self._column.setSpacing(Space.HAIR)
        self._column.addStretch()
        self.setWidget(content)
        self._hint = HintLabel(self.viewport())

    def set_density(self, density: Density) -> None:
        self._density = density
        self._dress_rows()

    def render_props(
        self, listed: tuple[ListedProps, ...], order: OrderId, hint: Notice | None
    ) -> None:
        """Show the rows from above in this order."""
        rows = [one for one in listed if isinstance(one, RowProps)]
        parts = [one for one in listed if isinstance(one, LoosePartProps)]
        cards: dict[Pick, PickCard] = {}
        for row, row_view in zip(rows, self._rows.deal([_pick(one) for one in rows]), strict=True):
            row_view.render_props(row, order)
            cards[_pick(row)] = row_view
        dealt = self._parts.deal([_pick(one) for one in parts])
        for part, part_view in zip(parts, dealt, strict=True):
            part_view.render_props(part, order)
            cards[_pick(part)] = part_view
        for place, one in enumerate(listed):
            card = cards[_pick(one)]
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.show()
        self._hint.show_hint(hint)
        if len(rows) != self._count:
            self._count = len(rows)
            self._dress_rows()

    def card(self, pick: Pick) -> PickCard | None:
        """The row of a pick."""
        return self._rows.get(pick) or self._parts.get(pick)

    @override
    def place_at(self, point: QPoint) -> Place | None:
        return OnTable()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.settle()

    def _dress_rows(self) -> None:
        size = row_size(self._density, self._count)
        for row in self._rows.everyone():
            row.set_size(size)

    def _make_row(self) -> RowView:
        row = RowView(self._viewmodel, self._theme, self._pictures, self.widget())
        row.set_size(row_size(self._density, self._count))
        return row


def _pick(one: ListedProps) -> Pick:
    return ItemPick(one.item) if isinstance(one, RowProps) else PartPick(one.unit, one.part)
