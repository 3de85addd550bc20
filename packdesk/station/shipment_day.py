"""The shipment day: what is due, ready to ship in one go, labels in one PDF, the reception act.

GUI thread; the work is done in lanes. The act confirms the shipment for good: it is asked for once
by a deliberate act and never again by itself, whatever comes of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from packdesk.domain.ids import CampaignId, OrderId, OrderRef, ShipmentId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import Order
from packdesk.station.batch import ASKED_AT_ONCE, Batch, Sent, begin, finish, send, state_of
from packdesk.station.day_reports import (
    ActCame,
    ActRefused,
    ActUnclear,
    DayReport,
    DayTrouble,
    EacAnswered,
    EacFailed,
    LabelsBeingMade,
    LabelsCame,
    LabelsFailed,
    OrderReadiness,
    SetReady,
    ShipmentDue,
    ShipmentsRead,
)
from packdesk.station.errors import (
    MarketBusy,
    MarketError,
    MarketRefused,
    MarketUnreachable,
    PackdeskError,
)
from packdesk.station.ledger import Ledger
from packdesk.station.ports import (
    Campaign,
    Clock,
    Documents,
    EacAnswer,
    Err,
    Lane,
    Market,
    Ok,
    OrderQuery,
    ReportState,
    ReportStatus,
    ReportTicket,
    Result,
    Shipment,
    ShipmentStatus,
)

DAYS = timedelta(days=3)
ASK_AGAIN = timedelta(seconds=5)
"""getReportInfo may be asked 100 times a minute; a label report takes seconds."""
LABELS_AT_ONCE = 1000
LEFT_OUT = "RESOURCE_NOT_FOUND"
FBS = "FBS"
"""``placementType`` of shops with shipments; Express orders are among theirs and have none."""


@dataclass(frozen=True, slots=True)
class _Found:
    shipments: tuple[tuple[Campaign, Shipment], ...]
    orders: tuple[Order, ...]


class ShipmentDay:
    """What is done once a day, when the courier of the Market is near."""

    def __init__(
        self,
        ledger: Ledger,
        market: Callable[[], Market],
        documents: Documents,
        journal_lane: Lane,
        market_lane: Lane,
        clock: Clock,
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._ledger = ledger
        self._market = market
        self._documents = documents
        self._journal_lane = journal_lane
        self._lane = market_lane
        self._clock = clock
        self._listeners: list[Callable[[DayReport], None]] = []
        self._on_bug = on_bug

    def listen(self, listener: Callable[[DayReport], None]) -> None:
        """Be told every report; the listener is held."""
        self._listeners.append(listener)

    def look(self) -> None:
        """Read the shipments of today and the next days, and how far their orders are."""
        self._lane.run(self._find, self._found)

    def set_ready(self, campaign: CampaignId, orders: tuple[OrderId, ...]) -> None:
        """Set those of the orders ready to ship that may be; the answer names all others."""
        self._journal_lane.run(partial(begin, self._ledger, campaign, orders), self._begun)

    def make_labels(self, orders: tuple[OrderId, ...], page: LabelFormat) -> None:
        """Have the labels of up to 1 000 orders made in one PDF, and keep it."""
        asked = orders[:LABELS_AT_ONCE]
        self._lane.run(
            lambda: self._market().order_labels_report(asked, page), partial(self._ticket, asked)
        )

    def confirm(self, campaign: CampaignId, shipment: ShipmentId) -> None:
        """Confirm the nearest shipment of a shop for good, and keep its act.

        Only for a person's deliberate act: the buyer's side begins to count from here.
        """
        self._lane.run(partial(self._act, campaign, shipment), self._acted)

    def verify(self, ref: OrderRef, code: str) -> None:
        """Check the code that an Express courier tells; a wrong one costs an attempt."""

        def answered(result: Result[EacAnswer]) -> None:
            match result:
                case Ok(answer):
                    self._report(EacAnswered(ref.order, answer))
                case Err(PackdeskError() as error):
                    self._report(EacFailed(ref.order, error))
                case Err(bug):
                    self._on_bug(bug)

        self._lane.run(lambda: self._market().verify_eac(ref, code), answered)

    def _find(self) -> _Found:
        """Market lane."""
        market, today = self._market(), self._clock.now().astimezone().date()
        found = tuple(
            (campaign, shipment)
            for campaign in market.campaigns()
            if campaign.placement == FBS
            for shipment in market.shipments(campaign.id, today, today + DAYS)
        )
        orders: list[Order] = []
        for campaign, shipment in found:
            for start in range(0, len(shipment.orders), ASKED_AT_ONCE):
                some = shipment.orders[start : start + ASKED_AT_ONCE]
                orders += market.orders(OrderQuery(campaigns=(campaign.id,), orders=some))
        return _Found(found, tuple(orders))

    def _found(self, result: Result[_Found]) -> None:
        match result:
            case Ok(found):
                self._journal_lane.run(partial(self._judge, found), self._judged)
            case Err(error):
                self._trouble(error)

    def _judge(self, found: _Found) -> ShipmentsRead:
        """Journal lane."""
        self._ledger.take_fresh(found.orders)
        return ShipmentsRead(
            tuple(
                ShipmentDue(campaign, shipment, self._states(shipment))
                for campaign, shipment in sorted(found.shipments, key=_when)
            ),
            self._clock.now(),
        )

    def _states(self, shipment: Shipment) -> tuple[OrderReadiness, ...]:
        known = (self._ledger.orders.get(order_id) for order_id in shipment.orders)
        return tuple(state_of(self._ledger, order) for order in known if order is not None)

    def _judged(self, result: Result[ShipmentsRead]) -> None:
        match result:
            case Ok(read):
                self._report(read)
            case Err(error):
                self._trouble(error)

    def _begun(self, result: Result[Batch]) -> None:
        match result:
            case Ok(batch):
                self._lane.run(lambda: send(batch, self._market()), partial(self._sent, batch))
            case Err(error):
                self._trouble(error)

    def _sent(self, batch: Batch, result: Result[Sent]) -> None:
        match result:
            case Ok(sent):
                self._journal_lane.run(partial(finish, self._ledger, batch, sent), self._set)
            case Err(error):
                self._trouble(error)

    def _set(self, result: Result[SetReady]) -> None:
        match result:
            case Ok(done):
                self._report(done)
            case Err(error):
                self._trouble(error)

    def _ticket(self, orders: tuple[OrderId, ...], result: Result[ReportTicket]) -> None:
        match result:
            case Ok(ticket):
                self._ask_at(orders, ticket.id, self._clock.now() + ticket.wait)
            case Err(error):
                self._no_labels(orders, error)

    def _ask_at(self, orders: tuple[OrderId, ...], report_id: str, when: datetime) -> None:
        self._report(LabelsBeingMade(orders, when))
        self._clock.call_at(when, partial(self._ask, orders, report_id))

    def _ask(self, orders: tuple[OrderId, ...], report_id: str) -> None:
        self._lane.run(lambda: self._fetch(report_id), partial(self._made, orders, report_id))

    def _fetch(self, report_id: str) -> tuple[ReportState, str]:
        """How the report is, and under which name its PDF is kept if it is done. Market lane."""
        state = self._market().report(report_id)
        if state.status is not ReportStatus.DONE or not state.file:
            return state, ""
        # The link lives for 60 minutes only: it is fetched with the very answer that tells it.
        pdf = self._market().report_file(state.file)
        return state, self._documents.keep(f"labels-{report_id}", pdf)

    def _made(
        self,
        orders: tuple[OrderId, ...],
        report_id: str,
        result: Result[tuple[ReportState, str]],
    ) -> None:
        match result:
            case Ok((state, file)) if file:
                self._report(LabelsCame(orders, file, state.substatus == LEFT_OUT))
            case Ok((state, _)) if state.status in {ReportStatus.DONE, ReportStatus.FAILED}:
                self._report(LabelsFailed(orders, state.substatus))
            case Ok() | Err(MarketUnreachable() | MarketBusy()):
                self._ask_at(orders, report_id, self._clock.now() + ASK_AGAIN)
            case Err(error):
                self._no_labels(orders, error)

    def _no_labels(self, orders: tuple[OrderId, ...], error: Exception) -> None:
        if isinstance(error, PackdeskError):
            self._report(LabelsFailed(orders, error=error))
        else:
            self._on_bug(error)

    def _act(self, campaign: CampaignId, shipment: ShipmentId) -> ActCame | ActRefused | ActUnclear:
        """One request, whatever comes of it. Market lane."""
        try:
            pdf = self._market().reception_act(campaign)
        except (MarketRefused, MarketUnreachable, MarketBusy) as error:
            return ActRefused(campaign, error)
        except MarketError:
            return ActUnclear(campaign, self._status(campaign, shipment))
        return ActCame(campaign, self._documents.keep(f"act-{campaign}-{shipment}", pdf))

    def _status(self, campaign: CampaignId, shipment: ShipmentId) -> ShipmentStatus | None:
        today = self._clock.now().astimezone().date()
        try:
            found = self._market().shipments(campaign, today, today + DAYS)
        except MarketError:
            return None
        return next((one.status for one in found if one.id == shipment), None)

    def _acted(self, result: Result[ActCame | ActRefused | ActUnclear]) -> None:
        match result:
            case Ok(told):
                self._report(told)
            case Err(error):
                self._trouble(error)

    def _report(self, report: DayReport) -> None:
        for listener in self._listeners:
            listener(report)

    def _trouble(self, error: Exception) -> None:
        if isinstance(error, PackdeskError):
            self._report(DayTrouble(error))
        else:
            self._on_bug(error)


def _when(one: tuple[Campaign, Shipment]) -> tuple[float, str, int]:
    campaign, shipment = one
    begins = shipment.begins.timestamp() if shipment.begins else float("inf")
    return begins, campaign.name, shipment.id
