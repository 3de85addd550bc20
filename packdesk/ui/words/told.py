"""The answer to one scan or command, as one sentence."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.barcodes import DeskCommand
from packdesk.domain.codes import Issue, IssueCode, Severity
from packdesk.domain.events import (
    BoxChosen,
    BoxOpened,
    CodeAttached,
    CodeDetached,
    Event,
    LayoutConfirmed,
    Undone,
    UnitMarkedShort,
    UnitPacked,
    UnitSplit,
    UnitTakenOut,
)
from packdesk.domain.ids import UnitRef
from packdesk.domain.numbering import by_last_numbers
from packdesk.domain.order import Order
from packdesk.domain.pieces import PieceRejected
from packdesk.domain.refusals import NotInOrder, RemovalNotConfirmed
from packdesk.station.reports import (
    Answer,
    AskedBack,
    Bench,
    CommandForWindow,
    Did,
    Failed,
    OpenedOrder,
    PieceOut,
    RefusedIt,
    Told,
)
from packdesk.ui.words.access import access_text
from packdesk.ui.words.aside import approval_text
from packdesk.ui.words.codes import issue_text
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.events import event_text, missing_text, packed_text
from packdesk.ui.words.goods import into_box, item_name, order_name
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.pieces import piece_out_text
from packdesk.ui.words.questions import question_text
from packdesk.ui.words.refusals import refusal_notice


def _rejected(events: tuple[Event, ...], bench: Bench | None) -> PieceOut | None:
    """The piece that must come out, where the code of another one has just been taken for it."""
    pieces = (event for event in events if isinstance(event, PieceRejected))
    piece = next(pieces, None)
    return PieceOut(bench.order.id, piece) if piece is not None and bench is not None else None


def answer_notice(answer: Answer) -> Notice:
    """What to tell about an answer of the station."""
    return told_notice(answer.told, answer.bench)


def told_notice(told: Told, bench: Bench | None) -> Notice:
    """One sentence and its tone for everything the station tells."""
    order = bench.order if bench is not None else None
    match told:
        case Did(()) | RefusedIt(RemovalNotConfirmed()) if bench is not None and bench.approval:
            return Notice(approval_text(bench.approval), Tone.ATTENTION)
        case Did(events) if (out := _rejected(events, bench)) is not None:
            return Notice(piece_out_text(out), Tone.ATTENTION)
        case Did((Undone(), *_), undone=UnitRef() as unit):
            text = QCoreApplication.translate("Told", "Taken back: {item}")
            return Notice(text.format(item=item_name(order, unit.item)), Tone.ATTENTION)
        case Did(events):
            return _did(events, order)
        case RefusedIt(NotInOrder()) if bench is not None and bench.teachable is not None:
            return Notice(unknown_barcode(), Tone.REFUSED)
        case RefusedIt(refusal):
            return refusal_notice(refusal, order)
        case AskedBack(question):
            return Notice(question_text(question, order), Tone.ATTENTION)
        case OpenedOrder(number, access):
            if bench is not None and bench.order.id == number and bench.access.may_open:
                return _opened(bench)
            return Notice(access_text(access), Tone.ATTENTION)
        case CommandForWindow(command):
            return Notice(_command(command), Tone.CALM)
        case Failed(error):
            return error_notice(error)
        case _:
            assert_never(told)


def unknown_barcode() -> str:
    """A barcode that the catalogue does not have, and that may be taught."""
    return QCoreApplication.translate("Told", "Nobody knows this barcode. Is it on your good?")


def _opened(bench: Bench) -> Notice:
    from_here = access_text(bench.access) if bench.access.value != "pack" else ""
    if from_here:
        return Notice(from_here, Tone.ATTENTION)
    return Notice(order_name(bench.order.id), Tone.ACCEPTED)


def _command(command: DeskCommand) -> str:
    if command is DeskCommand.QUEUE:
        return QCoreApplication.translate("Told", "To the queue")
    return QCoreApplication.translate("Told", "No order is open. Scan an order first")


def _did(kept: tuple[Event, ...], order: Order | None) -> Notice:
    events = by_last_numbers(kept)
    if not events:
        return Notice(QCoreApplication.translate("Told", "Left as it was"), Tone.CALM)
    if any(isinstance(event, LayoutConfirmed) for event in events):
        last = next(event for event in events if isinstance(event, LayoutConfirmed))
        return Notice(event_text(last, order), Tone.COMPLETE)
    missing = [event for event in events if isinstance(event, UnitMarkedShort)]
    if missing:
        name = item_name(order, missing[0].unit.item)
        return Notice(missing_text(name, len(missing), missing[0].reason), Tone.ATTENTION)
    text = _packed(events, order) or event_text(_telling(events), order)
    doubt = _doubt(events)
    if doubt is not None:
        return Notice(f"{text}. {issue_text(doubt)}", Tone.ATTENTION)
    return Notice(text, Tone.ACCEPTED)


def _packed(events: tuple[Event, ...], order: Order | None) -> str:
    """Where units of one good went, as one move however many they are."""
    packed = [event for event in events if isinstance(event, UnitPacked)]
    if not packed:
        return ""
    last = packed[-1]
    return packed_text(item_name(order, last.unit.item), len(packed), into_box(last.box))


def _telling(events: tuple[Event, ...]) -> Event:
    """The event that the packer meant; the others only came with it."""
    for kind in (UnitSplit, UnitTakenOut, CodeAttached, CodeDetached):
        for event in events:
            if isinstance(event, kind):
                return event
    meant = [event for event in events if not isinstance(event, BoxOpened | BoxChosen)]
    return (meant or events)[-1]


def _doubt(events: tuple[Event, ...]) -> IssueCode | None:
    for event in events:
        if isinstance(event, CodeAttached):
            for issue in event.issues:
                if Issue(issue).severity >= Severity.WARN:
                    return issue
    return None
