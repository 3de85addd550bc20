"""Stories: what is done at the desk, line by line, and what it tells.

A story is text; each line is an action, ``->``, and what is told::

    open 1            -> opened
    scan <ean 1>      -> box 1, good 1#1 in 1
    undo              -> undone

Actions: ``open N``, ``scan TEXT``, ``undo``, ``finish``, ``answer N``, ``drop``, ``teach``,
``anyway``, ``restart``.
In TEXT ``<ean N>``, ``<cis N K>``, ``<uin K>``, ``<gtd K>``, ``<rnpt K>`` stand for codes.
"""

import re
from pathlib import Path

from packdesk.domain.codes import Channel, JudgeContext
from packdesk.domain.commands import Undo
from packdesk.domain.events import (
    BoxChosen,
    BoxOpened,
    CodeAttached,
    CodeDetached,
    Event,
    ItemChosen,
    LayoutConfirmed,
    PartPacked,
    Undone,
    UnitPacked,
    UnitSplit,
)
from packdesk.domain.ids import OrderId
from packdesk.domain.order import Catalogue, Order
from packdesk.domain.pieces import PieceRejected
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.lessons import SerialLengths
from packdesk.station.reports import (
    Answer,
    AskedBack,
    CommandForWindow,
    Did,
    Failed,
    OpenedOrder,
    RefusedIt,
)
from tests.builders import cis, ean, gtd, rnpt, uin
from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal


class Story:
    """A desk over a journal in memory, and a way to tell what it did."""

    def __init__(
        self,
        *orders: Order,
        catalogue: Catalogue | None = None,
        policy: DeskPolicy | None = None,
        lessons: Path | None = None,
    ) -> None:
        self.journal = MemoryJournal()
        self.clock = FakeClock()
        self.policy = policy or DeskPolicy()
        self.lessons = lessons
        self.journal.keep_orders(orders, self.clock.now())
        self.journal.keep_offers((catalogue or Catalogue()).offers)
        self.desk = self.new_desk()

    def new_desk(self) -> Desk:
        """A desk as after a restart: it knows only the journal, and the file of lessons."""
        ledger = Ledger(lambda: self.journal, self.clock.now, Worker("Anna", "table 1"))
        return Desk(ledger, self.policy, SerialLengths(self.lessons))

    def play(self, text: str) -> None:
        """Do each line and compare what is told."""
        for number, line in enumerate(text.strip("\n ").split("\n"), start=1):
            action, _, told = (part.strip(" ") for part in line.partition("->"))
            answer = self.act(action)
            said = say(answer) if answer else ""
            assert said == told, f"line {number}: {action} -> {said}, not {told}"

    def act(self, action: str) -> Answer | None:
        """One action."""
        verb, _, rest = action.partition(" ")
        match verb:
            case "open":
                return self.desk.open(OrderId(int(rest)))
            case "scan":
                return self.desk.scan(spell(rest), Channel.SCANNER, JudgeContext())
            case "undo":
                return self.desk.do(Undo())
            case "finish":
                return self.desk.finish()
            case "answer":
                return self.desk.answer(int(rest))
            case "teach":
                return self.desk.teach()
            case "anyway":
                return self.desk.take_anyway()
            case "drop":
                return self.desk.drop_question()
            case "restart":
                open_order = self.desk.bench()
                self.desk = self.new_desk()
                if open_order:
                    self.desk.open(open_order.order.id)
                return None
            case _:
                raise ValueError(action)


def spell(text: str) -> str:
    """The text with its codes spelled out."""

    def one(found: re.Match[str]) -> str:
        kind, *numbers = found[1].split()
        ints = [int(n) for n in numbers]
        match kind:
            case "ean":
                return ean(*ints)
            case "cis":
                return cis(*ints).full
            case "uin":
                return uin(*ints).full
            case "gtd":
                return gtd(*ints).full
            case "rnpt":
                return rnpt(*ints).full
            case _:
                raise ValueError(kind)

    return re.sub(r"<([a-z]+(?: \d+)*)>", one, text)


def say(answer: Answer) -> str:
    """What was told, in a few words."""
    match answer.told:
        case Did(events):
            return ", ".join(_event(event) for event in events)
        case RefusedIt(refusal):
            return f"no: {type(refusal).__name__}"
        case AskedBack(question):
            return f"asked: {type(question).__name__}"
        case OpenedOrder(_, access):
            return "opened" if access.value == "pack" else f"opened: {access.name}"
        case CommandForWindow(command):
            return f"window: {command.name}"
        case Failed(error):
            return f"failed: {type(error).__name__}"


def _event(event: Event) -> str:
    match event:
        case BoxOpened(box):
            return f"box {box}"
        case BoxChosen(box):
            return f"to box {box}"
        case ItemChosen(item):
            return f"code of {item} wanted"
        case UnitPacked(unit, box):
            return f"{unit.item}#{unit.number} in {box}"
        case UnitSplit(unit, total):
            return f"{unit.item}#{unit.number} split {total}"
        case PartPacked(unit, part, box):
            return f"{unit.item}#{unit.number} part {part} in {box}"
        case CodeAttached(unit, code):
            return f"{code.kind.value} on {unit.item}#{unit.number}"
        case CodeDetached(unit, kind):
            return f"{kind.value} off {unit.item}#{unit.number}"
        case PieceRejected(unit):
            return f"{unit.item}#{unit.number} rejected"
        case LayoutConfirmed():
            return "confirmed"
        case Undone():
            return "undone"
        case _:
            return type(event).__name__
