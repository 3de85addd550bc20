"""Tables at the hand-over: read, asked about, checked and kept in slices. GUI thread.

The journal lane never works on a table for longer than one slice, so that scans are taken between.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from packdesk.domain.grid import Grid
from packdesk.domain.order import Order
from packdesk.domain.table_judge import TableJudge
from packdesk.domain.track_headers import Misfit, TableKind
from packdesk.domain.track_table import TrackRow, TrackTable
from packdesk.station.errors import MarketError, PackdeskError
from packdesk.station.handover_desk import HandoverDesk
from packdesk.station.handover_reports import (
    BatchKept,
    BatchPhase,
    BatchProgress,
    BatchStopped,
    HandoverReport,
    TableChecked,
    TableMisfits,
    TableRefused,
)
from packdesk.station.handover_table import FoundTable, Keeper, find_table, judge_of
from packdesk.station.ports import Err, Market, Ok, OrderQuery, Result
from packdesk.station.station import Lanes
from packdesk.station.tables import FileReader, TableFault, TableUnreadable, TextReader

T = TypeVar("T")

CHECKED_AT_ONCE = 200
KEPT_AT_ONCE = 25
"""Each kept row is a commit of its own: rows of one slice delay a scan."""
ASKED_AT_ONCE = 50


class Run:
    """One go over one table; a later one, or a person, makes it void."""

    def __init__(self, kind: TableKind, name: str = "") -> None:
        self.kind = kind
        self.name = name
        self.is_void = False
        self.is_asked = True


class Batch:
    """Does one thing with one table at a time; starting another gives the first up."""

    def __init__(
        self,
        desk: HandoverDesk,
        market: Callable[[], Market],
        readers: tuple[FileReader, TextReader],
        lanes: Lanes,
        wake: Callable[[], None],
        report: Callable[[HandoverReport], None],
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._desk = desk
        self._market = market
        self._read_file, self._read_text = readers
        self._lanes = lanes
        self._wake = wake
        self._report = report
        self._on_bug = on_bug
        self._run: Run | None = None
        self._is_keeping = False

    def read_file(self, path: Path, kind: TableKind) -> None:
        """Read a table file and check every row."""
        self._read(partial(self._read_file, path), self._begin(kind, path.name))

    def read_text(self, text: str, kind: TableKind) -> None:
        """Check every row of a pasted table."""
        self._read(lambda: (self._read_text(text),), self._begin(kind, ""))

    def cancel(self) -> None:
        """Give up what is being done; what was kept stays kept."""
        run, self._run = self._run, None
        if run is not None:
            run.is_void = True
            if not self._is_keeping:
                self._report(BatchStopped(None))

    def _begin(self, kind: TableKind, name: str) -> Run:
        if self._run is not None:
            self._run.is_void = True
        self._run = Run(kind, name)
        return self._run

    def _read(self, read: Callable[[], tuple[Grid, ...]], run: Run) -> None:
        self._report(BatchProgress(BatchPhase.READING, 0, 0))
        self._lanes.feed.run(read, self._then(run, partial(self._seek, run)))

    def _seek(self, run: Run, sheets: tuple[Grid, ...]) -> None:
        """Which sheet is the table, and which of its orders must be asked for?"""

        def sought(found: FoundTable | Misfit | None) -> None:
            match found:
                case FoundTable():
                    self._ask(run, found, 0)
                case None:
                    self._stop(TableUnreadable(run.name, TableFault.NO_COLUMNS))
                case misfit:
                    self._run = None
                    self._report(TableMisfits(run.name, misfit))

        self._lanes.journal.run(
            partial(find_table, self._desk, sheets, run.kind), self._then(run, sought)
        )

    def _ask(self, run: Run, table: FoundTable, done: int) -> None:
        orders = table.unknown
        if done >= len(orders):
            self._prepare(run, table)
            return
        self._report(BatchProgress(BatchPhase.ASKING, done, len(orders)))
        wanted = orders[done : done + ASKED_AT_ONCE]

        def asked(result: Result[tuple[Order, ...]]) -> None:
            if run.is_void:
                return
            match result:
                case Ok(found):
                    self._lanes.journal.run(
                        partial(_take, self._desk, found),
                        self._then(run, lambda _: self._ask(run, table, done + ASKED_AT_ONCE)),
                    )
                case Err(MarketError()):
                    run.is_asked = False
                    self._prepare(run, table)
                case Err(error):
                    self._stop(error)

        self._lanes.feed.run(lambda: self._market().orders(OrderQuery(orders=wanted)), asked)

    def _prepare(self, run: Run, table: FoundTable) -> None:
        self._lanes.journal.run(
            partial(judge_of, self._desk, table, run.kind, is_asked=run.is_asked),
            self._then(run, lambda judge: self._check(run, table, judge, ())),
        )

    def _check(
        self, run: Run, table: FoundTable, judge: TableJudge, rows: tuple[TrackRow, ...]
    ) -> None:
        self._report(BatchProgress(BatchPhase.CHECKING, len(rows), judge.total))
        if len(rows) >= judge.total:
            self._run = None
            grid = table.grid
            checked_table = TrackTable(run.kind, rows, table.columns, grid.sheet, grid.others)
            self._report(TableChecked(checked_table))
            return

        def checked(more: tuple[TrackRow, ...]) -> None:
            self._check(run, table, judge, rows + more)

        self._lanes.journal.run(
            partial(judge.judge, len(rows), len(rows) + CHECKED_AT_ONCE), self._then(run, checked)
        )

    def send(self, table: TrackTable, lines: frozenset[int]) -> None:
        """Keep what stands in these lines; only rows that are ready or warned about can be kept."""
        run = self._begin(table.kind, "")
        self._is_keeping = True
        keeper = Keeper(self._desk, table, lines)
        self._keep(run, keeper, keeper.slices(KEPT_AT_ONCE))

    def _keep(self, run: Run, keeper: Keeper, slices: Iterator[tuple[TrackRow, ...]]) -> None:
        self._report(BatchProgress(BatchPhase.KEEPING, keeper.done, keeper.total))
        rows = () if run.is_void else next(slices, ())
        if not rows:
            self._is_keeping = False
            if self._run is run:
                self._run = None
            self._report(BatchKept(keeper.table(), keeper.kept, cancelled=run.is_void))
            return

        def kept(result: Result[None]) -> None:
            self._wake()
            match result:
                case Ok():
                    self._keep(run, keeper, slices)
                case Err(error):
                    self._is_keeping = False
                    self._stop(error)

        self._lanes.journal.run(partial(keeper.keep, rows), kept)

    def _then(self, run: Run, go_on: Callable[[T], None]) -> Callable[[Result[T]], None]:
        def done(result: Result[T]) -> None:
            if run.is_void:
                return
            match result:
                case Ok(value):
                    go_on(value)
                case Err(error):
                    self._stop(error)

        return done

    def _stop(self, error: Exception) -> None:
        self._run = None
        match error:
            case TableUnreadable():
                self._report(TableRefused(error))
            case PackdeskError():
                self._report(BatchStopped(error))
            case _:
                self._on_bug(error)
                self._report(BatchStopped(None))


def _take(desk: HandoverDesk, orders: tuple[Order, ...]) -> None:
    desk.ledger.take_fresh(orders)
