"""The bench's state: what the station tells, what is picked and held, and what is asked for."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from packdesk.domain.asking_errands import decide_external_id
from packdesk.domain.commands import (
    ChooseBox,
    CopyCodes,
    IntoBox,
    IntoCurrentBox,
    IntoNewBox,
    MakeWhole,
    OnTable,
    OpenBox,
    Spot,
)
from packdesk.domain.deciding import Refused
from packdesk.domain.ids import BoxNumber
from packdesk.station.reports import (
    Answer,
    Bench,
    BenchCleared,
    BenchMoved,
    JournalStopped,
    MarketFine,
    MarketTrouble,
    PiecesOut,
    QueueRead,
    Report,
    SubmissionMoved,
)
from packdesk.ui.bench.asking import Ask, ask_external_id, ask_how_many, ask_parts
from packdesk.ui.bench.asking_problems import ask_problem
from packdesk.ui.bench.derive import derive_bench_props
from packdesk.ui.bench.inputs import BenchInputs, SendTrouble
from packdesk.ui.bench.keys import (
    GiveNumber,
    GoToProblem,
    KeyMeaning,
    LetGo,
    SetAside,
    UseBox,
    WorkAgain,
)
from packdesk.ui.bench.lots import picked_lot
from packdesk.ui.bench.moves import (
    CannotGo,
    Goes,
    HowMany,
    Stays,
    comes_from,
    part_lies,
    plan_move,
)
from packdesk.ui.bench.picks import (
    BoxPick,
    Carried,
    Hover,
    LinePick,
    PartPick,
    Pick,
    carried,
)
from packdesk.ui.bench.props import AskCancel, BenchProps, OrderProps, ProblemProps
from packdesk.ui.bench.settling import answered, settled
from packdesk.ui.bench.standing import may_change, may_choose
from packdesk.ui.bench.targets import (
    CanJoin,
    copy_target,
    goods_meant,
    problem_target,
    split_target,
)
from packdesk.ui.bench.walking import Step, walk
from packdesk.ui.intents import Intents
from packdesk.ui.words.bench import BenchAction, pick_first
from packdesk.ui.words.goods import item_name
from packdesk.ui.words.refusals import refusal_notice
from packdesk.ui.words.submission import PersonAnswer, submission_notice


class BenchViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `BenchProps`.
        queue_wanted: The packer wants to see the queue.
        noticed: A `Notice` for the band: why a key does nothing now.
    """

    props_changed = Signal(object)
    queue_wanted = Signal()
    noticed = Signal(object)

    def __init__(self, intents: Intents, band_ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._intents = intents
        self._ask = band_ask
        self._inputs = BenchInputs()
        self._props = derive_bench_props(self._inputs)

    @property
    def props(self) -> BenchProps:
        return self._props

    def take(self, report: Report) -> None:
        """Be told what the station tells."""
        match report:
            case Answer():
                self._change(answered(self._inputs, report))
            case BenchMoved(bench):
                self._change(settled(self._inputs, bench))
            case BenchCleared():
                self._change(BenchInputs(now=self._inputs.now))
            case SubmissionMoved(order, _, error, retry_at):
                if self._bench is not None and self._bench.order.id == order:
                    trouble = None if error is None else SendTrouble(error, retry_at)
                    self._change(replace(self._inputs, trouble=trouble))
            case QueueRead(catalogue=catalogue):
                if self._bench is not None:
                    bench = replace(self._bench, catalogue=catalogue)
                    self._change(replace(self._inputs, bench=bench))
            case PiecesOut() | MarketTrouble() | MarketFine() | JournalStopped():
                pass
            case _:
                assert_never(report)

    def tick(self, now: datetime) -> None:
        """The time has gone on; aware."""
        self._change(replace(self._inputs, now=now))

    def retranslate(self) -> None:
        """The language has changed."""
        self._change(self._inputs)

    def pick(self, pick: Pick | None) -> None:
        """Make this what the keys and buttons act upon."""
        self._change(replace(self._inputs, pick=pick))

    def tap(self, pick: Pick) -> None:
        """A tap picks a thing, or puts what is picked into the tapped box."""
        box, goods, bench = self._box_of(pick), self._carried(), self._bench
        if box is not None and goods is not None and bench is not None:
            there = IntoBox(box)
            if comes_from(bench.packing, goods) != there:
                self.pick(None)
                self._move(goods, there)
                return
        self.pick(None if pick == self._inputs.pick else pick)
        if isinstance(pick, BoxPick) and bench is not None and may_choose(bench.packing, pick.box):
            self._use_box(pick.box)

    def tap_new_box(self) -> None:
        """A tap on the card "new box": the picked goods go into a new box, else it is empty."""
        goods = self._carried()
        if goods is None:
            self.act(BenchAction.NEW_BOX)
            return
        self.pick(None)
        self._move(goods, IntoNewBox())

    def hold(self, hover: Hover | None) -> bool:
        """Something is held over a place, or no longer; whether it may be dropped there."""
        if hover != self._inputs.hover:
            self._change(replace(self._inputs, hover=hover))
        if hover is None or self._bench is None:
            return False
        return isinstance(
            plan_move(self._bench.packing, hover.carried, hover.place), Goes | HowMany
        )

    def drop(self, hover: Hover) -> bool:
        """The held goods are let go; whether they were taken."""
        may, bench = self.hold(hover), self._bench
        self.hold(None)
        if may:
            self.pick(None)
            self._move(hover.carried, hover.place)
        elif bench is not None:
            self._say_why_not(bench, hover)
        return may

    def _say_why_not(self, bench: Bench, hover: Hover) -> None:
        """A drop that was refused must not look like one that was missed."""
        move = plan_move(bench.packing, hover.carried, hover.place)
        if isinstance(move, CannotGo):
            self.noticed.emit(refusal_notice(move.refusal, bench.order))

    def press(self, meaning: KeyMeaning) -> None:
        """A key was pressed that means something here."""
        match meaning:
            case BenchAction():
                self.act(meaning)
            case Step():
                if isinstance(self._props, OrderProps):
                    self.pick(walk(self._props, meaning))
            case UseBox(box):
                self._use_box(box)
            case LetGo():
                if self._inputs.problems is not None:
                    self.close_problems()
                else:
                    self.pick(None)
            case SetAside():
                self.set_aside()
            case GoToProblem(number):
                self._mend_nth(number)
            case GiveNumber():
                self.ask_external_id()
            case WorkAgain():
                if self._bench is not None and self._bench.packing.aside is not None:
                    self.take_up()
            case _:
                assert_never(meaning)

    def act(self, action: BenchAction) -> None:
        """Do what a button or its key stands for."""
        bench = self._bench
        if bench is None:
            return
        match action:
            case BenchAction.UNDO:
                self._intents.undo()
            case BenchAction.NEW_BOX:
                self._new_box(bench)
            case BenchAction.PACK | BenchAction.CHOOSE_BOX:
                if isinstance(self._inputs.pick, BoxPick):
                    self._use_box(self._inputs.pick.box)
                else:
                    self._move_picked(IntoCurrentBox())
            case BenchAction.PACK_NEW:
                self._move_picked(IntoNewBox())
            case BenchAction.TAKE_OUT:
                self._move_picked(OnTable())
            case BenchAction.SPLIT | BenchAction.MAKE_WHOLE:
                self._split(bench)
            case BenchAction.PROBLEM:
                self._problem(bench)
            case BenchAction.COPY_CODES:
                unit = copy_target(bench, self._inputs)
                if unit is not None:
                    self._intents.do(CopyCodes(unit))
            case BenchAction.FINISH:
                if bench.packing.confirmed is None:
                    self._intents.finish()
                else:
                    self.noticed.emit(submission_notice(bench.submission))
            case _:
                assert_never(action)

    def mend(self, problem: ProblemProps) -> None:
        """Go where a problem of the list is mended."""
        match problem.there:
            case AskCancel():
                self.ask_cancel()
            case None:
                pass
            case pick:
                self.pick(pick)

    def _mend_nth(self, number: int) -> None:
        listed = self._props.problems if isinstance(self._props, OrderProps) else None
        for problem in listed.problems[number - 1 : number] if listed is not None else ():
            self.mend(problem)

    def close_problems(self) -> None:
        """Put the list of problems away."""
        self._change(replace(self._inputs, problems=None))

    def ask_cancel(self) -> None:
        """Offer to cancel the whole order; only a held button or the supervisor does it."""
        self._intents.ask_cancel()

    def ask_external_id(self) -> None:
        """Ask for the order's external number, or tell why it takes none."""
        bench = self._bench
        if bench is None:
            return
        outcome = decide_external_id(bench.packing, str(bench.order.id))
        if isinstance(outcome, Refused):
            self.noticed.emit(refusal_notice(outcome.refusal, bench.order))
        else:
            ask_external_id(self._ask, self._intents, bench)

    def take_up(self) -> None:
        """Work on an order again that was put aside."""
        self._intents.take_up()

    def say(self, answer: PersonAnswer) -> None:
        """A person answers the submission."""
        if self._bench is None:
            return
        order = self._bench.order.id
        match answer:
            case PersonAnswer.PRINTED:
                self._intents.say_printed(order, printed=True)
            case PersonAnswer.NOT_PRINTED:
                self._intents.say_printed(order, printed=False)
            case PersonAnswer.RETRY:
                self._intents.retry(order)
            case _:
                assert_never(answer)

    def set_aside(self) -> None:
        """Clear the bench and show the queue."""
        if self._bench is not None:
            self._intents.leave_order()
            self._change(BenchInputs(now=self._inputs.now))
        self.queue_wanted.emit()

    @property
    def _bench(self) -> Bench | None:
        return self._inputs.bench

    def _carried(self) -> Carried | None:
        return carried(self._bench.order.id, self._inputs.pick) if self._bench else None

    def _box_of(self, pick: Pick) -> BoxNumber | None:
        """The box that was tapped, on its head or on one of its lines."""
        match pick:
            case BoxPick(box) | LinePick(box, _):
                return box
            case PartPick(unit, part) if self._bench is not None:
                place = part_lies(self._bench.packing, unit, part)
                return place.box if isinstance(place, IntoBox) else None
            case _:
                return None

    def _use_box(self, box: BoxNumber) -> None:
        if self._bench is not None and self._bench.packing.current != box:
            self._intents.do(ChooseBox(box))

    def _new_box(self, bench: Bench) -> None:
        if bench.packing.is_sent and self._carried() is not None:
            self.tap_new_box()
        else:
            self._intents.do(OpenBox())

    def _move_picked(self, spot: Spot) -> None:
        bench = self._bench
        goods = goods_meant(bench, self._inputs, spot) if bench is not None else None
        if goods is None:
            self.noticed.emit(pick_first())
        else:
            self._move(goods, spot)

    def _move(self, goods: Carried, spot: Spot) -> None:
        bench = self._bench
        if bench is None:
            return
        move = plan_move(bench.packing, goods, spot)
        match move:
            case Goes(command):
                self._intents.do(command)
            case HowMany():
                ask_how_many(self._ask, self._intents.do, move, bench)
            case CannotGo(_, command):
                # The station says why, in the band and by sound, as for a scan.
                if command is not None:
                    self._intents.do(command)
            case Stays():
                pass
            case _:
                assert_never(move)

    def _split(self, bench: Bench) -> None:
        target = split_target(bench, self._inputs)
        if target is None:
            self.noticed.emit(pick_first())
            return
        if isinstance(target, CanJoin):
            self._intents.do(MakeWhole(target.unit))
            return
        ask_parts(self._ask, self._intents.do, target, item_name(bench.order, target.item))

    def _problem(self, bench: Bench) -> None:
        if may_change(bench):
            item = problem_target(bench, self._inputs)
            lot = picked_lot(bench.packing, self._inputs.pick)
            ask_problem(self._ask, self._intents, bench, item, lot)

    def _change(self, inputs: BenchInputs) -> None:
        self._inputs = inputs
        props = derive_bench_props(inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)
