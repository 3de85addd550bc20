"""Setting many orders ready to ship in one go. Plain functions, each of one lane."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from packdesk.domain.batch_ready import Readiness, readiness
from packdesk.domain.changes import differences, grave
from packdesk.domain.events import Event, MarkedReady, StepRefused, StepStarted, StepUndone
from packdesk.domain.ids import CampaignId, OrderId
from packdesk.domain.layout import Fingerprint
from packdesk.domain.order import Order
from packdesk.domain.steps import StepKind
from packdesk.station.agenda import keep
from packdesk.station.day_reports import OrderReadiness, SetReady
from packdesk.station.errors import (
    MarketBusy,
    MarketError,
    MarketRefused,
    MarketUnreachable,
)
from packdesk.station.ledger import Ledger
from packdesk.station.ports import Market, OrderQuery, StatusAnswer

AT_ONCE = 30
"""updateOrderStatuses takes so many orders."""
ASKED_AT_ONCE = 50
REFUSED = 400


@dataclass(frozen=True, slots=True)
class Batch:
    """Orders of one shop whose start is in the journal, and those that are held back."""

    campaign: CampaignId
    orders: tuple[Order, ...]
    held_back: tuple[OrderReadiness, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """What is known after the requests; ``unclear`` may or may not be ready."""

    fresh: tuple[Order, ...] = ()
    answers: tuple[StatusAnswer, ...] = ()
    untouched: tuple[OrderId, ...] = ()
    unclear: tuple[OrderId, ...] = ()
    error: MarketError | None = None


def state_of(ledger: Ledger, order: Order) -> OrderReadiness:
    """What an order lacks. Journal lane."""
    known = order.id in ledger.orders
    held = ledger.held(order.id) if known else None
    submission = held.submission if held is not None and held.packing.groups else None
    return OrderReadiness(order.id, readiness(order, submission), order.external_id)


def begin(ledger: Ledger, campaign: CampaignId, wanted: Sequence[OrderId]) -> Batch:
    """Choose what may be set ready and put its start into the journal. Journal lane."""
    orders, held_back = [], []
    for order_id in dict.fromkeys(wanted):
        order = ledger.orders.get(order_id)
        if order is None:
            continue
        state = state_of(ledger, order)
        if state.readiness is Readiness.MAY_BE_SET and order.campaign_id == campaign:
            _note(ledger, order_id, lambda fp: StepStarted(StepKind.MARK_READY, fp))
            orders.append(order)
        elif state.readiness is not Readiness.READY:
            held_back.append(state)
    return Batch(campaign, tuple(orders), tuple(held_back))


def send(batch: Batch, market: Market) -> Sent:
    """Read the orders again, set those ready that have not changed. Market lane; raises nothing."""
    ids = tuple(order.id for order in batch.orders)
    try:
        fresh = _read(market, batch.campaign, ids)
    except MarketError as error:
        return Sent(untouched=ids, error=error)
    same = [o for o in batch.orders if o.id in fresh and not grave(differences(o, fresh[o.id]))]
    already = [StatusAnswer(order_id) for order_id in ids if _is_ready(fresh, order_id)]
    handled = {order.id for order in same} | {answer.order for answer in already}
    changed = tuple(order_id for order_id in ids if order_id not in handled)
    to_send = [order.id for order in same]
    answers: list[StatusAnswer] = list(already)
    for start in range(0, len(to_send), AT_ONCE):
        some = tuple(to_send[start : start + AT_ONCE])
        rest = tuple(to_send[start + AT_ONCE :])
        try:
            answers += market.mark_many_ready(batch.campaign, some)
        except (MarketUnreachable, MarketBusy) as error:
            left = (*changed, *some, *rest)
            return Sent(tuple(fresh.values()), tuple(answers), left, error=error)
        except MarketRefused as error:
            text = "; ".join(error.messages)
            answers += [StatusAnswer(order_id, text or str(error.status)) for order_id in some]
        except MarketError as error:
            return _look_up(batch, market, answers, (*changed, *rest), some, error)
    return Sent(tuple(fresh.values()), tuple(answers), changed)


def finish(ledger: Ledger, batch: Batch, sent: Sent) -> SetReady:
    """Keep what is known of every order. Journal lane.

    What is unclear stays begun: the outbox looks it up at the Market.
    """
    for answer in sent.answers:
        _note(ledger, answer.order, partial(_result, answer))
    for order_id in sent.untouched:
        _note(ledger, order_id, lambda fp: StepUndone(StepKind.MARK_READY, fp))
    if sent.fresh:
        ledger.take_fresh(sent.fresh)
    changed = tuple(state_of(ledger, ledger.orders[one]) for one in sent.untouched)
    return SetReady(sent.answers, (*batch.held_back, *changed), sent.error)


def _look_up(
    batch: Batch,
    market: Market,
    answers: list[StatusAnswer],
    untouched: tuple[OrderId, ...],
    asked: tuple[OrderId, ...],
    error: MarketError,
) -> Sent:
    """The answer was lost: what the orders themselves say."""
    try:
        fresh = _read(market, batch.campaign, asked)
    except MarketError:
        return Sent((), tuple(answers), untouched, asked, error)
    done = tuple(StatusAnswer(one) for one in asked if _is_ready(fresh, one))
    left = tuple(one for one in asked if not _is_ready(fresh, one))
    return Sent(tuple(fresh.values()), (*answers, *done), (*untouched, *left), error=error)


def _read(market: Market, campaign: CampaignId, ids: tuple[OrderId, ...]) -> dict[OrderId, Order]:
    found: dict[OrderId, Order] = {}
    for start in range(0, len(ids), ASKED_AT_ONCE):
        query = OrderQuery(campaigns=(campaign,), orders=ids[start : start + ASKED_AT_ONCE])
        found.update((order.id, order) for order in market.orders(query))
    return found


def _is_ready(orders: dict[OrderId, Order], order_id: OrderId) -> bool:
    order = orders.get(order_id)
    return order is not None and order.is_ready


def _result(answer: StatusAnswer, fingerprint: Fingerprint) -> Event:
    if not answer.trouble:
        return MarkedReady(fingerprint)
    return StepRefused(StepKind.MARK_READY, fingerprint, REFUSED, (answer.trouble,))


def _note(ledger: Ledger, order_id: OrderId, event: Callable[[Fingerprint], Event]) -> None:
    """Keep an event of an order whose layout was confirmed here; others have no journal."""
    confirmed = ledger.held(order_id).submission.confirmed
    if confirmed is not None:
        keep(ledger, order_id, (event(confirmed.fingerprint),))
