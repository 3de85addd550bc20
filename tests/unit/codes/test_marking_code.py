"""What makes two codes the same, and what of them may be shown."""

import pytest

from packdesk.domain.codes import (
    Cis,
    CodeIdentity,
    CodeKind,
    Country,
    Gtd,
    IssueCode,
    MarkingCode,
    Rnpt,
    Severity,
    Slot,
    Uin,
    code_from_text,
    judge,
)
from tests.unit.codes.samples import BICYCLE, FUR, GS, GTD, HASH_44, MILK, PACK, RNPT, UIN, cis


def test_the_kinds_are_named_as_the_market_names_its_fields():
    assert [kind.value for kind in CodeKind] == ["cis", "uin", "rnpt", "gtd", "countryCode"]


@pytest.mark.parametrize("code", [BICYCLE, MILK])
def test_a_code_is_the_same_with_and_without_its_tail(code):
    head = code.split(GS)[0]
    whole, short = cis(code).code, cis(head).code
    assert whole is not None
    assert short is not None
    assert whole.identity == short.identity
    assert hash(whole.identity) == hash(short.identity)
    assert whole != short


def test_case_makes_another_code():
    one, other = cis(MILK).code, cis(MILK.replace("Qbag", "qbag")).code
    assert one is not None
    assert other is not None
    assert one.identity != other.identity


def test_a_nonstandard_code_is_known_by_what_stands_before_its_separator():
    verdict = cis(f"010304109478gftJ14545762!{GS}hGt264")
    assert verdict.code is not None
    assert verdict.code.identity == CodeIdentity(CodeKind.CIS, "", "010304109478gftJ14545762!")
    bare = Cis(f"{GS}(01)0304(21)x{GS}y", None, None)
    assert bare.identity == CodeIdentity(CodeKind.CIS, "", "010304" + "21x")


@pytest.mark.parametrize(
    ("code", "is_unique"),
    [
        (Cis(MILK, "03041094787443", "5Qbag!"), True),
        (Uin(UIN), True),
        (Rnpt(RNPT), False),
        (Gtd(GTD), False),
        (Country("RU"), False),
    ],
)
def test_only_cis_and_uin_belong_to_one_unit(code: MarkingCode, is_unique: bool):
    assert code.is_unique is is_unique
    assert code.identity.kind is code.kind


def test_kinds_never_share_an_identity():
    codes: list[MarkingCode] = [Cis(UIN, None, None), Uin(UIN), Rnpt(UIN), Gtd(UIN), Country(UIN)]
    assert len({code.identity for code in codes}) == 5


@pytest.mark.parametrize("text", [BICYCLE, PACK, MILK, FUR])
def test_nothing_that_is_printed_shows_the_tail(text):
    verdict = cis(text)
    code = verdict.code
    assert code is not None
    for shown in (
        str(code),
        repr(code),
        f"{code}",
        repr(verdict),
        str(verdict),
        repr(code.identity),
    ):
        assert text not in shown
        assert text[-8:] not in shown
        assert HASH_44[:6] not in shown


@pytest.mark.parametrize("code", [Uin(UIN), Rnpt(RNPT), Gtd(GTD)])
def test_numbers_are_shown_by_their_beginning(code):
    assert repr(code) == f"{type(code).__name__}({code.full[:3]}…)"


def test_a_country_is_no_secret():
    assert repr(Country("RU")) == "Country(RU)"


@pytest.mark.parametrize("text", [MILK, BICYCLE, PACK, FUR, f"010304109478gftJ14545762!{GS}hGt264"])
def test_a_kept_text_gives_the_same_code_again(text):
    assert code_from_text(CodeKind.CIS, text) == cis(text).code


def test_kept_texts_of_the_other_kinds_are_taken_as_they_are():
    assert code_from_text(CodeKind.UIN, UIN) == Uin(UIN)
    assert code_from_text(CodeKind.RNPT, RNPT) == Rnpt(RNPT)
    assert code_from_text(CodeKind.GTD, GTD) == Gtd(GTD)
    assert code_from_text(CodeKind.COUNTRY, "RU") == Country("RU")
    assert code_from_text(CodeKind.CIS, "4600439931256") == Cis("4600439931256", None, None)


@pytest.mark.parametrize(
    ("raw", "slot", "made"),
    [
        (UIN, Slot.UIN, Uin(UIN)),
        (GTD, Slot.GTD, Gtd(GTD)),
        (RNPT, Slot.RNPT, Rnpt(RNPT)),
        ("RU", Slot.COUNTRY, Country("RU")),
        (RNPT, Slot.AUTO, Rnpt(RNPT)),
    ],
)
def test_a_verdict_gives_the_code_to_attach(raw, slot, made):
    assert judge(raw, slot).code == made


def test_the_letter_of_an_issue_is_its_weight():
    weights = {"E": Severity.ERROR, "C": Severity.CONFIRM, "W": Severity.WARN, "I": Severity.INFO}
    for code in IssueCode:
        assert cis(MILK).with_issues(code).issues[-1].severity is weights[code.name[0]]
        assert code.name == code.value
