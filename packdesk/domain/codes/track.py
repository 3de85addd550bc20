"""Track numbers of carriers: tidied and warned about, never blocked for their form.

The check digits are those of UPU S10 and of domestic Russian Post; CDEK, Boxberry and DPD publish
no rule.
"""

import re

from packdesk.domain.codes import layout_text
from packdesk.domain.codes.barcode import has_valid_check_digit
from packdesk.domain.codes.kinds import Channel, ScanKind, Variant
from packdesk.domain.codes.scan import Scan
from packdesk.domain.codes.severity import IssueCode, issues
from packdesk.domain.codes.verdict import Verdict

_S10 = re.compile("[A-Z]{2}([0-9]{8})([0-9])[A-Z]{2}")
_RUSSIAN_POST = re.compile("[0-9]{14}")
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_GROUPING = re.compile("[ \xa0\u2009\u202f\\-\u2010-\u2015\u2212]+")
_LOOK_ALIKE = "АВСЕНКМОРТХавсенкмортх"
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_ONLY_LOOK_ALIKES = re.compile(f"[{_LOOK_ALIKE}\\x20-\\x7e]+")
_TO_LATIN = str.maketrans(_LOOK_ALIKE, "ABCEHKMOPTXabcehkmoptx")
_PATTERN = re.compile("[0-9A-Za-z][0-9A-Za-z/_. \\-]{3,38}[0-9A-Za-z]")


def s10_check_digit(digits: str) -> int:
    """The check digit of the 8 digits of a UPU S10 number."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _S10_WEIGHTS, strict=True))
    return {10: 0, 11: 5}.get(check := 11 - total % 11, check)


def is_valid_s10(text: str) -> bool:
    """Whether a text is a UPU S10 number with its check digit."""
    s10 = _S10.fullmatch(text)
    return s10 is not None and s10_check_digit(s10[1]) == int(s10[2])


def read_track(scan: Scan) -> Verdict:
    """The verdict on a text where a track number is expected."""
    text = scan.text
    if text.isascii():
        return _judged(scan)
    if _CYRILLIC.search(text) is None:
        return _refused(scan, IssueCode.E_NON_ASCII)
    latin, finding = layout_text.repaired(text)
    typed = finding is IssueCode.I_LAYOUT_FIXED
    if typed and scan.channel is Channel.SCANNER and is_valid_s10(_tidy(latin)):
        return _judged(scan.after(latin, IssueCode.I_LAYOUT_FIXED))
    if _ONLY_LOOK_ALIKES.fullmatch(text) is not None:
        suggestion = _tidy(text.translate(_TO_LATIN))
        return Verdict(
            scan.raw,
            text,
            scan.slot,
            ScanKind.TRACK,
            _variant(suggestion),
            issues=issues((*scan.repairs, IssueCode.C_NON_ASCII)),
            suggestion=suggestion,
        )
    if typed:
        return _judged(scan.after(latin, IssueCode.I_LAYOUT_FIXED))
    return _refused(scan, finding)


def _judged(scan: Scan) -> Verdict:
    tidy = _tidy(scan.text)
    codes = list(scan.repairs)
    if tidy != scan.text:
        respaced = tidy.casefold() != scan.text.casefold()
        codes.append(IssueCode.I_SPACES_REMOVED if respaced else IssueCode.I_CASE_FIXED)
    variant = _variant(tidy)
    match variant:
        case Variant.S10:
            sound = is_valid_s10(tidy)
        case Variant.RUSPOST14:
            sound = has_valid_check_digit(tidy)
        case _:
            sound = _PATTERN.fullmatch(tidy) is not None
    if not sound:
        codes.append(IssueCode.W_TRACK_CHECK)
    return Verdict(
        scan.raw,
        tidy,
        scan.slot,
        ScanKind.TRACK,
        variant,
        issues=issues(codes),
        normalized=tidy,
    )


def _tidy(text: str) -> str:
    compact = _GROUPING.sub("", text).upper()
    return text if _variant(compact) is None else compact


def _variant(text: str) -> Variant | None:
    if _S10.fullmatch(text) is not None:
        return Variant.S10
    return Variant.RUSPOST14 if _RUSSIAN_POST.fullmatch(text) is not None else None


def _refused(scan: Scan, code: IssueCode) -> Verdict:
    return Verdict(
        scan.raw,
        scan.text,
        scan.slot,
        ScanKind.UNKNOWN,
        issues=issues((*scan.repairs, code)),
    )
