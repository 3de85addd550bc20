"""Tables from outside as the station takes them: cells of text, and why a file is none."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from packdesk.domain.grid import Grid
from packdesk.station.errors import PackdeskError


class TableFault(Enum):
    """Why a file or a text cannot be used as a table."""

    MISSING = "there is no such file, or it cannot be read"
    TOO_LARGE = "the file is too large"
    TOO_MANY_ROWS = "it has too many rows"
    EMPTY = "there is nothing in it"
    OLD_EXCEL = "a file of Excel 97-2003 (.xls)"
    LOCKED = "the file is locked by a password"
    OTHER_OFFICE = "a spreadsheet of another kind (.ods, .xlsb, .numbers)"
    NOT_A_TABLE = "it is no table"
    NO_COLUMNS = "no column of orders, or none of their numbers, was found"
    DAMAGED = "the file is damaged"
    ENCODING = "its characters cannot be read"


class TableUnreadable(PackdeskError):
    """A file or a pasted text is no table that can be used.

    Attributes:
        name: The file's name, empty for pasted text.
        fault: Why.
        detail: What the reader said, for the log.
    """

    def __init__(self, name: str, fault: TableFault, detail: str = "") -> None:
        super().__init__(f"{name}: {fault.value} {detail}".rstrip())
        self.name = name
        self.fault = fault
        self.detail = detail


FileReader: TypeAlias = Callable[[Path], tuple[Grid, ...]]
"""Reads a table file, a grid for each sheet; raises TableUnreadable. Feed lane."""

TextReader: TypeAlias = Callable[[str], Grid]
"""Reads pasted text; raises TableUnreadable. Feed lane."""
