"""Product barcodes: EAN-8, EAN-13, UPC-A, UPC-E and ITF-14 as 14-digit GTINs."""

import re

from packdesk.domain.codes.kinds import Variant

GTIN_LENGTH = 14
_DIGITS = re.compile(r"[0-9]+", re.ASCII)
_UPCE_LENGTH = 8
_ZERO = ord("0")
_LEFTOVER_STOCK = "029"


def check_digit(payload: str) -> int:
    """The GS1 mod-10 check digit of a number without it (GS1 General Specifications 7.9)."""
    codes = payload.encode("ascii")
    weighted = 3 * sum(codes[-1::-2]) + sum(codes[-2::-2])
    zeros = 3 * ((len(codes) + 1) // 2) + len(codes) // 2
    return (zeros * _ZERO - weighted) % 10


def has_valid_check_digit(number: str) -> bool:
    """Whether a number of ASCII digits ends with its GS1 check digit."""
    if len(number) == GTIN_LENGTH:
        codes = number.encode("ascii")
        return (3 * sum(codes[::2]) + sum(codes[1::2]) - 28 * _ZERO) % 10 == 0
    return check_digit(number[:-1]) == ord(number[-1]) - _ZERO


def expand_upce(digits: str) -> str | None:
    """The 12 digits of the UPC-A behind the 8 of a UPC-E, or None if there is none."""
    if len(digits) != _UPCE_LENGTH or digits[0] not in "01":
        return None
    system, check = digits[0], digits[7]
    a, b, c, d, e, last = tuple(digits[1:7])
    if last in "012":
        middle = a + b + last + "0000" + c + d + e
    elif last == "3":
        middle = a + b + c + "00000" + d + e
    elif last == "4":
        middle = a + b + c + d + "00000" + e
    else:
        middle = a + b + c + d + e + "0000" + last
    expanded = system + middle + check
    return expanded if has_valid_check_digit(expanded) else None


def variant_of(digits: str) -> Variant | None:
    """Which product barcode a number of ASCII digits is by its length, valid or not."""
    match len(digits):
        case 8:
            return Variant.UPCE if _is_upce(digits) else Variant.EAN8
        case 12:
            return Variant.UPCA
        case 13:
            return Variant.EAN13
        case 14:
            return Variant.ITF14
        case _:
            return None


def _is_upce(digits: str) -> bool:
    if expand_upce(digits) is None:
        return False
    # EAN-8 numbers from 0 on are for use inside a company (GS1 General Specifications 1.4.3).
    return digits[0] == "0" or not has_valid_check_digit(digits)


def padded(digits: str) -> str:
    """The 14 digits of a product barcode, valid or not; a UPC-E is expanded first."""
    if variant_of(digits) is Variant.UPCE:
        digits = expand_upce(digits) or digits
    return digits.zfill(GTIN_LENGTH)


def is_digits(text: str) -> bool:
    """Whether a text is one or more ASCII digits and nothing else."""
    return _DIGITS.fullmatch(text) is not None


def is_in_store(barcode: str) -> bool:
    """Whether a product barcode was issued by a shop for itself (prefix 2 or 02).

    The Market does not take such values for GTINs (OpenAPI, `OfferBarcodes`).
    """
    if not is_digits(barcode) or variant_of(barcode) is None:
        return False
    return barcode.startswith("02" if len(barcode) == GTIN_LENGTH else ("2", "02"))


def gtin14(barcode: str) -> str | None:
    """The GTIN behind a product barcode as 14 digits, or None if it is no GTIN.

    In-store numbers, wrong check digits and Code 128 texts are no GTINs.
    """
    if not is_digits(barcode) or variant_of(barcode) is None or is_in_store(barcode):
        return None
    digits = padded(barcode)
    return digits if has_valid_check_digit(digits) else None


def gtin_is_comparable(gtin: str) -> bool:
    """Whether the GTIN of a code can be compared with the catalogue.

    `029…` marks leftover stock and never equals a barcode of the catalogue.
    """
    return not gtin.startswith(_LEFTOVER_STOCK)
