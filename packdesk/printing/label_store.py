"""The folder in which every label PDF is kept that was fetched from the Market."""

import re
from pathlib import Path
from typing import Final

from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.domain.layout import Fingerprint
from packdesk.printing.whole_files import is_pdf, write_whole
from packdesk.station.errors import LabelUnreadable, PrinterFault, PrinterUnavailable
from packdesk.station.ports import LabelStore

_NAME: Final = re.compile(r"[0-9]{1,19}-[0-9A-Za-z]{1,64}\.pdf", re.ASCII)
"""Names that mean a file of this folder on every system; no other is read or written."""


class LabelFiles(LabelStore):
    """Keeps labels as ``<order>-<fingerprint>.pdf``; a newer PDF of one layout replaces the older.

    The folder is made when the first label is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @override
    def save(self, order: OrderId, layout: Fingerprint, pdf: bytes) -> str:
        name = f"{order}-{layout}.pdf"
        if not _NAME.fullmatch(name):
            raise ValueError(f"no name for a label: {name!r}")
        if not is_pdf(pdf):
            raise LabelUnreadable(name)
        try:
            write_whole(self._folder / name, pdf)
        except OSError as error:
            raise PrinterUnavailable(
                str(self._folder), str(error.strerror), PrinterFault.NOT_WRITABLE
            ) from error
        return name

    @override
    def load(self, name: str) -> bytes:
        if not _NAME.fullmatch(name):
            raise LabelUnreadable(name)
        try:
            pdf = (self._folder / name).read_bytes()
        except OSError as error:
            raise LabelUnreadable(name) from error
        if not is_pdf(pdf):
            raise LabelUnreadable(name)
        return pdf
