"""Setting many orders ready to ship in one go. Plain functions, each of one lane.

What a failure of a request does to its orders (30 at most):

* unreachable, busy, key rejected, shop in migration: known not to have happened; nothing more goes
  out, these orders and those after them stay as they were.
* refused (other 4xx): every order of the request is refused with the Market's own words.
* anything else: it may have happened. The orders are read again; those that are ready are done,
  the others stay as they were, and the batch goes on. Nothing is asked twice. Where they cannot be
  read, they stay begun, the outbox looks them up, and the batch ends.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from packdesk.domain.batch_ready import Readiness, changes_before, is_set, readiness
from packdesk.domain.changes import Change
from packdesk.domain.errands import GiveExternalId
from packdesk.domain.events import (
    Event,
    MarkedReady,
    OrderChanged,
    StepRefused,
    StepStarted,
    StepUndone,
)
from packdesk.domain.ids import CampaignId, OrderId
from packdesk.domain.layout import BoxLayout, Fingerprint
from packdesk.domain.made_elsewhere import is_packed_elsewhere
from packdesk.domain.order import Order
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import Submission
from packdesk.station.day_reports import OrderReadiness, SetReady
from packdesk.station.errors import (
    JournalOutOfStep,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketRefused,
    MarketUnreachable,
)
from packdesk.station.ledger import Ledger
from packdesk.station.ports import Market, OrderQuery, StatusAnswer

AT_ONCE = 30
"""updateOrderStatuses takes so many orders."""
ASKED_AT_ONCE = 50
REFUSED = 400
MIGRATION = 423


@dataclass(frozen=True, slots=True)
class Chosen:
    """An order as it was when it was chosen; ``layout`` is None where it was packed elsewhere."""

    order: Order
    layout: BoxLayout | None


@dataclass(frozen=True, slots=True)
class Batch:
    """Orders of one shop whose start is in the journal, and those that are held back."""

    campaign: CampaignId
    chosen: tuple[Chosen, ...]
    held_back: tuple[OrderReadiness, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """What is known after the requests; ``unclear`` may or may not be ready.

    ``changed`` are orders that became others, with the changes; ``untouched`` were not set, and
    nothing of them is to be told but that.
    """

    fresh: tuple[Order, ...] = ()
    answers: tuple[StatusAnswer, ...] = ()
    changed: tuple[tuple[OrderId, tuple[Change, ...]], ...] = ()
    untouched: tuple[OrderId, ...] = ()
    unclear: tuple[OrderId, ...] = ()
    error: MarketError | None = None


def state_of(ledger: Ledger, order: Order) -> OrderReadiness:
    """What an order lacks. Journal lane."""
    found = readiness(order, _submission(ledger, order.id))
    if found is Readiness.MAY_BE_SET and _awaits_number(ledger, order.id):
        found = Readiness.NUMBER_WAITS
    return OrderReadiness(order.id, found, order.external_id)


def begin(ledger: Ledger, campaign: CampaignId, wanted: Sequence[OrderId]) -> Batch:
    """Choose what may be set ready and put its start into the journal. Journal lane."""
    chosen, held_back = [], []
    for order_id in dict.fromkeys(wanted):
        order = ledger.order(order_id)
        if order is None or order.campaign_id != campaign:
            continue
        state = state_of(ledger, order)
        if state.readiness is Readiness.MAY_BE_SET:
            _note(ledger, order_id, lambda _, fp: StepStarted(StepKind.MARK_READY, fp))
            submission = _submission(ledger, order_id)
            confirmed = submission.confirmed if submission is not None else None
            chosen.append(Chosen(order, confirmed.layout if confirmed is not None else None))
        elif state.readiness is not Readiness.READY:
            held_back.append(state)
    return Batch(campaign, tuple(chosen), tuple(held_back))


def send(batch: Batch, market: Market) -> Sent:
    """Read the orders again, set those ready that have not changed. Market lane."""
    ids = tuple(one.order.id for one in batch.chosen)
    try:
        fresh = _read(market, batch.campaign, ids)
    except MarketError as error:
        return Sent(untouched=ids, error=error)
    asking = _Asking(batch.campaign, market, dict(fresh))
    to_send = []
    for one in batch.chosen:
        order_id, now = one.order.id, fresh.get(one.order.id)
        if now is None:
            asking.untouched.append(order_id)
        elif is_set(now, one.layout):
            asking.answers[order_id] = StatusAnswer(order_id)
        elif changes := changes_before(one.order, now, one.layout):
            asking.changed.append((order_id, changes))
        else:
            to_send.append(order_id)
    asking.ask_all(to_send)
    return asking.sent


def finish(ledger: Ledger, batch: Batch, sent: Sent) -> SetReady:
    """Keep what is known of every order. Journal lane.

    What is unclear stays begun: the outbox looks it up at the Market.
    """
    for answer in sent.answers:
        _note(ledger, answer.order, partial(_result, answer))
    for order_id in sent.untouched:
        _note(ledger, order_id, _undone)
    ledger.take_fresh(sent.fresh)
    ledger.take_set_ready(tuple(one.order for one in sent.answers if not one.trouble))
    for order_id, changes in sent.changed:
        _note(ledger, order_id, partial(_changed, changes))
    states = (
        *map(_as_changed, _states(ledger, (order_id for order_id, _ in sent.changed))),
        *_states(ledger, sent.untouched),
    )
    return SetReady(
        batch.campaign,
        sent.answers,
        tuple(one for one in (*batch.held_back, *states) if one.readiness is not Readiness.READY),
        sent.unclear,
        sent.error,
    )


def _states(ledger: Ledger, orders: Iterable[OrderId]) -> Iterator[OrderReadiness]:
    found = (ledger.order(order_id) for order_id in orders)
    return (state_of(ledger, order) for order in found if order is not None)


@dataclass(slots=True)
class _Asking:
    """The requests of one batch, one after the other."""

    campaign: CampaignId
    market: Market
    fresh: dict[OrderId, Order]
    answers: dict[OrderId, StatusAnswer] = field(default_factory=dict)
    changed: list[tuple[OrderId, tuple[Change, ...]]] = field(default_factory=list)
    untouched: list[OrderId] = field(default_factory=list)
    unclear: list[OrderId] = field(default_factory=list)
    error: MarketError | None = None
    is_over: bool = False

    @property
    def sent(self) -> Sent:
        return Sent(
            tuple(self.fresh.values()),
            tuple(self.answers.values()),
            tuple(self.changed),
            tuple(self.untouched),
            tuple(self.unclear),
            self.error,
        )

    def ask_all(self, orders: list[OrderId]) -> None:
        for start in range(0, len(orders), AT_ONCE):
            some = tuple(orders[start : start + AT_ONCE])
            if self.is_over:
                self.untouched += some
            else:
                self._ask(some)

    def _ask(self, some: tuple[OrderId, ...]) -> None:
        told: tuple[StatusAnswer, ...] = ()
        try:
            told = self.market.mark_many_ready(self.campaign, some)
        except (MarketUnreachable, MarketBusy, MarketKeyRejected) as error:
            self._end(some, error)
            return
        except MarketRefused as error:
            if error.status == MIGRATION:
                self._end(some, error)
                return
            text = "; ".join(error.messages) or str(error.status)
            told = tuple(StatusAnswer(order_id, text) for order_id in some)
        except MarketError as error:
            self.error = error
        self.answers.update((answer.order, answer) for answer in told)
        silent = tuple(one for one in some if one not in self.answers)
        if silent:
            self._look_up(silent)

    def _end(self, some: tuple[OrderId, ...], error: MarketError) -> None:
        self.untouched += some
        self.error, self.is_over = error, True

    def _look_up(self, asked: tuple[OrderId, ...]) -> None:
        """The Market did not say what became of these: what the orders themselves say."""
        try:
            fresh = _read(self.market, self.campaign, asked)
        except MarketError as error:
            self.unclear += asked
            self.error, self.is_over = self.error or error, True
            return
        self.fresh.update(fresh)
        for order_id in asked:
            now = fresh.get(order_id)
            if now is not None and now.is_ready:
                self.answers[order_id] = StatusAnswer(order_id)
            else:
                self.untouched.append(order_id)


def _read(market: Market, campaign: CampaignId, ids: tuple[OrderId, ...]) -> dict[OrderId, Order]:
    found: dict[OrderId, Order] = {}
    for start in range(0, len(ids), ASKED_AT_ONCE):
        query = OrderQuery(campaigns=(campaign,), orders=ids[start : start + ASKED_AT_ONCE])
        found.update((order.id, order) for order in market.orders(query))
    return found


def _awaits_number(ledger: Ledger, order_id: OrderId) -> bool:
    if ledger.order(order_id) is None:
        return False
    errands = ledger.held(order_id).errands
    # One that was refused waits for a person, and the order goes without it.
    given = any(isinstance(one, GiveExternalId) for one in errands.waiting)
    return given and errands.stopped is None


def _submission(ledger: Ledger, order_id: OrderId) -> Submission | None:
    """How an order that was packed here goes out; None for one that never was."""
    if ledger.order(order_id) is None:
        return None
    held = ledger.held(order_id)
    is_ours = held.packing.groups and not is_packed_elsewhere(held.packing)
    return held.submission if is_ours else None


def _result(answer: StatusAnswer, submission: Submission, fingerprint: Fingerprint) -> Event | None:
    if answer.trouble:
        return StepRefused(StepKind.MARK_READY, fingerprint, REFUSED, (answer.trouble,))
    # The outbox may have looked it up meanwhile.
    return None if submission.is_ready else MarkedReady(fingerprint)


def _changed(changes: tuple[Change, ...], submission: Submission, _: Fingerprint) -> Event | None:
    # The fresh order may have told its changes already.
    return None if submission.changes else OrderChanged(changes)


def _as_changed(state: OrderReadiness) -> OrderReadiness:
    """An order that was packed elsewhere has no journal that would hold it back."""
    if state.readiness is not Readiness.MAY_BE_SET:
        return state
    return replace(state, readiness=Readiness.CHANGED)


def _undone(submission: Submission, fingerprint: Fingerprint) -> Event | None:
    if submission.started is not StepKind.MARK_READY:
        return None
    return StepUndone(StepKind.MARK_READY, fingerprint)


def _note(
    ledger: Ledger,
    order_id: OrderId,
    event_of: Callable[[Submission, Fingerprint], Event | None],
) -> None:
    """Keep an event of an order whose layout was confirmed here; others have no journal."""
    submission = _submission(ledger, order_id)
    if submission is None or submission.confirmed is None:
        return
    event = event_of(submission, submission.confirmed.fingerprint)
    if event is None:
        return
    try:
        ledger.record(order_id, (event,))
    except JournalOutOfStep:
        # Another program wrote: what it wrote is read when the order is next needed.
        ledger.forget(order_id)
