"""The real program as a process of its own, on a sandbox: tells what happens as JSON lines.

Run as ``python -m tests.e2e.telling_program ORDERS DATA_DIR LOG``; it ends when its input does.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication, QLabel

from packdesk.bootstrap.program import Program
from packdesk.bootstrap.running import CommonOptions, run
from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.running import Sandbox
from packdesk.settings import Settings, save
from packdesk.station.reports import Answer, QueueRead, Report, SubmissionMoved
from packdesk.ui.tour.sight import Sight

# A busy machine stretches the gaps of the X server; the default's limits are tested as data.
PATIENT = Settings(scan_gap_ms=120)


class Teller(QObject):
    """Listens beside the window; what it tells of an answer, the window shows already."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._window = program.glass.window
        self._sight = Sight(self._window)
        sentence = self._window.findChild(QLabel, "bandSentence")
        assert isinstance(sentence, QLabel)
        self._sentence = sentence
        self._has_queue = False
        self._was_ready = False
        program.desks.station.listen(self.take)
        # No window manager gives the focus here.
        self._window.activateWindow()
        program.app.focusWindowChanged.connect(self._look)
        self._input = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self._input.activated.connect(program.app.quit)

    def take(self, report: Report) -> None:
        match report:
            case QueueRead(entries=entries) if entries:
                self._has_queue = True
                self._look()
            case Answer():
                answer = {
                    "told": type(report.told).__name__,
                    "tone": self._sight.tone,
                    "sentence": self._sentence.text(),
                }
                tell("answer", answer)
            case SubmissionMoved():
                tell("moved")
            case _:
                pass

    def _look(self) -> None:
        if not self._was_ready and self._has_queue and self._window.isActiveWindow():
            self._was_ready = True
            tell("ready")


def tell(kind: str, value: object = None) -> None:
    print(json.dumps({"kind": kind, "value": value}), flush=True)


def main(orders: Path, folder: Path, log: Path) -> int:
    application = QApplication(sys.argv[:1])
    folder.mkdir()
    save(folder, PATIENT)
    with Sandbox(orders, log_path=log) as sandbox:
        code = run(folder, CommonOptions(folder, "en"), sandbox.base_url, DEMO_KEY, Teller)
    del application
    return code


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
