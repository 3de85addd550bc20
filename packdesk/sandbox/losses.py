"""What the Market takes out of an order when its composition changes."""

from enum import Enum


class Loss(Enum):
    """How much goes."""

    UNIT = "a unit"
    POSITION = "a position"


def left_after(counts: dict[int, int], loss: Loss) -> dict[int, int] | None:
    """The units per item afterwards, 0 for a position that is gone; None if nothing can go.

    Args:
        counts: Units per item now, at least 1 each, in the order's sequence.
        loss: A unit is taken from the item with most units, a position from the end; a position
            cannot go from an order with one only.
    """
    if sum(counts.values()) <= 1:
        return None
    match loss:
        case Loss.UNIT:
            item_id = max(counts, key=counts.__getitem__)
            return {**counts, item_id: counts[item_id] - 1}
        case Loss.POSITION:
            return {**counts, list(counts)[-1]: 0} if len(counts) > 1 else None
