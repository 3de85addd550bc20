"""The states of the queue."""

from dataclasses import replace
from datetime import timedelta

from packdesk.domain.access import Access
from packdesk.domain.events import AsideReason, PutAside
from packdesk.station.errors import MarketKeyRejected, MarketUnreachable
from packdesk.station.reports import MarketTrouble, SendState
from packdesk.ui.pages import PageName
from packdesk.ui.queue.filters import QueueFilter
from tests.screenshots.goods import QUEUE, read
from tests.screenshots.pretend import Pretend
from tests.ui.queue_entries import NOW

SOON = NOW + timedelta(minutes=2)


def full(table: Pretend) -> None:
    table.glass.take(read(*QUEUE))


def calling(table: Pretend) -> None:
    """Orders that changed, that a buyer cancels, and that wait for a reason."""
    changed, cancelled, waits, *others = QUEUE
    aside = PutAside(AsideReason.OTHER, "Нет нужного цвета")
    table.glass.take(
        read(
            replace(changed, is_changed=True),
            replace(cancelled, is_changed=True, access=Access.CANCEL_REQUESTED),
            replace(waits, aside=aside, send=SendState.NONE),
            *others,
        )
    )


def searching(table: Pretend) -> None:
    full(table)
    table.glass.queue.search("кроссовки")


def filtering(table: Pretend) -> None:
    full(table)
    table.glass.queue.toggle(QueueFilter.EXPRESS)


def nothing_found(table: Pretend) -> None:
    full(table)
    table.glass.queue.search("велосипед складной двухколёсный")


def empty(table: Pretend) -> None:
    table.glass.take(read())


def loading(table: Pretend) -> None:
    """Nothing has been told yet."""


def no_key(table: Pretend) -> None:
    """The first run: the keyring has no key."""
    table.setup.start()
    table.glass.frame.show_page(PageName.QUEUE)


def offline(table: Pretend) -> None:
    table.glass.take(MarketTrouble(MarketUnreachable("getBusinessOrders"), SOON))


def error(table: Pretend) -> None:
    table.glass.take(MarketTrouble(MarketKeyRejected("getBusinessOrders", status=401), None))


def trouble(table: Pretend) -> None:
    full(table)
    offline(table)


def crash(table: Pretend) -> None:
    full(table)
    table.glass.frame.show_crash()
