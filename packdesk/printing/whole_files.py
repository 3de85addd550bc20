"""Files that are there whole or not at all."""

import os
import secrets
from pathlib import Path

_HEADER_WITHIN = 1024


def is_pdf(data: bytes) -> bool:
    """Whether the bytes begin as a PDF does: readers take a header within the first 1024 bytes."""
    return b"%PDF-" in data[:_HEADER_WITHIN]


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in its place, on the disk, in one move; its folder is made where there is none.

    Raises:
        OSError: it could not be written; what was there before still is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with unfinished.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
