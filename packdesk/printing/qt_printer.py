"""A printer of the system, through Qt: pages of whole dots, placed in exact millimetres."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.raster import (
    MM_PER_INCH,
    Dots,
    PageSize,
    cut_out,
    page_dots,
    page_sizes,
    paper_of,
)
from packdesk.printing.spooler import SpoolerFault, refused_last_job, spooler_dpi, spooler_fault
from packdesk.station.errors import PrinterFault, PrinterUnavailable, PrintOutcomeUnknown
from packdesk.station.ports import LabelPrinter

FINEST_DPI: Final = 600
"""No label needs finer dots, and a sheet of A4 at 1200 dpi would be 140 million of them."""

_WHITE, _BLACK = 0xFFFFFFFF, 0xFF000000
_PAPER_WITHIN_MM: Final = 1.5
"""Papers are called by rounded sizes, and rolls are cut this exactly."""
_UNIT: Final = QPageSize.Unit.Millimeter


@dataclass(frozen=True, slots=True)
class Papers:
    """What a printer can print on. ``own`` tells whether any size between two limits will do."""

    sizes: tuple[PageSize, ...]
    default: PageSize
    own: tuple[PageSize, PageSize] | None


def printer_names() -> tuple[str, ...]:
    """The printers of this system. May wait for the spooler; any lane."""
    return tuple(QPrinterInfo.availablePrinterNames())


def chosen_paper(page: PageSize, papers: Papers) -> PageSize | None:
    """The paper for a page of a PDF at its true size; None where the printer has none.

    What is in the printer comes first: a roll of 75 x 120 mm is right for an A7 label, whose PDF
    page only has an empty margin more.
    """
    label = paper_of(page)
    known = (papers.default, *papers.sizes)
    for wanted in (page, label):
        for size in known:
            if wanted.is_like(size, _PAPER_WITHIN_MM):
                return size
    if papers.own is not None:
        least, most = papers.own
        if least.width <= page.width <= most.width and least.height <= page.height <= most.height:
            return page
    return None


def finest(dpi: int) -> int:
    """A resolution of which the printer's own is a whole multiple, and which is fine enough."""
    return next(
        dpi // parts
        for parts in range(1, dpi + 1)
        if dpi % parts == 0 and dpi // parts <= FINEST_DPI
    )


class QtPrinter(LabelPrinter):
    """A printer by its name in the system. Print lane: QPrinter and QPainter need no GUI thread.

    A job that the spooler has taken counts as printed: it is the system's from then on, and goes
    on when paper is put in.
    """

    def __init__(self, name: str, ask_spooler: SpoolerFault = spooler_fault) -> None:
        self._name = name
        self._ask_spooler = ask_spooler

    @override
    def print_labels(self, order: OrderId, page: LabelFormat, pdf: bytes) -> None:
        sizes = page_sizes(pdf, str(order))
        info = self._ready()
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(str(order))
        printer.setFullPage(True)
        resolution = finest(spooler_dpi(self._name) or printer.resolution())
        printer.setResolution(resolution)
        per_mm = resolution / MM_PER_INCH
        papers = [self._paper(size, info) for size in sizes]
        # All pages are made before the first goes out, so that a bad one cannot cut a job short.
        pages = tuple(
            (paper, _on_paper(page_dots(pdf, str(order), number, per_mm), paper, per_mm))
            for number, paper in enumerate(papers)
        )
        self._paint(printer, pages)

    def _ready(self) -> QPrinterInfo:
        if not self._name:
            raise PrinterUnavailable("", fault=PrinterFault.NOT_CHOSEN)
        info = QPrinterInfo.printerInfo(self._name)
        if info.isNull():
            raise PrinterUnavailable(self._name, fault=PrinterFault.MISSING)
        fault = self._ask_spooler(self._name)
        if fault is None and info.state() in {
            QPrinter.PrinterState.Error,
            QPrinter.PrinterState.Aborted,
        }:
            fault = PrinterFault.STOPPED
        if fault is not None:
            raise PrinterUnavailable(self._name, fault=fault)
        return info

    def _paper(self, size: PageSize, info: QPrinterInfo) -> PageSize:
        paper = chosen_paper(size, _papers(info))
        if paper is None:
            raise PrinterUnavailable(
                self._name, f"{size.width:.0f}x{size.height:.0f}", PrinterFault.WRONG_PAPER
            )
        return paper

    def _paint(self, printer: QPrinter, pages: tuple[tuple[PageSize, Dots], ...]) -> None:
        printer.setPageLayout(_layout(pages[0][0]))
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterUnavailable(self._name, fault=PrinterFault.REFUSING)
        try:
            for number, (paper, dots) in enumerate(pages):
                if number:
                    self._turn(printer, paper)
                painter.drawImage(0, 0, _image(dots))
        finally:
            painter.end()
        refused = refused_last_job()
        if refused:
            raise PrinterUnavailable(self._name, refused, PrinterFault.REFUSING)

    def _turn(self, printer: QPrinter, paper: PageSize) -> None:
        printer.setPageLayout(_layout(paper))
        if not printer.newPage():
            raise PrintOutcomeUnknown(self._name, "no next page")


def _on_paper(dots: Dots, paper: PageSize, per_mm: float) -> Dots:
    """The label on its paper's corner; a margin that the paper has not is left off all around."""
    if dots.width <= (paper.width + _PAPER_WITHIN_MM) * per_mm:
        return dots
    return cut_out(dots, round(paper.width * per_mm), round(paper.height * per_mm))


def _papers(info: QPrinterInfo) -> Papers:
    least, most = info.minimumPhysicalPageSize(), info.maximumPhysicalPageSize()
    return Papers(
        tuple(_size(page.size(_UNIT)) for page in info.supportedPageSizes()),
        _size(info.defaultPageSize().size(_UNIT)),
        (_size(least.size(_UNIT)), _size(most.size(_UNIT)))
        if info.supportsCustomPageSizes()
        else None,
    )


def _size(size: QSizeF) -> PageSize:
    return PageSize(size.width(), size.height())


def _layout(paper: PageSize) -> QPageLayout:
    size = QPageSize(
        QSizeF(paper.width, paper.height), _UNIT, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _image(dots: Dots) -> QImage:
    shown = QImage(dots.rows, dots.width, dots.height, dots.stride, QImage.Format.Format_Mono)
    shown.setColorTable([_WHITE, _BLACK])
    # The picture borrows the bytes, and the painter may keep it until the job ends.
    return shown.copy()
