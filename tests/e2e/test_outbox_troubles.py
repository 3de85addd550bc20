"""Every step of a submission meets every trouble, and the Market ends as the packer confirmed."""

from pathlib import Path

import pytest

from packdesk.domain.changes import StateChanged
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus, OrderSubstatus
from packdesk.domain.submission import Finished, OrderIsChanged, next_step
from packdesk.resource_files import resource
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.troubles import Trouble, TroubleKind
from packdesk.station.errors import MarketKeyRejected
from packdesk.station.reports import MarketTrouble, SubmissionMoved
from tests.e2e.spine import Workplace, goods, workplace
from tests.fakes.clock import FakeClock

DAY = resource("demo/day.json")
STEPS = (
    "setOrderBoxLayout",
    "generateOrderLabels",
    "getOrderIdentifiersStatus",
    "updateOrderStatus",
)
TROUBLES = (
    Trouble(TroubleKind.DROP_BEFORE, times=2),
    Trouble(TroubleKind.DROP_AFTER, times=2),
    Trouble(TroubleKind.BUSY, times=2, seconds=10),
    Trouble(TroubleKind.BROKEN, times=2),
    Trouble(TroubleKind.BAD_JSON, times=2),
    Trouble(TroubleKind.UNKNOWN_VALUES),
)


def single_marked(place: Workplace) -> tuple[int, str]:
    """A packable FBS order of one marked unit, and the code on it."""
    for order in place.desk.ledger.orders.values():
        lying = goods(DAY).get(order.id, {})
        codes = [code for things in lying.values() for code in things["codes"]]
        if order.program == "FBS" and order.units == 1 and codes and "cis" in codes[0]:
            return order.id, codes[0]["cis"]
    raise LookupError


def is_done(place: Workplace, order: int) -> bool:
    return isinstance(next_step(place.desk.ledger.held(OrderId(order)).submission), Finished)


def requests(sandbox: Sandbox, operation: str) -> int:
    return sum(record.operation == operation for record in sandbox.log)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.kind.value)
@pytest.mark.parametrize("operation", STEPS)
def test_each_step_survives_each_trouble(tmp_path: Path, operation: str, trouble: Trouble):
    with workplace(tmp_path) as place:
        order, code = single_marked(place)
        place.open(order)
        place.sandbox.trouble = Trouble(
            trouble.kind, trouble.times, trouble.every, frozenset({operation}), trouble.seconds
        )
        place.scan(code)
        place.wait(1200)
        assert is_done(place, order)
        at_market = place.sandbox.world.snapshot(order)
        assert at_market.state.substatus == "READY_TO_SHIP"
        assert len(at_market.boxes) == 1
        assert len(list(place.printed.glob("*.pdf"))) == 1


@pytest.mark.parametrize("operation", STEPS)
def test_a_restart_in_the_middle_of_a_step_goes_on_there(tmp_path: Path, operation: str):
    """The answer is lost, and the program dies before it can ask again."""
    clock = FakeClock()
    with Sandbox(DAY, clock=clock.now) as sandbox:
        first = Workplace(tmp_path, sandbox, clock)
        first.start()
        order, code = single_marked(first)
        first.open(order)
        lost = Trouble(TroubleKind.DROP_AFTER, times=1, operations=frozenset({operation}))
        sandbox.trouble = lost
        first.station.scan(code)
        while not requests(sandbox, operation):
            first.drain()
            first.wait(1)
        first.desk.ledger.close()
        first.transport.close()
        sandbox.trouble = None
        second = Workplace(tmp_path, sandbox, clock)
        second.start()
        second.wait(120)
        assert is_done(second, order)
        assert sandbox.world.snapshot(order).state.substatus == "READY_TO_SHIP"
        assert requests(sandbox, "updateOrderStatus") == 1
        second.stop()


def test_a_rejected_key_stops_the_outbox_until_another_is_given(tmp_path: Path):
    with workplace(tmp_path) as place:
        order, code = single_marked(place)
        place.open(order)
        place.sandbox.trouble = Trouble(TroubleKind.REVOKED_KEY)
        place.scan(code)
        place.wait(600)
        assert requests(place.sandbox, "setOrderBoxLayout") == 0
        told = [one for one in place.reports if isinstance(one, MarketTrouble)]
        assert isinstance(told[-1].error, MarketKeyRejected)
        place.sandbox.trouble = None
        place.station.go_online()
        place.drain()
        place.wait(120)
        assert is_done(place, order)


def test_an_order_that_was_cancelled_meanwhile_is_not_sent(tmp_path: Path):
    with workplace(tmp_path) as place:
        order, code = single_marked(place)
        place.open(order)
        state = place.sandbox.world.snapshot(order).state
        place.sandbox.world.market_moves(order, type(state)("CANCELLED", "SHOP_FAILED"))
        place.scan(code)
        place.wait(600)
        step = next_step(place.desk.ledger.held(OrderId(order)).submission)
        assert isinstance(step, OrderIsChanged)
        assert StateChanged(OrderStatus.CANCELLED, OrderSubstatus.SHOP_FAILED) in step.changes
        assert requests(place.sandbox, "setOrderBoxLayout") == 0


def test_a_missing_printer_is_told_and_printing_goes_on_when_it_is_back(tmp_path: Path):
    with workplace(tmp_path) as place:
        place.printed.write_text("a file in the place of the folder")
        order, code = single_marked(place)
        place.open(order)
        place.scan(code)
        place.wait(60)
        told = [r for r in place.reports if isinstance(r, SubmissionMoved) and r.error is not None]
        assert told
        assert not is_done(place, order)
        place.printed.unlink()
        place.wait(120)
        assert is_done(place, order)
        assert len(list(place.printed.glob("*.pdf"))) == 1
