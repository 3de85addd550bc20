"""What was acknowledged is there after the program was killed, whole and in order."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.ports import Group
from tests.contract import journal_appender
from tests.contract.journal_appender import ORDER, STAMP, group_of


def killed_after(lines: int, path: Path) -> int:
    """The last number that the killed program has acknowledged."""
    command = [sys.executable, "-m", journal_appender.__name__, str(path)]
    root = Path(journal_appender.__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        told = [program.stdout.readline() for _ in range(lines)]
        program.kill()
        told += program.stdout.readlines()
        assert program.wait() != 0
    return max(int(line) for line in told if line.endswith("\n"))


def test_every_acknowledged_group_outlives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    before = 0
    for lines in (5, 150):
        acknowledged = killed_after(lines, path)

        with closing(SqliteJournal(path)) as journal:
            kept = journal.read(ORDER)
            codes = [event for group in kept for event in group.events[2:]]
            assert journal.outbox() == (ORDER,)
        assert len(kept) >= acknowledged >= before + lines
        # What was being written when the kill came may be there too, but only whole.
        assert len(kept) <= acknowledged + 1
        assert kept == tuple(
            Group(number, group_of(number), STAMP) for number in range(1, len(kept) + 1)
        )
        assert len(codes) == len(kept)
        before = len(kept)
