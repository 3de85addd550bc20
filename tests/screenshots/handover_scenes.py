"""The states of the hand-over: its desk for track numbers, a table, the status of an order."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from packdesk.domain.column_names import ColumnRole
from packdesk.domain.errands import ErrandRefused, MoveOn
from packdesk.domain.handover_refusals import (
    AnotherTrack,
    BuyerCancels,
    DoubtfulTrack,
    UsedElsewhere,
    WhichService,
)
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus, Track
from packdesk.domain.track_headers import AlikeColumns, Column, Columns, OtherKind, TableKind
from packdesk.domain.track_table import NeedsService, Ready
from packdesk.domain.tracks import TrackWarning
from packdesk.station.handover_reports import (
    BatchKept,
    BatchPhase,
    BatchProgress,
    HandedOver,
    HandoverAnswer,
    HandoverAsked,
    HandoverMoved,
    HandoverOutcome,
    HandoverRefused,
    HandoverState,
    HandoverTold,
    TableChecked,
    TableMisfits,
    TableRefused,
    TookParcel,
)
from packdesk.station.tables import TableFault, TableUnreadable
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.handover.viewmodel import HandoverViewModel
from packdesk.ui.pages import PageName
from tests.screenshots.pretend import Pretend
from tests.ui.handover_states import (
    CDEK,
    DPD,
    FIRST,
    POST,
    ROWS,
    SERVICES,
    dbs,
    handed,
    number,
    ugly_table,
)
from tests.ui.queue_entries import NOW

GUESSED = Columns(Column(0), Column(1), None, 0)
LIST = HandoverState(rows=ROWS, services=SERVICES)
Happen = Callable[[HandoverViewModel], None]


def told(page: HandoverViewModel, what: HandoverTold, state: HandoverState) -> None:
    page.take(HandoverAnswer(what, NOW, state, "scan"))


def empty(page: HandoverViewModel) -> None:
    page.take(HandoverMoved(HandoverState(services=SERVICES)))


def track_due(page: HandoverViewModel) -> None:
    told(page, TookParcel(FIRST), replace(LIST, parcel=dbs()))


def parcel_due(page: HandoverViewModel) -> None:
    page.take(HandoverMoved(replace(LIST, held=number("RB000000015RU"))))


def which_service(page: HandoverViewModel) -> None:
    question = WhichService(FIRST, number("10234567890"), (CDEK, DPD))
    state = replace(LIST, parcel=dbs(service=""), question=question)
    told(page, HandoverAsked(question), state)


def another_track(page: HandoverViewModel) -> None:
    there = (Track("RB000000025RU", POST),)
    question = AnotherTrack(FIRST, number("RB000000015RU"), there)
    state = replace(LIST, parcel=dbs(tracks=there), question=question)
    told(page, HandoverAsked(question), state)


def doubtful(page: HandoverViewModel) -> None:
    bad = number("RВ000000015RU", TrackWarning.LOOK_ALIKES, suggestion="RB000000015RU")
    question = DoubtfulTrack(FIRST, bad)
    told(page, HandoverAsked(question), replace(LIST, parcel=dbs(), question=question))


def buyer_cancels(page: HandoverViewModel) -> None:
    question = BuyerCancels(FIRST)
    told(page, HandoverAsked(question), replace(LIST, question=question))


def refused(page: HandoverViewModel) -> None:
    refusal = UsedElsewhere("RB000000175RU", OrderId(51234567017))
    told(page, HandoverRefused(refusal), replace(LIST, parcel=dbs()))


def table_empty(page: HandoverViewModel) -> None:
    page.show_section(SectionName.TABLE)


def table_unreadable(page: HandoverViewModel) -> None:
    table_empty(page)
    page.take(TableRefused(TableUnreadable("треки ноябрь.xls", TableFault.OLD_EXCEL)))


def table_of_other_kind(page: HandoverViewModel) -> None:
    table_empty(page)
    page.take(TableMisfits("номера.csv", OtherKind(TableKind.EXTERNAL_IDS, "Внешний номер")))


def table_of_alike_columns(page: HandoverViewModel) -> None:
    table_empty(page)
    alike = AlikeColumns(ColumnRole.TRACK, Column(1, "Трек"), Column(4, "Трек-номер"))
    page.take(TableMisfits("треки ноябрь.xlsx", alike))


def table_unticked(page: HandoverViewModel) -> None:
    table_empty(page)
    page.take(HandoverMoved(LIST))
    page.table.paste("order;track")
    rows = tuple(
        row for row in ugly_table().rows if not isinstance(row.verdict, Ready | NeedsService)
    )
    page.take(TableChecked(replace(ugly_table(), rows=rows, columns=GUESSED)))
    page.table.send()


def table_busy(page: HandoverViewModel) -> None:
    table_empty(page)
    page.take(BatchProgress(BatchPhase.ASKING, 3100, 10000))


def table_checked(page: HandoverViewModel) -> None:
    table_empty(page)
    page.take(HandoverMoved(LIST))
    page.table.paste("order;track")
    page.take(TableChecked(ugly_table()))


def table_service(page: HandoverViewModel) -> None:
    table_checked(page)
    page.table.pick()


def table_done(page: HandoverViewModel) -> None:
    table_checked(page)
    table = ugly_table()
    page.take(BatchKept(table, table.lines(Ready), cancelled=False))
    page.take(HandoverMoved(replace(LIST, rows=_sent(page))))


def _sent(page: HandoverViewModel) -> tuple[HandedOver, ...]:
    rows = []
    for row in ugly_table().rows:
        if isinstance(row.verdict, Ready):
            stopped = row.line in {4, 7}
            outcome = HandoverOutcome.STOPPED if stopped else HandoverOutcome.DONE
            errand = row.verdict.errand
            one = handed(int(row.verdict.order), errand, outcome, why="Order not found")
            rows.append(one)
    return tuple(rows)


def status_empty(page: HandoverViewModel) -> None:
    page.show_section(SectionName.STATUS)


def status(page: HandoverViewModel) -> None:
    status_empty(page)
    first = handed(int(FIRST), MoveOn(OrderStatus.PICKUP), HandoverOutcome.STOPPED)
    why = ErrandRefused(first.errand, 400, ("Status transition is not allowed",))
    own = handed(int(FIRST), MoveOn(OrderStatus.DELIVERY), minutes=30)
    rows = (replace(first, stop=why), own)
    order = dbs(status=OrderStatus.PROCESSING, cancel_requested=True)
    page.take(HandoverMoved(HandoverState(parcel=order, rows=rows[1:], services=SERVICES)))


def status_day(page: HandoverViewModel) -> None:
    status_empty(page)
    order = dbs(status=OrderStatus.DELIVERY)
    page.take(HandoverMoved(HandoverState(parcel=order, services=SERVICES)))
    page.status.type_day("31.12")


def own_numbers(page: HandoverViewModel) -> None:
    table_empty(page)
    page.table.choose_kind(TableKind.EXTERNAL_IDS)


STATES: Mapping[str, Happen] = {
    "empty": empty,
    "track-due": track_due,
    "parcel-due": parcel_due,
    "which-service": which_service,
    "another-track": another_track,
    "doubtful": doubtful,
    "buyer-cancels": buyer_cancels,
    "refused": refused,
    "table-empty": table_empty,
    "table-own-numbers": own_numbers,
    "table-unreadable": table_unreadable,
    "table-other-kind": table_of_other_kind,
    "table-alike-columns": table_of_alike_columns,
    "table-unticked": table_unticked,
    "table-busy": table_busy,
    "table-checked": table_checked,
    "table-service": table_service,
    "table-done": table_done,
    "status-empty": status_empty,
    "status": status,
    "status-day": status_day,
}


def shown(happen: Happen, table: Pretend) -> None:
    """In the window of a station that only pretends."""
    table.glass.frame.show_page(PageName.HANDOVER)
    happen(table.glass.handover.tracks)
