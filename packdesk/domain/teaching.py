"""Which texts may be learned as the barcode of a good. What is learned wrong packs wrong goods."""

import re
from collections.abc import Iterable

from packdesk.domain.barcodes import PARCEL, desk_command
from packdesk.domain.codes.barcode import has_valid_check_digit
from packdesk.domain.ids import OrderId
from packdesk.domain.order_numbers import looks_like_order

_PLAIN = re.compile(r"[!-~](?:[ -~]{2,}[!-~])")
"""At least four signs that a printed barcode can hold; a separator is that of a marking code."""
_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
"""EAN-8, UPC-A, EAN-13 and ITF-14 carry a check digit: without it the scan was cut or misread."""
_LONGEST_GTIN = 14


def may_be_taught(text: str, orders: Iterable[OrderId]) -> bool:
    """Whether a text can be a product's barcode at all; an order's number never is."""
    barcode = text.strip(" \t\r\n")
    if _PLAIN.fullmatch(barcode) is None or desk_command(barcode) is not None:
        return False
    if looks_like_order(barcode, orders) or PARCEL.match(barcode):
        return False
    if not barcode.isdigit() or len(barcode) not in _GTIN_LENGTHS:
        return True
    return has_valid_check_digit(barcode.zfill(_LONGEST_GTIN))
