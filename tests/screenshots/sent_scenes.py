"""What was sent, in every state."""

from datetime import timedelta

from packdesk.station.errors import MarketUnreachable
from packdesk.station.reports import MarketTrouble
from packdesk.station.sent import NothingFound, SentRead, SentRow
from packdesk.ui.pages import PageName
from tests.screenshots.pretend import Pretend
from tests.ui.queue_entries import NOW
from tests.ui.sent_rows import DONE, PRINTED, history_of, refused_rows, sent_rows

AT_ONCE = 3
"""So many refusals are seen without scrolling on the smallest screen."""
_ROWS = refused_rows()
REFUSALS = tuple(_ROWS[first : first + AT_ONCE] for first in range(0, len(_ROWS), AT_ONCE))


def _show(table: Pretend) -> None:
    table.glass.frame.show_page(PageName.SENT)
    table.glass.sent.take_list(SentRead(sent_rows()))


def full(table: Pretend) -> None:
    """Every state once."""
    _show(table)


def refusals(rows: tuple[SentRow, ...], table: Pretend) -> None:
    """What the Market refused, each for a reason of its own."""
    table.glass.frame.show_page(PageName.SENT)
    table.glass.sent.take_list(SentRead(rows))


def empty(table: Pretend) -> None:
    """Nothing was sent yet."""
    table.glass.frame.show_page(PageName.SENT)


def offline(table: Pretend) -> None:
    """What waits tells until when."""
    _show(table)
    trouble = MarketTrouble(MarketUnreachable("op"), NOW + timedelta(minutes=5))
    table.glass.take(trouble)


def not_found(table: Pretend) -> None:
    """A number that nobody knows."""
    _show(table)
    table.glass.sent.take_list(NothingFound("51234567099"))


def refused_code(table: Pretend) -> None:
    """The history of an order whose code the Market refused."""
    _show(table)
    table.glass.sent.take_list(history_of(sent_rows()[0], *PRINTED))


def did_it_print(table: Pretend) -> None:
    """The question after a crash."""
    _show(table)
    table.glass.sent.take_list(history_of(sent_rows()[2], *PRINTED[:-1]))


def other_track(table: Pretend) -> None:
    """A parcel that has another track number already."""
    _show(table)
    table.glass.sent.take_list(history_of(sent_rows()[3]))


def done(table: Pretend) -> None:
    """An order with all its steps."""
    _show(table)
    table.glass.sent.take_list(history_of(sent_rows()[8], *DONE))
