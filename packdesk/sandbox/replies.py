"""Answers before they are sent, whole or spoilt."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from typing_extensions import override

from packdesk.sandbox.calls import Content
from packdesk.sandbox.pictures import PNG
from packdesk.sandbox.troubles import Trouble, TroubleKind, with_unknown_values

HTML = b"<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>"
TYPES = {b"%PDF": "application/pdf", PNG: "image/png", b"<!DOCTYPE html": "text/html"}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer before it is sent.

    Attributes:
        status: HTTP status.
        body: Bytes of JSON, PDF, PNG or HTML.
        headers: The limit headers.
    """

    status: int
    body: bytes
    headers: Mapping[str, str]

    def response(self) -> Response:
        """As Starlette sends it."""
        kinds = (kind for start, kind in TYPES.items() if self.body.startswith(start))
        kind = next(kinds, "application/json")
        return Response(self.body, self.status, dict(self.headers), media_type=kind)


class TornResponse(Response):
    """An answer that ends in the middle of its body.

    Args:
        whole: What should have been sent.
        reset: Resets the connection.
    """

    def __init__(self, whole: Response, reset: Callable[[], None]) -> None:
        super().__init__()
        self._whole = whole
        self._reset = reset

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        whole = self._whole
        await send(
            {
                "type": "http.response.start",
                "status": whole.status_code,
                "headers": whole.raw_headers,
            }
        )
        half = bytes(whole.body[: len(whole.body) // 2])
        await send({"type": "http.response.body", "body": half, "more_body": True})
        self._reset()
        # The server complains of an unfinished answer unless it has seen the connection go.
        await receive()


def encoded(content: Content, trouble: Trouble | None = None) -> bytes:
    """The bytes of an answer, spoilt by the trouble if it spoils answers."""
    if isinstance(content, bytes):
        return content
    told: Any = content
    if trouble is not None and trouble.kind is TroubleKind.UNKNOWN_VALUES:
        told = with_unknown_values(content)
    body = json.dumps(told, ensure_ascii=False).encode()
    if trouble is not None and trouble.kind is TroubleKind.BAD_JSON:
        return body[: len(body) // 2]
    return body
