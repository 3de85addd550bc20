"""Small files that are caches: whole or not at all, and nothing that fails here matters."""

import contextlib
import logging
import secrets
from pathlib import Path

log = logging.getLogger(__name__)


def put(path: Path, text: str) -> None:
    """Put a text in its place; what cannot be written is told in the log alone."""
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        log.info("%s is not kept: %s", path.name, error)
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
