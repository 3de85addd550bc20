"""The section of the shipments: a card for each, soonest first."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.band.props import OFFER_KEY
from packdesk.ui.day.paper_view import PaperView
from packdesk.ui.day.shipment_card import ShipmentCard
from packdesk.ui.day.shipments_derive import KEYS
from packdesk.ui.day.shipments_props import ShipmentKey, ShipmentsProps
from packdesk.ui.day.shipments_viewmodel import ShipmentsViewModel
from packdesk.ui.focus import leave
from packdesk.ui.page_keys import ESCAPE, on_arrows, on_held_key, on_key
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import Space


class ShipmentsView(QWidget):
    """Renders `ShipmentsProps`; its keys act on the card that is here, arrows choose another."""

    def __init__(
        self, viewmodel: ShipmentsViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self.setObjectName("dayShipments")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cards: list[ShipmentCard] = []
        self._here: ShipmentKey | None = None
        self._files: frozenset[str] = frozenset()
        self._troubles, self._empty, self._read_at = QLabel(self), QLabel(self), QLabel(self)
        self._troubles.setObjectName("dayTroubles")
        self._troubles.setProperty("role", "note")
        self._troubles.setProperty("tone", "refused")
        self._empty.setObjectName("dayEmpty")
        self._empty.setProperty("role", "title")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = QLabel(self)
        self._choose.setObjectName("dayChoose")
        for label in (self._read_at, self._choose):
            label.setProperty("role", "quiet")
        for label in (self._troubles, self._empty):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._refresh = QPushButton(self)
        self._refresh.setObjectName("dayRefresh")
        self._refresh.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._refresh.clicked.connect(viewmodel.refresh)
        self._ground = QWidget(self)
        self._ground.setObjectName("page")
        self._lay_out()
        self._make_keys()
        viewmodel.props_changed.connect(self._render)
        self._render(viewmodel.props)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.SNUG)
        bar.addWidget(self._troubles, 1)
        bar.addStretch(1)
        bar.addWidget(self._choose)
        bar.addWidget(self._read_at)
        bar.addWidget(self._refresh)
        self._stack = QVBoxLayout(self._ground)
        self._stack.setContentsMargins(0, 0, Space.TIGHT, 0)
        self._stack.setSpacing(Space.SNUG)
        self._stack.addWidget(self._empty, 1)
        self._stack.addStretch(1)
        self._scroll = scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.SNUG)
        whole.addLayout(bar)
        whole.addWidget(scroll, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._viewmodel.entered()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._viewmodel.left()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self._viewmodel.press(event.text()):
            super().keyPressEvent(event)

    def _make_keys(self) -> None:
        on_key(self, "F5", self._viewmodel.refresh)
        on_key(self, ESCAPE, self._viewmodel.back)
        on_arrows(self, self._viewmodel.step)
        on_held_key(self, OFFER_KEY, self._hold)
        for key in KEYS.values():
            on_key(self, key, partial(self._viewmodel.press, key))

    def _hold(self) -> None:
        for card in self._cards:
            card.reach_hold()

    def _render(self, props: ShipmentsProps) -> None:
        self.setAccessibleName(props.name)
        self._troubles.setText("\n".join(one.text for one in props.troubles))
        self._troubles.setVisible(bool(props.troubles))
        self._read_at.setText(props.read_at)
        self._choose.setText(props.choose)
        self._refresh.setText(props.refresh)
        self._empty.setText(props.empty)
        self._empty.setVisible(bool(props.empty))
        while len(self._cards) < len(props.shipments):
            self._cards.append(self._card())
        for place, card in enumerate(self._cards):
            if place < len(props.shipments):
                card.show_shipment(props.shipments[place])
            else:
                leave(card, self)
            card.setVisible(place < len(props.shipments))
        here = next((one.key for one in props.shipments if one.is_here), None)
        if here != self._here:
            self._here = here
            # The card has its place only after the layout of the next turn.
            QTimer.singleShot(0, self, self._show_here)
        files = frozenset(paper.file for one in props.shipments for paper in one.papers)
        fresh, self._files = files - self._files - {""}, files
        if fresh:
            QTimer.singleShot(0, self, partial(self._show_papers, fresh))

    def _show_papers(self, files: frozenset[str]) -> None:
        """A PDF that has just come is to be printed next, wherever its card ends."""
        for paper in self._ground.findChildren(PaperView):
            if paper.file in files:
                self._scroll.ensureWidgetVisible(paper, 0, Space.SNUG)

    def _show_here(self) -> None:
        for card, shown in zip(self._cards, self._viewmodel.props.shipments, strict=False):
            if shown.is_here:
                self._scroll.ensureWidgetVisible(card, 0, Space.SNUG)
                # Of a card that is higher than the screen, its head.
                self._scroll.ensureVisible(0, card.y(), 0, 0)

    def _card(self) -> ShipmentCard:
        card = ShipmentCard(self._theme, self._ground)
        card.acted.connect(self._viewmodel.act)
        card.held.connect(self._viewmodel.confirm)
        card.opened.connect(self._viewmodel.open_order)
        self._stack.insertWidget(len(self._cards), card)
        return card
