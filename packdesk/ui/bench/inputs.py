"""What the bench is shown from: one frozen value, swapped whole."""

from dataclasses import dataclass
from datetime import datetime

from packdesk.domain.ids import ItemId
from packdesk.domain.problems import Problem
from packdesk.station.errors import PackdeskError
from packdesk.station.reports import Bench
from packdesk.ui.bench.picks import Hover, Pick


@dataclass(frozen=True, slots=True)
class SendTrouble:
    """A step of the order's submission could not be taken now; ``retry_at`` is aware."""

    error: PackdeskError
    retry_at: datetime | None


@dataclass(frozen=True, slots=True)
class BenchInputs:
    """``touched`` is the item of the last answer; ``now`` is aware, None before the first tick.

    ``problems`` are those that the last "Finish" was refused for, None while none are listed.
    """

    bench: Bench | None = None
    touched: ItemId | None = None
    now: datetime | None = None
    pick: Pick | None = None
    hover: Hover | None = None
    problems: tuple[Problem, ...] | None = None
    trouble: SendTrouble | None = None
