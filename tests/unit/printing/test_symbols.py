"""Every text that a Code 128 can hold is read back as it is."""

import zxingcpp
from hypothesis import example, given
from hypothesis import strategies as st

from packdesk.printing.symbols import code128

QUIET = "0" * 10
HIGH = 20
ORDERS = st.from_regex(r"[0-9]{1,19}(-[0-9]{1,3})?", fullmatch=True)


def read_back(text):
    (row,) = code128(text).rows
    # Two pixels a module: one is less than any reader is made for.
    bits = "".join(bit * 2 for bit in QUIET + row + QUIET)
    levels = bits.encode().translate(bytes.maketrans(b"01", b"\xff\x00"))
    picture = memoryview(levels * HIGH).cast("B", (HIGH, len(levels)))
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@given(ORDERS)
@example("99")
@example("9999-1")
@example("99622830388368595748A")
@example("54870310213-1")
def test_the_number_of_a_parcel_is_read_back(text):
    assert read_back(text) == [text]


@given(
    st.text(alphabet=st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=30)
)
def test_any_visible_text_is_read_back(text):
    assert read_back(text) == [text]
