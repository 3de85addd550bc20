"""The client before the sandbox: what a Market in memory cannot show."""

from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
import stamina

from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import ItemTag, OrderStatus, OrderSubstatus
from packdesk.market.client import MarketClient
from packdesk.market.transport import Transport
from packdesk.sandbox.keys import DEMO_KEY, ApiKey, Scope
from packdesk.sandbox.limits import Limits
from packdesk.sandbox.moments import system_clock
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.troubles import Trouble, TroubleKind
from packdesk.station.errors import MarketBusy, MarketKeyRejected, MarketUnreachable, OrderUnknown
from packdesk.station.ports import READY, ApiAvailability, OrderQuery
from tests.contract.market_wire import CheckedWire
from tests.fakes.market import BUSINESS, order_ref
from tests.shared_files import shared
from tests.unit.sandbox.days import CAMPAIGN, FakeClock, day, item, order

REF = order_ref(CAMPAIGN, 1)


@pytest.fixture(autouse=True)
def no_waiting_between_attempts():
    with stamina.set_testing(True, attempts=10, cap=True):
        yield


@contextmanager
def market_at(sandbox, now=system_clock, key=DEMO_KEY, business=BUSINESS):
    wire = CheckedWire()
    transport = Transport(sandbox.base_url, key, now, wire=wire)
    try:
        yield MarketClient(transport, business), wire
    finally:
        transport.close()


@pytest.mark.parametrize("file", [None, "orders/day.json"])
def test_a_whole_day_is_read(file):
    path = file and shared(file)
    with Sandbox(path) as sandbox, market_at(sandbox) as (market, wire):
        campaigns = tuple(campaign.id for campaign in market.campaigns())
        orders = market.orders(OrderQuery(campaigns))
        assert {one.id for one in orders} <= set(sandbox.world.order_ids())
        assert len(orders) > 10
        assert all(one.program.is_known and one.status.is_known for one in orders)
        assert not any(one.unknown_requirements for each in orders for one in each.items)
        assert all(one.price is not None for each in orders for one in each.items)
        names = tuple({one.offer_id for each in orders for one in each.items})
        assert market.offers(names)
        assert wire.operations.count("getBusinessOrders") == -(-len(orders) // 50)


def test_values_of_tomorrow_do_not_break_anything():
    with Sandbox(day(order(1, item(11, tags=["ULTIMA"])))) as sandbox:
        sandbox.trouble = Trouble(TroubleKind.UNKNOWN_VALUES)
        transport = Transport(sandbox.base_url, DEMO_KEY, system_clock)
        market = MarketClient(transport, BUSINESS)
        try:
            told = market.order(REF)
            assert told.items[0].tags == (ItemTag.ULTIMA, "TAG_OF_TOMORROW")
            (campaign,) = market.campaigns()
            assert campaign.placement == "PLACEMENT_OF_TOMORROW"
            market.key_info()
        finally:
            transport.close()


def test_a_used_up_quota_names_its_end_and_is_not_tried_before():
    with Sandbox(day(order())) as sandbox, market_at(sandbox) as (market, wire):
        sandbox.trouble = Trouble(TroubleKind.BUSY, times=1, seconds=600)
        asked_at = system_clock()
        for _ in range(2):
            with pytest.raises(MarketBusy) as busy:
                market.labels_data(REF)
            assert isinstance(busy.value.retry_at, datetime)
            wait = busy.value.retry_at - asked_at
            assert timedelta(seconds=590) < wait < timedelta(seconds=660)
        assert wire.operations == ["getOrderLabelsData"]
        assert market.order(REF).ref == REF


def test_when_its_time_has_come_the_operation_is_asked_again():
    late = timedelta()
    with Sandbox(day(order())) as sandbox:
        sandbox.trouble = Trouble(TroubleKind.BUSY, times=1, seconds=600)
        with market_at(sandbox, lambda: system_clock() + late) as (market, wire):
            with pytest.raises(MarketBusy):
                market.order(REF)
            late = timedelta(seconds=601)
            assert market.order(REF).ref == REF
            assert wire.operations == ["getBusinessOrders"] * 2


def test_too_many_at_once_has_no_end_to_name():
    with (
        Sandbox(day(order()), limits=Limits(parallel=0)) as sandbox,
        market_at(sandbox) as (market, _),
        pytest.raises(MarketBusy) as busy,
    ):
        market.order(REF)
    assert busy.value.retry_at is None


def test_reading_goes_on_over_a_short_breakdown_and_a_dropped_line():
    with Sandbox(day(order())) as sandbox, market_at(sandbox) as (market, wire):
        sandbox.trouble = Trouble(TroubleKind.BROKEN, times=2)
        assert market.order(REF).ref == REF
        sandbox.trouble = Trouble(TroubleKind.DROP_BEFORE, times=2)
        assert market.code_checks(REF) == ()
        assert len(wire.operations) == 6


def test_reading_gives_up_when_nobody_is_there():
    sandbox = Sandbox(day(order())).start()
    with market_at(sandbox) as (market, wire):
        assert market.order(REF).ref == REF
        sandbox.stop()
        with pytest.raises(MarketUnreachable):
            market.order(REF)
        assert len(wire.operations) == 4
        sandbox.start()
        assert market.order(REF).ref == REF
        sandbox.stop()


def test_an_unknown_order_costs_a_few_requests_and_ends():
    with Sandbox(day(order())) as sandbox, market_at(sandbox, FakeClock()) as (market, wire):
        with pytest.raises(OrderUnknown):
            market.order(order_ref(CAMPAIGN, 404))
        assert len(wire.operations) == 8


def test_a_wrong_key_and_a_key_of_few_rights_are_rejected():
    reader = ApiKey("ACMA:reader:01", "reader", frozenset({Scope.ORDERS_READ}))
    with Sandbox(day(order()), keys=(reader,)) as sandbox:
        with market_at(sandbox) as (market, _), pytest.raises(MarketKeyRejected) as wrong:
            market.campaigns()
        with market_at(sandbox, key=reader.token) as (market, _):
            assert market.order(REF).ref == REF
            with pytest.raises(MarketKeyRejected) as scope:
                market.labels(REF, LabelFormat.A7)
            with pytest.raises(MarketKeyRejected):
                market.offers(("SKU-11",))
    assert (wrong.value.status, scope.value.status) == (401, 403)
    assert scope.value.messages == (
        "Token does not have any of the scopes to access the API method",
    )


def test_a_shop_that_is_switched_off_tells_why():
    off = {CAMPAIGN: "DISABLED_BY_INACTIVITY"}
    with Sandbox(day(order()), availability=off) as sandbox, market_at(sandbox) as (market, _):
        (campaign,) = market.campaigns()
        assert campaign.availability is ApiAvailability.DISABLED_BY_INACTIVITY
        with pytest.raises(MarketKeyRejected) as disabled:
            market.change_status(REF, READY)
    assert "DISABLED_BY_INACTIVITY" in disabled.value.messages[0]


def test_only_what_waits_to_be_packed():
    done = order(2, status="DELIVERED", substatus="DELIVERY_SERVICE_DELIVERED")
    query = OrderQuery(statuses=(OrderStatus.PROCESSING,), substatuses=(OrderSubstatus.STARTED,))
    clock = FakeClock()
    with (
        Sandbox(day(order(), done), clock=clock) as sandbox,
        market_at(sandbox, clock) as (market, _),
    ):
        assert [one.ref for one in market.orders(query)] == [REF]
