"""States of the hand-over desk for tests and pictures, as its station would tell them."""

from dataclasses import replace
from datetime import timedelta

from packdesk.domain.errands import Errand, ErrandRefused, MoveOn, SetTrack
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import Delivery, Order, OrderStatus, ProgramType, Track
from packdesk.domain.track_headers import Column, Columns, TableKind
from packdesk.domain.track_table import (
    AlreadyThere,
    NeedsService,
    Ready,
    RefusedRow,
    RowFault,
    RowVerdict,
    RowWarning,
    TrackRow,
    TrackTable,
    Warned,
)
from packdesk.domain.tracks import TrackNumber, TrackWarning
from packdesk.station.handover_reports import HandedOver, HandoverOutcome
from packdesk.station.ports import DeliveryService
from tests.builders import order
from tests.ui.queue_entries import NOW

CDEK, POST, BOXBERRY, DPD = (DeliveryServiceId(number) for number in (51, 139, 106, 4))
SERVICES = (
    DeliveryService(CDEK, "СДЭК"),
    DeliveryService(POST, "Почта России"),
    DeliveryService(BOXBERRY, "Boxberry"),
    DeliveryService(DPD, "DPD"),
    DeliveryService(DeliveryServiceId(7), "5Post"),
    DeliveryService(DeliveryServiceId(8), "Деловые Линии"),
    DeliveryService(DeliveryServiceId(9), "Собственная служба"),
)
FIRST = OrderId(51234567011)


def dbs(
    number: int = int(FIRST),
    status: OrderStatus = OrderStatus.PROCESSING,
    external_id: str | None = "A-1007",
    service: str = "Почта России",
    tracks: tuple[Track, ...] = (),
    *,
    cancel_requested: bool = False,
) -> Order:
    """A DBS order that is carried by a service."""
    made = order(
        number=number,
        program=ProgramType.DBS,
        status=status,
        external_id=external_id,
        cancel_requested=cancel_requested,
    )
    known = {one.name: one.id for one in SERVICES}
    return replace(made, delivery=Delivery(known.get(service), service, tracks))


def track(number: int = 1) -> SetTrack:
    """A track number of an order."""
    return SetTrack(Track(f"RB{number:08d}5RU", POST))


def handed(
    number: int = int(FIRST),
    errand: Errand | None = None,
    outcome: HandoverOutcome = HandoverOutcome.DONE,
    minutes: int = 1,
    why: str = "",
) -> HandedOver:
    """One of the running list; ``why`` is the Market's reason of a refusal."""
    wanted = errand or track(number % 1000)
    return HandedOver(
        OrderId(number),
        f"A-{number % 1000}",
        wanted,
        NOW - timedelta(minutes=minutes),
        outcome,
        "Почта России" if isinstance(wanted, SetTrack) else "",
        ErrandRefused(wanted, 400, (why,)) if outcome is HandoverOutcome.STOPPED else None,
    )


ROWS = (
    handed(51234567019, outcome=HandoverOutcome.WAITING),
    handed(51234567018, outcome=HandoverOutcome.SENDING, minutes=2),
    handed(51234567017, outcome=HandoverOutcome.STOPPED, minutes=3, why="Order not found"),
    handed(51234567016, MoveOn(OrderStatus.DELIVERY), minutes=4),
    *(handed(51234567000 + place, minutes=20 - place) for place in range(15, 5, -1)),
)


def number(text: str, *warnings: TrackWarning, suggestion: str | None = None) -> TrackNumber:
    """A track number that was read."""
    return TrackNumber(text, (), warnings, suggestion)


def row(line: int, verdict: RowVerdict, value: str = "", service: str = "") -> TrackRow:
    """A row of a table about the order that its line names."""
    return TrackRow(
        line, str(51234567000 + line), value or track(line).track.code, service, verdict
    )


def ready(line: int) -> TrackRow:
    """A row that can be sent."""
    return row(line, Ready(OrderId(51234567000 + line), track(line)), service="Почта России")


def warned(line: int, *warnings: TrackWarning | RowWarning) -> TrackRow:
    """A row that a person should look at."""
    return row(line, Warned(OrderId(51234567000 + line), track(line), warnings))


def refused(line: int, fault: RowFault, detail: str = "", value: str = "") -> TrackRow:
    """A row that cannot be sent."""
    return row(line, RefusedRow(fault, detail), value)


def needy(line: int) -> TrackRow:
    """A row that wants a service."""
    need = NeedsService(OrderId(51234567000 + line), number(f"102345678{line}"), (CDEK, DPD))
    return row(line, need, f"102345678{line}")


COLUMNS = Columns(
    Column(0, "Номер заказа"), Column(2, "Трек-номер"), Column(1, "Служба доставки"), 1
)


def ugly_table() -> TrackTable:
    """Some of everything."""
    rows = (
        *(ready(line) for line in range(2, 10)),
        warned(10, RowWarning.OTHER_TRACK_THERE),
        warned(11, TrackWarning.CHECK_DIGIT, RowWarning.BUYER_CANCELS),
        needy(12),
        needy(13),
        row(14, AlreadyThere(OrderId(51234567014))),
        refused(15, RowFault.EXPONENT, "1,23E+13", "1,23E+13"),
        refused(16, RowFault.LOST_ZEROS, "801234567890", "801234567890"),
        refused(17, RowFault.REPEATED_ROW, "9"),
        refused(18, RowFault.UNKNOWN_ORDER, "51234500000"),
        refused(19, RowFault.UNKNOWN_SERVICE, "Быстрые и вежливые перевозки"),
        refused(20, RowFault.WRONG_STATUS, "CANCELLED"),
    )
    return TrackTable(TableKind.TRACKS, rows, COLUMNS, "Лист1", ("Лист2",))


def plain_table(count: int, kind: TableKind = TableKind.TRACKS) -> TrackTable:
    """All rows can be sent."""
    return TrackTable(kind, tuple(ready(line) for line in range(1, count + 1)), COLUMNS)
