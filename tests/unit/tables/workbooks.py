"""Workbooks as people have them, made on the spot."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

from openpyxl import Workbook


def workbook(*rows: tuple[Any, ...], change: Callable[[Workbook], None] | None = None) -> bytes:
    """An XLSX file with these rows on its first sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if change is not None:
        change(book)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one of its parts changed."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            told = old.read(part)
            new.writestr(part, change(told) if part == name else told)
    return made.getvalue()


def archive(**parts: bytes) -> bytes:
    """A zip archive that is no workbook."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name, data in parts.items():
            new.writestr(name.replace("__", "/").replace("_", "."), data)
    return made.getvalue()
