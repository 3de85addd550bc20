"""A key is checked before it is kept, and everything about it is told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from packdesk.domain.ids import BusinessId, CampaignId
from packdesk.station.errors import (
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketUnreachable,
)
from packdesk.station.ports import ApiAvailability, Campaign, KeyInfo, Market
from packdesk.station.setup import (
    CleanKey,
    Grant,
    Kept,
    KeptForSession,
    KeptInKeyring,
    KeyAbsent,
    KeyBeingChecked,
    KeyBeingRead,
    KeyFlaw,
    KeyFlawed,
    KeyHome,
    KeyNotTaken,
    KeyringTrouble,
    KeyUnchecked,
    KeyUnfit,
    KeyWorks,
    NoKey,
    OrderRight,
    SetupDesk,
    SetupReport,
    clean_key,
    grant_of,
)
from tests.fakes.key_store import MemoryKeyStore
from tests.fakes.lane import ManualLane
from tests.fakes.market import FakeMarket, Op

KEY = "ACMA:abcdefghijklmnopqrstuvwx:0d0e0f10"
OTHER = "ACMA:zyxwvutsrqponmlkjihgfedc:1d1e1f20"
ALL = ("INVENTORY_AND_ORDER_PROCESSING", "OFFERS_AND_CARDS_MANAGEMENT_READ_ONLY")
SHOP = Campaign(CampaignId(11), BusinessId(1), "Shoes", "Ltd", "FBS")
SHUT = Campaign(
    CampaignId(12), BusinessId(1), "Old", "Ltd", "FBS", ApiAvailability.MANUALLY_DISABLED
)


class Shops(FakeMarket):
    """A market with shops and no orders."""

    def __init__(self, *shops: Campaign) -> None:
        super().__init__()
        self.shops = shops
        self.scopes = ALL

    @override
    def campaigns(self) -> tuple[Campaign, ...]:
        super().campaigns()
        return self.shops


class Bench:
    """A desk with fakes around it, and what it has told."""

    def __init__(self, store: MemoryKeyStore, given: str = "") -> None:
        self.market = Shops(SHOP, SHUT)
        self.lane = ManualLane()
        self.store = store
        self.asked: list[str] = []
        self.open = 0
        self.keys: list[str | None] = []
        self.bugs: list[Exception] = []
        self.told: list[SetupReport] = []
        self.desk = SetupDesk(
            store, self.opened, self.lane, self.keys.append, self.bugs.append, given
        )
        self.desk.listen(self.told.append)

    @contextmanager
    def opened(self, key: str) -> Iterator[Market]:
        self.asked.append(key)
        self.open += 1
        try:
            yield self.market
        finally:
            self.open -= 1

    def do(self, what: Callable[..., None], *given: object) -> tuple[SetupReport, ...]:
        """What is told in answer; nothing is waited for on the way."""
        self.told.clear()
        what(*given)
        self.lane.drain()
        assert self.open == 0
        assert self.bugs == []
        return tuple(self.told)


def works(home: KeyHome, trouble: KeyringTrouble | None = None) -> KeyWorks:
    info, grant = KeyInfo("fake", ALL), Grant(OrderRight.SEND, catalogue=True)
    return KeyWorks(home, trouble, info, grant, (SHOP, SHUT))


def test_without_a_key_one_is_asked_for():
    bench = Bench(MemoryKeyStore())
    assert bench.do(bench.desk.start) == (KeyBeingRead(), KeyAbsent())
    assert (bench.keys, bench.asked) == ([], [])


def test_a_kept_key_is_used_at_once_and_then_checked():
    bench = Bench(MemoryKeyStore(KEY))
    told = bench.do(bench.desk.start)
    assert told == (KeyBeingRead(), KeyBeingChecked(), works(KeyHome.KEYRING))
    assert (bench.keys, bench.asked) == ([KEY], [KEY])


def test_a_kept_key_that_cannot_be_checked_stays_in_use():
    bench = Bench(MemoryKeyStore(KEY))
    error = MarketUnreachable("getAuthTokenInfo")
    bench.market.fail(Op.KEY_INFO, error)
    assert bench.do(bench.desk.start)[-1] == KeyUnchecked(KeyHome.KEYRING, None, error)
    assert bench.keys == [KEY]
    assert bench.do(bench.desk.check_again)[-1] == works(KeyHome.KEYRING)


def test_a_good_key_is_checked_kept_and_used():
    bench = Bench(MemoryKeyStore())
    bench.do(bench.desk.start)
    told = bench.do(bench.desk.try_key, f"  {KEY}\n")
    assert told == (KeyBeingChecked(), works(KeyHome.KEYRING))
    assert (bench.store.key, bench.keys) == (KEY, [KEY])


@pytest.mark.parametrize(
    "error",
    [
        MarketKeyRejected("getAuthTokenInfo", status=401),
        MarketKeyRejected("getAuthTokenInfo", status=403),
        MarketBusy("getAuthTokenInfo"),
        MarketBroken("getAuthTokenInfo", status=503),
        MarketUnreachable("getAuthTokenInfo"),
        MarketAnswerUnreadable("getAuthTokenInfo", body="<html>"),
    ],
)
@pytest.mark.parametrize("op", [Op.KEY_INFO, Op.CAMPAIGNS])
def test_a_key_that_could_not_be_checked_is_not_kept(error: MarketError, op: Op):
    bench = Bench(MemoryKeyStore(KEY))
    bench.do(bench.desk.start)
    bench.market.fail(op, error)
    assert bench.do(bench.desk.try_key, OTHER) == (KeyBeingChecked(), KeyNotTaken(error))
    assert (bench.store.key, bench.keys) == (KEY, [KEY])
    assert bench.do(bench.desk.check_again)[-1] == works(KeyHome.KEYRING)
    assert bench.asked[-1] == KEY


def test_a_key_that_opens_no_orders_is_not_kept():
    bench = Bench(MemoryKeyStore())
    bench.market.scopes = ("PRICING",)
    told = bench.do(bench.desk.try_key, KEY)
    assert told == (KeyBeingChecked(), KeyUnfit(KeyInfo("fake", ("PRICING",))))
    assert (bench.store.key, bench.keys) == ("", [])


def test_a_key_that_may_only_look_is_kept():
    bench = Bench(MemoryKeyStore())
    bench.market.scopes = ("ALL_METHODS_READ_ONLY",)
    last = bench.do(bench.desk.try_key, KEY)[-1]
    assert isinstance(last, KeyWorks)
    assert last.grant == Grant(OrderRight.LOOK, catalogue=True)
    assert bench.store.key == KEY


def test_without_a_keyring_the_key_is_used_and_the_reason_told():
    bench = Bench(MemoryKeyStore(trouble=KeyringTrouble.ABSENT))
    assert bench.do(bench.desk.start)[-1] == KeyAbsent(KeyringTrouble.ABSENT)
    last = bench.do(bench.desk.try_key, KEY)[-1]
    assert last == works(KeyHome.SESSION, KeyringTrouble.ABSENT)
    assert bench.keys == [KEY]


def test_a_flawed_text_is_told_and_sent_nowhere():
    bench = Bench(MemoryKeyStore())
    assert bench.do(bench.desk.try_key, "ACMA:cut") == (KeyFlawed(KeyFlaw.CUT_SHORT),)
    assert bench.asked == []


def test_a_key_given_at_the_start_is_used_and_not_kept():
    bench = Bench(MemoryKeyStore(OTHER), given=KEY)
    assert bench.do(bench.desk.start) == (KeyBeingChecked(), works(KeyHome.GIVEN))
    assert (bench.keys, bench.asked, bench.store.key) == ([KEY], [KEY], OTHER)


def test_a_forgotten_key_is_used_no_longer():
    bench = Bench(MemoryKeyStore(KEY))
    bench.do(bench.desk.start)
    assert bench.do(bench.desk.forget) == (KeyAbsent(),)
    assert (bench.store.key, bench.keys) == ("", [KEY, None])
    assert bench.do(bench.desk.check_again) == ()


class BrokenStore(MemoryKeyStore):
    """A store with a bug in everything."""

    bug = ValueError("a bug")

    @override
    def read(self) -> Kept:
        raise self.bug

    @override
    def keep(self, key: str) -> KeptInKeyring | KeptForSession:
        raise self.bug

    @override
    def forget(self) -> NoKey:
        raise self.bug


@pytest.mark.parametrize("act", ["start", "try_key", "forget"])
def test_a_bug_in_the_lane_is_told_as_one(act):
    bench = Bench(BrokenStore())
    getattr(bench.desk, act)(*([KEY] if act == "try_key" else []))
    bench.lane.drain()
    assert bench.bugs == [BrokenStore.bug]
    assert bench.keys == []


def test_a_bug_at_the_market_is_told_as_one():
    bug = ValueError("a bug")

    class BrokenMarket(Shops):
        @override
        def campaigns(self) -> tuple[Campaign, ...]:
            raise bug

    bench = Bench(MemoryKeyStore(KEY))
    bench.market = BrokenMarket()
    bench.desk.start()
    bench.lane.drain()
    bench.desk.try_key(OTHER)
    bench.lane.drain()
    assert bench.bugs == [bug, bug]
    assert bench.keys == [KEY]


def test_no_report_holds_the_key():
    bench = Bench(MemoryKeyStore(KEY))
    told = [*bench.do(bench.desk.start), *bench.do(bench.desk.try_key, OTHER)]
    assert KEY not in repr(told)
    assert OTHER not in repr((told, clean_key(OTHER)))


@pytest.mark.parametrize(
    "pasted",
    [
        KEY,
        f"\t{KEY}\r\n",
        f"«{KEY}»",
        f'"{KEY}"',
        f"Api-Key: {KEY}",
        f"api-key={KEY},",
        f"\ufeff{KEY}\u200b",
        f"Authorization: {KEY}",
    ],
)
def test_what_is_copied_along_is_taken_off(pasted):
    assert clean_key(pasted) == CleanKey(KEY)


@pytest.mark.parametrize(
    ("pasted", "flaw"),
    [
        ("", KeyFlaw.EMPTY),
        (" \n\t", KeyFlaw.EMPTY),
        ("Api-Key:", KeyFlaw.EMPTY),
        ("АСМА:abcdefghijklmnop:0d0e0f10", KeyFlaw.CYRILLIC),
        ("ACMA:abcdefghij klmnop:0d0e0f10", KeyFlaw.SEVERAL_WORDS),
        (f"{KEY} {KEY}", KeyFlaw.SEVERAL_WORDS),
        ("ACMA", KeyFlaw.CUT_SHORT),
        ("ACMA:abcdefghijklmnop", KeyFlaw.CUT_SHORT),
        ("ACMA:abcdefghijklmnop:", KeyFlaw.CUT_SHORT),
        ("y0_AgAAAAAoauthtoken", KeyFlaw.NOT_A_KEY),
        ("12345678", KeyFlaw.NOT_A_KEY),
    ],
)
def test_an_obvious_mistake_is_named(pasted, flaw):
    assert clean_key(pasted) is flaw


@given(st.text())
def test_every_text_is_a_key_or_has_a_flaw(text):
    assert isinstance(clean_key(text), CleanKey | KeyFlaw)


@pytest.mark.parametrize(
    ("scopes", "orders", "catalogue"),
    [
        (("ALL_METHODS",), OrderRight.SEND, True),
        (("INVENTORY_AND_ORDER_PROCESSING",), OrderRight.SEND, False),
        (("INVENTORY_AND_ORDER_PROCESSING_READ_ONLY",), OrderRight.LOOK, False),
        (("ALL_METHODS_READ_ONLY",), OrderRight.LOOK, True),
        (("OFFERS_AND_CARDS_MANAGEMENT",), OrderRight.NONE, True),
        (("OF_TOMORROW",), OrderRight.NONE, False),
        ((), OrderRight.NONE, False),
    ],
)
def test_scopes_say_what_a_key_may_do(scopes, orders, catalogue):
    assert grant_of(scopes) == Grant(orders, catalogue)
