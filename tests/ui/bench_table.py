"""A table without a journal: answers the bench's intents at once by the domain's own rules."""

from dataclasses import replace
from datetime import UTC, datetime

from packdesk.domain.access import access
from packdesk.domain.commands import Command, Finish, Undo
from packdesk.domain.deciding import Decided, decide
from packdesk.domain.errands import CancelReason
from packdesk.domain.events import AsideReason, Event
from packdesk.domain.ids import OrderId, UnitRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import Catalogue, Order
from packdesk.domain.packing import Packing
from packdesk.domain.submission import Submission
from packdesk.station.ledger import Held
from packdesk.station.reports import (
    Answer,
    Bench,
    BenchMoved,
    Did,
    OpenedOrder,
    PieceOut,
    RefusedIt,
    Told,
)
from packdesk.ui.band.local_question import LocalQuestion, Picked, Scanned, Typed
from packdesk.ui.bench.viewmodel import BenchViewModel
from tests.builders import item, order

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class Table:
    """Holds one order, as the station would, and remembers what it was asked for."""

    def __init__(self, order: Order, catalogue: Catalogue | None = None) -> None:
        self.packing = Packing.of(order)
        self.submission = Submission(order.program)
        self.catalogue = catalogue or Catalogue()
        self.asked: list[Command] = []
        self.calls: list[str] = []
        self.question: LocalQuestion | None = None
        self.viewmodel = BenchViewModel(self, self.ask)

    def ask(self, question: LocalQuestion) -> None:
        self.question = question

    def pick_answer(self, number: int) -> None:
        question, self.question = self.question, None
        assert question is not None
        assert 1 <= number <= len(question.answers)
        question.on_reply(Picked(number))

    def scan_answer(self, text: str) -> bool:
        """Whether the scan answers the question."""
        question = self.question
        assert question is not None
        if not question.by_scan(text):
            return False
        self.question = None
        question.on_reply(Scanned(text))
        return True

    def type_answer(self, text: str) -> None:
        question = self.question
        assert question is not None
        assert question.entry is not None
        if question.entry.takes(text):
            self.question = None
            question.on_reply(Typed(text))

    @property
    def bench(self) -> Bench:
        order = self.packing.order
        return Bench(order, self.packing, self.submission, self.catalogue, access(order))

    def open(self) -> "Table":
        self.viewmodel.tick(NOON)
        self._tell(OpenedOrder(self.packing.order.id, self.bench.access))
        return self

    def do(self, command: Command) -> None:
        self.asked.append(command)
        outcome = decide(self.packing, command)
        if isinstance(outcome, Decided):
            self.fold(*outcome.events)
            self._tell(Did(outcome.events))
        else:
            self._tell(RefusedIt(outcome.refusal))

    def prepare(self, *commands: Command) -> None:
        """The same before the order is opened; nothing is told."""
        for command in commands:
            outcome = decide(self.packing, command)
            assert isinstance(outcome, Decided)
            self.fold(*outcome.events)

    def scanned(self, command: Command) -> None:
        """The same, as the answer to a scan."""
        outcome = decide(self.packing, command)
        assert isinstance(outcome, Decided)
        self.fold(*outcome.events)
        self._tell(Did(outcome.events), scan="4600000000017")

    def happen(self, *events: Event) -> None:
        """Something that the packer did not do."""
        self.fold(*events)
        self.viewmodel.take(BenchMoved(self.bench))

    def change_order(self, **changes: object) -> None:
        """The Market tells the order anew."""
        order = replace(self.packing.order, **changes)  # type: ignore[arg-type]
        self.packing = replace(self.packing, order=order)
        self.viewmodel.take(BenchMoved(self.bench))

    def fold(self, *events: Event) -> None:
        held = Held(self.packing, self.submission).after(events, NOON)
        self.packing, self.submission = held.packing, held.submission

    def _tell(self, told: Told, scan: str | None = None) -> None:
        self.viewmodel.take(Answer(told, NOON, scan=scan, bench=self.bench))

    def finish(self) -> None:
        self.calls.append("finish")
        self.do(Finish(LabelFormat.A7))

    def finish_removing(self) -> None:
        self.calls.append("finish_removing")
        self.do(Finish(LabelFormat.A7, removing=True))

    def undo(self) -> None:
        self.calls.append("undo")
        self.do(Undo())

    def scan(self, text: str, *, caps_lock: bool = False) -> None:
        self.calls.append("scan")

    def paste(self, text: str) -> None:
        self.calls.append("paste")

    def answer(self, number: int) -> None:
        self.calls.append("answer")

    def drop_question(self) -> None:
        self.calls.append("drop question")

    def open_order(self, order_id: OrderId) -> None:
        self.calls.append("open order")

    def seek_order(self, text: str) -> None:
        self.calls.append("seek order")

    def leave_order(self) -> None:
        self.calls.append("leave order")

    def take_anyway(self) -> None:
        self.calls.append("take anyway")

    def teach(self) -> None:
        self.calls.append("teach")

    def see_changes(self) -> None:
        self.calls.append("see changes")

    def take_boxes(self) -> None:
        self.calls.append("take boxes")

    def open_at(self, order_id: OrderId, unit: UnitRef) -> None:
        self.calls.append("open at")

    def put_aside(self, reason: AsideReason, note: str = "") -> None:
        self.calls.append(f"put aside: {reason.value} {note}".strip())

    def take_up(self) -> None:
        self.calls.append("take up")

    def ask_removal(self) -> None:
        self.calls.append("ask removal")

    def ask_cancel(self, reason: CancelReason = CancelReason.SHOP_FAILED) -> None:
        self.calls.append(f"ask cancel: {reason.value}")

    def cancel_order(self, order_id: OrderId, reason: CancelReason) -> None:
        self.calls.append("cancel order")

    def give_external_id(self, order_id: OrderId, text: str) -> None:
        self.calls.append("give external id")

    def refresh(self) -> None:
        self.calls.append("refresh")

    def retry(self, order_id: OrderId) -> None:
        self.calls.append("retry")

    def say_out(self, out: PieceOut) -> None:
        self.calls.append("say out")

    def say_printed(self, order_id: OrderId, *, printed: bool) -> None:
        self.calls.append("printed" if printed else "not printed")


def tea_and_jam() -> Table:
    """Three of one good and one of another, nothing packed."""
    return Table(order(item(1, 3, name="Tea"), item(2, name="Jam"))).open()
