"""The log of requests and answers: in memory, and as JSON lines in a file."""

import json
from collections import deque
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import Any, TextIO

KEPT = 20_000
# How many characters of a key are shown.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """One request and its answer.

    Attributes:
        time: ISO 8601, when the answer was ready.
        method: GET, PUT, POST.
        path: Without the query.
        query: As sent, without the question mark.
        operation: The API's operation id; empty for an unknown path.
        key: The Api-Key, masked; None if there was none.
        request: The body: the JSON value, else the text; None if empty.
        status: HTTP status; 0 if the connection was dropped instead of an answer.
        response: The body: the JSON value, the text, or ``{"pdf_bytes": n}`` or
            ``{"png_bytes": n}``; None if dropped.
    """

    time: str
    method: str
    path: str
    query: str
    operation: str
    key: str | None
    request: Any
    status: int
    response: Any


class RequestLog:
    """Keeps the newest records, and writes each to a file at once. Any thread.

    Args:
        path: Where to append; None for memory only.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._lock = Lock()
        self._records: deque[RequestRecord] = deque(maxlen=KEPT)
        self._path = path
        self._file: TextIO | None = None

    def open(self) -> None:
        """Open the file, if there is to be one; ``OSError`` if it cannot be."""
        with self._lock:
            if self._path is not None and self._file is None:
                self._file = self._path.open("a", encoding="utf-8")

    def add(self, record: RequestRecord) -> None:
        """Keep a record."""
        with self._lock:
            self._records.append(record)
            if self._file is not None:
                self._file.write(json.dumps(asdict(record), ensure_ascii=False) + "\n")
                self._file.flush()

    def records(self) -> tuple[RequestRecord, ...]:
        """What was kept, oldest first."""
        with self._lock:
            return tuple(self._records)

    def close(self) -> None:
        """Close the file; records stay readable."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None


def masked(key: str | None) -> str | None:
    """A key that can be told from others but not used."""
    if key is None:
        return None
    return f"{key[:SHOWN]}***" if len(key) > 4 * SHOWN else "***"


def readable(body: bytes) -> Any:
    """A body as JSON value where it is one, else as text; None if it is empty."""
    if not body:
        return None
    if body.startswith(b"%PDF"):
        return {"pdf_bytes": len(body)}
    if body.startswith(b"\x89PNG"):
        return {"png_bytes": len(body)}
    text = body.decode("utf-8", errors="replace")
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return text
