"""Two hours without a network: 300 orders are packed all the same, and go out in order afterwards."""

from pathlib import Path

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.submission import Finished, next_step
from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.troubles import Trouble, TroubleKind
from packdesk.station.reports import Answer, Did, MarketTrouble, RefusedIt
from tests.e2e.matrix_day import Kind, RunOrder, write_matrix_day
from tests.e2e.spine import Workplace
from tests.fakes.clock import FakeClock

ORDERS = 300
TWO_HOURS = 2 * 3600


@pytest.mark.timeout(300)
def test_three_hundred_orders_are_packed_without_a_network_and_drained_in_order(tmp_path: Path):
    orders = tuple(RunOrder(run, Kind.SINGLE, in_one_shop=True) for run in range(ORDERS))
    day = write_matrix_day(tmp_path / "day.json", orders)
    clock = FakeClock()
    with Sandbox(day, clock=clock.now) as sandbox:
        place = Workplace(tmp_path, sandbox, clock)
        place.start()
        sandbox.trouble = Trouble(TroubleKind.DROP_BEFORE)
        for order in orders:
            place.open(order.id)
            place.scan(order.code(1))
            assert isinstance(place.last_answer().told, Did)
            place.wait(TWO_HOURS / ORDERS)
        assert sandbox.world.effects(EffectKind.LAYOUT) == ()
        assert any(isinstance(report, MarketTrouble) for report in place.reports)
        assert not any(
            isinstance(report, Answer) and isinstance(report.told, RefusedIt)
            for report in place.reports
        )

        sandbox.trouble = None
        place.wait(3600)
        sent = [effect.subject for effect in sandbox.world.effects(EffectKind.LAYOUT)]
        assert sent == [order.id for order in orders]
        for order in orders:
            held = place.ledger.held(OrderId(order.id))
            assert isinstance(next_step(held.submission), Finished)
            assert str(sandbox.world.snapshot(order.id).state) == "PROCESSING/READY_TO_SHIP"
        assert sandbox.world.repeated_effects() == ()
        assert not [record for record in sandbox.log if record.status == 420]
        place.stop()
        assert place.bugs == []
