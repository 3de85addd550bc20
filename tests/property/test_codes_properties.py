"""What holds for every code and every text."""

import string

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from packdesk.domain.codes import (
    Channel,
    Cis,
    IssueCode,
    JudgeContext,
    ScanKind,
    Severity,
    Slot,
    gtin14,
    judge,
)
from tests.property.code_strategies import (
    CHARSET_82,
    GS,
    TO_RUSSIAN,
    Built,
    codes,
    gs1_codes,
    gtins,
)

LETTERS = frozenset(string.ascii_letters)
PIECES = st.sampled_from(
    [
        "01", "21", "91", "92", "93", "240", "8005", "3103", "10", "17", "00", GS, "<GS>", "(GS)",
        "\\u001d", "_x001D_", "&#29;", "&lt;", '""', '"', "]d2", "]", "~", "^]", " ", "\r\n", "(01)",
        "(21)", "(93)", "[01]", "{FNC1}", "04600439931256", "0104600439931256215", "/", ".", "-",
        "kiz=RU-430301-AAA0020659", "https://", "6432400520931660", "10702070", "240723", "3301780",
        "RU", "ъ", "№", "Й", "я", "\xe8", "\xa9", "\u2194", "\u241d", "\udc1d", "\x1e", "\x00", "漢", "٣",
    ],
)  # fmt: skip
SCRAPS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12).map("".join)
SLOTS = st.sampled_from(list(Slot))
CHANNELS = st.sampled_from(list(Channel))


def is_ambiguous(text: str) -> bool:
    """Thirteen characters after the serial's identifier, `93` after the seventh of them."""
    rest = text[18:]
    return text.startswith("01") and len(rest) == 13 and rest[7:9] == "93"


def as_built(code: Built, text: str) -> None:
    verdict = judge(text, Slot.CIS)
    assert (verdict.gtin, verdict.serial) == (code.gtin, code.serial)
    assert verdict.normalized == code.text
    assert verdict.kind is ScanKind.CIS
    assert set(map(str, (i.code for i in verdict.issues if i.severity > Severity.INFO))) <= {
        "W_NO_CRYPTO",
    }


@settings(deadline=None)
@given(codes)
def test_a_code_is_read_as_it_was_built(code: Built):
    assume(not is_ambiguous(code.text))
    as_built(code, code.text)


@settings(deadline=None)
@given(
    codes,
    st.sampled_from(["", "]d2", GS, "\x02", "]d2" + GS]),
    st.sampled_from(["", "\r\n", "\t", GS]),
)
def test_a_frame_changes_nothing(code: Built, prefix: str, suffix: str):
    assume(not is_ambiguous(code.text))
    assume(code.text.startswith("01") or "]d2" not in prefix or GS not in prefix)
    verdict = judge(prefix + code.text + suffix, Slot.CIS)
    assert (verdict.normalized, verdict.serial) == (code.text, code.serial)


@settings(deadline=None)
@given(codes)
def test_the_russian_layout_changes_nothing(code: Built):
    assume(LETTERS & set(code.text))
    plain, typed = judge(code.text, Slot.CIS), judge(code.typed_in_russian, Slot.CIS)
    assert typed.normalized == plain.normalized
    assert (typed.gtin, typed.serial, typed.key, typed.crypto) == (
        plain.gtin,
        plain.serial,
        plain.key,
        plain.crypto,
    )
    assert typed.reason == plain.reason


@settings(deadline=None)
@given(codes)
def test_the_russian_layout_with_its_own_separator_changes_nothing(code: Built):
    assume(LETTERS & set(code.text))
    typed = code.typed_in_russian.replace(GS, "ъ")
    assert judge(typed, Slot.CIS).normalized == judge(code.text, Slot.CIS).normalized


@settings(deadline=None)
@given(gs1_codes)
def test_a_code_without_separators_is_the_same_or_ambiguous(code: Built):
    verdict = judge(code.bare, Slot.CIS)
    if verdict.reason is IssueCode.C_GS_AMBIGUOUS:
        assert is_ambiguous(code.bare)
        assert verdict.serial is None
    else:
        as_built(code, code.bare)


@settings(deadline=None)
@given(gs1_codes, st.data())
def test_a_code_that_lost_any_of_its_separators_is_never_misread(code: Built, data: st.DataObject):
    pieces = code.text.split(GS)
    kept = data.draw(st.lists(st.booleans(), min_size=len(pieces), max_size=len(pieces)))
    text = "".join(
        f"{GS if keep and n else ''}{piece}"
        for n, (keep, piece) in enumerate(zip(kept, pieces, strict=True))
    )
    verdict = judge(text, Slot.CIS)
    if verdict.serial is None:
        assert verdict.reason is IssueCode.C_GS_AMBIGUOUS
    else:
        as_built(code, text)


@settings(deadline=None)
@given(gs1_codes)
def test_a_learned_serial_length_settles_the_doubt(code: Built):
    context = JudgeContext(serial_lengths={code.gtin: frozenset({len(code.serial)})})
    verdict = judge(code.bare, Slot.CIS, Channel.SCANNER, context)
    assert (verdict.serial, verdict.normalized) == (code.serial, code.text)


@settings(deadline=None)
@given(
    gs1_codes,
    st.sampled_from(["]", "~", "|", "@", "^]", "\xa9", "{GS}", "\\u001d", "\u241d"]),
    CHANNELS,
)
def test_a_spelled_separator_is_a_separator(code: Built, spelling: str, channel: Channel):
    assume(not is_ambiguous(code.text))
    verdict = judge(code.text.replace(GS, spelling), Slot.CIS, channel)
    assert (verdict.normalized, verdict.serial) == (code.text, code.serial)


@settings(deadline=None)
@given(gs1_codes)
def test_a_pasted_code_survives_spreadsheets_and_markup(code: Built):
    assume(not is_ambiguous(code.text))
    escaped = code.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for pasted in (escaped.replace(GS, "&#29;"), '"' + code.text.replace('"', '""') + '"'):
        verdict = judge(pasted, Slot.CIS, Channel.PASTE)
        if verdict.severity is Severity.OK:
            assert verdict.normalized in {code.text, pasted.replace("&#29;", GS)}


@settings(deadline=None)
@given(
    st.one_of(codes.map(lambda code: code.text), codes.map(lambda code: code.bare), SCRAPS),
    SLOTS,
    CHANNELS,
)
@example("(01)04600439931256(21)(21)(93)(93)abcd", Slot.CIS, Channel.PASTE)
def test_its_own_output_changes_nothing(text: str, slot: Slot, channel: Channel):
    first = judge(text, slot, channel)
    if first.normalized is None or first.severity > Severity.CONFIRM or first.kind is ScanKind.SSCC:
        return
    again = judge(first.normalized, slot, channel)
    assert again.normalized == first.normalized
    assert (again.gtin, again.serial, again.code) == (first.gtin, first.serial, first.code)


def damaged(text: str, data: st.DataObject) -> str:
    place = data.draw(st.integers(0, len(text) - 1))
    character = data.draw(st.sampled_from(CHARSET_82 + GS + "~] "))
    how = data.draw(st.sampled_from(["replace", "drop", "insert"]))
    if how == "drop":
        return text[:place] + text[place + 1 :]
    return text[:place] + character + text[place + (how == "replace") :]


@settings(deadline=None)
@given(codes, st.booleans(), SLOTS.filter(lambda slot: slot in {Slot.CIS, Slot.AUTO}), st.data())
def test_one_damaged_character_never_makes_another_product(
    code: Built,
    bare: bool,
    slot: Slot,
    data: st.DataObject,
):
    verdict = judge(damaged(code.bare if bare else code.text, data), slot)
    if verdict.ok and verdict.kind is ScanKind.CIS and verdict.gtin not in {None, code.gtin}:
        assert verdict.has(IssueCode.W_GTIN_CHECK)


@settings(deadline=None)
@given(st.text(max_size=200), SLOTS, CHANNELS, st.booleans())
@example("\ud800", Slot.AUTO, Channel.SCANNER, True)
@example("01" + "9" * 300, Slot.CIS, Channel.PASTE, False)
def test_any_text_gets_a_verdict(text: str, slot: Slot, channel: Channel, caps_lock: bool):
    context = JudgeContext(frozenset({"04600439931256"}), caps_lock=caps_lock)
    verdict = judge(text, slot, channel, context)
    assert verdict.raw == text
    assert (verdict.reason is None) == (verdict.severity is Severity.OK)
    if verdict.code is not None:
        assert verdict.code.full.encode("utf-8", "surrogatepass")
        assert GS not in verdict.code.full[:1]


@settings(deadline=None)
@given(SCRAPS, SLOTS, CHANNELS)
def test_any_scraps_of_codes_get_a_verdict(text: str, slot: Slot, channel: Channel):
    verdict = judge(text, slot, channel)
    assert verdict.severity is not Severity.INFO
    if verdict.code is not None:
        assert verdict.code.identity.kind is verdict.code.kind
        assert not set(verdict.code.full) & set("\r\n\x00\x1e\x1f")


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=160))
def test_noise_is_no_code(text: str):
    assume(
        not any(text.count(mark) for mark in ("01", "kiz=", "RU-")) and not text[:14].isdecimal()
    )
    for slot in (Slot.AUTO, Slot.CIS):
        verdict = judge(text, slot)
        assert not (verdict.ok and isinstance(verdict.code, Cis))


@pytest.mark.parametrize(
    "unit",
    ["^]", "~", "]", "<GS>", "\x1d91", "&lt;", '""', "\\", "\\u001d", "(93)", " ", "0104600439931256",
     "9", "A", "Й", "Йa", "\ud800", "{FNC1}", "10702070/", "6432400520931660 ", "_x001D_", "RU-",
     "\u2194", "\xe8", "\xa9", "А", "?kiz="],
)  # fmt: skip
@pytest.mark.parametrize("start", ["", "0104600439931256215"])
@pytest.mark.timeout(10)
def test_ten_kilobytes_are_no_burden(unit: str, start: str):
    raw = start + unit * (10_000 // len(unit))
    for slot in Slot:
        assert judge(raw, slot, Channel.PASTE).raw == raw
    assert judge(raw, Slot.AUTO).raw == raw


@settings(deadline=None)
@given(gtins)
def test_a_gtin_is_its_own_barcode(gtin: str):
    assert gtin14(gtin) == (None if gtin.startswith("02") else gtin)


@settings(deadline=None)
@given(st.text())
def test_any_text_may_be_asked_for_its_gtin(text: str):
    gtin = gtin14(text)
    assert gtin is None or (len(gtin) == 14 and gtin.isdecimal())


def test_the_layout_of_these_tests_is_one_to_one():
    assert len(set(TO_RUSSIAN.values())) == len(TO_RUSSIAN)
