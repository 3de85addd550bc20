"""From what is known of a table to what its section shows. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from packdesk.domain.errands import SetTrack
from packdesk.domain.ids import DeliveryServiceId
from packdesk.domain.track_headers import OtherKind, TableKind
from packdesk.domain.track_table import (
    AlreadyThere,
    NeedsService,
    Ready,
    RefusedRow,
    TrackRow,
    TrackTable,
    Warned,
)
from packdesk.station.handover_export import FailedRow, row_results
from packdesk.station.handover_reports import (
    BatchProgress,
    HandedOver,
    HandoverOutcome,
    HandoverState,
)
from packdesk.ui.handover.table_props import (
    BusyProps,
    KindProps,
    SheetProps,
    TableAct,
    TableButtonProps,
    TableProps,
    TableRowProps,
)
from packdesk.ui.handover.tracks_derive import derive_picker
from packdesk.ui.words import handover_columns as columns_words
from packdesk.ui.words import handover_guides as guides
from packdesk.ui.words import handover_table as words
from packdesk.ui.words.handover import outcome_notice
from packdesk.ui.words.notice import Notice, Tone

_NO_RESULTS: Mapping[int, HandedOver] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TableInputs:
    """What is known. ``kept`` is None before the table was sent; ``ticked`` are lines to send.

    ``other`` tells that the table that was read last is of the other kind.
    """

    kind: TableKind = TableKind.TRACKS
    source: str = ""
    progress: BatchProgress | None = None
    table: TrackTable | None = None
    ticked: frozenset[int] = frozenset()
    kept: frozenset[int] | None = None
    only_attention: bool = False
    is_picking: bool = False
    trouble: Notice | None = None
    other: OtherKind | None = None
    state: HandoverState = field(default_factory=HandoverState)


def derive_table_props(inputs: TableInputs) -> TableProps:
    """The section as it looks now."""
    table = inputs.table
    results = results_of(inputs)
    failed = failed_of(inputs, results)
    is_picking = inputs.is_picking and bool(table and table.count(NeedsService))
    return TableProps(
        guide=_guide(inputs, results, failed),
        kinds=tuple(_kind(kind, inputs.kind) for kind in TableKind),
        source=words.source_text(inputs.source, table.sheet, table.others) if table else "",
        counts=_counts(inputs, results, failed),
        hint=_hint(inputs),
        details=_details(inputs),
        busy=_busy(inputs.progress),
        sheet=_sheet(inputs, results),
        picker=derive_picker(inputs.state.services) if is_picking else None,
        picker_caption=words.choose_service_for(table.count(NeedsService)) if table else "",
        trouble=inputs.trouble,
        buttons=_buttons(inputs, len(failed)),
    )


def _kind(kind: TableKind, chosen: TableKind) -> KindProps:
    is_on = kind is chosen
    return KindProps(kind, words.kind_label(kind), is_on, "" if is_on else TableAct.KIND.value)


def _hint(inputs: TableInputs) -> str:
    if inputs.other is not None:
        return columns_words.other_kind(inputs.other.kind)
    return words.hint(inputs.kind)


def _details(inputs: TableInputs) -> str:
    if inputs.other is not None:
        return columns_words.other_kind_details(inputs.other.heading)
    return words.hint_details(inputs.kind)


def results_of(inputs: TableInputs) -> Mapping[int, HandedOver]:
    """How far the rows are that were sent, by line."""
    if inputs.table is None or inputs.kept is None:
        return _NO_RESULTS
    found = row_results(inputs.table, inputs.state.rows)
    return {line: result for line, result in found.items() if line in inputs.kept}


def failed_of(
    inputs: TableInputs, results: Mapping[int, HandedOver] | None = None
) -> tuple[FailedRow, ...]:
    """The rows that did not and will not reach the Market, once the table has been sent."""
    table, kept = inputs.table, inputs.kept or frozenset()
    if table is None or (inputs.kept is None and sendable(table)):
        return ()
    known = results_of(inputs) if results is None else results
    failed = []
    for row in table.rows:
        result = known.get(row.line)
        if result is not None and result.outcome is HandoverOutcome.STOPPED:
            failed.append(FailedRow(row, result.stop))
        elif row.line not in kept and not isinstance(row.verdict, AlreadyThere):
            failed.append(FailedRow(row))
    return tuple(failed)


def sendable(table: TrackTable) -> frozenset[int]:
    """The lines that a person may send."""
    return table.lines(Ready, Warned)


def derive_table_row(sheet: SheetProps, place: int) -> TableRowProps:
    """One row of what is shown."""
    row = sheet.rows[place]
    may_go = sheet.kept is None and isinstance(row.verdict, Ready | Warned)
    return TableRowProps(
        line=row.line,
        is_ticked=row.line in sheet.ticked if may_go else None,
        order=row.order,
        value=row.value,
        service=_service(sheet, row),
        notice=_row_notice(sheet, row),
    )


def _service(sheet: SheetProps, row: TrackRow) -> str:
    """The service that will be sent; what the table says where none is known yet."""
    match row.verdict:
        case Ready(_, SetTrack(track)) | Warned(_, SetTrack(track), _):
            return sheet.names.get(track.service) or row.service or row.own_service
        case _:
            return row.service


def _row_notice(sheet: SheetProps, row: TrackRow) -> Notice:
    result = sheet.results.get(row.line)
    if result is not None:
        return outcome_notice(result)
    if sheet.kept is not None and row.line in sheet.kept:
        return words.in_line()
    if sheet.kept is not None and isinstance(row.verdict, Ready | Warned):
        return words.not_sent()
    return words.verdict_notice(row.verdict, sheet.names, sheet.kind)


def _sheet(inputs: TableInputs, results: Mapping[int, HandedOver]) -> SheetProps | None:
    table = inputs.table
    if table is None or inputs.progress is not None:
        return None
    rows = table.rows
    if inputs.only_attention:
        rows = tuple(row for row in rows if _needs_look(row, inputs.kept, results))
    names = MappingProxyType({one.id: one.name for one in inputs.state.services})
    return SheetProps(table.kind, rows, table.columns, inputs.ticked, inputs.kept, results, names)


def _needs_look(
    row: TrackRow, kept: frozenset[int] | None, results: Mapping[int, HandedOver]
) -> bool:
    if isinstance(row.verdict, AlreadyThere):
        return False
    if kept is None:
        return not isinstance(row.verdict, Ready)
    if row.line not in kept:
        return True
    result = results.get(row.line)
    return result is not None and result.outcome is HandoverOutcome.STOPPED


def _busy(progress: BatchProgress | None) -> BusyProps | None:
    if progress is None:
        return None
    text = words.phase_text(progress.phase, progress.done, progress.total)
    return BusyProps(text, progress.done, progress.total)


def _counts(
    inputs: TableInputs, results: Mapping[int, HandedOver], failed: tuple[FailedRow, ...]
) -> tuple[Notice, ...]:
    table = inputs.table
    if table is None or inputs.progress is not None:
        return ()
    if inputs.kept is None:
        every = (Ready, Warned, NeedsService, RefusedRow, AlreadyThere)
        counts = ((verdict, table.count(verdict)) for verdict in every)
        return tuple(words.verdict_count(verdict, count) for verdict, count in counts if count)
    done = sum(result.outcome is HandoverOutcome.DONE for result in results.values())
    stopped = sum(one.row.line in results for one in failed)
    shown = (
        (words.done_count, done),
        (words.waiting_count, len(inputs.kept) - done - stopped),
        (words.stopped_count, stopped),
        (words.unsent_count, len(failed) - stopped),
    )
    there = table.count(AlreadyThere)
    already = (words.verdict_count(AlreadyThere, there),) if there else ()
    return (*(say(count) for say, count in shown if count > 0), *already)


def _guide(
    inputs: TableInputs, results: Mapping[int, HandedOver], failed: tuple[FailedRow, ...]
) -> Notice:
    table = inputs.table
    if inputs.progress is not None:
        return guides.guide_busy()
    if inputs.other is not None:
        return columns_words.guide_other_kind(inputs.other.kind)
    if table is None:
        return guides.guide_empty()
    if inputs.kept is None:
        return _dry_guide(inputs, table)
    ended = {HandoverOutcome.DONE, HandoverOutcome.STOPPED}
    is_going = any(
        line not in results or results[line].outcome not in ended for line in inputs.kept
    )
    if is_going:
        return guides.guide_going()
    return guides.guide_failed() if failed else guides.guide_done()


def _dry_guide(inputs: TableInputs, table: TrackTable) -> Notice:
    may_go = sendable(table)
    if table.count(NeedsService):
        return guides.guide_service()
    if inputs.ticked & may_go:
        return guides.guide_send()
    if may_go:
        is_doubtful = may_go == table.lines(Warned)
        return guides.guide_doubtful() if is_doubtful else guides.guide_unticked()
    if table.count(AlreadyThere) == len(table.rows):
        return guides.guide_all_there()
    return guides.guide_nothing()


def _buttons(inputs: TableInputs, failed: int) -> Mapping[TableAct, TableButtonProps]:
    table = inputs.table
    is_dry = table is not None and inputs.kept is None and inputs.progress is None
    is_whole = table is not None and inputs.progress is None
    chosen = len(inputs.ticked & sendable(table)) if table is not None else 0
    needy = table.count(NeedsService) if table is not None else 0
    warned = table.lines(Warned) if table is not None else frozenset()
    is_idle = inputs.progress is None
    made = (
        TableButtonProps(TableAct.OPEN, words.act_label(TableAct.OPEN), is_on=is_idle),
        TableButtonProps(TableAct.PASTE, words.act_label(TableAct.PASTE), is_on=is_idle),
        TableButtonProps(
            TableAct.SEND, words.act_label(TableAct.SEND, chosen), is_dry, is_on=chosen > 0
        ),
        TableButtonProps(
            TableAct.SERVICE,
            words.back_label()
            if inputs.is_picking and needy
            else words.act_label(TableAct.SERVICE, needy),
            is_dry and needy > 0,
        ),
        TableButtonProps(
            TableAct.WARNED,
            words.act_label(TableAct.WARNED, len(warned)),
            is_dry and bool(warned),
            is_checked=bool(warned) and warned <= inputs.ticked,
        ),
        TableButtonProps(
            TableAct.FILTER,
            words.act_label(TableAct.FILTER),
            is_whole,
            is_checked=inputs.only_attention,
        ),
        TableButtonProps(TableAct.SAVE, words.act_label(TableAct.SAVE, failed), failed > 0),
        TableButtonProps(TableAct.CLOSE, words.act_label(TableAct.CLOSE), is_whole),
        TableButtonProps(
            TableAct.KIND,
            words.act_label(TableAct.KIND),
            is_shown=inputs.other is not None,
            is_on=is_idle,
        ),
    )
    return MappingProxyType({one.act: one for one in made})


def checked_notice(table: TrackTable) -> Notice:
    """A table has been looked at: what is to be done with it stands in the guide."""
    may_go = bool(sendable(table)) or bool(table.count(NeedsService))
    return Notice(words.checked(len(table.rows)), Tone.ACCEPTED if may_go else Tone.ATTENTION)


def reason_in_file(inputs: TableInputs, row: FailedRow) -> str:
    """Why a row failed, for the file of what failed."""
    names: dict[DeliveryServiceId, str] = {one.id: one.name for one in inputs.state.services}
    return words.failed_reason(row, names, inputs.kind)
