"""A Market that fails at random, and keeps account of what each call did."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from typing_extensions import override

from packdesk.domain.ids import OrderId, OrderRef
from packdesk.domain.order import Order, Track
from packdesk.station.errors import (
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketError,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
)
from tests.fakes.market import FakeMarket, Op

T = TypeVar("T")

BEFORE: tuple[Callable[[str], MarketError], ...] = (
    MarketUnreachable,
    MarketBusy,
    MarketOutcomeUnknown,
    lambda name: MarketBroken(name, status=503),
    lambda name: MarketRefused(name, status=423),
)
AFTER: tuple[Callable[[str], MarketError], ...] = (
    MarketOutcomeUnknown,
    lambda name: MarketBroken(name, status=500),
    lambda name: MarketAnswerUnreadable(name, body="<html>"),
)


@dataclass(frozen=True, slots=True)
class Took:
    """A call changed an order: ``what`` it was like before and after."""

    call: str
    order: OrderId
    was: object
    now: object


class LosingMarket(FakeMarket):
    """Fails ``share`` of all calls, before or after their effect; ``log`` tells calls and effects."""

    def __init__(self, *orders: Order, source: Random, share: float) -> None:
        super().__init__(*orders)
        self.source = source
        self.share = share
        self.log: list[Took | tuple[str, OrderId]] = []

    @property
    def effects(self) -> list[Took]:
        return [one for one in self.log if isinstance(one, Took)]

    @override
    def set_track(self, ref: OrderRef, track: Track) -> None:
        def store() -> None:
            order = self.stored(ref.order)
            delivery = replace(order.delivery, tracks=(*order.delivery.tracks, track))
            self.put(replace(order, delivery=delivery))

        self._lossy("set_track", ref, store)

    @override
    def _do(self, op: Op, work: Callable[[], T], *given: object) -> T:
        refs = [one for one in given if isinstance(one, OrderRef)]
        if not refs:
            return super()._do(op, work, *given)
        return self._lossy(
            op.value, refs[0], lambda: super(LosingMarket, self)._do(op, work, *given)
        )

    def _lossy(self, name: str, ref: OrderRef, work: Callable[[], T]) -> T:
        self.log.append((name, ref.order))
        fate = self.source.random()
        if fate < self.share / 2:
            raise self.source.choice(BEFORE)(name)
        was = self.stored(ref.order)
        value = work()
        now = self.stored(ref.order)
        if was != now:
            self.log.append(Took(name, ref.order, was, now))
        if fate < self.share:
            raise self.source.choice(AFTER)(name)
        return value
