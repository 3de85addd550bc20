"""Every spelling of a separator that is read as one, and every one that is not."""

import pytest

from packdesk.domain.codes import Channel, Severity
from tests.unit.codes.samples import (
    BICYCLE,
    BLOCK,
    GS,
    HASH_44,
    MILK,
    MILK_WEIGHED,
    SHOES_240,
    WATER,
    cis,
    findings,
    repairs,
)

ON_ANY_CHANNEL = [
    "\\u001d", "\\u001D", "\\x1d", "\\029", "~d029", "{GS}", "[GS]", "{FNC1}", "\u241d", "\u2194",
    "_x001D_", "<FNC1>", "(fnc1)", "&#29;", "&#x1D;", "\xa9", "]", "[", "{", "}", "~", "|", "@", "^", "^]", "#", "$", "`", "\\", " ",
]  # fmt: skip
ON_PASTE = ["<GS>", "<gs>", "(GS)", "\x1e", "\x1f"]


@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("spelling", ON_ANY_CHANNEL)
@pytest.mark.parametrize("code", [MILK, BICYCLE, BLOCK, SHOES_240])
def test_a_spelling_that_is_no_chance_is_a_separator_on_every_channel(code, spelling, channel):
    verdict = cis(code.replace(GS, spelling), channel)
    assert verdict.normalized == code
    assert verdict.severity is Severity.OK
    assert {"I_GS_TOKEN", "I_ALT_SEPARATOR"} & set(repairs(verdict))


@pytest.mark.parametrize("spelling", ON_PASTE)
@pytest.mark.parametrize("code", [MILK, MILK_WEIGHED, BICYCLE, BLOCK, SHOES_240])
def test_a_spelling_of_few_legal_characters_is_a_separator_in_pasted_text(code, spelling):
    verdict = cis(code.replace(GS, spelling), Channel.PASTE)
    assert verdict.normalized == code
    assert "I_GS_TOKEN" in repairs(verdict)


@pytest.mark.parametrize("spelling", ["<GS>", "(GS)"])
def test_a_spelling_of_few_legal_characters_is_not_trusted_from_a_scanner(spelling):
    verdict = cis(MILK.replace(GS, spelling))
    assert findings(verdict) == ["C_SHAPE_UNKNOWN"]


@pytest.mark.parametrize("control", ["\x1e", "\x1f", "\x1c", "\x07", "\x00", "\n", "\x7f", "\x85"])
def test_a_control_character_inside_is_refused(control):
    assert findings(cis(MILK.replace(GS, control))) == ["E_CONTROL"]


@pytest.mark.parametrize("spelling", ["%1D", "29", "GS", "%29"])
@pytest.mark.parametrize("channel", list(Channel))
def test_text_that_a_serial_may_hold_is_never_a_separator(spelling, channel):
    verdict = cis(BICYCLE.replace(GS, spelling), channel)
    assert findings(verdict) == ["C_SHAPE_UNKNOWN"]
    assert verdict.serial is None


@pytest.mark.parametrize("token", ["<GS>", "(GS)", "%1D", "29", "<GS>91"])
def test_a_token_inside_a_serial_stays_where_the_text_has_real_separators(token):
    serial = f"5a{token}bcdefghijk"[:13]
    code = f"010464008809099721{serial}{GS}91FFD0{GS}92{HASH_44}"
    verdict = cis(code, Channel.PASTE)
    assert (verdict.serial, verdict.normalized) == (serial, code)
    assert verdict.severity is Severity.OK


def test_a_token_is_no_separator_where_no_identifier_follows():
    text = "0104640088090997215<GS>abcdefgh"
    assert cis(text, Channel.PASTE).normalized == text


def test_damage_before_a_chance_identifier_is_not_read_as_a_separator():
    damaged = "0104636332455360215ab~93cdefghi93dGVz"
    verdict = cis(damaged)
    assert (verdict.serial, verdict.crypto) == ("5ab~93cdefghi", "dGVz")
    assert findings(verdict) == ["W_CHARSET"]


def test_doubled_and_trailing_separators_are_dropped():
    verdict = cis(f"0103041094787443215Qbag!{GS}{GS}93Zjqw{GS}\r\n")
    assert verdict.normalized == MILK
    assert set(repairs(verdict)) == {"I_DOUBLE_GS", "I_TRAILING_GS"}


@pytest.mark.parametrize("separator", ["<GS>", "_x001D_", "\\u001d", "]", "{GS}"])
def test_a_separator_spelled_out_at_the_end_is_dropped(separator):
    text = WATER.replace(GS, separator) + separator
    assert cis(text, Channel.PASTE).normalized == WATER


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        (BICYCLE.replace("<", "&lt;").replace('"', "&quot;"), BICYCLE),
        (BICYCLE.replace("<", "&#60;").replace('"', "&#34;").replace(GS, "&#29;"), BICYCLE),
        (BICYCLE.replace('"', '""'), BICYCLE),
        ('"' + BICYCLE.replace('"', '""') + '"', BICYCLE),
        ('"' + BICYCLE.replace('"', '\\"').replace(GS, "\\u001d") + '"', BICYCLE),
        (BICYCLE.replace("<", "\\u003c").replace(GS, "\\u001d"), BICYCLE),
        (BICYCLE.replace('"', '""').replace("<", "&lt;"), BICYCLE),
        (MILK.replace(GS, "\\\\u001d"), MILK),
        (f"\ufeff {MILK}\xa0\r\n", MILK),
    ],
)
def test_what_copying_did_is_undone(pasted, meant):
    verdict = cis(pasted, Channel.PASTE)
    assert verdict.normalized == meant
    assert verdict.severity is Severity.OK


@pytest.mark.parametrize("serial", ["5a&lt;bcdefghi", '5a""bcdefghij', "5a&amp;bcdefg"])
def test_a_pasted_serial_that_is_whole_is_left_alone(serial):
    text = f"010463633245536021{serial[:13]}{GS}93dGVz"
    verdict = cis(text, Channel.PASTE)
    assert (verdict.serial, verdict.severity) == (serial[:13], Severity.OK)


@pytest.mark.parametrize("channel", [Channel.SCANNER, Channel.MANUAL])
def test_escapes_are_undone_in_pasted_text_only(channel):
    verdict = cis(BICYCLE.replace("<", "&lt;"), channel)
    assert findings(verdict) == ["W_SERIAL_LEN"]


def test_the_escaped_example_without_identifiers_gets_its_separator():
    verdict = cis("010304109478gftJ14545762!\\u001dhGt264", Channel.PASTE)
    assert verdict.normalized == f"010304109478gftJ14545762!{GS}hGt264"
    assert findings(verdict) == ["W_NONSTANDARD"]
