"""The Market's list of countries: asked for once a day at most, and never missed."""

import json
from datetime import timedelta

import pytest
from typing_extensions import override

from packdesk.domain.codes import CodeKind
from packdesk.station.country_feed import CountryFeed, MemoryCountries
from packdesk.station.country_file import CountryFile
from packdesk.station.errors import MarketKeyRejected, MarketUnreachable
from packdesk.station.ports import KnownCountries
from packdesk.station.reports import Did, MarketTrouble, RefusedIt
from tests.builders import catalogue, item, order
from tests.fakes.clock import START, FakeClock
from tests.fakes.lane import ManualLane, drain
from tests.fakes.market import FakeMarket, Op
from tests.fakes.workplace import FakeWorkplace

HOUR, DAY = 3600, 24 * 3600


def asked(place: FakeWorkplace) -> int:
    return len(place.market.called(Op.COUNTRIES))


def test_it_is_asked_for_at_the_start_and_then_once_a_day():
    place = FakeWorkplace(order(number=11111)).start()
    assert asked(place) == 1
    place.wait(DAY - HOUR)
    assert asked(place) == 1
    place.wait(2 * HOUR)
    assert asked(place) == 2


@pytest.mark.parametrize(
    "error",
    [MarketUnreachable("getRegionsCodes"), MarketKeyRejected("getRegionsCodes", status=403)],
)
def test_a_failure_troubles_nobody_and_is_asked_again_in_an_hour(error):
    place = FakeWorkplace(order(number=11111))
    place.market.fail(Op.COUNTRIES, error)
    place.start()
    place.wait(HOUR - 60)
    assert asked(place) == 1
    place.wait(120)
    assert asked(place) == 2
    assert not place.told(MarketTrouble)
    assert place.bugs == []


def test_another_key_asks_no_sooner_and_no_oftener():
    place = FakeWorkplace(order(number=11111)).start()
    for _ in range(3):
        place.station.go_online()
    place.wait(DAY - HOUR)
    assert asked(place) == 1
    place.wait(2 * HOUR)
    assert asked(place) == 2


class Alone:
    """A feed without a station."""

    def __init__(self, store: MemoryCountries) -> None:
        self.told: list[frozenset[str]] = []
        self.bugs: list[Exception] = []
        self.lane = ManualLane()
        self.feed = CountryFeed(
            FakeMarket, store, self.lane, FakeClock(), self.told.append, self.bugs.append
        )


def test_without_a_key_the_kept_list_is_told_and_nothing_asked():
    store = MemoryCountries()
    store.keep(KNOWN)
    alone = Alone(store)
    alone.feed.show()
    drain(alone.lane)
    assert alone.told == [{"CN", "RU"}]


@pytest.mark.parametrize(
    ("age", "expected"),
    [(HOUR, {"CN", "RU"}), (DAY, {"BY", "CN", "RU"}), (-HOUR, {"BY", "CN", "RU"})],
)
def test_a_kept_list_is_asked_anew_only_when_its_day_is_over(age, expected):
    store = MemoryCountries()
    store.keep(KnownCountries(("CN", "RU"), START - timedelta(seconds=age)))
    alone = Alone(store)
    alone.feed.refresh()
    drain(alone.lane)
    assert alone.told == [expected]


class BrokenStore(MemoryCountries):
    """A store with a mistake in it."""

    @override
    def load(self):
        raise ZeroDivisionError


def test_a_bug_is_reported_and_the_program_goes_on():
    alone = Alone(BrokenStore())
    alone.feed.show()
    alone.feed.refresh()
    drain(alone.lane)
    assert alone.told == []
    assert [type(bug) for bug in alone.bugs] == [ZeroDivisionError] * 2


def test_what_comes_after_the_stop_is_not_told():
    store = MemoryCountries()
    store.keep(KNOWN)
    alone = Alone(store)
    alone.feed.show()
    alone.feed.refresh()
    alone.feed.stop()
    drain(alone.lane)
    alone.feed.refresh()
    drain(alone.lane)
    assert (alone.told, alone.bugs) == ([], [])


def test_what_a_stopped_station_would_ask_is_not_asked():
    place = FakeWorkplace(order(number=11111)).start()
    place.station.stop()
    place.clock.move(2 * DAY, between=lambda: None)
    assert asked(place) == 1


def test_a_country_that_only_the_market_knows_is_taken_without_a_doubt():
    goods = order(item(1, marking=(CodeKind.COUNTRY,)), number=11111)
    place = FakeWorkplace(goods, catalogue=catalogue(1))
    place.market.country_codes = ("RU", "XK")
    place.start()
    place.open(11111)
    place.scan("<ean 1>")
    assert isinstance(place.scan("XY").told, RefusedIt)
    assert isinstance(place.scan("XK").told, Did)
    bench = place.answer().bench
    assert bench is not None
    assert bench.context.countries == {"RU", "XK"}


KNOWN = KnownCountries(("CN", "RU"), START)


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path):
    if request.param == "memory":
        return MemoryCountries()
    return CountryFile(tmp_path / "new" / "countries.json")


def test_a_store_gives_back_the_list_it_was_given_last(store):
    assert store.load() is None
    store.keep(KnownCountries(("BY",), START - timedelta(days=1)))
    store.keep(KNOWN)
    assert store.load() == KNOWN


def test_a_file_outlives_the_program(tmp_path):
    CountryFile(tmp_path / "countries.json").keep(KNOWN)
    assert CountryFile(tmp_path / "countries.json").load() == KNOWN
    assert [path.name for path in tmp_path.iterdir()] == ["countries.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"7",
        b"{}",
        b'{"countries": ["RU"]}',
        b'{"countries": 5, "asked_at": "2026-11-20T08:00:00+00:00"}',
        b'{"countries": [5], "asked_at": "2026-11-20T08:00:00+00:00"}',
        b'{"countries": ["ru", "RUS"], "asked_at": "2026-11-20T08:00:00+00:00"}',
        b'{"countries": ["RU"], "asked_at": "today"}',
        b'{"countries": ["RU"], "asked_at": 5}',
        b'{"countries": ["RU"], "asked_at": "2026-11-20T08:00:00"}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_cannot_be_read_is_no_list(tmp_path, content):
    place = tmp_path / "countries.json"
    place.write_bytes(content)
    assert CountryFile(place).load() is None


def test_what_is_no_code_is_left_out(tmp_path):
    place = tmp_path / "countries.json"
    place.write_text(json.dumps({"countries": ["RU", "x"], "asked_at": START.isoformat()}))
    assert CountryFile(place).load() == KnownCountries(("RU",), START)


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("no folder")
    place = CountryFile(tmp_path / "file" / "countries.json")
    place.keep(KNOWN)
    assert place.load() is None


def test_a_list_in_a_place_that_is_taken_leaves_nothing_behind(tmp_path):
    (tmp_path / "countries.json").mkdir()
    CountryFile(tmp_path / "countries.json").keep(KNOWN)
    assert [path.name for path in tmp_path.iterdir()] == ["countries.json"]
