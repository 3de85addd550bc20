"""The sandbox as a server in a thread of this process, and as a command."""

import asyncio
import socket
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self, TextIO

import uvicorn
from typing_extensions import override

from packdesk.resource_files import resource
from packdesk.sandbox.keys import DEMO, DEMO_KEY, ApiKey
from packdesk.sandbox.limits import LimitCounter, Limits
from packdesk.sandbox.lines import Lines
from packdesk.sandbox.moments import Clock, clock_on, system_clock
from packdesk.sandbox.order_file import OrderFile, OrderFileInvalid, load_order_file
from packdesk.sandbox.request_log import RequestLog, RequestRecord
from packdesk.sandbox.server import FrontDesk
from packdesk.sandbox.troubles import NAMED, Trouble, TroubleDesk
from packdesk.sandbox.world import BUSINESS_ID, World

HOST = "127.0.0.1"
DEMO_DAY = "demo/day.json"
START_TIMEOUT_S = 20.0
# How long a request in flight may take to end when the sandbox stops.
GRACE_S = 1.0
WRONG_USAGE = 2
NEEDS_A_PERSON = 1


class SandboxUnavailable(Exception):
    """The sandbox cannot listen.

    Attributes:
        port: The port asked for; 0 for any free one.
    """

    def __init__(self, port: int, reason: str) -> None:
        super().__init__(f"port {port}: {reason}")
        self.port = port


class _Server(uvicorn.Server):
    """uvicorn's server, which says when it listens and ends without its pauses of 100 ms each."""

    def __init__(self, config: uvicorn.Config, hurry: Callable[[], None]) -> None:
        super().__init__(config)
        self._hurry = hurry
        self.ready = Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending: asyncio.Event | None = None

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self._ending = asyncio.Event()
        self.ready.set()

    @override
    async def main_loop(self) -> None:
        counter = 0
        while self._ending is not None and not await self.on_tick(counter):
            counter += 1
            try:
                await asyncio.wait_for(self._ending.wait(), 0.1)
            except TimeoutError:
                continue

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        self._hurry()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks, timeout=GRACE_S)
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks)
        # A closed connection is gone one turn of the loop later, an aborted one after two.
        for _ in range(3):
            await asyncio.sleep(0)

    def end(self) -> None:
        """Let it end; any thread."""
        self.should_exit = True
        if self._loop is not None and self._ending is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ending.set)


class Sandbox:
    """A Market on 127.0.0.1, from ``start`` until ``stop``; a context manager.

    What has happened to its orders outlives ``stop``; a new ``start`` listens on the same port.

    Args:
        orders: The day: an orders file, its path, or None for the demo day.
        port: 0 for any free one.
        today: The day to which a path's dates are moved; None for the clock's.
        clock: The Market's time; None for the real one, on ``today``.
        keys: Who may call.
        limits: How often.
        trouble: What goes wrong from the start.
        log_path: File to append the log to, or None.
        availability: ``apiAvailability`` of shops that are not AVAILABLE, by campaign id.

    Raises:
        OrderFileInvalid: If the orders file cannot be used.
    """

    def __init__(
        self,
        orders: OrderFile | Path | None = None,
        *,
        port: int = 0,
        today: date | None = None,
        clock: Clock | None = None,
        keys: tuple[ApiKey, ...] = (DEMO,),
        limits: Limits | None = None,
        trouble: Trouble | None = None,
        log_path: Path | None = None,
        availability: Mapping[int, str] | None = None,
    ) -> None:
        day = today or (clock or system_clock)().date()
        if orders is None:
            orders = resource(DEMO_DAY)
        self.orders = orders if isinstance(orders, OrderFile) else load_order_file(orders, day)
        self.world = World(self.orders, clock or clock_on(day), availability)
        self._keys = keys
        self._limits = limits or Limits()
        # The callers' clock, which a moved day leaves alone: they are told when to come again.
        self._limit_clock = clock or system_clock
        self._troubles = TroubleDesk(trouble)
        self._log = RequestLog(log_path)
        self._port = port
        self._running: tuple[_Server, Thread, socket.socket] | None = None

    @property
    def base_url(self) -> str:
        """``http://127.0.0.1:<port>``, known from the first ``start`` on."""
        return f"http://{HOST}:{self._port}"

    @property
    def log(self) -> tuple[RequestRecord, ...]:
        """Requests and answers so far, oldest first."""
        return self._log.records()

    @property
    def trouble(self) -> Trouble | None:
        """What goes wrong; may be set at any time, from any thread."""
        return self._troubles.present

    @trouble.setter
    def trouble(self, trouble: Trouble | None) -> None:
        self._troubles.present = trouble

    def start(self) -> Self:
        """Listen; returns when requests are answered.

        Raises:
            SandboxUnavailable: If the port is taken or the server does not come up.
            OSError: If the log file cannot be opened.
        """
        listener = _listener(self._port)
        try:
            self._log.open()
        except OSError:
            listener.close()
            raise
        self._port = listener.getsockname()[1]
        server = self._server()
        thread = Thread(target=_run, args=(server, listener), name="sandbox", daemon=True)
        thread.start()
        self._running = (server, thread, listener)
        if not server.ready.wait(START_TIMEOUT_S) or not server.started:
            self.stop()
            raise SandboxUnavailable(self._port, "the server did not start")
        return self

    def stop(self) -> None:
        """Stop listening; connections end. Nothing happens if it does not run."""
        if self._running is None:
            return
        server, thread, listener = self._running
        self._running = None
        server.end()
        thread.join()
        listener.close()
        self._log.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _server(self) -> _Server:
        lines = Lines()
        limits = LimitCounter(self._limits, self._limit_clock)
        desk = FrontDesk(self.world, self._keys, limits, self._log, self._troubles, lines)
        config = uvicorn.Config(
            desk.app(),
            http=lines.protocol(),
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
        )
        return _Server(config, desk.hurry)


def serve(
    *,
    port: int = 0,
    orders: Path | None = None,
    log_path: Path | None = None,
    trouble: str | None = None,
    today: date | None = None,
) -> int:
    """Run the sandbox until Ctrl+C, telling on standard output where it is.

    Returns:
        The exit code: 0 after Ctrl+C, 1 if the port or the log file cannot be had, 2 for an orders
        file or a trouble that cannot be used.
    """
    if trouble is not None and trouble not in NAMED:
        _say(f"No trouble is called {trouble}. There are: {', '.join(NAMED)}", sys.stderr)
        return WRONG_USAGE
    chosen = None if trouble is None else NAMED[trouble]
    try:
        sandbox = Sandbox(orders, port=port, today=today, trouble=chosen, log_path=log_path)
    except OrderFileInvalid as error:
        _say(f"The orders file cannot be used. {error}", sys.stderr)
        return WRONG_USAGE
    try:
        sandbox.start()
    except (SandboxUnavailable, OSError) as error:
        _say(f"The sandbox cannot start. {error}", sys.stderr)
        return NEEDS_A_PERSON
    try:
        _tell(sandbox)
        ending = Event()
        # Windows answers Ctrl+C only between waits.
        while not ending.wait(0.5):
            continue
    except KeyboardInterrupt:
        _say("The sandbox has stopped.")
    finally:
        sandbox.stop()
    return 0


def _say(sentence: str, stream: TextIO | None = None) -> None:
    stream = stream or sys.stdout
    stream.write(f"{sentence}\n")
    stream.flush()


def _tell(sandbox: Sandbox) -> None:
    campaigns = ", ".join(str(campaign["id"]) for campaign in sandbox.world.campaigns())
    _say(f"The sandbox listens on {sandbox.base_url}")
    _say(f"Api-Key: {DEMO_KEY}")
    _say(f"Business {BUSINESS_ID}, shops {campaigns}, {len(sandbox.orders.orders)} orders")
    _say("Ctrl+C ends it.")


def _listener(port: int) -> socket.socket:
    # Named as TCP, since asyncio switches the delay of small packets off for such sockets only:
    # 0.7 instead of 44 ms per request.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise SandboxUnavailable(port, str(error)) from error
    return listener


def _run(server: _Server, listener: socket.socket) -> None:
    try:
        server.run(sockets=[listener])
    finally:
        server.ready.set()
