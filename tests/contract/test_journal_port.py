"""What every journal does, be it in memory or on the disk."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from packdesk.domain.codes import Cis, Country, Gtd, IssueCode, Uin
from packdesk.domain.events import BoxOpened, CodeAttached, CodeDetached, Event, Undone, UnitPacked
from packdesk.domain.ids import BoxNumber, CampaignId, ItemId, OrderId, UnitRef
from packdesk.domain.order import Offer, Order, OrderStatus, OrderSubstatus, ProgramType
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.errors import JournalOutOfStep
from packdesk.station.ports import Group, Journal, OutboxChange, Stamp
from tests.fakes.journal import MemoryJournal

AT = dt.datetime(2026, 11, 20, 14, 5, 7, 123456, tzinfo=dt.timezone(dt.timedelta(hours=3)))
STAMP = Stamp(AT, packer="Анна", station="table 2")
ORDER = OrderId(2**63 - 1)
OTHER = OrderId(1)
UNIT = UnitRef(ItemId(2**62), 1)
GS = "\x1d"
CIS = Cis(f"0104600000000017215aBc{GS}91EE10{GS}92dGVzdA==", "04600000000017", "5aBc")
OPENED = BoxOpened(BoxNumber(1))


@pytest.fixture(params=["memory", "sqlite"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    makers: dict[str, Callable[[], Journal]] = {
        "memory": MemoryJournal,
        "sqlite": lambda: SqliteJournal(tmp_path / "journal.db"),
    }
    made = makers[request.param]()
    yield made
    made.close()


def attached(serial: str) -> CodeAttached:
    return CodeAttached(UNIT, Cis(f"010460000000001721{serial}", "04600000000017", serial))


def order(number: int, notes: str = "") -> Order:
    return Order(
        OrderId(number),
        CampaignId(7),
        ProgramType.FBS,
        OrderStatus.PROCESSING,
        OrderSubstatus.STARTED,
        items=(),
        notes=notes,
    )


def test_an_order_never_touched_has_no_groups(journal: Journal) -> None:
    assert journal.read(ORDER) == ()
    assert journal.touched() == ()


def test_groups_are_read_as_they_were_kept_and_in_their_order(journal: Journal) -> None:
    first = (OPENED, CodeAttached(UNIT, CIS, (IssueCode.I_GS_RESTORED,)))
    second = (UnitPacked(UNIT, BoxNumber(1)),)
    later = Stamp(AT + dt.timedelta(seconds=2), packer="", station="")

    assert journal.append(ORDER, 0, first, STAMP) == Group(1, first, STAMP)
    assert journal.append(ORDER, 1, second, later) == Group(2, second, later)

    assert journal.read(ORDER) == (Group(1, first, STAMP), Group(2, second, later))


def test_a_stamp_keeps_the_offset_and_the_microseconds_of_its_time(journal: Journal) -> None:
    journal.append(ORDER, 0, (OPENED,), STAMP)

    (group,) = journal.read(ORDER)

    assert group.stamp.at.isoformat() == AT.isoformat()


def test_a_time_without_an_offset_is_a_bug_and_keeps_nothing(journal: Journal) -> None:
    with pytest.raises(ValueError, match="aware"):
        journal.append(ORDER, 0, (OPENED,), Stamp(AT.replace(tzinfo=None), "", ""))

    assert journal.touched() == ()


def test_orders_count_their_groups_apart(journal: Journal) -> None:
    journal.append(ORDER, 0, (OPENED,), STAMP)
    journal.append(ORDER, 1, (OPENED,), STAMP)

    assert journal.append(OTHER, 0, (OPENED,), STAMP).number == 1
    assert set(journal.touched()) == {ORDER, OTHER}
    assert len(journal.read(ORDER)) == 2


def test_a_group_without_events_is_a_group(journal: Journal) -> None:
    journal.append(ORDER, 0, (), STAMP, OutboxChange.QUEUE)

    assert journal.read(ORDER) == (Group(1, (), STAMP),)
    assert journal.touched() == (ORDER,)


@pytest.mark.parametrize("after", [0, 2, 3, -1])
def test_who_knows_other_groups_than_there_are_keeps_nothing(journal: Journal, after: int) -> None:
    journal.append(ORDER, 0, (OPENED,), STAMP)

    with pytest.raises(JournalOutOfStep) as caught:
        journal.append(ORDER, after, (CodeAttached(UNIT, CIS),), STAMP, OutboxChange.QUEUE)

    assert caught.value.order == ORDER
    assert journal.read(ORDER) == (Group(1, (OPENED,), STAMP),)
    assert journal.outbox() == ()
    assert journal.users_of(CIS.identity) == ()


def test_a_refused_append_leaves_the_journal_ready_for_the_next(journal: Journal) -> None:
    with pytest.raises(JournalOutOfStep):
        journal.append(ORDER, 5, (OPENED,), STAMP)

    assert journal.append(ORDER, 0, (OPENED,), STAMP).number == 1


def test_the_outbox_gives_orders_as_they_were_queued(journal: Journal) -> None:
    for number in (30, 10, 20):
        journal.append(OrderId(number), 0, (OPENED,), STAMP, OutboxChange.QUEUE)

    assert journal.outbox() == (30, 10, 20)


def test_an_order_that_waits_keeps_its_place_when_queued_again(journal: Journal) -> None:
    journal.append(ORDER, 0, (OPENED,), STAMP, OutboxChange.QUEUE)
    journal.append(OTHER, 0, (OPENED,), STAMP, OutboxChange.QUEUE)
    journal.append(ORDER, 1, (OPENED,), STAMP, OutboxChange.QUEUE)
    journal.append(OTHER, 1, (OPENED,), STAMP, OutboxChange.NONE)

    assert journal.outbox() == (ORDER, OTHER)


def test_a_settled_order_leaves_the_outbox_and_may_queue_again_at_its_end(
    journal: Journal,
) -> None:
    journal.append(ORDER, 0, (OPENED,), STAMP, OutboxChange.QUEUE)
    journal.append(OTHER, 0, (OPENED,), STAMP, OutboxChange.QUEUE)

    journal.append(ORDER, 1, (OPENED,), STAMP, OutboxChange.SETTLE)
    assert journal.outbox() == (OTHER,)

    journal.append(ORDER, 2, (OPENED,), STAMP, OutboxChange.QUEUE)
    assert journal.outbox() == (OTHER, ORDER)


def test_settling_an_order_that_never_waited_changes_nothing(journal: Journal) -> None:
    journal.append(ORDER, 0, (OPENED,), STAMP, OutboxChange.SETTLE)

    assert journal.outbox() == ()


def test_the_users_of_a_code_are_told_newest_first_and_once(journal: Journal) -> None:
    journal.append(OrderId(1), 0, (attached("A"),), STAMP)
    journal.append(OrderId(2), 0, (OPENED, attached("A"), attached("B")), STAMP)
    journal.append(OrderId(3), 0, (attached("A"), attached("A")), STAMP)
    journal.append(OrderId(1), 1, (attached("A"),), STAMP)

    assert journal.users_of(attached("A").code.identity) == (1, 3, 2)
    assert journal.users_of(attached("B").code.identity) == (2,)
    assert journal.users_of(attached("a").code.identity) == ()


def test_a_code_that_was_detached_or_undone_still_names_its_order(journal: Journal) -> None:
    journal.append(ORDER, 0, (attached("A"),), STAMP)
    journal.append(ORDER, 1, (CodeDetached(UNIT, CIS.kind),), STAMP)
    journal.append(ORDER, 2, (Undone(),), STAMP)

    assert journal.users_of(attached("A").code.identity) == (ORDER,)


def test_codes_of_different_kinds_with_one_text_are_different_codes(journal: Journal) -> None:
    journal.append(ORDER, 0, (CodeAttached(UNIT, Gtd("1234567890123456")),), STAMP)

    assert journal.users_of(Gtd("1234567890123456").identity) == (ORDER,)
    assert journal.users_of(Uin("1234567890123456").identity) == ()


@pytest.mark.parametrize(
    "code",
    [
        CIS,
        Cis(f"{GS}]d2\x00'\"%_\\\n\r\x7f😀Ж", None, None),
        Uin("0000000000000001"),
        Country("RU"),
    ],
)
def test_what_was_scanned_is_kept_to_the_last_character(
    journal: Journal, code: Cis | Uin | Country
) -> None:
    event: Event = CodeAttached(UNIT, code)
    journal.append(ORDER, 0, (event,), STAMP)

    assert journal.read(ORDER)[0].events == (event,)
    assert journal.users_of(code.identity) == (ORDER,)


def test_a_cached_order_replaces_its_older_state(journal: Journal) -> None:
    journal.keep_orders((order(1, "old"), order(2)), AT)
    journal.keep_orders((order(1, "new"), order(3)), AT)

    assert journal.order(OrderId(1)) == order(1, "new")
    assert journal.order(OrderId(4)) is None
    found = sorted(journal.orders(), key=lambda one: one.id)
    assert found == [order(1, "new"), order(2), order(3)]


def test_the_cache_touches_no_packing(journal: Journal) -> None:
    journal.keep_orders((order(1),), AT)

    assert journal.touched() == ()
    assert journal.read(OrderId(1)) == ()


def test_statuses_of_tomorrow_are_cached_as_they_came(journal: Journal) -> None:
    strange = Order(
        ORDER,
        CampaignId(1),
        ProgramType("FBX"),
        OrderStatus("LOST"),
        OrderSubstatus(""),
        items=(),
    )
    journal.keep_orders((strange,), AT)

    kept = journal.order(ORDER)

    assert kept is not None
    assert (kept.program.value, kept.status.value, kept.substatus.value) == ("FBX", "LOST", "")
    assert isinstance(kept.status, OrderStatus)
    assert not kept.status.is_known


def test_keeping_no_orders_and_no_offers_is_fine(journal: Journal) -> None:
    journal.keep_orders((), AT)
    journal.keep_offers(())

    assert journal.orders() == ()
    assert journal.offers() == ()


def test_a_cached_offer_replaces_its_older_state(journal: Journal) -> None:
    old, new = Offer("cup's", "Кружка"), Offer("cup's", "Кружка", ("4600000000017",), 2, ("u",))
    journal.keep_offers((old, Offer("CUP'S")))
    journal.keep_offers((new,))

    assert set(journal.offers()) == {new, Offer("CUP'S")}


def test_the_newest_lesson_about_a_barcode_wins(journal: Journal) -> None:
    journal.learn("4600000000017", "cup")
    journal.learn("4600000000024", "cup")
    journal.learn("4600000000017", "plate")

    assert sorted(journal.learned()) == [("4600000000017", "plate"), ("4600000000024", "cup")]


def test_the_latest_orders_are_told_last_touched_first_with_their_time(journal: Journal) -> None:
    stamps = [Stamp(AT + dt.timedelta(minutes=minute), "Anna", "table 2") for minute in range(3)]
    journal.append(ORDER, 0, (OPENED,), stamps[0])
    journal.append(OTHER, 0, (OPENED,), stamps[1])
    journal.append(ORDER, 1, (OPENED,), stamps[2])
    assert journal.latest(5) == ((ORDER, stamps[2].at), (OTHER, stamps[1].at))
    assert journal.latest(1) == ((ORDER, stamps[2].at),)
