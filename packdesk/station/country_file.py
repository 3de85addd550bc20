"""The Market's list of countries as a small file: a cache, so nothing that fails here matters."""

import json
import re
from datetime import datetime
from pathlib import Path

from packdesk.station.ports import KnownCountries
from packdesk.station.small_file import put

_CODE = re.compile("[A-Z]{2}")


class CountryFile:
    """Keeps the list in one JSON file. One thread at a time; nothing raises."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> KnownCountries | None:
        """The kept list; None where there is none that can be read."""
        try:
            told = json.loads(self._path.read_text(encoding="utf-8"))
            codes = tuple(code for code in told["countries"] if _CODE.fullmatch(code))
            asked_at = datetime.fromisoformat(told["asked_at"])
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        return KnownCountries(codes, asked_at) if codes and asked_at.tzinfo is not None else None

    def keep(self, known: KnownCountries) -> None:
        """Put a list in its place, whole or not at all."""
        text = json.dumps({"asked_at": known.asked_at.isoformat(), "countries": known.codes})
        put(self._path, text)
