"""Goods that must carry a code though an order does not say so.

Source: setOrderBoxLayout and the guide for FBS: business buyers must get the code of every marked
good. That a good is marked shows in any other order of it that asked for the code.
"""

from collections.abc import Iterable
from dataclasses import replace

from packdesk.domain.codes import CodeKind
from packdesk.domain.order import CodeRequirement, Order, OrderItem


def marked_offers(orders: Iterable[Order]) -> frozenset[str]:
    """The offers for which any of these orders asks a Honest Sign code."""
    return frozenset(item.offer_id for order in orders for item in order.items if _wants_cis(item))


def with_marks(order: Order, marked: frozenset[str]) -> Order:
    """A business order with a code asked for on each good that is known to be marked."""
    if not order.is_business:
        return order
    wanted = CodeRequirement(CodeKind.CIS)
    items = tuple(
        replace(item, requires=(*item.requires, wanted))
        if item.offer_id in marked and not _wants_cis(item)
        else item
        for item in order.items
    )
    return replace(order, items=items)


def _wants_cis(item: OrderItem) -> bool:
    return any(requirement.kind is CodeKind.CIS for requirement in item.requires)
