"""The rows of a table as a person goes through them: space or a tap on the tick sends a row."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from packdesk.domain.track_headers import TableKind
from packdesk.ui.handover.table_heads import TableHeads
from packdesk.ui.handover.table_model import SERVICE, VERDICT, Index, TableModel
from packdesk.ui.handover.table_props import SheetProps, TableRowProps
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import TOUCH

_WIDTHS = (84, 190, 230, 200)
_NARROW = (76, 160, 180, 150)
_ROOMY_FROM = 1200
ICON = 20


class TableGrid(QTableView):
    """Renders `SheetProps`.

    Signals:
        ticked: The line whose tick was changed.
        looked_at: The `TableRowProps` of the current row, or None.
    """

    ticked = Signal(object)
    looked_at = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tableRows")
        self._rows = TableModel(theme, self)
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        self.setIconSize(QSize(ICON, ICON))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TOUCH)
        heads = TableHeads(self)
        self.setHorizontalHeader(heads)
        heads.setSectionResizeMode(VERDICT, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._tap)
        theme.changed.connect(self.viewport().update)

    def show_sheet(self, sheet: SheetProps | None) -> None:
        """Show these rows; the current one stays where it is."""
        self._rows.show_sheet(sheet)
        if sheet is not None:
            # No service goes with an external number.
            self.setColumnHidden(SERVICE, sheet.kind is not TableKind.TRACKS)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))
        self._look()

    def current_row(self) -> TableRowProps | None:
        """The row that space ticks."""
        return self._rows.row_at(self.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = _WIDTHS if self.width() >= _ROOMY_FROM else _NARROW
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self.ticked.emit(row.line)
        else:
            super().keyPressEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._look()

    def _look(self) -> None:
        self.looked_at.emit(self.current_row())

    def _tap(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if index.column() == 0 and row is not None:
            self.ticked.emit(row.line)
