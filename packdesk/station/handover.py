"""The hand-over as the window talks to it: scans, commands and tables. GUI thread; nothing waits."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Protocol

from packdesk.domain.codes import NO_CONTEXT, Channel, gtin14
from packdesk.domain.errands import CancelReason, MoveOn
from packdesk.domain.handover_refusals import ScanBroken, TooManyScans, Unclear
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import Order
from packdesk.domain.track_headers import TableKind
from packdesk.domain.track_table import TrackTable
from packdesk.station.errors import JournalOutOfStep, MarketError, OrderUnknown, PackdeskError
from packdesk.station.handover_batch import Batch
from packdesk.station.handover_desk import HandoverDesk
from packdesk.station.handover_policy import HandoverPolicy
from packdesk.station.handover_reports import (
    HandoverAnswer,
    HandoverMoved,
    HandoverRefused,
    HandoverReport,
    HandoverState,
    ServicesTrouble,
)
from packdesk.station.ports import Clock, DeliveryService, Err, Market, Ok, Result
from packdesk.station.reports import JournalStopped
from packdesk.station.scan_turns import Scan, ScanTurns
from packdesk.station.service_feed import ServiceFeed, ServiceStore
from packdesk.station.station import DEEPEST, ORDER_NUMBER, Lanes
from packdesk.station.tables import FileReader, TextReader
from packdesk.station.tracks_under_way import TracksUnderWay

PACE = timedelta(milliseconds=300)
"""The list of what was handed over is told anew this often at most, however fast things go out."""


class StationDoor(Protocol):
    """What the hand-over needs of the station; GUI thread."""

    def wake_outbox(self) -> None:
        """Something was kept that is to be sent."""

    def fetch_order(self, order_id: OrderId, on_done: Callable[[Result[Order]], None]) -> None:
        """Ask the Market for one order and put it into the cache."""

    def retry_errand(self, order_id: OrderId) -> None:
        """Try the stopped errand of an order again."""

    def drop_errand(self, order_id: OrderId) -> None:
        """Give the stopped errand of an order up."""


class Handover:
    """Takes intents of the person at the hand-over, and tells everything as reports."""

    def __init__(
        self,
        desk: HandoverDesk,
        station: StationDoor,
        market: Callable[[], Market],
        services: ServiceStore,
        readers: tuple[FileReader, TextReader],
        lanes: Lanes,
        clock: Clock,
        on_bug: Callable[[Exception], None],
    ) -> None:
        self._desk = desk
        self._station = station
        self._lanes = lanes
        self._clock = clock
        self._on_bug = on_bug
        self._listeners: list[Callable[[HandoverReport], None]] = []
        self._waiting = 0
        self._turns = ScanTurns(self._read_next)
        self._is_moving = False
        self._moved: set[OrderId] = set()
        self._stopped = False
        self._services = ServiceFeed(
            market, services, lanes.feed, clock, self._know, self._no_services, on_bug
        )
        self._under_way = TracksUnderWay(market, lanes.feed, clock, self._know_tracks, on_bug)
        self.batch = Batch(desk, market, readers, lanes, station.wake_outbox, self._tell, on_bug)

    def listen(self, listener: Callable[[HandoverReport], None]) -> None:
        """Be told every report; the listener is held."""
        self._listeners.append(listener)

    def start(self) -> None:
        """Show what the journal holds; nothing is asked."""
        self._services.show()
        self._lanes.journal.run(self._desk.book.note_some, self._begun)

    def _begun(self, result: Result[bool]) -> None:
        if result == Ok(True):
            self._lanes.journal.run(self._desk.book.note_some, self._begun)
        else:
            self._lanes.journal.run(self._desk.state, self._shown)

    def go_online(self) -> None:
        """There is a key: learn the delivery services where they are not known of today."""
        self._services.refresh()
        self._under_way.refresh()

    def stop(self) -> None:
        """Take no more; the lanes are the station's."""
        self._stopped = True
        self._services.stop()
        self.batch.cancel()

    def follow(self, policy: HandoverPolicy) -> None:
        """Work by this policy from now on."""
        self._lanes.journal.run(partial(self._desk.follow, policy), self._noted)

    def scan(self, text: str) -> None:
        """A whole scan of a scanner."""
        self._read(text, Channel.SCANNER)

    def paste(self, text: str) -> None:
        """Text that was typed or pasted; it goes the way of a scan."""
        self._read(text, Channel.PASTE)

    def refuse_noise(self) -> None:
        """A scanner sent something that is no text: nothing of it was taken."""
        self._ask(partial(self._desk.refuse, ScanBroken()))

    def take_parcel(self, order_id: OrderId) -> None:
        """A parcel was picked in a list."""
        self._of_order(order_id, partial(self._desk.take_parcel, order_id))

    def answer(self, number: int) -> None:
        """Give the n-th answer (1..) to the open question."""
        self._ask(partial(self._desk.answer, number))

    def choose_service(self, service: DeliveryServiceId) -> None:
        """The delivery service that the open question asks for."""
        self._ask(partial(self._desk.choose_service, service))

    def drop(self) -> None:
        """Put parcel, track number and question down."""
        self._ask(self._desk.drop)

    def undo(self) -> None:
        """Take back the last track number, if it has not gone out."""
        self._ask(self._desk.undo)

    def move_on(self, order_id: OrderId, move: MoveOn) -> None:
        """Set a DBS order's next status."""
        self._of_order(order_id, partial(self._desk.move_on, order_id, move))

    def cancel(self, order_id: OrderId, reason: CancelReason) -> None:
        """Cancel a DBS order for good."""
        self._of_order(order_id, partial(self._desk.cancel, order_id, reason))

    def give_external_id(self, order_id: OrderId, text: str) -> None:
        """Give an order the shop's own number."""
        self._of_order(order_id, partial(self._desk.give_external_id, order_id, text))

    def retry(self, order_id: OrderId) -> None:
        """Try the stopped errand of an order again."""
        self._station.retry_errand(order_id)

    def give_up(self, order_id: OrderId) -> None:
        """Give the stopped errand of an order up."""
        self._station.drop_errand(order_id)

    def read_file(self, path: Path, kind: TableKind) -> None:
        """Read a table file and check every row; nothing is kept."""
        self.batch.read_file(path, kind)

    def read_text(self, text: str, kind: TableKind) -> None:
        """Check every row of a pasted table; nothing is kept."""
        self.batch.read_text(text, kind)

    def send_table(self, table: TrackTable, lines: frozenset[int]) -> None:
        """Keep what stands in these lines, to be sent."""
        self.batch.send(table, lines)

    def cancel_batch(self) -> None:
        """Stop what is being done with a table; what was kept stays kept."""
        self.batch.cancel()

    def moved(self, order_id: OrderId) -> None:
        """Something of this order's errands took a step (SubmissionMoved)."""
        self._moved.add(order_id)
        if not self._is_moving and not self._stopped:
            self._is_moving = True
            self._clock.call_at(self._clock.now() + PACE, self._look)

    def _look(self) -> None:
        orders, self._moved = self._moved, set()

        def look() -> HandoverState:
            for order_id in orders:
                self._desk.book.note(order_id)
            return self._desk.state()

        def looked(result: Result[HandoverState]) -> None:
            self._is_moving = False
            self._shown(result)
            if self._moved:
                self.moved(self._moved.pop())

        self._lanes.journal.run(look, looked)

    def _shown(self, result: Result[HandoverState]) -> None:
        match result:
            case Ok(state):
                self._tell(HandoverMoved(state))
            case Err(PackdeskError() as error):
                self._tell(JournalStopped(error))
            case Err(bug):
                self._on_bug(bug)

    def _noted(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            self._on_bug(result.error)

    def _know(self, services: tuple[DeliveryService, ...]) -> None:
        def know() -> HandoverState:
            self._desk.know_services(services)
            return self._desk.state()

        self._lanes.journal.run(know, self._shown)

    def _know_tracks(self, tracks: Mapping[str, OrderId]) -> None:
        self._lanes.journal.run(partial(self._desk.book.know_under_way, tracks), self._noted)

    def _no_services(self, error: MarketError) -> None:
        self._tell(ServicesTrouble(error))

    def _read(self, text: str, channel: Channel) -> None:
        self._under_way.refresh()
        if self._waiting + len(self._turns) >= DEEPEST:
            self._ask(partial(self._desk.refuse, TooManyScans()))
        else:
            self._turns.take(Scan(text, channel, NO_CONTEXT))

    def _read_next(self, scan: Scan) -> None:
        # An order number has no check digit: what passes as a product barcode is no order.
        barcode = gtin14(scan.text.strip(" \t\r\n"))
        number = ORDER_NUMBER.match(scan.text) if barcode is None else None
        work = partial(self._desk.scan, scan.text, scan.channel)
        if number is None:
            self._ask(work)
            return
        # What is scanned next belongs to the parcel that this number may be.
        self._turns.look()
        self._ask(work, partial(self._seek, OrderId(int(number[1])), scan), self._turns.go_on)

    def _seek(self, order_id: OrderId, scan: Scan) -> None:
        """A number that means nothing here may be an order that the cache does not have yet."""

        def fetched(result: Result[Order]) -> None:
            match result:
                case Ok(order):
                    answer(partial(self._desk.take_parcel, order.id))
                case Err(OrderUnknown()):
                    answer(partial(self._desk.take_unknown, scan.text, scan.channel))
                case Err(PackdeskError() as error):
                    answer(partial(self._desk.take_unread, scan.text, error))
                case Err(bug):
                    self._turns.go_on()
                    self._on_bug(bug)

        def answer(work: Callable[[], HandoverAnswer]) -> None:
            self._ask(work, None, self._turns.go_on)

        self._ask(partial(self._desk.seek, scan.text))
        self._station.fetch_order(order_id, fetched)

    def _of_order(self, order_id: OrderId, work: Callable[[], HandoverAnswer]) -> None:
        def fetched(result: Result[Order]) -> None:
            match result:
                case Ok():
                    self._ask(work)
                case Err(PackdeskError() as error):
                    self._ask(partial(self._desk.tell_failure, error))
                case Err(bug):
                    self._on_bug(bug)

        self._ask(work, lambda: self._station.fetch_order(order_id, fetched))

    def _ask(
        self,
        work: Callable[[], HandoverAnswer],
        seek: Callable[[], None] | None = None,
        go_on: Callable[[], None] = lambda: None,
    ) -> None:
        """Have the desk answer; ``go_on`` once it has, unless ``seek`` has to be done first."""
        self._waiting += 1
        self._lanes.journal.run(work, partial(self._answered, seek, go_on))

    def _answered(
        self,
        seek: Callable[[], None] | None,
        go_on: Callable[[], None],
        result: Result[HandoverAnswer],
    ) -> None:
        self._waiting -= 1
        if seek is not None and _is_to_be_sought(result):
            seek()
            return
        self._take_answer(result)
        go_on()

    def _take_answer(self, result: Result[HandoverAnswer]) -> None:
        match result:
            case Ok(answer):
                self._tell(answer)
                self._station.wake_outbox()
            case Err(JournalOutOfStep() as error):
                self._start_over(error)
            case Err(PackdeskError() as error):
                self._tell(JournalStopped(error))
            case Err(bug):
                self._on_bug(bug)

    def _start_over(self, error: JournalOutOfStep) -> None:
        """Another program has worked on this order: nothing was kept here, and it is read anew."""

        def read_again() -> HandoverAnswer:
            self._desk.ledger.forget(error.order)
            return self._desk.tell_failure(error)

        self._ask(read_again)

    def _tell(self, report: HandoverReport) -> None:
        if not self._stopped:
            for listener in self._listeners:
                listener(report)


def _is_to_be_sought(result: Result[HandoverAnswer]) -> bool:
    match result:
        case Ok(HandoverAnswer(HandoverRefused(Unclear()))) | Err(OrderUnknown()):
            return True
        case _:
            return False
