"""After which commands a complete order is confirmed without a key."""

from packdesk.domain.codes import Issue, Severity
from packdesk.domain.commands import (
    Command,
    CopyCodes,
    MovePart,
    MoveUnits,
    OnTable,
    SeeChanges,
    SplitUnit,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.events import CodeAttached, Event
from packdesk.domain.layout_rules import check_layout
from packdesk.domain.packing import Packing
from packdesk.domain.problems import MixedTotals, MixedWholeAndSplit
from packdesk.domain.questions import Question, SplitProposed
from packdesk.domain.units import InParts


def finishes_itself(
    before: Packing, asked: Question | None, command: Command, events: tuple[Event, ...]
) -> bool:
    """Whether this command, given while ``asked`` was open, may be the last one for the order.

    Only goods or codes that came to the order tell that the goods are there: splitting a unit, or
    taking over boxes that were made elsewhere, puts goods into boxes that nobody has had in hand, unless a scan
    of the very good was what asked for it.
    """
    return _packs(before, asked, command) and not _holds_doubtful(events)


def may_be_refused(packing: Packing) -> bool:
    """Whether a person should see first what the Market may refuse of the boxes."""
    doubtful = MixedWholeAndSplit | MixedTotals
    return any(isinstance(problem, doubtful) for problem in check_layout(packing))


def _packs(before: Packing, asked: Question | None, command: Command) -> bool:
    match command:
        # What was packed may be the whole order once the packer has seen how it changed.
        case TakeProduct() | TakeCode() | CopyCodes() | SeeChanges():
            return True
        case SplitUnit(item):
            return isinstance(asked, SplitProposed) and asked.item == item
        case MoveUnits(source=OnTable(), target=target):
            return not isinstance(target, OnTable)
        case MovePart(ref, part, target):
            place = before.unit(ref).place
            is_loose = isinstance(place, InParts) and place.boxes[part - 1] is None
            return is_loose and not isinstance(target, OnTable)
        case _:
            return False


def _holds_doubtful(events: tuple[Event, ...]) -> bool:
    """Whether a code came in that a person took in spite of a doubt; that must not go out at once."""
    return any(
        Issue(issue).severity is Severity.CONFIRM
        for event in events
        if isinstance(event, CodeAttached)
        for issue in event.issues
    )
