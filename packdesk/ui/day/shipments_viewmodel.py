"""The state of the shipments' section, and what its buttons ask for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from packdesk.domain.ids import CampaignId, OrderId, ShipmentId
from packdesk.domain.labels import LabelFormat
from packdesk.station.day_reports import (
    ActCame,
    ActNotAsked,
    ActNotKept,
    ActRefused,
    ActUnclear,
    DayReport,
    DayTrouble,
    LabelsBeingMade,
    LabelsCame,
    LabelsFailed,
    SetReady,
    ShipmentDue,
    ShipmentsRead,
)
from packdesk.ui.day.shipments_derive import (
    FreshPaper,
    LabelsReport,
    Paper,
    ShipmentsInputs,
    act_of,
    derive_shipments_props,
    key_of,
)
from packdesk.ui.day.shipments_props import (
    DayAct,
    ShipmentKey,
    ShipmentProps,
    ShipmentsProps,
)
from packdesk.ui.words import day as words
from packdesk.ui.words import day_papers as papers
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.notice import Notice

K = TypeVar("K")
V = TypeVar("V")


class Day(Protocol):
    """The shipment day as the section sees it. GUI thread; answers are reports."""

    def look(self) -> None:
        """Read the shipments anew."""

    def set_ready(self, campaign: CampaignId, orders: tuple[OrderId, ...]) -> None:
        """Set these orders ready to ship."""

    def make_labels(self, orders: tuple[OrderId, ...], page: LabelFormat) -> None:
        """Have the labels of these orders made in one PDF."""

    def confirm(self, campaign: CampaignId, shipment: ShipmentId) -> None:
        """Confirm a shipment for good."""

    def keep_act(self, campaign: CampaignId, shipment: ShipmentId) -> None:
        """Save an act again that came and could not be saved."""


class OpensOrders(Protocol):
    """Who puts orders on the bench."""

    def open_order(self, order_id: OrderId) -> None:
        """Put an order on the bench."""


class ShipmentsViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `ShipmentsProps`.
        noticed: A `Notice` of what has just ended, to be told and heard.
        bench_wanted: An order was put on the bench.
    """

    props_changed = Signal(object)
    noticed = Signal(object)
    bench_wanted = Signal()

    def __init__(
        self,
        day: Day,
        intents: OpensOrders,
        now: Callable[[], datetime],
        page: Callable[[], LabelFormat],
        open_file: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._day = day
        self._intents = intents
        self._now = now
        self._page = page
        self._open_file = open_file
        self._inputs = ShipmentsInputs(now())
        self._props = derive_shipments_props(self._inputs)

    @property
    def props(self) -> ShipmentsProps:
        return self._props

    def take(self, report: DayReport) -> None:
        """Be told what the shipment day tells."""
        match report:
            case ShipmentsRead():
                self._change(replace(self._inputs, read=report, is_reading=False, trouble=None))
            case SetReady(campaign):
                batches = _with(self._inputs.batches, campaign, report)
                setting = self._inputs.setting - {campaign}
                self._change(replace(self._inputs, batches=batches, setting=setting))
                self.noticed.emit(words.batch_told(report))
            case LabelsBeingMade() | LabelsCame() | LabelsFailed():
                self._take_labels(report)
            case ActCame() | ActNotKept() | ActNotAsked() | ActRefused() | ActUnclear():
                key = ShipmentKey(report.campaign, report.shipment)
                acts = _with(self._inputs.acts, key, report)
                confirming = self._inputs.confirming - {key}
                self._change(replace(self._inputs, acts=acts, confirming=confirming))
                if isinstance(report, ActCame | ActNotKept):
                    self._turn_to(report)
                self.noticed.emit(papers.act_notice(report))
            case DayTrouble(error):
                told = Notice(words.failure_text(error), error_notice(error).tone)
                self._change(
                    replace(
                        self._inputs,
                        trouble=told,
                        is_reading=False,
                        setting=frozenset(),
                        confirming=frozenset(),
                    )
                )

    def entered(self) -> None:
        """The section is shown."""
        self.refresh()

    def left(self) -> None:
        """Another section or page is shown: what to do with a paper was told."""
        self._turn_to(None)

    def refresh(self) -> None:
        """Read all anew; the act is never asked for here."""
        if not self._inputs.is_reading:
            self._change(replace(self._inputs, is_reading=True))
            self._day.look()

    def tick(self) -> None:
        """Time has gone on."""
        self._change(self._inputs)

    def retranslate(self) -> None:
        """The language has changed."""
        self._change(self._inputs)

    def open_order(self, order_id: OrderId) -> None:
        """Put an order on the bench."""
        self._intents.open_order(order_id)
        self.bench_wanted.emit()

    def act(self, act: DayAct, key: ShipmentKey) -> None:
        """A button of a shipment was pressed."""
        self.choose(key)
        if act is not DayAct.NOT_NOW:
            self._turn_to(None)
        due = self._due(key)
        match act:
            case DayAct.SET_READY if due is not None and due.may_be_set:
                self._set_ready(due)
            case DayAct.MAKE_LABELS if due is not None and due.with_labels:
                self._day.make_labels(due.with_labels, self._page())
            case DayAct.ASK_CONFIRM if due is not None and due.may_be_confirmed:
                acts = {one: told for one, told in self._inputs.acts.items() if one != key}
                self._change(replace(self._inputs, asking=key, acts=acts))
            case DayAct.NOT_NOW:
                self.back()
            case DayAct.OPEN_LABELS:
                labels = self._inputs.labels.get(key)
                if isinstance(labels, LabelsCame):
                    self._open(labels.file)
            case DayAct.OPEN_ACT:
                came = act_of(due, self._inputs) if due is not None else None
                if isinstance(came, ActCame):
                    self._open(came.file)
            case DayAct.KEEP_ACT:
                self._day.keep_act(key.campaign, key.shipment)
            case _:
                pass

    def press(self, key: str) -> bool:
        """A key was pressed: its button on the card that is here acts; False where it has none."""
        shown = self._here()
        if shown is None or not key:
            return False
        for row in shown.rows:
            if row.key == key:
                self.open_order(row.order)
                return True
        for button in shown.buttons:
            if button.key == key:
                self.act(button.act, shown.key)
                return True
        return False

    def step(self, by: int) -> None:
        """The keys shall act on the next shipment, or on the one before."""
        keys = [one.key for one in self._props.shipments]
        shown = self._here()
        if shown is not None:
            place = min(max(keys.index(shown.key) + by, 0), len(keys) - 1)
            self.choose(keys[place])

    def choose(self, key: ShipmentKey) -> None:
        """The keys shall act on this shipment."""
        self._change(replace(self._inputs, chosen=key))

    def confirm(self, key: ShipmentKey) -> None:
        """The button was held: the shipment is confirmed for good, if it was asked about."""
        due = self._due(key)
        if self._inputs.asking != key or due is None or not due.may_be_confirmed:
            return
        confirming = self._inputs.confirming | {key}
        self._change(replace(self._inputs, asking=None, confirming=confirming))
        self._day.confirm(key.campaign, key.shipment)

    def back(self) -> None:
        """Escape: the shipment is not confirmed now."""
        if self._inputs.asking is not None:
            self._change(replace(self._inputs, asking=None))

    def _open(self, file: str) -> None:
        if not self._open_file(file):
            self.noticed.emit(papers.not_opened(file))

    def _set_ready(self, due: ShipmentDue) -> None:
        campaign = due.campaign.id
        if campaign in self._inputs.setting:
            return
        batches = {one: told for one, told in self._inputs.batches.items() if one != campaign}
        setting = self._inputs.setting | {campaign}
        self._change(replace(self._inputs, setting=setting, batches=batches))
        self._day.set_ready(campaign, due.may_be_set)

    def _take_labels(self, report: LabelsReport) -> None:
        read, orders = self._inputs.read, set(report.orders)
        mine = (one for one in (read.due if read is not None else ()) if orders & _ids(one))
        labels = self._inputs.labels
        for due in mine:
            labels = _with(labels, key_of(due), report)
        self._change(replace(self._inputs, labels=labels))
        if isinstance(report, LabelsCame):
            self._turn_to(report)
        if not isinstance(report, LabelsBeingMade):
            self.noticed.emit(papers.labels_notice(report))

    def _turn_to(self, paper: Paper | None) -> None:
        fresh = None if paper is None else FreshPaper(paper, self._now().date())
        self._change(replace(self._inputs, fresh=fresh))

    def _here(self) -> ShipmentProps | None:
        return next((one for one in self._props.shipments if one.is_here), None)

    def _due(self, key: ShipmentKey) -> ShipmentDue | None:
        read = self._inputs.read
        due = read.due if read is not None else ()
        return next((one for one in due if key_of(one) == key), None)

    def _change(self, inputs: ShipmentsInputs) -> None:
        self._inputs = replace(inputs, now=self._now())
        props = derive_shipments_props(self._inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)


def _ids(due: ShipmentDue) -> set[OrderId]:
    return {one.order for one in due.orders}


def _with(known: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    return {**known, key: value}
