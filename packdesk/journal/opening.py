"""Opens the file of a journal: what is wrong with it is found here, before anything is packed."""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, StaticPool, create_engine, event

from packdesk.journal.faults import told
from packdesk.journal.schema import APPLICATION_ID, upgrade
from packdesk.station.errors import JournalDamaged

BEGIN: Final = "begin"
"""The execution option that holds how the next transaction begins."""
READING: Final = "BEGIN"
WRITING: Final = "BEGIN IMMEDIATE"
"""Takes the right to write at once: what is read first cannot change before it is written upon."""

_SMALLEST_PAGE: Final = 512

Upgrade = Callable[[Connection, Path], None]


def open_journal(path: Path, *, busy_ms: int, bring_up: Upgrade = upgrade) -> Connection:
    """A connection to a sound journal of the newest form, made where there was none.

    It belongs to the calling thread. Every commit is on the disk when it returns.

    Raises:
        JournalUnavailable: the world keeps the file from us.
        JournalTooNew: a newer program wrote it.
        JournalDamaged: the file is no journal, or is not sound.
    """
    with told(str(path)), ExitStack() as undo:
        _refuse_lost(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
        raw = sqlite3.connect(path, timeout=busy_ms / 1000, isolation_level=None)
        undo.callback(raw.close)
        raw.execute("PRAGMA synchronous = FULL")
        _refuse_unsound(raw, path)
        connection = _connection(raw)
        undo.callback(connection.close)
        with connection.execution_options(**{BEGIN: WRITING}).begin():
            bring_up(connection, path)
            # Written each time: SQLite opens a file it may not write all the same, and says so
            # only when it is written to.
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        # A file system without shared memory stays with the rollback journal, as durable.
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA foreign_keys = ON")
        undo.pop_all()
        return connection


def _connection(raw: sqlite3.Connection) -> Connection:
    # Parameters are codes and buyers' notes: no place for them in the text of an error.
    engine = create_engine(
        "sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
    )

    # The sqlite3 module begins by itself only before some statements, never before DDL or
    # SELECT; with isolation_level None it leaves that to us.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options()[BEGIN])

    return engine.connect()


def _refuse_lost(path: Path) -> None:
    """What SQLite does not tell: it fills up a page that was cut, and starts a lost file anew."""
    size = _size(path)
    log = path.with_name(f"{path.name}-wal")
    if size < _SMALLEST_PAGE and _size(log):
        raise JournalDamaged(str(path), f"it is gone, {log.name} is still there")
    # A crash may leave half a page where a log can restore it.
    if (
        size % _SMALLEST_PAGE
        and not _size(log)
        and not _size(path.with_name(f"{path.name}-journal"))
    ):
        raise JournalDamaged(str(path), f"cut short, {size} bytes long")


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _refuse_unsound(raw: sqlite3.Connection, path: Path) -> None:
    findings = [str(row[0]) for row in raw.execute("PRAGMA quick_check(1)")]
    if findings != ["ok"]:
        raise JournalDamaged(str(path), findings[0])
