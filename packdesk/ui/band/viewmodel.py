"""The band's state: what the station tells, what is asked, and how long an answer is shown."""

from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from packdesk.domain.barcodes import DeskCommand, desk_command
from packdesk.domain.ids import OrderId
from packdesk.domain.submission import CodesRefused, DidItPrint, MarketSaidNo, Next, next_step
from packdesk.station.reports import (
    Answer,
    BenchCleared,
    BenchMoved,
    JournalStopped,
    MarketFine,
    MarketTrouble,
    QueueRead,
    Report,
    SubmissionMoved,
)
from packdesk.ui.band.local_question import LocalQuestion, Picked, Reply, Typed
from packdesk.ui.band.props import BandInputs, BandProps, Offer, derive_band_props, person_step
from packdesk.ui.intents import Intents
from packdesk.ui.words.band import answer_first, entry_wrong
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.goods import order_name
from packdesk.ui.words.notice import Notice, Tone
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


class BandViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `BandProps`.
        noticed: The `Notice` of every answer and of every order that begins to need a person: what
            the sounds are played for.
    """

    props_changed = Signal(object)
    noticed = Signal(object)

    def __init__(self, intents: Intents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._intents = intents
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
                self._inputs = replace(self._inputs, bench=report.bench, local=None)
                self.tell(answer_notice(report))
            case BenchCleared():
                self.clear_bench()
            case BenchMoved(bench):
                self._change(replace(self._inputs, bench=bench))
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
        self._calm_down.start(SHOWN_MS[notice.tone])
        self._change(replace(self._inputs, notice=notice))
        self.noticed.emit(notice)

    def calm_down(self) -> None:
        """The last answer has been shown long enough."""
        self._calm_down.stop()
        self._change(replace(self._inputs, notice=None))

    def clear_bench(self) -> None:
        """No order is on the bench."""
        self._change(replace(self._inputs, bench=None, local=None))

    def ask(self, question: LocalQuestion) -> None:
        """Ask a screen's own question; another one that is open is left."""
        self._calm_down.stop()
        self._change(replace(self._inputs, local=question, notice=None))

    def answer(self, number: int) -> None:
        """Give an answer; 1 is the first."""
        if not 1 <= number <= len(self._props.answers):
            return
        bench = self._inputs.bench
        if self._inputs.local is not None:
            self._reply(self._inputs.local, Picked(number))
        elif bench is not None and bench.question is not None:
            self._intents.answer(number)
        elif bench is not None:
            self._person(bench.order.id, person_answers(person_step(bench))[number - 1])

    def submit(self, text: str) -> None:
        """A free answer was typed."""
        question = self._inputs.local
        plain = text.strip()
        if question is None:
            if self._props.entry is not None and plain:
                self._intents.paste(plain)
            return
        if question.entry is None:
            return
        if question.entry.takes(plain):
            self._reply(question, Typed(plain))
        else:
            self.tell(entry_wrong())

    def take_offer(self) -> None:
        """The packer means to do what is offered about the last scan."""
        if self._props.offer is None:
            return
        match self._props.offer.offer:
            case Offer.TEACH:
                self._intents.teach()
            case Offer.TAKE_ANYWAY:
                self._intents.take_anyway()

    def dismiss(self) -> None:
        """Leave the open question, if it may be left."""
        if not self._props.dismiss:
            return
        if self._inputs.local is not None:
            self._change(replace(self._inputs, local=None, notice=None))
        else:
            self._intents.drop_question()

    def take_scan(self, text: str) -> bool:
        """Whether this scan was for an open question of a screen; if so it must go no further."""
        question = self._inputs.local
        if question is None:
            return False
        command = desk_command(text)
        if command is DeskCommand.CANCEL:
            self.dismiss()
        elif command is not None and command.answer in range(1, len(question.answers) + 1):
            self.answer(command.answer or 0)
        elif command is None and question.entry is not None:
            self.submit(text)
        else:
            self.tell(answer_first())
        return True

    def retranslate(self) -> None:
        """The language has changed."""
        self._change(replace(self._inputs, notice=None))

    def _reply(self, question: LocalQuestion, reply: Reply) -> None:
        self._change(replace(self._inputs, local=None, notice=None))
        question.on_reply(reply)

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
            notice = error_notice(report.error, report.retry_at)
        elif isinstance(step, DidItPrint | CodesRefused | MarketSaidNo):
            if self._needs.get(report.order) == step:
                return
            self._needs[report.order] = step
            notice = submission_notice(report.submission)
        else:
            self._needs.pop(report.order, None)
            return
        if not here:
            notice = replace(notice, text=f"{order_name(report.order)}: {notice.text}")
        self.tell(notice)

    def _change(self, inputs: BandInputs) -> None:
        self._inputs = inputs
        props = derive_band_props(inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)
