"""From what the shipment day tells to what its section shows. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Final, TypeAlias

from packdesk.domain.batch_ready import Readiness
from packdesk.domain.ids import CampaignId, OrderId
from packdesk.station.day_reports import (
    TO_BE_CONFIRMED,
    ActCame,
    ActNotKept,
    ActReport,
    LabelsBeingMade,
    LabelsCame,
    LabelsFailed,
    OrderReadiness,
    SetReady,
    ShipmentDue,
    ShipmentsRead,
)
from packdesk.ui.band.props import OFFER_KEY
from packdesk.ui.day.shipments_props import (
    MOST_ROWS,
    DayAct,
    DayButton,
    HoldProps,
    OpenRow,
    PaperProps,
    ShipmentKey,
    ShipmentProps,
    ShipmentsProps,
)
from packdesk.ui.words import day as words
from packdesk.ui.words import day_papers as papers
from packdesk.ui.words.band import escape_key
from packdesk.ui.words.notice import Notice, Tone

KEYS: Final[Mapping[DayAct, str]] = MappingProxyType(
    {
        DayAct.SET_READY: "F9",
        DayAct.MAKE_LABELS: "F6",
        DayAct.OPEN_LABELS: "Ctrl+O",
        DayAct.ASK_CONFIRM: "F7",
        DayAct.OPEN_ACT: "Ctrl+P",
        DayAct.KEEP_ACT: "Ctrl+S",
    }
)
Paper: TypeAlias = LabelsCame | ActCame | ActNotKept
LabelsReport: TypeAlias = LabelsBeingMade | LabelsCame | LabelsFailed


@dataclass(frozen=True, slots=True)
class FreshPaper:
    """A PDF that has just come and that nobody has turned to yet; ``day`` is when it came."""

    paper: Paper
    day: date


@dataclass(frozen=True, slots=True)
class ShipmentsInputs:
    """What is known; ``asking`` is the shipment whose confirmation is being thought about.

    ``chosen`` is the one that the keys act on, the first one where nobody has chosen. ``fresh`` goes
    before all else that is to be done, until something else is done.
    """

    now: datetime
    read: ShipmentsRead | None = None
    is_reading: bool = False
    trouble: Notice | None = None
    setting: frozenset[CampaignId] = frozenset()
    batches: Mapping[CampaignId, SetReady] = field(default_factory=lambda: MappingProxyType({}))
    labels: Mapping[ShipmentKey, LabelsReport] = field(default_factory=lambda: MappingProxyType({}))
    asking: ShipmentKey | None = None
    chosen: ShipmentKey | None = None
    confirming: frozenset[ShipmentKey] = frozenset()
    acts: Mapping[ShipmentKey, ActReport] = field(default_factory=lambda: MappingProxyType({}))
    fresh: FreshPaper | None = None


def key_of(due: ShipmentDue) -> ShipmentKey:
    """The name of a shipment."""
    return ShipmentKey(due.campaign.id, due.shipment.id)


def act_of(due: ShipmentDue, inputs: ShipmentsInputs) -> ActReport | None:
    """What became of its act now, or on an earlier run of the program.

    An act is no proof against the Market, where that still wants the shipment confirmed.
    """
    key = key_of(due)
    is_confirmed = due.shipment.status not in TO_BE_CONFIRMED
    kept = ActCame(key.campaign, key.shipment, due.act) if due.act and is_confirmed else None
    return inputs.acts.get(key, kept)


def here(inputs: ShipmentsInputs) -> ShipmentKey | None:
    """The shipment that the keys act on."""
    keys = [key_of(one) for one in (inputs.read.due if inputs.read is not None else ())]
    if inputs.chosen in keys:
        return inputs.chosen
    return keys[0] if keys else None


def derive_shipments_props(inputs: ShipmentsInputs) -> ShipmentsProps:
    """The section as it looks now."""
    read = inputs.read
    due = read.due if read is not None else ()
    troubles = [inputs.trouble] if inputs.trouble is not None else []
    troubles += [words.shop_unread(one) for one in (read.unread if read is not None else ())]
    return ShipmentsProps(
        name=words.page_name(),
        guide=_guide(inputs),
        refresh=words.refresh_label(),
        choose=words.choose_label() if len(due) > 1 else "",
        read_at=words.read_at(read.at) if read is not None else "",
        troubles=tuple(troubles),
        empty="" if due else _empty(inputs),
        shipments=tuple(_with_keys(_shipment(one, inputs), here(inputs)) for one in due),
    )


def _empty(inputs: ShipmentsInputs) -> str:
    if inputs.read is not None:
        return words.no_shipments()
    return "" if inputs.trouble is not None else words.being_read()


def _guide(inputs: ShipmentsInputs) -> Notice:
    """What to do now, in one sentence."""
    if inputs.read is None:
        return inputs.trouble or Notice(words.being_read(), Tone.CALM)
    shown = {key_of(one) for one in inputs.read.due}
    if inputs.confirming & shown:
        return Notice(words.confirming_now(), Tone.CALM)
    fresh = inputs.fresh
    if fresh is not None and fresh.day == inputs.now.date():
        return Notice(papers.guide_paper(fresh.paper), Tone.CALM)
    waiting = [one for one in inputs.read.due if one.is_nearest]
    if any(one.may_be_set for one in waiting):
        return Notice(words.guide_set(), Tone.CALM)
    unpacked = {key_of(one) for one in waiting if one.open}
    if unpacked:
        is_here = here(inputs) in unpacked
        return Notice(words.guide_pack() if is_here else words.guide_pack_another(), Tone.CALM)
    if any(one.may_be_confirmed for one in waiting):
        return Notice(words.guide_confirm(), Tone.CALM)
    for one in inputs.read.due:
        act = act_of(one, inputs)
        if isinstance(act, ActCame):
            return Notice(papers.act_notice(act).text, Tone.CALM)
    return Notice(words.guide_nothing(), Tone.CALM)


def _shipment(due: ShipmentDue, inputs: ShipmentsInputs) -> ShipmentProps:
    key = key_of(due)
    batch = inputs.batches.get(due.campaign.id)
    is_setting = due.campaign.id in inputs.setting
    is_confirming = key in inputs.confirming
    rows = _rows(due, batch)
    hidden = len(rows) - MOST_ROWS
    waits = due.shipment.status in TO_BE_CONFIRMED
    labels = inputs.labels.get(key)
    may_ask = due.may_be_confirmed and not is_setting
    asks = inputs.asking == key and may_ask and not is_confirming
    return ShipmentProps(
        key=key,
        is_here=False,
        title=due.campaign.name or str(due.campaign.id),
        when=words.when(due.shipment.begins, due.shipment.ends, inputs.now),
        counts=_counts(due),
        rows=rows[:MOST_ROWS],
        more=words.more_orders(hidden) if hidden > 0 else "",
        nothing_open="" if rows else words.nothing_open(due.ready),
        told=_batch_told(due, batch, is_setting=is_setting),
        set_ready=_set_button(due, is_setting=is_setting) if waits else None,
        labels=None if asks else _labels_button(due, labels),
        labels_told=None if asks else _labels_told(labels),
        confirm=DayButton(
            DayAct.ASK_CONFIRM,
            words.confirm_label(),
            is_on=may_ask and not is_confirming,
            is_primary=may_ask,
        )
        if waits and not asks
        else None,
        hint=_hint(due, is_confirming=is_confirming),
        hold=HoldProps(
            words.consequence(),
            words.hold_label(),
            "",
            DayButton(DayAct.NOT_NOW, words.not_now_label()),
        )
        if asks
        else None,
        act_told=_act_told(act_of(due, inputs)),
    )


def _with_keys(shown: ShipmentProps, wanted: ShipmentKey | None) -> ShipmentProps:
    """Only one card has keys: each means one thing."""
    if shown.key != wanted:
        return shown
    rows = tuple(replace(one, key=str(place)) for place, one in enumerate(shown.rows, start=1))
    hold = shown.hold
    return replace(
        shown,
        is_here=True,
        rows=rows,
        set_ready=_with_key(shown.set_ready),
        labels=_with_key(shown.labels),
        labels_told=_paper_with_key(shown.labels_told),
        confirm=_with_key(shown.confirm),
        hold=replace(hold, key=OFFER_KEY, not_now=replace(hold.not_now, key=escape_key()))
        if hold is not None
        else None,
        act_told=_paper_with_key(shown.act_told),
    )


def _with_key(button: DayButton | None) -> DayButton | None:
    return replace(button, key=KEYS[button.act]) if button is not None else None


def _paper_with_key(paper: PaperProps | None) -> PaperProps | None:
    return replace(paper, button=_with_key(paper.button)) if paper is not None else None


def _counts(due: ShipmentDue) -> tuple[Notice, ...]:
    whole = due.orders and due.ready == len(due.orders) - due.cancelled and not due.unknown
    told = [words.ready_count(due.ready, Tone.ACCEPTED if whole else Tone.CALM)]
    if due.open:
        told.append(words.open_count(len(due.open)))
    if due.cancelled:
        told.append(words.cancelled_count(due.cancelled))
    if due.unknown:
        told.append(words.unknown_count(len(due.unknown)))
    return tuple(told)


def _rows(due: ShipmentDue, batch: SetReady | None) -> tuple[OpenRow, ...]:
    """What a person must do first, then what can be set ready, then what goes on by itself."""
    refused = {one.order: one.trouble for one in batch.refused} if batch is not None else {}
    unclear = set(batch.unclear) if batch is not None else set()
    rows = sorted(due.open, key=lambda one: _weight(one, refused))
    return tuple(_row(one, refused.get(one.order, ""), one.order in unclear) for one in rows)


def _weight(one: OrderReadiness, refused: Mapping[OrderId, str]) -> tuple[int, int]:
    by_itself = {Readiness.BEING_SENT, Readiness.CODES_WAIT, Readiness.NUMBER_WAITS}
    if one.order in refused:
        return 0, one.order
    if one.readiness is Readiness.MAY_BE_SET:
        return 2, one.order
    return (3 if one.readiness in by_itself else 1), one.order


def _row(one: OrderReadiness, trouble: str, is_unclear: bool) -> OpenRow:
    if trouble:
        notice = words.refused_order(trouble)
    elif is_unclear:
        notice = Notice(words.unclear_order(), Tone.ATTENTION)
    else:
        notice = words.readiness_notice(one.readiness)
    return OpenRow(
        one.order, words.order_title(one.order, one.external_id), notice, words.open_label(), ""
    )


def _batch_told(due: ShipmentDue, batch: SetReady | None, *, is_setting: bool) -> Notice | None:
    if is_setting:
        return Notice(words.setting_now(), Tone.CALM)
    mine = {one.order for one in due.orders}
    if batch is None or not mine & {
        *(one.order for one in batch.answers),
        *(one.order for one in batch.held_back),
        *batch.unclear,
    }:
        return None
    return words.batch_told(batch)


def _set_button(due: ShipmentDue, *, is_setting: bool) -> DayButton | None:
    count = len(due.may_be_set)
    if not count:
        return None
    return DayButton(
        DayAct.SET_READY, words.set_label(count), is_on=not is_setting, is_primary=True
    )


def _labels_button(due: ShipmentDue, labels: LabelsReport | None) -> DayButton | None:
    count = len(due.with_labels)
    if not count:
        return None
    return DayButton(
        DayAct.MAKE_LABELS,
        words.labels_label(count),
        is_on=not isinstance(labels, LabelsBeingMade),
    )


def _labels_told(labels: LabelsReport | None) -> PaperProps | None:
    if labels is None:
        return None
    if isinstance(labels, LabelsCame):
        button = DayButton(DayAct.OPEN_LABELS, papers.open_file_label())
        return PaperProps(papers.labels_notice(labels), labels.file, button)
    return PaperProps(papers.labels_notice(labels))


def _act_told(act: ActReport | None) -> PaperProps | None:
    match act:
        case None:
            return None
        case ActCame(_, _, file):
            button = DayButton(DayAct.OPEN_ACT, papers.open_file_label())
            return PaperProps(papers.act_notice(act), file, button)
        case ActNotKept():
            button = DayButton(DayAct.KEEP_ACT, papers.keep_again_label())
            return PaperProps(papers.act_notice(act), "", button)
        case _:
            return PaperProps(papers.act_notice(act))


def _hint(due: ShipmentDue, *, is_confirming: bool) -> str:
    """Why the shipment cannot be confirmed now; empty where it can."""
    if is_confirming:
        return words.confirming_now()
    if due.shipment.status not in TO_BE_CONFIRMED:
        return words.shipment_status(due.shipment.status)
    if not due.is_nearest:
        return words.another_first()
    if due.open or due.unknown:
        return words.not_all_ready(len(due.open) + len(due.unknown))
    return "" if due.ready else words.nothing_to_confirm()
