"""Reading a CIS: the GS1 codes, tobacco packs and fur marks."""

import re

from packdesk.domain.codes import hri, separators
from packdesk.domain.codes.barcode import has_valid_check_digit
from packdesk.domain.codes.gs1 import Element, Elements, read_elements
from packdesk.domain.codes.kinds import GS, Channel, ScanKind, Symbol, Variant
from packdesk.domain.codes.scan import Scan
from packdesk.domain.codes.severity import IssueCode, issues
from packdesk.domain.codes.shapes import (
    CRYPTO_LENGTHS,
    KEY_LENGTH,
    PADDING,
    SERIAL_LENGTHS,
    Ambiguous,
    Found,
    find_shape,
)
from packdesk.domain.codes.verdict import Verdict

_HEAD = re.compile("01([0-9]{14})21")
# GS1 charset 82 (GS1 General Specifications, figure 7.11-1).
_OUTSIDE_82 = re.compile(r"[^\x1d!\"%-?A-Z_a-z]")
_PACK = re.compile(r"([0-9]{14})([^\x1d ]{7})(?:([^\x1d ]{4})([^\x1d ]{4})?)?")
_PACK_KI_LENGTHS = frozenset({21, 25})
_PACK_LENGTH = 29
_FUR = re.compile(r"[A-Z]{2}-[0-9]{6}-[A-Z]{3}[0-9]{7}")
_FUR_IN_URL = re.compile(r"[?&]kiz=([A-Z]{2}-[0-9]{6}-[A-Z]{3}[0-9]{7})(?![0-9A-Za-z])")
_LEAST_PRINTABLE = 20
# What a code looks like that lost its beginning, where "01" stood inside its GTIN or its serial.
_GTIN_BEHEADED = re.compile("01[0-9]{0,12}21[^\x1d]{1,20}\x1d(?:91|92|93|240|8005)")
_SERIAL_BEHEADED = re.compile("(?!01[0-9]{13})01[^\x1d]{0,18}\x1d(?:91|92|93|240|8005)")
_BEHEADED_GTIN = 14
# The last element, cut off before its end; all these have a fixed length.
_CUT_ELEMENT = re.compile("(?:8005|310[0-9]|335[0-9]|17)[0-9]{0,5}|800?|3(?:10?|35?)|24")
_NEVER_LAST = frozenset({"240", "8005"})

_HEAD_AIS = ("01", "21")


def read_cis(scan: Scan) -> Verdict | None:
    """The verdict on a text that is a CIS or means to be one; None for anything else."""
    text = scan.text
    bracketed = hri.unbracketed(text)
    if bracketed is not None:
        scan = scan.after(bracketed, IssueCode.I_HRI)
        text = bracketed
    if not text.startswith("01"):
        return _read_other(scan)
    first = _HEAD.match(text)
    second = None if first is None else _HEAD.search(text, first.end())
    if first is not None and second is not None:
        gtin = first[1] if first[1] == second[1] else None
        return _unknown_shape(scan.after(text, IssueCode.I_TWO_SCANS), gtin)
    candidates = []
    for reading, repairs in separators.readings(text, scan.channel):
        candidate = scan.after(reading, *repairs)
        verdict = _read_known(candidate)
        if verdict is not None:
            return verdict
        candidates.append(candidate)
    return _read_unknown(candidates[0]) or _read_other(scan)


def _read_known(scan: Scan) -> Verdict | None:
    text = scan.text
    head = _HEAD.match(text)
    if head is None:
        return None
    gtin = head[1]
    found = find_shape(text[18:], scan.context.serial_lengths.get(gtin, frozenset()))
    match found:
        case Found():
            return _known(scan, gtin, found)
        case Ambiguous():
            codes = (IssueCode.C_GS_AMBIGUOUS, *_gtin_findings(gtin))
            return Verdict(
                scan.raw,
                text,
                scan.slot,
                ScanKind.CIS,
                Variant.AMBIGUOUS,
                gtin,
                issues=issues(scan.repairs + codes),
                normalized=text,
            )
        case None:
            return None


def _known(scan: Scan, gtin: str, found: Found) -> Verdict:
    shape, squeezed = found.shape, found.squeezed
    text = f"01{gtin}21{found.rest}"
    codes = list(scan.repairs)
    if text != scan.text:
        codes.append(IssueCode.I_GS_RESTORED)
    if scan.symbol is Symbol.PLAIN:
        codes.append(IssueCode.I_NOT_GS1_SYMBOL)
    if shape.tail.variant is Variant.KI:
        codes.extend(_no_tail_findings(scan, gtin))
    codes.extend(_gtin_findings(gtin))
    if _OUTSIDE_82.search(text) is not None:
        codes.append(IssueCode.W_CHARSET)
    return Verdict(
        scan.raw,
        text,
        scan.slot,
        ScanKind.CIS,
        shape.tail.variant,
        gtin,
        squeezed[: shape.serial],
        issues=issues(codes),
        normalized=text,
        **found.fields,
    )


def _read_unknown(scan: Scan) -> Verdict | None:
    text = scan.text
    head = _HEAD.match(text)
    if GS not in text:
        return None if head is None else _unknown_shape(scan, head[1])
    elements = read_elements(text)
    if elements is not None:
        return _from_elements(scan, elements)
    if len(text.replace(GS, "")) < _LEAST_PRINTABLE:
        return None
    if _is_beheaded(text):
        return _unknown_shape(scan, None)
    return Verdict(
        scan.raw,
        text,
        scan.slot,
        ScanKind.CIS,
        Variant.NONSTANDARD,
        issues=issues((*scan.repairs, IssueCode.W_NONSTANDARD)),
        normalized=text,
    )


def _is_beheaded(text: str) -> bool:
    """Whether the text is the end of a code, and its "01" no identifier.

    Behind an "01" inside a GTIN at most 12 digits follow, and all 14 then are one GTIN.
    """
    digits = _BEHEADED_GTIN
    if _GTIN_BEHEADED.match(text) is not None:
        return not text[:digits].isdecimal() or has_valid_check_digit(text[:digits])
    return _SERIAL_BEHEADED.match(text) is not None


def _no_tail_findings(scan: Scan, gtin: str) -> tuple[IssueCode, ...]:
    """A code without its tail; where one was to follow, the scan was cut."""
    announced = IssueCode.I_TRAILING_GS in scan.repairs
    # Only a code with its tail teaches a length, and people type what is printed beside a symbol.
    known = scan.channel is Channel.SCANNER and bool(scan.context.serial_lengths.get(gtin))
    if announced or known:
        return (IssueCode.W_NO_CRYPTO, IssueCode.C_CRYPTO_LEN)
    return (IssueCode.W_NO_CRYPTO,)


def _unknown_shape(scan: Scan, gtin: str | None) -> Verdict:
    return Verdict(
        scan.raw,
        scan.text,
        scan.slot,
        ScanKind.CIS,
        Variant.UNKNOWN_SHAPE,
        gtin,
        issues=issues((*scan.repairs, IssueCode.C_SHAPE_UNKNOWN)),
    )


def _from_elements(scan: Scan, elements: Elements) -> Verdict:
    gtin, serial = elements.value("01") or "", elements.value("21") or ""
    key, long, short = elements.value("91"), elements.value("92"), elements.value("93")
    text = elements.joined() if elements.restored else scan.text
    codes = list(scan.repairs)
    if elements.restored:
        codes.append(IssueCode.I_GS_RESTORED)
    if scan.symbol is Symbol.PLAIN:
        codes.append(IssueCode.I_NOT_GS1_SYMBOL)
    if long is not None and key is None and serial[-6:-4] == "91":
        return Verdict(
            scan.raw,
            scan.text,
            scan.slot,
            ScanKind.CIS,
            Variant.AMBIGUOUS,
            gtin,
            issues=issues((*codes, IssueCode.C_GS_AMBIGUOUS)),
            normalized=scan.text,
        )
    variant = _variant(elements)
    codes.extend(_tail_findings(elements, serial))
    if IssueCode.W_NO_CRYPTO in codes:
        codes.extend(_no_tail_findings(scan, gtin)[1:])
    codes.extend(_gtin_findings(gtin))
    if _OUTSIDE_82.search(text) is not None:
        codes.append(IssueCode.W_CHARSET)
    if not elements.in_order:
        codes.append(IssueCode.W_AI_ORDER)
    return Verdict(
        scan.raw,
        text,
        scan.slot,
        ScanKind.CIS,
        variant,
        gtin,
        serial,
        key,
        short if long is None else long,
        issues(codes),
        text,
        elements.value("310"),
        elements.value("335"),
        None if variant is Variant.GS1_OTHER else elements.value("240"),
        elements.value("8005"),
        batch=elements.value("10"),
        expiry=elements.value("17"),
    )


def _variant(elements: Elements) -> Variant:
    if tuple(item.ai for item in elements.items[:2]) != ("01", "21"):
        return Variant.GS1_OTHER
    if elements.value("92") is not None:
        return Variant.FULL_92
    if elements.value("93") is None:
        return Variant.KI
    return Variant.SHORT_93 if elements.value("8005") is None else Variant.TOBACCO_BLOCK


def _tail_findings(elements: Elements, serial: str) -> list[IssueCode]:
    codes: list[IssueCode] = []
    if len(serial) not in SERIAL_LENGTHS:
        codes.append(IssueCode.W_SERIAL_LEN)
    present = {item.ai for item in elements.items}
    if any(sum(item.ai == ai for item in elements.items) > 1 for ai in _HEAD_AIS):
        codes.append(IssueCode.C_SHAPE_UNKNOWN)
    for item in elements.items:
        if not item.value or (not item.known and item.ai in _HEAD_AIS):
            # Only the stub of an element, or the beginning of the next scan.
            codes.append(IssueCode.C_CRYPTO_LEN)
        elif not item.known:
            codes.append(IssueCode.W_TAIL_AI)
        elif item.ai == "91" and len(item.value) != KEY_LENGTH:
            codes.append(IssueCode.W_KEY_LEN)
        elif item.ai in CRYPTO_LENGTHS and not _is_whole(item):
            codes.append(IssueCode.C_CRYPTO_LEN)
    last = elements.items[-1]
    cut = not last.known and _CUT_ELEMENT.fullmatch(f"{last.ai}{last.value}") is not None
    proved = not present.isdisjoint({"92", "93"})
    if cut or (not proved and (last.ai in _NEVER_LAST or "91" in present)):
        codes.append(IssueCode.C_CRYPTO_LEN)
    if "92" in present and "91" not in present:
        codes.append(IssueCode.W_KEY_LEN)
    if present.isdisjoint({"91", "92", "93"}):
        codes.append(IssueCode.W_NO_CRYPTO)
    return list(dict.fromkeys(codes))


def _is_whole(proof: Element) -> bool:
    length = len(proof.value)
    right = length in CRYPTO_LENGTHS[proof.ai]
    return right and (proof.ai != "92" or proof.value.endswith(PADDING.get(length, "")))


def _gtin_findings(gtin: str) -> tuple[IssueCode, ...]:
    codes: tuple[IssueCode, ...] = ()
    if not has_valid_check_digit(gtin):
        codes = (IssueCode.W_GTIN_CHECK,)
    if "1" <= gtin[0] <= "8":
        codes = (*codes, IssueCode.W_GTIN_INDICATOR)
    return codes


def _read_other(scan: Scan) -> Verdict | None:
    if _FUR.fullmatch(scan.text) is not None:
        return _fur(scan, scan.text)
    if "kiz=" in scan.text:
        inside = _FUR_IN_URL.search(scan.text)
        if inside is not None:
            return _fur(scan.after(inside[1], IssueCode.W_EXTRACTED_FROM_URL), inside[1])
    return _read_pack(scan)


def _fur(scan: Scan, mark: str) -> Verdict:
    return Verdict(
        scan.raw,
        mark,
        scan.slot,
        ScanKind.CIS,
        Variant.FUR,
        serial=mark,
        issues=issues(scan.repairs),
        normalized=mark,
    )


def _may_be_damaged_gs1(text: str) -> bool:
    """Whether a short GS1 code that lost a character would look like this text."""
    serial_follows = "21" in text[13:19]
    tail_ends = text[-6:-4] == "93"
    return text.startswith("01") or (serial_follows and (tail_ends or len(text) < _PACK_LENGTH))


def _read_pack(scan: Scan) -> Verdict | None:
    text = scan.text
    if len(text) != _PACK_LENGTH and len(text) not in _PACK_KI_LENGTHS:
        return None
    # A number of digits alone is some other barcode.
    if text.isdecimal() or _may_be_damaged_gs1(text):
        return None
    pack = _PACK.fullmatch(text)
    if pack is None:
        return None
    gtin, serial, mrc, crypto = pack.groups()
    if crypto is None and not has_valid_check_digit(gtin):
        return None
    codes = list(scan.repairs)
    if crypto is None:
        codes.extend(_no_tail_findings(scan, gtin))
    codes.extend(_gtin_findings(gtin))
    if _OUTSIDE_82.search(text) is not None:
        codes.append(IssueCode.W_CHARSET)
    return Verdict(
        scan.raw,
        text,
        scan.slot,
        ScanKind.CIS,
        Variant.KI if crypto is None else Variant.TOBACCO_PACK,
        gtin,
        serial,
        crypto=crypto,
        issues=issues(codes),
        normalized=text,
        mrc=mrc,
    )
