"""Why the table says no, and what to do instead."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.codes import CodeKind, IssueCode, ScanKind, Verdict
from packdesk.domain.order import Order
from packdesk.domain.refusals import (
    AllInBoxes,
    AllPacked,
    AnswerFirst,
    BadCode,
    BadPartCount,
    BeingCancelled,
    BeingSent,
    BoxHoldsPart,
    CannotCancel,
    CannotOpen,
    CodeNotWanted,
    DiskIsSlow,
    Doubt,
    Doubtful,
    ExternalIdBad,
    ExternalIdKnown,
    ExternalIdTooLate,
    FinishOrderFirst,
    LabelAlreadyStuck,
    LabelOfOther,
    LabelWithoutBox,
    LookFirst,
    NoSuchBox,
    NoSuchOrder,
    NotEnoughThere,
    NothingChanged,
    NothingToApprove,
    NothingToCopy,
    NothingToSplit,
    NothingToUndo,
    NotInOrder,
    NotRead,
    NotReadyToFinish,
    NotSplit,
    NotUnderstood,
    PartNeedsEmptyBox,
    ReadOnly,
    Refusal,
    RefusedPiece,
    RemovalNotConfirmed,
    SameCode,
    ScanItsCode,
    StillEmpty,
)
from packdesk.ui.words.access import access_text
from packdesk.ui.words.changes import ends_packing
from packdesk.ui.words.codes import issue_text
from packdesk.ui.words.counts import COUNTS
from packdesk.ui.words.goods import boxes_named, item_name
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.problems import problem_text
from packdesk.ui.words.stops import stop_text

TYPED_SHOWN = 20


def refusal_notice(refusal: Refusal, order: Order | None) -> Notice:
    """The sentence and how loud it is: what is no mistake of the packer is only attention."""
    calm = (
        AnswerFirst,
        RemovalNotConfirmed,
        BeingSent,
        NothingToUndo,
        NotReadyToFinish,
        NotEnoughThere,
        NotSplit,
        StillEmpty,
        AllInBoxes,
    )
    if isinstance(refusal, LookFirst) and not any(map(ends_packing, refusal.changes)):
        return Notice(refusal_text(refusal, order), Tone.ATTENTION)
    tone = Tone.ATTENTION if isinstance(refusal, calm) else Tone.REFUSED
    return Notice(refusal_text(refusal, order), tone)


def refusal_text(refusal: Refusal, order: Order | None) -> str:  # noqa: C901, PLR0911, PLR0912 - one refusal a case
    """One sentence for every refusal."""
    match refusal:
        case ReadOnly(access):
            return access_text(access)
        case BeingSent():
            return QCoreApplication.translate("Refusals", "The layout is being sent. One moment")
        case NothingToUndo():
            return QCoreApplication.translate("Refusals", "There is nothing to undo")
        case NotInOrder():
            return QCoreApplication.translate("Refusals", "Not in this order. Put it aside")
        case NotUnderstood(""):
            return QCoreApplication.translate("Refusals", "No order is open. Scan an order first")
        case NotRead():
            return QCoreApplication.translate("Refusals", "The scan came broken. Scan it again")
        case NotUnderstood() if order is None:
            return QCoreApplication.translate("Refusals", "Not an order. Scan an order number")
        case NotUnderstood():
            return QCoreApplication.translate("Refusals", "Unknown barcode. Scan another one")
        case NoSuchOrder(text):
            return QCoreApplication.translate(
                "Refusals", "There is no order {text}. Check the number"
            ).format(text=_short(text))
        case BadCode(verdict):
            return verdict_text(verdict)
        case Doubtful(doubt):
            return doubt_text(doubt)
        case CodeNotWanted(kind):
            return _not_wanted(kind)
        case AllPacked(_, count):
            return QCoreApplication.translate(
                "Refusals", "Already {count} of {count}. Put the extra one aside"
            ).format(count=count)
        case ScanItsCode():
            return QCoreApplication.translate(
                "Refusals", "The barcode does not tell which piece this is. Scan its own code"
            )
        case RefusedPiece():
            return QCoreApplication.translate(
                "Refusals", "This is the refused piece. Put it aside, take another"
            )
        case SameCode(_, ()):
            return QCoreApplication.translate("Refusals", "This code is already on another unit")
        case SameCode(_, boxes):
            return QCoreApplication.translate(
                "Refusals", "This code is already on another unit: {boxes}"
            ).format(boxes=boxes_named(boxes))
        case NotEnoughThere(item, 0):
            return QCoreApplication.translate("Refusals", "No {item} is left there").format(
                item=item_name(order, item)
            )
        case NotEnoughThere(_, there):
            return COUNTS.only_there(there)
        case NoSuchBox(box):
            return QCoreApplication.translate("Refusals", "There is no box {box}").format(box=box)
        case StillEmpty(box):
            return QCoreApplication.translate(
                "Refusals", "Box {box} is still empty. Pack into it"
            ).format(box=box)
        case AllInBoxes():
            return QCoreApplication.translate(
                "Refusals", "All is in boxes. Carry a good to “New box”"
            )
        case BoxHoldsPart(box):
            return QCoreApplication.translate(
                "Refusals", "Box {box} holds a part. Take another box"
            ).format(box=box)
        case PartNeedsEmptyBox(box):
            return QCoreApplication.translate(
                "Refusals", "Box {box} is not empty. A part travels alone"
            ).format(box=box)
        case BadPartCount():
            return QCoreApplication.translate("Refusals", "A good is split into 2 to 99 parts")
        case NothingToSplit(item):
            return QCoreApplication.translate("Refusals", "Nothing to split: {item}").format(
                item=item_name(order, item)
            )
        case NothingToCopy(unit):
            return QCoreApplication.translate("Refusals", "{item}: nothing to copy").format(
                item=item_name(order, unit.item)
            )
        case NotSplit(unit):
            return QCoreApplication.translate("Refusals", "{item} is whole already").format(
                item=item_name(order, unit.item)
            )
        case NotReadyToFinish(problems):
            blocking = {problem_text(one, order) for one in problems if one.blocks}
            if len(blocking) == 1:
                return blocking.pop()
            return COUNTS.things_to_do(len(blocking))
        case RemovalNotConfirmed():
            return QCoreApplication.translate(
                "Refusals", "Goods are missing. Press F9 to decide about them"
            )
        case AnswerFirst():
            return QCoreApplication.translate("Refusals", "Answer the question first")
        case DiskIsSlow():
            return QCoreApplication.translate("Refusals", "Too fast for the disk. Scan it again")
        case FinishOrderFirst():
            return QCoreApplication.translate(
                "Refusals", "That is another order. Finish this one first, or set it aside (F6)"
            )
        case CannotOpen(_, access):
            return access_text(access)
        case (
            BeingCancelled()
            | CannotCancel()
            | ExternalIdBad()
            | ExternalIdKnown()
            | ExternalIdTooLate()
            | LabelAlreadyStuck()
            | LabelOfOther()
            | LabelWithoutBox()
            | LookFirst()
            | NothingChanged()
            | NothingToApprove()
        ):
            return stop_text(refusal)
        case _:
            assert_never(refusal)


def _short(text: str) -> str:
    """What was typed, as far as a packer knows it again."""
    return text if len(text) <= TYPED_SHOWN else f"{text[:TYPED_SHOWN]}…"


def doubt_text(doubt: Doubt) -> str:
    """Why a code should be scanned again."""
    if doubt.other is not None:
        return QCoreApplication.translate(
            "Refusals", "This code was sent with order {order}. Take another piece"
        ).format(order=doubt.other)
    return issue_text(doubt.reason)


def verdict_text(verdict: Verdict) -> str:
    """Why a code cannot be taken."""
    if verdict.has(IssueCode.I_TWO_SCANS):
        return issue_text(IssueCode.I_TWO_SCANS)
    if verdict.reason is not None and not verdict.ok:
        return issue_text(verdict.reason)
    if verdict.kind is ScanKind.SSCC:
        return QCoreApplication.translate(
            "Refusals", "This code is of a case or pallet. Scan the code on the good"
        )
    if verdict.kind is ScanKind.EGAIS:
        return QCoreApplication.translate(
            "Refusals", "This is an excise stamp. Scan another code on the good"
        )
    return QCoreApplication.translate("Refusals", "This code is of no use here. Scan another one")


def _not_wanted(kind: CodeKind) -> str:
    match kind:
        case CodeKind.CIS:
            return QCoreApplication.translate(
                "Refusals", "No Honest Sign code is wanted here. Scan the barcode"
            )
        case CodeKind.UIN:
            return QCoreApplication.translate("Refusals", "No UIN is wanted here. Scan the barcode")
        case CodeKind.RNPT:
            return QCoreApplication.translate(
                "Refusals", "No RNPT is wanted here. Scan the barcode"
            )
        case CodeKind.GTD:
            return QCoreApplication.translate("Refusals", "No GTD is wanted here. Scan the barcode")
        case CodeKind.COUNTRY:
            return QCoreApplication.translate(
                "Refusals", "No country is wanted here. Scan the barcode"
            )
        case _:
            assert_never(kind)
