"""What copying does to a code: quotes, XML and HTML escapes, spreadsheet and JSON escapes."""

import re
from collections.abc import Iterator

from packdesk.domain.codes.kinds import GS
from packdesk.domain.codes.severity import IssueCode

_TAIL_AI = r"(?=91|92|93|240|8005|310[0-9]|335[0-9]|10|17[0-9]{6}|21|$)"
# Spreadsheets write a control character as `_xHHHH_`; 0x1E and 0x1F come from label software.
_ESCAPED_GS = re.compile(r"(?:_x001D_|&#29;|&#0*29;|&#x0*1D;|[\x1e\x1f])" + _TAIL_AI, re.IGNORECASE)
# A backslash is no character of any code, so a JSON escape is one for certain.
_JSON_GS = re.compile(r"\\{1,4}(?:u001d|x1d)", re.IGNORECASE)
_JSON = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([\"'/\\]))")
_ENTITY = re.compile(r"&(?:lt|gt|quot|amp|apos|#3[49]|#60|#62|#38);")
_ENTITIES = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&amp;": "&",
    "&apos;": "'",
    "&#34;": '"',
    "&#39;": "'",
    "&#60;": "<",
    "&#62;": ">",
    "&#38;": "&",
}
_ZERO_WIDTH = str.maketrans("", "", "\u200b\u200c\u200d\u2060\ufeff")
_EDGES = " \t\r\n\xa0"


def readings(raw: str) -> Iterator[tuple[str, tuple[IssueCode, ...]]]:
    """The texts a pasted one may stand for, the least repaired first.

    Entities and doubled quotes are made of characters that a serial may hold, so undoing them is
    offered beside the text itself.

    Yields:
        A text and what was done to get it.
    """
    text, repairs = _certain(raw)
    yield text, repairs
    repairs = (*repairs, IssueCode.I_UNESCAPED)
    offered = {text}
    undoubled = text.replace('""', '"')
    for reading in (_entities_read(text), undoubled, _entities_read(undoubled)):
        if reading not in offered:
            offered.add(reading)
            yield reading, repairs


def _certain(raw: str) -> tuple[str, tuple[IssueCode, ...]]:
    repairs: list[IssueCode] = []
    text = raw.strip(_EDGES)
    if not text.isascii():
        text = text.translate(_ZERO_WIDTH)
    told = _JSON_GS.sub(GS, text)
    if told != text:
        repairs.append(IssueCode.I_GS_TOKEN)
    unwrapped = _unwrapped(told)
    unescaped = _JSON.sub(_json_character, unwrapped) if "\\" in unwrapped else unwrapped
    if unescaped != told:
        repairs.append(IssueCode.I_UNESCAPED)
    if GS in unescaped:
        return unescaped, tuple(repairs)
    separated = _ESCAPED_GS.sub(GS, unescaped)
    if separated != unescaped:
        repairs.append(IssueCode.I_GS_TOKEN)
    return separated, tuple(repairs)


def _unwrapped(text: str) -> str:
    # No code begins with a quote, so a pair around it is the wrapping of a CSV or JSON value.
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"')
    return text


def _json_character(escape: re.Match[str]) -> str:
    wide, narrow, plain = escape.groups()
    return plain or chr(int(wide or narrow, 16))


def _entities_read(text: str) -> str:
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], text)
