"""Events, orders and offers of every shape that their classes allow."""

import datetime as dt
from typing import TypeVar, get_args

from hypothesis import strategies as st

from packdesk.domain.events import Event
from packdesk.domain.open_enum import OpenEnum
from packdesk.domain.order import (
    Delivery,
    EacType,
    ItemTag,
    Offer,
    Order,
    OrderItem,
    OrderStatus,
    OrderSubstatus,
    ProgramType,
    StoredBox,
)

E = TypeVar("E", bound=OpenEnum)

EVENT_TYPES: tuple[type[Event], ...] = get_args(Event)


def event_of(cls: type[Event]) -> st.SearchStrategy[Event]:
    return st.from_type(cls)


def events() -> st.SearchStrategy[Event]:
    return st.sampled_from(EVENT_TYPES).flatmap(event_of)


def open_values(cls: type[E]) -> st.SearchStrategy[E]:
    return st.sampled_from(cls) | st.text().map(cls)


def moments() -> st.SearchStrategy[dt.datetime]:
    """Aware times with the fixed offsets that a Market answer or a stamp has."""
    offsets = st.integers(-14 * 60, 14 * 60).map(
        lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))
    )
    seconds = st.integers(0, 2**32).map(lambda since: dt.datetime.fromtimestamp(since, dt.UTC))
    return st.builds(
        lambda moment, micro, offset: moment.replace(microsecond=micro).astimezone(offset),
        seconds,
        st.integers(0, 999_999),
        offsets,
    )


def items() -> st.SearchStrategy[OrderItem]:
    return st.builds(
        OrderItem,
        tags=st.lists(open_values(ItemTag), max_size=2).map(tuple),
        price=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    )


def orders(ids: st.SearchStrategy[int] | None = None) -> st.SearchStrategy[Order]:
    return st.builds(
        Order,
        id=st.integers(0, 2**63 - 1) if ids is None else ids,
        program=open_values(ProgramType),
        status=open_values(OrderStatus),
        substatus=open_values(OrderSubstatus),
        items=st.lists(items(), max_size=2).map(tuple),
        external_id=st.none() | st.text(),
        notes=st.text(),
        shipment_date=st.none() | st.dates(),
        shipment_time=st.none() | st.times(),
        created_at=st.none() | moments(),
        updated_at=st.none() | moments(),
        stored_boxes=st.lists(st.from_type(StoredBox), max_size=1).map(tuple),
        delivery=st.builds(Delivery, eac_type=st.none() | open_values(EacType)),
    )


def offers() -> st.SearchStrategy[Offer]:
    texts = st.lists(st.text(), max_size=3).map(tuple)
    return st.builds(
        Offer,
        offer_id=st.text(max_size=3),
        name=st.text(),
        barcodes=texts,
        box_count=st.integers(1, 99),
        pictures=texts,
    )
