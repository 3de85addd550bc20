"""What the station needs of the outside. Each has a fake that passes the same contract tests."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Generic, Protocol, TypeAlias, TypeVar

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeIdentity
from packdesk.domain.events import Event
from packdesk.domain.ids import (
    CampaignId,
    MarketBoxId,
    OrderId,
    OrderRef,
)
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, Fingerprint
from packdesk.domain.order import MarketBox, Offer, Order, Track
from packdesk.station.market_values import (
    READY,
    ApiAvailability,
    Campaign,
    DeliveryService,
    EacAnswer,
    EacResult,
    KeyInfo,
    OrderQuery,
    ParcelLabel,
    ReportState,
    ReportStatus,
    ReportTicket,
    Shipment,
    ShipmentStatus,
    StatusAnswer,
    StatusChange,
)

__all__ = [
    "READY",
    "ApiAvailability",
    "Campaign",
    "Clock",
    "CountryStore",
    "DeliveryService",
    "Documents",
    "EacAnswer",
    "EacResult",
    "Err",
    "Group",
    "Journal",
    "KeyInfo",
    "KnownCountries",
    "LabelMaker",
    "LabelPrinter",
    "LabelStore",
    "Lane",
    "Market",
    "Ok",
    "OrderQuery",
    "OutboxChange",
    "ParcelLabel",
    "ReportState",
    "ReportStatus",
    "ReportTicket",
    "Result",
    "Shipment",
    "ShipmentStatus",
    "Stamp",
    "StatusAnswer",
    "StatusChange",
]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """Work in a lane gave a value."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """Work in a lane raised. An error that is no ``PackdeskError`` is a bug."""

    error: Exception


Result: TypeAlias = Ok[T] | Err


class Lane(Protocol):
    """One worker that does blocking work in order."""

    def run(self, work: Callable[[], T], on_done: Callable[[Ok[T] | Err], None]) -> None:
        """Do ``work`` in the lane's thread, then tell its result in the GUI thread."""

    def stop(self, *, wait: bool) -> None:
        """Take no more work; ``wait`` for what is queued, else drop it."""


class Clock(Protocol):
    """The time, and being called at a time. GUI thread."""

    def now(self) -> datetime:
        """The aware time; may be asked in any thread."""

    def call_at(self, when: datetime, what: Callable[[], None]) -> None:
        """Call ``what`` in the GUI thread at ``when``, or at once where that is past."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who did something, at which station, and when (aware)."""

    at: datetime
    packer: str
    station: str


@dataclass(frozen=True, slots=True)
class Group:
    """Events of one decision as the journal keeps them; ``number`` counts 1.. within an order."""

    number: int
    events: tuple[Event, ...]
    stamp: Stamp


class OutboxChange(Enum):
    """What an append does to the order's row in the outbox, in the same transaction."""

    NONE = "leave it"
    QUEUE = "there is something to send"
    SETTLE = "nothing is left to send"


class Journal(Protocol):
    """The durable record. Every call belongs to the journal lane and may raise JournalError."""

    def read(self, order: OrderId) -> tuple[Group, ...]:
        """All groups of an order, oldest first; empty for an order never touched."""

    def append(
        self,
        order: OrderId,
        after: int,
        events: tuple[Event, ...],
        stamp: Stamp,
        outbox: OutboxChange = OutboxChange.NONE,
    ) -> Group:
        """Keep one group, durable when this returns.

        ``after`` is the number of the last group the caller knows (0 for none).

        Raises:
            JournalOutOfStep: the order has other groups than the caller knows.
            JournalUnavailable: nothing was kept.
        """

    def outbox(self) -> tuple[OrderId, ...]:
        """Orders that have something to send, in the order in which they were queued."""

    def users_of(self, identity: CodeIdentity) -> tuple[OrderId, ...]:
        """Orders in which a code of this identity was attached, newest first."""

    def keep_orders(self, orders: tuple[Order, ...], at: datetime) -> None:
        """Put orders into the cache, each replacing its older state."""

    def order(self, order: OrderId) -> Order | None:
        """An order from the cache."""

    def orders(self, since: datetime | None = None) -> tuple[Order, ...]:
        """All cached orders, in no particular order.

        With ``since`` those in processing, with something to send, or cached or touched from then
        on; times of other offsets may be taken for some hours earlier or later.
        """

    def named(self, names: Iterable[str]) -> Mapping[str, tuple[OrderId, ...]]:
        """The orders that ever had each of these names (``order_names``), by number.

        An order may have lost the name since; a name that none had is left out.
        """

    def marked_offers(self) -> frozenset[str]:
        """The offers for which any cached order, however old, asked a Honest Sign code."""

    def touched(self, among: Iterable[OrderId] | None = None) -> tuple[OrderId, ...]:
        """Orders (among these, where given) that have at least one group."""

    def latest(self, limit: int) -> tuple[tuple[OrderId, datetime], ...]:
        """Up to ``limit`` orders with the time of their last group, last touched first."""

    def keep_offers(self, offers: tuple[Offer, ...]) -> None:
        """Put offers into the cache."""

    def offers(self) -> tuple[Offer, ...]:
        """All cached offers."""

    def learn(self, barcode: str, offer_id: str) -> None:
        """Keep that this barcode (or GTIN-14) means this offer; the newest lesson wins."""

    def learned(self) -> tuple[tuple[str, str], ...]:
        """Pairs (barcode, offer id)."""

    def close(self) -> None:
        """Release the file; in the lane's own thread."""


class Market(Protocol):
    """The Partner API as the station sees it. Every call blocks and may raise MarketError."""

    def campaigns(self) -> tuple[Campaign, ...]:
        """All shops that the key sees (getCampaigns, all pages)."""

    def key_info(self) -> KeyInfo:
        """What the key may do (getAuthTokenInfo)."""

    def orders(self, query: OrderQuery) -> tuple[Order, ...]:
        """Orders of the cabinet (getBusinessOrders, all pages)."""

    def order(self, ref: OrderRef) -> Order:
        """One order, fresh.

        Raises:
            OrderUnknown: the Market does not have it, however it is asked.
        """

    def promoted_items(self, ref: OrderRef) -> tuple[int, ...]:
        """Ids of items that a promotion added (getOrder, until it is switched off)."""

    def set_layout(self, ref: OrderRef, layout: BoxLayout) -> tuple[MarketBox, ...]:
        """Replace the layout (setOrderBoxLayout)."""

    def set_external_id(self, ref: OrderRef, external_id: str) -> None:
        """Give the order the shop's own number, once (updateExternalOrderId)."""

    def code_checks(self, ref: OrderRef) -> tuple[CodeCheck, ...]:
        """How the codes fare (getOrderIdentifiersStatus; FBS and Express)."""

    def labels(self, ref: OrderRef, page: LabelFormat) -> bytes:
        """The PDF with one label a box (generateOrderLabels)."""

    def label(self, ref: OrderRef, box: MarketBoxId, page: LabelFormat) -> bytes:
        """The PDF of one box's label (generateOrderLabel)."""

    def labels_data(self, ref: OrderRef) -> tuple[ParcelLabel, ...]:
        """The texts of the labels (getOrderLabelsData)."""

    def offers(self, offer_ids: tuple[str, ...]) -> tuple[Offer, ...]:
        """What the catalogue knows of these goods (getOfferMappings).

        Raises:
            MarketKeyRejected: the key has no catalogue scope; the table works without.
        """

    def countries(self) -> tuple[str, ...]:
        """The codes of countries, two capital letters each, sorted (getRegionsCodes)."""

    def change_status(self, ref: OrderRef, change: StatusChange) -> None:
        """Set a status (updateOrderStatus)."""

    def mark_many_ready(
        self, campaign: CampaignId, orders: tuple[OrderId, ...]
    ) -> tuple[StatusAnswer, ...]:
        """Set up to 30 orders ready to ship (updateOrderStatuses), with a result for each."""

    def set_track(self, ref: OrderRef, track: Track) -> None:
        """Tell the track number of a DBS order (setOrderDeliveryTrackCode)."""

    def delivery_services(self) -> tuple[DeliveryService, ...]:
        """All services that carry parcels (getDeliveryServices); changes rarely."""

    def verify_eac(self, ref: OrderRef, code: str) -> EacAnswer:
        """Check the code that a courier tells (verifyOrderEac); a wrong one costs an attempt."""

    def shipments(self, campaign: CampaignId, first: date, last: date) -> tuple[Shipment, ...]:
        """Shipments of a shop planned between two days (searchShipments; 200 an hour)."""

    def order_labels_report(self, orders: tuple[OrderId, ...], page: LabelFormat) -> ReportTicket:
        """Have the labels of up to 1 000 orders made in one PDF (generateMassOrderLabelsReport)."""

    def report(self, report_id: str) -> ReportState:
        """How a report is (getReportInfo)."""

    def report_file(self, link: str) -> bytes:
        """Fetch a finished report's PDF from its link."""

    def reception_act(self, campaign: CampaignId) -> bytes:
        """Confirm the nearest shipment for good and give its act as PDF.

        It changes something: never asked ahead, never repeated by itself
        (downloadShipmentReceptionTransferAct).
        """


class CountryStore(Protocol):
    """Keeps the Market's list of countries between two runs. Feed lane; nothing raises."""

    def load(self) -> "KnownCountries | None":
        """The kept list; None where there is none that can be read."""

    def keep(self, known: "KnownCountries") -> None:
        """Put a list in the place of the older one."""


@dataclass(frozen=True, slots=True)
class KnownCountries:
    """Country codes, and when (aware) the Market told them."""

    codes: tuple[str, ...]
    asked_at: datetime


class LabelStore(Protocol):
    """Keeps every label PDF that was fetched. Print lane or market lane."""

    def save(self, order: OrderId, layout: Fingerprint, pdf: bytes) -> str:
        """Keep a PDF and give the name it is kept under.

        Raises:
            LabelUnreadable: these bytes are no PDF.
            PrinterUnavailable: the folder cannot be written.
        """

    def load(self, name: str) -> bytes:
        """A kept PDF.

        Raises:
            LabelUnreadable: it is missing or no PDF.
        """


LabelMaker: TypeAlias = Callable[[tuple[ParcelLabel, ...], LabelFormat], bytes]
"""Draws the shop's own labels as a PDF with a page for each; market lane."""


class Documents(Protocol):
    """Keeps PDFs that are no order's label: label reports, reception acts. Market lane."""

    def keep(self, name: str, pdf: bytes) -> str:
        """Keep a PDF under a name like ``act-1-2`` and give the place of the file.

        Raises:
            LabelUnreadable: these bytes are no PDF.
            PrinterUnavailable: the folder cannot be written.
        """

    def kept(self, name: str) -> str:
        """The place of the newest PDF that was kept under a name; empty where there is none."""


class LabelPrinter(Protocol):
    """Puts a label PDF on paper (or into a folder). Print lane."""

    def print_labels(self, order: OrderId, page: LabelFormat, pdf: bytes) -> None:
        """Returns when the printer has taken the job.

        Raises:
            PrinterUnavailable: nothing was printed.
            PrintOutcomeUnknown: some of it may have been printed.
            LabelUnreadable: the bytes are no PDF.
        """
