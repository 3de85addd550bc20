"""Runs a program in its data folder, or says in both languages why it cannot."""

import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication

from packdesk import settings as settings_file
from packdesk.bootstrap.inputs import port_address
from packdesk.bootstrap.market_door import MarketDoor
from packdesk.bootstrap.program import Program, Surroundings, build
from packdesk.logs import start_log, stop_log
from packdesk.market.address import MARKET_ADDRESS, AddressRefused, checked_address
from packdesk.settings import SettingsInvalid
from packdesk.ui import preflight
from packdesk.ui.clock import QtClock
from packdesk.ui.theme import NoFont, system_font

DONE, NEEDS_PERSON, WRONG_USAGE = 0, 1, 2
NAME = "packdesk"
LOCK = "packdesk.lock"


@dataclass(frozen=True, slots=True)
class CommonOptions:
    """What the command line says for every kind of window; None is the default."""

    data_dir: Path | None = None
    language: str | None = None
    scanner: str = "wedge"


@dataclass(frozen=True, slots=True)
class WorkplaceOptions:
    """What the command line says of the workplace."""

    common: CommonOptions
    api_key: str = field(repr=False)
    api_url: str | None = None


def run_workplace(options: WorkplaceOptions) -> int:
    """The workplace on the Market; without a key it begins with Setup."""
    folder = options.common.data_dir or settings_file.data_folder(NAME)
    address = options.api_url or MARKET_ADDRESS
    return run(folder, options.common, address, options.api_key)


def run(
    folder: Path,
    common: CommonOptions,
    address: str,
    api_key: str,
    on_started: Callable[[Program], object] = lambda _: None,
) -> int:
    """Show the window and work until it is closed; what ``on_started`` gives is kept alive."""
    try:
        checked_address(address)
        port = port_address(common.scanner)
    except AddressRefused:
        return say(
            f"Адрес не годится: {address}. Нужен https, или http на этом компьютере",
            f"The address is unfit: {address}. It must be https, or http on this machine",
            WRONG_USAGE,
        )
    except ValueError:
        return say(
            f"Нет такого сканера: {common.scanner}. Бывает wedge или serial:ПОРТ",
            f"No such scanner: {common.scanner}. It is wedge or serial:PORT",
            WRONG_USAGE,
        )
    try:
        chosen = settings_file.load(folder)
        handler = start_log(folder)
    except SettingsInvalid as error:
        return say(
            f"Настройки не читаются: {error}", f"The settings are unfit: {error}", NEEDS_PERSON
        )
    except OSError as error:
        return say(
            f"Папка данных недоступна: {error}",
            f"The data folder cannot be used: {error}",
            NEEDS_PERSON,
        )
    lock = QLockFile(str(folder / LOCK))
    if not lock.tryLock(0):
        stop_log(handler)
        return say(
            "PackDesk уже открыт с этой папкой данных",
            "PackDesk is already open on this data folder",
            NEEDS_PERSON,
        )
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - no other kind is made here
    if isinstance(system_font(), NoFont):
        stop_log(handler)
        missing = preflight.no_fonts()
        return say(missing.russian, missing.english, NEEDS_PERSON)
    clock = QtClock()
    door = MarketDoor(address, api_key, clock.now, folder / "answers")
    around = Surroundings(folder, chosen, common.language, door, api_key, port, handler)
    program = build(app, clock, around)
    program.start()
    # Ctrl+C in the terminal ends the program at once; the journal is made for that.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    kept = on_started(program)
    code = app.exec()
    del kept
    program.stop()
    lock.unlock()
    return code


def say(russian: str, english: str, code: int) -> int:
    """Before a window is there both languages are told."""
    print(f"{russian}\n{english}", file=sys.stderr)  # noqa: T201 - the command's answer
    return code
