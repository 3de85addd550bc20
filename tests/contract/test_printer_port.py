"""What every label printer does, be it in memory, a folder or on the network."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.folder_printer import FolderPrinter
from packdesk.printing.network_printer import NetworkPrinter
from packdesk.settings import LanguageOfPrinter
from packdesk.station.errors import LabelUnreadable, PrinterUnavailable
from packdesk.station.ports import LabelPrinter
from tests.fakes.market import a_pdf
from tests.fakes.printer import MemoryPrinter
from tests.fakes.raw_printer import quiet, raw_printer

ORDER = OrderId(2**63 - 1)
PDF = a_pdf(LabelFormat.A9, 1)


@dataclass
class Desk:
    """A printer, what came out of it, and a way to unplug it."""

    printer: LabelPrinter
    papers: Callable[[], list[bytes]]
    unplug: Callable[[], None]
    plug: Callable[[], None]


@contextmanager
def memory(_: Path) -> Iterator[Desk]:
    printer = MemoryPrinter()

    def set_to(unplugged: bool) -> None:
        printer.unplugged = unplugged

    yield Desk(
        printer,
        papers=lambda: [job.pdf for job in printer.jobs],
        unplug=lambda: set_to(True),
        plug=lambda: set_to(False),
    )


@contextmanager
def folder(place: Path) -> Iterator[Desk]:
    """Unplugged, the drive of the folder is not there: a file is in its place."""
    drive = place / "drive"

    def unplug() -> None:
        drive.rename(place / "gone")
        drive.write_bytes(b"")

    def plug() -> None:
        drive.unlink()
        (place / "gone").rename(drive)

    drive.mkdir()
    yield Desk(
        FolderPrinter(drive / "printed"),
        papers=lambda: [file.read_bytes() for file in sorted(drive.glob("printed/*"))],
        unplug=unplug,
        plug=plug,
    )


@contextmanager
def network(_: Path) -> Iterator[Desk]:
    """Unplugged, nobody listens at the address."""
    jobs: list[bytes] = []
    with ExitStack() as cable:

        def plug() -> None:
            there = cable.enter_context(raw_printer(quiet, address.port))
            there.jobs = jobs

        first = cable.enter_context(raw_printer(quiet))
        first.jobs = jobs
        address = first.address
        yield Desk(
            NetworkPrinter(address, LanguageOfPrinter.PDF),
            papers=lambda: list(jobs),
            unplug=cable.close,
            plug=plug,
        )


@pytest.fixture(params=[memory, folder, network], ids=lambda maker: maker.__name__)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    maker: Callable[[Path], AbstractContextManager[Desk]] = request.param
    with maker(tmp_path) as made:
        yield made


def test_what_is_printed_is_the_pdf_itself(desk: Desk) -> None:
    desk.printer.print_labels(ORDER, LabelFormat.A9, PDF)

    assert desk.papers() == [PDF]


def test_each_job_is_printed_even_when_it_was_printed_before(desk: Desk) -> None:
    desk.printer.print_labels(ORDER, LabelFormat.A7, PDF)
    desk.printer.print_labels(ORDER, LabelFormat.A7, PDF)
    desk.printer.print_labels(OrderId(1), LabelFormat.A4, PDF)

    assert desk.papers() == [PDF] * 3


def test_a_printer_that_is_not_there_prints_nothing_and_works_again_later(desk: Desk) -> None:
    desk.unplug()
    with pytest.raises(PrinterUnavailable):
        desk.printer.print_labels(ORDER, LabelFormat.A7, PDF)
    desk.plug()
    assert desk.papers() == []

    desk.printer.print_labels(ORDER, LabelFormat.A7, PDF)

    assert desk.papers() == [PDF]


@pytest.mark.parametrize("data", [b"", b"<html>busy</html>", b"PDF", b"{}"])
def test_what_is_no_pdf_is_not_printed(desk: Desk, data: bytes) -> None:
    with pytest.raises(LabelUnreadable) as caught:
        desk.printer.print_labels(ORDER, LabelFormat.A7, data)

    assert str(ORDER) in caught.value.name
    assert desk.papers() == []
