"""Real-world tables, as ugly as they come, go to the Market with the right verdict per row."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from packdesk.domain.track_headers import TableKind
from packdesk.domain.track_table import Ready, RefusedRow, RowFault, Warned
from packdesk.sandbox.troubles import Trouble, TroubleKind
from packdesk.station.handover_export import row_results
from packdesk.station.handover_reports import BatchKept, HandoverOutcome, TableChecked
from tests.e2e.handover_place import FIRST, HandoverPlace, dbs_day, handover_place

S10 = "RA410342249RU"


def ugly_workbook(path: Path) -> Path:
    """Titles, merged cells, empty rows, numbers, formulas, lost digits, duplicates, other sheets."""
    book = Workbook()
    sheet = book.worksheets[0]
    rows = (
        ("Отправки ООО «Ромашка», ноябрь",),
        (),
        ("№", "Трек-номер", "Номер заказа", "Служба доставки", "Сумма"),
        (1, " ra 41034 2249 ru ", FIRST, "", 1200.5),
        (2, 80083760148812, f"{FIRST + 1}-1", "Почта России", None),
        (),
        (3, "8,00838E+13", FIRST + 2, "", None),
        (4, "=CONCATENATE(1,2)", FIRST + 3, "", None),
        (5, "AB-100-X", str(FIRST + 4), "", None),
        (6, "AB-100-X", str(FIRST + 5), "", None),
        (7, "AB-200-X", FIRST + 6, "", None),
        (7, "ab-200-x", FIRST + 6, "", None),
        (8, "AB-300-X", FIRST + 7, "", None),
        (None, "AB-301-X", None, "", None),
        (9, "AB-400-X", 777, "", None),
        (10, None, FIRST + 8, "", None),
        (11, 12345678901234567890, FIRST + 9, "", None),
        ("Итого", None, None, None, 1200.5),
    )
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("C13:C14")
    hidden = book.create_sheet("Старое")
    hidden.append(("заказ", "трек"))
    hidden.sheet_state = "hidden"
    book.save(path)
    return path


def ugly_text() -> str:
    return (
        f'Служба доставки;Комментарий;"Трек-код";Заказ\r\n'
        f';"позвонить;\r\nза час";{S10};{FIRST}\r\n'
        f'Почта России;;"=""80083760148812""";{FIRST + 1}\r\n'
        ";;;\r\n"
        f";;1,23E+13;{FIRST + 2}\r\n"
        f";;#Н/Д;{FIRST + 3}\r\n"
        f";;AB-100-X;{FIRST + 4}\r\n"
        f";;AB-100-X;{FIRST + 5}\r\n"
        f";;РА410342249RU;{FIRST + 6}\r\n"
    )


def check(place: HandoverPlace, path: Path) -> dict[int, object]:
    place.handover.read_file(path, TableKind.TRACKS)
    place.drain()
    table = next(one.table for one in reversed(place.told) if isinstance(one, TableChecked))
    return {row.line: row.verdict for row in table.rows}


def faults(verdicts: dict[int, object]) -> dict[int, RowFault]:
    return {n: one.fault for n, one in verdicts.items() if isinstance(one, RefusedRow)}


def test_an_ugly_workbook_is_understood(tmp_path: Path):
    with handover_place(tmp_path, dbs_day(tmp_path, 10)) as place:
        verdicts = check(place, ugly_workbook(tmp_path / "ugly.xlsx"))
        assert faults(verdicts) == {
            7: RowFault.EXPONENT,
            8: RowFault.NO_RESULT,
            9: RowFault.VALUE_TWICE,
            10: RowFault.VALUE_TWICE,
            12: RowFault.REPEATED_ROW,
            15: RowFault.UNKNOWN_ORDER,
            16: RowFault.NO_VALUE,
            17: RowFault.ROUNDED,
            18: RowFault.NO_ORDER,
        }
        ready = {line for line, one in verdicts.items() if isinstance(one, Ready)}
        warned = {line for line, one in verdicts.items() if isinstance(one, Warned)}
        assert ready == {4, 11}
        assert warned == {5, 13, 14}, "another service than the order has; two numbers, one order"


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig", "utf-16"])
def test_an_ugly_text_is_understood_in_each_encoding(tmp_path: Path, encoding: str):
    path = tmp_path / "ugly.csv"
    path.write_bytes(ugly_text().encode(encoding))
    with handover_place(tmp_path, dbs_day(tmp_path, 10)) as place:
        verdicts = check(place, path)
        assert faults(verdicts) == {
            6: RowFault.EXPONENT,
            7: RowFault.ERROR_VALUE,
            8: RowFault.VALUE_TWICE,
            9: RowFault.VALUE_TWICE,
        }
        assert isinstance(verdicts[2], Ready)
        assert isinstance(verdicts[4], Warned)
        assert isinstance(verdicts[10], Warned)


def test_a_table_of_sixty_is_sent_once_each_though_answers_are_lost(tmp_path: Path):
    numbers = range(FIRST, FIRST + 60)
    path = tmp_path / "tracks.tsv"
    path.write_text("order\ttrack\n" + "\n".join(f"{n}\tAB-{n}" for n in numbers), "utf-8")
    with handover_place(tmp_path, dbs_day(tmp_path, 60)) as place:
        place.handover.read_file(path, TableKind.TRACKS)
        place.drain()
        table = next(one.table for one in reversed(place.told) if isinstance(one, TableChecked))
        place.sandbox.trouble = Trouble(TroubleKind.DROP_AFTER, every=5)
        place.handover.send_table(table, table.lines(Ready))
        place.drain()
        place.wait(1800)
        assert len(next(o.kept for o in reversed(place.told) if isinstance(o, BatchKept))) == 60
        for number in numbers:
            assert place.tracks(number) == [f"AB-{number}"]
        assert len(place.requests("setOrderDeliveryTrackCode")) == 60
        results = row_results(table, place.state.rows)
        assert {one.outcome for one in results.values()} == {HandoverOutcome.DONE}
        assert len(results) == 60


def test_the_shops_own_numbers_reach_the_market(tmp_path: Path):
    path = tmp_path / "numbers.csv"
    path.write_text(f"Заказ;Внешний номер\n{FIRST};2026-1\n{FIRST + 1};2026-2\n", "cp1251")
    with handover_place(tmp_path, dbs_day(tmp_path, 2)) as place:
        place.handover.read_file(path, TableKind.EXTERNAL_IDS)
        place.drain()
        table = next(one.table for one in reversed(place.told) if isinstance(one, TableChecked))
        place.handover.send_table(table, table.lines(Ready))
        place.drain()
        place.wait(60)
        assert place.sandbox.world.snapshot(FIRST).external_id == "2026-1"
        assert place.sandbox.world.snapshot(FIRST + 1).external_id == "2026-2"
