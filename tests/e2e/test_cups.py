"""Labels through Qt to a print server: what it gets has the true size, and scans."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.chosen_printer import SystemPrinter, system_printer_names
from packdesk.printing.raster import A7_PAPER, PageSize, page_sizes
from packdesk.station.errors import LabelUnreadable, PrinterFault, PrinterUnavailable
from tests.cups.server import CUPSD, PPD, PrintServer, print_server
from tests.labels import ORDER, code_of, codes_of_pages, market_labels, symbol_widths

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(CUPSD is None, reason="needs cupsd and the CUPS clients"),
]
LABEL, OFFICE = "LABEL", "OFFICE"
SIZES = {
    LabelFormat.A7: A7_PAPER,
    LabelFormat.A9: PageSize(40, 58),
    LabelFormat.A9_HORIZONTALLY: PageSize(58, 40),
    LabelFormat.A4: PageSize(210, 297),
}


@pytest.fixture(scope="module")
def server() -> Iterator[PrintServer]:
    with print_server() as server:
        server.add_queue(LABEL)
        office = server.folder / "office.ppd"
        lines = PPD.read_text().replace(": w213h340\n", ": A4\n")
        other = ("w213h340", "w113h164", "w164h113")
        kept = [line for line in lines.splitlines() if not any(size in line for size in other)]
        office.write_text("\n".join(kept))
        server.add_queue(OFFICE, office)
        yield server


@pytest.fixture
def lane(server, monkeypatch) -> Iterator[Callable[..., object]]:
    """A thread of its own: the client library learns its server once a thread."""
    monkeypatch.setenv("CUPS_SERVER", server.environ["CUPS_SERVER"])
    assert os.environ["CUPS_SERVER"]
    with ThreadPoolExecutor(1) as pool:
        yield lambda work, *args: pool.submit(work, *args).result(60)


def job(page, pdf, printer=LABEL):
    SystemPrinter(printer).print_labels(OrderId(ORDER), page, pdf)


@pytest.mark.parametrize("page", LabelFormat)
def test_a_label_comes_out_in_its_true_size_and_scans(server, lane, page):
    pdf = market_labels(page, 2)
    lane(job, page, pdf)
    printed = server.printed(LABEL)
    given = list(codes_of_pages(pdf))
    assert [codes & {code_of(1), code_of(2)} for codes in codes_of_pages(printed)] == [
        codes & {code_of(1), code_of(2)} for codes in given
    ]
    assert given[0] >= {code_of(1)}
    for size in page_sizes(printed, "printed"):
        assert size.is_like(SIZES[page], within=0.5), size


@pytest.mark.parametrize("page", LabelFormat)
def test_nothing_is_fitted_to_the_page(server, lane, page):
    pdf = market_labels(page)
    lane(job, page, pdf)
    assert symbol_widths(server.printed(LABEL)) == pytest.approx(symbol_widths(pdf), abs=0.5)


def test_the_printers_of_the_system_are_listed(lane):
    assert set(lane(system_printer_names)) >= {LABEL, OFFICE}


def refused(lane, printer=LABEL, page=LabelFormat.A7):
    with pytest.raises(PrinterUnavailable) as caught:
        lane(job, page, market_labels(page), printer)
    assert caught.value.name == printer
    return caught.value.fault


def test_a_printer_that_the_system_has_not_is_missing(lane):
    assert refused(lane, "Nobody's") is PrinterFault.MISSING


def test_no_printer_at_all_is_said(lane):
    assert refused(lane, "") is PrinterFault.NOT_CHOSEN


def test_paper_of_another_size_is_said_before_anything_is_sent(server, lane):
    before = (server.folder / f"{OFFICE}.pdf").read_bytes()
    assert refused(lane, OFFICE) is PrinterFault.WRONG_PAPER
    assert server.printed(OFFICE) == before


def test_a_stopped_printer_prints_nothing_and_the_same_label_later(server, lane):
    server.run("cupsdisable", LABEL)
    try:
        assert refused(lane) is PrinterFault.STOPPED
    finally:
        server.run("cupsenable", LABEL)
    lane(job, LabelFormat.A7, market_labels(LabelFormat.A7))
    assert code_of(1) in next(iter(codes_of_pages(server.printed(LABEL))))


def test_a_printer_that_takes_no_jobs_is_refusing(server, lane):
    server.run("cupsreject", LABEL)
    try:
        assert refused(lane) is PrinterFault.REFUSING
    finally:
        server.run("cupsaccept", LABEL)


def test_a_printer_out_of_paper_is_told_so(server, lane):
    server.run("lpadmin", "-p", LABEL, "-o", "printer-state-reasons=media-empty-error")
    try:
        assert refused(lane) is PrinterFault.NO_PAPER
    finally:
        server.run("lpadmin", "-p", LABEL, "-o", "printer-state-reasons=none")


def test_a_job_that_the_spooler_turns_down_was_not_printed(server, lane, monkeypatch):
    """The printer stops taking jobs between the question and the job."""
    monkeypatch.setattr("packdesk.printing.qt_printer.spooler_dpi", lambda name: _reject(server))
    try:
        assert refused(lane) is PrinterFault.REFUSING
    finally:
        server.run("cupsaccept", LABEL)


def _reject(server):
    server.run("cupsreject", LABEL)


@pytest.mark.parametrize("data", [b"", b"<html>", b"%PDF-1.7 and no more"])
def test_what_is_no_pdf_is_not_printed(lane, data):
    with pytest.raises(LabelUnreadable):
        lane(job, LabelFormat.A7, data)
