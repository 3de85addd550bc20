"""A code that is typed by hand: what of it is there, and what is found in it. Pure."""

import re
from dataclasses import dataclass
from typing import assert_never

from packdesk.domain.barcodes import KIND_SLOTS
from packdesk.domain.codes import (
    GS,
    Channel,
    CodeKind,
    IssueCode,
    JudgeContext,
    Severity,
    Verdict,
    judge,
    propose_countries,
)
from packdesk.ui.words.band import cis_groups, country_label, typed_fits
from packdesk.ui.words.codes import issue_text
from packdesk.ui.words.notice import Notice, Tone

GS_SIGN = "␝"
"""How the separator is shown, which has no shape of its own."""
_TOKEN = re.compile(r"<GS>|\x1d", re.IGNORECASE)
_HEAD = re.compile(r"0?|01([0-9]{0,14})(?:(?<=01[0-9]{14})(?:2|21(.*)))?", re.DOTALL)
_UIN_BEGINS = re.compile(r"[0-9 ]{0,18}")
_CUSTOMS_BEGIN = re.compile(r"[0-9]{0,21}|[0-9]{2,8}/[0-9]{0,6}(?:/[0-9]{0,7}(?:/[0-9]{0,5})?)?")
_LONGEST_CODE = 200
_TAIL_SHOWN = 8
_TO_COME = {
    CodeKind.GTD: {IssueCode.E_GTD_FORMAT, IssueCode.W_GTD_NUMBER_LEN},
    CodeKind.RNPT: {IssueCode.E_RNPT_FORMAT, IssueCode.W_GTD_NUMBER_LEN},
}
"""What is found in these numbers for no other reason than that their end is yet to come."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the field: for which kind, and after how many codes that were taken."""

    kind: CodeKind
    given: int
    text: str


def shown_text(text: str) -> str:
    """The text with each separator as a sign that can be seen."""
    return _TOKEN.sub(GS_SIGN, text)


def sent_text(text: str) -> str:
    """The text with real separators."""
    return text.replace(GS_SIGN, GS).strip(" \t\r\n")


def groups_text(kind: CodeKind, text: str) -> str:
    """A CIS in its parts, those to come named; empty for other kinds and other texts."""
    if kind is not CodeKind.CIS:
        return ""
    head = _HEAD.fullmatch(sent_text(text))
    if head is None:
        return ""
    gtin, rest = head[1] or "", head[2] or ""
    serial, separator, tail = rest.partition(GS)
    shown = tail.replace(GS, f" {GS_SIGN} ")
    if len(tail) > _TAIL_SHOWN:
        shown = f"{shown[:_TAIL_SHOWN]}…"
    return cis_groups(gtin.ljust(14, "_"), serial, shown if separator else "")


def typed_verdict(kind: CodeKind, text: str, context: JudgeContext) -> Notice | None:
    """What is found in a typed text; None while it may only be incomplete."""
    plain = sent_text(text)
    if not plain:
        return None
    verdict = judge(plain, KIND_SLOTS[kind], Channel.MANUAL, context)
    if _is_to_come(kind, plain, verdict, context):
        return None
    if verdict.severity is Severity.OK:
        name = country_label(verdict.text) if kind is CodeKind.COUNTRY else ""
        return Notice(typed_fits(name), Tone.ACCEPTED)
    tone = Tone.REFUSED if verdict.severity is Severity.ERROR else Tone.ATTENTION
    return Notice(issue_text(verdict.reason or IssueCode.E_EMPTY), tone)


def may_be_sent(kind: CodeKind, text: str, context: JudgeContext) -> bool:
    """Names of countries are not codes: one of those proposed must be chosen."""
    if kind is not CodeKind.COUNTRY:
        return True
    verdict = judge(sent_text(text), KIND_SLOTS[kind], Channel.MANUAL, context)
    return verdict.severity is not Severity.ERROR or not _is_a_name(text, context)


def _is_a_name(text: str, context: JudgeContext) -> bool:
    proposed = propose_countries(text, context.countries)
    return bool(proposed) or not any(sign.isdigit() for sign in text)


def _is_to_come(kind: CodeKind, text: str, verdict: Verdict, context: JudgeContext) -> bool:
    match kind:
        case CodeKind.CIS:
            begins = _HEAD.fullmatch(text) is not None or text.isdigit()
            return begins and len(text) < _LONGEST_CODE and verdict.severity is not Severity.OK
        case CodeKind.UIN:
            is_whole = verdict.severity is Severity.OK
            return not is_whole and _UIN_BEGINS.fullmatch(text) is not None
        case CodeKind.GTD | CodeKind.RNPT:
            begins = _CUSTOMS_BEGIN.fullmatch(text) is not None
            return begins and verdict.reason in _TO_COME[kind]
        case CodeKind.COUNTRY:
            is_error = verdict.severity is Severity.ERROR
            return is_error and bool(propose_countries(text, context.countries))
        case _:
            assert_never(kind)
