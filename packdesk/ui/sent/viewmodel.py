"""The state of the list of what was sent, and what its buttons ask for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from packdesk.domain.errands import Errand, OtherTracksFound, SetTrack
from packdesk.domain.ids import OrderId, UnitRef
from packdesk.station.reports import MarketFine, MarketTrouble, Report, SubmissionMoved
from packdesk.station.sent import (
    HistoryRead,
    NothingFound,
    SentRead,
    SentReport,
    SentRow,
    SentTrouble,
)
from packdesk.ui.sent.derive import SentInputs, derive_sent_props
from packdesk.ui.sent.props import SentAct, SentProps
from packdesk.ui.words import sent as words
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.notice import Notice, Tone

DOUBLE_CLICK = timedelta(milliseconds=700)
"""Another act this soon is nobody's wish: the row below may have come under the pointer."""


class SentIntents(Protocol):
    """What the list asks of the station."""

    def open_order(self, order_id: OrderId) -> None:
        """Put an order on the bench."""

    def open_at(self, order_id: OrderId, unit: UnitRef) -> None:
        """Put an order on the bench for another piece in the place of this unit."""

    def retry(self, order_id: OrderId) -> None:
        """Try a refused step again."""

    def retry_errand(self, order_id: OrderId) -> None:
        """Try a stopped request again."""

    def drop_errand(self, order_id: OrderId) -> None:
        """Give a stopped request up."""

    def ask_errand(self, order_id: OrderId, *errands: Errand) -> None:
        """Have a request sent."""

    def see_changes_of(self, order_id: OrderId) -> None:
        """A person has looked at what changed about an order that is not on the bench."""

    def reprint(self, order_id: OrderId) -> None:
        """Print the labels once more."""

    def say_printed(self, order_id: OrderId, *, printed: bool) -> None:
        """Answer "did it print?"."""


class SentList(Protocol):
    """Where the list is read."""

    def show(self) -> None:
        """Read the list anew."""

    def moved(self, order_id: OrderId) -> None:
        """Read one row anew."""

    def find(self, text: str) -> None:
        """Tell the history of the order that a text names."""

    def history(self, order_id: OrderId) -> None:
        """Tell all that happened to an order."""


class SentViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `SentProps`.
        bench_wanted: An order was put on the bench.
        settings_wanted: Only the settings can help.
        noticed: A `Notice` of what was just begun.
    """

    props_changed = Signal(object)
    bench_wanted = Signal()
    settings_wanted = Signal()
    noticed = Signal(object)

    def __init__(
        self,
        intents: SentIntents,
        book: SentList,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._intents = intents
        self._book = book
        self._now = now
        self._acted_at: datetime | None = None
        self._keeps_places = False
        self._inputs = SentInputs(now())
        self._props = derive_sent_props(self._inputs)

    @property
    def props(self) -> SentProps:
        return self._props

    def take(self, report: Report) -> None:
        """Be told what the station tells."""
        match report:
            case MarketTrouble():
                self._change(replace(self._inputs, market=report))
            case MarketFine():
                self._change(replace(self._inputs, market=None))
            case SubmissionMoved(order):
                self._book.moved(order)
                if self._inputs.history is not None and self._inputs.history.order.id == order:
                    self._book.history(order)
            case _:
                pass

    def take_list(self, report: SentReport) -> None:
        """Be told what was read."""
        match report:
            case SentRead():
                kept = self._props.rows if self._keeps_places else ()
                self._keeps_places = True
                places = tuple(row.order for row in kept)
                self._change(replace(self._inputs, read=report, places=places))
            case HistoryRead():
                self._change(replace(self._inputs, history=report, trouble=None))
            case NothingFound(text):
                told = Notice(words.nothing_found(text), Tone.ATTENTION)
                self._change(replace(self._inputs, trouble=told))
            case SentTrouble(error):
                self._change(replace(self._inputs, trouble=error_notice(error)))

    def entered(self) -> None:
        """The screen is shown: the list as it is now, latest first."""
        self._keeps_places = False
        self._change(replace(self._inputs, chosen=None))
        self._book.show()

    def search(self, text: str) -> None:
        """Find an order by a number, or by what was scanned."""
        if text.strip():
            self._book.find(text.strip())

    def act(self, act: SentAct, order: OrderId) -> None:
        """A button was pressed; what would be sent in the same moment again is a double click."""
        now, before = self._now(), self._acted_at
        self._acted_at = now
        is_double = before is not None and now - before < DOUBLE_CLICK
        match act:
            case SentAct.DETAILS:
                self._book.history(order)
            case SentAct.BACK:
                self._change(replace(self._inputs, history=None))
            case SentAct.SETTINGS:
                self.settings_wanted.emit()
            case SentAct.OPEN | SentAct.ANOTHER_PIECE:
                self._open(act, order)
            case _ if not is_double:
                self._send(act, order)
            case _:
                pass

    def press(self, key: str) -> None:
        """A key was pressed: its button acts, if it is on one."""
        shown = self._props.details or self._props.here
        if shown is None:
            return
        for button in shown.buttons:
            if button.key == key:
                self.act(button.act, shown.order)

    def step(self, by: int) -> None:
        """The keys shall act on the next row, or on the one before."""
        here, orders = self._props.here, [row.order for row in self._props.rows]
        if here is not None and self._props.details is None:
            place = min(max(orders.index(here.order) + by, 0), len(orders) - 1)
            self._change(replace(self._inputs, chosen=orders[place]))

    def back(self) -> None:
        """Escape: from the details to the list."""
        if self._inputs.history is not None or self._inputs.trouble is not None:
            self._change(replace(self._inputs, history=None, trouble=None))

    def retranslate(self) -> None:
        """The language has changed."""
        self._change(self._inputs)

    def _open(self, act: SentAct, order: OrderId) -> None:
        row = self._row(order)
        if act is SentAct.ANOTHER_PIECE and row is not None and row.refused is not None:
            self._intents.open_at(order, row.refused)
        else:
            self._intents.open_order(order)
        self.bench_wanted.emit()

    def _send(self, act: SentAct, order: OrderId) -> None:
        match act:
            case SentAct.RETRY:
                self._intents.retry(order)
            case SentAct.RETRY_ERRAND:
                self._intents.retry_errand(order)
            case SentAct.DROP_ERRAND:
                self._intents.drop_errand(order)
            case SentAct.ADD_TRACK:
                self._add_track(order)
            case SentAct.SEE_CHANGES:
                self._intents.see_changes_of(order)
            case SentAct.REPRINT:
                self._intents.reprint(order)
                self.noticed.emit(Notice(words.printing_again(order), Tone.ACCEPTED))
            case SentAct.PRINTED | SentAct.NOT_PRINTED:
                self._intents.say_printed(order, printed=act is SentAct.PRINTED)
            case _:
                pass

    def _add_track(self, order: OrderId) -> None:
        row = self._row(order)
        if row is None or not isinstance(row.errands.stopped, OtherTracksFound):
            return
        found = row.errands.stopped
        self._intents.drop_errand(order)
        self._intents.ask_errand(order, SetTrack(found.errand.track, beside=found.tracks))

    def _row(self, order: OrderId) -> SentRow | None:
        history = self._inputs.history
        if history is not None and history.order.id == order:
            return history.row
        return next((row for row in self._inputs.read.rows if row.order.id == order), None)

    def _change(self, inputs: SentInputs) -> None:
        self._inputs = replace(inputs, now=self._now())
        props = derive_sent_props(self._inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)
