"""Calls to a running sandbox, each request and answer checked against the description."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.world import BUSINESS_ID
from tests.contract.openapi import check_request, check_response

# Made once, since it takes longer than most tests.
TLS = ssl.create_default_context()
LIMITS = {f"x-ratelimit-resource-{word}" for word in ("limit", "remaining", "until")}
ORDERS = f"/v1/businesses/{BUSINESS_ID}/orders"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: Any
    headers: httpx.Headers

    @property
    def message(self) -> str:
        return "; ".join(error["message"] for error in self.body["errors"])


class Calls:
    """A caller with one key; every answer is checked."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def ask(
        self, method: str, path: str, body: Any = None, query: dict[str, str] | None = None
    ) -> Answer:
        """Send what the description allows."""
        query = query or {}
        check_request(method, path, query, body)
        content = {} if body is None else {"json": body}
        return self.send(method, path, query, **content)

    def send(
        self, method: str, path: str, query: dict[str, str] | None = None, **content: Any
    ) -> Answer:
        """Send anything."""
        response = self._client.request(method, path, params=query or {}, **content)
        assert response.headers.keys() >= LIMITS
        pdf = response.headers["content-type"] == "application/pdf"
        body = response.content if pdf else response.json()
        check_response(method, path, response.status_code, body)
        return Answer(response.status_code, body, response.headers)


@contextmanager
def calls_to(sandbox: Sandbox, key: str | None = DEMO_KEY) -> Iterator[Calls]:
    headers = {} if key is None else {"Api-Key": key}
    with httpx.Client(
        base_url=sandbox.base_url, headers=headers, verify=TLS, trust_env=False
    ) as client:
        yield Calls(client)
