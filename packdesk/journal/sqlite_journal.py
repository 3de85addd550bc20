"""The journal in one SQLite file."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import assert_never

from sqlalchemy import Connection
from typing_extensions import override

from packdesk.domain.codes import CodeIdentity
from packdesk.domain.events import CodeAttached, Event
from packdesk.domain.ids import OrderId
from packdesk.domain.marked_goods import marked_offers
from packdesk.domain.order import Offer, Order
from packdesk.domain.order_names import names_asked, names_of
from packdesk.journal import statements
from packdesk.journal.codec import (
    VERSION,
    EventRecord,
    RecordDamaged,
    decode,
    decode_event,
    encode,
    encode_event,
)
from packdesk.journal.faults import told
from packdesk.journal.opening import BEGIN, READING, WRITING, open_journal
from packdesk.station.errors import JournalOutOfStep
from packdesk.station.ports import Group, Journal, OutboxChange, Stamp


class SqliteJournal(Journal):
    """A journal that is open from the first to the last of its life, in one thread.

    It is made, used and closed in the journal lane. ``path`` is the file, made with its folder
    where there is none; ``busy_ms`` is how long another program that writes is waited for.

    Raises:
        JournalUnavailable: the world keeps the file from us.
        JournalTooNew: a newer program wrote it.
        JournalDamaged: the file is no journal, or is not sound.
    """

    def __init__(self, path: Path, *, busy_ms: int = 1000) -> None:
        self._place = str(path)
        self._connection = open_journal(path, busy_ms=busy_ms)

    @override
    def read(self, order: OrderId) -> tuple[Group, ...]:
        with self._transaction(READING) as db:
            rows = db.execute(statements.GROUPS_OF, {"order": order}).all()
            return tuple(
                Group(
                    number,
                    tuple(
                        decode_event(EventRecord(row.type, row.version, row.payload))
                        for row in lines
                        if row.type is not None
                    ),
                    Stamp(_time(at), packer, station),
                )
                for (number, at, packer, station), lines in groupby(rows, key=lambda row: row[:4])
            )

    @override
    def append(
        self,
        order: OrderId,
        after: int,
        events: tuple[Event, ...],
        stamp: Stamp,
        outbox: OutboxChange = OutboxChange.NONE,
    ) -> Group:
        if stamp.at.utcoffset() is None:
            raise ValueError("a stamp needs an aware time")
        records = [encode_event(event) for event in events]
        with self._transaction(WRITING) as db:
            if (db.scalar(statements.LAST_NUMBER, {"order": order}) or 0) != after:
                raise JournalOutOfStep(order)
            group = _add_group(db, order, after + 1, stamp)
            if records:
                lines = [
                    {
                        "group_id": group,
                        "place": place,
                        "type": record.type,
                        "version": record.version,
                        "payload": record.payload,
                    }
                    for place, record in enumerate(records)
                ]
                db.execute(statements.ADD_EVENTS, lines)
            _index_codes(db, order, group, events)
            _keep_names(db, order, names_asked(events))
            _change_outbox(db, order, group, outbox)
        return Group(after + 1, events, stamp)

    @override
    def outbox(self) -> tuple[OrderId, ...]:
        with self._transaction(READING) as db:
            return tuple(map(OrderId, db.scalars(statements.WAITING)))

    @override
    def users_of(self, identity: CodeIdentity) -> tuple[OrderId, ...]:
        with self._transaction(READING) as db:
            return tuple(map(OrderId, db.scalars(statements.USERS_OF, _key(identity))))

    @override
    def keep_orders(self, orders: tuple[Order, ...], at: datetime) -> None:
        rows = [
            {
                "order_id": order.id,
                "at": at.isoformat(),
                "version": VERSION,
                "payload": encode(order),
                "status": order.status.value,
            }
            for order in orders
        ]
        marked = [{"offer_id": offer_id} for offer_id in sorted(marked_offers(orders))]
        if rows:
            with self._transaction(WRITING) as db:
                db.execute(statements.KEEP_ORDER, rows)
                for order in orders:
                    _keep_names(db, order.id, names_of(order))
                if marked:
                    db.execute(statements.KEEP_MARKED, marked)

    @override
    def order(self, order: OrderId) -> Order | None:
        with self._transaction(READING) as db:
            payload = db.scalar(statements.ONE_ORDER, {"order": order})
            return None if payload is None else decode(payload, Order)

    @override
    def orders(self, since: datetime | None = None) -> tuple[Order, ...]:
        with self._transaction(READING) as db:
            payloads = (
                db.scalars(statements.ALL_ORDERS)
                if since is None
                else db.scalars(statements.RECENT_ORDERS, {"since": since.isoformat()})
            )
            return tuple(decode(payload, Order) for payload in payloads)

    @override
    def named(self, names: Iterable[str]) -> dict[str, tuple[OrderId, ...]]:
        given = json.dumps(list(names))
        found: dict[str, tuple[OrderId, ...]] = {}
        with self._transaction(READING) as db:
            for name, order in db.execute(statements.NAMED, {"given": given}):
                found[name] = (*found.get(name, ()), OrderId(order))
        return found

    @override
    def marked_offers(self) -> frozenset[str]:
        with self._transaction(READING) as db:
            return frozenset(db.scalars(statements.ALL_MARKED))

    @override
    def touched(self, among: Iterable[OrderId] | None = None) -> tuple[OrderId, ...]:
        with self._transaction(READING) as db:
            orders = (
                db.scalars(statements.TOUCHED)
                if among is None
                else db.scalars(statements.TOUCHED_AMONG, {"given": json.dumps(list(among))})
            )
            return tuple(map(OrderId, orders))

    @override
    def latest(self, limit: int) -> tuple[tuple[OrderId, datetime], ...]:
        with self._transaction(READING) as db:
            rows = db.execute(statements.LATEST, {"limit": limit})
            return tuple((OrderId(order), _time(at)) for order, at in rows)

    @override
    def keep_offers(self, offers: tuple[Offer, ...]) -> None:
        rows = [
            {"offer_id": offer.offer_id, "version": VERSION, "payload": encode(offer)}
            for offer in offers
        ]
        if rows:
            with self._transaction(WRITING) as db:
                db.execute(statements.KEEP_OFFER, rows)

    @override
    def offers(self) -> tuple[Offer, ...]:
        with self._transaction(READING) as db:
            return tuple(decode(payload, Offer) for payload in db.scalars(statements.ALL_OFFERS))

    @override
    def learn(self, barcode: str, offer_id: str) -> None:
        with self._transaction(WRITING) as db:
            db.execute(statements.LEARN, {"barcode": barcode, "offer_id": offer_id})

    @override
    def learned(self) -> tuple[tuple[str, str], ...]:
        with self._transaction(READING) as db:
            rows = db.execute(statements.ALL_LEARNED)
            return tuple((barcode, offer_id) for barcode, offer_id in rows)

    @override
    def close(self) -> None:
        with told(self._place):
            self._connection.close()
            self._connection.engine.dispose()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        with told(self._place), self._connection.execution_options(**{BEGIN: begin}).begin():
            yield self._connection


def _time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise RecordDamaged(f"no time: {text!r}") from error


def _key(identity: CodeIdentity) -> dict[str, str]:
    return {"kind": identity.kind.value, "gtin": identity.gtin, "serial": identity.serial}


def _add_group(db: Connection, order: OrderId, number: int, stamp: Stamp) -> int:
    row = {
        "order_id": order,
        "number": number,
        "at": stamp.at.isoformat(),
        "packer": stamp.packer,
        "station": stamp.station,
    }
    return int(db.scalars(statements.ADD_GROUP, row).one())


def _index_codes(db: Connection, order: OrderId, group: int, events: tuple[Event, ...]) -> None:
    attached = {event.code.identity for event in events if isinstance(event, CodeAttached)}
    rows = [{**_key(identity), "order_id": order, "group_id": group} for identity in attached]
    if rows:
        db.execute(statements.KEEP_CODE_USES, rows)


def _keep_names(db: Connection, order: OrderId, names: frozenset[str]) -> None:
    rows = [{"name": name, "order_id": order} for name in sorted(names)]
    if rows:
        db.execute(statements.KEEP_NAMES, rows)


def _change_outbox(db: Connection, order: OrderId, group: int, change: OutboxChange) -> None:
    match change:
        case OutboxChange.QUEUE:
            db.execute(statements.QUEUE, {"order_id": order, "group_id": group})
        case OutboxChange.SETTLE:
            db.execute(statements.SETTLE, {"order": order})
        case OutboxChange.NONE:
            pass
        case _:
            assert_never(change)
