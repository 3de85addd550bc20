"""The words about the columns of a table: where each was taken from, and why none could be."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.column_names import ColumnRole
from packdesk.domain.track_headers import AlikeColumns, Column, Columns, NoColumn, TableKind
from packdesk.ui.words.handover_table import column_names
from packdesk.ui.words.notice import Notice, Tone

MOST_NAMES = 8
LONGEST_NAME = 30


def column_headings(kind: TableKind, columns: Columns) -> tuple[str, str, str, str, str]:
    """The heads of the columns, each with what stands over it in the table."""
    line, order, value, service, verdict = column_names(kind)
    return (
        line,
        f"{order}\n{_origin(columns.order)}",
        f"{value}\n{_origin(columns.value)}",
        f"{service}\n{_origin(columns.service)}",
        verdict,
    )


def _origin(column: Column | None) -> str:
    if column is None:
        return QCoreApplication.translate("HandoverTable", "not in the table")
    if not column.heading:
        return QCoreApplication.translate("HandoverTable", "guessed: column {letter}").format(
            letter=column.letter
        )
    return _quoted(column.heading)


def _quoted(heading: str) -> str:
    plain = " ".join(heading.split())
    shown = plain if len(plain) <= LONGEST_NAME else f"{plain[:LONGEST_NAME]}…"
    return QCoreApplication.translate("HandoverTable", "“{heading}”").format(heading=shown)


def other_kind(kind: TableKind) -> str:
    """The table brings numbers of this kind, not of the chosen one."""
    match kind:
        case TableKind.TRACKS:
            return QCoreApplication.translate("HandoverTable", "These are track numbers")
        case TableKind.EXTERNAL_IDS:
            return QCoreApplication.translate("HandoverTable", "These are external numbers")
        case _:
            assert_never(kind)


def other_kind_details(heading: str) -> str:
    """By what that is known."""
    return QCoreApplication.translate(
        "HandoverTable", "The column is called {name}. No row was read, nothing is sent"
    ).format(name=_quoted(heading))


def other_kind_notice(kind: TableKind) -> Notice:
    """A table of the other kind was not taken."""
    return Notice(other_kind(kind), Tone.REFUSED)


def guide_other_kind(kind: TableKind) -> Notice:
    """What to do with a table of the other kind."""
    match kind:
        case TableKind.TRACKS:
            text = QCoreApplication.translate(
                "HandoverTable", "These are track numbers: switch to them (Ctrl+E)"
            )
        case TableKind.EXTERNAL_IDS:
            text = QCoreApplication.translate(
                "HandoverTable", "These are external numbers: switch to them (Ctrl+E)"
            )
        case _:
            assert_never(kind)
    return Notice(text, Tone.ATTENTION)


def misfit_notice(name: str, misfit: AlikeColumns | NoColumn) -> Notice:
    """The columns of a table cannot be told; ``name`` is the file's."""
    match misfit:
        case AlikeColumns(role, first, second):
            text = _alike_text(role).format(first=_place(first), second=_place(second))
        case NoColumn(role, seen):
            shown = ", ".join(_quoted(one) for one in seen[:MOST_NAMES])
            more = "…" if len(seen) > MOST_NAMES else ""
            text = _missing_text(role).format(names=f"{shown}{more}")
        case _:
            assert_never(misfit)
    return Notice(f"{name}: {text}" if name else text, Tone.REFUSED)


def _place(column: Column) -> str:
    if column.heading:
        return f"{_quoted(column.heading)} ({column.letter})"
    return column.letter


def _alike_text(role: ColumnRole) -> str:
    match role:
        case ColumnRole.ORDER:
            return QCoreApplication.translate(
                "HandoverTable",
                "Two columns may hold the orders: {first} and {second}. Rename or delete one",
            )
        case ColumnRole.TRACK:
            return QCoreApplication.translate(
                "HandoverTable",
                "Two columns may hold the track numbers: {first} and {second}. "
                "Rename or delete one",
            )
        case ColumnRole.EXTERNAL_ID:
            return QCoreApplication.translate(
                "HandoverTable",
                "Two columns may hold the external numbers: {first} and {second}. "
                "Rename or delete one",
            )
        case ColumnRole.SERVICE:
            return QCoreApplication.translate(
                "HandoverTable",
                "Two columns may hold the delivery service: {first} and {second}. "
                "Rename or delete one",
            )
        case _:
            assert_never(role)


def _missing_text(role: ColumnRole) -> str:
    match role:
        case ColumnRole.ORDER:
            return QCoreApplication.translate(
                "HandoverTable",
                "There is no column of orders. The header has: {names}. Name it “Order number”",
            )
        case ColumnRole.TRACK:
            return QCoreApplication.translate(
                "HandoverTable",
                "There is no column of track numbers. The header has: {names}. "
                "Name it “Track number”",
            )
        case ColumnRole.EXTERNAL_ID:
            return QCoreApplication.translate(
                "HandoverTable",
                "There is no column of external numbers. The header has: {names}. "
                "Name it “External number”",
            )
        case ColumnRole.SERVICE:
            return QCoreApplication.translate(
                "HandoverTable",
                "There is no column of delivery services. The header has: {names}",
            )
        case _:
            assert_never(role)
