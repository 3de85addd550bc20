"""The delivery services: asked for once a day, kept on the disk."""

from datetime import timedelta

import pytest
from typing_extensions import override

from packdesk.domain.ids import DeliveryServiceId
from packdesk.station.errors import MarketUnreachable
from packdesk.station.ports import DeliveryService
from packdesk.station.service_feed import KnownServices, MemoryServices, ServiceFeed
from packdesk.station.service_file import ServiceFile
from tests.fakes.clock import START, FakeClock
from tests.fakes.lane import ManualLane
from tests.fakes.market import FakeMarket

SERVICES = (DeliveryService(DeliveryServiceId(51), "СДЭК"),)


class Counting(FakeMarket):
    def __init__(self):
        super().__init__()
        self.asked = 0
        self.fails = False

    @override
    def delivery_services(self):
        self.asked += 1
        if self.fails:
            raise MarketUnreachable("getDeliveryServices")
        return SERVICES


class Setting:
    def __init__(self, store=None):
        self.market, self.clock, self.lane = Counting(), FakeClock(), ManualLane()
        self.known: list[object] = []
        self.troubles: list[object] = []
        self.bugs: list[Exception] = []
        self.feed = ServiceFeed(
            lambda: self.market,
            store or MemoryServices(),
            self.lane,
            self.clock,
            self.known.append,
            self.troubles.append,
            self.bugs.append,
        )

    def wait(self, **span):
        self.clock.move(timedelta(**span).total_seconds(), between=self.lane.drain)


def test_the_market_is_asked_once_a_day():
    there = Setting()
    there.feed.refresh()
    there.lane.drain()
    there.feed.refresh()
    there.lane.drain()
    assert (there.market.asked, there.known) == (1, [SERVICES, SERVICES])
    there.wait(days=1, minutes=1)
    assert there.market.asked == 2
    there.feed.stop()
    there.wait(days=3)
    assert there.market.asked == 2
    assert there.bugs == []


def test_trouble_is_told_only_while_nothing_is_known_and_asked_again_later():
    there = Setting()
    there.market.fails = True
    there.feed.refresh()
    there.lane.drain()
    assert len(there.troubles) == 1
    there.market.fails = False
    there.wait(minutes=6)
    assert there.known == [SERVICES]
    there.market.fails = True
    there.wait(days=1, minutes=1)
    assert len(there.troubles) == 1


def test_what_is_kept_is_shown_without_asking(tmp_path):
    store = ServiceFile(tmp_path / "kept" / "services.json")
    store.keep(KnownServices(SERVICES, START))
    there = Setting(store)
    there.feed.show()
    there.lane.drain()
    assert (there.market.asked, there.known) == (0, [SERVICES])
    there.feed.refresh()
    there.lane.drain()
    assert there.market.asked == 0


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"services": 1}', '{"services": [], "asked_at": "2026-11-20"}']
)
def test_a_spoilt_file_is_as_good_as_none(tmp_path, text):
    place = tmp_path / "services.json"
    place.write_text(text, encoding="utf-8")
    assert ServiceFile(place).load() is None


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    ServiceFile(tmp_path / "file" / "services.json").keep(KnownServices(SERVICES, START))
    assert ServiceFile(tmp_path / "file" / "services.json").load() is None


def test_a_list_from_the_future_is_asked_for_anew():
    store = MemoryServices()
    store.keep(KnownServices((), START + timedelta(days=2)))
    there = Setting(store)
    there.feed.refresh()
    there.lane.drain()
    assert there.market.asked == 1
