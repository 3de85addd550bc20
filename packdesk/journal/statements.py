"""The statements of the journal, built once: building one costs more than running it."""

from typing import Final

from sqlalchemy import BigInteger, Table, bindparam, delete, func, insert, or_, select
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as upsert

from packdesk.domain.order import OrderStatus
from packdesk.journal.codec import VERSION
from packdesk.journal.tables import (
    CODE_USES,
    EVENTS,
    GROUPS,
    LEARNED,
    MARKED_OFFERS,
    OFFERS,
    ORDER_NAMES,
    ORDERS,
    OUTBOX,
)


def _newest(table: Table) -> Insert:
    """Put a row in the place of the one with the same key."""
    row = upsert(table)
    keys = [column.name for column in table.primary_key]
    others = {column.name: column for column in row.excluded if column.name not in keys}
    return row.on_conflict_do_update(index_elements=keys, set_=others)


_THE_ORDER: Final = bindparam("order", type_=BigInteger)

LAST_NUMBER: Final = select(func.max(GROUPS.c.number)).where(GROUPS.c.order_id == _THE_ORDER)
ADD_GROUP: Final = insert(GROUPS).returning(GROUPS.c.id)
ADD_EVENTS: Final = insert(EVENTS)
KEEP_CODE_USES: Final = _newest(CODE_USES)

QUEUE: Final = upsert(OUTBOX).on_conflict_do_nothing(index_elements=["order_id"])
"""An order that waits already keeps its place."""
SETTLE: Final = delete(OUTBOX).where(OUTBOX.c.order_id == _THE_ORDER)
WAITING: Final = select(OUTBOX.c.order_id).order_by(OUTBOX.c.group_id)

GROUPS_OF: Final = (
    select(
        GROUPS.c.number,
        GROUPS.c.at,
        GROUPS.c.packer,
        GROUPS.c.station,
        EVENTS.c.type,
        EVENTS.c.version,
        EVENTS.c.payload,
    )
    .join_from(GROUPS, EVENTS, isouter=True)
    .where(GROUPS.c.order_id == _THE_ORDER)
    .order_by(GROUPS.c.number, EVENTS.c.place)
)
TOUCHED: Final = select(GROUPS.c.order_id).distinct()
_GIVEN: Final = func.json_each(bindparam("given")).table_valued("value")
TOUCHED_AMONG: Final = select(_GIVEN.c.value).where(
    select(GROUPS.c.id).where(GROUPS.c.order_id == _GIVEN.c.value).exists()
)
_LATER: Final = GROUPS.alias("later")
# From the newest group backwards until there are enough: the rest of the history is not read.
LATEST: Final = (
    select(GROUPS.c.order_id, GROUPS.c.at)
    .where(
        ~select(_LATER.c.id)
        .where(_LATER.c.order_id == GROUPS.c.order_id, _LATER.c.number > GROUPS.c.number)
        .exists()
    )
    .order_by(GROUPS.c.id.desc())
    .limit(bindparam("limit"))
)
USERS_OF: Final = (
    select(CODE_USES.c.order_id)
    .where(
        CODE_USES.c.kind == bindparam("kind"),
        CODE_USES.c.gtin == bindparam("gtin"),
        CODE_USES.c.serial == bindparam("serial"),
    )
    .order_by(CODE_USES.c.group_id.desc())
)

KEEP_ORDER: Final = _newest(ORDERS)
# A cached row in another form is as good as none: the Market will be asked.
ALL_ORDERS: Final = select(ORDERS.c.payload).where(ORDERS.c.version == VERSION)
ONE_ORDER: Final = ALL_ORDERS.where(ORDERS.c.order_id == _THE_ORDER)
# Times are compared as texts: what another offset makes of them is hours, and days are asked for.
RECENT_ORDERS: Final = ALL_ORDERS.where(
    or_(
        ORDERS.c.status == OrderStatus.PROCESSING.value,
        ORDERS.c.at >= bindparam("since"),
        ORDERS.c.order_id.in_(select(OUTBOX.c.order_id)),
        ORDERS.c.order_id.in_(select(GROUPS.c.order_id).where(GROUPS.c.at >= bindparam("since"))),
    )
)
KEEP_NAMES: Final = upsert(ORDER_NAMES).on_conflict_do_nothing()
NAMED: Final = (
    select(ORDER_NAMES.c.name, ORDER_NAMES.c.order_id)
    .where(ORDER_NAMES.c.name.in_(select(_GIVEN.c.value)))
    .order_by(ORDER_NAMES.c.order_id)
)
KEEP_MARKED: Final = upsert(MARKED_OFFERS).on_conflict_do_nothing()
ALL_MARKED: Final = select(MARKED_OFFERS.c.offer_id)
KEEP_OFFER: Final = _newest(OFFERS)
ALL_OFFERS: Final = select(OFFERS.c.payload).where(OFFERS.c.version == VERSION)
LEARN: Final = _newest(LEARNED)
ALL_LEARNED: Final = select(LEARNED.c.barcode, LEARNED.c.offer_id)
