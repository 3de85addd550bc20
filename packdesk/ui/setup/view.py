"""Setup's screen: one column of cards."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from packdesk.ui.page_keys import on_key
from packdesk.ui.setup.card_view import CardView
from packdesk.ui.setup.choices import CardName
from packdesk.ui.setup.props import CardProps, SetupProps
from packdesk.ui.setup.viewmodel import SetupViewModel
from packdesk.ui.theme import Density, Theme, restyle
from packdesk.ui.tokens import Space

WIDEST = 1080


class SetupView(QWidget):
    """Renders `SetupProps`; scrolls to the card whose turn it is."""

    def __init__(
        self, viewmodel: SetupViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setObjectName("setupPage")
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("setupScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._trouble = QLabel(self)
        self._trouble.setObjectName("setupTrouble")
        self._trouble.setProperty("role", "strong")
        self._trouble.setWordWrap(True)
        column = QWidget(self._scroll)
        column.setMaximumWidth(WIDEST)
        self._cards: dict[CardName, CardView] = {}
        for number, card in enumerate(viewmodel.props.cards, start=1):
            key = f"Ctrl+{number}"
            self._cards[card.name] = CardView(card, key, viewmodel, theme, column)
            on_key(self, key, partial(self._go_to, card.name))
        stack = QVBoxLayout(column)
        stack.setContentsMargins(0, Space.SNUG, 0, Space.SNUG)
        stack.setSpacing(Space.SNUG)
        stack.addWidget(self._trouble)
        for shown in self._cards.values():
            stack.addWidget(shown)
        stack.addStretch(1)
        ground = QWidget(self._scroll)
        ground.setObjectName("page")
        middle = QHBoxLayout(ground)
        middle.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        self._scroll.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._key_field: QWidget | None = None
        self.setFocusProxy(self._scroll)
        self._next: tuple[object, ...] = ()
        viewmodel.props_changed.connect(self._render)
        self._render(viewmodel.props)

    def set_density(self, density: Density) -> None:
        """A card is as high in every window."""

    def _render(self, props: SetupProps) -> None:
        self.setAccessibleName(props.name)
        self._trouble.setVisible(props.trouble is not None)
        if props.trouble is not None:
            self._trouble.setText(props.trouble.text)
            self._trouble.setProperty("tone", props.trouble.tone.value)
            restyle(self._trouble)
        for card in props.cards:
            self._cards[card.name].show_card(card)
        self._go_to_next(props.cards)
        self._aim_focus()

    def _go_to(self, name: CardName) -> None:
        card = self._cards[name]
        self._scroll.ensureWidgetVisible(card)
        card.take_keyboard()

    def _aim_focus(self) -> None:
        """Where a key is wanted, Ctrl+V is all that is left to press."""
        field = self._cards[CardName.KEY].key_field
        if field is self._key_field:
            return
        self._key_field = field
        self.setFocusProxy(field or self._scroll)
        if self.isVisible():
            (field or self._scroll).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_next(self, cards: tuple[CardProps, ...]) -> None:
        """Only when it becomes another card's turn: a person may have scrolled since."""
        due = tuple(card.name for card in cards if card.is_next)
        if due and due != self._next:
            self._scroll.ensureWidgetVisible(self._cards[due[0]])
        self._next = due
