"""A line to a server on which every request and answer is held against the description."""

import json
from typing import Any

import httpx
from typing_extensions import override

from tests.contract.openapi import check_request, check_response


class CheckedWire(httpx.BaseTransport):
    """Passes on what is lawful; anything else fails the test. ``operations`` notes the calls."""

    def __init__(self) -> None:
        self._line = httpx.HTTPTransport(verify=False)
        self.operations: list[str] = []

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/reports/"):
            assert "api-key" not in request.headers, "a link to a file needs no key"
            return self._line.handle_request(request)
        path, query = request.url.path, dict(request.url.params)
        body = json.loads(request.content) if request.content else None
        self.operations.append(check_request(request.method, path, query, body).name)
        assert "authorization" not in request.headers
        answer = self._line.handle_request(request)
        try:
            content = answer.read()
        finally:
            answer.close()
        told = _value(content, answer.headers.get("content-type", ""))
        if self.must_be_lawful():
            check_response(request.method, path, answer.status_code, told)
        return httpx.Response(answer.status_code, headers=answer.headers, content=content)

    def must_be_lawful(self) -> bool:
        """Whether the server is expected to keep to the description just now."""
        return True

    @override
    def close(self) -> None:
        self._line.close()


def _value(content: bytes, content_type: str) -> Any:
    if content_type.startswith("application/pdf"):
        return content
    try:
        return json.loads(content)
    except ValueError:
        return content
