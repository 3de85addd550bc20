"""Rebuilding separators that a scanner left out, fully or in part."""

import pytest

from packdesk.domain.codes import JudgeContext, Severity, Slot, Variant, judge
from tests.unit.codes.samples import (
    BEER,
    BICYCLE,
    BLOCK,
    CAMERA,
    GS,
    HASH_44,
    KI,
    MILK,
    MILK_WEIGHED,
    SHOES,
    SHOES_240,
    WATER,
    cis,
    findings,
    repairs,
)

VOLUME = f"0104610053147452215d,OiLlx{GS}93dGVz{GS}3353000500".replace("x", "")
UNIQUE = [MILK, MILK_WEIGHED, VOLUME, WATER, BICYCLE, SHOES, SHOES_240, CAMERA, BLOCK]


@pytest.mark.parametrize("code", UNIQUE)
def test_a_code_without_any_separator_is_rebuilt(code):
    whole, rebuilt = cis(code), cis(code.replace(GS, ""))
    assert rebuilt.normalized == code
    assert (rebuilt.serial, rebuilt.key, rebuilt.crypto) == (whole.serial, whole.key, whole.crypto)
    assert repairs(rebuilt) == ["I_GS_RESTORED"]
    assert rebuilt.severity is Severity.OK


@pytest.mark.parametrize("code", [MILK_WEIGHED, VOLUME, BICYCLE, SHOES, CAMERA, BLOCK])
def test_a_code_that_lost_some_separators_is_rebuilt(code):
    pieces = code.split(GS)
    for lost in range(1, len(pieces)):
        partly = GS.join(
            [*pieces[: lost - 1], pieces[lost - 1] + pieces[lost], *pieces[lost + 1 :]]
        )
        assert cis(partly).normalized == code


def test_a_tail_in_one_piece_is_split_whatever_the_serial_length():
    verdict = cis(f"0104601234567893215ABCDE1234{GS}91abcd92{HASH_44}")
    assert (verdict.serial, verdict.key, verdict.crypto) == ("5ABCDE1234", "abcd", HASH_44)
    assert findings(verdict) == ["W_SERIAL_LEN"]
    assert verdict.normalized == f"0104601234567893215ABCDE1234{GS}91abcd{GS}92{HASH_44}"


@pytest.mark.parametrize(
    ("tail", "whole"),
    [
        ("93Zjqw3103000353", f"93Zjqw{GS}3103000353"),
        (f"240640191abcd92{HASH_44}", f"2406401{GS}91abcd{GS}92{HASH_44}"),
        ("800511200093Mdlr", f"8005112000{GS}93Mdlr"),
    ],
)
def test_glued_tails_of_an_unknown_serial_length_are_split(tail, whole):
    verdict = cis(f"0104601234567893215ABCDE1234{GS}{tail}")
    assert verdict.normalized == f"0104601234567893215ABCDE1234{GS}{whole}"
    assert findings(verdict) == ["W_SERIAL_LEN"]


def test_a_head_that_may_hold_the_key_is_not_guessed():
    verdict = cis(f"0104601234567893215ABCDE12349191abcd{GS}92{HASH_44}")
    assert findings(verdict) == ["C_GS_AMBIGUOUS"]
    assert verdict.serial is None


def test_seven_and_thirteen_cannot_be_told_apart():
    verdict = cis(BEER.replace(GS, ""))
    assert findings(verdict) == ["C_GS_AMBIGUOUS"]
    assert verdict.variant is Variant.AMBIGUOUS
    assert verdict.serial is None


@pytest.mark.parametrize(
    ("learned", "serial", "found"),
    [
        ({7}, "5d,OiLl", []),
        ({13}, "5d,OiLl93dGVz", ["W_NO_CRYPTO", "C_CRYPTO_LEN"]),
        ({6, 7}, "5d,OiLl", []),
        ({7, 13}, None, ["C_GS_AMBIGUOUS"]),
        ({20}, None, ["C_GS_AMBIGUOUS"]),
        (set(), None, ["C_GS_AMBIGUOUS"]),
    ],
)
def test_what_was_learned_about_the_product_decides(learned, serial, found):
    context = JudgeContext(serial_lengths={"04610053147452": frozenset(learned)})
    verdict = cis(BEER.replace(GS, ""), context=context)
    assert (verdict.serial, findings(verdict)) == (serial, found)


def test_a_lost_tn_ved_code_wins_over_a_serial_of_twenty():
    assert cis(SHOES_240.replace(GS, "")).tnved == "6401"


def test_a_serial_of_twenty_that_looks_like_tn_ved_is_asked_about():
    code = f"010460780959145421m9tNPzJTWzuc92406401{GS}91EE07{GS}92{HASH_44}"
    assert findings(cis(code)) == ["C_GS_AMBIGUOUS"]
    learned = JudgeContext(serial_lengths={"04607809591454": frozenset({20})})
    assert cis(code, context=learned).serial == "m9tNPzJTWzuc92406401"


@pytest.mark.parametrize(
    "cut",
    [
        BICYCLE.replace(GS, "")[:-1],
        BICYCLE.replace(GS, "")[:-20],
        MILK.replace(GS, "")[:-1],
        "010464008809099721",
        "0104640088090997215",
        BICYCLE.replace(GS, "") + "=",
    ],
)
def test_a_cut_code_is_neither_padded_nor_guessed(cut):
    verdict = cis(cut)
    assert findings(verdict) == ["C_SHAPE_UNKNOWN"]
    assert verdict.variant is Variant.UNKNOWN_SHAPE
    assert (verdict.serial, verdict.normalized) == (None, None)


def test_an_unknown_shape_can_be_sent_as_it_came_when_a_person_says_so():
    text = "0104640088090997215newgroup55"
    verdict = cis(f"]d2{text}\r")
    assert verdict.code is not None
    assert verdict.code.full == text


@pytest.mark.parametrize("code", [MILK, BICYCLE, BLOCK])
def test_a_code_with_its_separators_teaches_its_serial_length(code):
    verdict = judge(code, Slot.AUTO)
    assert verdict.serial is not None
    assert verdict.lesson == (verdict.gtin, len(verdict.serial))


@pytest.mark.parametrize("text", [MILK.replace(GS, ""), KI, BEER.replace(GS, ""), "4600439931256"])
def test_nothing_is_learned_from_a_guess(text):
    assert judge(text, Slot.AUTO).lesson is None
