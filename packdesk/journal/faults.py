"""Whose fault a failure is: what the world does to the file, told as a JournalError."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Final

from sqlalchemy.exc import DBAPIError

from packdesk.journal.codec import RecordDamaged, RecordTooNew
from packdesk.station.errors import (
    JournalDamaged,
    JournalError,
    JournalFault,
    JournalTooNew,
    JournalUnavailable,
)

_PRIMARY: Final = 0xFF


class SqliteCode(IntEnum):
    """SQLite's primary result codes that the world causes (sqlite.org/rescode.html).

    Any other code is a bug of this program.
    """

    PERM = sqlite3.SQLITE_PERM
    BUSY = sqlite3.SQLITE_BUSY
    LOCKED = sqlite3.SQLITE_LOCKED
    READONLY = sqlite3.SQLITE_READONLY
    IOERR = sqlite3.SQLITE_IOERR
    CORRUPT = sqlite3.SQLITE_CORRUPT
    FULL = sqlite3.SQLITE_FULL
    CANTOPEN = sqlite3.SQLITE_CANTOPEN
    PROTOCOL = sqlite3.SQLITE_PROTOCOL
    NOTADB = sqlite3.SQLITE_NOTADB


_FAULTS: Final = {
    SqliteCode.PERM: JournalFault.CANNOT_OPEN,
    SqliteCode.BUSY: JournalFault.LOCKED,
    SqliteCode.LOCKED: JournalFault.LOCKED,
    SqliteCode.READONLY: JournalFault.READ_ONLY,
    SqliteCode.IOERR: JournalFault.INPUT_OUTPUT,
    SqliteCode.FULL: JournalFault.FULL,
    SqliteCode.CANTOPEN: JournalFault.CANNOT_OPEN,
    SqliteCode.PROTOCOL: JournalFault.LOCKED,
}
"""CORRUPT and NOTADB are missing: they speak of the file, not of the way to it."""

_SYSTEM_FAULTS: Final = {
    errno.ENOSPC: JournalFault.FULL,
    errno.EROFS: JournalFault.READ_ONLY,
    errno.EACCES: JournalFault.READ_ONLY,
    errno.EPERM: JournalFault.READ_ONLY,
    errno.EIO: JournalFault.INPUT_OUTPUT,
}


def sqlite_error(code: int, detail: str, place: str) -> JournalError | None:
    """What a result code of SQLite, extended or primary, means; None for a bug."""
    try:
        known = SqliteCode(code & _PRIMARY)
    except ValueError:
        return None
    if known in _FAULTS:
        return JournalUnavailable(_FAULTS[known], place)
    return JournalDamaged(place, detail)


def system_error(error: OSError, place: str) -> JournalError:
    """What an error of the operating system about the file or its folder means."""
    fault = _SYSTEM_FAULTS.get(error.errno or 0, JournalFault.CANNOT_OPEN)
    return JournalUnavailable(fault, place)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Raises what goes wrong within as a JournalError about ``place``; bugs pass unchanged."""
    try:
        yield
    except RecordTooNew as error:
        raise JournalTooNew(place, str(error)) from error
    except RecordDamaged as error:
        raise JournalDamaged(place, str(error)) from error
    except OSError as error:
        raise system_error(error, place) from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        # Errors of the sqlite3 module itself, such as a call from another thread, have no code.
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        meaning = sqlite_error(code, str(cause), place)
        if meaning is None:
            raise
        raise meaning from error
