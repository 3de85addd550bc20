"""The rows of a table as a Qt model: the words of a cell are made when it is looked at."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from packdesk.ui.handover.table_derive import derive_table_row
from packdesk.ui.handover.table_props import SheetProps, TableRowProps
from packdesk.ui.icons import Sign, icon
from packdesk.ui.theme import Theme
from packdesk.ui.tones import TONE_SIGNS, tone_colour
from packdesk.ui.words.handover_columns import column_headings
from packdesk.ui.words.notice import Tone, tone_word

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COLUMNS = 5
SERVICE, VERDICT = 3, 4


class TableModel(QAbstractTableModel):
    """Line and tick, order, value, service, verdict."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: SheetProps | None = None

    def show_sheet(self, sheet: SheetProps | None) -> None:
        """Take these rows; only other rows are a reset."""
        before, self._sheet = self._sheet, sheet
        same = before is not None and sheet is not None and before.rows is sheet.rows
        if same or (before is not None and sheet is not None and before.rows == sheet.rows):
            last = self.index(self.rowCount() - 1, COLUMNS - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.endResetModel()
        if sheet is not None:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)

    def row_at(self, index: Index) -> TableRowProps | None:
        """The row there."""
        if not index.isValid() or self._sheet is None:
            return None
        return derive_table_row(self._sheet, index.row())

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self._sheet is None or orientation is not Qt.Orientation.Horizontal:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return column_headings(self._sheet.kind, self._sheet.columns)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        column = index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return _text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            word = tone_word(row.notice.tone) if column == VERDICT else ""
            return f"{word} {_text(row, column)}".strip()
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return _tick(row)
        return self._look(row, role) if column == VERDICT else None

    def _look(self, row: TableRowProps, role: int) -> Any:
        tone, tokens = row.notice.tone, self._theme.tokens
        colour = tokens.quiet if tone is Tone.CALM else tone_colour(tone, tokens)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(colour)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(Sign.CLOCK if tone is Tone.CALM else TONE_SIGNS[tone], colour)
        return None


def _text(row: TableRowProps, column: int) -> str:
    return (str(row.line), row.order, row.value, row.service, row.notice.text)[column]


def _tick(row: TableRowProps) -> Qt.CheckState | None:
    if row.is_ticked is None:
        return None
    return Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked
