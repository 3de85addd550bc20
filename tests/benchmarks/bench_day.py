"""Measures the journal lane with a day of orders: ``python -m tests.benchmarks.bench_day [ORDERS]``."""

import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from packdesk.domain.codes import Channel, Cis, CodeKind, JudgeContext
from packdesk.domain.ids import OrderId
from packdesk.domain.order import Order, OrderItem
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.agenda import Hands, Later, take_work
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.queue_view import read_queue
from packdesk.station.slices import SLICE
from tests.builders import TAIL, ean, item, order

START = datetime(2026, 11, 20, 6, tzinfo=UTC)
FIRST = 51_000_000_000
T = TypeVar("T")


def items(nth: int) -> tuple[OrderItem, ...]:
    """Three positions of an order, one of them marked; goods come back every 200 orders."""
    base = nth % 200 * 3
    return (
        replace(item(base + 1, 2), offer_id=ean(base + 1)),
        replace(item(base + 2), offer_id=ean(base + 2)),
        replace(item(base + 3, marking=(CodeKind.CIS,)), offer_id=ean(base + 3)),
    )


def orders(count: int) -> tuple[Order, ...]:
    """The orders of a day, first read."""
    return tuple(
        replace(order(*items(nth), number=FIRST + nth), updated_at=START) for nth in range(count)
    )


def later(known: tuple[Order, ...], **other: object) -> tuple[Order, ...]:
    """The same orders, read anew, with something else about them."""
    return tuple(
        replace(one, updated_at=START + timedelta(hours=1), **other)  # type: ignore[arg-type]
        for one in known
    )


def scans(nth: int) -> list[str]:
    """What is scanned for one order: its number, its goods, its code."""
    first, second, marked = (one.offer_id for one in items(nth))
    return [str(FIRST + nth), first, first, second, code(marked, nth).full]


def code(barcode: str, nth: int) -> Cis:
    """The marking code on the n-th order's piece."""
    gtin, serial = f"0{barcode}", f"5ab{nth:04d}"
    return Cis(f"01{gtin}21{serial}{TAIL}", gtin, serial)


class Measured:
    """Takes times in milliseconds and prints them."""

    def __init__(self) -> None:
        self._times: list[float] = []

    def take(self, work: Callable[[], T]) -> T:
        began = perf_counter()
        value = work()
        self._times.append((perf_counter() - began) * 1000)
        return value

    def tell(self, name: str) -> None:
        """Print the median, the 95th percentile and the worst."""
        if len(self._times) == 1:
            print(f"{name:52} {self._times[0]:8.1f} ms")
            return
        parts = statistics.quantiles(self._times, n=20)
        print(
            f"{name:52} p50 {parts[9]:6.2f}  p95 {parts[18]:6.2f}  worst {max(self._times):6.1f} ms"
        )


def once(name: str, work: Callable[[], T]) -> T:
    """Measure one call."""
    measured = Measured()
    value = measured.take(work)
    measured.tell(name)
    return value


def sliced(name: str, some: tuple[Order, ...], ledger: Ledger) -> None:
    """Measure how long a refresh holds the lane at a time."""
    measured = Measured()
    for start in range(0, len(some), SLICE):
        measured.take(lambda start=start: ledger.take_fresh(some[start : start + SLICE]))  # type: ignore[misc]
    measured.tell(name)


def begin(path: Path) -> Ledger:
    """A ledger as a program has it that has just been started."""
    return Ledger(lambda: SqliteJournal(path), lambda: START, Worker("Anna", "table 1"))


def scan_day(ledger: Ledger, count: int) -> None:
    """Pack so many orders by scans, and measure each scan."""
    desk, all_scans = Desk(ledger, DeskPolicy()), Measured()
    for nth in range(count):
        for text in scans(nth):
            all_scans.take(
                lambda text=text: desk.scan(text, Channel.SCANNER, JudgeContext())  # type: ignore[misc]
            )
        desk.leave()
    all_scans.tell(f"a scan, {count} orders known")
    waiting = len(ledger.journal.outbox())
    print(f"{waiting} orders wait in the outbox")


def main(path: Path, count: int) -> None:
    """Fill a journal, then measure what the lane does over it."""
    known = orders(count)
    ledger = begin(path)
    once(f"take_fresh, {count} orders for the first time", lambda: ledger.take_fresh(known))
    scan_day(ledger, count)
    once("outbox: look for work of the Market", lambda: take_work(ledger, Hands.MARKET, START, {}))
    once(
        "outbox: look for work of the printer", lambda: take_work(ledger, Hands.PRINTER, START, {})
    )
    once(f"queue of {count} touched orders", lambda: read_queue(ledger, START))
    once(f"take_fresh, {count} touched, nothing new", lambda: ledger.take_fresh(later(known)))
    some = known[:300]
    once("take_fresh, 300 touched, nothing new", lambda: ledger.take_fresh(later(some)))
    sliced(
        f"take_fresh, 300 with news, {SLICE} at a time", later(some, cancel_requested=True), ledger
    )
    ledger.close()
    with closing(begin(path)) as cold:
        once("orders from the journal, after a start", lambda: len(cold.orders))
        looks = Measured()
        while isinstance(looks.take(lambda: take_work(cold, Hands.PRINTER, START, {})), Later):
            pass
        looks.tell("outbox: one look of many after a start")
    with closing(begin(path)) as cold:
        once("queue, first after a start", lambda: read_queue(cold, START))
        replay = Measured()
        for one in known:
            cold.forget(one.id)
            replay.take(lambda one=one: cold.held(OrderId(one.id)))  # type: ignore[misc]
        replay.tell("replay of one order")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        main(Path(name) / "day.db", int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
