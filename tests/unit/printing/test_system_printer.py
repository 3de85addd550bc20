"""What a printer of the system can do is known before anything is sent to it."""

import ctypes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.domain.labels import LabelFormat
from packdesk.printing.qt_printer import FINEST_DPI, Papers, chosen_paper, finest
from packdesk.printing.raster import A7_PAGE, A7_PAPER, PageSize
from packdesk.printing.spooler import cups_fault, windows_fault, windows_status
from packdesk.station.errors import PrinterFault

A4, SMALL, ROLL = PageSize(210, 297), PageSize(58, 40), PageSize(75.1, 119.9)
ANY_UP_TO_4_INCHES = (PageSize(20, 20), PageSize(108, 900))


@pytest.mark.parametrize(
    ("page", "papers", "wanted"),
    [
        (A7_PAGE, Papers((A4, SMALL), ROLL, None), ROLL),
        (A7_PAGE, Papers((A4, ROLL), SMALL, None), ROLL),
        (A7_PAGE, Papers((A7_PAGE,), ROLL, None), A7_PAGE),
        (A7_PAPER, Papers((SMALL,), ROLL, None), ROLL),
        (A7_PAGE, Papers((SMALL,), A4, ANY_UP_TO_4_INCHES), A7_PAGE),
        (A7_PAGE, Papers((SMALL,), ROLL, ANY_UP_TO_4_INCHES), ROLL),
        (SMALL, Papers((A4,), ROLL, None), None),
        (SMALL, Papers((A4, SMALL.turned), ROLL, None), None),
        (A4, Papers((SMALL,), ROLL, ANY_UP_TO_4_INCHES), None),
        (A4, Papers((), A4, None), A4),
        (A7_PAGE, Papers((), A4, None), None),
    ],
)
def test_the_paper_for_a_page(page, papers, wanted):
    assert chosen_paper(page, papers) == wanted


@pytest.mark.parametrize(
    ("own", "used"), [(203, 203), (300, 300), (600, 600), (1200, 600), (2400, 600), (720, 360)]
)
def test_dots_are_the_printers_own_or_a_whole_part_of_them(own, used):
    assert finest(own) == used


@given(st.integers(72, 5000))
def test_no_resolution_is_finer_than_needed(own):
    assert finest(own) <= FINEST_DPI
    assert own % finest(own) == 0


@pytest.mark.parametrize(
    ("state", "reasons", "accepting", "fault"),
    [
        ("3", "none", "true", None),
        ("4", "", "", None),
        ("", "", "", None),
        ("3", "media-low-warning,toner-low-report", "true", None),
        ("3", "media-empty-report", "true", None),
        ("5", "media-empty-error,paused", "true", PrinterFault.NO_PAPER),
        ("3", "media-needed", "true", PrinterFault.NO_PAPER),
        ("3", "cover-open-warning", "true", PrinterFault.OPEN),
        ("3", "offline-report,media-jam", "true", PrinterFault.OPEN),
        ("3", "offline", "true", PrinterFault.NO_ANSWER),
        ("5", "paused", "true", PrinterFault.STOPPED),
        ("5", "none", "true", PrinterFault.STOPPED),
        ("3", "none", "false", PrinterFault.REFUSING),
    ],
)
def test_what_cups_says_of_a_printer(state, reasons, accepting, fault):
    assert cups_fault(state, reasons, accepting) is fault


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (0, None),
        (0x400, None),
        (0x20000, None),
        (0x10, PrinterFault.NO_PAPER),
        (0x10 | 0x02, PrinterFault.NO_PAPER),
        (0x400000, PrinterFault.OPEN),
        (0x80, PrinterFault.NO_ANSWER),
        (0x01, PrinterFault.STOPPED),
        (0x02, PrinterFault.REFUSING),
    ],
)
def test_what_windows_says_of_a_printer(status, fault):
    assert windows_fault(status) is fault


class Winspool:
    """The three calls of the library, for one printer with a status."""

    def __init__(self, printers):
        self.printers = printers
        self.open = {}

    def OpenPrinterW(self, name, handle, defaults):  # noqa: N802 - the library's name
        assert defaults is None
        if name.value not in self.printers:
            return 0
        handle._obj.value = 7
        self.open[7] = name.value
        return 1

    def GetPrinterW(self, handle, level, place, size, needed):  # noqa: N802 - the library's name
        assert (level, size) == (6, ctypes.sizeof(ctypes.c_uint32))
        status = self.printers[self.open[handle.value]]
        if status is None:
            return 0
        place._obj.value, needed._obj.value = status, 4
        return 1

    def ClosePrinter(self, handle):  # noqa: N802 - the library's name
        del self.open[handle.value]


def test_windows_is_asked_for_the_status_and_the_handle_given_back():
    library = Winspool({"Xprinter": 0x10, "Silent": None})
    assert [windows_status(library, name) for name in ("Xprinter", "Silent", "Gone")] == [16, 0, 0]
    assert library.open == {}


def test_every_format_of_the_market_has_a_paper_on_a_printer_that_takes_any():
    every = Papers((), A4, (PageSize(20, 20), PageSize(300, 900)))
    papers = [chosen_paper(PageSize(*page.size_mm), every) for page in LabelFormat]
    assert papers == [PageSize(*page.size_mm) for page in LabelFormat]
