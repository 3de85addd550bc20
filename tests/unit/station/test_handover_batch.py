"""Tables at the hand-over: checked, sent in slices, given up, and what failed as a file."""

from dataclasses import replace

import pytest
from openpyxl import Workbook

from packdesk.domain.column_names import ColumnRole
from packdesk.domain.errands import (
    ErrandDone,
    ErrandRefused,
    ErrandStarted,
    GiveExternalId,
    SetTrack,
)
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus, Track
from packdesk.domain.track_headers import (
    AlikeColumns,
    Column,
    Columns,
    NoColumn,
    OtherKind,
    TableKind,
)
from packdesk.domain.track_table import (
    AlreadyThere,
    Ready,
    RefusedRow,
    RowFault,
    Warned,
)
from packdesk.station.errors import MarketUnreachable
from packdesk.station.handover_batch import CHECKED_AT_ONCE, KEPT_AT_ONCE
from packdesk.station.handover_export import failed_csv, failed_rows, row_results
from packdesk.station.handover_reports import (
    BatchKept,
    BatchPhase,
    BatchProgress,
    BatchStopped,
    HandoverAnswer,
    HandoverMoved,
    HandoverOutcome,
    TableChecked,
    TableMisfits,
    TableRefused,
    TookParcel,
)
from packdesk.station.ports import OrderQuery
from packdesk.station.tables import TableFault
from packdesk.tables import read_text
from tests.fakes.market import Op
from tests.unit.station.handover_bench import HandoverBench
from tests.unit.station.track_desk import OWN, S10, S10_TOO, A, B, dbs

TRACKS, OWN_NUMBERS = TableKind.TRACKS, TableKind.EXTERNAL_IDS


def many(count, first=51300000001):
    return tuple(dbs(number) for number in range(first, first + count))


def table_of(orders):
    lines = [f"{order.id}\tAB-{order.id}" for order in orders]
    return "заказ\tтрек\n" + "\n".join(lines)


def checked(bench, text, kind=TableKind.TRACKS):
    bench.handover.read_text(text, kind)
    bench.drain()
    assert bench.bugs == []
    return bench.last(TableChecked).table


def test_a_pasted_table_is_checked_and_nothing_is_kept():
    bench = HandoverBench(cached=(dbs(), dbs(B)))
    table = checked(bench, f"Трек;Заказ\n{S10};{A}\n{S10_TOO};777\n")
    assert [type(row.verdict) for row in table.rows] == [Ready, RefusedRow]
    assert bench.waiting(A) == ()
    assert bench.woken == 0


def test_ready_rows_are_kept_and_sent_by_the_outbox():
    bench = HandoverBench(cached=(dbs(), dbs(B)))
    table = checked(bench, f"заказ;трек\n{A};{S10}\n{B};RA410342248RU\n")
    bench.handover.send_table(table, table.lines(Ready))
    bench.drain()
    kept = bench.last(BatchKept)
    assert kept.kept == frozenset({2})
    assert not kept.cancelled
    assert bench.waiting(A) == (SetTrack(Track(S10, OWN)),)
    assert bench.waiting(B) == (), "a row with a warning waits for a person"
    assert bench.woken
    bench.handover.send_table(table, table.lines(Warned))
    bench.drain()
    assert bench.waiting(B) == (SetTrack(Track("RA410342248RU", OWN)),)


def test_orders_that_are_not_known_here_are_asked_for():
    bench = HandoverBench(dbs(), dbs(B), cached=(dbs(51300000001),))
    table = checked(bench, f"заказ;трек\n{A};{S10}\n{B}-1;{S10_TOO}\n777777;X-100\n")
    assert [type(row.verdict) for row in table.rows] == [Ready, Ready, RefusedRow]
    asked = [call.given for call in bench.market.called(Op.ORDERS)]
    assert asked == [(OrderQuery(orders=(OrderId(A), OrderId(B), OrderId(777777))),)]


def test_a_market_that_is_not_there_does_not_make_orders_unknown():
    bench = HandoverBench(cached=(dbs(),))
    bench.market.fail(Op.ORDERS, MarketUnreachable("getBusinessOrders"))
    table = checked(bench, f"заказ;трек\n{A};{S10}\n{B};{S10_TOO}\n")
    assert isinstance(table.rows[0].verdict, Ready)
    assert table.rows[1].verdict == RefusedRow(RowFault.NOT_ASKED, str(B))


def test_what_is_no_table_of_orders_is_told_as_such():
    bench = HandoverBench(cached=(dbs(),))
    for text, fault in (("hello\nworld\n", TableFault.NO_COLUMNS), ("\n", TableFault.EMPTY)):
        bench.handover.read_text(text, TableKind.TRACKS)
        bench.drain()
        assert bench.last(TableRefused).error.fault is fault


@pytest.mark.parametrize(
    ("text", "kind", "misfit"),
    [
        (f"Заказ;Внешний номер\n{A};A-1007\n", TRACKS, OtherKind(OWN_NUMBERS, "Внешний номер")),
        (f"Заказ;Трек-номер\n{A};{S10}\n", OWN_NUMBERS, OtherKind(TRACKS, "Трек-номер")),
        (f"Заказ;Сумма\n{A};{S10}\n", TRACKS, NoColumn(ColumnRole.TRACK, ("Заказ", "Сумма"))),
        (
            f"Заказ;Трек;ШПИ\n{A};{S10};{S10_TOO}\n",
            TRACKS,
            AlikeColumns(ColumnRole.TRACK, Column(1, "Трек"), Column(2, "ШПИ")),
        ),
    ],
)
def test_a_table_of_other_columns_is_not_judged(text, kind, misfit):
    bench = HandoverBench(cached=(dbs(),))
    bench.handover.read_text(text, kind)
    bench.drain()
    assert bench.last(TableMisfits) == TableMisfits("", misfit)
    assert not any(isinstance(one, TableChecked) for one in bench.told)
    assert bench.bugs == []


def test_a_table_tells_from_which_columns_it_was_read():
    bench = HandoverBench(cached=(dbs(), dbs(B)))
    named = checked(bench, f"Номер заказа;Номер накладной;Трек-номер\n{A};100234;{S10}\n")
    assert named.columns == Columns(Column(0, "Номер заказа"), Column(2, "Трек-номер"), None, 1)
    guessed = checked(bench, f"{A};{S10}\n{B};{S10_TOO}\n")
    assert guessed.columns == Columns(Column(0), Column(1), None, 0)


def test_the_sheet_with_the_columns_is_read_though_a_summary_stands_before_it(tmp_path):
    book = Workbook()
    book.worksheets[0].title = "Итоги"
    book.worksheets[0].append(("Реестр отправлений за 20.11.2026",))
    for title, track in (("Треки", S10), ("Старые", S10_TOO)):
        sheet = book.create_sheet(title)
        sheet.append(("Трек номер", "Номер заказа"))
        sheet.append((track, A))
    path = tmp_path / "register.xlsx"
    book.save(path)
    bench = HandoverBench(cached=(dbs(),))
    bench.handover.read_file(path, TableKind.TRACKS)
    bench.drain()
    table = bench.last(TableChecked).table
    assert (table.sheet, table.others) == ("Треки", ("Итоги", "Старые"))
    assert [row.value for row in table.rows] == [S10]


def test_a_file_that_is_missing_is_told_as_such(tmp_path):
    bench = HandoverBench(cached=(dbs(),))
    bench.handover.read_file(tmp_path / "none.xlsx", TableKind.TRACKS)
    bench.drain()
    error = bench.last(TableRefused).error
    assert (error.fault, error.name) == (TableFault.MISSING, "none.xlsx")


def test_a_scan_is_taken_between_two_slices_of_a_long_table():
    orders = many(CHECKED_AT_ONCE * 3)
    bench = HandoverBench(cached=(*orders, dbs()))
    table = checked(bench, table_of(orders))
    bench.handover.send_table(table, table.lines(Ready))
    bench.journal_lane.run_one()
    bench.handover.scan(str(A))
    bench.journal_lane.run_one()
    bench.journal_lane.run_one()
    assert bench.last(HandoverAnswer).told == TookParcel(OrderId(A))
    assert bench.last(BatchProgress).done < 3 * KEPT_AT_ONCE
    bench.drain()
    assert len(bench.last(BatchKept).kept) == len(orders)
    steps = [one for one in bench.told if isinstance(one, BatchProgress)]
    kept = [one.done for one in steps if one.phase is BatchPhase.KEEPING]
    assert kept == sorted(kept)
    assert kept[-1] == len(orders)
    assert [one.done for one in steps if one.phase is BatchPhase.CHECKING] == [0, 200, 400, 600]


def test_a_batch_that_is_given_up_keeps_what_was_kept_and_no_more():
    orders = many(KEPT_AT_ONCE * 3)
    bench = HandoverBench(cached=orders)
    table = checked(bench, table_of(orders))
    bench.handover.send_table(table, table.lines(Ready))
    bench.journal_lane.run_one()
    bench.handover.cancel_batch()
    bench.drain()
    told = bench.last(BatchKept)
    assert told.cancelled
    assert 0 < len(told.kept) <= 2 * KEPT_AT_ONCE
    assert sum(bool(bench.waiting(order.id)) for order in orders) == len(told.kept)


def test_a_check_that_is_given_up_tells_nothing_more():
    bench = HandoverBench(cached=(dbs(),))
    bench.handover.read_text(f"заказ;трек\n{A};{S10}\n", TableKind.TRACKS)
    bench.handover.cancel_batch()
    bench.drain()
    assert bench.last(BatchStopped).error is None
    assert not any(isinstance(one, TableChecked) for one in bench.told)


def test_what_changed_since_the_check_is_noticed_when_rows_are_kept():
    orders = (dbs(), dbs(B), dbs(51234567037))
    bench = HandoverBench(cached=orders)
    table = checked(bench, f"заказ;трек\n{A};X-100\n{B};X-200\n51234567037;X-300\n")
    bench.ledger.take_fresh((replace(dbs(), status=OrderStatus.DELIVERED),))
    bench.desk.keep(OrderId(B), (SetTrack(Track("X-200", OWN)),))
    bench.ledger.take_fresh((dbs(51234567040, tracks=(Track("X-300", OWN),)),))
    bench.handover.send_table(table, table.lines(Ready))
    bench.drain()
    told = bench.last(BatchKept)
    assert told.kept == frozenset()
    assert [row.verdict for row in told.table.rows] == [
        RefusedRow(RowFault.WRONG_STATUS, "DELIVERED"),
        AlreadyThere(OrderId(B)),
        RefusedRow(RowFault.USED_ELSEWHERE, "51234567040"),
    ]


def test_the_shops_own_numbers_are_given_by_a_table_too():
    bench = HandoverBench(cached=(dbs(), dbs(B)))
    text = f"Номер заказа\tВнешний номер\n{A}\t2026-1\n{B}\t2026-2\n"
    table = checked(bench, text, TableKind.EXTERNAL_IDS)
    bench.handover.send_table(table, table.lines(Ready))
    bench.drain()
    assert bench.waiting(A) == (GiveExternalId("2026-1"),)
    again = checked(bench, text, TableKind.EXTERNAL_IDS)
    bench.handover.send_table(again, again.lines(Ready))
    bench.drain()
    assert [type(row.verdict) for row in bench.last(BatchKept).table.rows] == [AlreadyThere] * 2


def test_each_row_has_its_result_and_what_failed_can_be_mended_and_read_again():
    bench = HandoverBench(cached=(dbs(), dbs(B), dbs(51234567037)))
    text = f"заказ;трек\n{A};{S10}\n{B};80083760148812\n777;=1+1\n51234567037;X-300\n"
    table = checked(bench, text)
    bench.handover.send_table(table, table.lines(Ready))
    bench.drain()
    table = bench.last(BatchKept).table
    done, failed = bench.waiting(A)[0], bench.waiting(B)[0]
    bench.ledger.record(OrderId(A), (ErrandStarted(done), ErrandDone(done)))
    refused = ErrandRefused(failed, 400, ("Action is not allowed",))
    bench.ledger.record(OrderId(B), (ErrandStarted(failed), refused))
    for order_id in (A, B):
        bench.handover.moved(OrderId(order_id))
    bench.clock.move(1, between=bench.drain)
    rows = bench.last(HandoverMoved).state.rows
    results = row_results(table, rows)
    assert {line: one.outcome for line, one in results.items()} == {
        2: HandoverOutcome.DONE,
        3: HandoverOutcome.STOPPED,
        5: HandoverOutcome.WAITING,
    }
    rest = failed_rows(table, rows)
    assert [(one.row.line, one.stop) for one in rest] == [(3, refused), (4, None)]
    told = failed_csv(rest, ("заказ", "трек", "служба", "почему"), lambda one: f"={one.row.line}")
    assert told.startswith(b"\xef\xbb\xbf")
    again = read_text(told.decode("utf-8-sig"))
    assert [[cell.text for cell in row.cells] for row in again.rows] == [
        ["заказ", "трек", "служба", "почему"],
        [str(B), "80083760148812", "", "=3"],
        ["777", "=1+1", "", "=4"],
    ]
    assert b'"=""80083760148812"""' in told
    assert b";'=3" in told, "the spreadsheet must not work it out"
