"""A key against a Market that speaks HTTP: every answer that a key can get."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from packdesk.market.client import MarketClient
from packdesk.market.transport import Transport
from packdesk.sandbox.keys import DEMO_KEY, ApiKey, Scope
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.troubles import Trouble, TroubleKind
from packdesk.station.errors import (
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketKeyRejected,
    MarketUnreachable,
)
from packdesk.station.ports import ApiAvailability, Market
from packdesk.station.setup import (
    KeyHome,
    KeyNotTaken,
    KeyUnfit,
    KeyWorks,
    OrderRight,
    SetupDesk,
    SetupReport,
)
from tests.fakes.key_store import MemoryKeyStore
from tests.fakes.lane import ManualLane

WRONG = "ACMA:abcdefghijklmnopqrstuvwx:0d0e0f10"


def now():
    return datetime.now(UTC)  # noqa: TID251 - the sandbox runs on the real clock


def told_of(key, address):
    """The last that is told of a key that was pasted."""

    @contextmanager
    def opened(given: str) -> Iterator[Market]:
        transport = Transport(address, given, now)
        try:
            yield MarketClient(transport, read_attempts=1)
        finally:
            transport.close()

    lane = ManualLane()
    told: list[SetupReport] = []
    bugs: list[Exception] = []
    desk = SetupDesk(MemoryKeyStore(), opened, lane, lambda _: None, bugs.append)
    desk.listen(told.append)
    desk.try_key(key)
    lane.drain()
    assert bugs == []
    return told[-1]


def test_the_demo_key_works_and_sees_its_shops():
    with Sandbox() as sandbox:
        told = told_of(DEMO_KEY, sandbox.base_url)
    assert isinstance(told, KeyWorks)
    assert told.home is KeyHome.KEYRING
    assert (told.grant.orders, told.grant.catalogue) == (OrderRight.SEND, True)
    assert told.info.name == "PackDesk demo"
    assert told.shops
    assert all(shop.availability is ApiAvailability.AVAILABLE for shop in told.shops)


@pytest.mark.parametrize(
    ("scope", "right"),
    [
        (Scope.ORDERS_READ, OrderRight.LOOK),
        (Scope.ALL_READ, OrderRight.LOOK),
        (Scope.ALL, OrderRight.SEND),
    ],
)
def test_scopes_come_over_the_wire(scope, right):
    keys = (ApiKey(WRONG, "narrow", frozenset({scope})),)
    with Sandbox(keys=keys) as sandbox:
        told = told_of(WRONG, sandbox.base_url)
    assert isinstance(told, KeyWorks)
    assert told.grant.orders is right


def test_a_key_without_orders_is_unfit():
    keys = (ApiKey(WRONG, "prices", frozenset({Scope.PRICING})),)
    with Sandbox(keys=keys) as sandbox:
        assert isinstance(told_of(WRONG, sandbox.base_url), KeyUnfit)


def test_a_wrong_key_is_rejected():
    with Sandbox() as sandbox:
        told = told_of(WRONG, sandbox.base_url)
    assert isinstance(told, KeyNotTaken)
    assert isinstance(told.error, MarketKeyRejected)
    assert told.error.status == 401


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (TroubleKind.BUSY, MarketBusy),
        (TroubleKind.BROKEN, MarketBroken),
        (TroubleKind.BAD_JSON, MarketAnswerUnreadable),
        (TroubleKind.DROP_BEFORE, MarketUnreachable),
        (TroubleKind.REVOKED_KEY, MarketKeyRejected),
    ],
)
def test_a_market_in_trouble_is_told(kind, error):
    with Sandbox(trouble=Trouble(kind)) as sandbox:
        told = told_of(DEMO_KEY, sandbox.base_url)
    assert isinstance(told, KeyNotTaken)
    assert isinstance(told.error, error)


def test_a_market_that_is_not_there_is_told():
    with Sandbox() as sandbox:
        address = sandbox.base_url
    told = told_of(DEMO_KEY, address)
    assert isinstance(told, KeyNotTaken)
    assert isinstance(told.error, MarketUnreachable)


def test_a_shop_that_is_shut_comes_with_its_reason():
    with Sandbox() as sandbox:
        number = int(sandbox.orders.orders[0]["campaignId"])
    with Sandbox(availability={number: "MANUALLY_DISABLED"}) as sandbox:
        told = told_of(DEMO_KEY, sandbox.base_url)
    assert isinstance(told, KeyWorks)
    shut = [shop for shop in told.shops if shop.id == number]
    assert [shop.availability for shop in shut] == [ApiAvailability.MANUALLY_DISABLED]
