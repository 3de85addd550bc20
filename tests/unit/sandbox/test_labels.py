"""Label PDFs: sizes, pages, words and barcodes."""

from datetime import date

import pypdfium2
import pytest
import zxingcpp

from packdesk.sandbox.label_text import LabelText
from packdesk.sandbox.labels import PageFormat, labels_pdf

MM_PER_POINT = 25.4 / 72


def texts(count, external_id=None):
    return tuple(
        LabelText(
            order_id=54870310213,
            external_id=external_id,
            box_id=700000000 + place,
            fulfilment_id=f"54870310213-{place}",
            place=place,
            places=count,
            shipment_date=date(2026, 11, 20),
            program="FBS",
            delivery_service="Яндекс Доставка",
            delivery_service_id=1005486,
        )
        for place in range(1, count + 1)
    )


@pytest.fixture
def opened():
    documents = []

    def read(pdf):
        documents.append(pypdfium2.PdfDocument(pdf))
        return documents[-1]

    yield read
    for document in documents:
        document.close()


SIZES = {
    PageFormat.A7: (80.4, 125.6),
    PageFormat.A9: (40, 58),
    PageFormat.A9_HORIZONTALLY: (58, 40),
    PageFormat.A4: (210, 297),
}


@pytest.mark.parametrize("page_format", PageFormat)
def test_a_page_has_the_documented_size(opened, page_format):
    document = opened(labels_pdf(texts(1), page_format))
    width, height = document.get_page_size(0)
    assert (width * MM_PER_POINT, height * MM_PER_POINT) == pytest.approx(
        SIZES[page_format], abs=0.1
    )


@pytest.mark.parametrize(
    ("page_format", "pages"),
    [(PageFormat.A7, 5), (PageFormat.A9, 5), (PageFormat.A9_HORIZONTALLY, 5), (PageFormat.A4, 2)],
)
def test_there_is_one_label_per_box(opened, page_format, pages):
    document = opened(labels_pdf(texts(5), page_format))
    words = "".join(_words(document, number) for number in range(len(document)))
    assert len(document) == pages
    assert [words.count(f"place {place}/5") for place in range(1, 6)] == [1] * 5
    assert [words.count(f"54870310213-{place}") for place in range(1, 6)] == [1] * 5


def test_a_label_names_order_model_and_day(opened):
    words = _words(opened(labels_pdf(texts(1, "SHOP-7"), PageFormat.A7)), 0)
    for expected in ("54870310213", "SHOP-7", "FBS", "20.11.2026", "1005486"):
        assert expected in words


@pytest.mark.parametrize("page_format", PageFormat)
def test_the_barcodes_of_a_label_can_be_scanned(opened, page_format):
    page = opened(labels_pdf(texts(1, "SHOP-7"), page_format))[0]
    picture = page.render(scale=300 / 72).to_pil()
    page.close()
    found = {code.text for code in zxingcpp.read_barcodes(picture)}
    assert found == {"SHOP-7", "54870310213-1"}


@pytest.mark.parametrize(
    ("external_id", "barcode"),
    [(None, "54870310213"), ("SHOP-7", "SHOP-7"), ("ЛАВКА-7", "54870310213")],
)
def test_the_barcode_falls_back_to_the_markets_number(external_id, barcode):
    assert texts(1, external_id)[0].barcode == barcode


def test_a_long_number_still_fits_the_smallest_label(opened):
    document = opened(labels_pdf(texts(1, "N" * 100), PageFormat.A9))
    assert len(document) == 1


def test_the_same_labels_are_the_same_bytes():
    assert labels_pdf(texts(2), PageFormat.A7) == labels_pdf(texts(2), PageFormat.A7)


def _words(document, number):
    page = document[number]
    text_page = page.get_textpage()
    words = text_page.get_text_bounded()
    text_page.close()
    page.close()
    return words
