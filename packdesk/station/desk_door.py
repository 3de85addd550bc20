"""The door to the desk: what a packer may ask of it, and how its answers are told. GUI thread."""

from collections.abc import Callable
from functools import partial

from packdesk.domain.commands import Command, Undo
from packdesk.domain.errands import CancelReason
from packdesk.domain.events import AsideReason
from packdesk.domain.ids import OrderId
from packdesk.domain.refusals import NoSuchOrder, NotUnderstood
from packdesk.station.desk import Desk
from packdesk.station.errors import JournalOutOfStep, OrderUnknown, PackdeskError
from packdesk.station.ports import Clock, Err, Lane, Ok, Result
from packdesk.station.reports import (
    Answer,
    Bench,
    BenchCleared,
    BenchMoved,
    Did,
    JournalStopped,
    PieceOut,
    PiecesOut,
    RefusedIt,
    Report,
)
from packdesk.station.slices import in_slices


class DeskDoor:
    """Takes the packer's acts to the desk in the journal lane; nothing here waits."""

    def __init__(
        self, desk: Desk, journal_lane: Lane, clock: Clock, on_bug: Callable[[Exception], None]
    ) -> None:
        self._desk = desk
        self._journal_lane = journal_lane
        self._clock = clock
        self._on_bug = on_bug
        self._listeners: list[Callable[[Report], None]] = []
        self._waiting = 0

    def listen(self, listener: Callable[[Report], None]) -> None:
        """Be told every report; the listener is held."""
        self._listeners.append(listener)

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

    def take_anyway(self) -> None:
        """The packer's deliberate act: take the doubtful code of the last scan."""
        self._ask(self._desk.take_anyway)

    def teach(self) -> None:
        """Ask what the barcode of the last scan is on."""
        self._ask(self._desk.teach)

    def see_changes(self) -> None:
        """The packer has looked at what became different, and goes on."""
        self._ask(self._desk.see_changes)

    def take_boxes(self) -> None:
        """The boxes that the Market keeps take the place of those on the table."""
        self._ask(self._desk.take_boxes)

    def put_aside(self, reason: AsideReason, note: str = "") -> None:
        """The open order waits on the shelf; the bench is free."""
        self._ask(partial(self._desk.put_aside, reason, note))

    def take_up(self) -> None:
        """The open order, which was put aside, is worked on again."""
        self._ask(self._desk.take_up)

    def ask_removal(self) -> None:
        """Offer to let the missing units leave the order: ``Bench.approval`` holds the offer."""
        self._ask(self._desk.ask_removal)

    def ask_cancel(self, reason: CancelReason = CancelReason.SHOP_FAILED) -> None:
        """Offer to cancel the open order: ``Bench.approval`` holds the offer."""
        self._ask(partial(self._desk.ask_cancel, reason))

    def cancel_order(self, order_id: OrderId, reason: CancelReason) -> None:
        """Cancel a whole order for good: the packer has held the key or button."""
        self._ask(partial(self._desk.cancel, order_id, reason))

    def give_external_id(self, order_id: OrderId, text: str) -> None:
        """Give an order the shop's own number, once."""
        self._ask(partial(self._desk.give_external_id, order_id, text))

    def say_out(self, out: PieceOut) -> None:
        """A person says that a piece is out of its boxes."""

        def said(result: Result[tuple[PieceOut, ...]]) -> None:
            match result:
                case Ok(left):
                    self._tell(PiecesOut(out.order, left))
                    self._look_again()
                case Err(error):
                    self._fail(error)

        self._journal_lane.run(partial(self._desk.say_out, out), said)

    def tell_pieces(self) -> None:
        """Tell which pieces were still to be taken out of boxes when the program last ended."""

        def found(result: Result[tuple[PieceOut, ...]]) -> None:
            match result:
                case Ok(pieces):
                    for order in dict.fromkeys(one.order for one in pieces):
                        mine = tuple(one for one in pieces if one.order == order)
                        self._tell(PiecesOut(order, mine))
                case Err(error):
                    self._fail(error)

        def touched(result: Result[tuple[OrderId, ...]]) -> None:
            match result:
                case Ok(orders):
                    in_slices(self._journal_lane, orders, self._desk.still_in, found)
                case Err(error):
                    self._fail(error)

        self._journal_lane.run(self._desk.ledger.touched, touched)

    def _ask(
        self,
        work: Callable[[], Answer],
        otherwise: Callable[[Answer | None], None] | None = None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """``otherwise`` goes on with what the desk does not know; ``then`` follows all else."""

        def answered(result: Result[Answer]) -> None:
            self._waiting -= 1
            if otherwise is not None and is_open(result):
                otherwise(result.value if isinstance(result, Ok) else None)
                return
            self._answered(result)
            then()

        self._waiting += 1
        self._journal_lane.run(work, answered)

    def _answered(self, result: Result[Answer]) -> None:
        match result:
            case Ok(answer):
                self._tell(answer)
                self._after(answer)
            case Err(error):
                self._fail(error)

    def _fail(self, error: Exception) -> None:
        match error:
            case JournalOutOfStep():
                self._start_over(error)
            case PackdeskError():
                self._tell(JournalStopped(error))
            case _:
                self._on_bug(error)

    def _after(self, answer: Answer) -> None:
        """What an answer brings with it; the order that left the bench is told as well."""
        if isinstance(answer.told, Did) and answer.told.events and answer.bench is None:
            self._tell(BenchCleared())

    def _start_over(self, error: JournalOutOfStep) -> None:
        """Another program has worked on this order: nothing was kept here, and it is read anew."""

        def read_again() -> Answer:
            self._desk.ledger.forget(error.order)
            return self._desk.tell_failure(error)

        self._ask(read_again)

    def _look_again(self) -> None:
        """Tell the bench anew, and what has become different about its order."""

        def seen(result: Result[Answer | Bench | None]) -> None:
            match result:
                case Ok(Answer() as answer):
                    self._tell(answer)
                case Ok(Bench() as bench):
                    self._tell(BenchMoved(bench))
                case Ok():
                    pass
                case Err(error):
                    self._fail(error)

        self._journal_lane.run(self._desk.look, seen)

    def _tell(self, report: Report) -> None:
        for listener in self._listeners:
            listener(report)


def is_open(result: Result[Answer]) -> bool:
    """Whether the desk knows nothing of what was scanned or asked for."""
    match result:
        case Ok(answer):
            told = answer.told
            return isinstance(told, RefusedIt) and isinstance(
                told.refusal, NotUnderstood | NoSuchOrder
            )
        case Err(error):
            return isinstance(error, OrderUnknown)
