"""A shipment day over fakes alone: no station, no disk, no network, no thread."""

from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from packdesk.domain.events import (
    CodesChecked,
    Event,
    LabelsFetched,
    LabelsPrinted,
    LayoutConfirmed,
    LayoutSent,
    StepStarted,
)
from packdesk.domain.ids import OrderId, ShipmentId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import fingerprint
from packdesk.domain.order import Order
from packdesk.domain.steps import StepKind
from packdesk.station.courier_codes import CourierCodes, CourierReport
from packdesk.station.day_reports import DayReport, ShipmentsRead
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.ports import Shipment, ShipmentStatus
from packdesk.station.shipment_day import ShipmentDay
from tests.builders import CAMPAIGN
from tests.fakes.clock import FakeClock
from tests.fakes.documents import MemoryDocuments
from tests.fakes.journal import MemoryJournal
from tests.fakes.lane import ManualLane, drain
from tests.fakes.market import FakeMarket
from tests.fakes.outbox_bench import layout_of

R = TypeVar("R", bound=DayReport | CourierReport)
NEAREST, NEXT = ShipmentId(71), ShipmentId(72)


class DayBench:
    """Everything a test may look at or break."""

    def __init__(self, *orders: Order, ready_by_hand: bool = False) -> None:
        self.market = FakeMarket(*orders)
        self.journal = MemoryJournal()
        self.clock = FakeClock()
        self.documents = MemoryDocuments()
        self.bugs: list[Exception] = []
        self.told: list[DayReport] = []
        self.heard: list[CourierReport] = []
        self.moved: list[OrderId] = []
        self.journal_lane, self.lane = ManualLane(), ManualLane()
        self.ledger = Ledger(
            lambda: self.journal,
            self.clock.now,
            Worker("Anna", "table 1"),
            ready_by_hand=ready_by_hand,
        )
        if orders:
            self.ledger.take_fresh(orders)
        self.day = ShipmentDay(
            self.ledger,
            lambda: self.market,
            self.documents,
            self.journal_lane,
            self.lane,
            self.clock,
            self.bugs.append,
            self.moved.extend,
        )
        self.couriers = CourierCodes(
            self.ledger,
            lambda: self.market,
            self.journal_lane,
            self.lane,
            self.clock,
            self.bugs.append,
        )
        self.day.listen(self.told.append)
        self.couriers.listen(self.heard.append)

    def drain(self) -> None:
        drain(self.journal_lane, self.lane)

    def wait(self, seconds: float) -> None:
        self.drain()
        self.clock.move(seconds, between=self.drain)
        self.drain()

    def plan(self, *orders: Order, shipment: ShipmentId = NEAREST, days: int = 0) -> None:
        """The Market has a shipment of these orders."""
        begins = self.clock.now() + timedelta(days=days, hours=1)
        made = Shipment(
            shipment,
            ShipmentStatus.OUTBOUND_CREATED,
            begins,
            begins + timedelta(hours=8),
            tuple(order.id for order in orders),
        )
        planned = (*self.market.planned.get(CAMPAIGN, ()), made)
        self.market.planned[CAMPAIGN] = planned

    def look(self) -> ShipmentsRead:
        self.day.look()
        self.drain()
        return self.last(ShipmentsRead)

    def last(self, kind: type[R]) -> R:
        return next(one for one in reversed([*self.told, *self.heard]) if isinstance(one, kind))

    def all(self, kind: type[R]) -> list[R]:
        return [one for one in [*self.told, *self.heard] if isinstance(one, kind)]

    def pack(self, order: Order, *, printed: bool = True, checked: bool = True) -> Order:
        """The order was packed here, and its boxes are at the Market."""
        layout = layout_of(order)
        boxes = self.market.set_layout(order.ref, layout)
        fresh = self.market.stored(order.id)
        name = fingerprint(layout)
        events: list[Event] = [
            LayoutConfirmed(layout, name, LabelFormat.A7),
            LayoutSent(name, boxes),
            LabelsFetched(name, "labels.pdf"),
        ]
        if printed:
            events += [StepStarted(StepKind.PRINT_LABELS, name), LabelsPrinted(name)]
        if checked and any(item.requires for item in order.items):
            events.append(CodesChecked(name, ()))
        self.ledger.record(order.id, tuple(events))
        self.ledger.take_fresh((fresh,))
        return fresh

    def pack_elsewhere(self, order: Order) -> Order:
        """The order was packed by another program: only the Market knows its boxes."""
        self.market.set_layout(order.ref, layout_of(order))
        fresh = self.market.stored(order.id)
        self.ledger.take_fresh((fresh,))
        return fresh

    def events(self, order: Order) -> list[Event]:
        return [event for group in self.journal.read(order.id) for event in group.events]

    def kept(self, order: Order, kind: type[Event]) -> list[Event]:
        return [event for event in self.events(order) if isinstance(event, kind)]

    def change(self, order: Order, **changes: object) -> None:
        """The Market itself changes the order."""
        self.market.put(replace(self.market.stored(order.id), **changes))  # type: ignore[arg-type]
