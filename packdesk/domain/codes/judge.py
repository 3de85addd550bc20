"""One text in, one verdict out."""

import dataclasses

from packdesk.domain.codes import frame, pasted
from packdesk.domain.codes.barcode import GTIN_LENGTH, gtin_is_comparable, is_digits
from packdesk.domain.codes.cis import read_cis
from packdesk.domain.codes.country import read_country, suggested_country
from packdesk.domain.codes.customs import read_certain, read_gtd, read_rnpt
from packdesk.domain.codes.kinds import GS, Channel, CodeKind, ScanKind, Slot, Symbol, Variant
from packdesk.domain.codes.marking_code import Cis, Country, Gtd, MarkingCode, Rnpt, Uin
from packdesk.domain.codes.other_marks import read_egais, read_sscc
from packdesk.domain.codes.product import read_element_gtin, read_free_text, read_gtin
from packdesk.domain.codes.scan import Scan
from packdesk.domain.codes.severity import IssueCode, Severity, issues
from packdesk.domain.codes.track import is_valid_s10, read_track
from packdesk.domain.codes.uin import read_uin, without_spaces
from packdesk.domain.codes.verdict import NO_CONTEXT, JudgeContext, Verdict

# Their texts are not marking codes: Cyrillic letters in them mean themselves.
_AS_WRITTEN = frozenset({Slot.GTD, Slot.RNPT, Slot.COUNTRY, Slot.TRACK})


def judge(
    raw: str,
    slot: Slot,
    channel: Channel = Channel.SCANNER,
    context: JudgeContext = NO_CONTEXT,
) -> Verdict:
    """Repairs, classifies and judges one text; every text gets a verdict."""
    if channel is not Channel.PASTE:
        return _judged(raw, raw, slot, channel, context, ())
    verdicts = []
    for reading, repairs in pasted.readings(raw):
        verdict = _judged(raw, reading, slot, channel, context, repairs)
        if verdict.severity is Severity.OK:
            return verdict
        verdicts.append(verdict)
    return min(verdicts, key=lambda verdict: verdict.severity)


def code_from_text(kind: CodeKind, full: str) -> MarkingCode:
    """The code whose text was kept or came from the Market; it is not judged again."""
    match kind:
        case CodeKind.CIS:
            verdict = judge(full, Slot.CIS)
            known = verdict.kind is ScanKind.CIS
            return Cis(full, *((verdict.gtin, verdict.serial) if known else (None, None)))
        case CodeKind.UIN:
            return Uin(full)
        case CodeKind.RNPT:
            return Rnpt(full)
        case CodeKind.GTD:
            return Gtd(full)
        case CodeKind.COUNTRY:
            return Country(full)


def _judged(
    raw: str,
    text: str,
    slot: Slot,
    channel: Channel,
    context: JudgeContext,
    repairs: tuple[IssueCode, ...],
) -> Verdict:
    trimmed = frame.trimmed(text)
    if not trimmed:
        return _empty(raw, slot)
    if slot in _AS_WRITTEN:
        bare_text, found = frame.as_written(trimmed)
        scan = Scan(raw, bare_text, slot, channel, context, Symbol.UNTOLD, repairs + found)
        if frame.has_control(trimmed):
            return _refused(scan, IssueCode.E_CONTROL)
        if not bare_text:
            return _empty(raw, slot)
    else:
        bare = frame.unframed(trimmed)
        repairs += bare.repairs
        scan = Scan(raw, bare.text, slot, channel, context, bare.symbol, repairs)
        if bare.error is not None:
            return _refused(scan, bare.error)
        if not bare.text:
            return _empty(raw, slot)
    return _in_slot(scan)


def _in_slot(scan: Scan) -> Verdict:
    match scan.slot:
        case Slot.AUTO:
            return _auto(scan)
        case Slot.CIS:
            return _cis(scan)
        case Slot.UIN:
            return read_uin(scan) or _other_than(scan, IssueCode.E_UIN_FORMAT)
        case Slot.GTD:
            return _customs(scan, read_gtd(scan))
        case Slot.RNPT:
            return _customs(scan, read_rnpt(scan))
        case Slot.COUNTRY:
            return _country(scan)
        case Slot.BARCODE:
            return _barcode(scan)
        case Slot.TRACK:
            return _track(scan)


def _auto(scan: Scan) -> Verdict:
    verdict = read_cis(scan)
    if verdict is not None:
        return _in_context(verdict, scan)
    return _other_kind(scan) or _refused(scan, IssueCode.C_SHAPE_UNKNOWN)


def _cis(scan: Scan) -> Verdict:
    verdict = read_cis(scan)
    if verdict is not None:
        return _in_context(verdict, scan)
    other = _other_kind(scan)
    # 14 digits with a wrong check digit may be what is left of a code.
    cut_short = (
        other is not None and other.variant is Variant.ITF14 and other.has(IssueCode.W_GTIN_CHECK)
    )
    if other is None or cut_short:
        return _refused(scan, IssueCode.C_SHAPE_UNKNOWN)
    return _wrong(other)


def _customs(scan: Scan, verdict: Verdict) -> Verdict:
    if verdict.kind is not ScanKind.UNKNOWN:
        return verdict
    other = _certain_kind(scan)
    # A GTD without an item, or an RNPT with too long a one, is a mistake of form.
    if other is None or other.kind in {ScanKind.GTD, ScanKind.RNPT}:
        return verdict
    return _wrong(other)


def _country(scan: Scan) -> Verdict:
    verdict = read_country(scan)
    if verdict is not None:
        return verdict
    refused = _other_than(scan, IssueCode.E_COUNTRY_FORMAT)
    return dataclasses.replace(refused, suggestion=suggested_country(scan.text))


def _barcode(scan: Scan) -> Verdict:
    product = read_element_gtin(scan) or read_gtin(_compact(scan))
    if product is not None:
        return product
    other = _certain_kind(scan)
    return read_free_text(scan) if other is None else _wrong(other)


def _track(scan: Scan) -> Verdict:
    other = _certain_cis(scan)
    return read_track(scan) if other is None else _wrong(other)


def _other_than(scan: Scan, code: IssueCode) -> Verdict:
    other = _certain_kind(scan)
    return _refused(scan, code) if other is None else _wrong(other)


def _other_kind(scan: Scan) -> Verdict | None:
    """Names a text that is no CIS by its content."""
    if scan.symbol is Symbol.GS1:
        product = read_element_gtin(scan)
        if product is not None:
            return product
    scan = _compact(scan)
    return (
        read_uin(scan)
        or read_sscc(scan)
        or read_gtin(scan)
        or read_certain(scan)
        or read_egais(scan)
        or (read_track(scan) if is_valid_s10(scan.text) else None)
    )


def _certain_kind(scan: Scan) -> Verdict | None:
    """What came instead, only where the content leaves no doubt."""
    cis = _certain_cis(scan)
    if cis is not None:
        return cis
    other = _other_kind(scan)
    if other is None or other.kind is ScanKind.TRACK:
        return None
    doubtful = (
        other.has(IssueCode.W_GTIN_CHECK)
        or other.has(IssueCode.W_SSCC_CHECK)
        or other.has(IssueCode.W_EXTRACTED_FROM_URL)
        or other.variant is Variant.ITF14
    )
    return None if doubtful else other


def _certain_cis(scan: Scan) -> Verdict | None:
    if scan.slot in _AS_WRITTEN:
        bare = frame.unframed(scan.text)
        if bare.error is not None:
            return None
        scan = dataclasses.replace(scan, text=bare.text, symbol=bare.symbol, repairs=bare.repairs)
    verdict = read_cis(scan)
    if verdict is None:
        return None
    certain = GS in verdict.text or verdict.text.startswith("01") or verdict.gtin is None
    return verdict if certain or not verdict.has(IssueCode.W_GTIN_CHECK) else None


def _compact(scan: Scan) -> Scan:
    compact = without_spaces(scan.text)
    if compact == scan.text or not is_digits(compact):
        return scan
    return scan.after(compact, IssueCode.I_SPACES_REMOVED)


def _in_context(verdict: Verdict, scan: Scan) -> Verdict:
    context = scan.context
    if context is NO_CONTEXT:
        return verdict
    found = []
    if verdict.gtin is not None and gtin_is_comparable(verdict.gtin):
        gtins = {gtin.zfill(GTIN_LENGTH) for gtin in context.product_gtins}
        if gtins and verdict.gtin not in gtins:
            found.append(IssueCode.C_GTIN_MISMATCH)
    if context.caps_lock and scan.channel is Channel.SCANNER and _has_letters(verdict.text):
        found.append(IssueCode.C_CAPS_LOCK)
    return verdict.with_issues(*found) if found else verdict


def _has_letters(text: str) -> bool:
    return text.upper() != text.lower()


def _wrong(verdict: Verdict) -> Verdict:
    repairs = tuple(issue for issue in verdict.issues if issue.severity is Severity.INFO)
    return dataclasses.replace(verdict, issues=repairs + issues((IssueCode.E_WRONG_KIND,)))


def _refused(scan: Scan, code: IssueCode) -> Verdict:
    return Verdict(
        scan.raw,
        scan.text,
        scan.slot,
        ScanKind.UNKNOWN,
        issues=issues((*scan.repairs, code)),
    )


def _empty(raw: str, slot: Slot) -> Verdict:
    return Verdict(
        raw,
        "",
        slot,
        ScanKind.UNKNOWN,
        issues=issues((IssueCode.E_EMPTY,)),
        normalized="",
    )
