"""A printer and a label store in memory; they pass the contract tests of the real ones."""

from dataclasses import dataclass

from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import Fingerprint
from packdesk.station.errors import LabelUnreadable, PrinterUnavailable
from packdesk.station.ports import LabelPrinter, LabelStore

_HEADER = b"%PDF-"


@dataclass(frozen=True, slots=True)
class Job:
    """What came out of the printer."""

    order: OrderId
    page: LabelFormat
    pdf: bytes


class MemoryPrinter(LabelPrinter):
    """Keeps its jobs in ``jobs``; takes none while ``unplugged``."""

    def __init__(self) -> None:
        self.jobs: tuple[Job, ...] = ()
        self.unplugged = False

    @override
    def print_labels(self, order: OrderId, page: LabelFormat, pdf: bytes) -> None:
        if _HEADER not in pdf:
            raise LabelUnreadable(str(order))
        if self.unplugged:
            raise PrinterUnavailable("memory", "unplugged")
        self.jobs += (Job(order, page, pdf),)


class MemoryLabels(LabelStore):
    """Keeps labels by name; takes none while ``full``."""

    def __init__(self) -> None:
        self.full = False
        self._labels: dict[str, bytes] = {}

    @override
    def save(self, order: OrderId, layout: Fingerprint, pdf: bytes) -> str:
        name = f"{order}-{layout}.pdf"
        if _HEADER not in pdf:
            raise LabelUnreadable(name)
        if self.full:
            raise PrinterUnavailable("memory", "full")
        self._labels[name] = pdf
        return name

    @override
    def load(self, name: str) -> bytes:
        if name not in self._labels:
            raise LabelUnreadable(name)
        return self._labels[name]
