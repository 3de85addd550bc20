"""Text that a scanner typed under the Russian keyboard layout, turned back into Latin.

Windows "Russian" and X11 `ru` are one map; it is one-to-one, so a text typed entirely under it is
recovered exactly. Other Cyrillic layouts are refused.
"""

import re

from packdesk.domain.codes.severity import IssueCode

_US = (
    "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./"
    '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?'
)
_RU = (
    "ё1234567890-=йцукенгшщзхъфывапролджэ\\ячсмитьбю."
    'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ,'
)
_TO_LATIN = str.maketrans(_RU, _US)
_TO_RUSSIAN = str.maketrans(_US, _RU)
_RUSSIAN = re.compile("[А-Яа-яЁё№]")
# `&'<>` are legal in codes, and no key of the Russian layout types them.
_NOT_RUSSIAN = re.compile("[A-Za-z&'<>]")


def repaired(text: str) -> tuple[str, IssueCode]:
    """A text that is not ASCII as the US layout would have typed it.

    The second value is `I_LAYOUT_FIXED`, or why the text cannot be recovered.
    """
    if _RUSSIAN.search(text) is None:
        return text, IssueCode.E_NON_ASCII
    if _NOT_RUSSIAN.search(text) is not None:
        return text, IssueCode.E_LAYOUT_MIXED
    latin = text.translate(_TO_LATIN)
    return latin, IssueCode.I_LAYOUT_FIXED if latin.isascii() else IssueCode.E_NON_ASCII


def on_other_layout(text: str) -> str:
    """What the same keys type on the other layout, Russian or US."""
    return text.translate(_TO_RUSSIAN if _RUSSIAN.search(text) is None else _TO_LATIN)
