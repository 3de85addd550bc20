"""What finds an old order without reading all: its status, its names, the goods known as marked."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the indexes and fill them from what is kept already."""
    op.add_column("orders", sa.Column("status", sa.Text, nullable=False, server_default=""))
    op.create_index("orders_status", "orders", ["status"])
    op.create_index("orders_at", "orders", ["at"])
    op.create_index("groups_at", "groups", ["at"])
    names = op.create_table(
        "order_names",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("order_id", sa.BigInteger, primary_key=True),
    )
    marked = op.create_table("marked_offers", sa.Column("offer_id", sa.Text, primary_key=True))
    db = op.get_bind()
    statuses, named, offers = [], set(), set()
    rows = db.execute(sa.text("SELECT order_id, payload FROM orders WHERE json_valid(payload)"))
    for order_id, payload in rows:
        order = json.loads(payload)
        statuses.append({"order": order_id, "status": str(order.get("status", ""))})
        named |= {(name, order_id) for name in _names(order)}
        offers |= _marked(order)
    rows = db.execute(
        sa.text(
            "SELECT g.order_id, e.payload FROM events AS e JOIN groups AS g ON g.id = e.group_id"
            " WHERE e.type = 'ErrandAsked' AND json_valid(e.payload)"
        )
    )
    for order_id, payload in rows:
        track = json.loads(payload).get("errand", {}).get("track") or {}
        if "code" in track:
            named.add((_key(track["code"]), order_id))
    if statuses:
        db.execute(sa.text("UPDATE orders SET status = :status WHERE order_id = :order"), statuses)
    if named:
        db.execute(names.insert(), [{"name": n, "order_id": one} for n, one in sorted(named)])
    if offers:
        db.execute(marked.insert(), [{"offer_id": one} for one in sorted(offers)])


def _names(order: dict[str, Any]) -> set[str]:
    names = {box["barcode"] for box in order.get("stored_boxes") or ()}
    tracks = (order.get("delivery") or {}).get("tracks") or ()
    names |= {_key(track["code"]) for track in tracks}
    return (names | {order.get("external_id") or ""}) - {""}


def _marked(order: dict[str, Any]) -> set[str]:
    return {
        item["offer_id"]
        for item in order.get("items") or ()
        if any(wanted["kind"] == "cis" for wanted in item.get("requires") or ())
    }


def _key(code: str) -> str:
    return "".join(char for char in code if char not in " -\xa0").upper()
