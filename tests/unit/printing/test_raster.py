"""Pages become whole dots; nothing of a label moves or is lost."""

import io
from contextlib import suppress

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.domain.labels import LabelFormat
from packdesk.printing.raster import (
    A7_PAPER,
    Dots,
    PageSize,
    cut_out,
    page_dots,
    page_sizes,
    paper_of,
)
from packdesk.station.errors import LabelUnreadable
from tests.fakes.market import a_pdf
from tests.labels import code_of, market_labels, read_codes


def picture(dots):
    """Rows of 0 and 1."""
    rows = (dots.rows[at : at + dots.stride] for at in range(0, len(dots.rows), dots.stride))
    return ["".join(f"{byte:08b}" for byte in row)[: dots.width] for row in rows]


def packed(rows):
    width = len(rows[0])
    stride = -(-width // 8)
    whole = b"".join(int(row.ljust(stride * 8, "0"), 2).to_bytes(stride) for row in rows)
    return Dots(width, len(rows), whole)


@st.composite
def pictures(draw):
    width, height = draw(st.integers(1, 40)), draw(st.integers(1, 6))
    row = st.text(alphabet="01", min_size=width, max_size=width)
    return draw(st.lists(row, min_size=height, max_size=height))


@given(pictures(), st.integers(1, 50), st.integers(1, 8))
def test_what_is_cut_out_is_the_middle(rows, width, height):
    kept_width, kept_height = min(width, len(rows[0])), min(height, len(rows))
    left, top = (len(rows[0]) - kept_width) // 2, (len(rows) - kept_height) // 2
    wanted = [row[left : left + kept_width] for row in rows[top : top + kept_height]]
    cut = cut_out(packed(rows), width, height)
    assert picture(cut) == wanted
    assert cut == packed(wanted)


@pytest.mark.parametrize("per_mm", [8, 203 / 25.4, 300 / 25.4, 600 / 25.4])
@pytest.mark.parametrize("page", LabelFormat)
def test_a_label_has_as_many_dots_as_its_millimetres(page, per_mm):
    dots = page_dots(market_labels(page), "label", 0, per_mm)
    assert (dots.width / per_mm, dots.height / per_mm) == pytest.approx(page.size_mm, abs=0.3)
    assert code_of(1) in read_codes(dots)


def test_an_empty_page_is_all_white():
    dots = page_dots(a_pdf(LabelFormat.A9, 1), "label", 0, 8)
    assert dots.rows == bytes(dots.stride * dots.height)


def test_only_the_page_of_an_a7_label_has_a_margin():
    papers = [paper_of(PageSize(*page.size_mm)) for page in LabelFormat]
    assert papers == [A7_PAPER, *(PageSize(*page.size_mm) for page in list(LabelFormat)[1:])]


@pytest.mark.parametrize("data", [b"", b"<html>", b"%PDF-1.7 and no more"])
def test_what_is_no_pdf_has_no_pages(data):
    with pytest.raises(LabelUnreadable) as caught:
        page_sizes(data, "54870310213")
    assert caught.value.name == "54870310213"
    with pytest.raises(LabelUnreadable):
        page_dots(data, "54870310213", 0, 8)


def test_a_page_of_a_size_that_no_label_has_is_not_painted():
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(1_440_000, 300)
        made = io.BytesIO()
        document.save(made)
    with pytest.raises(LabelUnreadable):
        page_sizes(made.getvalue(), "label")
    with pytest.raises(LabelUnreadable):
        page_dots(made.getvalue(), "label", 0, 8)


def test_a_label_with_a_wrong_byte_anywhere_is_painted_or_told_to_be_damaged():
    good = a_pdf(LabelFormat.A9, 3)
    for place in range(0, len(good), 5):
        damaged = bytearray(good)
        damaged[place] ^= 0x5A
        with suppress(LabelUnreadable):
            assert page_sizes(bytes(damaged), "label")


def test_a_pdf_without_pages_is_no_label():
    with pytest.raises(LabelUnreadable):
        page_sizes(a_pdf(LabelFormat.A7, 0), "label")
    with pytest.raises(LabelUnreadable):
        page_dots(a_pdf(LabelFormat.A7, 1), "label", 1, 8)
