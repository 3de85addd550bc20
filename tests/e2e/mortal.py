"""A workplace that can be killed at any commit of its outbox, and what it leaves behind."""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import get_args

from typing_extensions import override

from packdesk.domain.errands import ErrandEvent
from packdesk.domain.events import Event, SubmissionEvent
from packdesk.domain.ids import OrderId
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.station.ports import Group, OutboxChange, Stamp

OUTBOX_EVENTS = (*get_args(SubmissionEvent), *get_args(ErrandEvent))


class Killed(BaseException):
    """The power went off: no program catches this."""


class Side(Enum):
    """On which side of a commit the power goes off."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(slots=True)
class Fate:
    """When a workplace dies: at these transitions of its outbox, counted from 0.

    ``aim`` is one more death, at the first transition of this name. ``hit`` counts the deaths by the transition's first event and the side of its commit; ``met``
    counts the transitions that were passed.
    """

    deaths: dict[int, Side] = field(default_factory=dict)
    aim: tuple[str, Side] | None = None
    passed: int = 0
    hit: Counter[tuple[str, Side]] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)

    def meets(self, events: tuple[Event, ...]) -> Side | None:
        """The side on which this commit is death, None for life."""
        ours = [event for event in events if isinstance(event, OUTBOX_EVENTS)]
        if not ours:
            return None
        name = type(ours[0]).__name__
        self.met[name] += 1
        side = self.deaths.get(self.passed)
        self.passed += 1
        if self.aim is not None and self.aim[0] == name and not self.hit:
            side = self.aim[1]
        if side is not None:
            self.hit[name, side] += 1
        return side


class MortalJournal(SqliteJournal):
    """A journal on the disk whose commits can be the last."""

    def __init__(self, place: Path, fate: Fate) -> None:
        super().__init__(place)
        self._fate = fate

    @override
    def append(
        self,
        order: OrderId,
        after: int,
        events: tuple[Event, ...],
        stamp: Stamp,
        outbox: OutboxChange = OutboxChange.NONE,
    ) -> Group:
        side = self._fate.meets(events)
        if side is Side.BEFORE:
            raise Killed
        group = super().append(order, after, events, stamp, outbox)
        if side is Side.AFTER:
            raise Killed
        return group
