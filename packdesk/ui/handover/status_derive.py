"""From the order in hand to what can be set for it. Pure."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from packdesk.domain.access import cancel_reasons
from packdesk.domain.errands import Cancel, Errands, MoveOn
from packdesk.domain.handover import (
    expected,
    may_move,
    moves_from,
    takes_real_date,
)
from packdesk.domain.handover_refusals import BadDate
from packdesk.domain.order import Order, OrderStatus
from packdesk.station.handover_reports import HandedOver, HandoverOutcome, HandoverState
from packdesk.ui.band.props import OFFER_KEY
from packdesk.ui.handover.rows import derive_row, with_keys
from packdesk.ui.handover.status_props import (
    DayProps,
    MoveProps,
    OrderStatusProps,
    ReasonProps,
    StatusProps,
    StepProps,
)
from packdesk.ui.words import handover_status as words
from packdesk.ui.words.handover import order_line
from packdesk.ui.words.notice import Notice, Tone

WAY = (OrderStatus.PROCESSING, OrderStatus.DELIVERY, OrderStatus.PICKUP, OrderStatus.DELIVERED)
MOVE_KEYS = ("F6", "F7")
"""No digits: a scanner that is taken for a keyboard must never set a status."""
_DAY = re.compile(r"\s*(\d{1,2})[.,/ -](\d{1,2})(?:[.,/ -](\d{4}|\d{2}))?\s*")
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class StatusInputs:
    """The desk's state, and what stands in the field for the day.

    ``reason`` is the place of the reason that the key cancels with.
    """

    now: datetime
    state: HandoverState = field(default_factory=HandoverState)
    typed_day: str = ""
    reason: int = 0


def derive_status_props(inputs: StatusInputs) -> StatusProps:
    """The section as it looks now."""
    parcel = inputs.state.parcel
    order = None if parcel is None else _order(parcel, inputs)
    return StatusProps(
        guide=_guide(order),
        hint=words.order_hint(),
        find=words.find_label(),
        empty=words.order_wanted(),
        other=words.other_order(),
        order=order,
    )


def _guide(order: OrderStatusProps | None) -> Notice:
    if order is None:
        return Notice(words.scan_order(), Tone.CALM)
    if order.waits:
        return Notice(words.waits_for_the_market(), Tone.CALM)
    if not order.moves and not order.reasons:
        return Notice(words.nothing_left(), Tone.CALM)
    return Notice(words.choose_move(), Tone.CALM)


def expected_order(order: Order, rows: tuple[HandedOver, ...]) -> Order:
    """The order as it will be when what was asked of the Market has been done."""
    asked = tuple(
        row.errand
        for row in reversed(rows)
        if row.order == order.id and isinstance(row.errand, MoveOn | Cancel)
    )
    return expected(order, Errands(waiting=asked))


def _waits(order: Order, rows: tuple[HandedOver, ...]) -> bool:
    """Whether the Market has not answered yet to what was asked for this order."""
    under_way = {HandoverOutcome.WAITING, HandoverOutcome.SENDING}
    return any(
        row.order == order.id
        and isinstance(row.errand, MoveOn | Cancel)
        and row.outcome in under_way
        for row in rows
    )


def _order(parcel: Order, inputs: StatusInputs) -> OrderStatusProps:
    order = expected_order(parcel, inputs.state.rows)
    waits = _waits(order, inputs.state.rows)
    # One step at a time: the same key would mean the status behind the one that was just set.
    moves = () if waits else moves_from(order.status)
    reasons = () if waits else cancel_reasons(order)
    chosen = min(inputs.reason, len(reasons) - 1)
    own = tuple(row for row in inputs.state.rows if row.order == order.id)
    return OrderStatusProps(
        title=order_line(order.id, order.external_id),
        waits=waits,
        status=words.status_name(order.status),
        warning=words.buyer_cancels() if order.cancel_requested else "",
        steps=_steps(order.status),
        moves=tuple(
            MoveProps(status, words.move_label(status), key)
            for status, key in zip(moves, MOVE_KEYS, strict=False)
        ),
        day=_day(order, inputs) if any(takes_real_date(one) for one in moves) else None,
        cancel_caption=words.cancel_caption(len(reasons)) if reasons else "",
        reasons=tuple(
            ReasonProps(one, words.reason_label(one), OFFER_KEY if place == chosen else "")
            for place, one in enumerate(reasons)
        ),
        rows=with_keys(derive_row(row, inputs.now) for row in own),
    )


def _steps(status: OrderStatus) -> tuple[StepProps, ...]:
    if status not in WAY:
        return (StepProps(words.status_name(status), is_now=True, is_past=False),)
    now = WAY.index(status)
    return tuple(
        StepProps(words.status_name(one), is_now=place == now, is_past=place < now)
        for place, one in enumerate(WAY)
    )


def _day(order: Order, inputs: StatusInputs) -> DayProps:
    caption, hint, text = words.day_caption(), words.day_hint(), inputs.typed_day
    if not inputs.typed_day.strip():
        return DayProps(caption, hint, Notice(words.day_example(), Tone.CALM))
    today = inputs.now.astimezone().date()
    day = read_day(inputs.typed_day, today)
    if day is None:
        notice = Notice(words.day_wrong(), Tone.REFUSED)
        return DayProps(caption, hint, notice, text, is_right=False)
    dated = next(one for one in moves_from(order.status) if takes_real_date(one))
    if isinstance(may_move(order, MoveOn(dated, day), today), BadDate):
        notice = Notice(words.day_refused(), Tone.REFUSED)
        return DayProps(caption, hint, notice, text, is_right=False)
    return DayProps(caption, hint, Notice(words.day_name(day), Tone.ACCEPTED), text, day)


def read_day(text: str, today: date) -> date | None:
    """The day that was typed as day.month or day.month.year; without a year the last such day."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    number, month, year = int(match[1]), int(match[2]), match[3]
    try:
        if year is not None:
            return date(int(year) if len(year) > 2 else _CENTURY + int(year), month, number)  # noqa: PLR2004 - two digits or four
        day = date(today.year, month, number)
    except ValueError:
        return None
    return day if day <= today or month - today.month < 6 else day.replace(year=today.year - 1)  # noqa: PLR2004 - half a year
