"""What became of the rows of a table, and those that failed as a file to be mended and read again."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from packdesk.domain.errands import GiveExternalId, SetTrack, Stop
from packdesk.domain.ids import OrderId
from packdesk.domain.track_table import (
    AlreadyThere,
    NeedsService,
    Ready,
    RefusedRow,
    TrackRow,
    TrackTable,
    Warned,
)
from packdesk.domain.tracks import track_key
from packdesk.station.handover_reports import HandedOver, HandoverOutcome

_LONGEST_PLAIN = 11
"""Excel shows longer numbers as 1.23E+13."""
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that did not reach the Market: by its verdict, or ``stop`` is why a person decides."""

    row: TrackRow
    stop: Stop | None = None


def row_results(table: TrackTable, handed: Iterable[HandedOver]) -> dict[int, HandedOver]:
    """How far the rows are that were kept, by line."""
    by_value: dict[tuple[OrderId, str], HandedOver] = {}
    for one in handed:
        value = _value_of(one)
        if value is not None:
            by_value.setdefault((one.order, value), one)
    found = {}
    for row in table.rows:
        match row.verdict:
            case Ready(order, errand) | Warned(order, errand, _):
                match errand:
                    case SetTrack(track):
                        key = track_key(track.code)
                    case GiveExternalId(text):
                        key = text
                    case _:
                        continue
                result = by_value.get((order, key))
                if result is not None:
                    found[row.line] = result
            case _:
                pass
    return found


def _value_of(one: HandedOver) -> str | None:
    match one.errand:
        case SetTrack(track):
            return track_key(track.code)
        case GiveExternalId(text):
            return text
        case _:
            return None


def failed_rows(table: TrackTable, handed: Iterable[HandedOver]) -> tuple[FailedRow, ...]:
    """Rows that were refused here or at the Market, and those that were never sent."""
    results = row_results(table, handed)
    failed = []
    for row in table.rows:
        result = results.get(row.line)
        match row.verdict:
            case RefusedRow() | NeedsService():
                failed.append(FailedRow(row))
            case Ready() | Warned():
                if result is None:
                    failed.append(FailedRow(row))
                elif result.outcome is HandoverOutcome.STOPPED:
                    failed.append(FailedRow(row, result.stop))
            case AlreadyThere():
                pass
    return tuple(failed)


def failed_csv(
    failed: Iterable[FailedRow],
    headers: tuple[str, str, str, str],
    reason: Callable[[FailedRow], str],
) -> bytes:
    """The rows as a file that Excel opens rightly and that can be read here again.

    Args:
        failed: The rows.
        headers: Of order, value, service and reason.
        reason: Why a row failed, in the person's language.

    Returns:
        CSV with semicolons, UTF-8 with a byte order mark; long numbers are kept as texts.
    """
    told = io.StringIO(newline="")
    writer = csv.writer(told, delimiter=";")
    writer.writerow(headers)
    for one in failed:
        row = one.row
        cells = (row.order, row.value, row.service, reason(one))
        writer.writerow([_as_text(cell) for cell in cells])
    return told.getvalue().encode("utf-8-sig")


def _as_text(cell: str) -> str:
    if cell.isdigit() and (len(cell) > _LONGEST_PLAIN or cell.startswith("0")):
        return f'="{cell}"'
    # What begins like a formula would be worked out by the spreadsheet.
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
