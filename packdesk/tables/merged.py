"""Merged cells of an XLSX file, read from its parts: openpyxl tells them only for whole loads."""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from openpyxl.utils import column_index_from_string

_MERGE = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"'
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MOST_MERGES = 20_000


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells merged into one; lines from 1, ``left`` is the column from 0."""

    top: int
    bottom: int
    left: int


def merges_of(data: bytes) -> dict[str, tuple[Merge, ...]]:
    """The merges of more than one line, by the title of the sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
            return {}
        targets = {
            one.get("Id"): posixpath.normpath(posixpath.join("/xl", one.get("Target", "")))[1:]
            for one in ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - expat stops entity bombs
        }
        book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - as above
        sheets = {
            one.get("name", ""): targets.get(one.get(_RELATION))
            for one in book.iter()
            if one.tag.endswith("}sheet")
        }
        return {
            title: _merges(archive.read(part)) for title, part in sheets.items() if part in names
        }


def _merges(xml: bytes) -> tuple[Merge, ...]:
    found = []
    for number, match in enumerate(_MERGE.finditer(xml)):
        if number >= MOST_MERGES:
            break
        top, bottom = int(match[2]), int(match[3])
        if bottom > top:
            found.append(Merge(top, bottom, column_index_from_string(match[1].decode()) - 1))
    return tuple(found)
