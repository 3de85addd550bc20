"""Tables as text: encodings, separators, quotes, and what is no table."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.domain.grid import MOST_ROWS, CellFlaw
from packdesk.station.tables import TableFault, TableUnreadable
from packdesk.tables import read_file, read_text
from packdesk.tables.files import LARGEST, read_bytes
from packdesk.tables.texts import LONGEST_TEXT

TABLE = "Заказ;Трек\r\n51234567011;RA410342249RU\r\n"


def texts(grid):
    return [tuple(cell.text for cell in row.cells) for row in grid.rows]


ROWS = [("Заказ", "Трек"), ("51234567011", "RA410342249RU")]


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp1251"),
        TABLE.encode("utf-16"),
        b"\xfe\xff" + TABLE.encode("utf-16-be"),
        TABLE.encode("utf-16-le"),
        TABLE.replace(";", "\t").encode("utf-16"),
        TABLE.replace(";", ",").encode(),
        TABLE.replace(";", "|").encode(),
        TABLE.replace("\r\n", "\n").encode(),
        TABLE.replace("\r\n", "\r").encode(),
        f"sep=;\r\n{TABLE}".encode(),
    ],
)
def test_a_table_is_read_in_each_encoding_and_with_each_separator(data):
    assert [texts(one) for one in read_bytes(data, "t.csv")] == [ROWS]


def test_quotes_hold_separators_and_ends_of_lines_together():
    grid = read_text('a;"b;\nc ""d"""\n\ne;f\n')
    assert texts(grid) == [("a", 'b;\nc "d"'), ("e", "f")]
    assert [row.line for row in grid.rows] == [1, 4]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A;B;C\n1;2;"x\n3;4;y\n', [("A", "B", "C"), ("1", "2", '"x'), ("3", "4", "y")]),
        ('A\tB\n1\t"x\n3\t"y\n', [("A", "B"), ("1", '"x'), ("3", '"y')]),
        ('"A";"B"\n"1";"x "y" z"\n"3";"4"\n', [("A", "B"), ("1", 'x "y" z'), ("3", "4")]),
    ],
)
def test_a_stray_quotation_mark_swallows_no_row(text, expected):
    assert texts(read_text(text)) == expected


@pytest.mark.parametrize("mark", ['"', "\r", " ", "7"])
def test_a_first_line_that_names_no_usable_separator_is_no_such_line(mark):
    assert texts(read_text(f"sep={mark}\n{TABLE}"))[-2:] == ROWS


@pytest.mark.parametrize(
    ("field", "text", "flaw"),
    [
        ("1,23E+13", "1,23E+13", CellFlaw.EXPONENT),
        ("1.23457e+13", "1.23457e+13", CellFlaw.EXPONENT),
        ("8E+13", "8E+13", CellFlaw.EXPONENT),
        ("#Н/Д", "#Н/Д", CellFlaw.ERROR_VALUE),
        ("=A1&B1", "=A1&B1", CellFlaw.NO_RESULT),
        ('"=""00123"""', "00123", None),
        ("'00123", "00123", None),
        ("\xa0RA410342249RU ", "RA410342249RU", None),
        ("RE12", "RE12", None),
        ("12E45", "12E45", CellFlaw.EXPONENT),
    ],
)
def test_a_field_is_freed_of_what_spreadsheets_wrap_it_in(field, text, flaw):
    found = read_text(f"{field}\tx\n").rows[0].cells[0]
    assert (found.text, found.flaw) == (text, flaw)


def fault(data):
    with pytest.raises(TableUnreadable) as caught:
        read_bytes(data, "t.csv")
    return caught.value.fault


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", TableFault.EMPTY),
        (b" \r\n \r\n", TableFault.EMPTY),
        (b";;;\n;;;\n", TableFault.EMPTY),
        (b"%PDF-1.7 ...", TableFault.NOT_A_TABLE),
        (b"\x89PNG\r\n", TableFault.NOT_A_TABLE),
        (b"<html><table><tr><td>1</td></tr></table>", TableFault.NOT_A_TABLE),
        (b"abc\x01\x02\x03\x04\x05\x06", TableFault.NOT_A_TABLE),
        (b"a\x00b\x00\x00c\x00\x00", TableFault.NOT_A_TABLE),
        (b"abc\x98" * 5, TableFault.ENCODING),
        (b"a;b\n" * (MOST_ROWS + 1), TableFault.TOO_MANY_ROWS),
    ],
)
def test_what_is_no_table_is_told_as_what_it_is(data, expected):
    assert fault(data) is expected


def test_a_file_is_read_by_what_is_in_it_and_not_by_its_name(tmp_path):
    place = tmp_path / "parcels.xlsx"
    place.write_bytes(TABLE.encode("cp1251"))
    assert [texts(one) for one in read_file(place)] == [ROWS]


def test_a_file_that_is_missing_or_too_large_is_told_as_such(tmp_path: Path):
    with pytest.raises(TableUnreadable) as missing:
        read_file(tmp_path / "none.csv")
    assert missing.value.fault is TableFault.MISSING
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(TableUnreadable) as large:
        read_file(huge)
    assert large.value.fault is TableFault.TOO_LARGE
    with pytest.raises(TableUnreadable) as long:
        read_text("1" * (LONGEST_TEXT + 1))
    assert long.value.fault is TableFault.TOO_LARGE


def rows_of(read, given_text):
    """The rows, or none where it is told to be no table."""
    with suppress(TableUnreadable):
        return read(given_text).rows
    return None


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_are_told_to_be_none(data):
    rows = rows_of(lambda given_bytes: read_bytes(given_bytes, "t")[0], data)
    assert rows is None or rows


@given(st.text(max_size=300))
def test_any_pasted_text_is_a_table_or_is_told_to_be_none(text):
    rows = rows_of(read_text, text)
    assert rows is None or all(any(cell.text for cell in row.cells) for row in rows)
