"""Each result code of SQLite and each error of the system has one meaning, or is a bug."""

import errno
import sqlite3

import pytest

from packdesk.journal.codec import RecordDamaged, RecordTooNew
from packdesk.journal.faults import SqliteCode, sqlite_error, told
from packdesk.station.errors import (
    JournalDamaged,
    JournalFault,
    JournalOutOfStep,
    JournalTooNew,
    JournalUnavailable,
)
from tests.unit.journal.files import ORDER

PLACE = "D:/data/journal.db"


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (sqlite3.SQLITE_BUSY, JournalFault.LOCKED),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, JournalFault.LOCKED),
        (sqlite3.SQLITE_LOCKED, JournalFault.LOCKED),
        (sqlite3.SQLITE_PROTOCOL, JournalFault.LOCKED),
        (sqlite3.SQLITE_READONLY, JournalFault.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DIRECTORY, JournalFault.READ_ONLY),
        (sqlite3.SQLITE_FULL, JournalFault.FULL),
        (sqlite3.SQLITE_IOERR, JournalFault.INPUT_OUTPUT),
        (sqlite3.SQLITE_IOERR_FSYNC, JournalFault.INPUT_OUTPUT),
        (sqlite3.SQLITE_CANTOPEN, JournalFault.CANNOT_OPEN),
        (sqlite3.SQLITE_PERM, JournalFault.CANNOT_OPEN),
    ],
)
def test_the_world_keeps_the_file_from_us(code: int, fault: JournalFault) -> None:
    error = sqlite_error(code, "said by SQLite", PLACE)

    assert isinstance(error, JournalUnavailable)
    assert (error.fault, error.place) == (fault, PLACE)


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CORRUPT_VTAB, sqlite3.SQLITE_NOTADB]
)
def test_the_file_itself_is_damaged(code: int) -> None:
    error = sqlite_error(code, "malformed", PLACE)

    assert isinstance(error, JournalDamaged)
    assert (error.place, error.detail) == (PLACE, "malformed")


@pytest.mark.parametrize(
    "code",
    [
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CONSTRAINT_UNIQUE,
        sqlite3.SQLITE_MISUSE,
        sqlite3.SQLITE_RANGE,
        sqlite3.SQLITE_TOOBIG,
        sqlite3.SQLITE_MISMATCH,
    ],
)
def test_any_other_code_is_a_bug(code: int) -> None:
    assert sqlite_error(code, "", PLACE) is None


def test_every_code_of_the_world_has_its_meaning() -> None:
    assert all(sqlite_error(code, "", PLACE) for code in SqliteCode)


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, JournalFault.FULL),
        (errno.EROFS, JournalFault.READ_ONLY),
        (errno.EACCES, JournalFault.READ_ONLY),
        (errno.EIO, JournalFault.INPUT_OUTPUT),
        (errno.ENOTDIR, JournalFault.CANNOT_OPEN),
        (None, JournalFault.CANNOT_OPEN),
    ],
)
def test_errors_of_the_system_are_told_the_same_way(
    number: int | None, fault: JournalFault
) -> None:
    with pytest.raises(JournalUnavailable) as caught, told(PLACE):
        raise OSError(number, "said by the system")

    assert caught.value.fault is fault


def test_records_that_cannot_be_read_are_told_with_the_place() -> None:
    with pytest.raises(JournalTooNew) as newer, told(PLACE):
        raise RecordTooNew("BoxTaped version 1")
    with pytest.raises(JournalDamaged) as damaged, told(PLACE):
        raise RecordDamaged("BoxOpened: ValueError")

    assert (newer.value.place, newer.value.found) == (PLACE, "BoxTaped version 1")
    assert damaged.value.place == PLACE


@pytest.mark.parametrize(
    "bug", [KeyError("x"), sqlite3.ProgrammingError("x"), JournalOutOfStep(ORDER)]
)
def test_bugs_and_what_is_told_already_pass_unchanged(bug: Exception) -> None:
    with pytest.raises(type(bug)) as caught, told(PLACE):
        raise bug

    assert caught.value is bug
