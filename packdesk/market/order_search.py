"""How getBusinessOrders is asked so that nothing is missed.

Source: Partner API, getBusinessOrders: lists hold at most 50 values and are never empty; without
dates only the last 30 days are searched, and no window is longer; test orders come only with
``fake``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Final, TypeVar

from packdesk.domain.ids import OrderRef
from packdesk.domain.order import Order
from packdesk.market.paging import chunks
from packdesk.market.wire import GetBusinessOrdersRequest, OrderDatesFilterDTO
from packdesk.station.ports import OrderQuery

T = TypeVar("T")

VALUES_A_LIST: Final = 50
WINDOW: Final = timedelta(days=30)
WINDOWS_BACK: Final = 3


def requests_of(query: OrderQuery) -> Iterator[GetBusinessOrdersRequest]:
    """The requests that together ask for all that a query names."""
    named = product(_lists(query.orders), _lists(query.external_ids), _lists(query.campaigns))
    for orders, external_ids, campaigns in named:
        yield GetBusinessOrdersRequest(
            order_ids=orders,
            external_order_ids=external_ids,
            program_types=tuple(program.value for program in query.programs) or None,
            campaign_ids=campaigns,
            statuses=tuple(status.value for status in query.statuses) or None,
            substatuses=tuple(substatus.value for substatus in query.substatuses) or None,
            fake=query.fake,
        )


def find_order(
    ref: OrderRef, today: date, ask: Callable[[GetBusinessOrdersRequest], Iterable[Order]]
) -> Order | None:
    """Ask in one way after the other until the order is there; None if it is not."""
    for request in _ways(ref, today):
        for order in ask(request):
            if order.ref == ref:
                return order
    return None


def _ways(ref: OrderRef, today: date) -> Iterator[GetBusinessOrdersRequest]:
    # The last day of a window is not in it; today is ahead of nowhere in Russia by a day and more.
    end = today + timedelta(days=2)
    windows: list[OrderDatesFilterDTO | None] = [None]
    windows += [_window(end - number * WINDOW) for number in range(1, WINDOWS_BACK + 1)]
    for window, fake in product(windows, (False, True)):
        yield GetBusinessOrdersRequest(
            order_ids=(ref.order,), campaign_ids=(ref.campaign,), dates=window, fake=fake
        )


def _window(end: date) -> OrderDatesFilterDTO:
    return OrderDatesFilterDTO(
        creation_date_from=(end - WINDOW).isoformat(), creation_date_to=end.isoformat()
    )


def _lists(values: Sequence[T]) -> tuple[tuple[T, ...] | None, ...]:
    return chunks(values, VALUES_A_LIST) or (None,)
