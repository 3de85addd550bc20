"""The queue's screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.elided import ElidedLabel
from packdesk.ui.icons import Sign, icon
from packdesk.ui.page_keys import ESCAPE, on_key
from packdesk.ui.queue.card_list import CardList
from packdesk.ui.queue.empty_view import EmptyView
from packdesk.ui.queue.filters import QueueFilter
from packdesk.ui.queue.props import FilterProps, QueueProps
from packdesk.ui.queue.search_line import SearchLine, TypedKey
from packdesk.ui.queue.viewmodel import QueueViewModel
from packdesk.ui.theme import Density, Theme, restyle
from packdesk.ui.tokens import Space, TypeSize


class QueueView(QWidget):
    """Search and toggles on one line, the cards below; F5 asks the Market."""

    def __init__(
        self, viewmodel: QueueViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self.setObjectName("queuePage")
        self._search = SearchLine(self)
        self._toggles = QWidget(self)
        self._filters = {which: self._make_toggle(which) for which in QueueFilter}
        self._fresh = QLabel(self)
        self._fresh.setObjectName("queueFresh")
        self._fresh.setProperty("role", "quiet")
        self._refresh = QPushButton("F5", self)
        self._refresh.setObjectName("queueRefresh")
        self._refresh.setProperty("kind", "quiet")
        self._trouble = ElidedLabel(self)
        self._trouble.setObjectName("queueTrouble")
        self._trouble.setProperty("role", "strong")
        self._trouble.setMinimumHeight(28)
        self._cards = CardList(theme, self)
        self._empty = EmptyView(theme, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._cards)
        self._dress()
        self._render(viewmodel.props)

    def set_density(self, density: Density) -> None:
        """A card is as high in every window."""

    def _lay_out(self) -> None:
        toggles = QHBoxLayout(self._toggles)
        toggles.setContentsMargins(0, 0, 0, 0)
        toggles.setSpacing(Space.TIGHT)
        for toggle in self._filters.values():
            toggles.addWidget(toggle)
        toggles.addStretch(1)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(Space.TIGHT)
        self._bar.addWidget(self._search, 1)
        self._bar.addStretch()
        self._bar.addWidget(self._fresh)
        self._bar.addWidget(self._refresh)
        self._search.setMinimumWidth(200)
        self._search.setMaximumWidth(420)
        self._body = QStackedLayout()
        self._body.addWidget(self._cards)
        self._body.addWidget(self._empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.WIDE, Space.SNUG, Space.WIDE, Space.HAIR)
        self._column.setSpacing(Space.TIGHT)
        self._column.addLayout(self._bar)
        self._column.addWidget(self._trouble)
        self._column.addLayout(self._body, 1)
        self._place_toggles()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toggles()

    def _place_toggles(self) -> None:
        """Beside the search where there is room, else on a line of their own."""
        beside = self._bar.indexOf(self._toggles) >= 0
        room = self.width() - self._search.minimumWidth() - self._fresh.sizeHint().width()
        room -= self._refresh.sizeHint().width() + 2 * Space.WIDE + 4 * Space.TIGHT
        fits = self._toggles.sizeHint().width() <= room
        if fits and not beside:
            self._column.removeWidget(self._toggles)
            self._bar.insertWidget(1, self._toggles)
        elif not fits and (beside or self._column.indexOf(self._toggles) < 0):
            self._bar.removeWidget(self._toggles)
            self._column.insertWidget(1, self._toggles)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._viewmodel.search("")

    def _connect(self) -> None:
        viewmodel = self._viewmodel
        self._search.textEdited.connect(viewmodel.search)
        self._search.returnPressed.connect(self._enter)
        self._search.stepped.connect(self._cards.step)
        self._cards.typed.connect(self._type)
        self._cards.opened.connect(viewmodel.open)
        self._refresh.clicked.connect(viewmodel.refresh)
        self._empty.acted.connect(viewmodel.act)
        viewmodel.props_changed.connect(self._render)
        self._theme.changed.connect(self._dress)
        on_key(self, "F5", viewmodel.refresh)
        self._escape = on_key(self, ESCAPE, self._leave_search)

    def _enter(self) -> None:
        """Open what is found; what is not in the queue may be at the Market."""
        if self._cards.model().rowCount():
            self._cards.open_current()
        else:
            self._viewmodel.seek(self._search.text())
            self._search.selectAll()

    def _make_toggle(self, which: QueueFilter) -> QPushButton:
        toggle = QPushButton(self)
        toggle.setObjectName(which.value)
        toggle.setProperty("kind", "toggle")
        toggle.setCheckable(True)
        toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        toggle.clicked.connect(lambda: self._viewmodel.toggle(which))
        return toggle

    def _type(self, key: TypedKey) -> None:
        if not self._search.isEnabled():
            return
        self._search.begin(key)
        self._viewmodel.search(self._search.text())

    def _leave_search(self) -> None:
        self._viewmodel.clear()
        self._cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        tokens = self._theme.tokens
        self._refresh.setIcon(icon(Sign.REFRESH, tokens.text))
        if not self._search.actions():
            self._search.addAction(
                icon(Sign.SEARCH, tokens.quiet), SearchLine.ActionPosition.LeadingPosition
            )
        else:
            self._search.actions()[0].setIcon(icon(Sign.SEARCH, tokens.quiet))

    def _render(self, props: QueueProps) -> None:
        self._search.setPlaceholderText(props.hint)
        self._search.setAccessibleName(props.hint)
        if self._search.text() != props.search:
            self._search.setText(props.search)
        self._escape.setEnabled(props.escape_clears)
        if self._search.hasFocus() and not props.can_search:
            self._cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.setEnabled(props.can_search)
        for one in props.filters:
            self._render_toggle(one)
        self._fresh.setText(props.fresh)
        self._place_toggles()
        self._refresh.setToolTip(props.refresh)
        self._refresh.setAccessibleName(props.refresh)
        self._cards.setAccessibleName(props.name)
        self._cards.show_cards(props.cards)
        self._trouble.setVisible(props.trouble is not None)
        if props.trouble is not None:
            self._trouble.setProperty("tone", props.trouble.tone.value)
            restyle(self._trouble)
            self._trouble.say(props.trouble.text)
        if props.empty is not None:
            self._empty.show_empty(props.empty)
        self._show_body(self._cards if props.empty is None else self._empty)

    def _show_body(self, widget: QWidget) -> None:
        if self._body.currentWidget() is widget:
            return
        self._body.setCurrentWidget(widget)
        # The search is always ready: with no cards there it has the keyboard.
        self.setFocusProxy(self._cards if widget is self._cards else self._search)
        # Hidden cards cannot hold the keyboard: they get it as soon as they are there.
        holder: QWidget | None = self.window().focusWidget()
        nobody = holder is None or (self.isAncestorOf(holder) and holder is not self._search)
        if widget is self._cards and self.isVisible() and nobody:
            self._cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render_toggle(self, props: FilterProps) -> None:
        toggle = self._filters[props.which]
        text = f"{props.label} {props.count}" if props.count else props.label
        toggle.setText(text)
        # A toggle that is on is bold, and must not grow when it is pressed.
        bold = QFontMetrics(self._theme.font(TypeSize.BODY, bold=True))
        toggle.setMinimumWidth(bold.horizontalAdvance(text) + 2 * Space.SNUG + Space.HAIR)
        toggle.setChecked(props.is_on)
        toggle.setVisible(bool(props.count) or props.is_on)
