"""Builds the program: the only module that knows every layer. ``Program`` keeps all alive."""

import logging
import platform
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from packdesk import settings as settings_file
from packdesk.logs import start_log, stop_log
from packdesk.market.address import MARKET_ADDRESS
from packdesk.printing.folder_printer import FolderPrinter
from packdesk.printing.label_store import LabelFiles
from packdesk.resource_files import resource
from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.order_file import OrderFileInvalid
from packdesk.sandbox.running import DEMO_DAY, Sandbox
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.scan_text import ScanText
from packdesk.scanners.typist import Typist
from packdesk.scanners.wedge import KeyboardWedge
from packdesk.settings import Settings, SettingsInvalid
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.ports import Journal, Market
from packdesk.station.station import Lanes, Station
from packdesk.ui import preflight
from packdesk.ui.clock import QtClock
from packdesk.ui.crash import CrashHook
from packdesk.ui.i18n import Language, Translations, system_language
from packdesk.ui.lane import QtLane
from packdesk.ui.run import Glass, build_glass
from packdesk.ui.theme import Look, NoFont, Theme, system_font
from packdesk.ui.tour.day import read_day
from packdesk.ui.tour.driver import Tour
from packdesk.ui.tour.report import AtMarket
from packdesk.ui.tour.script import Script

DONE, NEEDS_PERSON, WRONG_USAGE = 0, 1, 2
NAME, DEMO_NAME = "packdesk", "packdesk-demo"

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WorkplaceOptions:
    """What the command line says of the workplace; None is the default."""

    api_key: str = field(repr=False)
    data_dir: Path | None = None
    language: str | None = None
    api_url: str | None = None


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """What the command line says of the demo; None is the default."""

    data_dir: Path | None = None
    language: str | None = None
    orders: Path | None = None
    today: date | None = None
    log: Path | None = None
    tour: bool = False
    screenshots: Path | None = None


class Once(Generic[T]):
    """Makes a thing in the first lane that asks for it, and only once."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._lock = Lock()

    def __call__(self) -> T:
        """The thing; made if it was not yet."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    @property
    def made(self) -> T | None:
        """The thing, if anybody has asked for it."""
        return self._made


@dataclass(frozen=True, slots=True)
class Program:
    """Every object that must live as long as the program. GUI thread."""

    app: QApplication
    station: Station
    glass: Glass
    wedge: KeyboardWedge
    translations: Translations
    theme: Theme
    clock: QtClock
    crash: CrashHook
    close_market: Callable[[], None]
    log_handler: logging.Handler

    def start(self) -> None:
        """Paint first, then work; the scanner last, when the station can keep its scans."""
        self.crash.install()
        self.glass.window.show()
        self.station.start()
        self.wedge.set_active(True)

    def stop(self) -> None:
        """The scanner first, so that no scan comes for which nobody is there."""
        self.wedge.set_active(False)
        self.station.stop()
        self.close_market()
        self.crash.remove()
        self.glass.window.close()
        stop_log(self.log_handler)


def run_workplace(options: WorkplaceOptions) -> int:
    """The workplace on the Market."""
    if not options.api_key:
        return _say(
            "Нужен ключ магазина: задайте его в переменной PACKDESK_API_KEY",
            "The shop's key is needed: give it in the variable PACKDESK_API_KEY",
            WRONG_USAGE,
        )
    folder = options.data_dir or settings_file.data_folder(NAME)
    return _run(folder, options.language, options.api_url or MARKET_ADDRESS, options.api_key)


def run_demo(options: DemoOptions) -> int:
    """The workplace on the look-alike; with the tour it packs by itself."""
    try:
        sandbox = Sandbox(options.orders, today=options.today, log_path=options.log)
    except OrderFileInvalid as error:
        return _say(
            f"Файл заказов не подходит: {error}", f"The orders file is unfit: {error}", WRONG_USAGE
        )
    except OSError as error:
        return _say(f"Файл не читается: {error}", f"Cannot be read: {error}", WRONG_USAGE)
    folder = options.data_dir or settings_file.data_folder(DEMO_NAME)
    if options.tour and options.data_dir is None:
        # A tour packs the whole day, so it needs one that nobody has begun.
        shutil.rmtree(folder, ignore_errors=True)
    with sandbox:
        code = _run(folder, options.language, sandbox.base_url, DEMO_KEY, options, sandbox)
    if options.data_dir is None:
        # The day ended well: the next demo begins a new one. After a crash this line is not
        # reached, and the next demo goes on where the journal stands.
        shutil.rmtree(folder, ignore_errors=True)
    return code


def _run(
    folder: Path,
    language: str | None,
    address: str,
    api_key: str,
    demo: DemoOptions | None = None,
    sandbox: Sandbox | None = None,
) -> int:
    try:
        chosen = settings_file.load(folder)
        handler = start_log(folder)
    except SettingsInvalid as error:
        return _say(
            f"Настройки не читаются: {error}", f"The settings are unfit: {error}", NEEDS_PERSON
        )
    except OSError as error:
        return _say(
            f"Папка данных недоступна: {error}",
            f"The data folder cannot be used: {error}",
            NEEDS_PERSON,
        )
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - no other kind is made here
    font = system_font()
    if isinstance(font, NoFont):
        stop_log(handler)
        return _say(preflight.no_fonts().russian, preflight.no_fonts().english, NEEDS_PERSON)
    program = build(app, folder, chosen, language, address, api_key, handler)
    program.start()
    # Ctrl+C in the terminal ends the demo at once; the journal is made for that.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if demo is not None and demo.tour and sandbox is not None:
        tour = _tour(program, demo, sandbox)
        QTimer.singleShot(0, tour.start)
    code = app.exec()
    program.stop()
    return code


def build(
    app: QApplication,
    folder: Path,
    chosen: Settings,
    language: str | None,
    address: str,
    api_key: str,
    log_handler: logging.Handler,
) -> Program:
    """All objects of the program, joined; nothing is shown and nothing works yet."""
    translations = Translations(app)
    translations.use(Language(language) if language else _language(chosen))
    theme = Theme(Look.DARK if chosen.dark else Look.LIGHT, system_font())
    theme.apply(app)
    shown: list[Glass] = []

    def show_crash() -> None:
        for glass in shown:
            glass.frame.show_crash()

    crash = CrashHook(show_crash)
    clock = QtClock()

    def open_journal() -> Journal:
        # Imported in the journal lane: the window is painted before SQLAlchemy is loaded.
        from packdesk.journal.sqlite_journal import SqliteJournal  # noqa: PLC0415

        return SqliteJournal(folder / "journal.db")

    market, close_market = _market(address, api_key, clock)
    worker = Worker(chosen.packer, chosen.station or platform.node())
    policy = DeskPolicy(chosen.label_format, chosen.finish_by_itself)
    ledger = Ledger(open_journal, clock.now, worker, ready_for_dbs=chosen.ready_for_dbs)
    lanes = Lanes(*(QtLane(name, crash.report) for name in ("journal", "market", "feed", "print")))
    station = Station(
        Desk(ledger, policy),
        market,
        (),
        LabelFiles(folder / "labels"),
        FolderPrinter(folder / "printed"),
        lanes,
        clock,
        crash.report,
    )
    glass = build_glass(station, theme, translations, clock.now, chosen.packer)
    shown.append(glass)
    station.listen(glass.take)
    wedge = KeyboardWedge(ScannerProfile())

    def scanned(scan: ScanText) -> None:
        glass.scanned(scan.text, caps_lock=scan.caps_lock)

    wedge.scanned.connect(scanned)
    return Program(
        app,
        station,
        glass,
        wedge,
        translations,
        theme,
        clock,
        crash,
        close_market,
        log_handler,
    )


def _tour(program: Program, demo: DemoOptions, sandbox: Sandbox) -> Tour:
    """The tour over the running program; it ends the program with its verdict."""
    if demo.screenshots is not None:
        demo.screenshots.mkdir(parents=True, exist_ok=True)

    def tell(text: str) -> None:
        print(text, flush=True)  # noqa: T201 - the command's answer

    day = read_day(demo.orders or resource(DEMO_DAY))
    judge = partial(_at_market, sandbox)
    window = program.glass.window
    tour = Tour(Script(window, day, Typist(), judge, tell, demo.screenshots), tell)
    tour.finished.connect(lambda good: program.app.exit(DONE if good else NEEDS_PERSON))
    return tour


def _at_market(sandbox: Sandbox, number: str) -> AtMarket:
    """What the look-alike itself holds of an order: it shares nothing with the client."""
    at = sandbox.world.snapshot(int(number))
    units: Counter[str] = Counter()
    codes: set[str] = set()
    for box in at.boxes:
        for line in box.items:
            first_part = line.partialCount is not None and line.partialCount.current == 1
            units[str(line.id)] += line.fullCount or int(first_part)
            for instance in line.instances or ():
                codes.update(instance.as_sent().values())
    return AtMarket(
        f"{at.state.status} / {at.state.substatus}",
        len(at.boxes),
        at.labels_served,
        tuple(sorted(units.items())),
        frozenset(codes),
    )


def _market(
    address: str, api_key: str, clock: QtClock
) -> tuple[Callable[[], Market], Callable[[], None]]:
    """A way to the Market that is built in the lane that first needs it."""

    def make() -> tuple[Market, Callable[[], None]]:
        from packdesk.market.client import MarketClient  # noqa: PLC0415 - loads httpx
        from packdesk.market.transport import Transport  # noqa: PLC0415

        transport = Transport(address, api_key, clock.now)
        return MarketClient(transport), transport.close

    once = Once(make)

    def close() -> None:
        made = once.made
        if made is not None:
            made[1]()

    return (lambda: once()[0]), close


def _language(chosen: Settings) -> Language:
    known = "language" in chosen.model_fields_set
    return Language(chosen.language) if known else system_language()


def _say(russian: str, english: str, code: int) -> int:
    """Before a window is there both languages are told."""
    print(f"{russian}\n{english}", file=sys.stderr)  # noqa: T201 - the command's answer
    return code
