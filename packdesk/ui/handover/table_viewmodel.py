"""The state of the section of tables, and what it asks for."""

from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QIODevice, QObject, QSaveFile, Signal

from packdesk.domain.ids import DeliveryServiceId
from packdesk.domain.track_headers import AlikeColumns, Misfit, NoColumn, OtherKind, TableKind
from packdesk.domain.track_table import NeedsService, Ready, TrackTable, Warned
from packdesk.station.handover_export import failed_csv
from packdesk.station.handover_reports import (
    BatchKept,
    BatchPhase,
    BatchProgress,
    BatchStopped,
    HandoverState,
    TableChecked,
    TableMisfits,
    TableRefused,
)
from packdesk.ui.handover.ports import HandoverIntents
from packdesk.ui.handover.table_derive import (
    TableInputs,
    checked_notice,
    derive_table_props,
    failed_of,
    reason_in_file,
    sendable,
)
from packdesk.ui.handover.table_props import TableProps
from packdesk.ui.words import handover_columns as columns_words
from packdesk.ui.words import handover_table as words
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.notice import Notice

TableReport: TypeAlias = (
    BatchProgress | TableChecked | TableRefused | TableMisfits | BatchKept | BatchStopped
)


class TableViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `TableProps`.
        told: A `Notice` to be shown and heard.
    """

    props_changed = Signal(object)
    told = Signal(object)

    def __init__(self, intents: HandoverIntents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._intents = intents
        self._inputs = TableInputs()
        self._read_from: Path | str | None = None
        self._props = derive_table_props(self._inputs)

    @property
    def props(self) -> TableProps:
        return self._props

    def show(self, state: HandoverState) -> None:
        """The desk as it stands: how far the rows are, and which services there are."""
        self._change(replace(self._inputs, state=state))

    def take(self, report: TableReport) -> None:
        """Be told how a table fares."""
        match report:
            case BatchProgress():
                self._change(replace(self._inputs, progress=report))
            case TableChecked(table):
                self._checked(table)
            case TableRefused(error):
                self._end(words.unreadable(error))
            case TableMisfits(name, misfit):
                self._misfits(name, misfit)
            case BatchStopped(error):
                self._end(words.stopped() if error is None else error_notice(error))
            case BatchKept():
                self._kept(report)

    def choose_kind(self, kind: TableKind) -> None:
        """Tables bring something else; the one that is there is looked at anew."""
        if kind is self._inputs.kind or self._inputs.progress is not None:
            return
        again, self._read_from = self._read_from, None
        self._change(TableInputs(kind=kind, state=self._inputs.state))
        if isinstance(again, Path):
            self.open(again)
        elif again is not None:
            self.paste(again)

    def switch_kind(self) -> None:
        """Tables bring the other kind of numbers; the one that is there is read as such."""
        self.choose_kind(self._inputs.kind.other)

    def open(self, path: Path) -> None:
        """Look at a file."""
        if self._begin(path.name):
            self._read_from = path
            self._intents.read_file(path, self._inputs.kind)

    def paste(self, text: str) -> None:
        """Look at rows that were copied elsewhere."""
        if not text.strip():
            self._tell(words.nothing_pasted())
        elif self._begin(""):
            self._read_from = text
            self._intents.read_text(text, self._inputs.kind)

    def cancel(self) -> None:
        """Stop what is going on."""
        if self._inputs.progress is not None:
            self._intents.cancel_batch()

    def tick(self, line: int) -> None:
        """Send a row, or do not."""
        table = self._inputs.table
        if table is not None and self._inputs.kept is None and line in sendable(table):
            self._change(replace(self._inputs, ticked=self._inputs.ticked ^ {line}))

    def tick_warned(self) -> None:
        """Send all doubtful rows, or none of them."""
        table = self._inputs.table
        if table is None or self._inputs.kept is not None:
            return
        warned, ticked = table.lines(Warned), self._inputs.ticked
        wanted = ticked - warned if warned <= ticked else ticked | warned
        self._change(replace(self._inputs, ticked=wanted))

    def filter(self) -> None:
        """Show only the rows that need attention, or all."""
        self._change(replace(self._inputs, only_attention=not self._inputs.only_attention))

    def pick(self) -> None:
        """Open the list of services for the rows without one, or close it."""
        self._change(replace(self._inputs, is_picking=not self._inputs.is_picking))

    def choose_service(self, service: DeliveryServiceId) -> None:
        """This service carries all rows without one."""
        table = self._inputs.table
        if table is None:
            return
        served = table.with_service(service, table.lines(NeedsService))
        ready = served.lines(Ready) - table.lines(Ready)
        ticked = self._inputs.ticked | ready
        self._change(replace(self._inputs, table=served, ticked=ticked, is_picking=False))

    def send(self) -> None:
        """Put the chosen rows in line."""
        table = self._inputs.table
        if table is None or self._inputs.kept is not None or self._inputs.progress is not None:
            return
        lines = self._inputs.ticked & sendable(table)
        if not lines:
            self.told.emit(words.nothing_chosen())
            return
        begun = BatchProgress(BatchPhase.KEEPING, 0, len(lines))
        self._change(replace(self._inputs, progress=begun, is_picking=False))
        self._intents.send_table(table, lines)

    def save(self, path: Path) -> None:
        """Write what failed to a file that can be mended and opened here again."""
        rows, inputs = failed_of(self._inputs), self._inputs
        data = failed_csv(
            rows, words.saved_headers(inputs.kind), lambda row: reason_in_file(inputs, row)
        )
        file = QSaveFile(str(path))
        is_written = (
            file.open(QIODevice.OpenModeFlag.WriteOnly)
            and file.write(data) == len(data)
            and file.commit()
        )
        self._tell(words.saved(path.name) if is_written else words.save_failed(path.name))

    def close(self) -> None:
        """Escape: stop what is going on, else close the list of services, else the table."""
        if self._inputs.progress is not None:
            self.cancel()
        elif self._inputs.is_picking:
            self.pick()
        else:
            self._read_from = None
            self._change(TableInputs(kind=self._inputs.kind, state=self._inputs.state))

    def retranslate(self) -> None:
        """The language has changed."""
        self._change(replace(self._inputs, trouble=None))

    def _begin(self, source: str) -> bool:
        if self._inputs.progress is not None:
            return False
        self._change(
            TableInputs(
                kind=self._inputs.kind,
                source=source,
                progress=BatchProgress(BatchPhase.READING, 0, 0),
                state=self._inputs.state,
            )
        )
        return True

    def _checked(self, table: TrackTable) -> None:
        inputs = replace(self._inputs, progress=None, table=table, ticked=table.lines(Ready))
        self._change(inputs)
        self.told.emit(checked_notice(table))

    def _misfits(self, name: str, misfit: Misfit) -> None:
        match misfit:
            case OtherKind(kind):
                self._change(replace(self._inputs, progress=None, other=misfit))
                self.told.emit(columns_words.other_kind_notice(kind))
            case AlikeColumns() | NoColumn():
                self._end(columns_words.misfit_notice(name, misfit))

    def _kept(self, report: BatchKept) -> None:
        inputs = replace(self._inputs, progress=None, table=report.table, kept=report.kept)
        self._change(inputs)
        say = words.kept_in_part if report.cancelled else words.kept
        self.told.emit(say(len(report.kept)))

    def _end(self, notice: Notice) -> None:
        self._change(replace(self._inputs, progress=None))
        self._tell(notice)

    def _tell(self, notice: Notice) -> None:
        self._change(replace(self._inputs, trouble=notice))
        self.told.emit(notice)

    def _change(self, inputs: TableInputs) -> None:
        self._inputs = inputs
        props = derive_table_props(inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)
