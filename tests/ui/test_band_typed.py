"""What is found in a code while it is typed, without a widget."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.domain.codes import NO_CONTEXT, CodeKind, JudgeContext
from packdesk.ui.band.typed import (
    groups_text,
    may_be_sent,
    sent_text,
    shown_text,
    typed_verdict,
)
from packdesk.ui.words.notice import Tone
from tests.builders import cis, gtd, rnpt, uin

pytestmark = pytest.mark.usefixtures("english")

CIS, UIN, GTD = CodeKind.CIS, CodeKind.UIN, CodeKind.GTD
RNPT, COUNTRY = CodeKind.RNPT, CodeKind.COUNTRY
WHOLE = {
    CIS: cis().full,
    UIN: uin().full,
    GTD: gtd().full,
    RNPT: rnpt(1).full,
}


def found(kind, text, context=NO_CONTEXT):
    verdict = typed_verdict(kind, text, context)
    return None if verdict is None else (verdict.tone, verdict.text)


@pytest.mark.parametrize("kind", WHOLE)
def test_what_is_merely_incomplete_is_left_in_peace(kind):
    whole = WHOLE[kind]
    for length in range(len(whole)):
        told = found(kind, whole[:length])
        assert told is None or told[0] is Tone.ACCEPTED, whole[:length]
    assert found(kind, whole) == (Tone.ACCEPTED, "It fits: take it with Enter")


@pytest.mark.parametrize(
    ("kind", "text", "tone", "says"),
    [
        (COUNTRY, "CN", Tone.ACCEPTED, "CN China: take it with Enter"),
        (COUNTRY, "cn", Tone.ACCEPTED, "CN China: take it with Enter"),
        (COUNTRY, "UK", Tone.ATTENTION, "This country code is unknown. Check it on paper"),
        (COUNTRY, "zzz", Tone.REFUSED, "A country is two Latin letters, for example CN"),
        (UIN, "64324005209x", Tone.REFUSED, "A UIN has 16 digits. Scan it again"),
        (UIN, "6432400520930001" * 2, Tone.REFUSED, "A UIN has 16 digits. Scan it again"),
        (GTD, "10702070/991399/0001234", Tone.ATTENTION, "The date in the number is wrong. Check it on paper"),
        (GTD, "10702070/240723/00O1234", Tone.ATTENTION, "There is a letter in the number. Check it on paper"),
        (GTD, "hello", Tone.REFUSED, "That is no GTD number. Check it on paper"),
        (RNPT, "hello", Tone.REFUSED, "That is no RNPT number. Check it on paper"),
        (CIS, "hello", Tone.ATTENTION, "The code is incomplete. Scan it again"),
        (CIS, uin().full + "x", Tone.ATTENTION, "The code is incomplete. Scan it again"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_once(kind, text, tone, says):
    assert found(kind, text) == (tone, says)


@pytest.mark.parametrize("text", ["к", "кит", "Chi", "C", "РФ", "643"])
def test_the_beginning_of_a_country_is_calm_for_its_proposals_say_enough(text):
    assert found(COUNTRY, text) is None


def test_a_country_that_only_the_market_serves_fits():
    served = JudgeContext(countries=frozenset({"XK"}))
    assert found(COUNTRY, "XK", served) == (Tone.ACCEPTED, "XK: take it with Enter")


@pytest.mark.parametrize(
    ("typed", "shown", "sent"),
    [
        ("a<GS>b", "a␝b", "a\x1db"),
        ("a<gs>b\x1dc", "a␝b␝c", "a\x1db\x1dc"),
        (" CN ", " CN ", "CN"),
        ("", "", ""),
    ],
)
def test_a_separator_is_seen_as_a_sign_and_sent_as_itself(typed, shown, sent):
    assert shown_text(typed) == shown
    assert sent_text(shown) == sent


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("", "01 ______________ 21 serial number ␝ end part"),
        ("0", "01 ______________ 21 serial number ␝ end part"),
        ("010460", "01 0460__________ 21 serial number ␝ end part"),
        ("01046000000000172", "01 04600000000017 21 serial number ␝ end part"),
        ("0104600000000017215abc", "01 04600000000017 21 5abc ␝ end part"),
        ("0104600000000017215abc␝", "01 04600000000017 21 5abc ␝ end part"),
        ("0104600000000017215abc␝93AbCd", "01 04600000000017 21 5abc ␝ 93AbCd"),
        ("0104600000000017215abc␝91EE06␝92abc", "01 04600000000017 21 5abc ␝ 91EE06 ␝…"),
        ("hello", ""),
    ],
)
def test_a_code_is_shown_in_its_parts(text, groups):
    assert groups_text(CIS, text) == groups
    assert groups_text(GTD, text) == ""


@pytest.mark.parametrize(
    ("text", "sent"),
    [("CN", True), ("UK", True), ("кит", False), ("643", False), ("zzz", False), ("46000", True)],
)
def test_the_name_of_a_country_is_never_sent_for_its_code(text, sent):
    assert may_be_sent(COUNTRY, text, NO_CONTEXT) is sent
    assert may_be_sent(GTD, text, NO_CONTEXT)


@given(st.sampled_from(CodeKind), st.text(max_size=60))
def test_any_text_can_be_typed(kind, text):
    verdict = typed_verdict(kind, shown_text(text), NO_CONTEXT)
    assert verdict is None or verdict.text
    groups_text(kind, text)
