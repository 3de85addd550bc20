"""A folder as a printer: each job a new file, whole when it is there."""

from pathlib import Path

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.folder_printer import FolderPrinter
from packdesk.station.errors import PrinterUnavailable

PDF = b"%PDF-1.7 label"
A7 = LabelFormat.A7


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_jobs_are_numbered_within_their_order(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)

    for order in (1, 11, 1):
        printer.print_labels(OrderId(order), A7, PDF)

    assert names(tmp_path) == ["1-1.pdf", "1-2.pdf", "11-1.pdf"]


def test_a_new_start_goes_on_after_the_last_number(tmp_path: Path) -> None:
    for number in (2, 9, 10):
        (tmp_path / f"1-{number}.pdf").write_bytes(b"kept")
    (tmp_path / "1-copy.pdf").write_bytes(b"kept")
    (tmp_path / "1-99.pdf.1a2b.tmp").write_bytes(b"half")

    FolderPrinter(tmp_path).print_labels(OrderId(1), A7, PDF)

    assert (tmp_path / "1-11.pdf").read_bytes() == PDF
    assert (tmp_path / "1-10.pdf").read_bytes() == b"kept"


def test_the_folder_is_made_when_the_first_job_comes(tmp_path: Path) -> None:
    folder = tmp_path / "Печать" / "out"
    printer = FolderPrinter(folder)
    assert not folder.exists()

    printer.print_labels(OrderId(1), A7, PDF)

    assert names(folder) == ["1-1.pdf"]


def test_a_missing_drive_is_told_with_the_folder_and_a_reason(tmp_path: Path) -> None:
    (tmp_path / "drive").write_bytes(b"")
    folder = tmp_path / "drive" / "out"

    with pytest.raises(PrinterUnavailable) as caught:
        FolderPrinter(folder).print_labels(OrderId(1), A7, PDF)

    assert caught.value.name == str(folder)
    assert caught.value.detail
