"""The whole program in this process, on a sandbox, with keys as a scanner types them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from packdesk.bootstrap.market_door import MarketDoor
from packdesk.bootstrap.program import Program, Surroundings, build
from packdesk.logs import start_log
from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.running import Sandbox
from packdesk.scanners.typist import Typist
from packdesk.settings import Settings
from packdesk.ui.clock import QtClock
from packdesk.ui.tour.sight import Sight


class Table:
    """The running program as a test sees it."""

    def __init__(self, program: Program, sandbox: Sandbox) -> None:
        self.program = program
        self.sandbox = sandbox
        self.typist = Typist()
        self.window = program.glass.window
        self.sight = Sight(self.window)

    def scan(self, text: str) -> None:
        handle = self.window.windowHandle()
        assert handle is not None
        self.typist.scan(handle, text)

    def text(self, name: str) -> str:
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        if not found.isVisible():
            return ""
        return found.text() if isinstance(found, QLabel) else found.accessibleName()


@contextmanager
def table(
    folder: Path,
    language: str = "en",
    orders: Path | None = None,
    key: str = DEMO_KEY,
    settings: Settings | None = None,
) -> Iterator[Table]:
    """A started program; the test lets the event loop run (qtbot)."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    clock = QtClock()
    with Sandbox(orders) as sandbox:
        door = MarketDoor(sandbox.base_url, key, clock.now, folder / "answers")
        around = Surroundings(
            folder, settings or Settings(), language, door, key, None, start_log(folder)
        )
        program = build(app, clock, around)
        program.start()
        try:
            yield Table(program, sandbox)
        finally:
            program.stop()
            program.glass.window.deleteLater()
