"""The shipment day: what is due, ready to ship in one go, labels in one PDF, the reception act.

GUI thread; the work is done in lanes. The act confirms the shipment for good: it is asked for once
by a deliberate act and never again by itself, whatever comes of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from packdesk.domain.ids import CampaignId, OrderId, ShipmentId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import Order
from packdesk.station.batch import ASKED_AT_ONCE, Batch, Sent, begin, finish, send, state_of
from packdesk.station.day_reports import (
    TO_BE_CONFIRMED,
    ActCame,
    ActNotAsked,
    ActNotKept,
    ActRefused,
    ActReport,
    ActUnclear,
    DayReport,
    DayTrouble,
    OrderReadiness,
    SetReady,
    ShipmentDue,
    ShipmentsRead,
    ShopUnread,
)
from packdesk.station.errors import (
    MarketBusy,
    MarketError,
    MarketRefused,
    MarketUnreachable,
    PackdeskError,
)
from packdesk.station.label_report import LabelReports
from packdesk.station.ledger import Ledger
from packdesk.station.ports import (
    Campaign,
    Clock,
    Documents,
    Err,
    Lane,
    Market,
    Ok,
    OrderQuery,
    Result,
    Shipment,
)

DAYS = timedelta(days=3)
SLICE = 50
"""So many orders are judged at a time: a scan never waits behind a whole shipment."""
FBS = "FBS"
"""``placementType`` of shops with shipments; Express orders are among theirs and have none."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the Market has; ``acts`` are the files of the acts that are kept of the shipments."""

    shipments: tuple[tuple[Campaign, Shipment], ...]
    orders: tuple[Order, ...]
    unread: tuple[ShopUnread, ...]
    acts: Mapping[tuple[CampaignId, ShipmentId], str]


class ShipmentDay:
    """What is done once a day, when the courier of the Market is near.

    ``moved`` is told (GUI thread) of orders that became others, or that took a step.
    """

    def __init__(
        self,
        ledger: Ledger,
        market: Callable[[], Market],
        documents: Documents,
        journal_lane: Lane,
        market_lane: Lane,
        clock: Clock,
        on_bug: Callable[[Exception], None],
        moved: Callable[[tuple[OrderId, ...]], None] = lambda _: None,
    ) -> None:
        self._ledger = ledger
        self._market = market
        self._documents = documents
        self._journal_lane = journal_lane
        self._lane = market_lane
        self._clock = clock
        self._on_bug = on_bug
        self._moved = moved
        self._listeners: list[Callable[[DayReport], None]] = []
        self._labels = LabelReports(market, documents, market_lane, clock, self._report, on_bug)
        self._shops: tuple[CampaignId, ...] = ()
        self._round = 0
        self._confirming: set[CampaignId] = set()
        self._unkept: dict[tuple[CampaignId, ShipmentId], bytes] = {}

    def listen(self, listener: Callable[[DayReport], None]) -> None:
        """Be told every report; the listener is held."""
        self._listeners.append(listener)

    def choose_shops(self, campaigns: tuple[CampaignId, ...]) -> None:
        """Only shipments of these shops; empty: of all."""
        self._shops = campaigns

    def look(self) -> None:
        """Read the shipments of today and the next days, and how far their orders are."""
        self._round += 1
        self._lane.run(partial(self._find, self._shops), partial(self._found, self._round))

    def set_ready(self, campaign: CampaignId, orders: tuple[OrderId, ...]) -> None:
        """Set those of the orders ready to ship that may be; the answer names all others."""
        self._journal_lane.run(partial(begin, self._ledger, campaign, orders), self._begun)

    def make_labels(self, orders: tuple[OrderId, ...], page: LabelFormat) -> None:
        """Have the labels of the orders made in one PDF (of 1 000 orders at most), and keep it."""
        self._labels.make(orders, page)

    def confirm(self, campaign: CampaignId, shipment: ShipmentId) -> None:
        """Confirm the nearest shipment of a shop for good, and keep its act.

        Only for a person's deliberate act. While one is being asked for, another is not.
        """
        if campaign in self._confirming:
            return
        self._confirming.add(campaign)
        self._lane.run(partial(self._act, campaign, shipment), partial(self._acted, campaign))

    def keep_act(self, campaign: CampaignId, shipment: ShipmentId) -> None:
        """Try again to keep an act that came and could not be kept; nothing is asked for."""
        pdf = self._unkept.get((campaign, shipment))
        if pdf is not None:
            self._lane.run(
                partial(self._keep, campaign, shipment, pdf), partial(self._acted, campaign)
            )

    def _find(self, shops: tuple[CampaignId, ...]) -> _Found:
        """Market lane. A shop that the Market refuses does not hide the others."""
        market, today = self._market(), self._clock.now().astimezone().date()
        found: list[tuple[Campaign, Shipment]] = []
        unread: list[ShopUnread] = []
        orders: list[Order] = []
        for campaign in market.campaigns():
            if campaign.placement != FBS or (shops and campaign.id not in shops):
                continue
            try:
                due = market.shipments(campaign.id, today, today + DAYS)
                ids = tuple(dict.fromkeys(one for shipment in due for one in shipment.orders))
                for start in range(0, len(ids), ASKED_AT_ONCE):
                    some = ids[start : start + ASKED_AT_ONCE]
                    orders += market.orders(OrderQuery(campaigns=(campaign.id,), orders=some))
            except MarketRefused as error:
                unread.append(ShopUnread(campaign, error))
            else:
                found += ((campaign, shipment) for shipment in due)
        acts = {
            (campaign.id, one.id): self._documents.kept(_act_name(campaign.id, one.id))
            for campaign, one in found
        }
        return _Found(tuple(found), tuple(orders), tuple(unread), acts)

    def _found(self, number: int, result: Result[_Found]) -> None:
        match result:
            case Ok(found):
                self._judge(number, found, found.orders, {}, ())
            case Err(error):
                self._trouble(error)

    def _judge(
        self,
        number: int,
        found: _Found,
        left: tuple[Order, ...],
        states: dict[OrderId, OrderReadiness],
        changed: tuple[OrderId, ...],
    ) -> None:
        if number != self._round:
            return
        if not left:
            self._tell(found, states, changed)
            return
        some, rest = left[:SLICE], left[SLICE:]

        def judged(result: Result[tuple[OrderId, ...]]) -> None:
            match result:
                case Ok(news):
                    self._judge(number, found, rest, states, (*changed, *news))
                case Err(error):
                    self._trouble(error)

        def judge() -> tuple[OrderId, ...]:
            news = self._ledger.take_fresh(some)
            for order in some:
                known = self._ledger.order(order.id) or order
                states[order.id] = state_of(self._ledger, known)
            return news

        self._journal_lane.run(judge, judged)

    def _tell(
        self,
        found: _Found,
        states: dict[OrderId, OrderReadiness],
        changed: tuple[OrderId, ...],
    ) -> None:
        due, seen = [], set()
        for campaign, shipment in sorted(found.shipments, key=_when):
            waits = shipment.status in TO_BE_CONFIRMED
            known = tuple(states[one] for one in shipment.orders if one in states)
            unknown = tuple(one for one in shipment.orders if one not in states)
            nearest = waits and campaign.id not in seen
            act = found.acts[campaign.id, shipment.id]
            due.append(ShipmentDue(campaign, shipment, known, nearest, unknown, act))
            if waits:
                seen.add(campaign.id)
        if changed:
            self._moved(changed)
        self._report(ShipmentsRead(tuple(due), self._clock.now(), found.unread))

    def _begun(self, result: Result[Batch]) -> None:
        match result:
            case Ok(batch):
                self._lane.run(lambda: send(batch, self._market()), partial(self._sent, batch))
            case Err(error):
                self._trouble(error)

    def _sent(self, batch: Batch, result: Result[Sent]) -> None:
        match result:
            case Ok(sent):
                self._journal_lane.run(
                    partial(finish, self._ledger, batch, sent), partial(self._set, batch)
                )
            case Err(error):
                self._trouble(error)

    def _set(self, batch: Batch, result: Result[SetReady]) -> None:
        self._moved(tuple(one.order.id for one in batch.chosen))
        match result:
            case Ok(done):
                self._report(done)
                self.look()
            case Err(error):
                self._trouble(error)

    def _act(self, campaign: CampaignId, shipment: ShipmentId) -> ActReport:
        """One request, whatever comes of it. Market lane.

        The Market itself takes the nearest shipment, so that it is looked up first which that is.
        """
        market = self._market()
        try:
            nearest = _nearest(self._shipments(market, campaign))
        except MarketError as error:
            return ActRefused(campaign, shipment, error)
        if nearest is None or nearest.id != shipment:
            return ActNotAsked(campaign, shipment)
        try:
            pdf = market.reception_act(campaign)
        except (MarketRefused, MarketUnreachable, MarketBusy) as error:
            return ActRefused(campaign, shipment, error)
        except MarketError:
            return self._unclear(market, campaign, shipment)
        return self._keep(campaign, shipment, pdf)

    def _keep(self, campaign: CampaignId, shipment: ShipmentId, pdf: bytes) -> ActReport:
        """Market lane. An act is given once only: what cannot be kept is held."""
        try:
            file = self._documents.keep(_act_name(campaign, shipment), pdf)
        except PackdeskError as error:
            self._unkept[campaign, shipment] = pdf
            return ActNotKept(campaign, shipment, error)
        self._unkept.pop((campaign, shipment), None)
        return ActCame(campaign, shipment, file)

    def _unclear(self, market: Market, campaign: CampaignId, shipment: ShipmentId) -> ActUnclear:
        try:
            found = self._shipments(market, campaign)
        except MarketError:
            return ActUnclear(campaign, shipment, None)
        status = next((one.status for one in found if one.id == shipment), None)
        return ActUnclear(campaign, shipment, status)

    def _shipments(self, market: Market, campaign: CampaignId) -> tuple[Shipment, ...]:
        today = self._clock.now().astimezone().date()
        return market.shipments(campaign, today, today + DAYS)

    def _acted(self, campaign: CampaignId, result: Result[ActReport]) -> None:
        self._confirming.discard(campaign)
        match result:
            case Ok(told):
                self._report(told)
                if not isinstance(told, ActRefused):
                    self.look()
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


def _act_name(campaign: CampaignId, shipment: ShipmentId) -> str:
    return f"act-{campaign}-{shipment}"


def _nearest(shipments: tuple[Shipment, ...]) -> Shipment | None:
    """The one that the next act confirms."""
    waiting = [one for one in shipments if one.status in TO_BE_CONFIRMED]
    return min(waiting, key=_begins, default=None)


def _begins(shipment: Shipment) -> tuple[float, int]:
    return shipment.begins.timestamp() if shipment.begins else float("inf"), shipment.id


def _when(one: tuple[Campaign, Shipment]) -> tuple[float, str, int]:
    campaign, shipment = one
    begins, number = _begins(shipment)
    return begins, campaign.name, number
