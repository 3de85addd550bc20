"""The outbox: carries confirmed layouts to the Market, one pure-chosen step at a time.

What a failure does to it:

* unreachable, busy (420): the step is known not to have happened; nothing more goes out until the
  Market is there again, then the order goes on where it was.
* outcome unknown, broken (5xx), unreadable: the step stays marked as started; after a pause what
  only reads or replaces is done again, anything else is first looked up at the Market.
* refused (4xx): the order waits for a person with the Market's own words; others go on.
* key rejected: nothing more goes out until another key is given.
* printer unavailable, label unreadable: known not to be printed; tried again after a pause.
* anything else is a bug: the order is put off, the bug goes to the crash hook.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from packdesk.domain.events import (
    Event,
    LabelsPrinted,
    PrintDenied,
    RetryAsked,
    StepRefused,
    StepUndone,
)
from packdesk.domain.ids import OrderId
from packdesk.domain.submission import (
    DidItPrint,
    FindOut,
    MarketSaidNo,
    Submission,
    kind_of,
    next_step,
)
from packdesk.station.agenda import Hands, Idle, Later, keep, settle, take_work
from packdesk.station.carry_out import Work, carry_out
from packdesk.station.errors import (
    LabelUnreadable,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketRefused,
    MarketUnreachable,
    PackdeskError,
    PrinterUnavailable,
)
from packdesk.station.ledger import Ledger
from packdesk.station.ports import (
    Clock,
    Err,
    LabelPrinter,
    LabelStore,
    Lane,
    Market,
    Ok,
    Result,
)
from packdesk.station.reports import (
    JournalStopped,
    MarketFine,
    MarketTrouble,
    Report,
    SubmissionMoved,
)

PAUSES = tuple(timedelta(seconds=s) for s in (1, 2, 4, 8, 15, 30, 60))
PRINT_PAUSE = timedelta(seconds=15)
PARALLEL_PAUSE = timedelta(seconds=1)


class Outbox:
    """Sends what is confirmed. GUI thread; the work itself is done in lanes."""

    def __init__(
        self,
        ledger: Ledger,
        market: Callable[[], Market],
        store: LabelStore,
        printer: LabelPrinter,
        lanes: dict[Hands, Lane],
        journal_lane: Lane,
        clock: Clock,
        report: Callable[[Report], None],
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._ledger = ledger
        self._market = market
        self._store = store
        self._printer = printer
        self._lanes = lanes
        self._journal_lane = journal_lane
        self._clock = clock
        self._report = report
        self._on_bug = on_bug
        self._busy: set[Hands] = set()
        self._not_before: dict[OrderId, datetime] = {}
        self._market_not_before: datetime | None = None
        self._failures = 0
        self._key_rejected = False
        self._stopped = False

    def wake(self) -> None:
        """Look for work now: something was confirmed, or a time has come."""
        for hands in Hands:
            self._look(hands)

    def key_changed(self) -> None:
        """Another key was given: go on."""
        self._key_rejected = False
        self._market_not_before = None
        self.wake()

    def stop(self) -> None:
        """Start nothing more. What is under way is found again after the next start."""
        self._stopped = True

    def retry(self, order_id: OrderId) -> None:
        """A person wants a refused step tried again."""
        self._decide(
            order_id,
            lambda sub: (
                (RetryAsked(sub.confirmed.fingerprint),)
                if sub.confirmed and isinstance(next_step(sub), MarketSaidNo)
                else ()
            ),
        )

    def say_printed(self, order_id: OrderId, *, printed: bool) -> None:
        """The packer's answer to "did it print?"."""
        self._decide(
            order_id,
            lambda sub: (
                ((LabelsPrinted if printed else PrintDenied)(sub.confirmed.fingerprint),)
                if sub.confirmed and isinstance(next_step(sub), DidItPrint)
                else ()
            ),
        )

    def _decide(self, order_id: OrderId, choose: Callable[[Submission], tuple[Event, ...]]) -> None:
        def work() -> Submission:
            submission = self._ledger.held(order_id).submission
            events = choose(submission)
            return keep(self._ledger, order_id, events) if events else submission

        self._not_before.pop(order_id, None)
        self._journal_lane.run(work, partial(self._kept, order_id, None))

    def _look(self, hands: Hands) -> None:
        if self._stopped or hands in self._busy:
            return
        if hands is Hands.MARKET and (self._key_rejected or self._is_waiting()):
            return
        self._busy.add(hands)
        not_before = dict(self._not_before)
        self._journal_lane.run(
            lambda: take_work(self._ledger, hands, self._clock.now(), not_before),
            partial(self._found, hands),
        )

    def _is_waiting(self) -> bool:
        until = self._market_not_before
        return until is not None and until > self._clock.now()

    def _found(self, hands: Hands, result: Result[Work | Later | Idle]) -> None:
        match result:
            case Err(error):
                self._busy.discard(hands)
                self._complain(error)
            case Ok(found):
                self._begin(hands, found)

    def _begin(self, hands: Hands, found: Work | Later | Idle) -> None:
        match found:
            case Idle():
                self._busy.discard(hands)
            case Later(when):
                self._busy.discard(hands)
                self._clock.call_at(when, partial(self._look, hands))
            case Work():
                self._lanes[hands].run(
                    partial(carry_out, found, self._market, self._store, self._printer),
                    partial(self._done, hands, found),
                )

    def _done(self, hands: Hands, work: Work, result: Result[tuple[Event, ...]]) -> None:
        if hands is Hands.MARKET and not _is_market_silent(result):
            self._failures, self._market_not_before = 0, None
            self._report(MarketFine())
        error = result.error if isinstance(result, Err) else None
        events = result.value if isinstance(result, Ok) else self._after_failure(work, error)
        order_id = work.ref.order
        self._journal_lane.run(
            lambda: settle(self._ledger, work, events),
            partial(self._settled, hands, order_id, error),
        )

    def _settled(
        self,
        hands: Hands,
        order_id: OrderId,
        error: Exception | None,
        result: Result[Submission],
    ) -> None:
        self._busy.discard(hands)
        self._kept(order_id, error, result)

    def _kept(self, order_id: OrderId, error: Exception | None, result: Result[Submission]) -> None:
        match result:
            case Err(trouble):
                self._complain(trouble)
            case Ok(submission):
                told = error if isinstance(error, PackdeskError) else None
                retry_at = self._not_before.get(order_id) or self._market_not_before
                self._report(SubmissionMoved(order_id, submission, told, retry_at))
                self.wake()

    def _after_failure(self, work: Work, error: Exception | None) -> tuple[Event, ...]:
        """Put off what must wait, and give the events that tell what is known of the step."""
        step = work.step.step if isinstance(work.step, FindOut) else work.step
        kind, order_id = kind_of(step), work.ref.order
        undone: tuple[Event, ...] = (
            () if isinstance(work.step, FindOut) else (StepUndone(kind, work.fingerprint),)
        )
        match error:
            case MarketKeyRejected():
                self._key_rejected = True
                self._report(MarketTrouble(error, None))
                return undone
            case MarketRefused():
                return (StepRefused(kind, work.fingerprint, error.status, error.messages),)
            case MarketUnreachable() | MarketBusy():
                until = error.retry_at if isinstance(error, MarketBusy) else None
                self._market_pause(error, until)
                return undone
            case MarketError():
                self._market_pause(error, None)
                return ()
            case PrinterUnavailable() | LabelUnreadable():
                self._put_off(order_id, PRINT_PAUSE)
                return (PrintDenied(work.fingerprint),)
            case _:
                self._put_off(order_id, PAUSES[-1])
                self._complain(error or RuntimeError("no error and no result"))
                return ()

    def _market_pause(self, error: MarketError, until: datetime | None) -> None:
        pause = PAUSES[min(self._failures, len(PAUSES) - 1)]
        if isinstance(error, MarketBusy) and until is None:
            pause = PARALLEL_PAUSE
        self._failures += 1
        when = until or self._clock.now() + pause
        self._market_not_before = when
        self._clock.call_at(when, partial(self._look, Hands.MARKET))
        self._report(MarketTrouble(error, when))

    def _put_off(self, order_id: OrderId, pause: timedelta) -> None:
        when = self._clock.now() + pause
        self._not_before[order_id] = when
        self._clock.call_at(when, self.wake)

    def _complain(self, error: Exception) -> None:
        if isinstance(error, PackdeskError):
            self._report(JournalStopped(error))
        else:
            self._on_bug(error)


def _is_market_silent(result: Result[tuple[Event, ...]]) -> bool:
    """Whether the result tells nothing good about the Market being there."""
    return isinstance(result, Err) and not isinstance(result.error, MarketRefused)
