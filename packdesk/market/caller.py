"""Calls made and their answers read: what is retried, what is refused, what a PDF is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

import stamina
from pydantic import ValidationError

from packdesk.domain.ids import OrderRef
from packdesk.market.calls import Answer, Call, Operation
from packdesk.market.failures import failure, json_of, unreadable
from packdesk.market.transport import Transport
from packdesk.market.wire import WireModel
from packdesk.station.errors import MarketAnswerUnreadable, MarketBroken, MarketUnreachable

M = TypeVar("M", bound=WireModel)
T = TypeVar("T")

_PDF_TYPES: Final = frozenset({"application/pdf", "application/octet-stream"})


class Caller:
    """Makes calls over a transport. Every method blocks; any lane.

    Args:
        transport: carries the calls.
        read_attempts: how often a reading call is tried in all.
        keep: keeps an answer that cannot be read, and gives the place where.
    """

    def __init__(
        self,
        transport: Transport,
        read_attempts: int,
        keep: Callable[[MarketAnswerUnreadable], str] = lambda _: "",
    ) -> None:
        self.transport = transport
        self._attempts = read_attempts
        self._keep = keep

    def read(self, call: Call, model: type[M]) -> M:
        """The answer of a call that changes nothing, tried a few times."""
        return self.again(lambda: self.read_once(call, model))

    def read_once(self, call: Call, model: type[M]) -> M:
        """The answer of a call that is not to be made twice by itself."""
        with self._keeping():
            return _parsed(call, self._sent(call), model)

    def pdf(self, call: Call) -> bytes:
        """The PDF that a call which changes nothing gives, tried a few times."""
        return self.again(lambda: self.pdf_once(call))

    def pdf_once(self, call: Call) -> bytes:
        """The PDF of a call that is not to be made twice by itself."""
        with self._keeping():
            return checked_pdf(call, self._sent(call))

    def change(self, call: Call) -> None:
        """Whatever the answer tells beside its being one of the Market's is re-read elsewhere."""
        with self._keeping():
            _parsed(call, self._sent(call), WireModel)

    def again(self, work: Callable[[], T]) -> T:
        """Only for what changes nothing."""
        trying = stamina.RetryingCaller(
            attempts=self._attempts, timeout=30.0, wait_initial=0.3, wait_max=3.0, wait_jitter=0.3
        )
        return trying((MarketUnreachable, MarketBroken), work)

    @contextmanager
    def _keeping(self) -> Iterator[None]:
        try:
            yield
        except MarketAnswerUnreadable as error:
            error.kept = self._keep(error)
            raise

    def _sent(self, call: Call) -> Answer:
        answer = self.transport.send(call)
        error = failure(call, answer)
        if error is not None:
            raise error
        return answer


def of_order(
    operation: Operation,
    ref: OrderRef,
    query: tuple[tuple[str, str], ...] = (),
    body: WireModel | None = None,
) -> Call:
    """A call about one order."""
    told = None if body is None else json_text(body)
    return operation.call(ref.campaign, ref.order, order=ref.order, query=query, body=told)


def paged(limit: int, token: str | None) -> tuple[tuple[str, str], ...]:
    """The query for the page of a token; the first has none."""
    first = (("limit", str(limit)),)
    return first if token is None else (*first, ("pageToken", token))


def json_text(body: WireModel) -> bytes:
    """A body as it is sent; what is None is left out."""
    return body.model_dump_json(by_alias=True, exclude_none=True).encode()


def checked_pdf(call: Call, answer: Answer) -> bytes:
    """The PDF in an answer; ``MarketAnswerUnreadable`` for all else, whatever it calls itself."""
    if answer.content_type not in _PDF_TYPES or not answer.content.startswith(b"%PDF"):
        raise unreadable(call, answer)
    return answer.content


def _parsed(call: Call, answer: Answer, model: type[M]) -> M:
    try:
        return model.model_validate_json(json_of(answer))
    except ValidationError as error:
        raise unreadable(call, answer) from error
