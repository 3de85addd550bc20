"""The tables of the journal. The migrations build them; a test compares the two.

Times are ISO 8601 texts with their offset: SQLite has no type that would keep it.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

RowId = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts rows by itself only in a column that is plainly INTEGER; it has 64 bits there."""

GROUPS = Table(
    "groups",
    METADATA,
    Column("id", RowId, primary_key=True),
    Column("order_id", BigInteger, nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("packer", Text, nullable=False),
    Column("station", Text, nullable=False),
    UniqueConstraint("order_id", "number"),
    Index("groups_at", "at"),
)
"""Events of one decision; ``number`` counts 1.. within an order."""

EVENTS = Table(
    "events",
    METADATA,
    Column("group_id", RowId, ForeignKey("groups.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("type", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("payload", Text, nullable=False),
)
"""``place`` counts 0.. within a group."""

CODE_USES = Table(
    "code_uses",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("gtin", Text, primary_key=True),
    Column("serial", Text, primary_key=True),
    Column("order_id", BigInteger, primary_key=True),
    Column("group_id", RowId, ForeignKey("groups.id"), nullable=False),
)
"""In which orders a code was attached; ``group_id`` is the last group that did it."""

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("order_id", BigInteger, primary_key=True, autoincrement=False),
    Column("group_id", RowId, ForeignKey("groups.id"), nullable=False),
)
"""Orders that have something to send; ``group_id`` is the group that queued them."""

ORDERS = Table(
    "orders",
    METADATA,
    Column("order_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("status", Text, nullable=False, server_default=""),
    Index("orders_status", "status"),
    Index("orders_at", "at"),
)
"""The cache of what the Market told, and when."""

ORDER_NAMES = Table(
    "order_names",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("order_id", BigInteger, primary_key=True),
)
"""What orders were ever found by besides their numbers: see ``Journal.named``."""

MARKED_OFFERS = Table(
    "marked_offers",
    METADATA,
    Column("offer_id", Text, primary_key=True),
)
"""The offers for which any cached order asked a Honest Sign code."""

OFFERS = Table(
    "offers",
    METADATA,
    Column("offer_id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("payload", Text, nullable=False),
)
"""The cache of the catalogue."""

LEARNED = Table(
    "learned",
    METADATA,
    Column("barcode", Text, primary_key=True),
    Column("offer_id", Text, nullable=False),
)
"""Which offer a barcode means, as taught at the table."""
