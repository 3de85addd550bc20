"""The country of origin: two capital Latin letters."""

import re

from packdesk.domain.codes.country_table import COUNTRIES
from packdesk.domain.codes.kinds import ScanKind
from packdesk.domain.codes.scan import Scan
from packdesk.domain.codes.severity import IssueCode, issues
from packdesk.domain.codes.verdict import Verdict

_TWO_LETTERS = re.compile("[A-Z]{2}")
_SLIPS = {
    "UK": "GB",
    "EN": "GB",
    "SU": "RU",
    "РФ": "RU",
    "РОССИЯ": "RU",
    "RUS": "RU",
    "643": "RU",
    "CHN": "CN",
    "156": "CN",
    "КНР": "CN",
    "PRC": "CN",
    "BLR": "BY",
    "112": "BY",
    "БЕЛАРУСЬ": "BY",
    "БЕЛОРУССИЯ": "BY",
    "KAZ": "KZ",
    "398": "KZ",
    "TUR": "TR",
    "792": "TR",
    "ТУРЦИЯ": "TR",
    "USA": "US",
    "США": "US",
    "840": "US",
    "DEU": "DE",
    "276": "DE",
    "ITA": "IT",
    "380": "IT",
    "ЮЖНАЯ КОРЕЯ": "KR",
    "ENGLAND": "GB",
    "TURKEY": "TR",
}
_BY_NAME = {
    name.casefold(): code for code, names in COUNTRIES.items() for name in (names.ru, names.en)
}


def suggested_country(text: str) -> str | None:
    """The country code a person probably meant by a slip, a name or a three-letter code."""
    return _SLIPS.get(text.upper()) or _BY_NAME.get(text.casefold())


def read_country(scan: Scan) -> Verdict | None:
    """The verdict on two Latin letters, or None for anything else."""
    upper = scan.text.upper()
    if _TWO_LETTERS.fullmatch(upper) is None or not scan.text.isascii():
        return None
    codes = scan.repairs
    if upper != scan.text:
        codes = (*codes, IssueCode.I_CASE_FIXED)
    suggestion = None
    if upper not in COUNTRIES and upper not in scan.context.countries:
        codes = (*codes, IssueCode.C_COUNTRY_UNKNOWN)
        suggestion = suggested_country(upper)
    return Verdict(
        scan.raw,
        upper,
        scan.slot,
        ScanKind.COUNTRY,
        issues=issues(codes),
        normalized=upper,
        suggestion=suggestion,
    )
