"""By setting, FBS orders wait to be set ready with their shipment: the outbox leaves them alone."""

from packdesk.domain.events import MarkedReady, StepStarted
from packdesk.domain.next_steps import WaitsForBatch
from packdesk.domain.order import Order, ProgramType
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import next_step
from packdesk.station.ledger import Worker
from packdesk.station.queue_view import send_state
from packdesk.station.reports import SendState
from packdesk.station.sent import SentBook, SentLane, SentRead, SentReport
from tests.builders import order
from tests.fakes.market import FakeMarket, Op
from tests.fakes.outbox_bench import OutboxBench, layout_of

ANNA = Worker("Anna", "table 1")


def bench_of(one: Order) -> OutboxBench:
    bench = OutboxBench(FakeMarket(one), one)
    bench.ledger.follow(ANNA, ready_for_dbs=False, ready_by_hand=True)
    bench.confirm(one, layout_of(one))
    bench.wait(3600)
    assert bench.bugs == []
    return bench


def marks(bench: OutboxBench) -> int:
    return len(bench.market.called(Op.MARK_READY))


def test_all_but_the_last_step_is_done_and_the_order_waits():
    one = order()
    bench = bench_of(one)
    assert bench.next(one) == WaitsForBatch()
    assert bench.held(one).submission.is_printed
    assert marks(bench) == 0
    begun = [event for event in bench.events(one) if isinstance(event, StepStarted)]
    assert StepKind.MARK_READY not in [event.step for event in begun]


def test_it_counts_as_waiting_and_not_as_a_persons_work():
    one = order()
    submission = bench_of(one).held(one).submission
    assert send_state(submission) is SendState.WITH_SHIPMENT


def test_it_is_listed_among_what_waits():
    one = order()
    bench = bench_of(one)
    told: list[SentReport] = []
    book = SentBook(bench.ledger, bench.journal_lane, bench.bugs.append)
    book.listen(told.append)
    book.show()
    bench.drain()
    assert [row.lane for read in told if isinstance(read, SentRead) for row in read.rows] == [
        SentLane.WAITING
    ]


def test_it_still_waits_after_a_restart():
    one = order()
    again = bench_of(one).restarted()
    again.ledger.follow(ANNA, ready_for_dbs=False, ready_by_hand=True)
    again.wait(600)
    assert again.next(one) == WaitsForBatch()
    assert marks(again) == 0


def test_when_the_setting_is_switched_off_it_goes_out():
    one = order()
    bench = bench_of(one)
    bench.ledger.follow(ANNA, ready_for_dbs=False, ready_by_hand=False)
    bench.outbox.wake()
    bench.wait(60)
    assert marks(bench) == 1
    assert bench.kept(one, MarkedReady)


def test_an_express_order_does_not_wait():
    one = order(program=ProgramType.EXPRESS)
    bench = bench_of(one)
    assert marks(bench) == 1


def test_a_batch_that_was_begun_before_a_crash_is_looked_up_and_waits_again():
    one = order()
    bench = bench_of(one)
    confirmed = bench.held(one).submission.confirmed
    assert confirmed is not None
    bench.keep(one, StepStarted(StepKind.MARK_READY, confirmed.fingerprint))
    bench.wait(60)
    assert next_step(bench.held(one).submission) == WaitsForBatch()
    assert marks(bench) == 0
    assert not bench.market.stored(one.id).is_ready
