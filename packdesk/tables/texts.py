"""Tables as text: commas, semicolons or tabs, in UTF-8, UTF-16 or cp1251."""

import codecs
import csv
import io
import re

from packdesk.domain.grid import MOST_COLUMNS, MOST_ROWS, Cell, CellFlaw, Grid, GridRow
from packdesk.station.tables import TableFault, TableUnreadable

LONGEST_TEXT = 20_000_000
LONGEST_CELL = 10_000
_SEPARATORS = "\t;,|"
_SAMPLE_LINES = 50
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EXPONENT = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eEеЕ][+]?\d{1,3}")
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!")
_RUSSIAN_ERRORS = ("#Н/Д", "#ССЫЛКА!", "#ЗНАЧ!", "#ИМЯ?", "#ДЕЛ/0!", "#ПУСТО!", "#ЧИСЛО!")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SEP_LINE = re.compile(r"sep=(\t|[^\w\s\"])\r?\n", re.IGNORECASE)
_HARDLY_TEXT = 0.02


def decoded(data: bytes, name: str) -> str:
    """The text of a file, its encoding found out.

    Raises:
        TableUnreadable: it is no text in any encoding that tables come in.
    """
    encoding = next((known for bom, known in _BOMS if data.startswith(bom)), None)
    if encoding is None and b"\x00" in data[:2000]:
        encoding = _utf_16_without_bom(data, name)
    for attempt in (encoding,) if encoding else ("utf-8", "cp1251"):
        try:
            text = data.decode(attempt)
        except UnicodeDecodeError:
            continue
        if len(_CONTROL.findall(text[:100_000])) > _HARDLY_TEXT * len(text[:100_000]):
            raise TableUnreadable(name, TableFault.NOT_A_TABLE, attempt)
        return text.removeprefix("\ufeff")
    raise TableUnreadable(name, TableFault.ENCODING)


def _utf_16_without_bom(data: bytes, name: str) -> str:
    even, odd = data[0:2000:2].count(0), data[1:2000:2].count(0)
    if max(even, odd) * 4 < len(data[:2000]) // 2 or min(even, odd):
        raise TableUnreadable(name, TableFault.NOT_A_TABLE, "zero bytes")
    return "utf-16-le" if odd > even else "utf-16-be"


def read_text(text: str, name: str = "") -> Grid:
    """The table that a text is.

    Raises:
        TableUnreadable: it is empty, too long or no table.
    """
    if len(text) > LONGEST_TEXT:
        raise TableUnreadable(name, TableFault.TOO_LARGE)
    text = text.removeprefix("\ufeff")
    told = _SEP_LINE.match(text)
    skipped = 1 if told else 0
    separator = told[1] if told else _separator(text)
    body = text[told.end() :] if told else text
    try:
        rows = _rows(body, separator, skipped, name, is_quoted=True)
    except csv.Error:
        # A quotation mark that is none would swallow the rows up to the next one.
        try:
            rows = _rows(body, separator, skipped, name, is_quoted=False)
        except csv.Error as error:
            raise TableUnreadable(name, TableFault.NOT_A_TABLE, str(error)) from error
    if not rows:
        raise TableUnreadable(name, TableFault.EMPTY)
    return Grid(tuple(rows))


def _rows(text: str, separator: str, skipped: int, name: str, *, is_quoted: bool) -> list[GridRow]:
    rows: list[GridRow] = []
    # The field limit is the process's; texts were measured before, a cell is cut below.
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=separator,
        skipinitialspace=separator != "\t",
        quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE,
        strict=is_quoted,
    )
    line = 1 + skipped
    for fields in reader:
        if len(rows) >= MOST_ROWS:
            raise TableUnreadable(name, TableFault.TOO_MANY_ROWS)
        few = fields[:MOST_COLUMNS]
        cells = tuple(text_cell(one if is_quoted else _unwrapped(one)) for one in few)
        if any(cell.text for cell in cells):
            rows.append(GridRow(line, cells))
        line = reader.line_num + 1 + skipped
    return rows


def _unwrapped(field: str) -> str:
    """A field without the quotation marks around it."""
    text = field.strip()
    is_wrapped = len(text) > 1 and text[0] == text[-1] == '"'
    return text[1:-1].replace('""', '"') if is_wrapped else field


def _separator(text: str) -> str:
    """The separator by which most lines fall into the same number of fields, two at least."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:_SAMPLE_LINES]
    counts = {one: sum(one in _unquoted(line) for line in lines) for one in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda one: counts[one])
    if counts[best]:
        return best
    return "\t"


def _unquoted(line: str) -> str:
    return re.sub('"[^"]*"?', "", line)


def text_cell(field: str) -> Cell:
    """A cell of a text table, freed of what spreadsheets wrap numbers in."""
    text = field.strip(" \t\r\n\xa0\u200b\ufeff")[:LONGEST_CELL]
    kept = _AS_TEXT.fullmatch(text)
    if kept is not None:
        return Cell(kept[1].strip())
    text = text.removeprefix("'")
    if _EXPONENT.fullmatch(text):
        return Cell(text, CellFlaw.EXPONENT)
    if text in _ERRORS or text in _RUSSIAN_ERRORS:
        return Cell(text, CellFlaw.ERROR_VALUE)
    if text.startswith("=") and len(text) > 1:
        return Cell(text, CellFlaw.NO_RESULT)
    return Cell(text)
