"""Journals for tests, and what may be done to their files."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from packdesk.domain.codes import Cis
from packdesk.domain.events import BoxOpened, CodeAttached, Event
from packdesk.domain.ids import BoxNumber, ItemId, OrderId, UnitRef
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.ports import Stamp

T = TypeVar("T")

ORDER = OrderId(1)
STAMP = Stamp(datetime(2026, 11, 20, 12, tzinfo=UTC), packer="Anna", station="table 1")
NOBODY = 65534


def opened(box: int = 1) -> BoxOpened:
    return BoxOpened(BoxNumber(box))


def attached(serial: str = "5aBc") -> CodeAttached:
    code = Cis(f"010460000000001721{serial}", "04600000000017", serial)
    return CodeAttached(UnitRef(ItemId(1), 1), code)


def journal_with(path: Path, *groups: tuple[Event, ...]) -> Path:
    """Make a journal that holds these groups of ``ORDER``, and close it."""
    with closing(SqliteJournal(path)) as journal:
        for number, events in enumerate(groups):
            journal.append(ORDER, number, events, STAMP)
    return path


def change(path: Path, statement: str) -> None:
    """Do to the file what no PackDesk does."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def raw(journal: SqliteJournal) -> sqlite3.Connection:
    driver = journal._connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program writes, and does not come to an end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def without_privileges(work: Callable[[], T]) -> T:
    """Do it as a user whom permission bits bind; root is not."""
    if os.name == "nt" or os.geteuid():
        return work()
    os.seteuid(NOBODY)
    try:
        return work()
    finally:
        os.seteuid(0)
