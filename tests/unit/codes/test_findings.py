"""Each condition of the severity table on a CIS, alone and for the right reason."""

import pytest

from packdesk.domain.codes import (
    Channel,
    Cis,
    IssueCode,
    JudgeContext,
    ScanKind,
    Severity,
    Slot,
    Variant,
    judge,
)
from tests.unit.codes.samples import (
    BICYCLE,
    BLOCK,
    FUR,
    GS,
    GTD,
    HASH_44,
    HASH_88,
    KI,
    MILK,
    PACK,
    RNPT,
    SHOES,
    UIN,
    cis,
    findings,
    repairs,
)

HEAD = "010464008809099721"
SERIAL = "5tjNZHkBajQYx"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{HEAD}{SERIAL}{GS}91FFD0{GS}92{HASH_44[:-1]}", ["C_CRYPTO_LEN"]),
        (f"{HEAD}{SERIAL}{GS}91FFD0{GS}92{HASH_44}A", ["C_CRYPTO_LEN"]),
        (f"{HEAD}{SERIAL}{GS}93abcde", ["C_CRYPTO_LEN"]),
        (f"{HEAD}{SERIAL}{GS}93", ["C_CRYPTO_LEN"]),
        (f"{HEAD}{SERIAL}{GS}91FFD0", ["C_CRYPTO_LEN"]),
        (f"{HEAD}{SERIAL}{GS}", ["W_NO_CRYPTO", "C_CRYPTO_LEN"]),
        (f"{HEAD}{SERIAL[:10]}{GS}1012345{GS}", ["W_SERIAL_LEN", "W_NO_CRYPTO", "C_CRYPTO_LEN"]),
        (f"{PACK[:21]}{GS}", ["W_NO_CRYPTO", "C_CRYPTO_LEN"]),
        (f"{HEAD}{SERIAL}{GS}91FFD0{GS}92{HASH_88[:44]}", ["C_CRYPTO_LEN"]),
        (f"{HEAD}{SERIAL}91FFD092{HASH_88[:44]}", ["C_SHAPE_UNKNOWN"]),
        (f"{HEAD}{SERIAL}{GS}2406401", ["C_CRYPTO_LEN", "W_NO_CRYPTO"]),
        (f"{HEAD}{SERIAL}{GS}24064", ["C_CRYPTO_LEN", "W_NO_CRYPTO"]),
        (f"{HEAD}{SERIAL}{GS}24", ["C_CRYPTO_LEN", "W_NO_CRYPTO"]),
        (f"{HEAD}{SERIAL}{GS}8005112000", ["C_CRYPTO_LEN", "W_NO_CRYPTO"]),
        (f"{HEAD}{SERIAL}{GS}800511", ["W_TAIL_AI", "C_CRYPTO_LEN", "W_NO_CRYPTO"]),
        (f"{HEAD}{SERIAL}{GS}93abcd{GS}31030", ["W_TAIL_AI", "C_CRYPTO_LEN"]),
        (f"{HEAD}{SERIAL}{GS}93abcd{GS}10", ["C_CRYPTO_LEN"]),
        (f"01521{SERIAL}{GS}91FFD0{GS}92{HASH_44}", ["C_SHAPE_UNKNOWN"]),
        (f"01521{SERIAL}{GS}91FFD", ["C_SHAPE_UNKNOWN"]),
        (f"01abcdefghijkl{GS}91FFD0{GS}92{HASH_44}", ["C_SHAPE_UNKNOWN"]),
        (f"0123456789012821{SERIAL}{GS}93abcd", ["C_SHAPE_UNKNOWN"]),
        (f"0123456789012721{SERIAL}{GS}93abcd", ["W_NONSTANDARD"]),
        (f"01046008407A937215!IS(;{GS}93dGVz", ["W_NONSTANDARD"]),
        (f"{HEAD}{SERIAL}{GS}91FFD{GS}92{HASH_44}", ["W_KEY_LEN"]),
        (f"{HEAD}{SERIAL}{GS}91FFD00{GS}92{HASH_44}", ["W_KEY_LEN"]),
        (f"{HEAD}{SERIAL}{GS}92{HASH_44}", ["W_KEY_LEN"]),
        (f"{HEAD}5tjNZHkBaj{GS}91FFD0{GS}92{HASH_44}", ["W_SERIAL_LEN"]),
        (f"{HEAD}{SERIAL}5tjNZHkBajQYx{GS}93abcd", ["W_SERIAL_LEN"]),
        (f"{HEAD}5tjNZ#kBajQYx{GS}93abcd", ["W_CHARSET"]),
        (f"{HEAD}{SERIAL}{GS}93ab~d", ["W_CHARSET"]),
        (f"{HEAD}5tjNZ#kBajQY{GS}93abcd", ["W_SERIAL_LEN", "W_CHARSET"]),
        (f"{HEAD}{SERIAL}{GS}99abcd", ["W_TAIL_AI", "W_NO_CRYPTO"]),
        (f"{HEAD}{SERIAL}{GS}hGt264", ["W_TAIL_AI", "W_NO_CRYPTO"]),
        (f"{HEAD}{SERIAL}{GS}93abcd{GS}7003261120", ["W_TAIL_AI"]),
        (f"{HEAD}{SERIAL}{GS}92{HASH_44}{GS}91FFD0", ["W_AI_ORDER"]),
        (f"{HEAD}{SERIAL}{GS}3103000353{GS}93abcd", ["W_AI_ORDER"]),
        (f"{HEAD}{SERIAL}{GS}93abcd{GS}8005112000", ["W_AI_ORDER"]),
        (f"{HEAD}{SERIAL}{GS}91FFD0{GS}92{HASH_44}{GS}1012345{GS}17261120", []),
        (f"0104640088090997172611201012345{GS}21{SERIAL}{GS}93abcd", ["W_AI_ORDER"]),
        (f"{HEAD}{SERIAL}{GS}1012345", ["W_NO_CRYPTO"]),
        (f"{HEAD}{SERIAL}", ["W_NO_CRYPTO"]),
        (f"010464008809099621{SERIAL}{GS}93abcd", ["W_GTIN_CHECK"]),
        (f"011464008809099421{SERIAL}{GS}93abcd", ["W_GTIN_INDICATOR"]),
        (f"019876543210123421{SERIAL}", ["W_NO_CRYPTO", "W_GTIN_CHECK"]),
        (f"{HEAD}{GS}93abcd", ["W_NONSTANDARD"]),
        (f"010304109478fRs28323ks23!{GS}het201", ["W_NONSTANDARD"]),
        (f"0104640088{GS}93abcd", ["C_SHAPE_UNKNOWN"]),
        (f"0204640088090997{SERIAL}{GS}93abcd", ["C_SHAPE_UNKNOWN"]),
        (f"{HEAD}{SERIAL[:9]}", ["C_SHAPE_UNKNOWN"]),
        ("0104640088090997172611201012345", ["C_SHAPE_UNKNOWN"]),
        ("hello", ["C_SHAPE_UNKNOWN"]),
        (f"{HEAD}{SERIAL}{{GS}}99abcd", ["W_TAIL_AI", "W_NO_CRYPTO"]),
        (PACK.replace("?", "#"), ["W_CHARSET"]),
        ("https://example.ru/?kiz=RU-430301-AAA002065", ["C_SHAPE_UNKNOWN"]),
        (f"{HEAD}{'A' * 300}", ["C_SHAPE_UNKNOWN"]),
        ("]d2hello", ["C_SHAPE_UNKNOWN"]),
        ("010460043993125621JgXJ5.T800511x00093Mdlr", ["C_SHAPE_UNKNOWN"]),
        ("1234567890", ["C_SHAPE_UNKNOWN"]),
        ("ru-430301-aaa0020659", ["C_SHAPE_UNKNOWN"]),
    ],
)
def test_a_condition_is_found(text, found):
    verdict = cis(text)
    assert findings(verdict) == found
    worst = min(found, key=lambda code: "ECW".index(code[0]), default=None)
    assert (None if verdict.reason is None else str(verdict.reason)) == worst
    assert verdict.ok is (worst is None or worst.startswith("W"))


@pytest.mark.parametrize("text", [KI, PACK[:21], PACK[:25]])
@pytest.mark.parametrize(
    ("channel", "found"),
    [
        (Channel.SCANNER, ["W_NO_CRYPTO", "C_CRYPTO_LEN"]),
        (Channel.MANUAL, ["W_NO_CRYPTO"]),
        (Channel.PASTE, ["W_NO_CRYPTO"]),
    ],
)
def test_a_scan_without_a_tail_is_cut_where_codes_of_the_product_have_one(text, channel, found):
    gtin = text[2:16] if text == KI else text[:14]
    context = JudgeContext(serial_lengths={gtin: frozenset({13})})
    assert findings(cis(text, channel, context)) == found
    assert findings(cis(text, channel)) == ["W_NO_CRYPTO"]


def test_a_pack_teaches_that_packs_of_its_product_have_a_tail():
    verdict = cis(PACK)
    assert verdict.lesson == (PACK[:14], 7)


def test_a_plain_symbol_around_an_unusual_code_is_told():
    assert repairs(cis(f"]d1{HEAD}{SERIAL}{GS}99abcd")) == ["I_AIM_PREFIX", "I_NOT_GS1_SYMBOL"]


def test_the_parts_of_a_code_in_another_order_are_read():
    verdict = cis(f"0104640088090997172611201012345{GS}21{SERIAL}{GS}93abcd")
    assert (verdict.variant, verdict.gtin) == (Variant.GS1_OTHER, "04640088090997")
    assert (verdict.serial, verdict.crypto) == (SERIAL, "abcd")
    assert (verdict.batch, verdict.expiry) == ("12345", "261120")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4607809591508", ScanKind.BARCODE),
        ("1234567890123", ScanKind.BARCODE),
        ("46198488", ScanKind.BARCODE),
        ("036000291452", ScanKind.BARCODE),
        ("14600439937620", ScanKind.BARCODE),
        ("]E04607809591508", ScanKind.BARCODE),
        ("]e00104607809591508", ScanKind.BARCODE),
        ("00123456789012345675", ScanKind.SSCC),
        ("(00)123456789012345675", ScanKind.SSCC),
        (UIN, ScanKind.UIN),
        (GTD, ScanKind.GTD),
        (RNPT, ScanKind.RNPT),
        ("10702070.240723.3301780", ScanKind.GTD),
        ("RA410342249RU", ScanKind.TRACK),
        (
            "22N00001CTNQQ3O7QM0R7UK1112010038028741I9N1MBPJH00RLCH5M6VFJ2R1L2F9C"[:68],
            ScanKind.EGAIS,
        ),
    ],
)
def test_another_kind_cannot_be_added_as_a_cis(text, kind):
    verdict = cis(text)
    assert findings(verdict) == ["E_WRONG_KIND"]
    assert verdict.kind is kind
    assert verdict.code is None


@pytest.mark.parametrize(
    "slot", [Slot.UIN, Slot.RNPT, Slot.GTD, Slot.COUNTRY, Slot.BARCODE, Slot.TRACK]
)
@pytest.mark.parametrize("text", [MILK, BICYCLE, BLOCK, FUR, "]d2" + SHOES, MILK.replace(GS, "")])
def test_a_cis_cannot_be_added_as_another_kind(slot, text):
    verdict = judge(text, slot)
    assert findings(verdict) == ["E_WRONG_KIND"]
    assert verdict.kind is ScanKind.CIS
    assert verdict.code is None


@pytest.mark.parametrize(
    ("text", "slot", "kind"),
    [
        ("4607809591508", Slot.UIN, ScanKind.BARCODE),
        ("4607809591508", Slot.GTD, ScanKind.BARCODE),
        ("4607809591508", Slot.COUNTRY, ScanKind.BARCODE),
        (UIN, Slot.GTD, ScanKind.UIN),
        (UIN, Slot.RNPT, ScanKind.UIN),
        (UIN, Slot.BARCODE, ScanKind.UIN),
        (GTD, Slot.UIN, ScanKind.GTD),
        (RNPT, Slot.BARCODE, ScanKind.RNPT),
        ("00123456789012345675", Slot.BARCODE, ScanKind.SSCC),
        (PACK, Slot.UIN, ScanKind.CIS),
    ],
)
def test_the_kinds_are_not_mixed_up(text, slot, kind):
    verdict = judge(text, slot)
    assert findings(verdict) == ["E_WRONG_KIND"]
    assert verdict.kind is kind


@pytest.mark.parametrize(
    ("gtins", "found"),
    [
        ({"04640088090997"}, []),
        ({"4640088090997"}, []),
        ({"04600439931256", "04640088090997"}, []),
        ({"04600439931256"}, ["C_GTIN_MISMATCH"]),
        (set(), []),
    ],
)
def test_the_gtin_is_compared_with_the_product_in_hand(gtins, found):
    assert findings(cis(BICYCLE, context=JudgeContext(product_gtins=frozenset(gtins)))) == found


def test_leftover_stock_is_never_compared():
    text = f"010290000231770121k3LInNbH_oG0Q{GS}91EE06{GS}92{HASH_44}"
    context = JudgeContext(product_gtins=frozenset({"04600439931256"}))
    assert findings(cis(text, context=context)) == []


@pytest.mark.parametrize(
    ("text", "channel", "found"),
    [
        (BICYCLE, Channel.SCANNER, ["C_CAPS_LOCK"]),
        (PACK, Channel.SCANNER, ["C_CAPS_LOCK"]),
        (BICYCLE, Channel.PASTE, []),
        ("010464008809099721588448654665393", Channel.SCANNER, ["C_SHAPE_UNKNOWN"]),
    ],
)
def test_letters_scanned_under_caps_lock_are_asked_about(text, channel, found):
    assert findings(cis(text, channel, JudgeContext(caps_lock=True))) == found


def test_digits_do_not_mind_caps_lock():
    context = JudgeContext(caps_lock=True)
    assert judge(UIN, Slot.UIN, Channel.SCANNER, context).severity is Severity.OK
    assert judge("4607809591508", Slot.AUTO, Channel.SCANNER, context).severity is Severity.OK


@pytest.mark.parametrize(
    ("text", "variant", "serial"),
    [
        (PACK[:21], Variant.KI, "X?io+qC"),
        (PACK[:25], Variant.KI, "X?io+qC"),
        (PACK, Variant.TOBACCO_PACK, "X?io+qC"),
    ],
)
def test_a_tobacco_pack_is_read_with_and_without_its_tail(text, variant, serial):
    verdict = cis(text)
    assert (verdict.variant, verdict.serial) == (variant, serial)
    assert findings(verdict) == ([] if len(text) == 29 else ["W_NO_CRYPTO"])


@pytest.mark.parametrize(
    "text",
    [
        "1" * 29,
        "00000046198487X?io+qC",
        "0103041094787" + "215Qbag!93Zjqw",
        "1234567890",
        "00304109478744215Qbag!" + "x93Zjqw",
    ],
)
def test_a_text_as_long_as_a_tobacco_pack_is_not_taken_for_one(text):
    assert cis(text).severity is Severity.CONFIRM


@pytest.mark.parametrize(
    "url",
    [
        "https://www.nalog.gov.ru/mark/?kiz=RU-430301-AAA0020659",
        "http://example.ru/check?a=1&kiz=RU-430301-AAA0020659&b=2",
    ],
)
@pytest.mark.parametrize("slot", [Slot.CIS, Slot.AUTO])
def test_a_fur_mark_is_taken_out_of_its_url(url, slot):
    verdict = judge(url, slot)
    assert (verdict.normalized, verdict.variant) == (FUR, Variant.FUR)
    assert findings(verdict) == ["W_EXTRACTED_FROM_URL"]


@pytest.mark.parametrize(
    ("bracketed", "meant"),
    [
        ("(01)04603720196396(21)5TStu(1tP)K?M(93)dGVz", f"0104603720196396215TStu(1tP)K?M{GS}93dGVz"),
        ("[01]04603720196396[21]5TStu(1tP)K?M[93]dGVz", f"0104603720196396215TStu(1tP)K?M{GS}93dGVz"),
        ("(01) 03041094787443 (21) 5Qbag! (93) Zjqw", MILK),
        (f"(01)04640088090997(21){SERIAL}(91)FFD0(92){HASH_44}",
         f"{HEAD}{SERIAL}{GS}91FFD0{GS}92{HASH_44}"),
        ("(01)04603720196396(21)5T(91)tPK?Mxx(93)dGVz", f"0104603720196396215T(91)tPK?Mxx{GS}93dGVz"),
        (f"(01)03041094787443(21)5Qbag!{GS}(93)Zjqw", MILK),
        ("(01)03041094787443(21)5Qbag!(93)Zjqw(3103)000353", f"{MILK}{GS}3103000353"),
    ],
)  # fmt: skip
def test_human_readable_text_is_turned_into_a_code(bracketed, meant):
    for slot in (Slot.CIS, Slot.AUTO):
        verdict = judge(bracketed, slot, Channel.PASTE)
        assert verdict.normalized == meant
        assert verdict.has(IssueCode.I_HRI)
        assert verdict.severity is Severity.OK


def test_brackets_without_a_tail_are_a_ki():
    verdict = cis(f"(01){KI[2:16]}(21){KI[18:]}", Channel.PASTE)
    assert (verdict.normalized, verdict.variant) == (KI, Variant.KI)


@pytest.mark.parametrize(
    "text", ["(01)123", "(01)04603720196396", "(21)abc", "(", "[01]04603720196396x[21]a"]
)
def test_broken_brackets_are_asked_about(text):
    assert cis(text, Channel.PASTE).severity is Severity.CONFIRM


def test_asl_belgisi_codes_have_the_same_shapes():
    appliance = f"010478000000000521AF9-&eDmMbl?6CkOyAEB{GS}91UZF0{GS}92{HASH_44}"
    water = f"010478000000000521ABCDEFGHIJKLM{GS}93dGVz"
    tobacco = "04780000000005X?io+qCABm8wAYa"
    assert [cis(text).variant for text in (appliance, water, tobacco)] == [
        Variant.FULL_92,
        Variant.SHORT_93,
        Variant.TOBACCO_PACK,
    ]


@pytest.mark.parametrize("text", [MILK, BICYCLE, PACK, FUR, KI, BLOCK])
def test_what_was_scanned_is_what_is_sent(text):
    code = cis(text).code
    assert isinstance(code, Cis)
    assert code.full == text


def test_a_finding_only_the_caller_can_make_is_added():
    verdict = cis(MILK).with_issues(IssueCode.E_DUPLICATE)
    assert (verdict.reason, verdict.code) == (IssueCode.E_DUPLICATE, None)
    asked = cis(MILK).with_issues(IssueCode.C_USED_ELSEWHERE)
    assert asked.severity is Severity.CONFIRM
    assert asked.code is not None


@pytest.mark.parametrize(
    "tail",
    ["\x1d9", "\x1d93Zjqw\x1d9", "\x1d93Zjqw\x1d0104600000", "\x1d93Zjqw\x1d0104601234567893"],
)
def test_a_stub_or_the_beginning_of_another_code_in_the_tail_is_scanned_again(tail):
    verdict = judge(f"0103041094787443215Qbag!{tail}", Slot.CIS)
    assert verdict.severity is Severity.CONFIRM
