"""A workplace with its shipment day and couriers, on the demo's hand-over day."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from packdesk.domain.ids import CampaignId, OrderId, OrderRef
from packdesk.domain.layout import BoxLayout, LayoutBox, WholeUnits
from packdesk.printing.document_files import DocumentFiles
from packdesk.resource_files import resource
from packdesk.sandbox.running import Sandbox
from packdesk.station.courier_codes import CourierCodes, CourierReport
from packdesk.station.day_reports import DayReport
from packdesk.station.shipment_day import ShipmentDay
from tests.builders import box
from tests.e2e.spine import Workplace
from tests.fakes.clock import FakeClock

DAY = resource("demo/handover.json")
SHOP = CampaignId(48120931)
READY = (54870320221, 54870320238, 54870320255)
OPEN = (54870320272, 54870320289, 54870320306)
TOMORROW = (54870320323, 54870320340)
EXPRESS, OURS = 54870320357, 54870320408
R = TypeVar("R", bound=DayReport | CourierReport)


class DayPlace(Workplace):
    """A workplace whose shipment day tells into ``told``."""

    def __init__(self, folder: Path, sandbox: Sandbox, clock: FakeClock) -> None:
        super().__init__(folder, sandbox, clock)
        self.told: list[DayReport | CourierReport] = []
        self.documents = folder / "documents"
        self.day = ShipmentDay(
            self.ledger,
            lambda: self.market,
            DocumentFiles(self.documents),
            self.lanes.journal,
            self.lanes.market,
            clock,
            self.bugs.append,
            self.station.kept_beside,
        )
        self.couriers = CourierCodes(
            self.ledger,
            lambda: self.market,
            self.lanes.journal,
            self.lanes.market,
            clock,
            self.bugs.append,
        )
        self.day.listen(self.told.append)
        self.couriers.listen(self.told.append)

    def last(self, kind: type[R]) -> R:
        return next(one for one in reversed(self.told) if isinstance(one, kind))

    def box_elsewhere(self, *numbers: int) -> None:
        """Another program has put all goods of these orders into one box each."""
        for number in numbers:
            ref = OrderRef(SHOP, OrderId(number))
            items = self.market.order(ref).items
            lines = tuple(WholeUnits(item.id, item.count, ()) for item in items)
            self.market.set_layout(ref, BoxLayout((LayoutBox(box(1), lines),)))
        self.station.refresh()
        self.drain()

    def requests(self, operation: str) -> list[Any]:
        return [one for one in self.sandbox.log if one.operation == operation]

    def look(self) -> None:
        self.day.look()
        self.drain()

    def set_ready(self, *numbers: int) -> None:
        self.day.set_ready(SHOP, tuple(OrderId(number) for number in numbers))
        self.drain()


def codes() -> dict[int, str]:
    """The codes that the couriers of the day tell."""
    told = json.loads(DAY.read_text(encoding="utf-8"))["courierCodes"]
    return {int(order): code for order, code in told.items()}


@contextmanager
def day_place(folder: Path) -> Iterator[DayPlace]:
    """A started workplace on a sandbox that shares its clock."""
    clock = FakeClock()
    with Sandbox(DAY, clock=clock.now) as sandbox:
        place = DayPlace(folder, sandbox, clock)
        place.start()
        yield place
        place.stop()
        assert place.bugs == []
