"""The bench as a page."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.bench.box_area import BoxArea
from packdesk.ui.bench.drop_area import DropArea
from packdesk.ui.bench.free_view import FreeView
from packdesk.ui.bench.goods_list import GoodsList
from packdesk.ui.bench.grave_panel import GravePanel
from packdesk.ui.bench.head_view import HeadView
from packdesk.ui.bench.keys import ANYWHERE, key_meaning
from packdesk.ui.bench.pick_card import PickCard
from packdesk.ui.bench.picks import BoxPick, Pick
from packdesk.ui.bench.problem_panel import ProblemPanel
from packdesk.ui.bench.props import BenchProps, FreeProps, OrderProps
from packdesk.ui.bench.rail import ActionRail
from packdesk.ui.bench.strip_view import StripView
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.page_keys import on_key
from packdesk.ui.pictures import PictureBook
from packdesk.ui.theme import Density, Theme
from packdesk.ui.tokens import Space

GOODS_LEAST, BOXES_LEAST = 560, 280


class BenchView(QWidget):
    """Head, strip, goods and boxes, rail; the keys of the bench wherever its focus is."""

    def __init__(
        self,
        viewmodel: BenchViewModel,
        theme: Theme,
        pictures: PictureBook | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._picked: Pick | None = None
        self._here: Pick | None = None
        self._wanted: BenchProps | None = None
        self._is_rendering = False
        self.setObjectName("benchPage")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head = HeadView(viewmodel, theme)
        self._strip = StripView(viewmodel, theme)
        self._grave = GravePanel(theme)
        self._goods = GoodsList(viewmodel, theme, pictures)
        self._problems = ProblemPanel(viewmodel, theme)
        self._boxes = BoxArea(viewmodel, theme)
        self._rail = ActionRail(viewmodel, theme)
        self._free = FreeView(viewmodel, theme)
        self._stack = QStackedWidget(self)
        self._order = self._lay_out_order()
        self._stack.addWidget(self._free)
        self._stack.addWidget(self._order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        for keys, meaning in ANYWHERE:
            on_key(self, keys, partial(viewmodel.press, meaning))
        self.set_density(Density.ROOMY)
        viewmodel.props_changed.connect(self._render)
        self._render(viewmodel.props)

    def set_density(self, density: Density) -> None:
        """How much room the window gives."""
        self._goods.set_density(density)
        self._rail.set_density(density)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        meaning = key_meaning(event.key(), event.modifiers())
        if meaning is None:
            super().keyPressEvent(event)
        else:
            self._viewmodel.press(meaning)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out_order(self) -> QWidget:
        right = QVBoxLayout()
        right.setSpacing(Space.TIGHT)
        right.addWidget(self._problems)
        right.addWidget(self._boxes, 1)
        body = QHBoxLayout()
        body.setSpacing(Space.BASE)
        self._goods.setMinimumWidth(GOODS_LEAST)
        self._boxes.setMinimumWidth(BOXES_LEAST)
        body.addWidget(self._goods, 1)
        body.addLayout(right, 1)
        upper = QVBoxLayout()
        upper.setContentsMargins(Space.BASE, Space.TIGHT, Space.BASE, Space.TIGHT)
        upper.setSpacing(Space.TIGHT)
        upper.addWidget(self._head)
        upper.addWidget(self._strip)
        upper.addWidget(self._grave)
        upper.addLayout(body, 1)
        order = QWidget()
        column = QVBoxLayout(order)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self._rail)
        return order

    def _render(self, props: BenchProps) -> None:
        """Hiding a row moves the focus, which may change the props while they are being shown."""
        self._wanted = props
        if self._is_rendering:
            return
        self._is_rendering = True
        try:
            while self._wanted is not None:
                wanted, self._wanted = self._wanted, None
                self._show_props(wanted)
        finally:
            self._is_rendering = False

    def _show_props(self, props: BenchProps) -> None:
        if isinstance(props, FreeProps):
            self._free.render_props(props)
            self._stack.setCurrentWidget(self._free)
            return
        self._render_order(props)
        self._stack.setCurrentWidget(self._order)
        if props.picked != self._picked:
            self._picked = props.picked
            self._focus_picked(props.picked)
        here = next((BoxPick(box.box) for box in props.boxes if box.here), None)
        if here != self._here:
            self._here = here
            # The card has its place only after the layout of the next turn.
            QTimer.singleShot(0, self, self._show_here)

    def _show_here(self) -> None:
        card = self._card(self._here)
        if card is not None:
            self._show_card(self._boxes, card)

    def _render_order(self, props: OrderProps) -> None:
        self._head.render_props(props.head)
        self._strip.render_props(props.strip)
        self._grave.render_props(props.grave)
        self._goods.render_props(props.listed, props.order, props.table_hint)
        self._problems.render_props(props.problems)
        self._boxes.render_props(props.boxes, props.new_box, props.order)
        self._rail.render_props(props.actions)

    def _focus_picked(self, pick: Pick | None) -> None:
        card = self._card(pick)
        if card is None:
            return
        area = self._goods if self._goods.isAncestorOf(card) else self._boxes
        self._show_card(area, card)
        focused = QApplication.focusWidget()
        if focused is None or focused is self or self.isAncestorOf(focused):
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, pick: Pick | None) -> PickCard | None:
        if pick is None:
            return None
        return self._goods.card(pick) or self._boxes.card(pick)

    @staticmethod
    def _show_card(area: DropArea, card: PickCard) -> None:
        area.ensureWidgetVisible(card, 0, Space.TIGHT)
