"""What the symbols of the scanner test card hold, exactly."""

from typing import Final

from packdesk.domain.codes.kinds import GS

CARD_EAN13: Final = "2012345678903"
"""A number for use inside a company (GS1 prefix 20), so no product can have it."""

CARD_CODE128: Final = 'aB;cD:eF,gH.iJ/kL?"%*'
"""Small and large letters, and the signs that other keys make in a Russian layout."""

CARD_ELEMENTS: Final = (
    ("01", f"0{CARD_EAN13}"),
    ("21", "PackDesk-test-card"),
    ("91", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("95", "abcdefghijklmnopqrstuvwxyz"),
    ("99", "0123456789!\"%&'()*+,-./:;<=>?_"),
)
"""Identifiers and values: a GTIN, a serial, and company-internal elements (GS1 General
Specifications, 91 to 99) that together hold all 82 characters such values may have. No shape of a
marking code fits them, so the card cannot be taken for goods."""


def card_text() -> str:
    """What a well set up scanner sends for the DataMatrix, with GS where GS1 asks for one."""
    (gtin_ai, gtin), *others = CARD_ELEMENTS
    return f"{gtin_ai}{gtin}{GS.join(f'{ai}{value}' for ai, value in others)}"
