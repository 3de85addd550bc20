"""Log files: rotated, and masked so that no key, no code and nothing of a buyer stands in them."""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

FOLDER = "logs"
FILE = "packdesk.log"
BYTES, FILES = 1_000_000, 5

_KEYS = re.compile(
    r"ACMA(?::|%3A)[^\s\"']+"
    r"|api[-_ ]?key['\"]?\s*[:=,]\s*b?['\"]?[^\s\"',}]+"
    r"|(?:bearer|oauth)\s+[^\s\"',}]+",
    re.IGNORECASE,
)
_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_BUYERS = re.compile(
    r"\b((?:notes?|comment|first_?name|last_?name|middle_?name|phone|e-?mail|eac_?code)"
    rf"['\"]?\s*[:=]\s*)(?:{_QUOTED})",
    re.IGNORECASE,
)

# What a run of signs without a blank tells; 0x1D is a blank to Python, not to a scanner.
_RUN = re.compile(r"[^ \t\r\n]+")
_JOINT = r"(?:%[0-9A-Fa-f]{2}|[^\w%]){0,4}"
# Not amid a number, but behind what names the kind of a symbol ("]d2").
_START = r"(?:(?<![0-9])|(?<=\][A-Za-z][0-9]))"
_CODE = re.compile(
    r"((?:\][A-Za-z][0-9])?01[0-9]{14}21.{0,3}).*"
    rf"|{_START}([0-9]{{14}})(?![0-9]).{{7,}}"
    rf"|{_START}([0-9]{{3}})[0-9]{{12,}}.{{7,}}"
    rf"|{_START}(01[0-9]{{8}}).{{10,}}",
    re.DOTALL,
)
_FUR = re.compile(r"([A-Z]{2}-[0-9]{6}-)[A-Z]{3}[0-9]{7}", re.IGNORECASE)
_SEPARATOR = re.compile(
    "[\x1d\x1e\x1f\u241d\u2194]|\\\\(?:u00|x)1d|\\\\029|%1d|%e2%90%9d|~d029|_x001d_|&#(?:29|x1d);"
    r"|[\[{<(](?:gs|fnc1)[\]}>)]|%(?:28|3c|5b|7b)(?:gs|fnc1)%",
    re.IGNORECASE,
)
_TAIL = re.compile("92[0-9A-Za-z+/]{43}=|92[0-9A-Za-z+/]{86}==")
_SLASH = r"(?:[/\\]|%2F|%5C)"
_CUSTOMS = re.compile(
    rf"({_START}(?:[0-9]{{8}}|[0-9]{{5}}|[0-9]{{2}}){_SLASH}[0-9]{{6}}{_SLASH})\w{{1,7}}"
    rf"(?:{_SLASH}[0-9]{{1,5}})?"
    r"|([0-9]{8}[-.,|_ \u2013\u2014][0-9]{6}[-.,|_ \u2013\u2014])\w{1,7}(?:[-.,|_ ][0-9]{1,5}(?![0-9]))?",
    re.IGNORECASE,
)
_UIN = re.compile("([0-9]{3})[0-9]{13,}")
_SPACED_UIN = re.compile(rf"{_START}([0-9]{{3}})[0-9](?: [0-9]{{4}}){{3}}(?![0-9])")
# Codes as people write them, and separators that are blanks: the rest follows behind the head.
_SPACED_HEAD = re.compile(rf"01{_JOINT}([0-9]{{14}}){_JOINT}21{_JOINT}")
_SPACED_TAIL = re.compile(
    r"(?<=\u2026)(?:[ \t]+[^\w\s]?(?:9[123]|240|8005|3[13][05][0-9])(?:[^\w\s][ \t]?)?[^ \t\r\n]*)+"
)


def masked(text: str) -> str:
    """The text without keys, buyers' words and what proves or names one marking code.

    Of a code its product and at most three signs of the serial stay; whatever stands after it up to
    the next blank goes with it, since a serial may hold any sign.
    """
    text = _KEYS.sub("\u2026", text)
    text = _BUYERS.sub("\\1\u2026", text)
    text = _CUSTOMS.sub(_beginning, text)
    text = _SPACED_UIN.sub(_beginning, text)
    text = _SPACED_HEAD.sub(r"01\g<1>21", text)
    return _SPACED_TAIL.sub("", _RUN.sub(_run_masked, text))


def _run_masked(run: re.Match[str]) -> str:
    told = _CODE.sub(_beginning, run[0])
    if told != run[0]:
        return told
    if _SEPARATOR.search(told) is not None:
        return "\u2026"
    return _UIN.sub(_beginning, _TAIL.sub("92\u2026", _FUR.sub(_beginning, told)))


def _beginning(found: re.Match[str]) -> str:
    return f"{next(filter(None, found.groups()))}\u2026"


class MaskingFormatter(logging.Formatter):
    """Masks the finished line, so that arguments and tracebacks are covered, too."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


def start_log(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Write the log of this run to a data folder; the handler is to be given to ``stop_log``.

    Raises:
        OSError: the folder cannot be written.
    """
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        place / FILE, maxBytes=BYTES, backupCount=FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(MaskingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("packdesk")
    root.addHandler(handler)
    root.setLevel(level)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the file."""
    logging.getLogger("packdesk").removeHandler(handler)
    handler.close()
