"""Every step of a submission meets every trouble, and the Market ends as the packer confirmed."""

from collections import Counter
from pathlib import Path

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.submission import Finished, MarketSaidNo, next_step
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
    for order in place.desk.orders.values():
        lying = goods(DAY).get(order.id, {})
        codes = [code for things in lying.values() for code in things["codes"]]
        if order.program == "FBS" and order.units == 1 and codes and "cis" in codes[0]:
            return order.id, codes[0]["cis"]
    raise LookupError


def is_done(place: Workplace, order: int) -> bool:
    return isinstance(next_step(place.desk.held(OrderId(order)).submission), Finished)


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
