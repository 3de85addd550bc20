"""A program that appends for ever and tells each number that was acknowledged; to be killed."""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from packdesk.domain.codes import Cis
from packdesk.domain.events import BoxOpened, CodeAttached, Event, UnitPacked
from packdesk.domain.ids import BoxNumber, ItemId, OrderId, UnitRef
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.ports import OutboxChange, Stamp

ORDER = OrderId(1)
STAMP = Stamp(datetime(2026, 11, 20, tzinfo=UTC), packer="Anna", station="table 1")


def group_of(number: int) -> tuple[Event, ...]:
    """The events of the group with this number; no two groups are alike."""
    unit = UnitRef(ItemId(1), number)
    code = Cis(f"010460000000001721{number:013}", "04600000000017", f"{number:013}")
    box = BoxNumber(number)
    return (BoxOpened(box), UnitPacked(unit, box), CodeAttached(unit, code))


def main(path: Path) -> None:
    journal = SqliteJournal(path)
    for number in count(len(journal.read(ORDER)) + 1):
        journal.append(ORDER, number - 1, group_of(number), STAMP, OutboxChange.QUEUE)
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
