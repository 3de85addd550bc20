"""The desk: what scans mean for the order on the table. Journal lane."""

from dataclasses import replace

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
    is_supervisor,
    read_scan,
)
from packdesk.domain.codes import Channel, IssueCode, JudgeContext, MarkingCode
from packdesk.domain.commands import OpenBox, TakeCode, TakeProduct, Undo
from packdesk.domain.deciding import Decided, Outcome
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.packing import Packing
from packdesk.domain.questions import (
    ChangeSent,
    SplitProposed,
    TeachBarcode,
    WhichItem,
    WhichItemHasCode,
)
from packdesk.domain.refusals import (
    AnswerFirst,
    BadCode,
    CodeNotWanted,
    Doubt,
    Doubtful,
    FinishOrderFirst,
    LookFirst,
    NoSuchOrder,
    NotInOrder,
    NotUnderstood,
)
from packdesk.domain.teaching import may_be_taught
from packdesk.domain.units import Loose
from packdesk.station.desk_policy import DeskPolicy
from packdesk.station.label_reading import read_label
from packdesk.station.reports import Answer, CommandForWindow, Did
from packdesk.station.table import Table

__all__ = ["Desk", "DeskPolicy"]


class Desk(Table):
    """Reads what is scanned and lets the table decide. Journal lane only."""

    def scan(self, text: str, channel: Channel, context: JudgeContext) -> Answer:
        """What a scanned or typed text amounts to.

        Raises:
            OrderUnknown: it names an order that is not in the cache.
        """
        answer = self._scan(text, channel, context)
        return replace(answer, scan=text)

    def _scan(self, text: str, channel: Channel, context: JudgeContext) -> Answer:
        command = desk_command(text)
        if self._open is not None and self._packing(self._open).is_stopped:
            return self._scan_while_stopped(command, self._packing(self._open))
        if is_supervisor(text, self._policy.supervisor_code):
            return self.approve()
        if self._question is not None:
            return self._answer_by_scan(command)
        if command is DeskCommand.TEACH:
            return self.teach()
        if self._approval is not None and command is DeskCommand.CANCEL:
            return self.drop_question()
        self._doubt, self._teachable, self._approval = None, None, None
        if self._open is None:
            order_id = self._ledger.find_order(text)
            if order_id is not None:
                return self.open(order_id)
            if command is not None:
                return self._tell(CommandForWindow(command))
            return self._refuse(NotUnderstood(text))
        held = self._ledger.held(self._open)
        packing = held.packing
        label = read_label(text, held, self._ledger)
        if label is not None:
            return self._label(self._open, label)
        named = self._ledger.find_order(text)
        order = None if named is None else self._ledger.order(named)
        meaning = read_scan(
            text,
            packing,
            self._ledger.catalogue,
            (order,) if order is not None else (),
            channel,
            self._knowing(context),
        )
        return self._act(meaning, packing)

    def seek(self, text: str) -> Answer:
        """Put the order that a typed text names on the bench; it is never read as a good.

        Raises:
            OrderUnknown: it names an order that is not in the cache.
        """
        # What was offered about the last scan must not stand beside what is told of this.
        self._doubt, self._teachable, self._approval = None, None, None
        order_id = self._ledger.find_order(text)
        return self._refuse(NoSuchOrder(text)) if order_id is None else self.open(order_id)

    def _scan_while_stopped(self, command: DeskCommand | None, packing: Packing) -> Answer:
        self._question = None
        match command:
            case DeskCommand.ANSWER_1:
                return self.see_changes()
            case DeskCommand.ANSWER_2 if packing.boxes_elsewhere:
                return self.take_boxes()
            case DeskCommand.QUEUE:
                return self._tell(CommandForWindow(command))
            case _:
                return self._refuse(LookFirst(packing.changes))

    def _label(self, order_id: OrderId, outcome: Outcome) -> Answer:
        if not isinstance(outcome, Decided):
            return self._refuse(outcome.refusal)
        self._ledger.record(order_id, outcome.events)
        return self._tell(Did(outcome.events))

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
                is_known = self._ledger.knows_barcode(text)
                self._teachable = None if is_known else self._worth_teaching(text)
                return self._refuse(NotInOrder(text))
            case UnusableCode(verdict):
                return self._refuse(BadCode(verdict))
            case UnwantedCode(kind):
                return self._refuse(CodeNotWanted(kind))
            case UnknownScan(text):
                self._teachable = self._worth_teaching(text)
                return self._refuse(NotUnderstood(text))

    def _code(
        self, code: MarkingCode, issues: tuple[IssueCode, ...], items: tuple[ItemId, ...]
    ) -> Answer:
        if len(items) > 1:
            return self._ask(WhichItemHasCode(code, issues, items))
        unit = self._unit if self._unit is not None and self._unit.item == items[0] else None
        return self.do(TakeCode(items[0], code, issues, unit))

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

    def _worth_teaching(self, text: str) -> str | None:
        return text if may_be_taught(text, self._ledger.orders) else None

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

    def answer(self, number: int) -> Answer:
        """Answer the open question; 1 is the first answer."""
        question = self._question
        if question is None or not 1 <= number <= len(question.answers):
            return self._refuse(AnswerFirst() if question else NotUnderstood(str(number)))
        command = question.answers[number - 1]
        if command is None:
            self._question = None
            return self._tell(Did(()))
        if isinstance(question, ChangeSent):
            # Once said, it holds while the order stays on the bench.
            self._question, self._may_unsettle = None, True
        answer = self.do(command)
        if isinstance(question, TeachBarcode) and isinstance(answer.told, Did):
            self._learn(question, number)
        return answer

    def drop_question(self) -> Answer:
        """Leave the open question unanswered: what raised it is forgotten."""
        self._question, self._approval = None, None
        return self._tell(Did(()))
