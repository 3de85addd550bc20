"""The filters of the queue."""

from enum import Enum

from packdesk.domain.access import Access
from packdesk.domain.order import ProgramType
from packdesk.station.reports import QueueEntry, SendState


class QueueFilter(Enum):
    """A toggle; the value is its objectName. The models widen each other, the rest narrow."""

    EXPRESS = "filterExpress"
    FBS = "filterFbs"
    DBS = "filterDbs"
    MARKED = "filterMarked"
    BEGUN = "filterBegun"
    NEEDS_YOU = "filterNeedsYou"
    OTHERS = "filterOthers"


MODELS = {
    QueueFilter.EXPRESS: ProgramType.EXPRESS,
    QueueFilter.FBS: ProgramType.FBS,
    QueueFilter.DBS: ProgramType.DBS,
}


def is_to_pack(entry: QueueEntry) -> bool:
    """Whether the table still has something to do with it."""
    if entry.is_changed or entry.send is SendState.NEEDS_PERSON:
        return True
    return entry.access is Access.PACK and entry.send is SendState.NONE


def has(entry: QueueEntry, which: QueueFilter) -> bool:
    """Whether this filter alone would show the entry."""
    match which:
        case QueueFilter.EXPRESS | QueueFilter.FBS | QueueFilter.DBS:
            return entry.order.program is MODELS[which]
        case QueueFilter.MARKED:
            return any(item.requires for item in entry.order.items)
        case QueueFilter.BEGUN:
            return entry.packed > 0 and entry.send is SendState.NONE
        case QueueFilter.NEEDS_YOU:
            return entry.is_changed or entry.send is SendState.NEEDS_PERSON
        case QueueFilter.OTHERS:
            return not is_to_pack(entry)


def passes(entry: QueueEntry, shown: frozenset[QueueFilter]) -> bool:
    """Whether the toggles that are on let the entry through."""
    models = shown & MODELS.keys()
    if models and not any(has(entry, model) for model in models):
        return False
    if QueueFilter.OTHERS not in shown and not is_to_pack(entry):
        return False
    narrow = shown & {QueueFilter.MARKED, QueueFilter.BEGUN, QueueFilter.NEEDS_YOU}
    return all(has(entry, which) for which in narrow)
