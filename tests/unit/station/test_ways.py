"""Setting orders ready in other ways from one moment on: nothing waits in vain, nothing is redone."""

from dataclasses import replace

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.order import ProgramType
from packdesk.domain.submission import Finished, WaitsForBatch, next_step
from packdesk.station.desk import DeskPolicy
from packdesk.station.errors import MarketUnreachable
from packdesk.station.ledger import Worker
from packdesk.station.sent import SentBook, SentLane, SentRead, SentReport
from packdesk.station.station import Ways
from tests.builders import catalogue
from tests.fakes.market import Op
from tests.fakes.workplace import FakeWorkplace
from tests.unit.station.test_outbox import marked, packed

PLAIN = Ways(DeskPolicy(), Worker("Anna", "table 1"), ready_for_dbs=False, campaigns=())
OTHERS = [replace(PLAIN, ready_for_dbs=True), replace(PLAIN, scan_labels=True)]


def step(place: FakeWorkplace):
    return next_step(place.held(11111).submission)


def sent(place: FakeWorkplace) -> SentLane:
    told: list[SentReport] = []
    book = SentBook(place.desk.ledger, place.lanes.journal, place.bugs.append)
    book.listen(told.append)
    book.show()
    place.drain()
    read = told[-1]
    assert isinstance(read, SentRead)
    return read.rows[0].lane


def dbs_packed() -> FakeWorkplace:
    place = FakeWorkplace(marked(program=ProgramType.DBS), catalogue=catalogue(1)).start()
    packed(place)
    place.wait(120)
    assert step(place) == Finished()
    return place


def test_what_waited_for_a_batch_goes_on_as_soon_as_orders_are_set_ready_one_by_one():
    place = FakeWorkplace(marked(), catalogue=catalogue(1))
    place.station.follow(replace(PLAIN, ready_by_hand=True))
    place.start()
    packed(place)
    place.wait(120)
    assert step(place) == WaitsForBatch()
    place.station.follow(PLAIN)
    place.wait(1)
    assert step(place) == Finished()
    assert place.market.stored(OrderId(11111)).is_ready


@pytest.mark.parametrize("ways", OTHERS)
def test_a_dbs_order_that_was_done_stays_done_by_other_ways(ways):
    place = dbs_packed()
    place.station.follow(ways)
    place.wait(600)
    assert sent(place) is SentLane.DONE


@pytest.mark.parametrize("ways", OTHERS)
def test_a_dbs_order_that_was_done_stays_done_after_a_restart_by_other_ways(ways):
    before = dbs_packed()
    place = FakeWorkplace(*before.desk.ledger.orders.values(), journal=before.journal)
    place.station.follow(ways)
    place.start()
    place.wait(600)
    assert sent(place) is SentLane.DONE
    assert place.market.called(Op.MARK_READY) == []


def test_nothing_is_sent_for_the_sake_of_other_ways_before_there_is_a_key():
    before = FakeWorkplace(marked(), catalogue=catalogue(1)).start()
    before.market.fail(Op.SET_LAYOUT, MarketUnreachable("op"))
    packed(before)
    place = FakeWorkplace(marked(), journal=before.journal)
    place.station.start()
    place.station.follow(replace(PLAIN, ready_by_hand=True))
    place.drain()
    assert place.market.called(Op.SET_LAYOUT) == []
    place.station.go_online()
    place.wait(60)
    assert step(place) == WaitsForBatch()
