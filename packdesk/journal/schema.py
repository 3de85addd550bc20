"""Brings a journal to the form this program writes, in one transaction, a copy beside it first."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from packdesk.station.errors import JournalDamaged, JournalTooNew

if TYPE_CHECKING:
    from alembic.config import Config

HEAD: Final = "0002"
"""The newest form: what Alembic calls the head. Known here so that a start needs no Alembic."""

MIGRATIONS: Final = "packdesk.journal:migrations"

APPLICATION_ID: Final = 0x5061636B
"""Marks the file as a journal of this program (SQLite's ``application_id``): "Pack"."""


def upgrade(
    connection: Connection, path: Path, *, scripts: str = MIGRATIONS, head: str = HEAD
) -> None:
    """Take all steps that are missing. The caller's transaction keeps them, all or none.

    Raises:
        JournalTooNew: a newer program has taken steps that are not known here.
        JournalDamaged: the file is marked as a journal and holds none.
    """
    found = _revision(connection, path)
    if found == head:
        return
    config = _config(connection, scripts)
    if found is not None:
        _refuse_unknown(config, found, path)
        _copy(path, found)
    # Alembic is heavy; it is needed once in the life of a form.
    from alembic import command  # noqa: PLC0415

    command.upgrade(config, head)


def _revision(connection: Connection, path: Path) -> str | None:
    """The step at which the journal stands, None for an empty file."""
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if not tables:
        return None
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mark != APPLICATION_ID:
        raise JournalDamaged(str(path), "a database of another program")
    named = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    ).scalar_one()
    steps = named and connection.exec_driver_sql("SELECT version_num FROM alembic_version").all()
    if not steps:
        raise JournalDamaged(str(path), "no word of the form it is in")
    return str(steps[0][0])


def _config(connection: Connection, scripts: str) -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _refuse_unknown(config: "Config", found: str, path: Path) -> None:
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if found not in known:
        raise JournalTooNew(str(path), found)


def _copy(path: Path, revision: str) -> Path:
    """Copy the journal as it stands, what is only in its write-ahead log included."""
    number = 1
    while (target := path.with_name(f"{path.stem}.{revision}-{number}{path.suffix}")).exists():
        number += 1
    unfinished = target.with_name(f"{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    source = sqlite3.connect(path)
    try:
        copy = sqlite3.connect(unfinished)
        try:
            source.backup(copy)
        finally:
            copy.close()
    finally:
        source.close()
    return unfinished.replace(target)
