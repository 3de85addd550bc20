"""The state of the hand-over to couriers, and what its fields and buttons ask for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from packdesk.domain.access import Access, access
from packdesk.domain.barcodes import order_of
from packdesk.domain.ids import OrderId, OrderRef
from packdesk.domain.order import EacType, Order
from packdesk.station.courier_codes import (
    CodesOpenAgain,
    CourierOrder,
    CourierReport,
    CouriersRead,
    CouriersUnread,
    CourierTrouble,
    EacAnswered,
    EacFailed,
    EacNotAsked,
    EacReport,
    NoCourierOrder,
    NotAsked,
    has_code,
    is_refusal,
)
from packdesk.ui.day.courier_derive import CourierInputs, derive_courier_props, is_accepted
from packdesk.ui.day.courier_props import CourierProps
from packdesk.ui.words import courier as words
from packdesk.ui.words.notice import Notice, Tone


class Couriers(Protocol):
    """The couriers as the section sees them. GUI thread; answers are reports."""

    def look(self) -> None:
        """Read who is waited for."""

    def find(self, text: str) -> None:
        """Tell the order that a text names."""

    def verify(self, ref: OrderRef, code: str) -> None:
        """Check the code that a courier tells."""


class CourierViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `CourierProps`.
        noticed: A `Notice` of what has just come of a code or a scan, to be told and heard.
        moved_on: Another order is handed over, or none: what was told last was of another one.
    """

    props_changed = Signal(object)
    noticed = Signal(object)
    moved_on = Signal()

    def __init__(
        self, couriers: Couriers, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._couriers = couriers
        self._now = now
        self._inputs = CourierInputs(now())
        self._props = derive_courier_props(self._inputs)

    @property
    def props(self) -> CourierProps:
        return self._props

    def take(self, report: CourierReport) -> None:
        """Be told what is known of couriers."""
        match report:
            case CouriersRead():
                self._show(report)
            case CouriersUnread(error):
                told = words.unread(error)
                self._change(replace(self._inputs, trouble=told, is_reading=False, held=""))
                self.noticed.emit(told)
            case CourierOrder(order) if has_code(order) and access(order) is Access.PACK:
                self._tell(words.not_packed_yet(order))
            case CourierOrder(order) if has_code(order):
                self._hand_over(order)
            case CourierOrder(order):
                self._tell(words.no_code_wanted(order))
            case NoCourierOrder(text):
                self._tell(words.unknown_order(text))
            case EacAnswered() | EacFailed() | EacNotAsked():
                self._judged(report)
            case CodesOpenAgain(order_id):
                results = {k: v for k, v in self._inputs.results.items() if k != order_id}
                self._change(replace(self._inputs, results=results))
            case CourierTrouble(error):
                self._tell(Notice(words.trouble_text(error), Tone.REFUSED))

    def entered(self) -> None:
        """The section is shown."""
        self.refresh()

    def refresh(self) -> None:
        """Read anew who is waited for; no code is asked about."""
        if not self._inputs.is_reading:
            self._change(replace(self._inputs, is_reading=True))
            self._couriers.look()

    def tick(self) -> None:
        """Time has gone on: the countdowns, too."""
        self._change(self._inputs)

    def retranslate(self) -> None:
        """The language has changed."""
        self._change(self._inputs)

    def find(self, text: str) -> None:
        """An order's number was typed or scanned.

        No scan is a code: couriers tell theirs, and a wrong one costs an attempt.
        """
        if text.strip() and not self._pick(text):
            self._seek(text.strip())

    def choose(self, order_id: OrderId) -> None:
        """An order of the list was picked."""
        orders = self._inputs.read.orders if self._inputs.read is not None else ()
        for order in orders:
            if order.id == order_id:
                self._hand_over(order)

    def step(self, by: int) -> None:
        """The next order of the list, or the one before; from none to the first."""
        rows = self._props.rows
        chosen = next((place for place, row in enumerate(rows) if row.is_chosen), None)
        if rows:
            place = 0 if chosen is None else min(max(chosen + by, 0), len(rows) - 1)
            self.choose(rows[place].order)

    def check(self, code: str) -> None:
        """Have the code of the chosen order's courier checked, once."""
        chosen = self._inputs.chosen
        if chosen is None or not code.strip() or not self._awaits_code(chosen):
            return
        checking = self._inputs.checking | {chosen.id}
        self._change(replace(self._inputs, checking=checking, told=None))
        self._couriers.verify(chosen.ref, code.strip())

    def back(self) -> None:
        """Escape: another order."""
        self._hand_over(None)

    def _show(self, read: CouriersRead) -> None:
        held = self._inputs.held
        self._change(
            replace(
                self._inputs,
                read=read,
                is_reading=False,
                trouble=None,
                held="",
                chosen=self._again(read.orders),
                told=None,
            )
        )
        if held:
            self.find(held)

    def _seek(self, text: str) -> None:
        """What is not in the list may be in the one that is being read, or is to be read first."""
        if self._inputs.is_current:
            self._couriers.find(text)
            return
        self._change(replace(self._inputs, held=text, told=None))
        self.refresh()

    def _pick(self, text: str) -> bool:
        orders = self._inputs.read.orders if self._inputs.read is not None else ()
        order_id = order_of(text.strip(), orders)
        if order_id is None:
            return False
        self.choose(order_id)
        return True

    def _hand_over(self, order: Order | None) -> None:
        before = self._inputs.chosen
        self._change(replace(self._inputs, chosen=order, told=None, held=""))
        if (before.id if before else None) != (order.id if order else None):
            self.moved_on.emit()

    def _again(self, orders: tuple[Order, ...]) -> Order | None:
        """The chosen order as it is now; one that has left the list stays as it was."""
        chosen = self._inputs.chosen
        if chosen is None:
            return None
        return next((one for one in orders if one.id == chosen.id), chosen)

    def _awaits_code(self, order: Order) -> bool:
        inputs = self._inputs
        return (
            order.delivery.eac_type is EacType.COURIER_TO_MERCHANT
            and order.id not in inputs.checking
            and not is_accepted(inputs.results.get(order.id))
        )

    def _judged(self, told: EacReport) -> None:
        inputs, order = self._inputs, told.order
        refusals = {**inputs.refusals, order: inputs.refusals.get(order, 0) + _is_refused(told)}
        self._change(
            replace(
                inputs,
                results={**inputs.results, order: told},
                refusals=refusals,
                checking=inputs.checking - {order},
            )
        )
        notice = words.told_notice(told)
        is_chosen = inputs.chosen is not None and inputs.chosen.id == order
        self.noticed.emit(notice if is_chosen else words.of_order(order, notice))
        if is_accepted(told):
            self.refresh()

    def _tell(self, notice: Notice) -> None:
        self._change(replace(self._inputs, told=notice))
        self.noticed.emit(notice)

    def _change(self, inputs: CourierInputs) -> None:
        self._inputs = replace(inputs, now=self._now())
        props = derive_courier_props(self._inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)


def _is_refused(told: EacReport) -> bool:
    if isinstance(told, EacNotAsked):
        return told.why is NotAsked.REFUSED_BEFORE
    return isinstance(told, EacAnswered) and is_refusal(told.answer)
