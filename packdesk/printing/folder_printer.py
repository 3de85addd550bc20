"""A printer that puts each job into a folder: for the sandbox, and for shops that print from one."""

import re
from pathlib import Path

from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.whole_files import is_pdf, write_whole
from packdesk.station.errors import LabelUnreadable, PrinterFault, PrinterUnavailable
from packdesk.station.ports import LabelPrinter


class FolderPrinter(LabelPrinter):
    """Each job becomes ``<order>-<n>.pdf``, n counting 1.. for an order, and is there whole.

    The folder belongs to one program; it is made when the first job comes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @override
    def print_labels(self, order: OrderId, page: LabelFormat, pdf: bytes) -> None:
        if not is_pdf(pdf):
            raise LabelUnreadable(f"{order}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._folder / f"{order}-{self._jobs(order) + 1}.pdf", pdf)
        except OSError as error:
            raise PrinterUnavailable(
                str(self._folder), str(error.strerror), PrinterFault.NOT_WRITABLE
            ) from error

    def _jobs(self, order: OrderId) -> int:
        """The number of the last job of this order in the folder, 0 for none."""
        job = re.compile(rf"{order}-([0-9]+)\.pdf", re.IGNORECASE)
        found = (job.fullmatch(file.name) for file in self._folder.iterdir())
        return max((int(match[1]) for match in found if match), default=0)
