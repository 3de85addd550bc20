"""Whatever is sent as a body is either what the description says or a 400 in words."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.sandbox.bodies import (
    ExternalIdBody,
    LayoutBody,
    OffersBody,
    OrdersBody,
    StatusBody,
    TrackBody,
    read_body,
)
from packdesk.sandbox.errors import BadRequestError

MODELS = (ExternalIdBody, LayoutBody, OffersBody, OrdersBody, StatusBody, TrackBody)
NAMES = st.sampled_from(
    [
        "boxes",
        "items",
        "id",
        "fullCount",
        "partialCount",
        "instances",
        "cis",
        "allowRemove",
        "order",
        "status",
        "orderIds",
        "dates",
        "updateDateFrom",
        "trackCode",
        "offerIds",
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize("model", MODELS)
@given(raw=st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_a_body_or_a_bad_request(model, raw):
    outcome: Any
    try:
        outcome = read_body(model, raw)
    except BadRequestError as refusal:
        outcome = refusal.messages
    assert isinstance(outcome, model) or (outcome and all(outcome))


def test_every_fault_is_told_once_and_with_its_place():
    raw = b'{"boxes":[{"items":[{"fullCount":0}]},{"items":[]}],"allowRemove":1}'
    with pytest.raises(BadRequestError) as caught:
        read_body(LayoutBody, raw)
    assert caught.value.messages == (
        "'boxes[0].items[0].id' must not be null",
        "'boxes[0].items[0].fullCount' must be greater than or equal to 1",
        "'boxes[1].items' must not be empty",
        "Illegal input at 'allowRemove'",
    )


def test_fields_that_are_null_are_as_if_left_out():
    raw = b'{"boxes":[{"items":[{"id":1,"fullCount":1,"partialCount":null,"instances":null}]}]}'
    assert read_body(LayoutBody, raw).boxes[0].items[0].as_sent() == {"id": 1, "fullCount": 1}
