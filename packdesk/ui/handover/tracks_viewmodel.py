"""The state of the desk for track numbers, and what its section asks for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.station.handover_reports import HandoverState
from packdesk.ui.handover.ports import HandoverIntents
from packdesk.ui.handover.tracks_derive import TracksInputs, derive_tracks_props
from packdesk.ui.handover.tracks_props import (
    AnswerKind,
    RowAct,
    TrackAnswerProps,
    TracksProps,
)


class TracksViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `TracksProps`.
    """

    props_changed = Signal(object)

    def __init__(
        self,
        intents: HandoverIntents,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._intents = intents
        self._now = now
        self._inputs = TracksInputs(now())
        self._props = derive_tracks_props(self._inputs)

    @property
    def props(self) -> TracksProps:
        return self._props

    @property
    def state(self) -> HandoverState:
        """The desk as it was last told."""
        return self._inputs.state

    def show(self, state: HandoverState) -> None:
        """The desk as it stands now."""
        self._change(replace(self._inputs, state=state))

    def type(self, text: str) -> None:
        """A parcel or a track number was typed."""
        if text.strip():
            self._intents.paste(text.strip())

    def reply(self, answer: TrackAnswerProps) -> None:
        """An answer was chosen, and held down if it must be."""
        if self._props.question is None or answer not in self._props.question.answers:
            return
        if answer.kind is AnswerKind.TYPED:
            self._intents.paste(answer.text)
        else:
            self._intents.answer(answer.number)

    def press_digit(self, number: int) -> None:
        """A digit was pressed: it answers, but for what must be held down."""
        question = self._props.question
        for answer in question.answers if question is not None else ():
            if answer.key == str(number):
                self.reply(answer)

    def choose_service(self, service: DeliveryServiceId) -> None:
        """The service was picked in the list of all."""
        if self._props.question is not None and self._props.question.picker is not None:
            self._intents.choose_service(service)

    def act(self, act: RowAct, order: OrderId) -> None:
        """The button of a row that was refused."""
        act_on_row(self._intents, act, order)

    def drop(self) -> None:
        """Put down what is in hand; nothing happens where there is nothing."""
        if self._props.drop.is_on:
            self._intents.drop()

    def undo(self) -> None:
        """Take the last one back."""
        self._intents.undo()

    def retranslate(self) -> None:
        """The language or the day has changed."""
        self._change(self._inputs)

    def _change(self, inputs: TracksInputs) -> None:
        self._inputs = replace(inputs, now=self._now())
        props = derive_tracks_props(self._inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)


def act_on_row(intents: HandoverIntents, act: RowAct, order: OrderId) -> None:
    """Do what the button of a refused row says."""
    match act:
        case RowAct.RETRY:
            intents.retry(order)
        case RowAct.GIVE_UP:
            intents.give_up(order)
