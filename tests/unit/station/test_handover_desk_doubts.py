"""The track desk: numbers that may be none, and what takes them all the same."""

import pytest

from packdesk.domain.codes import Channel
from packdesk.domain.errands import (
    SetTrack,
)
from packdesk.domain.handover_refusals import (
    DoubtfulTrack,
    TrackDue,
    WhoseTrack,
)
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import Track
from packdesk.domain.tracks import TrackWarning
from packdesk.station.handover_reports import (
    TookTrack,
)
from tests.unit.station.track_desk import (
    CDEK,
    OWN,
    POST,
    S10,
    A,
    Table,
    dbs,
    question,
    refusal,
)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("RA410342248RU", TrackWarning.CHECK_DIGIT),
        ("ZZ", TrackWarning.TOO_SHORT),
    ],
)
def test_a_doubtful_number_is_taken_by_the_same_scan_again(text, warning):
    table = Table(dbs())
    asked = question(table.scan(str(A), text))
    assert isinstance(asked, DoubtfulTrack)
    assert asked.track.warnings == (warning,)
    assert isinstance(question(table.scan(text)), DoubtfulTrack), "the echo of the trigger"
    assert table.waiting() == ()
    table.clock.move(1)
    assert isinstance(table.scan(text), TookTrack)
    assert table.waiting() == (SetTrack(Track(text, OWN)),)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("4600000000015", TrackWarning.BARCODE),
        ("0104600000000015215Qbag!\x1d93Zjqw", TrackWarning.MARKING_CODE),
        ("https://example.org/12345", TrackWarning.LINK),
    ],
)
def test_what_is_surely_something_else_is_taken_by_hand_alone(text, warning):
    table = Table(dbs())
    for _ in range(3):
        asked = question(table.scan(str(A), text) if not table.waiting() else None)
        assert isinstance(asked, DoubtfulTrack)
        assert warning in asked.track.warnings
        table.clock.move(60)
        assert isinstance(question(table.scan(text)), DoubtfulTrack)
        table.desk.drop()
    assert table.waiting() == ()
    table.scan(str(A), text)
    assert isinstance(table.desk.answer(1).told, TookTrack)


@pytest.mark.parametrize("label", ["51234567999", "51299999999-1"])
def test_an_unknown_parcel_that_comes_between_keeps_its_track_number(label):
    table = Table(dbs())
    table.scan(str(A))
    for _ in range(2):
        assert refusal(table.scan(label)) == TrackDue(OrderId(A), label)
        table.clock.move(60)
    assert refusal(table.scan(S10)) == WhoseTrack(S10, OrderId(A))
    assert table.waiting() == ()
    table.scan(str(A))
    assert isinstance(table.scan(S10), TookTrack)


def test_an_unknown_parcel_takes_the_place_of_a_doubtful_number():
    table = Table(dbs())
    table.scan(str(A), "RA410342248RU")
    assert refusal(table.scan("51234567999")) == TrackDue(OrderId(A), "51234567999")
    assert isinstance(refusal(table.scan(S10)), WhoseTrack)
    assert table.waiting() == ()


def test_a_typed_number_that_is_made_as_an_orders_is_taken_by_hand_alone():
    table = Table(dbs())
    table.scan(str(A))
    for _ in range(2):
        told = table.desk.scan("51234567999", Channel.PASTE).told
        assert isinstance(question(told), DoubtfulTrack)
        table.clock.move(60)
    assert isinstance(table.desk.answer(1).told, TookTrack)


@pytest.mark.parametrize(
    ("service", "text"),
    [(CDEK, S10), (POST, "10234567890"), (POST, "1033333333"), (DeliveryServiceId(100), S10)],
)
def test_a_number_of_another_carriers_kind_is_asked_about(service, text):
    table = Table(dbs(service=service))
    asked = question(table.scan(str(A), text))
    assert isinstance(asked, DoubtfulTrack)
    assert asked.track.warnings == (TrackWarning.OTHER_CARRIER,)


def test_another_number_takes_the_place_of_a_doubtful_one():
    table = Table(dbs())
    table.scan(str(A), "RA410342248RU")
    assert isinstance(table.scan(S10), TookTrack)
    assert table.waiting() == (SetTrack(Track(S10, OWN)),)
