"""The right side of the bench: the boxes."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.domain.commands import IntoBox, IntoNewBox
from packdesk.domain.ids import BoxNumber, OrderId
from packdesk.ui.bench.box_card import BoxCard
from packdesk.ui.bench.card_grid import CardGrid
from packdesk.ui.bench.drop_area import DropArea
from packdesk.ui.bench.new_box_card import NewBoxCard
from packdesk.ui.bench.pick_card import PickCard
from packdesk.ui.bench.picks import BoxPick, Pick, Place
from packdesk.ui.bench.pool import Pool
from packdesk.ui.bench.props import BoxProps, NewBoxProps
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.theme import Theme


class BoxArea(DropArea):
    """Cards that wrap, and the card "new box" after them."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(viewmodel, parent)
        content = QWidget()
        content.setObjectName("page")
        self._grid = CardGrid(content)
        self._boxes: Pool[BoxNumber, BoxCard] = Pool(lambda: BoxCard(viewmodel, theme, self._grid))
        self._new_box = NewBoxCard(viewmodel, self._grid)
        self._shown: dict[BoxNumber, BoxCard] = {}
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.addWidget(self._grid)
        layout.addStretch()
        self.setWidget(content)

    def render_props(
        self, boxes: tuple[BoxProps, ...], new_box: NewBoxProps, order: OrderId
    ) -> None:
        """Show the boxes in this order."""
        cards = self._boxes.deal([box.box for box in boxes])
        for box, card in zip(boxes, cards, strict=True):
            card.render_props(box, order)
        self._shown = {box.box: card for box, card in zip(boxes, cards, strict=True)}
        self._new_box.render_props(new_box)
        last = (self._new_box,) if new_box.is_enabled else ()
        groups = tuple(box.band.group if box.band else 0 for box in boxes)
        self._grid.show_cards((*cards, *last), (*groups, *(0 for _ in last)))

    def card(self, pick: Pick) -> PickCard | None:
        """The card or the line of a pick."""
        if isinstance(pick, BoxPick):
            return self._shown.get(pick.box)
        lines = (card.line(pick) for card in self._shown.values())
        return next((line for line in lines if line is not None), None)

    @override
    def place_at(self, point: QPoint) -> Place | None:
        there = self._grid.mapFrom(self.viewport(), point)
        for box, card in self._shown.items():
            if card.geometry().contains(there):
                return IntoBox(box)
        is_new = self._new_box.isVisible() and self._new_box.geometry().contains(there)
        return IntoNewBox() if is_new else None
