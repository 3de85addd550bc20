"""Long work for a lane, done a slice at a time, so that what is urgent comes in between."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from packdesk.station.ports import Err, Lane, Ok, Result

T = TypeVar("T")
R = TypeVar("R")

SLICE = 10
"""So many orders at a time: a journal on a slow disk takes some milliseconds for each."""


def in_slices(
    lane: Lane,
    items: Sequence[T],
    work: Callable[[Sequence[T]], tuple[R, ...]],
    on_done: Callable[[Result[tuple[R, ...]]], None],
    size: int = SLICE,
) -> None:
    """Do ``work`` over all items in the lane, then tell all it gave, in their order. GUI thread.

    The first error ends it: what was done before stays done, the rest is not begun.
    """
    _go_on(lane, items, work, on_done, size, ())


def _go_on(
    lane: Lane,
    items: Sequence[T],
    work: Callable[[Sequence[T]], tuple[R, ...]],
    on_done: Callable[[Result[tuple[R, ...]]], None],
    size: int,
    so_far: tuple[R, ...],
) -> None:
    if not items:
        on_done(Ok(so_far))
        return

    def did(result: Result[tuple[R, ...]]) -> None:
        match result:
            case Ok(more):
                _go_on(lane, items[size:], work, on_done, size, (*so_far, *more))
            case Err():
                on_done(result)

    lane.run(partial(work, items[:size]), did)
