"""Carrying out one step of a submission: one request, or one print. Market or print lane.

What closes an order or takes goods out of it is preceded by a fresh look at the order: where
something has changed that matters, nothing is sent and the change is told instead.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from packdesk.domain.events import (
    CodesChecked,
    Event,
    ExternalIdSet,
    LabelsFetched,
    LabelsPrinted,
    LayoutConfirmed,
    LayoutSent,
    MarkedReady,
    OrderChanged,
    StepUndone,
)
from packdesk.domain.ids import OrderRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, Fingerprint
from packdesk.domain.next_steps import (
    AwaitCodeChecks,
    FetchLabels,
    FindOut,
    MarkReady,
    PrintLabels,
    SendLayout,
    SetExternalId,
    Step,
    kind_of,
)
from packdesk.domain.order import Order
from packdesk.domain.rereading import (
    against_ready,
    against_sending,
    is_ready_with,
    stored_as,
)
from packdesk.station.errors import MarketAnswerUnreadable, MarketRefused
from packdesk.station.ports import READY, LabelMaker, LabelPrinter, LabelStore, Market


@dataclass(frozen=True, slots=True)
class Work:
    """One step of one order, ready to be carried out; its start is in the journal.

    ``known`` is the order as the table has it, ``confirmed`` the layout that the step is for.
    """

    known: Order
    step: Step | FindOut
    confirmed: LayoutConfirmed
    confirmed_at: datetime

    @property
    def ref(self) -> OrderRef:
        """The name under which calls are made."""
        return self.known.ref

    @property
    def fingerprint(self) -> Fingerprint:
        """The layout's name."""
        return self.confirmed.fingerprint

    @property
    def target(self) -> Step:
        """The step that it is about, to be done or to be found out."""
        return self.step.step if isinstance(self.step, FindOut) else self.step

    @property
    def finds_out(self) -> bool:
        """Whether it only looks what became of the step."""
        return isinstance(self.step, FindOut)

    @property
    def layout(self) -> BoxLayout:
        """The confirmed layout."""
        return self.confirmed.layout


@dataclass(frozen=True, slots=True)
class Tools:
    """What work is done with. ``own_labels`` gives None where the Market's labels are printed."""

    market: Callable[[], Market]
    store: LabelStore
    printer: LabelPrinter
    own_labels: Callable[[], LabelMaker | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known now; ``fresh`` is the order where it was read and became another one."""

    events: tuple[Event, ...]
    fresh: Order | None = None


def carry_out(work: Work, tools: Tools) -> Outcome:
    """Do it, and give the events that tell the result.

    Raises:
        PackdeskError: it was not done, or it is not known whether it was.
    """
    order, layout = work.ref.order, work.fingerprint
    match work.step:
        case SendLayout():
            return _send_layout(work, tools.market())
        case SetExternalId(external_id):
            give_external_id(tools.market(), work.ref, external_id)
            return Outcome((ExternalIdSet(layout, external_id),))
        case FetchLabels(page):
            pdf = _labels(work, page, tools)
            return Outcome((LabelsFetched(layout, tools.store.save(order, layout, pdf)),))
        case PrintLabels(page, file):
            tools.printer.print_labels(order, page, tools.store.load(file))
            return Outcome((LabelsPrinted(layout),))
        case AwaitCodeChecks():
            return Outcome((CodesChecked(layout, tools.market().code_checks(work.ref)),))
        case MarkReady():
            return _mark_ready(work, tools.market())
        case FindOut(step):
            return Outcome((_found(step, work, tools.market().order(work.ref)),))
        case _:
            assert_never(work.step)


def give_external_id(market: Market, ref: OrderRef, external_id: str) -> None:
    """Set the shop's own number, if the order does not have this very one already.

    Raises:
        MarketRefused: it has another one, or may have none.
    """
    if market.order(ref).external_id == external_id:
        return
    try:
        market.set_external_id(ref, external_id)
    except MarketRefused:
        # "External ID already set" with this very number: it is done.
        if market.order(ref).external_id != external_id:
            raise


def _send_layout(work: Work, market: Market) -> Outcome:
    fresh = market.order(work.ref)
    changes = against_sending(work.known, fresh, work.layout)
    if changes:
        return Outcome((OrderChanged(changes),), fresh)
    try:
        boxes = market.set_layout(work.ref, work.layout)
    except MarketRefused:
        # The order may have become another one after the look.
        fresh = market.order(work.ref)
        changes = against_sending(work.known, fresh, work.layout)
        if not changes:
            raise
        return Outcome((OrderChanged(changes),), fresh)
    return Outcome((LayoutSent(work.fingerprint, boxes),))


def _mark_ready(work: Work, market: Market) -> Outcome:
    fresh = market.order(work.ref)
    if is_ready_with(fresh, work.layout):
        return Outcome((MarkedReady(work.fingerprint),))
    changes = against_ready(work.known, fresh, work.layout)
    if changes:
        return Outcome((OrderChanged(changes),), fresh)
    try:
        market.change_status(work.ref, READY)
    except MarketRefused:
        # The order may have become another one after the look.
        fresh = market.order(work.ref)
        changes = against_ready(work.known, fresh, work.layout)
        if not changes:
            raise
        return Outcome((OrderChanged(changes),), fresh)
    return Outcome((MarkedReady(work.fingerprint),))


def _labels(work: Work, page: LabelFormat, tools: Tools) -> bytes:
    market, draw = tools.market(), tools.own_labels()
    if draw is None:
        return market.labels(work.ref, page)
    labels = market.labels_data(work.ref)
    boxes = len(work.layout.boxes)
    if len(labels) != boxes:
        told = f"{len(labels)} labels for {boxes} boxes"
        raise MarketAnswerUnreadable("getOrderLabelsData", work.ref.order, body=told)
    return draw(labels, page)


def _found(step: Step, work: Work, fresh: Order) -> Event:
    """What the order itself says about a step whose answer was lost."""
    match step:
        case MarkReady() if fresh.is_ready:
            return MarkedReady(work.fingerprint)
        case SetExternalId(external_id) if fresh.external_id == external_id:
            return ExternalIdSet(work.fingerprint, external_id)
        case SendLayout(wanted) if (boxes := stored_as(wanted, fresh)) is not None:
            return LayoutSent(work.fingerprint, boxes)
        case _:
            return StepUndone(kind_of(step), work.fingerprint)
