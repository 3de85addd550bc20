"""Measures appends of the journal: ``python -m tests.benchmarks.bench_journal [FOLDER]``."""

import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from packdesk.domain.codes import Cis
from packdesk.domain.events import BoxOpened, CodeAttached, Event, UnitPacked
from packdesk.domain.ids import BoxNumber, ItemId, OrderId, UnitRef
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.ports import Stamp

APPENDS = 3000
PER_ORDER = 6
STAMP = Stamp(datetime(2026, 11, 20, tzinfo=UTC), packer="Anna", station="table 1")


def opening(number: int) -> tuple[Event, ...]:
    """The lightest group: one event, no code."""
    return (BoxOpened(BoxNumber(number)),)


def scan(number: int) -> tuple[Event, ...]:
    """What one accepted marking code makes: the unit is packed and has its code."""
    unit = UnitRef(ItemId(number), 1)
    text = f"0104600000000017215{number:012}\x1d91EE10\x1d92" + "A" * 44
    code = Cis(text, "04600000000017", f"5{number:012}")
    return (UnitPacked(unit, BoxNumber(1)), CodeAttached(unit, code))


def measure(journal: SqliteJournal, first: int, group: Callable[[int], tuple[Event, ...]]) -> None:
    """Append and print appends per second and milliseconds for each."""
    times = []
    for number in range(APPENDS):
        order = OrderId(first + number // PER_ORDER)
        events = group(first + number)
        began = perf_counter()
        journal.append(order, number % PER_ORDER, events, STAMP)
        times.append((perf_counter() - began) * 1000)
    parts = statistics.quantiles(times, n=100)
    print(
        f"{group.__name__:8} {APPENDS / sum(times) * 1000:6.0f}/s  "
        f"p50 {parts[49]:.2f} ms  p99 {parts[98]:.2f} ms  worst {max(times):.1f} ms"
    )


def main(folder: Path) -> None:
    """Measure a new journal, then how long a used one takes to open and to read an order."""
    path = folder / "bench.db"
    with closing(SqliteJournal(path)) as journal:
        measure(journal, 1, opening)
        measure(journal, 1_000_000, scan)
    began = perf_counter()
    with closing(SqliteJournal(path)) as journal:
        opened = perf_counter()
        journal.read(OrderId(1_000_000))
        read = perf_counter()
    print(
        f"open {(opened - began) * 1000:.1f} ms ({path.stat().st_size // 1024} KiB), "
        f"read an order of {PER_ORDER} groups {(read - opened) * 1000:.2f} ms"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as name:
            main(Path(name))
