"""What is wrong with the file of a journal is told when it is opened, and nothing is harmed."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from packdesk.journal.schema import APPLICATION_ID
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.errors import JournalDamaged, JournalFault, JournalTooNew, JournalUnavailable
from tests.unit.journal.files import (
    ORDER,
    STAMP,
    attached,
    change,
    journal_with,
    locked,
    opened,
    raw,
    without_privileges,
)


def fault_of(path: Path) -> JournalFault:
    with pytest.raises(JournalUnavailable) as caught:
        SqliteJournal(path, busy_ms=10)
    assert caught.value.place == str(path)
    return caught.value.fault


def damage_of(path: Path) -> str:
    """What is told of a damaged file, which must stay as it is."""
    before = path.read_bytes()
    with pytest.raises(JournalDamaged) as caught:
        SqliteJournal(path)
    assert path.read_bytes() == before
    assert caught.value.place == str(path)
    return caught.value.detail


def test_a_journal_is_made_with_its_folder_whatever_they_are_called(tmp_path: Path) -> None:
    path = tmp_path / "Данные склада" / "100% what?" / "журнал#1.db"

    journal_with(path, (opened(),))

    assert path.is_file()
    with closing(SqliteJournal(path)) as again:
        assert len(again.read(ORDER)) == 1


def test_an_empty_file_becomes_a_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.touch()

    assert journal_with(path, (opened(),)).stat().st_size > 0


def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    with closing(SqliteJournal(tmp_path / "journal.db", busy_ms=250)) as journal:
        told = {
            name: raw(journal).execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "busy_timeout",
                "application_id",
            )
        }

    assert told == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 250,
        "application_id": APPLICATION_ID,
    }


@pytest.mark.parametrize(
    "content",
    [b"x", b"\0" * 511, b"<html>" * 200, b"SQLite format 3\0", b"SQLite format 3\0" * 100],
    ids=["one byte", "zeros", "html", "a header alone", "a header again and again"],
)
def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(content)

    assert damage_of(path)
    assert [file.name for file in tmp_path.iterdir()] == ["journal.db"]


@pytest.mark.parametrize("part", [0.01, 0.1, 0.5, 0.99])
def test_a_journal_cut_short_is_told_and_left_alone(tmp_path: Path, part: float) -> None:
    path = journal_with(tmp_path / "journal.db", (opened(),))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])

    assert damage_of(path)


@pytest.mark.parametrize("place", [0, 16, 28, 100, 4096, 3 * 4096])
def test_a_journal_with_spoilt_bytes_is_told_and_left_alone(tmp_path: Path, place: int) -> None:
    path = journal_with(tmp_path / "journal.db", (opened(),))
    spoilt = bytearray(path.read_bytes())
    spoilt[place : place + 8] = b"\xff" * 8
    path.write_bytes(spoilt)

    assert damage_of(path)


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    change(path, "CREATE TABLE groups (id INTEGER PRIMARY KEY)")

    assert "another program" in damage_of(path)


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_journal_that_does_not_tell_its_form_is_damaged(tmp_path: Path, statement: str) -> None:
    path = journal_with(tmp_path / "journal.db", (opened(),))
    change(path, statement)

    assert "form" in damage_of(path)


def test_a_journal_that_is_gone_while_its_log_is_not_is_told_and_the_log_kept(
    tmp_path: Path,
) -> None:
    path = tmp_path / "journal.db"
    log = path.with_name("journal.db-wal")
    with closing(SqliteJournal(path)) as journal:
        journal.append(ORDER, 0, (opened(),), STAMP)
        kept = log.read_bytes()
    path.unlink()
    log.write_bytes(kept)

    with pytest.raises(JournalDamaged):
        SqliteJournal(path)

    assert log.read_bytes() == kept
    assert not path.exists()


def test_a_journal_of_a_newer_program_is_told_with_its_form(tmp_path: Path) -> None:
    path = journal_with(tmp_path / "journal.db", (opened(),))
    change(path, "UPDATE alembic_version SET version_num = '0099'")

    with pytest.raises(JournalTooNew) as caught:
        SqliteJournal(path)

    assert (caught.value.place, caught.value.found) == (str(path), "0099")
    assert [file.name for file in tmp_path.iterdir()] == ["journal.db"]


def test_a_journal_that_another_program_writes_is_locked(tmp_path: Path) -> None:
    path = journal_with(tmp_path / "journal.db", (opened(),))

    with locked(path):
        assert fault_of(path) is JournalFault.LOCKED

    journal_with(path)


def test_a_folder_in_the_place_of_the_file_cannot_be_opened(tmp_path: Path) -> None:
    assert fault_of(tmp_path) is JournalFault.CANNOT_OPEN


def test_a_file_in_the_place_of_the_folder_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")

    assert fault_of(tmp_path / "data" / "journal.db") is JournalFault.CANNOT_OPEN


def test_a_read_only_file_is_told_before_anything_is_packed(open_folder: Path) -> None:
    open_folder.chmod(0o777)
    path = journal_with(open_folder / "journal.db", (opened(),))
    path.chmod(0o444)

    assert without_privileges(lambda: fault_of(path)) is JournalFault.READ_ONLY


posix = pytest.mark.skipif(os.name == "nt", reason="a folder has no such bits on Windows")


@posix
def test_a_journal_in_a_read_only_folder_is_read_only(open_folder: Path) -> None:
    path = journal_with(open_folder / "journal.db", (opened(),))
    path.chmod(0o666)
    open_folder.chmod(0o555)

    assert without_privileges(lambda: fault_of(path)) is JournalFault.READ_ONLY


@posix
@pytest.mark.parametrize("name", ["journal.db", "new/journal.db"])
def test_no_journal_can_be_made_in_a_read_only_folder(open_folder: Path, name: str) -> None:
    open_folder.chmod(0o555)

    fault = without_privileges(lambda: fault_of(open_folder / name))

    assert fault is JournalFault.READ_ONLY
    assert list(open_folder.iterdir()) == []


@posix
def test_a_journal_that_may_not_be_read_cannot_be_opened(open_folder: Path) -> None:
    path = journal_with(open_folder / "journal.db", (opened(),))
    path.chmod(0o000)

    assert without_privileges(lambda: fault_of(path)) is JournalFault.CANNOT_OPEN


def test_a_failed_opening_holds_nothing(tmp_path: Path) -> None:
    path = journal_with(tmp_path / "journal.db", (opened(),))
    with locked(path):
        assert fault_of(path) is JournalFault.LOCKED

    with closing(sqlite3.connect(path, timeout=0)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")


ONE_OF_MANY = """
import sys
from pathlib import Path
from packdesk.journal.sqlite_journal import SqliteJournal
import alembic.command
print("ready", flush=True)
sys.stdin.readline()
SqliteJournal(Path(sys.argv[1])).close()
"""


def test_programs_that_start_at_once_make_one_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    command = [sys.executable, "-c", ONE_OF_MANY, str(path)]
    pipe = subprocess.PIPE
    with (
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as one,
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as other,
    ):
        for program in (one, other):
            assert program.stdout
            assert program.stdout.readline() == "ready\n"
        for program in (one, other):
            assert program.stdin
            program.stdin.write("\n")
            program.stdin.flush()
        told = [program.communicate()[1] for program in (one, other)]

    assert (one.returncode, other.returncode) == (0, 0), told
    journal_with(path, (attached(),))


LIGHT_START = """
import sys
from pathlib import Path
import packdesk.journal
assert "sqlalchemy" not in sys.modules
from packdesk.journal.sqlite_journal import SqliteJournal
SqliteJournal(Path(sys.argv[1])).close()
assert "alembic" not in sys.modules
"""


def test_a_journal_of_the_newest_form_opens_without_alembic(tmp_path: Path) -> None:
    path = journal_with(tmp_path / "journal.db")

    subprocess.run([sys.executable, "-c", LIGHT_START, str(path)], check=True)
