"""The section of tables: open, paste or drop one; look at every row; send; see what became of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from packdesk.domain.track_headers import TableKind
from packdesk.ui.handover.files import FileChooser, SystemFiles
from packdesk.ui.handover.service_picker import ServicePicker
from packdesk.ui.handover.table_buttons import TableButtons
from packdesk.ui.handover.table_grid import TableGrid
from packdesk.ui.handover.table_parts import BusyView, CountsView, DropPlace
from packdesk.ui.handover.table_props import TableAct, TableProps, TableRowProps
from packdesk.ui.handover.table_viewmodel import TableViewModel
from packdesk.ui.handover.toggle import Toggle
from packdesk.ui.theme import Theme, restyle
from packdesk.ui.tokens import Space
from packdesk.ui.words import handover_table as words

_KIND_NAMES = {TableKind.TRACKS: "tableTracks", TableKind.EXTERNAL_IDS: "tableOwnNumbers"}


class TableView(QWidget):
    """Renders `TableProps`; a file or rows may be dropped anywhere on it."""

    def __init__(
        self,
        viewmodel: TableViewModel,
        theme: Theme,
        files: FileChooser | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._files = files or SystemFiles()
        self.setObjectName("handoverTable")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._kinds = {kind: self._make_kind(kind) for kind in TableKind}
        self._kinds_caption = QLabel(self)
        self._kinds_caption.setProperty("role", "quiet")
        self._trouble = QLabel(self)
        self._trouble.setObjectName("tableTrouble")
        self._trouble.setProperty("role", "name")
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        self._counts = CountsView(self)
        self._buttons = TableButtons(theme, self)
        self._place = DropPlace(self._buttons.button(TableAct.KIND), self)
        self._busy = BusyView(self)
        self._rows = QWidget(self)
        self._grid = TableGrid(theme, self._rows)
        self._source = QLabel(self._rows)
        self._source.setObjectName("tableSource")
        self._source.setProperty("role", "quiet")
        self._source.setTextFormat(Qt.TextFormat.PlainText)
        self._current = QLabel(self._rows)
        self._current.setObjectName("tableCurrent")
        self._current.setTextFormat(Qt.TextFormat.PlainText)
        self._current.setWordWrap(True)
        self._services = QFrame(self)
        self._services.setProperty("card", "here")
        self._services_caption = QLabel(self._services)
        self._services_caption.setProperty("role", "name")
        self._services_caption.setWordWrap(True)
        self._picker = ServicePicker("tableService", self._services)
        self._lay_out()
        self._connect()
        self._render(viewmodel.props)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_keyboard()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._take_in(event)
        event.acceptProposedAction()

    def _take_in(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self._viewmodel.open(paths[0])
        else:
            self._viewmodel.paste(event.mimeData().text())

    def _paste(self) -> None:
        """What was copied: rows, or a file in the system's own window."""
        copied = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]
        if paths:
            self._viewmodel.open(paths[0])
        else:
            self._viewmodel.paste(copied.text())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.HAIR)
        head.addWidget(self._kinds_caption)
        for toggle in self._kinds.values():
            head.addWidget(toggle)
        head.addStretch(1)
        head.addWidget(self._buttons.button(TableAct.FILTER))
        head.addWidget(self._buttons.button(TableAct.PASTE))
        head.addWidget(self._buttons.button(TableAct.OPEN))
        told = QHBoxLayout()
        told.addWidget(self._counts)
        told.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(Space.WIDE)
        below.addWidget(self._current, 1)
        below.addWidget(self._source)
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.HAIR)
        rows.addWidget(self._grid, 1)
        rows.addLayout(below)
        services = QVBoxLayout(self._services)
        services.addWidget(self._services_caption)
        services.addWidget(self._picker, 1)
        self._body = QStackedLayout()
        for widget in (self._place, self._busy, self._rows, self._services):
            self._body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addLayout(head)
        column.addWidget(self._trouble)
        column.addLayout(told)
        column.addLayout(self._body, 1)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        viewmodel = self._viewmodel
        acts = {
            TableAct.OPEN: self._open,
            TableAct.PASTE: self._paste,
            TableAct.SEND: viewmodel.send,
            TableAct.SERVICE: viewmodel.pick,
            TableAct.WARNED: viewmodel.tick_warned,
            TableAct.FILTER: viewmodel.filter,
            TableAct.SAVE: self._save,
            TableAct.CLOSE: viewmodel.close,
            TableAct.KIND: viewmodel.switch_kind,
        }
        self._buttons.acted.connect(lambda act: acts[act]())
        self._place.opened.connect(self._open)
        self._busy.stopped.connect(viewmodel.cancel)
        self._grid.ticked.connect(viewmodel.tick)
        self._grid.looked_at.connect(self._show_current)
        self._picker.picked.connect(viewmodel.choose_service)
        viewmodel.props_changed.connect(self._render)

    def _make_kind(self, kind: TableKind) -> QPushButton:
        toggle = Toggle(self)
        toggle.setObjectName(_KIND_NAMES[kind])
        toggle.clicked.connect(lambda: self._choose(kind))
        return toggle

    def _choose(self, kind: TableKind) -> None:
        self._viewmodel.choose_kind(kind)
        self._render(self._viewmodel.props)

    def _open(self) -> None:
        path = self._files.to_open(self)
        if path is not None:
            self._viewmodel.open(path)

    def _save(self) -> None:
        path = self._files.to_save(self, words.saved_name())
        if path is not None:
            self._viewmodel.save(path)

    def _render(self, props: TableProps) -> None:
        self._kinds_caption.setText(words.kinds_caption())
        for kind in props.kinds:
            self._kinds[kind.kind].setText(f"{kind.label}  {kind.key}".strip())
            self._kinds[kind.kind].setChecked(kind.is_on)
        self._source.setText(props.source)
        self._counts.show_counts(props.counts)
        self._trouble.setVisible(props.trouble is not None)
        if props.trouble is not None:
            self._trouble.setText(props.trouble.text)
            self._trouble.setProperty("tone", props.trouble.tone.value)
            restyle(self._trouble)
        self._buttons.show_buttons(props.buttons)
        self._place.show_place(props.hint, props.details, props.buttons)
        if props.busy is not None:
            self._busy.show_busy(props.busy)
        self._grid.show_sheet(props.sheet)
        self._services_caption.setText(props.picker_caption)
        if props.picker is not None:
            self._picker.show_picker(props.picker)
        self._show_body(props)

    def _show_body(self, props: TableProps) -> None:
        if props.busy is not None:
            wanted: QWidget = self._busy
        elif props.sheet is None:
            wanted = self._place
        else:
            wanted = self._rows if props.picker is None else self._services
        if self._body.currentWidget() is not wanted:
            self._body.setCurrentWidget(wanted)
            self._picker.begin()
            if self.isVisible():
                self._take_keyboard()

    def _take_keyboard(self) -> None:
        shown = self._body.currentWidget()
        holder: QWidget = self
        if shown is self._rows:
            holder = self._grid
        elif shown is self._services:
            holder = self._picker
        holder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self, row: TableRowProps | None) -> None:
        self._current.setVisible(row is not None)
        if row is not None:
            self._current.setText(words.row_line(row.line, row.notice.text))
            self._current.setProperty("tone", row.notice.tone.value)
            restyle(self._current)
