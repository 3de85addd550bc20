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


def test_plain_text_stays():
    text = "order 51234567011: layout sent, 2 boxes (http 200)"
    assert masked(text) == text


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
