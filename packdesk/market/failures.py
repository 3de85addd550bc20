"""From an answer of the Market to the error it means.

The pages list messages, not codes, so what decides is the HTTP status, then the message. What is
not in the Market's own form comes from somebody in between (a login page, a proxy) and says
nothing about the key or the order.
"""

from http import HTTPStatus
from typing import Final

from pydantic import ValidationError

from packdesk.market.calls import Answer, Call
from packdesk.market.limits import period_end
from packdesk.market.wire import ApiErrorResponse
from packdesk.station.errors import (
    ApiError,
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketRefused,
)

ENHANCE_YOUR_CALM: Final = 420
CLIENT_CLOSED: Final = 499
BODY_KEPT: Final = 4000

_BUSY = frozenset({ENHANCE_YOUR_CALM, HTTPStatus.TOO_MANY_REQUESTS})
_BROKEN = frozenset({CLIENT_CLOSED, HTTPStatus.REQUEST_TIMEOUT})
_KEY = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_BOM = b"\xef\xbb\xbf"


def failure(call: Call, answer: Answer) -> MarketError | None:
    """The error that an answer is, or None where it is a success as far as the status tells."""
    name, order, status = call.operation.name, call.order, answer.status
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _BROKEN:
        return MarketBroken(name, order, status=status)
    told = _envelope(answer)
    if status in _BUSY:
        at_once = any("parallel" in error.message for error in _errors(told))
        retry_at = None if at_once else period_end(answer.headers, answer.received_at)
        return MarketBusy(name, order, retry_at=retry_at)
    if status < HTTPStatus.MULTIPLE_CHOICES:
        if told is not None and told.status == "ERROR":
            return MarketRefused(name, order, status=status, errors=_errors(told))
        return None
    if status < HTTPStatus.BAD_REQUEST or (told is None and answer.content.strip()):
        return unreadable(call, answer)
    refused = MarketKeyRejected if status in _KEY else MarketRefused
    return refused(name, order, status=status, errors=_errors(told))


def unreadable(call: Call, answer: Answer) -> MarketAnswerUnreadable:
    """The error for an answer that is not what the API's description says."""
    head = answer.content[:BODY_KEPT].decode("utf-8", errors="replace")
    return MarketAnswerUnreadable(
        call.operation.name, call.order, body=f"HTTP {answer.status} {answer.content_type}\n{head}"
    )


def json_of(answer: Answer) -> bytes:
    """The JSON text of an answer, without a byte order mark."""
    return answer.content.removeprefix(_BOM)


def _envelope(answer: Answer) -> ApiErrorResponse | None:
    try:
        return ApiErrorResponse.model_validate_json(json_of(answer))
    except ValidationError:
        return None


def _errors(told: ApiErrorResponse | None) -> tuple[ApiError, ...]:
    if told is None:
        return ()
    return tuple(ApiError(one.code or "", one.message or "") for one in told.errors or ())
