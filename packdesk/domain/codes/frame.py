"""What stands around a scanned text: whitespace, control characters, AIM identifiers, FNC1."""

import re
from dataclasses import dataclass

from packdesk.domain.codes import layout_text
from packdesk.domain.codes.kinds import GS, Symbol
from packdesk.domain.codes.severity import IssueCode

# Whitespace is named: to Python the separator 0x1D is whitespace too.
_EDGES = " \t\r\n\x00\x02\x03\x04\xa0\u2009\u200b\u202f\u2060\ufeff"
_EDGES_AND_GS = _EDGES + GS
_CONTROL = re.compile("[\x00-\x1c\x1e\x1f\x7f-\x9f]")
# Alt+29 types the CP437 glyph of 0x1D; U+241D is its control picture. Neither is in any code.
_GLYPHS = re.compile("[\u2194\u241d]")
_ODD = re.compile("[\xa0\xa9\xe8\u2009\u202f\u2194\u241d\udce8]")
_WIDE_SPACES = str.maketrans("\xa0\u2009\u202f", "   ")
_COPYRIGHT = re.compile("\xa9(?=91|92|93|240|8005|310|335|$)")

# Some readers give FNC1 at the start as its codeword, 232.
_CODEWORD = re.compile(r"^(\][A-Za-z][0-9])?[\xe8\udce8]+(?=01[0-9]{14})")

_AIM = re.compile(r"(?:\][A-Za-z][0-9])+")
_GS1_SYMBOLS = frozenset({"]d2", "]d8", "]C1", "]Q3", "]e0"})
# Atomic: a long run of these must not be tried in every grouping.
_LEADING_FNC1 = re.compile(
    r"(?>"
    "\x1d"
    r"|[\[{<(](?:FNC1|GS)[\]}>)]"
    r"|\\u001d|\\x1d|\\029|~d029|~d232|~1"
    r"|_x001D_|&#29;|&#x1D;"
    r"|\^\]|[~|@^\]\[{}#$`\\ ]"
    r")++(?=01[0-9]{14})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unframed:
    """A text without its frame, in Latin letters.

    Attributes:
        text: What is left; may be empty.
        symbol: What the AIM identifier said.
        repairs: What was done, in order.
        error: Why the text cannot be read, or None.
    """

    text: str
    symbol: Symbol
    repairs: tuple[IssueCode, ...]
    error: IssueCode | None


def trimmed(raw: str) -> str:
    """The text without the whitespace and frame characters around it."""
    return raw.strip(_EDGES)


def as_written(raw: str) -> tuple[str, tuple[IssueCode, ...]]:
    """The text without its frame, its letters as they are, and what was done."""
    text = raw.strip(_EDGES_AND_GS)
    while (aim := _AIM.match(text)) is not None:
        text = text[aim.end() :].strip(_EDGES_AND_GS)
    cut_off = _AIM.match(raw.strip(_EDGES_AND_GS)) is not None
    return text, (IssueCode.I_AIM_PREFIX,) if cut_off else ()


def has_control(text: str) -> bool:
    """Whether a control character other than the separator is inside."""
    return _CONTROL.search(text) is not None


def unframed(raw: str) -> Unframed:
    """Takes off the frame and undoes the keyboard layout."""
    text = raw.strip(_EDGES)
    repairs: list[IssueCode] = []
    if not text.isascii() and _ODD.search(text) is not None:
        text = _glyphs_replaced(text, repairs)
    if _CONTROL.search(text) is not None:
        return Unframed(text, Symbol.UNTOLD, tuple(repairs), IssueCode.E_CONTROL)
    if not text.isascii():
        text, finding = layout_text.repaired(_without_fnc1(text, repairs))
        if finding is not IssueCode.I_LAYOUT_FIXED:
            return Unframed(text, Symbol.UNTOLD, tuple(repairs), finding)
        repairs.append(finding)
    symbol = Symbol.UNTOLD
    while not text.startswith("01"):
        aim = _AIM.match(text)
        bare = text if aim is None else text[aim.end() :].strip(_EDGES)
        if aim is not None and symbol is Symbol.UNTOLD:
            symbol = Symbol.GS1 if aim[0][:3] in _GS1_SYMBOLS else Symbol.PLAIN
            repairs.append(IssueCode.I_AIM_PREFIX)
        bare = _without_fnc1(bare, repairs)
        if bare == text:
            break
        text = bare
    if text.endswith(GS):
        text = text.rstrip(_EDGES_AND_GS)
        repairs.append(IssueCode.I_TRAILING_GS)
    return Unframed(text, symbol, tuple(repairs), None)


def _glyphs_replaced(text: str, repairs: list[IssueCode]) -> str:
    text = text.translate(_WIDE_SPACES)
    text, glyphs = _GLYPHS.subn(GS, text)
    if glyphs:
        repairs.append(IssueCode.I_GS_TOKEN)
    text = _CODEWORD.sub("\\1\x1d", text)
    text, signs = _COPYRIGHT.subn(GS, text)
    if signs:
        repairs.append(IssueCode.I_ALT_SEPARATOR)
    return text


def _without_fnc1(text: str, repairs: list[IssueCode]) -> str:
    leading = _LEADING_FNC1.match(text)
    if leading is not None:
        repairs.append(IssueCode.I_LEADING_FNC1)
        return text[leading.end() :]
    if not text.startswith(GS):
        return text
    repairs.append(IssueCode.I_LEADING_FNC1)
    return text.lstrip(_EDGES_AND_GS)
