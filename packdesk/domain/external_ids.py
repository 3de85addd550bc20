"""The shop's own number of an order: what may be one, and how it is made by itself."""

from datetime import date
from enum import Enum

from packdesk.domain.ids import OrderId

LONGEST = 100
"""The Market names no limit; this much still fits on a label."""


class ExternalIdFault(Enum):
    """Why a text cannot be an order's own number."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    NOT_PRINTABLE = "control characters in it"


def fault_of(text: str) -> ExternalIdFault | None:
    """What keeps a text from being given to an order."""
    if not text.strip():
        return ExternalIdFault.EMPTY
    if len(text) > LONGEST:
        return ExternalIdFault.TOO_LONG
    return None if text.isprintable() else ExternalIdFault.NOT_PRINTABLE


def falls_back(text: str) -> bool:
    """Whether the label's barcode will show the Market's number instead.

    Source: updateExternalOrderId, on text that is not ASCII.
    """
    return not text.isascii()


def fill_template(template: str, order_id: OrderId, today: date) -> str | None:
    """The number that a shop's template gives; None where it gives none that may be used.

    ``{number}`` is the Market's number of the order, ``{date}`` this day as 2026-11-21.
    """
    text = template.replace("{number}", str(order_id)).replace("{date}", today.isoformat())
    return text if template and fault_of(text) is None else None
