"""Why a row of a table cannot be sent, and why a file is no table: sentences that say what to do."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from packdesk.domain.access import Access
from packdesk.domain.order import OrderStatus, OrderSubstatus, ProgramType
from packdesk.domain.track_headers import TableKind
from packdesk.domain.track_table import RowFault
from packdesk.station.tables import TableFault
from packdesk.ui.words.access import access_word
from packdesk.ui.words.goods import model_name
from packdesk.ui.words.handover_status import status_name

SHOWN = 40


def row_fault_text(fault: RowFault, detail: str = "", kind: TableKind = TableKind.TRACKS) -> str:
    """The sentence; ``detail`` is the text, order or line that it is about."""
    if fault is RowFault.NO_VALUE and kind is TableKind.EXTERNAL_IDS:
        return QCoreApplication.translate("HandoverFaults", "no external number in this row")
    text = _ROWS[fault]()
    shown = detail if len(detail) <= SHOWN else f"{detail[:SHOWN]}…"
    match fault:
        case _ if not shown:
            return text
        case RowFault.REPEATED_ROW | RowFault.VALUE_TWICE | RowFault.ORDER_TWICE:
            return f"{text} {shown}"
        case RowFault.WRONG_STATUS | RowFault.NUMBER_TOO_EARLY | RowFault.NUMBER_TOO_LATE:
            return f"{text}: {_state_name(detail)}"
        case RowFault.NOT_DBS:
            return f"{text} ({model_name(ProgramType(detail))})"
        case _:
            return f"{shown}: {text}"


def _state_name(detail: str) -> str:
    match OrderSubstatus(detail):
        case OrderSubstatus.READY_TO_SHIP:
            return access_word(Access.ALREADY_READY)
        case OrderSubstatus.SHIPPED:
            return access_word(Access.ON_ITS_WAY)
        case _:
            return status_name(OrderStatus(detail))


def table_fault_text(fault: TableFault) -> str:
    """The sentence."""
    return _TABLES[fault]()


_ROWS: Final[Mapping[RowFault, Callable[[], str]]] = {
    RowFault.NO_ORDER: lambda: QCoreApplication.translate(
        "HandoverFaults", "no order number in this row"
    ),
    RowFault.NO_VALUE: lambda: QCoreApplication.translate(
        "HandoverFaults", "no track number in this row"
    ),
    RowFault.UNKNOWN_ORDER: lambda: QCoreApplication.translate(
        "HandoverFaults", "this shop has no such order"
    ),
    RowFault.NOT_DBS: lambda: QCoreApplication.translate(
        "HandoverFaults", "not a DBS order: it needs no track number"
    ),
    RowFault.WRONG_STATUS: lambda: QCoreApplication.translate(
        "HandoverFaults", "the order takes no number in this status"
    ),
    RowFault.EXPONENT: lambda: QCoreApplication.translate(
        "HandoverFaults",
        "the spreadsheet shortened it, its last digits are gone. Store the column as text",
    ),
    RowFault.ROUNDED: lambda: QCoreApplication.translate(
        "HandoverFaults",
        "the spreadsheet rounded it after 15 digits. Store the column as text",
    ),
    RowFault.LOST_ZEROS: lambda: QCoreApplication.translate(
        "HandoverFaults",
        "its leading zeros are gone. Store the column as text",
    ),
    RowFault.FRACTION: lambda: QCoreApplication.translate(
        "HandoverFaults", "a number with a fraction is no number of a parcel"
    ),
    RowFault.NO_RESULT: lambda: QCoreApplication.translate(
        "HandoverFaults", "a formula without a result. Save the file in the spreadsheet once more"
    ),
    RowFault.ERROR_VALUE: lambda: QCoreApplication.translate(
        "HandoverFaults", "the formula ended in an error"
    ),
    RowFault.DATE: lambda: QCoreApplication.translate(
        "HandoverFaults", "the spreadsheet took it for a date. Store the column as text"
    ),
    RowFault.REPEATED_ROW: lambda: QCoreApplication.translate("HandoverFaults", "the same as row"),
    RowFault.VALUE_TWICE: lambda: QCoreApplication.translate(
        "HandoverFaults", "the same number stands at another order, row"
    ),
    RowFault.ORDER_TWICE: lambda: QCoreApplication.translate(
        "HandoverFaults", "the order has another external number in row"
    ),
    RowFault.USED_ELSEWHERE: lambda: QCoreApplication.translate(
        "HandoverFaults", "another order has this number"
    ),
    RowFault.UNKNOWN_SERVICE: lambda: QCoreApplication.translate(
        "HandoverFaults", "the Market knows no such delivery service"
    ),
    RowFault.NUMBER_THERE: lambda: QCoreApplication.translate(
        "HandoverFaults", "the order has another external number already"
    ),
    RowFault.NUMBER_TOO_EARLY: lambda: QCoreApplication.translate(
        "HandoverFaults", "too early to give the order an external number"
    ),
    RowFault.NUMBER_TOO_LATE: lambda: QCoreApplication.translate(
        "HandoverFaults", "too late to give the order an external number"
    ),
    RowFault.NUMBER_BAD: lambda: QCoreApplication.translate(
        "HandoverFaults", "this cannot be an external number"
    ),
    RowFault.WAITS_ALREADY: lambda: QCoreApplication.translate(
        "HandoverFaults", "another external number waits to be sent"
    ),
    RowFault.NOT_ASKED: lambda: QCoreApplication.translate(
        "HandoverFaults",
        "the Market could not be asked for this order. Check the table again later",
    ),
}

_TABLES: Final[Mapping[TableFault, Callable[[], str]]] = {
    TableFault.MISSING: lambda: QCoreApplication.translate(
        "HandoverFaults", "The file cannot be opened. Close it in the spreadsheet and try again"
    ),
    TableFault.TOO_LARGE: lambda: QCoreApplication.translate(
        "HandoverFaults", "The file is too large. Save the sheet alone"
    ),
    TableFault.TOO_MANY_ROWS: lambda: QCoreApplication.translate(
        "HandoverFaults", "The table has too many rows. Split it"
    ),
    TableFault.EMPTY: lambda: QCoreApplication.translate(
        "HandoverFaults", "There is nothing in the table"
    ),
    TableFault.OLD_EXCEL: lambda: QCoreApplication.translate(
        "HandoverFaults", "This is an old Excel file (.xls). Save it as .xlsx"
    ),
    TableFault.LOCKED: lambda: QCoreApplication.translate(
        "HandoverFaults", "The file has a password. Save it without one"
    ),
    TableFault.OTHER_OFFICE: lambda: QCoreApplication.translate(
        "HandoverFaults", "This kind of spreadsheet cannot be read. Save it as .xlsx or .csv"
    ),
    TableFault.NOT_A_TABLE: lambda: QCoreApplication.translate(
        "HandoverFaults", "This is no table. Save it as .xlsx or .csv"
    ),
    TableFault.NO_COLUMNS: lambda: QCoreApplication.translate(
        "HandoverFaults",
        "Columns with orders and numbers were not found. Name them in the first row",
    ),
    TableFault.DAMAGED: lambda: QCoreApplication.translate(
        "HandoverFaults", "The file is damaged. Save it in the spreadsheet once more"
    ),
    TableFault.ENCODING: lambda: QCoreApplication.translate(
        "HandoverFaults", "The letters cannot be read. Save it as .xlsx or as CSV UTF-8"
    ),
}
