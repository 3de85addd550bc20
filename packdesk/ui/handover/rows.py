"""The rows of what was handed over. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from packdesk.station.handover_reports import HandedOver, HandoverOutcome
from packdesk.ui.handover.tracks_props import ROW_KEYS, HandedRowProps, RowAct
from packdesk.ui.words import handover as words


def derive_row(row: HandedOver, now: datetime) -> HandedRowProps:
    """One row."""
    acts: tuple[tuple[RowAct, str], ...] = ()
    # What waits behind a refused request of the same order has no stop of its own.
    if row.outcome is HandoverOutcome.STOPPED and row.stop is not None:
        acts = (
            (RowAct.RETRY, words.retry_label()),
            (RowAct.GIVE_UP, words.give_up_label()),
        )
    return HandedRowProps(
        order=row.order,
        title=words.order_line(row.order, row.external_id),
        value=words.errand_value(row),
        service=row.service,
        when=words.moment(row.asked_at, now),
        notice=words.outcome_notice(row),
        acts=acts,
    )


def with_keys(rows: Iterable[HandedRowProps]) -> tuple[HandedRowProps, ...]:
    """The keys act on the first row that a person must decide about; each means one thing."""
    shown = tuple(rows)
    first = next((row for row in shown if row.acts), None)
    return tuple(_keyed(row) if row is first else row for row in shown)


def _keyed(row: HandedRowProps) -> HandedRowProps:
    acts = tuple((act, f"{label}  {ROW_KEYS[act]}") for act, label in row.acts)
    return replace(row, has_keys=True, acts=acts)


def shown_rows(rows: tuple[HandedOver, ...], most: int) -> tuple[HandedOver, ...]:
    """The newest, and after them those further down that a person must decide about."""
    stopped = (row for row in rows[most:] if row.outcome is HandoverOutcome.STOPPED)
    return (*rows[:most], *tuple(stopped)[:most])


def count(rows: Iterable[HandedOver], *outcomes: HandoverOutcome) -> int:
    """How many rows are so far."""
    return sum(row.outcome in outcomes for row in rows)
