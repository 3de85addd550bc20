"""What the tour found: per order what the Market holds, held against what lay on the goods."""

from dataclasses import dataclass
from typing import Protocol

from packdesk.ui.tour.day import Piece, TourOrder


@dataclass(frozen=True, slots=True)
class AtMarket:
    """What the Market says of an order: the judge of the tour.

    ``units`` are pairs (item id, whole units and complete sets of parts); ``codes`` are all codes
    of the stored layout, each once.
    """

    status: str
    boxes: int
    labels: int
    units: tuple[tuple[str, int], ...]
    codes: frozenset[str]


class Judge(Protocol):
    """Asks the Market about an order."""

    def __call__(self, number: str) -> AtMarket:
        """What it holds now."""


@dataclass(frozen=True, slots=True)
class Line:
    """One order of the tour; ``trouble`` is empty where all is as it must be."""

    order: TourOrder
    at_market: AtMarket
    told: str
    seconds: float
    trouble: str = ""


def judged(
    order: TourOrder, packed: tuple[Piece, ...], at_market: AtMarket, told: str, seconds: float
) -> Line:
    """Hold the Market's state against what was packed."""
    marks = {mark for piece in packed for mark in piece.marks}
    marks |= {piece.country for piece in packed if piece.country}
    ready = "PROCESSING / READY_TO_SHIP"
    trouble = ""
    if order.is_packable:
        if at_market.units != tuple(sorted(order.counts)):
            trouble = "units"
        elif at_market.codes != marks:
            trouble = "codes"
        elif not at_market.boxes or not at_market.labels:
            trouble = "labels"
        elif (at_market.status == ready) == (order.program == "DBS"):
            trouble = "status"
    elif not told:
        trouble = "silence"
    return Line(order, at_market, told, seconds, trouble)


def table(lines: tuple[Line, ...], heads: tuple[str, ...]) -> str:
    """The lines as columns for a terminal."""
    rows = [heads]
    rows += [
        (
            line.order.number,
            str(line.at_market.boxes),
            str(len(line.at_market.codes)),
            str(line.at_market.labels),
            line.at_market.status,
            f"{line.seconds:.1f}",
            line.trouble or "✓",
        )
        for line in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
