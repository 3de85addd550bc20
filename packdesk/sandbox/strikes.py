"""Troubles of an order, done to the world: goods go, the buyer cancels, a code is refused."""

import json
from collections.abc import Mapping

from packdesk.sandbox.losses import Loss
from packdesk.sandbox.transitions import State
from packdesk.sandbox.troubles import REFUSED, Cancellation, Trouble, TroubleKind
from packdesk.sandbox.verification import Verdict
from packdesk.sandbox.world import World

BEFORE = frozenset({TroubleKind.ORDER_CHANGED, TroubleKind.ORDER_CANCELLED})
AFTER = frozenset({TroubleKind.CODE_INVALID})
BY_BUYER = State("CANCELLED", "USER_CHANGED_MIND")


def orders_named(places: Mapping[str, str], body: bytes | None) -> frozenset[int]:
    """The orders that a request names in its path or its body; none for a request that is wrong."""
    found: list[object] = []
    place = places.get("orderId", "")
    if place.isascii() and place.isdigit():
        found.append(int(place))
    try:
        content = json.loads(body or b"null")
    except (ValueError, RecursionError):
        content = None
    if isinstance(content, dict):
        listed = content.get("orderIds")
        found += listed if isinstance(listed, list) else []
        several = content.get("orders")
        found += [
            entry.get("id")
            for entry in (several if isinstance(several, list) else [])
            if isinstance(entry, dict)
        ]
    return frozenset(one for one in found if isinstance(one, int))


def strike(world: World, trouble: Trouble, named: frozenset[int]) -> None:
    """Let a trouble of ``ORDER_KINDS`` come over the orders named; unknown ones are passed over."""
    struck = (trouble.orders & named) if trouble.orders else named
    for order_id in sorted(struck & set(world.order_ids())):
        if trouble.kind is TroubleKind.ORDER_CHANGED:
            loss = trouble.detail if isinstance(trouble.detail, Loss) else Loss.UNIT
            world.market_removes(order_id, loss)
        elif trouble.kind is TroubleKind.CODE_INVALID:
            verdict = trouble.detail if isinstance(trouble.detail, Verdict) else REFUSED
            world.market_condemns(order_id, verdict)
        elif trouble.detail is Cancellation.REQUEST:
            world.market_edits(order_id, {"cancelRequested": True})
        else:
            world.market_moves(order_id, BY_BUYER)
