"""Judging a text as the barcode of a product."""

from packdesk.domain.codes.barcode import (
    GTIN_LENGTH,
    has_valid_check_digit,
    is_digits,
    is_in_store,
    padded,
    variant_of,
)
from packdesk.domain.codes.kinds import ScanKind, Variant
from packdesk.domain.codes.scan import Scan
from packdesk.domain.codes.severity import IssueCode, issues
from packdesk.domain.codes.verdict import Verdict


def read_gtin(scan: Scan) -> Verdict | None:
    """The verdict on a number with the length of a product barcode, or None."""
    text = scan.text
    variant = variant_of(text) if is_digits(text) else None
    if variant is None:
        return None
    gtin = padded(text)
    codes = scan.repairs
    if not has_valid_check_digit(gtin):
        codes = (*codes, IssueCode.W_GTIN_CHECK)
    if variant is Variant.ITF14 and "1" <= gtin[0] <= "8":
        codes = (*codes, IssueCode.W_GTIN_INDICATOR)
    if is_in_store(text):
        codes = (*codes, IssueCode.W_INTERNAL_BARCODE)
    return _verdict(scan, variant, gtin, codes)


def read_element_gtin(scan: Scan) -> Verdict | None:
    """The verdict on AI 01 alone, as DataBar and GS1-128 labels of goods carry it."""
    text = scan.text
    if len(text) != len("01") + GTIN_LENGTH or not text.startswith("01") or not is_digits(text):
        return None
    return read_gtin(scan.after(text[2:]))


def read_free_text(scan: Scan) -> Verdict:
    """The verdict on any other text where a product barcode is expected."""
    return _verdict(scan, Variant.CODE128, None, scan.repairs)


def _verdict(
    scan: Scan,
    variant: Variant,
    gtin: str | None,
    codes: tuple[IssueCode, ...],
) -> Verdict:
    return Verdict(
        scan.raw,
        scan.text,
        scan.slot,
        ScanKind.BARCODE,
        variant,
        gtin,
        issues=issues(codes),
        normalized=scan.text,
    )
