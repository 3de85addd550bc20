"""What is decoded is what was encoded: value, types and all."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packdesk.domain.events import Event
from packdesk.domain.order import Offer, Order
from packdesk.journal.codec import (
    EventRecord,
    RecordDamaged,
    decode,
    decode_event,
    encode,
    encode_event,
)
from tests.property.journal_strategies import EVENT_TYPES, event_of, events, offers, orders


def shape(value: object) -> object:
    """Equality alone takes a text for the enumeration member of the same text."""
    if isinstance(value, tuple):
        return tuple(shape(one) for one in value)
    fields = getattr(type(value), "__dataclass_fields__", {})
    return (type(value), *(shape(getattr(value, name)) for name in fields))


@pytest.mark.parametrize("cls", EVENT_TYPES, ids=lambda cls: cls.__name__)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_an_event_comes_back_as_it_was(cls: type[Event], data: st.DataObject) -> None:
    event = data.draw(event_of(cls))

    decoded = decode_event(encode_event(event))

    assert decoded == event
    assert shape(decoded) == shape(event)


@settings(max_examples=50, deadline=None)
@given(order=orders())
def test_an_order_comes_back_as_it_was(order: Order) -> None:
    decoded = decode(encode(order), Order)

    assert decoded == order
    assert shape(decoded) == shape(order)


@settings(deadline=None)
@given(offer=offers())
def test_an_offer_comes_back_as_it_was(offer: Offer) -> None:
    decoded = decode(encode(offer), Offer)

    assert decoded == offer
    assert shape(decoded) == shape(offer)


@settings(max_examples=50, deadline=None)
@given(event=events())
def test_a_payload_is_one_line_of_printable_ascii(event: Event) -> None:
    payload = encode_event(event).payload

    assert payload.isascii()
    assert payload.isprintable()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@settings(max_examples=50, deadline=None)
@given(event=events(), data=st.data())
def test_a_field_of_another_form_is_told_as_damage_and_never_as_a_bug(
    event: Event, data: st.DataObject
) -> None:
    record = encode_event(event)
    fields = json.loads(record.payload)
    fields[data.draw(st.sampled_from([*fields, "stranger"]))] = data.draw(JSON)
    garbled = EventRecord(record.type, record.version, json.dumps(fields))

    with suppress(RecordDamaged):
        decoded = decode_event(garbled)
        assert shape(decode_event(encode_event(decoded))) == shape(decoded)


@settings(deadline=None)
@given(cls=st.sampled_from(EVENT_TYPES), garbage=st.text() | JSON.map(json.dumps))
def test_garbage_in_the_place_of_a_payload_is_told_as_damage_and_never_as_a_bug(
    cls: type[Event], garbage: str
) -> None:
    with suppress(RecordDamaged):
        decoded = decode_event(EventRecord(cls.__name__, 1, garbage))
        assert encode_event(decoded).payload == "{}"


@settings(deadline=None)
@given(event=events(), data=st.data())
def test_a_payload_cut_short_is_told_as_damage(event: Event, data: st.DataObject) -> None:
    record = encode_event(event)
    kept = data.draw(st.integers(0, len(record.payload) - 1))

    with pytest.raises(RecordDamaged):
        decode_event(EventRecord(record.type, record.version, record.payload[:kept]))
