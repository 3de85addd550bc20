"""The UIN of a piece of jewellery (GIIS DMDK): 16 digits, no public check digit."""

import re

from packdesk.domain.codes.kinds import ScanKind, Slot
from packdesk.domain.codes.scan import Scan
from packdesk.domain.codes.severity import IssueCode, issues
from packdesk.domain.codes.verdict import Verdict

_UIN = re.compile("[0-9]{16}")
_RUN = re.compile("(?<![0-9])[0-9]{16}(?![0-9])")
_SPACES = re.compile("[ \xa0\u2009\u202f]+")
_ISSUED_IN_RUSSIA = "643"


def without_spaces(text: str) -> str:
    """The text without spaces of any kind."""
    return _SPACES.sub("", text)


def read_uin(scan: Scan) -> Verdict | None:
    """The verdict on plain digits, digits with spaces, or a URL with one run of 16 digits."""
    compact = without_spaces(scan.text)
    if _UIN.fullmatch(compact) is not None:
        return _uin(
            scan,
            compact,
            *((IssueCode.I_SPACES_REMOVED,) if compact != scan.text else ()),
        )
    if "://" in scan.text:
        runs = _RUN.findall(scan.text)
        expected = scan.slot is Slot.UIN
        if len(runs) == 1 and (expected or runs[0].startswith(_ISSUED_IN_RUSSIA)):
            return _uin(scan, runs[0], IssueCode.W_EXTRACTED_FROM_URL)
    return None


def _uin(scan: Scan, number: str, *found: IssueCode) -> Verdict:
    codes = scan.repairs + found
    if not number.startswith(_ISSUED_IN_RUSSIA):
        codes = (*codes, IssueCode.I_UIN_PREFIX)
    return Verdict(
        scan.raw,
        number,
        scan.slot,
        ScanKind.UIN,
        serial=number,
        issues=issues(codes),
        normalized=number,
    )
