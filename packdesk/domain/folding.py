"""What each event does to a packing."""

from dataclasses import replace
from typing import TYPE_CHECKING

from packdesk.domain.box_contents import KnownBox, contents, known_box
from packdesk.domain.changes import BoxesChanged, grave
from packdesk.domain.checks import CodeVerdict
from packdesk.domain.codes import IssueCode
from packdesk.domain.composing import fits, goods_left, recompose
from packdesk.domain.errands import ErrandEvent
from packdesk.domain.events import (
    AnswerUnreadable,
    BoxChosen,
    BoxesNumbered,
    BoxesTaken,
    BoxOpened,
    ChangesSeen,
    CodeAttached,
    CodeDetached,
    CodesChecked,
    CompositionTaken,
    Event,
    ExternalIdSet,
    ItemChosen,
    ItemCount,
    LabelsFetched,
    LabelsLost,
    LabelsPrinted,
    LabelStuck,
    LayoutConfirmed,
    LayoutSent,
    MarkedReady,
    OrderChanged,
    PackingEvent,
    PartPacked,
    PartTakenOut,
    PrintDenied,
    PutAside,
    ReprintAsked,
    RetryAsked,
    StepRefused,
    StepStarted,
    StepUndone,
    SubmissionEvent,
    TableEvent,
    TakenUp,
    Undone,
    UnitFound,
    UnitMadeWhole,
    UnitMarkedShort,
    UnitPacked,
    UnitSplit,
    UnitTakenOut,
)
from packdesk.domain.ids import BoxNumber, UnitRef
from packdesk.domain.layout import BoxLayout
from packdesk.domain.order import MarketBox, StoredBox
from packdesk.domain.pieces import PieceGone, PieceRejected
from packdesk.domain.standing import Standing
from packdesk.domain.taking_back import is_short_form, place_units
from packdesk.domain.units import InBox, InParts, Loose, Short, Unit, UnitPlace

if TYPE_CHECKING:
    from packdesk.domain.packing import Packing


def fold(now: "Packing", event: Event) -> "Packing":
    """The packing after one more event of a group; an undo is no part of one."""
    if isinstance(event, Undone):
        msg = "an undo is a group of its own"
        raise ValueError(msg)  # noqa: TRY004 - a wrong order of events, not a wrong type
    if isinstance(event, ErrandEvent):
        return replace(now, errands=now.errands.after(event))
    if isinstance(event, PieceGone):
        gone = (event.unit, event.signs)
        left = tuple(one for one in now.rejected if (one.unit, one.signs) != gone)
        return replace(now, rejected=left)
    if isinstance(event, CompositionTaken | BoxesTaken):
        stays = isinstance(event, CompositionTaken) and _fits(now, event)
        return _fold_packing(now if stays else replace(unconfirmed(now), stood=None), event)
    if isinstance(event, TableEvent):
        # Only the whole group tells whether the layout became another one.
        return _fold_packing(now, event)
    if isinstance(event, PackingEvent):
        return _fold_packing(unconfirmed(now), event)
    return _fold_submission(now, event)


def unconfirmed(now: "Packing") -> "Packing":
    """The packing with no layout that counts: it is being packed again."""
    if now.confirmed is None:
        return now
    stood = Standing(now.confirmed, now.is_sent, now.refusal)
    return replace(now, confirmed=None, is_sent=False, refusal=None, stood=stood)


def _fits(now: "Packing", taken: CompositionTaken) -> bool:
    """Whether what is confirmed, or was so for other boxes, is of an order with these positions."""
    if now.confirmed is not None:
        return fits(now.confirmed.layout, taken.items, is_sent=now.is_sent)
    stood = now.stood
    return stood is not None and fits(stood.confirmed.layout, taken.items, is_sent=stood.is_sent)


def _fold_packing(now: "Packing", event: PackingEvent) -> "Packing":  # noqa: C901, PLR0911, PLR0912 - one event a case
    match event:
        case BoxOpened(box):
            return replace(now, boxes=(*now.boxes, box), current=box)
        case BoxChosen(box):
            return replace(now, current=box)
        case BoxesNumbered(boxes):
            return replace(
                now,
                units=tuple(unit.with_boxes(event.now) for unit in now.units),
                boxes=tuple(BoxNumber(place) for place, _ in enumerate(boxes, start=1)),
                current=None if now.current is None else event.now(now.current),
                rejected=tuple(_numbered(one, event) for one in now.rejected),
            )
        case ItemChosen(item):
            return replace(now, chosen=item)
        case UnitPacked(ref, box):
            return _place(now, ref, InBox(box))
        case UnitTakenOut(ref):
            place = _unit(now, ref).place
            back = InParts((None,) * place.total) if isinstance(place, InParts) else Loose()
            return _place(now, ref, back)
        case UnitSplit(ref, total):
            return _place(now, ref, InParts((None,) * total))
        case UnitMadeWhole(ref) | UnitFound(ref):
            return _place(now, ref, Loose())
        case PartPacked(ref, part, box):
            return _place_part(now, ref, part, box)
        case PartTakenOut(ref, part):
            return _place_part(now, ref, part, None)
        case UnitMarkedShort(ref, reason):
            return _place(now, ref, Short(reason))
        case CodeAttached(ref, code, issues):
            chosen = None if now.chosen == ref.item else now.chosen
            used = IssueCode.C_USED_ELSEWHERE in issues
            allowed = now.allowed | {code.identity} if used else now.allowed
            swapped = _swap(now, _unit(now, ref).with_code(code))
            told = now.told - {code.identity}
            return replace(swapped, chosen=chosen, allowed=allowed, told=told)
        case CodeDetached(ref, kind):
            return _swap(now, _unit(now, ref).without(kind))
        case PieceRejected():
            return replace(now, rejected=(*now.rejected, event))
        case CompositionTaken(items):
            chosen = now.chosen if any(one.item == now.chosen for one in items) else None
            return replace(compose(now, items), composition=items, chosen=chosen)
        case BoxesTaken(stored):
            return _take_boxes(now, stored)
        case PutAside():
            return replace(now, aside=event)
        case TakenUp():
            return replace(now, aside=None)


def _fold_submission(now: "Packing", event: SubmissionEvent) -> "Packing":
    match event:
        case LayoutConfirmed():
            return replace(now, confirmed=event, is_sent=False, refusal=None, chosen=None)
        case StepStarted(step):
            return replace(now, in_flight=step)
        case LayoutSent(_, boxes):
            layout = now.confirmed.layout if now.confirmed else now.sent
            return replace(
                now,
                is_sent=True,
                in_flight=None,
                refused_codes=(),
                known_boxes=now.known_boxes | _sent_boxes(layout, boxes),
                sent=layout,
                stood=None,
            )
        case CodesChecked(_, checks):
            refused = tuple(one for one in checks if one.verdict is CodeVerdict.REFUSED)
            return replace(now, refused_codes=refused, in_flight=None)
        case MarkedReady():
            return replace(now, is_ready=True, in_flight=None)
        case StepRefused():
            return replace(now, refusal=event, in_flight=None)
        case RetryAsked():
            return replace(now, refusal=None)
        case (
            ExternalIdSet()
            | LabelsFetched()
            | LabelsLost()
            | LabelsPrinted()
            | PrintDenied()
            | StepUndone()
        ):
            return replace(now, in_flight=None)
        case OrderChanged(changes):
            stored = [one.boxes for one in changes if isinstance(one, BoxesChanged)]
            told = {known_box(box) for boxes in stored for box in boxes}
            new = tuple(one for one in changes if one not in now.changes)
            return replace(now, changes=(*now.changes, *new), known_boxes=now.known_boxes | told)
        case ChangesSeen():
            seen = replace(now, changes=(), left=())
            if not grave(now.changes):
                return seen
            # What was confirmed, and what of it was under way, was meant for another order.
            return replace(seen, confirmed=None, is_sent=False, in_flight=None, stood=None)
        case ReprintAsked() | LabelStuck() | AnswerUnreadable():
            return now


def compose(now: "Packing", items: tuple[ItemCount, ...]) -> "Packing":
    """The packing with these positions: what they have no more leaves its box, and that is kept."""
    units = recompose(now.units, items)
    return replace(now, units=units, left=(*now.left, *goods_left(now.units, units)))


def _take_boxes(now: "Packing", stored: tuple[StoredBox, ...]) -> "Packing":
    units = place_units(now.units, stored)
    codes = [code for unit in units for code in unit.codes]
    return replace(
        now,
        units=units,
        boxes=tuple(BoxNumber(number) for number in range(1, len(stored) + 1)),
        current=None,
        chosen=None,
        told=frozenset(code.identity for code in codes if is_short_form(code)),
        known_boxes=now.known_boxes | {known_box(box) for box in stored},
    )


def _sent_boxes(layout: BoxLayout | None, boxes: tuple[MarketBox, ...]) -> set[KnownBox]:
    """The boxes of a layout under the names that the Market gave them, where it gave any."""
    ids = {one.number: one.box_id for one in boxes}
    return {
        KnownBox(box_id, contents(box))
        for box in (layout.boxes if layout else ())
        if (box_id := ids.get(box.number)) is not None
    }


def _numbered(rejected: PieceRejected, event: BoxesNumbered) -> PieceRejected:
    boxes = (event.now(box) for box in rejected.boxes)
    return replace(rejected, boxes=tuple(box for box in boxes if box is not None))


def _unit(now: "Packing", ref: UnitRef) -> Unit:
    """The unit, or a new one: journals of older programs do not tell what the order had then."""
    return next((unit for unit in now.units if unit.ref == ref), Unit(ref))


def _place(now: "Packing", ref: UnitRef, place: UnitPlace) -> "Packing":
    return _swap(now, _unit(now, ref).at(place))


def _place_part(now: "Packing", ref: UnitRef, part: int, box: BoxNumber | None) -> "Packing":
    place = _unit(now, ref).place
    if not isinstance(place, InParts):
        msg = f"{ref} is not split"
        raise ValueError(msg)  # noqa: TRY004 - a wrong order of events, not a wrong type
    boxes = (*place.boxes[: part - 1], box, *place.boxes[part:])
    # A box with a part is full: nothing that is scanned next can go into it.
    current = None if box == now.current else now.current
    return replace(_place(now, ref, InParts(boxes)), current=current)


def _swap(now: "Packing", unit: Unit) -> "Packing":
    if all(one.ref != unit.ref for one in now.units):
        return replace(now, units=(*now.units, unit))
    return replace(now, units=tuple(unit if u.ref == unit.ref else u for u in now.units))
