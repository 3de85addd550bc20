"""The station: the one object that the window talks to. GUI thread; nothing here waits."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from packdesk.domain.codes import Channel, JudgeContext, gtin14
from packdesk.domain.commands import Command, Undo
from packdesk.domain.events import LayoutConfirmed, Undone
from packdesk.domain.ids import CampaignId, OrderId
from packdesk.domain.order import Order
from packdesk.domain.refusals import DiskIsSlow, NotRead, NotUnderstood
from packdesk.station.agenda import Hands
from packdesk.station.country_feed import CountryFeed, MemoryCountries
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.errors import JournalOutOfStep, OrderUnknown, PackdeskError
from packdesk.station.ledger import Worker
from packdesk.station.order_feed import OrderFeed
from packdesk.station.outbox import Outbox
from packdesk.station.ports import (
    Clock,
    CountryStore,
    Err,
    LabelPrinter,
    LabelStore,
    Lane,
    Market,
    Ok,
    Result,
)
from packdesk.station.reports import (
    Answer,
    Bench,
    BenchCleared,
    BenchMoved,
    Did,
    Failed,
    JournalStopped,
    OpenedOrder,
    RefusedIt,
    Report,
    SubmissionMoved,
)

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


class Station:
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
    ) -> None:
        self._desk = desk
        self._lanes = lanes
        self._clock = clock
        self._on_bug = on_bug
        self._listeners: list[Callable[[Report], None]] = []
        self._waiting = 0
        self._feed = OrderFeed(
            desk.ledger, market, lanes.feed, lanes.journal, clock, self._tell, on_bug
        )
        self._countries = CountryFeed(
            market, countries or MemoryCountries(), lanes.feed, clock, self._know, on_bug
        )
        hands: dict[Hands, Lane] = {Hands.MARKET: lanes.market, Hands.PRINTER: lanes.printing}
        self._outbox = Outbox(
            desk.ledger, market, store, printer, hands, lanes.journal, clock, self._moved, on_bug
        )

    def listen(self, listener: Callable[[Report], None]) -> None:
        """Be told every report; the listener is held."""
        self._listeners.append(listener)

    def start(self) -> None:
        """Show what the journal holds, and put the half-packed order back; nothing is asked."""
        self._lanes.journal.run(self._desk.resume, self._resumed)
        self._feed.show()
        self._countries.show()

    def go_online(self) -> None:
        """There is a key, the first or another: go on with what was under way, ask for orders."""
        self._outbox.key_changed()
        self._feed.refresh()
        self._countries.refresh()

    def follow(self, ways: Ways) -> None:
        """Work by these ways from now on."""

        def take() -> None:
            self._desk.follow(ways.policy)
            self._desk.ledger.follow(ways.worker, ready_for_dbs=ways.ready_for_dbs)

        self._lanes.journal.run(take, self._noted)
        self._feed.choose_shops(ways.campaigns)

    def _noted(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            self._on_bug(result.error)

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

    def do(self, command: Command) -> None:
        """A command by key, tap or drop."""
        self._ask(partial(self._desk.do, command))

    def undo(self) -> None:
        """Take back the last step."""
        self.do(Undo())

    def finish(self) -> None:
        """Confirm the layout, or be told every problem."""
        self._ask(self._desk.finish)

    def finish_removing(self) -> None:
        """Confirm the layout without the missing units: they leave the order for good."""
        self._ask(self._desk.finish_removing)

    def answer(self, number: int) -> None:
        """Give the n-th answer (1..) to the open question."""
        self._ask(partial(self._desk.answer, number))

    def drop_question(self) -> None:
        """Leave the open question."""
        self._ask(self._desk.drop_question)

    def open_order(self, order_id: OrderId) -> None:
        """Put an order on the bench, from the cache at once, and re-read it behind that."""
        self._ask(
            partial(self._desk.open, order_id),
            otherwise=partial(self._fetch_and_open, order_id, str(order_id)),
        )
        self._feed.fetch(order_id, self._reread)

    def leave_order(self) -> None:
        """Clear the bench and show the queue."""

        def left(_: Result[None]) -> None:
            self._tell(BenchCleared())
            self._feed.show()

        self._lanes.journal.run(self._desk.leave, left)

    def take_anyway(self) -> None:
        """The packer's deliberate act: take the doubtful code of the last scan."""
        self._ask(self._desk.take_anyway)

    def teach(self) -> None:
        """Ask what the barcode of the last scan is on."""
        self._ask(self._desk.teach)

    def refresh(self) -> None:
        """Ask the Market for the orders now."""
        self._feed.refresh()

    def retry(self, order_id: OrderId) -> None:
        """Try a refused step again."""
        self._outbox.retry(order_id)

    def say_printed(self, order_id: OrderId, *, printed: bool) -> None:
        """Answer "did it print?"."""
        self._outbox.say_printed(order_id, printed=printed)

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
        if self._waiting >= DEEPEST:
            refused = RefusedIt(DiskIsSlow())
            self._tell(Answer(refused, self._clock.now(), scan=text))
            return
        # An order number has no check digit: what passes as a product barcode is no order.
        number = ORDER_NUMBER.match(text) if gtin14(text.strip(" \t\r\n")) is None else None
        otherwise = partial(self._maybe_fetch, int(number[1]), text) if number else None
        self._ask(partial(self._desk.scan, text, channel, context), otherwise=otherwise)

    def _ask(
        self,
        work: Callable[[], Answer],
        otherwise: Callable[[Answer | None], None] | None = None,
    ) -> None:
        self._waiting += 1
        self._lanes.journal.run(work, partial(self._answered, otherwise))

    def _answered(
        self, otherwise: Callable[[Answer | None], None] | None, result: Result[Answer]
    ) -> None:
        self._waiting -= 1
        match result:
            case Ok(answer):
                if otherwise is not None and _is_unknown(answer):
                    otherwise(answer)
                    return
                self._tell(answer)
                if _moves_queue(answer):
                    self._outbox.wake()
                    self._feed.show()
            case Err(OrderUnknown()) if otherwise is not None:
                otherwise(None)
            case Err(JournalOutOfStep() as error):
                self._start_over(error)
            case Err(PackdeskError() as error):
                self._tell(JournalStopped(error))
            case Err(bug):
                self._on_bug(bug)

    def _start_over(self, error: JournalOutOfStep) -> None:
        """Another program has worked on this order: nothing was kept here, and it is read anew."""

        def read_again() -> Answer:
            self._desk.ledger.forget(error.order)
            return self._desk.tell_failure(error)

        self._lanes.journal.run(read_again, partial(self._answered, None))

    def _maybe_fetch(self, number: int, text: str, answer: Answer | None) -> None:
        """A number that means nothing here may be an order that the cache does not have yet."""
        bench = answer.bench if answer is not None else None
        if answer is not None and bench is not None and bench.packing.is_half_done:
            self._tell(answer)
            return
        self._fetch_and_open(OrderId(number), text, answer)

    def _fetch_and_open(self, order_id: OrderId, text: str, answer: Answer | None = None) -> None:
        def fetched(result: Result[Order]) -> None:
            match result:
                case Ok(order):
                    self._ask(partial(self._desk.open, order.id))
                case Err(OrderUnknown()) if answer is not None and answer.bench is not None:
                    self._tell(answer)
                case Err(PackdeskError() as error):
                    self._tell(Answer(Failed(error), self._clock.now(), scan=text))
                case Err(bug):
                    self._on_bug(bug)

        self._feed.fetch(order_id, fetched)

    def _reread(self, result: Result[Order]) -> None:
        if isinstance(result, Ok):
            self._look_again()

    def _look_again(self) -> None:
        def seen(result: Result[Bench | None]) -> None:
            match result:
                case Ok(bench):
                    if bench is not None:
                        self._tell(BenchMoved(bench))
                case Err(PackdeskError() as error):
                    self._tell(JournalStopped(error))
                case Err(bug):
                    self._on_bug(bug)

        self._lanes.journal.run(self._desk.bench, seen)

    def _moved(self, report: Report) -> None:
        self._tell(report)
        if isinstance(report, SubmissionMoved):
            self._look_again()
            self._feed.show()

    def _tell(self, report: Report) -> None:
        for listener in self._listeners:
            listener(report)


def _moves_queue(answer: Answer) -> bool:
    """Whether the queue or the outbox looks different now; a mere scan must not cost a re-read."""
    match answer.told:
        case Did(events):
            return any(isinstance(event, LayoutConfirmed | Undone) for event in events)
        case OpenedOrder():
            return True
        case _:
            return False


def _is_unknown(answer: Answer) -> bool:
    return isinstance(answer.told, RefusedIt) and isinstance(answer.told.refusal, NotUnderstood)
