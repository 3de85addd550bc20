"""What a courier's code looks like: a wrong one costs one of few attempts, so that all else stays."""

import re
from typing import Final

_FILL: Final = re.compile(r"[\s\u00ad\u2010-\u2015\u2212-]+")
"""Blanks and dashes: a code is said, and typed, in groups."""
_CODE: Final = re.compile(r"[0-9A-Za-z]{3,8}", re.ASCII)


def courier_code(text: str) -> str | None:
    """The code in a text that was typed or scanned; None where it can be none."""
    plain = _FILL.sub("", text)
    return plain if _CODE.fullmatch(plain) else None
