"""A failed append keeps nothing, tells why, and the journal goes on when the world lets it."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy.exc import OperationalError, ProgrammingError

from packdesk.domain.events import Event, StepRefused
from packdesk.domain.ids import OrderId
from packdesk.domain.layout import Fingerprint
from packdesk.domain.order import Offer
from packdesk.domain.steps import StepKind
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.errors import (
    JournalDamaged,
    JournalError,
    JournalFault,
    JournalOutOfStep,
    JournalTooNew,
    JournalUnavailable,
)
from packdesk.station.ports import OutboxChange
from tests.unit.journal.files import (
    ORDER,
    STAMP,
    attached,
    change,
    journal_with,
    locked,
    opened,
    raw,
)

LONG = StepRefused(StepKind.SEND_LAYOUT, Fingerprint("f"), 400, ("wrong " * 2000,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[SqliteJournal]:
    with closing(SqliteJournal(path, busy_ms=10)) as made:
        yield made


def fault_of(work: Callable[[], object]) -> JournalFault:
    with pytest.raises(JournalUnavailable) as caught:
        work()
    return caught.value.fault


def append_until_it_fails(journal: SqliteJournal) -> tuple[int, JournalFault]:
    """How many groups were acknowledged, and why the next was not."""
    kept = len(journal.read(ORDER))
    while kept < 10_000:
        try:
            journal.append(ORDER, kept, (LONG, attached("last")), STAMP, OutboxChange.QUEUE)
        except JournalUnavailable as error:
            return kept, error.fault
        kept += 1
    pytest.fail("it took everything")


def test_a_full_disk_keeps_what_was_acknowledged_and_nothing_of_the_rest(
    path: Path, journal: SqliteJournal
) -> None:
    pages = raw(journal).execute("PRAGMA page_count").fetchone()[0]
    raw(journal).execute(f"PRAGMA max_page_count = {pages + 20}")

    kept, fault = append_until_it_fails(journal)

    assert fault is JournalFault.FULL
    assert len(journal.read(ORDER)) == kept > 0
    raw(journal).execute("PRAGMA max_page_count = 100000")
    assert journal.append(ORDER, kept, (opened(),), STAMP).number == kept + 1
    journal.close()
    with closing(SqliteJournal(path)) as again:
        assert len(again.read(ORDER)) == kept + 1


def test_a_disk_that_is_full_from_the_start_keeps_nothing(journal: SqliteJournal) -> None:
    raw(journal).execute("PRAGMA max_page_count = 1")
    events: tuple[Event, ...] = (LONG, *(attached(f"{number}") for number in range(20)))

    fault = fault_of(lambda: journal.append(ORDER, 0, events, STAMP, OutboxChange.QUEUE))

    assert fault is JournalFault.FULL
    assert (journal.read(ORDER), journal.outbox(), journal.touched()) == ((), (), ())
    assert journal.users_of(attached("1").code.identity) == ()


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """Every write beyond this length fails, as on a disk that does not answer."""
    resource = pytest.importorskip("resource", reason="no limits of this kind on Windows")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_does_not_answer_keeps_nothing(path: Path, journal: SqliteJournal) -> None:
    journal.append(ORDER, 0, (opened(),), STAMP)
    with files_no_longer_than(path.with_name("journal.db-wal").stat().st_size):
        fault = fault_of(lambda: journal.append(ORDER, 1, (LONG,), STAMP, OutboxChange.QUEUE))

    assert fault is JournalFault.INPUT_OUTPUT
    assert (len(journal.read(ORDER)), journal.outbox()) == (1, ())
    assert journal.append(ORDER, 1, (opened(),), STAMP).number == 2


def test_a_locked_journal_keeps_nothing_and_can_still_be_read(
    path: Path, journal: SqliteJournal
) -> None:
    journal.append(ORDER, 0, (opened(),), STAMP)
    with locked(path):
        for work in (
            lambda: journal.append(ORDER, 1, (opened(),), STAMP),
            lambda: journal.learn("4600000000017", "cup"),
            lambda: journal.keep_offers((Offer("cup"),)),
        ):
            assert fault_of(work) is JournalFault.LOCKED
        assert len(journal.read(ORDER)) == 1

    assert (journal.learned(), journal.offers()) == ((), ())
    assert journal.append(ORDER, 1, (opened(),), STAMP).number == 2


def test_a_text_that_is_no_text_is_a_bug_and_keeps_nothing(journal: SqliteJournal) -> None:
    with pytest.raises(UnicodeEncodeError):
        journal.append(ORDER, 0, (opened(), attached("\ud800")), STAMP, OutboxChange.QUEUE)

    assert (journal.read(ORDER), journal.outbox()) == ((), ())
    assert journal.append(ORDER, 0, (opened(),), STAMP).number == 1


def test_no_code_is_told_in_the_text_of_an_error(path: Path, journal: SqliteJournal) -> None:
    with locked(path), pytest.raises(JournalUnavailable) as unavailable:
        journal.append(ORDER, 0, (attached("TAIL"),), STAMP)
    raw(journal).execute("DROP TABLE code_uses")
    with pytest.raises(OperationalError) as bug:
        journal.append(ORDER, 0, (attached("TAIL"),), STAMP)

    for error in (unavailable.value, unavailable.value.__cause__, bug.value):
        assert "TAIL" not in str(error)


def test_another_thread_may_not_use_the_journal(journal: SqliteJournal) -> None:
    with ThreadPoolExecutor(1) as other, pytest.raises(ProgrammingError, match="thread"):
        other.submit(journal.read, ORDER).result()


def test_of_two_that_append_at_once_exactly_one_wins(path: Path) -> None:
    rounds = 25
    together = Barrier(2)
    journal_with(path)

    def race(number: int) -> list[bool]:
        with closing(SqliteJournal(path, busy_ms=10_000)) as mine:
            won = []
            for after in range(rounds):
                together.wait(timeout=60)
                try:
                    mine.append(ORDER, after, (opened(number + 1),), STAMP)
                    won.append(True)
                except JournalOutOfStep:
                    won.append(False)
                together.wait(timeout=60)
            return won

    with ThreadPoolExecutor(2) as tables:
        first, second = tables.map(race, range(2))

    assert [one != other for one, other in zip(first, second, strict=True)] == [True] * rounds
    with closing(SqliteJournal(path)) as journal:
        kept = [group.events[0] for group in journal.read(ORDER)]
    assert kept == [opened(1 if one else 2) for one in first]


def error_of(work: Callable[[], object], cls: type[JournalError]) -> str:
    with pytest.raises(cls) as caught:
        work()
    return str(caught.value)


@pytest.mark.parametrize(
    "news",
    [
        "UPDATE events SET type = 'BoxTaped' WHERE place = 1",
        "UPDATE events SET version = 2 WHERE place = 1",
    ],
)
def test_an_event_of_a_newer_program_is_told_and_other_orders_stay(path: Path, news: str) -> None:
    journal_with(path, (opened(), attached()))
    change(path, news)

    with closing(SqliteJournal(path)) as journal:
        assert "version" in error_of(lambda: journal.read(ORDER), JournalTooNew)
        journal.append(OrderId(2), 0, (opened(),), STAMP)
        assert len(journal.read(OrderId(2))) == 1


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE events SET payload = '{\"box\":'",
        'UPDATE events SET payload = \'{"box":"secret"}\'',
        "UPDATE events SET type = 'UnitPacked'",
        "UPDATE groups SET at = 'yesterday'",
    ],
)
def test_a_spoilt_event_is_told_without_its_content(path: Path, harm: str) -> None:
    journal_with(path, (opened(),))
    change(path, harm)

    with closing(SqliteJournal(path)) as journal:
        told = error_of(lambda: journal.read(ORDER), JournalDamaged)

    assert str(path) in told
    assert "secret" not in told


def test_a_cached_order_in_the_form_of_another_program_is_as_good_as_none(path: Path) -> None:
    journal_with(path)
    change(path, "INSERT INTO orders VALUES (1, '', 2, '{}', '')")
    change(path, "INSERT INTO offers VALUES ('cup', 2, '{}')")

    with closing(SqliteJournal(path)) as journal:
        assert journal.order(ORDER) is None
        assert journal.orders() == ()
        assert journal.offers() == ()


def test_a_spoilt_cached_order_is_told(path: Path) -> None:
    journal_with(path)
    change(path, "INSERT INTO orders VALUES (1, '', 1, '{}', '')")

    with closing(SqliteJournal(path)) as journal:
        error_of(lambda: journal.order(ORDER), JournalDamaged)
        error_of(journal.orders, JournalDamaged)
