"""A bare HTTP server on 127.0.0.1 that answers by a function; a thread for each connection."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came over the line."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back; ``cut`` bytes of the content are held back and the line is cut."""

    content: bytes
    status: int = 200
    content_type: str = "application/json"
    cut: int = 0


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 32


@contextmanager
def stub_server(answer: Callable[[Asked], Reply]) -> Iterator[str]:
    """Its address, as long as it runs."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            assert self.command is not None
            reply = answer(Asked(self.command, self.path, headers, self.rfile.read(size)))
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(len(reply.content)))
            self.end_headers()
            self.wfile.write(reply.content[: len(reply.content) - reply.cut])

        do_GET = do_POST = do_PUT = _answer  # noqa: N815 - named by http.server

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Nothing is written to the console."""

    with _Server(("127.0.0.1", 0), Handler) as server:
        worker = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        worker.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            worker.join()
