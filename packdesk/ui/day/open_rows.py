"""The orders of a shipment that are not ready, each with its reason and the way to the bench."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from packdesk.domain.ids import OrderId
from packdesk.ui.day.shipments_props import MOST_ROWS, OpenRow
from packdesk.ui.focus import leave
from packdesk.ui.theme import restyle
from packdesk.ui.tokens import Space


class OpenRowsView(QWidget):
    """Renders up to `MOST_ROWS` rows; they are made at once, so that Tab reaches them in order.

    A button whose order goes away, or becomes another one, leaves the keyboard to ``home``.

    Signals:
        opened: The `OrderId` whose button was pressed.
    """

    opened = Signal(object)

    def __init__(self, home: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self.setObjectName("dayOpenRows")
        self._shown: tuple[OpenRow, ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.SNUG)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnStretch(1, 1)
        self._rows = tuple(self._add(place) for place in range(MOST_ROWS))
        self._more = QLabel(self)
        self._more.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addLayout(self._grid)
        column.addWidget(self._more)
        column.addStretch(1)

    def show_rows(self, rows: tuple[OpenRow, ...], more: str) -> None:
        """Show these orders."""
        self._more.setText(more)
        self._more.setVisible(bool(more))
        if rows == self._shown:
            return
        before, self._shown = self._shown, rows
        for place, (title, told, button) in enumerate(self._rows):
            if _order_at(before, place) != _order_at(rows, place):
                leave(button, self._home)
            for widget in (title, told, button):
                widget.setVisible(place < len(rows))
            if place >= len(rows):
                continue
            row = rows[place]
            title.setText(row.title)
            told.setText(row.notice.text)
            told.setProperty("tone", row.notice.tone.value)
            restyle(told)
            button.setText(f"{row.open_label}  {row.key}".rstrip())
            button.setAccessibleName(f"{row.open_label} {row.title}: {row.notice.text}")

    def _add(self, place: int) -> tuple[QLabel, QLabel, QPushButton]:
        title, told, button = QLabel(self), QLabel(self), QPushButton(self)
        title.setProperty("role", "strong")
        told.setProperty("role", "body")
        told.setWordWrap(True)
        for label in (title, told):
            label.setTextFormat(Qt.TextFormat.PlainText)
        button.setObjectName("dayOpenOrder")
        # A scanner may press Enter or Space after its text: only a hand on the button counts.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._open, place))
        for column, widget in enumerate((title, told, button)):
            self._grid.addWidget(widget, place, column)
            widget.hide()
        return title, told, button

    def _open(self, place: int) -> None:
        if place < len(self._shown):
            self.opened.emit(self._shown[place].order)


def _order_at(rows: tuple[OpenRow, ...], place: int) -> OrderId | None:
    return rows[place].order if place < len(rows) else None
