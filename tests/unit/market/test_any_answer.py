"""Whatever a server says, the client gives a value or one of the errors of the world."""

import json
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from packdesk.domain.codes import Cis
from packdesk.domain.ids import BoxNumber, ItemId, MarketBoxId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, LayoutBox, WholeUnits
from packdesk.station.errors import MarketError, OrderUnknown
from packdesk.station.ports import READY, OrderQuery
from tests.unit.market.wires import REF, Recorder, a_page, an_order, answers, market_of

ITEM = ItemId(123456)
BOX = LayoutBox(BoxNumber(1), (WholeUnits(ITEM, 1),))
CALLS = (
    lambda market: market.campaigns(),
    lambda market: market.key_info(),
    lambda market: market.orders(OrderQuery()),
    lambda market: market.order(REF),
    lambda market: market.promoted_items(REF),
    lambda market: market.set_layout(REF, BoxLayout((BOX,))),
    lambda market: market.set_external_id(REF, "A-1"),
    lambda market: market.code_checks(REF),
    lambda market: market.change_status(REF, READY),
    lambda market: market.labels(REF, LabelFormat.A7),
    lambda market: market.label(REF, MarketBoxId(1), LabelFormat.A7),
    lambda market: market.labels_data(REF),
    lambda market: market.offers(("A",)),
)
NAMES = (
    "status", "errors", "result", "orders", "order", "items", "boxes", "campaigns", "paging",
    "nextPageToken", "apiKey", "authScopes", "offerMappings", "parcelBoxLabels", "id", "boxId",
)  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)
    ),
    max_leaves=12,
)
STATUSES = st.sampled_from((200, 200, 200, 400, 401, 404, 420, 500)) | st.integers(200, 599)
some = settings(max_examples=40, deadline=None)


def _ask(handler):
    for call in CALLS:
        with market_of(handler) as market, suppress(MarketError, OrderUnknown):
            call(market)


@some
@given(STATUSES, VALUES)
def test_any_json_is_read_or_refused(status, value):
    _ask(answers(status, value))


@some
@given(STATUSES, st.binary(max_size=60), st.sampled_from(("", "text/html", "application/pdf")))
def test_any_bytes_are_read_or_refused(status, raw, content_type):
    _ask(answers(status, raw=raw, headers={"content-type": content_type}))


@some
@given(st.data())
def test_any_one_field_of_an_order_may_be_anything(data):
    order = an_order(
        notes="", updateDate="2026-11-19T18:05:11+03:00", requiredInstanceTypes=["CIS"]
    )
    place = data.draw(st.sampled_from(sorted(order)))
    order[place] = data.draw(VALUES)
    _ask(answers(200, a_page(order)))


@some
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=256))
def test_a_code_goes_out_and_comes_back_letter_by_letter(full):
    market = Recorder(answers(200, {"status": "OK", "result": {"boxes": []}}))
    units = ((Cis(full, None, None),),)
    with market_of(market) as client:
        client.set_layout(REF, BoxLayout((LayoutBox(BoxNumber(1), (WholeUnits(ITEM, 1, units),)),)))
    (box,) = json.loads(market.requests[0].content)["boxes"]
    assert box["items"][0]["instances"] == [{"cis": full}]
    stored = {**box, "boxId": 1, "barcode": "1-1"}
    page = a_page(an_order(delivery={**an_order()["delivery"], "boxesLayout": [stored]}))
    with market_of(answers(200, page)) as client:
        (told,) = client.order(REF).stored_boxes
    assert [code.full for codes in told.items[0].codes for code in codes] == [full]
