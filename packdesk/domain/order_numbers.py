"""Numbers that are made as this shop's order numbers are."""

from collections.abc import Iterable

from packdesk.domain.ids import OrderId

_SAME = 3
"""So many first digits and the same length make a number look like the orders of this shop."""


def looks_like_order(text: str, orders: Iterable[OrderId]) -> bool:
    """Whether a text has the length and the first digits of one of these orders."""
    return text.isdigit() and _shape(text) in {_shape(str(order)) for order in orders}


def _shape(number: str) -> tuple[int, str]:
    return len(number), number[:_SAME]
