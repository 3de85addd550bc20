"""Where orders and numbers stand in a table: by its header alone where there is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.domain.column_names import ColumnRole
from packdesk.domain.grid import Cell, Grid, GridRow
from packdesk.domain.track_headers import (
    AlikeColumns,
    Column,
    Columns,
    NoColumn,
    OtherKind,
    TableKind,
    find_columns,
    find_sheet,
)

A, B = 54870320017, 54870320068
S10, S10_TOO = "RA410342249RU", "RB123456785RU"
TRACKS, OWN = TableKind.TRACKS, TableKind.EXTERNAL_IDS


def grid(*rows, sheet=""):
    told = enumerate(rows, start=1)
    return Grid(tuple(GridRow(n, tuple(Cell(str(c)) for c in row)) for n, row in told), sheet)


def is_order(text):
    return text in {str(A), str(B)}


def found(*rows, kind=TRACKS):
    return find_columns(grid(*rows), kind, is_order)


def places(columns):
    assert isinstance(columns, Columns)
    service = None if columns.service is None else columns.service.place
    return columns.order.place, columns.value.place, service


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        (("Заказ", "Трек"), (0, 1, None)),
        (("№ заказа", "Трек-номер", "Служба доставки"), (0, 1, 2)),
        (("Служба", "ТРЕК-КОД", "Номер заказа"), (2, 1, 0)),
        (("Order ID", "Tracking number", "Carrier"), (0, 1, 2)),
        (("date", "orderId", "x", "trackCode", "Delivery Service"), (1, 3, 4)),
        (("Внешний номер", "ШПИ"), (0, 1, None)),
        (("ваш номер", "Заказ", "накладная"), (1, 2, None)),
    ],
)
def test_columns_are_found_by_their_headers_in_both_languages(header, wanted):
    columns = found(header, ("1",) * len(header))
    assert places(columns) == wanted
    assert columns.first == 1
    assert columns.value.heading == header[columns.value.place]


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        (("Номер заказа", "Номер накладной", "Трек-номер", "Служба"), (0, 2, 3)),
        (("Номер", "Номер заказа", "Трек"), (1, 2, None)),
        (("Номер", "Внешний номер", "Трек"), (1, 2, None)),
        (("Номер", "Накладная"), (0, 1, None)),
        (("Номер заказа", "Номер заказа на Маркете", "Трек"), (1, 2, None)),
        (("Посылка", "Заказ", "Waybill", "Track", "Доставка", "Служба доставки"), (1, 3, 5)),
    ],
)
def test_the_more_exact_name_wins_wherever_it_stands(header, wanted):
    assert places(found(header, ("1",) * len(header))) == wanted


@pytest.mark.parametrize(
    ("header", "kind", "role", "alike"),
    [
        (("order", "track", "track number", "waybill"), TRACKS, ColumnRole.TRACK, (1, 2)),
        (("Трек", "Заказ", "Трек"), TRACKS, ColumnRole.TRACK, (0, 2)),
        (("Заказ", "ID заказа", "Трек"), TRACKS, ColumnRole.ORDER, (0, 1)),
        (("Заказ", "Трек", "Служба", "Перевозчик"), TRACKS, ColumnRole.SERVICE, (2, 3)),
        (("Заказ", "Внешний ID", "Внешний код"), OWN, ColumnRole.EXTERNAL_ID, (1, 2)),
    ],
)
def test_two_columns_of_equally_good_names_are_not_guessed_between(header, kind, role, alike):
    first, second = (Column(place, header[place]) for place in alike)
    assert found(header, ("1",) * len(header), kind=kind) == AlikeColumns(role, first, second)


def test_services_named_twice_do_not_matter_where_none_is_sent():
    header = ("Заказ", "Внешний номер", "Служба", "Перевозчик")
    assert places(found(header, ("1",) * 4, kind=OWN)) == (0, 1, None)


@pytest.mark.parametrize(
    ("header", "row", "kind", "heading"),
    [
        (("Номер заказа", "Внешний номер"), (A, "A-1007"), TRACKS, "Внешний номер"),
        (("Номер заказа", "Трек-номер"), (A, S10), OWN, "Трек-номер"),
        (("Номер заказа", "Прим.", "Накладная"), (A, "X-1", S10), OWN, "Накладная"),
        (("Внешний номер", "Трек"), ("A-1007", S10), OWN, "Трек"),
        (("??", "Внешний номер"), (A, "A-1007"), TRACKS, "Внешний номер"),
        (("Заказ", "Трек", "ШПИ"), (A, S10, S10_TOO), OWN, "Трек"),
    ],
)
def test_a_header_that_names_the_other_kind_is_never_overruled(header, row, kind, heading):
    assert found(header, row, kind=kind) == OtherKind(kind.other, heading)


@pytest.mark.parametrize(
    ("kind", "role"), [(TRACKS, ColumnRole.TRACK), (OWN, ColumnRole.EXTERNAL_ID)]
)
def test_a_header_of_orders_without_numbers_is_told_with_what_it_has(kind, role):
    table = (("Номер заказа", "", "Прим."), (A, "", S10))
    assert found(*table, kind=kind) == NoColumn(role, ("Номер заказа", "Прим."))


def test_orders_without_a_heading_are_found_by_what_is_in_them_or_told_to_be_missing():
    columns = found(("??", "Трек"), (A, S10))
    assert columns == Columns(Column(0), Column(1, "Трек"), None, 1)
    missing = found(("??", "Трек"), ("hello", S10))
    assert missing == NoColumn(ColumnRole.ORDER, ("??", "Трек"))


def test_titles_above_the_header_are_passed_over():
    columns = found(
        ("Заказ",),
        ("Отправки за ноябрь",),
        ("", "", "ООО Ромашка"),
        ("Заказ", "", "Трек"),
        (A, "", S10),
    )
    assert columns == Columns(Column(0, "Заказ"), Column(2, "Трек"), None, 4)


def test_a_row_about_an_order_is_no_header_whatever_is_written_beside_it():
    columns = found((A, S10, "накладная"), (B, S10_TOO, "посылка"))
    assert columns == Columns(Column(0), Column(1), None, 0)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (((A, S10), (B, S10_TOO)), (0, 1)),
        (((S10, A), (S10_TOO, B)), (1, 0)),
        (((1, "Иванов", A, S10), (2, "Петров", B, S10_TOO)), (2, 3)),
        (((A, "20.11.2026", "1077000031"), (B, "20.11.2026", "1077000032")), (0, 2)),
    ],
)
def test_a_table_without_a_header_is_understood_by_what_is_in_it(rows, wanted):
    order, value = map(Column, wanted)
    assert found(*rows) == Columns(order, value, None, 0)


@pytest.mark.parametrize(
    ("rows", "kind", "alike"),
    [
        (
            ((A, "1077000041", "1077000051"),),
            TRACKS,
            AlikeColumns(ColumnRole.TRACK, Column(1), Column(2)),
        ),
        (((A, "X-1", "Иванов"),), OWN, AlikeColumns(ColumnRole.EXTERNAL_ID, Column(1), Column(2))),
        (((A, S10, A),), TRACKS, AlikeColumns(ColumnRole.ORDER, Column(0), Column(2))),
    ],
)
def test_columns_without_a_header_that_are_equally_good_are_not_guessed_between(rows, kind, alike):
    assert found(*rows, kind=kind) == alike


@pytest.mark.parametrize("rows", [(("hello", "world"),), ((A,),), ((),)])
def test_what_has_no_such_columns_is_no_table(rows):
    assert found(*rows) is None


def test_columns_of_the_shops_own_numbers_are_found():
    columns = found(("Заказ Маркета", "Внешний номер заказа"), (A, "2026-77"), kind=OWN)
    assert places(columns) == (0, 1, None)


def test_a_column_is_called_as_a_spreadsheet_calls_it():
    assert [Column(place).letter for place in (0, 25, 26, 51, 52, 199)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "GR",
    ]


SUMMARY = grid(("Итоги",), ("Отправлено", 17), sheet="Итоги")
SUMS = grid(("Заказ", "Сумма"), (A, 1200), sheet="Суммы")
SHIPPED = grid(("Заказ", "Трек"), (A, S10), sheet="Треки")
OLD = grid(("Order", "Track"), (B, S10_TOO), sheet="Old")
NUMBERS = grid(("Заказ", "Внешний номер"), (A, "A-1007"), sheet="Номера")
TWO = grid(("Заказ", "Трек", "Трек-код"), (A, S10, S10_TOO), sheet="Два")


@pytest.mark.parametrize(
    ("sheets", "wanted"),
    [
        ((SUMMARY, SUMS, SHIPPED, OLD), "Треки"),
        ((OLD, SHIPPED), "Old"),
        ((NUMBERS, SHIPPED), "Треки"),
    ],
)
def test_the_first_sheet_that_has_the_columns_is_taken(sheets, wanted):
    taken = find_sheet(sheets, TRACKS, is_order)
    assert isinstance(taken, tuple)
    assert taken[0].sheet == wanted


@pytest.mark.parametrize(
    ("sheets", "amiss"),
    [
        ((SUMMARY,), None),
        ((SUMMARY, SUMS), NoColumn(ColumnRole.TRACK, ("Заказ", "Сумма"))),
        ((SUMS, NUMBERS), OtherKind(OWN, "Внешний номер")),
        ((TWO, OLD), AlikeColumns(ColumnRole.TRACK, Column(1, "Трек"), Column(2, "Трек-код"))),
    ],
)
def test_of_sheets_that_are_none_the_most_telling_reason_is_told(sheets, amiss):
    assert find_sheet(sheets, TRACKS, is_order) == amiss


HEADINGS = (
    "Номер",
    "Заказ",
    "Номер заказа",
    "Трек",
    "Накладная",
    "Внешний номер",
    "Служба",
    "Прим.",
)
CELLS = st.sampled_from(("", str(A), str(B), S10, "A-1007", "1077000041", "ok"))


@given(
    st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=5),
    st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=4),
    st.sampled_from(TableKind),
)
def test_what_stands_below_a_header_never_makes_a_value_of_another_column(header, rows, kind):
    named = {ColumnRole.TRACK: {"Трек", "Накладная"}, ColumnRole.EXTERNAL_ID: {"Внешний номер"}}
    recognised = {"Номер", "Заказ", "Номер заказа", "Трек", "Накладная", "Внешний номер"}
    if not recognised & set(header):
        return
    columns = find_columns(grid(header, *rows), kind, is_order)
    if isinstance(columns, Columns):
        assert columns.value.heading in named[kind.role]
