"""Documents that are made on order, by the clock: the labels of many orders."""

import itertools
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from packdesk.sandbox.bodies import LabelsReportBody
from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.errors import NotFoundError
from packdesk.sandbox.label_text import LabelText, label_texts
from packdesk.sandbox.labels import PageFormat, labels_pdf
from packdesk.sandbox.moments import iso
from packdesk.sandbox.order_book import OrderBook

# What making a report takes: some time for itself, and some for each order.
USUAL_TIME = timedelta(seconds=2)
TIME_PER_ORDER = timedelta(milliseconds=10)
# The share of that time in which it is not begun.
PENDING_SHARE = 0.25
LINK_LIFE = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Report:
    """One report that was ordered.

    Attributes:
        asked_at: When.
        done_at: When it is, or will be, made.
        page_format: The sheet of its labels.
        texts: Labels in their order; empty if there is nothing to print.
        missing: Orders asked for that have no labels or are not of this cabinet.
    """

    asked_at: datetime
    done_at: datetime
    page_format: PageFormat
    texts: tuple[LabelText, ...]
    missing: tuple[int, ...]


class ReportDesk:
    """Takes orders for reports and tells how they are. Any thread."""

    def __init__(self, book: OrderBook) -> None:
        self._book = book
        self._reports: dict[str, Report] = {}
        self._numbers = itertools.count(1)

    def order_labels(self, body: LabelsReportBody, page_format: PageFormat) -> dict[str, Any]:
        """Begin a report of labels: ``GenerateReportDTO``."""
        with self._book.lock:
            found = [
                self._book.orders[order_id]
                for order_id in body.orderIds
                if order_id in self._book.orders and self._book.orders[order_id].boxes
            ]
            if body.sortingType == "SORT_BY_ORDER_CREATED_AT":
                found.sort(key=lambda order: datetime.fromisoformat(order.document["creationDate"]))
            printed = {order.order_id for order in found}
            now = self._book.clock()
            takes = USUAL_TIME + TIME_PER_ORDER * len(body.orderIds)
            report_id = f"labels-{next(self._numbers):04}"
            self._reports[report_id] = Report(
                now,
                now + takes,
                page_format,
                tuple(text for order in found for text in label_texts(order)),
                tuple(order_id for order_id in body.orderIds if order_id not in printed),
            )
        return {
            "reportId": report_id,
            "estimatedGenerationTime": takes // timedelta(milliseconds=1),
        }

    def info(self, report_id: str, base_url: str) -> dict[str, Any]:
        """``ReportInfoDTO``; the link to the file lives 60 minutes from now.

        Raises:
            NotFoundError: For an unknown report.
        """
        report = self._find(report_id)
        now = self._book.clock()
        told: dict[str, Any] = {
            "generationRequestedAt": iso(report.asked_at),
            "estimatedGenerationTime": (report.done_at - report.asked_at)
            // timedelta(milliseconds=1),
        }
        if now < report.done_at:
            begun = report.asked_at + (report.done_at - report.asked_at) * PENDING_SHARE
            return {**told, "status": "PENDING" if now < begun else "PROCESSING"}
        told["generationFinishedAt"] = iso(report.done_at)
        if not report.texts:
            return {**told, "status": "FAILED", "subStatus": "NO_DATA"}
        if report.missing:
            told["subStatus"] = "RESOURCE_NOT_FOUND"
        link = f"{base_url}/reports/{report_id}/{int(now.timestamp())}.pdf"
        return {**told, "status": "DONE", "file": link}

    def file(self, report_id: str, issued: int) -> bytes:
        """The PDF behind a link; each order's labels count as given out.

        Args:
            report_id: Of the link.
            issued: When the link was given, seconds since 1970.

        Raises:
            NotFoundError: For an unknown report, or a link that is over 60 minutes old.
        """
        report = self._find(report_id)
        now = self._book.clock()
        age = now.timestamp() - issued
        # The link tells whole seconds only.
        if now < report.done_at or not -1 <= age < LINK_LIFE.total_seconds() or not report.texts:
            raise NotFoundError("Resource not found")
        with self._book.lock:
            for order_id in sorted({text.order_id for text in report.texts}):
                self._book.orders[order_id].labels_served += 1
                self._book.effects.note(EffectKind.LABELS, order_id)
        return labels_pdf(report.texts, report.page_format)

    def _find(self, report_id: str) -> Report:
        with self._book.lock:
            report = self._reports.get(report_id)
        if report is None:
            raise NotFoundError(f"Report not found: {report_id}")
        return report
