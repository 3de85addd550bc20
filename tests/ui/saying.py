"""One value of every kind that the program has a sentence for."""

from datetime import UTC, date, datetime, time
from typing import Any, get_args

from packdesk.domain import changes, errands, events, problems, questions, refusals
from packdesk.domain import submission as steps
from packdesk.domain.access import Access
from packdesk.domain.barcodes import DeskCommand
from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind, IssueCode, Slot, judge
from packdesk.domain.commands import OpenBox
from packdesk.domain.external_ids import ExternalIdFault
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, Fingerprint
from packdesk.domain.order import OrderStatus, OrderSubstatus, Track
from packdesk.domain.pieces import PieceGone, PieceRejected
from packdesk.domain.steps import StepKind
from packdesk.station import errors, reports
from tests.builders import box, cis, item, order, unit

ORDER = order(item(1, 3, name="Sneakers, 42", marking=(CodeKind.CIS,)), item(2, name="Mug"))
OTHER = OrderId(51234567099)
PRINT = Fingerprint("f" * 16)
LAYOUT = BoxLayout(())
AT = datetime(2026, 11, 20, 11, 5, tzinfo=UTC)
CHECK = CodeCheck(ORDER.items[0].id, CodeKind.CIS, "x", "INVALID", "ITEM_SOLD")
FIRST, SECOND = ORDER.items[0].id, ORDER.items[1].id
SAID_NO = events.StepRefused(StepKind.SEND_LAYOUT, PRINT, 400, ("bad boxes",))

CHANGES: tuple[changes.Change, ...] = (
    changes.ItemGone(SECOND, "Mug", 1),
    changes.ItemAdded(SECOND, "Mug", 1),
    changes.CountChanged(FIRST, "Sneakers, 42", 3, 2),
    changes.CodesWantedChanged(SECOND, "Mug"),
    changes.CancelAsked(),
    changes.StateChanged(OrderStatus.CANCELLED, OrderSubstatus.SHOP_FAILED),
    changes.StateChanged(OrderStatus.PROCESSING, OrderSubstatus.READY_TO_SHIP),
    changes.ShipmentMoved(date(2026, 11, 21), time(9, 30)),
    changes.ShipmentMoved(date(2026, 11, 21), None),
    changes.ShipmentMoved(None, None),
    changes.NotesChanged(""),
    changes.NotesChanged("Ring twice"),
    changes.ExternalIdChanged(None),
    changes.ExternalIdChanged("A-1007"),
    changes.BoxesChanged(()),
)
REFUSALS: tuple[refusals.Refusal, ...] = (
    *(refusals.ReadOnly(access) for access in Access),
    refusals.BeingSent(),
    refusals.NothingToUndo(),
    refusals.NotInOrder("4600000000017"),
    refusals.NotUnderstood(""),
    refusals.NotUnderstood("hello"),
    refusals.NotRead(),
    refusals.BadCode(judge("0104600000000017215abc", Slot.AUTO)),
    *(
        refusals.Doubtful(refusals.Doubt(cis(), (reason,), (FIRST,), reason, other))
        for reason, other in (
            (IssueCode.C_CRYPTO_LEN, None),
            (IssueCode.C_USED_ELSEWHERE, OTHER),
            (IssueCode.C_USED_ELSEWHERE, None),
        )
    ),
    *(refusals.CodeNotWanted(kind) for kind in CodeKind),
    refusals.AllPacked(FIRST, 3),
    refusals.ScanItsCode(FIRST),
    refusals.RefusedPiece(unit(1)),
    refusals.SameCode(unit(1), ()),
    refusals.SameCode(unit(1), (box(1), box(2))),
    refusals.NotEnoughThere(FIRST, 0),
    refusals.NotEnoughThere(FIRST, 2),
    refusals.NoSuchBox(box(7)),
    refusals.NoSuchOrder("A-8"),
    refusals.NoSuchOrder("4" * 40),
    refusals.StillEmpty(box(1)),
    refusals.AllInBoxes(),
    refusals.BoxHoldsPart(box(1)),
    refusals.PartNeedsEmptyBox(box(1)),
    refusals.BadPartCount(1),
    refusals.NothingToSplit(FIRST),
    refusals.NothingToCopy(unit(1)),
    refusals.NotSplit(unit(1)),
    refusals.NotReadyToFinish((problems.NothingPacked(),)),
    refusals.NotReadyToFinish((problems.UnitsLoose(FIRST, 2), problems.UnitsLoose(SECOND, 1))),
    refusals.RemovalNotConfirmed(2),
    refusals.AnswerFirst(),
    refusals.DiskIsSlow(),
    refusals.FinishOrderFirst(ORDER.id, OTHER),
    *(refusals.CannotOpen(ORDER.id, access) for access in Access),
    refusals.LookFirst(()),
    *(refusals.LookFirst((change,)) for change in CHANGES),
    refusals.NothingChanged(),
    refusals.BeingCancelled(),
    refusals.CannotCancel(ORDER.id),
    refusals.NothingToApprove(),
    refusals.LabelOfOther(OTHER),
    refusals.LabelAlreadyStuck(box(1)),
    refusals.LabelWithoutBox(),
    refusals.ExternalIdKnown("A-1007"),
    *(refusals.ExternalIdBad(fault) for fault in ExternalIdFault),
    refusals.ExternalIdTooLate(),
)
PROBLEMS: tuple[problems.Problem, ...] = (
    problems.NothingPacked(),
    problems.UnitsLoose(FIRST, 2),
    problems.PartLoose(unit(1), 1, 2),
    *(problems.CodeMissing(unit(1), kind) for kind in CodeKind),
    problems.CodeRefused(unit(1), CHECK),
    *(problems.CodeTold(unit(1), kind) for kind in CodeKind),
    problems.CodeTwice(unit(1, 1), unit(1, 2)),
    problems.CodeUsedElsewhere(unit(1), cis().identity, OTHER),
    problems.OptionalCodesPartial(FIRST, 1, 3),
    problems.OptionalCodesMissing(FIRST),
    problems.RequirementUnknown(FIRST, "NEW_CODE"),
    problems.MixedWholeAndSplit(FIRST),
    problems.MixedTotals(FIRST),
    problems.RemovalOfOnlyPosition(FIRST),
    problems.RemovalTooValuable(99),
    problems.RemovalOfPromoGood(FIRST),
    problems.PromotionUnknown(FIRST),
    problems.RemovalAmongSplit(FIRST),
    problems.RemovalLowersRating(2),
)
QUESTIONS: tuple[questions.Question, ...] = (
    questions.WhichItemHasCode(cis(), (), (FIRST, SECOND)),
    questions.WhichItem((FIRST, SECOND)),
    questions.SplitProposed(FIRST, 2),
    questions.TeachBarcode("4600000000017", (FIRST, SECOND)),
    *(questions.ChangeSent(OpenBox(), is_printed) for is_printed in (False, True)),
)
TRACK = errands.SetTrack(Track("RB123456785RU", DeliveryServiceId(139)))
ERRANDS: tuple[errands.Errand, ...] = (
    TRACK,
    errands.GiveExternalId("A-1007"),
    *(errands.Cancel(reason) for reason in errands.CancelReason),
    *(
        errands.MoveOn(status)
        for status in (
            OrderStatus.DELIVERY,
            OrderStatus.PICKUP,
            OrderStatus.DELIVERED,
            OrderStatus("ANOTHER"),
        )
    ),
)
EVENTS: tuple[events.Event, ...] = (
    events.BoxOpened(box(1)),
    events.BoxChosen(box(1)),
    events.ItemChosen(FIRST),
    events.UnitPacked(unit(1), box(1)),
    events.UnitTakenOut(unit(1)),
    events.UnitSplit(unit(1), 2),
    events.UnitMadeWhole(unit(1)),
    events.PartPacked(unit(1), 1, box(1)),
    events.PartTakenOut(unit(1), 1),
    events.CodeAttached(unit(1), cis()),
    events.CodeDetached(unit(1), CodeKind.CIS),
    events.UnitMarkedShort(unit(1), events.ShortReason.DAMAGED),
    events.UnitFound(unit(1)),
    events.LayoutConfirmed(LAYOUT, PRINT, LabelFormat.A7),
    events.BoxesNumbered((box(1),)),
    events.BoxesNumbered((box(1), box(3))),
    *(events.StepStarted(kind, PRINT) for kind in StepKind),
    *(events.StepUndone(kind, PRINT) for kind in StepKind),
    events.LayoutSent(PRINT, ()),
    events.ExternalIdSet(PRINT, "A-1007"),
    events.LabelsFetched(PRINT, "labels.pdf"),
    events.LabelsPrinted(PRINT),
    events.PrintDenied(PRINT),
    events.CodesChecked(PRINT, (CHECK,)),
    events.MarkedReady(PRINT),
    SAID_NO,
    events.RetryAsked(PRINT),
    events.LabelsLost(PRINT),
    *(events.AnswerUnreadable(kind, PRINT) for kind in StepKind),
    events.OrderChanged((changes.CancelAsked(),)),
    events.ChangesSeen(),
    events.ReprintAsked(PRINT),
    events.LabelStuck(PRINT, box(1)),
    events.CompositionTaken((events.ItemCount(FIRST, 2),)),
    events.BoxesTaken(()),
    events.PutAside(events.AsideReason.OTHER),
    events.TakenUp(),
    *(errands.ErrandAsked(errand) for errand in ERRANDS),
    errands.ErrandStarted(ERRANDS[0]),
    errands.ErrandDone(ERRANDS[0]),
    errands.ErrandUndone(ERRANDS[0]),
    errands.ErrandRefused(ERRANDS[0], 400, ("Action is not allowed",)),
    errands.ErrandRefused(ERRANDS[0], 400, ()),
    errands.OtherTracksFound(TRACK, (TRACK.track,)),
    errands.ErrandRetryAsked(),
    errands.ErrandDropped(),
    PieceRejected(unit(1), (box(1),), "bc01"),
    PieceGone(unit(1), "bc01"),
    events.Undone(),
)
NEXT: tuple[steps.Next, ...] = (
    steps.SendLayout(LAYOUT),
    steps.SetExternalId("A-1007"),
    steps.FetchLabels(LabelFormat.A7),
    steps.PrintLabels(LabelFormat.A7, "labels.pdf"),
    steps.AwaitCodeChecks(AT),
    steps.MarkReady(),
    steps.WaitsForBatch(),
    steps.FindOut(steps.MarkReady()),
    steps.DidItPrint("labels.pdf"),
    steps.CodesRefused((CHECK,)),
    steps.MarketSaidNo(SAID_NO),
    steps.MarketSaidNo(events.StepRefused(StepKind.MARK_READY, PRINT, 409, ())),
    steps.OrderIsChanged((changes.CancelAsked(),)),
    steps.LabelsToScan((box(1), box(2))),
    steps.AnswersUnreadable(StepKind.FETCH_LABELS),
    steps.Finished(),
    steps.NotConfirmed(),
)
ERRORS: tuple[errors.PackdeskError, ...] = (
    errors.MarketUnreachable("op"),
    errors.MarketOutcomeUnknown("op"),
    errors.MarketBusy("op", retry_at=AT),
    errors.MarketBusy("op"),
    errors.MarketBroken("op", status=502),
    errors.MarketRefused("op", status=400, errors=(errors.ApiError("BAD", "bad boxes"),)),
    errors.MarketRefused("op", status=400),
    errors.MarketKeyRejected("op", status=401),
    errors.MarketKeyRejected("op", status=403),
    errors.MarketAnswerUnreadable("op", body="<html>"),
    errors.MarketAnswerUnreadable("op", body="<html>", kept="answers/20261121-093000.txt"),
    errors.OrderUnknown(OTHER),
    *(errors.JournalUnavailable(fault, "journal.db") for fault in errors.JournalFault),
    errors.JournalTooNew("journal.db", "r0009"),
    errors.JournalDamaged("journal.db", "not a database"),
    errors.JournalOutOfStep(ORDER.id),
    *(errors.PrinterUnavailable("Xprinter", "", fault) for fault in errors.PrinterFault),
    errors.PrintOutcomeUnknown("Xprinter", "reset"),
    errors.LabelUnreadable("labels.pdf"),
)
TOLD: tuple[reports.Told, ...] = (
    reports.Did(()),
    *(
        reports.Did(
            (PieceRejected(unit(1), where, "bc01"), events.CodeAttached(unit(1), cis())),
        )
        for where in ((), (box(1),), (box(1), box(2)))
    ),
    *(reports.Did((event,)) for event in EVENTS),
    *(reports.RefusedIt(refusal) for refusal in REFUSALS),
    *(reports.AskedBack(question) for question in QUESTIONS),
    *(reports.OpenedOrder(ORDER.id, access) for access in Access),
    *(reports.CommandForWindow(command) for command in DeskCommand),
    *(reports.Failed(error) for error in ERRORS),
)


def kinds_missing(samples: tuple[object, ...], union: Any) -> set[type]:
    """The members of a union that no sample stands for."""
    wanted: set[type] = set()
    todo = list(get_args(union))
    while todo:
        one = todo.pop()
        todo.extend(get_args(one))
        if not get_args(one):
            wanted.add(one)
    return wanted - {type(sample) for sample in samples}
