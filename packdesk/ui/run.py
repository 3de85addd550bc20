"""The window put together: view models over one station, views over the view models."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QTimer

from packdesk.station.reports import Report
from packdesk.ui.band.view import BandView
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.bench.view import BenchView
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.handover.build import HandoverDoors, HandoverPage, build_handover
from packdesk.ui.i18n import Translations
from packdesk.ui.intents import Intents
from packdesk.ui.main_window import MainWindow, Page
from packdesk.ui.pages import Device, DeviceState, PageName
from packdesk.ui.pictures import PictureBook
from packdesk.ui.queue.view import QueueView
from packdesk.ui.queue.viewmodel import QueueViewModel
from packdesk.ui.scans.view import ScansView
from packdesk.ui.scans.viewmodel import ScansViewModel
from packdesk.ui.sent.view import SentView
from packdesk.ui.sent.viewmodel import SentIntents, SentList, SentViewModel
from packdesk.ui.setup.props import SetupProps
from packdesk.ui.setup.view import SetupView
from packdesk.ui.setup.viewmodel import SetupViewModel
from packdesk.ui.theme import Theme
from packdesk.ui.window.navigation import NavigationView
from packdesk.ui.window.viewmodel import WindowViewModel
from packdesk.ui.words.setup_cards import key_first

TICK_MS = 20_000
"""How often the countdowns go on."""


class StationDoor(Intents, SentIntents, Protocol):
    """The station as all screens together see it."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What the screens ask: the station, the list of what was sent, the hand-over."""

    station: StationDoor
    sent: SentList
    handover: HandoverDoors


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Glass:
    """All that the packer sees, and the view models behind it. GUI thread; hold it."""

    window: MainWindow
    frame: WindowViewModel
    band: BandViewModel
    queue: QueueViewModel
    bench: BenchViewModel
    scans: ScansViewModel
    sent: SentViewModel
    handover: HandoverPage
    setup: SetupViewModel
    intents: Intents
    minute: QTimer

    def stop(self) -> None:
        """Close the window; nothing ticks any more."""
        self.minute.stop()
        self.frame.allow_close()
        self.window.close()

    def take(self, report: Report) -> None:
        """Tell every screen what the station tells; the band last, since it may be heard."""
        self.queue.take(report)
        self.bench.take(report)
        self.scans.take(report)
        self.sent.take(report)
        self.frame.take(report)
        self.band.take(report)

    def scanned(self, text: str, *, caps_lock: bool) -> None:
        """A scanner has read a text: for an open question of a screen, else for the station."""
        # A scan is no more of what was typed.
        self.queue.search("")
        # The hand-over before the band: what the bench has asked is not to be seen there.
        if (
            self.setup.take_scan(text, caps_lock=caps_lock)
            or self._needs_key()
            or self.handover.tracks.take_scan(text)
            or self.band.take_scan(text)
        ):
            return
        harmless = self.setup.settings.caps_lock_proved_harmless
        self.intents.scan(text, caps_lock=caps_lock and not harmless)

    def _needs_key(self) -> bool:
        """Whether no scan can mean anything yet; it is told what to do first."""
        if self.queue.is_to_be_set_up:
            self.frame.set_device(Device.SCANNER, DeviceState.READY)
            self.band.tell(key_first())
            return True
        return False

    def retranslate(self) -> None:
        """The language has changed."""
        for viewmodel in (
            self.queue,
            self.bench,
            self.scans,
            self.sent,
            self.handover,
            self.frame,
            self.band,
        ):
            viewmodel.retranslate()


def build_glass(
    doors: Doors,
    theme: Theme,
    translations: Translations,
    now: Callable[[], datetime],
    packer: str,
    pictures: PictureBook,
    setup: tuple[SetupViewModel, SetupView],
    open_file: Callable[[str], bool],
) -> Glass:
    """Make the window; it is not shown yet."""
    intents = doors.station
    pages = tuple(PageName)
    frame = WindowViewModel(pages, packer=packer, now=now)
    band = BandViewModel(intents, now)
    queue = QueueViewModel(intents, now)
    bench = BenchViewModel(intents, band.ask)
    scans = ScansViewModel()
    sent = SentViewModel(intents, doors.sent, now)
    handover = build_handover(
        doors.handover, band, theme, now, lambda: setup[0].settings.label_format, open_file
    )
    sent_view = SentView(sent)
    queue_view, bench_view = QueueView(queue, theme), BenchView(bench, theme, pictures)
    window = MainWindow(
        frame,
        NavigationView(frame, theme),
        BandView(band, theme),
        (
            Page(PageName.QUEUE, queue_view, queue_view),
            Page(PageName.BENCH, bench_view, bench_view),
            Page(PageName.HANDOVER, handover.view, handover.view),
            Page(PageName.SENT, sent_view, sent_view),
            Page(PageName.SETUP, setup[1], setup[1]),
        ),
        ScansView(scans, theme),
    )
    bench.noticed.connect(band.tell)
    queue.noticed.connect(band.tell)
    band.props_changed.connect(lambda props: queue.yield_escape(is_asked=bool(props.dismiss)))
    band.props_changed.connect(lambda props: queue.yield_digits(are_answers=bool(props.answers)))
    frame.props_changed.connect(lambda props: band.stand_at(props.page))
    band.stand_at(frame.props.page)
    bench.queue_wanted.connect(lambda: frame.show_page(PageName.QUEUE))
    sent.noticed.connect(band.tell)
    sent.bench_wanted.connect(lambda: frame.show_page(PageName.BENCH))
    queue.settings_wanted.connect(lambda: frame.show_page(PageName.SETUP))
    sent.settings_wanted.connect(lambda: frame.show_page(PageName.SETUP))
    minute = QTimer()
    minute.timeout.connect(lambda: bench.tick(now()))
    minute.timeout.connect(handover.tick)
    handover.shipments.bench_wanted.connect(lambda: frame.show_page(PageName.BENCH))
    minute.start(TICK_MS)
    setup[0].key_wanted.connect(lambda: frame.show_page(PageName.SETUP))

    def follow_key(props: SetupProps) -> None:
        band.guide_by(props.guide)
        queue.set_key(is_there=props.guide is None)

    setup[0].props_changed.connect(follow_key)
    follow_key(setup[0].props)
    glass = Glass(
        window, frame, band, queue, bench, scans, sent, handover, setup[0], intents, minute
    )
    translations.changed.connect(glass.retranslate)
    return glass
