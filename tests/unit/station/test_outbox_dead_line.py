"""Two hours without a network: what was packed meanwhile goes out in order when it is back."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from typing_extensions import override

from packdesk.domain.next_steps import Finished
from packdesk.station.errors import MarketUnreachable
from packdesk.station.reports import MarketFine, MarketTrouble
from tests.builders import item, order
from tests.fakes.clock import START
from tests.fakes.market import FakeMarket, Op
from tests.fakes.outbox_bench import OutboxBench, layout_of

T = TypeVar("T")

ORDERS = tuple(order(item(), number=10001 + n) for n in range(300))


class DeadLine(FakeMarket):
    """Reached only while ``alive``."""

    alive = False
    tries = 0

    @override
    def _do(self, op: Op, work: Callable[[], T], *given: object) -> T:
        if not self.alive:
            self.tries += 1
            raise MarketUnreachable(op.value)
        return super()._do(op, work, *given)


def test_three_hundred_orders_wait_and_go_out_in_the_order_in_which_they_were_packed():
    market = DeadLine(*ORDERS)
    bench = OutboxBench(market, *ORDERS)
    for one in ORDERS:
        bench.confirm(one, layout_of(one))
        bench.wait(24)
    assert bench.clock.now() - START >= timedelta(hours=2)
    assert market.tries < 200
    assert len(bench.journal.outbox()) == 300
    assert all(one.retry_at for one in bench.reports if isinstance(one, MarketTrouble))

    market.alive = True
    bench.wait(61)

    assert bench.journal.outbox() == ()
    assert all(isinstance(bench.next(one), Finished) for one in ORDERS)
    assert [call.given[0] for call in market.called(Op.SET_LAYOUT)] == [one.ref for one in ORDERS]
    assert len(bench.printer.jobs) == 300
    assert any(isinstance(one, MarketFine) for one in bench.reports)
    assert bench.bugs == []
