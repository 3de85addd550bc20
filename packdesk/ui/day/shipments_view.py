"""The section of the shipments: a card for each, soonest first."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.day.shipment_card import ShipmentCard
from packdesk.ui.day.shipments_props import ShipmentsProps
from packdesk.ui.day.shipments_viewmodel import ShipmentsViewModel
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import Space


class ShipmentsView(QWidget):
    """Renders `ShipmentsProps`; F5 reads anew, Escape leaves the confirmation."""

    def __init__(
        self, viewmodel: ShipmentsViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self.setObjectName("dayShipments")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cards: list[ShipmentCard] = []
        self._troubles, self._empty, self._read_at = QLabel(self), QLabel(self), QLabel(self)
        self._troubles.setObjectName("dayTroubles")
        self._troubles.setProperty("role", "note")
        self._troubles.setProperty("tone", "refused")
        self._empty.setObjectName("dayEmpty")
        self._empty.setProperty("role", "title")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._read_at.setProperty("role", "quiet")
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
        viewmodel.props_changed.connect(self._render)
        self._render(viewmodel.props)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.SNUG)
        bar.addWidget(self._troubles, 1)
        bar.addStretch(1)
        bar.addWidget(self._read_at)
        bar.addWidget(self._refresh)
        self._stack = QVBoxLayout(self._ground)
        self._stack.setContentsMargins(0, 0, Space.TIGHT, 0)
        self._stack.setSpacing(Space.SNUG)
        self._stack.addWidget(self._empty, 1)
        self._stack.addStretch(1)
        scroll = QScrollArea(self)
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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_F5:
                self._viewmodel.refresh()
            case Qt.Key.Key_Escape:
                self._viewmodel.back()
            case _:
                super().keyPressEvent(event)

    def _render(self, props: ShipmentsProps) -> None:
        self.setAccessibleName(props.name)
        self._troubles.setText("\n".join(one.text for one in props.troubles))
        self._troubles.setVisible(bool(props.troubles))
        self._read_at.setText(props.read_at)
        self._refresh.setText(props.refresh)
        self._empty.setText(props.empty)
        self._empty.setVisible(bool(props.empty))
        while len(self._cards) < len(props.shipments):
            self._cards.append(self._card())
        for place, card in enumerate(self._cards):
            if place < len(props.shipments):
                card.show_shipment(props.shipments[place])
            card.setVisible(place < len(props.shipments))

    def _card(self) -> ShipmentCard:
        card = ShipmentCard(self._theme, self._ground)
        card.acted.connect(self._viewmodel.act)
        card.held.connect(self._viewmodel.confirm)
        card.opened.connect(self._viewmodel.open_order)
        self._stack.insertWidget(len(self._cards), card)
        return card
