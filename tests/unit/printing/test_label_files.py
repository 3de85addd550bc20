"""Label PDFs in a folder: whole, by safe names, and only there."""

from pathlib import Path

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.layout import Fingerprint
from packdesk.printing.label_store import LabelFiles
from packdesk.station.errors import LabelUnreadable, PrinterUnavailable

ORDER = OrderId(4242)
LAYOUT = Fingerprint("0123456789abcdef")
PDF = b"%PDF-1.7 label"


def test_a_label_is_named_by_its_order_and_layout_and_nothing_else_is_left(tmp_path: Path) -> None:
    name = LabelFiles(tmp_path).save(ORDER, LAYOUT, PDF)

    assert name == "4242-0123456789abcdef.pdf"
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "name",
    ["../secret.pdf", "1-a/../../secret.pdf", "..\\secret.pdf", "1-a.pdf:stream", "1-a.PDF "],
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.pdf").write_bytes(PDF)
    labels = LabelFiles(tmp_path / "labels")
    labels.save(ORDER, LAYOUT, PDF)

    with pytest.raises(LabelUnreadable):
        labels.load(name)


def test_no_path_leads_out_of_the_folder_when_keeping(tmp_path: Path) -> None:
    labels = LabelFiles(tmp_path / "labels")

    with pytest.raises(ValueError, match="no name"):
        labels.save(ORDER, Fingerprint("../../x"), PDF)

    assert list(tmp_path.iterdir()) == []


def test_a_label_that_was_spoilt_on_the_disk_is_unreadable(tmp_path: Path) -> None:
    labels = LabelFiles(tmp_path)
    name = labels.save(ORDER, LAYOUT, PDF)
    (tmp_path / name).write_bytes(b"\0" * len(PDF))

    with pytest.raises(LabelUnreadable):
        labels.load(name)


def test_a_label_that_is_gone_is_unreadable(tmp_path: Path) -> None:
    labels = LabelFiles(tmp_path)
    name = labels.save(ORDER, LAYOUT, PDF)
    (tmp_path / name).unlink()

    with pytest.raises(LabelUnreadable):
        labels.load(name)


def test_a_folder_that_is_not_there_is_told_with_its_name(tmp_path: Path) -> None:
    place = tmp_path / "drive"
    place.write_bytes(b"")

    with pytest.raises(PrinterUnavailable) as caught:
        LabelFiles(place / "labels").save(ORDER, LAYOUT, PDF)

    assert caught.value.name == str(place / "labels")
    assert caught.value.detail


def test_a_label_that_cannot_be_replaced_stays_and_leaves_no_rest(tmp_path: Path) -> None:
    labels = LabelFiles(tmp_path)
    in_the_way = tmp_path / f"{ORDER}-{LAYOUT}.pdf"
    in_the_way.mkdir()

    with pytest.raises(PrinterUnavailable):
        labels.save(ORDER, LAYOUT, PDF)

    assert list(tmp_path.iterdir()) == [in_the_way]


def test_a_pdf_may_have_a_few_bytes_before_its_header_but_not_many(tmp_path: Path) -> None:
    labels = LabelFiles(tmp_path)

    assert labels.load(labels.save(ORDER, LAYOUT, b"\n" * 100 + PDF)) == b"\n" * 100 + PDF
    with pytest.raises(LabelUnreadable):
        labels.save(ORDER, LAYOUT, b"\n" * 2000 + PDF)
