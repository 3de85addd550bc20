"""What a drag carries survives the way; what is broken is no goods."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from packdesk.domain.commands import IntoBox, OnTable
from packdesk.domain.ids import BoxNumber, ItemId, OrderId, UnitRef
from packdesk.ui.bench.payload import MIME, decode, encode
from packdesk.ui.bench.picks import Carried, CarriedPart, CarriedUnits

ids = st.integers(1, 2**63 - 1)
small = st.integers(1, 999)
goods: st.SearchStrategy[Carried] = st.one_of(
    st.builds(
        CarriedUnits,
        ids.map(OrderId),
        ids.map(ItemId),
        st.one_of(st.just(OnTable()), small.map(BoxNumber).map(IntoBox)),
    ),
    st.builds(CarriedPart, ids.map(OrderId), st.builds(UnitRef, ids.map(ItemId), small), small),
)


def data(text: bytes, mime: str = MIME) -> QMimeData:
    made = QMimeData()
    made.setData(mime, text)
    return made


@given(goods)
def test_goods_come_out_as_they_went_in(carried):
    assert decode(encode(carried)) == carried


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"null",
        b'"order"',
        b'{"order": 1}',
        b'{"order": 1, "item": "2"}',
        b'{"order": 1, "item": true}',
        b'{"order": 1, "item": 1.5}',
        b'{"order": 1, "item": 0}',
        b'{"order": 1, "item": -2}',
        b'{"order": 1, "item": 9223372036854775808}',
        b'{"order": 1, "item": 2, "box": null}',
        b'{"order": 1, "item": 2, "colour": 3}',
        b'{"order": 1, "item": 2, "part": 3}',
        b'{"order": 1, "item": 2',
        b'{"order": 1, "item": NaN}',
        b"[" * 500,
        b'{"order": 1, "item": 2}' + b" " * 1000,
    ],
)
def test_broken_payloads_are_no_goods(text):
    assert decode(data(text)) is None


@given(st.binary(max_size=600))
def test_no_bytes_at_all_break_it(text):
    assert decode(data(text)) is None or json.loads(text)


def test_goods_under_another_type_are_not_ours():
    assert decode(data(b'{"order": 1, "item": 2}', "application/json")) is None
    text = QMimeData()
    text.setText('{"order": 1, "item": 2}')
    assert decode(text) is None
