"""Marks that are no code of a unit: transport units (SSCC) and alcohol (EGAIS)."""

import re

from packdesk.domain.codes.barcode import has_valid_check_digit
from packdesk.domain.codes.kinds import ScanKind, Variant
from packdesk.domain.codes.scan import Scan
from packdesk.domain.codes.severity import IssueCode, issues
from packdesk.domain.codes.verdict import Verdict

_SSCC = re.compile(r"(?:00|\(00\)|\[00\])([0-9]{18})")
_EGAIS = re.compile("[0-9A-Z]+")
_EGAIS_VARIANTS = {68: Variant.EGAIS2, 150: Variant.EGAIS3}


def read_sscc(scan: Scan) -> Verdict | None:
    """The verdict on the 20 digits of a transport unit, AI 00 included."""
    sscc = _SSCC.fullmatch(scan.text)
    if sscc is None:
        return None
    codes = scan.repairs
    if not has_valid_check_digit(sscc[1]):
        codes = (*codes, IssueCode.W_SSCC_CHECK)
    return Verdict(
        scan.raw,
        scan.text,
        scan.slot,
        ScanKind.SSCC,
        serial=sscc[1],
        issues=issues(codes),
        normalized=f"00{sscc[1]}",
    )


def read_egais(scan: Scan) -> Verdict | None:
    """The verdict on an alcohol mark; no unit of the Market takes one."""
    variant = _EGAIS_VARIANTS.get(len(scan.text))
    if variant is None or _EGAIS.fullmatch(scan.text) is None:
        return None
    return Verdict(
        scan.raw,
        scan.text,
        scan.slot,
        ScanKind.EGAIS,
        variant,
        issues=issues((*scan.repairs, IssueCode.E_WRONG_KIND)),
    )
