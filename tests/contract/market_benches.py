"""The same day at two Markets: one in memory, and the client before the sandbox."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from typing_extensions import override

from packdesk.domain.ids import CampaignId, OrderId, OrderRef
from packdesk.domain.order import Offer
from packdesk.market import translate
from packdesk.market.client import MarketClient
from packdesk.market.transport import Transport
from packdesk.market.wire import BusinessOrderDTO
from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.troubles import Trouble, TroubleKind
from packdesk.station.errors import (
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketOutcomeUnknown,
)
from packdesk.station.ports import Market
from tests.contract.market_wire import CheckedWire
from tests.fakes.market import BUSINESS, Effect, FakeMarket, Op
from tests.unit.sandbox.days import FakeClock, cis, day, delivery, item, order

SHOP, OTHER_SHOP = CampaignId(501), CampaignId(502)
FBS = OrderRef(SHOP, OrderId(51234567001))
DBS = OrderRef(SHOP, OrderId(51234567002))
TEST_ORDER = OrderRef(SHOP, OrderId(51234567003))
CANCELLED = OrderRef(SHOP, OrderId(51234567004))
OLD = OrderRef(SHOP, OrderId(51234567005))
ELSEWHERE = OrderRef(OTHER_SHOP, OrderId(51234567006))
NOBODYS = OrderRef(SHOP, OrderId(51234567999))

REFUSED_CODE = cis("SOLD000000001")
GIFT = 62
BUSY_S = 60.0

_PRICES = {"payment": {"value": 900, "currencyId": "RUR"}}
ORDERS = (
    order(
        FBS.order,
        item(11, 2, requiredInstanceTypes=["CIS"], tags=["SAFE_TAG"]),
        item(12, 1, prices=_PRICES),
        notes="Позвонить",
    ),
    order(DBS.order, item(21), programType="DBS", paymentMethod="B2B_ACCOUNT_PREPAYMENT"),
    order(TEST_ORDER.order, item(31), fake=True),
    order(CANCELLED.order, item(41), status="CANCELLED", substatus="SHOP_FAILED"),
    order(OLD.order, item(51), creationDate="2026-09-28T09:00:00+03:00"),
    order(
        ELSEWHERE.order,
        item(61),
        item(GIFT, promos=[{"type": "GENERIC_BUNDLE", "subsidy": 0}]),
        campaignId=OTHER_SHOP,
        externalOrderId="B-6",
        programType="EXPRESS",
        delivery=delivery(shipment={"shipmentDate": "2026-11-20", "shipmentTime": "14:30"}),
    ),
)
OFFER = {"offerId": "SKU-11", "name": "Товар 11", "barcodes": ["4600000000017"], "boxCount": 2}


class Bench(Protocol):
    """A Market with means to make its day a bad one."""

    market: Market

    def time_passes(self) -> None:
        """Checks of codes come to their end, quotas are new."""

    def lose_request(self, op: Op) -> None:
        """The next call of this operation does not reach the Market."""

    def lose_answer(self, op: Op) -> None:
        """The next call takes effect, its answer does not come back."""

    def break_down(self, op: Op) -> None:
        """The next call is answered with 5xx."""

    def babble(self, op: Op) -> None:
        """The next call gets an answer that nobody can read."""

    def be_busy(self, op: Op) -> None:
        """The next call meets a used-up quota."""

    def revoke_key(self, op: Op) -> None:
        """The next call is refused for its key."""


class FakeBench:
    def __init__(self) -> None:
        told = [translate.order(BusinessOrderDTO.model_validate(one)) for one in ORDERS]
        offer = Offer("SKU-11", "Товар 11", ("4600000000017",), 2)
        self.fake = FakeMarket(*told, offers=(offer,))
        self.fake.promoted = {ELSEWHERE.order: (GIFT,)}
        self.fake.verdicts = {REFUSED_CODE: ("INVALID", "ITEM_SOLD")}
        self.market: Market = self.fake

    def time_passes(self) -> None:
        """Here checks take no time."""

    def lose_request(self, op: Op) -> None:
        self._fail(op, MarketOutcomeUnknown(op.value))

    def lose_answer(self, op: Op) -> None:
        self._fail(op, MarketOutcomeUnknown(op.value), Effect.TAKEN)

    def break_down(self, op: Op) -> None:
        self._fail(op, MarketBroken(op.value, status=500))

    def babble(self, op: Op) -> None:
        self._fail(op, MarketAnswerUnreadable(op.value, body="{"), Effect.TAKEN)

    def be_busy(self, op: Op) -> None:
        self._fail(op, MarketBusy(op.value))

    def revoke_key(self, op: Op) -> None:
        self._fail(op, MarketKeyRejected(op.value, status=401))

    def _fail(self, op: Op, error: MarketError, effect: Effect = Effect.NONE) -> None:
        self.fake.fail(op, error, effect=effect)


class SandboxBench:
    def __init__(self, sandbox: Sandbox, clock: FakeClock, market: MarketClient) -> None:
        self._sandbox = sandbox
        self._clock = clock
        self.market: Market = market

    def time_passes(self) -> None:
        self._clock.forward(2 * BUSY_S)

    def lose_request(self, op: Op) -> None:
        self._trouble(TroubleKind.DROP_BEFORE, op)

    def lose_answer(self, op: Op) -> None:
        self._trouble(TroubleKind.DROP_AFTER, op)

    def break_down(self, op: Op) -> None:
        self._trouble(TroubleKind.BROKEN, op)

    def babble(self, op: Op) -> None:
        self._trouble(TroubleKind.BAD_JSON, op)

    def be_busy(self, op: Op) -> None:
        self._trouble(TroubleKind.BUSY, op)

    def revoke_key(self, op: Op) -> None:
        self._trouble(TroubleKind.REVOKED_KEY, op)

    def _trouble(self, kind: TroubleKind, op: Op) -> None:
        name = frozenset({op.value})
        self._sandbox.trouble = Trouble(kind, times=1, operations=name, seconds=BUSY_S)


@contextmanager
def sandbox_bench() -> Iterator[SandboxBench]:
    clock = FakeClock()
    file = day(
        *ORDERS,
        offers=[{"offer": OFFER}],
        verdicts={REFUSED_CODE: {"status": "INVALID", "substatus": "ITEM_SOLD"}},
    )
    with Sandbox(file, clock=clock) as sandbox:
        wire = LenientOnTrouble(sandbox)
        transport = Transport(sandbox.base_url, DEMO_KEY, clock, wire=wire)
        try:
            yield SandboxBench(sandbox, clock, MarketClient(transport, BUSINESS, read_attempts=1))
        finally:
            transport.close()


class LenientOnTrouble(CheckedWire):
    """Answers are held against the description unless the sandbox is told to break it."""

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__()
        self._sandbox = sandbox

    @override
    def must_be_lawful(self) -> bool:
        trouble = self._sandbox.trouble
        return trouble is None or trouble.kind is not TroubleKind.BAD_JSON


@contextmanager
def a_bench(kind: str) -> Iterator[Bench]:
    """A fresh Market of this kind: ``fake`` or ``sandbox``."""
    if kind == "fake":
        yield FakeBench()
        return
    with sandbox_bench() as running:
        yield running
