"""Tables of numbers: each row gets the right verdict."""

from dataclasses import dataclass, replace

import pytest

from packdesk.domain.errands import GiveExternalId, SetTrack
from packdesk.domain.grid import Cell, CellFlaw, Grid, GridRow
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import Delivery, OrderStatus, OrderSubstatus, ProgramType, Track
from packdesk.domain.table_judge import Known, ParcelNames, TableJudge
from packdesk.domain.track_headers import Columns, TableKind, find_columns
from packdesk.domain.track_table import (
    AlreadyThere,
    NeedsService,
    Ready,
    RefusedRow,
    RowFault,
    RowWarning,
    TrackTable,
    Warned,
)
from packdesk.domain.tracks import TrackWarning, track_key
from tests.builders import order

CDEK, POST, OWN = DeliveryServiceId(51), DeliveryServiceId(98), DeliveryServiceId(99)
A, B, C = 51234567011, 51234567024, 51234567037
S10, S10_TOO = "RA410342249RU", "RB123456785RU"


@dataclass(frozen=True)
class Listed:
    id: DeliveryServiceId
    name: str


SERVICES = (Listed(CDEK, "СДЭК"), Listed(POST, "Почта России"), Listed(OWN, "Собственная служба"))


def dbs(number=A, *, service=OWN, tracks=(), **told):
    made = order(number=number, program=ProgramType.DBS, **told)
    return replace(made, delivery=Delivery(service=service, tracks=tracks))


def cell(value):
    return value if isinstance(value, Cell) else Cell(str(value))


def grid(*rows):
    return Grid(tuple(GridRow(n, tuple(map(cell, row))) for n, row in enumerate(rows, start=1)))


def known_of(*orders, **told):
    users: dict[str, set[OrderId]] = {}
    for one in orders:
        for track in one.delivery.tracks:
            users.setdefault(track_key(track.code), set()).add(one.id)
    return Known(
        {one.id: one for one in orders},
        ParcelNames(orders),
        {key: frozenset(ids) for key, ids in users.items()},
        SERVICES,
        **told,
    )


def verdicts(table, *orders, kind=TableKind.TRACKS, **told):
    known = known_of(*orders, **told)
    columns = find_columns(table, kind, lambda text: known.names.order(text) is not None)
    assert isinstance(columns, Columns)
    judge = TableJudge(table, columns, kind, known)
    return [row.verdict for row in judge.judge(0, judge.total)]


NUMBER = "10234567890"


def test_a_number_of_another_carriers_kind_is_doubtful():
    (verdict,) = verdicts(grid(("заказ", "трек", "служба"), (A, S10, "СДЭК")), dbs(service=None))
    assert isinstance(verdict, Warned)
    assert verdict.warnings == (TrackWarning.OTHER_CARRIER,)


def test_the_carrier_of_the_table_counts_not_the_orders_own():
    made = dbs()
    own = replace(made, delivery=replace(made.delivery, service_name="СДЭК"))
    (verdict,) = verdicts(grid(("заказ", "трек", "служба"), (A, S10, "Почта России")), own)
    assert isinstance(verdict, Warned)
    assert verdict.warnings == (RowWarning.SERVICE_DIFFERS,)


def test_good_rows_are_ready():
    table = grid(
        ("заказ", "трек", "служба"), (A, NUMBER, "СДЭК"), (B, S10_TOO, ""), (f"{C}-1", "A1-77", 51)
    )
    assert verdicts(table, dbs(service=None), dbs(B), dbs(C, service=None)) == [
        Ready(OrderId(A), SetTrack(Track(NUMBER, CDEK))),
        Ready(OrderId(B), SetTrack(Track(S10_TOO, OWN))),
        Ready(OrderId(C), SetTrack(Track("A1-77", CDEK))),
    ]


def row(order_cell, value, *orders, service="", **told):
    found = verdicts(
        grid(("заказ", "трек", "служба"), (order_cell, value, service)), *orders, **told
    )
    return found[0]


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (Cell("8,00838E+13", CellFlaw.EXPONENT), RowFault.EXPONENT),
        (Cell("1234567890123457024", CellFlaw.ROUNDED), RowFault.ROUNDED),
        (Cell("12.5", CellFlaw.FRACTION), RowFault.FRACTION),
        (Cell("=", CellFlaw.NO_RESULT), RowFault.NO_RESULT),
        (Cell("#N/A", CellFlaw.ERROR_VALUE), RowFault.ERROR_VALUE),
        (Cell("2026-11-21", CellFlaw.DATE), RowFault.DATE),
        (Cell("4600000000015", None, is_number=True), RowFault.LOST_ZEROS),
        ("", RowFault.NO_VALUE),
    ],
)
def test_a_value_that_a_spreadsheet_has_spoilt_is_refused_with_the_reason(value, fault):
    verdict = row(A, value, dbs())
    assert isinstance(verdict, RefusedRow)
    assert verdict.fault is fault


def test_lost_zeros_are_seen_by_the_other_numbers_of_the_column():
    rows = [(A, "0012345678"), (B, "0012345679"), (C, "0012345680"), (51234567040, "12345681")]
    table = grid(("order", "track"), *rows)
    found = verdicts(table, dbs(), dbs(B), dbs(C), dbs(51234567040))
    assert [isinstance(one, Ready) for one in found] == [True, True, True, False]
    assert found[3] == RefusedRow(RowFault.LOST_ZEROS, "12345681")


def test_lost_zeros_of_the_shops_number_and_of_dpd_are_seen():
    assert row(77, S10, dbs(external_id="00077")) == RefusedRow(RowFault.LOST_ZEROS, "00077")
    assert row(A, "5123456789012", dbs(), service="DPD") == RefusedRow(
        RowFault.LOST_ZEROS, "5123456789012"
    )


@pytest.mark.parametrize(
    ("order_cell", "orders", "fault"),
    [
        ("", (dbs(),), RowFault.NO_ORDER),
        ("777", (dbs(),), RowFault.UNKNOWN_ORDER),
        (Cell("5,12346E+10", CellFlaw.EXPONENT), (dbs(),), RowFault.EXPONENT),
        (A, (order(number=A),), RowFault.NOT_DBS),
        (A, (dbs(status=OrderStatus.DELIVERED),), RowFault.WRONG_STATUS),
    ],
)
def test_a_row_without_an_order_that_takes_it_is_refused(order_cell, orders, fault):
    verdict = row(order_cell, S10, *orders)
    assert isinstance(verdict, RefusedRow)
    assert verdict.fault is fault


def test_an_unknown_order_is_told_apart_from_one_that_could_not_be_asked_about():
    assert row("777", S10, dbs(), is_asked=False) == RefusedRow(RowFault.NOT_ASKED, "777")


def test_a_number_that_is_there_is_not_sent_again_and_another_one_is_shown():
    there = dbs(tracks=(Track(S10, OWN),))
    assert row(A, S10.lower(), there) == AlreadyThere(OrderId(A))
    assert row(A, S10_TOO, there) == Warned(
        OrderId(A),
        SetTrack(Track(S10_TOO, OWN), (Track(S10, OWN),)),
        (RowWarning.OTHER_TRACK_THERE,),
    )
    assert row(B, S10, there, dbs(B)) == RefusedRow(RowFault.USED_ELSEWHERE, str(A))


def test_doubtful_rows_are_shown_before_they_are_sent():
    doubted = row(A, "RA410342248RU", dbs())
    assert isinstance(doubted, Warned)
    assert doubted.warnings == (TrackWarning.CHECK_DIGIT,)
    differs = row(A, S10, dbs(), service="Почта России")
    assert differs == Warned(OrderId(A), SetTrack(Track(S10, POST)), (RowWarning.SERVICE_DIFFERS,))
    cancels = row(A, S10, dbs(cancel_requested=True))
    assert isinstance(cancels, Warned)
    assert cancels.warnings == (RowWarning.BUYER_CANCELS,)
    swapped = row(A, str(B), dbs(), dbs(B))
    assert isinstance(swapped, Warned)
    assert swapped.warnings == (TrackWarning.OUR_PARCEL,)


def test_a_service_that_the_table_names_by_its_number_tells_whose_rule_counts():
    post = dbs(service=POST)
    post = replace(post, delivery=replace(post.delivery, service_name="Почта России"))
    bad_for_the_post = "80083760148813"
    doubted = row(A, bad_for_the_post, post)
    assert isinstance(doubted, Warned)
    assert doubted.warnings == (TrackWarning.CHECK_DIGIT,)
    named = row(A, bad_for_the_post, post, service=CDEK)
    assert isinstance(named, Warned)
    assert named.warnings == (RowWarning.SERVICE_DIFFERS,)


def test_a_row_knows_what_the_orders_own_service_is_called():
    own = dbs()
    own = replace(own, delivery=replace(own.delivery, service_name="Собственная служба"))
    table = grid(("заказ", "трек"), (A, S10), (777, S10_TOO))
    columns = find_columns(table, TableKind.TRACKS, lambda _: False)
    assert isinstance(columns, Columns)
    rows = TableJudge(table, columns, TableKind.TRACKS, known_of(own)).judge(0, 2)
    assert [one.own_service for one in rows] == ["Собственная служба", ""]


def test_repeated_rows_are_told_and_rows_at_odds_are_not_guessed_between():
    table = grid(
        ("заказ", "трек"),
        (A, S10),
        (A, S10.lower()),
        (B, "X-100"),
        (C, "X-100"),
        (51234567040, "Y-100"),
        (51234567040, "Y-200"),
    )
    found = verdicts(table, dbs(), dbs(B), dbs(C), dbs(51234567040))
    assert isinstance(found[0], Ready)
    assert found[1] == RefusedRow(RowFault.REPEATED_ROW, "2")
    assert found[2] == RefusedRow(RowFault.VALUE_TWICE, "5")
    assert found[3] == RefusedRow(RowFault.VALUE_TWICE, "4")
    for verdict in found[4:]:
        assert isinstance(verdict, Warned)
        assert verdict.warnings == (RowWarning.TWO_TRACKS,)


def test_a_service_that_nothing_tells_can_be_picked_for_many_rows():
    table = grid(("заказ", "трек"), (A, "X-100"), (B, "RA410342248RU"), (C, S10))
    orders = (dbs(service=None), dbs(B, service=None), dbs(C, service=None))
    found = verdicts(table, *orders)
    assert isinstance(found[0], NeedsService)
    assert isinstance(found[1], NeedsService)
    assert found[2] == Ready(OrderId(C), SetTrack(Track(S10, POST)))
    known = known_of(*orders)
    columns = find_columns(table, TableKind.TRACKS, lambda _: False)
    assert isinstance(columns, Columns)
    rows = TableJudge(table, columns, TableKind.TRACKS, known).judge(0, 3)
    picked = TrackTable(TableKind.TRACKS, rows, columns).with_service(OWN, frozenset({2, 3}))
    assert picked.rows[0].verdict == Ready(OrderId(A), SetTrack(Track("X-100", OWN)))
    assert isinstance(picked.rows[1].verdict, Warned)
    assert picked.count(NeedsService) == 0
    assert picked.lines(Ready) == frozenset({2, 4})


def test_an_unknown_service_is_refused_only_where_the_order_has_none():
    assert row(A, S10, dbs(service=None), service="Гонец") == RefusedRow(
        RowFault.UNKNOWN_SERVICE, "Гонец"
    )
    assert row(A, S10, dbs(), service="Гонец") == Ready(OrderId(A), SetTrack(Track(S10, OWN)))


def test_the_shops_own_numbers_get_their_verdicts_too():
    ready = replace(dbs(51234567040), substatus=OrderSubstatus.READY_TO_SHIP)
    table = grid(
        ("заказ", "внешний номер"),
        (A, "2026-1"),
        (B, "2026-2"),
        (C, "Ж-3"),
        (51234567040, "2026-4"),
        (51234567053, "2026-5"),
        (51234567053, "2026-6"),
        (51234567066, "OTHER"),
        (51234567079, "2026-7"),
        (51234567092, "2026-8"),
    )
    orders = (
        dbs(),
        dbs(B, external_id="2026-2"),
        order(number=C),
        ready,
        dbs(51234567053),
        dbs(51234567066, external_id="SET"),
        dbs(51234567079, status=OrderStatus.UNPAID),
        dbs(51234567092, status=OrderStatus.DELIVERY),
    )
    found = verdicts(table, *orders, kind=TableKind.EXTERNAL_IDS)
    assert found == [
        Ready(OrderId(A), GiveExternalId("2026-1")),
        AlreadyThere(OrderId(B)),
        Warned(OrderId(C), GiveExternalId("Ж-3"), (RowWarning.LABEL_FALLS_BACK,)),
        RefusedRow(RowFault.NUMBER_TOO_LATE, "READY_TO_SHIP"),
        RefusedRow(RowFault.ORDER_TWICE, "7"),
        RefusedRow(RowFault.ORDER_TWICE, "6"),
        RefusedRow(RowFault.NUMBER_THERE, "SET"),
        RefusedRow(RowFault.NUMBER_TOO_EARLY, "UNPAID"),
        RefusedRow(RowFault.NUMBER_TOO_LATE, "DELIVERY"),
    ]
