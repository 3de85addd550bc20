"""Groups of events, the outbox, the index of codes, the caches and what was learned."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ROW_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Build the first form of the journal."""
    op.create_table(
        "groups",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column("order_id", sa.BigInteger, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("packer", sa.Text, nullable=False),
        sa.Column("station", sa.Text, nullable=False),
        sa.UniqueConstraint("order_id", "number"),
    )
    op.create_table(
        "events",
        sa.Column("group_id", _ROW_ID, sa.ForeignKey("groups.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "code_uses",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("gtin", sa.Text, primary_key=True),
        sa.Column("serial", sa.Text, primary_key=True),
        sa.Column("order_id", sa.BigInteger, primary_key=True),
        sa.Column("group_id", _ROW_ID, sa.ForeignKey("groups.id"), nullable=False),
    )
    op.create_table(
        "outbox",
        sa.Column("order_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("group_id", _ROW_ID, sa.ForeignKey("groups.id"), nullable=False),
    )
    op.create_table(
        "orders",
        sa.Column("order_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "offers",
        sa.Column("offer_id", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "learned",
        sa.Column("barcode", sa.Text, primary_key=True),
        sa.Column("offer_id", sa.Text, nullable=False),
    )
