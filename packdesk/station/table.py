"""The table: the one order that stands on it, and what is decided about it. Journal lane."""

from collections.abc import Sequence
from dataclasses import replace

from packdesk.domain.access import Access, access
from packdesk.domain.asking_errands import decide_cancel, decide_external_id, known_external_id
from packdesk.domain.codes import JudgeContext
from packdesk.domain.commands import (
    Command,
    Finish,
    PutOrderAside,
    SeeChanges,
    TakeBoxes,
    TakeOrderUp,
    Undo,
)
from packdesk.domain.deciding import Decided, Outcome, decide
from packdesk.domain.errands import CancelReason
from packdesk.domain.events import (
    AsideReason,
    BoxesTaken,
    CodeAttached,
)
from packdesk.domain.folding import fold
from packdesk.domain.ids import OrderId, UnitRef
from packdesk.domain.numbering import boxes_taken
from packdesk.domain.order import OrderStatus
from packdesk.domain.packing import Packing
from packdesk.domain.pieces import PieceGone
from packdesk.domain.questions import (
    Approval,
    ApproveCancel,
    ApproveRemoval,
    ChangeSent,
    Question,
)
from packdesk.domain.refusals import (
    CannotOpen,
    Doubt,
    LookFirst,
    NothingToApprove,
    NotUnderstood,
    Refusal,
    RemovalNotConfirmed,
)
from packdesk.domain.sent_boxes import unsettles
from packdesk.domain.units import Short
from packdesk.station.desk_policy import DeskPolicy
from packdesk.station.errors import PackdeskError
from packdesk.station.ledger import Ledger
from packdesk.station.lessons import SerialLengths
from packdesk.station.reports import (
    Answer,
    AskedBack,
    Bench,
    Did,
    Failed,
    OpenedOrder,
    PieceOut,
    RefusedIt,
    Told,
    pieces_out,
)
from packdesk.station.self_finish import finishes_itself, may_be_refused


class Table:
    """Decides about the order on it, and keeps what is decided. Journal lane only."""

    def __init__(
        self, ledger: Ledger, policy: DeskPolicy, lengths: SerialLengths | None = None
    ) -> None:
        self._ledger = ledger
        self._policy = policy
        self._open: OrderId | None = None
        self._question: Question | None = None
        self._approval: Approval | None = None
        self._doubt: Doubt | None = None
        self._teachable: str | None = None
        self._unit: UnitRef | None = None
        self._told_of: LookFirst | None = None
        self._may_unsettle = False
        self._lengths = lengths or SerialLengths()
        self._countries: frozenset[str] = frozenset()

    @property
    def ledger(self) -> Ledger:
        """What is known of all orders; in the same lane."""
        return self._ledger

    def follow(self, policy: DeskPolicy) -> None:
        """Work by this policy from now on."""
        self._policy = policy

    def bench(self) -> Bench | None:
        """The open order as it stands."""
        if self._open is None:
            return None
        held = self._ledger.held(self._open)
        order = held.packing.order
        return Bench(
            order,
            _as_stored(held.packing),
            held.submission,
            self._ledger.catalogue,
            access(order),
            self._question,
            self._doubt,
            self._teachable,
            self._knowing(JudgeContext(today=self._ledger.now().date())),
            self._approval,
            self._unit,
            self._own_number(held.packing) or "",
        )

    def look(self) -> Answer | Bench | None:
        """The open order as it stands; what it became at the Market is told, once."""
        bench = self.bench()
        if bench is None or not bench.packing.is_stopped:
            self._told_of = None
            return bench
        told = LookFirst(bench.packing.changes)
        if told == self._told_of:
            return bench
        self._told_of, self._question, self._approval = told, None, None
        return self._refuse(told)

    def know_countries(self, codes: frozenset[str]) -> None:
        """The country codes that the Market serves."""
        self._countries = codes

    def know_promoted(self, order_id: OrderId, items: tuple[int, ...]) -> None:
        """The positions of an order that a promotion added."""
        self._ledger.take_promoted(order_id, items)

    def _knowing(self, context: JudgeContext) -> JudgeContext:
        return replace(context, serial_lengths=self._lengths.seen, countries=self._countries)

    def open(self, order_id: OrderId) -> Answer:
        """Put an order on the bench, if it may stand there.

        Boxes that were made elsewhere are read back where nothing was packed here.

        Raises:
            OrderUnknown: the cache has no such order; ask the Market first.
        """
        packing = self._ledger.held(order_id).packing
        state = access(packing.order)
        if not state.may_open:
            return self._tell(RefusedIt(CannotOpen(order_id, state)))
        self._clear(order_id)
        boxes = packing.order.stored_boxes
        is_new = not packing.knows_boxes(boxes)
        if state is Access.PACK and is_new and not (packing.is_touched or packing.is_stopped):
            self._ledger.record(order_id, boxes_taken(packing, boxes))
        return self._tell(OpenedOrder(order_id, state))

    def open_at(self, order_id: OrderId, unit: UnitRef) -> Answer:
        """Put an order on the bench for another piece in the place of this unit."""
        answer = self.open(order_id)
        if self._open != order_id:
            return answer
        if any(one.ref == unit for one in self._ledger.held(order_id).packing.units):
            self._unit = unit
        return self._tell(answer.told)

    def resume(self) -> Answer | None:
        """Put the order back that was being packed when the program last ended, if any.

        It is the one last touched among those half packed.
        """
        begun = [
            (groups[-1].stamp.at, order_id)
            for order_id in self._ledger.touched()
            if self._is_half_done(order_id) and (groups := self._ledger.journal.read(order_id))
        ]
        return self.open(max(begun)[1]) if begun else None

    def _is_half_done(self, order_id: OrderId) -> bool:
        order = self._ledger.orders.get(order_id)
        if order is None or access(order) is not Access.PACK:
            return False
        return self._ledger.held(order_id).packing.is_half_done

    def leave(self) -> None:
        """Clear the bench. What was packed stays in the journal."""
        self._clear(None)

    def _clear(self, order_id: OrderId | None) -> None:
        self._open, self._question, self._approval = order_id, None, None
        self._unit, self._told_of = None, None
        self._doubt, self._teachable, self._may_unsettle = None, None, False
        self._ledger.watch(order_id)

    def do(self, command: Command) -> Answer:
        """Decide a command and keep what it amounts to; before boxes that were sent change, ask.

        A complete order finishes by itself, but only when goods or codes have just come to it, and
        not by a code that was doubted or with boxes that the Market may refuse.
        """
        if self._open is None:
            return self._refuse(NotUnderstood(""))
        asked, self._question, self._approval = self._question, None, None
        if asked is not None and isinstance(command, Undo):
            # The last thing that was done is the scan that the question is about.
            return self._tell(Did(()))
        order_id, before = self._open, self._ledger.held(self._open).packing
        outcome = self._decide(order_id, command)
        if not isinstance(outcome, Decided):
            if isinstance(outcome.refusal, RemovalNotConfirmed):
                self._approval = ApproveRemoval(_short_units(before))
            return self._refuse(outcome.refusal)
        events = outcome.events
        if not self._may_unsettle and unsettles(before, events):
            printed = self._ledger.held(order_id).submission.is_printed
            return self._ask(ChangeSent(command, printed))
        self._ledger.record(order_id, events)
        undone = None
        if isinstance(command, Undo):
            undone = _put_back(before, self._ledger.held(order_id).packing)
        if any(isinstance(event, CodeAttached) for event in events):
            self._unit = None
        if self._policy.finish_by_itself and finishes_itself(before, asked, command, events):
            packing = self._ledger.held(order_id).packing
            is_sure = packing.is_complete and not may_be_refused(packing)
            if is_sure and packing.confirmed is None:
                finished = self._decide(order_id, self._finish_command(packing))
                if isinstance(finished, Decided):
                    self._ledger.record(order_id, finished.events)
                    events += finished.events
        return self._tell(Did(events, undone))

    def _decide(self, order_id: OrderId, command: Command) -> Outcome:
        packing = self._ledger.held(order_id).packing
        if isinstance(command, Finish):
            return decide(packing, command, self._ledger.elsewhere(packing))
        return decide(packing, command)

    def finish(self) -> Answer:
        """Confirm the layout of the open order, or tell every problem."""
        return self._finish(removing=False)

    def finish_removing(self) -> Answer:
        """Confirm the layout and with it that the missing units leave the order for good."""
        return self._finish(removing=True)

    def _finish(self, *, removing: bool) -> Answer:
        if self._open is None:
            return self._refuse(NotUnderstood(""))
        packing = self._ledger.held(self._open).packing
        return self.do(self._finish_command(packing, removing=removing))

    def _finish_command(self, packing: Packing, *, removing: bool = False) -> Finish:
        return Finish(self._policy.label_format, self._own_number(packing), removing=removing)

    def _own_number(self, packing: Packing) -> str | None:
        """The number to give; None where the order has one already or the shop gives none."""
        if known_external_id(packing) is not None:
            return None
        return self._policy.own_number(packing.order, self._ledger.now().date())

    def ask_removal(self) -> Answer:
        """Offer to let the missing units leave the order, if nothing else stands against it."""
        if self._open is None or not _short_units(self._packing(self._open)):
            return self._refuse(NothingToApprove())
        return self.finish()

    def ask_cancel(self, reason: CancelReason) -> Answer:
        """Offer to cancel the open order; only ``approve`` does it."""
        if self._open is None:
            return self._refuse(NotUnderstood(""))
        outcome = decide_cancel(self._ledger.held(self._open).packing, reason)
        if not isinstance(outcome, Decided):
            return self._refuse(outcome.refusal)
        self._question, self._approval = None, ApproveCancel(reason)
        return self._tell(Did(()))

    def approve(self) -> Answer:
        """The supervisor confirms what waits for that."""
        match self._approval:
            case ApproveRemoval():
                return self.finish_removing()
            case ApproveCancel(reason) if self._open is not None:
                return self.cancel(self._open, reason)
            case _:
                return self._refuse(NothingToApprove())

    def cancel(self, order_id: OrderId, reason: CancelReason) -> Answer:
        """Cancel a whole order: a person has confirmed just that. It leaves the bench.

        Raises:
            OrderUnknown: the cache has no such order.
        """
        answer = self._ask_errand(order_id, decide_cancel(self._packing(order_id), reason))
        if isinstance(answer.told, Did) and self._open == order_id:
            self.leave()
            return self._tell(answer.told)
        return answer

    def give_external_id(self, order_id: OrderId, text: str) -> Answer:
        """Give an order the shop's own number, once.

        Raises:
            OrderUnknown: the cache has no such order.
        """
        return self._ask_errand(order_id, decide_external_id(self._packing(order_id), text))

    def _packing(self, order_id: OrderId) -> Packing:
        return self._ledger.held(order_id).packing

    def _ask_errand(self, order_id: OrderId, outcome: Outcome) -> Answer:
        self._approval = None
        if not isinstance(outcome, Decided):
            return self._refuse(outcome.refusal)
        self._ledger.record(order_id, outcome.events)
        return self._tell(Did(outcome.events))

    def say_out(self, out: PieceOut) -> tuple[PieceOut, ...]:
        """A person says that a piece is out of its boxes; what of its order is still in.

        Raises:
            OrderUnknown: the cache has no such order.
        """
        packing = self._packing(out.order)
        if out.piece in packing.rejected:
            gone = PieceGone(out.piece.unit, out.piece.signs)
            packing = self._ledger.record(out.order, (gone,)).packing
        return pieces_out(packing)

    def still_in(self, orders: Sequence[OrderId]) -> tuple[PieceOut, ...]:
        """The pieces that are to be taken out of the boxes of orders that have not left yet."""
        here = (one for one in orders if self._ledger.orders[one].status is OrderStatus.PROCESSING)
        return tuple(out for one in here for out in pieces_out(self._packing(one)))

    def see_changes(self) -> Answer:
        """The packer has looked at what changed; an order that was cancelled leaves the bench."""
        answer = self.do(SeeChanges())
        bench = answer.bench
        if isinstance(answer.told, Did) and bench is not None and not bench.access.may_open:
            self.leave()
            return self._tell(answer.told)
        return answer

    def take_boxes(self) -> Answer:
        """The boxes that the Market keeps take the place of those on the table."""
        return self.do(TakeBoxes())

    def put_aside(self, reason: AsideReason, note: str) -> Answer:
        """The open order waits on the shelf, and the bench is free."""
        answer = self.do(PutOrderAside(reason, note))
        if isinstance(answer.told, Did):
            self.leave()
            return self._tell(answer.told)
        return answer

    def take_up(self) -> Answer:
        """The open order is worked on again."""
        return self.do(TakeOrderUp())

    def tell_failure(self, error: PackdeskError) -> Answer:
        """The world did not let it be done; the bench as it stands in truth goes with it."""
        return self._tell(Failed(error))

    def _ask(self, question: Question) -> Answer:
        self._question = question
        return self._tell(AskedBack(question))

    def _refuse(self, refusal: Refusal) -> Answer:
        return self._tell(RefusedIt(refusal))

    def _tell(self, told: Told) -> Answer:
        return Answer(told, self._ledger.now(), bench=self.bench())


def _as_stored(packing: Packing) -> Packing:
    """An order that was packed elsewhere and is closed, with the boxes that the Market keeps."""
    order = packing.order
    closed = access(order) in {Access.ALREADY_READY, Access.ON_ITS_WAY}
    if packing.is_touched or not closed or not order.stored_boxes:
        return packing
    return fold(packing, BoxesTaken(order.stored_boxes))


def _short_units(packing: Packing) -> tuple[UnitRef, ...]:
    return tuple(unit.ref for unit in packing.units if isinstance(unit.place, Short))


def _put_back(before: Packing, now: Packing) -> UnitRef | None:
    """The first unit that is not as it was."""
    was = {unit.ref: (unit.place, unit.codes) for unit in before.units}
    changed = (unit.ref for unit in now.units if was.get(unit.ref) != (unit.place, unit.codes))
    return next(changed, None)
