"""What can be said about a code, and how much it weighs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Severity(IntEnum):
    """How a code may go on: `CONFIRM` asks for a rescan by default, `ERROR` cannot be added."""

    OK = 0
    INFO = 1
    WARN = 2
    CONFIRM = 3
    ERROR = 4


class IssueCode(StrEnum):
    """One finding; the first letter is its weight (error, confirm, warn, info)."""

    E_EMPTY = "E_EMPTY"
    E_NON_ASCII = "E_NON_ASCII"
    E_LAYOUT_MIXED = "E_LAYOUT_MIXED"
    E_CONTROL = "E_CONTROL"
    E_WRONG_KIND = "E_WRONG_KIND"
    E_DUPLICATE = "E_DUPLICATE"
    E_TOO_MANY = "E_TOO_MANY"
    E_UIN_FORMAT = "E_UIN_FORMAT"
    E_GTD_FORMAT = "E_GTD_FORMAT"
    E_RNPT_FORMAT = "E_RNPT_FORMAT"
    E_COUNTRY_FORMAT = "E_COUNTRY_FORMAT"

    C_GS_AMBIGUOUS = "C_GS_AMBIGUOUS"
    C_SHAPE_UNKNOWN = "C_SHAPE_UNKNOWN"
    C_CRYPTO_LEN = "C_CRYPTO_LEN"
    C_GTIN_MISMATCH = "C_GTIN_MISMATCH"
    C_USED_ELSEWHERE = "C_USED_ELSEWHERE"
    C_CAPS_LOCK = "C_CAPS_LOCK"
    C_DATE_INVALID = "C_DATE_INVALID"
    C_GTD_HAS_ITEM = "C_GTD_HAS_ITEM"
    C_GTD_LETTER = "C_GTD_LETTER"
    C_SEPARATORS_GUESSED = "C_SEPARATORS_GUESSED"
    C_COUNTRY_UNKNOWN = "C_COUNTRY_UNKNOWN"
    C_NON_ASCII = "C_NON_ASCII"

    W_NO_CRYPTO = "W_NO_CRYPTO"
    W_NONSTANDARD = "W_NONSTANDARD"
    W_GTIN_CHECK = "W_GTIN_CHECK"
    W_GTIN_INDICATOR = "W_GTIN_INDICATOR"
    W_SERIAL_LEN = "W_SERIAL_LEN"
    W_KEY_LEN = "W_KEY_LEN"
    W_CHARSET = "W_CHARSET"
    W_TAIL_AI = "W_TAIL_AI"
    W_AI_ORDER = "W_AI_ORDER"
    W_CUSTOMS_CODE_LEN = "W_CUSTOMS_CODE_LEN"
    W_GTD_NUMBER_LEN = "W_GTD_NUMBER_LEN"
    W_RNPT_ITEM_LEN = "W_RNPT_ITEM_LEN"
    W_TRACK_CHECK = "W_TRACK_CHECK"
    W_INTERNAL_BARCODE = "W_INTERNAL_BARCODE"
    W_SSCC_CHECK = "W_SSCC_CHECK"
    W_EXTRACTED_FROM_URL = "W_EXTRACTED_FROM_URL"

    I_LAYOUT_FIXED = "I_LAYOUT_FIXED"
    I_AIM_PREFIX = "I_AIM_PREFIX"
    I_NOT_GS1_SYMBOL = "I_NOT_GS1_SYMBOL"
    I_LEADING_FNC1 = "I_LEADING_FNC1"
    I_GS_TOKEN = "I_GS_TOKEN"  # noqa: S105
    I_GS_RESTORED = "I_GS_RESTORED"
    I_ALT_SEPARATOR = "I_ALT_SEPARATOR"
    I_DOUBLE_GS = "I_DOUBLE_GS"
    I_TRAILING_GS = "I_TRAILING_GS"
    I_TWO_SCANS = "I_TWO_SCANS"
    I_HRI = "I_HRI"
    I_UNESCAPED = "I_UNESCAPED"
    I_SPACES_REMOVED = "I_SPACES_REMOVED"
    I_SEPARATORS_FIXED = "I_SEPARATORS_FIXED"
    I_CASE_FIXED = "I_CASE_FIXED"
    I_UIN_PREFIX = "I_UIN_PREFIX"
    I_CUSTOMS_PREFIX = "I_CUSTOMS_PREFIX"


_WEIGHT = {
    "E": Severity.ERROR,
    "C": Severity.CONFIRM,
    "W": Severity.WARN,
    "I": Severity.INFO,
}
_SEVERITY = {code: _WEIGHT[code.value[0]] for code in IssueCode}


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding about one text."""

    code: IssueCode

    @property
    def severity(self) -> Severity:
        """The weight of the finding."""
        return _SEVERITY[self.code]


_ISSUES = {code: Issue(code) for code in IssueCode}


def issues(codes: Iterable[IssueCode]) -> tuple[Issue, ...]:
    """The findings by their codes, in the order given."""
    return tuple([_ISSUES[code] for code in codes])
