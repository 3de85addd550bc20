"""Lists of the API: cut into what one request takes, and read page by page."""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from packdesk.station.errors import MarketAnswerUnreadable

T = TypeVar("T")

MOST_PAGES: Final = 400


def chunks(values: Iterable[T], size: int) -> tuple[tuple[T, ...], ...]:
    """Each value once, in its order, at most ``size`` together; nothing for no values."""
    once = tuple(dict.fromkeys(values))
    return tuple(once[start : start + size] for start in range(0, len(once), size))


def all_pages(
    operation: str, page: Callable[[str | None], tuple[tuple[T, ...], str | None]]
) -> tuple[T, ...]:
    """Everything from the first page to the one that names no other.

    Args:
        operation: the operationId, for the error.
        page: gives what is on the page of a token, and the token of the next page.

    Raises:
        MarketAnswerUnreadable: the pages go in a circle, or do not end.
    """
    found: list[T] = []
    token: str | None = None
    seen: set[str] = set()
    while True:
        some, token = page(token)
        found += some
        if not token:
            return tuple(found)
        if token in seen or len(seen) >= MOST_PAGES:
            raise MarketAnswerUnreadable(operation, body=f"paging without an end at {token!r}")
        seen.add(token)
