"""The desk: owns the packings. Every call belongs to the journal lane.

Nothing is told before it is kept: a decision is appended to the journal first and folded into the
packing only after the commit, so that a failed append changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from packdesk.domain.access import Access, access
from packdesk.domain.barcodes import (
    CodeScan,
    CommandScan,
    DeskCommand,
    ForeignGoods,
    Meaning,
    OrderScan,
    ProductScan,
    UnknownScan,
    UnusableCode,
    UnwantedCode,
    desk_command,
    order_of,
    read_scan,
)
from packdesk.domain.codes import Channel, JudgeContext
from packdesk.domain.commands import Command, Finish, OpenBox, TakeCode, TakeProduct, Undo
from packdesk.domain.deciding import Decided, decide
from packdesk.domain.events import Event, LayoutConfirmed, PackingEvent, Undone
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import Catalogue, Offer, Order
from packdesk.domain.packing import Packing
from packdesk.domain.questions import Question, SplitProposed, WhichItem, WhichItemHasCode
from packdesk.domain.refusals import (
    AnswerFirst,
    BadCode,
    CannotOpen,
    CodeNotWanted,
    FinishOrderFirst,
    NotInOrder,
    NotUnderstood,
    Refusal,
)
from packdesk.domain.submission import Submission
from packdesk.domain.units import Loose
from packdesk.station.errors import OrderUnknown
from packdesk.station.ports import Journal, OutboxChange, Stamp
from packdesk.station.reports import (
    Answer,
    AskedBack,
    Bench,
    CommandForWindow,
    Did,
    OpenedOrder,
    RefusedIt,
    Told,
)


@dataclass(frozen=True, slots=True)
class DeskPolicy:
    """The shop's ways. ``finish_by_itself``: a complete order is confirmed without a key."""

    label_format: LabelFormat = LabelFormat.A7
    finish_by_itself: bool = True
    ready_for_dbs: bool = False


@dataclass(frozen=True, slots=True)
class Worker:
    """Who packs, and where."""

    packer: str
    station: str


@dataclass(frozen=True, slots=True)
class Held:
    """An order as the journal tells it."""

    packing: Packing
    submission: Submission


class Desk:
    """The packings of this station and the one order on its bench. Journal lane only."""

    def __init__(
        self,
        open_journal: Callable[[], Journal],
        now: Callable[[], datetime],
        worker: Worker,
        policy: DeskPolicy,
    ) -> None:
        self._open_journal = open_journal
        self._journal: Journal | None = None
        self._now = now
        self._worker = worker
        self._policy = policy
        self._held: dict[OrderId, Held] = {}
        self._open: OrderId | None = None
        self._question: Question | None = None
        self._orders: dict[OrderId, Order] | None = None
        self._catalogue: Catalogue | None = None

    def close(self) -> None:
        """Release the journal."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    @property
    def journal(self) -> Journal:
        """The record this desk writes to, opened on first use, in this lane.

        Raises:
            JournalError: it cannot be opened; the next use tries again.
        """
        if self._journal is None:
            self._journal = self._open_journal()
        return self._journal

    def now(self) -> datetime:
        """The aware time by which this desk stamps."""
        return self._now()

    @property
    def orders(self) -> dict[OrderId, Order]:
        """All known orders; read from the journal once, since a scan must not wait for that."""
        if self._orders is None:
            self._orders = {order.id: order for order in self.journal.orders()}
        return self._orders

    @property
    def catalogue(self) -> Catalogue:
        """The offers and lessons; read from the journal once."""
        if self._catalogue is None:
            self._catalogue = Catalogue(self.journal.offers(), self.journal.learned())
        return self._catalogue

    def take_offers(self, offers: tuple[Offer, ...]) -> None:
        """Put offers into the cache."""
        self.journal.keep_offers(offers)
        self._catalogue = None

    def bench(self) -> Bench | None:
        """The open order as it stands."""
        if self._open is None:
            return None
        held = self.held(self._open)
        order = held.packing.order
        return Bench(
            order, held.packing, held.submission, self.catalogue, access(order), self._question
        )

    def held(self, order_id: OrderId) -> Held:
        """An order's packing and submission, replayed from the journal on first use.

        Raises:
            OrderUnknown: the cache has no such order.
        """
        held = self._held.get(order_id)
        if held is None:
            order = self.orders.get(order_id)
            if order is None:
                raise OrderUnknown(order_id)
            packing = Packing.of(order)
            submission = Submission(order.program, ready_for_dbs=self._policy.ready_for_dbs)
            for group in self.journal.read(order_id):
                packing = packing.after(group.events)
                submission = submission.after(group.events, group.stamp.at)
            held = self._held[order_id] = Held(packing, submission)
        return held

    def record(
        self, order_id: OrderId, events: tuple[Event, ...], outbox: OutboxChange = OutboxChange.NONE
    ) -> Held:
        """Keep a group, then fold it."""
        held = self.held(order_id)
        stamp = Stamp(self._now(), self._worker.packer, self._worker.station)
        group = self.journal.append(order_id, held.packing.groups, events, stamp, outbox)
        held = Held(held.packing.after(group.events), held.submission.after(group.events, stamp.at))
        self._held[order_id] = held
        return held

    def take_fresh(self, orders: tuple[Order, ...]) -> None:
        """Orders as the Market has them now: into the cache and under the packings.

        A packing whose positions differ from the fresh ones keeps its own until it is sent: the
        Market then has the last word.
        """
        self.journal.keep_orders(orders, self._now())
        for order in orders:
            self.orders[order.id] = order
            held = self._held.get(order.id)
            if held is None:
                continue
            if not held.packing.groups:
                del self._held[order.id]
                continue
            known = held.packing.order
            same = [(i.id, i.count) for i in known.items] == [(i.id, i.count) for i in order.items]
            fresh = order if same else replace(order, items=known.items)
            self._held[order.id] = replace(held, packing=replace(held.packing, order=fresh))

    def open(self, order_id: OrderId) -> Answer:
        """Put an order on the bench, if it may stand there.

        Raises:
            OrderUnknown: the cache has no such order; ask the Market first.
        """
        held = self.held(order_id)
        state = access(held.packing.order)
        if not state.may_open:
            return self._tell(RefusedIt(CannotOpen(order_id, state)))
        self._open, self._question = order_id, None
        return self._tell(OpenedOrder(order_id, state))

    def resume(self) -> Answer | None:
        """Put the order back that was being packed when the program last ended, if any.

        It is the one last touched among those half packed.
        """
        begun = [
            (groups[-1].stamp.at, order_id)
            for order_id in self.journal.touched()
            if self._is_half_done(order_id) and (groups := self.journal.read(order_id))
        ]
        return self.open(max(begun)[1]) if begun else None

    def _is_half_done(self, order_id: OrderId) -> bool:
        order = self.orders.get(order_id)
        if order is None or access(order) is not Access.PACK:
            return False
        return self.held(order_id).packing.is_half_done

    def leave(self) -> None:
        """Clear the bench. What was packed stays in the journal."""
        self._open, self._question = None, None

    def find_order(self, text: str) -> OrderId | None:
        """The cached order that a number, an external id or a parcel number names."""
        return order_of(text, self.orders.values())

    def scan(self, text: str, channel: Channel, context: JudgeContext) -> Answer:
        """What a scanned or typed text amounts to.

        Raises:
            OrderUnknown: it names an order that is not in the cache.
        """
        answer = self._scan(text, channel, context)
        return replace(answer, scan=text)

    def _scan(self, text: str, channel: Channel, context: JudgeContext) -> Answer:
        command = desk_command(text)
        if self._question is not None:
            return self._answer_by_scan(command)
        if self._open is None:
            order_id = self.find_order(text)
            if order_id is not None:
                return self.open(order_id)
            if command is not None:
                return self._tell(CommandForWindow(command))
            return self._refuse(NotUnderstood(text))
        packing = self.held(self._open).packing
        meaning = read_scan(text, packing, self.catalogue, self.orders.values(), channel, context)
        return self._act(meaning, packing)

    def _answer_by_scan(self, command: DeskCommand | None) -> Answer:
        if command is DeskCommand.CANCEL:
            return self.drop_question()
        if command is None or command.answer is None:
            return self._refuse(AnswerFirst())
        return self.answer(command.answer)

    def _act(self, meaning: Meaning, packing: Packing) -> Answer:
        match meaning:
            case CommandScan(command):
                return self._desk_command(command)
            case OrderScan(order):
                return self._other_order(order, packing)
            case CodeScan(code, issues, (item,)):
                return self.do(TakeCode(item, code, issues))
            case CodeScan(code, issues, items):
                return self._ask(WhichItemHasCode(code, issues, items))
            case ProductScan(items):
                return self._product(items, packing)
            case ForeignGoods(text):
                return self._refuse(NotInOrder(text))
            case UnusableCode(verdict):
                return self._refuse(BadCode(verdict))
            case UnwantedCode(kind):
                return self._refuse(CodeNotWanted(kind))
            case UnknownScan(text):
                return self._refuse(NotUnderstood(text))

    def _desk_command(self, command: DeskCommand) -> Answer:
        match command:
            case DeskCommand.UNDO:
                return self.do(Undo())
            case DeskCommand.NEW_BOX:
                return self.do(OpenBox())
            case DeskCommand.FINISH:
                return self.finish()
            case DeskCommand.QUEUE:
                return self._tell(CommandForWindow(command))
            case _:
                return self._refuse(NotUnderstood(command.value))

    def _other_order(self, order: OrderId, packing: Packing) -> Answer:
        is_other = order != packing.order.id
        if is_other and packing.is_half_done and access(packing.order) is Access.PACK:
            return self._refuse(FinishOrderFirst(packing.order.id, order))
        return self.open(order)

    def _product(self, items: tuple[ItemId, ...], packing: Packing) -> Answer:
        roomy = tuple(
            item
            for item in items
            if any(u.is_loose or packing.wanted_kinds(u) for u in packing.units_of(item))
        )
        item, *others = roomy or items
        if others:
            return self._ask(WhichItem(roomy))
        offer = self.catalogue.offer(packing.order.item(item).offer_id)
        whole = [unit for unit in packing.units_of(item) if isinstance(unit.place, Loose)]
        wants_code = any(packing.wanted_kinds(unit) for unit in packing.units_of(item))
        parts_loose = any(
            unit.is_loose and not isinstance(unit.place, Loose) for unit in packing.units_of(item)
        )
        if offer and offer.box_count > 1 and whole and not wants_code and not parts_loose:
            return self._ask(SplitProposed(item, offer.box_count))
        return self.do(TakeProduct(item))

    def do(self, command: Command) -> Answer:
        """Decide a command and keep what it amounts to; a complete order finishes by itself."""
        if self._open is None:
            return self._refuse(NotUnderstood(""))
        self._question = None
        order_id = self._open
        outcome = decide(self.held(order_id).packing, command)
        if not isinstance(outcome, Decided):
            return self._refuse(outcome.refusal)
        events = outcome.events
        self._keep(order_id, events)
        if self._policy.finish_by_itself and _packs(events):
            packing = self.held(order_id).packing
            if packing.is_complete:
                finished = decide(packing, self._finish_command())
                if isinstance(finished, Decided):
                    self._keep(order_id, finished.events)
                    events += finished.events
        return self._tell(Did(events))

    def finish(self) -> Answer:
        """Confirm the layout of the open order, or tell every problem."""
        return self.do(self._finish_command())

    def answer(self, number: int) -> Answer:
        """Answer the open question; 1 is the first answer."""
        question = self._question
        if question is None or not 1 <= number <= len(question.answers):
            return self._refuse(AnswerFirst() if question else NotUnderstood(str(number)))
        self._question = None
        command = question.answers[number - 1]
        return self.do(command) if command is not None else self._tell(Did(()))

    def drop_question(self) -> Answer:
        """Leave the open question unanswered: what raised it is forgotten."""
        self._question = None
        return self._tell(Did(()))

    def _finish_command(self) -> Finish:
        return Finish(self._policy.label_format)

    def _keep(self, order_id: OrderId, events: tuple[Event, ...]) -> None:
        change = OutboxChange.NONE
        if any(isinstance(event, LayoutConfirmed) for event in events):
            change = OutboxChange.QUEUE
        elif events == (Undone(),) or self.held(order_id).submission.confirmed is not None:
            change = OutboxChange.SETTLE
        self.record(order_id, events, change)

    def _ask(self, question: Question) -> Answer:
        self._question = question
        return self._tell(AskedBack(question))

    def _refuse(self, refusal: Refusal) -> Answer:
        return self._tell(RefusedIt(refusal))

    def _tell(self, told: Told) -> Answer:
        return Answer(told, self._now(), bench=self.bench())


def _packs(events: tuple[Event, ...]) -> bool:
    """Whether goods or codes moved, so that the order may have become complete."""
    return any(isinstance(event, PackingEvent) for event in events)
