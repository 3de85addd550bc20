"""The words of tables of track numbers and of external numbers."""

from collections.abc import Mapping
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.ids import DeliveryServiceId
from packdesk.domain.track_headers import TableKind
from packdesk.domain.track_table import (
    AlreadyThere,
    NeedsService,
    Ready,
    RefusedRow,
    RowVerdict,
    RowWarning,
    Warned,
)
from packdesk.domain.tracks import TrackWarning
from packdesk.station.handover_export import FailedRow
from packdesk.station.handover_reports import BatchPhase
from packdesk.station.tables import TableUnreadable
from packdesk.ui.handover.table_props import TableAct
from packdesk.ui.words.errands import stop_text
from packdesk.ui.words.handover_faults import row_fault_text, table_fault_text
from packdesk.ui.words.handover_questions import warning_text
from packdesk.ui.words.notice import Notice, Tone


def kind_label(kind: TableKind) -> str:
    """What a table brings."""
    match kind:
        case TableKind.TRACKS:
            return QCoreApplication.translate("HandoverTable", "Track numbers")
        case TableKind.EXTERNAL_IDS:
            return QCoreApplication.translate("HandoverTable", "External numbers")
        case _:
            assert_never(kind)


def kinds_caption() -> str:
    """Before the toggles of what a table brings."""
    return QCoreApplication.translate("HandoverTable", "The table brings")


def hint(kind: TableKind) -> str:
    """In the place where a file can be dropped."""
    match kind:
        case TableKind.TRACKS:
            return QCoreApplication.translate(
                "HandoverTable", "Drop a table with track numbers here"
            )
        case TableKind.EXTERNAL_IDS:
            return QCoreApplication.translate(
                "HandoverTable", "Drop a table with external numbers here"
            )
        case _:
            assert_never(kind)


def hint_details(kind: TableKind) -> str:
    """Which columns it must have."""
    match kind:
        case TableKind.TRACKS:
            return QCoreApplication.translate(
                "HandoverTable",
                "XLSX, CSV or text. Columns in any order: order, track number and, if you have it, "
                "delivery service. Nothing is sent before you have seen every row",
            )
        case TableKind.EXTERNAL_IDS:
            return QCoreApplication.translate(
                "HandoverTable",
                "XLSX, CSV or text. Columns in any order: order and external number. "
                "Nothing is sent before you have seen every row",
            )
        case _:
            assert_never(kind)


def column_names(kind: TableKind) -> tuple[str, str, str, str, str]:
    """The heads of the columns: line, order, value, service, verdict."""
    value = (
        QCoreApplication.translate("HandoverTable", "Track number")
        if kind is TableKind.TRACKS
        else QCoreApplication.translate("HandoverTable", "External number")
    )
    return (
        QCoreApplication.translate("HandoverTable", "Row"),
        QCoreApplication.translate("HandoverTable", "Order"),
        value,
        QCoreApplication.translate("HandoverTable", "Service"),
        QCoreApplication.translate("HandoverTable", "Verdict"),
    )


def saved_headers(kind: TableKind) -> tuple[str, str, str, str]:
    """The heads of the columns in the file of what failed."""
    _, order, value, service, _ = column_names(kind)
    return order, value, service, QCoreApplication.translate("HandoverTable", "Reason")


def saved_name() -> str:
    """The name that the file of what failed is given first."""
    return QCoreApplication.translate("HandoverTable", "not sent") + ".csv"


def file_kinds() -> str:
    """The filter of the file dialog."""
    tables = QCoreApplication.translate("HandoverTable", "Tables")
    return f"{tables} (*.xlsx *.xlsm *.csv *.tsv *.txt)"


def act_label(act: TableAct, count: int = 0) -> str:
    """The words on a button."""
    match act:
        case TableAct.OPEN:
            return QCoreApplication.translate("HandoverTable", "Open a file")
        case TableAct.PASTE:
            return QCoreApplication.translate("HandoverTable", "Paste")
        case TableAct.SEND:
            return QCoreApplication.translate("HandoverTable", "Send rows: {count}").format(
                count=count
            )
        case TableAct.SERVICE:
            return QCoreApplication.translate("HandoverTable", "Service for rows: {count}").format(
                count=count
            )
        case TableAct.WARNED:
            return QCoreApplication.translate("HandoverTable", "Also the doubtful: {count}").format(
                count=count
            )
        case TableAct.FILTER:
            return QCoreApplication.translate("HandoverTable", "Needs attention")
        case TableAct.SAVE:
            return QCoreApplication.translate("HandoverTable", "Save what failed: {count}").format(
                count=count
            )
        case TableAct.CLOSE:
            return QCoreApplication.translate("HandoverTable", "Close the table")
        case TableAct.KIND:
            return QCoreApplication.translate("HandoverTable", "Switch to them")
        case _:
            assert_never(act)


def stop_label() -> str:
    """The button that stops what is going on."""
    return QCoreApplication.translate("HandoverTable", "Stop")


def back_label() -> str:
    """The button that closes the list of services."""
    return QCoreApplication.translate("HandoverTable", "Back to the rows")


def source_text(name: str, sheet: str, others: tuple[str, ...]) -> str:
    """Which table it is; further sheets were left out."""
    shown = name or QCoreApplication.translate("HandoverTable", "Pasted table")
    shown = f"{shown} · {sheet}" if sheet else shown
    if not others:
        return shown
    left = QCoreApplication.translate("HandoverTable", "not read: {sheets}")
    return f"{shown} ({left.format(sheets=', '.join(others))})"


def phase_text(phase: BatchPhase, done: int, total: int) -> str:
    """What is going on with a table."""
    match phase:
        case BatchPhase.READING:
            text = QCoreApplication.translate("HandoverTable", "Reading the table")
        case BatchPhase.ASKING:
            text = QCoreApplication.translate("HandoverTable", "Asking the Market for the orders")
        case BatchPhase.CHECKING:
            text = QCoreApplication.translate("HandoverTable", "Checking the rows")
        case BatchPhase.KEEPING:
            text = QCoreApplication.translate("HandoverTable", "Putting the rows in line")
        case _:
            assert_never(phase)
    return f"{text}: {done} / {total}" if total else text


def verdict_count(verdict: type[RowVerdict], count: int) -> Notice:
    """How many rows have a verdict."""
    if verdict is Ready:
        text = QCoreApplication.translate("HandoverTable", "can go: {count}")
        tone = Tone.ACCEPTED
    elif verdict is Warned:
        text = QCoreApplication.translate("HandoverTable", "doubtful: {count}")
        tone = Tone.ATTENTION
    elif verdict is NeedsService:
        text = QCoreApplication.translate("HandoverTable", "without a service: {count}")
        tone = Tone.ATTENTION
    elif verdict is AlreadyThere:
        text = QCoreApplication.translate("HandoverTable", "already there: {count}")
        tone = Tone.CALM
    else:
        text = QCoreApplication.translate("HandoverTable", "cannot go: {count}")
        tone = Tone.REFUSED
    return Notice(text.format(count=count), tone)


def done_count(count: int) -> Notice:
    """How many rows the Market has."""
    text = QCoreApplication.translate("HandoverTable", "sent: {count}").format(count=count)
    return Notice(text, Tone.ACCEPTED)


def waiting_count(count: int) -> Notice:
    """How many rows are still to go out."""
    text = QCoreApplication.translate("HandoverTable", "waiting: {count}").format(count=count)
    return Notice(text, Tone.CALM)


def stopped_count(count: int) -> Notice:
    """How many rows the Market refused."""
    text = QCoreApplication.translate("HandoverTable", "refused: {count}").format(count=count)
    return Notice(text, Tone.REFUSED)


def unsent_count(count: int) -> Notice:
    """How many rows were left out."""
    text = QCoreApplication.translate("HandoverTable", "not sent: {count}").format(count=count)
    return Notice(text, Tone.ATTENTION)


def verdict_notice(
    verdict: RowVerdict, names: Mapping[DeliveryServiceId, str], kind: TableKind
) -> Notice:
    """What a row amounts to before it is sent."""
    match verdict:
        case Ready():
            return Notice(QCoreApplication.translate("HandoverTable", "can go"), Tone.ACCEPTED)
        case Warned(_, _, warnings):
            told = "; ".join(row_warning_text(one) for one in warnings)
            return Notice(told, Tone.ATTENTION)
        case AlreadyThere():
            text = QCoreApplication.translate("HandoverTable", "the order has it already")
            return Notice(text, Tone.CALM)
        case NeedsService(_, _, likely):
            text = QCoreApplication.translate("HandoverTable", "choose the delivery service")
            guess = ", ".join(names[one] for one in likely if one in names)
            return Notice(f"{text} ({guess}?)" if guess else text, Tone.ATTENTION)
        case RefusedRow(fault, detail):
            return Notice(row_fault_text(fault, detail, kind), Tone.REFUSED)
        case _:
            assert_never(verdict)


def row_warning_text(warning: TrackWarning | RowWarning) -> str:
    """What a person should see before a row is sent."""
    match warning:
        case TrackWarning():
            return warning_text(warning)
        case RowWarning.OTHER_TRACK_THERE:
            return QCoreApplication.translate(
                "HandoverTable", "the order has another track number: this one is added"
            )
        case RowWarning.TWO_TRACKS:
            return QCoreApplication.translate(
                "HandoverTable", "the table has two numbers for this order: both will go"
            )
        case RowWarning.SERVICE_DIFFERS:
            return QCoreApplication.translate(
                "HandoverTable", "the order names another delivery service"
            )
        case RowWarning.BUYER_CANCELS:
            return QCoreApplication.translate("HandoverTable", "the buyer asks to cancel")
        case RowWarning.LABEL_FALLS_BACK:
            return QCoreApplication.translate(
                "HandoverTable",
                "not Latin letters: the label's barcode will show the Market's number",
            )
        case _:
            assert_never(warning)


def not_sent() -> Notice:
    """A row that was left out when the table was sent."""
    return Notice(QCoreApplication.translate("HandoverTable", "left out: not sent"), Tone.CALM)


def in_line() -> Notice:
    """A row that was just kept."""
    return Notice(QCoreApplication.translate("HandoverTable", "waits to be sent"), Tone.CALM)


def failed_reason(row: FailedRow, names: Mapping[DeliveryServiceId, str], kind: TableKind) -> str:
    """Why a row did not reach the Market, in the file of what failed."""
    if row.stop is not None:
        return stop_text(row.stop)
    verdict = row.row.verdict
    if isinstance(verdict, Ready | Warned):
        return not_sent().text
    return verdict_notice(verdict, names, kind).text


def row_line(line: int, text: str) -> str:
    """The whole verdict of the row that is looked at."""
    return QCoreApplication.translate("HandoverTable", "Row {line}: {text}").format(
        line=line, text=text
    )


def choose_service_for(count: int) -> str:
    """Over the list of services."""
    return QCoreApplication.translate(
        "HandoverTable", "Which service carries them? It is set in all rows without one: {count}"
    ).format(count=count)


def checked(count: int) -> str:
    """A table has been looked at."""
    return QCoreApplication.translate("HandoverTable", "Rows checked: {count}").format(count=count)


def kept(count: int) -> Notice:
    """A table has been put in line."""
    text = QCoreApplication.translate("HandoverTable", "Rows that go out now: {count}")
    return Notice(text.format(count=count), Tone.COMPLETE)


def kept_in_part(count: int) -> Notice:
    """The sending of a table was stopped."""
    text = QCoreApplication.translate(
        "HandoverTable", "Stopped. Rows that go out all the same: {count}"
    )
    return Notice(text.format(count=count), Tone.ATTENTION)


def stopped() -> Notice:
    """The check of a table was given up."""
    return Notice(QCoreApplication.translate("HandoverTable", "Stopped. Nothing sent"), Tone.CALM)


def unreadable(error: TableUnreadable) -> Notice:
    """A file or a text is no table that can be used."""
    text = table_fault_text(error.fault)
    return Notice(f"{error.name}: {text}" if error.name else text, Tone.REFUSED)


def saved(name: str) -> Notice:
    """What failed is in a file."""
    text = QCoreApplication.translate("HandoverTable", "Saved: {name}").format(name=name)
    return Notice(text, Tone.ACCEPTED)


def save_failed(name: str) -> Notice:
    """The file could not be written."""
    text = QCoreApplication.translate(
        "HandoverTable", "{name} cannot be written. Choose another place"
    )
    return Notice(text.format(name=name), Tone.REFUSED)


def nothing_chosen() -> Notice:
    """No row is ticked that could be sent."""
    text = QCoreApplication.translate("HandoverTable", "Nothing was sent: no row is chosen")
    return Notice(text, Tone.REFUSED)


def nothing_pasted() -> Notice:
    """The clipboard has no text."""
    text = QCoreApplication.translate(
        "HandoverTable", "There is nothing to paste. Copy the rows in the spreadsheet first"
    )
    return Notice(text, Tone.ATTENTION)
