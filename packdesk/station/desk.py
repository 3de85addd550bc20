"""The desk: the one order on the bench, and what scans and commands do to it. Journal lane."""

from dataclasses import dataclass, replace

from packdesk.domain.access import Access, access
from packdesk.domain.barcodes import (
    CodeScan,
    CommandScan,
    DeskCommand,
    DoubtfulScan,
    ForeignGoods,
    Meaning,
    OrderScan,
    ProductScan,
    UnknownScan,
    UnusableCode,
    UnwantedCode,
    desk_command,
    read_scan,
)
from packdesk.domain.codes import Channel, IssueCode, JudgeContext, MarkingCode
from packdesk.domain.commands import Command, Finish, OpenBox, TakeCode, TakeProduct, Undo
from packdesk.domain.deciding import Decided, Outcome, decide
from packdesk.domain.events import Event, LayoutConfirmed, PackingEvent, Undone
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.packing import Packing
from packdesk.domain.questions import (
    Question,
    SplitProposed,
    TeachBarcode,
    WhichItem,
    WhichItemHasCode,
)
from packdesk.domain.refusals import (
    AnswerFirst,
    BadCode,
    CannotOpen,
    CodeNotWanted,
    Doubt,
    Doubtful,
    FinishOrderFirst,
    NotInOrder,
    NotUnderstood,
    Refusal,
)
from packdesk.domain.units import Loose
from packdesk.station.errors import PackdeskError
from packdesk.station.ledger import Ledger
from packdesk.station.lessons import SerialLengths
from packdesk.station.ports import OutboxChange
from packdesk.station.reports import (
    Answer,
    AskedBack,
    Bench,
    CommandForWindow,
    Did,
    Failed,
    OpenedOrder,
    RefusedIt,
    Told,
)


@dataclass(frozen=True, slots=True)
class DeskPolicy:
    """The shop's ways. ``finish_by_itself``: a complete order is confirmed without a key."""

    label_format: LabelFormat = LabelFormat.A7
    finish_by_itself: bool = True


class Desk:
    """Reads what is scanned, decides, and keeps what is decided. Journal lane only."""

    def __init__(self, ledger: Ledger, policy: DeskPolicy) -> None:
        self._ledger = ledger
        self._policy = policy
        self._open: OrderId | None = None
        self._question: Question | None = None
        self._doubt: Doubt | None = None
        self._teachable: str | None = None
        self._lengths = SerialLengths()
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
            held.packing,
            held.submission,
            self._ledger.catalogue,
            access(order),
            self._question,
            self._doubt,
            self._teachable,
            self._knowing(JudgeContext(today=self._ledger.now().date())),
        )

    def know_countries(self, codes: frozenset[str]) -> None:
        """The country codes that the Market serves."""
        self._countries = codes

    def _knowing(self, context: JudgeContext) -> JudgeContext:
        return replace(context, serial_lengths=self._lengths.seen, countries=self._countries)

    def open(self, order_id: OrderId) -> Answer:
        """Put an order on the bench, if it may stand there.

        Raises:
            OrderUnknown: the cache has no such order; ask the Market first.
        """
        held = self._ledger.held(order_id)
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
            for order_id in self._ledger.journal.touched()
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
        self._open, self._question = None, None

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
        if command is DeskCommand.TEACH:
            return self.teach()
        self._doubt, self._teachable = None, None
        if self._open is None:
            order_id = self._ledger.find_order(text)
            if order_id is not None:
                return self.open(order_id)
            if command is not None:
                return self._tell(CommandForWindow(command))
            return self._refuse(NotUnderstood(text))
        packing = self._ledger.held(self._open).packing
        meaning = read_scan(
            text,
            packing,
            self._ledger.catalogue,
            self._ledger.orders.values(),
            channel,
            self._knowing(context),
        )
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
            case CodeScan(code, issues, items, lesson):
                if lesson is not None:
                    self._lengths.learn(*lesson)
                other = self._ledger.other_user(code, packing)
                if other is not None:
                    used = IssueCode.C_USED_ELSEWHERE
                    return self._hesitate(Doubt(code, (*issues, used), items, used, other))
                return self._code(code, issues, items)
            case DoubtfulScan(doubt):
                return self._hesitate(doubt)
            case ProductScan(items):
                return self._product(items, packing)
            case ForeignGoods(text):
                # What is known to be on another good must not be bound to one of these.
                self._teachable = None if self._ledger.knows_barcode(text) else text
                return self._refuse(NotInOrder(text))
            case UnusableCode(verdict):
                return self._refuse(BadCode(verdict))
            case UnwantedCode(kind):
                return self._refuse(CodeNotWanted(kind))
            case UnknownScan(text):
                self._teachable = text
                return self._refuse(NotUnderstood(text))

    def _code(
        self, code: MarkingCode, issues: tuple[IssueCode, ...], items: tuple[ItemId, ...]
    ) -> Answer:
        if len(items) > 1:
            return self._ask(WhichItemHasCode(code, issues, items))
        return self.do(TakeCode(items[0], code, issues))

    def _hesitate(self, doubt: Doubt) -> Answer:
        self._doubt = doubt
        return self._refuse(Doubtful(doubt))

    def take_anyway(self) -> Answer:
        """The packer's deliberate act: take the doubtful code, its reason kept with it."""
        doubt, self._doubt = self._doubt, None
        if doubt is None:
            return self._refuse(NotUnderstood(""))
        return self._code(doubt.code, doubt.issues, doubt.items)

    def teach(self) -> Answer:
        """Ask what the barcode is on that was not understood."""
        barcode, self._teachable = self._teachable, None
        if barcode is None or self._open is None:
            return self._refuse(NotUnderstood(""))
        items = tuple(item.id for item in self._ledger.held(self._open).packing.order.items)
        return self._ask(TeachBarcode(barcode, items))

    def _learn(self, question: TeachBarcode, number: int) -> None:
        if self._open is not None:
            item = self._ledger.held(self._open).packing.order.item(question.items[number - 1])
            self._ledger.learn(question.barcode, item.offer_id)

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
        offer = self._ledger.catalogue.offer(packing.order.item(item).offer_id)
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
        outcome = self._decide(order_id, command)
        if not isinstance(outcome, Decided):
            return self._refuse(outcome.refusal)
        events = outcome.events
        self._keep(order_id, events)
        if self._policy.finish_by_itself and _packs(events):
            packing = self._ledger.held(order_id).packing
            if packing.is_complete:
                finished = self._decide(order_id, self._finish_command())
                if isinstance(finished, Decided):
                    self._keep(order_id, finished.events)
                    events += finished.events
        return self._tell(Did(events))

    def _decide(self, order_id: OrderId, command: Command) -> Outcome:
        packing = self._ledger.held(order_id).packing
        if isinstance(command, Finish):
            return decide(packing, command, self._ledger.elsewhere(packing))
        return decide(packing, command)

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
        if command is None:
            return self._tell(Did(()))
        answer = self.do(command)
        if isinstance(question, TeachBarcode) and isinstance(answer.told, Did):
            self._learn(question, number)
        return answer

    def drop_question(self) -> Answer:
        """Leave the open question unanswered: what raised it is forgotten."""
        self._question = None
        return self._tell(Did(()))

    def finish_removing(self) -> Answer:
        """Confirm the layout and with it that the missing units leave the order for good."""
        return self.do(Finish(self._policy.label_format, removing=True))

    def _finish_command(self) -> Finish:
        return Finish(self._policy.label_format)

    def _keep(self, order_id: OrderId, events: tuple[Event, ...]) -> None:
        change = OutboxChange.NONE
        if any(isinstance(event, LayoutConfirmed) for event in events):
            change = OutboxChange.QUEUE
        elif events == (Undone(),) or self._ledger.held(order_id).submission.confirmed is not None:
            change = OutboxChange.SETTLE
        self._ledger.record(order_id, events, change)

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


def _packs(events: tuple[Event, ...]) -> bool:
    """Whether goods or codes moved, so that the order may have become complete."""
    return any(isinstance(event, PackingEvent) for event in events)
