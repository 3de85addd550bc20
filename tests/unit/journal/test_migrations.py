"""An older journal becomes one of today, whole or not at all, and a copy of it stays."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

import packdesk.journal.migrations
from packdesk.domain.codes import CodeKind
from packdesk.domain.errands import ErrandAsked, SetTrack
from packdesk.domain.ids import DeliveryServiceId, MarketBoxId
from packdesk.domain.order import Delivery, StoredBox, Track
from packdesk.journal.opening import open_journal
from packdesk.journal.schema import HEAD, MIGRATIONS, upgrade
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.journal.tables import METADATA
from packdesk.station.errors import JournalFault, JournalUnavailable
from tests.builders import item, order
from tests.unit.journal.files import ORDER, STAMP, attached, journal_with, opened

STEPS = Path(packdesk.journal.migrations.__file__).parent

NOTES = """
import sqlalchemy as sa
from alembic import op
revision = "next"
down_revision = "{head}"
def upgrade():
    op.add_column("groups", sa.Column("note", sa.Text, nullable=False, server_default="-"))
"""

BROKEN = """
from alembic import op
revision = "broken"
down_revision = "next"
def upgrade():
    op.rename_table("learned", "taught")
    op.execute("no such statement")
"""


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The steps of a program of tomorrow: those of today and one more."""
    folder = tmp_path / "50% of the steps"
    shutil.copytree(STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "next.py").write_text(NOTES.format(head=HEAD))
    return folder


@contextmanager
def opened_by_tomorrow(path: Path, steps: Path, head: str) -> Iterator[Connection]:
    bring_up = partial(upgrade, scripts=str(steps), head=head)
    connection = open_journal(path, busy_ms=10, bring_up=bring_up)
    try:
        yield connection
    finally:
        connection.close()
        connection.engine.dispose()


def revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_the_newest_form_is_the_head_of_the_steps() -> None:
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)

    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_the_steps_build_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    with closing(SqliteJournal(tmp_path / "journal.db")) as journal:
        context = MigrationContext.configure(journal._connection.execution_options(begin="BEGIN"))
        assert compare_metadata(context, METADATA) == []


def test_an_older_journal_is_brought_up_and_its_copy_is_a_journal(
    tmp_path: Path, steps: Path
) -> None:
    path = journal_with(tmp_path / "journal.db", (opened(), attached()))

    with (
        opened_by_tomorrow(path, steps, "next") as connection,
        connection.execution_options(begin="BEGIN").begin(),
    ):
        notes = connection.exec_driver_sql("SELECT note FROM groups").scalars().all()

    assert notes == ["-"]
    assert revision(path) == "next"
    copy = tmp_path / f"journal.{HEAD}-1.db"
    assert revision(copy) == HEAD
    with closing(SqliteJournal(copy)) as old:
        assert old.read(ORDER)[0].events == (opened(), attached())


def test_the_copy_holds_what_was_only_in_the_log(tmp_path: Path, steps: Path) -> None:
    path = tmp_path / "journal.db"
    with closing(SqliteJournal(path)):
        with closing(SqliteJournal(path)) as writer:
            writer.append(ORDER, 0, (opened(),), STAMP)
        with opened_by_tomorrow(path, steps, "next"):
            pass

    with closing(SqliteJournal(tmp_path / f"journal.{HEAD}-1.db")) as old:
        assert len(old.read(ORDER)) == 1


def test_steps_that_fail_keep_nothing_and_the_old_journal_goes_on(
    tmp_path: Path, steps: Path
) -> None:
    (steps / "versions" / "broken.py").write_text(BROKEN)
    path = journal_with(tmp_path / "journal.db", (opened(),))

    with (
        pytest.raises(OperationalError, match="no such statement"),
        opened_by_tomorrow(path, steps, "broken"),
    ):
        pass

    assert revision(path) == HEAD
    with closing(SqliteJournal(path)) as journal:
        assert len(journal.read(ORDER)) == 1
        assert journal.learned() == ()


def test_an_earlier_copy_is_never_overwritten(tmp_path: Path, steps: Path) -> None:
    path = journal_with(tmp_path / "journal.db", (opened(),))
    first = tmp_path / f"journal.{HEAD}-1.db"
    first.write_bytes(b"a copy of last week")

    with opened_by_tomorrow(path, steps, "next"):
        pass

    assert first.read_bytes() == b"a copy of last week"
    assert revision(tmp_path / f"journal.{HEAD}-2.db") == HEAD


def test_what_a_crash_left_of_a_copy_is_in_nobodys_way(tmp_path: Path, steps: Path) -> None:
    path = journal_with(tmp_path / "journal.db", (opened(),))
    (tmp_path / f"journal.{HEAD}-1.db.unfinished").write_bytes(b"half")

    with opened_by_tomorrow(path, steps, "next"):
        pass

    assert revision(tmp_path / f"journal.{HEAD}-1.db") == HEAD


def test_without_a_copy_nothing_is_brought_up(tmp_path: Path, steps: Path) -> None:
    path = journal_with(tmp_path / "journal.db", (opened(),))
    (tmp_path / f"journal.{HEAD}-1.db.unfinished").mkdir()

    with pytest.raises(JournalUnavailable) as caught, opened_by_tomorrow(path, steps, "next"):
        pass

    assert caught.value.fault in {JournalFault.CANNOT_OPEN, JournalFault.READ_ONLY}
    assert revision(path) == HEAD


def test_a_new_journal_needs_no_copy(tmp_path: Path) -> None:
    journal_with(tmp_path / "journal.db", (opened(),))

    assert [file.name for file in tmp_path.iterdir()] == ["journal.db"]


def test_the_names_and_states_of_what_is_kept_already_are_indexed(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    box = StoredBox(MarketBoxId(1), "EFR-1", ())
    track = Track("ab 12", DeliveryServiceId(1))
    marked = order(item(1, marking=(CodeKind.CIS,)), number=1)
    known = replace(
        marked, external_id="A-1", stored_boxes=(box,), delivery=Delivery(tracks=(track,))
    )
    asked = ErrandAsked(SetTrack(Track("cd-34", DeliveryServiceId(1))))
    with closing(SqliteJournal(path)) as journal:
        journal.keep_orders((known,), STAMP.at)
        journal.append(ORDER, 0, (asked, opened()), STAMP)
    with closing(sqlite3.connect(path)) as db, db:
        for step in (
            "INSERT INTO orders (order_id, at, version, payload) VALUES (9, '', 0, 'no JSON')",
            "DROP INDEX groups_at",
            "DROP INDEX orders_at",
            "DROP INDEX orders_status",
            "ALTER TABLE orders DROP COLUMN status",
            "DROP TABLE order_names",
            "DROP TABLE marked_offers",
            "UPDATE alembic_version SET version_num = '0001'",
        ):
            db.execute(step)
    with closing(SqliteJournal(path)) as journal:
        assert journal.orders(STAMP.at + timedelta(days=9)) == (known,)
        assert journal.named(("A-1", "EFR-1", "AB12", "CD34")) == {
            "A-1": (1,),
            "EFR-1": (1,),
            "AB12": (1,),
            "CD34": (ORDER,),
        }
        assert journal.marked_offers() == {known.items[0].offer_id}
    assert revision(tmp_path / "journal.0001-1.db") == "0001"
