"""Customs declarations (GTD, `customs/DDMMYY/number`) and RNPT, which add `/item`.

The parts are 8/6/7 digits in Russia; customs codes have 2 digits in Armenia and 5 in Belarus,
Kazakhstan and Kyrgyzstan (KTS decision 257); a number has 1 to 7, an item 1 to 5 (FNS format,
element RegNomProsl, T(13-29)).
"""

import datetime as dt
import re

from packdesk.domain.codes.kinds import ScanKind
from packdesk.domain.codes.scan import Scan
from packdesk.domain.codes.severity import IssueCode, issues
from packdesk.domain.codes.uin import without_spaces
from packdesk.domain.codes.verdict import Verdict

_LABEL = re.compile(
    r"(?:ГТД|ДТ|РНПТ|GTD|DT|RNPT)[_№N:.\-]*(?=[0-9])",
    re.IGNORECASE,
)
_FILE_SUFFIX = re.compile(r"\.(?:pdf|xml|jpe?g|png|docx?|xlsx?)$", re.IGNORECASE)
_OTHER_SEPARATORS = re.compile(r"[\\\-.,|_\u2010-\u2015\u2212]")
_FITTING = re.compile(r"(?:[0-9]{2}|[0-9]{5}|[0-9]{8})/[0-9]{6}/[0-9]{1,7}(?:/[0-9]{1,5})?")
_FULL_SIZE = re.compile(r"[0-9]{8}[/.,|_\\-][0-9]{6}[/.,|_\\-][0-9]{7}(?:[/.,|_\\-][0-9]{1,5})?")
_UNSEPARATED = re.compile("([0-9]{8})([0-9]{6})([0-9]{7})([0-9]{1,5})?")
_DIGITS = re.compile("[0-9]+")
_NUMBER_WITH_LETTER = re.compile("[0-9]*[A-Za-zА-Яа-яЁё][0-9]*")

_GTD_PARTS = 3
_RNPT_PARTS = 4
_CODE_LENGTHS = frozenset({2, 5, 8})
_RUSSIAN_CODE_LENGTH = 8
_RUSSIAN_PREFIX = "10"
_NUMBER_LENGTH = 7
_USUAL_ITEM_LENGTH = 3
_LONGEST_ITEM = 5
_LOOK_ALIKES = str.maketrans("ОоOoЗз", "000033")


def read_gtd(scan: Scan) -> Verdict:
    """The verdict on a text where a customs declaration is expected."""
    parts, codes = _parts(scan, _GTD_PARTS)
    if len(parts) == _RNPT_PARTS and _are_digits(parts[_GTD_PARTS:]):
        parts = parts[:_GTD_PARTS]
        codes.append(IssueCode.C_GTD_HAS_ITEM)
    if len(parts) != _GTD_PARTS or not _are_digits(parts[:2]):
        return _refused(scan, IssueCode.E_GTD_FORMAT)
    suggestion = None
    if not _are_digits(parts[2:]):
        if _NUMBER_WITH_LETTER.fullmatch(parts[2]) is None:
            return _refused(scan, IssueCode.E_GTD_FORMAT)
        codes.append(IssueCode.C_GTD_LETTER)
        corrected = parts[2].translate(_LOOK_ALIKES)
        if _are_digits((corrected,)):
            suggestion = "/".join((*parts[:2], corrected))
    return _verdict(scan, ScanKind.GTD, parts, codes, suggestion)


def read_rnpt(scan: Scan) -> Verdict:
    """The verdict on a text where an RNPT is expected."""
    parts, codes = _parts(scan, _RNPT_PARTS)
    if len(parts) != _RNPT_PARTS or not _are_digits(parts) or len(parts[-1]) > _LONGEST_ITEM:
        return _refused(scan, IssueCode.E_RNPT_FORMAT)
    return _verdict(scan, ScanKind.RNPT, parts, codes, None)


def read_certain(scan: Scan) -> Verdict | None:
    """The verdict on a text that shows by its shape that it is a GTD or an RNPT."""
    if _FITTING.fullmatch(scan.text) is None and _FULL_SIZE.fullmatch(scan.text) is None:
        return None
    verdict = read_gtd(scan)
    return read_rnpt(scan) if verdict.has(IssueCode.C_GTD_HAS_ITEM) else verdict


def _parts(scan: Scan, expected: int) -> tuple[tuple[str, ...], list[IssueCode]]:
    codes = list(scan.repairs)
    text = without_spaces(scan.text)
    if text != scan.text:
        codes.append(IssueCode.I_SPACES_REMOVED)
    bare = _FILE_SUFFIX.sub("", _LABEL.sub("", text, count=1))
    if "/" not in bare:
        unseparated = _UNSEPARATED.fullmatch(bare)
        if unseparated is not None:
            pieces = tuple(piece for piece in unseparated.groups() if piece is not None)
            if len(pieces) == expected:
                return pieces, [*codes, IssueCode.C_SEPARATORS_GUESSED]
    fixed = _OTHER_SEPARATORS.sub("/", bare)
    if fixed != text and (bare == fixed or _FITTING.fullmatch(fixed) is not None):
        codes.append(IssueCode.I_SEPARATORS_FIXED)
        text = fixed
    return tuple(text.split("/")), codes


def _are_digits(parts: tuple[str, ...]) -> bool:
    return all(_DIGITS.fullmatch(part) is not None for part in parts)


def _verdict(
    scan: Scan,
    kind: ScanKind,
    parts: tuple[str, ...],
    codes: list[IssueCode],
    suggestion: str | None,
) -> Verdict:
    code, date, number, *item = parts
    if len(code) not in _CODE_LENGTHS or len(number) > _NUMBER_LENGTH:
        codes.append(IssueCode.C_SHAPE_UNKNOWN)
    elif len(code) != _RUSSIAN_CODE_LENGTH:
        codes.append(IssueCode.W_CUSTOMS_CODE_LEN)
    elif not code.startswith(_RUSSIAN_PREFIX):
        codes.append(IssueCode.I_CUSTOMS_PREFIX)
    if not _is_past_date(date, scan.context.today):
        codes.append(IssueCode.C_DATE_INVALID)
    if len(number) < _NUMBER_LENGTH:
        codes.append(IssueCode.W_GTD_NUMBER_LEN)
    if item and len(item[0]) > _USUAL_ITEM_LENGTH:
        codes.append(IssueCode.W_RNPT_ITEM_LEN)
    text = "/".join(parts)
    return Verdict(
        scan.raw,
        text,
        scan.slot,
        kind,
        issues=issues(codes),
        normalized=text,
        suggestion=suggestion,
    )


def _is_past_date(ddmmyy: str, today: dt.date | None) -> bool:
    if len(ddmmyy) != len("DDMMYY"):
        return False
    try:
        date = dt.date(2000 + int(ddmmyy[4:]), int(ddmmyy[2:4]), int(ddmmyy[:2]))
    except ValueError:
        return False
    return today is None or date <= today


def _refused(scan: Scan, code: IssueCode) -> Verdict:
    return Verdict(
        scan.raw,
        scan.text,
        scan.slot,
        ScanKind.UNKNOWN,
        issues=issues((*scan.repairs, code)),
    )
