"""Measures the journal lane with a day of orders and a month behind it.

Run: ``python -m tests.benchmarks.bench_day [ORDERS [OVER]]``.

The second figure is how many orders of the month before are in the journal.
"""

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
from packdesk.domain.errands import ErrandAsked, ErrandDone, SetTrack
from packdesk.domain.events import BoxOpened, CodeAttached, UnitPacked
from packdesk.domain.ids import BoxNumber, DeliveryServiceId, OrderId, UnitRef
from packdesk.domain.order import Delivery, Order, OrderItem, OrderStatus, ProgramType, Track
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.agenda import Hands, Later, take_work
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.handover_book import HandoverBook
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.ports import Stamp
from packdesk.station.queue_view import read_queue
from packdesk.station.slices import SLICE
from tests.builders import TAIL, ean, item, order

START = datetime(2026, 11, 20, 6, tzinfo=UTC)
FIRST = 51_000_000_000
OLD = 50_000_000_000
OPENED = BoxOpened(BoxNumber(1))
T = TypeVar("T")


def items(nth: int) -> tuple[OrderItem, ...]:
    """Three positions of an order, one of them marked; goods come back every 200 orders."""
    base = nth % 200 * 3
    return (
        replace(item(base + 1, 2), offer_id=ean(base + 1)),
        replace(item(base + 2), offer_id=ean(base + 2)),
        replace(item(base + 3, marking=(CodeKind.CIS,)), offer_id=ean(base + 3)),
    )


def orders(count: int, first: int = FIRST) -> tuple[Order, ...]:
    """The orders of a day, first read."""
    return tuple(
        replace(order(*items(nth), number=first + nth), updated_at=START) for nth in range(count)
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


def fill_month(path: Path, count: int) -> None:
    """Put so many orders that were packed and are over into a journal, 300 for each day before."""
    with closing(SqliteJournal(path)) as journal:
        over = replace(Delivery(), service=DeliveryServiceId(1))
        for nth, one in enumerate(orders(count, OLD)):
            at = START - timedelta(days=4 + nth // 300)
            stamp = Stamp(at, "Anna", "table 1")
            units = tuple(UnitPacked(UnitRef(i.id, 1), BoxNumber(1)) for i in one.items)
            journal.append(one.id, 0, (OPENED, *units), stamp)
            last = one.items[-1]
            taken = CodeAttached(UnitRef(last.id, 1), code(last.offer_id, 10_000 + nth))
            journal.append(one.id, 1, (taken,), stamp)
            track = Track(f"TRACK{nth:09}", DeliveryServiceId(1))
            asked = SetTrack(track)
            journal.append(one.id, 2, (ErrandAsked(asked), ErrandDone(asked)), stamp)
            ended = replace(
                one,
                program=ProgramType.DBS if nth % 2 else ProgramType.FBS,
                status=OrderStatus.DELIVERED,
                delivery=replace(over, tracks=(track,)),
            )
            journal.keep_orders((ended,), at)


def month(path: Path, count: int) -> None:
    """Measure a day's work over the orders of the month before."""
    fill_month(path, count)
    known = orders(300)
    print(f"with {count} orders that are over, {path.stat().st_size >> 20} MiB:")
    with closing(begin(path)) as ledger:
        once("resume after a start", Desk(ledger, DeskPolicy()).resume)
        once("what is to be replayed, after a start", lambda: len(ledger.unread()))
        once("queue, first after a start", lambda: read_queue(ledger, START))
        once("take_fresh, 300 orders for the first time", lambda: ledger.take_fresh(known))
        sliced(f"take_fresh, 300 known, {SLICE} at a time", later(known), ledger)
        scan_day(ledger, 300)
        once("queue after the day", lambda: read_queue(ledger, START))
        again, used = Measured(), Desk(ledger, DeskPolicy())
        for nth in range(100):
            used.scan(str(FIRST + nth), Channel.SCANNER, JudgeContext())
            old = code(items(nth)[-1].offer_id, 10_000 + nth)
            again.take(
                lambda old=old: used.scan(old.full, Channel.SCANNER, JudgeContext())  # type: ignore[misc]
            )
            used.leave()
        again.tell("scan of a code that an old order has")
        finds = Measured()
        for nth in range(100):
            finds.take(lambda nth=nth: ledger.find_order(str(OLD + nth * 7)))  # type: ignore[misc]
        finds.tell("an old order found by its number")
    with closing(begin(path)) as ledger:
        sent = once("Sent list: what was touched last", lambda: ledger.journal.latest(300))
        once("Sent list: its orders read", lambda: [ledger.held(one) for one, _ in sent])
    with closing(begin(path)) as ledger:
        book, parts = HandoverBook(ledger), Measured()
        while parts.take(book.note_some):
            pass
        parts.tell("hand-over list: each part read after a start")
        once("hand-over list", lambda: book.rows({}))
        once(
            "hand-over: who has a track of an old order",
            lambda: book.user_of(f"TRACK{1:09}", OrderId(FIRST)),
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        main(Path(name) / "day.db", int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
        month(Path(name) / "month.db", int(sys.argv[2]) if len(sys.argv) > 2 else 9000)
