"""All lanes together: two requests at once, the most needed first; and lines that break."""

import json
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Condition, Semaphore

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, LayoutBox, WholeUnits
from packdesk.market.client import MarketClient
from packdesk.market.limits import Gate
from packdesk.market.transport import Transport
from packdesk.station.errors import MarketOutcomeUnknown, MarketUnreachable
from packdesk.station.ports import OrderQuery
from tests.contract.stub_server import Asked, Reply, stub_server
from tests.fakes.market import BUSINESS, order_ref
from tests.unit.market.wires import KEY, NOW

REF = order_ref(501, 1)
NO_ORDERS = json.dumps({"orders": []}).encode()
LAYOUT = BoxLayout((LayoutBox(1, (WholeUnits(1, 1),)),))  # type: ignore[arg-type] # plain numbers do


class Doorkeeper:
    """Holds every request inside until the test lets one go; notes how many were there."""

    def __init__(self) -> None:
        self.most = 0
        self.seen: list[Asked] = []
        self._inside = 0
        self._changed = Condition()
        self._may_go = Semaphore(0)

    def __call__(self, asked: Asked) -> Reply:
        with self._changed:
            self.seen.append(asked)
            self._inside += 1
            self.most = max(self.most, self._inside)
            self._changed.notify_all()
        assert self._may_go.acquire(timeout=10)
        with self._changed:
            self._inside -= 1
        return Reply(_content(asked))

    def let_go(self, number: int = 1) -> None:
        self._may_go.release(number)

    def wait_seen(self, number: int) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.seen) >= number, timeout=10)


def _content(asked: Asked) -> bytes:
    if asked.path.partition("?")[0].endswith("/orders"):
        return NO_ORDERS
    return json.dumps({"status": "OK", "result": {"boxes": [], "items": []}}).encode()


@contextmanager
def market_at(address, gate=None):
    transport = Transport(address, KEY, lambda: NOW, gate=gate)
    try:
        yield MarketClient(transport, BUSINESS, read_attempts=1)
    finally:
        transport.close()


def _until_waiting(gate: Gate, number: int) -> None:
    with gate._changed:
        assert gate._changed.wait_for(lambda: len(gate._waiting) == number, timeout=10)


def test_two_requests_of_all_lanes_are_on_their_way_and_the_needed_ones_go_first():
    door, gate = Doorkeeper(), Gate()
    queue, single = OrderQuery(), OrderQuery(orders=(OrderId(1),))
    with stub_server(door) as address, market_at(address, gate) as market:
        wanted = {
            "orders": lambda: market.orders(queue),
            "status": lambda: market.code_checks(REF),
            "order": lambda: market.orders(single),
            "boxes": lambda: market.set_layout(REF, LAYOUT),
        }
        with ThreadPoolExecutor(6) as lanes:
            results: list[Future[object]] = [lanes.submit(wanted["orders"]) for _ in range(2)]
            door.wait_seen(2)
            for waiting, work in enumerate(wanted.values(), start=1):
                results.append(lanes.submit(work))
                _until_waiting(gate, waiting)
            for number in range(3, 7):
                door.let_go()
                door.wait_seen(number)
            door.let_go(2)
            for result in results:
                result.result(timeout=10)
    assert door.most == 2
    assert [_purpose(asked) for asked in door.seen[2:]] == ["boxes", "order", "status", "orders"]


def _purpose(asked: Asked) -> str:
    name = asked.path.partition("?")[0].rpartition("/")[2]
    return "order" if b"orderIds" in asked.body else name


def test_many_lanes_never_have_more_than_two_on_their_way():
    start = Barrier(8)
    door = Doorkeeper()
    door.let_go(8)
    with stub_server(door) as address, market_at(address) as market:

        def work() -> object:
            start.wait(10)
            return market.orders(OrderQuery())

        with ThreadPoolExecutor(8) as lanes:
            results = [lanes.submit(work) for _ in range(8)]
            assert [result.result(timeout=10) for result in results] == [()] * 8
    assert 1 <= door.most <= 2
    assert len(door.seen) == 8


def test_no_connection_is_kept_so_none_can_be_stale():
    seen: list[Asked] = []

    def answer(asked: Asked) -> Reply:
        seen.append(asked)
        return Reply(NO_ORDERS)

    with stub_server(answer) as address, market_at(address) as market:
        market.orders(OrderQuery())
        market.orders(OrderQuery())
    assert [asked.headers["connection"] for asked in seen] == ["close", "close"]
    assert [asked.headers["api-key"] for asked in seen] == [KEY, KEY]


def test_an_answer_cut_off_on_its_way_leaves_a_changing_call_open():
    with (
        stub_server(lambda asked: Reply(_content(asked), cut=5)) as address,
        market_at(address) as market,
    ):
        with pytest.raises(MarketOutcomeUnknown) as unknown:
            market.set_layout(REF, LAYOUT)
        with pytest.raises(MarketUnreachable):
            market.labels(REF, LabelFormat.A7)
    assert unknown.value.order == REF.order


def test_an_answer_of_many_megabytes_is_taken():
    orders = json.dumps({"orders": [], "filler": "x" * 8_000_000}).encode()
    with stub_server(lambda _: Reply(orders)) as address, market_at(address) as market:
        assert market.orders(OrderQuery()) == ()
