"""Answers that could not be read, kept as small files for a report to those who mend the program."""

import logging
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from packdesk.logs import masked
from packdesk.station.errors import MarketAnswerUnreadable

FILES_KEPT: Final = 20

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)(?:"(\s*:)?|\Z)', re.DOTALL)
_WORD = re.compile(r"[A-Z][A-Z0-9_]{0,60}|\d{2,4}[-.]\d{2}[-.]\d{2,4}(?:T[0-9:.+Z-]+)?", re.ASCII)
_OWN_WORDS = frozenset({"message", "code", "timestamp", "path", "error"})
"""Where the Market speaks for itself."""
_OTHER = re.compile(r"[^0-9A-Za-z-]", re.ASCII)

log = logging.getLogger(__name__)


def told_shape(body: str) -> str:
    """The text of an answer without what it says of goods and people.

    Of JSON the keys, numbers, dates and the Market's own words in capitals stay; of any other
    string its length does.
    """
    key = ""

    def shape(found: re.Match[str]) -> str:
        nonlocal key
        text, colon = found[1], found[2]
        if colon is not None:
            key = text
            return found[0]
        if key in _OWN_WORDS or _WORD.fullmatch(text):
            return found[0]
        return f'"\u2026{len(text)}"'

    _, brace, _ = body.partition("{")
    return masked(_STRING.sub(shape, body) if brace else body)


class KeptAnswers:
    """A folder with the latest unreadable answers, masked. Any lane.

    Args:
        folder: Where they are kept; made where there is none.
        now: The aware time.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now

    def keep(self, error: MarketAnswerUnreadable) -> str:
        """Keep what came, and give the file's place; empty where it cannot be written."""
        at = self._now()
        name = f"{at:%Y%m%d-%H%M%S-%f}-{_OTHER.sub('_', error.operation)}.txt"
        order = "-" if error.order is None else error.order
        head = f"{at.isoformat()}\n{error.operation}, order {order}\n"
        place = self._folder / name
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            place.write_text(head + told_shape(error.body), encoding="utf-8")
            for old in sorted(self._folder.glob("*.txt"))[:-FILES_KEPT]:
                old.unlink(missing_ok=True)
        except OSError as trouble:
            log.info("an unreadable answer is not kept: %s", trouble)
            return ""
        return str(place)
