"""The supervisor's code is made once, kept, and printed as a barcode that the table knows."""

import subprocess
import sys
from pathlib import Path

import pypdfium2

from packdesk.domain.barcodes import is_supervisor, supervisor_barcode
from packdesk.supervisor import FILE, LENGTH, supervisor_code


def test_the_code_is_made_once_and_stays(tmp_path: Path):
    code = supervisor_code(tmp_path / "data")
    assert len(code) == LENGTH
    assert supervisor_code(tmp_path / "data") == code
    assert supervisor_code(tmp_path / "other") != code


def test_a_damaged_file_makes_another_code(tmp_path: Path):
    code = supervisor_code(tmp_path)
    (tmp_path / FILE).write_text("short", encoding="utf-8")
    assert supervisor_code(tmp_path) not in {code, "short"}


def test_where_nothing_can_be_kept_there_is_no_code(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert supervisor_code(tmp_path / "file") == ""


def test_a_file_that_is_no_text_is_left_as_it_is(tmp_path: Path):
    (tmp_path / FILE).write_bytes(b"\xff\xfe\xff")
    assert supervisor_code(tmp_path) == ""
    assert (tmp_path / FILE).read_bytes() == b"\xff\xfe\xff"


def test_only_the_own_barcode_is_the_supervisors():
    assert is_supervisor(f"{supervisor_barcode('AB23')}\r\n", "AB23")
    assert not is_supervisor(supervisor_barcode("AB24"), "AB23")
    assert not is_supervisor(supervisor_barcode(""), "")


def test_the_card_is_a_pdf_with_the_code_of_the_workplace(tmp_path: Path):
    card = tmp_path / "card.pdf"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "packdesk", "--data-dir", str(tmp_path)),
            *("sheet", "--supervisor", "--out", str(card), "--lang", "en"),
        ],
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    with pypdfium2.PdfDocument(card) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert supervisor_barcode(supervisor_code(tmp_path)) in text
