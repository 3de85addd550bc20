"""Couriers of Express orders: which orders they come for, and the codes that they tell.

GUI thread; the work is done in lanes. A wrong code costs one of a few attempts, so that a code is
asked about once and never again by itself, and one that was refused is not asked about again at
all. After the last attempt the courier is given a new code (``attemptsLeft`` of
verifyOrderEac), and nothing in the order tells of it: none is asked about before the order is read
anew, which a person asks for who has heard of the new one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum
from functools import partial
from typing import TypeAlias

from packdesk.domain.courier_code import courier_code
from packdesk.domain.ids import CampaignId, OrderId, OrderRef
from packdesk.domain.order import EacType, Order, OrderStatus, OrderSubstatus, ProgramType
from packdesk.station.errors import (
    MarketBroken,
    MarketError,
    MarketOutcomeUnknown,
    OrderUnknown,
    PackdeskError,
)
from packdesk.station.ledger import Ledger
from packdesk.station.ports import (
    Clock,
    EacAnswer,
    EacResult,
    Err,
    Lane,
    Market,
    Ok,
    OrderQuery,
    Result,
)

NEAR = tuple(
    OrderSubstatus(one)
    for one in (
        "READY_TO_SHIP",
        "COURIER_SEARCH",
        "COURIER_FOUND",
        "COURIER_IN_TRANSIT_TO_SENDER",
        "COURIER_ARRIVED_TO_SENDER",
        "DELIVERY_SERVICE_UNDELIVERED",
    )
)
"""Between ready to ship and the hand-over (``OrderSubstatusType``)."""
TAKEN = OrderSubstatus("COURIER_RECEIVED")


@dataclass(frozen=True, slots=True)
class CouriersRead:
    """The Express orders that a courier with a code comes for, the most urgent first."""

    orders: tuple[Order, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class CourierOrder:
    """The order that a text names, fresh; whether it waits for a code is told by the order."""

    order: Order


@dataclass(frozen=True, slots=True)
class NoCourierOrder:
    """No order of this number, own number or parcel is known at this table."""

    text: str


@dataclass(frozen=True, slots=True)
class EacAnswered:
    """The Market has judged a courier's code."""

    order: OrderId
    answer: EacAnswer


@dataclass(frozen=True, slots=True)
class EacFailed:
    """The code was not judged; ``may_have_cost``: it may have, and only the answer was lost."""

    order: OrderId
    error: PackdeskError
    may_have_cost: bool = False


class NotAsked(Enum):
    """Why the Market was not asked about a code, so that it cost nothing."""

    NO_CODE = "it has signs that no code has"
    REFUSED_BEFORE = "the Market has refused it for this order"
    NO_ATTEMPTS = "no attempts are left"


@dataclass(frozen=True, slots=True)
class EacNotAsked:
    """A code did not go out."""

    order: OrderId
    why: NotAsked


@dataclass(frozen=True, slots=True)
class CodesOpenAgain:
    """No attempts were left, and the order was read anew: the courier's new code may go out."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class CouriersUnread:
    """Who is waited for could not be read; what was read before still stands."""

    error: PackdeskError


@dataclass(frozen=True, slots=True)
class CourierTrouble:
    """One order could not be read, or the journal does not take what was."""

    error: PackdeskError


EacReport: TypeAlias = EacAnswered | EacFailed | EacNotAsked
CourierReport: TypeAlias = (
    CouriersRead
    | CouriersUnread
    | CourierOrder
    | NoCourierOrder
    | EacReport
    | CodesOpenAgain
    | CourierTrouble
)


class CourierCodes:
    """Tells who is waited for, and what the Market says of a code."""

    def __init__(
        self,
        ledger: Ledger,
        market: Callable[[], Market],
        journal_lane: Lane,
        market_lane: Lane,
        clock: Clock,
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._ledger = ledger
        self._market = market
        self._journal_lane = journal_lane
        self._lane = market_lane
        self._clock = clock
        self._on_bug = on_bug
        self._shops: tuple[CampaignId, ...] = ()
        self._verifying: set[OrderId] = set()
        self._refused: dict[OrderId, frozenset[str]] = {}
        self._spent: set[OrderId] = set()
        self._listeners: list[Callable[[CourierReport], None]] = []

    def listen(self, listener: Callable[[CourierReport], None]) -> None:
        """Be told every report; the listener is held."""
        self._listeners.append(listener)

    def choose_shops(self, campaigns: tuple[CampaignId, ...]) -> None:
        """Only orders of these shops; empty: of all."""
        self._shops = campaigns

    def look(self) -> None:
        """Read which orders a courier comes for."""
        self._lane.run(partial(self._near, self._shops), self._read)

    def find(self, text: str) -> None:
        """Tell the order that a number, own number or parcel names."""

        def found(result: Result[Order | None]) -> None:
            match result:
                case Ok(Order(ref=ref)):
                    self._lane.run(partial(self._fresh, ref), self._found)
                case Ok():
                    self._report(NoCourierOrder(text))
                case Err(error):
                    self._trouble(error)

        self._journal_lane.run(partial(self._known, text), found)

    def verify(self, ref: OrderRef, code: str) -> None:
        """Check the code that a courier tells; a wrong one costs an attempt.

        While one code of an order is being checked, another of it is not.
        """
        if ref.order in self._verifying:
            return
        plain = courier_code(code)
        if plain is None:
            self._report(EacNotAsked(ref.order, NotAsked.NO_CODE))
            return
        if ref.order in self._spent:
            self._report(EacNotAsked(ref.order, NotAsked.NO_ATTEMPTS))
            return
        if plain in self._refused.get(ref.order, ()):
            self._report(EacNotAsked(ref.order, NotAsked.REFUSED_BEFORE))
            return
        self._verifying.add(ref.order)
        self._lane.run(partial(self._verify, ref, plain), partial(self._verified, ref, plain))

    def _near(self, shops: tuple[CampaignId, ...]) -> CouriersRead:
        """Market lane."""
        found = self._market().orders(
            OrderQuery(
                campaigns=shops,
                statuses=(OrderStatus.PROCESSING, OrderStatus.DELIVERY),
                substatuses=NEAR,
            )
        )
        return CouriersRead(
            tuple(sorted((one for one in found if has_code(one)), key=_urgency)), self._clock.now()
        )

    def _read(self, result: Result[CouriersRead]) -> None:
        match result:
            case Ok(read):
                self._open(read.orders)
                self._report(read)
                self._journal_lane.run(lambda: self._ledger.take_fresh(read.orders), self._taken)
            case Err(PackdeskError() as error):
                self._report(CouriersUnread(error))
            case Err(error):
                self._on_bug(error)

    def _taken(self, result: Result[tuple[OrderId, ...]]) -> None:
        if isinstance(result, Err):
            self._trouble(result.error)

    def _known(self, text: str) -> Order | None:
        """Journal lane."""
        order_id = self._ledger.find_order(text.strip())
        return None if order_id is None else self._ledger.order(order_id)

    def _fresh(self, ref: OrderRef) -> CourierOrder:
        """Market lane."""
        return CourierOrder(self._market().order(ref))

    def _found(self, result: Result[CourierOrder]) -> None:
        match result:
            case Ok(told):
                self._open((told.order,))
                self._report(told)
            case Err(error):
                self._trouble(error)

    def _open(self, orders: tuple[Order, ...]) -> None:
        """A new code of a courier may be equal to one that was refused before."""
        for order in orders:
            if order.id in self._spent:
                self._spent.discard(order.id)
                self._refused.pop(order.id, None)
                self._report(CodesOpenAgain(order.id))

    def _verify(self, ref: OrderRef, code: str) -> EacAnswered | EacFailed:
        """Market lane."""
        market = self._market()
        try:
            return EacAnswered(ref.order, market.verify_eac(ref, code))
        except (MarketOutcomeUnknown, MarketBroken) as error:
            return self._after_silence(market, ref, error)
        except MarketError as error:
            return EacFailed(ref.order, error)

    def _after_silence(
        self, market: Market, ref: OrderRef, error: MarketError
    ) -> EacAnswered | EacFailed:
        """A code that was accepted moves the order on; a wrong one leaves no trace."""
        try:
            order = market.order(ref)
        except (MarketError, OrderUnknown):
            return EacFailed(ref.order, error, may_have_cost=True)
        if order.substatus == TAKEN:
            return EacAnswered(ref.order, EacAnswer(EacResult.ACCEPTED))
        return EacFailed(ref.order, error, may_have_cost=True)

    def _verified(self, ref: OrderRef, code: str, result: Result[EacAnswered | EacFailed]) -> None:
        self._verifying.discard(ref.order)
        match result:
            case Ok(told):
                if isinstance(told, EacAnswered):
                    self._remember(ref.order, code, told.answer)
                self._report(told)
            case Err(PackdeskError() as error):
                self._report(EacFailed(ref.order, error))
            case Err(error):
                self._on_bug(error)

    def _remember(self, order: OrderId, code: str, answer: EacAnswer) -> None:
        if is_refusal(answer):
            self._refused[order] = self._refused.get(order, frozenset()) | {code}
        if has_no_attempts(answer):
            self._spent.add(order)

    def _report(self, report: CourierReport) -> None:
        for listener in self._listeners:
            listener(report)

    def _trouble(self, error: Exception) -> None:
        if isinstance(error, PackdeskError):
            self._report(CourierTrouble(error))
        else:
            self._on_bug(error)


def has_code(order: Order) -> bool:
    """Whether a code is told at this order's hand-over, by whomever."""
    return order.program is ProgramType.EXPRESS and order.delivery.eac_type in set(EacType)


def is_refusal(answer: EacAnswer) -> bool:
    """Whether the code is a wrong one."""
    return answer.result in {EacResult.REJECTED, EacResult.NEED_UPDATE}


def has_no_attempts(answer: EacAnswer) -> bool:
    """Whether no other code can be right before the courier has a new one."""
    spent = answer.result is EacResult.REJECTED and answer.attempts_left == 0
    return spent or answer.result is EacResult.NEED_UPDATE


def _urgency(order: Order) -> tuple[object, ...]:
    day = order.shipment_date.toordinal() if order.shipment_date else 10**7
    return day, order.shipment_time or time.max, order.id
