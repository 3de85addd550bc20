"""The statements of the journal, built once: building one costs more than running it."""

from typing import Final

from sqlalchemy import BigInteger, Table, bindparam, delete, func, insert, select
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as upsert

from packdesk.journal.codec import VERSION
from packdesk.journal.tables import CODE_USES, EVENTS, GROUPS, LEARNED, OFFERS, ORDERS, OUTBOX


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
_LAST_GROUPS: Final = (
    select(func.max(GROUPS.c.id))
    .group_by(GROUPS.c.order_id)
    .order_by(func.max(GROUPS.c.id).desc())
    .limit(bindparam("limit"))
)
LATEST: Final = (
    select(GROUPS.c.order_id, GROUPS.c.at)
    .where(GROUPS.c.id.in_(_LAST_GROUPS))
    .order_by(GROUPS.c.id.desc())
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
KEEP_OFFER: Final = _newest(OFFERS)
ALL_OFFERS: Final = select(OFFERS.c.payload).where(OFFERS.c.version == VERSION)
LEARN: Final = _newest(LEARNED)
ALL_LEARNED: Final = select(LEARNED.c.barcode, LEARNED.c.offer_id)
