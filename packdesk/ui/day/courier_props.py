"""What the hand-over to couriers shows: frozen values."""

from dataclasses import dataclass

from packdesk.domain.ids import OrderId
from packdesk.ui.words.notice import Notice


@dataclass(frozen=True, slots=True)
class CourierRow:
    """An order that a courier comes for; ``left`` counts down to its shipment."""

    order: OrderId
    title: str
    state: str
    left: Notice
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class EnterCode:
    """The courier tells a code: it is typed and, while ``is_on``, checked.

    ``refusals`` counts the codes of the order that were wrong: what was typed is gone with each.
    """

    hint: str
    check: str
    is_on: bool
    refusals: int = 0


@dataclass(frozen=True, slots=True)
class TellCode:
    """This shop tells a code; empty where the Market has not given it."""

    code: str
    missing: str


@dataclass(frozen=True, slots=True)
class ChosenProps:
    """The order that is handed over now; ``result`` is what became of the last code."""

    order: OrderId
    title: str
    state: str
    left: Notice
    caption: str
    code: EnterCode | TellCode
    result: Notice | None
    leave: str


@dataclass(frozen=True, slots=True)
class CourierProps:
    """The section; ``told`` is about a scan or a trouble, not about the chosen order's code.

    ``rows`` are those of the last list that came, however old.
    """

    name: str
    guide: Notice
    find: str
    refresh: str
    caption: str
    rows: tuple[CourierRow, ...]
    empty: str
    told: Notice | None
    chosen: ChosenProps | None
