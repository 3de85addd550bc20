"""Tables in XLSX files, read through openpyxl: values, number formats, merged cells, formulas."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from packdesk.domain.grid import EMPTY_CELL, MOST_COLUMNS, MOST_ROWS, Cell, CellFlaw, Grid, GridRow
from packdesk.station.tables import TableFault, TableUnreadable
from packdesk.tables.merged import Merge, merges_of
from packdesk.tables.texts import text_cell

LARGEST_UNPACKED = 100_000_000
"""More than this is no table of orders, or was made to fill the memory."""
MOST_PARTS = 2_000
_EXACT_DIGITS = 15
"""Excel keeps so many digits of a number."""
_ZERO_FORMAT = re.compile(r"0{2,}")
_DATE_OR_TIME = (datetime, date, time, timedelta)
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What openpyxl, zipfile and zlib raise on files that are not what they should be."""


def read_xlsx(data: bytes, name: str) -> tuple[Grid, ...]:
    """The visible sheets with something in them, in their order; one at least.

    Raises:
        TableUnreadable: the file is damaged, locked, of another kind, or too much.
    """
    _check_parts(data, name)
    try:
        with warnings.catch_warnings():
            # Of extensions and styles that openpyxl leaves out.
            warnings.simplefilter("ignore")
            grids = _read(data, name)
    except _BROKEN as error:
        raise TableUnreadable(name, TableFault.DAMAGED, type(error).__name__) from error
    if not grids:
        raise TableUnreadable(name, TableFault.EMPTY)
    return grids


def _check_parts(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = set(archive.namelist())
    except _BROKEN as error:
        raise TableUnreadable(name, TableFault.DAMAGED, type(error).__name__) from error
    if any(part.flag_bits & 1 for part in parts):
        raise TableUnreadable(name, TableFault.LOCKED)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise TableUnreadable(name, TableFault.TOO_LARGE)
    if "xl/workbook.bin" in names or "mimetype" in names or "Index/Document.iwa" in names:
        raise TableUnreadable(name, TableFault.OTHER_OFFICE)
    if "xl/workbook.xml" not in names and "[Content_Types].xml" not in names:
        raise TableUnreadable(name, TableFault.NOT_A_TABLE, "a zip archive")
    if any(one.startswith(("word/", "ppt/")) for one in names):
        raise TableUnreadable(name, TableFault.NOT_A_TABLE, "another office file")


def _read(data: bytes, name: str) -> tuple[Grid, ...]:
    merges = merges_of(data)
    grids: list[Grid] = []
    with closing(load_workbook(io.BytesIO(data), read_only=True, data_only=False)) as book:
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in visible or book.worksheets:
            others = tuple(one for one in book.sheetnames if one != sheet.title)
            sheet.reset_dimensions()
            try:
                rows = list(_rows(sheet.iter_rows(), name))
            except TableUnreadable:
                if grids:
                    # The first one may be all that is wanted.
                    break
                raise
            if not rows:
                continue
            if any(cell.flaw is CellFlaw.NO_RESULT for row in rows for cell in row.cells):
                rows = _with_results(data, sheet.title, rows)
            rows = _filled(rows, merges.get(sheet.title, ()))
            grids.append(Grid(tuple(rows), sheet.title, others))
            if sum(len(grid.rows) for grid in grids) > MOST_ROWS:
                break
    return tuple(grids)


def _rows(rows: Iterable[Iterable[Any]], name: str) -> Iterator[GridRow]:
    found = 0
    for line, row in enumerate(rows, start=1):
        cells = tuple(_cell(one) for _, one in zip(range(MOST_COLUMNS), row, strict=False))
        if any(cell.text for cell in cells):
            found += 1
            if found > MOST_ROWS:
                raise TableUnreadable(name, TableFault.TOO_MANY_ROWS)
            yield GridRow(line, cells)


def _with_results(data: bytes, title: str, rows: list[GridRow]) -> list[GridRow]:
    """The rows with the results that were kept with formulas in the places of these."""
    with closing(load_workbook(io.BytesIO(data), read_only=True, data_only=True)) as book:
        sheet = book[title]
        sheet.reset_dimensions()
        wanted = {row.line for row in rows}
        results = {
            line: tuple(_cell(one) for _, one in zip(range(MOST_COLUMNS), row, strict=False))
            for line, row in enumerate(sheet.iter_rows(), start=1)
            if line in wanted
        }
    return [
        GridRow(
            row.line,
            tuple(
                results[row.line][n]
                if cell.flaw is CellFlaw.NO_RESULT and results[row.line][n].text
                else cell
                for n, cell in enumerate(row.cells)
            ),
        )
        for row in rows
    ]


def _filled(rows: list[GridRow], merges: tuple[Merge, ...]) -> list[GridRow]:
    """The rows with what stands in cells that are merged downwards in each of their lines."""
    by_line: Mapping[int, GridRow] = {row.line: row for row in rows}
    fills: dict[tuple[int, int], Cell] = {}
    for merge in merges:
        top = by_line.get(merge.top)
        if top is not None and merge.left < len(top.cells):
            for line in range(merge.top + 1, min(merge.bottom, merge.top + MOST_ROWS) + 1):
                if line in by_line:
                    fills[line, merge.left] = top.cells[merge.left]
    if not fills:
        return rows
    return [
        GridRow(
            row.line,
            tuple(fills.get((row.line, n), cell) for n, cell in enumerate(row.cells)),
        )
        for row in rows
    ]


def _cell(one: Any) -> Cell:
    value = one.value
    if value is None:
        return EMPTY_CELL
    if one.data_type == "f":
        return Cell("=", CellFlaw.NO_RESULT)
    if one.data_type == "e":
        return Cell(str(value), CellFlaw.ERROR_VALUE)
    if isinstance(value, bool):
        return Cell(str(value))
    if isinstance(value, int | float | Decimal):
        return _number(value, one.number_format or "")
    if isinstance(value, _DATE_OR_TIME):
        return Cell(str(value), CellFlaw.DATE)
    cell = text_cell(str(value))
    # A text that begins like a formula is a text here.
    return Cell(cell.text) if cell.flaw is CellFlaw.NO_RESULT else cell


def _number(value: float | Decimal, number_format: str) -> Cell:
    if value != value or abs(value) == float("inf"):  # noqa: PLR0124 - the test for NaN
        return Cell(str(value), CellFlaw.ERROR_VALUE)
    if value != int(value):
        return Cell(str(value), CellFlaw.FRACTION, is_number=True)
    text = str(int(value))
    if len(text.lstrip("-")) > _EXACT_DIGITS:
        return Cell(text, CellFlaw.ROUNDED, is_number=True)
    zeros = _ZERO_FORMAT.fullmatch(number_format)
    if zeros is not None and len(text) <= len(number_format):
        # The format shows the zeros to the person: they are part of what stands there.
        return Cell(text.zfill(len(number_format)))
    return Cell(text, is_number=True)
