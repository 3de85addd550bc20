"""The folder of documents and the fake's keep the same promises."""

from pathlib import Path

import pytest

from packdesk.printing.document_files import DocumentFiles
from packdesk.station.errors import LabelUnreadable
from packdesk.station.ports import Documents
from tests.fakes.documents import MemoryDocuments

PDF = b"%PDF-1.4 act"


@pytest.fixture(params=["folder", "fake"])
def documents(request, tmp_path: Path) -> Documents:
    return DocumentFiles(tmp_path / "documents") if request.param == "folder" else MemoryDocuments()


def test_what_was_kept_is_found_by_its_name(documents):
    place = documents.keep("act-1-2", PDF)
    assert documents.kept("act-1-2") == place


def test_nothing_is_found_where_nothing_was_kept(documents):
    documents.keep("act-1-2", PDF)
    assert documents.kept("act-1-21") == ""
    assert documents.kept("act-11-2") == ""


def test_the_newest_of_a_name_is_found(documents):
    places = [documents.keep("act-1-2", PDF) for _ in range(3)]
    assert len(set(places)) == 3
    assert documents.kept("act-1-2") == places[-1]


def test_what_is_no_pdf_is_neither_kept_nor_found(documents):
    with pytest.raises(LabelUnreadable):
        documents.keep("act-1-2", b"<html>")
    assert documents.kept("act-1-2") == ""
