"""The many spellings of a separator, and which of them may be read as one.

Characters outside GS1 charset 82 cannot belong to a code, so they may stand for a separator.
Tokens of legal characters count only where the text has no real separator and an identifier of a
tail follows, and `<GS>` and `(GS)` only where a person pasted or typed them. `%1D` and a bare `29` are never read as one.
"""

import re
from collections.abc import Iterator

from packdesk.domain.codes.kinds import GS, Channel
from packdesk.domain.codes.severity import IssueCode

_STRONG_AI = r"(?=91|92|93|240|8005|310[0-9]|335[0-9]|$)"
_ANY_AI = r"(?=91|92|93|240|8005|310[0-9]|335[0-9]|10|17[0-9]{6}|21|$)"

_FOREIGN_TOKEN = re.compile(
    r"\\u001d|\\x1d|\\029|~d029|[\[{](?:GS|FNC1)[\]}]|&#(?:29|x1D);",
    re.IGNORECASE,
)
# Six legal characters and more in this order before an identifier are no chance.
_LONG_TOKEN = re.compile("(?:_x001D_|<FNC1>|\\(FNC1\\))" + _ANY_AI, re.IGNORECASE)
_SHORT_TOKEN = re.compile(r"(?:<GS>|\(GS\))" + _ANY_AI, re.IGNORECASE)
_SUBSTITUTE = re.compile(r"(?:\^\]|[~|@^\]\[{}#$`\\ ])" + _STRONG_AI)
_REPEATED = re.compile("\x1d{2,}")


def readings(text: str, channel: Channel) -> Iterator[tuple[str, tuple[IssueCode, ...]]]:
    """The texts a code may mean by its separators, the likeliest first, with what was done.

    Yields:
        A text, its separators single 0x1D and none at the end, and what was done to get it.
    """
    if GS in text:
        yield _tidied(text, ())
        return
    told, tokens = _FOREIGN_TOKEN.subn(GS, text)
    if not tokens:
        told, tokens = _LONG_TOKEN.subn(GS, text)
    if not tokens and channel is not Channel.SCANNER:
        told, tokens = _SHORT_TOKEN.subn(GS, text)
    if tokens:
        yield _tidied(told, (IssueCode.I_GS_TOKEN,))
        return
    told, signs = _SUBSTITUTE.subn(GS, text)
    if signs:
        yield _tidied(told, (IssueCode.I_ALT_SEPARATOR,))
    yield text, ()


def _tidied(text: str, repairs: tuple[IssueCode, ...]) -> tuple[str, tuple[IssueCode, ...]]:
    stripped = text.rstrip(GS)
    if stripped != text:
        repairs = (*repairs, IssueCode.I_TRAILING_GS)
    single = _REPEATED.sub(GS, stripped) if GS + GS in stripped else stripped
    if single != stripped:
        repairs = (*repairs, IssueCode.I_DOUBLE_GS)
    return single, repairs
