"""Whatever is kept, the file tells the same as the memory, before and after it is opened anew."""

import datetime as dt
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, assert_never

from hypothesis import given, settings
from hypothesis import strategies as st

from packdesk.domain.codes import Cis, MarkingCode, Uin
from packdesk.domain.events import CodeAttached, Event
from packdesk.domain.ids import OrderId
from packdesk.domain.order import Offer, Order
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.errors import JournalOutOfStep
from packdesk.station.ports import Group, Journal, OutboxChange, Stamp
from tests.fakes.journal import MemoryJournal
from tests.property.journal_strategies import events, moments, offers, orders

IDS = (OrderId(1), OrderId(2), OrderId(2**63 - 1))


@dataclass(frozen=True)
class Append:
    order: OrderId
    off_by: int
    events: tuple[Event, ...]
    stamp: Stamp
    outbox: OutboxChange


@dataclass(frozen=True)
class KeepOrders:
    orders: tuple[Order, ...]


@dataclass(frozen=True)
class KeepOffers:
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Learn:
    barcode: str
    offer_id: str


Deed: TypeAlias = Append | KeepOrders | KeepOffers | Learn

CODES: tuple[MarkingCode, ...] = (
    *(Cis(f"01{serial}", "04600000000017", serial) for serial in "Aab"),
    Uin("A"),
)
AT = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)

attached = st.builds(CodeAttached, code=st.sampled_from(CODES))
deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(
        Append,
        order=st.sampled_from(IDS),
        off_by=st.sampled_from([0, 0, 0, 1, -1]),
        events=st.lists(attached | events(), max_size=3).map(tuple),
        stamp=st.builds(
            Stamp, at=moments(), packer=st.text(max_size=3), station=st.text(max_size=3)
        ),
        outbox=st.sampled_from(OutboxChange),
    ),
    st.builds(KeepOrders, st.lists(orders(st.sampled_from(IDS)), max_size=2).map(tuple)),
    st.builds(KeepOffers, st.lists(offers(), max_size=2).map(tuple)),
    st.builds(Learn, st.text(max_size=2), st.text(max_size=2)),
)


def do(journal: Journal, deed: Deed) -> Group | OrderId | None:
    match deed:
        case Append(order, off_by, kept, stamp, outbox):
            after = len(journal.read(order)) + off_by
            try:
                return journal.append(order, after, kept, stamp, outbox)
            except JournalOutOfStep as refusal:
                return refusal.order
        case KeepOrders(cached):
            journal.keep_orders(cached, AT)
        case KeepOffers(known):
            journal.keep_offers(known)
        case Learn(barcode, offer_id):
            journal.learn(barcode, offer_id)
        case _:
            assert_never(deed)
    return None


def everything(journal: Journal) -> tuple[object, ...]:
    return (
        tuple(journal.read(order) for order in IDS),
        journal.outbox(),
        tuple(journal.users_of(code.identity) for code in CODES),
        sorted(journal.touched()),
        tuple(journal.order(order) for order in IDS),
        sorted(journal.orders(), key=lambda one: one.id),
        sorted(journal.offers(), key=lambda one: one.offer_id),
        sorted(journal.learned()),
    )


@settings(max_examples=20, deadline=None)
@given(story=st.lists(deeds, max_size=12))
def test_the_file_tells_the_same_as_the_memory(story: list[Deed]) -> None:
    memory = MemoryJournal()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        with closing(SqliteJournal(path)) as file:
            for deed in story:
                assert do(file, deed) == do(memory, deed)
            assert everything(file) == everything(memory)
        with closing(SqliteJournal(path)) as again:
            assert everything(again) == everything(memory)
