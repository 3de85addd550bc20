"""Open connections, so that one can be cut where an answer should be."""

import asyncio
import socket
import struct
import sys
from typing import TypeAlias

from typing_extensions import override
from uvicorn.protocols.http.h11_impl import H11Protocol

Client: TypeAlias = tuple[str, int]

# On, for no time: what is not yet sent is thrown away and the connection reset.
NO_LINGER = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Lines:
    """The open connections by the client's address. Event loop thread only."""

    def __init__(self) -> None:
        self._open: dict[Client, asyncio.Transport] = {}

    def cut(self, client: Client) -> None:
        """Close a connection at once, without an answer; nothing happens if it is gone already."""
        transport = self._open.get(client)
        if transport is not None:
            transport.abort()

    def reset(self, client: Client) -> None:
        """Break a connection off, so that the other side sees a reset."""
        transport = self._open.get(client)
        if transport is not None:
            line = transport.get_extra_info("socket")
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
            transport.abort()

    def protocol(self) -> type[H11Protocol]:
        """Uvicorn's protocol, told to note its connections here."""
        lines = self._open

        class NotedProtocol(H11Protocol):
            @override
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                if self.client is not None:
                    lines[self.client] = transport

            @override
            def connection_lost(self, exc: Exception | None) -> None:
                if self.client is not None:
                    lines.pop(self.client, None)
                super().connection_lost(exc)

        return NotedProtocol
