"""What was handed over: the list, taking back, statuses and cancellations."""

import pytest

from packdesk.domain.errands import (
    CancelReason,
    ErrandDone,
    ErrandRefused,
    ErrandStarted,
    GiveExternalId,
    MoveOn,
)
from packdesk.domain.handover_refusals import (
    GoneOut,
    NothingToTakeBack,
    WaitsAlready,
    WrongStatus,
)
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus
from packdesk.station.errors import OrderUnknown
from packdesk.station.handover_policy import HandoverPolicy
from packdesk.station.handover_reports import (
    Due,
    HandoverOutcome,
    LetGo,
    TookBack,
    TookErrand,
    TookParcel,
    TookTrack,
)
from tests.unit.station.track_desk import (
    S10,
    S10_TOO,
    A,
    B,
    Table,
    dbs,
    refusal,
)


def test_what_has_not_gone_out_can_be_taken_back_with_its_status():
    table = Table(dbs(), policy=HandoverPolicy(delivery_after_track=True))
    table.scan(str(A), S10)
    told = table.scan("PD-UNDO")
    assert isinstance(told, TookBack)
    assert len(told.errands) == 2
    assert table.waiting() == ()
    assert table.journal.outbox() == ()
    assert table.desk.state().rows == ()
    assert isinstance(table.scan(str(A), S10), TookTrack), "the number is free again"


def test_what_has_gone_out_cannot_be_taken_back():
    table = Table(dbs())
    assert refusal(table.scan("PD-UNDO")) == NothingToTakeBack()
    table.scan(str(A), S10)
    errand = table.waiting()[0]
    table.market(A, ErrandStarted(errand))
    assert refusal(table.scan("PD-UNDO")) == GoneOut(OrderId(A))
    table.market(A, ErrandDone(errand))
    assert refusal(table.scan("PD-UNDO")) == GoneOut(OrderId(A))


def test_cancel_puts_everything_down():
    table = Table(dbs(), dbs(B))
    table.scan(str(A))
    assert table.scan("PD-CANCEL") == LetGo()
    assert table.scan(str(B)) == TookParcel(OrderId(B))
    table.scan("RA410342248RU")
    table.scan("PD-CANCEL")
    assert table.desk.state().due is Due.PARCEL


def test_the_list_tells_how_far_each_number_is_and_survives_a_restart():
    table = Table(dbs(), dbs(B), dbs(51234567037))
    for number, text in ((A, S10), (B, S10_TOO), (51234567037, "10234567890")):
        table.scan(str(number), text)
    done, failed = table.waiting(A)[0], table.waiting(B)[0]
    table.market(A, ErrandStarted(done), ErrandDone(done))
    refused = ErrandRefused(failed, 400, ("Action is not allowed",))
    table.market(B, ErrandStarted(failed), refused)
    for desk in (table.desk, table.restarted().desk):
        for number in (A, B):
            desk.book.note(OrderId(number))
        rows = desk.state().rows
        assert [row.order for row in rows] == [51234567037, B, A]
        assert [row.outcome for row in rows] == [
            HandoverOutcome.WAITING,
            HandoverOutcome.STOPPED,
            HandoverOutcome.DONE,
        ]
        assert rows[1].stop == refused
        assert rows[0].service in {"Собственная служба", ""}


def test_yesterdays_list_is_gone_but_for_what_is_not_done():
    table = Table(dbs(), dbs(B))
    table.scan(str(A), S10, str(B), S10_TOO)
    errand = table.waiting(A)[0]
    table.market(A, ErrandStarted(errand), ErrandDone(errand))
    table.clock.move(24 * 3600)
    assert [row.order for row in table.restarted().desk.state().rows] == [B]


def test_statuses_follow_the_chart_beyond_what_waits():
    table = Table(dbs())
    on_its_way = MoveOn(OrderStatus.DELIVERY)
    assert table.desk.move_on(OrderId(A), on_its_way).told == TookErrand(OrderId(A), on_its_way)
    assert refusal(table.desk.move_on(OrderId(A), on_its_way).told) == WaitsAlready(OrderId(A))
    there = MoveOn(OrderStatus.DELIVERED, table.clock.now().date())
    assert table.desk.move_on(OrderId(A), there).told == TookErrand(OrderId(A), there)
    assert table.waiting() == (on_its_way, there)


def test_an_order_is_cancelled_for_good_and_then_takes_nothing_more():
    table = Table(dbs())
    told = table.desk.cancel(OrderId(A), CancelReason.USER_UNREACHABLE).told
    assert isinstance(told, TookErrand)
    assert isinstance(refusal(table.scan(str(A))), WrongStatus)


def test_the_shops_number_can_be_given_once():
    table = Table(dbs())
    told = table.desk.give_external_id(OrderId(A), " 2026-77 ").told
    assert told == TookErrand(OrderId(A), GiveExternalId("2026-77"))
    assert refusal(table.desk.give_external_id(OrderId(A), "2026-77").told) == WaitsAlready(
        OrderId(A)
    )


def test_an_order_that_is_not_in_the_cache_is_asked_for():
    with pytest.raises(OrderUnknown):
        Table().desk.take_parcel(OrderId(A))
