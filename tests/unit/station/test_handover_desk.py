"""The track desk: parcels and track numbers in any order, and all that may stand in the way."""

from dataclasses import replace

import pytest

from packdesk.domain.codes import Channel
from packdesk.domain.errands import (
    ErrandDone,
    ErrandStarted,
    MoveOn,
    SetTrack,
)
from packdesk.domain.handover_refusals import (
    AnotherTrack,
    AnswerQuestionFirst,
    BuyerCancels,
    DoubtfulTrack,
    NotDbs,
    OfStrayParcel,
    ParcelDue,
    TrackDue,
    Unclear,
    UsedElsewhere,
    WhichService,
    WhoseTrack,
    WrongStatus,
)
from packdesk.domain.ids import DeliveryServiceId, MarketBoxId, OrderId
from packdesk.domain.order import OrderStatus, ProgramType, StoredBox, Track
from packdesk.station.errors import JournalFault, JournalUnavailable, MarketUnreachable
from packdesk.station.handover_policy import HandoverPolicy
from packdesk.station.handover_reports import (
    Due,
    HeldTrack,
    LetGo,
    ParcelNotTaken,
    TookParcel,
    TookTrack,
    TrackAlreadyThere,
)
from tests.builders import order
from tests.unit.station.track_desk import (
    CDEK,
    OWN,
    POST,
    S10,
    S10_TOO,
    A,
    B,
    Table,
    dbs,
    question,
    refusal,
)


def test_a_parcel_and_its_track_number_are_two_scans():
    table = Table(dbs())
    assert table.scan(str(A)) == TookParcel(OrderId(A))
    assert table.desk.state().due is Due.TRACK
    told = table.scan(S10)
    errand = SetTrack(Track(S10, OWN))
    assert isinstance(told, TookTrack)
    assert (told.order, told.service, told.errands) == (OrderId(A), OWN, (errand,))
    assert table.waiting() == (errand,)
    assert table.journal.outbox() == (OrderId(A),)
    assert table.desk.state().due is Due.PARCEL


@pytest.mark.parametrize("name", ["SHOP-77", f"{A}-2", "BOX-BARCODE"])
def test_a_parcel_is_known_by_the_shops_number_and_by_its_label(name):
    boxes = (StoredBox(MarketBoxId(1), "BOX-BARCODE", ()),)
    table = Table(replace(dbs(external_id="SHOP-77"), stored_boxes=boxes))
    assert table.scan(name) == TookParcel(OrderId(A))


def test_a_track_number_may_come_before_its_parcel():
    table = Table(dbs())
    told = table.scan(S10)
    assert isinstance(told, HeldTrack)
    assert table.desk.state().due is Due.PARCEL_OF_TRACK
    assert isinstance(table.scan(f"{A}-1"), TookTrack)
    assert table.waiting() == (SetTrack(Track(S10, OWN)),)


def test_a_second_track_number_in_a_row_is_stopped():
    table = Table(dbs())
    assert refusal(table.scan(S10, S10_TOO)) == ParcelDue(S10)
    assert isinstance(table.scan(S10), HeldTrack)
    assert isinstance(table.scan(str(A)), TookTrack)


def test_a_second_parcel_in_a_row_is_stopped_for_the_tracks_would_get_mixed_up():
    table = Table(dbs(), dbs(B))
    assert refusal(table.scan(str(A), str(B))) == TrackDue(OrderId(A), str(B))
    assert table.scan(f"{A}-2") == TookParcel(OrderId(A))
    assert isinstance(table.scan(S10), TookTrack)


def test_a_track_number_after_a_refused_parcel_waits_for_its_own_parcel_to_be_scanned_again():
    table = Table(dbs(), dbs(B))
    assert refusal(table.scan(str(A), str(B), S10)) == WhoseTrack(S10, OrderId(A))
    assert table.waiting() == ()
    assert table.scan(str(A)) == TookParcel(OrderId(A))
    assert isinstance(table.scan(S10), TookTrack)


def test_a_parcel_scanned_over_a_doubtful_number_does_not_lend_its_number_to_the_first_one():
    table = Table(dbs(), dbs(B))
    assert isinstance(question(table.scan(str(A), "RA410342248RU")), DoubtfulTrack)
    assert refusal(table.scan(str(B))) == AnswerQuestionFirst()
    assert refusal(table.scan(S10)) == WhoseTrack(S10, OrderId(A))
    assert isinstance(table.scan("PD-CANCEL", str(B), S10), TookTrack)
    assert table.waiting() == ()


CANCELLED = {"status": OrderStatus.CANCELLED}


def test_a_track_number_after_a_parcel_that_was_not_taken_goes_to_no_other_parcel():
    table = Table(dbs(**CANCELLED), dbs(B))
    assert isinstance(refusal(table.scan(str(A))), WrongStatus)
    assert refusal(table.scan(S10)) == OfStrayParcel(S10, str(A))
    assert table.scan(str(B)) == TookParcel(OrderId(B)), "it comes without the number before"
    assert isinstance(table.scan(S10_TOO), TookTrack)
    assert table.waiting(B) == (SetTrack(Track(S10_TOO, OWN)),)


def test_a_number_after_a_parcel_of_another_shop_goes_to_no_other_parcel():
    table = Table(dbs(B))
    stranger = "51299999999-1"
    assert refusal(table.scan(stranger)) == Unclear(stranger)
    assert refusal(table.desk.take_unknown(stranger).told) == Unclear(stranger)
    assert refusal(table.desk.take_unknown("1012121212").told) == OfStrayParcel(
        "1012121212", stranger
    )
    assert table.scan(str(B)) == TookParcel(OrderId(B))


def test_a_number_after_a_parcel_that_could_not_be_looked_up_goes_to_no_other_parcel():
    table = Table(dbs(B))
    error = MarketUnreachable("getBusinessOrders")
    assert table.desk.take_unread(str(A), error).told == ParcelNotTaken(str(A), error)
    assert refusal(table.scan(S10)) == OfStrayParcel(S10, str(A))


@pytest.mark.parametrize("put_down", ["PD-CANCEL", "answer"])
def test_a_number_after_a_parcel_that_was_put_down_goes_to_no_other_parcel(put_down):
    cancels = put_down == "answer"
    table = Table(dbs(cancel_requested=cancels), dbs(B))
    table.scan(str(A))
    told = table.desk.answer(2).told if cancels else table.scan(put_down)
    assert told == LetGo()
    assert refusal(table.scan(S10)) == OfStrayParcel(S10, str(A))
    assert table.scan("PD-CANCEL") == LetGo()
    assert isinstance(table.scan(S10), HeldTrack), "a person says that nothing lies about"


def test_a_number_is_sought_as_a_parcel_and_held_though_it_was_unclear_at_first():
    table = Table(dbs())
    assert refusal(table.scan("10234567890")) == Unclear("10234567890")
    assert isinstance(table.desk.take_unknown("10234567890").told, HeldTrack)


def test_a_number_that_was_just_taken_is_there_and_not_held_for_the_next_parcel():
    table = Table(dbs(), dbs(B))
    assert isinstance(table.scan(str(A), S10), TookTrack)
    told = table.scan(S10)
    assert isinstance(told, TrackAlreadyThere)
    assert told.order == A
    assert table.scan(str(B)) == TookParcel(OrderId(B))


def test_what_is_neither_a_parcel_nor_surely_a_track_number_is_said_to_be_unclear():
    table = Table(dbs())
    for text in ("10234567890", "nothing at all", "4600000000015", "PD-BOX"):
        assert refusal(table.scan(text)) == Unclear(text)
    assert table.desk.state().due is Due.PARCEL


def test_a_number_that_the_market_does_not_know_as_an_order_is_held_as_a_track_number():
    table = Table(dbs())
    assert isinstance(table.desk.take_unknown("10234567890").told, HeldTrack)
    assert refusal(table.desk.take_unknown("77").told) == Unclear("77")
    told = table.scan(str(A))
    assert isinstance(told, TookTrack)


def test_an_order_of_another_model_takes_no_track_number():
    table = Table(order(number=A))
    assert refusal(table.scan(str(A))) == NotDbs(OrderId(A), ProgramType.FBS)


@pytest.mark.parametrize(
    "status", [OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus("NEW_ONE")]
)
def test_an_order_in_another_status_takes_no_track_number(status):
    made = dbs(status=status)
    assert refusal(Table(made).scan(str(A))) == WrongStatus(OrderId(A), status, made.substatus)


@pytest.mark.parametrize("status", [OrderStatus.DELIVERY, OrderStatus.PICKUP])
def test_an_order_on_its_way_takes_a_track_number(status):
    assert isinstance(Table(dbs(status=status)).scan(str(A), S10), TookTrack)


def test_an_order_that_the_buyer_cancels_is_asked_about():
    table = Table(dbs(cancel_requested=True))
    assert question(table.scan(str(A))) == BuyerCancels(OrderId(A))
    assert table.scan("PD-ANSWER-2") == LetGo()
    assert table.desk.state().parcel is None
    table.scan(str(A))
    assert table.scan("PD-ANSWER-1") == TookParcel(OrderId(A))
    assert isinstance(table.scan(S10), TookTrack)


def test_a_number_that_the_order_has_is_already_there():
    table = Table(dbs(tracks=(Track(S10, OWN),)))
    assert isinstance(table.scan(str(A), S10.lower()), TrackAlreadyThere)
    assert table.waiting() == ()


def test_a_number_that_waits_to_be_sent_is_already_there():
    table = Table(dbs())
    assert isinstance(table.scan(str(A), S10, str(A), S10), TrackAlreadyThere)
    assert len(table.waiting()) == 1


def test_another_number_beside_the_one_there_is_asked_about():
    table = Table(dbs(tracks=(Track(S10, OWN),)))
    asked = question(table.scan(str(A), S10_TOO))
    assert isinstance(asked, AnotherTrack)
    assert asked.there == (Track(S10, OWN),)
    assert table.scan("PD-ANSWER-2") == LetGo()
    assert table.waiting() == ()
    assert table.desk.state().due is Due.TRACK
    table.scan(S10_TOO)
    assert isinstance(table.scan("PD-ANSWER-1"), TookTrack)
    assert table.waiting() == (SetTrack(Track(S10_TOO, OWN), (Track(S10, OWN),)),)


@pytest.mark.parametrize("is_done", [False, True])
def test_one_number_for_two_orders_is_stopped(is_done):
    table = Table(dbs(), dbs(B))
    table.scan(str(A), S10)
    if is_done:
        errand = table.waiting()[0]
        table.market(A, ErrandStarted(errand), ErrandDone(errand))
    after = table.restarted() if is_done else table
    assert refusal(after.scan(str(B), f" {S10.lower()} ")) == UsedElsewhere(S10, OrderId(A))
    assert after.desk.state().due is Due.TRACK
    assert isinstance(after.scan(S10_TOO), TookTrack)


def test_a_number_that_the_market_tells_of_another_order_is_stopped():
    table = Table(dbs(tracks=(Track(S10, OWN),)), dbs(B))
    assert refusal(table.scan(str(B), S10)) == UsedElsewhere(S10, OrderId(A))


def test_the_number_of_a_cancelled_order_is_free_again():
    table = Table(dbs(tracks=(Track(S10, OWN),), status=OrderStatus.CANCELLED), dbs(B))
    assert isinstance(table.scan(str(B), S10), TookTrack)


def test_a_parcel_is_no_answer_to_a_question():
    table = Table(dbs(), dbs(B))
    table.scan(str(A), "RA410342248RU")
    assert refusal(table.scan(str(B))) == AnswerQuestionFirst()
    assert refusal(table.desk.take_parcel(OrderId(B)).told) == AnswerQuestionFirst()
    assert refusal(table.scan("PD-UNDO")) == AnswerQuestionFirst()
    assert refusal(table.scan("PD-ANSWER-5")) == AnswerQuestionFirst()


@pytest.mark.parametrize(
    ("text", "service"), [(S10, POST), ("80083760148812", POST), ("10234567890", CDEK)]
)
def test_the_service_is_guessed_where_the_order_has_none(text, service):
    table = Table(dbs(service=None))
    told = table.scan(str(A), text)
    assert isinstance(told, TookTrack)
    assert told.service == service


def test_the_service_is_asked_for_where_nothing_tells_it():
    table = Table(dbs(service=None), dbs(B, service=None))
    asked = question(table.scan(str(A), "1023456789"))
    assert isinstance(asked, WhichService)
    assert asked.likely == (DeliveryServiceId(100), CDEK)
    told = table.scan("PD-ANSWER-2")
    assert isinstance(told, TookTrack)
    assert told.service == CDEK
    asked = question(table.scan(str(B), "BOX-A-77"))
    assert isinstance(asked, WhichService)
    assert asked.likely == (CDEK,), "the one picked last is likely again"
    told = table.desk.choose_service(OWN).told
    assert isinstance(told, TookTrack)
    assert told.service == OWN


def test_a_service_that_nobody_asked_for_is_refused():
    assert isinstance(refusal(Table(dbs()).desk.choose_service(OWN).told), Unclear)


def test_the_status_follows_where_the_shop_wants_it():
    table = Table(dbs(), policy=HandoverPolicy(delivery_after_track=True))
    told = table.scan(str(A), S10)
    assert isinstance(told, TookTrack)
    assert told.errands == (SetTrack(Track(S10, OWN)), MoveOn(OrderStatus.DELIVERY))
    assert len(table.journal.read(OrderId(A))) == 1
    table.scan(str(A), S10_TOO, "PD-ANSWER-1")
    assert table.waiting().count(MoveOn(OrderStatus.DELIVERY)) == 1


def test_an_order_on_its_way_is_not_set_on_its_way_again():
    table = Table(dbs(status=OrderStatus.PICKUP), policy=HandoverPolicy(delivery_after_track=True))
    told = table.scan(str(A), S10)
    assert isinstance(told, TookTrack)
    assert told.errands == (SetTrack(Track(S10, OWN)),)


def test_nothing_is_told_before_it_is_kept():
    table = Table(dbs())
    table.scan(str(A))
    table.journal.fault = JournalFault.FULL
    with pytest.raises(JournalUnavailable):
        table.scan(S10)
    table.journal.fault = None
    assert table.waiting() == ()
    assert table.desk.state().due is Due.TRACK
    assert isinstance(table.scan(S10), TookTrack)


def test_a_pasted_number_is_read_as_one():
    table = Table(dbs())
    table.scan(str(A))
    told = table.desk.scan("  ra 41034 2249 ru ", Channel.PASTE).told
    assert isinstance(told, TookTrack)
