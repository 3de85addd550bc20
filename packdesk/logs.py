"""Log files: rotated, and masked so that no key and no code tail ever stands in them."""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

FOLDER = "logs"
FILE = "packdesk.log"
BYTES, FILES = 1_000_000, 5

KEY = re.compile(r"ACMA:[^\s\"']+|(?i:api-key)['\"]?\s*[:=]\s*['\"]?[^\s\"',}]+")
TAIL = re.compile(r"(01\d{14}21.{0,3})[^\s\"']*|(\x1d|\\u001d|\\x1d)[^\s\"']*")


def masked(text: str) -> str:
    """The text without keys and without what proves a marking code (its tail and serial)."""
    return TAIL.sub(lambda found: f"{found[1] or ''}…", KEY.sub("…", text))


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
