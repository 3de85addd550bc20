"""The orders of a shipment that are not ready, each with its reason and the way to the bench."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from packdesk.ui.day.shipments_props import OpenRow
from packdesk.ui.tokens import Space


class OpenRowsView(QWidget):
    """Renders rows; they are made anew only where they are others.

    Signals:
        opened: The `OrderId` whose button was pressed.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dayOpenRows")
        self._rows: tuple[OpenRow, ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.SNUG)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnStretch(1, 1)
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
        if rows == self._rows:
            return
        self._rows = rows
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, row in enumerate(rows):
            self._add(place, row)

    def _add(self, place: int, row: OpenRow) -> None:
        title = QLabel(row.title, self)
        title.setProperty("role", "strong")
        told = QLabel(row.notice.text, self)
        told.setProperty("role", "body")
        told.setProperty("tone", row.notice.tone.value)
        told.setWordWrap(True)
        for label in (title, told):
            label.setTextFormat(Qt.TextFormat.PlainText)
        button = QPushButton(row.open_label, self)
        button.setObjectName("dayOpenOrder")
        button.setAccessibleName(f"{row.open_label} {row.title}: {row.notice.text}")
        # A scanner may press Enter or Space after its text: only a hand on the button counts.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False, order=row.order: self.opened.emit(order))
        for column, widget in enumerate((title, told, button)):
            self._grid.addWidget(widget, place, column)
