"""The station: the one object that the window talks to. GUI thread; nothing here waits."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from typing_extensions import override

from packdesk.domain.codes import Channel, JudgeContext, gtin14
from packdesk.domain.errands import Errand, ErrandAsked
from packdesk.domain.events import (
    BoxesTaken,
    ChangesSeen,
    LabelStuck,
    LayoutConfirmed,
    PutAside,
    TakenUp,
    Undone,
)
from packdesk.domain.ids import CampaignId, OrderId, UnitRef
from packdesk.domain.order import Order
from packdesk.domain.refusals import DiskIsSlow, NotRead
from packdesk.station.agenda import Hands
from packdesk.station.carry_out import Tools
from packdesk.station.country_feed import CountryFeed, MemoryCountries
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.desk_door import DeskDoor
from packdesk.station.errors import OrderUnknown, PackdeskError
from packdesk.station.ledger import Held, Worker
from packdesk.station.order_feed import OrderFeed
from packdesk.station.outbox import Outbox
from packdesk.station.ports import (
    Clock,
    CountryStore,
    Err,
    LabelMaker,
    LabelPrinter,
    LabelStore,
    Lane,
    Market,
    Ok,
    Result,
)
from packdesk.station.promotions import Promotions
from packdesk.station.reports import (
    Answer,
    BenchCleared,
    Did,
    Failed,
    JournalStopped,
    OpenedOrder,
    QueueRead,
    RefusedIt,
    Report,
    SubmissionMoved,
)
from packdesk.station.scan_turns import Scan, ScanTurns

ORDER_NUMBER = re.compile(r"\s*(\d{5,18})(?:-\d{1,4})?\s*\Z")
DEEPEST = 10
"""So many scans may wait for the journal; more mean that the disk does not answer."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The workers: each does its own kind of waiting."""

    journal: Lane
    market: Lane
    feed: Lane
    printing: Lane


@dataclass(frozen=True, slots=True)
class Ways:
    """How a person wants this table to work; ``campaigns`` empty means all shops that can be."""

    policy: DeskPolicy
    worker: Worker
    ready_for_dbs: bool
    campaigns: tuple[CampaignId, ...]
    scan_labels: bool = False
    ready_by_hand: bool = False


class Station(DeskDoor):
    """Takes intents of the packer, and tells everything through the listeners as reports."""

    def __init__(
        self,
        desk: Desk,
        market: Callable[[], Market],
        store: LabelStore,
        printer: LabelPrinter,
        lanes: Lanes,
        clock: Clock,
        on_bug: Callable[[Exception], None],
        countries: CountryStore | None = None,
        own_labels: Callable[[], LabelMaker | None] = lambda: None,
    ) -> None:
        super().__init__(desk, lanes.journal, clock, on_bug)
        self._lanes = lanes
        self._feed = OrderFeed(
            desk.ledger, market, lanes.feed, lanes.journal, clock, self._fed, on_bug
        )
        self._promotions = Promotions(
            desk, market, lanes.feed, lanes.journal, self._look_again, on_bug
        )
        self._countries = CountryFeed(
            market, countries or MemoryCountries(), lanes.feed, clock, self._know, on_bug
        )
        hands: dict[Hands, Lane] = {Hands.MARKET: lanes.market, Hands.PRINTER: lanes.printing}
        tools = Tools(market, store, printer, own_labels)
        self._outbox = Outbox(desk.ledger, tools, hands, lanes.journal, clock, self._moved, on_bug)
        self._turns = ScanTurns(self._read_next)
        self._is_online = False

    def start(self) -> None:
        """Show what the journal holds, and put the half-packed order back; nothing is asked."""
        self._lanes.journal.run(self._desk.resume, self._resumed)
        self._feed.show()
        self.tell_pieces()
        self._countries.show()

    def go_online(self) -> None:
        """There is a key, the first or another: go on with what was under way, ask for orders."""
        self._is_online = True
        self._outbox.key_changed()
        self._feed.refresh()
        self._countries.refresh()

    def follow(self, ways: Ways) -> None:
        """Work by these ways from now on."""

        def take() -> None:
            self._desk.follow(ways.policy)
            self._desk.ledger.follow(
                ways.worker,
                ready_for_dbs=ways.ready_for_dbs,
                scan_labels=ways.scan_labels,
                ready_by_hand=ways.ready_by_hand,
            )

        self._lanes.journal.run(take, self._noted)
        self._feed.choose_shops(ways.campaigns)

    def _noted(self, result: Result[None]) -> None:
        match result:
            case Ok() if self._is_online:
                # What waited for other ways may be due by these.
                self._outbox.wake()
            case Ok():
                pass
            case Err(PackdeskError() as error):
                self._tell(JournalStopped(error))
            case Err(bug):
                self._on_bug(bug)

    def stop(self) -> None:
        """Take no more; close the journal in its own lane; the outbox resumes after a restart."""
        self._outbox.stop()
        self._feed.stop()
        self._countries.stop()
        self._lanes.market.stop(wait=False)
        self._lanes.feed.stop(wait=False)
        self._lanes.printing.stop(wait=False)
        self._lanes.journal.run(self._desk.ledger.close, lambda _: None)
        self._lanes.journal.stop(wait=True)

    def scan(self, text: str, *, caps_lock: bool = False) -> None:
        """A whole scan of a scanner."""
        context = JudgeContext(caps_lock=caps_lock, today=self._clock.now().date())
        self._read(text, Channel.SCANNER, context)

    def refuse_noise(self) -> None:
        """A scanner sent something that is no text: nothing of it was taken."""
        self._tell(Answer(RefusedIt(NotRead()), self._clock.now()))

    def paste(self, text: str) -> None:
        """Text that was typed or pasted; it goes the way of a scan."""
        self._read(text, Channel.PASTE, JudgeContext(today=self._clock.now().date()))

    def open_order(self, order_id: OrderId) -> None:
        """Put an order on the bench, from the cache at once, and re-read it behind that."""
        self._ask(
            partial(self._desk.open, order_id),
            otherwise=partial(self._fetch_and_open, order_id, str(order_id)),
        )
        self._feed.fetch(order_id, self._reread)

    def seek_order(self, text: str) -> None:
        """Put the order that a person typed on the bench, wherever it is kept."""
        # Unlike a scan it is meant as a number even where its last digit would suit a barcode.
        number = ORDER_NUMBER.match(text)
        fetch = number and partial(self._fetch_and_open, OrderId(int(number[1])), None)
        self._ask(partial(self._desk.seek, text), fetch)

    def open_at(self, order_id: OrderId, unit: UnitRef) -> None:
        """Put an order on the bench for another piece in the place of this unit."""
        self._ask(partial(self._desk.open_at, order_id, unit))
        self._feed.fetch(order_id, self._reread)

    def leave_order(self) -> None:
        """Clear the bench and show the queue."""

        def left(_: Result[None]) -> None:
            self._tell(BenchCleared())
            self._feed.show()

        self._lanes.journal.run(self._desk.leave, left)

    def refresh(self) -> None:
        """Ask the Market for the orders now."""
        self._feed.refresh()

    def retry(self, order_id: OrderId) -> None:
        """Try a refused step again."""
        self._outbox.retry(order_id)

    def say_printed(self, order_id: OrderId, *, printed: bool) -> None:
        """Answer "did it print?"."""
        self._outbox.say_printed(order_id, printed=printed)

    def reprint(self, order_id: OrderId) -> None:
        """Print the labels once more, if they are those of the layout that counts."""
        self._outbox.reprint(order_id)

    def ask_errand(self, order_id: OrderId, *errands: Errand) -> None:
        """Have errands done at the Market, before the next step of the order."""
        self._outbox.ask_errand(order_id, *errands)

    def retry_errand(self, order_id: OrderId) -> None:
        """Try an errand again that was stopped."""
        self._outbox.retry_errand(order_id)

    def drop_errand(self, order_id: OrderId) -> None:
        """Give the first errand up that waits, if it is known not to have taken effect."""
        self._outbox.drop_errand(order_id)

    def see_changes_of(self, order_id: OrderId) -> None:
        """A person has looked at what changed about an order that is not on the bench."""
        self._outbox.see_changes(order_id)

    def wake_outbox(self) -> None:
        """Something was kept beside the bench that is to be sent."""
        self._outbox.wake()

    def kept_beside(self, orders: tuple[OrderId, ...]) -> None:
        """Something was kept of these orders beside the bench: tell it, and send what is due."""
        self._outbox.wake()
        self._feed.show()
        self._look_again()
        for order_id in orders:
            self._journal_lane.run(partial(self._desk.ledger.held, order_id), self._changed)

    def fetch_order(self, order_id: OrderId, on_done: Callable[[Result[Order]], None]) -> None:
        """Ask the Market for one order, put it into the cache, then tell ``on_done``."""
        self._feed.fetch(order_id, on_done)

    def _know(self, codes: frozenset[str]) -> None:
        def known(result: Result[None]) -> None:
            match result:
                case Ok():
                    self._look_again()
                case Err(bug):
                    self._on_bug(bug)

        self._lanes.journal.run(partial(self._desk.know_countries, codes), known)

    def _resumed(self, result: Result[Answer | None]) -> None:
        match result:
            case Ok(answer):
                if answer is not None:
                    self._tell(answer)
            case Err(PackdeskError() as error):
                self._tell(JournalStopped(error))
            case Err(bug):
                self._on_bug(bug)

    def _read(self, text: str, channel: Channel, context: JudgeContext) -> None:
        if self._waiting + len(self._turns) >= DEEPEST:
            refused = RefusedIt(DiskIsSlow())
            self._tell(Answer(refused, self._clock.now(), scan=text))
            return
        self._turns.take(Scan(text, channel, context))

    def _read_next(self, scan: Scan) -> None:
        work = partial(self._desk.scan, scan.text, scan.channel, scan.context)
        number = _order_number(scan.text)
        if number is None:
            self._ask(work)
            return
        # Goods that were scanned after the number are of the order that it may open.
        self._turns.look()
        self._ask(work, partial(self._maybe_fetch, number, scan.text), self._turns.go_on)

    def _maybe_fetch(self, number: OrderId, text: str, answer: Answer | None) -> None:
        """A number that means nothing here may be an order that the cache does not have yet."""
        bench = answer.bench if answer is not None else None
        if answer is not None and bench is not None and bench.packing.is_half_done:
            self._tell(answer)
            self._turns.go_on()
            return
        self._fetch_and_open(number, text, answer)

    def _fetch_and_open(
        self, order_id: OrderId, scan: str | None, answer: Answer | None = None
    ) -> None:
        def fetched(result: Result[Order]) -> None:
            match result:
                case Ok(order):
                    self._ask(partial(self._desk.open, order.id))
                case Err(OrderUnknown()) if answer is not None and (answer.bench or not scan):
                    self._tell(answer)
                case Err(PackdeskError() as error):
                    # What followed was meant for this order, never for the one on the bench.
                    gone = self._turns.without(lambda held: _order_number(held) is not None)
                    for one in (scan, *(held.text for held in gone)):
                        self._tell(Answer(Failed(error), self._clock.now(), scan=one))
                case Err(bug):
                    self._on_bug(bug)
            self._turns.go_on()

        self._turns.look()
        self._feed.fetch(order_id, fetched)

    def _reread(self, result: Result[Order]) -> None:
        if isinstance(result, Ok):
            self._look_again()

    @override
    def _after(self, answer: Answer) -> None:
        super()._after(answer)
        bench = answer.bench
        if bench is not None:
            self._promotions.ask_if_needed(bench.packing)
        if _moves_queue(answer):
            self._outbox.wake()
            self._feed.show()
        if isinstance(answer.told, OpenedOrder) and bench is not None and bench.packing.is_stopped:
            self._look_again()

    def _fed(self, report: Report) -> None:
        self._tell(report)
        if isinstance(report, QueueRead) and report.changed:
            self._outbox.wake()
            self._look_again()
            for order_id in report.changed:
                self._journal_lane.run(partial(self._desk.ledger.held, order_id), self._changed)

    def _changed(self, result: Result[Held]) -> None:
        match result:
            case Ok(held) if not held.packing.groups:
                pass
            case Ok(held):
                order_id = held.packing.order.id
                self._tell(SubmissionMoved(order_id, held.submission, errands=held.errands))
            case Err(PackdeskError() as error):
                self._tell(JournalStopped(error))
            case Err(bug):
                self._on_bug(bug)

    def _moved(self, report: Report) -> None:
        self._tell(report)
        if isinstance(report, SubmissionMoved):
            self._look_again()
            self._feed.show()


MOVES = (
    LayoutConfirmed,
    Undone,
    ErrandAsked,
    LabelStuck,
    ChangesSeen,
    BoxesTaken,
    PutAside,
    TakenUp,
)
"""What makes the queue or the outbox look different."""


def _order_number(text: str) -> OrderId | None:
    """An order number has no check digit: what passes as a product barcode is no order."""
    number = ORDER_NUMBER.match(text) if gtin14(text.strip(" \t\r\n")) is None else None
    return OrderId(int(number[1])) if number else None


def _moves_queue(answer: Answer) -> bool:
    """Whether the queue or the outbox looks different now; a mere scan must not cost a re-read."""
    match answer.told:
        case Did(events):
            return any(isinstance(event, MOVES) for event in events)
        case OpenedOrder():
            return True
        case _:
            return False
