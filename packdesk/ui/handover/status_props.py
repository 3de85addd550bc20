"""What the section of statuses shows: frozen values."""

from dataclasses import dataclass
from datetime import date

from packdesk.domain.errands import CancelReason
from packdesk.domain.order import OrderStatus
from packdesk.ui.handover.tracks_props import HandedRowProps
from packdesk.ui.words.notice import Notice


@dataclass(frozen=True, slots=True)
class StepProps:
    """One step of an order's way."""

    label: str
    is_now: bool
    is_past: bool


@dataclass(frozen=True, slots=True)
class MoveProps:
    """A status that can be set; ``key`` is on its button."""

    status: OrderStatus
    label: str
    key: str


@dataclass(frozen=True, slots=True)
class ReasonProps:
    """A reason for a cancellation: its button must be held down, or ``key``."""

    reason: CancelReason
    label: str
    key: str


@dataclass(frozen=True, slots=True)
class DayProps:
    """The field for the real day; ``notice`` is what is found in what was typed."""

    caption: str
    hint: str
    notice: Notice
    text: str = ""
    day: date | None = None
    is_right: bool = True


@dataclass(frozen=True, slots=True)
class OrderStatusProps:
    """The order that was picked; ``waits`` is for the Market's answer to what was set last."""

    title: str
    waits: bool
    status: str
    warning: str
    steps: tuple[StepProps, ...]
    moves: tuple[MoveProps, ...]
    day: DayProps | None
    cancel_caption: str
    reasons: tuple[ReasonProps, ...]
    rows: tuple[HandedRowProps, ...]


@dataclass(frozen=True, slots=True)
class StatusProps:
    """The section."""

    guide: Notice
    hint: str
    find: str
    empty: str
    other: str
    order: OrderStatusProps | None
