"""The labels of many orders in one PDF: asked for, waited for, fetched at once. GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.station.day_reports import LabelsBeingMade, LabelsCame, LabelsFailed
from packdesk.station.errors import (
    LabelUnreadable,
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
    PackdeskError,
)
from packdesk.station.ports import (
    Clock,
    Documents,
    Err,
    Lane,
    Market,
    Ok,
    ReportState,
    ReportStatus,
    ReportTicket,
    Result,
)

AT_ONCE = 1000
"""generateMassOrderLabelsReport takes so many orders."""
ASK_FIRST = timedelta(seconds=30)
ASK_AGAIN = timedelta(seconds=5)
"""getReportInfo may be asked 100 times a minute; a label report takes seconds."""
PATIENCE = timedelta(minutes=15)
"""So long after the time that the Market itself has told it is asked for."""
TRIES = 3
"""So often a link may fail: each look gives another one, that lives for 60 minutes."""
LEFT_OUT = "RESOURCE_NOT_FOUND"


@dataclass(frozen=True, slots=True)
class _Job:
    orders: tuple[OrderId, ...]
    report_id: str
    give_up: datetime
    failed: int = 0


class LabelReports:
    """Any number of them may be in the making; only reading is ever repeated."""

    def __init__(
        self,
        market: Callable[[], Market],
        documents: Documents,
        market_lane: Lane,
        clock: Clock,
        report: Callable[[LabelsBeingMade | LabelsCame | LabelsFailed], None],
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._market = market
        self._documents = documents
        self._lane = market_lane
        self._clock = clock
        self._report = report
        self._on_bug = on_bug

    def make(self, orders: tuple[OrderId, ...], page: LabelFormat) -> None:
        """Have the labels made; more than 1 000 orders make more than one PDF."""
        for start in range(0, len(orders), AT_ONCE):
            some = orders[start : start + AT_ONCE]
            self._report(LabelsBeingMade(some, self._clock.now()))
            self._lane.run(partial(self._order, some, page), partial(self._ticket, some))

    def _order(self, orders: tuple[OrderId, ...], page: LabelFormat) -> ReportTicket:
        return self._market().order_labels_report(orders, page)

    def _ticket(self, orders: tuple[OrderId, ...], result: Result[ReportTicket]) -> None:
        match result:
            case Ok(ticket):
                now = self._clock.now()
                job = _Job(orders, ticket.id, now + ticket.wait + PATIENCE)
                self._ask_at(job, now + min(ticket.wait, ASK_FIRST))
            case Err(error):
                self._fail(orders, error)

    def _ask_at(self, job: _Job, when: datetime) -> None:
        if when > job.give_up:
            self._report(LabelsFailed(job.orders))
            return
        self._report(LabelsBeingMade(job.orders, when))
        self._clock.call_at(when, partial(self._ask, job))

    def _ask(self, job: _Job) -> None:
        self._lane.run(partial(self._fetch, job), partial(self._made, job))

    def _fetch(self, job: _Job) -> tuple[ReportState, str]:
        """How the report is, and where its PDF is kept if it is done. Market lane."""
        state = self._market().report(job.report_id)
        if state.status is not ReportStatus.DONE or not state.file:
            return state, ""
        pdf = self._market().report_file(state.file)
        return state, self._documents.keep(_file_name(job.report_id), pdf)

    def _made(self, job: _Job, result: Result[tuple[ReportState, str]]) -> None:
        soon = self._clock.now() + ASK_AGAIN
        match result:
            case Ok((state, file)) if file:
                self._report(LabelsCame(job.orders, file, state.substatus == LEFT_OUT))
            case Ok((state, _)) if state.status in {ReportStatus.DONE, ReportStatus.FAILED}:
                self._report(LabelsFailed(job.orders, state.substatus or state.status.value))
            case Ok():
                self._ask_at(job, soon)
            case Err(MarketBusy() as error):
                # A time that is past would be asked at once, and again.
                self._ask_at(job, max(error.retry_at or soon, soon))
            case Err(MarketUnreachable() | MarketOutcomeUnknown() | MarketBroken()):
                self._ask_at(job, soon)
            case Err(error) if _may_mend(error) and job.failed + 1 < TRIES:
                self._ask_at(replace(job, failed=job.failed + 1), soon)
            case Err(error):
                self._fail(job.orders, error)

    def _fail(self, orders: tuple[OrderId, ...], error: Exception) -> None:
        if isinstance(error, PackdeskError):
            self._report(LabelsFailed(orders, error=error))
        else:
            self._on_bug(error)


def _file_name(report_id: str) -> str:
    """A report may be named by what it is of; the file says it once."""
    return f"labels-{report_id.removeprefix('labels-')}"


def _may_mend(error: Exception) -> bool:
    """A link that has run out, or a page in the place of a PDF: the next link may be a good one."""
    match error:
        case MarketRefused(operation=operation):
            return operation == "reportFile"
        case MarketAnswerUnreadable() | LabelUnreadable():
            return True
        case _:
            return False
