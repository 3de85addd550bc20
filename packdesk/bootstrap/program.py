"""All objects of the program, joined. ``Program`` keeps them alive: Qt holds receivers weakly."""

import logging
import platform
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from packdesk import settings as settings_file
from packdesk.bootstrap.desks import Desks, build_desks
from packdesk.bootstrap.inputs import Inputs, sound_of
from packdesk.bootstrap.market_door import MarketDoor, PictureDoor
from packdesk.bootstrap.printers import Printers
from packdesk.keychain import Keychain
from packdesk.logs import stop_log
from packdesk.printing.card_text import card_text
from packdesk.printing.chosen_printer import ChosenPrinter
from packdesk.resource_files import resource
from packdesk.scanners.card_reader import CardReader
from packdesk.scanners.chosen_profile import chosen_profile
from packdesk.scanners.port_address import PortAddress
from packdesk.scanners.wedge import KeyboardWedge
from packdesk.settings import PrinterChoice, Settings
from packdesk.station.picture_files import PictureFiles
from packdesk.station.pictures import PictureShelf
from packdesk.station.setup import SetupDesk
from packdesk.station.station import Lanes
from packdesk.ui.clock import QtClock
from packdesk.ui.crash import CrashHook
from packdesk.ui.garbage import GuiGarbage
from packdesk.ui.i18n import Language, Translations, system_language
from packdesk.ui.lane import QtLane
from packdesk.ui.pictures import PictureBook
from packdesk.ui.run import Glass, build_glass
from packdesk.ui.setup.build import build_setup
from packdesk.ui.setup.look import wanted_look
from packdesk.ui.sounds import Sounds, SoundState
from packdesk.ui.theme import Theme, system_font
from packdesk.ui.words.sheet import sheet_texts

SHEET = "packdesk-sheet.pdf"
PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the program is built for: its folder, its Market, its scanner, its log.

    ``given_key`` is a key that was given at the start; without one the keyring is asked.
    """

    folder: Path
    settings: Settings
    language: str | None
    market: MarketDoor
    given_key: str = field(repr=False)
    port: PortAddress | None
    log_handler: logging.Handler


@dataclass(frozen=True, slots=True)
class Program:
    """Every object that must live as long as the program. GUI thread."""

    app: QApplication
    desks: Desks
    setup_desk: SetupDesk
    setup_lane: QtLane
    glass: Glass
    inputs: Inputs
    sounds: Sounds
    sound_lane: QtLane
    shelf: PictureShelf
    pictures: PictureDoor
    book: PictureBook
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
        self.desks.start()
        self.sounds.start()
        self.inputs.start()
        self.setup_desk.start()
        if self.surroundings.settings.printer is PrinterChoice.SYSTEM:
            self.glass.setup.look_for_printers()

    def stop(self) -> None:
        """The scanner first, so that no scan comes for which nobody is there."""
        self.inputs.stop()
        self.setup_lane.stop(wait=False)
        self.desks.stop()
        self.sounds.stop()
        self.sound_lane.stop(wait=True)
        self.shelf.stop()
        self.pictures.close()
        self.surroundings.market.close()
        self.glass.stop()
        self.translations.remove()
        self.garbage.stop()
        self.crash.remove()
        stop_log(self.surroundings.log_handler)


def build(app: QApplication, clock: QtClock, around: Surroundings) -> Program:
    """Make and join everything; nothing is shown and nothing works yet."""
    chosen = around.settings
    translations = Translations(app)
    translations.use(Language(around.language) if around.language else _language(chosen))
    theme = Theme(wanted_look(chosen.look), system_font())
    theme.apply(app)
    shown: list[Glass] = []

    def show_crash() -> None:
        for glass in shown:
            glass.frame.show_crash()

    def sounds_are(state: SoundState) -> None:
        for glass in shown:
            glass.setup.set_sound_state(state)

    def follow(settings: Settings) -> None:
        wedge.set_profile(chosen_profile(settings))
        sounds.set_volume(settings.sound_volume_percent)
        desks.follow(settings, around.folder)
        printer.follow(settings)
        for glass in shown:
            glass.frame.set_packer(settings.packer)

    def use_key(key: str | None) -> None:
        around.market.use_key(key or "")
        if key:
            desks.go_online()

    crash = CrashHook(show_crash)
    wedge = KeyboardWedge(chosen_profile(chosen))
    printer = ChosenPrinter(around.folder / PRINTED, chosen)
    lanes = Lanes(*(QtLane(name, crash.report) for name in ("journal", "market", "feed", "print")))
    desks = build_desks(around.folder, chosen, around.market, printer, lanes, clock, crash)
    sound_lane, setup_lane = QtLane("sound", crash.report), QtLane("setup", crash.report)
    sounds = Sounds(resource("sounds"), sound_lane, sounds_are)
    sounds.set_volume(chosen.sound_volume_percent)
    setup_desk = SetupDesk(
        Keychain(), around.market.trying, setup_lane, use_key, crash.report, around.given_key
    )
    setup = build_setup(
        app,
        setup_desk,
        chosen,
        partial(settings_file.save, around.folder),
        setup_lane,
        CardReader(card_text(), wedge.set_profile),
        partial(_save_sheet, around.folder),
        sounds.play,
        follow,
        crash.report,
        theme,
        translations,
        Printers(printer),
        lanes.printing,
        printer=str(around.folder / PRINTED),
        computer=platform.node(),
    )
    door = PictureDoor()
    shelf = PictureShelf(
        PictureFiles(around.folder / "pictures"),
        door,
        QtLane("pictures", crash.report),
        QtLane("picture-download", crash.report),
        clock.now,
        crash.report,
    )
    book = PictureBook(shelf)
    glass = build_glass(
        desks.doors(), theme, translations, clock.now, chosen.packer, book, setup, _open_file
    )
    shown.append(glass)
    desks.show_in(glass)
    glass.band.noticed.connect(sound_of(sounds))
    return Program(
        app=app,
        desks=desks,
        setup_desk=setup_desk,
        setup_lane=setup_lane,
        glass=glass,
        inputs=Inputs(wedge, desks.station, glass, around.port),
        sounds=sounds,
        sound_lane=sound_lane,
        shelf=shelf,
        pictures=door,
        book=book,
        translations=translations,
        theme=theme,
        clock=clock,
        crash=crash,
        garbage=GuiGarbage(),
        surroundings=around,
    )


def _open_file(place: str) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(place))


def _save_sheet(folder: Path) -> Path:
    from packdesk.printing.sheet import make_sheet  # noqa: PLC0415 - loads the barcode libraries

    place = folder / SHEET
    make_sheet(place, sheet_texts())
    return place


def _language(chosen: Settings) -> Language:
    known = "language" in chosen.model_fields_set
    return Language(chosen.language.value) if known else system_language()
