"""What the scans of this table have taught about the codes of goods. Journal lane."""

import contextlib
import json
import logging
import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

log = logging.getLogger(__name__)

_GTIN = re.compile("[0-9]{14}")
_LONGEST = 100
_NOTHING: Mapping[str, frozenset[int]] = MappingProxyType({})


class SerialLengths:
    """Per GTIN the serial lengths seen in scans that were whole, separators and tail.

    A code that lost its separators can then be read rightly where its shape alone leaves a choice,
    and one that lost its tail is known to be cut. The lessons outlive the program in one small
    file; with no ``path`` they live in memory. Nothing raises: what cannot be kept is learned anew.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._seen: Mapping[str, frozenset[int]] | None = None

    @property
    def seen(self) -> Mapping[str, frozenset[int]]:
        """A snapshot that stays as it is; the file is read by the first who asks."""
        if self._seen is None:
            self._seen = _NOTHING if self._path is None else _read(self._path)
        return self._seen

    def learn(self, gtin: str, length: int) -> None:
        """One more scan has proved its length."""
        known = self.seen.get(gtin, frozenset())
        if length not in known:
            self._seen = MappingProxyType({**self.seen, gtin: known | {length}})
            if self._path is not None:
                _keep(self._path, self._seen)


def _read(path: Path) -> Mapping[str, frozenset[int]]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        lessons = {gtin: frozenset(lengths) for gtin, lengths in told["serial_lengths"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return _NOTHING
    return MappingProxyType({gtin: seen for gtin, seen in lessons.items() if _sound(gtin, seen)})


def _sound(gtin: str, lengths: frozenset[object]) -> bool:
    in_range = all(type(one) is int and 0 < one <= _LONGEST for one in lengths)
    return bool(lengths) and in_range and _GTIN.fullmatch(gtin) is not None


def _keep(path: Path, seen: Mapping[str, frozenset[int]]) -> None:
    """Put the lessons in their place, whole or not at all."""
    text = json.dumps({"serial_lengths": {gtin: sorted(seen[gtin]) for gtin in sorted(seen)}})
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        log.info("the lessons are not kept: %s", error)
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
