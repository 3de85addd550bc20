"""What every journal knows of old orders without reading all: in memory and on the disk."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from packdesk.domain.codes import CodeKind
from packdesk.domain.errands import ErrandAsked, SetTrack
from packdesk.domain.events import BoxOpened
from packdesk.domain.ids import BoxNumber, DeliveryServiceId, MarketBoxId, OrderId
from packdesk.domain.order import Delivery, Order, OrderStatus, StoredBox, Track
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.ports import Journal, OutboxChange, Stamp
from tests.builders import item, order
from tests.fakes.journal import MemoryJournal

NOW = dt.datetime(2026, 11, 20, 14, 5, tzinfo=dt.UTC)
OLD = NOW - dt.timedelta(days=30)
DAY = dt.timedelta(days=1)
OPENED = (BoxOpened(BoxNumber(1)),)


@pytest.fixture(params=["memory", "sqlite"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    makers: dict[str, Callable[[], Journal]] = {
        "memory": MemoryJournal,
        "sqlite": lambda: SqliteJournal(tmp_path / "journal.db"),
    }
    made = makers[request.param]()
    yield made
    made.close()


def over(number: int) -> Order:
    return replace(order(number=number), status=OrderStatus.DELIVERED)


def numbers(journal: Journal) -> list[int]:
    return sorted(one.id for one in journal.orders(NOW - 3 * DAY))


def test_of_old_orders_only_those_with_anything_left_to_do_are_recent(journal):
    journal.keep_orders((order(number=1), *(over(number) for number in (2, 3, 4))), OLD)
    journal.append(OrderId(2), 0, OPENED, Stamp(OLD, "", ""))
    journal.append(OrderId(3), 0, OPENED, Stamp(OLD, "", ""), OutboxChange.QUEUE)
    journal.append(OrderId(4), 0, OPENED, Stamp(NOW, "", ""))
    journal.keep_orders((over(5),), NOW)
    assert numbers(journal) == [1, 3, 4, 5]
    assert len(journal.orders()) == 5


def test_an_order_that_is_over_is_recent_until_it_was_not_heard_of_for_long(journal):
    journal.keep_orders((order(number=1),), OLD)
    journal.keep_orders((over(1),), NOW - 4 * DAY)
    assert numbers(journal) == []
    journal.keep_orders((over(1),), NOW - 3 * DAY)
    assert numbers(journal) == [1]


def test_an_order_is_found_by_each_name_that_it_ever_had(journal):
    box = StoredBox(MarketBoxId(7), "EFR-1", ())
    tracks = (Track("ab 12-34", DeliveryServiceId(1)),)
    known = replace(
        order(number=1),
        external_id="Ж-1",
        stored_boxes=(box,),
        delivery=Delivery(tracks=tracks),
    )
    journal.keep_orders((known, replace(order(number=2), external_id="Ж-1")), OLD)
    journal.keep_orders((replace(known, external_id="Z"),), NOW)
    asked = ErrandAsked(SetTrack(Track("cd56", DeliveryServiceId(1))))
    journal.append(OrderId(3), 0, (asked,), Stamp(NOW, "", ""))
    assert journal.named(("Ж-1", "Z", "EFR-1", "AB1234", "CD56", "none")) == {
        "Ж-1": (1, 2),
        "Z": (1,),
        "EFR-1": (1,),
        "AB1234": (1,),
        "CD56": (3,),
    }
    assert journal.named(()) == {}


def test_what_any_order_asked_a_code_for_stays_known_as_marked(journal):
    marked = item(1, marking=(CodeKind.CIS,))
    journal.keep_orders((order(marked, item(2, marking=(CodeKind.UIN,)), number=1),), OLD)
    journal.keep_orders((order(item(1), number=1),), NOW)
    assert journal.marked_offers() == {marked.offer_id}


def test_only_what_is_asked_about_is_told_as_touched(journal):
    for number in (1, 2):
        journal.append(OrderId(number), 0, OPENED, Stamp(NOW, "", ""))
    asked = (OrderId(number) for number in (3, 2))
    assert journal.touched(asked) == (2,)
    assert journal.touched(()) == ()
