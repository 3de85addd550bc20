"""Long work in the journal's lane leaves room for scans."""

from dataclasses import replace
from datetime import datetime

from typing_extensions import override

from packdesk.domain.events import BoxOpened
from packdesk.domain.ids import BoxNumber, OrderId
from packdesk.domain.order import Order, OrderStatus
from packdesk.station.errors import JournalFault, JournalUnavailable
from packdesk.station.ports import Err, Group, Ok
from packdesk.station.reports import JournalStopped, QueueRead
from packdesk.station.slices import SLICE, in_slices
from tests.builders import item, order
from tests.fakes.journal import MemoryJournal
from tests.fakes.lane import ManualLane
from tests.fakes.workplace import FakeWorkplace

MANY = tuple(order(item(1), number=number) for number in range(1, 4 * SLICE))
"""Shipped, so that the start does not look for one that is half packed."""
SHIPPED = tuple(replace(one, status=OrderStatus.DELIVERY) for one in MANY)


class CountingJournal(MemoryJournal):
    """Counts the orders that are replayed and those that are kept, until it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    @override
    def read(self, order: OrderId) -> tuple[Group, ...]:
        self.count += 1
        return super().read(order)

    @override
    def keep_orders(self, orders: tuple[Order, ...], at: datetime) -> None:
        self.count += len(orders)
        super().keep_orders(orders, at)


def most_at_once(place: FakeWorkplace, journal: CountingJournal) -> int:
    """Let all lanes run; so many orders were handled in one go of the journal's lane."""
    lane, most = place.lanes.journal, 0
    assert isinstance(lane, ManualLane)
    others = [one for one in (place.lanes.feed, place.lanes.market) if isinstance(one, ManualLane)]
    while lane.waiting or any(one.waiting for one in others):
        journal.count = 0
        lane.run_one()
        most = max(most, journal.count)
        for one in others:
            one.run_one()
    return most


def worked_on(journal: CountingJournal, orders: tuple[Order, ...]) -> FakeWorkplace:
    """A table that has packed something of each of these orders."""
    place = FakeWorkplace(*orders, journal=journal)
    place.desk.ledger.take_fresh(orders)
    for one in orders:
        place.desk.ledger.record(one.id, (BoxOpened(BoxNumber(1)),))
    return place


def test_a_start_replays_a_long_day_a_few_orders_at_a_time():
    journal = CountingJournal()
    worked_on(journal, SHIPPED)
    again = FakeWorkplace(journal=journal)
    again.station.start()
    assert most_at_once(again, journal) == SLICE
    queue = again.told(QueueRead)[-1]
    assert isinstance(queue, QueueRead)
    assert len(queue.entries) == len(SHIPPED)
    assert all(entry.boxes == 0 for entry in queue.entries)


def test_a_refresh_keeps_a_few_orders_at_a_time_and_tells_all_that_changed():
    journal = CountingJournal()
    place = worked_on(journal, MANY)
    for one in MANY:
        place.market.put(replace(one, cancel_requested=True))
    place.station.refresh()
    assert most_at_once(place, journal) <= SLICE
    told = [one for one in place.told(QueueRead) if isinstance(one, QueueRead) and one.changed]
    assert sorted(told[0].changed) == [one.id for one in MANY]


def test_a_journal_that_stops_ends_the_work_and_is_told_once():
    lane = ManualLane()
    told: list[object] = []
    done: list[int] = []

    def work(some):
        done.extend(some)
        if len(done) > SLICE:
            raise JournalUnavailable(JournalFault.FULL, "journal.db")
        return tuple(some)

    in_slices(lane, range(5 * SLICE), work, told.append)
    lane.drain()
    assert done == list(range(2 * SLICE))
    assert len(told) == 1
    assert isinstance(told[0], Err)


def test_all_that_was_given_is_told_in_its_order_and_nothing_of_nothing():
    lane = ManualLane()
    told: list[object] = []
    in_slices(lane, range(25), tuple, told.append)
    in_slices(lane, (), tuple, told.append)
    lane.drain()
    assert told == [Ok(()), Ok(tuple(range(25)))]


def test_a_journal_that_cannot_be_read_at_the_start_is_told():
    journal = CountingJournal()
    worked_on(journal, SHIPPED)
    again = FakeWorkplace(journal=journal)
    again.station.start()
    lane = again.lanes.journal
    assert isinstance(lane, ManualLane)
    lane.run_one()
    lane.run_one()

    def broken(order):
        raise JournalUnavailable(JournalFault.LOCKED, "journal.db")

    journal.read = broken  # type: ignore[method-assign]
    again.drain()
    assert again.told(JournalStopped)
    assert not again.bugs
