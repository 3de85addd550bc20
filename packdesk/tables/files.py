"""A table file of any kind: told by what is in it, for its name may be wrong."""

from pathlib import Path

from packdesk.domain.grid import Grid
from packdesk.station.tables import TableFault, TableUnreadable
from packdesk.tables.texts import decoded, read_text

LARGEST = 20_000_000
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"{\\rtf", b"MZ")


def read_file(path: Path) -> tuple[Grid, ...]:
    """The tables in a file, one at least: a sheet each. Feed lane: it may take seconds.

    Raises:
        TableUnreadable: it is none that can be used.
    """
    name = path.name
    try:
        if path.stat().st_size > LARGEST:
            raise TableUnreadable(name, TableFault.TOO_LARGE)
        data = path.read_bytes()
    except OSError as error:
        raise TableUnreadable(name, TableFault.MISSING, str(error)) from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> tuple[Grid, ...]:
    """The tables in the bytes of a file, one at least.

    Raises:
        TableUnreadable: it is none that can be used.
    """
    if not data.strip():
        raise TableUnreadable(name, TableFault.EMPTY)
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        from packdesk.tables.xlsx import read_xlsx  # noqa: PLC0415 - openpyxl loads slowly

        return read_xlsx(data, name)
    if data.startswith(_OLE):
        locked = _ENCRYPTED in data
        raise TableUnreadable(name, TableFault.LOCKED if locked else TableFault.OLD_EXCEL)
    if data.startswith(_OTHERS):
        raise TableUnreadable(name, TableFault.NOT_A_TABLE)
    if data.lstrip()[:200].lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        # What many web offices call .xls is a page.
        raise TableUnreadable(name, TableFault.NOT_A_TABLE, "markup")
    return (read_text(decoded(data, name), name),)
