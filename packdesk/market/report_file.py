"""The file of a finished report: a link that may lead anywhere, and knows nothing of the key."""

from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin

from packdesk.market.address import AddressRefused
from packdesk.market.caller import checked_pdf
from packdesk.market.calls import REPORT_FILE, Answer
from packdesk.market.transport import Transport
from packdesk.station.errors import MarketAnswerUnreadable, MarketBroken, MarketRefused

MOST_REDIRECTIONS: Final = 3

_ELSEWHERE: Final = frozenset({301, 302, 303, 307, 308})
_LATER: Final = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS})


def fetch_report(transport: Transport, link: str) -> bytes:
    """The PDF behind a link: over https, or on this machine.

    Raises:
        MarketRefused: the link does not (or no longer) open anything, told as 404.
        MarketBroken: the host cannot give it now.
        MarketUnreachable: there was no whole answer.
        MarketAnswerUnreadable: it is no PDF, or too large, or the link must not be followed.
    """
    call = REPORT_FILE.call()
    address = link
    try:
        for _ in range(1 + MOST_REDIRECTIONS):
            answer = transport.fetch(call, address)
            if answer.status not in _ELSEWHERE:
                return checked_pdf(call, _opened(answer))
            address = urljoin(address, answer.headers.get("location", ""))
    except (AddressRefused, ValueError) as error:
        raise MarketAnswerUnreadable(call.operation.name, body=f"a link to {error}") from error
    raise MarketAnswerUnreadable(call.operation.name, body="a link that leads nowhere")


def _opened(answer: Answer) -> Answer:
    status = answer.status
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _LATER:
        raise MarketBroken(REPORT_FILE.name, status=status)
    if status >= HTTPStatus.BAD_REQUEST:
        # Stores of files say 403 of a link that has run out: no word about the key.
        raise MarketRefused(REPORT_FILE.name, status=HTTPStatus.NOT_FOUND)
    return answer
