"""HTTP around the world: keys, limits, troubles, the log, and answers in the Market's envelope."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from packdesk.sandbox.bodies import MAX_BODY_BYTES
from packdesk.sandbox.calls import Call, Content, Operation
from packdesk.sandbox.endpoints import OPERATIONS
from packdesk.sandbox.errors import ApiError, BadRequestError, NotFoundError
from packdesk.sandbox.handover_endpoints import REPORT_FILE
from packdesk.sandbox.keys import ApiKey, authorised, require
from packdesk.sandbox.limits import LimitCounter
from packdesk.sandbox.lines import Lines
from packdesk.sandbox.pictures import PATH as PICTURE_PATH
from packdesk.sandbox.pictures import picture
from packdesk.sandbox.replies import HTML, Reply, TornResponse, encoded
from packdesk.sandbox.request_log import RequestLog, RequestRecord, masked, readable
from packdesk.sandbox.strikes import AFTER, BEFORE, orders_named, strike
from packdesk.sandbox.troubles import Trouble, TroubleDesk, TroubleKind
from packdesk.sandbox.world import BUSINESS_ID, World

# Told even of a shop that is switched off.
ABOUT_A_SHOP = "getCampaign"
# Nobody's key: a link to a file needs none.
NO_KEY = ApiKey("", "", frozenset())


class FrontDesk:
    """Answers requests. Event loop thread only.

    Args:
        world: The Market's side.
        keys: Who may call.
        limits: Counts requests.
        log: Where every request and answer is noted.
        troubles: What goes wrong on order.
        lines: The open connections, to be cut on order.
    """

    def __init__(
        self,
        world: World,
        keys: tuple[ApiKey, ...],
        limits: LimitCounter,
        log: RequestLog,
        troubles: TroubleDesk,
        lines: Lines,
    ) -> None:
        self._world = world
        self._keys = keys
        self._limits = limits
        self._log = log
        self._troubles = troubles
        self._lines = lines
        self._ending = asyncio.Event()

    def app(self) -> Starlette:
        """The ASGI application."""
        app = Starlette(
            routes=[
                Route(operation.path, self._endpoint(operation), methods=[operation.method])
                for operation in (*OPERATIONS, REPORT_FILE)
            ]
            + [Route(PICTURE_PATH, self._picture, methods=["GET"])],
            exception_handlers={
                HTTPException: self._no_such_call,
                ClientDisconnect: self._gone,
                Exception: self._bug,
            },
        )
        app.router.redirect_slashes = False
        return app

    def hurry(self) -> None:
        """Answer what is slow on order at once, since the server ends."""
        self._ending.set()

    def _endpoint(self, operation: Operation) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            body = await _read(request)
            named = orders_named(request.path_params, body)
            trouble = self._troubles.meet(operation.name, named)
            kind = None if trouble is None else trouble.kind
            if kind is TroubleKind.DROP_BEFORE:
                return await self._drop(request, operation.name, body)
            if trouble is not None and kind in BEFORE:
                strike(self._world, trouble, named)
            reply = await self._reply(operation, request, body, trouble)
            if trouble is not None and kind in AFTER:
                strike(self._world, trouble, named)
            if kind is TroubleKind.DROP_AFTER:
                return await self._drop(request, operation.name, body)
            if kind is TroubleKind.RESET_IN_BODY:
                self._note(request, operation.name, body, None)
                client = request.scope["client"]
                return TornResponse(reply.response(), lambda: self._lines.reset(client))
            self._note(request, operation.name, body, reply)
            return reply.response()

        return answer

    async def _reply(
        self, operation: Operation, request: Request, body: bytes | None, trouble: Trouble | None
    ) -> Reply:
        entity = _entity(request)
        try:
            key = self._key(request, trouble) if operation.scopes else NO_KEY
            match trouble:
                case Trouble(kind=TroubleKind.BUSY):
                    return self._busy(operation, entity, trouble)
                case Trouble(kind=TroubleKind.BUSY_PARALLEL):
                    return self._refusal(operation.name, entity, self._limits.crowded(entity))
                case Trouble(kind=TroubleKind.HTML_INSTEAD_OF_PDF):
                    return Reply(HTTPStatus.OK, HTML, {})
                case _:
                    self._limits.enter(operation.name, entity)
        except ApiError as error:
            return self._refusal(operation.name, entity, error)
        status, cost = 500, 1
        content: Content = {}
        try:
            if trouble is not None and trouble.kind is TroubleKind.SLOW:
                await self._linger(trouble.seconds)
            _break(trouble)
            if operation.scopes:
                require(key, operation.scopes)
            content = operation.handle(self._call(operation, key, request, body))
            status, cost = 200, operation.cost(content)
        except ApiError as error:
            status, content = error.status, error.body()
        finally:
            self._limits.leave(operation.name, entity, status, cost)
        return Reply(
            status, encoded(content, trouble), self._limits.headers(operation.name, entity)
        )

    async def _linger(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._ending.wait(), seconds)

    def _key(self, request: Request, trouble: Trouble | None) -> ApiKey:
        if trouble is not None and trouble.kind is TroubleKind.REVOKED_KEY:
            raise ApiError(401, "Api-Key token is revoked")
        return authorised(self._keys, request.headers.get("api-key"))

    def _call(
        self, operation: Operation, key: ApiKey, request: Request, body: bytes | None
    ) -> Call:
        call = Call(
            self._world,
            key,
            str(request.base_url).rstrip("/"),
            request.path_params,
            request.query_params,
            _json_only(request, body),
        )
        if "campaignId" in request.path_params and operation.name != ABOUT_A_SHOP:
            self._world.check_campaign(call.place("campaignId"))
        if "businessId" in request.path_params:
            self._world.check_business(call.place("businessId"))
        return call

    def _busy(self, operation: Operation, entity: str, trouble: Trouble) -> Reply:
        error = self._limits.used_up(operation.name, entity)
        headers = {
            **self._limits.headers(operation.name, entity),
            **self._limits.told(0, self._limits.now() + timedelta(seconds=trouble.seconds)),
        }
        return Reply(error.status, encoded(error.body()), headers)

    def _refusal(self, name: str, entity: str, error: ApiError) -> Reply:
        return Reply(error.status, encoded(error.body()), self._limits.headers(name, entity))

    async def _picture(self, request: Request) -> Response:
        """A picture of a good: no call of the API, so without key and limits."""
        content = picture(request.path_params["name"])
        if content is None:
            return await self._no_such_call(request, HTTPException(HTTPStatus.NOT_FOUND))
        reply = Reply(HTTPStatus.OK, content, {})
        self._note(request, "", b"", reply)
        return reply.response()

    async def _no_such_call(self, request: Request, error: Exception) -> Response:
        """404 and 405 of the router."""
        wrong_method = (
            isinstance(error, HTTPException) and error.status_code != HTTPStatus.NOT_FOUND
        )
        answer = (
            ApiError(405, f"Request method '{request.method}' not supported")
            if wrong_method
            else NotFoundError("Resource not found")
        )
        body = await _read(request)
        reply = self._refusal("", _entity(request), answer)
        self._note(request, "", body, reply)
        return reply.response()

    async def _gone(self, *_: object) -> Response:
        """Nobody is left to answer."""
        return Response()

    async def _bug(self, request: Request, _: Exception) -> Response:
        reply = self._refusal("", _entity(request), ApiError(500, "Internal server error"))
        self._note(request, "", b"", reply)
        return reply.response()

    async def _drop(self, request: Request, name: str, body: bytes | None) -> Response:
        """Cut the connection instead of answering."""
        self._note(request, name, body, None)
        self._lines.cut(request.scope["client"])
        # The server writes an answer of its own unless it has seen the connection go.
        await request.receive()
        return Response()

    def _note(self, request: Request, name: str, body: bytes | None, reply: Reply | None) -> None:
        self._log.add(
            RequestRecord(
                time=self._limits.now().isoformat(timespec="milliseconds"),
                method=request.method,
                path=request.url.path,
                query=request.url.query,
                operation=name,
                key=masked(request.headers.get("api-key")),
                request=f"more than {MAX_BODY_BYTES} bytes" if body is None else readable(body),
                status=0 if reply is None else reply.status,
                response=None if reply is None else readable(reply.body),
            )
        )


async def _read(request: Request) -> bytes | None:
    """The body, read to its end; None if it is larger than the Market takes."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= MAX_BODY_BYTES:
            chunks.append(chunk)
    return b"".join(chunks) if size <= MAX_BODY_BYTES else None


def _break(trouble: Trouble | None) -> None:
    match trouble:
        case Trouble(kind=TroubleKind.BROKEN):
            raise ApiError(500, "Internal server error")
        case Trouble(kind=TroubleKind.UNAVAILABLE):
            raise ApiError(503, "Service temporarily unavailable. Please, try again later")
        case _:
            return


def _json_only(request: Request, body: bytes | None) -> bytes:
    if body is None:
        raise BadRequestError(f"Request body is larger than {MAX_BODY_BYTES} bytes")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if body and kind != "application/json":
        raise ApiError(415, f"Content type '{kind}' not supported")
    return body


def _entity(request: Request) -> str:
    for name in ("campaignId", "businessId"):
        if name in request.path_params:
            return f"{name} {request.path_params[name]}"
    return f"businessId {BUSINESS_ID}"
