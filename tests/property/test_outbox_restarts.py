"""However often answers are lost and the program dies, the Market ends as was confirmed, once."""

import os
from collections import Counter
from random import Random

import pytest

from packdesk.domain.box_contents import holds
from packdesk.domain.codes import CodeKind
from packdesk.domain.errands import (
    Cancel,
    CancelReason,
    Errand,
    ErrandAsked,
    GiveExternalId,
    MoveOn,
    SetTrack,
)
from packdesk.domain.events import LabelsPrinted
from packdesk.domain.ids import DeliveryServiceId
from packdesk.domain.layout import BoxLayout
from packdesk.domain.next_steps import (
    AnswersUnreadable,
    DidItPrint,
    Finished,
    MarketSaidNo,
    NotConfirmed,
    OrderIsChanged,
)
from packdesk.domain.order import Order, OrderStatus, ProgramType, Track
from tests.builders import cis, item, order
from tests.fakes.lane import ManualLane
from tests.fakes.losing_market import LosingMarket, Took
from tests.fakes.market import Op
from tests.fakes.outbox_bench import OutboxBench, layout_of

SHIFTS = int(os.environ.get("PACKDESK_SHIFTS", "500"))
A_RUN = 100
MARKED = order(item(1, 1, marking=(CodeKind.CIS,)), number=11111)
SHORT = order(item(1, 2), item(2, 1), number=22222)
DBS = order(item(1, 1), number=33333, program=ProgramType.DBS)
DROPPED = order(item(1, 1), number=44444)
ORDERS = (MARKED, SHORT, DBS, DROPPED)
LAYOUTS: dict[int, BoxLayout] = {
    MARKED.id: layout_of(MARKED, (cis(),)),
    SHORT.id: layout_of(SHORT, without=1, remove=True),
    DBS.id: layout_of(DBS),
    DROPPED.id: layout_of(DROPPED),
}
TRACK = Track("RB123456785RU", DeliveryServiceId(139))
ASKED: dict[int, tuple[Errand, ...]] = {
    DBS.id: (SetTrack(TRACK),),
    MARKED.id: (GiveExternalId("B-2008"),),
    DROPPED.id: (Cancel(CancelReason.SHOP_FAILED),),
}
UNREPEATED = {Op.SET_EXTERNAL_ID.value, Op.MARK_READY.value, "set_track"}


class Shift:
    """A day with a person who tells the truth, a bad Market and a program that dies."""

    def __init__(self, seed: int) -> None:
        self.source = Random(seed)
        self.market = LosingMarket(*ORDERS, source=self.source, share=0.4)
        self.bench = OutboxBench(self.market, *ORDERS)
        self.deaths: Counter[str] = Counter()

    def begin(self) -> None:
        """What is kept here is acknowledged, and must come out whatever happens."""
        for one in ORDERS:
            external = "A-1007" if one is SHORT else None
            self.bench.confirm(one, LAYOUTS[one.id], external)
            self.bench.ledger.record(one.id, tuple(map(ErrandAsked, ASKED.get(one.id, ()))))
            for _ in range(self.source.randrange(5)):
                self.step(kill=0.05)

    def step(self, kill: float) -> None:
        lanes = self.bench.busy_lanes
        if not lanes:
            self.answer()
            self.bench.clock.move(self.source.choice((1, 5, 30, 61)))
            return
        lane = self.source.choice(lanes)
        if self.source.random() >= kill:
            lane.run_one()
            return
        self.die(lane)

    def die(self, lane: ManualLane) -> None:
        """Before the work of a lane, or after it and before anybody hears of it."""
        name = next(n for n, one in vars(self.bench).items() if one is lane)
        if self.source.random() < 0.5:
            self.deaths[f"before {name}"] += 1
        else:
            work, _ = lane.waiting.popleft()
            try:
                work()
            except Exception as error:  # noqa: BLE001 - a lane is the one broad catch
                self.deaths[f"after {type(error).__name__} in {name}"] += 1
            else:
                self.deaths[f"after {name}"] += 1
        self.bench = self.bench.restarted()

    def answer(self) -> None:
        """What a person does who looks in now and then."""
        bench = self.bench
        for one in ORDERS:
            match bench.next(one):
                case DidItPrint():
                    told = len(bench.kept(one, LabelsPrinted))
                    came = sum(job.order == one.id for job in bench.printer.jobs)
                    bench.outbox.say_printed(one.id, printed=came > told)
                case MarketSaidNo() | AnswersUnreadable():
                    bench.outbox.retry(one.id)
                case OrderIsChanged(changes):
                    pytest.fail(f"nobody changed it: {changes}")
                case Finished() if one is DBS and not self.is_moving:
                    bench.outbox.ask_errand(one.id, MoveOn(OrderStatus.DELIVERY))
                case _:
                    pass
            if bench.held(one).errands.stopped is not None:
                bench.outbox.retry_errand(one.id)

    @property
    def is_moving(self) -> bool:
        errands = self.bench.held(DBS).errands
        return any(isinstance(one, MoveOn) for one in (*errands.waiting, *errands.done))

    @property
    def is_over(self) -> bool:
        done = all(isinstance(self.bench.next(one), Finished | NotConfirmed) for one in ORDERS)
        return done and self.is_moving and not self.bench.journal.outbox()


def effects(shift: Shift, one: Order, field: str) -> list[Took]:
    return [
        took
        for took in shift.market.effects
        if took.order == one.id and getattr(took.was, field) != getattr(took.now, field)
    ]


def check_the_end(shift: Shift) -> None:
    market, bench = shift.market, shift.bench
    for one in (MARKED, SHORT, DBS):
        assert holds(market.stored(one.id).stored_boxes, LAYOUTS[one.id])
        assert {i.id: i.count for i in market.stored(one.id).items} == LAYOUTS[one.id].units
        assert sum(job.order == one.id for job in bench.printer.jobs) == 1
    assert market.stored(MARKED.id).is_ready
    assert market.stored(SHORT.id).is_ready
    assert market.stored(DROPPED.id).status is OrderStatus.CANCELLED
    assert market.stored(DBS.id).status is OrderStatus.DELIVERY
    assert market.stored(DBS.id).delivery.tracks == (TRACK,)
    assert market.stored(SHORT.id).external_id == "A-1007"
    assert market.stored(MARKED.id).external_id == "B-2008"
    assert len(effects(shift, SHORT, "items")) == 1
    assert len(effects(shift, SHORT, "external_id")) == 1
    assert len(effects(shift, MARKED, "external_id")) == 1
    assert len(effects(shift, MARKED, "substatus")) == 1
    assert len(effects(shift, DROPPED, "status")) == 1
    assert len(effects(shift, DBS, "status")) == 1
    assert len(effects(shift, DBS, "delivery")) == 1
    assert bench.bugs == []


def check_nothing_was_blind(shift: Shift) -> None:
    """Between two tries of one thing the order was read."""
    tried: set[tuple[str, int]] = set()
    for entry in shift.market.log:
        if isinstance(entry, Took):
            continue
        call, order_id = entry
        if call == Op.ORDER.value:
            tried = {one for one in tried if one[1] != order_id}
        elif call in UNREPEATED or (call == Op.SET_LAYOUT.value and order_id == SHORT.id):
            assert entry not in tried
            tried.add(entry)


def live_through(seed: int) -> Shift:
    shift = Shift(seed)
    shift.begin()
    for _ in range(shift.source.randrange(60, 400)):
        shift.step(kill=0.08)
    shift.market.share = 0.0
    for _ in range(3000):
        if shift.is_over:
            break
        shift.step(kill=0.0)
    return shift


@pytest.mark.parametrize("first", range(0, SHIFTS, A_RUN))
def test_a_shift_ends_as_confirmed_and_does_nothing_twice(first: int) -> None:
    deaths: Counter[str] = Counter()
    for seed in range(first, min(first + A_RUN, SHIFTS)):
        print("seed", seed)
        shift = live_through(seed)
        check_the_end(shift)
        check_nothing_was_blind(shift)
        deaths.update(shift.deaths)
    print(dict(deaths))
    lanes = ("journal_lane", "market_lane", "print_lane")
    assert {f"{when} {lane}" for when in ("before", "after") for lane in lanes} <= set(deaths)
