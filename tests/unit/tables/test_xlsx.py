"""XLSX tables: every ugly thing that a spreadsheet does to numbers."""

import io
import re
import zipfile
from contextlib import suppress
from datetime import datetime

import pytest
from openpyxl.styles import PatternFill

from packdesk.domain.grid import MOST_ROWS, CellFlaw
from packdesk.station.tables import TableFault, TableUnreadable
from packdesk.tables.files import read_bytes
from packdesk.tables.xlsx import LARGEST_UNPACKED
from tests.unit.tables.workbooks import archive, with_part, workbook

SHEET = "xl/worksheets/sheet1.xml"


def cell(value, number_format=None):
    def change(book):
        if number_format:
            book.active["A1"].number_format = number_format

    return read_bytes(workbook((value,), change=change), "t.xlsx")[0].rows[0].cells[0]


@pytest.mark.parametrize(
    ("value", "number_format", "text", "flaw"),
    [
        ("RA410342249RU", None, "RA410342249RU", None),
        ("  00123 \n", None, "00123", None),
        ("'00123", None, "00123", None),
        (80083760148812, None, "80083760148812", None),
        (80083760148812.0, None, "80083760148812", None),
        (123, "00000", "00123", None),
        (1234567890123456789, None, "1234567890123457024", CellFlaw.ROUNDED),
        (12.5, None, "12.5", CellFlaw.FRACTION),
        ("8,00838E+13", None, "8,00838E+13", CellFlaw.EXPONENT),
        ("=1+1", None, "=", CellFlaw.NO_RESULT),
        ("#N/A", None, "#N/A", CellFlaw.ERROR_VALUE),
        (datetime(2026, 11, 21), None, "2026-11-21 00:00:00", CellFlaw.DATE),  # noqa: DTZ001
        (True, None, "True", None),
    ],
)
def test_a_cell_is_what_the_person_sees_or_tells_what_is_lost(value, number_format, text, flaw):
    found = cell(value, number_format)
    assert (found.text, found.flaw) == (text, flaw)


def test_only_a_number_that_shows_no_zeros_may_have_lost_them():
    assert cell(80083760148812).is_number
    assert not cell("80083760148812").is_number
    assert not cell(123, "00000").is_number


def test_a_formula_counts_by_the_result_that_was_kept_with_it():
    data = workbook(("order", "track"), (51234567011, "=A2"))
    kept = with_part(data, SHEET, lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>77</v>", xml))
    assert [c.text for c in read_bytes(kept, "t.xlsx")[0].rows[1].cells] == ["51234567011", "77"]
    assert read_bytes(data, "t.xlsx")[0].rows[1].cells[1].flaw is CellFlaw.NO_RESULT


def test_cells_merged_downwards_stand_in_each_of_their_lines():
    def merge(book):
        book.active.merge_cells("A1:C1")
        book.active.merge_cells("A3:A4")

    data = workbook(
        ("Our parcels", None, None),
        ("order", "track", None),
        (51234567011, "RA410342249RU", None),
        (None, "RB123456785RU", None),
        change=merge,
    )
    rows = read_bytes(data, "t.xlsx")[0].rows
    assert [row.line for row in rows] == [1, 2, 3, 4]
    assert [row.cells[0].text for row in rows[2:]] == ["51234567011", "51234567011"]


def test_empty_rows_are_left_out_and_lines_keep_their_numbers():
    grid, *_ = read_bytes(workbook(("a", 1), (), (" ", None), (), ("b", 2)), "t.xlsx")
    assert [row.line for row in grid.rows] == [1, 5]


def test_a_far_formatted_cell_does_not_make_a_million_rows():
    def paint(book):
        book.active.cell(MOST_ROWS + 5_000, 1).fill = PatternFill("solid", "FFFF00")

    assert len(read_bytes(workbook(("a", 1), change=paint), "t.xlsx")[0].rows) == 1


def test_every_visible_sheet_with_something_in_it_is_read():
    def sheets(book):
        book.active.sheet_state = "hidden"
        book.create_sheet("Empty")
        book.create_sheet("Parcels").append(("x", "y"))
        book.create_sheet("Old").append(("old", "old"))

    grids = read_bytes(workbook(("hidden", "hidden"), change=sheets), "t.xlsx")
    assert [grid.sheet for grid in grids] == ["Parcels", "Old"]
    assert [grid.rows[0].cells[0].text for grid in grids] == ["x", "old"]
    assert set(grids[0].others) == {"Sheet", "Empty", "Old"}


def test_a_further_sheet_that_is_too_long_does_not_spoil_the_first():
    rows = (b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, MOST_ROWS + 2))
    many = b"<sheetData>" + b"".join(rows) + b"</sheetData>"
    empty = rb"<sheetData ?/>|<sheetData></sheetData>"
    book = workbook(("order", "track"), change=lambda book: book.create_sheet("Long"))
    data = with_part(book, SHEET.replace("1", "2"), lambda xml: re.sub(empty, many, xml))
    grids = read_bytes(data, "t.xlsx")
    assert [grid.sheet for grid in grids] == ["Sheet"]
    assert grids[0].others == ("Long",)


def fault(data, name="t.xlsx"):
    with pytest.raises(TableUnreadable) as caught:
        read_bytes(data, name)
    assert caught.value.name == name
    return caught.value.fault


def test_an_empty_workbook_is_told_as_such():
    assert fault(workbook()) is TableFault.EMPTY


def test_too_many_rows_are_told_as_such():
    rows = (b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, MOST_ROWS + 2))
    many = b"<sheetData>" + b"".join(rows) + b"</sheetData>"
    empty = rb"<sheetData ?/>|<sheetData></sheetData>"
    data = with_part(workbook(), SHEET, lambda xml: re.sub(empty, many, xml))
    assert fault(data) is TableFault.TOO_MANY_ROWS


def test_a_bomb_is_not_unpacked():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", "x")
        with bomb.open(SHEET, "w") as part:
            for _ in range(LARGEST_UNPACKED // 1_000_000 + 1):
                part.write(b"0" * 1_000_000)
    assert fault(made.getvalue()) is TableFault.TOO_LARGE


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (archive(readme_txt=b"hello"), TableFault.NOT_A_TABLE),
        (archive(mimetype=b"application/vnd.oasis.opendocument"), TableFault.OTHER_OFFICE),
        (archive(xl__workbook_bin=b"x"), TableFault.OTHER_OFFICE),
        (archive(xl__workbook_xml=b"<broken"), TableFault.DAMAGED),
        (workbook(("a", 1))[:-200], TableFault.DAMAGED),
        (workbook(("a", 1))[:60], TableFault.DAMAGED),
        (with_part(workbook(("a", 1)), SHEET, lambda xml: xml[:300]), TableFault.DAMAGED),
        (with_part(workbook(("a", 1)), "xl/workbook.xml", lambda _: b""), TableFault.DAMAGED),
    ],
)
def test_a_file_that_is_no_workbook_is_told_as_what_it_is(data, expected):
    assert fault(data) is expected


def test_a_workbook_with_a_wrong_byte_anywhere_is_read_or_told_to_be_damaged():
    good = workbook(*((n, f"RA{n:09}RU") for n in range(30)))
    for place in range(0, len(good), 7):
        damaged = bytearray(good)
        damaged[place] ^= 0x5A
        with suppress(TableUnreadable):
            assert read_bytes(bytes(damaged), "t.xlsx")[0].rows


def test_a_locked_and_an_old_workbook_are_told_apart():
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    assert fault(ole, "t.xls") is TableFault.OLD_EXCEL
    assert fault(ole + "EncryptedPackage".encode("utf-16-le")) is TableFault.LOCKED
