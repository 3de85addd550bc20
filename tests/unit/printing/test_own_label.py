"""A shop's own label scans on a cheap printer, and holds all that the Market told."""

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.domain.ids import MarketBoxId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.own_label import own_labels
from packdesk.printing.raster import page_dots, page_sizes
from packdesk.printing.trial_label import TRIAL_CODE, trial_label
from packdesk.station.errors import LabelUnreadable
from packdesk.station.ports import ParcelLabel
from tests.labels import read_codes

pytestmark = pytest.mark.usefixtures("qapp")

DOTS = 203 / 25.4
SIZES = {
    LabelFormat.A7: (75, 120),
    LabelFormat.A9: (40, 58),
    LabelFormat.A9_HORIZONTALLY: (58, 40),
    LabelFormat.A4: (210, 297),
}


def parcel(number=1, code=None, **changes):
    told = {
        "order_number": "54870310213",
        "supplier": "ООО «Рога и копыта»",
        "delivery_service": "Яндекс Доставка",
        "recipient": "Иванов Иван",
        "shipment_date": "21.11.2026",
    }
    code = f"54870310213-{number}" if code is None else code
    return ParcelLabel(MarketBoxId(number), code, f"{number}/3", **(told | changes))


PARCELS = tuple(parcel(number) for number in (1, 2, 3))


def words_of(pdf, number=0):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(document[number].get_textpage().get_text_bounded().split())
    finally:
        document.close()


@pytest.mark.parametrize("page", [one for one in LabelFormat if one is not LabelFormat.A4])
def test_each_parcel_has_a_page_that_scans_at_203_dpi(page):
    pdf = own_labels(PARCELS, page)
    sizes = page_sizes(pdf, "own")
    assert [(size.width, size.height) for size in sizes] == [
        pytest.approx(SIZES[page], abs=0.5)
    ] * 3
    codes = [read_codes(page_dots(pdf, "own", number, DOTS)) for number in range(3)]
    assert codes == [{parcel.fulfilment_id} for parcel in PARCELS]


def test_a_sheet_holds_four_labels():
    pdf = own_labels((*PARCELS, parcel(4), parcel(5)), LabelFormat.A4)
    assert [size.width for size in page_sizes(pdf, "own")] == pytest.approx([210, 210], abs=0.5)
    first, second = (read_codes(page_dots(pdf, "own", number, DOTS)) for number in range(2))
    assert first == {f"54870310213-{number}" for number in (1, 2, 3, 4)}
    assert second == {"54870310213-5"}


@pytest.mark.parametrize("page", LabelFormat)
def test_all_that_the_market_told_stands_on_it(page):
    words = words_of(own_labels(PARCELS[:1], page))
    for told in (
        "54870310213",
        "1/3",
        "Рога и копыта",
        "Яндекс Доставка",
        "Иванов Иван",
        "21.11.2026",
    ):
        assert told in words


@pytest.mark.parametrize("page", LabelFormat)
@pytest.mark.parametrize("code", ["1", "9" * 19 + "-12", "99", "ABC-54870310213-1"])
def test_short_and_long_codes_scan(page, code):
    pdf = own_labels((parcel(code=code),), page)
    assert read_codes(page_dots(pdf, "own", 0, DOTS)) == {code}


def test_a_parcel_without_a_code_of_its_own_has_the_orders():
    pdf = own_labels((parcel(code=""),), LabelFormat.A7)
    assert read_codes(page_dots(pdf, "own", 0, DOTS)) == {"54870310213"}


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs"]), max_size=300))
def test_no_text_of_the_market_spoils_the_code(text):
    odd = parcel(supplier=text, recipient=text, delivery_service=text, shipment_date=text)
    pdf = own_labels((odd,), LabelFormat.A9_HORIZONTALLY)
    assert read_codes(page_dots(pdf, "own", 0, DOTS)) == {odd.fulfilment_id}


@pytest.mark.parametrize(
    "parcels", [(), (parcel(code="", order_number=""),), (parcel(code="заказ"),)]
)
def test_what_no_code_can_be_made_of_is_no_label(parcels):
    with pytest.raises(LabelUnreadable):
        own_labels(parcels, LabelFormat.A7)


@pytest.mark.parametrize("page", LabelFormat)
def test_the_trial_label_scans_as_no_order(page):
    pdf = trial_label(page, "Пробный ярлык")
    assert read_codes(page_dots(pdf, "trial", 0, DOTS)) == {TRIAL_CODE}
    assert "Пробный ярлык" in words_of(pdf)
