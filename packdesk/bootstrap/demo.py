"""The demo: the workplace on the look-alike, and the tour that packs its day by itself."""

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from packdesk import settings as settings_file
from packdesk.bootstrap.program import Program
from packdesk.bootstrap.running import (
    DONE,
    NEEDS_PERSON,
    WRONG_USAGE,
    CommonOptions,
    run,
    say,
)
from packdesk.resource_files import resource
from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.order_file import OrderFileInvalid
from packdesk.sandbox.running import DEMO_DAY, Sandbox
from packdesk.scanners.typist import Typist
from packdesk.ui.tour.day import read_day
from packdesk.ui.tour.driver import Tour
from packdesk.ui.tour.report import AtMarket
from packdesk.ui.tour.script import Script

NAME = "packdesk-demo"


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """What the command line says of the demo; None is the default."""

    common: CommonOptions
    orders: Path | None = None
    today: date | None = None
    log: Path | None = None
    tour: bool = False
    screenshots: Path | None = None


def run_demo(options: DemoOptions) -> int:
    """The workplace on the look-alike; with the tour it packs by itself."""
    try:
        sandbox = Sandbox(options.orders, today=options.today, log_path=options.log)
    except OrderFileInvalid as error:
        return say(
            f"Файл заказов не подходит: {error}", f"The orders file is unfit: {error}", WRONG_USAGE
        )
    except OSError as error:
        return say(f"Файл не читается: {error}", f"Cannot be read: {error}", WRONG_USAGE)
    folder = options.common.data_dir or settings_file.data_folder(NAME)
    if options.tour and options.common.data_dir is None:
        # A tour packs the whole day, so it needs one that nobody has begun.
        shutil.rmtree(folder, ignore_errors=True)

    def started(program: Program) -> Tour | None:
        return _start_tour(program, options, sandbox) if options.tour else None

    try:
        with sandbox:
            code = run(folder, options.common, sandbox.base_url, DEMO_KEY, started)
    except OSError as error:
        return say(f"Файл не пишется: {error}", f"Cannot be written: {error}", WRONG_USAGE)
    if options.common.data_dir is None:
        # The day ended well: the next demo begins a new one. After a crash this line is not
        # reached, and the next demo goes on where the journal stands.
        shutil.rmtree(folder, ignore_errors=True)
    return code


def _start_tour(program: Program, options: DemoOptions, sandbox: Sandbox) -> Tour:
    """The tour over the running program; it ends the program with its verdict."""
    if options.screenshots is not None:
        options.screenshots.mkdir(parents=True, exist_ok=True)

    def tell(text: str) -> None:
        print(text, flush=True)  # noqa: T201 - the command's answer

    day = read_day(options.orders or resource(DEMO_DAY))
    judge = partial(_at_market, sandbox)
    window = program.glass.window
    tour = Tour(Script(window, day, Typist(), judge, tell, options.screenshots), tell)
    tour.finished.connect(lambda good: program.app.exit(DONE if good else NEEDS_PERSON))
    QTimer.singleShot(0, tour.start)
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
