"""UIN, customs numbers, countries, product barcodes and track numbers in their own slots."""

import datetime as dt

import pytest

from packdesk.domain.codes import (
    COUNTRIES,
    Channel,
    JudgeContext,
    ScanKind,
    Severity,
    Slot,
    Variant,
    gtin14,
    gtin_is_comparable,
    is_in_store,
    judge,
    suggested_country,
)
from packdesk.domain.codes.barcode import check_digit, expand_upce, has_valid_check_digit
from packdesk.domain.codes.track import s10_check_digit
from tests.unit.codes.samples import GTD, RNPT, UIN, findings, repairs


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (UIN, []),
        ("0432400520931660", []),
        ("6432 4005 2093 1660", []),
        ("6432\xa04005\u20092093 1660", []),
        (f"]d2{UIN}\r", []),
        (f"https://probpalata.gov.ru/check/?uin={UIN}", ["W_EXTRACTED_FROM_URL"]),
        (f"реезыЖ..ч.кг.{UIN}", ["W_EXTRACTED_FROM_URL"]),
        (f"https://x.ru/{UIN}/{UIN}", ["E_UIN_FORMAT"]),
        ("https://x.ru/64324005209316601", ["E_UIN_FORMAT"]),
        ("643240052093166", ["E_UIN_FORMAT"]),
        ("64324005209316600", ["E_UIN_FORMAT"]),
        ("643240052093166O", ["E_UIN_FORMAT"]),
        ("RU", ["E_UIN_FORMAT"]),
    ],
)
def test_a_uin_is_sixteen_digits(raw, found):
    verdict = judge(raw, Slot.UIN, Channel.MANUAL)
    assert findings(verdict) == found
    if verdict.ok:
        assert verdict.code is not None
        assert verdict.code.full == verdict.serial == verdict.normalized


@pytest.mark.parametrize(
    ("raw", "normalized", "found"),
    [
        (GTD, GTD, []),
        ("10702070\\240723\\3301780", GTD, []),
        ("10702070–240723—3301780", GTD, []),
        ("10702070,240723,3301780", GTD, []),
        ("10702070_240723_3301780", GTD, []),
        ("10702070|240723|3301780", GTD, []),
        (" 10702070 / 240723 / 3301780 ", GTD, []),
        ("GTD_10702070_240723_3301780.pdf", GTD, []),
        ("ГТД № 10702070/240723/3301780", GTD, []),
        ("107020702407233301780", GTD, ["C_SEPARATORS_GUESSED"]),
        (RNPT, "10702070/041123/3448134", ["C_GTD_HAS_ITEM"]),
        ("10702070.041123.3448134.2", "10702070/041123/3448134", ["C_GTD_HAS_ITEM"]),
        ("50402/120524/0012345", "50402/120524/0012345", ["W_CUSTOMS_CODE_LEN"]),
        ("05/120524/0012345", "05/120524/0012345", ["W_CUSTOMS_CODE_LEN"]),
        ("10702070/120524/12345", "10702070/120524/12345", ["W_GTD_NUMBER_LEN"]),
        ("05-120524-1", "05/120524/1", ["W_CUSTOMS_CODE_LEN", "W_GTD_NUMBER_LEN"]),
        ("10702070/310224/0012345", "10702070/310224/0012345", ["C_DATE_INVALID"]),
        ("10702070/290224/0012345", "10702070/290224/0012345", []),
        ("10702070/201126/0012345", "10702070/201126/0012345", []),
        ("10702070/211126/0012345", "10702070/211126/0012345", ["C_DATE_INVALID"]),
        ("10702070/24072/3301780", "10702070/24072/3301780", ["C_DATE_INVALID"]),
        ("1070207/240723/3301780", "1070207/240723/3301780", ["C_SHAPE_UNKNOWN"]),
        ("10702070/240723/33017801", "10702070/240723/33017801", ["C_SHAPE_UNKNOWN"]),
        ("10702070/240708/П012345", "10702070/240708/П012345", ["C_GTD_LETTER"]),
        ("10702070/240723/33О1780", "10702070/240723/33О1780", ["C_GTD_LETTER"]),
        ("1О702070/240723/3301780", None, ["E_GTD_FORMAT"]),
        ("10702070/INVALID/99", None, ["E_GTD_FORMAT"]),
        ("10702070/240723/33ABC80", None, ["E_GTD_FORMAT"]),
        ("10702070/240723", None, ["E_GTD_FORMAT"]),
        ("10702070/240723/", None, ["E_GTD_FORMAT"]),
        ("10702070/240723/3301780/2/3", None, ["E_GTD_FORMAT"]),
        ("10702070/240723/3301780/x", None, ["E_GTD_FORMAT"]),
        ("1.2.3", None, ["E_GTD_FORMAT"]),
        ("1070207024072333017", None, ["E_GTD_FORMAT"]),
        ("hello", None, ["E_GTD_FORMAT"]),
        ("漢字", None, ["E_GTD_FORMAT"]),
        ("\ud800/1/2", None, ["E_GTD_FORMAT"]),
        ("10702070/24\x07723/3301780", None, ["E_CONTROL"]),
    ],
)
def test_a_customs_declaration(raw, normalized, found):
    context = JudgeContext(today=dt.date(2026, 11, 20))
    verdict = judge(raw, Slot.GTD, Channel.MANUAL, context)
    assert findings(verdict) == found
    assert verdict.normalized == normalized
    assert (verdict.code is not None) == (normalized is not None)
    assert verdict.kind is (ScanKind.UNKNOWN if normalized is None else ScanKind.GTD)


def test_a_customs_code_outside_russia_is_told_in_passing():
    verdict = judge("20702070/240723/3301780", Slot.GTD, Channel.MANUAL)
    assert (verdict.severity, repairs(verdict)) == (Severity.OK, ["I_CUSTOMS_PREFIX"])


def test_a_look_alike_in_a_number_is_suggested_never_repaired():
    verdict = judge("10702070/240723/33О1780", Slot.GTD, Channel.MANUAL)
    assert verdict.suggestion == "10702070/240723/3301780"
    assert judge("10702070/240708/П012345", Slot.GTD, Channel.MANUAL).suggestion is None


@pytest.mark.parametrize(
    ("raw", "normalized", "found"),
    [
        (RNPT, RNPT, []),
        ("10702070.041123.3448134.2", RNPT, []),
        ("10702070-041123-3448134-002", "10702070/041123/3448134/002", []),
        ("10005030/081121/0123456/1234", "10005030/081121/0123456/1234", ["W_RNPT_ITEM_LEN"]),
        ("10005030/081121/0123456/12345", "10005030/081121/0123456/12345", ["W_RNPT_ITEM_LEN"]),
        ("05/120524/1/1", "05/120524/1/1", ["W_CUSTOMS_CODE_LEN", "W_GTD_NUMBER_LEN"]),
        ("1070207004112334481342", RNPT, ["C_SEPARATORS_GUESSED"]),
        ("10702070/321123/3448134/2", "10702070/321123/3448134/2", ["C_DATE_INVALID"]),
        ("1/041123/3448134/2", "1/041123/3448134/2", ["C_SHAPE_UNKNOWN"]),
        ("10005030/081121/0123456/123456", None, ["E_RNPT_FORMAT"]),
        (GTD, None, ["E_RNPT_FORMAT"]),
        ("107020702407233301780", None, ["E_RNPT_FORMAT"]),
        ("10702070/041123/34А8134/2", None, ["E_RNPT_FORMAT"]),
        ("10702070/041123/3448134/", None, ["E_RNPT_FORMAT"]),
        ("a/b/c/d", None, ["E_RNPT_FORMAT"]),
    ],
)
def test_a_batch_of_traceable_goods(raw, normalized, found):
    verdict = judge(raw, Slot.RNPT, Channel.MANUAL)
    assert findings(verdict) == found
    assert verdict.normalized == normalized


@pytest.mark.parametrize(
    ("raw", "normalized", "found", "suggestion"),
    [
        ("RU", "RU", [], None),
        (" tr\n", "TR", [], None),
        ("UK", "UK", ["C_COUNTRY_UNKNOWN"], "GB"),
        ("SU", "SU", ["C_COUNTRY_UNKNOWN"], "RU"),
        ("EU", "EU", ["C_COUNTRY_UNKNOWN"], None),
        ("РФ", None, ["E_COUNTRY_FORMAT"], "RU"),
        ("643", None, ["E_COUNTRY_FORMAT"], "RU"),
        ("RUS", None, ["E_COUNTRY_FORMAT"], "RU"),
        ("Китай", None, ["E_COUNTRY_FORMAT"], "CN"),
        ("germany", None, ["E_COUNTRY_FORMAT"], "DE"),
        ("СН", None, ["E_COUNTRY_FORMAT"], None),
        ("ﬁ", None, ["E_COUNTRY_FORMAT"], None),
        ("R", None, ["E_COUNTRY_FORMAT"], None),
        ("R1", None, ["E_COUNTRY_FORMAT"], None),
    ],
)
def test_a_country(raw, normalized, found, suggestion):
    verdict = judge(raw, Slot.COUNTRY, Channel.MANUAL)
    assert findings(verdict) == found
    assert (verdict.normalized, verdict.suggestion) == (normalized, suggestion)


def test_a_country_the_market_serves_is_known():
    context = JudgeContext(countries=frozenset({"XK"}))
    assert findings(judge("xk", Slot.COUNTRY, Channel.MANUAL, context)) == []


def test_the_embedded_countries_are_all_of_iso_3166():
    assert len(COUNTRIES) == 249
    assert list(COUNTRIES) == sorted(COUNTRIES)
    assert all(len(code) == 2 and code.isupper() and code.isascii() for code in COUNTRIES)
    assert len({names.ru for names in COUNTRIES.values()}) == 249
    assert suggested_country("россия") == "RU"
    assert suggested_country("Atlantis") is None


@pytest.mark.parametrize(
    ("raw", "variant", "gtin", "found"),
    [
        ("4600439931256", Variant.EAN13, "04600439931256", []),
        ("46198488", Variant.EAN8, "00000046198488", []),
        ("036000291452", Variant.UPCA, "00036000291452", []),
        ("01234565", Variant.UPCE, "00012345000065", []),
        ("04252614", Variant.UPCE, "00042100005264", []),
        ("14600439937620", Variant.ITF14, "14600439937620", ["W_GTIN_INDICATOR"]),
        ("04600439931256", Variant.ITF14, "04600439931256", []),
        ("1234567890123", Variant.EAN13, "01234567890123", ["W_GTIN_CHECK"]),
        ("46198487", Variant.EAN8, "00000046198487", ["W_GTIN_CHECK"]),
        ("2000000000015", Variant.EAN13, "02000000000015", ["W_INTERNAL_BARCODE"]),
        ("0200000000011", Variant.EAN13, "00200000000011", ["W_INTERNAL_BARCODE"]),
        ("4 600439 931256", Variant.EAN13, "04600439931256", []),
        ("]E04600439931256", Variant.EAN13, "04600439931256", []),
        ("]e00104600439931256", Variant.ITF14, "04600439931256", []),
        ("0104600439931256", Variant.ITF14, "04600439931256", []),
        ("LUX-12/34", Variant.CODE128, None, []),
        ("ДГЧ-12.34", Variant.CODE128, None, []),
        ("12345", Variant.CODE128, None, []),
        ("00123456789012345674", Variant.CODE128, None, []),
    ],
)
def test_a_product_barcode(raw, variant, gtin, found):
    verdict = judge(raw, Slot.BARCODE)
    assert (verdict.kind, verdict.variant, verdict.gtin) == (ScanKind.BARCODE, variant, gtin)
    assert findings(verdict) == found
    assert verdict.code is None


@pytest.mark.parametrize(
    ("barcode", "gtin"),
    [
        ("4600439931256", "04600439931256"),
        ("46198488", "00000046198488"),
        ("036000291452", "00036000291452"),
        ("04252614", "00042100005264"),
        ("14600439937620", "14600439937620"),
        ("4600439931255", None),
        ("2000000000015", None),
        ("0200000000014", None),
        ("LUX-12", None),
        ("", None),
        ("123", None),
        ("٤٦٠٠٤٣٩٩٣١٢٥٦", None),
    ],
)
def test_the_gtin_behind_a_barcode(barcode, gtin):
    assert gtin14(barcode) == gtin


@pytest.mark.parametrize(
    ("upce", "upca"),
    [
        ("01234505", "012000003455"),
        ("01234531", "012300000451"),
        ("01234543", "012340000053"),
        ("01234565", "012345000065"),
        ("21234565", None),
        ("01234566", None),
        ("123", None),
    ],
)
def test_upce_expands_by_its_last_digit(upce, upca):
    assert expand_upce(upce) == upca


@pytest.mark.parametrize(
    ("barcode", "expected"),
    [("2000000000015", True), ("0200000000014", True), ("02000000000015", True),
     ("24600439937627", False), ("4600439931256", False), ("2-ABC", False), ("2", False), ("", False)],
)  # fmt: skip
def test_in_store_barcodes(barcode, expected):
    assert is_in_store(barcode) is expected


def test_leftover_stock_is_not_comparable():
    assert not gtin_is_comparable("02900002317701")
    assert gtin_is_comparable("04600439931256")


@pytest.mark.parametrize(
    "number", ["4600439931256", "46198488", "036000291452", "04600439931256", "123456789012345675"]
)
def test_a_check_digit_fits_whatever_the_length(number):
    assert check_digit(number[:-1]) == int(number[-1])
    assert has_valid_check_digit(number)
    assert not has_valid_check_digit(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize(
    ("raw", "normalized", "variant", "found"),
    [
        ("RA410342249RU", "RA410342249RU", Variant.S10, []),
        ("ra 410 342 249 ru", "RA410342249RU", Variant.S10, []),
        ("RA-410342249-RU", "RA410342249RU", Variant.S10, []),
        ("RA410342248RU", "RA410342248RU", Variant.S10, ["W_TRACK_CHECK"]),
        ("80083760148812", "80083760148812", Variant.RUSPOST14, []),
        ("800837 60 14881 2", "80083760148812", Variant.RUSPOST14, []),
        ("80083760148813", "80083760148813", Variant.RUSPOST14, ["W_TRACK_CHECK"]),
        ("80083760000080", "80083760000080", Variant.RUSPOST14, []),
        ("1234567890", "1234567890", None, []),
        ("1234 567-890", "1234 567-890", None, []),
        ("MOW123456789a", "MOW123456789a", None, []),
        ("1", "1", None, ["W_TRACK_CHECK"]),
        ("?!", "?!", None, ["W_TRACK_CHECK"]),
        ("9" * 60, "9" * 60, None, ["W_TRACK_CHECK"]),
        ("РА410342249RU", None, Variant.S10, ["C_NON_ASCII"]),
        ("ра410342249КХ", None, Variant.S10, ["C_NON_ASCII"]),
        ("ФЫВА12345", "ASDF12345", None, []),
        ("ФЫ漢", None, None, ["E_NON_ASCII"]),
        ("Щ410342249RU", None, None, ["E_LAYOUT_MIXED"]),
        ("🚚", None, None, ["E_NON_ASCII"]),
    ],
)
def test_a_track_number_is_tidied_and_warned_about(raw, normalized, variant, found):
    verdict = judge(raw, Slot.TRACK, Channel.MANUAL)
    assert findings(verdict) == found
    assert (verdict.normalized, verdict.variant) == (normalized, variant)


def test_look_alikes_in_a_track_number_are_suggested_in_latin():
    verdict = judge("РА410342249RU", Slot.TRACK, Channel.MANUAL)
    assert verdict.suggestion == "PA410342249RU"


def test_a_track_number_scanned_under_the_russian_layout_is_recovered():
    verdict = judge("КФ410342249КГ", Slot.TRACK)
    assert verdict.normalized == "RA410342249RU"
    assert repairs(verdict) == ["I_LAYOUT_FIXED"]


@pytest.mark.parametrize(("digits", "check"), [("41034224", 9), ("00000000", 5), ("00000010", 2)])
def test_the_s10_check_digit(digits, check):
    assert s10_check_digit(digits) == check


def test_the_s10_check_digit_ten_becomes_zero():
    remainders = {s10_check_digit(f"{number:08}") for number in range(200)}
    assert remainders == set(range(10))


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (UIN, ScanKind.UIN),
        ("6432 4005 2093 1660", ScanKind.UIN),
        (f"https://x.ru/?uin={UIN}", ScanKind.UIN),
        ("https://pay.ru/?id=1234567890123456", ScanKind.UNKNOWN),
        (GTD, ScanKind.GTD),
        ("10702070.240723.3301780", ScanKind.GTD),
        ("05/120524/1", ScanKind.GTD),
        (RNPT, ScanKind.RNPT),
        ("80083760148812", ScanKind.BARCODE),
        ("4600439931256", ScanKind.BARCODE),
        ("]C10104600439931256", ScanKind.BARCODE),
        ("00123456789012345675", ScanKind.SSCC),
        ("00123456789012345674", ScanKind.SSCC),
        ("RA410342249RU", ScanKind.TRACK),
        ("RU", ScanKind.UNKNOWN),
        ("PD:DONE", ScanKind.UNKNOWN),
        ("123", ScanKind.UNKNOWN),
    ],
)
def test_content_decides_where_the_screen_does_not(raw, kind):
    assert judge(raw, Slot.AUTO).kind is kind


def test_a_wrong_check_digit_of_a_transport_unit_is_told():
    assert findings(judge("00123456789012345674", Slot.AUTO)) == ["W_SSCC_CHECK"]
    assert judge("00123456789012345675", Slot.AUTO).severity is Severity.OK


def test_an_unknown_text_has_no_code_unless_a_cis_was_expected():
    assert judge("hello", Slot.AUTO).code is None
    code = judge("hello", Slot.CIS).code
    assert code is not None
    assert code.full == "hello"
