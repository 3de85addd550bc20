"""What the test card holds: every character a scanner can get wrong, and nothing that is goods."""

import string

import pytest
from barcode.ean import EuropeanArticleNumber13

from packdesk.domain.barcodes import MARKING_KINDS, desk_command
from packdesk.domain.codes import Channel, Slot, gtin14, judge
from packdesk.printing.card_text import CARD_CODE128, CARD_EAN13, CARD_ELEMENTS, card_text
from packdesk.printing.symbols import Modules, code128, ean13, gs1_data_matrix, painted

GS = "\x1d"
# GS1 General Specifications, figure 7.11-1.
CHARSET_82 = {*string.ascii_letters, *string.digits, *"!\"%&'()*+,-./:;<=>?_"}
LONGEST = {"01": 14, "21": 20, "91": 90, "95": 90, "99": 90}


def test_the_data_matrix_holds_all_82_characters_and_the_separator():
    assert len(CHARSET_82) == 82
    assert set(card_text()) == {*CHARSET_82, GS}


def test_the_elements_are_what_gs1_allows():
    for ai, value in CARD_ELEMENTS:
        assert 0 < len(value) <= LONGEST[ai]
        assert set(value) <= CHARSET_82
    assert CARD_ELEMENTS[0] == ("01", f"0{CARD_EAN13}")
    assert str(EuropeanArticleNumber13(CARD_EAN13[:12])) == CARD_EAN13


def test_the_card_text_separates_all_elements_of_open_length_but_the_last():
    assert card_text() == (
        "0102012345678903"
        "21PackDesk-test-card\x1d"
        "91ABCDEFGHIJKLMNOPQRSTUVWXYZ\x1d"
        "95abcdefghijklmnopqrstuvwxyz\x1d"
        "990123456789!\"%&'()*+,-./:;<=>?_"
    )


@pytest.mark.parametrize("slot", Slot)
@pytest.mark.parametrize("channel", Channel)
def test_the_card_is_never_taken_for_a_marking_code(slot, channel):
    for text in (card_text(), card_text().replace(GS, ""), CARD_CODE128):
        verdict = judge(text, slot, channel)
        assert not (verdict.ok and verdict.kind in MARKING_KINDS)


def test_the_number_of_the_card_can_be_no_products():
    assert gtin14(CARD_EAN13) is None


def test_no_symbol_of_the_card_is_a_command():
    assert [desk_command(text) for text in (card_text(), CARD_EAN13, CARD_CODE128)] == [None] * 3


def test_the_code_128_of_the_card_holds_both_cases_and_the_signs_that_change_with_the_layout():
    assert set('.,/?:;"%*') <= set(CARD_CODE128)
    assert any(sign.islower() for sign in CARD_CODE128)
    assert any(sign.isupper() for sign in CARD_CODE128)


def test_symbols_are_rows_of_dark_and_light_modules():
    for symbol in (code128("PD-UNDO"), ean13(CARD_EAN13), gs1_data_matrix(CARD_ELEMENTS)):
        assert {len(row) for row in symbol.rows} == {symbol.columns}
        assert set("".join(symbol.rows)) == {"0", "1"}
    assert ean13(CARD_EAN13).columns == 95


def test_the_data_matrix_is_square_and_shows_its_finder():
    symbol = gs1_data_matrix(CARD_ELEMENTS)
    assert len(symbol.rows) == symbol.columns == 40
    assert symbol.rows[-1] == "1" * 40
    assert {row[0] for row in symbol.rows} == {"1"}
    assert symbol.rows[0] == "10" * 20


def test_a_value_may_hold_brackets_of_both_kinds():
    assert gs1_data_matrix((("01", "02012345678903"), ("21", "a(b)c"))).columns >= 10


def test_dark_modules_are_painted_in_whole_units_and_light_ones_are_not():
    shape = painted(Modules(("1101", "0010")), left=100, top=50, module_width=10, module_height=20)
    box = shape.boundingRect()
    assert (box.left(), box.top(), box.width(), box.height()) == (100, 50, 40, 40)
    rectangles = [polygon.boundingRect() for polygon in shape.toSubpathPolygons()]
    assert [(r.left(), r.top(), r.width(), r.height()) for r in rectangles] == [
        (100, 50, 20, 20),
        (130, 50, 10, 20),
        (120, 70, 10, 20),
    ]
