"""One value of every kind that the hand-over has a sentence for."""

from datetime import date

from packdesk.domain import handover_refusals as refusals
from packdesk.domain.errands import CancelReason
from packdesk.domain.external_ids import ExternalIdFault
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus, OrderSubstatus, ProgramType, Track
from packdesk.domain.tracks import TrackWarning
from packdesk.station import handover_reports as reports
from packdesk.station.errors import MarketUnreachable
from tests.ui.handover_states import CDEK, FIRST, POST, number
from tests.ui.saying import ERRANDS

OTHER = OrderId(51234567099)
TRACK = number("RB000000015RU")
HANDOVER_REFUSALS: tuple[refusals.HandoverRefusal, ...] = (
    refusals.NotDbs(FIRST, ProgramType.FBS),
    refusals.WrongStatus(FIRST, OrderStatus.DELIVERED, OrderSubstatus.STARTED),
    refusals.UsedElsewhere("RB000000015RU", OTHER),
    refusals.TrackDue(FIRST, str(OTHER)),
    refusals.WhoseTrack("RB000000015RU", FIRST),
    refusals.OfStrayParcel("RB000000015RU", str(FIRST)),
    refusals.ParcelDue("RB000000015RU"),
    refusals.Unclear("hello"),
    refusals.Unclear(""),
    refusals.AnswerQuestionFirst(),
    refusals.NothingToTakeBack(),
    refusals.GoneOut(FIRST),
    refusals.WaitsAlready(FIRST),
    refusals.ScanBroken(),
    refusals.TooManyScans(),
    refusals.BadMove(FIRST, OrderStatus.DELIVERED, OrderStatus.DELIVERY),
    refusals.BadDate(FIRST, date(2026, 12, 31)),
    refusals.BadReason(FIRST, CancelReason.PICKUP_EXPIRED, OrderStatus.PROCESSING),
    refusals.NumberThere(FIRST, "1007"),
    refusals.NumberTooLate(FIRST),
    *(refusals.NumberBad(FIRST, fault) for fault in ExternalIdFault),
)
HANDOVER_QUESTIONS: tuple[refusals.HandoverQuestion, ...] = (
    refusals.WhichService(FIRST, TRACK, (CDEK, POST)),
    refusals.AnotherTrack(FIRST, TRACK, (Track("RB000000025RU", POST),)),
    refusals.DoubtfulTrack(FIRST, number("RB1", *TrackWarning)),
    refusals.BuyerCancels(FIRST),
)
HANDOVER_TOLD: tuple[reports.HandoverTold, ...] = (
    reports.TookParcel(FIRST),
    reports.HeldTrack(TRACK),
    reports.TookTrack(FIRST, TRACK, POST, ERRANDS[:1]),
    reports.TrackAlreadyThere(FIRST, TRACK),
    *(reports.TookErrand(FIRST, errand) for errand in ERRANDS),
    reports.TookBack(FIRST, ERRANDS[:1]),
    reports.LetGo(),
    *(reports.HandoverRefused(refusal) for refusal in HANDOVER_REFUSALS),
    *(reports.HandoverAsked(question) for question in HANDOVER_QUESTIONS),
    reports.SeekingParcel(str(OTHER)),
    reports.ParcelNotTaken(str(OTHER), MarketUnreachable("op")),
    reports.HandoverFailed(MarketUnreachable("op")),
)
