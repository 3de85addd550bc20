"""The states of the shipments and of the couriers' codes."""

from collections.abc import Callable, Mapping

from packdesk.domain.batch_ready import Readiness
from packdesk.station.courier_codes import EacAnswered, EacFailed, NoCourierOrder
from packdesk.station.day_reports import (
    ActCame,
    ActNotKept,
    ActRefused,
    ActUnclear,
    DayTrouble,
    LabelsBeingMade,
    LabelsCame,
    SetReady,
)
from packdesk.station.errors import (
    ApiError,
    MarketBusy,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
    PrinterFault,
    PrinterUnavailable,
)
from packdesk.station.ports import EacAnswer, EacResult, StatusAnswer
from packdesk.ui.day.courier_viewmodel import CourierViewModel
from packdesk.ui.day.shipments_props import DayAct
from packdesk.ui.day.shipments_viewmodel import ShipmentsViewModel
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.pages import PageName
from tests.screenshots.pretend import Pretend, settle
from tests.ui.day_samples import (
    ALL_READY,
    CONFIRMED,
    COURIERS,
    MIXED,
    OTHER_SHOP,
    SHOP,
    TOMORROW,
    key,
    read,
    states,
)
from tests.ui.queue_entries import NOW

FILE = "C:\\Users\\Анна\\AppData\\Local\\PackDesk\\documents\\labels-0001.pdf"
TROUBLE = "Transition STARTED -> READY_TO_SHIP is not allowed. Reason: CIS"
NOT_READY = MarketRefused(
    "op",
    status=400,
    errors=(
        ApiError(
            "BAD_REQUEST",
            "Some orders have not been processed yet (shipmentId: 71,"
            " orderIds: [54870320272, 54870320289]).",
        ),
    ),
)
FIRST, OURS = COURIERS.orders[0].id, COURIERS.orders[3].id


def reading(_: ShipmentsViewModel) -> None:
    pass


def nothing(page: ShipmentsViewModel) -> None:
    page.take(read())


def offline(page: ShipmentsViewModel) -> None:
    page.take(DayTrouble(MarketUnreachable("op")))


def some_open(page: ShipmentsViewModel) -> None:
    page.take(read(MIXED, TOMORROW, CONFIRMED))


def batch_told(page: ShipmentsViewModel) -> None:
    page.take(read(MIXED, TOMORROW))
    page.take(LabelsBeingMade(MIXED.with_labels, NOW))
    page.take(
        SetReady(
            SHOP.id,
            (StatusAnswer(MIXED.may_be_set[0], TROUBLE), StatusAnswer(MIXED.may_be_set[1])),
            states(Readiness.CHANGED),
            (MIXED.may_be_set[2],),
            MarketBusy("op"),
        )
    )


def labels_came(page: ShipmentsViewModel) -> None:
    page.take(read(ALL_READY, TOMORROW))
    page.take(LabelsCame(ALL_READY.with_labels, FILE, is_incomplete=True))


def asking(page: ShipmentsViewModel) -> None:
    page.take(read(ALL_READY, TOMORROW))
    page.act(DayAct.ASK_CONFIRM, key())


def confirming(page: ShipmentsViewModel) -> None:
    asking(page)
    page.confirm(key())


def act_refused(page: ShipmentsViewModel) -> None:
    page.take(read(ALL_READY))
    page.take(ActRefused(SHOP.id, key().shipment, NOT_READY))


def act_unclear(page: ShipmentsViewModel) -> None:
    page.take(read(ALL_READY))
    page.take(ActUnclear(SHOP.id, key().shipment, None))


def act_not_kept(page: ShipmentsViewModel) -> None:
    full = PrinterUnavailable("documents", fault=PrinterFault.NOT_WRITABLE)
    page.take(read(CONFIRMED))
    page.take(ActNotKept(OTHER_SHOP.id, key(73).shipment, full))


def act_came(page: ShipmentsViewModel) -> None:
    page.take(read(CONFIRMED))
    page.take(ActCame(OTHER_SHOP.id, key(73).shipment, FILE))


def waiting(page: CourierViewModel) -> None:
    page.take(COURIERS)


def unknown(page: CourierViewModel) -> None:
    page.take(COURIERS)
    page.take(NoCourierOrder("4607000000017"))


def enter(page: CourierViewModel) -> None:
    page.take(COURIERS)
    page.choose(FIRST)


def wrong(page: CourierViewModel) -> None:
    enter(page)
    page.take(EacAnswered(FIRST, EacAnswer(EacResult.REJECTED, 2)))


def new_code(page: CourierViewModel) -> None:
    enter(page)
    page.take(EacAnswered(FIRST, EacAnswer(EacResult.NEED_UPDATE, 0)))


def lost(page: CourierViewModel) -> None:
    enter(page)
    page.take(EacFailed(FIRST, MarketOutcomeUnknown("op"), may_have_cost=True))


def accepted(page: CourierViewModel) -> None:
    enter(page)
    page.take(EacAnswered(FIRST, EacAnswer(EacResult.ACCEPTED)))


def our_code(page: CourierViewModel) -> None:
    page.take(COURIERS)
    page.choose(OURS)


SHIPMENTS: Mapping[str, Callable[[ShipmentsViewModel], None]] = {
    "reading": reading,
    "nothing": nothing,
    "offline": offline,
    "some-open": some_open,
    "batch-told": batch_told,
    "labels-came": labels_came,
    "asking": asking,
    "confirming": confirming,
    "act-refused": act_refused,
    "act-unclear": act_unclear,
    "act-not-kept": act_not_kept,
    "act-came": act_came,
}
COURIER: Mapping[str, Callable[[CourierViewModel], None]] = {
    "waiting": waiting,
    "unknown": unknown,
    "enter": enter,
    "wrong": wrong,
    "new-code": new_code,
    "lost": lost,
    "accepted": accepted,
    "our-code": our_code,
}


def shipments(happen: Callable[[ShipmentsViewModel], None], table: Pretend) -> None:
    """In the section of the shipments."""
    _open(table, SectionName.SHIPMENTS)
    happen(table.glass.handover.shipments)
    settle()


def courier(happen: Callable[[CourierViewModel], None], table: Pretend) -> None:
    """In the section of the couriers' codes."""
    _open(table, SectionName.COURIER)
    happen(table.glass.handover.courier)
    settle()


def _open(table: Pretend, section: SectionName) -> None:
    table.glass.frame.show_page(PageName.HANDOVER)
    table.glass.handover.tracks.show_section(section)
