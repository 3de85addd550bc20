"""A Market made of a function: what a test says in place of the network."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import Any

import httpx

from packdesk.domain.ids import BusinessId, CampaignId, OrderId, OrderRef
from packdesk.market.client import MarketClient
from packdesk.market.transport import Transport

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=3)))
KEY = "ACMA:unit-test:0123456789"
BUSINESS = BusinessId(1000001)
REF = OrderRef(CampaignId(21000001), OrderId(51234567))

Handler = Callable[[httpx.Request], httpx.Response]


def answers(
    status: int = 200, body: Any = None, *, headers: dict[str, str] | None = None, raw: Any = None
) -> Handler:
    """Always the same answer: a JSON value, or ``raw`` bytes."""
    content = json.dumps(body).encode() if raw is None else raw
    told = {"content-type": "application/json", **(headers or {})}
    return lambda request: httpx.Response(status, headers=told, content=content)


def fails(error: type[httpx.TransportError]) -> Handler:
    def raise_it(request: httpx.Request) -> httpx.Response:
        raise error("as the test wants it", request=request)

    return raise_it


@contextmanager
def transport_to(
    handler: Handler, address: str = "http://127.0.0.1", key: str = KEY
) -> Iterator[Transport]:
    transport = Transport(address, key, lambda: NOW, wire=httpx.MockTransport(handler))
    try:
        yield transport
    finally:
        transport.close()


@contextmanager
def market_of(handler: Handler, attempts: int = 1) -> Iterator[MarketClient]:
    with transport_to(handler) as transport:
        yield MarketClient(transport, BUSINESS, read_attempts=attempts)


class Recorder:
    """Answers from a list, in order, the last one for ever; keeps the requests."""

    def __init__(self, *handlers: Handler) -> None:
        self._handlers = list(handlers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        handler = self._handlers.pop(0) if len(self._handlers) > 1 else self._handlers[0]
        return handler(request)

    @property
    def bodies(self) -> list[Any]:
        return [json.loads(request.content) for request in self.requests]


def an_order(**fields: Any) -> dict[str, Any]:
    """A ``BusinessOrderDTO`` with what the description requires, and ``fields``."""
    return {
        "orderId": REF.order,
        "campaignId": REF.campaign,
        "programType": "FBS",
        "status": "PROCESSING",
        "substatus": "STARTED",
        "creationDate": "2026-11-19T18:05:11+03:00",
        "paymentType": "PREPAID",
        "paymentMethod": "SBP",
        "fake": False,
        "items": [an_item()],
        "delivery": {
            "type": "PICKUP",
            "serviceName": "Самовывоз",
            "deliveryServiceId": 1005474,
            "deliveryPartnerType": "YANDEX_MARKET",
            "dates": {"fromDate": "2026-11-24"},
        },
        **fields,
    }


def an_item(**fields: Any) -> dict[str, Any]:
    return {"id": 123456, "offerId": "SHOE-42", "offerName": "Ботинки", "count": 1, **fields}


def a_page(*orders: dict[str, Any], following: str | None = None) -> dict[str, Any]:
    paging = {"nextPageToken": following} if following else {}
    return {"orders": list(orders), "paging": paging}
