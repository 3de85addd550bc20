"""Marking codes: scanned or pasted text, repaired, classified and judged.

Words used: *CIS* is any code of the Honest Sign kind; *KI* is a CIS without its crypto tail; the
*tail* is what follows the serial and proves the code; *GS* is the separator 0x1D.
"""

from packdesk.domain.codes.barcode import gtin14, gtin_is_comparable, is_in_store
from packdesk.domain.codes.country import suggested_country
from packdesk.domain.codes.country_choice import country_names, propose_countries
from packdesk.domain.codes.country_table import COUNTRIES, CountryNames
from packdesk.domain.codes.judge import code_from_text, judge
from packdesk.domain.codes.kinds import GS, Channel, CodeKind, ScanKind, Slot, Variant
from packdesk.domain.codes.layout_text import on_other_layout
from packdesk.domain.codes.marking_code import (
    Cis,
    CodeIdentity,
    Country,
    Gtd,
    MarkingCode,
    Rnpt,
    Uin,
)
from packdesk.domain.codes.report import as_record
from packdesk.domain.codes.severity import Issue, IssueCode, Severity
from packdesk.domain.codes.verdict import NO_CONTEXT, JudgeContext, Verdict

__all__ = [
    "COUNTRIES",
    "GS",
    "NO_CONTEXT",
    "Channel",
    "Cis",
    "CodeIdentity",
    "CodeKind",
    "Country",
    "CountryNames",
    "Gtd",
    "Issue",
    "IssueCode",
    "JudgeContext",
    "MarkingCode",
    "Rnpt",
    "ScanKind",
    "Severity",
    "Slot",
    "Uin",
    "Variant",
    "Verdict",
    "as_record",
    "code_from_text",
    "country_names",
    "gtin14",
    "gtin_is_comparable",
    "is_in_store",
    "judge",
    "on_other_layout",
    "propose_countries",
    "suggested_country",
]
