"""The section of the couriers: who is waited for, and the code of the order that is handed over."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.ui.day.chosen_view import ChosenView
from packdesk.ui.day.courier_props import CourierProps, CourierRow, EnterCode
from packdesk.ui.day.courier_row import CourierRowButton
from packdesk.ui.day.courier_viewmodel import CourierViewModel
from packdesk.ui.focus import leave
from packdesk.ui.page_keys import ESCAPE, on_arrows, on_key
from packdesk.ui.theme import Theme, restyle
from packdesk.ui.tokens import Space

LIST_WIDTH = 408


class CourierCodeView(QWidget):
    """Renders `CourierProps`; arrows and Escape take another order."""

    def __init__(
        self, viewmodel: CourierViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setObjectName("courierCodes")
        self._rows: list[CourierRowButton] = []
        self._shown: tuple[CourierRow, ...] = ()
        self._chosen_order: OrderId | None = None
        # The list's side comes first, and with it what the Tab key reaches first.
        self._side = QWidget(self)
        self._find = QLineEdit(self._side)
        self._find.setObjectName("courierFind")
        self._refresh = QPushButton(self._side)
        self._refresh.setObjectName("courierRefresh")
        self._refresh.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._caption, self._empty, self._told = QLabel(self), QLabel(self), QLabel(self)
        self._caption.setProperty("role", "name")
        self._empty.setProperty("role", "quiet")
        self._told.setObjectName("courierTold")
        self._nobody = QLabel(self)
        self._nobody.setProperty("role", "title")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told.setProperty("role", "note")
        for label in (self._empty, self._told, self._nobody):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._ground = QWidget(self)
        self._ground.setObjectName("page")
        self._chosen = ChosenView(theme, self)
        self._lay_out()
        self.setFocusProxy(self._find)
        on_key(self, "F5", viewmodel.refresh)
        on_key(self, ESCAPE, viewmodel.back)
        on_arrows(self, viewmodel.step)
        self._find.returnPressed.connect(self._seek)
        self._refresh.clicked.connect(viewmodel.refresh)
        self._chosen.entered.connect(viewmodel.check)
        self._chosen.left.connect(viewmodel.back)
        viewmodel.props_changed.connect(self._render)
        self._render(viewmodel.props)

    def _lay_out(self) -> None:
        self._stack = QVBoxLayout(self._ground)
        self._stack.setContentsMargins(0, 0, Space.TIGHT, 0)
        self._stack.setSpacing(Space.TIGHT)
        self._stack.addWidget(self._empty)
        self._stack.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._ground)
        self._side.setFixedWidth(LIST_WIDTH)
        listed = QVBoxLayout(self._side)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(Space.TIGHT)
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self._refresh)
        listed.addWidget(self._find)
        listed.addLayout(head)
        listed.addWidget(scroll, 1)
        work = QVBoxLayout()
        work.setSpacing(Space.SNUG)
        work.addWidget(self._told)
        work.addWidget(self._chosen, 1)
        work.addWidget(self._nobody, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.WIDE)
        whole.addWidget(self._side)
        whole.addLayout(work, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._viewmodel.entered()

    def _seek(self) -> None:
        self._viewmodel.find(self._find.text())
        self._find.selectAll()

    def _render(self, props: CourierProps) -> None:
        self.setAccessibleName(props.name)
        self._find.setPlaceholderText(props.find)
        self._find.setAccessibleName(props.find)
        self._refresh.setText(props.refresh)
        self._caption.setText(props.caption)
        self._empty.setText(props.empty)
        self._empty.setVisible(bool(props.empty))
        self._told.setVisible(props.told is not None)
        if props.told is not None:
            self._told.setText(props.told.text)
            self._told.setProperty("tone", props.told.tone.value)
            restyle(self._told)
        if props.rows != self._shown:
            self._show_rows(props.rows)
        self._show_chosen(props)

    def _show_rows(self, rows: tuple[CourierRow, ...]) -> None:
        before, self._shown = self._shown, rows
        while len(self._rows) < len(rows):
            button = CourierRowButton(self._ground)
            button.clicked.connect(partial(self._press, len(self._rows)))
            self._stack.insertWidget(len(self._rows), button)
            self._rows.append(button)
            self._order_tabs()
        for place, button in enumerate(self._rows):
            if _order_at(before, place) != _order_at(rows, place):
                leave(button, self._find)
            button.setVisible(place < len(rows))
            if place < len(rows):
                button.show_row(rows[place])

    def _order_tabs(self) -> None:
        """Down the list, then into the order: rows that came later would be reached last."""
        stops = (self._find, self._refresh, *self._rows, *self._chosen.stops)
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _press(self, place: int) -> None:
        if place < len(self._shown):
            row = self._shown[place]
            self._rows[place].setChecked(row.is_chosen)
            self._viewmodel.choose(row.order)

    def _show_chosen(self, props: CourierProps) -> None:
        chosen = props.chosen
        self._chosen.setVisible(chosen is not None)
        self._nobody.setVisible(chosen is None)
        self._nobody.setText(props.guide.text)
        before = self._chosen_order
        self._chosen_order = chosen.order if chosen is not None else None
        if chosen is not None:
            self._chosen.show_chosen(chosen)
        if self._chosen_order == before:
            return
        enters = chosen is not None and isinstance(chosen.code, EnterCode)
        (self._chosen.field if enters else self._find).setFocus()


def _order_at(rows: tuple[CourierRow, ...], place: int) -> OrderId | None:
    return rows[place].order if place < len(rows) else None
