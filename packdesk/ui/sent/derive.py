"""From what was read to what is shown. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from packdesk.domain.access import access
from packdesk.domain.errands import ErrandRefused, ErrandStarted, OtherTracksFound
from packdesk.domain.events import StepStarted
from packdesk.domain.ids import OrderId
from packdesk.domain.market_refusals import WayOut, reason_of
from packdesk.domain.submission import (
    AnswersUnreadable,
    CodesRefused,
    DidItPrint,
    Finished,
    MarketSaidNo,
    NotConfirmed,
    OrderIsChanged,
    next_step,
)
from packdesk.station.reports import MarketTrouble
from packdesk.station.sent import HistoryLine, HistoryRead, SentLane, SentRead, SentRow
from packdesk.ui.sent.props import (
    ButtonProps,
    DetailsProps,
    LaneProps,
    LineProps,
    RowProps,
    SentAct,
    SentProps,
)
from packdesk.ui.words import sent as words
from packdesk.ui.words.band import escape_key
from packdesk.ui.words.changes import change_text
from packdesk.ui.words.errands import errand_name, stop_text
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.events import event_text
from packdesk.ui.words.market_refusals import way_out_label
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.submission import submission_notice

KEYS: Final = ("F9", "F6", "F7")
"""The main act, and whatever else can be done."""
SHOWN = 40
"""Rows of a column; older ones are found by their number."""
NOTHING_READ = SentRead(())
LANES = (SentLane.NEEDS_YOU, SentLane.WAITING, SentLane.DONE)


@dataclass(frozen=True, slots=True)
class SentInputs:
    """``market`` is why nothing goes out now; ``history`` is the order whose details are open.

    ``chosen`` is the order whose row the keys act on, the first one where nobody has chosen.
    ``places`` are the orders as they were shown last, each column from above.
    """

    now: datetime
    read: SentRead = NOTHING_READ
    market: MarketTrouble | None = None
    history: HistoryRead | None = None
    trouble: Notice | None = None
    chosen: OrderId | None = None
    places: tuple[OrderId, ...] = ()


def derive_sent_props(inputs: SentInputs) -> SentProps:
    """The screen as it looks now."""
    lanes = tuple(_lane(lane, inputs) for lane in LANES)
    orders = [row.order for lane in lanes for row in lane.rows]
    here = inputs.chosen if inputs.chosen in orders else next(iter(orders), None)
    return SentProps(
        name=words.page_name(),
        placeholder=words.search_hint(),
        choose=words.choose_label() if len(orders) > 1 and inputs.history is None else "",
        trouble=inputs.trouble or _market(inputs),
        lanes=tuple(replace(lane, rows=_with_keys(lane.rows, here)) for lane in lanes),
        details=_details(inputs.history, inputs) if inputs.history is not None else None,
    )


def main_act(row: SentRow) -> ButtonProps:
    """The one thing to do about an order."""
    stopped = row.errands.stopped
    if isinstance(stopped, OtherTracksFound):
        return ButtonProps(SentAct.DETAILS, words.decide_label())
    if isinstance(stopped, ErrandRefused):
        reason = reason_of(stopped.status, stopped.messages)
        return ButtonProps(_way_act(reason.way_out, errand=True), way_out_label(reason.way_out))
    match next_step(row.submission):
        case CodesRefused(checks) if row.refused is not None:
            return ButtonProps(SentAct.ANOTHER_PIECE, words.check_act_label(checks[0].action))
        case MarketSaidNo(refused):
            way = reason_of(refused.status, refused.messages).way_out
            return ButtonProps(_way_act(way, errand=False), way_out_label(way))
        case DidItPrint():
            return ButtonProps(SentAct.DETAILS, words.decide_label())
        case AnswersUnreadable():
            return _button(SentAct.RETRY)
        case OrderIsChanged() if not access(row.order).may_open:
            return _button(SentAct.SEE_CHANGES)
        case _ if row.lane is SentLane.DONE and row.submission.may_reprint:
            return _button(SentAct.REPRINT)
        case _:
            return _button(SentAct.OPEN)


def _way_act(way: WayOut, *, errand: bool) -> SentAct:
    again = SentAct.RETRY_ERRAND if errand else SentAct.RETRY
    match way:
        case WayOut.SETTINGS:
            return SentAct.SETTINGS
        case WayOut.TRY_AGAIN | WayOut.WAIT | WayOut.PRINT_ALL:
            return again
        case WayOut.REPORT | WayOut.CABINET:
            return SentAct.DETAILS
        case _:
            return SentAct.OPEN


def _market(inputs: SentInputs) -> Notice | None:
    trouble = inputs.market
    if trouble is None:
        return None
    return error_notice(trouble.error, trouble.retry_at, inputs.now)


def _lane(lane: SentLane, inputs: SentInputs) -> LaneProps:
    rows = _in_their_places([row for row in inputs.read.rows if row.lane is lane], inputs.places)
    hidden = len(rows) - SHOWN
    return LaneProps(
        lane=lane,
        title=words.lane_title(lane, len(rows)),
        rows=tuple(_row(row, inputs) for row in rows[:SHOWN]),
        more=words.more_rows(hidden) if hidden > 0 else "",
        empty="" if rows else words.lane_empty(lane),
    )


def _in_their_places(rows: list[SentRow], places: tuple[OrderId, ...]) -> list[SentRow]:
    """New rows above; a row that is shown stays where a hand is about to press its button."""
    known = {order: place for place, order in enumerate(places)}
    return sorted(rows, key=lambda row: known.get(row.order.id, -1))


def _with_keys(rows: tuple[RowProps, ...], here: OrderId | None) -> tuple[RowProps, ...]:
    """Only one row has keys: each means one thing."""
    return tuple(_here(row) if row.order == here else row for row in rows)


def _here(row: RowProps) -> RowProps:
    main, *others = KEYS
    history = row.history and replace(row.history, key=others[0])
    return replace(row, is_here=True, button=replace(row.button, key=main), history=history)


def _row(row: SentRow, inputs: SentInputs) -> RowProps:
    notice, button = _notice(row, inputs.market), main_act(row)
    return RowProps(
        order=row.order.id,
        title=words.order_title(row.order),
        when=words.moment(row.at, inputs.now),
        sentence=notice.text,
        tone=notice.tone,
        button=button,
        history=None if button.act is SentAct.DETAILS else _button(SentAct.DETAILS),
    )


def _notice(row: SentRow, market: MarketTrouble | None) -> Notice:
    """What is to be told about an order: what stops it first, then what goes on."""
    errands = row.errands
    if errands.stopped is not None:
        name = errand_name(errands.waiting[0]) if errands.waiting else ""
        text = stop_text(errands.stopped)
        return Notice(f"{name}: {text}" if name else text, Tone.REFUSED)
    until = market.retry_at if market is not None and row.lane is SentLane.WAITING else None
    if errands.waiting:
        return Notice(words.waits_until(errand_name(errands.waiting[0]), until), Tone.CALM)
    if row.lane is SentLane.DONE:
        return _done(row)
    told = submission_notice(row.submission)
    return Notice(words.waits_until(told.text, until), told.tone)


def _done(row: SentRow) -> Notice:
    step = next_step(row.submission)
    if isinstance(step, NotConfirmed) and row.errands.done:
        return Notice(errand_name(row.errands.done[-1]), Tone.COMPLETE)
    is_whole = row.submission.is_ready or not isinstance(step, Finished)
    text = words.done_text() if is_whole else words.labels_only_text()
    if row.submission.reprints:
        text = words.reprinted(text, row.submission.reprints)
    return Notice(text, Tone.COMPLETE)


def _details(history: HistoryRead, inputs: SentInputs) -> DetailsProps:
    row = history.row
    notice = Notice("", Tone.CALM) if row is None else _notice(row, inputs.market)
    return DetailsProps(
        order=history.order.id,
        title=words.order_title(history.order),
        notice=notice,
        words=_own_words(row),
        lines=tuple(_line(line, history, inputs.now) for line in reversed(_told(history.lines))),
        buttons=tuple(
            replace(button, key=key)
            for button, key in zip(_buttons(row), (escape_key(), *KEYS), strict=False)
        ),
    )


def _told(lines: tuple[HistoryLine, ...]) -> tuple[HistoryLine, ...]:
    """What has ended tells that it was begun; only the last beginning says something."""
    begun = (StepStarted, ErrandStarted)
    return tuple(line for line in lines if not isinstance(line.event, begun) or line is lines[-1])


def _line(line: HistoryLine, history: HistoryRead, now: datetime) -> LineProps:
    who = " · ".join(part for part in (line.packer, line.station) if part)
    return LineProps(words.moment(line.at, now), event_text(line.event, history.order), who)


def _own_words(row: SentRow | None) -> str:
    """The Market's own text: the last resort of who has to mend it."""
    if row is None:
        return ""
    if isinstance(row.errands.stopped, ErrandRefused):
        return "\n".join(row.errands.stopped.messages)
    match next_step(row.submission):
        case MarketSaidNo(refused):
            return "\n".join(refused.messages)
        case OrderIsChanged(changes):
            return "\n".join(change_text(change) for change in changes)
        case CodesRefused(checks):
            return "\n".join(f"{check.status} {check.substatus or ''}".strip() for check in checks)
        case _:
            return ""


def _buttons(row: SentRow | None) -> tuple[ButtonProps, ...]:
    """Back first, the main act next, then whatever else can be done."""
    acts = [_button(SentAct.BACK)]
    if row is None:
        return (*acts, _button(SentAct.OPEN))
    if isinstance(next_step(row.submission), DidItPrint) and row.errands.stopped is None:
        return (*acts, _button(SentAct.PRINTED), _button(SentAct.NOT_PRINTED))
    if isinstance(row.errands.stopped, OtherTracksFound):
        return (*acts, _button(SentAct.ADD_TRACK), _button(SentAct.DROP_ERRAND))
    first = main_act(row)
    if first.act is SentAct.DETAILS:
        again = SentAct.RETRY if row.errands.stopped is None else SentAct.RETRY_ERRAND
        first = _button(again)
    acts.append(first)
    given = {first.act}
    extra = (
        (SentAct.DROP_ERRAND, row.errands.stopped is not None),
        (SentAct.REPRINT, row.submission.may_reprint),
        (SentAct.OPEN, True),
    )
    acts += [_button(act) for act, can in extra if can and act not in given]
    return tuple(acts)


def _button(act: SentAct) -> ButtonProps:
    return ButtonProps(act, words.act_label(act))
