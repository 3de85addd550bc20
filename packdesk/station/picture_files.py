"""Pictures of goods as files in a folder: a cache, so nothing that fails here matters."""

import contextlib
import logging
import os
import secrets
from hashlib import sha256
from pathlib import Path

MOST_BYTES = 200 * 1024 * 1024
ROOM_LEFT = 0.1
"""So much of the whole is cleared at once, since clearing reads the whole folder."""

log = logging.getLogger(__name__)


class PictureFiles:
    """Keeps the pictures used last, up to a size. One thread at a time; nothing raises.

    Args:
        folder: Holds nothing else; made when first needed.
        most_bytes: How much all files may hold together.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._held: int | None = None

    def load(self, url: str) -> bytes | None:
        """A kept picture, which becomes the one used last; None where there is none."""
        path = self._path(url)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return content

    def keep(self, url: str, content: bytes) -> None:
        """Put a picture in its place, whole or not at all; the oldest make room for it."""
        path = self._path(url)
        unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(content)
            unfinished.replace(path)
        except OSError as error:
            log.warning("a picture is not kept: %s", error)
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
            return
        if self._held is None:
            self._held = sum(size for _, _, size in self._files())
        else:
            self._held += len(content)
        if self._held > self._most_bytes:
            self._held = self._clear(newest=path)

    def drop(self, url: str) -> None:
        """Put a picture away that is of no use."""
        with contextlib.suppress(OSError):
            self._path(url).unlink(missing_ok=True)

    def _path(self, url: str) -> Path:
        return self._folder / sha256(url.encode("utf-8", "surrogatepass")).hexdigest()

    def _files(self) -> list[tuple[int, Path, int]]:
        """When each was used last, where it is, its size."""
        found = []
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                with contextlib.suppress(OSError):
                    told = path.stat()
                    found.append((told.st_mtime_ns, path, told.st_size))
        return found

    def _clear(self, newest: Path) -> int:
        """Remove the oldest, unfinished ones too; gives what is left in bytes."""
        files = sorted(self._files())
        held = sum(size for _, _, size in files)
        for _, path, size in files:
            if held <= self._most_bytes * (1 - ROOM_LEFT):
                break
            if path != newest:
                with contextlib.suppress(OSError):
                    path.unlink()
                    held -= size
        return held
