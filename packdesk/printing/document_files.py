"""The folder of PDFs that are no order's label: label reports and reception acts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from typing_extensions import override

from packdesk.printing.whole_files import is_pdf, write_whole
from packdesk.station.errors import LabelUnreadable, PrinterFault, PrinterUnavailable
from packdesk.station.ports import Documents

_NAME: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,99}", re.ASCII)
"""Names that mean a file of this folder on every system."""
_OTHER: Final = re.compile(r"[^0-9A-Za-z_-]", re.ASCII)


class DocumentFiles(Documents):
    """Keeps documents as ``<name>.pdf``; an older one of the same name is never replaced."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @override
    def keep(self, name: str, pdf: bytes) -> str:
        *_, place = self._places(name)
        if not is_pdf(pdf):
            raise LabelUnreadable(name)
        try:
            write_whole(place, pdf)
        except OSError as error:
            raise PrinterUnavailable(
                str(self._folder), str(error.strerror), PrinterFault.NOT_WRITABLE
            ) from error
        return str(place)

    @override
    def kept(self, name: str) -> str:
        *older, _ = self._places(name)
        return str(older[-1]) if older else ""

    def _places(self, name: str) -> Iterator[Path]:
        """The files that are kept under a name, oldest first, and the one for the next."""
        safe = _OTHER.sub("_", name)[:90]
        if not _NAME.fullmatch(safe):
            raise ValueError(f"no name for a document: {name!r}")
        place = self._folder / f"{safe}.pdf"
        number = 2
        while place.exists():
            yield place
            place = self._folder / f"{safe}-{number}.pdf"
            number += 1
        yield place
