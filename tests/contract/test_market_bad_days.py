"""What a station may rely on when a call to its Market goes wrong."""

import pytest

from packdesk.domain.codes import Cis
from packdesk.domain.ids import BoxNumber, ItemId
from packdesk.domain.layout import BoxLayout, LayoutBox, WholeUnits
from packdesk.station.errors import (
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketKeyRejected,
    MarketOutcomeUnknown,
)
from packdesk.station.ports import READY
from tests.contract.market_benches import FBS, a_bench
from tests.fakes.market import Op
from tests.unit.sandbox.days import cis

UNITS = tuple((Cis(cis(serial), None, None),) for serial in ("AAA", "BBB"))
WHOLE = BoxLayout(
    (LayoutBox(BoxNumber(1), (WholeUnits(ItemId(11), 2, UNITS), WholeUnits(ItemId(12), 1))),)
)


@pytest.fixture(params=["fake", "sandbox"])
def bench(request):
    with a_bench(request.param) as running:
        yield running


EFFECTS = {
    Op.SET_LAYOUT: (
        lambda market: market.set_layout(FBS, WHOLE),
        lambda order: bool(order.stored_boxes),
    ),
    Op.SET_EXTERNAL_ID: (
        lambda market: market.set_external_id(FBS, "A-1"),
        lambda order: order.external_id == "A-1",
    ),
    Op.MARK_READY: (lambda market: market.change_status(FBS, READY), lambda order: order.is_ready),
}


def _prepare(bench, op):
    if op is Op.MARK_READY:
        bench.market.set_layout(FBS, WHOLE)
        bench.time_passes()


@pytest.mark.parametrize("op", EFFECTS)
def test_a_lost_request_leaves_its_outcome_open_and_did_nothing(bench, op):
    call, done = EFFECTS[op]
    _prepare(bench, op)
    bench.lose_request(op)
    with pytest.raises(MarketOutcomeUnknown):
        call(bench.market)
    assert not done(bench.market.order(FBS))
    bench.time_passes()
    call(bench.market)
    assert done(bench.market.order(FBS))


@pytest.mark.parametrize("op", EFFECTS)
def test_a_lost_answer_leaves_its_outcome_open_though_it_was_done(bench, op):
    call, done = EFFECTS[op]
    _prepare(bench, op)
    bench.lose_answer(op)
    with pytest.raises(MarketOutcomeUnknown) as unknown:
        call(bench.market)
    assert unknown.value.operation == op.value
    assert done(bench.market.order(FBS))


@pytest.mark.parametrize("op", EFFECTS)
def test_an_unreadable_answer_is_no_success(bench, op):
    call, _ = EFFECTS[op]
    _prepare(bench, op)
    bench.babble(op)
    with pytest.raises(MarketAnswerUnreadable):
        call(bench.market)


@pytest.mark.parametrize(
    ("trouble", "error"),
    [("break_down", MarketBroken), ("be_busy", MarketBusy), ("revoke_key", MarketKeyRejected)],
)
@pytest.mark.parametrize("op", EFFECTS)
def test_a_refusal_of_the_hour_did_nothing_and_passes(bench, op, trouble, error):
    call, done = EFFECTS[op]
    _prepare(bench, op)
    getattr(bench, trouble)(op)
    with pytest.raises(error):
        call(bench.market)
    assert not done(bench.market.order(FBS))
    bench.time_passes()
    call(bench.market)
    assert done(bench.market.order(FBS))
