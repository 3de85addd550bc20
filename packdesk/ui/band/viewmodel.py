"""The band's state: what the station tells, what is asked, and how long an answer is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from packdesk.domain.barcodes import DeskCommand, desk_command
from packdesk.domain.commands import CopyCodes
from packdesk.domain.copying import copy_source
from packdesk.domain.events import CodeAttached
from packdesk.domain.ids import OrderId
from packdesk.domain.questions import ApproveCancel
from packdesk.domain.submission import (
    AnswersUnreadable,
    CodesRefused,
    DidItPrint,
    MarketSaidNo,
    Next,
    OrderIsChanged,
    next_step,
)
from packdesk.station.errors import MarketKeyRejected
from packdesk.station.reports import (
    Answer,
    Bench,
    BenchCleared,
    BenchMoved,
    Did,
    Failed,
    JournalStopped,
    MarketFine,
    MarketTrouble,
    OpenedOrder,
    PieceOut,
    PiecesOut,
    QueueRead,
    Report,
    SubmissionMoved,
    Told,
)
from packdesk.ui.band.local_question import Entry, LocalQuestion, Picked, Reply, Scanned, Typed
from packdesk.ui.band.props import (
    BandInputs,
    BandProps,
    Offer,
    Typing,
    derive_band_props,
    elsewhere,
    person_step,
    proposed_codes,
)
from packdesk.ui.band.typed import Typed as TypedText
from packdesk.ui.band.typed import may_be_sent, sent_text
from packdesk.ui.intents import Intents
from packdesk.ui.pages import PageName
from packdesk.ui.words.band import answer_first, entry_wrong, pick_country
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.goods import order_name
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.setup_cards import key_first
from packdesk.ui.words.submission import PersonAnswer, person_answers, submission_notice
from packdesk.ui.words.told import answer_notice

SHOWN_MS = {
    Tone.CALM: 1200,
    Tone.ACCEPTED: 1200,
    Tone.COMPLETE: 3000,
    Tone.ATTENTION: 6000,
    Tone.REFUSED: 8000,
}
"""How long an answer stays in the band: what was wrong must be read, what was right only seen."""
_CALLS = DidItPrint | CodesRefused | MarketSaidNo | OrderIsChanged | AnswersUnreadable
"""What a person is called for, wherever the order is."""


class BandViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `BandProps`.
        noticed: The `Notice` of every answer and of every order that begins to need a person: what
            the sounds are played for.
    """

    props_changed = Signal(object)
    noticed = Signal(object)

    def __init__(
        self,
        intents: Intents,
        now: Callable[[], datetime] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._intents = intents
        self._now = now
        self._inputs = BandInputs()
        self._props = derive_band_props(self._inputs)
        self._needs: dict[OrderId, Next] = {}
        self._calm_down = QTimer(self)
        self._calm_down.setSingleShot(True)
        self._calm_down.timeout.connect(self.calm_down)

    @property
    def props(self) -> BandProps:
        return self._props

    def take(self, report: Report) -> None:
        """Be told what the station tells."""
        match report:
            case Answer():
                # What failed tells nothing of the bench: it stands as it stood.
                bench = report.bench or self._inputs.bench
                out = self._out_of(report.bench)
                self._inputs = replace(self._inputs, bench=bench, local=None, out=out)
                self._after(report.told)
                self._tell(self._notice(report), report.bench.order.id if report.bench else None)
            case BenchCleared():
                self.clear_bench()
            case BenchMoved(bench):
                self._change(replace(self._inputs, bench=bench, out=self._out_of(bench)))
            case PiecesOut(order, pieces):
                out = self._others_than(order)
                self._change(replace(self._inputs, out=(*out, *pieces), notice=None))
            case SubmissionMoved():
                self._submission(report)
            case JournalStopped(error):
                self._change(replace(self._inputs, stopped=error, local=None))
                self.noticed.emit(error_notice(error))
            case QueueRead() | MarketTrouble() | MarketFine():
                pass
            case _:
                assert_never(report)

    def tell(self, notice: Notice) -> None:
        """Show an answer for a moment, and let it be heard."""
        self._tell(notice, None)

    def stand_at(self, page: PageName) -> None:
        """This page is shown: what is to be done at the bench is not told everywhere."""
        self._change(replace(self._inputs, page=page))

    def guide_by(self, guide: Notice | None) -> None:
        """While there is something to set up first, that is what to do now."""
        self._change(replace(self._inputs, guide=guide))

    def speak_for(self, guide: Notice | None) -> None:
        """While a screen has a sentence of its own, that is what to do now; None gives it back."""
        self._change(replace(self._inputs, voice=guide))

    def calm_down(self) -> None:
        """The last answer has been shown long enough."""
        self._calm_down.stop()
        self._change(replace(self._inputs, notice=None))

    def clear_bench(self) -> None:
        """No order is on the bench, and nothing is told of it any more."""
        self._put_pen_down()
        notice = self._inputs.notice if self._inputs.about is None else None
        self._change(replace(self._inputs, bench=None, local=None, notice=notice, about=None))

    def ask(self, question: LocalQuestion) -> None:
        """Ask a screen's own question; another one that is open is left."""
        self._calm_down.stop()
        draft = question.entry.text if question.entry is not None else ""
        self._change(replace(self._inputs, local=question, notice=None, draft=draft, fills=0))

    def answer(self, number: int) -> None:
        """Give an answer; 1 is the first."""
        if 1 <= number <= len(self._props.proposals):
            self._send(proposed_codes(self._inputs)[number - 1])
            return
        if not 1 <= number <= len(self._props.answers):
            return
        bench = self._inputs.bench
        if self._inputs.local is not None:
            self._reply(self._inputs.local, Picked(number))
        elif self._inputs.out:
            self._intents.say_out(self._inputs.out[0])
        elif bench is not None and bench.question is not None:
            self._intents.answer(number)
        elif bench is not None and bench.packing.is_stopped:
            self._see_changes(number)
        elif bench is not None:
            self._person(bench.order.id, person_answers(person_step(bench))[number - 1])

    def submit(self, text: str) -> None:
        """A free answer was typed."""
        question = self._inputs.local
        plain = text.strip()
        if question is None:
            self._send(text)
            return
        if question.entry is None:
            return
        judge = question.entry.judge
        verdict = judge(plain) if judge is not None else None
        if question.entry.takes(plain):
            self._reply(question, Typed(plain))
        elif verdict is not None and verdict.tone is Tone.REFUSED:
            self.tell(verdict)
        else:
            self.tell(entry_wrong(question.entry.hint))

    def take_offer(self) -> None:
        """The packer means to do what is offered about the last scan."""
        if self._props.offer is None:
            return
        match self._props.offer.offer:
            case Offer.TEACH:
                self._intents.teach()
            case Offer.TAKE_ANYWAY:
                self._intents.take_anyway()
            case Offer.COPY:
                self._copy()
            case Offer.REMOVE:
                self._intents.finish_removing()
            case Offer.CANCEL:
                self._cancel()

    def dismiss(self) -> None:
        """Leave the open question, if it may be left."""
        if not self._props.dismiss:
            return
        if self._inputs.local is not None:
            self._change(replace(self._inputs, local=None, notice=None))
        elif self._props.entry is not None and self._props.entry.kind is not None:
            self._put_pen_down()
            self._change(self._inputs)
        else:
            self._intents.drop_question()

    def type_code(self) -> None:
        """The packer wants to type a damaged code: open the field for it."""
        if self._props.type_code:
            self._change(replace(self._inputs, typing=Typing.ALL))

    def type_text(self, text: str) -> None:
        """The text in the field has changed: look at it, and send nothing."""
        entry = self._props.entry
        if self._inputs.local is not None:
            self._change(replace(self._inputs, draft=text))
        elif entry is not None and entry.kind is not None:
            self._change(replace(self._inputs, typed=TypedText(entry.kind, entry.given, text)))

    def take_scan(self, text: str) -> bool:
        """Whether this scan was for an open question of a screen; if so it must go no further."""
        question, command = self._inputs.local, desk_command(text)
        if question is None or elsewhere(self._inputs) is not None:
            return self._inputs.voice is None and self._scan_about_piece(command)
        if command is DeskCommand.CANCEL:
            self.dismiss()
        elif command is not None and command.answer in range(1, len(question.answers) + 1):
            self.answer(command.answer or 0)
        elif command is None and question.by_scan(text):
            self._reply(question, Scanned(text))
        elif command is None and question.entry is not None:
            self._answer_by_scan(question, question.entry, text)
        else:
            self.tell(answer_first())
        return True

    def _scan_about_piece(self, command: DeskCommand | None) -> bool:
        """Nothing else is taken while a refused piece may still lie in its box."""
        if not self._inputs.out:
            return False
        if command is DeskCommand.ANSWER_1:
            self.answer(1)
        else:
            self.tell(answer_first())
        return True

    def _out_of(self, bench: Bench | None) -> tuple[PieceOut, ...]:
        """The order on the bench tells its own; what of others is still in stays so."""
        if bench is None:
            return self._inputs.out
        return (*self._others_than(bench.order.id), *bench.out)

    def _others_than(self, order: OrderId) -> tuple[PieceOut, ...]:
        return tuple(one for one in self._inputs.out if one.order != order)

    def retranslate(self) -> None:
        """The language has changed."""
        self._change(replace(self._inputs, notice=None))

    def _notice(self, answer: Answer) -> Notice:
        """Where no key was given, none was refused."""
        match answer.told:
            case Failed(MarketKeyRejected()) if self._inputs.guide is not None:
                return key_first()
            case _:
                return answer_notice(answer)

    def _send(self, text: str) -> None:
        entry, bench, plain = self._props.entry, self._inputs.bench, sent_text(text)
        if entry is None or entry.kind is None or bench is None or not plain:
            return
        proposed = proposed_codes(self._inputs)
        if may_be_sent(entry.kind, plain, bench.context):
            self._intents.paste(plain)
        elif len(proposed) == 1:
            self._intents.paste(proposed[0])
        else:
            self.tell(pick_country())

    def _cancel(self) -> None:
        bench = self._inputs.bench
        if bench is not None and isinstance(bench.approval, ApproveCancel):
            self._intents.cancel_order(bench.order.id, bench.approval.reason)

    def _copy(self) -> None:
        bench = self._inputs.bench
        unit = copy_source(bench.packing) if bench is not None else None
        if unit is not None:
            self._intents.do(CopyCodes(unit))

    def _after(self, told: Told) -> None:
        """A code that was taken leaves the field, and another order closes it."""
        events = told.events if isinstance(told, Did) else ()
        is_taken = any(isinstance(event, CodeAttached) for event in events)
        if is_taken or isinstance(told, OpenedOrder):
            self._put_pen_down()

    def _put_pen_down(self) -> None:
        given = self._inputs.given + 1
        self._inputs = replace(self._inputs, typing=Typing.ON_PAPER, given=given, typed=None)

    def _answer_by_scan(self, question: LocalQuestion, entry: Entry, text: str) -> None:
        plain = text.strip()
        if entry.judge is None:
            if entry.takes(plain):
                self.submit(text)
            else:
                self.tell(answer_first())
            return
        local = replace(question, entry=replace(entry, text=plain))
        fills = self._inputs.fills + 1
        self._change(replace(self._inputs, local=local, notice=None, draft=plain, fills=fills))
        self.noticed.emit(entry.judge(plain))

    def _reply(self, question: LocalQuestion, reply: Reply) -> None:
        self._change(replace(self._inputs, local=None, notice=None))
        question.on_reply(reply)

    def _see_changes(self, number: int) -> None:
        if number == 1:
            self._intents.see_changes()
        else:
            self._intents.take_boxes()

    def _person(self, order: OrderId, answer: PersonAnswer) -> None:
        match answer:
            case PersonAnswer.PRINTED:
                self._intents.say_printed(order, printed=True)
            case PersonAnswer.NOT_PRINTED:
                self._intents.say_printed(order, printed=False)
            case PersonAnswer.RETRY:
                self._intents.retry(order)
            case _:
                assert_never(answer)

    def _submission(self, report: SubmissionMoved) -> None:
        """Tell once that an order needs a person or that something keeps it from going on."""
        step = next_step(report.submission)
        here = self._inputs.bench is not None and self._inputs.bench.order.id == report.order
        if report.error is not None:
            now = self._now() if self._now is not None else None
            notice = error_notice(report.error, report.retry_at, now)
        elif isinstance(step, _CALLS):
            if self._needs.get(report.order) == step:
                return
            self._needs[report.order] = step
            if here and isinstance(step, OrderIsChanged):
                # The station stops the packer itself.
                return
            notice = submission_notice(report.submission)
        else:
            self._needs.pop(report.order, None)
            return
        if here:
            self._tell(notice, report.order)
        else:
            self.tell(replace(notice, text=f"{order_name(report.order)}: {notice.text}"))

    def _tell(self, notice: Notice, about: OrderId | None) -> None:
        self._calm_down.start(SHOWN_MS[notice.tone])
        self._change(replace(self._inputs, notice=notice, about=about))
        self.noticed.emit(notice)

    def _change(self, inputs: BandInputs) -> None:
        self._inputs = inputs
        props = derive_band_props(inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)
