"""The section of statuses: one order, its way, what can be set, and what was set."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from packdesk.ui.band.props import OFFER_KEY
from packdesk.ui.focus import leave
from packdesk.ui.handover.handed_row import HandedList
from packdesk.ui.handover.status_derive import MOVE_KEYS
from packdesk.ui.handover.status_parts import DayField, StepsView
from packdesk.ui.handover.status_props import MoveProps, OrderStatusProps, ReasonProps, StatusProps
from packdesk.ui.handover.status_viewmodel import StatusViewModel
from packdesk.ui.key_button import KeyButton
from packdesk.ui.offer_button import GRAVE_HOLD_MS, OfferButton
from packdesk.ui.page_keys import ESCAPE, on_arrows, on_held_key, on_key
from packdesk.ui.sentence import AlikeSizes
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import MAIN_BUTTON, TOUCH, Space
from packdesk.ui.words.band import enter_key, escape_key

MOST_REASONS = 4
FIELD_WIDTH = 520


class StatusView(QWidget):
    """Renders `StatusProps`; the keyboard is in the field for the order."""

    def __init__(
        self, viewmodel: StatusViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._props = viewmodel.props
        self.setObjectName("handoverStatus")
        self._field = QLineEdit(self)
        self._field.setObjectName("statusOrder")
        self._field.setMaximumWidth(FIELD_WIDTH)
        self._find = QPushButton(self)
        self._find.setObjectName("statusFind")
        self._other = QPushButton(self)
        self._other.setObjectName("statusOther")
        for button in (self._find, self._other):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._card = QFrame(self)
        self._card.setObjectName("statusCard")
        self._card.setProperty("card", "plain")
        self._title = _label("number", "statusTitle", self._card)
        self._warning = _label("chip", "statusWarning", self._card)
        self._warning.setProperty("tone", "attention")
        self._steps = StepsView(self._card)
        self._moves = [self._make_move(place, theme) for place in range(len(MOVE_KEYS))]
        self._day = DayField(self._card)
        self._cancel_caption = _label("name", "statusCancelCaption", self._card)
        self._reasons = [self._make_reason(place, theme) for place in range(MOST_REASONS)]
        self._alike = AlikeSizes(*(button.words for button in self._reasons))
        self._empty = _label("quiet", "statusEmpty", self)
        self._empty.setWordWrap(True)
        self._rows = HandedList(theme, "statusRows", self)
        self.setFocusProxy(self._field)
        self._lay_out()
        self._connect()
        self._render(viewmodel.props)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """What is typed next is an order: were it lost, its keys would act on the one before."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.TIGHT)
        head.addWidget(self._field, 1)
        head.addWidget(self._find)
        head.addStretch()
        head.addWidget(self._other)
        title = QHBoxLayout()
        title.setSpacing(Space.BASE)
        title.addWidget(self._title)
        title.addWidget(self._warning)
        title.addStretch(1)
        self._moves_row = QWidget(self._card)
        self._moves_row.setFixedHeight(MAIN_BUTTON)
        moves = QHBoxLayout(self._moves_row)
        moves.setContentsMargins(0, 0, 0, 0)
        moves.setSpacing(Space.SNUG)
        for button in self._moves:
            moves.addWidget(button)
        moves.addWidget(self._day)
        moves.addStretch(1)
        self._reasons_row = QWidget(self._card)
        self._reasons_row.setFixedHeight(TOUCH + Space.BASE)
        reasons = QHBoxLayout(self._reasons_row)
        reasons.setContentsMargins(0, 0, 0, 0)
        reasons.setSpacing(Space.SNUG)
        for reason in self._reasons:
            reasons.addWidget(reason)
        reasons.addStretch(1)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(Space.BASE, Space.SNUG, Space.BASE, Space.SNUG)
        card.setSpacing(Space.TIGHT)
        card.addLayout(title)
        card.addWidget(self._steps)
        card.addWidget(self._moves_row)
        card.addWidget(self._cancel_caption)
        card.addWidget(self._reasons_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self._card)
        column.addWidget(self._rows, 1)

    def _connect(self) -> None:
        viewmodel = self._viewmodel
        self._field.returnPressed.connect(self._search)
        self._find.clicked.connect(self._search)
        self._other.clicked.connect(viewmodel.other)
        self._day.typed.connect(viewmodel.type_day)
        self._rows.acted.connect(viewmodel.act)
        for key in MOVE_KEYS:
            on_key(self, key, partial(viewmodel.press_key, key))
        on_held_key(self, OFFER_KEY, self._hold)
        on_arrows(self, self._step)
        on_key(self, ESCAPE, self._leave)
        viewmodel.props_changed.connect(self._render)

    def _search(self) -> None:
        text = self._field.text()
        self._field.clear()
        self._viewmodel.find(text)

    def _leave(self) -> None:
        """What is being typed goes first, then the order."""
        if self._field.text():
            self._field.clear()
        else:
            self._viewmodel.other()
        self._take_keyboard()

    def _step(self, by: int) -> None:
        for button in self._reasons:
            button.let_go()
        self._viewmodel.step(by)

    def _hold(self) -> None:
        for reason, button in zip(self._shown_reasons(), self._reasons, strict=False):
            if reason.key:
                button.reach()

    def _shown_reasons(self) -> tuple[ReasonProps, ...]:
        return self._props.order.reasons if self._props.order is not None else ()

    def _make_move(self, place: int, theme: Theme) -> KeyButton:
        button = KeyButton(theme, parent=self._card)
        button.setObjectName(f"statusMove{place + 1}")
        button.setProperty("kind", "answer")
        button.clicked.connect(lambda: self._move(place))
        return button

    def _make_reason(self, place: int, theme: Theme) -> OfferButton:
        button = OfferButton(theme, self._card)
        button.setObjectName(f"statusReason{place + 1}")
        button.setProperty("kind", "danger")
        button.must_hold(GRAVE_HOLD_MS)
        button.meant.connect(lambda: self._cancel(place))
        button.left.connect(lambda: leave(button, self._field))
        return button

    def _move(self, place: int) -> None:
        order = self._props.order
        if order is not None and place < len(order.moves):
            self._viewmodel.move(order.moves[place].status)

    def _cancel(self, place: int) -> None:
        reasons = self._shown_reasons()
        if place < len(reasons):
            self._viewmodel.cancel(reasons[place].reason)

    def _render(self, props: StatusProps) -> None:
        before, self._props = self._props, props
        if self.isVisible() and _is_asked(before, props):
            self._take_keyboard()
        self._field.setPlaceholderText(props.hint)
        self._field.setAccessibleName(props.hint)
        self._find.setText(f"{props.find}  {enter_key()}")
        self._other.setText(f"{props.other}  {escape_key()}")
        self._other.setVisible(props.order is not None)
        self._empty.setText(props.empty)
        self._empty.setVisible(props.order is None)
        _show(self._card, self._field, is_shown=props.order is not None)
        self._rows.show_rows(props.order.rows if props.order is not None else (), "", "")
        if props.order is not None:
            self._render_order(props.order)

    def _render_order(self, order: OrderStatusProps) -> None:
        self._title.setText(order.title)
        self._card.setAccessibleName(f"{order.title}: {order.status}")
        self._warning.setText(order.warning)
        self._warning.setVisible(bool(order.warning))
        self._steps.show_steps(order.steps)
        _show(self._moves_row, self._field, is_shown=bool(order.moves))
        _show(self._reasons_row, self._field, is_shown=bool(order.reasons))
        for place, button in enumerate(self._moves):
            self._show_move(button, order.moves[place : place + 1])
        if order.day is None:
            leave(self._day, self._field)
        self._day.show_day(order.day)
        self._cancel_caption.setText(order.cancel_caption)
        self._cancel_caption.setVisible(bool(order.cancel_caption))
        for place, reason in enumerate(self._reasons):
            self._show_reason(reason, order.reasons[place : place + 1])
        self._alike.settle()

    def _show_move(self, button: KeyButton, moves: tuple[MoveProps, ...]) -> None:
        for move in moves:
            button.show_words(move.key, move.label)
        _show(button, self._field, is_shown=bool(moves))

    def _show_reason(self, button: OfferButton, reasons: tuple[ReasonProps, ...]) -> None:
        for reason in reasons:
            button.show_words(reason.key, reason.label)
        _show(button, self._field, is_shown=bool(reasons))


def _is_asked(before: StatusProps, now: StatusProps) -> bool:
    """Whether something has just been asked of the Market."""
    waited = before.order is not None and before.order.waits
    return now.order is not None and now.order.waits and not waited


def _show(widget: QWidget, home: QWidget, *, is_shown: bool) -> None:
    if not is_shown:
        leave(widget, home)
    widget.setVisible(is_shown)


def _label(role: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
