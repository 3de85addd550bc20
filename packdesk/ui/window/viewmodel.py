"""Which screen is shown, and how the Market, the scanner and the printer are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from packdesk.domain.barcodes import DeskCommand
from packdesk.domain.ids import OrderId
from packdesk.station.errors import PackdeskError, PrinterUnavailable, PrintOutcomeUnknown
from packdesk.station.queue_view import send_state
from packdesk.station.reports import (
    Answer,
    AskedBack,
    BenchCleared,
    CommandForWindow,
    Did,
    MarketFine,
    MarketTrouble,
    OpenedOrder,
    QueueRead,
    RefusedIt,
    Report,
    SendState,
    SubmissionMoved,
)
from packdesk.ui.pages import Device, DeviceState, PageName
from packdesk.ui.words.counts import COUNTS
from packdesk.ui.words.errors import error_text
from packdesk.ui.words.notice import Notice
from packdesk.ui.words.window import (
    crash_notice,
    device_name,
    device_state,
    keep_open,
    not_gone_out,
    page_title,
    strip_close,
)

_ALL_WAIT: Mapping[Device, DeviceState] = MappingProxyType(
    dict.fromkeys(Device, DeviceState.WAITING)
)


@dataclass(frozen=True, slots=True)
class WindowInputs:
    """``market`` and ``printer`` tell why they do not answer; ``has_crashed`` shows the strip.

    ``now`` is aware, None where nobody tells the time.
    ``unsent`` orders are packed and not at the Market; ``is_closing`` once the packer was told so.
    ``needing`` are the orders that need a person.
    """

    pages: tuple[PageName, ...]
    page: PageName
    devices: Mapping[Device, DeviceState] = field(default_factory=lambda: _ALL_WAIT)
    market: MarketTrouble | None = None
    printer: PackdeskError | None = None
    packer: str = ""
    has_crashed: bool = False
    unsent: int = 0
    needing: frozenset[OrderId] = frozenset()
    is_closing: bool = False
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class NavProps:
    """A screen in the navigation; ``needing`` of its orders need a person, ``detail`` tells it."""

    page: PageName
    label: str
    key: str
    is_current: bool
    needing: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DeviceProps:
    """A state; ``detail`` tells it in words."""

    device: Device
    state: DeviceState
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class WindowProps:
    """The frame."""

    pages: tuple[NavProps, ...]
    page: PageName
    devices: tuple[DeviceProps, ...]
    packer: str
    strip: Notice | None
    strip_close: str


def derive_window_props(inputs: WindowInputs) -> WindowProps:
    """The frame as it looks now."""
    return WindowProps(
        pages=tuple(_nav(page, inputs) for page in inputs.pages),
        page=inputs.page,
        devices=tuple(_device(device, inputs) for device in Device),
        packer=inputs.packer,
        strip=_strip(inputs),
        strip_close=keep_open() if inputs.is_closing else strip_close(),
    )


def _nav(page: PageName, inputs: WindowInputs) -> NavProps:
    needing = len(inputs.needing) if page is PageName.SENT else 0
    detail = COUNTS.need_a_person(needing) if needing else ""
    return NavProps(page, page_title(page), page.key, page is inputs.page, needing, detail)


def _strip(inputs: WindowInputs) -> Notice | None:
    if inputs.is_closing:
        return not_gone_out(inputs.unsent)
    return crash_notice() if inputs.has_crashed else None


def _device(device: Device, inputs: WindowInputs) -> DeviceProps:
    state = inputs.devices[device]
    why = ""
    if device is Device.MARKET and inputs.market is not None:
        why = error_text(inputs.market.error, inputs.market.retry_at, inputs.now)
    if device is Device.PRINTER and inputs.printer is not None:
        why = error_text(inputs.printer)
    name = device_name(device)
    return DeviceProps(device, state, name, f"{name}: {why or device_state(state)}")


class WindowViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `WindowProps`.
    """

    props_changed = Signal(object)

    def __init__(
        self,
        pages: tuple[PageName, ...],
        packer: str = "",
        now: Callable[[], datetime] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._inputs = WindowInputs(pages, pages[0], packer=packer)
        self._props = derive_window_props(self._inputs)

    @property
    def props(self) -> WindowProps:
        return self._props

    def take(self, report: Report) -> None:
        """Follow what the station tells: to the bench, to the queue, the states."""
        match report:
            case Answer():
                self._answer(report)
            case BenchCleared():
                self.show_page(PageName.QUEUE)
            case QueueRead(entries):
                waiting = sum(entry.send is SendState.SENDING for entry in entries)
                needing = frozenset(
                    entry.order.id for entry in entries if entry.send is SendState.NEEDS_PERSON
                )
                self._change(replace(self._inputs, unsent=waiting, needing=needing))
            case MarketTrouble():
                now = self._now() if self._now is not None else None
                self._change(replace(self._inputs, market=report, now=now))
                self.set_device(Device.MARKET, DeviceState.TROUBLE)
            case MarketFine():
                self._change(replace(self._inputs, market=None))
                self.set_device(Device.MARKET, DeviceState.READY)
            case SubmissionMoved(order, submission, error):
                needs = send_state(submission) is SendState.NEEDS_PERSON
                others = self._inputs.needing - {order}
                needing = others | {order} if needs else others
                self._change(replace(self._inputs, needing=needing))
                if isinstance(error, PrinterUnavailable | PrintOutcomeUnknown):
                    self._change(replace(self._inputs, printer=error))
                    self.set_device(Device.PRINTER, DeviceState.TROUBLE)
                elif submission.is_printed:
                    self._change(replace(self._inputs, printer=None))
                    self.set_device(Device.PRINTER, DeviceState.READY)
            case _:
                pass

    def show_page(self, page: PageName) -> None:
        """Go to a screen; one that is not there is passed over."""
        if page in self._inputs.pages:
            self._change(replace(self._inputs, page=page))

    def set_device(self, device: Device, state: DeviceState) -> None:
        """Tell how a device is."""
        devices = MappingProxyType({**self._inputs.devices, device: state})
        self._change(replace(self._inputs, devices=devices))

    def set_packer(self, name: str) -> None:
        """Another person packs."""
        self._change(replace(self._inputs, packer=name))

    def show_crash(self) -> None:
        """Say that the program made a mistake."""
        self._change(replace(self._inputs, has_crashed=True))

    def close_strip(self) -> None:
        """The packer has read it, and the window stays open."""
        has_crashed = self._inputs.has_crashed and self._inputs.is_closing
        self._change(replace(self._inputs, has_crashed=has_crashed, is_closing=False))

    def ask_to_close(self) -> bool:
        """Whether the window may close; where orders have not gone out, only when asked twice."""
        if self._inputs.is_closing or not self._inputs.unsent:
            return True
        self._change(replace(self._inputs, is_closing=True))
        return False

    def allow_close(self) -> None:
        """The program itself stops: nobody is asked."""
        self._inputs = replace(self._inputs, unsent=0)

    def retranslate(self) -> None:
        """The language has changed."""
        self._change(self._inputs)

    def _answer(self, answer: Answer) -> None:
        if answer.scan is not None:
            self.set_device(Device.SCANNER, DeviceState.READY)
        match answer.told:
            case OpenedOrder():
                self.show_page(PageName.BENCH)
            case CommandForWindow(DeskCommand.QUEUE):
                self.show_page(PageName.QUEUE)
            case Did() | RefusedIt() | AskedBack() if answer.scan and answer.bench:
                # What a scan did must be seen, whichever screen was open.
                self.show_page(PageName.BENCH)
            case _:
                pass

    def _change(self, inputs: WindowInputs) -> None:
        self._inputs = inputs
        props = derive_window_props(inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)
