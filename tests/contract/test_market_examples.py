"""The client before a server that only repeats the official examples, at another address."""

import json
from decimal import Decimal

import pytest

from packdesk.domain.checks import CodeVerdict
from packdesk.domain.codes import Cis, CodeKind
from packdesk.domain.ids import BoxNumber, ItemId, MarketBoxId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, LayoutBox, WholeUnits
from packdesk.domain.order import CodeRequirement, MarketBox, OrderStatus
from packdesk.market.client import MarketClient
from packdesk.market.transport import Transport
from packdesk.station.errors import MarketError, MarketRefused
from packdesk.station.ports import READY, OrderQuery
from tests.contract.market_wire import CheckedWire
from tests.contract.openapi import document, find_operation
from tests.contract.stub_server import Asked, Reply, stub_server
from tests.fakes.market import BUSINESS, order_ref
from tests.unit.market.wires import KEY, NOW

REF = order_ref(21000001, 51234567)
CIS = tuple(
    Cis(full, None, None)
    for full in (
        "01030410947874432155Qbag!\x1d93Zjqw",
        "010304109478744321ABCDEFG\x1d93Abcd",
        "010304109478744321HIJKLMN\x1d93Efgh",
    )
)
LAYOUT = BoxLayout(
    (
        LayoutBox(
            BoxNumber(1),
            (
                WholeUnits(ItemId(123456), 3, tuple((code,) for code in CIS)),
                WholeUnits(ItemId(654321), 1),
            ),
        ),
    )
)
# The description has no examples for these.
WITHOUT = {"updateExternalOrderId": {"status": "OK"}}


def _resolved(node):
    while "$ref" in node:
        target = document()
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def _example(name, answer):
    media, content = next(iter(_resolved(answer)["content"].items()))
    if "example" in content:
        return media, content["example"]
    if "examples" in content:
        return media, next(iter(content["examples"].values()))["value"]
    return media, WITHOUT.get(name)


def examples(status):
    def answer(asked: Asked) -> Reply:
        operation = find_operation(asked.method, asked.path.partition("?")[0])
        media, value = _example(operation.name, operation.content["responses"][str(status)])
        if value is None:
            value = {"status": "OK", "result": {"offerMappings": []}}
        content = value.encode() if isinstance(value, str) else json.dumps(value).encode()
        return Reply(content, status, media)

    return answer


@pytest.fixture
def market_answering():
    transports = []

    def at(address):
        transports.append(Transport(address, KEY, lambda: NOW, wire=CheckedWire()))
        return MarketClient(transports[-1], BUSINESS, read_attempts=1)

    yield at
    for transport in transports:
        transport.close()


@pytest.fixture
def market(market_answering):
    with stub_server(examples(200)) as address:
        yield market_answering(address)


def test_the_orders_of_the_example(market):
    (order,) = market.orders(OrderQuery(campaigns=(REF.campaign,)))
    assert order == market.order(REF)
    assert (order.ref, order.status, order.fake) == (REF, OrderStatus.PROCESSING, True)
    assert [(item.id, item.count, item.price) for item in order.items] == [
        (123456, 3, Decimal(8970)),
        (654321, 1, Decimal(190)),
    ]
    assert order.items[0].requires == (CodeRequirement(CodeKind.CIS),)


def test_the_layout_of_the_example(market):
    assert market.set_layout(REF, LAYOUT) == (MarketBox(BoxNumber(1), MarketBoxId(900000001)),)


def test_the_checks_of_the_example(market):
    assert [check.verdict for check in market.code_checks(REF)] == [
        CodeVerdict.PASSED,
        CodeVerdict.WAITING,
        CodeVerdict.REFUSED,
    ]


def test_the_labels_of_the_example(market):
    assert market.labels(REF, LabelFormat.A7).startswith(b"%PDF-1.4")
    assert market.label(REF, MarketBoxId(900000001), LabelFormat.A9).startswith(b"%PDF-1.4")
    (text,) = market.labels_data(REF)
    assert (text.box_id, text.place, text.supplier) == (900000001, "1/1", "ООО «Тест»")


def test_the_rest_of_the_examples(market):
    assert all(campaign.id for campaign in market.campaigns())
    assert market.key_info().scopes
    assert market.promoted_items(REF) == ()
    assert market.offers(("SHOE-42",)) == ()
    assert market.countries() == ("CN", "RU")
    market.set_external_id(REF, "A-1")
    market.change_status(REF, READY)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 420, 500])
def test_every_error_of_the_examples_has_its_type(market_answering, status):
    with stub_server(examples(status)) as address:
        for operation, call in CALLS.items():
            if str(status) not in _answers_of(operation):
                continue
            with pytest.raises(MarketError) as caught:
                call(market_answering(address))
            told = caught.value
            assert told.operation == operation
            assert getattr(told, "status", 420) == status
            if isinstance(told, MarketRefused):
                assert told.messages
                assert all(told.messages)


CALLS = {
    "getCampaigns": lambda market: market.campaigns(),
    "getAuthTokenInfo": lambda market: market.key_info(),
    "getBusinessOrders": lambda market: market.order(REF),
    "setOrderBoxLayout": lambda market: market.set_layout(REF, LAYOUT),
    "updateExternalOrderId": lambda market: market.set_external_id(REF, "A-1"),
    "getOrderIdentifiersStatus": lambda market: market.code_checks(REF),
    "updateOrderStatus": lambda market: market.change_status(REF, READY),
    "generateOrderLabels": lambda market: market.labels(REF, LabelFormat.A7),
    "generateOrderLabel": lambda market: market.label(REF, MarketBoxId(1), LabelFormat.A7),
    "getOrderLabelsData": lambda market: market.labels_data(REF),
    "getRegionsCodes": lambda market: market.countries(),
    "getOfferMappings": lambda market: market.offers(("SHOE-42",)),
}


def _answers_of(name):
    for methods in document()["paths"].values():
        for operation in methods.values():
            if operation["operationId"] == name:
                return operation["responses"]
    raise AssertionError(name)
