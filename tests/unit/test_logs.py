"""The log holds no key and nothing by which a marking code could be copied."""

import logging

import pytest

from packdesk.logs import FILE, FOLDER, masked, start_log, stop_log

KEY = "ACMA:rHqOTZNzEnrGALcaZ1iN:4a1b2c3d"
CODE = "0104601234567893215AbC/-xyz\x1d91EE11\x1d92tail+of/the=code"


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        f"Api-Key: {KEY}",
        f"api-key={KEY}",
        f"{{'Api-Key': '{KEY}'}}",
        f'{{"api-key":"{KEY}"}}',
        f"failed with key {KEY}, again",
        "Api-Key: something-that-has-no-form",
        f"(b'Api-Key', b'{KEY}')",
        f"PACKDESK_API_KEY={KEY}",
        "PACKDESK_API_KEY=something",
        KEY.replace(":", "%3A"),
        KEY.lower().replace("rhqotznzenrgalcaz1in", "rHqOTZNzEnrGALcaZ1iN"),
        f"https://api.example/?api_key={KEY}&page=2",
        "Authorization: Bearer something",
        "Authorization: OAuth something",
    ],
)
def test_no_form_of_a_key_comes_through(text):
    told = masked(text)
    assert "rHqOTZNzEnrGALcaZ1iN" not in told
    assert "4a1b2c3d" not in told
    assert "something" not in told


@pytest.mark.parametrize("form", [str, repr, lambda code: code.replace("\x1d", "\\u001d")])
def test_a_code_is_cut_to_its_gtin_and_a_sign_or_three(form):
    told = masked(f"scan {form(CODE)} refused")
    assert "04601234567893" in told
    assert "refused" in told
    for secret in ("/-xyz", "91EE11", "tail+of"):
        assert secret not in told


@pytest.mark.parametrize(
    "text",
    [
        "order 51234567011: layout sent, 2 boxes (http 200)",
        "2026-11-21 02:45:48,123 INFO packdesk.station 3 orders in 0.123456 s",
        "cis gtin=04601234567893 serial_length=6 issues=W_NO_CRYPTO status=OK substatus=-",
        "EAN 4607809591508 and GTIN 04601234567893 are on no good",
        "POST https://api.example/v2/campaigns/12345678/orders/51234567011/boxes HTTP 420",
        'File "/home/anna/packdesk/domain/codes/judge.py", line 101, in judge',
        "track 80083760148812 has been used",
        "label 51234567011-1 of 2, page A7, notes are 3 lines long",
        r"C:\Users\Anna\AppData\Local\PackDesk\journal.db is locked",
    ],
)
def test_plain_text_stays(text):
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Order(id=1, notes='Ring at 5, call Anna', fake=False)", "Anna"),
        ('Order(id=1, notes="it\'s for Anna", fake=False)', "Anna"),
        ('{"notes":"say \\"hello\\" to Anna","fake":false}', "Anna"),
        ('{"buyer": {"firstName": "Anna", "phone": "+7 900"}}', "Anna"),
        ("Buyer(first_name='Anna')", "Anna"),
        ('"eacCode": "123456"', "123456"),
        ("UIN 6432400520931660 was sold", "0520931660"),
        ("UIN 6432 4005 2093 1660 was sold", "2093 1660"),
        ("/v1?uin=6432400520931660&x=1", "0520931660"),
        ("GTD 10702070/240723/3301780 is unknown", "3301780"),
        ("GTD 10702070-240723-3301780", "3301780"),
        ("GTD_10702070_240723_3301780.pdf", "3301780"),
        ("10702070%2F240723%2F3301780", "3301780"),
        ("RNPT 10702070/041123/3448134/2.", "3448134"),
        ("107020702407233301780", "3301780"),
        ("fur RU-430301-AAA0020659 is unknown", "0020659"),
        ("pack 00000046198488X?io+qCABm8wAYa", "X?io+qC"),
        ("half a code: 215Qbag!\x1d93Zjqw", "bag!"),
        ("a tail: 92dGVzdGgUDZKISuwvUUiqzzWuUNnBVJhvRbOxG2W2Tg8= alone", "GgUDZ"),
    ],
)
def test_what_belongs_to_a_buyer_or_to_one_good_is_hidden(text, hidden):
    assert hidden in text
    assert hidden not in masked(text)


def test_the_file_is_masked_in_arguments_and_tracebacks(tmp_path):
    handler = start_log(tmp_path)
    log = logging.getLogger("packdesk.test")
    try:
        log.warning("key %s and code %r", KEY, CODE)
        log.error("it broke", exc_info=ValueError(KEY))
        log.debug("too fine to be kept")
    finally:
        stop_log(handler)
    written = (tmp_path / FOLDER / FILE).read_text(encoding="utf-8")
    assert "it broke" in written
    assert "ValueError" in written
    assert KEY not in written
    assert "rHqOTZ" not in written
    assert "tail+of" not in written
    assert "too fine" not in written


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / FOLDER).write_text("a file is in the way")
    with pytest.raises(OSError, match=FOLDER):
        start_log(tmp_path)


def test_after_the_end_nothing_is_written(tmp_path):
    handler = start_log(tmp_path)
    log = logging.getLogger("packdesk.test")
    log.warning("first")
    stop_log(handler)
    assert handler not in logging.getLogger("packdesk").handlers
    assert "first" in (tmp_path / FOLDER / FILE).read_text(encoding="utf-8")
