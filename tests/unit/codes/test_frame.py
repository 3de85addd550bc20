"""What stands around a code, and the keyboard layout under which it was typed."""

import pytest

from packdesk.domain.codes import Channel, ScanKind, Severity, Slot, judge
from tests.unit.codes.samples import (
    BICYCLE,
    FUR,
    GS,
    MILK,
    PACK,
    UIN,
    WATER,
    cis,
    findings,
    repairs,
)


@pytest.mark.parametrize("suffix", ["\r", "\n", "\r\n", "\t", "\x03", "\x03\r\n", ""])
@pytest.mark.parametrize("prefix", ["", "\x02", " "])
def test_a_frame_is_taken_off_silently(prefix, suffix):
    verdict = cis(prefix + MILK + suffix)
    assert (verdict.normalized, verdict.issues) == (MILK, ())


@pytest.mark.parametrize("aim", ["]d2", "]d8", "]C1", "]Q3", "]e0"])
def test_a_gs1_identifier_is_taken_off(aim):
    verdict = cis(aim + MILK)
    assert verdict.normalized == MILK
    assert repairs(verdict) == ["I_AIM_PREFIX"]


@pytest.mark.parametrize("aim", ["]d1", "]d7", "]Q1", "]C0"])
def test_a_plain_symbol_around_a_gs1_code_is_told(aim):
    verdict = cis(aim + MILK)
    assert verdict.normalized == MILK
    assert repairs(verdict) == ["I_AIM_PREFIX", "I_NOT_GS1_SYMBOL"]
    assert verdict.severity is Severity.OK


def test_an_identifier_typed_under_the_russian_layout_is_taken_off():
    verdict = cis("ъв20103041094787443215Йифп!\x1d93Яойц")
    assert verdict.normalized == MILK
    assert "I_AIM_PREFIX" in repairs(verdict)


@pytest.mark.parametrize(
    "start",
    [GS, "\xe8", "\udce8", "{FNC1}", "<FNC1>", "[FNC1]", "(FNC1)", "<GS>", "{GS}", "\u241d", "\u2194",
     "\\u001d", "~d029", "~1", "^]", "]", "~", GS + GS],
)  # fmt: skip
def test_a_leading_fnc1_is_taken_off_however_it_is_spelled(start):
    for prefix in ("", "]d2"):
        verdict = cis(prefix + start + MILK)
        assert verdict.normalized == MILK
        assert "I_LEADING_FNC1" in repairs(verdict)
        assert verdict.severity is Severity.OK


@pytest.mark.parametrize(
    "raw", ["", " ", "\r\n", "\t", GS, f"{GS}{GS}\r\n", "]d2", "]d2\r\n", "\x02\x03"]
)
@pytest.mark.parametrize("slot", list(Slot))
@pytest.mark.parametrize("channel", list(Channel))
def test_nothing_left_is_empty(raw, slot, channel):
    verdict = judge(raw, slot, channel)
    assert findings(verdict) == ["E_EMPTY"]
    assert verdict.normalized == ""
    assert verdict.code is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("КГ-430301-ФФФ0020659", FUR),
        ("00000046198488Ч,шщ+йСФИь8цФНф", PACK),
        ("0103041094787443215Йифп!ъ93Яойц", MILK),
        ("0103041094787443215Йифп!Ъ93Яойц", MILK),
        ("0103041094787443215Йифп!:ъ93Яойц", MILK),
        ("ъ0103041094787443215Йифп!ъ93Яойц", MILK),
    ],
)
def test_text_typed_under_the_russian_layout_is_recovered(typed, meant):
    verdict = cis(typed)
    assert verdict.normalized == meant
    assert "I_LAYOUT_FIXED" in repairs(verdict)
    assert verdict.severity is Severity.OK


@pytest.mark.parametrize(
    "mixed",
    ["0103041094787443215Йbag!\x1d93Яойц", "0103041094787443215Йи&п!\x1d93Яойц", "№" + MILK],
)
def test_letters_of_two_alphabets_are_refused(mixed):
    assert findings(cis(mixed)) == ["E_LAYOUT_MIXED"]


@pytest.mark.parametrize(
    "text",
    ["0103041094787443215Qbág!\x1d93Zjqw", "0103041094787443215Йіфп!\x1d93Яойн", "\ud83d", "漢字"],
)
def test_what_no_layout_explains_is_refused(text):
    verdict = cis(text)
    assert findings(verdict) == ["E_NON_ASCII"]
    assert verdict.kind is ScanKind.UNKNOWN


@pytest.mark.parametrize("glue", ["", "\x1d", "]d2", " "])
@pytest.mark.parametrize("code", [MILK, BICYCLE, WATER.replace(GS, "")])
@pytest.mark.parametrize("slot", [Slot.CIS, Slot.AUTO])
def test_two_scans_in_one_cannot_be_sent(code, glue, slot):
    verdict = judge(code + glue + MILK, slot)
    assert findings(verdict) == ["C_SHAPE_UNKNOWN"]
    assert "I_TWO_SCANS" in repairs(verdict)
    assert verdict.code is None


def test_the_raw_text_is_kept():
    raw = f"\x02]d2{GS}{MILK}\r\n"
    verdict = cis(raw)
    assert (verdict.raw, verdict.text) == (raw, MILK)


def test_spaces_around_a_uin_are_framing():
    assert judge(f" {UIN}\t", Slot.UIN, Channel.PASTE).normalized == UIN
