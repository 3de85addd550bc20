"""The outbox: carries confirmed layouts and errands to the Market, one pure-chosen thing at a time.

An order's errands go before the next step of its submission. The start of what changes something
is in the journal before anything goes out. What a failure does:

* unreachable, busy (420 of either kind), shop in migration (423): known not to have happened. It
  is taken off again (StepUndone, ErrandUndone), nothing more goes out to the Market until the time
  that it names, else for a second (too many at once), a minute (migration), or 1 s to 60 s,
  longer each time (unreachable); then the order goes on where it was.
* outcome unknown, broken (5xx, 499): nothing is kept, so it stays begun; the Market is left alone
  as when unreachable. Then what only reads, or replaces a layout without removing, is done
  again; all else is first looked up in the order itself: it is there (kept as done) or it is
  not (kept as undone, and sent again).
* unreadable: nothing is learnt, so as with an unknown outcome, but only this order waits for 15 s.
  A step counts it (AnswerUnreadable): after three in a row a person is asked.
* refused (other 4xx, or no such order): kept with the Market's own words (StepRefused,
  ErrandRefused), the order waits for a person, others go on. Where the mere look-up was refused
  nothing is kept, and it is looked up again after a minute.
* key rejected (401, 403, a shop's API that is switched off): taken off again, and nothing more goes
  out to the Market until another key is given, or the same one anew.
* printer unavailable: known not to be printed (PrintDenied); the order is tried again after 15 s.
  A kept label that is missing or damaged is fetched anew (LabelsLost), three times at most.
* print outcome unknown: nothing is kept, and the packer is asked "did it print?".
* journal unavailable: nothing more is begun; it is tried again after 15 s. A result that could not
  be kept is found out again as after a crash.
* anything else is a bug: the order is put off for a minute, the bug goes to the crash hook.

A refused errand, or one that met tracks nobody knew of, holds up the later steps of its order.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import assert_never

from packdesk.domain.errands import Errand, ErrandAsked, ErrandDropped, ErrandRetryAsked
from packdesk.domain.events import (
    ChangesSeen,
    Event,
    LabelsPrinted,
    PrintDenied,
    ReprintAsked,
    RetryAsked,
)
from packdesk.domain.ids import OrderId
from packdesk.domain.next_steps import AnswersUnreadable, DidItPrint, MarketSaidNo
from packdesk.domain.submission import next_step
from packdesk.station.aftermath import (
    AnotherKey,
    Bug,
    Nothing,
    OnlyThisOrder,
    Waits,
    WholeMarket,
    aftermath,
)
from packdesk.station.agenda import Hands, Idle, Later, settle, take_work
from packdesk.station.carry_out import Outcome, Tools, Work, carry_out
from packdesk.station.errors import (
    JournalError,
    JournalOutOfStep,
    MarketAnswerUnreadable,
    MarketRefused,
    OrderUnknown,
    PackdeskError,
)
from packdesk.station.ledger import Held, Ledger
from packdesk.station.ports import Clock, Err, Lane, Ok, Result
from packdesk.station.reports import (
    JournalStopped,
    MarketFine,
    MarketTrouble,
    Report,
    SubmissionMoved,
)
from packdesk.station.run_errand import ErrandWork, run_errand

PAUSES = tuple(timedelta(seconds=s) for s in (1, 2, 4, 8, 15, 30, 60))
JOURNAL_PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(hours=1)
"""The longest period of the Market's quotas."""

log = logging.getLogger("packdesk.outbox")


class Outbox:
    """Sends what is confirmed. GUI thread; the work itself is done in lanes."""

    def __init__(
        self,
        ledger: Ledger,
        tools: Tools,
        lanes: dict[Hands, Lane],
        journal_lane: Lane,
        clock: Clock,
        report: Callable[[Report], None],
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._ledger = ledger
        self._tools = tools
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
        """A person wants a step tried again that was refused, or had no readable answer."""

        def choose(held: Held) -> tuple[Event, ...]:
            confirmed, step = held.submission.confirmed, next_step(held.submission)
            waits = isinstance(step, MarketSaidNo | AnswersUnreadable)
            return (RetryAsked(confirmed.fingerprint),) if confirmed and waits else ()

        self._decide(order_id, choose)

    def say_printed(self, order_id: OrderId, *, printed: bool) -> None:
        """The packer's answer to "did it print?"."""
        said = LabelsPrinted if printed else PrintDenied

        def choose(held: Held) -> tuple[Event, ...]:
            confirmed, step = held.submission.confirmed, next_step(held.submission)
            asked = isinstance(step, DidItPrint)
            return (said(confirmed.fingerprint),) if confirmed and asked else ()

        self._decide(order_id, choose)

    def reprint(self, order_id: OrderId) -> None:
        """Print the labels once more, if they are those of the layout that counts."""

        def choose(held: Held) -> tuple[Event, ...]:
            confirmed = held.submission.confirmed
            may = held.submission.may_reprint
            return (ReprintAsked(confirmed.fingerprint),) if confirmed and may else ()

        self._decide(order_id, choose)

    def see_changes(self, order_id: OrderId) -> None:
        """A person has seen how the order changed; its layout must be confirmed anew."""
        self._decide(order_id, lambda held: (ChangesSeen(),) if held.submission.changes else ())

    def ask_errand(self, order_id: OrderId, *errands: Errand) -> None:
        """Have errands done, before the next step of the order; what waits already is not asked."""

        def choose(held: Held) -> tuple[Event, ...]:
            new = dict.fromkeys(one for one in errands if one not in held.errands.waiting)
            return tuple(ErrandAsked(errand) for errand in new)

        self._decide(order_id, choose)

    def retry_errand(self, order_id: OrderId) -> None:
        """A person wants the errand tried again that was stopped."""
        self._decide(
            order_id,
            lambda held: (ErrandRetryAsked(),) if held.errands.stopped is not None else (),
        )

    def drop_errand(self, order_id: OrderId) -> None:
        """A person gives the first errand up, if it is known not to have taken effect."""
        self._decide(
            order_id, lambda held: (ErrandDropped(),) if held.errands.may_be_dropped else ()
        )

    def _decide(self, order_id: OrderId, choose: Callable[[Held], tuple[Event, ...]]) -> None:
        def decide() -> Held:
            held = self._ledger.held(order_id)
            events = choose(held)
            return self._ledger.record(order_id, events) if events else held

        def work() -> Held:
            try:
                return decide()
            except JournalOutOfStep:
                # Another program has worked on the order: what is wanted may still be done.
                self._ledger.forget(order_id)
                return decide()

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

    def _found(self, hands: Hands, result: Result[Work | ErrandWork | Later | Idle]) -> None:
        match result:
            case Err(error):
                self._busy.discard(hands)
                self._complain(error)
            case Ok(found):
                self._begin(hands, found)

    def _begin(self, hands: Hands, found: Work | ErrandWork | Later | Idle) -> None:
        match found:
            case Idle():
                self._busy.discard(hands)
            case Later(when):
                self._busy.discard(hands)
                self._clock.call_at(when, partial(self._look, hands))
            case Work():
                self._run(hands, found, partial(carry_out, found, self._tools))
            case ErrandWork():
                self._run(hands, found, lambda: run_errand(found, self._tools.market()))

    def _run(self, hands: Hands, work: Work | ErrandWork, do: Callable[[], Outcome]) -> None:
        self._lanes[hands].run(do, partial(self._done, hands, work))

    def _done(self, hands: Hands, work: Work | ErrandWork, result: Result[Outcome]) -> None:
        if hands is Hands.MARKET and _is_market_there(result):
            self._failures, self._market_not_before = 0, None
            self._report(MarketFine())
        error = result.error if isinstance(result, Err) else None
        outcome = result.value if isinstance(result, Ok) else self._after_failure(work, error)
        order_id = work.ref.order
        self._journal_lane.run(
            lambda: settle(self._ledger, work, outcome),
            partial(self._settled, hands, order_id, error),
        )

    def _settled(
        self, hands: Hands, order_id: OrderId, error: Exception | None, result: Result[Held]
    ) -> None:
        self._busy.discard(hands)
        self._kept(order_id, error, result)

    def _kept(self, order_id: OrderId, error: Exception | None, result: Result[Held]) -> None:
        match result:
            case Err(trouble):
                self._complain(trouble)
            case Ok(held):
                told = error if isinstance(error, PackdeskError) else None
                until = (self._not_before.get(order_id), self._market_not_before)
                later = [when for when in until if when is not None and when > self._clock.now()]
                at = max(later, default=None)
                moved = SubmissionMoved(order_id, held.submission, told, at, held.errands)
                self._report(moved)
                self.wake()

    def _after_failure(self, work: Work | ErrandWork, error: Exception | None) -> Outcome:
        if isinstance(error, MarketAnswerUnreadable):
            log.warning("%s of order %s: answer unreadable", error.operation, work.ref.order)
        after = aftermath(work, error)
        self._put_off(work.ref.order, after.waits, error)
        return Outcome(after.events)

    def _put_off(self, order_id: OrderId, waits: Waits, error: Exception | None) -> None:
        match waits:
            case Nothing():
                pass
            case OnlyThisOrder(pause):
                self._order_pause(order_id, pause)
            case Bug(pause):
                self._order_pause(order_id, pause)
                self._on_bug(error or RuntimeError("no error and no result"))
            case AnotherKey(rejected):
                self._key_rejected = True
                self._report(MarketTrouble(rejected, None))
            case WholeMarket():
                self._market_pause(waits)
            case _:
                assert_never(waits)

    def _market_pause(self, waits: WholeMarket) -> None:
        pause = waits.pause or PAUSES[min(self._failures, len(PAUSES) - 1)]
        self._failures += 1
        now = self._clock.now()
        # A time that is past or far away comes of a wrong clock: asked at once, for ever, or never.
        is_told = waits.until is not None and now < waits.until <= now + LONGEST_PAUSE
        when = waits.until if waits.until is not None and is_told else now + pause
        self._market_not_before = when
        self._clock.call_at(when, partial(self._market_again, when))
        self._report(MarketTrouble(waits.error, when))

    def _market_again(self, when: datetime) -> None:
        # The pause is over, whatever a clock that was set back meanwhile says.
        if self._market_not_before == when:
            self._market_not_before = None
        self._look(Hands.MARKET)

    def _order_pause(self, order_id: OrderId, pause: timedelta) -> None:
        when = self._clock.now() + pause
        self._not_before[order_id] = when
        self._clock.call_at(when, partial(self._order_again, order_id, when))

    def _order_again(self, order_id: OrderId, when: datetime) -> None:
        if self._not_before.get(order_id) == when:
            del self._not_before[order_id]
        self.wake()

    def _complain(self, error: Exception) -> None:
        match error:
            case JournalOutOfStep():
                # The order is read anew, and gone on with.
                self._journal_lane.run(
                    partial(self._ledger.forget, error.order), lambda _: self.wake()
                )
            case JournalError():
                self._report(JournalStopped(error))
                self._clock.call_at(self._clock.now() + JOURNAL_PAUSE, self.wake)
            case _:
                self._on_bug(error)


def _is_market_there(result: Result[Outcome]) -> bool:
    """Whether the Market has said something about the work, be it no."""
    return isinstance(result, Ok) or isinstance(result.error, MarketRefused | OrderUnknown)
