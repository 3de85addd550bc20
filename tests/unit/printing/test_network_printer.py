"""A printer on the network gets pages that scan, and is never said to have printed what it lost."""

import re
import socket
import threading

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.network_printer import (
    NetworkAddress,
    NetworkPrinter,
    Waits,
    network_address,
)
from packdesk.settings import LanguageOfPrinter
from packdesk.station.errors import (
    LabelUnreadable,
    PrinterFault,
    PrinterUnavailable,
    PrintOutcomeUnknown,
)
from tests.fakes.raw_printer import (
    ZPL_FINE,
    lost_after,
    quiet,
    raw_printer,
    saying,
    tspl_pages,
    tspl_talking,
    zpl_pages,
    zpl_talking,
)
from tests.labels import code_of, codes_of_pages, market_labels, read_codes

ORDER = OrderId(54870310213)
SHORT = Waits(connect=5, state=0.05, taken=5, closed=5)
ZPL, TSPL, PDF = LanguageOfPrinter.ZPL, LanguageOfPrinter.TSPL, LanguageOfPrinter.PDF
LABELS = (LabelFormat.A7, LabelFormat.A9, LabelFormat.A9_HORIZONTALLY)
PAPER = {LabelFormat.A7: (75, 120), LabelFormat.A9: (40, 58), LabelFormat.A9_HORIZONTALLY: (58, 40)}


def send(address, language, page=LabelFormat.A7, count=1, dpi=203, waits=SHORT):
    printer = NetworkPrinter(address, language, dpi, waits)
    printer.print_labels(ORDER, page, market_labels(page, count))


@pytest.mark.parametrize("page", LABELS)
@pytest.mark.parametrize("behave", [quiet, zpl_talking])
def test_a_zpl_printer_gets_a_page_that_scans(page, behave):
    with raw_printer(behave) as printer:
        send(printer.address, ZPL, page, count=2)
    (job,) = printer.jobs
    pages = zpl_pages(job)
    assert [read_codes(dots) >= {code_of(n)} for n, dots in enumerate(pages, 1)] == [True, True]
    for dots in pages:
        assert (dots.width / 8, dots.height / 8) == pytest.approx(PAPER[page], abs=0.3)


@pytest.mark.parametrize("page", LABELS)
@pytest.mark.parametrize("behave", [quiet, tspl_talking])
def test_a_tspl_printer_gets_a_page_that_scans(page, behave):
    with raw_printer(behave) as printer:
        send(printer.address, TSPL, page, count=2)
    (job,) = printer.jobs
    sizes, pages = zip(*tspl_pages(job), strict=True)
    assert [read_codes(dots) >= {code_of(n)} for n, dots in enumerate(pages, 1)] == [True, True]
    for size in sizes:
        assert size == pytest.approx(PAPER[page], abs=0.3)


def test_finer_dots_make_a_page_of_the_same_millimetres():
    with raw_printer(quiet) as printer:
        send(printer.address, ZPL, LabelFormat.A9_HORIZONTALLY, dpi=300)
    (dots,) = zpl_pages(printer.jobs[0])
    size = (dots.width / 300 * 25.4, dots.height / 300 * 25.4)
    assert size == pytest.approx((58, 40), abs=0.3)
    assert code_of(1) in read_codes(dots)


def test_a_printer_of_pdf_gets_the_very_file():
    with raw_printer(quiet) as printer:
        send(printer.address, PDF, LabelFormat.A4, count=4)
    assert printer.jobs == [market_labels(LabelFormat.A4, 4)]
    (read,) = codes_of_pages(printer.jobs[0])
    assert {code_of(n) for n in range(1, 5)} <= read


def test_nobody_at_the_address_is_known_not_to_have_printed():
    with socket.create_server(("127.0.0.1", 0)) as door:
        address = NetworkAddress(*door.getsockname())
    with pytest.raises(PrinterUnavailable) as caught:
        send(address, ZPL)
    assert (caught.value.fault, caught.value.name) == (PrinterFault.NO_ANSWER, str(address))


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 64 + ".invalid", "x..y"])
def test_a_name_that_no_network_has_is_a_missing_printer(host):
    with pytest.raises(PrinterUnavailable) as caught:
        send(NetworkAddress(host), TSPL)
    assert caught.value.fault is PrinterFault.MISSING


@pytest.mark.parametrize("language", [ZPL, TSPL, PDF])
def test_a_connection_reset_in_the_middle_leaves_the_outcome_unknown(language):
    with raw_printer(lost_after(400)) as printer, pytest.raises(PrintOutcomeUnknown) as caught:
        send(printer.address, language, LabelFormat.A4 if language is PDF else LabelFormat.A7, 4)
    assert caught.value.name == str(printer.address)


def test_a_talking_printer_that_is_lost_before_it_has_read_all_leaves_it_unknown():
    lost = lost_after(len(b"~HS\r\n"), ZPL_FINE)
    with raw_printer(lost) as printer, pytest.raises(PrintOutcomeUnknown):
        send(printer.address, ZPL, waits=Waits(state=5, taken=5, closed=5))


def test_a_printer_lost_at_the_question_has_printed_nothing():
    with raw_printer(lost_after(1)) as printer, pytest.raises(PrinterUnavailable) as caught:
        send(printer.address, ZPL, waits=Waits(state=5))
    assert caught.value.fault is PrinterFault.REFUSING


def test_a_printer_that_takes_nothing_more_leaves_it_unknown():
    held = threading.Event()

    def stuck(line, printer):
        line.recv(10)
        held.wait(20)

    with raw_printer(stuck) as printer:
        small = Waits(state=0.05, taken=0.2, closed=0.2)
        try:
            with pytest.raises(PrintOutcomeUnknown):
                NetworkPrinter(printer.address, ZPL, 600, small).print_labels(
                    ORDER, LabelFormat.A7, market_labels(LabelFormat.A7, 9)
                )
        finally:
            held.set()


@pytest.mark.parametrize(
    ("language", "question", "answer", "fault"),
    [
        (TSPL, b"\x1b!?", b"\x04", PrinterFault.NO_PAPER),
        (TSPL, b"\x1b!?", b"\x08", PrinterFault.NO_PAPER),
        (TSPL, b"\x1b!?", b"\x41", PrinterFault.OPEN),
        (TSPL, b"\x1b!?", b"\x02", PrinterFault.OPEN),
        (TSPL, b"\x1b!?", b"\x10", PrinterFault.STOPPED),
        (ZPL, b"~HS\r\n", ZPL_FINE.replace(b"030,0,", b"030,1,"), PrinterFault.NO_PAPER),
        (ZPL, b"~HS\r\n", ZPL_FINE.replace(b"030,0,0", b"030,0,1"), PrinterFault.STOPPED),
        (ZPL, b"~HS\r\n", ZPL_FINE.replace(b"000,0,0,0", b"000,0,1,0"), PrinterFault.OPEN),
        (ZPL, b"~HS\r\n", ZPL_FINE.replace(b"000,0,0,0", b"000,0,0,1"), PrinterFault.NO_PAPER),
    ],
)
def test_what_a_printer_says_of_itself_is_told_and_nothing_is_sent(
    language, question, answer, fault
):
    waits = Waits(state=5)
    with raw_printer(saying(question, answer)) as printer:
        with pytest.raises(PrinterUnavailable) as caught:
            send(printer.address, language, waits=waits)
        assert caught.value.fault is fault
    assert printer.jobs == [b""]


def test_after_new_paper_the_same_label_is_printed():
    answers = iter([b"\x04", b"\x00"])

    def mended(line, printer):
        saying(b"\x1b!?", next(answers))(line, printer)

    with raw_printer(mended) as printer:
        with pytest.raises(PrinterUnavailable):
            send(printer.address, TSPL, waits=Waits(state=5))
        send(printer.address, TSPL, waits=Waits(state=5))
    empty, full = printer.jobs
    assert empty == b""
    assert code_of(1) in read_codes(tspl_pages(full)[0][1])


def test_a_sheet_is_no_label_and_no_label_printer_is_asked():
    with pytest.raises(PrinterUnavailable) as caught:
        send(NetworkAddress("no-such-host.invalid"), ZPL, LabelFormat.A4)
    assert caught.value.fault is PrinterFault.WRONG_PAPER


@pytest.mark.parametrize("data", [b"", b"<html>", b"%PDF-1.7 and no more"])
@pytest.mark.parametrize("language", [ZPL, TSPL, PDF])
def test_what_is_no_pdf_is_not_sent(data, language):
    with pytest.raises(LabelUnreadable):
        NetworkPrinter(NetworkAddress("no-such-host.invalid"), language).print_labels(
            ORDER, LabelFormat.A7, data
        )


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("192.168.1.50", "192.168.1.50", 9100),
        (" printer.local:9101 ", "printer.local", 9101),
        ("[fe80::1]:9100", "fe80::1", 9100),
        ("[fe80::1]", "fe80::1", 9100),
    ],
)
def test_an_address_is_read(text, host, port):
    assert network_address(text) == NetworkAddress(host, port)


@pytest.mark.parametrize(
    "text", ["", ":9100", "a:0", "a:65536", "a:x", "a b", "http://a", "[::1", "[::1]9", "a:９"]
)
def test_what_is_no_address_is_refused(text):
    with pytest.raises(ValueError, match=f"^{re.escape(text.strip())}$"):
        network_address(text)
