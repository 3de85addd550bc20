"""The queue's state: the orders as last told, the toggles, the search and the time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from packdesk.domain.ids import OrderId
from packdesk.station.reports import MarketFine, MarketTrouble, QueueRead, Report
from packdesk.ui.intents import Intents
from packdesk.ui.queue.filters import QueueFilter
from packdesk.ui.queue.props import (
    CardMaker,
    QueueAction,
    QueueInputs,
    QueueProps,
    Trouble,
    derive_queue_props,
)
from packdesk.ui.words.setup_cards import key_first

TICK_MS = 15_000


class QueueViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `QueueProps`.
        noticed: The `Notice` of what must be done first.
        settings_wanted: Only the settings can help.
    """

    props_changed = Signal(object)
    noticed = Signal(object)
    settings_wanted = Signal()

    def __init__(
        self, intents: Intents, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._intents = intents
        self._now = now
        self._maker = CardMaker()
        self._inputs = QueueInputs(now())
        self._props = derive_queue_props(self._inputs, self._maker)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)

    @property
    def props(self) -> QueueProps:
        return self._props

    @property
    def is_to_be_set_up(self) -> bool:
        """Whether there is no key yet and no order that could be packed without one."""
        read = self._inputs.read
        return self._inputs.lacks_key and (read is None or not read.entries)

    def take(self, report: Report) -> None:
        """Be told what the station tells; what is not about the queue is passed over."""
        match report:
            case QueueRead():
                self._change(replace(self._inputs, read=report))
            case MarketTrouble(error, retry_at):
                self._change(replace(self._inputs, trouble=Trouble(error, retry_at)))
            case MarketFine():
                self._change(replace(self._inputs, trouble=None))
            case _:
                pass

    def set_key(self, *, is_there: bool) -> None:
        """Tell whether a key is worked with."""
        self._change(replace(self._inputs, lacks_key=not is_there))

    def yield_escape(self, *, is_asked: bool) -> None:
        """Tell whether a question stands in the band."""
        self._change(replace(self._inputs, is_asked=is_asked))

    def yield_digits(self, *, are_answers: bool) -> None:
        """Tell whether the digits answer a question in the band."""
        self._change(replace(self._inputs, digits_answer=are_answers))

    def toggle(self, which: QueueFilter) -> None:
        """Switch a filter."""
        self._change(replace(self._inputs, on=self._inputs.on ^ {which}))

    def search(self, text: str) -> None:
        """Show only the orders that hold this."""
        self._change(replace(self._inputs, search=text))

    def clear(self) -> None:
        """No search, no filter."""
        self._change(replace(self._inputs, search="", on=frozenset()))

    def act(self, action: QueueAction) -> None:
        """The one action of an empty queue."""
        match action:
            case QueueAction.REFRESH:
                self.refresh()
            case QueueAction.CLEAR:
                self.clear()
            case QueueAction.SETTINGS:
                self.settings_wanted.emit()

    def open(self, order: OrderId) -> None:
        """Put an order on the bench; the search has found it, and the next one begins anew."""
        self._intents.open_order(order)
        self.search("")

    def seek(self, text: str) -> None:
        """Look for an order that the queue does not show."""
        if not text.strip():
            return
        if self._inputs.lacks_key:
            self.noticed.emit(key_first())
        else:
            self._intents.seek_order(text.strip())

    def refresh(self) -> None:
        """Ask the Market for the orders."""
        if self._inputs.lacks_key:
            self.noticed.emit(key_first())
        else:
            self._intents.refresh()

    def tick(self) -> None:
        """Time has gone on."""
        self._change(self._inputs)

    def retranslate(self) -> None:
        """The language has changed."""
        self._maker.forget()
        self._change(self._inputs)

    def _change(self, inputs: QueueInputs) -> None:
        self._inputs = replace(inputs, now=self._now())
        props = derive_queue_props(self._inputs, self._maker)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)
