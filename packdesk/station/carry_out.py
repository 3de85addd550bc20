"""Carrying out one step of a submission: one request, or one print. Market or print lane."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from packdesk.domain.events import (
    CodesChecked,
    Event,
    ExternalIdSet,
    LabelsFetched,
    LabelsPrinted,
    LayoutSent,
    MarkedReady,
    StepUndone,
)
from packdesk.domain.ids import OrderRef
from packdesk.domain.layout import BoxLayout, Fingerprint, ItemPart, LayoutBox
from packdesk.domain.order import MarketBox, Order, StoredBox
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import (
    AwaitCodeChecks,
    FetchLabels,
    FindOut,
    MarkReady,
    PrintLabels,
    SendLayout,
    SetExternalId,
    Step,
)
from packdesk.station.ports import LabelPrinter, LabelStore, Market


@dataclass(frozen=True, slots=True)
class Work:
    """One step of one order, ready to be carried out; its start is in the journal."""

    ref: OrderRef
    step: Step | FindOut
    fingerprint: Fingerprint
    confirmed_at: datetime


def carry_out(
    work: Work, market: Callable[[], Market], store: LabelStore, printer: LabelPrinter
) -> tuple[Event, ...]:
    """Do it, and give the events that tell the result.

    Raises:
        PackdeskError: it was not done, or it is not known whether it was.
    """
    order, layout = work.ref.order, work.fingerprint
    match work.step:
        case SendLayout(boxes):
            return (LayoutSent(layout, market().set_layout(work.ref, boxes)),)
        case SetExternalId(external_id):
            market().set_external_id(work.ref, external_id)
            return (ExternalIdSet(layout, external_id),)
        case FetchLabels(page):
            pdf = market().labels(work.ref, page)
            return (LabelsFetched(layout, store.save(order, layout, pdf)),)
        case PrintLabels(page, file):
            printer.print_labels(order, page, store.load(file))
            return (LabelsPrinted(layout),)
        case AwaitCodeChecks():
            return (CodesChecked(layout, market().code_checks(work.ref)),)
        case MarkReady():
            market().mark_ready(work.ref)
            return (MarkedReady(layout),)
        case FindOut(step):
            return (_found(step, layout, market().order(work.ref)),)


def _found(step: Step, layout: Fingerprint, order: Order) -> Event:
    """What the order itself says about a step whose answer was lost."""
    match step:
        case MarkReady() if order.is_ready:
            return MarkedReady(layout)
        case SetExternalId(external_id) if order.external_id == external_id:
            return ExternalIdSet(layout, external_id)
        case SendLayout(wanted) if is_stored(wanted, order.stored_boxes):
            boxes = zip(wanted.boxes, order.stored_boxes, strict=True)
            return LayoutSent(layout, tuple(MarketBox(b.number, s.box_id) for b, s in boxes))
        case MarkReady():
            return StepUndone(StepKind.MARK_READY, layout)
        case SetExternalId():
            return StepUndone(StepKind.SET_EXTERNAL_ID, layout)
        case _:
            return StepUndone(StepKind.SEND_LAYOUT, layout)


def is_stored(layout: BoxLayout, stored: tuple[StoredBox, ...]) -> bool:
    """Whether the Market holds this very layout: the same goods in the same boxes."""
    return [_goods(box) for box in layout.boxes] == [_stored_goods(box) for box in stored]


def _goods(box: LayoutBox) -> list[tuple[int, int | None, int | None, int | None]]:
    match box.content:
        case ItemPart(item, current, total):
            return [(item, None, current, total)]
        case lines:
            return sorted((line.item, line.count, None, None) for line in lines)


def _stored_goods(box: StoredBox) -> list[tuple[int, int | None, int | None, int | None]]:
    lines = [(line.item, line.whole, line.current, line.total) for line in box.items]
    return sorted(lines, key=lambda line: line[0])
