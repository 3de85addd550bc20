"""Whatever way a code gets into a log line, neither its serial nor its tail can be read there."""

import html
import json
import re
import string
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from packdesk.logs import masked
from tests.property.code_strategies import GS, Built, codes
from tests.shared_files import shared

SHOWN = 3
SENTENCES = (
    "{}",
    "scan {} refused",
    "{} at the beginning",
    'the Market said: "{}" is unknown',
    "ValueError('{}')",
    '{{"items":[{{"cis":"{}","status":"OK"}}]}}',
    "Cis(full='{}', gtin=None), Cis(full='{}')",
    "http://127.0.0.1:8080/v2/codes?cis={}&page=1 HTTP 400",
    "]d2{}\r\nnext line",
)


def bracketed(text: str) -> str:
    """The code as people write it; anything but a GS1 code stays."""
    if not text.startswith("01") or text[16:18] != "21":
        return text
    tails = "".join(f"({part[:2]}){part[2:]}" for part in text[18:].split(GS)[1:])
    return f"(01){text[2:16]}(21){text[18:].split(GS, maxsplit=1)[0]}{tails}"


def spaced(text: str) -> str:
    """The same, with blanks between its fields."""
    return bracketed(text).replace("(21)", " (21) ", 1).replace("(93)", " (93) ", 1)


def as_json(text: str) -> str:
    return json.dumps(text)[1:-1]


def twice_escaped(text: str) -> str:
    return as_json(as_json(text))


FORMS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "repr": lambda text: repr(text)[1:-1],
    "bytes": lambda text: repr(text.encode())[2:-1],
    "json": as_json,
    "json in json": twice_escaped,
    "markup": html.escape,
    "url": lambda text: quote(text, safe=""),
    "url, kind": quote,
    "form": quote_plus,
    "bracketed": bracketed,
    "spaced": spaced,
    "bracketed url": lambda text: quote(bracketed(text), safe=""),
    "without separators": lambda text: text.replace(GS, ""),
    "blank": lambda text: re.sub(f"{GS}(?=9[123]|240|8005|3[13][05])", " ", text),
    "token": lambda text: text.replace(GS, "<GS>"),
    "picture": lambda text: text.replace(GS, "\u241d"),
}
VECTORS = [
    json.loads(line)
    for line in shared("reference/marking-vectors.jsonl").read_text("utf-8").split("\n")
    if line
]


def secrets(serial: str | None, *tails: str | None) -> set[str]:
    """What must not be read: each as it is and in each form that a line may bring it in."""
    plain = {serial[-8:]} if serial else set()
    plain |= {tail for tail in tails if tail}
    return {form(one) for one in plain for form in FORMS.values()}


def assert_hidden(text: str, hidden: set[str]) -> None:
    for name, form in FORMS.items():
        for sentence in SENTENCES:
            line = sentence.replace("{{", "{").replace("}}", "}").replace("{}", form(text))
            told = masked(line)
            assert [one for one in hidden if one in told] == [], (name, line, told)


@pytest.mark.shared
@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_no_published_code_can_be_read_in_a_line(vector: dict[str, Any]) -> None:
    expected = vector["expected"]
    if expected["kind"] in {"barcode", "track", "sscc", "country"}:
        return
    text = vector["raw"].strip(" \r\n")
    tails = (expected.get("crypto"), expected.get("key"), *_tails(text))
    number = text.replace("-", "/").replace(".", "/").split("/")
    if expected["kind"] in {"gtd", "rnpt"} and expected["kind"] == vector["slot"]:
        tails = (number[2],) if len(number) > SHOWN - 1 else (text[-7:],)
    if vector["id"] == "gtd-bad":
        return
    assert_hidden(text, secrets(expected.get("serial"), *tails))


def _tails(text: str) -> tuple[str, ...]:
    """What follows the first separator, and the end of a text that was no code at all."""
    return tuple(part for part in text.split(GS)[1:] if len(part) > SHOWN)


@settings(deadline=None, max_examples=150)
@given(codes)
def test_no_code_can_be_read_in_a_line(code: Built) -> None:
    pack = () if code.tail else (code.text[-8:],) if not code.text.startswith("01") else ()
    hidden = secrets(code.serial, *code.tail, *pack)
    plain = "".join(SENTENCES) + code.gtin + "01" + code.gtin + "21" + string.digits
    assume(not any(one in plain for one in hidden))
    shown = code.text[18 : 18 + SHOWN]
    assume(not any(one in f"01{code.gtin}21{shown}" for one in hidden))
    assert_hidden(code.text, hidden)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_masked_and_masking_twice_tells_no_more(text: str) -> None:
    told = masked(text)
    assert len(masked(told)) <= len(told)


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "unit",
    ["0", "01", "%1D", "%", "(01)", "(", "\\", "\\u001d", '"notes": "', "'", "ACMA:", "92", "A", "api-key",
     "api-key=", "12345678/", "\u2026 93", "\u2026 ", " 9", "6432 ", "RU-430302-", "bearer ", "]d2", GS],
)  # fmt: skip
def test_a_line_of_fifty_kilobytes_is_no_burden(unit: str) -> None:
    assert masked(unit * (50_000 // len(unit))) is not None
