"""All objects of the program, joined. ``Program`` keeps them alive: Qt holds receivers weakly."""

import logging
import platform
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from packdesk.bootstrap.inputs import Inputs, sound_of
from packdesk.bootstrap.market_door import MarketDoor
from packdesk.logs import stop_log
from packdesk.printing.folder_printer import FolderPrinter
from packdesk.printing.label_store import LabelFiles
from packdesk.resource_files import resource
from packdesk.scanners.port_address import PortAddress
from packdesk.settings import Settings
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.ports import Journal
from packdesk.station.station import Lanes, Station
from packdesk.ui.clock import QtClock
from packdesk.ui.crash import CrashHook
from packdesk.ui.garbage import GuiGarbage
from packdesk.ui.i18n import Language, Translations, system_language
from packdesk.ui.lane import QtLane
from packdesk.ui.run import Glass, build_glass
from packdesk.ui.sounds import Sounds
from packdesk.ui.theme import Look, Theme, system_font


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the program is built for: its folder, its Market, its scanner, its log."""

    folder: Path
    settings: Settings
    language: str | None
    market: MarketDoor
    port: PortAddress | None
    log_handler: logging.Handler


@dataclass(frozen=True, slots=True)
class Program:
    """Every object that must live as long as the program. GUI thread."""

    app: QApplication
    station: Station
    glass: Glass
    inputs: Inputs
    sounds: Sounds
    sound_lane: QtLane
    translations: Translations
    theme: Theme
    clock: QtClock
    crash: CrashHook
    garbage: GuiGarbage
    surroundings: Surroundings

    def start(self) -> None:
        """Paint first, then work; the scanner last, when the station can keep its scans."""
        self.crash.install()
        self.garbage.start()
        self.glass.window.show()
        self.station.start()
        self.sounds.start()
        self.inputs.start()

    def stop(self) -> None:
        """The scanner first, so that no scan comes for which nobody is there."""
        self.inputs.stop()
        self.station.stop()
        self.sounds.stop()
        self.sound_lane.stop(wait=True)
        self.surroundings.market.close()
        self.glass.stop()
        self.garbage.stop()
        self.crash.remove()
        stop_log(self.surroundings.log_handler)


def build(app: QApplication, clock: QtClock, around: Surroundings) -> Program:
    """Make and join everything; nothing is shown and nothing works yet."""
    chosen = around.settings
    translations = Translations(app)
    translations.use(Language(around.language) if around.language else _language(chosen))
    theme = Theme(Look.DARK if chosen.dark else Look.LIGHT, system_font())
    theme.apply(app)
    shown: list[Glass] = []

    def show_crash() -> None:
        for glass in shown:
            glass.frame.show_crash()

    crash = CrashHook(show_crash)
    station = _station(around, clock, crash)
    glass = build_glass(station, theme, translations, clock.now, chosen.packer)
    shown.append(glass)
    station.listen(glass.take)
    sound_lane = QtLane("sound", crash.report)
    sounds = Sounds(resource("sounds"), sound_lane)
    glass.band.noticed.connect(sound_of(sounds))
    return Program(
        app=app,
        station=station,
        glass=glass,
        inputs=Inputs(station, glass, around.port),
        sounds=sounds,
        sound_lane=sound_lane,
        translations=translations,
        theme=theme,
        clock=clock,
        crash=crash,
        garbage=GuiGarbage(),
        surroundings=around,
    )


def _station(around: Surroundings, clock: QtClock, crash: CrashHook) -> Station:
    folder, chosen = around.folder, around.settings

    def open_journal() -> Journal:
        # Imported in the journal lane: the window is painted before SQLAlchemy is loaded.
        from packdesk.journal.sqlite_journal import SqliteJournal  # noqa: PLC0415

        return SqliteJournal(folder / "journal.db")

    worker = Worker(chosen.packer, chosen.station or platform.node())
    ledger = Ledger(open_journal, clock.now, worker, ready_for_dbs=chosen.ready_for_dbs)
    policy = DeskPolicy(chosen.label_format, chosen.finish_by_itself)
    lanes = Lanes(*(QtLane(name, crash.report) for name in ("journal", "market", "feed", "print")))
    return Station(
        Desk(ledger, policy),
        around.market,
        (),
        LabelFiles(folder / "labels"),
        FolderPrinter(folder / "printed"),
        lanes,
        clock,
        crash.report,
    )


def _language(chosen: Settings) -> Language:
    known = "language" in chosen.model_fields_set
    return Language(chosen.language) if known else system_language()
