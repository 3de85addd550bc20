"""Queue entries for tests: defaults for all but the point of the test."""

from datetime import date, datetime, time, timedelta, timezone

from packdesk.domain.access import access
from packdesk.domain.codes import CodeKind
from packdesk.domain.order import Catalogue, Order, OrderItem, ProgramType
from packdesk.station.reports import QueueEntry, QueueRead, SendState
from tests.builders import item, order

HERE = datetime.now().astimezone().tzinfo  # noqa: TID251 - the zone of this machine
DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 14, 50, tzinfo=HERE)
MOSCOW = timezone(timedelta(hours=3))


def entry(
    *items: OrderItem,
    number: int = 51234567011,
    program: ProgramType = ProgramType.FBS,
    at: time | None = None,
    day: date | None = DAY,
    external_id: str | None = None,
    cancel_requested: bool = False,
    packed: int = 0,
    boxes: int = 0,
    send: SendState = SendState.NONE,
) -> QueueEntry:
    made: Order = order(
        *items,
        number=number,
        program=program,
        shipment_time=at,
        shipment_date=day,
        external_id=external_id,
        cancel_requested=cancel_requested,
    )
    return QueueEntry(made, access(made), packed=packed, boxes=boxes, send=send)


def read(*entries: QueueEntry, fresh: bool = True) -> QueueRead:
    return QueueRead(entries, Catalogue(), NOW if fresh else None)


def many(count: int) -> tuple[QueueEntry, ...]:
    goods = ("Кроссовки мужские беговые, 42", "Тапочки домашние, 38", "Кружка 350 мл", "Шина R16")
    models = (ProgramType.EXPRESS, ProgramType.FBS, ProgramType.FBS, ProgramType.DBS)
    return tuple(
        entry(
            item(1, 1 + n % 3, name=goods[n % 4], marking=(CodeKind.CIS,) if n % 2 else ()),
            item(2, name=goods[(n + 1) % 4]),
            number=51234500000 + n,
            program=models[n % 4],
            at=time(n % 24, n % 60) if n % 4 == 0 else None,
        )
        for n in range(count)
    )
