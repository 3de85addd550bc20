"""What is over for days leaves the memory, and is found all the same."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from packdesk.domain.access import Access
from packdesk.domain.codes import Channel, JudgeContext
from packdesk.domain.errands import ErrandAsked, ErrandDone, SetTrack
from packdesk.domain.events import BoxOpened, CodeAttached, UnitPacked
from packdesk.domain.ids import BoxNumber, DeliveryServiceId, ItemId, OrderId, UnitRef
from packdesk.domain.order import Delivery, Order, OrderStatus, ProgramType, Track
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.handover_book import HandoverBook
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.ports import Stamp
from packdesk.station.queue_view import read_queue
from packdesk.station.reports import OpenedOrder
from tests.builders import cis, item, order

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=30)
OLD, NEW = OrderId(50_000_000_001), OrderId(2)
TRACK = Track("RA123456785RU", DeliveryServiceId(1))
CODE = cis()


class Days:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def ledger(tmp_path: Path, days: Days) -> Iterator[Ledger]:
    """One order that was packed and given to a carrier a month ago, and one of today."""
    path = tmp_path / "journal.db"
    unit = UnitRef(ItemId(1), 1)
    with closing(SqliteJournal(path)) as journal:
        packed = (
            BoxOpened(BoxNumber(1)),
            UnitPacked(unit, BoxNumber(1)),
            CodeAttached(unit, CODE),
            ErrandAsked(SetTrack(TRACK)),
            ErrandDone(SetTrack(TRACK)),
        )
        journal.append(OLD, 0, packed, Stamp(LONG_AGO, "Anna", "table 1"))
        journal.keep_orders((delivered(OLD),), LONG_AGO)
        journal.keep_orders((order(item(1), number=NEW),), NOW)
    with closing(Ledger(lambda: SqliteJournal(path), days, Worker("Anna", "table 1"))) as made:
        yield made


def delivered(number: int, status: OrderStatus = OrderStatus.DELIVERED) -> Order:
    return replace(
        order(item(1), number=number),
        program=ProgramType.DBS,
        status=status,
        external_id=f"A-{number % 1000}",
        delivery=Delivery(tracks=(TRACK,)),
    )


def test_an_old_order_is_not_in_the_queue_nor_read_at_a_start(ledger):
    assert [entry.order.id for entry in read_queue(ledger, NOW).entries] == [NEW]
    assert list(ledger.orders) == [NEW]
    assert ledger.unread() == ()


@pytest.mark.parametrize("text", ["50000000001", " A-1\r\n"])
def test_an_old_order_is_found_by_its_number_and_its_own_number(ledger, text):
    assert ledger.find_order(text) == OLD
    assert ledger.held(OLD).packing.groups == 1


@pytest.mark.parametrize("text", ["3", "A-3", "99999999999999999999", "²", ""])
def test_what_names_no_order_finds_none(ledger, text):
    assert ledger.find_order(text) is None


def test_a_parcels_number_finds_an_old_order(ledger):
    assert ledger.find_order("50000000001-1") == OLD


def test_a_name_that_an_old_order_has_lost_finds_it_no_longer(ledger):
    ledger.journal.keep_orders((replace(delivered(OLD), external_id="B-1"),), LONG_AGO)
    assert ledger.find_order("A-1") is None
    assert ledger.find_order("B-1") == OLD


def test_a_code_on_an_old_orders_goods_is_not_taken_again(ledger):
    packing = ledger.held(NEW).packing
    assert ledger.other_user(CODE, packing) == OLD
    ledger.take_fresh((delivered(OLD, OrderStatus.RETURNED),))
    assert ledger.other_user(CODE, packing) is None


def test_a_track_of_an_old_order_is_not_given_again(ledger):
    book = HandoverBook(ledger)
    assert book.user_of(" ra 123456785 ru", NEW) == OLD
    assert book.user_of(TRACK.code, OLD) is None
    assert book.users(("RA123456785RU", "OTHER")) == {"RA123456785RU": {OLD}}
    ledger.take_fresh((delivered(OLD, OrderStatus.CANCELLED),))
    assert book.user_of(TRACK.code, NEW) is None


def test_a_scanned_old_order_is_shown_as_handed_over(ledger):
    desk = Desk(ledger, DeskPolicy())
    answer = desk.scan("A-1", Channel.SCANNER, JudgeContext())
    assert answer.told == OpenedOrder(OLD, Access.ON_ITS_WAY)


def test_what_grows_old_while_the_program_runs_leaves_the_memory_and_its_work_stays(ledger, days):
    ledger.take_fresh((delivered(NEW),))
    ledger.record(NEW, (BoxOpened(BoxNumber(1)),))
    assert list(ledger.orders) == [NEW]
    days.now = NOW + timedelta(days=3)
    assert list(ledger.orders) == [NEW]
    days.now = NOW + timedelta(days=4)
    assert list(ledger.orders) == []
    assert not ledger.has_read(NEW)
    assert ledger.held(NEW).packing.groups == 1


def test_a_fresh_word_of_an_old_order_brings_it_back(ledger):
    ledger.take_fresh((delivered(OLD, OrderStatus.PICKUP),))
    assert ledger.orders[OLD].status is OrderStatus.PICKUP
