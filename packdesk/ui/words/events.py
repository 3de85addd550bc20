"""What was done at the table, in a few words each."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.codes import CodeKind
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
    LabelsFetched,
    LabelsLost,
    LabelsPrinted,
    LabelStuck,
    LayoutConfirmed,
    LayoutSent,
    MarkedReady,
    OrderChanged,
    PartPacked,
    PartTakenOut,
    PrintDenied,
    PutAside,
    ReprintAsked,
    RetryAsked,
    ShortReason,
    StepRefused,
    StepStarted,
    StepUndone,
    TakenUp,
    Undone,
    UnitFound,
    UnitMadeWhole,
    UnitMarkedShort,
    UnitPacked,
    UnitSplit,
    UnitTakenOut,
)
from packdesk.domain.order import Order
from packdesk.domain.pieces import PieceGone, PieceRejected
from packdesk.ui.words.band import country_label
from packdesk.ui.words.counts import COUNTS
from packdesk.ui.words.errands import errand_event_text
from packdesk.ui.words.goods import box_name, into_box, item_name, kind_name, short_reason
from packdesk.ui.words.submission import step_name


def event_text(event: Event, order: Order | None) -> str:  # noqa: C901, PLR0911, PLR0912 - one event a case
    """A few words for every event."""
    match event:
        case BoxOpened(box):
            return QCoreApplication.translate("Events", "New box {box}").format(box=box)
        case BoxChosen(box):
            return QCoreApplication.translate("Events", "Now into box {box}").format(box=box)
        case BoxesNumbered():
            return _numbered(event)
        case ItemChosen(item):
            return QCoreApplication.translate("Events", "{item}: now its code").format(
                item=item_name(order, item)
            )
        case UnitPacked(unit, box):
            return packed_text(item_name(order, unit.item), 1, into_box(box))
        case UnitTakenOut(unit):
            return QCoreApplication.translate("Events", "{item}: out of the box").format(
                item=item_name(order, unit.item)
            )
        case UnitSplit(unit, total):
            return f"{item_name(order, unit.item)}: {COUNTS.parts(total)}"
        case UnitMadeWhole(unit):
            return QCoreApplication.translate("Events", "{item}: whole again").format(
                item=item_name(order, unit.item)
            )
        case PartPacked(unit, part, box):
            return QCoreApplication.translate("Events", "{item}, part {part} → {box}").format(
                item=item_name(order, unit.item), part=part, box=into_box(box)
            )
        case PartTakenOut(unit, part):
            return QCoreApplication.translate(
                "Events", "{item}, part {part}: out of the box"
            ).format(item=item_name(order, unit.item), part=part)
        case CodeAttached(unit, code) if code.kind is CodeKind.COUNTRY:
            return QCoreApplication.translate("Events", "{item}: country {country}").format(
                item=item_name(order, unit.item), country=country_label(code.full)
            )
        case CodeAttached(unit, code):
            return QCoreApplication.translate("Events", "{item}: {kind} kept").format(
                item=item_name(order, unit.item), kind=kind_name(code.kind)
            )
        case CodeDetached(unit, kind):
            return QCoreApplication.translate("Events", "{item}: {kind} taken off").format(
                item=item_name(order, unit.item), kind=kind_name(kind)
            )
        case PieceRejected(unit, _, signs):
            return QCoreApplication.translate("Events", "{item}: piece …{signs} refused").format(
                item=item_name(order, unit.item), signs=signs
            )
        case PieceGone(unit, signs):
            return QCoreApplication.translate("Events", "{item}: piece …{signs} is out").format(
                item=item_name(order, unit.item), signs=signs
            )
        case UnitMarkedShort(unit, reason):
            return missing_text(item_name(order, unit.item), 1, reason)
        case UnitFound(unit):
            return QCoreApplication.translate("Events", "{item}: found").format(
                item=item_name(order, unit.item)
            )
        case Undone():
            return QCoreApplication.translate("Events", "Undone")
        case LayoutConfirmed():
            return QCoreApplication.translate("Events", "All packed. Sending")
        case StepStarted(step):
            return QCoreApplication.translate("Events", "Begun: {step}").format(
                step=step_name(step)
            )
        case StepUndone(step):
            return QCoreApplication.translate("Events", "Not done: {step}").format(
                step=step_name(step)
            )
        case LayoutSent():
            return QCoreApplication.translate("Events", "The Market has the boxes")
        case ExternalIdSet():
            return QCoreApplication.translate("Events", "The Market has the external number")
        case LabelsFetched():
            return QCoreApplication.translate("Events", "The labels are here")
        case LabelsPrinted():
            return QCoreApplication.translate("Events", "The labels are printed")
        case PrintDenied():
            return QCoreApplication.translate("Events", "The labels did not print")
        case CodesChecked():
            return QCoreApplication.translate("Events", "The Market answered about the codes")
        case MarkedReady():
            return QCoreApplication.translate("Events", "Ready to ship")
        case StepRefused():
            return QCoreApplication.translate("Events", "The Market refused")
        case RetryAsked():
            return QCoreApplication.translate("Events", "Trying again")
        case CompositionTaken():
            return QCoreApplication.translate("Events", "The goods of the order are taken down")
        case BoxesTaken():
            return QCoreApplication.translate("Events", "The Market's boxes are taken over")
        case PutAside():
            return QCoreApplication.translate("Events", "Put aside")
        case TakenUp():
            return QCoreApplication.translate("Events", "Taken up again")
        case LabelsLost():
            return QCoreApplication.translate(
                "Events", "The kept labels cannot be printed. Fetching them again"
            )
        case AnswerUnreadable(step):
            return QCoreApplication.translate(
                "Events", "The Market's answer cannot be read: {step}"
            ).format(step=step_name(step))
        case OrderChanged():
            return QCoreApplication.translate("Events", "The order changed at the Market")
        case ChangesSeen():
            return QCoreApplication.translate("Events", "The changes were seen")
        case ReprintAsked():
            return QCoreApplication.translate("Events", "Print the labels once more")
        case LabelStuck(_, box):
            return QCoreApplication.translate("Events", "{box}: its label sticks").format(
                box=box_name(box)
            )
        case _ if isinstance(event, ErrandEvent):
            return errand_event_text(event)
        case _:
            assert_never(event)


def _numbered(event: BoxesNumbered) -> str:
    moved = [(box, event.now(box)) for box in event.boxes if event.now(box) != box]
    if not moved:
        return QCoreApplication.translate("Events", "The empty box is gone")
    return QCoreApplication.translate("Events", "Boxes numbered anew: {boxes}").format(
        boxes=", ".join(f"{box} → {now}" for box, now in moved)
    )


def packed_text(name: str, count: int, box: str) -> str:
    """“Sneakers, 42 × 2 → box 1”."""
    goods = name if count == 1 else f"{name} × {count}"
    return f"{goods} → {box}"


def missing_text(name: str, count: int, reason: ShortReason) -> str:
    """“Damaged: Sneakers, 42 × 2”."""
    goods = name if count == 1 else f"{name} × {count}"
    return f"{short_reason(reason)}: {goods}"
