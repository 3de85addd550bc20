"""Reports and acts are kept whole, under safe names, and never over an older one."""

from pathlib import Path

import pytest

from packdesk.printing.document_files import DocumentFiles
from packdesk.station.errors import LabelUnreadable, PrinterFault, PrinterUnavailable

PDF = b"%PDF-1.4 act"


def test_a_document_is_kept_whole(tmp_path: Path):
    place = DocumentFiles(tmp_path / "documents").keep("act-1-2", PDF)
    assert Path(place).read_bytes() == PDF
    assert Path(place).name == "act-1-2.pdf"


def test_a_second_of_the_same_name_does_not_replace_the_first(tmp_path: Path):
    files = DocumentFiles(tmp_path)
    first, second = files.keep("act-1-2", PDF), files.keep("act-1-2", PDF + b"2")
    assert Path(first).read_bytes() == PDF
    assert Path(second).read_bytes() == PDF + b"2"


@pytest.mark.parametrize("name", ["labels-../../key", "labels-a/b", "labels-con:x", "labels-ы"])
def test_a_report_number_of_any_kind_stays_in_the_folder(tmp_path: Path, name: str):
    place = Path(DocumentFiles(tmp_path).keep(name, PDF))
    assert place.parent == tmp_path
    assert place.read_bytes() == PDF


def test_what_is_no_pdf_is_not_kept(tmp_path: Path):
    with pytest.raises(LabelUnreadable):
        DocumentFiles(tmp_path).keep("act-1-2", b"<html>")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "documents").write_text("a file in the place of the folder")
    with pytest.raises(PrinterUnavailable) as told:
        DocumentFiles(tmp_path / "documents").keep("act-1-2", PDF)
    assert told.value.fault is PrinterFault.NOT_WRITABLE
