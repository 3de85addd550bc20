"""The state of the section of statuses, and what it asks for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from packdesk.domain.errands import CancelReason, MoveOn
from packdesk.domain.handover import takes_real_date
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus
from packdesk.station.handover_reports import HandoverState
from packdesk.ui.handover.ports import HandoverIntents
from packdesk.ui.handover.status_derive import StatusInputs, derive_status_props
from packdesk.ui.handover.status_props import StatusProps
from packdesk.ui.handover.tracks_props import RowAct
from packdesk.ui.handover.tracks_viewmodel import act_on_row

BOUNCE = timedelta(milliseconds=1500)
"""A key that is pressed again this soon is the same press: the next status has its place by then."""


class StatusViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `StatusProps`.
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
        self._moved_at: datetime | None = None
        self._inputs = StatusInputs(now())
        self._props = derive_status_props(self._inputs)

    @property
    def props(self) -> StatusProps:
        return self._props

    def show(self, state: HandoverState) -> None:
        """The desk as it stands now; another order has no day typed."""
        before, now = self._inputs.state.parcel, state.parcel
        same = before is not None and now is not None and before.id == now.id
        typed = self._inputs.typed_day if same else ""
        reason = self._inputs.reason if same else 0
        self._change(replace(self._inputs, state=state, typed_day=typed, reason=reason))

    def find(self, text: str) -> None:
        """An order was typed."""
        if text.strip():
            self._put_down()
            self._intents.paste(text.strip())

    def scan(self, text: str) -> None:
        """An order was scanned; the one in hand is put down."""
        self._put_down()
        self._intents.scan(text)

    def type_day(self, text: str) -> None:
        """The text in the field for the day has changed."""
        self._change(replace(self._inputs, typed_day=text))

    def move(self, status: OrderStatus) -> None:
        """Set this status, with the real day where one was typed; a wrong day stops it."""
        parcel, order = self._inputs.state.parcel, self._props.order
        if parcel is None or order is None or all(one.status != status for one in order.moves):
            return
        is_dated = takes_real_date(status) and order.day is not None
        if is_dated and order.day is not None and not order.day.is_right:
            return
        now = self._now()
        if self._moved_at is not None and now - self._moved_at < BOUNCE:
            return
        self._moved_at = now
        day = order.day.day if is_dated and order.day is not None else None
        self._intents.move_on(parcel.id, MoveOn(status, day))
        self.type_day("")

    def press_key(self, key: str) -> None:
        """A key sets the status that has it on its button."""
        moves = self._props.order.moves if self._props.order is not None else ()
        for move in moves:
            if move.key == key:
                self.move(move.status)

    def step(self, by: int) -> None:
        """The key shall cancel with the next reason, or with the one before."""
        reasons = self._props.order.reasons if self._props.order is not None else ()
        place = min(max(self._inputs.reason + by, 0), max(len(reasons) - 1, 0))
        self._change(replace(self._inputs, reason=place))

    def cancel(self, reason: CancelReason) -> None:
        """Cancel the order: the button was held down."""
        if self._inputs.state.parcel is not None:
            self._intents.cancel(self._inputs.state.parcel.id, reason)

    def act(self, act: RowAct, order: OrderId) -> None:
        """The button of a row that was refused."""
        act_on_row(self._intents, act, order)

    def other(self) -> None:
        """Put the order down."""
        self._put_down()

    def retranslate(self) -> None:
        """The language or the day has changed."""
        self._change(self._inputs)

    def _put_down(self) -> None:
        if self._inputs.state.parcel is not None:
            self._intents.drop()

    def _change(self, inputs: StatusInputs) -> None:
        self._inputs = replace(inputs, now=self._now())
        props = derive_status_props(self._inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)
